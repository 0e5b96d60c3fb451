"""Putting documents into the corpus and taking them out, within the transaction of the caller."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, astuple, dataclass, field, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, and_, delete, func, insert, or_, select, update

from drafter.corpus import contents, pages
from drafter.corpus.fingerprints import Fingerprints, fingerprints_of
from drafter.corpus.index import VERSION, Index, postings_of
from drafter.corpus.tables import document, passage
from drafter.corpus.values import Added, Item, Metadata
from drafter.corpus.words import distinct_words, number_key
from drafter.document import Span
from drafter.nlp.abbreviations import defined_in
from drafter.nlp.offices import level_of
from drafter.nlp.syllables import spellings_of

# What PostgreSQL, or UTF-8 at all, cannot hold; of one length, so that spans stay.
_UNSTORABLE = {0: 0xFFFD, **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)}
Stored = Row[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item with all that has to be computed from its text, which takes no lock."""

    item: Item
    fingerprints: Fingerprints
    words: list[str]


def storable(item: Item) -> Item:
    """The item as the database can hold it."""
    return replace(
        item,
        name=_tidied(item.name),
        text=item.text.translate(_UNSTORABLE) if not _is_storable(item.text) else item.text,
        metadata=Metadata(*map(_tidied, astuple(item.metadata))),
        given=Metadata(*map(_tidied, astuple(item.given))),
        location=item.location.translate(_UNSTORABLE),
    )


def prepared(item: Item) -> Prepared:
    about = item.metadata
    fingerprints = fingerprints_of(item.text, recognised=item.origin == "scan")
    words = distinct_words((item.name, about.number, about.title, about.issuer, *spellings_of(item.text)))
    return Prepared(item, fingerprints, sorted(words))


def item_of(row: Stored, text: str) -> Item:
    """The item that a row of `document` was made from."""
    known = Metadata(row.number, row.kind, row.title, row.issuer, row.date)
    return Item(
        row.name,
        row.sha256,
        text,
        known,
        row.location,
        Metadata(**json.loads(row.given)),
        row.origin,
        row.confidence,
        (),
        tuple(Span(*ends) for ends in json.loads(row.unsure)),
        row.reader_version,
    )


@dataclass(slots=True)
class Writer:
    """Documents come to stand at once, their index with `flush`: sorted, in one go. Flush before the commit."""

    connection: Connection
    index: Index
    _pending: dict[int, tuple[int, Prepared]] = field(default_factory=dict)
    """Documents whose index is not written yet, with the number of their first passage."""
    _next_passage: int = 0

    def put(self, item: Item, ready: Prepared | None = None) -> Added:
        """Adds the item, replaces the document that it is a new version of, or finds that it is there.

        `ready` saves preparing the item while others wait for the database.
        """
        same, old = self._known(item)
        if same:
            return self._keep(same, item)
        ready = ready or prepared(item)
        if old:
            self._remove_index(old)
            self._write(ready, old.id)
            pages.write(self.connection, old.id, item.pages)
            return Added(old.id, "replaced", item.name, item.metadata.number)
        id_ = self._write(ready, None)
        pages.write(self.connection, id_, item.pages)
        return Added(id_, "added", item.name, item.metadata.number)

    def remove(self, id_: int) -> None:
        self._remove_index(self.connection.execute(select(document).where(document.c.id == id_)).one())
        contents.remove(self.connection, id_)
        self.connection.execute(delete(document).where(document.c.id == id_))

    def renew(self, row: Stored) -> None:
        """Indexes a stored document whose index is gone."""
        self._write(prepared(item_of(row, self._text(row.id))), row.id)

    def flush(self) -> None:
        """Writes the index of all that was put."""
        passages = [
            (first + place, id_, start, end)
            for id_, (first, ready) in self._pending.items()
            for place, (start, end) in enumerate(ready.fingerprints.spans)
        ]
        self.index.add_passages(self.connection, passages)
        parts = [(first, ready.fingerprints) for first, ready in self._pending.values()]
        self.index.add_postings(self.connection, postings_of(parts))
        self.index.add_words(self.connection, [(id_, ready.words) for id_, (_, ready) in self._pending.items()])
        self._pending.clear()

    def _keep(self, row: Stored, item: Item) -> Added:
        """The same bytes: nothing to do, unless the same file is better known or better read by now."""
        known_as = row.name if row.name != item.name else ""
        same_file = item.location and row.location == item.location
        if not same_file or item_of(row, self._text(row.id)) == replace(item, pages=()):
            return Added(row.id, "unchanged", item.name, row.number, known_as)
        self._remove_index(row)
        self._write(prepared(item), row.id)
        pages.write(self.connection, row.id, item.pages)
        return Added(row.id, "replaced", item.name, item.metadata.number)

    def _known(self, item: Item) -> tuple[Stored | None, Stored | None]:
        """The document of the same bytes, and the one that `item` is a new version of.

        That is the one from the same place, else the one of the same number, issuer and name.
        """
        named = and_(
            document.c.number_key == number_key(item.metadata.number),
            document.c.issuer == item.metadata.issuer,
            document.c.name == item.name,
        )
        conditions = [document.c.sha256 == item.sha256]
        conditions += [document.c.location == item.location] if item.location else []
        conditions += [named] if item.metadata.number else []
        rows = self.connection.execute(select(document).where(or_(*conditions)).order_by(document.c.id)).all()
        same = next((row for row in rows if row.sha256 == item.sha256), None)
        there = next((row for row in rows if item.location and row.location == item.location), None)
        return same, there or next(iter(rows), None)

    def _write(self, ready: Prepared, id_: int | None) -> int:
        first = self._next_passage or self._end_of_passages()
        self._next_passage = first + len(ready.fingerprints)
        values = _values(ready) | {
            "pages": len(ready.item.pages),
            "first_passage": first,
            "end_passage": self._next_passage,
        }
        if id_ is None:
            values["added_at"] = datetime.now(UTC).isoformat(timespec="seconds")
            found = int(self.connection.execute(insert(document).returning(document.c.id), values).scalar_one())
        else:
            found = id_
            self.connection.execute(update(document).where(document.c.id == id_).values(values))
        contents.write(self.connection, found, ready.item.text)
        self._pending[found] = first, ready
        return found

    def _remove_index(self, row: Stored) -> None:
        if self._pending.pop(row.id, None):
            return
        old = prepared(item_of(row, self._text(row.id)))
        self.index.remove_postings(self.connection, postings_of([(row.first_passage, old.fingerprints)]))
        self.index.remove_words(self.connection, row.id, old.words)
        theirs = passage.c.id.between(row.first_passage, row.end_passage - 1)
        self.connection.execute(delete(passage).where(theirs))

    def _text(self, id_: int) -> str:
        return next(text for _, text in contents.texts(self.connection, [id_]))

    def _end_of_passages(self) -> int:
        return int(self.connection.execute(select(func.max(passage.c.id))).scalar() or 0) + 1


def _values(ready: Prepared) -> dict[str, object]:
    item, known = ready.item, ready.item.metadata
    return {
        "sha256": item.sha256,
        "location": item.location,
        "name": item.name,
        "number": known.number,
        "number_key": number_key(known.number),
        "kind": known.kind,
        "title": known.title,
        "issuer": known.issuer,
        "level": str(level_of(known.issuer, known.number, known.kind)),
        "date": known.date,
        "characters": len(item.text),
        "syllables": ready.fingerprints.syllables,
        "abbreviations": json.dumps(defined_in(item.text), ensure_ascii=False),
        "index_version": VERSION,
        "origin": item.origin,
        "confidence": item.confidence,
        "given": json.dumps(said(item.given), ensure_ascii=False),
        "unsure": json.dumps([(span.start, span.end) for span in item.unsure]),
        "reader_version": item.reader_version,
    }


def said(known: Metadata) -> dict[str, str]:
    """What is known, without what is not."""
    return {name: value for name, value in asdict(known).items() if value}


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _tidied(value: str) -> str:
    return " ".join(unicodedata.normalize("NFC", value.translate(_UNSTORABLE)).split())
