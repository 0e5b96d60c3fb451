"""Numbers: the next one of a series, those that are missing, those that are taken.

To be asked within a writing transaction, of which there is one at a time: what is free then stays free.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, exists, func, select, true

from drafter.register.refusals import BookFull, NumberTaken
from drafter.register.tables import entry
from drafter.register.values import LARGEST


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers of a series, from the first to the last, under which nothing stands."""

    series: str
    first: int
    last: int

    @property
    def numbers(self) -> str:
        """As messages say them: "07", "12–14"."""
        return f"{self.first:02}" if self.first == self.last else f"{self.first:02}–{self.last:02}"


def next_number(connection: Connection, series: str) -> int:
    """The number behind the largest that was ever given, reserved and cancelled ones with it. Raises `BookFull`."""
    largest = connection.execute(select(func.max(entry.c.number)).where(entry.c.series == series)).scalar() or 0
    if largest >= LARGEST:
        raise BookFull(series)
    return largest + 1


def check_free(connection: Connection, series: str, number: int | None, suffix: str, notation: str) -> None:
    """Raises `NumberTaken` where the number was given."""
    if number is None:
        return
    taken = connection.execute(
        select(entry.c.id).where(entry.c.series == series, entry.c.number == number, entry.c.suffix == suffix)
    ).first()
    if taken:
        raise NumberTaken(notation, next_number(connection, series))


def gaps(connection: Connection, year: int, until: str = "") -> tuple[Gap, ...]:
    """The numbers missing in the series of a year, between 1 and the last one given; in their order.

    `until` a day, ISO 8601: only those in front of a number of that day, of one before, or of none.
    """
    # A number whose predecessor is looked up in the index: a quarter of the time of a window over the whole series.
    before = entry.alias()
    there = exists().where(before.c.series == entry.c.series, before.c.number == entry.c.number - 1)
    last = select(func.coalesce(func.max(before.c.number), 0)).where(
        before.c.series == entry.c.series, before.c.number < entry.c.number
    )
    book = entry.alias()
    of_year = select(book.c.series).where(book.c.year == year).distinct()
    found = connection.execute(
        select(entry.c.series, last.correlate(entry).scalar_subquery(), entry.c.number)
        .where(entry.c.series.in_(of_year), entry.c.number > 1, ~there)
        .where(entry.c.date <= until if until else true())
        .distinct()
        .order_by(entry.c.series, entry.c.number)
    )
    return tuple(Gap(series, known + 1, number - 1) for series, known, number in found)
