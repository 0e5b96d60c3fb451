"""Two passages as tiles: runs of syllables that they share, each syllable used once, the longest runs first.

Greedy string tiling (Wise: String similarity via greedy string tiling, 1993). Order does not matter, so that clauses
which changed places are found; a run that one side repeats is matched only as often as the other side has it.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]


class Tile(NamedTuple):
    """`length` syllables from `start` in the one passage and from `other` in the other are the same."""

    start: int
    other: int
    length: int


def tiles(ours: Ids, theirs: Ids) -> list[Tile]:
    """The tiles of two passages, longest first; single syllables are tiles too."""
    free, free_there = bytearray(b"\1" * len(ours)), bytearray(b"\1" * len(theirs))
    waiting = [(-run.length, abs(run.start - run.other), run) for run in _runs(ours, theirs)]
    heapify(waiting)
    laid: list[Tile] = []
    while waiting:
        length, apart, run = heappop(waiting)
        for part in _free_parts(run, free, free_there):
            if part.length < -length:
                heappush(waiting, (-part.length, apart, part))
                continue
            free[part.start : part.start + part.length] = bytes(part.length)
            free_there[part.other : part.other + part.length] = bytes(part.length)
            laid.append(part)
    return laid


def _runs(ours: Ids, theirs: Ids) -> list[Tile]:
    """All runs that cannot be made longer."""
    start, other = np.nonzero(ours[:, None] == theirs[None, :])
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
