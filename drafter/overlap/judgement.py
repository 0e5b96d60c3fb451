"""Which near documents cover enough of a draft to be named, and what to do about each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from drafter.corpus import Corpus
from drafter.corpus.subjects import Terms, telling_words
from drafter.corpus.words import number_key
from drafter.document import Span
from drafter.nlp.outline import Outline
from drafter.nlp.rarity import Words
from drafter.nlp.syllables import stream
from drafter.overlap.covering import Cover, covers, share
from drafter.overlap.nearest import Near
from drafter.overlap.subject import Section, Subject, sections

Proposal = Literal["amend", "replace", "merge", "refer"]

NEAR = 0.3
"""The cosine of two texts below which no section is compared."""
TELLING, HELD = 20, 0.45
"""So many of the draft's weightiest terms tell its subject; of these so much must stand in a document, by weight."""
COMPARED = 6
"""Documents whose texts are read."""
READ = 80_000
"""Characters of a stored text that are read."""
ENOUGH = 0.2
"""Part of the draft that a document must cover to be named;"""
OF_A_BASE = 0.35
"""one that the draft names itself: being near to its bases is what a draft should be."""
MOST = 0.6
"""Part from which nearly all is covered."""
SERIOUS = 0.5
"""Part from which a finding is a warning."""
# "thay thế Kế hoạch số …", "sửa đổi, bổ sung một số điều của Quyết định số …": the draft knows what it does to it.
_CHANGES = re.compile(r"(?:thay thế|bãi bỏ|sửa đổi|bổ sung|hết hiệu lực)[^.;\n]{0,120}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Overlap:
    """A stored document that covers sections of the draft."""

    near: Near
    text: str
    """Of the document, as far as it was read."""
    covers: tuple[Cover, ...]
    """The most covered section first."""
    share: float
    """Part of the draft that is covered."""
    own: bool
    named: bool
    """Whether the draft names it."""
    proposal: Proposal

    @property
    def serious(self) -> bool:
        return self.share >= SERIOUS and not self.named


def overlaps(corpus: Corpus, draft: Subject, found: Iterable[tuple[Near, bool]]) -> list[Overlap]:
    """Of near documents, each with whether it is of the draft's own office, those that cover enough of the draft.

    The one that covers most first; a consolidated text beside what it consolidates is left out.
    """
    changed = _changed(draft)
    close = [(near, own) for near, own in found if number_key(near.entry.number) not in changed][:COMPARED]
    texts = corpus.texts([near.entry.id for near, _ in close])
    judged = (_judged(draft, near, own, texts[near.entry.id][:READ]) for near, own in close if near.entry.id in texts)
    kept = [one for one in judged if one]
    numbers = {number_key(one.near.entry.number) for one in kept}
    refers = corpus.references([one.near.entry.id for one in kept if one.near.entry.kind == "VBHN"])
    kept = [one for one in kept if not refers.get(one.near.entry.id, frozenset()) & numbers]
    return sorted(kept, key=lambda one: (-one.share, -one.near.score))


def _judged(draft: Subject, near: Near, own: bool, text: str) -> Overlap | None:
    read = stream(text)
    if _held(draft.terms.weightiest(TELLING), telling_words(read)) < HELD:
        return None
    stored = sections(Outline(text), read, [Span(0, len(text))])
    found = covers(draft.sections, stored)
    # What was copied from above the check for copied passages reports; of the own office it reports nothing.
    left = [one for one in found if own or not one.copied]
    covered = share(left, draft.sections)
    named = number_key(near.entry.number) in draft.references if near.entry.number else False
    if covered < (OF_A_BASE if named and not own else ENOUGH):
        return None
    best = tuple(sorted(left, key=lambda one: -one.part * len(one.section.span)))
    proposal = _proposal(own, covered, _reach(left, stored))
    return Overlap(near, text, best, covered, own, named, proposal)


def _held(terms: Terms, words: Words) -> float:
    """Part of the weight of some terms that stands in a text."""
    return float(terms.weights @ np.isin(terms.hashes, words.hashes) / (terms.weights.sum() or 1.0))


def _proposal(own: bool, covered: float, reached: float) -> Proposal:
    """What to do, by how much of the draft is covered and how much of the stored document meets it."""
    if not own:
        return "refer"
    if reached >= MOST / 2 and max(covered, reached) >= MOST:
        return "replace"
    return "amend" if covered >= MOST else "merge"


def _reach(found: Sequence[Cover], stored: Sequence[Section]) -> float:
    """Part of the stored document's sections that cover something."""
    met = {one.theirs.span for one in found}
    return sum(map(len, met)) / max(1, sum(len(section.span) for section in stored))


def _changed(draft: Subject) -> set[str]:
    """The numbers of the documents that the draft itself replaces, amends or repeals."""
    found = set()
    for mention in draft.mentions:
        before = draft.text[max(0, mention.span.start - 160) : mention.span.start]
        behind = draft.text[mention.span.end : mention.span.end + 120].partition("\n")[0]
        if mention.number and (_CHANGES.search(before) or re.match(r"[^.;]{0,80}hết hiệu lực", behind)):
            found.add(number_key(mention.number))
    return found
