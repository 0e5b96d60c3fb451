"""The meetings of a period as its report tells them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from drafter.register.meetings import status
from drafter.register.periods.values import Period


@dataclass(frozen=True, slots=True)
class Meetings:
    """Meetings held, and what they are held against; limits in percent and meetings of a year."""

    held: int
    """In the period."""
    cumulative: int
    """In the year up to its end; so are the following."""
    in_person: int
    online: int
    commune: int
    """Of the whole commune."""
    too_long: int
    """Held or planned in the year."""
    last_year: int | None
    """In the whole year before; None where nobody knows."""
    allowed: int | None
    most_in_person: int
    most_commune: int


def meetings_of(connection: Connection, period: Period, as_of: date, unit: str | None = None) -> Meetings | None:
    """The meetings up to a day; None where the register has none of the year and knows of none in the year before."""
    found = status(connection, period.year, as_of, unit)
    if not found.held and not found.planned and found.baseline.figure is None:
        return None
    return Meetings(
        held=sum(found.by_month[month - 1] for month in period.months),
        cumulative=found.held,
        in_person=found.in_person,
        online=found.online,
        commune=found.commune,
        too_long=len(found.too_long),
        last_year=found.baseline.figure,
        allowed=found.allowed,
        most_in_person=found.limits.in_person,
        most_commune=found.limits.commune,
    )
