"""How many documents count: of a year up to a day, by unit, kind and month, in one question to the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

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
    days: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Of the whole: how many by their date, "" for those without."""

    @property
    def whole(self) -> int:
        return sum(cell.count for cell in self.cells)

    @property
    def until(self) -> int:
        return sum(cell.until for cell in self.cells)

    def of_unit(self, unit: str) -> Counts:
        return Counts(self.year, tuple(cell for cell in self.cells if cell.unit == unit))

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
    # In the order of the index: no temporary table is needed, as it is for months.
    keys = entry.c.unit, entry.c.kind, entry.c.date
    wanted = conditions(Filter(year=year, unit=unit, counted=True), rules)
    found = connection.execute(select(*keys, func.count()).where(wanted).group_by(*keys).order_by(*keys))
    sums: dict[tuple[str, str, int], list[int]] = {}
    days: Counter[str] = Counter()
    for of_unit, kind, at, count in found:
        cell = sums.setdefault((of_unit, kind, _month(year, at)), [0, 0])
        cell[0] += count
        cell[1] += count if at <= until else 0
        days[at] += count
    cells = (Cell(*key, *counted) for key, counted in sums.items())
    return Counts(year, tuple(cells), days)


def month_counts(connection: Connection, year: int, rules: Rules, unit: str | None = None) -> Counter[int]:
    """The same by month alone, a third of the time: 1 to 12, and 0 for what lies in no month of the year."""
    month = func.substr(entry.c.date, 1, 7)
    wanted = conditions(Filter(year=year, unit=unit, counted=True), rules)
    found: Counter[int] = Counter()
    for at, count in connection.execute(select(month, func.count()).where(wanted).group_by(month)):
        found[_month(year, at)] += count
    return found


def unit_names(connection: Connection, *years: int) -> list[str]:
    """The units that have entries in the books of these years, by name; "" where some have none."""
    found = connection.execute(select(entry.c.unit).where(entry.c.year.in_(years)).distinct().order_by(entry.c.unit))
    return list(found.scalars())


def _month(year: int, at: str) -> int:
    return int(at[5:7]) if at.startswith(f"{year}-") else 0
