"""What the page of a stored document shows: its text in sheets, its table of contents, what has to do with it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from drafter.corpus import Copy, Corpus, Entry, Relation, Standing
from drafter.corpus.phrases import TIES
from drafter.corpus.values import Tie
from drafter.corpus.words import number_key
from drafter.document import Page, Span
from drafter.nlp.letterhead import recognise
from drafter.nlp.outline import Heading, Outline

SHEET = 100_000
"""Characters of a text that a page shows at a time, and the rest of the line in which they end."""
_MOST = 50
"""Documents that are named of those that refer to one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the text."""

    start: int
    look: Literal["head", "heading", "text"]
    pieces: tuple[tuple[str, bool], ...]
    """The words in order, each with whether they are the passage that was asked for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the table of contents, and the sheet that it leads to."""

    heading: Heading
    sheet: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of a text."""

    number: int
    """From 1."""
    count: int
    lines: tuple[Line, ...]
    contents: tuple[Mark, ...]
    """Of the whole text."""


@dataclass(frozen=True, slots=True)
class Tied:
    """Documents that one does something with, or that do something with it."""

    words: str
    """"Thay thế", "Được thực hiện bởi"."""
    others: tuple[tuple[str, Entry | None], ...]
    """Each number, and the document where it is stored."""


@dataclass(frozen=True, slots=True)
class Holding:
    """All that is known of a document besides its text."""

    entry: Entry
    standing: Standing | None
    ties: tuple[Tied, ...]
    referring: tuple[Entry, ...]
    """Stored documents that refer to it otherwise, at most fifty."""
    copies: tuple[Copy, ...]
    pages: tuple[Page, ...]

    @property
    def unread(self) -> tuple[int, ...]:
        """The numbers of the pages on which something stands that was not recognised."""
        return tuple(page.number for page in self.pages if page.is_unread)

    @property
    def pictured(self) -> tuple[int, ...]:
        """The numbers of the pages that there are pictures of: those of scans."""
        return tuple(page.number for page in self.pages if page.confidence is not None)


_TOWARDS: dict[Tie, str] = {
    "replaces": "Được thay thế bởi",
    "amends": "Được sửa đổi bởi",
    "implements": "Được thực hiện bởi",
}


def holding(corpus: Corpus, entry: Entry) -> Holding:
    """What is known of a stored document."""
    ties = corpus.relations([entry.id]).get(entry.id, ())
    towards = corpus.relations_to(entry.number)
    found = corpus.with_references([entry.number], _MOST)[0] if entry.number else []
    by_id = corpus.entries({*(id for id, _ in towards), *found})
    tied = {id for id, _ in towards} | {entry.id}
    return Holding(
        entry,
        corpus.standings([entry.id]).get(entry.id),
        (*_outward(corpus, ties), *_inward(towards, by_id)),
        tuple(one for id, one in by_id.items() if id in found and id not in tied),
        tuple(corpus.copies(entry.id)),
        tuple(corpus.pages(entry.id)),
    )


def _outward(corpus: Corpus, ties: Iterable[Relation]) -> list[Tied]:
    ties = list(ties)
    stored = {number_key(one.number): one for one in corpus.by_number(tie.number for tie in ties)}
    return [
        Tied(words, tuple((tie.number, stored.get(number_key(tie.number))) for tie in ties if tie.kind == kind))
        for kind, words in TIES.items()
        if any(tie.kind == kind for tie in ties)
    ]


def _inward(towards: list[tuple[int, Tie]], by_id: dict[int, Entry]) -> list[Tied]:
    return [
        Tied(words, tuple((by_id[id].number or by_id[id].name, by_id[id]) for id, tie in towards if tie == kind))
        for kind, words in _TOWARDS.items()
        if any(tie == kind for _, tie in towards)
    ]


def sheet_of(text: str, scanned: bool, number: int, passage: Span | None) -> Sheet:
    """A sheet of a text: that of this number, or the one in which the passage begins."""
    headings, head = _structure(text, scanned)
    starts = _starts(text)
    if passage:
        number = bisect_right(starts, passage.start)
    number = max(1, min(number, len(starts)))
    first, last = starts[number - 1], starts[number] if number < len(starts) else len(text)
    titles = {heading.start for heading in headings}
    lines = []
    at = first
    for line in text[first:last].splitlines(keepends=True):
        if line.strip():
            look: Literal["head", "heading", "text"] = "head" if at < head else "text"
            lines.append(Line(at, "heading" if at in titles else look, _pieces(line.rstrip(), at, passage)))
        at += len(line)
    contents = tuple(Mark(heading, bisect_right(starts, heading.start)) for heading in headings)
    return Sheet(number, len(starts), tuple(lines), contents)


@lru_cache(maxsize=8)
def _structure(text: str, scanned: bool) -> tuple[tuple[Heading, ...], int]:
    """The table of contents, and where the letterhead ends. Of a long text it takes a fifth of a second."""
    headings = tuple(_at_line(text, heading) for heading in Outline(text).headings())
    return headings, recognise(text, scanned=scanned).span.end


def _at_line(text: str, heading: Heading) -> Heading:
    """The heading where its line begins: what leads there leads to lines."""
    return Heading(max(text.rfind("\n", 0, heading.start) + 1, 0), heading.depth, heading.words)


def _starts(text: str) -> list[int]:
    starts = [0]
    while (end := text.find("\n", starts[-1] + SHEET) + 1) and end < len(text):
        starts.append(end)
    return starts


def _pieces(line: str, at: int, passage: Span | None) -> tuple[tuple[str, bool], ...]:
    here = Span(at, at + len(line))
    if not passage or not passage.meets(here):
        return ((line, False),)
    start, end = max(passage.start - at, 0), min(passage.end - at, len(line))
    parts = ((line[:start], False), (line[start:end], True), (line[end:], False))
    return tuple(part for part in parts if part[0])
