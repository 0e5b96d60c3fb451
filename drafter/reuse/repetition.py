"""Passages that stand twice within a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.reuse.tokens import LONGEST, Segment, Tokens

Numbers = npt.NDArray[np.int64]

SHORTEST = 25
"""Syllables of a passage that counts as repeated, in whole sentences."""
GAP = 8
"""Syllables that may differ between what is the same before and after them."""
OFTEN = 3
"""A run that stands more often than this in the draft belongs to a form or a table."""
PROSE = 8.0
"""Syllables that sentences must have on average; the cells of a table have fewer."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """What stands at `first` stands at `again` too, the same but for a few syllables."""

    first: Segment
    again: Segment
    same: float
    """The part of the syllables of `again` that are the same, from 0 to 1."""


def repetitions(draft: Tokens) -> Iterator[Repetition]:
    """The passages that the draft repeats, in the order in which they stand again, none of them twice."""
    reached = 0
    for shift, start, end in sorted(_diagonals(*_pairs(draft)), key=lambda run: (run[1] + run[0], -run[2])):
        again = _whole(draft, max(start + shift, reached), end + shift)
        length = again[1] - again[0]
        first = again[0] - shift, again[1] - shift
        if length >= SHORTEST and first[1] <= again[0] and _is_prose(draft, again):
            same = draft.ids[slice(*first)] == draft.ids[slice(*again)]
            yield Repetition(first, again, float(same.mean()))
            reached = again[1]


def _pairs(draft: Tokens) -> tuple[Numbers, Numbers]:
    """Where the same run of five syllables stands, and where it stands again; what is silent does not count."""
    runs = draft.runs[LONGEST]
    speaking = np.flatnonzero(draft.bits[: len(runs)] > 0)
    order = speaking[np.argsort(runs[speaking], kind="stable")]
    new = np.diff(runs[order], prepend=0) != 0
    new[:1] = True
    firsts = np.flatnonzero(new)
    times = np.diff(firsts, append=len(order))
    at: list[Numbers] = []
    again: list[Numbers] = []
    for count in range(2, OFTEN + 1):
        group = firsts[times == count]
        for one in range(count):
            for other in range(one + 1, count):
                at.append(order[group + one])
                again.append(order[group + other])
    return np.concatenate(at), np.concatenate(again)


def _diagonals(at: Numbers, again: Numbers) -> Iterator[tuple[int, int, int]]:
    """Runs of pairs at one distance: the distance, and the syllables from the first to the last of them."""
    shift = again - at
    order = np.lexsort((at, shift))
    at, shift = at[order], shift[order]
    new = np.ones(len(at), np.bool_)
    new[1:] = (np.diff(shift) != 0) | (np.diff(at) > GAP + LONGEST)
    firsts = np.flatnonzero(new)
    lasts = np.append(firsts, len(at))[1:] - 1
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        yield int(shift[first]), int(at[first]), int(at[last]) + LONGEST


def _whole(draft: Tokens, start: int, end: int) -> Segment:
    """The whole sentences between two places; nothing where there are none."""
    low, high = np.searchsorted(draft.breaks, start), np.searchsorted(draft.breaks, end, side="right")
    inside = [*draft.breaks[low:high].tolist(), *([end] if end == len(draft) else [])]
    return (inside[0], inside[-1]) if len(inside) > 1 else (end, end)


def _is_prose(draft: Tokens, segment: Segment) -> bool:
    sentences = int((draft.pauses[slice(*segment)] > 0).sum())
    return (segment[1] - segment[0]) / max(sentences, 1) >= PROSE
