"""What the recognition of a scanned page makes of words: told where another text has the same words as they were meant.

A recognised text is laid beside one that says the same here and there. From every run that both have, on either side,
the two are read on side by side: what stands in the one reads as what stands in the other where only marks, look-alikes,
blanks between syllables or lines of a stamp tell them apart. Words that could be a drafter's change are left alone, and
so are figures.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import Levenshtein

from drafter.nlp.abbreviations import defined_in
from drafter.nlp.rarity import is_known
from drafter.nlp.scanning import LINE
from drafter.nlp.syllables import Stream, identity, streams, syllables

SEED = 3
"""Syllables in a run from which two texts are read on."""
OFTEN = 6
"""A run that stands more often than this in the text that is meant is none to start from."""
FEWEST = 5
"""Syllables that must be the same in a stretch that is read side by side."""
STAMP = 16
"""Syllables at the most between two lines that belong to no sentence."""

_ALIKE = str.maketrans({"1": "i", "l": "i", "|": "i", "0": "o", "đ": "d", "5": "s", "y": "i"})


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """What stands from syllable `start` to `end` of the recognised text reads as `meant_start` to `meant_end` of the
    other; where the latter is empty it belongs to no sentence."""

    start: int
    end: int
    meant_start: int
    meant_end: int


@dataclass(frozen=True, slots=True)
class Row:
    """The syllables of a text in normal form, where each stands, and how the text pauses before it."""

    forms: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    pauses: Sequence[int]

    @classmethod
    def of(cls, text: str, defined: Mapping[str, tuple[str, ...]] | None = None) -> Row:
        """All syllables of a text, abbreviations opened; those that it defines are `defined` or looked for."""
        own = defined_in(text) if defined is None else defined
        read = streams([text], [own])[0]
        return cls(syllables(text, own).forms, read.starts.tolist(), read.ends.tolist(), read.pauses.tolist())

    def stream(self) -> Stream:
        """The same for comparing."""
        ids = np.array([identity(form) for form in self.forms], np.int64)
        starts, ends = np.array(self.starts, np.int64), np.array(self.ends, np.int64)
        return Stream(ids, starts, ends, np.array(self.pauses, np.int8))

    def exchanged(self, changes: Iterable[tuple[int, int, Sequence[str]]]) -> Row:
        """The same with other syllables in place of those from one to before another; changes in order."""
        forms, starts, ends, pauses = list[str](), list[int](), list[int](), list[int]()
        at = 0
        for first, last, words in (*changes, (len(self.forms), len(self.forms), ())):
            forms += [*self.forms[at:first], *words]
            pauses += [*self.pauses[at:first], *(self.pauses[first : first + 1] if words else ()), *[0] * (len(words) - 1)]
            single = len(words) == last - first
            starts += [*self.starts[at:first], *(self.starts[first:last] if single else self.starts[first:first + 1] * len(words))]
            ends += [*self.ends[at:first], *(self.ends[first:last] if single else self.ends[last - 1 : last] * len(words))]
            at = last
        return Row(tuple(forms), starts, ends, pauses)


@lru_cache(maxsize=100_000)
def skeleton(form: str) -> str:
    """What the recognition of letters keeps best: those of one look are one, without marks."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", form.lower()) if not unicodedata.combining(letter))
    return bare.translate(_ALIKE).replace("rn", "m")


@lru_cache(maxsize=100_000)
def reads_as(seen: str, meant: str) -> bool:
    """Whether what was recognised as `seen` may be `meant`: both in normal form.

    >>> reads_as("chỉ", "chi"), reads_as("l5", "15"), reads_as("15", "16"), reads_as("tháng", "tháp")
    (True, True, False, False)
    """
    if seen.isdigit() and meant.isdigit():
        return seen == meant
    one, other = skeleton(seen), skeleton(meant)
    if one == other:
        return True
    return not (is_known(seen) or meant.isdigit()) and _distance(one, other) <= max(1, len(other) // 3)


class Meant:
    """A text as it was meant; whatever was recognised can be read beside it."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self._seeds: dict[tuple[str, ...], list[int]] = {}
        for at in range(len(row.forms) - SEED + 1):
            self._seeds.setdefault(row.forms[at : at + SEED], []).append(at)

    def put_right(self, seen: Row) -> Row:
        """A recognised text, as far as it reads as this one; specks and stamps between what both have are gone."""
        readings = self._readings(seen)
        changes = ((one.start, one.end, self._row.forms[one.meant_start : one.meant_end]) for one in readings)
        return seen.exchanged(changes) if readings else seen

    def _readings(self, seen: Row) -> list[Reading]:
        """Where a recognised text reads as this one without being it, in its order; none overlap."""
        met: list[_Stretch] = []
        walked: set[tuple[int, int]] = set()
        for at in range(len(seen.forms) - SEED + 1):
            there = self._seeds.get(seen.forms[at : at + SEED], ())
            for other in there if len(there) <= OFTEN else ():
                if (at, other) not in walked:
                    stretch = _stretch(seen, self._row, at, other)
                    walked |= stretch.same
                    met.append(stretch)
        taken: set[int] = set()
        found: list[Reading] = []
        for stretch in sorted(met, key=lambda one: -len(one.same)):
            if len(stretch.same) < FEWEST:
                break
            own = {at for at, _ in stretch.same}
            readings = [one for one in stretch.readings if taken.isdisjoint(range(one.start, one.end))]
            found += readings
            taken |= own | {at for one in readings for at in range(one.start, one.end)}
        return sorted(found)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where two texts were read side by side: pairs of the same syllables, and what reads as the other."""

    same: set[tuple[int, int]]
    readings: list[Reading]


def _stretch(seen: Row, meant: Row, at: int, other: int) -> _Stretch:
    """The stretch around the same syllable in both."""
    same, readings = _read_on(_Side(seen, meant), at, other)
    more, before = _read_on(_Side(_turned(seen, at), _turned(meant, other), -1), 0, 0)
    same |= {(at - 1 - here, other - 1 - there) for here, there in more}
    readings += [Reading(at - one.end, at - one.start, other - one.meant_end, other - one.meant_start) for one in before]
    return _Stretch(same, readings)


def _turned(row: Row, end: int) -> Row:
    """What stands before a syllable, the last first."""
    return Row(row.forms[:end][::-1], (), (), ())


def _read_on(side: _Side, at: int, other: int) -> tuple[set[tuple[int, int]], list[Reading]]:
    same: set[tuple[int, int]] = set()
    readings: list[Reading] = []
    while True:
        if side.equal(at, other):
            same.add((at, other))
            at, other = at + 1, other + 1
        elif step := next(side.steps(at, other), None):
            readings.append(Reading(at, at + step[0], other, other + step[1]))
            at, other = at + step[0], other + step[1]
        else:
            return same, readings


@dataclass(frozen=True, slots=True)
class _Side:
    """Two texts that are read on in one direction; both are turned round where that is backwards."""

    seen: Row
    meant: Row
    direction: int = 1

    def equal(self, at: int, other: int, length: int = 1) -> bool:
        ours, theirs = self.seen.forms[at : at + length], self.meant.forms[other : other + length]
        return len(ours) == length and ours == theirs

    def steps(self, at: int, other: int) -> Iterator[tuple[int, int]]:
        """How many syllables of each read as those of the other from here; the likeliest first."""
        if at >= len(self.seen.forms) or other >= len(self.meant.forms):
            return
        one, two = self._joined(self.seen, at, 1), self._joined(self.meant, other, 1)
        if reads_as(one, two) and (skeleton(one) == skeleton(two) or self._goes_on(at + 1, other + 1, two)):
            yield 1, 1
        pair, meant_pair = self._joined(self.seen, at, 2), self._joined(self.meant, other, 2)
        if _is_one_word(one, meant_pair) and len(meant_pair) > len(two):
            yield 1, 2
        if _is_one_word(pair, two) and len(pair) > len(one):
            yield 2, 1
        if self._is_stray(at) and self.equal(at + 1, other, 2):
            yield 1, 0
        if self.direction > 0 and self.seen.pauses[at] == LINE:
            yield from self._lines(at, other)

    def _joined(self, row: Row, at: int, count: int) -> str:
        return "".join(row.forms[at : at + count][:: self.direction])

    def _goes_on(self, at: int, other: int, meant: str) -> bool:
        """Whether what follows is the same; of a short word, which is soon like another, both that follow."""
        rows = (self.seen.forms[at : at + 2], self.meant.forms[other : other + 2])
        pairs = list(zip(*rows, strict=False))[: 1 if len(meant) > 3 else 2]
        return all(skeleton(one) == skeleton(two) for one, two in pairs)

    def _is_stray(self, at: int) -> bool:
        """Whether a syllable is a speck on the paper."""
        return len(self.seen.forms[at]) < 3 and not is_known(self.seen.forms[at])

    def _lines(self, at: int, other: int) -> Iterator[tuple[int, int]]:
        """Lines of a stamp or of the page: within what is a sentence of the other text, or of no words."""
        for end in range(at + 1, min(at + STAMP, len(self.seen.forms) - 1)):
            if self.seen.pauses[end] == LINE and self.equal(end, other, 2):
                if not self.meant.pauses[other] or _is_noise(self.seen.forms[at:end]):
                    yield end - at, 0


def _is_one_word(whole: str, parts: str) -> bool:
    """Whether syllables are the same but for the blank between them, and a letter at the most."""
    one, other = skeleton(whole), skeleton(parts)
    return one == other or (min(len(one), len(other)) > 4 and _distance(one, other) == 1)


def _is_noise(forms: Sequence[str]) -> bool:
    """Whether most of a line are figures, single letters and what is no syllable."""
    return sum(form.isdigit() or len(form) < 2 or not is_known(form) for form in forms) * 2 >= len(forms)


def _distance(one: str, other: str) -> int:
    return Levenshtein.distance(one, other)
