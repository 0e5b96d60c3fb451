"""Pictures of pages from a file (.png, .jpg, .tif), of whatever colours, one or many."""

from __future__ import annotations

import warnings
from functools import partial
from io import BytesIO

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from drafter.errors import CorruptPicture, OversizedPicture
from drafter.readers.scan.recognising import Picture

_KINDS = ("PNG", "JPEG", "TIFF")
_MOST_DOTS = 100_000_000
"""Of a page: an A3 page of 600 dpi has 70 million."""
_MOST_PAGES = 2_000
_LONGEST, _SHORTEST = 17.0, 5.0
"""Inches of the longer side of a page; where a file says otherwise its dpi means nothing."""
_A4 = (8.27, 11.69)
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError, MemoryError)
"""What Pillow raises on files that are not what they say."""


def pictures_of(name: str, data: bytes) -> list[Picture]:
    """The pages in a picture file. Raises `CorruptPicture` or `OversizedPicture`, also when a page is taken."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is looked at below
        try:
            file = Image.open(BytesIO(data), formats=_KINDS)
            count = getattr(file, "n_frames", 1) if file.format == "TIFF" else 1
            if count > _MOST_PAGES:
                raise OversizedPicture(name)
            return [_picture(name, file, at) for at in range(count)]
        except Image.DecompressionBombError as error:
            raise OversizedPicture(name) from error
        except (UnidentifiedImageError, *_BROKEN) as error:
            raise CorruptPicture(name) from error


def _picture(name: str, file: Image.Image, at: int) -> Picture:
    file.seek(at)
    if file.width * file.height > _MOST_DOTS:
        raise OversizedPicture(name)
    return Picture(at + 1, partial(_page, name, file, at), _dpi(file))


def _page(name: str, file: Image.Image, at: int) -> Image.Image:
    """The page upright as the file says, grey or RGB, on white."""
    try:
        file.seek(at)
        return _plain(ImageOps.exif_transpose(file))
    except Image.DecompressionBombError as error:
        raise OversizedPicture(name) from error
    except _BROKEN as error:
        raise CorruptPicture(name) from error


def _plain(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        dots = np.asarray(image, dtype=np.float64)
        most = 65535.0 if dots.max() > 255 else 255.0
        return Image.fromarray(np.clip(dots * (255 / most), 0, 255).astype(np.uint8))
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        paper = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB")
    return image.convert("L") if image.mode in ("1", "L") else image.convert("RGB")


def _dpi(image: Image.Image) -> float:
    """As the file says, or so that the picture is a page A4: upright, or lying where it is a little wider than high."""
    across, down = (float(one) for one in image.info.get("dpi", (0, 0)))
    longer = max(image.width, image.height)
    if across > 0 and abs(across - down) < 0.02 * across and _SHORTEST <= longer / across <= _LONGEST:
        return across
    width, height = _A4[::-1] if image.height < image.width < 1.7 * image.height else _A4
    return max(image.width / width, image.height / height)
