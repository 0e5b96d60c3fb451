"""Paper and margins as pages of text show them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from drafter.document import Section
from drafter.readers.paper.blocks import Leaf, edges
from drafter.readers.paper.lines import Line
from drafter.readers.paper.paragraphs import Piece

MM = 25.4 / 72
"""mm in a point."""
_ASCENT = 0.891
"""Of Times New Roman and of what is made to its measure, in parts of the size: above it a line begins."""
_SINGLE = 1.15
"""Distance of lines with single spacing, in parts of the size."""
_FEWEST = 3
"""Lines that begin or end at one place where that is the margin."""
_EXACT = 1.0
"""pt within which they do."""


def sections(pages: Sequence[Leaf], made: Sequence[Piece], pitch: Mapping[float, float]) -> tuple[Section, ...]:
    """Pages of one size that follow each other; none where a page was recognised, whose edges are but near.

    A margin that does not show is not a number: the lower one never does, for no page has to be full.
    """
    if any(page.sheet.recognised for page in pages):
        return ()
    found: list[Section] = []
    for (width, height), group in groupby(pages, key=_size):
        own = list(group)
        first = found[-1].last if found else 0
        last = first + sum(piece.lines[0].page <= own[-1].sheet.number for piece in made[first:])
        left, right = _sides(own)
        found.append(
            Section(
                first,
                last,
                width=width,
                height=height,
                landscape=width > height,
                top=_top(own, pitch),
                bottom=math.nan,
                left=left,
                right=right,
            )
        )
    return tuple(found)


def _size(page: Leaf) -> tuple[float, float]:
    """mm; a PDF has them in whole points now and then."""
    return round(page.sheet.width * MM), round(page.sheet.height * MM)


def _sides(pages: Sequence[Leaf]) -> tuple[float, float]:
    """Left and right margin in mm, as far as enough lines show them and pages agree."""
    rows = [row for page in pages for row in page.lines]
    edge = edges(rows)
    if edge is None:
        return math.nan, math.nan
    agreed = [own for page in pages if (own := edges(page.lines, 12))]
    begin = sum(abs(row.left - edge[0]) < _EXACT for row in rows) >= _FEWEST
    end = sum(abs(row.right - edge[1]) < _EXACT for row in rows) >= _FEWEST
    left = begin and all(abs(own[0] - edge[0]) < 3 for own in agreed)
    right = end and all(abs(own[1] - edge[1]) < 3 for own in agreed)
    width = pages[0].sheet.width
    return (round(edge[0] * MM, 1) if left else math.nan, round((width - edge[1]) * MM, 1) if right else math.nan)


def _top(pages: Sequence[Leaf], pitch: Mapping[float, float]) -> float:
    """Where the highest line begins, mm from the edge; wider spacing puts its room above the line."""
    tops = [line.base - _below(line) - _ASCENT * line.size - extra for line, extra in _highest(pages, pitch)]
    return round(min(tops) * MM, 1) if tops else math.nan


def _below(line: Line) -> float:
    """How far the boxes of words reach below the line that letters stand on."""
    return 0.2 * line.size


def _highest(pages: Sequence[Leaf], pitch: Mapping[float, float]) -> Iterator[tuple[Line, float]]:
    """The first line of each page, and how much of wider spacing is above it; the letterhead has none."""
    for at, page in enumerate(pages):
        if page.lines and not (page.tables and page.tables[0].top < page.lines[0].base):
            line = page.lines[0]
            yield line, max(0.0, pitch.get(line.size, 0.0) - _SINGLE * line.size) if at else 0.0
