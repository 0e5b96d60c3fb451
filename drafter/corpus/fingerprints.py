"""What the index keeps of a text: winnowed hashes of runs of five syllables, passage by passage.

Winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): of every four neighbouring shingles the one with the
smallest hash is kept, so that any eight syllables that two texts share leave at least one common hash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from drafter.nlp.syllables import identities

VERSION = 1
"""Changes whenever a stored text would get other fingerprints."""

SHINGLE = 5
"""Syllables in a shingle."""
WINDOW = 4
"""Neighbouring shingles of which one is kept."""
PASSAGE = 450
"""Code points in a passage at the most, about a hundred syllables; more only where there is no space."""

Hashes = npt.NDArray[np.int64]

_SPACE = re.compile(r"\s")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_BITS = np.uint64(48)


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Of one text: the spans of its passages, and `hashes`, of which the first `counts[0]` belong to the first.

    The hashes of a passage are distinct and rise: signed numbers of 48 bits.
    """

    spans: list[tuple[int, int]]
    counts: list[int]
    hashes: Hashes

    def __len__(self) -> int:
        return len(self.spans)


def shingles(ids: npt.NDArray[np.int64]) -> Hashes:
    """A hash for each run of five ids, in their order; empty for fewer than five."""
    if len(ids) < SHINGLE:
        return np.empty(0, np.int64)
    mixed = np.zeros(len(ids) - SHINGLE + 1, np.uint64)
    unsigned = ids.view(np.uint64)
    for offset in range(SHINGLE):
        mixed = (mixed ^ unsigned[offset : offset + len(mixed)]) * _FACTOR
        mixed ^= mixed >> np.uint64(29)
    # The upper 48 bits, as a signed number: six bytes in SQLite.
    return mixed.view(np.int64) >> np.int64(64 - int(_BITS))


def winnowed(hashes: Hashes) -> npt.NDArray[np.int64]:
    """The positions of the kept hashes, rising."""
    if len(hashes) == 0:
        return np.empty(0, np.int64)
    width = min(WINDOW, len(hashes))
    windows = np.lib.stride_tricks.sliding_window_view(hashes, width)
    return np.unique(windows.argmin(axis=1) + np.arange(len(windows)))


def fingerprints_of(text: str) -> Fingerprints:
    """What the index keeps of a text.

    A shingle belongs to the passage in which it starts; passages without any are left out.
    """
    ends = _ends(text)
    ids, sizes = identities(text, ends)
    hashes = shingles(ids)
    kept = winnowed(hashes)
    hashes, owners = hashes[kept], np.searchsorted(np.cumsum(sizes), kept, side="right")
    order = np.lexsort((hashes, owners))
    hashes, owners = hashes[order], owners[order]
    new = np.ones(len(hashes), np.bool_)
    new[1:] = (np.diff(hashes) != 0) | (np.diff(owners) != 0)
    counts = np.bincount(owners[new], minlength=len(ends)).tolist()
    spans = [span for span, count in zip(pairwise((0, *ends)), counts, strict=True) if count]
    return Fingerprints(spans, [count for count in counts if count], hashes[new])


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
