"""What was said again in other words: sentences that share the words that matter, whatever became of the rest.

A sentence or item of the one text answers a stretch of the other when the words that both hold weigh nearly half of its
own (weights: bits of rarity). On each side in turn the run of sentences with the highest sum is taken, as in the
alignment of syllables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.reuse.tokens import Segment, Tokens

Weights = npt.NDArray[np.float64]

HALF = 0.4
"""Part of a sentence's words, by weight, from which it answers the other text."""
AHEAD = 3
"""Sentences on either side that are looked at."""
LONG = 60
"""Syllables of context at the most on either side."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """How much of the words of two segments is the same."""

    words: int
    """How many different words both hold."""
    shared: float
    """What these tell: their bits beyond those that every word has."""
    ours: float
    """Part of what the draft's words tell that the source has."""
    theirs: float

    @property
    def least(self) -> float:
        return min(self.ours, self.theirs)

    def __add__(self, other: Kinship) -> Kinship:
        """Of two parts together."""
        shared = self.shared + other.shared
        part = self.shared / max(shared, 1.0)
        ours = part * self.ours + (1 - part) * other.ours
        return Kinship(self.words + other.words, shared, ours, part * self.theirs + (1 - part) * other.theirs)


def kinship(draft: Tokens, ours: Segment, source: Tokens, theirs: Segment) -> Kinship:
    """How much of the words of two segments is the same."""
    mine, other = draft.told(ours), source.told(theirs)
    common = mine.keys() & other.keys()
    shared = sum(mine[word] for word in common)
    return Kinship(len(common), shared, shared / max(sum(mine.values()), 1.0), shared / max(sum(other.values()), 1.0))


def told(draft: Tokens, ours: Segment, source: Tokens, theirs: Segment) -> float:
    """What the words tell that two segments share."""
    mine, other = draft.told(ours), source.told(theirs)
    return sum(mine[word] for word in mine.keys() & other.keys())


def answering(draft: Tokens, ours: Segment, source: Tokens, theirs: Segment) -> tuple[Segment, Segment]:
    """The whole sentences around two segments that answer each other."""
    for _ in range(2):
        # What is next to the one may be answered by what is next to the other.
        ours, theirs = (
            _run(draft, ours, source, _widened(source, theirs)),
            _run(source, theirs, draft, _widened(draft, ours)),
        )
    ours = _run(draft, ours, source, theirs)
    return ours, _run(source, theirs, draft, ours)


def sentence(text: Tokens, at: int) -> Segment:
    """The sentence, clause or line around a syllable."""
    behind = int(np.searchsorted(text.breaks, at, side="right"))
    end = int(text.breaks[behind]) if behind < len(text.breaks) else len(text)
    return int(text.breaks[behind - 1]), end


def highest(worths: Weights) -> Segment:
    """The segment with the highest sum."""
    sums = np.concatenate(([0.0], np.cumsum(worths)))
    lowest = np.minimum.accumulate(sums)
    end = int(np.argmax(sums - lowest))
    return int(np.flatnonzero(sums[: end + 1] == lowest[end])[-1]), end


def _widened(text: Tokens, segment: Segment) -> Segment:
    edges = _edges(text, segment)
    return edges[0], edges[-1]


def _run(text: Tokens, inner: Segment, other: Tokens, whole: Segment) -> Segment:
    """The run of sentences of `text` that the segment `whole` of the other answers best; `inner` if none does."""
    edges = _edges(text, inner)
    first, last = np.searchsorted(text.words.at, (edges[0], edges[-1]))
    at, bits = text.words.at[first:last], text.words.bits[first:last]
    # Words of the inner sentences first: what they take is no reason to draw in their neighbours.
    away = np.maximum(np.maximum(inner[0] - at, at - inner[1] + 1), 0)
    words = text.words.hashes[first:last].tolist()
    held = _found(words, np.argsort(away, kind="stable").tolist(), _words(other, whole))
    worths = bits * -HALF
    worths[held] = bits[held] * (1 - HALF)
    sums = np.bincount(np.searchsorted(edges, at, side="right") - 1, worths, minlength=len(edges) - 1)
    start, end = highest(sums.astype(np.float64))
    return (edges[start], edges[end]) if end > start else inner


def _words(text: Tokens, segment: Segment) -> list[int]:
    first, last = np.searchsorted(text.words.at, segment)
    found: list[int] = text.words.hashes[first:last].tolist()
    return found


def _found(words: Sequence[int], order: Iterable[int], others: Iterable[int]) -> list[int]:
    """The places of the words that are among the others, looked up in this order; each of the others counts once."""
    left = Counter(others)
    found = []
    for at in order:
        if left[words[at]] > 0:
            left[words[at]] -= 1
            found.append(at)
    return found


def _edges(text: Tokens, inner: Segment) -> list[int]:
    """Where the sentences in and around a segment begin, and where the last ends; not beyond what is closed."""
    low, high = max(0, inner[0] - LONG), min(len(text), inner[1] + LONG)
    if text.closed[low:high].any():
        closed = np.flatnonzero(text.closed[low:high]) + low
        low = max([low, *(closed[closed < inner[0]] + 1).tolist()])
        high = min([high, *closed[closed >= inner[1]].tolist()])
    starts = text.breaks[slice(*np.searchsorted(text.breaks, (low, high)))].tolist()
    inside = [at for at in starts if inner[0] < at < inner[1]]
    before = [at for at in starts if at <= inner[0]][-AHEAD - 1 :] or [inner[0]]
    behind = [at for at in starts if at >= inner[1]][: AHEAD + 1] or [inner[1]]
    return [*before, *inside, *behind]
