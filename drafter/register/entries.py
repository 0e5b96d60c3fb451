"""Entries as rows: writing them, and finding those that a filter asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Row,
    and_,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from drafter.nlp.folding import MARKED, key
from drafter.register.refusals import UnknownEntry
from drafter.register.rules import Rules
from drafter.register.series import series_of
from drafter.register.tables import entry
from drafter.register.values import Entry, Record, State

RECORD = tuple(field.name for field in fields(Record))
"""The columns that say what a document is."""
ON_PAPER = ("issued", "replaced")
"""The states of what went out."""
_COLUMNS = tuple(
    entry.c[name] for name in ("id", "year", "series", *RECORD, "state", "reason", "replaced_by", "file", "report")
)
_MEANT = {letter: f"[{letters}]" for letter, letters in MARKED.items()}
"""By letter a pattern of those that a key, which has no tones, may have for it."""
_GLOB = {sign: f"[{sign}]" for sign in "*?["}
_SEARCHED = ("title", "signer", "recipients", "note")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries: those that fit all that is said; None and "" for what is not asked for."""

    year: int | None = None
    unit: str | None = None
    """"" for documents of no unit."""
    kind: str = ""
    month: int | None = None
    """1 to 12; 0 for entries whose date lies in no month of the year."""
    since: str = ""
    until: str = ""
    """First and last day, ISO 8601; what has no date is in."""
    state: State | None = None
    series: str = ""
    words: str = ""
    """Each of them stands in the number, title, signer, recipients or note, in whatever case; where none has a mark,
    whatever the marks."""
    counted: bool = False
    """Only what counts by the rules."""


def conditions(wanted: Filter, rules: Rules) -> ColumnElement[bool]:
    """The filter in SQL: what lists entries and what counts them ask the same."""
    found: list[ColumnElement[bool]] = []
    if wanted.year is not None:
        found.append(entry.c.year == wanted.year)
    if wanted.unit is not None:
        found.append(entry.c.unit == wanted.unit)
    if wanted.kind:
        found.append(entry.c.kind == wanted.kind)
    if wanted.month is not None and wanted.year is not None:
        found.append(_in_month(wanted.year, wanted.month))
    if wanted.since:
        found.append(or_(entry.c.date >= wanted.since, entry.c.date == ""))
    if wanted.until:
        found.append(or_(entry.c.date <= wanted.until, entry.c.date == ""))
    if wanted.state:
        found.append(entry.c.state == wanted.state)
    if wanted.series:
        found.append(entry.c.series == wanted.series)
    whatever_marks = wanted.words.isascii()
    for word in key(wanted.words).split():
        found.append(_Spelled(word) if whatever_marks else entry.c.words.contains(word, autoescape=True))
    if wanted.counted:
        found.append(counts_by(rules))
    return and_(literal_column("1") == literal_column("1"), *found)


class _Spelled(FunctionElement[bool]):
    """Whether an entry's words hold what was typed without marks. Patterns: to take the marks off each row is slow."""

    type = Boolean()
    inherit_cache = True

    def __init__(self, typed: str) -> None:
        glob = "".join(_GLOB.get(letter) or _MEANT.get(letter, letter) for letter in typed)
        regular = "".join(_MEANT.get(letter) or re.escape(letter) for letter in typed)
        super().__init__(entry.c.words, literal(f"*{glob}*"), literal(regular))


@compiles(_Spelled, "sqlite")
def _by_glob(element: _Spelled, compiler: SQLCompiler, **how: Any) -> str:
    said, glob, _ = element.clauses
    return f"{compiler.process(said, **how)} GLOB {compiler.process(glob, **how)}"


@compiles(_Spelled, "postgresql")
def _by_regular_expression(element: _Spelled, compiler: SQLCompiler, **how: Any) -> str:
    said, _, regular = element.clauses
    return f"{compiler.process(said, **how)} ~ {compiler.process(regular, **how)}"


def counts_by(rules: Rules) -> ColumnElement[bool]:
    """Whether an entry counts: it went out, is of a kind that counts, and no text that the rules leave out."""
    found = [entry.c.state.in_(ON_PAPER), entry.c.kind.in_(sorted(rules.counted))]
    if not rules.attached:
        found.append(entry.c.attached.is_(False))
    if not rules.normative:
        found.append(entry.c.normative.is_(False))
    return and_(*found)


def _in_month(year: int, month: int) -> ColumnElement[bool]:
    if month:
        return entry.c.date.startswith(f"{year}-{month:02}")
    return ~entry.c.date.startswith(f"{year}-")


def find(
    connection: Connection,
    wanted: Filter,
    rules: Rules,
    limit: int | None = None,
    offset: int = 0,
    *,
    newest_first: bool = False,
) -> list[Entry]:
    """The entries in the order of the book, or from its end: by series, number and suffix, those without first."""
    columns = entry.c.year, entry.c.series, entry.c.number, entry.c.suffix, entry.c.id
    if newest_first:
        order = tuple(column.desc().nulls_last() if column is entry.c.number else column.desc() for column in columns)
    else:
        order = tuple(column.asc().nulls_first() if column is entry.c.number else column.asc() for column in columns)
    condition = conditions(wanted, rules)
    if limit is None:
        return list(map(_entry, connection.execute(select(*_COLUMNS).where(condition).order_by(*order).offset(offset))))
    # Putting whole rows in order only to leave most of them out takes three times as long.
    ids = select(entry.c.id).where(condition).order_by(*order).limit(limit).offset(offset)
    wanted_ids = list(connection.execute(ids).scalars())
    found = with_ids(connection, wanted_ids)
    return [found[id] for id in wanted_ids]


def size(connection: Connection, wanted: Filter, rules: Rules) -> int:
    """How many entries fit."""
    return connection.execute(select(func.count()).select_from(entry).where(conditions(wanted, rules))).scalar_one()


def years(connection: Connection) -> tuple[int, ...]:
    """The years that have entries, the newest first."""
    return tuple(connection.execute(select(entry.c.year).distinct().order_by(entry.c.year.desc())).scalars())


def with_ids(connection: Connection, ids: Iterable[int]) -> dict[int, Entry]:
    """Entries by their ids."""
    rows = connection.execute(select(*_COLUMNS).where(entry.c.id.in_(list(ids))))
    return {found.id: found for found in map(_entry, rows)}


def with_id(connection: Connection, id: int) -> Entry:
    """The entry. Raises `UnknownEntry`."""
    found = with_ids(connection, [id]).get(id)
    if found is None:
        raise UnknownEntry(str(id))
    return found


def put(connection: Connection, entries: Sequence[dict[str, Any]]) -> list[int]:
    """Writes new rows as `row_of` makes them; their ids in the same order."""
    if not entries:
        return []
    made = insert(entry).returning(entry.c.id, sort_by_parameter_order=True)
    return list(connection.execute(made, list(entries)).scalars())


def row_of(record: Record, year: int, rules: Rules, state: State, **more: Any) -> dict[str, Any]:
    """The columns of a new entry."""
    return columns_of(record) | {"year": year, "series": series_of(record, year, rules), "state": state} | more


def columns_of(record: Record) -> dict[str, Any]:
    """What a record says, and what is derived from it."""
    said = (record.notation, *(getattr(record, name) for name in _SEARCHED))
    columns = {name: getattr(record, name) for name in RECORD}
    return columns | {"normative": record.normative, "words": key(" ".join(filter(None, said)))}


def _entry(row: Row[Any]) -> Entry:
    said = tuple(row)
    end = 3 + len(RECORD)
    id, year, series = said[:3]
    state, reason, replaced_by, file, report = said[end:]
    return Entry(id, year, series, Record(*said[3:end]), state, reason, replaced_by, file, report)
