"""Which syllables stand beside which in official documents, and how often: a table, made by `bench/compounds.py`.

Counted in 25 million syllables of official documents; a thousand of these are left out, to measure with. A pair is in
it where the two stand together in five documents and more and more often than chance has it, or where they only look
like a slip of another pair and are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log2

from drafter.nlp.syllables import normal

BOUND, OFTEN = 0.28, 20
"""Attraction (normalised pointwise mutual information) and count from which a pair is a compound."""
_NEVER = 0.1
"""Stands for the count of a pair that was never seen."""
_LEFT = 0.25
"""The part of the places that chance would give a pair which those have that the table lacks."""


@dataclass(frozen=True, eq=False, slots=True)
class Compounds:
    """Syllables in normal form (`drafter.nlp.syllables.normal`)."""

    total: int
    """Syllables that were counted."""
    counts: Mapping[str, int]
    pairs: Mapping[str, Mapping[str, int]]
    """By the first syllable, the second with the count of the two together."""
    after: Mapping[str, tuple[str, ...]]
    """The syllables that make a compound with this one before them, and"""
    before: Mapping[str, tuple[str, ...]]
    """with this one behind them."""
    spellings: Mapping[str, str]
    """How a syllable is mostly written."""

    def together(self, first: str, second: str) -> int:
        """How often the two stand side by side; 0 where the table has no such pair."""
        return self.pairs.get(first, _EMPTY).get(second, 0)

    def is_compound(self, first: str, second: str) -> bool:
        return second in self.after.get(first, ())

    def expected(self, first: str, second: str) -> float:
        """How often the two stand side by side, in bits; of a pair that the table lacks as chance would have it."""
        if seen := self.together(first, second):
            return log2(seen)
        return log2(self.counts.get(first, 0.5) * self.counts.get(second, 0.5) / self.total * _LEFT + _NEVER)

    def expected_alone(self, form: str) -> float:
        """How often a syllable stands anywhere, in bits."""
        return log2(self.counts.get(form, 0.5))

    def share(self, first: str, second: str) -> float:
        """The part of the rarer one's places that it has beside the other."""
        rarer = min(self.counts.get(first, 0), self.counts.get(second, 0))
        return self.together(first, second) / rarer if rarer else 0.0


_EMPTY: Mapping[str, int] = {}


@cache
def compounds() -> Compounds:
    """The table; loaded at the first call."""
    return read(files(__package__).joinpath("compounds.tsv").read_text("utf-8").splitlines())


def read(lines: Iterable[str]) -> Compounds:
    """A table from its lines: the total, then each syllable with its count and the counts of what stands behind it."""
    (total,), *rows = (line.split("\t") for line in lines)
    forms = {row[0]: normal(row[0]) for row in rows}
    counts = {forms[row[0]]: int(row[1]) for row in rows}
    behind = ((forms[row[0]], (one.split(" ") for one in row[2:])) for row in rows if len(row) > 2)
    pairs = {first: {forms[second]: int(count) for second, count in others} for first, others in behind}
    bound = list(_bound(pairs, counts, int(total)))
    after, before = _gathered(bound), _gathered((second, first) for first, second in bound)
    return Compounds(int(total), counts, pairs, after, before, {form: written for written, form in forms.items()})


def _bound(pairs: Mapping[str, Mapping[str, int]], counts: Mapping[str, int], total: int) -> Iterator[tuple[str, str]]:
    """The pairs that attract each other: their normalised pointwise mutual information is 0 for chance, 1 for never
    apart (Bouma: Normalized (Pointwise) Mutual Information in Collocation Extraction, GSCL 2009)."""
    bits, all_bits = {form: log2(count) for form, count in counts.items()}, log2(total)
    for first, seconds in pairs.items():
        for second, count in seconds.items():
            if count >= OFTEN:
                together = log2(count)
                attraction = together + all_bits - bits[first] - bits[second]
                if attraction >= BOUND * (all_bits - together):
                    yield first, second


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return {one: tuple(others) for one, others in found.items()}
