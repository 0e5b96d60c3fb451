"""A text as the engine compares it: numbered syllables, how much each says, and where sentences end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from drafter.corpus import Fragment
from drafter.document import Span
from drafter.nlp.rarity import Words, bits_of, words_of
from drafter.nlp.scanning import LINE, Pauses
from drafter.nlp.syllables import Stream, stream, streams

Bits = npt.NDArray[np.float64]
Ids = npt.NDArray[np.int64]
Segment = tuple[int, int]
"""From a syllable to the one before another."""

LONGEST = 5
"""The longest run of syllables that is looked at as one."""
COMMON = 5.0
"""Bits that every word has."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def shifted(segment: Segment, by: int) -> Segment:
    return segment[0] + by, segment[1] + by


def holds(outer: Segment, inner: Segment) -> bool:
    """Whether one segment lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


@dataclass(frozen=True, eq=False)
class Tokens:
    """The syllables of a text, or of a part of it, in their order, abbreviations opened.

    `bits[i]` says how rare syllable i is in official documents; 0 where it is silent: it proves nothing, but may lie in
    a passage. `pauses[i]` is how the text pauses before it. No passage reaches into what is `closed`. Offsets are the
    text's in any case.
    """

    ids: Ids
    starts: Ids
    ends: Ids
    bits: Bits
    pauses: Pauses
    closed: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def breaks(self) -> Ids:
        """The syllables before which the text pauses, the first among them."""
        return np.flatnonzero(self.pauses)

    @cached_property
    def runs(self) -> dict[int, Ids]:
        """A hash for every run of 1 to 5 syllables, by length, at the position where the run starts."""
        hashed = {1: self.ids}
        for length in range(2, LONGEST + 1):
            shorter = hashed[length - 1][:-1].view(np.uint64)
            mixed = (shorter * _FACTOR) ^ self.ids[length - 1 :].view(np.uint64)
            hashed[length] = (mixed ^ (mixed >> np.uint64(29))).view(np.int64)
        return hashed

    def ranked_runs(self, length: int) -> tuple[Ids, Ids]:
        """The runs of a length, rising, and where each starts."""
        if length not in self._ranked:
            order = np.argsort(self.runs[length], kind="stable")
            self._ranked[length] = self.runs[length][order], order
        return self._ranked[length]

    @cached_property
    def _ranked(self) -> dict[int, tuple[Ids, Ids]]:
        return {}

    @cached_property
    def listed_runs(self) -> dict[int, list[int]]:
        """The same as lists, from which sets are made quickly."""
        return {length: hashed.tolist() for length, hashed in self.runs.items()}

    @cached_property
    def words(self) -> Words:
        """The words that speak."""
        found = words_of(self.ids, self.pauses > 0)
        speaking = self.bits[found.at] > 0
        return Words(found.at[speaking], found.hashes[speaking], found.bits[speaking])

    def told(self, segment: Segment) -> dict[int, float]:
        """What each word that begins in a segment tells: its bits beyond those that every word has."""
        low, high = np.searchsorted(self.words.at, segment)
        told = np.maximum(self.words.bits[low:high] - COMMON, 0.0)
        return dict(zip(self.words.hashes[low:high].tolist(), told.tolist(), strict=True))

    def break_before(self, position: int) -> int:
        """How the text pauses before a syllable: `LINE`, `SENTENCE` (or clause), or 0 for not at all."""
        return LINE if position <= 0 or position >= len(self) else int(self.pauses[position])

    def span(self, first: int, last: int) -> Span:
        """The characters from syllable `first` to the one before `last`."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))

    def inside(self, span: Span) -> tuple[int, int]:
        """The syllables `first` to `last` (excluded) that lie in a span of characters."""
        first = int(np.searchsorted(self.starts, span.start))
        return first, max(first, int(np.searchsorted(self.ends, span.end, side="right")))

    def silent(self, spans: Iterable[Span]) -> Tokens:
        """The same, with the syllables in `spans` silent."""
        return replace(self, bits=np.where(self._marked(spans), 0.0, self.bits))

    def without(self, spans: Iterable[Span]) -> Tokens:
        """The same, with the syllables in `spans` closed, and silent."""
        marked = self._marked(spans)
        return replace(self, bits=np.where(marked, 0.0, self.bits), closed=self.closed | marked)

    def _marked(self, spans: Iterable[Span]) -> npt.NDArray[np.bool_]:
        marked = np.zeros(len(self), np.bool_)
        for span in spans:
            marked[slice(*self.inside(span))] = True
        return marked


def tokens(text: str) -> Tokens:
    """The tokens of a whole text."""
    return _tokens(stream(text), 0)


def tokens_of(fragments: Sequence[Fragment]) -> list[Tokens]:
    """The tokens of parts of stored documents."""
    read = streams([fragment.text for fragment in fragments], [fragment.abbreviations for fragment in fragments])
    return [_tokens(one, fragment.start) for one, fragment in zip(read, fragments, strict=True)]


def _tokens(read: Stream, start: int) -> Tokens:
    closed = np.zeros(len(read), np.bool_)
    return Tokens(read.ids, read.starts + start, read.ends + start, bits_of(read.ids), read.pauses, closed)
