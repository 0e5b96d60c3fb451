"""The words of a text one by one, as they are written, each with what it stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from drafter.nlp.syllables import normal

_OPENING = re.compile(r"[\n.!?:…+;–-]")
_WORD = re.compile(r"[^\W\d_]+")


class Token(NamedTuple):
    """A tuple, as there are thousands of them."""

    written: str
    form: str
    """In normal form."""
    start: int
    joined: bool
    """Whether nothing but blanks stands between it and the one before."""
    opens: bool
    """Whether a sentence or a line begins with it."""
    slashed: bool
    """Whether nothing but a slash stands between it and the next."""

    @property
    def end(self) -> int:
        return self.start + len(self.written)


def tokens(text: str) -> list[Token]:
    """The words of a folded text in its order; a figure is none. A line that goes on in a small letter is joined to the
    one before."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    for found in _WORD.finditer(text):
        written, start = found[0], found.start()
        gap = text[end:start]
        blank = gap == " " or (gap.isspace() and ("\n" not in gap or (gap == "\n" and written[0].islower())))
        end = found.end()
        opens = not blank and _opens(gap, start)
        yield Token(written, _normal(written), start, blank and start > len(gap), opens, text[end : end + 1] == "/")


def _opens(gap: str, start: int) -> bool:
    return len(gap) == start or _OPENING.search(gap) is not None


@lru_cache(maxsize=100_000)
def _normal(written: str) -> str:
    return normal(written)
