"""What goes into the corpus and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from drafter.document import Document
from drafter.nlp.offices import Level


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document besides its text; "" is unknown."""

    number: str = ""
    """With its symbol: "176/KH-UBND"."""
    kind: str = ""
    """The kind's symbol: KH, QĐ, KL."""
    title: str = ""
    issuer: str = ""
    date: str = ""
    """ISO 8601."""


UNKNOWN = Metadata()


@dataclass(frozen=True, slots=True)
class Item:
    """A document on its way into the corpus."""

    name: str
    """Of the file, without folders."""
    sha256: str
    """Of the file's bytes; the same bytes are one document."""
    text: str
    metadata: Metadata = UNKNOWN
    location: str = ""
    """The absolute path, "jsonl:<id>" for a line of a collection, "" for neither."""

    @classmethod
    def of(cls, document: Document, metadata: Metadata, location: str = "") -> Item:
        return cls(document.name, document.sha256, document.text, metadata, location)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an item: `id` is the document that now holds it."""

    id: int
    status: Literal["added", "unchanged", "replaced"]
    name: str
    number: str
    known_as: str = ""
    """The stored document's name where that is another: the same bytes were added under it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that could not be read; `reason` is a sentence that names it."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored document without its text."""

    id: int
    sha256: str
    location: str
    name: str
    number: str
    kind: str
    title: str
    issuer: str
    level: Level
    date: str
    characters: int
    syllables: int
    added_at: str
    """ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that a search found, with the place that shows it best."""

    entry: Entry
    excerpt: str
    """On one line; the beginning of the text where only number or title hold the words."""
    start: int
    """Where in the stored text the excerpt comes from."""


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """The span of a passage in the text of its document."""

    id: int
    document_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of the text of a stored document, from one blank to another."""

    start: int
    """Where it begins in that text."""
    text: str
    abbreviations: Mapping[str, tuple[str, ...]]
    """What the document defines: each with the words that it stands for."""


@dataclass(frozen=True, slots=True)
class Size:
    documents: int
    characters: int
    syllables: int
