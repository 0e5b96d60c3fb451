"""Meetings entered, set right, cancelled, found: every change is noted in the history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select, update

from drafter.nlp.written import is_day
from drafter.register import entries
from drafter.register.history import Act, log
from drafter.register.meetings.values import FORMS, KINDS, MATTERS, SCOPES, Facts, Form, Kind, Matter, Meeting, Scope
from drafter.register.refusals import MissingReason, UnknownMeeting, WrongMeeting
from drafter.register.tables import meeting

_FACTS = tuple(Facts.__dataclass_fields__)
_COLUMNS = (meeting.c.id, *(meeting.c[name] for name in _FACTS), meeting.c.entry_id, meeting.c.state, meeting.c.reason)
_LONGEST = 30 * 480
"""Minutes: a month of days of eight hours."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which meetings; None for any."""

    year: int | None = None
    unit: str | None = None
    """Who convened it."""
    kind: Kind | None = None
    scope: Scope | None = None
    form: Form | None = None
    matter: Matter | None = None
    since: str = ""
    until: str = ""
    """First and last day, ISO 8601."""
    unmeasured: bool = False
    """Only those whose length nobody noted."""
    cancelled: bool = False
    """Whether cancelled ones too."""


def add(connection: Connection, facts: Facts, act: Act, entry_id: int | None = None) -> Meeting:
    """Enters a meeting, with its invitation if it has one in the register. Raises `WrongMeeting`, `UnknownEntry`."""
    facts = _settled(facts)
    if entry_id is not None:
        _free_invitation(connection, entry_id, act)
    row = asdict(facts) | {"entry_id": entry_id, "state": "entered"}
    id = connection.execute(insert(meeting).values(row).returning(meeting.c.id)).scalar_one()
    log(connection, "meeting", id, "added", act, {}, row)
    return Meeting(id, facts, entry_id)


def correct(connection: Connection, id: int, known: Mapping[str, Any], act: Act) -> Meeting:
    """Sets facts right, given by their names. Raises `UnknownMeeting`, `MissingReason`, `WrongMeeting`."""
    found = meeting_with(connection, id)
    return _changed(connection, found, replace(found, facts=_settled(replace(found.facts, **known))), "corrected", act)


def cancel(connection: Connection, id: int, act: Act) -> Meeting:
    """Takes a meeting out of what counts; it stays in the list. Raises `UnknownMeeting`, `MissingReason`,
    `WrongMeeting` for one that is cancelled already."""
    found = meeting_with(connection, id)
    if found.state == "cancelled":
        raise WrongMeeting(f"Hội nghị mã {id} đã hủy rồi; hãy xem: drafter meetings show {id}")
    return _changed(connection, found, replace(found, state="cancelled", reason=act.why.strip()), "cancelled", act)


def find(connection: Connection, wanted: Wanted) -> list[Meeting]:
    """The meetings that fit, in the order of their days."""
    query = select(*_COLUMNS).where(and_(True, *_conditions(wanted))).order_by(meeting.c.date, meeting.c.id)
    return [_meeting(tuple(row)) for row in connection.execute(query)]


def size(connection: Connection, wanted: Wanted) -> int:
    """How many fit."""
    query = select(func.count()).select_from(meeting).where(and_(True, *_conditions(wanted)))
    return connection.execute(query).scalar_one()


def conveners(connection: Connection) -> list[str]:
    """The units that ever convened a meeting, by name; "" where nobody noted who did."""
    return list(connection.execute(select(meeting.c.unit).distinct().order_by(meeting.c.unit)).scalars())


def meeting_with(connection: Connection, id: int) -> Meeting:
    """The meeting. Raises `UnknownMeeting`."""
    row = connection.execute(select(*_COLUMNS).where(meeting.c.id == id)).first()
    if row is None:
        raise UnknownMeeting(id)
    return _meeting(tuple(row))


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.year is not None:
        yield meeting.c.date.between(f"{wanted.year:04}-01-01", f"{wanted.year:04}-12-31")
    if wanted.since:
        yield meeting.c.date >= wanted.since
    if wanted.until:
        yield meeting.c.date <= wanted.until
    if wanted.unmeasured:
        yield meeting.c.minutes.is_(None)
    if not wanted.cancelled:
        yield meeting.c.state != "cancelled"
    for name in ("unit", "kind", "scope", "form", "matter"):
        value = getattr(wanted, name)
        if value is not None:
            yield meeting.c[name] == value


def _changed(connection: Connection, before: Meeting, after: Meeting, action: str, act: Act) -> Meeting:
    if not act.why.strip():
        raise MissingReason
    old, new = (asdict(one.facts) | {"state": one.state, "reason": one.reason} for one in (before, after))
    if new != old:
        connection.execute(update(meeting).where(meeting.c.id == before.id).values(new))
        log(connection, "meeting", before.id, action, act, old, new)
    return after


def _free_invitation(connection: Connection, entry_id: int, act: Act) -> None:
    """Takes an invitation from a meeting that was cancelled. Raises `WrongMeeting` for one that has its meeting."""
    notation = entries.with_id(connection, entry_id).record.notation
    taken = connection.execute(select(meeting.c.id, meeting.c.state).where(meeting.c.entry_id == entry_id)).first()
    if taken is None:
        return
    if taken.state != "cancelled":
        raise WrongMeeting(f"{notation} đã là giấy mời của hội nghị mã {taken.id}; hãy sửa hội nghị ấy.")
    connection.execute(update(meeting).where(meeting.c.id == taken.id).values(entry_id=None))
    doing = replace(act, why=act.why or f"{notation} là giấy mời của hội nghị khác")
    log(connection, "meeting", taken.id, "corrected", doing, {"entry_id": entry_id}, {"entry_id": None})


def _settled(facts: Facts) -> Facts:
    """With texts on one line. Raises `WrongMeeting`."""
    if not is_day(facts.date):
        raise WrongMeeting(f"Ngày họp “{facts.date}” không đúng; hãy ghi như 31/3/2026.")
    title, units, unit = (" ".join(text.split()) for text in (facts.title, facts.units, facts.unit))
    if not title:
        raise WrongMeeting("Chưa có tên hội nghị; hãy ghi tên, ví dụ: Hội nghị giao ban tháng 3.")
    if facts.minutes is not None and not 0 < facts.minutes <= _LONGEST:
        raise WrongMeeting(f"Hội nghị dài {facts.minutes} phút là không đúng; hãy ghi lại thời lượng.")
    for value, known in ((facts.kind, KINDS), (facts.scope, SCOPES), (facts.form, FORMS), (facts.matter, MATTERS)):
        if value not in known:
            raise WrongMeeting(f"Không có “{value}”; hãy chọn trong: {', '.join(filter(None, known))}.")
    return replace(facts, title=title, units=units, unit=unit)


def _meeting(row: tuple[Any, ...]) -> Meeting:
    end = 1 + len(_FACTS)
    return Meeting(row[0], Facts(*row[1:end]), *row[end:])
