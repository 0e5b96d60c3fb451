"""The queue of those who judge and issue: what was submitted, by state and unit, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, select

from webapp.accounts import Account
from webapp.desk import Draft, Version
from webapp.tables import draft, version
from webapp.workflow import State

STATES: tuple[State, ...] = ("submitted", "approved", "returned", "issued")
"""The states of what was submitted, in the order in which they ask for something to be done."""
_DRAFT = tuple(draft.c[name] for name in Draft.__dataclass_fields__)
_VERSION = tuple(version.c[name] for name in Version.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which documents: None for all."""

    state: State | None = None
    unit: str | None = None
    """"" for those of no unit."""


def counts(connection: Connection, unit: str | None = None) -> Mapping[State, int]:
    """How many documents stand in each state."""
    query = select(draft.c.state, func.count()).where(_condition(Asked(None, unit))).group_by(draft.c.state)
    found = dict(connection.execute(query).tuples())
    return {state: found.get(state, 0) for state in STATES}


def units(connection: Connection) -> tuple[str, ...]:
    """The units that submitted something, by name; "" for no unit is last."""
    found = connection.execute(select(draft.c.unit).where(_condition(Asked())).distinct()).scalars()
    return tuple(sorted(found, key=lambda unit: (not unit, unit)))


def page(connection: Connection, asked: Asked, limit: int, start: int = 0) -> list[tuple[Draft, Version]]:
    """Documents with their newest versions: of those that wait the longest waiting first, of others the newest."""
    waits = asked.state in ("submitted", "approved")
    order = (draft.c.changed_at, draft.c.id) if waits else (draft.c.changed_at.desc(), draft.c.id.desc())
    ids = select(draft.c.id).where(_condition(asked)).order_by(*order).limit(limit).offset(start)
    wanted = list(connection.execute(ids).scalars())
    newest = select(func.max(version.c.id)).where(version.c.draft_id == draft.c.id).scalar_subquery()
    query = select(*_DRAFT, *_VERSION).join(version, version.c.id == newest).where(draft.c.id.in_(wanted))
    rows = {row[0]: row for row in connection.execute(query)}
    found = (rows[id] for id in wanted if id in rows)
    return [(Draft(*row[: len(_DRAFT)]), Version(*row[len(_DRAFT) :])) for row in found]


def waiting_for(account: Account) -> State | None:
    """The state that somebody opens the queue for; None where both are theirs."""
    judges, issues = account.may("office", "leader"), account.may("clerk")
    return "submitted" if judges else "approved" if issues else None


def _condition(asked: Asked) -> ColumnElement[bool]:
    states = (asked.state,) if asked.state else STATES
    found = [draft.c.state.in_(states)]
    if asked.unit is not None:
        found.append(draft.c.unit == asked.unit)
    return and_(*found)
