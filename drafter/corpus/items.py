"""Items: made of a document that was read, of a stored row, fit for the database, settled with what else is known."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, replace

from sqlalchemy import Row

from drafter.corpus.metadata import known_of
from drafter.corpus.values import BEGINNING, FIELDS, UNKNOWN, Entry, Item, Metadata
from drafter.document import Document, Page, Paragraph, Span
from drafter.readers import VERSION
from drafter.readers.secrecy import refuse_secret

# What PostgreSQL, or UTF-8 at all, cannot hold; of one length, so that spans stay.
_UNSTORABLE = {0: 0xFFFD, **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)}
Stored = Row[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Word:
    """What a copy of a document knows: by its sidecar, and as read in it for sure."""

    given: Metadata
    known: Metadata


def item_of(document: Document, given: Metadata = UNKNOWN, location: str = "") -> Item:
    """The item of a document that was read just now; what `given` leaves open is read from the letterhead.

    Raises `SecretFile`: of a document with a mark of secrecy there is no item.
    """
    refuse_secret(document.name, document.text)
    unsure = tuple(guess.span for guess in document.guesses if guess.span.start < BEGINNING)
    metadata, doubts = known_of(given, document.text, document.name, document.origin, unsure)
    return Item(
        name=document.name,
        sha256=document.sha256,
        text=document.text,
        metadata=metadata,
        location=location,
        given=given,
        origin=document.origin,
        confidence=_confidence(document.pages),
        pages=document.pages,
        unsure=unsure,
        reader_version=VERSION,
        doubts=doubts,
    )


def stored_item(row: Stored, text: str) -> Item:
    """The item that a row of `document` was made from, without its pages."""
    return Item(
        name=row.name,
        sha256=row.sha256,
        text=text,
        metadata=Metadata(row.number, row.kind, row.title, row.issuer, row.date),
        location=row.location,
        given=told(row.given),
        origin=row.origin,
        confidence=row.confidence,
        unsure=tuple(Span(*ends) for ends in json.loads(row.unsure)),
        reader_version=row.reader_version,
        doubts=json.loads(row.doubts),
    )


def document_of(entry: Entry, text: str) -> Document:
    """A stored text as a document, a paragraph a line: how the file looked is not kept."""
    from drafter.readers.plain import line_spans

    return Document(entry.name, entry.sha256, entry.origin, text, tuple(map(Paragraph, line_spans(text))))


def settled(item: Item, by_hand: Metadata, copies: Sequence[Word]) -> Item:
    """The item with what was set by hand, what sidecars say of its copies, and what these show more surely."""
    if by_hand == UNKNOWN and not copies:
        return item
    return resettled(item, by_hand, copies)


def resettled(item: Item, by_hand: Metadata, copies: Sequence[Word]) -> Item:
    """The same, with all that is read from the text read anew."""
    given = over(by_hand, item.given, *(copy.given for copy in copies))
    metadata, doubts = known_of(given, item.text, item.name, item.origin, item.unsure)
    sure = {name: value for name in doubts if (value := over(*(copy.known for copy in copies)).of(name))}
    left = {name: doubt for name, doubt in doubts.items() if name not in sure}
    return replace(item, metadata=replace(metadata, **sure), doubts=left)


def word_of(item: Item) -> Word:
    """What an item that becomes a copy knows."""
    sure = {name: value for name, value in said(item.metadata).items() if name not in item.doubts}
    return Word(item.given, Metadata(**sure))


def over(*all_known: Metadata) -> Metadata:
    """What the first that knows it knows of each."""
    return Metadata(*(next(filter(None, values), "") for values in zip(*map(astuple, all_known), strict=True)))


def storable(item: Item) -> Item:
    """The item as the database can hold it."""
    return replace(
        item,
        name=_tidied(item.name),
        text=item.text.translate(_UNSTORABLE) if not _is_storable(item.text) else item.text,
        metadata=tidied(item.metadata),
        given=tidied(item.given),
        location=item.location.translate(_UNSTORABLE),
    )


def tidied(known: Metadata) -> Metadata:
    return Metadata(*map(_tidied, astuple(known)))


def said(known: Metadata) -> dict[str, str]:
    """What is known, without what is not."""
    return {name: value for name, value in asdict(known).items() if value}


def told(stored: str) -> Metadata:
    """What was stored as JSON."""
    known: Mapping[str, str] = json.loads(stored)
    return Metadata(**{name: value for name, value in known.items() if name in FIELDS})


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _confidence(pages: Sequence[Page]) -> float | None:
    """Of the recognised pages together, each by its length."""
    recognised = [(page.confidence, len(page.span)) for page in pages if page.confidence is not None]
    letters = sum(length for _, length in recognised)
    return sum(confidence * length for confidence, length in recognised) / letters if letters else None


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _tidied(value: str) -> str:
    return " ".join(unicodedata.normalize("NFC", value.translate(_UNSTORABLE)).split())
