"""One page: its picture made ready, its words recognised, what is none left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from drafter.readers.paper.values import Sheet, Word
from drafter.readers.scan.preparing import Prepared, prepared
from drafter.readers.scan.tesseract import DPI, Tesseract, UnreadablePage

_POINT = 72 / DPI
_SHOWN_DPI = 100
_SHOWN_QUALITY = 50


def sheet_of(tesseract: Tesseract, number: int, image: Image.Image, dpi: float) -> Sheet:
    """The page in `image`, upright, with its words."""
    ready = prepared(image, dpi)
    words = tuple(_read(tesseract, ready))
    return Sheet(
        number,
        ready.ink.width * _POINT,
        ready.ink.height * _POINT,
        words,
        recognised=True,
        picture=_shown(ready.shown),
    )


def _read(tesseract: Tesseract, ready: Prepared) -> Iterator[Word]:
    try:
        table = tesseract.words(ready.ink, 3)
    except UnreadablePage:
        return
    for line in table.splitlines()[1:]:
        level, _, _, _, _, _, left, top, width, height, confidence, text = line.split("\t", 11)
        text = unicodedata.normalize("NFC", text.strip())
        if level == "5" and text:
            x, y = int(left), int(top)
            box = (x * _POINT, y * _POINT, (x + int(width)) * _POINT, (y + int(height)) * _POINT)
            yield Word(text, *box, confidence=max(0.0, float(confidence) / 100))


def _shown(image: Image.Image) -> bytes:
    shown = image.copy()
    shown.thumbnail((image.width * _SHOWN_DPI // DPI, image.height * _SHOWN_DPI // DPI), reducing_gap=2.0)
    file = BytesIO()
    shown.save(file, "JPEG", quality=_SHOWN_QUALITY)
    return file.getvalue()
