"""Words that Tesseract overlooked in drawn tables: it takes numbers below each other for a line on its side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import numpy as np

from drafter.readers.paper.grids import Box, Grid, grids
from drafter.readers.paper.values import Rule
from drafter.readers.scan.preparing import Prepared
from drafter.readers.scan.rows import Row, gain, rows_of, sureness
from drafter.readers.scan.tesseract import Tesseract, UnreadablePage

_BLOCK = 6
"""Tesseract's page segmentation for level lines below each other."""
_NARROWEST = 8.0
"""pt of a column that holds words."""
_INSET = 1.5
"""pt between the middle of a cell's border and what is looked at."""
_LEAST_INK = 3.0
"""Square points of ink in a cell that is not empty; a figure of 11 pt has 8, specks have less than 1."""
_DARK = 128
_LESS = 0.5
"""Part of the letters that the surer reading of a cell has at least."""


def with_cells(tesseract: Tesseract, ready: Prepared, rows: list[Row], rules: Iterable[Rule]) -> list[Row]:
    """The lines; where a cell has ink and no word, its column is read by itself, and of each cell the surer reading."""
    for grid in grids(rules):
        for column in _columns(grid):
            if _is_overlooked(ready, rows, column):
                again = _anew(tesseract, ready, column)
                # What reads more on the whole may have fewer letters in a cell: those lying on a side are many.
                least = 0.0 if gain(again) > sum(gain(_words(row, box) for row in rows) for box in column) else _LESS
                for box in column:
                    rows = _surer(rows, again, box, least)
    return rows


def _columns(grid: Grid) -> Iterator[list[Box]]:
    """Cells of one width below each other."""
    for sides in dict.fromkeys((box.left, box.right) for box in grid.boxes):
        if sides[1] - sides[0] >= _NARROWEST:
            yield [box for box in grid.boxes if (box.left, box.right) == sides]


def _is_overlooked(ready: Prepared, rows: Iterable[Row], column: Iterable[Box]) -> bool:
    words = [word for row in rows for word in row]
    return any(_has_ink(ready, box) and not any(box.holds(word) for word in words) for box in column)


def _has_ink(ready: Prepared, box: Box) -> bool:
    dots = np.asarray(ready.ink.crop(_dots(ready, [box]))) < _DARK
    return float(dots.sum()) * (72 / ready.dpi) ** 2 >= _LEAST_INK


def _anew(tesseract: Tesseract, ready: Prepared, column: Collection[Box]) -> list[Row]:
    left, top, right, bottom = _dots(ready, column)
    try:
        return rows_of(tesseract.words(ready.ink.crop((left, top, right, bottom)), _BLOCK), ready.dpi, left, top)
    except UnreadablePage:
        return []


def _surer(rows: list[Row], again: Iterable[Row], box: Box, least: float) -> list[Row]:
    """The lines with what was read `again` of a cell, if that is surer and has at least this part of the letters."""
    old, new = ([_words(row, box) for row in reading] for reading in (rows, again))
    if sureness(new) <= sureness(old) or gain(new) < least * gain(old):
        return rows
    others = [tuple(word for word in row if not box.holds(word)) for row in rows]
    return [row for row in (*others, *new) if row]


def _words(row: Row, box: Box) -> Row:
    return tuple(word for word in row if box.holds(word))


def _dots(ready: Prepared, boxes: Collection[Box]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of cells below each other within their borders, in dots of the picture."""
    factor = ready.dpi / 72
    left, top = (min(box.left for box in boxes) + _INSET, min(box.top for box in boxes) + _INSET)
    right, bottom = (max(box.right for box in boxes) - _INSET, max(box.bottom for box in boxes) - _INSET)
    return round(left * factor), round(top * factor), round(right * factor), round(bottom * factor)
