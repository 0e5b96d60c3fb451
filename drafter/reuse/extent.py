"""How far a passage reaches around the runs that were kept.

On each side in turn the segment with the highest sum is taken when every syllable gains what its longest run in common
with the other side is worth, and costs its rarity where it has none (the maximal scoring segment of Karlin and
Altschul, PNAS 1990, without regard to order, so that clauses may have changed places). Then every syllable may count
only once, and the ends move to where the texts pause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

import numpy as np
import numpy.typing as npt

from drafter.nlp.scanning import LINE
from drafter.reuse.alignment import EDGE, NEAR, Alignment, Lengths, Positions, Tiled, cut, hull, measured, tiled, worth
from drafter.reuse.rewriting import answering, highest, kinship
from drafter.reuse.seeds import Cluster
from drafter.reuse.tokens import LONGEST, Segment, Tokens, holds, shifted

REACH = 25
"""Syllables around a cluster in which its ends are looked for."""
AROUND = 15
"""Syllables around the other side's segment in which runs are looked for."""
SNAP = 6
"""Syllables that an end may move to reach the end of a sentence."""
HOPELESS = 8.0
CLEAR, CLEARLY = 30.0, 0.8
"""What scores less or more than this, and keeps so much, is measured well enough by the tiles of its surroundings."""
ROUNDS = 3
"""Times that either side is cut to what the other holds."""
TOLD = 25.0
"""What the words must tell that neighbouring sentences add to a passage."""
AKIN = 0.55
"""Part of the words on either side that a passage with such neighbours must share."""
LOST = 0.15
"""Part that it may share less than the passage without them."""
LOOSE = 0.6
"""Part in runs of five below which the words of a passage were moved about."""
CLOSER, SAME = 0.1, 0.9
"""How much more of their words fewer sentences must share, and how much of what they told must be left."""


def extended(draft: Tokens, source: Tokens, cluster: Cluster) -> Alignment | None:
    """The alignment around a cluster, its ends moved to where they fit best; None where nothing of length is left."""
    around, there = _around(draft, cluster.ours), _around(source, cluster.theirs)
    found = tiled(draft, around, source, there)
    ours, theirs = _settled(draft, around, source, there, found)
    if not _long_enough(ours, theirs):
        return None
    ours, theirs = _grown(draft, _snapped(draft, ours), source, _snapped(source, theirs))
    if holds(around, ours) and holds(there, theirs):
        own = cut(found, shifted(ours, -around[0]), shifted(theirs, -there[0]))
        rough = measured(draft, ours, source, theirs, own)
        # Tiles that were laid over more may be laid better over less: that matters only where it is a near thing.
        if rough.score < HOPELESS or (rough.score > CLEAR and min(rough.kept, rough.covered) > CLEARLY):
            return rough
    return measured(draft, ours, source, theirs)


def _around(text: Tokens, segment: Segment) -> Segment:
    return max(0, segment[0] - REACH), min(len(text), segment[1] + REACH)


def within(draft: Tokens, source: Tokens, old: Alignment, start: int, end: int) -> Alignment | None:
    """What is left of an alignment when only the syllables `start` to `end` of the draft count."""
    ours, theirs = (start, end), old.theirs
    ours, theirs = _settled(draft, ours, source, theirs, tiled(draft, ours, source, theirs))
    return measured(draft, ours, source, theirs) if _long_enough(ours, theirs) else None


def with_answers(draft: Tokens, source: Tokens, old: Alignment) -> Alignment:
    """The alignment with the sentences around it that answer each other in other words; of one whose words were moved
    about it may be these sentences alone."""
    ours, theirs = answering(draft, old.ours, source, old.theirs)
    akin, best = old.kinship, (old.ours, old.theirs)
    for new in ((ours, theirs), (hull(ours, old.ours), hull(theirs, old.theirs))):
        found = kinship(draft, new[0], source, new[1])
        more = found.shared - akin.shared > TOLD and found.least >= akin.least - LOST
        closer = old.long_kept < LOOSE and found.least > akin.least + CLOSER and found.shared > SAME * akin.shared
        if found.least >= AKIN and (more or closer):
            akin, best = found, new
    return old if best == (old.ours, old.theirs) else measured(draft, best[0], source, best[1])


def _long_enough(ours: Segment, theirs: Segment) -> bool:
    return ours[1] - ours[0] >= LONGEST and theirs[1] - theirs[0] >= LONGEST


def _settled(draft: Tokens, around: Segment, source: Tokens, there: Segment, found: Tiled) -> tuple[Segment, Segment]:
    """The parts of two segments, with their tiles, that correspond."""
    ours, theirs = around, there
    for _ in range(ROUNDS):
        before = ours, theirs
        own = cut(found, shifted(ours, -around[0]), shifted(theirs, -there[0]))
        ours = _cut(draft, ours, own.lengths, own.partners)
        own = cut(found, shifted(ours, -around[0]), shifted(theirs, -there[0]))
        theirs = _cut(source, theirs, own.source_lengths, own.source_partners)
        if before == (ours, theirs):
            break
    return ours, theirs


def _cut(text: Tokens, segment: Segment, lengths: Lengths, partners: Positions) -> Segment:
    """The part of a segment with the highest sum, without lines at its ends that only happen to be alike."""
    base = segment[0]
    sums = worth(text, segment, lengths)
    start, end = highest(sums)
    lines = (np.flatnonzero(text.pauses[base + start + 1 : base + end] == LINE) + start + 1).tolist()
    while lines and sums[start : lines[0]].sum() < EDGE:
        if text.break_before(base + start) and _continues(partners[start:end], lines[0] - start):
            break
        start = lines.pop(0)
    while lines and sums[lines[-1] : end].sum() < EDGE:
        if text.break_before(base + end) and _continues(partners[start:end], lines[-1] - start):
            break
        end = lines.pop()
    return base + start, base + end


def _continues(partners: Positions, border: int) -> bool:
    """Whether the other text goes on where this one does at a border."""
    before, behind = partners[:border], partners[border:]
    before, behind = before[before >= 0], behind[behind >= 0]
    return bool(len(before) and len(behind) and abs(behind[0] - before[-1]) <= NEAR)


def _snapped(text: Tokens, segment: Segment) -> Segment:
    """The ends moved to the nearest pause, outwards by up to six syllables that are not silent, inwards by three."""
    start, end = segment
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


def _grown(draft: Tokens, ours: Segment, source: Tokens, theirs: Segment) -> tuple[Segment, Segment]:
    """The segments with the same syllables before and behind them, silent ones too, as far as to a pause in both."""
    before = _same(draft, np.arange(ours[0] - 1, -1, -1), source, np.arange(theirs[0] - 1, -1, -1))
    behind = _same(draft, np.arange(ours[1], len(draft)), source, np.arange(theirs[1], len(source)))
    begins = (by for by in range(before, 0, -1) if _pause(draft, ours[0] - by, source, theirs[0] - by))
    stops = (by for by in range(behind, 0, -1) if _pause(draft, ours[1] + by, source, theirs[1] + by))
    first, last = next(begins, 0), next(stops, 0)
    return (ours[0] - first, ours[1] + last), (theirs[0] - first, theirs[1] + last)


def _same(draft: Tokens, here: npt.NDArray[np.int64], source: Tokens, there: npt.NDArray[np.int64]) -> int:
    """How many syllables are the same along two rows of positions, before the first closed one."""
    length = min(len(here), len(there))
    ends = (draft.ids[here[:length]] != source.ids[there[:length]]) | draft.closed[here[:length]]
    return int(ends.argmax()) if ends.any() else length


def _pause(draft: Tokens, at: int, source: Tokens, there: int) -> bool:
    return bool(draft.break_before(at) and source.break_before(there))
