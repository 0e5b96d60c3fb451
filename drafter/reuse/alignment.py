"""What corresponds in two segments, syllable by syllable, and how much that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from drafter.nlp.rarity import RAREST
from drafter.nlp.scanning import LINE
from drafter.reuse.rewriting import Kinship, kinship
from drafter.reuse.tiling import tiles
from drafter.reuse.tokens import LONGEST, Segment, Tokens

Lengths = npt.NDArray[np.int64]
Positions = npt.NDArray[np.int64]
Worths = npt.NDArray[np.float64]

NEAR = 6
"""Syllables between two alignments that touch."""
FAR = 150
"""Syllables of the source that may lie between the parts of one sentence or item of the draft."""
EDGE = 7.0
"""What a part of a passage must be worth to count as one."""

# What a syllable is worth by the longest run in common that it stands in: none, alone, two, three, four, five. A silent
# one costs next to nothing, so that a passage reaches over a title or a formula, and may end with one.
_WORTH = np.array([-0.6, 0.2, 0.55, 0.85, 1.0, 1.0])
_SILENT = np.array([-0.05, -0.05, 0.1, 0.15, 0.2, 0.2])
_CLOSED = -1000.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """Syllables `start` to `end` of the draft correspond to `source_start` to `source_end` of the source."""

    start: int
    end: int
    source_start: int
    source_end: int
    score: float
    """What the syllables are worth together on the side where it is less: about 1 for each copied as it stands."""
    kept: float
    """The part of the draft's bits in runs of two and more that the source has, from 0 to 1."""
    long_kept: float
    """The same for runs of five and more."""
    covered: float
    """The part of the source's bits in runs of two and more that the draft has."""
    kinship: Kinship
    """How much of their words is the same."""

    @property
    def ours(self) -> Segment:
        return self.start, self.end

    @property
    def theirs(self) -> Segment:
        return self.source_start, self.source_end

    @property
    def quality(self) -> float:
        """Tells the better of two alignments of one place."""
        return round(self.score * self.kept * self.covered, 6)


class Tiled(NamedTuple):
    """For each syllable of both segments the length, up to 5, of its tile (0: none) and its partner (-1: none)."""

    lengths: Lengths
    partners: Positions
    source_lengths: Lengths
    source_partners: Positions


def tiled(draft: Tokens, ours: Segment, source: Tokens, theirs: Segment) -> Tiled:
    """The tiles of two segments; partners count from the start of the other segment."""
    size, source_size = ours[1] - ours[0], theirs[1] - theirs[0]
    lengths, source_lengths = np.zeros(size, np.int64), np.zeros(source_size, np.int64)
    partners, source_partners = np.full(size, -1), np.full(source_size, -1)
    for start, other, length in tiles(draft.ids[slice(*ours)], source.ids[slice(*theirs)]):
        here, there = slice(start, start + length), slice(other, other + length)
        lengths[here] = source_lengths[there] = min(length, LONGEST)
        partners[here] = np.arange(other, other + length)
        source_partners[there] = np.arange(start, start + length)
    return Tiled(lengths, partners, source_lengths, source_partners)


def cut(found: Tiled, ours: Segment, theirs: Segment) -> Tiled:
    """The tiles within parts of both segments; places and partners count from where the segments begin."""
    lengths, partners, source_lengths, source_partners = found
    return Tiled(
        np.where((partners >= theirs[0]) & (partners < theirs[1]), lengths, 0)[slice(*ours)],
        partners[slice(*ours)],
        np.where((source_partners >= ours[0]) & (source_partners < ours[1]), source_lengths, 0)[slice(*theirs)],
        source_partners[slice(*theirs)],
    )


def worth(text: Tokens, segment: Segment, lengths: Lengths) -> Worths:
    """What each syllable of a segment is worth by the length of its run in common."""
    place = slice(*segment)
    said = np.where(text.bits[place] > 0, _WORTH[lengths] * (text.bits[place] / (RAREST * 2 / 3)), _SILENT[lengths])
    return np.where(text.closed[place], _CLOSED, said)


def measured(draft: Tokens, ours: Segment, source: Tokens, theirs: Segment, found: Tiled | None = None) -> Alignment:
    """The alignment of two segments, as they are; `found` are their tiles, if they are known."""
    lengths, _, source_lengths, _ = found or tiled(draft, ours, source, theirs)
    return Alignment(
        *ours,
        *theirs,
        score=min(_score(draft, ours, lengths), _score(source, theirs, source_lengths)),
        kept=_part(draft, ours, lengths, 2),
        long_kept=_part(draft, ours, lengths, LONGEST),
        covered=_part(source, theirs, source_lengths, 2),
        kinship=kinship(draft, ours, source, theirs),
    )


def _score(text: Tokens, segment: Segment, lengths: Lengths) -> float:
    return float(worth(text, segment, lengths)[text.bits[slice(*segment)] > 0].sum())


def _part(text: Tokens, segment: Segment, lengths: Lengths, least: int) -> float:
    """The part of the bits in runs of at least some length."""
    bits = text.bits[slice(*segment)]
    return float(bits[lengths >= least].sum() / max(bits.sum(), 1.0))


def joined(draft: Tokens, source: Tokens, found: list[Alignment]) -> list[Alignment]:
    """Alignments that a reader would call one passage made one, in the order of the draft."""
    kept: list[Alignment] = []
    for new in sorted(found, key=lambda alignment: (alignment.start, -alignment.end)):
        for place, old in enumerate(kept):
            if one := _as_one(draft, source, old, new):
                kept[place] = one
                break
        else:
            kept.append(new)
    return kept


def _as_one(draft: Tokens, source: Tokens, old: Alignment, new: Alignment) -> Alignment | None:
    """Two alignments that touch on both sides, or in one line of the draft and not far apart in the source."""
    if _apart(old.ours, new.ours) >= NEAR:
        return None
    far = _apart(old.theirs, new.theirs)
    if far < NEAR:
        one = measured(draft, hull(old.ours, new.ours), source, hull(old.theirs, new.theirs))
        return one if one.score >= max(old.score, new.score) else None
    if far >= FAR or old.end > new.start or (draft.pauses[old.end : new.start + 1] == LINE).any():
        return None
    return _summed(old, new) if min(old.score, new.score) >= EDGE else None


def _summed(old: Alignment, new: Alignment) -> Alignment:
    """Two parts as one, the stretch of the source between them not counted."""
    part = (old.end - old.start) / (old.end - old.start + new.end - new.start)
    source_start, source_end = hull(old.theirs, new.theirs)
    return replace(
        old,
        end=new.end,
        source_start=source_start,
        source_end=source_end,
        score=old.score + new.score,
        kept=part * old.kept + (1 - part) * new.kept,
        long_kept=part * old.long_kept + (1 - part) * new.long_kept,
        covered=part * old.covered + (1 - part) * new.covered,
        kinship=old.kinship + new.kinship,
    )


def hull(one: Segment, other: Segment) -> Segment:
    """The shortest segment that holds both."""
    return min(one[0], other[0]), max(one[1], other[1])


def _apart(one: Segment, other: Segment) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])
