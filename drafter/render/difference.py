"""Where a copied passage and its source differ, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from drafter.document import Span
from drafter.nlp.misreading import put_right
from drafter.nlp.syllables import Syllables, syllables
from drafter.nlp.words import words

Kind = Literal["same", "changed", "added", "dropped"]
Pair = tuple[int, int]
"""A syllable of one text and the same syllable of the other."""

_WIDENED_UP_TO = 2_000
"""Characters of both texts together; telling the words of more takes longer than a reader's eye."""
_SHORTEST_RUN = 3
"""Syllables. Fewer between two differences are chance ("và", "của các") and cut the reading to pieces."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of `a` and what stands for it in `b`; one of the two is empty where words were added or dropped."""

    kind: Kind
    a: Span
    b: Span


def difference(a: str, b: str, *, recognised: bool = False) -> tuple[Piece, ...]:
    """The pieces that lead from `a` to `b`, in order; together they are the whole of both texts.

    Whole words, compared as `syllables` reads them: spelling variants, capitals and punctuation are no difference. Nor
    is what may have been misread where `a` is `recognised` from a scan.
    """
    right = syllables(b)
    left = put_right(a, b) if recognised else syllables(a)
    pairs = [
        (block.a + offset, block.b + offset)
        for block in Indel.opcodes(left.forms, right.forms).as_matching_blocks()
        for offset in range(block.size)
    ]
    if not len(left) == len(right) == len(pairs):
        pairs = _whole_words(pairs, _units(a, b, left), _units(b, a, right))
    ends = (len(left), len(right))
    return tuple(_pieces(a, b, left, right, _with_edges(_long_enough(_runs(pairs), ends), ends)))


def likeness(pieces: Iterable[Piece]) -> float:
    """The share of `b`'s characters that `a` has in the same words, from 0 to 1; 1.0 for an empty `b`."""
    same = whole = 0
    for piece in pieces:
        whole += len(piece.b)
        same += len(piece.b) if piece.kind == "same" else 0
    return same / whole if whole else 1.0


def _units(text: str, other: str, read: Syllables) -> list[int]:
    """For each syllable the number of its unit: what must not be cut, a compound or an opened abbreviation."""
    starts: list[int] = read.starts.tolist()
    if len(text) + len(other) > _WIDENED_UP_TO:
        return starts
    units: list[int] = []
    compounds = iter(words(text))
    word = next(compounds, None)
    for start in starts:
        while word is not None and word.end <= start:
            word = next(compounds, None)
        units.append(word.start if word is not None and word.start <= start else start)
    return units


def _whole_words(pairs: Sequence[Pair], left: Sequence[int], right: Sequence[int]) -> list[Pair]:
    """The pairs whose unit is paired wholly, on both sides."""
    kept = list(pairs)
    while True:
        broken_left = _broken(left, {i for i, _ in kept})
        broken_right = _broken(right, {j for _, j in kept})
        whole = [(i, j) for i, j in kept if left[i] not in broken_left and right[j] not in broken_right]
        if len(whole) == len(kept):
            return whole
        kept = whole


def _broken(units: Sequence[int], paired: set[int]) -> set[int]:
    return {unit for index, unit in enumerate(units) if index not in paired}


@dataclass(frozen=True, slots=True)
class _Run:
    """`size` neighbouring syllables from `a` on that equal those from `b` on."""

    a: int
    b: int
    size: int


def _runs(pairs: Iterable[Pair]) -> list[_Run]:
    runs: list[_Run] = []
    for i, j in pairs:
        if runs and (i, j) == (runs[-1].a + runs[-1].size, runs[-1].b + runs[-1].size):
            runs[-1] = _Run(runs[-1].a, runs[-1].b, runs[-1].size + 1)
        else:
            runs.append(_Run(i, j, 1))
    return runs


def _long_enough(runs: Sequence[_Run], ends: Pair) -> list[_Run]:
    """The runs without the chance ones between two differences; those at an edge of both texts stay."""
    return [
        run
        for run in runs
        if run.size >= _SHORTEST_RUN or (run.a, run.b) == (0, 0) or (run.a + run.size, run.b + run.size) == ends
    ]


def _pieces(a: str, b: str, left: Syllables, right: Syllables, runs: Iterable[_Run]) -> Iterator[Piece]:
    """Same and different in turn; what stands between two syllables goes with the same ones."""
    at_a = at_b = 0  # characters told so far
    next_a = next_b = 0  # syllables told so far
    for run in runs:
        if (run.a, run.b) != (next_a, next_b):
            to_a, to_b = _end(left, next_a, run.a, at_a), _end(right, next_b, run.b, at_b)
            yield Piece(_kind(run.a - next_a, run.b - next_b), Span(at_a, to_a), Span(at_b, to_b))
            at_a, at_b = to_a, to_b
        next_a, next_b = run.a + run.size, run.b + run.size
        to_a, to_b = _until(a, left, next_a), _until(b, right, next_b)
        if (to_a, to_b) != (at_a, at_b):
            yield Piece("same", Span(at_a, to_a), Span(at_b, to_b))
        at_a, at_b = to_a, to_b


def _with_edges(runs: list[_Run], ends: Pair) -> list[_Run]:
    """The runs with an empty one at each edge where they leave a difference: punctuation there is none."""
    first, last = _Run(0, 0, 0), _Run(*ends, 0)
    edged = runs if runs and (runs[0].a, runs[0].b) == (0, 0) else [first, *runs]
    return edged if (edged[-1].a + edged[-1].size, edged[-1].b + edged[-1].size) == ends else [*edged, last]


def _kind(dropped: int, added: int) -> Kind:
    if dropped and added:
        return "changed"
    return "dropped" if dropped else "added"


def _end(read: Syllables, first: int, last: int, empty: int) -> int:
    """Where the syllables from `first` to the one before `last` end, `empty` where there are none."""
    return read.span(first, last).end if last > first else empty


def _until(text: str, read: Syllables, following: int) -> int:
    """Where the syllable `following` starts, or the text ends."""
    return int(read.starts[following]) if following < len(read) else len(text)
