"""Stored documents as entries: all, some by their ids or numbers, the highest issuers first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, select

from drafter.corpus.items import Stored
from drafter.corpus.tables import document
from drafter.corpus.values import Entry
from drafter.corpus.words import number_key
from drafter.errors import UnknownDocument
from drafter.nlp.offices import Level

_AT_ONCE = 500
_FIELDS = tuple(Entry.__dataclass_fields__)
_COLUMNS = [document.c[name] for name in _FIELDS]
RANKS = {level: level.rank for level in Level}


def every(connection: Connection) -> list[Entry]:
    """All documents: the highest issuers first, then by date and number."""
    return sorted(map(_entry, connection.execute(select(*_COLUMNS))), key=_order)


def with_ids(connection: Connection, ids: Sequence[int]) -> dict[int, Entry]:
    """Those of the documents that there are, by their ids; in the order of `every`."""
    return {entry.id: entry for entry in _with(connection, document.c.id, ids)}


def with_numbers(connection: Connection, numbers: Sequence[str]) -> list[Entry]:
    """The documents of these numbers, compared as `number_key` does."""
    keys = sorted({number_key(number) for number in numbers} - {""})
    return _with(connection, document.c.number_key, keys)


def with_id(connection: Connection, id: int) -> Entry:
    """The document. Raises `UnknownDocument`."""
    found = _with(connection, document.c.id, [id]) if 0 < id < 2**31 else []
    if not found:
        raise UnknownDocument(id)
    return found[0]


def _with(connection: Connection, column: Column[Any], values: Sequence[object]) -> list[Entry]:
    """The documents with one of these values, in the order of `every`."""
    rows: list[Stored] = []
    for start in range(0, len(values), _AT_ONCE):
        chosen = column.in_(values[start : start + _AT_ONCE])
        rows += connection.execute(select(*_COLUMNS).where(chosen))
    return sorted(map(_entry, rows), key=_order)


def _entry(row: Stored) -> Entry:
    fields: dict[str, Any] = dict(zip(_FIELDS, row, strict=True))
    return Entry(**fields | {"level": Level(fields["level"]), "doubts": json.loads(fields["doubts"])})


def _order(entry: Entry) -> tuple[int, str, int, str, int]:
    key = number_key(entry.number)
    figures = key[: len(key) - len(key.lstrip("0123456789"))]
    return RANKS[entry.level], entry.date, int(figures or 0), key, entry.id
