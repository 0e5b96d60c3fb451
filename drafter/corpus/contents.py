"""The texts of documents, stored in blocks: a part of a long text is read without the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from sqlalchemy import Connection, and_, delete, insert, select, values

from drafter.corpus.tables import content, document
from drafter.corpus.values import Fragment
from drafter.document import Span

BLOCK = 16_000
"""Characters; a few pages of the database. Smaller ones leave more of the last page empty."""
_DOCUMENTS = 50
_BLOCKS = 500


def write(connection: Connection, id: int, text: str) -> None:
    """Stores the text of a document, in place of the one that it had."""
    remove(connection, id)
    blocks = (
        {"document_id": id, "start": start, "text": text[start : start + BLOCK]}
        for start in range(0, max(1, len(text)), BLOCK)
    )
    connection.execute(insert(content), list(blocks))


def remove(connection: Connection, id: int) -> None:
    connection.execute(delete(content).where(content.c.document_id == id))


def texts(connection: Connection, ids: Sequence[int], longest: int | None = None) -> Iterator[tuple[int, str]]:
    """The texts of the documents `ids`, in this order, a few in memory at a time; those that are not there left out.

    Of each the blocks that begin within `longest` characters, where that is given.
    """
    for first in range(0, len(ids), _DOCUMENTS):
        some = ids[first : first + _DOCUMENTS]
        wanted = select(content).where(content.c.document_id.in_(some)).order_by(content.c.document_id, content.c.start)
        rows = connection.execute(wanted if longest is None else wanted.where(content.c.start < longest))
        whole = {id_: "".join(row.text for row in own) for id_, own in groupby(rows, key=lambda row: row.document_id)}
        yield from ((id_, whole[id_]) for id_ in some if id_ in whole)


def fragments(connection: Connection, places: Sequence[tuple[int, Span]]) -> list[Fragment]:
    """Parts of the texts of documents, each cut to where blanks or the text end; documents must be there."""
    wanted = sorted({(id_, start) for id_, span in places for start in _starts(span)})
    blocks: dict[tuple[int, int], str] = {}
    for first in range(0, len(wanted), _BLOCKS):
        # Joined, not with IN: SQLite would look through the whole table.
        keys = values(content.c.document_id, content.c.start, name="wanted").data(wanted[first : first + _BLOCKS]).cte()
        same = and_(content.c.document_id == keys.c.document_id, content.c.start == keys.c.start)
        for row in connection.execute(select(content).select_from(keys.join(content, same))):
            blocks[row.document_id, row.start] = row.text
    defined = _abbreviations(connection, sorted({id_ for id_, _ in places}))
    found = []
    for id_, span in places:
        starts = _starts(span)
        joined = "".join(blocks.get((id_, start), "") for start in starts)
        start, text = _cut(joined, max(0, span.start), span.end, starts.start)
        found.append(Fragment(start, text, defined[id_]))
    return found


def _starts(span: Span) -> range:
    """Where the blocks begin that hold a span."""
    return range(max(0, span.start) // BLOCK * BLOCK, max(1, span.end), BLOCK)


def _cut(blocks: str, start: int, end: int, offset: int) -> tuple[int, str]:
    """What stands from `start` to `end` in a text, without the words that are cut there; `blocks` begin at `offset`."""
    text = blocks[start - offset : end - offset]
    ended = len(text) < end - start  # the text does not go on behind it, unless it ends just there
    stop = len(text) if ended else next((at for at in range(len(text), 0, -1) if text[at - 1].isspace()), len(text))
    first = next((at + 1 for at in range(stop) if text[at].isspace()), 0) if start else 0
    return start + first, text[first:stop]


def _abbreviations(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, tuple[str, ...]]]:
    """What documents define."""
    rows = connection.execute(select(document.c.id, document.c.abbreviations).where(document.c.id.in_(ids)))
    return {id_: {short: tuple(words) for short, words in json.loads(own).items()} for id_, own in rows}
