"""One page: its picture made ready, its words recognised, turned where it lies on a side or on its head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import BytesIO

import numpy as np
from PIL import Image

from drafter.readers.paper.values import Rule, Sheet
from drafter.readers.scan.again import seen_again
from drafter.readers.scan.cells import with_cells
from drafter.readers.scan.junk import cleaned
from drafter.readers.scan.preparing import Prepared, prepared
from drafter.readers.scan.rows import Row, gain, levelled, rows_of, sureness
from drafter.readers.scan.ruled import unruled
from drafter.readers.scan.tesseract import Tesseract, UnreadablePage

_LAYOUT = 3
"""Tesseract's page segmentation: columns and blocks as it finds them."""
_LONG = 4
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
    rows: list[Row]
    rules: tuple[Rule, ...]


def sheet_of(tesseract: Tesseract, number: int, image: Image.Image, dpi: float) -> Sheet:
    """The page in `image`, upright, with its words."""
    reading = _read(tesseract, image, dpi)
    if not _stands(reading.rows) and not _is_empty(reading.ready.ink):
        turned = [_read(tesseract, image.rotate(-turn, expand=True), dpi) for turn in _turns(tesseract, reading.ready)]
        reading = max([*turned, reading], key=lambda one: (_stands(one.rows), gain(one.rows)))
    ready = reading.ready
    width, height = (side * 72 / ready.dpi for side in ready.ink.size)
    rows = seen_again(tesseract, ready, with_cells(tesseract, ready, reading.rows, reading.rules))
    kept = [row for row in (tuple(cleaned(row)) for row in rows) if row]
    words = tuple(word for row in kept for word in levelled(row))
    empty = not words and _is_empty(ready.ink)
    return Sheet(number, width, height, words, reading.rules, recognised=True, empty=empty, picture=_shown(ready))


def _read(tesseract: Tesseract, image: Image.Image, dpi: float) -> _Reading:
    ready = prepared(image, dpi)
    ink, rules = unruled(ready.ink, ready.dpi)
    ready = replace(ready, ink=ink)
    try:
        rows = rows_of(tesseract.words(ready.ink, _LAYOUT), ready.dpi)
    except UnreadablePage:
        rows = []
    return _Reading(ready, rows, rules)


def _stands(rows: list[Row]) -> bool:
    """Whether the page is upright: Tesseract is sure of it, and its long words are wider than high."""
    long = [word for row in rows for word in row if len(word.text) >= _LONG]
    upright = sum(word.right - word.left > word.bottom - word.top for word in long)
    return sureness(rows) >= _UPRIGHT and 2 * upright >= len(long)


def _turns(tesseract: Tesseract, ready: Prepared) -> Iterable[int]:
    """Degrees clockwise that may set the page upright: as Tesseract says, or all where it cannot tell."""
    if not tesseract.tells_turning:
        return (90, 180, 270)
    try:
        told = _ROTATE.search(tesseract.turning(ready.ink))
    except UnreadablePage:  # too few letters
        return ()
    return (int(told[1]),) if told and told[1] != "0" else ()


def _is_empty(ink: Image.Image) -> bool:
    return float(np.mean(np.asarray(ink)[::3, ::3] < 128)) < _LEAST_INK


def _shown(ready: Prepared) -> bytes:
    factor = _SHOWN_DPI / ready.dpi
    size = (max(1, round(ready.shown.width * factor)), max(1, round(ready.shown.height * factor)))
    file = BytesIO()
    ready.shown.resize(size, Image.Resampling.BOX).save(file, "JPEG", quality=_SHOWN_QUALITY)
    return file.getvalue()
