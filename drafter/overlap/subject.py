"""What a draft is about: its terms, its sections, the documents that it refers to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from drafter.corpus.fingerprints import shingles
from drafter.corpus.subjects import Terms, telling_words, terms_of
from drafter.corpus.words import number_key
from drafter.document import Document, Span
from drafter.nlp.folding import key, toneless
from drafter.nlp.mentions import Mention, mentions
from drafter.nlp.outline import Outline
from drafter.nlp.parts import parts_of
from drafter.nlp.rarity import Ids, Words
from drafter.nlp.syllables import Stream, stream
from drafter.nlp.words import words

TERMS = 100
"""Terms by which documents of the same subject are looked for."""
LONGEST = 3_000
"""Characters of a section that is compared as one."""
FEWEST = 8
"""Distinct terms of a section that says enough to be compared."""
_TOKENISED = 1_500
"""Characters of a section in which words are told from parts of words."""
_HEADING = 160
"""Characters at the beginning of a section that may say that it is about carrying out."""
_CARRYING_OUT = re.compile(
    toneless(r"\b(?:hiệu lực|tổ chức thực hiện|thi hành|chịu trách nhiệm|trách nhiệm của|chế độ báo cáo|kinh phí)\b")
)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a text that is compared as one."""

    span: Span
    terms: Terms
    ids: Ids
    """Its syllables."""

    def shingles(self) -> set[int]:
        """Fingerprints of its wording."""
        return set(shingles(self.ids).hashes.tolist())


@dataclass(frozen=True, slots=True)
class Subject:
    """Of one draft."""

    text: str
    title: str
    outline: Outline
    read: Stream
    terms: Terms
    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]

    references: Mapping[str, str]
    """The numbers of the documents that it names: as numbers are compared, and as it writes them."""

    def place(self, span: Span) -> str:
        """Where a section stands: "khoản 2 Mục II"; by its first words where it has no number."""
        first = " ".join(span.of(self.text).split()[:6])
        return self.outline.locator(span) or f"phần “{first} …”"

    def words(self, section: Section, hashes: Sequence[int], most: int) -> list[str]:
        """The first `most` of these terms that are words of their own in a section, as it writes them.

        A term may be parts of two words ("hiện hồ" of "thực hiện hồ sơ"): underthesea tells which are none.
        """
        start, end = section.span.start, min(section.span.end, section.span.start + _TOKENISED)
        spans = [Span(start + one.start, start + one.end) for one in words(self.text[start:end])]
        starts = [span.start for span in spans]
        found: dict[str, None] = {}
        for at in section.terms.at[np.searchsorted(section.terms.hashes, hashes)].tolist():
            begins = int(self.read.starts[at])
            word = spans[bisect_right(starts, begins) - 1] if spans and begins < end else Span(0, 0)
            last = min(at + 1, len(self.read) - 1)
            written = " ".join(word.of(self.text).split())
            if self.read.ends[last] <= word.end and not any(map(str.isdigit, written)):
                found.setdefault(written.lower() if written[1:].islower() else written)
            if len(found) == most:
                break
        return list(found)


def subject(document: Document, title: str, issuer: str = "") -> Subject:
    """What a draft with this title is about; the name of its `issuer` says nothing of that."""
    text = document.text
    read = stream(text)
    outline = Outline(text)
    body = [part.span for part in parts_of(document) if part.name == "body"]
    found = mentions(text)
    office = telling_words(stream(issuer)).hashes
    units = (section for section in sections(outline, read, body) if not _is_carrying_out(section.span.of(text)))
    return Subject(
        text=text,
        title=title,
        outline=outline,
        read=read,
        terms=terms_of(telling_words(read)).without(office).weightiest(TERMS),
        sections=tuple(replace(section, terms=section.terms.without(office)) for section in units),
        mentions=tuple(found),
        references={number_key(mention.number): mention.number for mention in found if mention.number},
    )


def sections(outline: Outline, read: Stream, within: Sequence[Span]) -> list[Section]:
    """The sections of a text as far as they lie `within` some spans; these spans themselves where it has none."""
    units = outline.sections(LONGEST) or within
    cut = (Span(max(unit.start, part.start), min(unit.end, part.end)) for unit in units for part in within)
    telling = telling_words(read)
    found = (_section(read, telling, span) for span in cut if span.start < span.end)
    return [section for section in found if len(section.terms) >= FEWEST]


def _is_carrying_out(text: str) -> bool:
    """Whether a section says who carries the document out and from when: that stands alike in all documents."""
    return bool(_CARRYING_OUT.search(key(text[:_HEADING])))


def _section(read: Stream, telling: Words, span: Span) -> Section:
    start, end = (int(place) for place in np.searchsorted(read.starts, (span.start, span.end)))
    return Section(span, terms_of(telling, start, end), read.ids[start:end])
