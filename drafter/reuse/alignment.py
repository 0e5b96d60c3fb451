"""Which part of a draft corresponds to which part of a source.

Three steps. Seeds: runs of three syllables that both texts hold. Clusters: seeds that are neighbours on both sides,
in whatever order, so that a passage with its clauses reordered stays one. Extent: on each side in turn, the segment
with the highest sum when every syllable gains what its longest run in common with the other side is worth, and costs
its rarity where it has none (the maximal scoring segment of Karlin and Altschul, PNAS 1990, without regard to order).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from drafter.reuse.tiling import tiles
from drafter.reuse.tokens import LINE, LONGEST, RAREST, Bits, Tokens

Positions = npt.NDArray[np.int64]
Lengths = npt.NDArray[np.int64]
Segment = tuple[int, int]

SEED = 3
"""Syllables in a seed."""
GAP = 24
"""Syllables without a seed that end a cluster, on either side."""
SEED_BITS = 75.0
"""Rarity that the seeds of a cluster must have together on either side, each syllable counted once."""
SEED_SHARE = 0.3
"""Part of the rarity between a cluster's first and last seed that its seeds must have."""
REACH = 40
"""Syllables around a cluster in which its ends are looked for."""
OFTEN = 6
"""A run that stands more often than this in the source is no seed."""
SNAP = 6
"""Syllables that an end may move to reach the end of a sentence."""
FAR = 150
"""Syllables of the source that may lie between the parts of one sentence or item of the draft."""
EDGE = 7.0
"""What a line at the end of a passage must be worth to belong to it, unless it is whole and stands there in both."""

SILENT = -0.05
"""What a silent syllable is worth: a passage reaches over a formula or a title in it, not over any number."""

_FEWEST = int(np.ceil(SEED_BITS / RAREST)) - SEED + 1
"""Seeds without which a cluster cannot have `SEED_BITS`."""

# What a syllable is worth by the longest run in common that it stands in: none, alone, two, three, four, five.
_WORTH = np.array([-0.6, 0.2, 0.55, 0.85, 1.0, 1.0])


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


def alignments(draft: Tokens, source: Tokens) -> list[Alignment]:
    """All alignments in the order of the draft, neighbours on both sides joined."""
    at, there = _seeds(draft, source)
    found = [
        aligned
        for members in _clusters(at, there)
        if _dense(draft, at[members])
        and _dense(source, there[members])
        and (aligned := _extended(draft, source, at[members], there[members]))
    ]
    return _joined(draft, source, found)


def remeasured(draft: Tokens, source: Tokens, old: Alignment, start: int, end: int) -> Alignment | None:
    """The alignment that is left when only the syllables `start` to `end` of the draft count."""
    ours, theirs = _settled(draft, (start, end), source, (old.source_start, old.source_end))
    return _measured(draft, ours, source, theirs) if _long_enough(ours, theirs) else None


def _seeds(draft: Tokens, source: Tokens) -> tuple[Positions, Positions]:
    """Where the same runs of three start in the draft and in the source."""
    ours, theirs = draft.runs[SEED], source.runs[SEED]
    speaking = draft.bits[: len(ours)] > 0
    order = np.argsort(theirs, kind="stable")
    ranked = theirs[order]
    low = np.searchsorted(ranked, ours, "left")
    count = np.searchsorted(ranked, ours, "right") - low
    shared = np.flatnonzero((count > 0) & (count <= OFTEN) & speaking)
    at = np.repeat(shared, count[shared])
    first = np.repeat(np.cumsum(count[shared]) - count[shared], count[shared])
    return at, order[np.repeat(low[shared], count[shared]) + np.arange(len(at)) - first]


def _clusters(at: Positions, there: Positions) -> Iterator[Positions]:
    """Indices of seeds that no gap parts, neither in the draft nor in the source."""
    waiting = [(np.arange(len(at)), 0)] if len(at) >= _FEWEST else []
    while waiting:
        members, tried = waiting.pop()
        side = (at, there)[tried % 2][members]
        order = np.argsort(side, kind="stable")
        edges = [0, *(np.flatnonzero(np.diff(side[order]) > GAP) + 1).tolist(), len(order)]
        if len(edges) == 2 and tried:
            yield members
            continue
        for first, last in pairwise(edges):
            if last - first >= _FEWEST:
                waiting.append((members[order[first:last]], tried + 1))


def _dense(text: Tokens, starts: Positions) -> bool:
    """Whether the seeds of a cluster say enough, together and for the room that they take."""
    covered = np.unique((starts[:, None] + np.arange(SEED)).ravel())
    bits = text.bits[covered].sum()
    return bool(bits >= SEED_BITS and bits >= SEED_SHARE * text.bits[covered[0] : covered[-1] + 1].sum())


def _extended(draft: Tokens, source: Tokens, at: Positions, there: Positions) -> Alignment | None:
    """The alignment around a cluster, its ends moved to where they fit best; None where nothing of length is left."""
    ours = int(at.min()), int(at.max()) + SEED
    theirs = int(there.min()), int(there.max()) + SEED
    for _ in range(2):
        ours, worth = _best_segment(draft, ours, source, theirs)
        theirs, source_worth = _best_segment(source, theirs, draft, ours)
        # Tiles, which use each syllable once, cannot be worth more.
        if min(worth, source_worth) < EDGE or not _long_enough(ours, theirs):
            return None
    ours, theirs = _settled(draft, ours, source, theirs)
    if not _long_enough(ours, theirs):
        return None
    return _measured(draft, _snapped(draft, *ours), source, _snapped(source, *theirs))


def _long_enough(ours: Segment, theirs: Segment) -> bool:
    return ours[1] - ours[0] >= LONGEST and theirs[1] - theirs[0] >= LONGEST


def _settled(draft: Tokens, ours: Segment, source: Tokens, theirs: Segment) -> tuple[Segment, Segment]:
    """The segments cut to what corresponds when every syllable counts once."""
    for _ in range(2):
        tiled = _tiled(draft, ours, source, theirs)
        ours, theirs = (
            _cut(draft, ours, tiled.lengths, tiled.partners),
            _cut(source, theirs, tiled.source_lengths, tiled.source_partners),
        )
    return ours, theirs


def _measured(draft: Tokens, ours: Segment, source: Tokens, theirs: Segment) -> Alignment:
    tiled = _tiled(draft, ours, source, theirs)
    bits, source_bits = draft.bits[slice(*ours)], source.bits[slice(*theirs)]
    return Alignment(
        *ours,
        *theirs,
        score=float(min(_worth(tiled.lengths, bits).sum(), _worth(tiled.source_lengths, source_bits).sum())),
        kept=_part(bits, tiled.lengths >= 2),
        long_kept=_part(bits, tiled.lengths >= LONGEST),
        covered=_part(source_bits, tiled.source_lengths >= 2),
    )


def _part(bits: Bits, chosen: npt.NDArray[np.bool_]) -> float:
    return float(bits[chosen].sum() / max(bits.sum(), 1.0))


def _worth(lengths: Lengths, bits: Bits) -> npt.NDArray[np.float64]:
    return np.where(bits > 0, _WORTH[lengths] * (bits / (RAREST * 2 / 3)), SILENT)


class _Tiled(NamedTuple):
    """For each syllable of both segments the length, up to 5, of its tile (0: none) and its partner (-1: none)."""

    lengths: Lengths
    partners: Positions
    source_lengths: Lengths
    source_partners: Positions


def _tiled(draft: Tokens, ours: Segment, source: Tokens, theirs: Segment) -> _Tiled:
    size, source_size = ours[1] - ours[0], theirs[1] - theirs[0]
    lengths, source_lengths = np.zeros(size, np.int64), np.zeros(source_size, np.int64)
    partners, source_partners = np.full(size, -1), np.full(source_size, -1)
    for start, other, length in tiles(draft.ids[slice(*ours)], source.ids[slice(*theirs)]):
        here, there = slice(start, start + length), slice(other, other + length)
        lengths[here] = source_lengths[there] = min(length, LONGEST)
        partners[here] = np.arange(other, other + length)
        source_partners[there] = np.arange(start, start + length)
    return _Tiled(lengths, partners, source_lengths, source_partners)


def _cut(text: Tokens, segment: Segment, lengths: Lengths, partners: Positions) -> Segment:
    """The part of a segment with the highest sum, without lines at its ends that only happen to be alike."""
    base = segment[0]
    worth = _worth(lengths, text.bits[slice(*segment)])
    start, end = _highest(worth)
    while (line := _line(text, base, range(start + 1, end))) and worth[start:line].sum() < EDGE:
        if text.break_before(base + start) and _continues(partners[start:end], line - start):
            break
        start = line
    while (line := _line(text, base, range(end - 1, start, -1))) and worth[line:end].sum() < EDGE:
        if text.break_before(base + end) and _continues(partners[start:end], line - start):
            break
        end = line
    return base + start, base + end


def _line(text: Tokens, base: int, places: Iterable[int]) -> int:
    """The first of some places in a segment that begins at `base` where a line begins; 0 for none."""
    return next((at for at in places if text.break_before(base + at) == LINE), 0)


def _continues(partners: Positions, border: int) -> bool:
    """Whether the other text goes on where this one does at a border."""
    before, behind = partners[:border], partners[border:]
    before, behind = before[before >= 0], behind[behind >= 0]
    return bool(len(before) and len(behind) and abs(behind[0] - before[-1]) <= SNAP)


def _best_segment(text: Tokens, inner: Segment, other: Tokens, whole: Segment) -> tuple[Segment, float]:
    """The segment of `text` around `inner` that corresponds best to the segment `whole` of the other, and its worth."""
    low, high = max(0, inner[0] - REACH), min(len(text), inner[1] + REACH)
    wide = max(0, whole[0] - SEED * 5), min(len(other), whole[1] + SEED * 5)
    worth = _worth(_common_runs(text, (low, high), other, wide), text.bits[low:high])
    start, end = _highest(worth)
    return (low + start, low + end), float(worth[start:end].sum())


def _highest(worth: npt.NDArray[np.float64]) -> Segment:
    """The segment with the highest sum."""
    sums = np.concatenate(([0.0], np.cumsum(worth)))
    lowest = np.minimum.accumulate(sums)
    end = int(np.argmax(sums - lowest))
    return int(np.flatnonzero(sums[: end + 1] == lowest[end])[-1]), end


def _common_runs(text: Tokens, part: Segment, other: Tokens, whole: Segment) -> Lengths:
    """For each syllable of `part` the length, up to 5, of the longest run around it that `whole` holds too."""
    low, high = part
    lengths = np.zeros(high - low, np.int64)
    for length in range(1, LONGEST + 1):
        theirs = set(_runs(other, length, *whole))
        hits = np.fromiter((run in theirs for run in _runs(text, length, low, high)), np.bool_)
        if not hits.any():
            break
        for offset in range(length):
            lengths[offset : offset + len(hits)][hits] = length
    return lengths


def _runs(text: Tokens, length: int, first: int, last: int) -> list[int]:
    return list(map(int, text.runs[length][first : max(first, last - length + 1)]))


def _snapped(text: Tokens, start: int, end: int) -> Segment:
    """The ends moved to the nearest pause, outwards by up to six syllables that are not silent, inwards by three."""
    before = _spoken(text, range(start - 1, start - 1 - SNAP, -1))
    behind = _spoken(text, range(end, end + SNAP))
    first = next((at for by in _steps(before) if (at := start - by) < end and text.break_before(at)), start)
    last = next((at for by in _steps(behind) if (at := end + by) > first and text.break_before(at)), end)
    return first, last


def _spoken(text: Tokens, positions: Iterable[int]) -> int:
    """How many of these positions come before the first that is silent or outside."""
    return sum(1 for _ in takewhile(lambda at: 0 <= at < len(text) and text.bits[at] > 0, positions))


def _steps(outwards: int) -> Iterator[int]:
    """Steps outwards (positive) and inwards, the shortest first."""
    yield 0
    for by in range(1, SNAP + 1):
        if by <= outwards:
            yield by
        if by <= SNAP // 2:
            yield -by


def _joined(draft: Tokens, source: Tokens, found: list[Alignment]) -> list[Alignment]:
    """Alignments that a reader would call one passage made one."""
    joined: list[Alignment] = []
    for new in sorted(found, key=lambda alignment: (alignment.start, -alignment.end)):
        for place, old in enumerate(joined):
            if one := _as_one(draft, source, old, new):
                joined[place] = one
                break
        else:
            joined.append(new)
    return joined


def _as_one(draft: Tokens, source: Tokens, old: Alignment, new: Alignment) -> Alignment | None:
    """Two alignments that touch on both sides, or in one line of the draft and not far apart in the source."""
    if _apart(old.start, old.end, new.start, new.end) >= SNAP:
        return None
    far = _apart(old.source_start, old.source_end, new.source_start, new.source_end)
    ours = min(old.start, new.start), max(old.end, new.end)
    theirs = min(old.source_start, new.source_start), max(old.source_end, new.source_end)
    if far < SNAP:
        one = _measured(draft, ours, source, theirs)
        return one if one.score >= max(old.score, new.score) else None
    if far >= FAR or old.end > new.start or any(draft.break_before(at) == LINE for at in range(old.end, new.start + 1)):
        return None
    if min(old.score, new.score) < EDGE:
        return None
    return _summed(old, new)


def _summed(old: Alignment, new: Alignment) -> Alignment:
    """Two parts as one, the stretch of the source between them not counted."""
    part = (old.end - old.start) / (old.end - old.start + new.end - new.start)
    return replace(
        old,
        end=new.end,
        source_start=min(old.source_start, new.source_start),
        source_end=max(old.source_end, new.source_end),
        score=old.score + new.score,
        kept=part * old.kept + (1 - part) * new.kept,
        long_kept=part * old.long_kept + (1 - part) * new.long_kept,
        covered=part * old.covered + (1 - part) * new.covered,
    )


def _apart(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(start, other_start) - min(end, other_end)
