"""Phrases that every office uses: nobody copies them from anybody."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from drafter.document import Span
from drafter.reuse.tokens import Tokens, tokens

RUN = 4
"""Syllables in a row by which a formula is recognised."""
LEAST = 6
"""Syllables that must be recognised in a row."""
LONGEST_COMMON = 25
"""A longer stretch in runs that stand everywhere is no formula but a text that many copied."""


def formulas(draft: Tokens, common: npt.NDArray[np.bool_]) -> list[Span]:
    """The spans of formulas: of the list kept here, and short stretches of runs that are `common` in the corpus."""
    known = np.zeros(len(draft), np.bool_)
    starts = np.flatnonzero(np.isin(draft.runs[RUN], _known_runs()))
    for offset in range(RUN):
        known[starts + offset] = True
    listed = [bounds for bounds in _stretches(known) if bounds[1] - bounds[0] >= LEAST]
    spread = [bounds for bounds in _stretches(common) if bounds[1] - bounds[0] <= LONGEST_COMMON]
    marked = np.zeros(len(draft), np.bool_)
    for first, last in listed + spread:
        marked[first:last] = True
    return [draft.span(first, last) for first, last in _stretches(marked)]


def _stretches(marked: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


@cache
def _known_runs() -> npt.NDArray[np.int64]:
    lines = files(__package__).joinpath("formulas.txt").read_text("utf-8").splitlines()
    return np.unique(np.concatenate([tokens(line).runs[RUN] for line in lines if line]))
