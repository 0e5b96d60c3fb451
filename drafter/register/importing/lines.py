"""The rows of a sheet as they speak of documents: merged cells filled, sections heeded, all else put aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.nlp.secrecy import secrecy_of
from drafter.readers.grids import MAX_CELLS, Cell, Grid
from drafter.register.importing.aside import Aside, aside_of
from drafter.register.importing.headings import Heading
from drafter.register.importing.kinds import kind_titled

_ACROSS = 3
"""Columns that a cell is merged over which is no column's own."""


@dataclass(slots=True)
class Line:
    """What a register says of one document."""

    first: int
    last: int
    """Rows, from 0; several where its number is merged over them."""
    cells: dict[str, Cell]
    """By the field of `Record`, and "symbol" where it has a column of its own; without empty ones."""
    kind: str = ""
    """The kind that the sheet, or the section of the sheet, is of."""
    unit: str = ""
    """The same of the unit."""
    secrecy: str = ""
    """The mark of secrecy that stands in one of its cells, whatever the column, "" for none."""


@dataclass(slots=True)
class Lines:
    """All of a sheet."""

    lines: list[Line] = field(default_factory=list)
    aside: int = 0


def lines_of(grid: Grid, heading: Heading) -> Lines:
    """The documents of a sheet, row by row, and how many rows speak of none."""
    found, below = Lines(), list[Line]()
    fills, across, joined = _merged(grid, heading)
    section = Aside(kind=kind_titled(grid.name))
    for number, cells in _rows(grid, heading, fills):
        above = found.lines[-1] if found.lines else None
        if above and not below and joined.get(number, -1) == above.first:
            _join(above, number, _own(grid, number, heading))
            above.secrecy = above.secrecy or _secrecy(cells)
            continue
        aside = aside_of(cells, heading, number in across) if _may_be_aside(cells, heading) else None
        line = Line(number, number, _by_field(cells, heading), section.kind, section.unit, _secrecy(cells))
        if (below or (aside and aside.closes)) and not _has_number(line):
            below.append(line)
        elif aside is None:
            # What looked like the end of the book was none.
            found.lines += [*below, line]
            below.clear()
        else:
            found.aside += 1
            if aside.kind or aside.unit:
                section = Aside(aside.kind or (section.kind if aside.unit else ""), aside.unit or section.unit)
    found.aside += len(below)
    return found


def _merged(grid: Grid, heading: Heading) -> tuple[dict[int, dict[int, Cell]], set[int], dict[int, int]]:
    """By row what merged cells above show in it; the rows with a cell merged across; by row that of its number."""
    fills: dict[int, dict[int, Cell]] = defaultdict(dict)
    across: set[int] = set()
    joined: dict[int, int] = {}
    left_over = MAX_CELLS
    number = heading.fields.get("number", heading.fields.get("symbol"))
    for top, bottom, left, right in grid.merged:
        bottom = min(bottom, len(grid.rows) - 1)
        if top <= heading.last or top > bottom:
            continue
        if right - left + 1 >= _ACROSS:
            across.add(top)
        left_over -= bottom - top
        if left_over < 0:  # areas upon areas, which Excel never makes
            break
        value = grid.rows[top][left] if left < len(grid.rows[top]) else ""
        for row in range(top + 1, bottom + 1):
            fills[row][left] = value
            if left == number:
                joined[row] = top
    return fills, across, joined


def _rows(grid: Grid, heading: Heading, fills: dict[int, dict[int, Cell]]) -> Iterator[tuple[int, dict[int, Cell]]]:
    """The rows below the headings that have something of their own, with what merged cells add."""
    for number in range(heading.last + 1, len(grid.rows)):
        cells = {column: cell for column, cell in enumerate(grid.rows[number]) if not _is_blank(cell)}
        if number in fills:
            own = bool(cells)
            cells |= {column: cell for column, cell in fills[number].items() if not _is_blank(cell)}
            if not own and len(cells) < _ACROSS:
                continue
        if cells:
            yield number, cells


def _secrecy(cells: dict[int, Cell]) -> str:
    return secrecy_of("\n".join(cell for cell in cells.values() if isinstance(cell, str)))


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and (not cell or cell.isspace())


def _own(grid: Grid, number: int, heading: Heading) -> dict[str, Cell]:
    """What stands in the row itself."""
    cells = {column: cell for column, cell in enumerate(grid.rows[number]) if not _is_blank(cell)}
    return _by_field(cells, heading)


def _by_field(cells: dict[int, Cell], heading: Heading) -> dict[str, Cell]:
    return {field: cells[column] for field, column in heading.fields.items() if column in cells}


def _join(line: Line, number: int, own: dict[str, Cell]) -> None:
    """Adds a row to the document above whose number is merged over it."""
    line.last = number
    for name, cell in own.items():
        before = line.cells.get(name, "")
        line.cells[name] = f"{before}\n{cell}" if before != "" and before != cell else cell


def _may_be_aside(cells: dict[int, Cell], heading: Heading) -> bool:
    """Whether it is worth a look: the usual row has a title that is longer than a column's number, and more."""
    title = cells.get(heading.fields.get("title", -1), "")
    number = cells.get(heading.fields.get("number", heading.fields.get("symbol", -1)), "")
    usual = len(cells) > _ACROSS and isinstance(title, str) and len(title) > _ACROSS * _ACROSS
    return not (usual and (isinstance(number, int) or (isinstance(number, str) and number.strip()[:1].isdigit())))


def _has_number(line: Line) -> bool:
    number = line.cells.get("number", line.cells.get("symbol", ""))
    return not isinstance(number, str) or any(letter.isdigit() for letter in number[:20])
