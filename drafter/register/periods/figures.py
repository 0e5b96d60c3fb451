"""The figures of a period: what was issued in it and in the year up to its end, against target and last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from drafter.register.avoided import Avoided, find
from drafter.register.counting import Counts
from drafter.register.decisions import rules_of
from drafter.register.entries import ON_PAPER, counts_by
from drafter.register.forecast import Forecast
from drafter.register.numbering import Gap, gaps
from drafter.register.periods.gathered import Meetings, meetings_of
from drafter.register.periods.values import Period
from drafter.register.rules import Rules
from drafter.register.status import Standing, both_years, forecast_of, standings, status
from drafter.register.tables import entry
from drafter.register.targets import Baseline, spread

What = Literal["cancelled", "reserved", "replaced", "uncounted"]
"""Numbers cancelled or kept for later; documents that another replaced, and such as went out but count by no rule."""


@dataclass(frozen=True, slots=True)
class Aside:
    """How many numbers or documents of a unit and kind stand beside the count. `replaced` ones are in it, too."""

    unit: str
    kind: str
    what: What
    issued: int
    """In the period."""
    cumulative: int
    """In the year up to its end; what has no day is here alone."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What counts of the whole, a unit, a kind or both; None where nothing is known of the year before."""

    unit: str | None
    """None for all units."""
    kind: str
    """"" for all kinds."""
    issued: int
    """In the period."""
    same_period: int | None
    """In the same period of the year before."""
    cumulative: int
    """In the year up to the period's end."""
    same_cumulative: int | None
    last_year: int | None
    """In the whole year before."""


@dataclass(frozen=True, slots=True)
class Month:
    """1 to 12."""

    month: int
    issued: int | None
    """None for a month after the period."""
    last_year: int | None
    pace: int | None
    """What is allowed of it: the allowance spread as last year's documents were. All months together are the whole."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What figures go by."""

    rules: Rules
    percents: Mapping[str, Decimal] | None = None
    """Targets by unit, "" for the office; None for those that hold."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of the whole office or of a unit.

    A document without a day in the year is of the year, but of no quarter and no half.
    """

    period: Period
    as_of: date
    """The last day that is counted: the period's, or an earlier one while it runs."""
    unit: str | None
    rules: Rules
    now: Counts
    before: Counts
    """Of the year before; up to the same day of it, and whole."""
    whole: Standing
    by_unit: tuple[Standing, ...]
    asides: tuple[Aside, ...]
    gaps: tuple[Gap, ...]
    """Numbers under which nothing stands; of the whole office alone."""
    avoided: tuple[Avoided, ...]
    """Documents that were not issued, of the period."""
    meetings: Meetings | None
    forecast: Forecast | None
    """Of the year's end as seen on `as_of`; None once the year is over, and where nothing is known."""

    @property
    def sums(self) -> Sums:
        return self._sums(self.whole, self.now, self.before, self.unit)

    @property
    def units(self) -> tuple[Sums, ...]:
        """In the order of `by_unit`."""
        return tuple(
            self._sums(one, self.now.of_unit(one.unit), self.before.of_unit(one.unit), one.unit) for one in self.by_unit
        )

    @property
    def kinds(self) -> tuple[Sums, ...]:
        """Those with most documents in the year first."""
        return tuple(self._counted(self.unit, self.whole, self.now, self.before))

    @property
    def table(self) -> tuple[Sums, ...]:
        """Units by name, the one without name last; in each its kinds."""
        rows = (
            self._counted(one.unit, one, self.now.of_unit(one.unit), self.before.of_unit(one.unit))
            for one in self.by_unit
        )
        return tuple(row for of_unit in rows for row in of_unit)

    @property
    def months(self) -> tuple[Month, ...]:
        base = self.whole.baseline
        paces = spread(base, self.whole.allowed)
        issued = self.now.by_month_until()
        return tuple(
            Month(
                month,
                issued[month - 1] if month <= self.as_of.month else None,
                base.by_month[month - 1] if base.by_month else None,
                paces[month - 1] if paces else None,
            )
            for month in range(1, 13)
        )

    @property
    def undated(self) -> int:
        """Of the year, but of no month."""
        return self.now.until - sum(self.now.by_month_until())

    def aside(self, what: What) -> Aside:
        """Together, of all units and kinds."""
        found = [one for one in self.asides if one.what == what]
        return Aside("", "", what, sum(one.issued for one in found), sum(one.cumulative for one in found))

    def of_unit(self, unit: str) -> Figures:
        """The figures of one unit, without what is known of the whole alone."""
        none = Standing(unit, Baseline(self.period.year - 1, None, "unknown"), self.whole.percent, None, 0)
        return replace(
            self,
            unit=unit,
            now=self.now.of_unit(unit),
            before=self.before.of_unit(unit),
            whole=next((one for one in self.by_unit if one.unit == unit), none),
            by_unit=(),
            asides=tuple(one for one in self.asides if one.unit == unit),
            gaps=(),
            avoided=tuple(one for one in self.avoided if one.draft.unit == unit),
            meetings=None,
            forecast=None,
        )

    def _sums(self, of: Standing, now: Counts, before: Counts, unit: str | None) -> Sums:
        """Against the baseline, which may have been entered."""
        base = of.baseline
        same = base.until
        if base.origin == "register":
            same = self._within(before)
        elif same is not None:
            same -= sum(base.by_month[: self.period.months[0] - 1])
        return Sums(unit, "", self._within(now), same, now.until, base.until, base.figure)

    def _counted(self, unit: str | None, of: Standing, now: Counts, before: Counts) -> Iterator[Sums]:
        """Kind by kind, against the register of the year before where there is a whole one."""
        current, past = now.by_kind(), before.by_kind()
        is_known = before.whole > 0 and of.baseline.origin == "register"
        none = Counts(self.period.year, ())
        for kind in dict.fromkeys([*current, *past]):
            one, other = current.get(kind, none), past.get(kind, none)
            known = (self._within(other), other.until, other.whole) if is_known else (None, None, None)
            yield Sums(unit, kind, self._within(one), known[0], one.until, known[1], known[2])

    def _within(self, of: Counts) -> int:
        """Up to the day, of the period's months; of the whole year also what has no month."""
        if self.period.name == "Y":
            return of.until
        return sum(cell.until for cell in of.cells if cell.month in self.period.months)


def figures_of(connection: Connection, period: Period, unit: str | None = None, today: date | None = None) -> Figures:
    """The figures as the register has them now; of a period that still runs on the day `today` those up to it."""
    found = figures_by(connection, period, Terms(rules_of(connection)), unit, today)
    return found if found.as_of == date(period.year, 12, 31) else replace(found, forecast=_ahead(connection, found))


def figures_by(
    connection: Connection, period: Period, terms: Terms, unit: str | None = None, today: date | None = None
) -> Figures:
    """The same by rules and targets that need not be those that hold now, and without a forecast."""
    as_of = max(min(period.last, today or period.last), period.first)
    now, before = both_years(connection, as_of, terms.rules)
    whole, by_unit = standings(connection, now, before, as_of, terms.rules, None, terms.percents)
    found = Figures(
        period=period,
        as_of=as_of,
        unit=None,
        rules=terms.rules,
        now=now,
        before=before,
        whole=whole,
        by_unit=by_unit,
        asides=tuple(_asides(connection, period, as_of, terms.rules)),
        gaps=gaps(connection, period.year, as_of.isoformat()),
        avoided=find(connection, period.first.isoformat(), as_of.isoformat()),
        meetings=None,
        forecast=None,
    )
    of = found if unit is None else found.of_unit(unit)
    return replace(of, meetings=meetings_of(connection, period, as_of, unit))


def _ahead(connection: Connection, found: Figures) -> Forecast | None:
    """Of the year's end; what was counted of the whole office need not be counted again."""
    if found.unit is not None:
        return status(connection, found.period.year, found.as_of, found.unit).forecast
    return forecast_of(connection, found.now, found.before, found.whole, found.as_of, found.rules)


def _asides(connection: Connection, period: Period, as_of: date, rules: Rules) -> Iterator[Aside]:
    """What is not counted of the year up to the day, and what was replaced."""
    within = entry.c.date.between(period.first.isoformat(), as_of.isoformat())
    is_in = func.count() if period.name == "Y" else func.sum(case((within, 1), else_=0))
    left_out = and_(entry.c.state.in_(ON_PAPER), ~counts_by(rules))
    asked: dict[What, ColumnElement[bool]] = {
        "cancelled": entry.c.state == "cancelled",
        "reserved": entry.c.state == "reserved",
        "replaced": entry.c.state == "replaced",
        "uncounted": left_out,
    }
    for what, condition in asked.items():
        rows = connection.execute(
            select(entry.c.unit, entry.c.kind, is_in, func.count())
            .where(entry.c.year == period.year, entry.c.date <= as_of.isoformat(), condition)
            .group_by(entry.c.unit, entry.c.kind)
            .order_by(entry.c.unit, entry.c.kind)
        )
        yield from (Aside(unit, kind, what, issued, cumulative) for unit, kind, issued, cumulative in rows)
