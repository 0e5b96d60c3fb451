"""Who changed what, when, from what, and why: rows that are added and never changed."""

from __future__ import annotations

import getpass
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, insert, select

from drafter.register.tables import change

Subject = Literal["entry", "meeting", "avoided"]


def now() -> str:
    """This instant in UTC, ISO 8601, in seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def here(at: str) -> datetime:
    """An instant of the history on the clock of this computer."""
    return datetime.fromisoformat(at).astimezone()


def this_user() -> str:
    """The name under which somebody is at this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "không rõ"


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody's doing: who, why ("" where nothing need be said), and the instant in UTC."""

    who: str = field(default_factory=this_user)
    why: str = ""
    at: str = field(default_factory=now)


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody did to a thing of the register."""

    at: str
    who: str
    action: str
    """"issued", "reserved", "added", "imported", "corrected", "cancelled", "replaced" …"""
    columns: Mapping[str, tuple[Any, Any]]
    """The columns that changed, each with what was before and after."""
    why: str


def log(
    connection: Connection,
    subject: Subject,
    id: int,
    action: str,
    act: Act,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> None:
    """Notes what changed between two states of a row, given by their columns; `before` is empty for a new one."""
    log_many(connection, subject, action, act, [(id, before, after)])


def log_many(
    connection: Connection,
    subject: Subject,
    action: str,
    act: Act,
    changes: list[tuple[int, Mapping[str, Any], Mapping[str, Any]]],
) -> None:
    """Notes changes of many rows, each as (id, before, after)."""
    if not changes:
        return
    rows = [
        {
            "at": act.at,
            "who": act.who,
            "subject": subject,
            "subject_id": id,
            "action": action,
            "columns": json.dumps(differing(before, after), ensure_ascii=False),
            "why": act.why,
        }
        for id, before, after in changes
    ]
    connection.execute(insert(change), rows)


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """By column what was before and after, where it differs; what is empty in both is none."""
    names = [*before, *(name for name in after if name not in before)]
    pairs = {name: (before.get(name), after.get(name)) for name in names}
    return {name: (old, new) for name, (old, new) in pairs.items() if _said(old) != _said(new)}


def _said(value: Any) -> Any:
    """None for what is empty; 0 says something, which False does not."""
    return None if value == "" or value is False else value


def changes_of(connection: Connection, subject: Subject, id: int) -> tuple[Change, ...]:
    """What was done to it, the oldest first."""
    columns = change.c.at, change.c.who, change.c.action, change.c.columns, change.c.why
    found = connection.execute(
        select(*columns).where(change.c.subject == subject, change.c.subject_id == id).order_by(change.c.id)
    )
    return tuple(
        Change(at, who, action, {name: (old, new) for name, (old, new) in json.loads(columns).items()}, why)
        for at, who, action, columns, why in found
    )
