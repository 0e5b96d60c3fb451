"""The queue of those who judge and issue: what was submitted, by state and unit, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, select

from webapp.accounts import Account
from webapp.desk import Draft, Version, with_newest
from webapp.tables import draft
from webapp.workflow import HANDED_IN, State


@dataclass(frozen=True, slots=True)
class Asked:
    """Which documents: None for all."""

    state: State | None = None
    unit: str | None = None
    """"" for those of no unit."""


def counts(connection: Connection, unit: str | None = None) -> Mapping[State, int]:
    """How many documents stand in each state."""
    query = select(draft.c.state, func.count().label("many")).where(_condition(Asked(None, unit)))
    found = {row.state: row.many for row in connection.execute(query.group_by(draft.c.state))}
    return {state: found.get(state, 0) for state in HANDED_IN}


def units(connection: Connection) -> tuple[str, ...]:
    """The units that submitted something, by name; "" for no unit is last."""
    found = connection.execute(select(draft.c.unit).where(_condition(Asked())).distinct()).scalars()
    return tuple(sorted(found, key=lambda unit: (not unit, unit)))


def page(connection: Connection, asked: Asked, limit: int, start: int = 0) -> list[tuple[Draft, Version]]:
    """Documents with their newest versions: of those that wait the longest waiting first, of others the newest."""
    waits = asked.state in ("submitted", "approved")
    return with_newest(connection, _condition(asked), start, limit, oldest_first=waits)


def waiting_for(account: Account) -> State | None:
    """The state that somebody opens the queue for; None where both are theirs."""
    judges, issues = account.may("office", "leader"), account.may("clerk")
    return "submitted" if judges else "approved" if issues else None


def _condition(asked: Asked) -> ColumnElement[bool]:
    states = (asked.state,) if asked.state else HANDED_IN
    found: list[ColumnElement[bool]] = [draft.c.state.in_(states)]
    if asked.unit is not None:
        found.append(draft.c.unit == asked.unit)
    return and_(*found)
