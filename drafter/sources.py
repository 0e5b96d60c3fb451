"""A place of a stored document as a finding shows it."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.corpus import Entry
from drafter.document import Span
from drafter.report import Also, Source


def source_of(entry: Entry, text: str, span: Span, locator: str, also: Iterable[Entry] = ()) -> Source:
    """What stands at `span` of the document's `text`; `also`: the other documents that hold it."""
    return Source(
        id=entry.id,
        name=entry.name,
        number=entry.number,
        title=entry.title,
        issuer=entry.issuer,
        date=entry.date,
        locator=locator,
        start=span.start,
        end=span.end,
        text=span.of(text),
        also=tuple(Also(other.id, other.number or other.name) for other in also),
    )
