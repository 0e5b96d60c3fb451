"""What goes into the corpus and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from drafter.document import Origin, Page, Span
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

    def of(self, name: str) -> str:
        """What is known under this name of a field."""
        known: str = getattr(self, name)
        return known


UNKNOWN = Metadata()
FIELDS = tuple(Metadata.__dataclass_fields__)
FIRST_DAY = "1945-09-02"
"""No document is older."""
BEGINNING = 8000
"""Characters of a text in which a letterhead stands."""
Status = Literal["added", "unchanged", "replaced", "joined"]
Force = Literal["in_force", "amended", "replaced", "expired"]
"""Whether a document is in force: as it was made or as amended; or no longer, with another in its place or without."""
Tie = Literal["replaces", "amends", "implements"]
"""What a document does with another."""
TIES: tuple[Tie, ...] = ("replaces", "amends", "implements")
Doubt = Literal["missing", "unsure", "malformed", "future", "kind", "year", "office", "name"]
"""Why something that was read from a text is doubtful; the words for it are in `drafter.corpus.phrases`."""


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
    doubts: Mapping[str, Doubt] = field(default_factory=dict, hash=False)
    """Which parts of `metadata` are doubtful, and why."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file whose bytes are stored and read by today's reader: it is not read again."""

    name: str
    sha256: str
    location: str
    given: Metadata
    read: Callable[[], Item | Refused]
    """Reads it after all, where what is stored went in the meantime."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was read without a fault: what lay in it, as (sha256, name)."""

    sha256: str
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an item: `id` is the document that now holds it."""

    id: int
    status: Status
    name: str
    number: str
    known_as: str = ""
    """The stored document's name where that is another: the same bytes were added under it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that could not be read; `reason` is a sentence that names it."""

    name: str
    reason: str


Arrival = Item | Seen | Package | Refused | None
"""What comes out of files, in their order; None where nothing is ready for the moment."""


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
    doubts: Mapping[str, Doubt] = field(default_factory=dict, hash=False)
    """Which of number, kind, title, issuer and date are doubtful, and why."""

    @property
    def doubtful(self) -> tuple[str, ...]:
        return tuple(self.doubts)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a stored document is in force."""

    status: Force
    since: str = ""
    """ISO 8601; "" where it is not known since when."""
    by: str = ""
    """The number of the document that amended or replaced it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a stored document does with another, which need not be stored."""

    kind: Tie
    number: str
    """Of the other document."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says of a stored document's standing and relations."""

    sought: str
    """Its id or its number."""
    issuer: str = ""
    """Where several have the number."""
    standing: Standing | None = None
    """None leaves it as it is."""
    relations: tuple[Relation, ...] = ()
    """In the place of those of the same kinds."""
    forgets: tuple[Literal["standing"] | Tie, ...] = ()
    """What was said of it before and holds no more, where nothing new is said."""
    line: int = 0
    """Of the file that says it, from 1."""


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
