"""How many documents count: of a year up to a day, by unit, kind and month, in one question to the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from drafter.register.entries import Filter, conditions
from drafter.register.rules import Rules
from drafter.register.tables import entry


@dataclass(frozen=True, slots=True)
class Cell:
    """Documents of one unit, kind and month."""

    unit: str
    kind: str
    month: int
    """1 to 12; 0 for those whose date lies in no month of the year."""
    count: int
    """In the whole year."""
    until: int
    """Of these up to the day that was asked for."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What counts of one year's book."""

    year: int
    cells: tuple[Cell, ...]

    @property
    def whole(self) -> int:
        return sum(cell.count for cell in self.cells)

    @property
    def until(self) -> int:
        return sum(cell.until for cell in self.cells)

    def of_unit(self, unit: str) -> Counts:
        return Counts(self.year, tuple(cell for cell in self.cells if cell.unit == unit))

    def by_unit(self) -> dict[str, Counts]:
        """The units by name, the one without name last."""
        units = sorted({cell.unit for cell in self.cells}, key=lambda unit: (not unit, unit))
        return {unit: self.of_unit(unit) for unit in units}

    def by_kind(self) -> dict[str, Counts]:
        """The kinds, those with most documents first."""
        sums = Counter(dict.fromkeys(sorted({cell.kind for cell in self.cells}), 0))
        for cell in self.cells:
            sums[cell.kind] += cell.count
        return {kind: Counts(self.year, tuple(self._of_kind(kind))) for kind, _ in sums.most_common()}

    def by_month(self) -> tuple[int, ...]:
        """Twelve counts, of the whole year; what has no month is in none."""
        return tuple(sum(cell.count for cell in self.cells if cell.month == month) for month in range(1, 13))

    def by_month_until(self) -> tuple[int, ...]:
        """Twelve counts up to the day."""
        return tuple(sum(cell.until for cell in self.cells if cell.month == month) for month in range(1, 13))

    def _of_kind(self, kind: str) -> Iterator[Cell]:
        return (cell for cell in self.cells if cell.kind == kind)


def counts(connection: Connection, year: int, until: str, rules: Rules, unit: str | None = None) -> Counts:
    """What counts in the book of a year, and of it up to the day `until` (ISO 8601); of one unit or of all."""
    month = func.substr(entry.c.date, 1, 7)
    early = func.sum(case((entry.c.date <= until, 1), else_=0))
    found = connection.execute(
        select(entry.c.unit, entry.c.kind, month, func.count(), early)
        .where(conditions(Filter(year=year, unit=unit, counted=True), rules))
        .group_by(entry.c.unit, entry.c.kind, month)
        .order_by(entry.c.unit, entry.c.kind, month)
    )
    return Counts(year, tuple(Cell(unit, kind, _month(year, at), *sums) for unit, kind, at, *sums in found))


def _month(year: int, at: str) -> int:
    return int(at[5:]) if at.startswith(f"{year}-") and at[5:].isdecimal() else 0
