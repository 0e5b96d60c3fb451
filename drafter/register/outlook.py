"""What giving a number now would mean: which number it is, and which of how many allowed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date as calendar_date

from sqlalchemy import Connection, and_, func, select

from drafter.nlp.kinds import kind_of_number
from drafter.register.decisions import rules_of
from drafter.register.issuing import filled_in, numbered
from drafter.register.series import series_of
from drafter.register.status import Standing, both_years, day_in, standings
from drafter.register.tables import entry
from drafter.register.values import Entry, Record


@dataclass(frozen=True, slots=True)
class Outlook:
    notation: str
    """The number that would be given now; another clerk may be quicker."""
    counts: bool
    """Whether it counts against the target."""
    nth: int
    """Which of the year's counted documents it would be; as many as there are where it does not count."""
    allowed: int | None
    unit: Standing | None
    """How the document's unit stands before it, None where units are not told apart."""
    over: tuple[str, ...]
    """Units that issued more than they were allowed."""
    later: str = ""
    """The latest day in the series, where the document bears an earlier one: numbers go with the days."""


def outlook(
    connection: Connection, record: Record, year: int, today: calendar_date, kept: Entry | None = None
) -> Outlook:
    """What the register would say of a record if it were issued now: under the next number, or under one `kept` for
    it, of whose book the year then is."""
    rules = rules_of(connection)
    if kept:
        given, series, year = filled_in(kept.record, asdict(record)), kept.series, kept.year
    else:
        kind = record.kind or kind_of_number(f"1{record.symbol}")
        given = numbered(connection, replace(record, kind=kind), year, rules)
        series = series_of(given, year, rules)
    earlier = and_(entry.c.series == series, entry.c.number < given.number)
    latest = connection.execute(select(func.max(entry.c.date)).where(earlier)).scalar() or ""
    counts, day = rules.counts(given), day_in(year, today)
    whole, units = standings(connection, *both_years(connection, day, rules), day, rules)
    return Outlook(
        given.notation,
        counts,
        whole.issued + counts,
        whole.allowed,
        next((one for one in units if one.unit == given.unit), None),
        tuple(one.unit for one in units if one.is_over),
        latest if given.date and given.date < latest else "",
    )
