"""Two passages as tiles: runs of syllables that they share, each syllable used once, the longest runs first.

Greedy string tiling (Wise: String similarity via greedy string tiling, 1993). Order does not matter, so that clauses
which changed places are found; a run that one side repeats is matched only as often as the other side has it.
"""

from __future__ import annotations

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


class _Runs(NamedTuple):
    """The same, many of them."""

    start: Ids
    other: Ids
    length: Ids


def tiles(ours: Ids, theirs: Ids) -> list[Tile]:
    """The tiles of two passages, longest first; single syllables are tiles too.

    Of passages of more than some thousand syllables only what stands between long tiles is looked at that closely, so
    that time and memory grow with the length and not with its square.
    """
    if len(ours) * len(theirs) <= DENSE:
        return _laid(_diagonals(*np.nonzero(ours[:, None] == theirs[None, :])), len(ours), len(theirs))
    long = sorted(_laid(_long_runs(ours, theirs), len(ours), len(theirs)))
    borders = [Tile(0, 0, 0), *long, Tile(len(ours), len(theirs), 0)]
    found = list(long)
    for before, behind in pairwise(borders):
        start, other = before.start + before.length, before.other + before.length
        here, there = ours[start : behind.start], theirs[other : behind.other]
        if 0 < len(here) * len(there) <= DENSE:
            found += [Tile(start + tile.start, other + tile.other, tile.length) for tile in tiles(here, there)]
    return sorted(found, key=lambda tile: (-tile.length, tile.start))


def _laid(runs: _Runs, length: int, other_length: int) -> list[Tile]:
    """The runs, or what is left of them, that can lie beside longer ones; of equals the nearest to the diagonal."""
    free, free_there = bytearray(b"\1" * length), bytearray(b"\1" * other_length)
    apart = np.abs(runs.start - runs.other)
    several, single = np.flatnonzero(runs.length > 1), np.flatnonzero(runs.length == 1)
    columns = (-runs.length[several], apart[several], runs.start[several], runs.other[several])
    waiting = list(zip(*(column.tolist() for column in columns), strict=True))
    alone = list(zip(*(column[single].tolist() for column in (apart, runs.start, runs.other)), strict=True))
    heapify(waiting)
    laid: list[Tile] = []
    while waiting:
        size, away, start, other = heappop(waiting)
        for step, whole in _free_parts(free, start, free_there, other, -size):
            if whole == 1:
                alone.append((away, start + step, other + step))
            elif whole < -size:
                heappush(waiting, (-whole, away, start + step, other + step))
            else:
                free[start : start + whole] = free_there[other : other + whole] = bytes(whole)
                laid.append(Tile(start, other, whole))
    for _, start, other in sorted(alone):
        if free[start] and free_there[other]:
            free[start] = free_there[other] = 0
            laid.append(Tile(start, other, 1))
    return laid


def _free_parts(free: bytearray, start: int, free_there: bytearray, other: int, length: int) -> list[tuple[int, int]]:
    """What is left of a run where neither side is taken: where from its start each part begins, and how long it is."""
    if free.find(0, start, start + length) < 0 and free_there.find(0, other, other + length) < 0:
        return [(0, length)]
    parts: list[tuple[int, int]] = []
    first = -1
    for step in range(length):
        if free[start + step] and free_there[other + step]:
            first = step if first < 0 else first
        elif first >= 0:
            parts.append((first, step - first))
            first = -1
    return [*parts, (first, length - first)] if first >= 0 else parts


def _long_runs(ours: Ids, theirs: Ids) -> _Runs:
    """The runs of at least `LONG`, of those that the other passage does not hold all over."""
    here, there = _hashed(ours), _hashed(theirs)
    order = np.argsort(there, kind="stable")
    low = np.searchsorted(there[order], here, "left")
    count = np.searchsorted(there[order], here, "right") - low
    count[count > OFTEN] = 0
    start = np.repeat(np.arange(len(here)), count)
    steps = np.arange(len(start)) - np.repeat(np.cumsum(count) - count, count)
    other = order[np.repeat(low, count) + steps]
    found = _diagonals(start, other)
    return _Runs(found.start, found.other, found.length + LONG - 1)


def _hashed(ids: Ids) -> Ids:
    """A hash for every run of `LONG`."""
    mixed = np.zeros(max(0, len(ids) - LONG + 1), np.uint64)
    for offset in range(LONG):
        mixed = (mixed ^ ids[offset : offset + len(mixed)].view(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return mixed.view(np.int64)


def _diagonals(start: Ids, other: Ids) -> _Runs:
    """Pairs of equal places as runs of neighbours on both sides, none of which can be made longer."""
    order = np.argsort(((start - other) << 32) + start)
    start, other = start[order], other[order]
    new = np.ones(len(start), np.bool_)
    new[1:] = (np.diff(start - other) != 0) | (np.diff(start) != 1)
    firsts = np.flatnonzero(new)
    return _Runs(start[firsts], other[firsts], np.diff(firsts, append=len(start)))
