"""What goes into the corpus and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from drafter.document import Document, Origin, Page, Span
from drafter.nlp.offices import Level
from drafter.readers import VERSION


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
FIELDS = tuple(Metadata.__dataclass_fields__)
BEGINNING = 8000
"""Characters of a text in which a letterhead stands."""
Doubt = Literal["missing", "unsure", "malformed", "future", "kind", "year", "office", "name"]
"""Why something that was read from a text is doubtful; the words for it are the command line's."""


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
    """The absolute path, with "#" and its name for a member of a package; "jsonl:<id>" for a line of a collection, ""
    for neither."""
    given: Metadata = UNKNOWN
    """What of `metadata` a sidecar says; the rest is read from the text."""
    origin: Origin = "txt"
    confidence: float | None = None
    """Of a recognised text, 0 to 1."""
    pages: tuple[Page, ...] = ()
    unsure: tuple[Span, ...] = ()
    """Where in its beginning a recognised text is unsure."""
    reader_version: int = 0
    """Of the reader of the file; 0 for what is no file."""

    @classmethod
    def of(cls, document: Document, metadata: Metadata, location: str = "", given: Metadata = UNKNOWN) -> Item:
        """The item of a document that was read just now."""
        sure = [(page.confidence, len(page.span)) for page in document.pages]
        known = [(confidence, length) for confidence, length in sure if confidence is not None]
        letters = sum(length for _, length in known)
        return cls(
            document.name,
            document.sha256,
            document.text,
            metadata,
            location,
            given,
            document.origin,
            sum(confidence * length for confidence, length in known) / letters if letters else None,
            document.pages,
            tuple(guess.span for guess in document.guesses if guess.span.start < BEGINNING),
            VERSION,
        )


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an item: `id` is the document that now holds it."""

    id: int
    status: Literal["added", "unchanged", "replaced", "joined"]
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
    origin: Origin = "txt"
    confidence: float | None = None
    """Of a recognised text: of its words, 0 to 1."""
    pages: int = 0
    """Of a PDF or a picture."""
    doubts: Mapping[str, Doubt] = field(default_factory=dict)
    """Which of number, kind, title, issuer and date are doubtful, and why."""

    @property
    def doubtful(self) -> tuple[str, ...]:
        return tuple(self.doubts)


@dataclass(frozen=True, slots=True)
class Copy:
    """Another file of the same content as a stored document."""

    sha256: str
    location: str
    name: str
    origin: Origin


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
