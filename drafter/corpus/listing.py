"""The list of documents a page at a time: all of them, or those of a kind, a level, a year, with these words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import ColumnElement, Connection, false, func, select, true

from drafter.corpus import entries
from drafter.corpus.entries import RANKS
from drafter.corpus.index import Index
from drafter.corpus.search import QUICK, RANKED_BY, Effort, Query, hits, ranked
from drafter.corpus.tables import document
from drafter.corpus.values import Hit
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
    known = document.c.kind, document.c.level, func.substr(document.c.date, 1, 4), document.c.doubts != "{}"
    kinds, levels, years, doubtful = Counter[str](), Counter[Level](), Counter[str](), 0
    for kind, level, year, is_doubtful, number in connection.execute(select(*known, func.count()).group_by(*known)):
        kinds[kind] += number
        levels[Level(level)] += number
        years[year] += number
        doubtful += number * bool(is_doubtful)
    del kinds[""], years[""]
    return Choices(
        tuple(sorted(kinds.items(), key=lambda one: (-one[1], one[0]))),
        tuple(sorted(levels.items(), key=lambda one: RANKS[one[0]])),
        tuple(sorted(years.items(), reverse=True)),
        doubtful,
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
    holding: ColumnElement[bool] = false()
    if sought.key:  # a number typed without blanks, zeros or marks is no word of the index
        holding |= document.c.number_key == sought.key
    if sought.words:
        holding |= document.c.id.in_(index.holding(sought.words.values()))
    found = connection.execute(select(*RANKED_BY).where(condition, holding)).all()
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
