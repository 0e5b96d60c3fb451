"""Which alignments are copied passages, what was done to them, and which of their sources to name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz.distance import Indel

from drafter.corpus import Entry
from drafter.document import Span
from drafter.reuse.alignment import Alignment
from drafter.reuse.candidates import Holder
from drafter.reuse.extent import with_answers, within
from drafter.reuse.matching import Match
from drafter.reuse.tokens import Segment, Tokens
from drafter.reuse.wording import Change

SCORE = 17.0
"""What an alignment must score at least: about seventeen rare syllables copied as they stand."""
LOOSE = 0.6
"""Part in runs of five below which the words were moved about,"""
LOOSE_SCORE = 23.0
"""and what an alignment must score then."""
KEPT = 0.5
"""Part of the rarity that must be kept on either side."""
SHORT = 27
"""Syllables below which a passage must be a whole sentence or item and hardly changed, or score much."""
SHORT_SCORE = 25.0
UNCHANGED = 0.85
"""Part in runs of five that a short passage must have kept."""
AKIN = 0.58
"""Part of what the words tell that sentences said anew must share, on either side,"""
TOLD = 105.0
"""how much that must be,"""
WORDS = 13
"""and in how many words."""
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
class Copy:
    """A copied passage: the match that names its source, and other documents that hold the same text."""

    match: Match
    change: Change
    also: tuple[Entry, ...]

    @property
    def certainty(self) -> float:
        """From 0 to 1: how much was kept, and how much that is."""
        alignment = self.match.alignment
        akin = alignment.kinship
        kept = max((alignment.kept * alignment.covered) ** 0.5, (akin.ours * akin.theirs) ** 0.5)
        much = max(alignment.score / 12.0, akin.shared / 50.0)
        return float(kept * (1.0 - 2.0**-much))


def is_copy(draft: Tokens, match: Match) -> bool:
    """Whether a match is a copy: much kept of something, a short sentence whole and as good as it stands, or the same
    in other words."""
    alignment = match.alignment
    length = min(alignment.end - alignment.start, alignment.source_end - alignment.source_start)
    akin = alignment.kinship
    if length >= SHORT and akin.least >= AKIN and akin.shared >= TOLD and akin.words >= WORDS:
        return True
    least = SCORE if alignment.long_kept >= LOOSE else LOOSE_SCORE
    if alignment.score < least or min(alignment.kept, alignment.covered) < KEPT:
        return False
    whole = draft.break_before(alignment.start) and draft.break_before(alignment.end)
    return (
        alignment.end - alignment.start >= SHORT
        or alignment.score >= SHORT_SCORE
        or bool(whole and alignment.long_kept >= UNCHANGED)
    )


def headings(text: str, draft: Tokens) -> list[Segment]:
    """Where the draft begins another section: "II. NHIỆM VỤ, GIẢI PHÁP"."""
    return [draft.inside(Span(*found.span())) for found in _SECTION.finditer(text)]


def copies(
    draft: Tokens, sections: Sequence[Segment], matches: Iterable[Match], holders: Sequence[Holder] = ()
) -> list[Copy]:
    """The copied passages, no two of the same place and none beyond a section, in the order of the draft.

    `sections` are its `headings`.
    """
    parts = (part for match in matches for part in _by_section(draft, sections, match))
    convincing = sorted((part for part in parts if is_copy(draft, part)), key=_best_first)
    best: list[Match] = []
    for match in convincing:
        best += list(rest(draft, match, [other.alignment.ours for other in best]))
    best.sort(key=lambda match: match.alignment.start)
    best = [_answered(draft, match, before, behind) for before, match, behind in _neighbours(best, len(draft))]
    return [_copy(draft, match, convincing, holders) for match in best]


def _neighbours(best: Sequence[Match], length: int) -> Iterator[tuple[int, Match, int]]:
    """Each match with the end of the one before and the start of the one behind."""
    ends = [0, *(match.alignment.end for match in best)]
    starts = [*(match.alignment.start for match in best), length]
    return zip(ends, best, starts[1:], strict=False)


def _answered(draft: Tokens, match: Match, before: int, behind: int) -> Match:
    """The match with the sentences around it that answer each other, unless they belong to its neighbours."""
    if min(match.alignment.kept, match.alignment.covered) >= VERBATIM:
        return match
    new = with_answers(draft, match.source, match.alignment)
    return replace(match, alignment=new) if before <= new.start and new.end <= behind else match


def _by_section(draft: Tokens, sections: Sequence[Segment], match: Match) -> Iterator[Match]:
    """The match cut where the draft begins another section, unless too little would be left on either side of a heading
    that the source has too."""
    start, end = match.alignment.ours
    for first, last in sections:
        if not start <= first < end:
            continue
        before, behind = shortened(draft, match, start, first), shortened(draft, match, last, end)
        parts = [part for part in (before, behind) if part and is_copy(draft, part)]
        if len(parts) < 2 and _holds(match, draft.ids[first:last].tolist()):
            continue
        if before:
            yield before
        start = last
    if behind := shortened(draft, match, start, end):
        yield behind


def _holds(match: Match, syllables: list[int]) -> bool:
    """Whether the source has these syllables in a row within its passage."""
    ids = match.source.ids[slice(*match.alignment.theirs)].tolist()
    return any(ids[at : at + len(syllables)] == syllables for at in range(len(ids) - len(syllables) + 1))


def _best_first(match: Match) -> tuple[float, int, int, str, int, int]:
    return *_rank(match), *_seniority(match.entry), match.place


def _rank(match: Match) -> tuple[float, int]:
    """The better of two matches of one place comes first; of equals the longer, silent syllables counted."""
    return -match.alignment.quality, match.alignment.start - match.alignment.end


def _copy(draft: Tokens, best: Match, matches: Iterable[Match], holders: Iterable[Holder]) -> Copy:
    """The passage of the best match under the name of the highest issuer that holds the same text."""
    held: dict[int, list[Holder]] = {}
    equal = [best]
    for match in matches:
        if _same_place(match.alignment, best.alignment):
            start, end = match.alignment.ours
            held.setdefault(match.entry.id, []).append(Holder(match.entry, start, end))
            if one := shortened(draft, match, max(start, best.alignment.start), min(end, best.alignment.end)):
                equal += [one] if one.alignment.quality >= SAME_TEXT * best.alignment.quality else []
    for holder in holders:
        if holder.start < best.alignment.end and holder.end > best.alignment.start:
            held.setdefault(holder.entry.id, []).append(holder)
    named = min(equal, key=_highest_first)
    others = [
        parts[0].entry for id, parts in held.items() if id != named.entry.id and _part(parts, named.alignment) >= ALSO
    ]
    return Copy(named, _change(draft, named), tuple(sorted(others, key=_seniority)))


def _highest_first(match: Match) -> tuple[int, str, int, float, int, int]:
    """The highest issuer first, the earliest of equals; a document without a date comes last."""
    return *_seniority(match.entry), *_rank(match), match.place


def _seniority(entry: Entry) -> tuple[int, str, int]:
    return entry.level.rank, entry.date or "9", entry.id


def _part(holders: Iterable[Holder], passage: Alignment) -> float:
    """How much of a passage of the draft is held, all in all."""
    covered = np.zeros(passage.end - passage.start, np.bool_)
    for holder in holders:
        covered[max(0, holder.start - passage.start) : max(0, holder.end - passage.start)] = True
    return float(covered.mean())


def _change(draft: Tokens, match: Match) -> Change:
    alignment = match.alignment
    ours = draft.ids[slice(*alignment.ours)].tolist()
    theirs = match.source.ids[slice(*alignment.theirs)].tolist()
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


def rest(draft: Tokens, match: Match, taken: Iterable[Segment]) -> Iterator[Match]:
    """What is left of a match beside segments of the draft that are taken, as far as it is convincing by itself."""
    start, end = match.alignment.ours
    for first, last in sorted(taken):
        if last <= start or first >= end:
            continue
        if (before := shortened(draft, match, start, first)) and is_copy(draft, before):
            yield before
        start = max(start, last)
    if (behind := shortened(draft, match, start, end)) and is_copy(draft, behind):
        yield behind


def shortened(draft: Tokens, match: Match, start: int, end: int) -> Match | None:
    """The match when only the syllables `start` to `end` of the draft count; None where nothing is left."""
    if (start, end) == match.alignment.ours:
        return match
    if start >= end:
        return None
    rest = within(draft, match.source, match.alignment, start, end)
    return replace(match, alignment=rest) if rest else None
