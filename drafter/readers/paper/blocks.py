"""The blocks of a page in reading order: running lines, columns, cells of tables, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from drafter.readers.paper.columns import cell_rows, is_letterhead, is_prose, region_at, sides
from drafter.readers.paper.grids import Grid, grids
from drafter.readers.paper.lines import Line, lines
from drafter.readers.paper.values import Rule, Sheet, Word

_PADDING = 5.4
"""pt between the line around a cell and its text, as Word has it."""


_FULL = 0.15
"""Part of the lines that reach the right edge at least."""


@dataclass(frozen=True, slots=True)
class Place:
    """The cell of a table on one page; `columns` tell whether it goes on on the next."""

    table: int
    """On its page, from 0."""
    row: int
    column: int
    columns: tuple[float, ...] = ()
    """x of its drawn upright lines; empty for a table that has none."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines below each other, and the edges between which they are set."""

    lines: tuple[Line, ...]
    left: float
    right: float
    place: Place | None = None
    is_note: bool = False
    is_centred: bool | None = None
    """Whether its lines are centred; None where each line has to tell."""

    @property
    def flows(self) -> bool:
        """Whether its last paragraph may go on in the next block that flows."""
        return self.place is None and not self.is_note


def edges(rows: Sequence[Line], fewest: int = 5) -> tuple[float, float] | None:
    """Left and right edge of the running text, told by what many lines have in common.

    None for too few lines, and where hardly a line reaches the right edge.
    """
    if len(rows) < fewest:
        return None
    left, right = _edge([row.left for row in rows], rows), -_edge([-row.right for row in rows], rows)
    full = sum(row.right > right - (9 if row.recognised else 3) for row in rows)
    return (left, right) if full >= _FULL * len(rows) else None


def _edge(values: Iterable[float], rows: Sequence[Line]) -> float:
    """The least value that several share, within a jitter."""
    ordered = sorted(values)
    near = 6.0 if rows[0].recognised else 2.0
    fewest = max(2, round(0.08 * len(ordered)))
    for start, value in enumerate(ordered):
        group = [one for one in ordered[start:] if one <= value + near]
        if len(group) >= fewest:
            return float(median(group))
    return ordered[0]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page taken apart: its drawn tables with the words in them, and the lines outside."""

    sheet: Sheet
    tables: tuple[Grid, ...]
    words: tuple[Word, ...]
    """In the tables."""
    lines: tuple[Line, ...]


def leaf(sheet: Sheet, rows: Sequence[Line]) -> Leaf:
    """A page taken apart; `rows` are its lines without page number, header and footer."""
    words = [word for row in rows for word in row.words]
    tables = [grid for grid in grids(sheet.rules) if any(grid.holds(word) for word in words)]
    inside = [word for word in words if any(grid.holds(word) for grid in tables)]
    if not inside:
        return Leaf(sheet, (), (), tuple(rows))
    taken = set(map(id, inside))
    free = [word for word in words if id(word) not in taken]
    return Leaf(sheet, tuple(tables), tuple(inside), tuple(lines(free, sheet.number, sheet.recognised)))


def blocks(page: Leaf, edge: tuple[float, float]) -> list[Block]:
    """What stands on a page in reading order; `edge`: between which edges its running text is set."""
    outside = list(page.lines)
    found: list[Block] = []
    for grid in page.tables:
        above = [row for row in outside if row.base < grid.top + 1]
        outside = outside[len(above) :]
        found += _band(above, edge, len(found))
        found += _cells(page, grid, len(found))
    notes = _notes(page.sheet, outside, edge)
    found += _band(outside[: len(outside) - len(notes)], edge, len(found))
    if notes:
        found.append(Block(tuple(notes), *edge, is_note=True))
    return found


def _cells(page: Leaf, grid: Grid, table: int) -> Iterator[Block]:
    for box in grid.boxes:
        held = [word for word in page.words if box.holds(word)]
        own = lines(held, page.sheet.number, page.sheet.recognised)
        if own:
            place = Place(table, box.row, box.column, grid.columns)
            right = max(box.right - _PADDING, *(line.right for line in own))
            yield Block(tuple(own), min(box.left + _PADDING, *(line.left for line in own)), right, place)


def _band(rows: Sequence[Line], edge: tuple[float, float], table: int) -> list[Block]:
    """Lines without a drawn table among them: columns where a white strip divides them."""
    found: list[Block] = []
    running: list[Line] = []
    at = 0
    while at < len(rows):
        region = region_at(rows, at, edge[1] - edge[0])
        if region is None:
            running.append(rows[at])
            at += 1
            continue
        above = len(running) - (at - region.first)
        if running[:above]:
            found.append(Block(tuple(running[:above]), *edge))
        running = []
        left, right = sides(rows[region.first : region.last], region.strip)
        found += _columns(left, right, edge, region.strip, table + len(found))
        at = region.last
    return [*found, Block(tuple(running), *edge)] if running else found


def _columns(
    left: Sequence[Line], right: Sequence[Line], edge: tuple[float, float], strip: tuple[float, float], table: int
) -> Iterator[Block]:
    if is_prose(left) and is_prose(right):
        for side in (left, right):
            yield Block(tuple(side), *(edges(side) or (side[0].left, side[0].right)))
        return
    for row, (first, second) in enumerate(cell_rows(left, right)):
        if first:
            yield _column(first, edge[0], None, strip[0], Place(table, row, 0))
        inner = None if is_letterhead(second) or not second else region_at(second, 0, edge[1] - edge[0])
        if inner is None and second:
            yield _column(second, None, edge[1], edge[1], Place(table, row, 1))
        elif inner:
            middle, last = sides(second, inner.strip)
            yield _column(middle, None, None, inner.strip[0], Place(table, row, 1))
            yield _column(last, None, edge[1], edge[1], Place(table, row, 2))


def _column(rows: Sequence[Line], left: float | None, right: float | None, end: float, place: Place) -> Block:
    """A column without drawn lines: what is centred has its edges as far left of its middle as right of it."""
    least, most = min(line.left for line in rows), max(line.right for line in rows)
    middle = median(line.middle for line in rows)
    centred = all(abs(line.middle - middle) < 0.35 * line.size for line in rows)
    if not centred and _is_flush(rows):
        return Block(tuple(rows), least, max(most, end), place, is_centred=False)
    half = middle - left if left is not None else (most if right is None else right) - middle
    if centred and half > 2 * _PADDING:
        return Block(tuple(rows), middle - half + _PADDING, middle + half - _PADDING, place, is_centred=True)
    return Block(tuple(rows), least, max(most, end), place, is_centred=True)


def _is_flush(column: Sequence[Line]) -> bool:
    """Whether several lines begin at one place, so that they are not centred."""
    return len(column) > 1 and max(line.left for line in column) - min(line.left for line in column) < 2


def _notes(sheet: Sheet, rows: Sequence[Line], edge: tuple[float, float]) -> Sequence[Line]:
    """The lines of footnotes: smaller ones below a short drawn line, to the end of the page."""
    for rule in sheet.rules:
        if _separates(rule, sheet, edge):
            below = [row for row in rows if row.base > rule.top + 1]
            above = rows[: len(rows) - len(below)]
            if below and above and max(row.size for row in below) < median(row.size for row in above) - 0.8:
                return below
    return ()


def _separates(rule: Rule, sheet: Sheet, edge: tuple[float, float]) -> bool:
    part = (rule.right - rule.left) / max(1.0, edge[1] - edge[0])
    level = rule.bottom - rule.top < 3
    return level and 0.15 < part < 0.5 and abs(rule.left - edge[0]) < 12 and rule.top > 0.4 * sheet.height
