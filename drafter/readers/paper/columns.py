"""Columns told by the white strip between them: letterheads, signatures beside recipients, two-column prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from drafter.readers.paper.lines import Line, lines
from drafter.readers.paper.values import Word

_MOTTO = re.compile(r"C[ỘO]NG H[ÒO][AÀ]|ĐẢNG CỘNG SẢN", re.IGNORECASE)
"""How the right column of a letterhead begins."""
_NUMBER = re.compile(r"Số\b", re.IGNORECASE)
_NARROWEST = 0.12
"""Part of the text's width that a column takes at least."""
_LABEL = re.compile(r"\W*\w{0,4}\W*")
"""A number before its item, which is no column of its own."""
_SLIT = 1.5
"""pt that a strip is wide at the least, where cells nearly touch."""
_BOX = 0.75
"""Part of the size of letters that the boxes of recognised words are tall."""

Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Region:
    """Neighbouring lines, `first` to `last` (excluded), that a white strip divides."""

    first: int
    last: int
    strip: Strip


def region_at(rows: Sequence[Line], start: int, width: float) -> Region | None:
    """The columns of which a line is the first that stands on both sides; `width` is that of the text."""
    row = rows[start]
    for gap in sorted(_gaps(row, 0.5 * _em(row)), key=lambda gap: gap[0] - gap[1]):
        region = _grown(rows, start, gap)
        if _is_sound(rows, region, width):
            return region
    return None


def sides(rows: Iterable[Line], strip: Strip) -> tuple[list[Line], list[Line]]:
    """The lines left and right of a strip; heights may differ."""
    left: list[Word] = []
    right: list[Word] = []
    page, recognised = 0, False
    for row in rows:
        page, recognised = row.page, row.recognised
        for word in row.words:
            (left if word.right <= strip[0] + 1 else right).append(word)
    return lines(left, page, recognised), lines(right, page, recognised)


def is_prose(column: Sequence[Line]) -> bool:
    """Whether a column is running text, which goes on in the next one."""
    widest = max((line.width for line in column), default=0.0)
    return len(column) >= 4 and sum(line.width > 0.88 * widest for line in column) >= 0.6 * len(column)


def is_letterhead(right: Sequence[Line]) -> bool:
    return bool(right) and _MOTTO.match(right[0].text) is not None


def cell_rows(left: Sequence[Line], right: Sequence[Line]) -> list[tuple[list[Line], list[Line]]]:
    """A letterhead as rows of cells: number and date are a second row where they stand at one height."""
    at = next((index for index, line in enumerate(left) if _NUMBER.match(line.text)), 0)
    if at and is_letterhead(right):
        height = left[at].base
        beside = [index for index, line in enumerate(right) if abs(line.base - height) < 0.35 * line.size]
        if beside and beside[0]:
            cut = beside[0]
            return [(list(left[:at]), list(right[:cut])), (list(left[at:]), list(right[cut:]))]
    return [(list(left), list(right))]


def _em(row: Line) -> float:
    """The size of a line's letters, pt."""
    return row.size / (_BOX if row.recognised else 1.0)


def _gaps(row: Line, least: float) -> list[Strip]:
    found, right = [], row.words[0].right
    for word in row.words[1:]:
        if word.left - right >= least:
            found.append((right, word.left))
        right = max(right, word.right)
    return found


def _free(row: Line, strip: Strip) -> Strip:
    """The widest part of a strip that no word of a line enters."""
    best, at = (strip[0], strip[0]), strip[0]
    for word in row.words:
        if word.right > strip[0] and word.left < strip[1]:
            if word.left - at > best[1] - best[0]:
                best = (at, word.left)
            at = max(at, word.right)
    return (at, strip[1]) if strip[1] - at > best[1] - best[0] else best


def _grown(rows: Sequence[Line], start: int, strip: Strip) -> Region:
    """The lines from `start` on that leave a strip free, and those of the right column that stand just above."""
    last, least = start + 1, 0.5 * _em(rows[start])
    both, sure = start + 1, strip
    while last < len(rows):
        free = _free(rows[last], strip)
        width = free[1] - free[0]
        if width < _SLIT or (width < least and not _fits(rows[last], rows[start:both], free)):
            break
        strip, last = free, last + 1
        if _side(rows[last - 1], strip) == "both":
            both, sure = last, strip
    last, strip = _trailing(rows, start, both, last, sure)
    first = start
    while first and _continues_right(rows[first - 1], rows[start], strip):
        first -= 1
    return Region(first, last, strip)


def _fits(row: Line, above: Sequence[Line], strip: Strip) -> bool:
    """Whether what a line has on each side stands in the middle of the column above, or begins where it begins."""
    parts, columns = sides([row], strip), sides(above, strip)
    pairs = zip(parts, columns, strict=True)
    return all(part and column and _is_below(part[0], column) for part, column in pairs)


def _is_below(row: Line, column: Sequence[Line]) -> bool:
    middle, near = median(line.middle for line in column), 0.7 * _em(row)
    beside = near if row.recognised else 4  # the dash of an item is lost now and then
    return abs(row.left - median(line.left for line in column)) < beside or abs(row.middle - middle) < near


def _trailing(rows: Sequence[Line], start: int, both: int, last: int, strip: Strip) -> tuple[int, Strip]:
    """How far lines of one side alone, below the last that stands on both, still belong to its column."""
    left, right = sides(rows[start:both], strip)
    end = both
    for row in rows[both:last]:
        free = _free(row, strip)
        side = _side(row, free)
        column = left if side == "left" else right
        if not column or not _belongs(row, column, side):
            break
        column.append(row)
        strip, end = free, end + 1
    return end, strip


def _belongs(row: Line, column: Sequence[Line], side: str) -> bool:
    before = column[-1]
    distance = (row.base - before.base) / max(_em(before), 1.0)
    return _is_below(row, column) and distance < (9 if side == "right" else 2)


def _continues_right(row: Line, below: Line, strip: Strip) -> bool:
    near = below.base - row.base < 2 * row.size
    return near and row.left >= strip[1] - 1 and row.left < below.words[-1].right


def _side(row: Line, strip: Strip) -> str:
    if row.right <= strip[0] + 1:
        return "left"
    return "right" if row.left >= strip[1] - 1 else "both"


def _is_sound(rows: Sequence[Line], region: Region, width: float) -> bool:
    """Whether the strip is white for a reason, not by the chance of a few blanks above each other."""
    own = rows[region.first : region.last]
    left, right = sides(own, region.strip)
    if not left or not right or all(_LABEL.fullmatch(line.text) for line in left):
        return False
    columns = [max(line.right for line in side) - min(line.left for line in side) for side in (left, right)]
    if min(columns) < _NARROWEST * width:
        return False
    both = sum(_side(row, region.strip) == "both" for row in own)
    em = median(_em(row) for row in own)
    strip = (region.strip[1] - region.strip[0]) / em
    if is_letterhead(right):
        return True
    if both == 1:
        return strip >= (2.5 if len(own) > 1 else 4)
    return strip >= (0.8 if both >= 4 else 1.2)
