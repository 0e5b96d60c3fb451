"""Documents that were not issued thanks to a check: merged into another, replaced by one there is, dropped."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

from sqlalchemy import ColumnElement, Connection, insert, select, update

from drafter.readers.secrecy import refuse_secret
from drafter.register.entries import with_ids
from drafter.register.history import Act, log
from drafter.register.issuing import check_day, sought
from drafter.register.papers import keep_report
from drafter.register.refusals import AvoidedCancelled, MissingReason, UnknownAvoided, WrongEntry
from drafter.register.tables import avoided
from drafter.register.values import Paper

How = Literal["merged", "replaced", "dropped"]
"""`replaced`: a document that there is already was used instead."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that did not become a document of its own."""

    date: str
    """The day on which that was decided, ISO 8601."""
    how: How
    title: str
    kind: str = ""
    """By its symbol."""
    unit: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Avoided:
    """Such a draft in the register."""

    id: int
    draft: Draft
    into_id: int | None = None
    """The entry that it went into, or that was used instead."""
    into: str = ""
    """Number and symbol of that entry."""
    report: str = ""
    """sha256 of the report of its check, "" for none."""
    cancelled: bool = False


def add(connection: Connection, draft: Draft, act: Act, into: str = "", paper: Paper | None = None) -> Avoided:
    """Enters a draft; `into` is the notation of an entry of the same year, or of the year it names.

    Of the `paper` the report is kept, the file is not. Raises `WrongEntry`; `MissingReason` where neither a reason nor
    a report says why; `UnknownEntry`, `SecretFile`.
    """
    if not draft.title.strip():
        raise WrongEntry("Chưa có trích yếu của dự thảo; hãy thêm --title.")
    if not draft.date:
        raise WrongEntry("Chưa có ngày; hãy thêm --date.")
    check_day(draft.date)
    if draft.how == "dropped" and into:
        raise WrongEntry(
            "Dự thảo không ban hành thì không nhập vào văn bản nào; hãy bỏ --into, hoặc chọn --how merged."
        )
    if not draft.reason.strip() and not (paper and paper.report):
        raise MissingReason
    if paper:
        refuse_secret(paper.name, paper.text)
    row = asdict(draft) | {
        "into_id": sought(connection, into, int(draft.date[:4])).id if into else None,
        "report": keep_report(connection, paper.report if paper else ""),
    }
    id = connection.execute(insert(avoided).values(row).returning(avoided.c.id)).scalar_one()
    log(connection, "avoided", id, "added", act, {}, row)
    return with_id(connection, id)


def cancel(connection: Connection, id: int, act: Act) -> Avoided:
    """Takes a draft out of the count, for a reason; it stays in the list of what was cancelled.

    Raises `MissingReason`, `UnknownAvoided`, `AvoidedCancelled`.
    """
    if not act.why.strip():
        raise MissingReason
    if with_id(connection, id).cancelled:
        raise AvoidedCancelled(id)
    connection.execute(update(avoided).where(avoided.c.id == id).values(cancelled=True))
    log(connection, "avoided", id, "cancelled", act, {"cancelled": False}, {"cancelled": True})
    return with_id(connection, id)


def find(
    connection: Connection, since: str, until: str, unit: str | None = None, *, with_cancelled: bool = False
) -> tuple[Avoided, ...]:
    """The drafts of these days, the oldest first."""
    conditions: list[ColumnElement[bool]] = [avoided.c.date.between(since, until)]
    if unit is not None:
        conditions.append(avoided.c.unit == unit)
    if not with_cancelled:
        conditions.append(avoided.c.cancelled.is_(False))
    return _found(connection, *conditions)


def with_id(connection: Connection, id: int) -> Avoided:
    """Raises `UnknownAvoided`."""
    for one in _found(connection, avoided.c.id == id):
        return one
    raise UnknownAvoided(id)


def _found(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Avoided, ...]:
    rows = connection.execute(select(avoided).where(*conditions).order_by(avoided.c.date, avoided.c.id)).all()
    entries = with_ids(connection, {row.into_id for row in rows if row.into_id})
    return tuple(
        Avoided(
            row.id,
            Draft(row.date, row.how, row.title, row.kind, row.unit, row.reason),
            row.into_id,
            entries[row.into_id].record.notation if row.into_id else "",
            row.report,
            row.cancelled,
        )
        for row in rows
    )
