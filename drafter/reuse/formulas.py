"""Phrases that every office uses: nobody copies them from anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from drafter.corpus import Corpus
from drafter.corpus.fingerprints import SHINGLE, WINDOW
from drafter.document import Span
from drafter.reuse.candidates import Shared
from drafter.reuse.tokens import Tokens, tokens

RUN = 4
"""Syllables in a row by which a formula of the kept list is recognised."""
LEAST = 6
"""Syllables that must be recognised in a row."""
ISSUERS = 8
"""Issuers that must use a phrase,"""
YEARS = 3
"""and in how many years: what one document said and others repeated that year is no formula."""
SAMPLE = 24
"""Passages by which the spread of a phrase is told."""
LONGEST = 30
"""Syllables of a phrase at the most; a longer text that stands everywhere is one that many copied."""

_CARRIED_OUT = re.compile(
    r"^(?:[ \t]*Điều\s+\d+[a-zđ]?[.:])?[^.\n]*\bchịu trách nhiệm (?:tổ chức |triển khai )?(?:thi hành|thực hiện) "
    r"(?:Luật|Pháp lệnh|Nghị (?:định|quyết)|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Quy (?:định|chế)|Chương trình)\b",
    re.MULTILINE,
)
"""The article that closes a document; whom it names differs, and is no more copied than the recipients are."""


def formulas(text: str, draft: Tokens, shared: Sequence[Shared], corpus: Corpus) -> list[Span]:
    """The spans of formulas: those of the list kept here, the sentence that names who is to carry out the document, and
    phrases that many issuers use year after year."""
    known = np.zeros(len(draft), np.bool_)
    starts = np.flatnonzero(np.isin(draft.runs[RUN], _known_runs()))
    for offset in range(RUN):
        known[starts + offset] = True
    marked = np.zeros(len(draft), np.bool_)
    carried_out = (draft.inside(Span(*found.span())) for found in _CARRIED_OUT.finditer(text))
    for first, last in (*_long_enough(known), *carried_out, *_spread(shared, corpus)):
        marked[first:last] = True
    return [draft.span(first, last) for first, last in _stretches(marked & ~draft.closed)]


def _spread(shared: Sequence[Shared], corpus: Corpus) -> Iterator[tuple[int, int]]:
    """The stretches of shingles that stand in many passages, of many issuers and years."""
    runs: list[list[Shared]] = [[]]
    for one in shared:
        if one.passages < ISSUERS:
            runs.append([])
            continue
        if runs[-1] and one.start - runs[-1][-1].start > WINDOW:
            runs.append([])
        runs[-1].append(one)
    short = [run for run in runs if run and run[-1].start + SHINGLE - run[0].start <= LONGEST]
    used = iter(corpus.spread([one.hash for run in short for one in run], SAMPLE))
    for run in short:
        wide = [one for one in run if _is_wide(*next(used))]
        if wide:
            yield wide[0].start, wide[-1].start + SHINGLE


def _is_wide(issuers: int, years: int) -> bool:
    return issuers >= ISSUERS and years >= YEARS


def _long_enough(marked: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    return [bounds for bounds in _stretches(marked) if bounds[1] - bounds[0] >= LEAST]


def _stretches(marked: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


@cache
def _known_runs() -> npt.NDArray[np.int64]:
    lines = files(__package__).joinpath("formulas.txt").read_text("utf-8").splitlines()
    return np.unique(np.concatenate([tokens(line).runs[RUN] for line in lines if line]))
