"""Edits in the words of rows: where a stretch of a row stands in the text, and what is written there instead."""

from __future__ import annotations

from drafter.layout.roles import Sheet
from drafter.layout.rows import Row, place
from drafter.layout.rules import Edit


def instead(sheet: Sheet, row: Row, start: int, end: int, words: str) -> Edit:
    """Other words for those that a row says from `start` to `end`; they are put in where the two are equal."""
    return Edit(place(sheet.document.text, row, start, end), words)


def whole(sheet: Sheet, row: Row, words: str) -> Edit:
    """Other words for all that a row says."""
    return instead(sheet, row, 0, len(row.words), words)


def ending(sheet: Sheet, row: Row, mark: str) -> Edit:
    """A mark at a row's end, in place of the one that stands there."""
    kept = len(row.words.rstrip(" ,;.:"))
    return instead(sheet, row, kept, len(row.words), mark)
