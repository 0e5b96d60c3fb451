"""What the index keeps of a text, passage by passage: fingerprints of two kinds, each a number of 32 bits.

Shingles: runs of five syllables, winnowed (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): of every `WINDOW`
neighbours the one with the smallest hash is kept, so that any thirteen syllables that two texts share leave a common
one. Pairs: of the rarest words of a sentence every two, in whatever order and distance. They find what was said again
in other words, because the rare words are the ones that cannot be changed; and each pair stands in so few passages that
a lookup takes as long in a large corpus as in a small one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from drafter.nlp.misreading import Row
from drafter.nlp.rarity import RAREST_WORD, Words, pair_hashes, words_in
from drafter.nlp.repairing import repaired
from drafter.nlp.scanning import Pauses
from drafter.nlp.syllables import Stream, stream

VERSION = 3
"""Changes whenever a stored text would get other fingerprints, or another subject."""

SHINGLE = 5
"""Syllables in a shingle."""
WINDOW = 9
"""Neighbouring shingles of which one is kept."""
PAIRED = 4
"""Words of a sentence, the rarest, that are paired with each other in the index."""
PASSAGE = 450
"""Code points in a passage at the most, about a hundred syllables; more only where there is no space."""

Hashes = npt.NDArray[np.int64]
Positions = npt.NDArray[np.int64]

_SPACE = re.compile(r"\s")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_BITS = 32
_PAIR = np.int64(0x5851F42D4C957F2D)
"""Keeps the hashes of pairs apart from those of shingles."""


@dataclass(frozen=True, eq=False, slots=True)
class Marks:
    """Fingerprints of syllables: `hashes[i]` comes from the syllables `starts[i]` to `ends[i]` (excluded)."""

    starts: Positions
    ends: Positions
    hashes: Hashes


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Of one text: the spans of its passages, and `hashes`, of which the first `counts[0]` belong to the first.

    The hashes of a passage are distinct and rise: signed numbers of 32 bits.
    """

    spans: list[tuple[int, int]]
    counts: list[int]
    hashes: Hashes
    syllables: int
    """Of the whole text, abbreviations opened."""

    def __len__(self) -> int:
        return len(self.spans)


def shingles(ids: npt.NDArray[np.int64]) -> Marks:
    """The winnowed shingles of some syllables, in their order; none for fewer than five."""
    if len(ids) < SHINGLE:
        return Marks(*(np.empty(0, np.int64),) * 3)
    mixed = np.zeros(len(ids) - SHINGLE + 1, np.uint64)
    unsigned = ids.view(np.uint64)
    for offset in range(SHINGLE):
        mixed = (mixed ^ unsigned[offset : offset + len(mixed)]) * _FACTOR
        mixed ^= mixed >> np.uint64(29)
    starts = winnowed(mixed)
    return Marks(starts, starts + SHINGLE, _shortened(mixed[starts].view(np.int64)))


def pairs(words: Words, pauses: Pauses, most: int = PAIRED) -> Marks:
    """Every two of the `most` rarest of the words of each sentence."""
    sentences: Positions = np.cumsum(pauses > 0, dtype=np.int64)[words.at]
    # One number a word: its sentence, then the rarest first, equal words side by side.
    rarity = ((RAREST_WORD - words.bits) * 10).astype(np.int64)
    order = np.argsort(sentences << 40 | rarity << 32 | words.hashes & 0xFFFFFFFF)
    sentences, hashes = sentences[order], words.hashes[order]
    again = np.zeros(len(order), np.bool_)
    again[1:] = (sentences[1:] == sentences[:-1]) & (hashes[1:] == hashes[:-1])
    order, sentences, hashes = order[~again], sentences[~again], hashes[~again]
    chosen = _ranks(sentences) < most
    at, sentences, hashes = words.at[order[chosen]], sentences[chosen], hashes[chosen]
    starts, ends, found = [], [], []
    for step in range(1, most):
        one = np.flatnonzero(sentences[step:] == sentences[:-step])
        starts.append(np.minimum(at[one], at[one + step]))
        ends.append(np.maximum(at[one], at[one + step]) + 2)
        lower = np.minimum(hashes[one], hashes[one + step])
        found.append(pair_hashes(lower, np.maximum(hashes[one], hashes[one + step])) ^ _PAIR)
    ends_within = np.minimum(np.concatenate(ends), len(pauses))
    return Marks(np.concatenate(starts), ends_within, _shortened(np.concatenate(found)))


def read_for_index(text: str, *, recognised: bool = False) -> Stream:
    """The syllables of a text; of a recognised one as it was probably meant."""
    return repaired(Row.of(text), text).stream() if recognised else stream(text)


def fingerprints_of(text: str, *, read: Stream | None = None) -> Fingerprints:
    """What the index keeps of the passages of a text, which saves time where it was `read` already.

    A fingerprint belongs to the passage in which it starts; passages without any are left out.
    """
    ends = _ends(text)
    read = read or read_for_index(text)
    found = shingles(read.ids), pairs(words_in(read), read.pauses)
    starts = np.concatenate([marks.starts for marks in found])
    hashes = np.concatenate([marks.hashes for marks in found])
    owners = np.searchsorted(ends, read.starts[starts], side="right")
    # One number a row, so that they are sorted and told apart in one go.
    rows = np.sort((owners << _BITS) + (hashes + (1 << (_BITS - 1))))
    rows = rows[np.diff(rows, prepend=-1) != 0]
    owners, hashes = rows >> _BITS, (rows & ((1 << _BITS) - 1)) - (1 << (_BITS - 1))
    counts = np.bincount(owners, minlength=len(ends)).tolist()
    spans = [span for span, count in zip(pairwise((0, *ends)), counts, strict=True) if count]
    return Fingerprints(spans, [count for count in counts if count], hashes, len(read))


def winnowed(hashes: npt.NDArray[np.uint64]) -> Positions:
    """The positions of the hashes that are the smallest of some `WINDOW` neighbours, rising."""
    if len(hashes) <= WINDOW:
        return np.flatnonzero(hashes == hashes.min()) if len(hashes) else np.empty(0, np.int64)
    smallest = _over_windows(np.minimum, hashes)
    # A hash is kept if it equals the largest of the minima of the windows that it lies in.
    around = np.concatenate((np.zeros(WINDOW - 1, np.uint64), smallest, np.zeros(WINDOW - 1, np.uint64)))
    return np.flatnonzero(_over_windows(np.maximum, around) == hashes)


def _over_windows(chosen: np.ufunc, hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """The smallest or largest of every `WINDOW` neighbours, in steps that double what is looked at."""
    found, width = hashes, 1
    while width < WINDOW:
        step = min(width, WINDOW - width)
        found = chosen(found[:-step], found[step:])
        width += step
    return found


def _ranks(groups: npt.NDArray[np.int64]) -> Positions:
    """The place of each among its neighbours of the same group, from 0."""
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    return np.arange(len(groups)) - np.repeat(starts, np.diff(starts, append=len(groups)))


def _shortened(hashes: Hashes) -> Hashes:
    return hashes >> np.int64(64 - _BITS)


def _ends(text: str) -> list[int]:
    """Where the passages end: behind a line if one ends in the second half, else behind a space."""
    ends = []
    start = 0
    while len(text) - start > PASSAGE:
        middle, last = start + PASSAGE // 2, start + PASSAGE
        end = text.rfind("\n", middle, last) + 1 or text.rfind(" ", middle, last) + 1
        if not end and (space := _SPACE.search(text, last)):
            end = space.end()
        if not end:
            break
        ends.append(end)
        start = end
    return [*ends, len(text)] if start < len(text) else ends
