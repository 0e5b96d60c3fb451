"""The kho văn bản: the documents that drafts are compared with, their texts, and the index over both."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from sqlalchemy import Connection, func, select

from drafter.corpus import entries, pages, relations
from drafter.corpus.batches import Batch
from drafter.corpus.contents import fragments, texts
from drafter.corpus.index import EVERYWHERE, VERSION, Index, Numbers
from drafter.corpus.items import item_of, storable, tidied
from drafter.corpus.joining import add_package
from drafter.corpus.listing import Choices, Listed, Wanted, choices, listed
from drafter.corpus.search import QUICK, THOROUGH, Effort
from drafter.corpus.subjects import SCALE, Weights
from drafter.corpus.tables import copy, document, package, reference
from drafter.corpus.values import (
    UNKNOWN,
    Added,
    Arrival,
    Copy,
    Entry,
    Fragment,
    Hit,
    Item,
    Metadata,
    Package,
    Refused,
    Relation,
    Seen,
    Size,
    Standing,
    Statement,
    StoredPassage,
    Tie,
)
from drafter.corpus.words import number_key
from drafter.corpus.writing import Prepared, Writer, prepared
from drafter.document import Document, Page, Span
from drafter.errors import NewerDatabase
from drafter.readers import VERSION as READER
from drafter.storage import Database

_AT_ONCE = 500


def _alone(connection: Connection, outcome: object) -> None:
    """Nothing comes along with a change."""


class Corpus:
    """The documents of one home. Close it, or use it in a `with`. Raises subclasses of `CorpusError`.

    What changes it takes `along`, which is called with the outcome in the transaction of the change: what it writes
    comes to stand with the change, and what it raises undoes both.
    """

    def __init__(self, home: str | Path | None = None, url: str | None = None, wait: float = 60.0) -> None:
        """See `Database`. Documents that an older program indexed otherwise are indexed anew: once, a minute or so."""
        self._database = Database(home, url, wait)
        self._index = _index_on(self._database.dialect)
        try:
            self._renew()
        except BaseException:
            self.close()
            raise

    def add(self, document: Document, metadata: Metadata = UNKNOWN, location: str = "") -> Added:
        """Adds a document, replaces the version of it that is there, or finds that it is there unchanged.

        The same bytes are one document, whatever the file is called. Another content from the same `location`, or
        under the same number, issuer and file name, is a new version and keeps the id. Another file of the same
        content (the scan of a Word file) is joined with it. What `metadata` leaves open is read from the letterhead.
        Raises `SecretFile`.
        """
        (added,) = self._put([item_of(document, metadata, location)])
        assert isinstance(added, Added)
        return added

    def add_all(
        self, arrivals: Iterable[Arrival], along: Callable[[Connection, Added], None] = _alone
    ) -> Iterator[Added | Refused]:
        """Adds many, in transactions of some hundreds or some seconds, and yields what became of each, in their order.

        What has been yielded is stored. `Refused` items are passed on; None means that the next takes its time.
        """
        batch = Batch()
        for arrival in arrivals:
            batch.take(arrival)
            if batch.is_due():
                yield from self._put_some(batch.taken, along)
                batch = Batch()
        yield from self._put_some(batch.taken, along)

    def knows(self, sha256: str) -> bool:
        """Whether a file of these bytes is stored as today's reader reads it, by itself or joined with another."""
        with self._database.reading() as connection:
            return any(
                connection.execute(select(1).where(table.c.sha256 == sha256, table.c.reader_version == READER)).first()
                for table in (document, copy)
            )

    def members(self, sha256: str) -> list[tuple[str, str]] | None:
        """What lies in a package of these bytes that was added without a fault, as (sha256, name); None for others."""
        with self._database.reading() as connection:
            known = connection.execute(
                select(package.c.members).where(package.c.sha256 == sha256, package.c.reader_version == READER)
            ).scalar()
        return None if known is None else [(sha, name) for sha, name in json.loads(known)]

    def set(self, id: int, known: Metadata, along: Callable[[Connection, Entry], None] = _alone) -> Entry:
        """What is known of a document from now on, over its sidecar and its text; "" leaves a field as it is."""
        with self._database.writing() as connection:
            entries.with_id(connection, id)
            Writer(connection, self._index).set_by_hand(id, tidied(known))
            entry = entries.with_id(connection, id)
            along(connection, entry)
        return entry

    def remove(self, id: int, along: Callable[[Connection, Entry], None] = _alone) -> Entry:
        """Takes a document out; the entry it had."""
        with self._database.writing() as connection:
            entry = entries.with_id(connection, id)
            Writer(connection, self._index).remove(id)
            along(connection, entry)
        return entry

    def documents(self) -> list[Entry]:
        """All documents: the highest issuers first, then by date and number."""
        with self._database.reading() as connection:
            return entries.every(connection)

    def entry(self, id: int) -> Entry:
        with self._database.reading() as connection:
            return entries.with_id(connection, id)

    def entries(self, ids: Iterable[int]) -> dict[int, Entry]:
        """The entries of those of the documents that there are."""
        with self._database.reading() as connection:
            return entries.with_ids(connection, list(ids))

    def text(self, id: int) -> str:
        with self._database.reading() as connection:
            entries.with_id(connection, id)
            return next(text for _, text in texts(connection, [id]))

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """The texts of those of the documents that there are."""
        with self._database.reading() as connection:
            return dict(texts(connection, list(ids)))

    def pages(self, id: int) -> list[Page]:
        """The pages of a document of pages (PDF, pictures) with what of its text stands on each; no pictures."""
        with self._database.reading() as connection:
            return pages.read(connection, id)

    def picture(self, id: int, number: int) -> bytes | None:
        """The picture of a recognised page, a JPEG; None where there is none."""
        with self._database.reading() as connection:
            return pages.picture(connection, id, number)

    def copies(self, id: int) -> list[Copy]:
        """Other files of the same content that were added, by name."""
        columns = select(*(copy.c[name] for name in Copy.__dataclass_fields__))
        with self._database.reading() as connection:
            rows = connection.execute(columns.where(copy.c.document_id == id).order_by(copy.c.name, copy.c.location))
            return [Copy(*row) for row in rows]

    def relate(
        self, statements: Iterable[Statement], along: Callable[[Connection, list[Statement]], None] = _alone
    ) -> list[Statement]:
        """Notes what is said of standing and relations; what is said of no document, or of one of several, is left."""
        with self._database.writing() as connection:
            left = relations.put(connection, statements)
            along(connection, left)
        return left

    def relations(self, ids: Iterable[int]) -> dict[int, tuple[Relation, ...]]:
        """What the documents do with others, of those of which that was said."""
        with self._database.reading() as connection:
            return relations.relations(connection, list(ids))

    def standings(self, ids: Iterable[int]) -> dict[int, Standing]:
        """Whether the documents are in force, of those of which that is known: said, or by what others do with them."""
        with self._database.reading() as connection:
            return relations.standings(connection, list(ids))

    def said_of(self, id: int) -> Standing | None:
        """What somebody said of a document's force, None where nobody did: then it follows from what others do."""
        with self._database.reading() as connection:
            return relations.said(connection, id)

    def relations_to(self, number: str) -> list[tuple[int, Tie]]:
        """The documents that replace, amend or implement the one of this number, each with which."""
        with self._database.reading() as connection:
            return relations.towards(connection, number)

    def by_number(self, numbers: Iterable[str]) -> list[Entry]:
        """The documents of these numbers, compared without spaces, case, leading zeros and look-alikes of Đ."""
        with self._database.reading() as connection:
            return entries.with_numbers(connection, list(numbers))

    def titles(self, kinds: Sequence[str]) -> list[tuple[int, str]]:
        """The ids and titles of the documents of these kinds, given by their symbols."""
        columns = select(document.c.id, document.c.title).where(document.c.kind.in_(kinds)).order_by(document.c.id)
        with self._database.reading() as connection:
            return [(id_, title) for id_, title in connection.execute(columns)]

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """The documents whose number, title or text holds all the words, best first; empty for no words."""
        return list(self.page(Wanted(words), 0, limit, THOROUGH).hits) if words.strip() else []

    def page(self, wanted: Wanted, offset: int = 0, limit: int = 50, effort: Effort = QUICK) -> Listed:
        """Part of the documents that are wanted: with words the best first, without the newest first."""
        with self._database.reading() as connection:
            return listed(connection, self._index, wanted, offset, limit, effort)

    def choices(self) -> Choices:
        """By what the documents can be chosen: kinds, levels, years."""
        with self._database.reading() as connection:
            return choices(connection)

    def postings(self, hashes: Sequence[int], limit: int, within: range = EVERYWHERE) -> tuple[Numbers, Numbers]:
        """Where fingerprints stand: places in `hashes` and, beside them, ids of passages.

        At most `limit` passages a hash, exactly so many for one that stands in more; of passages `within` a range only.
        """
        with self._database.reading() as connection:
            return self._index.postings(connection, hashes, limit, within)

    def fragments(self, places: Sequence[tuple[int, Span]]) -> list[Fragment]:
        """Parts of the texts of documents, each cut to where blanks or the text end; documents must be there."""
        with self._database.reading() as connection:
            return fragments(connection, places)

    def spread(self, hashes: Sequence[int], limit: int) -> list[tuple[int, int]]:
        """For each fingerprint how many issuers use it, and in how many years, told by its first `limit` passages."""
        with self._database.reading() as connection:
            return self._index.spread(connection, hashes, limit)

    def with_terms(self, hashes: Sequence[int], limit: int) -> tuple[Numbers, Numbers, Weights]:
        """Where terms stand (`drafter.corpus.subjects`): places in `hashes`, documents, and what the term weighs there.

        At most `limit` documents a term, those in which it weighs most.
        """
        with self._database.reading() as connection:
            found = self._index.with_terms(connection, hashes, limit)
        rows = np.fromiter(chain.from_iterable(found), np.int64)
        return np.repeat(np.arange(len(found)), list(map(len, found))), rows // SCALE, rows % SCALE / SCALE

    def with_references(self, numbers: Sequence[str], limit: int) -> list[list[int]]:
        """For each number the documents that refer to it, at most `limit`."""
        with self._database.reading() as connection:
            return self._index.with_references(connection, [number_key(number) for number in numbers], limit)

    def references(self, ids: Iterable[int]) -> dict[int, frozenset[str]]:
        """The numbers that each of some documents refers to in its beginning, as numbers are compared."""
        found: dict[int, set[str]] = {id_: set() for id_ in ids}
        if not found:
            return {}
        with self._database.reading() as connection:
            for key, id_ in connection.execute(select(reference).where(reference.c.document_id.in_(found))):
                found[id_].add(key)
        return {id_: frozenset(keys) for id_, keys in found.items()}

    def passage_ranges(self, ids: Iterable[int]) -> list[range]:
        """The ids that the passages of these documents have."""
        columns = select(document.c.first_passage, document.c.end_passage)
        with self._database.reading() as connection:
            rows = connection.execute(columns.where(document.c.id.in_(list(ids)))).all()
        return [range(first, end) for first, end in rows]

    def passages(self, ids: Sequence[int]) -> list[StoredPassage]:
        """The passages of these ids that there are, each once, by id."""
        with self._database.reading() as connection:
            return self._index.passages(connection, ids)

    def size(self) -> Size:
        counted = select(func.count(), func.sum(document.c.characters), func.sum(document.c.syllables))
        with self._database.reading() as connection:
            documents, characters, syllables = connection.execute(counted.select_from(document)).one()
        return Size(documents, int(characters or 0), int(syllables or 0))

    def __len__(self) -> int:
        return self.size().documents

    def __bool__(self) -> bool:
        return True

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _put_some(
        self, batch: Sequence[Arrival], along: Callable[[Connection, Added], None]
    ) -> Iterator[Added | Refused]:
        """Stores what came; what of it was not stored any more is read and stored after that."""
        stored = iter(self._put([one for one in batch if isinstance(one, Item | Seen | Package)], along))
        for one in batch:
            if isinstance(one, Refused):
                yield one
            elif isinstance(one, Item | Seen):
                became = next(stored)
                if isinstance(became, Seen):
                    yield from self._put_some([became.read()], along)
                else:
                    yield became

    def _put(
        self, arrivals: Sequence[Item | Seen | Package], along: Callable[[Connection, Added], None] = _alone
    ) -> list[Added | Seen]:
        """What became of each item; of a file that is not stored any more the file."""
        if not arrivals:
            return []
        arrivals = [storable(one) if isinstance(one, Item) else one for one in arrivals]
        ready = self._prepared([one for one in arrivals if isinstance(one, Item)])
        became: list[Added | Seen] = []
        with self._database.writing() as connection:
            writer = Writer(connection, self._index)
            for one in arrivals:
                if isinstance(one, Item):
                    became.append(writer.put(one, ready.get(one.sha256)))
                elif isinstance(one, Seen):
                    became.append(writer.put_seen(one) or one)
                else:
                    add_package(connection, one, READER)
            writer.flush()
            for added in became:
                if isinstance(added, Added):
                    along(connection, added)
        return became

    def _prepared(self, items: Sequence[Item]) -> dict[str, Prepared]:
        """What is computed before the database is locked: the index of what is not stored yet."""
        wanted = {item.sha256: item for item in items}
        with self._database.reading() as connection:
            stored = select(document.c.sha256).where(document.c.sha256.in_(wanted))
            known = set(connection.execute(stored).scalars())
        return {sha256: prepared(item) for sha256, item in wanted.items() if sha256 not in known}

    def _renew(self) -> None:
        """Indexes everything anew where an older program did it otherwise."""
        with self._database.reading() as connection:
            oldest, newest = _index_versions(connection)
        if newest > VERSION:
            raise NewerDatabase(self._database.name)
        if oldest == VERSION:
            return
        with self._database.writing() as connection:
            if _index_versions(connection) == (VERSION, VERSION):  # another process was quicker
                return
            self._index.clear(connection)
            writer = Writer(connection, self._index)
            rows = connection.execute(select(document).order_by(document.c.id)).all()
            for start in range(0, len(rows), _AT_ONCE):
                for row in rows[start : start + _AT_ONCE]:
                    writer.renew(row)
                writer.flush()


def _index_on(dialect: str) -> Index:
    """The index of a database; the other database's library is not loaded."""
    if dialect == "sqlite":
        from drafter.corpus.on_sqlite import SqliteIndex

        return SqliteIndex()
    from drafter.corpus.on_postgres import PostgresIndex

    return PostgresIndex()


def _index_versions(connection: Connection) -> tuple[int, int]:
    """The oldest and the newest version of the index that documents have; today's for an empty corpus."""
    versions = select(func.min(document.c.index_version), func.max(document.c.index_version))
    oldest, newest = connection.execute(versions).one()
    return (VERSION, VERSION) if oldest is None else (oldest, newest)
