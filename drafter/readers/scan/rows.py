"""The lines of words that Tesseract gives, and how sure it is of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median

from drafter.readers.paper.values import Word

Row = tuple[Word, ...]

_GUTTER = 20.0
"""pt between words that stand in two columns; a line set to both margins seldom has so wide a gap."""


def rows_of(table: str, dpi: float, left: int = 0, top: int = 0) -> list[Row]:
    """The lines of a TSV of a picture of `dpi`, whose corner lies so many dots from that of the page."""
    point = 72 / dpi
    rows: dict[tuple[str, ...], list[Word]] = {}
    for line in table.splitlines()[1:]:
        level, _, *place, _, x, y, width, height, confidence, text = line.split("\t", 11)
        text = unicodedata.normalize("NFC", text.strip())
        if level == "5" and text:
            right, bottom = left + int(x) + int(width), top + int(y) + int(height)
            box = ((left + int(x)) * point, (top + int(y)) * point, right * point, bottom * point)
            rows.setdefault(tuple(place), []).append(Word(text, *box, confidence=max(0.0, float(confidence) / 100)))
    return [tuple(row) for row in rows.values()]


def levelled(row: Row) -> Row:
    """The words of a line with one height: that of a word's box depends on its accents, and is often wrong.

    A line over two columns has one in each.
    """
    pieces: list[list[Word]] = []
    for word in row:
        if pieces and abs(word.left - pieces[-1][-1].right) < _GUTTER:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return tuple(word for piece in pieces for word in _of_one_height(piece))


def _of_one_height(words: list[Word]) -> Iterator[Word]:
    top, bottom = median(word.top for word in words), median(word.bottom for word in words)
    return (replace(word, top=top, bottom=bottom) for word in words)


def gain(rows: Iterable[Row]) -> float:
    """Letters, each weighed by the confidence of its word."""
    return sum(len(word.text) * (word.confidence or 0.0) for row in rows for word in row)


def sureness(rows: Iterable[Row]) -> float:
    """Mean confidence of the letters, 0 where there are none."""
    rows = tuple(rows)
    letters = sum(len(word.text) for row in rows for word in row)
    return gain(rows) / letters if letters else 0.0


def span(row: Row) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a line, pt."""
    return (
        min(word.left for word in row),
        min(word.top for word in row),
        max(word.right for word in row),
        max(word.bottom for word in row),
    )
