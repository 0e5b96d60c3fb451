"""Two passages as tiles: runs of syllables that they share, each syllable used once, the longest runs first.

Greedy string tiling (Wise: String similarity via greedy string tiling, 1993). Order does not matter, so that clauses
which changed places are found; a run that one side repeats is matched only as often as the other side has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]


DENSE = 250_000
"""Pairs of syllables that are all compared."""
LONG = 8
"""Syllables in a long run."""
OFTEN = 6
"""A long run that stands more often than this in a long passage is looked at only between other tiles."""


class Tile(NamedTuple):
    """`length` syllables from `start` in the one passage and from `other` in the other are the same."""

    start: int
    other: int
    length: int


def tiles(ours: Ids, theirs: Ids) -> list[Tile]:
    """The tiles of two passages, longest first; single syllables are tiles too.

    Of passages of more than some thousand syllables only what stands between long tiles is looked at that closely, so
    that time and memory grow with the length and not with its square.
    """
    if len(ours) * len(theirs) <= DENSE:
        return _laid(_runs(ours, theirs), len(ours), len(theirs))
    long = sorted(_laid(_long_runs(ours, theirs), len(ours), len(theirs)))
    borders = [Tile(0, 0, 0), *long, Tile(len(ours), len(theirs), 0)]
    found = list(long)
    for before, behind in pairwise(borders):
        start, other = before.start + before.length, before.other + before.length
        here, there = ours[start : behind.start], theirs[other : behind.other]
        if 0 < len(here) * len(there) <= DENSE:
            found += [Tile(start + tile.start, other + tile.other, tile.length) for tile in tiles(here, there)]
    return sorted(found, key=lambda tile: (-tile.length, tile.start))


def _laid(runs: Iterable[Tile], length: int, other_length: int) -> list[Tile]:
    """The runs, or what is left of them, that can lie beside longer ones."""
    free, free_there = bytearray(b"\1" * length), bytearray(b"\1" * other_length)
    waiting = [(-run.length, abs(run.start - run.other), run) for run in runs]
    heapify(waiting)
    laid: list[Tile] = []
    while waiting:
        size, apart, run = heappop(waiting)
        for part in _free_parts(run, free, free_there):
            if part.length < -size:
                heappush(waiting, (-part.length, apart, part))
                continue
            free[part.start : part.start + part.length] = bytes(part.length)
            free_there[part.other : part.other + part.length] = bytes(part.length)
            laid.append(part)
    return laid


def _long_runs(ours: Ids, theirs: Ids) -> list[Tile]:
    """The runs of at least `LONG`, of those that the other passage does not hold all over."""
    here, there = _hashed(ours), _hashed(theirs)
    order = np.argsort(there, kind="stable")
    low = np.searchsorted(there[order], here, "left")
    count = np.searchsorted(there[order], here, "right") - low
    count[count > OFTEN] = 0
    start = np.repeat(np.arange(len(here)), count)
    steps = np.arange(len(start)) - np.repeat(np.cumsum(count) - count, count)
    other = order[np.repeat(low, count) + steps]
    return [Tile(run.start, run.other, run.length + LONG - 1) for run in _diagonals(start, other)]


def _hashed(ids: Ids) -> Ids:
    """A hash for every run of `LONG`."""
    mixed = np.zeros(max(0, len(ids) - LONG + 1), np.uint64)
    for offset in range(LONG):
        mixed = (mixed ^ ids[offset : offset + len(mixed)].view(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return mixed.view(np.int64)


def _runs(ours: Ids, theirs: Ids) -> list[Tile]:
    """All runs that cannot be made longer."""
    return _diagonals(*np.nonzero(ours[:, None] == theirs[None, :]))


def _diagonals(start: Ids, other: Ids) -> list[Tile]:
    """Pairs of equal places as runs of neighbours on both sides."""
    order = np.lexsort((start, start - other))
    start, other = start[order], other[order]
    new = np.ones(len(start), np.bool_)
    new[1:] = (np.diff(start - other) != 0) | (np.diff(start) != 1)
    firsts = np.flatnonzero(new)
    lengths = np.diff(np.append(firsts, len(start)))
    return list(map(Tile, start[firsts].tolist(), other[firsts].tolist(), lengths.tolist()))


def _free_parts(run: Tile, free: bytearray, free_there: bytearray) -> list[Tile]:
    """What is left of a run where neither side is taken."""
    parts: list[Tile] = []
    first: int | None = None
    for step in range(run.length + 1):
        if step < run.length and free[run.start + step] and free_there[run.other + step]:
            first = step if first is None else first
        elif first is not None:
            parts.append(Tile(run.start + first, run.other + first, step - first))
            first = None
    return parts
