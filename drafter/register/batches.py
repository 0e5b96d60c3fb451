"""A register read from a file laid beside the one that is stored, and put into it.

A row is the entry that has its number in its series; an attached text, which has no number, the one with its kind, date
and title. What a file does not know ("") changes nothing. What somebody corrected here since the file was imported
stays, unless the file says something new: who goes on keeping a sheet of Excel imports it again and again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, insert, or_, select, update

from drafter.readers.secrecy import refuse_secret
from drafter.register.entries import RECORD, columns_of
from drafter.register.history import Act, Change, changes_of, log_many
from drafter.register.importing import Preview, Row
from drafter.register.papers import NOTHING, Kept, keep
from drafter.register.refusals import RegisterMoved
from drafter.register.rules import Rules
from drafter.register.series import Names
from drafter.register.tables import batch, change, decision, entry
from drafter.register.values import Paper, Record

Verdict = Literal["new", "same", "changed", "refused"]
Progress = Callable[[int, int], None]
Key = tuple[str | int | None, ...]

IMPORTED = "imported"
"""The action under which the history notes what an import changed."""
_AT_ONCE = 5_000
"""Rows written by one statement."""
_STATES = {"cancelled": "đã hủy", "reserved": "đang giữ, chưa phát hành"}
_LOOK = "hãy xem văn bản ấy trong sổ"


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of the file beside the register."""

    row: Row
    verdict: Verdict
    series: str = ""
    entry: int | None = None
    """The id of the entry that it speaks of."""
    stands: Record | None = None
    """What that entry says."""
    columns: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    """Where it is changed: by column what stands in the register and what the file says."""
    kept: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    """Columns that were corrected in the register and stay so: what stands there and what the file still says."""
    reason: str = ""
    """Why it is refused, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Comparison:
    preview: Preview
    rows: tuple[Compared, ...]
    """One for each of the preview's, in their order."""
    state: tuple[int, int, int]
    """What the register had come to when it was looked at: its newest entry, change, and decision about the rules."""

    def count(self, verdict: Verdict) -> int:
        return sum(1 for row in self.rows if row.verdict == verdict)

    @property
    def doubtful(self) -> int:
        """How many rows are taken although something may be wrong with them."""
        return sum(bool(row.row.doubts) for row in self.rows if row.verdict != "refused")


@dataclass(slots=True)
class _Stored:
    """An entry as the comparison needs it."""

    id: int
    year: int
    state: str
    record: Record
    said: dict[str, Any] = field(default_factory=dict)
    """What the last import said of columns that changed since it was first imported."""


def compare(connection: Connection, preview: Preview, rules: Rules) -> Comparison:
    """What becomes of each row of a file: new, same, changed or refused."""
    names = Names(preview.year, rules)
    series = [names.of(row.record) if row.record else "" for row in preview.rows]
    beside = _Beside(preview.year, _stored(connection, _spoken_of(preview, set(series))))
    rows = (beside.compared(row, name) for row, name in zip(preview.rows, series, strict=True))
    return Comparison(preview, tuple(rows), _state(connection))


def put(
    connection: Connection,
    comparison: Comparison,
    act: Act,
    progress: Progress | None = None,
    paper: Paper | None = None,
) -> int | None:
    """Enters what is new and corrects what is changed; the id of the batch, None where there is nothing to do.

    `progress` is told of rows written, and of how many there are; `paper` is what the only document of a package came
    with. To be called in a writing transaction, so that all comes to stand or nothing. Raises `RegisterMoved` where the
    register is no longer what was compared; `SecretFile` also where the document itself would not be kept.
    """
    if paper:
        refuse_secret(paper.name, paper.text)
    if _state(connection) != comparison.state:
        raise RegisterMoved
    new = [row for row in comparison.rows if row.verdict == "new"]
    changed = [row for row in comparison.rows if row.verdict == "changed"]
    if not new and not changed:
        return None
    preview, of = comparison.preview, len(new) + len(changed)
    said = {"year": preview.year, "unit": preview.unit, "file": preview.name, "sha256": preview.sha256}
    made: int = connection.execute(
        insert(batch).values(at=act.at, who=act.who, **said).returning(batch.c.id)
    ).scalar_one()
    kept = keep(connection, paper) if new else NOTHING
    for start in range(0, len(new), _AT_ONCE):
        part = new[start : start + _AT_ONCE]
        connection.execute(insert(entry), [_columns(row, preview.year, made, kept) for row in part])
        if progress:
            progress(start + len(part), of)
    _correct(connection, changed, replace(act, why=act.why or f"Nhập từ tệp {preview.name}"))
    if progress and changed:
        progress(of, of)
    return made


def _columns(row: Compared, year: int, made: int, kept: Kept) -> dict[str, Any]:
    record, state, reason = row.row.record, row.row.state, row.row.reason
    assert record is not None
    if state == "replaced":
        # Which entry took its place is not known by its id: the remark stays a note.
        record = replace(record, note="; ".join(filter(None, (reason, record.note))))
        state, reason = "issued", ""
    more = {"year": year, "series": row.series, "state": state, "reason": reason, "batch_id": made, "file": kept.file}
    return columns_of(record) | more


def history_of(connection: Connection, id: int) -> tuple[Change, ...]:
    """What was done to an entry, the oldest first; an import that brought it is the first."""
    brought = connection.execute(
        select(batch.c.at, batch.c.who, batch.c.file)
        .join(entry, entry.c.batch_id == batch.c.id)
        .where(entry.c.id == id)
    ).first()
    first = (Change(brought.at, brought.who, IMPORTED, {}, brought.file),) if brought else ()
    return first + changes_of(connection, "entry", id)


def _correct(connection: Connection, rows: Iterable[Compared], act: Act) -> None:
    changes: list[tuple[int, Mapping[str, Any], Mapping[str, Any]]] = []
    values: list[dict[str, Any]] = []
    for row in rows:
        assert row.entry is not None and row.stands is not None
        before = {name: old for name, (old, _) in row.columns.items()}
        after = {name: new for name, (_, new) in row.columns.items()}
        changes.append((row.entry, before, after))
        values.append(columns_of(replace(row.stands, **after)) | {"corrected": row.entry})
    if values:
        connection.execute(update(entry).where(entry.c.id == bindparam("corrected")), values)
    log_many(connection, "entry", IMPORTED, act, changes)


def _state(connection: Connection) -> tuple[int, int, int]:
    """The newest entry, change and decision about the rules: whoever changes what a file is compared with makes one."""
    newest = (
        select(func.max(entry.c.id)),
        select(func.max(change.c.id)),
        select(func.max(decision.c.id)).where(decision.c.name == "rules"),
    )
    first, second, third = connection.execute(select(*(query.scalar_subquery() for query in newest))).one()
    return first or 0, second or 0, third or 0


@dataclass(slots=True)
class _Beside:
    """Lays the rows of a file beside the register, one after another: no entry is spoken of by two of them."""

    year: int
    stored: dict[Key, list[_Stored]]
    _seen: dict[Key, Row] = field(default_factory=dict)
    _matched: set[int] = field(default_factory=set)

    def compared(self, row: Row, series: str) -> Compared:
        if row.record is None:
            return Compared(row, "refused", reason=row.refused)
        key, notation = _key(series, row.record), row.record.notation
        if row.record.number is not None and self._seen.setdefault(key, row) is not row:
            reason = f"số {notation} trùng với số ở {self._seen[key].place}; hãy sửa số, hoặc xóa dòng thừa."
            return Compared(row, "refused", series, reason=reason)
        found = self.stored.get(key, [])
        one = next((one for one in found if one.id not in self._matched), None)
        if one is None:
            if found and row.record.number is not None:
                reason = f"số {notation} trong sổ là của văn bản mà một dòng khác đã nói đến; {_LOOK}"
                return Compared(row, "refused", series, reason=reason)
            return Compared(row, "new", series)
        self._matched.add(one.id)
        return self._with(row, row.record, series, one)

    def _with(self, row: Row, record: Record, series: str, one: _Stored) -> Compared:
        differing = dict(_differing(one.record, record))
        columns = {name: pair for name, pair in differing.items() if one.said.get(name, pair[0]) != pair[1]}
        kept = {name: pair for name, pair in differing.items() if name not in columns}
        if reason := self._against(row, one, bool(columns)):
            return Compared(row, "refused", series, one.id, reason=f"số {record.notation} {reason}")
        return Compared(row, "changed" if columns else "same", series, one.id, one.record, columns, kept)

    def _against(self, row: Row, one: _Stored, differs: bool) -> str:
        """What keeps the row from speaking of this entry, after its number; "" for nothing."""
        if row.state in _STATES and row.state != one.state:
            stands = _STATES.get(one.state, "đã phát hành")
            return f"trong tệp ghi là {_STATES[row.state]}, trong sổ là {stands}; {_LOOK}"
        if differs and one.year != self.year:
            return f"đã cấp cho văn bản trong sổ năm {one.year}; hãy sửa số, hoặc xóa dòng này."
        return f"{_STATES[one.state]} trong sổ; {_LOOK}" if differs and one.state in _STATES else ""


def _differing(stands: Record, said: Record) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """The columns in which the file says something else; where it says nothing, nothing differs."""
    for name in RECORD:
        old, new = getattr(stands, name), getattr(said, name)
        if old != new and new not in ("", None):
            yield name, (old, new)


def _key(series: str, record: Record) -> Key:
    if record.number is None:
        return series, None, record.kind, record.date, record.title
    return series, record.number, record.suffix


def _spoken_of(preview: Preview, series: set[str]) -> ColumnElement[bool]:
    """The entries that rows may speak of: those of the book; of others those that have one of their numbers.

    Numbers of the Party run through a term (`drafter.register.series`), and so through several books.
    """
    numbers = [row.record.number for row in preview.rows if row.record and row.record.number is not None]
    if not numbers:
        return entry.c.year == preview.year
    taken = entry.c.series.in_(sorted(series)), entry.c.number.between(min(numbers), max(numbers))
    return or_(entry.c.year == preview.year, and_(*taken))


def _stored(connection: Connection, wanted: ColumnElement[bool]) -> dict[Key, list[_Stored]]:
    """The entries that are wanted, by what they are known by now, and by what the file called them once."""
    columns = entry.c.id, entry.c.year, entry.c.state, entry.c.series, *(entry.c[name] for name in RECORD)
    found = [
        (_Stored(id, year, state, Record(*record)), name)
        for id, year, state, name, *record in connection.execute(select(*columns).where(wanted).order_by(entry.c.id))
    ]
    once = _said_before(connection, wanted, {one.id: (one, name) for one, name in found})
    known: dict[Key, list[_Stored]] = defaultdict(list)
    for one, name in found:
        known[_key(name, one.record)].append(one)
    return once | known


def _said_before(
    connection: Connection, wanted: ColumnElement[bool], found: dict[int, tuple[_Stored, str]]
) -> dict[Key, list[_Stored]]:
    """Notes in entries what the last import said of columns that were changed since; by what they were known then."""
    changes = connection.execute(
        select(change.c.subject_id, change.c.action, change.c.columns)
        .join(entry, entry.c.id == change.c.subject_id)
        .where(change.c.subject == "entry", entry.c.batch_id.is_not(None), wanted)
        .order_by(change.c.id)
    )
    series: dict[int, str] = {}
    for id, action, columns in changes:
        one, name = found[id]
        for column, (old, new) in json.loads(columns).items():
            one.said.setdefault(column, old)
            if action == IMPORTED:
                one.said[column] = new
        series[id] = one.said.get("series", name)
    keys: dict[Key, list[_Stored]] = defaultdict(list)
    for id, name in series.items():
        one = found[id][0]
        record = replace(one.record, **{column: value for column, value in one.said.items() if column in RECORD})
        keys[_key(name, record)].append(one)
    return keys
