"""A period closed: its figures with the rules of that moment, kept as they stood, and how far the register had come."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from drafter.nlp.written import day
from drafter.register.entries import Filter, find
from drafter.register.history import Act, here
from drafter.register.periods.figures import Figures, figures_of
from drafter.register.periods.snapshots import figures_from, packed
from drafter.register.periods.values import NAMES, Period
from drafter.register.refusals import OpenNumbers, PeriodClosed, PeriodNotOver
from drafter.register.tables import change, decision, entry
from drafter.register.tables import period as period_table

_NAMED = 5
"""As many numbers are named in a message."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The largest id of each table when a period was closed: what has a larger one came afterwards."""

    entry: int
    change: int
    decision: int


@dataclass(frozen=True, slots=True)
class Closing:
    """A period that was closed, with its figures of the whole office as they stood."""

    at: str
    """UTC, ISO 8601."""
    who: str
    reason: str
    """Why it was closed though numbers were open, "" where none were."""
    figures: Figures
    marks: Marks


def close(connection: Connection, period: Period, act: Act, today: date | None = None) -> Closing:
    """Closes a period of the whole office: from now on its figures stand, what changes is a correction.

    Numbers of the period that are kept for a document not yet issued, or missing, may still change the figures: then it
    is closed for a reason only (`act.why`). Raises `PeriodNotOver`, `PeriodClosed`, `OpenNumbers`.
    """
    if (today or date.today()) <= period.last:
        raise PeriodNotOver(period.title, day(period.last.isoformat()))
    if found := closing_of(connection, period):
        raise PeriodClosed(period.title, found.who, day(here(found.at).date().isoformat()))
    figures = figures_of(connection, period)
    numbers = "; ".join(_open_numbers(connection, figures))
    if numbers and not act.why.strip():
        raise OpenNumbers(period.title, numbers.replace("; ", ", "))
    made = Closing(act.at, act.who, act.why.strip() if numbers else "", figures, _marks(connection))
    connection.execute(
        insert(period_table).values(year=period.year, name=period.name, at=act.at, who=act.who, snapshot=_to_json(made))
    )
    return made


def closing_of(connection: Connection, period: Period) -> Closing | None:
    """How a period was closed, None where it was not."""
    query = select(period_table).where(period_table.c.year == period.year, period_table.c.name == period.name)
    row = connection.execute(query).first()
    return None if row is None else _from(row)


def closed(connection: Connection, year: int) -> tuple[Closing, ...]:
    """The closed periods of a year: quarters, halves, year."""
    found = {row.name: row for row in connection.execute(select(period_table).where(period_table.c.year == year))}
    return tuple(_from(found[name]) for name in NAMES if name in found)


def _from(row: Row[Any]) -> Closing:
    said = json.loads(row.snapshot)
    figures = figures_from(Period(row.year, row.name), said["figures"])
    return Closing(row.at, row.who, said["reason"], figures, Marks(**said["marks"]))


def _to_json(made: Closing) -> str:
    said = {
        "schema": "drafter.snapshot/1",
        "reason": made.reason,
        "marks": asdict(made.marks),
        "figures": packed(made.figures),
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _marks(connection: Connection) -> Marks:
    largest = (
        connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
        for table in (entry, change, decision)
    )
    return Marks(*largest)


def _open_numbers(connection: Connection, figures: Figures) -> Iterator[str]:
    """What numbers up to the period's end are open, in words."""
    kept = figures.aside("reserved").cumulative
    if kept:
        wanted = Filter(year=figures.period.year, until=figures.as_of.isoformat(), state="reserved")
        named = [one.record.notation for one in find(connection, wanted, figures.rules, _NAMED)]
        yield f"còn {kept} số mới giữ, chưa phát hành ({_listed(named, kept)})"
    if figures.gaps:
        named = [gap.numbers for gap in figures.gaps[:_NAMED]]
        yield f"còn số bỏ trống chưa có lý do ({_listed(named, len(figures.gaps))})"


def _listed(named: list[str], of: int) -> str:
    return ", ".join(named) + (" …" if of > len(named) else "")
