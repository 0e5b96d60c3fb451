"""Text made fit for a terminal: lines no wider than a number of columns, nothing in them that steers the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

WIDTH = 80
"""Columns of what commands print."""
_LINES = {ord(mark): " " for mark in "\n\r\t\u00a0"}


def columns(text: str) -> int:
    """How many columns a terminal gives to `text`: none to combining marks, two to wide characters."""
    return sum(map(_columns_of, text))


def printable(text: str) -> str:
    """`text` in composed letters on one line, without the characters that are commands to a terminal."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text  # most are, and this tells it quickly
    composed = unicodedata.normalize("NFC", text).translate(_LINES)
    return "".join(letter for letter in composed if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co"))


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """`text` in lines of at most `width` columns: `first` before the first line, `rest` (as `first`) before others."""
    lines: list[str] = []
    lead, line, used = first, "", 0
    following = first if rest is None else rest
    for word in _fitting(text, width - max(columns(first), columns(following))):
        taken = columns(word)
        if line and columns(lead) + used + 1 + taken > width:
            lines.append(lead + line)
            lead, line, used = following, word, taken
        else:
            line, used = (f"{line} {word}", used + 1 + taken) if line else (word, taken)
    return [*lines, lead + line]


def _fitting(text: str, width: int) -> Iterator[str]:
    """The words of `text`, those wider than `width` columns cut."""
    for word in text.split():
        part, used = "", 0
        for letter in word:
            if used + _columns_of(letter) > width > 0:
                yield part
                part, used = "", 0
            part, used = part + letter, used + _columns_of(letter)
        yield part


def _columns_of(letter: str) -> int:
    if letter.isascii():
        return 1
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
