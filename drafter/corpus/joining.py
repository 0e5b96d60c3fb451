"""Finding the stored document that a file is another form of: its scan, its PDF, the Word file of both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from sqlalchemy import Connection, Row, delete, insert, select

from drafter.corpus import contents
from drafter.corpus.fingerprints import Fingerprints
from drafter.corpus.index import EVERYWHERE, Index
from drafter.corpus.items import Stored, Word, as_json, said, stored_item, told, word_of
from drafter.corpus.sameness import Content, bare, same_content
from drafter.corpus.tables import copy, document, package
from drafter.corpus.values import Item, Metadata, Package
from drafter.corpus.words import number_key
from drafter.nlp.offices import Level, level_of
from drafter.nlp.syllables import syllables

_SKETCH = 64
"""Fingerprints by which a text is looked for: the smallest, which two forms of it have in common mostly."""
_IN_COMMON = 1 / 8
"""Part of them that a stored text must have to be compared."""
_PASSAGES = 20
"""What stands in more is a formula."""
_CENTRAL = {Level.party_central, Level.assembly, Level.government}
_COMPARED = 3
"""Stored texts that a file is compared with, at the most."""
# The best text first: recognition makes mistakes, a PDF has lost its paragraphs.
_QUALITY = ("docx", "doc", "odt", "rtf", "xlsx", "pdf", "html", "md", "txt", "scan")


def is_better(origin: str, than: str) -> bool:
    return _QUALITY.index(origin) < _QUALITY.index(than)


@dataclass(slots=True)
class Twins:
    """Looks for the documents that files are other forms of, among what is stored and what is about to be."""

    connection: Connection
    index: Index
    _pending: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The sketches of documents whose index is not written yet: fingerprint and documents."""

    def expect(self, id: int, prints: Fingerprints) -> None:
        """Notes a document whose index is not written yet."""
        for hash_ in _sketch(prints):
            self._pending[hash_].append(id)

    def forget(self) -> None:
        """The index of all is written."""
        self._pending.clear()

    def of(self, item: Item, prints: Fingerprints) -> Stored | None:
        """The document whose content is that of the item."""
        own = Content(item.text, item.origin == "scan")
        for row in self._candidates(prints):
            agreed = _agreed(stored_item(row, ""), item)
            if agreed is None or not 0.5 < (row.characters + 1) / (len(item.text) + 1) < 2:
                continue
            text = next(text for _, text in contents.texts(self.connection, [row.id]))
            if same_content(own, Content(text, row.origin == "scan"), agreed):
                return row
        return None

    def _candidates(self, prints: Fingerprints) -> Sequence[Stored]:
        """The documents that share most of the item's sketch, the most first."""
        sketch = _sketch(prints)
        if not sketch:
            return []
        shared = Counter(id_ for hash_ in sketch for id_ in self._pending.get(hash_, ()))
        places, passages = self.index.postings(self.connection, sketch, _PASSAGES, EVERYWHERE)
        owners = {found.id: found.document_id for found in self.index.passages(self.connection, passages.tolist())}
        held = {(place, owners[id_]) for place, id_ in zip(places.tolist(), passages.tolist(), strict=True)}
        shared.update(id_ for _, id_ in held)
        best = [id_ for id_, count in shared.most_common(_COMPARED) if count >= _IN_COMMON * len(sketch)]
        rows = {row.id: row for row in self.connection.execute(select(document).where(document.c.id.in_(best)))}
        return [rows[id_] for id_ in best if id_ in rows]


def words_of_copies(connection: Connection, id: int) -> list[Word]:
    """What the copies of a document know of it, in the order in which they came."""
    rows = connection.execute(select(copy.c.given, copy.c.known).where(copy.c.document_id == id).order_by(copy.c.name))
    return [Word(told(given), told(known)) for given, known in rows]


def add_copy(connection: Connection, id: int, item: Item) -> None:
    """Notes a file as another form of a document."""
    word = word_of(item)
    values = {
        "sha256": item.sha256,
        "document_id": id,
        "location": item.location,
        "name": item.name,
        "origin": item.origin,
        "given": as_json(said(word.given)),
        "known": as_json(said(word.known)),
        "reader_version": item.reader_version,
    }
    connection.execute(delete(copy).where(copy.c.sha256 == item.sha256))
    connection.execute(insert(copy), values)


def copy_of(connection: Connection, sha256: str) -> Row[tuple[object, ...]] | None:
    return connection.execute(select(copy).where(copy.c.sha256 == sha256)).one_or_none()


def add_package(connection: Connection, added: Package, reader: int) -> None:
    """Notes that all that lies in a package is stored."""
    values = {"sha256": added.sha256, "members": as_json(added.members), "reader_version": reader}
    connection.execute(delete(package).where(package.c.sha256 == added.sha256))
    connection.execute(insert(package), values)


def _agreed(stored: Item, item: Item) -> bool | None:
    """Whether both bear the same number; None where number, date or issuer say that they are two documents."""
    mine, theirs = item.metadata, stored.metadata
    doubtful = {*item.doubts, *stored.doubts}
    numbers = number_key(mine.number), number_key(theirs.number)
    agreed = numbers[0] == numbers[1] != ""
    if all(numbers) and not agreed:
        return None
    if "date" not in doubtful and mine.date and theirs.date and mine.date != theirs.date:
        return None
    if "issuer" not in doubtful and mine.issuer and theirs.issuer and not _same_office(mine, theirs):
        return None
    return agreed


def _same_office(mine: Metadata, theirs: Metadata) -> bool:
    """Whether two issuers may be one, written more or less fully, misread or not.

    Of the central ones there is one of each number: a conclusion of Ban Bí thư is headed Ban Chấp hành Trung ương.
    """
    levels = {level_of(known.issuer, known.number, known.kind) for known in (mine, theirs)}
    if len(levels) == 1 and levels <= _CENTRAL:
        return True
    one, other = (set(syllables(known.issuer).forms) for known in (mine, theirs))
    if one <= other or other <= one:
        return True
    first, second = ("".join(map(bare, syllables(known.issuer).forms)) for known in (mine, theirs))
    return first in second or second in first


def _sketch(prints: Fingerprints) -> list[int]:
    smallest: list[int] = np.unique(prints.hashes)[:_SKETCH].tolist()
    return smallest
