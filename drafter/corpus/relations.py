"""Whether stored documents are in force, and what they do with others: as somebody said, and as follows from that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from sqlalchemy import Connection, delete, func, insert, select, update

from drafter.corpus.items import Stored
from drafter.corpus.tables import document, relation
from drafter.corpus.values import TIES, Force, Relation, Standing, Statement, Tie
from drafter.corpus.words import number_key
from drafter.nlp.folding import key

_MADE: dict[Tie, Force] = {"amends": "amended", "replaces": "replaced"}
"""What a document becomes by what another does with it; the later weighs more."""
_AT_ONCE = 500
_KNOWN = [document.c[name] for name in ("id", "number_key", "issuer", "status", "status_since", "status_by")]


def put(connection: Connection, statements: Iterable[Statement]) -> list[Statement]:
    """Writes what is said of documents; gives back what is said of none, or of one of several."""
    left = []
    for said in statements:
        ids = _meant(connection, said)
        if len(ids) != 1:
            left.append(said)
            continue
        if said.standing:
            known = said.standing
            values = {"status": known.status, "status_since": known.since, "status_by": known.by}
            connection.execute(update(document).where(document.c.id == ids[0]).values(values))
        elif "standing" in said.forgets:
            nothing = {"status": "", "status_since": "", "status_by": ""}
            connection.execute(update(document).where(document.c.id == ids[0]).values(nothing))
        _put_relations(connection, ids[0], said)
    return left


def _put_relations(connection: Connection, id: int, said: Statement) -> None:
    relations = said.relations
    kinds = {one.kind for one in relations} | {tie for tie in TIES if tie in said.forgets}
    theirs = relation.c.document_id == id
    connection.execute(delete(relation).where(theirs, relation.c.kind.in_(kinds)))
    rows = {(one.kind, number_key(one.number)): one.number for one in relations}
    for (kind, key_), number in rows.items():
        values = {"document_id": id, "kind": kind, "number_key": key_, "number": number}
        connection.execute(insert(relation), values)


def _meant(connection: Connection, said: Statement) -> list[int]:
    if said.sought.isdecimal():
        id_ = int(said.sought)
        return (
            list(connection.execute(select(document.c.id).where(document.c.id == id_)).scalars()) if id_ < 2**31 else []
        )
    columns = select(document.c.id, document.c.issuer)
    rows = connection.execute(columns.where(document.c.number_key == number_key(said.sought))).all()
    return [row.id for row in rows if not said.issuer or key(row.issuer) == key(said.issuer)]


def relations(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[Relation, ...]]:
    """What those of the documents do with others that do something, by kind and number."""
    found: dict[int, list[Relation]] = defaultdict(list)
    columns = select(relation.c.document_id, relation.c.kind, relation.c.number)
    for some in _some(ids):
        for row in connection.execute(columns.where(relation.c.document_id.in_(some))):
            found[row.document_id].append(Relation(row.kind, row.number))
    return {id_: tuple(sorted(known, key=_order)) for id_, known in found.items()}


def towards(connection: Connection, number: str) -> list[tuple[int, Tie]]:
    """The stored documents that do something with the document of a number, each with what, by their ids."""
    columns = select(relation.c.document_id, relation.c.kind).where(relation.c.number_key == number_key(number))
    found = connection.execute(columns) if number_key(number) else ()
    return sorted((id_, kind) for id_, kind in found)


def said(connection: Connection, id: int) -> Standing | None:
    """What somebody said of a document's force, None where nobody did."""
    columns = select(document.c.status, document.c.status_since, document.c.status_by).where(document.c.id == id)
    row = connection.execute(columns).first()
    return Standing(*row) if row and row.status else None


def standings(connection: Connection, ids: Sequence[int]) -> dict[int, Standing]:
    """Whether those of the documents are in force of which that is known.

    What was said of a document counts; else it is replaced, or amended, by the stored document that says so, since
    that one's date.
    """
    found: dict[int, Standing] = {}
    for some in _some(ids):
        rows = connection.execute(select(*_KNOWN).where(document.c.id.in_(some))).all()
        by_key: dict[str, list[Stored]] = defaultdict(list)
        for row in rows:
            if row.status:
                found[row.id] = Standing(row.status, row.status_since, row.status_by)
            elif row.number_key:
                by_key[row.number_key].append(row)
        found |= _following(connection, by_key)
    return found


def _following(connection: Connection, by_key: dict[str, list[Stored]]) -> dict[int, Standing]:
    """What follows for documents from what others do with their numbers."""
    found: dict[int, Standing] = {}
    columns = select(relation.c.number_key, relation.c.kind, document.c.number, document.c.issuer, document.c.date)
    joined = columns.select_from(relation).join(document, document.c.id == relation.c.document_id)
    acts = connection.execute(joined.where(relation.c.kind.in_(_MADE), relation.c.number_key.in_(by_key))).all()
    several = _with_several(connection, {act.number_key for act in acts})
    for act in sorted(acts, key=lambda act: (list(_MADE).index(act.kind), act.date)):
        for row in by_key[act.number_key]:
            # Numbers such as 12/QĐ-UBND every office has: it speaks of its own.
            if act.number_key not in several or key(row.issuer) == key(act.issuer):
                found[row.id] = Standing(_MADE[act.kind], act.date, act.number)
    return found


def _with_several(connection: Connection, keys: Set[str]) -> set[str]:
    """Those of the numbers that several documents have."""
    chosen = select(document.c.number_key).where(document.c.number_key.in_(keys)).group_by(document.c.number_key)
    return set(connection.execute(chosen.having(func.count() > 1)).scalars()) if keys else set()


def _order(one: Relation) -> tuple[int, str]:
    return TIES.index(one.kind), one.number


def _some(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
