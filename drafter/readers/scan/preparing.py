"""The picture of a page made ready for recognition: grey, 300 dpi, level, without stamps."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from drafter.readers.scan.skew import skew
from drafter.readers.scan.tesseract import DPI

_STRONG = 50
"""Distance of the highest from the lowest channel of a pixel that has a colour."""
_DARK = 100
"""A coloured pixel whose highest channel is below: black under a stamp."""
_LEAST_SKEW = 0.15
_MOST_DOTS = 50_000_000
"""Of what Tesseract gets: an A3 page has 17 million."""
_SOFTER = 0.7
"""Radius in pixels of the scan: takes away grain and specks, leaves the accents."""
_LEAST_CONTRAST = 60
_PAPER, _INK = 60, 1
"""Percentiles of the brightness: most of a page is paper, little of it ink."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The page in grey, level: for Tesseract, and as a person shall see it."""

    ink: Image.Image
    shown: Image.Image
    dpi: float
    """Of both."""


def prepared(image: Image.Image, dpi: float) -> Prepared:
    """The picture at 300 dpi (a huge one coarser), level; coloured stamps and signatures are white in `ink`."""
    shown = image if image.mode in ("1", "L") else image.convert("RGB")
    ink = _without_colour(shown) if shown.mode == "RGB" else shown
    ink = _contrasting(ink.convert("L").filter(ImageFilter.GaussianBlur(_SOFTER)))
    factor = min(DPI / dpi, math.sqrt(_MOST_DOTS / (image.width * image.height)))
    ink, shown = (_scaled(one.convert("L"), factor) for one in (ink, shown))
    dpi *= factor
    angle = skew(ink, dpi)
    if abs(angle) >= _LEAST_SKEW:
        ink, shown = (one.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255) for one in (ink, shown))
    return Prepared(ink, shown, dpi)


def _scaled(image: Image.Image, factor: float) -> Image.Image:
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)


def _contrasting(image: Image.Image) -> Image.Image:
    """White where the paper is, and a little above; the darkest ink near to black."""
    ink, paper = np.percentile(np.asarray(image)[::4, ::4], (_INK, _PAPER))
    black, white = ink * 0.5, max(paper, ink + _LEAST_CONTRAST) * 0.93
    return image.point([min(255, max(0, round((value - black) / (white - black) * 255))) for value in range(256)])


def _without_colour(image: Image.Image) -> Image.Image:
    pixels = np.asarray(image)
    high, low = pixels.max(axis=2), pixels.min(axis=2)
    coloured = (high - low > _STRONG) & (high > _DARK)
    if not coloured.any():
        return image.convert("L")
    return Image.fromarray(np.where(coloured, np.uint8(255), high))
