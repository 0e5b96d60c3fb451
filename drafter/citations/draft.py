"""A draft as its references are judged: each with where it stands and what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.document import Document, Span
from drafter.nlp.citing import short
from drafter.nlp.folding import fold
from drafter.nlp.kinds import kind_name
from drafter.nlp.mentions import Mention
from drafter.nlp.parts import Part, parts_of
from drafter.nlp.references import Reference, bare_number, references
from drafter.report import About

LAWS = frozenset({"L", "BL", "PL", "HP"})
_QUOTED = re.compile(r"“[^“”]{0,20000}”|\"[^\"\n]{0,400}\"|«[^«»]{0,4000}»")
_PARAGRAPH = re.compile(r"(?<=[.;:])\s*\n|\n\s*\n|\n(?=\s*(?:[-–+•]|\d+[.)]\s|[a-zđ]\)\s|Căn\s+cứ))")
"""Where one paragraph ends and another begins; other line breaks may only wrap the words."""
_BEFORE = 90
_BEHIND = 160
"""Characters behind a reference in which it may still be told what it is."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to another document in a draft."""

    reference: Reference
    part: str
    """The part of the draft that it begins in (`drafter.nlp.parts`)."""
    is_inner: bool
    """Whether it stands in the title of another: that one names it, not the draft."""
    is_quoted: bool
    in_table: bool
    before: str
    """The paragraph in front of it, its last 90 characters."""
    behind: str
    """The paragraph behind it, up to the next reference."""

    @property
    def mention(self) -> Mention:
        return self.reference.mention

    @property
    def span(self) -> Span:
        return self.reference.mention.span

    @property
    def number(self) -> str:
        return self.reference.number

    @property
    def name(self) -> str:
        """ "Kết luận số 226-KL/TW"; of a law without a number the kind alone."""
        return short(self.mention.kind, self.number) or kind_name(self.mention.kind)

    @property
    def is_law(self) -> bool:
        return self.mention.kind in LAWS

    @property
    def is_full(self) -> bool:
        title = self.mention.title
        return bool(self.mention.date and self.mention.issuer and title and len(title) > len("quy định"))

    @property
    def is_running(self) -> bool:
        """Whether the draft itself says it, in its bases or its text."""
        return self.part in ("bases", "body") and not (self.is_inner or self.is_quoted or self.in_table)


@dataclass(frozen=True)
class Draft:
    """What of a draft the rules look at."""

    document: Document
    about: About
    parts: tuple[Part, ...]
    citations: tuple[Citation, ...]
    """In the order of the text, without those to the draft itself."""
    quoted: tuple[Span, ...]
    """What stands in quotation marks."""

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def not_before(self) -> str:
        """The day of the draft, or the latest of a document that it names: it is not older. "" where none is told."""
        dates = (citation.mention.date for citation in self.citations if len(citation.mention.date) == 10)
        return self.about.date or max(dates, default="")

    def is_quoted(self, at: int) -> bool:
        found = bisect_right(self.quoted, at, key=lambda span: span.start) - 1
        return found >= 0 and at < self.quoted[found].end


def draft_of(document: Document, about: About) -> Draft:
    """The draft, its references found and placed."""
    text = document.text
    found = parts_of(document)
    quoted = tuple(_quotations(text))
    whole = Draft(document, about, found, (), quoted)
    cited = [one for one in references(text) if not _is_own(one, about)]
    return Draft(document, about, found, tuple(_placed(whole, cited)), quoted)


def _is_own(reference: Reference, about: About) -> bool:
    """Whether a reference is to the draft itself; a neighbour's document of another day may have the same number."""
    same = about.number and bare_number(reference.number) == bare_number(about.number)
    return bool(same) and reference.mention.date in ("", about.date)


def _placed(draft: Draft, cited: Sequence[Reference]) -> Iterator[Citation]:
    text = draft.text
    starts = [part.span.start for part in draft.parts]
    cells = [paragraph.span for paragraph in draft.document.paragraphs if paragraph.cell is not None]
    reach = 0
    for at, reference in enumerate(cited):
        span = reference.span
        inner, reach = span.end <= reach, max(reach, span.end)
        cell = bisect_right(cells, span.start, key=lambda one: one.start) - 1
        following = next((one.span.start for one in cited[at + 1 : at + 12] if one.span.start >= span.end), len(text))
        behind = text[span.end : min(span.end + _BEHIND, following)]
        yield Citation(
            reference=reference,
            part=draft.parts[bisect_right(starts, span.start) - 1].name,
            is_inner=inner,
            is_quoted=draft.is_quoted(span.start),
            in_table=cell >= 0 and span.start < cells[cell].end,
            before=_PARAGRAPH.split(text[max(0, span.start - _BEFORE) : span.start])[-1],
            behind=_PARAGRAPH.split(behind)[0],
        )


def _quotations(text: str) -> Iterator[Span]:
    folded = fold(text)
    return (folded.raw(*found.span()) for found in _QUOTED.finditer(folded.text))
