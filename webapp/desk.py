"""Drafts with their versions and steps: storing them, finding those that somebody may see."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from flask import abort
from sqlalchemy import ColumnElement, Connection, Row, and_, delete, false, func, insert, select, true, update

from drafter.nlp.folding import key, unmarked
from drafter.register import Act, Record
from webapp.accounts import LOCAL, Account
from webapp.checking import Checked
from webapp.kept import Counts, record_from
from webapp.tables import draft, ignored, step, version
from webapp.workflow import HANDED_IN, MOVES, OWN, State, check

_SEES_ALL = ("office", "leader", "clerk", "admin")
"""Roles that see what others submitted."""


@dataclass(frozen=True, slots=True)
class Draft:
    id: int
    owner_id: int | None
    unit: str
    title: str
    kind: str
    state: State
    made_at: str
    changed_at: str
    entry_id: int | None


@dataclass(frozen=True, slots=True)
class Version(Counts):
    """A file that was uploaded, with what lists show of its check; content and report are asked for by themselves."""

    id: int
    draft_id: int
    nth: int
    at: str
    who: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Step:
    at: str
    who: str
    state: State
    remarks: str


_DRAFT = tuple(draft.c[name] for name in Draft.__dataclass_fields__)
_VERSION = tuple(version.c[name] for name in Version.__dataclass_fields__)


def visible_to(account: Account) -> ColumnElement[bool]:
    """Which drafts an account may see: its own, its unit's, and what was submitted if it judges or issues."""
    if account.id is None:
        return true()
    own = draft.c.owner_id == account.id
    of_unit = and_(draft.c.unit == account.unit, draft.c.unit != "") if account.unit else false()
    submitted = draft.c.state.in_(HANDED_IN) if account.may(*_SEES_ALL) else false()
    return own | of_unit | submitted


def seen(connection: Connection, id: int, account: Account) -> Draft:
    """The draft. Answers 404 where there is none, or the account may not know of it."""
    found = connection.execute(select(*_DRAFT).where(draft.c.id == id, visible_to(account))).first()
    if found is None:
        abort(404)
    return _draft(found)


def stored(connection: Connection, id: int) -> Draft:
    """The draft, whoever asks. Answers 404 where there is none."""
    return seen(connection, id, LOCAL)


def owned(connection: Connection, id: int, account: Account) -> Draft:
    """The draft of the account itself. Answers 403 where it is another's."""
    found = seen(connection, id, account)
    if not is_owner(found, account):
        abort(403)
    return found


def is_owner(found: Draft, account: Account) -> bool:
    return account.id is None or found.owner_id == account.id


def own_with(connection: Connection, account: Account, words: str) -> ColumnElement[bool]:
    """Which drafts are the account's and have all the words in title or file name, whatever marks and capitals."""
    wanted = _own(account)
    if sought := key(words).split():
        names = (
            select(draft.c.id, draft.c.title, version.c.name)
            .select_from(draft)
            .join(version, version.c.id == _NEWEST)
            .where(wanted)
        )
        said = ((row.id, key(f"{row.title} {row.name}")) for row in connection.execute(names))
        texts = ((id, f"{text} {unmarked(text)}") for id, text in said)
        wanted = draft.c.id.in_([id for id, text in texts if all(word in text for word in sought)])
    return wanted


def size(connection: Connection, wanted: ColumnElement[bool]) -> int:
    """How many drafts these are."""
    count: int = connection.execute(select(func.count()).select_from(draft).where(wanted)).scalar_one()
    return count


def same_file(connection: Connection, account: Account, sha256: str) -> tuple[Draft, Version] | None:
    """The draft of the account that such a file was uploaded to last, with the version that it is."""
    query = select(*_DRAFT, *_VERSION).select_from(draft).join(version, version.c.draft_id == draft.c.id)
    found = connection.execute(
        query.where(_own(account), version.c.sha256 == sha256).order_by(version.c.id.desc())
    ).first()
    return _parted(found) if found else None


def own_version(connection: Connection, account: Account, id: int) -> Version:
    """A version of a draft of the account. Answers 404 where there is none."""
    query = select(*_VERSION).join(draft, version.c.draft_id == draft.c.id)
    found = connection.execute(query.where(_own(account), version.c.id == id)).first()
    if found is None:
        abort(404)
    return Version(*found)


def _own(account: Account) -> ColumnElement[bool]:
    return true() if account.id is None else draft.c.owner_id == account.id


_ANY = version.alias()
_NEWEST = select(func.max(_ANY.c.id)).where(_ANY.c.draft_id == draft.c.id).correlate(draft).scalar_subquery()


def with_newest(
    connection: Connection, wanted: ColumnElement[bool], start: int, limit: int, *, oldest_first: bool = False
) -> list[tuple[Draft, Version]]:
    """Drafts with their newest versions, those changed last first, or last of all."""
    query = select(*_DRAFT, *_VERSION).select_from(draft).join(version, version.c.id == _NEWEST).where(wanted)
    order = (draft.c.changed_at, draft.c.id) if oldest_first else (draft.c.changed_at.desc(), draft.c.id.desc())
    ordered = query.order_by(*order).offset(start).limit(limit)
    return list(map(_parted, connection.execute(ordered)))


def _parted(row: Row[Any]) -> tuple[Draft, Version]:
    return _draft(row[: len(_DRAFT)]), Version(*row[len(_DRAFT) :])


def begin(connection: Connection, account: Account, name: str, data: bytes, checked: Checked, act: Act) -> int:
    """A new draft with its first version; its id."""
    values = {"owner_id": account.id, "unit": account.unit, "state": "checked", "made_at": act.at, "changed_at": act.at}
    title = checked.subject or name
    made = insert(draft).values(**values, title=title, kind=checked.kind).returning(draft.c.id)
    id: int = connection.execute(made).scalar_one()
    _note_step(connection, id, "draft", act)
    _add_version(connection, id, name, data, checked, act)
    return id


def revise(connection: Connection, found: Draft, name: str, data: bytes, checked: Checked, act: Act) -> None:
    """A new version of a draft; what was returned goes back to being checked."""
    _add_version(connection, found.id, name, data, checked, act)
    values = {"title": checked.subject or name, "kind": checked.kind, "changed_at": act.at, "state": "checked"}
    connection.execute(update(draft).where(draft.c.id == found.id).values(values))


def move(
    connection: Connection,
    found: Draft,
    name: str,
    account: Account,
    remarks: str,
    act: Act,
    entry_id: int | None = None,
) -> None:
    """Takes a step of the way. Raises `WrongStep`."""
    taken = MOVES[name]
    check(taken, found.state, account.roles, remarks, is_owner=is_owner(found, account))
    values: dict[str, Any] = {"state": taken.to, "changed_at": act.at}
    if entry_id is not None:
        values["entry_id"] = entry_id
    connection.execute(update(draft).where(draft.c.id == found.id).values(values))
    _note_step(connection, found.id, taken.to, act, remarks)


def is_removable(found: Draft) -> bool:
    """Whether its owner may take it away: it was never decided on, and nobody is at it."""
    return found.state in OWN


def remove(connection: Connection, found: Draft) -> None:
    """Takes a draft away with all that belongs to it."""
    for table in (version, ignored, step):
        connection.execute(delete(table).where(table.c.draft_id == found.id))
    connection.execute(delete(draft).where(draft.c.id == found.id))


def versions(connection: Connection, id: int) -> list[Version]:
    """The versions of a draft, the newest first."""
    rows = connection.execute(select(*_VERSION).where(version.c.draft_id == id).order_by(version.c.nth.desc()))
    return [Version(*row) for row in rows]


def kept(connection: Connection, id: int) -> tuple[str, str]:
    """Report and page of a version, as JSON."""
    row = connection.execute(select(version.c.report, version.c.page).where(version.c.id == id)).one()
    return row.report, row.page


def record(connection: Connection, id: int) -> Record:
    """What a version says of itself for the register."""
    return record_from(connection.execute(select(version.c.record).where(version.c.id == id)).scalar_one())


def content(connection: Connection, id: int) -> bytes:
    """The file of a version."""
    data: bytes = connection.execute(select(version.c.content).where(version.c.id == id)).scalar_one()
    return data


def steps(connection: Connection, id: int) -> list[Step]:
    """The steps of a draft, the oldest first."""
    columns = step.c.at, step.c.who, step.c.state, step.c.remarks
    rows = connection.execute(select(*columns).where(step.c.draft_id == id).order_by(step.c.id))
    return [Step(*row) for row in rows]


def _add_version(connection: Connection, id: int, name: str, data: bytes, checked: Checked, act: Act) -> None:
    last = connection.execute(select(func.max(version.c.nth)).where(version.c.draft_id == id)).scalar() or 0
    found = asdict(checked.counts) | {name: getattr(checked, name) for name in ("record", "report", "page")}
    file = {"name": name, "sha256": sha256(data).hexdigest(), "content": data}
    connection.execute(insert(version).values(draft_id=id, nth=last + 1, at=act.at, who=act.who, **file, **found))
    _note_step(connection, id, "checked", act, f"Bản {last + 1}: {name}")


def _note_step(connection: Connection, id: int, state: State, act: Act, remarks: str = "") -> None:
    values = {"draft_id": id, "at": act.at, "who": act.who, "state": state, "remarks": remarks or act.why}
    connection.execute(insert(step).values(values))


def _draft(row: Row[Any] | tuple[Any, ...]) -> Draft:
    return Draft(*row)
