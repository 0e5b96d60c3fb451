"""Words on paper: what the reader of a PDF and the recognition of pictures give to the one who lays out a text."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.document import Encoding, Format

_PLAIN = Format()


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in points (1/72 inch) from the top left corner of the upright page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    format: Format = _PLAIN
    confidence: float | None = None
    """Of a recognised word, 0 to 1."""
    encoding: Encoding | None = None
    """In which the file holds the word, where that is an old one; `text` is Unicode."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line, upright or level, such as the border of a table, in the same points."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page with its words in any order."""

    number: int
    """In the file, from 1."""
    width: float
    """pt, like `height`."""
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    recognised: bool = False
    empty: bool = False
    """Whether nothing at all stands on a recognised page."""
    picture: bytes | None = None
    """Of a recognised page: a JPEG, upright, some 100 dots an inch."""
