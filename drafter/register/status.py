"""How a year stands on a day: issued so far against what the target allows, and what the year's end will be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as calendar_date
from decimal import Decimal
from typing import Literal

from sqlalchemy import Connection

from drafter.register.counting import Counts, counts, month_counts
from drafter.register.decisions import rules_of
from drafter.register.forecast import Forecast, forecast
from drafter.register.pattern import Past
from drafter.register.rules import Rules
from drafter.register.targets import Baseline, allowed, baseline_of, entered_of, has_book, percents_of

Level = Literal["unknown", "within", "possible", "likely", "over"]
"""`possible`: the upper end of the forecast lies above what is allowed; `likely`: its middle does; `over`: more was
issued."""
_PAST_YEARS = 4
"""As many years before tell the pattern of an office."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a unit, or the whole office, stands against its target."""

    unit: str
    """"" for the whole office, or for documents of no unit among the units."""
    baseline: Baseline
    percent: Decimal
    allowed: int | None
    """None where there is no baseline."""
    issued: int
    """What counts up to the day."""

    @property
    def left(self) -> int | None:
        """Below zero where more was issued than allowed."""
        return None if self.allowed is None else self.allowed - self.issued

    @property
    def is_over(self) -> bool:
        return self.left is not None and self.left < 0


@dataclass(frozen=True, slots=True)
class OfKind:
    """A kind of document in both years."""

    kind: str
    issued: int
    baseline: int | None
    """In the whole year before; None where its register is not there."""
    same_period_last_year: int | None


@dataclass(frozen=True, slots=True)
class Status:
    year: int
    as_of: calendar_date
    unit: str | None
    """None for the whole office."""
    rules: Rules
    whole: Standing
    by_unit: tuple[Standing, ...]
    by_kind: tuple[OfKind, ...]
    by_month: tuple[int, ...]
    """Twelve counts up to the day."""
    undated: int
    """Issued without a day in the year: in the sum, but in no month."""
    forecast: Forecast | None
    """None where nothing is known of the office, neither this year nor before."""
    level: Level

    @property
    def pace(self) -> int | None:
        """How many more were issued than last year's rhythm allows for by this day; below zero: fewer."""
        base = self.whole.baseline
        if self.whole.allowed is None or not base.figure or base.until is None:
            return None
        return self.whole.issued - round(self.whole.allowed * base.until / base.figure)


def status(connection: Connection, year: int, as_of: calendar_date, unit: str | None = None) -> Status:
    """The status of the whole office, or of one unit, on a day.

    Outside the year its first or last day is taken.
    """
    rules, day = rules_of(connection), day_in(year, as_of)
    now, before = both_years(connection, day, rules, unit)
    whole, units = standings(connection, now, before, day, rules, unit)
    by_kind, by_month = tuple(_by_kind(now, before, whole.baseline)), now.by_month_until()
    ahead = forecast_of(connection, now, before, whole, day, rules, unit)
    return Status(
        year, day, unit, rules, whole, units, by_kind, by_month, now.until - sum(by_month), ahead, _level(whole, ahead)
    )


def _by_kind(now: Counts, before: Counts, baseline: Baseline) -> Iterator[OfKind]:
    """This year's kinds first, those with most documents first."""
    kinds, past, none = now.by_kind(), before.by_kind(), Counts(now.year, ())
    for kind in dict.fromkeys([*kinds, *past]):
        other = past.get(kind, none)
        known = (other.whole, other.until) if baseline.registered else (None, None)
        yield OfKind(kind, kinds.get(kind, none).until, *known)


def forecast_of(
    connection: Connection,
    now: Counts,
    before: Counts,
    whole: Standing,
    day: calendar_date,
    rules: Rules,
    unit: str | None = None,
) -> Forecast | None:
    """What the year will end with, as seen on a day, of what was counted of the office or the `unit`."""
    past = _past(connection, before, whole.baseline, rules, unit)
    return forecast(past, _by_day(now, day), day, whole.allowed)


def day_in(year: int, day: calendar_date) -> calendar_date:
    """The day; outside the year its first or last one."""
    return min(max(day, calendar_date(year, 1, 1)), calendar_date(year, 12, 31))


def both_years(
    connection: Connection, day: calendar_date, rules: Rules, unit: str | None = None
) -> tuple[Counts, Counts]:
    """What counts in the year of the day, up to it and whole; and in the year before, up to the same day and whole."""
    now = counts(connection, day.year, day.isoformat(), rules, unit)
    return now, counts(connection, day.year - 1, a_year_earlier(day), rules, unit)


def standings(
    connection: Connection,
    now: Counts,
    before: Counts,
    day: calendar_date,
    rules: Rules,
    unit: str | None = None,
    percents: Mapping[str, Decimal] | None = None,
) -> tuple[Standing, tuple[Standing, ...]]:
    """How the whole, or the `unit` that was counted, stands on a day, and the units in it.

    `percents` are targets by unit to go by instead of those that hold; a unit without one has that of "".
    """
    known = percents or percents_of(connection, now.year, rules)
    entered = entered_of(connection, before.year)

    def standing(name: str, base: Baseline, of: Counts) -> Standing:
        percent = known.get(name, known[""])
        return Standing(name, base, percent, allowed(base, percent, rules), of.until)

    def of_unit(name: str) -> Standing:
        last_year = before.of_unit(name)
        # What was entered under "" is of the whole office. A unit that the register has nothing of may be new.
        base = baseline_of(last_year, entered.get(name) if name else None, day, is_known=last_year.whole > 0)
        return standing(name, base, now.of_unit(name))

    units = tuple(map(of_unit, _units(now, before)))
    if unit is not None:
        return of_unit(unit), units
    base = baseline_of(before, entered.get(""), day, is_known=has_book(connection, before.year))
    return standing("", base, now), units


def _units(now: Counts, before: Counts) -> list[str]:
    """The units that issued anything in either year, the one without name last; none where no unit is ever named."""
    names = {cell.unit for of in (now, before) for cell in of.cells}
    return sorted(names, key=lambda unit: (not unit, unit)) if names != {""} else []


def _past(connection: Connection, before: Counts, baseline: Baseline, rules: Rules, unit: str | None) -> Past:
    """Twelve counts of each year before that the register has, None before its first; of an entered figure itself.

    `before` are those of the last one, which need not be counted again.
    """
    past: dict[int, Sequence[int | None] | int] = {}
    for year in range(before.year - _PAST_YEARS + 1, before.year):
        if months := month_counts(connection, year, rules, unit):
            past[year] = _begun([months[month] for month in range(1, 13)])
    if before.whole:
        past[before.year] = _begun(before.by_month())
    if baseline.origin == "entered" and baseline.figure is not None:
        past[before.year] = baseline.figure
    return past


def _begun(months: Sequence[int]) -> tuple[int | None, ...]:
    """The months of a book; those before its first document are not known to have had none."""
    first = next((at for at, count in enumerate(months) if count), len(months))
    return (*(None for _ in range(first)), *months[first:])


def _by_day(now: Counts, last: calendar_date) -> dict[calendar_date, int]:
    """What counts of each day of the year up to the last; what has no day in the year is the first day's."""
    first = calendar_date(last.year, 1, 1)
    within = {at: count for at, count in now.days.items() if first.isoformat() <= at <= last.isoformat()}
    days = {calendar_date.fromisoformat(at): count for at, count in within.items()}
    days[first] = days.get(first, 0) + now.until - sum(within.values())
    return days


def _level(whole: Standing, ahead: Forecast | None) -> Level:
    if whole.allowed is None:
        return "unknown"
    if whole.is_over:
        return "over"
    if ahead is None:
        return "within"
    if ahead.middle > whole.allowed:
        return "likely"
    return "possible" if ahead.high > whole.allowed else "within"


def a_year_earlier(day: calendar_date) -> str:
    """The same day of the year before; 28 February of 29 February."""
    try:
        return day.replace(year=day.year - 1).isoformat()
    except ValueError:
        return day.replace(year=day.year - 1, day=28).isoformat()
