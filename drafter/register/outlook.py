"""What giving a number now would mean: which number it is, and which of how many allowed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as calendar_date

from sqlalchemy import Connection, func, select

from drafter.nlp.kinds import kind_of_number
from drafter.register.decisions import rules_of
from drafter.register.issuing import numbered
from drafter.register.series import series_of
from drafter.register.status import Standing, both_years, day_in, standings
from drafter.register.tables import entry
from drafter.register.values import Record


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


def outlook(connection: Connection, record: Record, year: int, today: calendar_date) -> Outlook:
    """What the register would say of a record if it were issued now."""
    rules = rules_of(connection)
    kind = record.kind or kind_of_number(f"1{record.symbol}")
    given = numbered(connection, replace(record, kind=kind), year, rules)
    series = series_of(given, year, rules)
    latest = connection.execute(select(func.max(entry.c.date)).where(entry.c.series == series)).scalar() or ""
    counts, day = rules.counts(given), day_in(year, today)
    whole, units = standings(connection, *both_years(connection, day, rules), day, rules)
    return Outlook(
        given.notation,
        counts,
        whole.issued + counts,
        whole.allowed,
        next((one for one in units if one.unit == record.unit), None),
        tuple(one.unit for one in units if one.is_over),
        latest if record.date and record.date < latest else "",
    )
