"""The list of documents a page at a time: all of them, or those of a kind, a level, a year, with these words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from sqlalchemy import ColumnElement, Connection, func, select, true

from drafter.corpus import entries
from drafter.corpus.index import Index
from drafter.corpus.search import QUICK, Effort, Query, hits, ranked
from drafter.corpus.tables import document
from drafter.corpus.values import Hit
from drafter.corpus.words import number_key
from drafter.nlp.offices import Level


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which documents; what is "", None or False leaves it open."""

    words: str = ""
    """Of the number, the title or the text."""
    kind: str = ""
    level: Level | None = None
    year: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list."""

    hits: tuple[Hit, ...]
    """Without words they have no excerpt."""
    total: int
    """How many there are on all pages."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the documents differ by, each with how many have it, the most usual first; years newest first."""

    kinds: tuple[tuple[str, int], ...]
    levels: tuple[tuple[Level, int], ...]
    years: tuple[tuple[str, int], ...]
    doubtful: int


def listed(
    connection: Connection,
    index: Index,
    wanted: Wanted,
    offset: int,
    limit: int,
    effort: Effort = QUICK,
) -> Listed:
    """Part of the documents that are wanted: with words the best first, without the newest first."""
    condition = _condition(wanted)
    if wanted.words.strip():
        return _with_words(connection, index, wanted.words, condition, offset, limit, effort)
    total = connection.execute(select(func.count()).select_from(document).where(condition)).scalar_one()
    order = document.c.date.desc(), document.c.id.desc()
    query = select(document.c.id).where(condition).order_by(*order).limit(limit).offset(offset)
    ids = list(connection.execute(query).scalars())
    by_id = entries.with_ids(connection, ids)
    return Listed(tuple(Hit(by_id[id_], "", 0) for id_ in ids), total)


def choices(connection: Connection) -> Choices:
    """What there is to choose from."""

    def counted(column: ColumnElement[str]) -> list[tuple[str, int]]:
        query = select(column, func.count()).select_from(document).where(column != "").group_by(column)
        return [(value, number) for value, number in connection.execute(query)]

    def by_number(one: tuple[str, int]) -> tuple[int, str]:
        return -one[1], one[0]

    levels = sorted(
        ((Level(value), number) for value, number in counted(document.c.level)), key=lambda one: one[0].rank
    )
    return Choices(
        tuple(sorted(counted(document.c.kind), key=by_number)),
        tuple(levels),
        tuple(sorted(counted(func.substr(document.c.date, 1, 4)), reverse=True)),
        connection.execute(select(func.count()).select_from(document).where(document.c.doubts != "{}")).scalar_one(),
    )


def _with_words(
    connection: Connection,
    index: Index,
    words: str,
    condition: ColumnElement[bool],
    offset: int,
    limit: int,
    effort: Effort,
) -> Listed:
    sought = Query.of(words)
    # A number typed without blanks, zeros or marks is no word of the index.
    same = select(document.c.id).where(document.c.number_key == number_key(words))
    holding = {
        *connection.execute(same).scalars(),
        *(index.documents_with(connection, sought.words) if sought.words else ()),
    }
    names = ("id", "number_key", "title", "level", "date", "characters")
    rows = connection.execute(select(*(document.c[name] for name in names)).where(condition))
    found = [row for row in rows if row.id in holding]
    best = [one.id for one in islice(ranked(connection, sought, found, effort), offset, offset + limit)]
    by_id = entries.with_ids(connection, best)
    return Listed(tuple(hits(connection, sought, [by_id[id_] for id_ in best], effort)), len(found))


def _condition(wanted: Wanted) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = true()
    if wanted.kind:
        condition &= document.c.kind == wanted.kind
    if wanted.level:
        condition &= document.c.level == str(wanted.level)
    if wanted.year:
        condition &= document.c.date.startswith(wanted.year, autoescape=True)
    if wanted.doubtful:
        condition &= document.c.doubts != "{}"
    return condition
