"""Where in a document a passage stands, and the document cut where passages begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.document import Span

# "Chương II", "Điều 5.", "III. TỔ CHỨC", "2. Về công tác", "1.2. Chỉ tiêu", "a) Nội dung"
_HEADING = re.compile(
    r"[\s*]*(?:(?:Phần|Chương|Mục|Điều|Phụ lục)\s+[\dIVXLC]+|[IVXLC]+\.|\d{1,2}(?:\.\d{1,2})*\.?\s)[ .:\d]*\S"
)
_LONGEST_HEADING = 160
"""Characters; what is longer and numbered is an item with text of its own."""
_SHOWN = 70


@dataclass(frozen=True, slots=True)
class Place:
    line: int
    """From 1; a line of a plain text, a paragraph of a Word file."""
    heading: str
    """The nearest heading at or above it, shortened; "" where there is none."""


class Places:
    """Tells the place of an offset of one text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\n", text))]
        self._headings = [_heading(line) for line in text.split("\n")]

    def of(self, offset: int) -> Place:
        """The place of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Place(line, next(filter(None, reversed(self._headings[:line])), ""))


def place_words(places: Places, span: Span, name: str) -> str:
    """Where the span stands: "Ở dòng 38, mục “2. Về hội họp”", "Cả văn bản" for what stands nowhere.

    `name` is the document's file name: only a plain text has lines that its readers can count.
    """
    if span.end == 0:
        return "Cả văn bản"
    place = places.of(span.start)
    unit = "dòng" if name.lower().endswith(".txt") else "đoạn văn thứ"
    return f"Ở {unit} {place.line}" + (f", mục “{place.heading}”" if place.heading else "")


@dataclass(frozen=True, slots=True)
class Slice:
    """Characters that the same passages cover."""

    span: Span
    covered: tuple[int, ...]
    """The indices of the passages, in their order."""
    opened: tuple[int, ...]
    """Those of them that begin here."""


def slices(within: Span, passages: Sequence[Span]) -> Iterator[Slice]:
    """`within` cut wherever one of the passages begins or ends, without gaps; empty passages cover nothing."""
    near = [(index, passage) for index, passage in enumerate(passages) if len(passage) and passage.meets(within)]
    edges = {within.start, within.end}
    for _, passage in near:
        edges |= {edge for edge in (passage.start, passage.end) if within.start < edge < within.end}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        covered = tuple(index for index, passage in near if passage.start <= start and end <= passage.end)
        yield Slice(Span(start, end), covered, tuple(index for index in covered if passages[index].start == start))


def _heading(line: str) -> str:
    words = " ".join(line.replace("*", " ").split())
    if len(words) > _LONGEST_HEADING or not _HEADING.match(line):
        return ""
    return words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + "…"
