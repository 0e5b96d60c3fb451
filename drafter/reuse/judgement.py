"""Which alignments are copied passages, what was done to them, and which of their sources to name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from rapidfuzz.distance import Indel

from drafter.corpus import Entry
from drafter.document import Span
from drafter.reuse.alignment import Alignment, remeasured
from drafter.reuse.tokens import Tokens

Change = Literal["verbatim", "edited", "paraphrased"]

SCORE = 17.0
"""What an alignment must score at least: about seventeen rare syllables copied as they stand."""
KEPT = 0.5
"""Part of the rarity that must be kept on either side."""
SHORT = 27
"""Syllables below which a passage must be a whole sentence or item and hardly changed."""
UNCHANGED = 0.85
"""Part in runs of five that a short passage must have kept."""
VERBATIM = 0.97
"""Part of the syllables, in order, that must be unchanged for a passage to count as copied as it stands."""
SENTENCE = 12
"""Syllables of the source in a row that count as a sentence left out between copied ones, not as a change."""
REWRITTEN = 0.45
"""Part in runs of five below which a passage counts as rewritten."""
SAME_TEXT = 0.9
"""A document that scores this part of the best one holds the same text."""
ALSO = 0.5
"""A document that holds this part of a passage is listed beside its source."""
SAME_PLACE = 0.5
"""Part of the shorter of two passages from which they count as the same place of the draft."""


# "II. NHIỆM VỤ, GIẢI PHÁP", "Chương II", "PHẦN THỨ HAI"
_SECTION = re.compile(
    r"^[ \t]*(?:[IVX]+\s*\.\s*[A-ZĐÀ-Ỹ]{2}|(?:Chương|CHƯƠNG|Phần|PHẦN)\s+(?:[IVX\d]+|thứ|THỨ)\b).*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Match:
    """An alignment with a stored document."""

    entry: Entry
    source: Tokens
    alignment: Alignment

    @property
    def quality(self) -> float:
        return self.alignment.score * self.alignment.kept * self.alignment.covered


@dataclass(frozen=True, slots=True)
class Copy:
    """A copied passage: the match that names its source, and other documents that hold the same text."""

    match: Match
    change: Change
    also: tuple[Entry, ...]

    @property
    def certainty(self) -> float:
        """From 0 to 1: how much was kept, and how much that is."""
        alignment = self.match.alignment
        kept = (alignment.kept * alignment.covered) ** 0.5
        return float(kept * (1.0 - 2.0 ** (-alignment.score / 12.0)))


def copies(draft: Tokens, matches: Iterable[Match]) -> list[Copy]:
    """The copied passages, no two of the same place and none beyond a section, in the order of the draft."""
    parts = (part for match in matches for part in _sections(draft, match))
    convincing = sorted((part for part in parts if _convincing(draft, part)), key=_best_first)
    best: list[Match] = []
    for match in convincing:
        best += list(_rest(draft, match, [other.alignment for other in best]))
    best.sort(key=lambda match: match.alignment.start)
    return [_copy(draft, match, convincing) for match in best]


def _convincing(draft: Tokens, match: Match) -> bool:
    """Whether the match is a copy: much of something, or a short sentence whole and as good as it stands."""
    alignment = match.alignment
    if alignment.score < SCORE or min(alignment.kept, alignment.covered) < KEPT:
        return False
    whole = draft.break_before(alignment.start) and draft.break_before(alignment.end)
    return alignment.end - alignment.start >= SHORT or bool(whole and alignment.long_kept >= UNCHANGED)


def _sections(draft: Tokens, match: Match) -> Iterator[Match]:
    """The match cut where the draft begins another section."""
    start, end = match.alignment.start, match.alignment.end
    passage = draft.span(start, end)
    for heading in _SECTION.finditer(draft.text, passage.start, passage.end):
        first, last = draft.inside(Span(*heading.span()))
        if before := _shortened(draft, match, start, first):
            yield before
        start = last
    if behind := _shortened(draft, match, start, end):
        yield behind


def _best_first(match: Match) -> tuple[float, int, str, int, int]:
    return -match.quality, match.entry.level.rank, match.entry.date, match.entry.id, match.alignment.source_start


def _copy(draft: Tokens, best: Match, matches: Iterable[Match]) -> Copy:
    """The passage of the best match under the name of the highest issuer that holds the same text."""
    holders: dict[int, list[Match]] = {}
    for match in matches:
        if _same_place(match.alignment, best.alignment):
            holders.setdefault(match.entry.id, []).append(match)
    within = (_within(draft, match, best) for held in holders.values() for match in held)
    equal = [match for match in within if match and match.quality >= SAME_TEXT * best.quality]
    named = min([*equal, best], key=_highest_first)
    others = [held[0] for id, held in holders.items() if id != named.entry.id and _part(held, named) >= ALSO]
    also = (match.entry for match in sorted(others, key=_highest_first))
    return Copy(named, _change(draft, named), tuple(also))


def _within(draft: Tokens, match: Match, passage: Match) -> Match | None:
    """The match as far as it lies in the passage of another."""
    start = max(match.alignment.start, passage.alignment.start)
    end = min(match.alignment.end, passage.alignment.end)
    return _shortened(draft, match, start, end)


def _highest_first(match: Match) -> tuple[int, str, int, float]:
    """The highest issuer first, the earliest of equals; a document without a date comes last."""
    return match.entry.level.rank, match.entry.date or "9", match.entry.id, -match.quality


def _part(matches: Iterable[Match], passage: Match) -> float:
    """How much of a passage of the draft the matches cover together."""
    start, end = passage.alignment.start, passage.alignment.end
    covered = np.zeros(end - start, np.bool_)
    for match in matches:
        covered[max(0, match.alignment.start - start) : max(0, match.alignment.end - start)] = True
    return float(covered.mean())


def _change(draft: Tokens, match: Match) -> Change:
    alignment = match.alignment
    ours = draft.ids[alignment.start : alignment.end].tolist()
    theirs = match.source.ids[alignment.source_start : alignment.source_end].tolist()
    if _differing(ours, theirs) <= (1.0 - VERBATIM) * len(ours):
        return "verbatim"
    return "edited" if alignment.long_kept >= REWRITTEN else "paraphrased"


def _differing(ours: list[int], theirs: list[int]) -> int:
    """Syllables put in, and left out; whole sentences of the source between two copied ones do not count."""
    codes = Indel.opcodes(ours, theirs)
    put_in = sum(code.src_end - code.src_start for code in codes if code.tag == "delete")
    gaps = [code.dest_end - code.dest_start for code in codes if code.tag == "insert"]
    return put_in + sum(gap for gap in gaps if gap < SENTENCE)


def _same_place(one: Alignment, other: Alignment) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > SAME_PLACE * min(one.end - one.start, other.end - other.start)


def _rest(draft: Tokens, match: Match, taken: Iterable[Alignment]) -> Iterator[Match]:
    """What is left of a match beside better ones, as far as it is convincing by itself."""
    start, end = match.alignment.start, match.alignment.end
    for other in sorted(taken, key=lambda alignment: alignment.start):
        if other.end <= start or other.start >= end:
            continue
        if (before := _shortened(draft, match, start, other.start)) and _convincing(draft, before):
            yield before
        start = max(start, other.end)
    if (behind := _shortened(draft, match, start, end)) and _convincing(draft, behind):
        yield behind


def _shortened(draft: Tokens, match: Match, start: int, end: int) -> Match | None:
    """The match when only the syllables `start` to `end` of the draft count; None where nothing is left."""
    if (start, end) == (match.alignment.start, match.alignment.end):
        return match
    if start >= end:
        return None
    rest = remeasured(draft, match.source, match.alignment, start, end)
    return replace(match, alignment=rest) if rest else None
