"""What Tesseract misread in a way that shows, looked at a second time by itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from PIL import Image, ImageOps

from drafter.readers.paper.values import Word
from drafter.readers.scan.preparing import Prepared
from drafter.readers.scan.rows import Row, rows_of, span, sureness
from drafter.readers.scan.tesseract import Tesseract, UnreadablePage

_ONE_LINE = 7
"""Tesseract's page segmentation for a picture of one line."""
_LETTERS = re.compile(r"[^\W\d_]")
_FEW_LETTERS, _UNSURE = 0.35, 0.75
"""Of a line that is nothing but the accents of the next one: the share of letters in it, and the confidence."""
_NEAR = 4.0
"""pt between such a line and the one that lacks its accents."""
_AROUND = 6
"""Dots of paper around what is cut out."""
_NUMBER = re.compile(r"\d{1,5}")
_NUMBERED = re.compile(r"(?<!\d)(\d{1,5}) ?/")
_SYMBOL = re.compile(r"(?:/\d{4})?/[A-ZĐÐ]{1,6}-?")
_SIZES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.4)
_MARGINS = (0, 4)
"""Sizes and dots of paper above and below with which a number is read; what most readings say is taken,
where it is a third of them."""
_PART = 3
_PAPER = 20
"""Dots of paper around a line by itself."""


def seen_again(tesseract: Tesseract, ready: Prepared, rows: list[Row]) -> list[Row]:
    """The lines, those anew of which Tesseract read accents and letters apart, and the number written in by hand."""
    rows = _with_accents(tesseract, ready, rows)
    return [_with_number(tesseract, ready, row) for row in rows]


def _with_accents(tesseract: Tesseract, ready: Prepared, rows: list[Row]) -> list[Row]:
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found else ()
        if above and _is_accents(above) and _lies_below(row, above):
            anew = _one_line(tesseract, ready, (*above, *row))
            if sureness([anew]) > sureness([row]):
                found[-1] = anew
                continue
        found.append(row)
    return found


def _is_accents(row: Row) -> bool:
    text = "".join(word.text for word in row)
    return len(_LETTERS.findall(text)) <= _FEW_LETTERS * len(text) and sureness([row]) < _UNSURE


def _lies_below(row: Row, above: Row) -> bool:
    left, top, right, _ = span(row)
    other_left, _, other_right, bottom = span(above)
    shared = min(right, other_right) - max(left, other_left)
    return abs(top - bottom) < _NEAR and shared > 0.5 * (other_right - other_left)


def _one_line(tesseract: Tesseract, ready: Prepared, words: Row) -> Row:
    left, top, right, bottom = (round(side * ready.dpi / 72) for side in span(words))
    left, top = max(0, left - _AROUND), max(0, top - _AROUND)
    cut = ready.ink.crop((left, top, right + _AROUND, bottom + _AROUND))
    try:
        return tuple(word for row in rows_of(tesseract.words(cut, _ONE_LINE), ready.dpi, left, top) for word in row)
    except UnreadablePage:
        return ()


def _with_number(tesseract: Tesseract, ready: Prepared, row: Row) -> Row:
    """The line with digits where "Số:" and a symbol stand around something that is no number."""
    for at in range(len(row) - 2):
        before, number, after = row[at : at + 3]
        if before.text in ("Số:", "Số") and _SYMBOL.match(after.text) and not _NUMBER.fullmatch(number.text):
            return (*row[: at + 1], _digits(tesseract, ready, before, number, after), *row[at + 2 :])
    return row


def _digits(tesseract: Tesseract, ready: Prepared, before: Word, number: Word, after: Word) -> Word:
    """Read by the English model, which knows more hands, with what stands around; how many agree is how sure it is."""
    left, top, right, bottom = (round(side * ready.dpi / 72) for side in span((before, number, after)))
    said: Counter[str] = Counter()
    for margin in _MARGINS:
        cut = ready.ink.crop((left - _AROUND, top - margin, right + _AROUND, bottom + margin))
        for size in _SIZES:
            small = cut.resize(
                (max(1, int(cut.width * size)), max(1, int(cut.height * size))), Image.Resampling.LANCZOS
            )
            try:
                found = _NUMBERED.search(tesseract.english(ImageOps.expand(small, _PAPER, 255)))
            except UnreadablePage:
                continue
            said[found[1] if found else ""] += 1
    text, most = max(said.items(), key=lambda one: one[1], default=("", 0))
    if not text or most < len(_SIZES) * len(_MARGINS) / _PART:
        return number
    return replace(number, text=text, confidence=most / (len(_SIZES) * len(_MARGINS)))
