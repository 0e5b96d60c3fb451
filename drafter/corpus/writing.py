"""Putting documents into the corpus and taking them out, within the transaction of the caller."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select, update

from drafter.corpus import contents, pages
from drafter.corpus.fingerprints import Fingerprints, fingerprints_of, read_for_index
from drafter.corpus.index import VERSION, Index, postings_of
from drafter.corpus.items import Stored, as_json, over, resettled, said, settled, stored_item, told
from drafter.corpus.joining import Twins, add_copy, copy_of, is_better, words_of_copies
from drafter.corpus.sameness import Content, same_content
from drafter.corpus.subjects import Subject, subject_of
from drafter.corpus.tables import copy, document, passage
from drafter.corpus.values import Added, Item, Metadata, Seen, Status
from drafter.corpus.words import distinct_words, number_key
from drafter.nlp.abbreviations import defined_in
from drafter.nlp.offices import level_of
from drafter.nlp.syllables import spellings_of


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item with all that has to be computed from its text, which takes no lock."""

    item: Item
    fingerprints: Fingerprints
    subject: Subject
    words: list[str]


def prepared(item: Item) -> Prepared:
    read = read_for_index(item.text, recognised=item.origin == "scan")
    return Prepared(item, fingerprints_of(item.text, read=read), subject_of(item.text, read), _words(item))


class Writer:
    """Documents come to stand at once, their index with `flush`: sorted, in one go. Flush before the commit."""

    def __init__(self, connection: Connection, index: Index) -> None:
        self.connection = connection
        self.index = index
        self._twins = Twins(connection, index)
        self._pending: dict[int, tuple[int, Prepared]] = {}
        """Documents whose index is not written yet, with the number of their first passage."""
        self._next_passage = 0

    def put(self, item: Item, ready: Prepared | None = None) -> Added:
        """Adds the item, replaces the document that it is a new version of, joins it with the document of the same
        content, or finds that it is there.

        `ready` saves preparing the item while others wait for the database.
        """
        same, old = self._known(item)
        if same:
            return self._keep(same, item)
        if kept := self._as_copy(item):
            return kept
        ready = ready or prepared(item)
        if old:
            return self._renewed_by(old, ready)
        if item.reader_version and (twin := self._twins.of(item, ready.fingerprints)):
            return self._join(twin, ready)
        return Added(self._store(ready, None), "added", item.name, item.metadata.number)

    def put_seen(self, seen: Seen) -> Added | None:
        """What holds a file that is stored, better known where its sidecar says something new; None where it went."""
        row = self._row(document.c.sha256 == seen.sha256)
        other = None if row else copy_of(self.connection, seen.sha256)
        if other:
            row = self._row(document.c.id == other.document_id)
        if not row:
            return None
        file = other or row
        known_as = row.name if row.name != seen.name else ""
        if file.location != seen.location or told(file.given) == seen.given:
            return Added(row.id, "unchanged", seen.name, row.number, known_as)
        given = as_json(said(seen.given))
        if other:
            self.connection.execute(update(copy).where(copy.c.sha256 == seen.sha256).values(given=given))
        else:
            self.connection.execute(update(document).where(document.c.id == row.id).values(given=given))
        return Added(row.id, "replaced", seen.name, self._resettle(row.id).metadata.number, known_as)

    def set_by_hand(self, id_: int, known: Metadata) -> None:
        """What is known of a document from now on, whatever its file or a sidecar says; "" leaves a field as it is."""
        row = self._row(document.c.id == id_)
        by_hand = as_json(said(over(known, told(row.by_hand) if row else Metadata())))
        self.connection.execute(update(document).where(document.c.id == id_).values(by_hand=by_hand))
        self._resettle(id_)

    def remove(self, id_: int) -> None:
        self._remove_index(self.connection.execute(select(document).where(document.c.id == id_)).one())
        contents.remove(self.connection, id_)
        self.connection.execute(delete(document).where(document.c.id == id_))

    def renew(self, row: Stored) -> None:
        """Indexes a stored document whose index is gone."""
        self._write(prepared(stored_item(row, self._text(row.id))), row.id)

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
        self.index.add_subjects(self.connection, {id_: ready.subject for id_, (_, ready) in self._pending.items()})
        self._pending.clear()
        self._twins.forget()

    def _keep(self, row: Stored, item: Item) -> Added:
        """The same bytes: nothing to do, unless the same file is better known or better read by now."""
        known_as = row.name if row.name != item.name else ""
        if not (item.location and row.location == item.location):
            return Added(row.id, "unchanged", item.name, row.number, known_as)
        settled_item = self._settled(item, row)
        stored = stored_item(row, self._text(row.id))
        if stored == replace(settled_item, pages=()):
            return Added(row.id, "unchanged", item.name, row.number, known_as)
        self._remove_index(row)
        self._store(prepared(settled_item), row.id)
        unread = stored == replace(settled_item, pages=(), reader_version=stored.reader_version)
        status: Status = "unchanged" if unread else "replaced"
        return Added(row.id, status, item.name, settled_item.metadata.number, known_as)

    def _as_copy(self, item: Item) -> Added | None:
        """The document that the item's bytes are a copy of already, unless the copy was read by an older program."""
        known = copy_of(self.connection, item.sha256)
        if known and known.reader_version == item.reader_version:
            row = self._row(document.c.id == known.document_id)
            if row:
                return Added(row.id, "unchanged", item.name, row.number, row.name if row.name != item.name else "")
        if known or item.location:
            here = (copy.c.location == item.location) & (copy.c.location != "")
            self.connection.execute(delete(copy).where((copy.c.sha256 == item.sha256) | here))
        return None

    def _renewed_by(self, old: Stored, ready: Prepared) -> Added:
        """Puts a new version in the place of a document; the copies of what it was are none any more."""
        item = ready.item
        before, after = (
            Content(text, origin == "scan")
            for text, origin in ((self._text(old.id), old.origin), (item.text, item.origin))
        )
        if not same_content(before, after, agreed=True):
            self.connection.execute(delete(copy).where(copy.c.document_id == old.id))
        self._remove_index(old)
        item = self._settled(item, old)
        self._store(_told_anew(ready, item), old.id)
        return Added(old.id, "replaced", item.name, item.metadata.number)

    def _join(self, row: Stored, ready: Prepared) -> Added:
        """Makes one document of two files of the same content: the better text stands, the other is a copy."""
        item = ready.item
        if is_better(item.origin, row.origin):
            self._remove_index(row)
            add_copy(self.connection, row.id, stored_item(row, ""))
            joined = self._settled(item, row)
            self._store(_told_anew(ready, joined), row.id)
        else:
            add_copy(self.connection, row.id, item)
            joined = self._resettle(row.id)
        return Added(row.id, "joined", item.name, joined.metadata.number, row.name)

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

    def _settled(self, item: Item, row: Stored) -> Item:
        return settled(item, told(row.by_hand), words_of_copies(self.connection, row.id))

    def _resettle(self, id_: int) -> Item:
        """Writes what is known of a document anew, after its sidecar, a copy or somebody said something of it."""
        row = self.connection.execute(select(document).where(document.c.id == id_)).one()
        old = stored_item(row, self._text(id_))
        item = resettled(old, told(row.by_hand), words_of_copies(self.connection, id_))
        if (item.metadata, item.doubts) == (old.metadata, old.doubts):
            return item
        self.connection.execute(update(document).where(document.c.id == id_).values(_about(item)))
        if pending := self._pending.get(id_):
            self._pending[id_] = pending[0], _told_anew(pending[1], item)
        else:
            self.index.remove_words(self.connection, id_, _words(old))
            self.index.add_words(self.connection, [(id_, _words(item))])
        return item

    def _store(self, ready: Prepared, id_: int | None) -> int:
        """Writes a document with its pages; its id."""
        found = self._write(ready, id_)
        pages.write(self.connection, found, ready.item.pages)
        if ready.item.reader_version:
            self._twins.expect(found, ready.fingerprints)
        return found

    def _write(self, ready: Prepared, id_: int | None) -> int:
        first = self._next_passage or self._end_of_passages()
        self._next_passage = first + len(ready.fingerprints)
        values = _values(ready) | {"first_passage": first, "end_passage": self._next_passage}
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
        old = prepared(stored_item(row, self._text(row.id)))
        self.index.remove_postings(self.connection, postings_of([(row.first_passage, old.fingerprints)]))
        self.index.remove_words(self.connection, row.id, old.words)
        self.index.remove_subject(self.connection, row.id)
        theirs = passage.c.id.between(row.first_passage, row.end_passage - 1)
        self.connection.execute(delete(passage).where(theirs))

    def _row(self, condition: ColumnElement[bool]) -> Stored | None:
        return self.connection.execute(select(document).where(condition)).one_or_none()

    def _text(self, id_: int) -> str:
        return next(text for _, text in contents.texts(self.connection, [id_]))

    def _end_of_passages(self) -> int:
        return int(self.connection.execute(select(func.max(passage.c.id))).scalar() or 0) + 1


def _told_anew(ready: Prepared, item: Item) -> Prepared:
    """What was prepared of a text, with what is known of it now."""
    return ready if ready.item == item else replace(ready, item=item, words=_words(item))


def _words(item: Item) -> list[str]:
    about = item.metadata
    return sorted(distinct_words((item.name, about.number, about.title, about.issuer, *spellings_of(item.text))))


def _about(item: Item) -> dict[str, object]:
    """What is known of a document, as columns."""
    known = item.metadata
    return {
        "number": known.number,
        "number_key": number_key(known.number),
        "kind": known.kind,
        "title": known.title,
        "issuer": known.issuer,
        "level": str(level_of(known.issuer, known.number, known.kind)),
        "date": known.date,
        "doubts": as_json(dict(item.doubts)),
    }


def _values(ready: Prepared) -> dict[str, object]:
    item = ready.item
    return _about(item) | {
        "sha256": item.sha256,
        "location": item.location,
        "name": item.name,
        "characters": len(item.text),
        "syllables": ready.fingerprints.syllables,
        "abbreviations": as_json(defined_in(item.text)),
        "index_version": VERSION,
        "origin": item.origin,
        "confidence": item.confidence,
        "given": as_json(said(item.given)),
        "unsure": json.dumps([(span.start, span.end) for span in item.unsure]),
        "reader_version": item.reader_version,
    }
