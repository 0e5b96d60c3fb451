"""Where the headings of a sheet stand, and what its columns are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.readers.grids import Cell, Grid
from drafter.register.importing.cells import bare, letters, words
from drafter.register.importing.preview import Taken
from drafter.register.importing.vocabulary import NOT_OURS, ORDINAL, Meaning, of_lines

_LOOKED_AT = 60
"""Rows within which the headings begin."""
_MOST_LINES = 3
_MOST_COLUMNS = 60
_FEWEST_FIELDS = 3
_LONGEST_LINE = 45
"""Characters of what still is a heading's line."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings of a sheet."""

    first: int
    last: int
    """Rows, from 0."""
    columns: tuple[Taken, ...]
    fields: dict[str, int]
    """The column of each field of `Record`, of "symbol" where it has a column of its own."""
    lines: frozenset[frozenset[str]]
    """What stands in each of its rows, without marks."""

    @property
    def place(self) -> str:
        one = self.first == self.last
        return f"dòng {self.first + 1}" if one else f"dòng {self.first + 1}-{self.last + 1}"


def heading_of(grid: Grid) -> Heading | None:
    """The headings: those rows that name most columns; the fewest and the first of such. None where there are none."""
    best: tuple[int, int, int] | None = None
    for first in range(min(_LOOKED_AT, len(grid.rows))):
        for count in range(1, _MOST_LINES + 1):
            if first + count > len(grid.rows):
                break
            meanings = [of_lines(lines) for lines in _lines(grid, first, first + count - 1)]
            fields = {found.field for found in meanings if found}
            rank = (len(fields), -count, -first)
            if _is_register(fields) and (best is None or rank > best):
                best = rank
    if best is None:
        return None
    first, last = -best[2], -best[2] - best[1] - 1
    while last + 1 < len(grid.rows) and _goes_on(grid.rows[last + 1]):
        last += 1
    return _heading(grid, first, last)


def is_of_incoming(grid: Grid) -> bool:
    """Whether it is the register of incoming documents."""
    cells = (cell for row in grid.rows[:_LOOKED_AT] for cell in row[:_MOST_COLUMNS])
    return any(isinstance(cell, str) and NOT_OURS.fullmatch(bare(cell[:40])) for cell in cells)


def _is_register(fields: set[str]) -> bool:
    fields = fields - {ORDINAL}
    return bool(fields & {"number", "symbol"} and fields & {"title", "date"}) and len(fields) >= _FEWEST_FIELDS


def _goes_on(row: Sequence[Cell]) -> bool:
    """Whether the row is one more line of the headings above: short words in several cells, no figures."""
    said = [cell for cell in row if cell != ""]
    return len(said) > 1 and all(
        isinstance(cell, str) and len(cell) <= _LONGEST_LINE and not any(letter.isdigit() for letter in cell)
        for cell in said
    )


def _lines(grid: Grid, first: int, last: int) -> list[tuple[str, ...]]:
    """By column what stands above it in these rows, merged cells over all that they cover."""
    rows = [list(grid.rows[row][:_MOST_COLUMNS]) for row in range(first, last + 1)]
    width = max(map(len, rows), default=0)
    for row in rows:
        row.extend([""] * (width - len(row)))
    covered: set[tuple[int, int]] = set()
    for top, bottom, left, right in grid.merged:
        if top > last or bottom < first or left >= width:
            continue
        value = grid.rows[top][left] if top < len(grid.rows) and left < len(grid.rows[top]) else ""
        for number in range(max(top, first), min(bottom, last) + 1):
            for column in range(left, min(right + 1, width)):
                rows[number - first][column] = value
                covered.add((number - first, column))
    _spread_groups(rows, covered)
    return [_said([row[column] for row in rows]) for column in range(width)]


def _spread_groups(rows: list[list[Cell]], covered: set[tuple[int, int]]) -> None:
    """A group's heading that is not merged stands over the columns to its right, too, that have headings below only."""
    for upper, lower, number in zip(rows, rows[1:], range(len(rows)), strict=False):
        for column in range(1, len(upper)):
            alone = upper[column] == "" and lower[column] != "" and lower[column - 1] != ""
            if alone and (number, column - 1) not in covered:
                upper[column] = upper[column - 1]


def _said(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The different texts of a column, from above."""
    texts = (words(cell) for cell in cells if isinstance(cell, str) and cell.strip())
    return tuple(dict.fromkeys(texts))


def _heading(grid: Grid, first: int, last: int) -> Heading:
    columns = _lines(grid, first, last)
    meanings = [of_lines(lines) for lines in columns]
    fields = _fields(meanings)
    taken = tuple(
        _taken(column, lines, found, fields)
        for column, (lines, found) in enumerate(zip(columns, meanings, strict=True))
        if lines
    )
    rows = (frozenset(bare(cell) for cell in row if isinstance(cell, str)) for row in grid.rows[first : last + 1])
    fields.pop(ORDINAL, None)
    return Heading(first, last, taken, fields, frozenset(row - {""} for row in rows))


def _fields(meanings: Sequence[Meaning | None]) -> dict[str, int]:
    """The column of each field: the one whose heading says it most surely, and of such the first."""
    known = [(column, found) for column, found in enumerate(meanings) if found]
    fields: dict[str, int] = {}
    for column, found in sorted(known, key=lambda pair: -pair[1].weight):
        field = found.field if found.field not in fields else found.also
        if field:
            fields.setdefault(field, column)
    return fields


def _taken(column: int, lines: tuple[str, ...], found: Meaning | None, fields: dict[str, int]) -> Taken:
    said, letter = " / ".join(lines), letters(column)
    field = next((field for field, at in fields.items() if at == column), "")
    if field == ORDINAL:
        return Taken(said, letter, "")
    if found is None:
        return Taken(said, letter, "", "không rõ là cột gì nên không lấy")
    if not field:
        return Taken(said, letter, "", f"đã lấy cột {letters(fields[found.field])} cho mục này nên không lấy")
    doubt = f"viết gần giống “{found.near}” nên hiểu như vậy; hãy xem lại" if found.near else ""
    return Taken(said, letter, field, doubt)
