"""Where a draft and its candidates meet: runs of three syllables in both, gathered where they stand close together.

All candidates at once: a draft has a hundred of them, and most have next to nothing in common with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.nlp.rarity import RAREST
from drafter.reuse.tokens import Bits, Segment, Tokens

Numbers = npt.NDArray[np.int64]

SEED = 3
"""Syllables in a seed."""
GAP = 24
"""Syllables without a seed that end a cluster, on either side."""
SEED_BITS = 110.0
"""Rarity that the seeds of a cluster must have together on either side, each syllable counted once."""
SEED_SHARE = 0.3
"""Part of the rarity between a cluster's first and last seed that its seeds must have."""
OFTEN = 6
"""A run that stands more often than this in a source is no seed."""

_FEWEST = int(np.ceil(SEED_BITS / RAREST)) - SEED + 1
"""Seeds without which a cluster cannot have `SEED_BITS`."""
_FILTER = (1 << 16) - 1


@dataclass(frozen=True, slots=True)
class Cluster:
    """Seeds that are neighbours on both sides, in whatever order."""

    source: int
    """The place of the source among those that were looked through."""
    ours: Segment
    theirs: Segment
    bits: float
    """The rarity of its seeds on the side where it is less."""

    @property
    def promise(self) -> float:
        """Tells the better of two clusters of one place: its bits, less where the source is longer than the draft."""
        return self.bits * min(1.0, (self.ours[1] - self.ours[0]) / (self.theirs[1] - self.theirs[0]))


@dataclass(frozen=True, slots=True)
class _Seeds:
    """Syllables of the draft and of all sources in a row where the same runs start; `group` keeps apart what is."""

    at: Numbers
    there: Numbers
    group: Numbers

    def __len__(self) -> int:
        return len(self.at)

    def chosen(self, which: Numbers) -> _Seeds:
        return _Seeds(self.at[which], self.there[which], self.group[which])


def clusters(draft: Tokens, sources: Sequence[Tokens]) -> list[Cluster]:
    """The clusters whose seeds say enough, together and for the room that they take; source by source."""
    if not sources:
        return []
    first = np.cumsum([0, *map(len, sources)])
    seeds = _gathered(_seeds(draft, sources, first))
    if not len(seeds):
        return []
    begins = np.flatnonzero(np.diff(seeds.group, prepend=-1))
    bits = np.concatenate([source.bits for source in sources])
    ours, said = _extents(draft.bits, seeds.at, begins)
    theirs, source_said = _extents(bits, seeds.there, begins)
    found = []
    for number, at in enumerate(begins.tolist()):
        if least := min(said[number], source_said[number]):
            source = int(np.searchsorted(first, seeds.there[at], side="right")) - 1
            base = int(first[source])
            low, high = theirs[number]
            found.append(Cluster(source, ours[number], (low - base, high - base), least))
    return found


def _seeds(draft: Tokens, sources: Sequence[Tokens], first: Numbers) -> _Seeds:
    """Where the same runs of three start in the draft and in the sources."""
    ranked, order = draft.ranked_runs(SEED)
    theirs = np.concatenate([_padded(source.runs[SEED], len(source)) for source in sources])
    likely = np.zeros(_FILTER + 1, np.bool_)
    likely[ranked & _FILTER] = True
    there = np.flatnonzero(likely[theirs & _FILTER])
    low = np.searchsorted(ranked, theirs[there], "left")
    count = np.searchsorted(ranked, theirs[there], "right") - low
    group = np.searchsorted(first, there, side="right")
    _, inverse, times = np.unique(theirs[there] ^ (group << 44), return_inverse=True, return_counts=True)
    kept = np.flatnonzero((count > 0) & (times[inverse] <= OFTEN))
    there, low, count, group = there[kept], low[kept], count[kept], group[kept]
    steps = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    at = order[np.repeat(low, count) + steps]
    found = _Seeds(at, np.repeat(there, count), np.repeat(group, count))
    return found.chosen(np.flatnonzero(draft.bits[at] > 0))


def _padded(runs: Numbers, length: int) -> Numbers:
    """As many numbers as syllables: no run starts at the last two."""
    return np.concatenate((runs, np.zeros(length - len(runs), np.int64)))


def _gathered(seeds: _Seeds) -> _Seeds:
    """The seeds by groups: no gap parts those of one, neither in the draft nor in the source."""
    settled = 0
    side = 0
    groups = -1
    while settled < 2 and len(seeds):
        place = (seeds.at, seeds.there)[side]
        seeds = seeds.chosen(np.lexsort((place, seeds.group)))
        place = (seeds.at, seeds.there)[side]
        apart = (np.diff(seeds.group, prepend=-1) != 0) | (np.diff(place, prepend=place[0]) > GAP)
        number = np.cumsum(apart) - 1
        sizes = np.bincount(number)
        seeds = _Seeds(seeds.at, seeds.there, number).chosen(np.flatnonzero(sizes[number] >= _FEWEST))
        settled = settled + 1 if len(sizes) == groups else 0
        groups = int((sizes >= _FEWEST).sum())
        side = 1 - side
    return seeds


def _extents(bits: Bits, starts: Numbers, begins: Numbers) -> tuple[list[Segment], list[float]]:
    """Of each group from the first seed to the last, and its rarity; no rarity where that is too little."""
    low = np.minimum.reduceat(starts, begins)
    high = np.maximum.reduceat(starts, begins) + SEED
    group = np.repeat(np.arange(len(begins)), np.diff(begins, append=len(starts)))
    covered = np.unique(np.concatenate([group << 32 | (starts + offset) for offset in range(SEED)]))
    said = np.bincount(covered >> 32, bits[covered & 0xFFFFFFFF], minlength=len(begins))
    sums = np.concatenate(([0.0], np.cumsum(bits)))
    enough = said >= np.maximum(SEED_BITS, SEED_SHARE * (sums[high] - sums[low]))
    return list(zip(low.tolist(), high.tolist(), strict=True)), np.where(enough, said, 0.0).tolist()
