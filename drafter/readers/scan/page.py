"""One page: its picture made ready, its words recognised, turned where it lies on a side or on its head."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image

from drafter.readers.paper.values import Sheet, Word
from drafter.readers.scan.junk import cleaned
from drafter.readers.scan.preparing import Prepared, prepared
from drafter.readers.scan.tesseract import Tesseract, UnreadablePage

_SHOWN_DPI = 100
_SHOWN_QUALITY = 50
_UPRIGHT = 0.7
"""Mean confidence from which on nobody asks whether a page stands upright; one that does not has 0.2 to 0.5."""
_LEAST_INK = 0.001
"""Share of dark dots of a page that is not empty."""
_ROTATE = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Reading:
    ready: Prepared
    words: tuple[Word, ...]

    @property
    def sureness(self) -> float:
        """Mean confidence of the letters."""
        letters = sum(len(word.text) for word in self.words)
        return self.gain / letters if letters else 0.0

    @property
    def gain(self) -> float:
        return sum(len(word.text) * (word.confidence or 0.0) for word in self.words)


def sheet_of(tesseract: Tesseract, number: int, image: Image.Image, dpi: float) -> Sheet:
    """The page in `image`, upright, with its words."""
    reading = _read(tesseract, image, dpi)
    if reading.sureness < _UPRIGHT and not _is_empty(reading.ready.ink):
        turned = [_read(tesseract, image.rotate(-turn, expand=True), dpi) for turn in _turns(tesseract, reading.ready)]
        reading = max(reading, *turned, key=lambda one: one.gain) if turned else reading
    ready = reading.ready
    width, height = (side * 72 / ready.dpi for side in ready.ink.size)
    words = tuple(cleaned(reading.words))
    return Sheet(number, width, height, words, recognised=True, picture=_shown(ready))


def _read(tesseract: Tesseract, image: Image.Image, dpi: float) -> _Reading:
    ready = prepared(image, dpi)
    try:
        return _Reading(ready, tuple(_words(tesseract.words(ready.ink, 3), 72 / ready.dpi)))
    except UnreadablePage:
        return _Reading(ready, ())


def _turns(tesseract: Tesseract, ready: Prepared) -> Iterable[int]:
    """Degrees clockwise that may set the page upright: as Tesseract says, or all where it cannot tell."""
    if not tesseract.tells_turning:
        return (90, 180, 270)
    try:
        told = _ROTATE.search(tesseract.turning(ready.ink))
    except UnreadablePage:  # too few letters
        return ()
    return (int(told[1]),) if told and told[1] != "0" else ()


def _words(table: str, point: float) -> Iterator[Word]:
    for line in table.splitlines()[1:]:
        level, *_, left, top, width, height, confidence, text = line.split("\t", 11)
        text = unicodedata.normalize("NFC", text.strip())
        if level == "5" and text:
            x, y = int(left), int(top)
            box = (x * point, y * point, (x + int(width)) * point, (y + int(height)) * point)
            yield Word(text, *box, confidence=max(0.0, float(confidence) / 100))


def _is_empty(ink: Image.Image) -> bool:
    return float(np.mean(np.asarray(ink)[::3, ::3] < 128)) < _LEAST_INK


def _shown(ready: Prepared) -> bytes:
    factor = _SHOWN_DPI / ready.dpi
    size = (max(1, round(ready.shown.width * factor)), max(1, round(ready.shown.height * factor)))
    file = BytesIO()
    ready.shown.resize(size, Image.Resampling.BOX).save(file, "JPEG", quality=_SHOWN_QUALITY)
    return file.getvalue()
