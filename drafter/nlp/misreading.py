"""What the recognition of a scanned page makes of words: told where another text has the same words as they were meant.

A recognised text is laid beside one that says the same here and there. From every run that both have, on either side,
the two are read on side by side: what stands in the one reads as what stands in the other where only marks, letters
of one look, blanks between syllables or lines of a stamp tell them apart. Words that could be a drafter's change are
left alone, and so are figures.
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
from drafter.nlp.syllables import Stream, Syllables, identity, streams, syllables

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


Change = tuple[int, int, tuple[str, ...]]
"""From a syllable to the one before another, and what stands in their place."""


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

    def exchanged(self, changes: Iterable[Change]) -> Row:
        """The same with other syllables in place of some; as many as there were keep their places one by one."""
        rows: list[tuple[str, int, int, int]] = []
        whole = list(zip(self.forms, self.starts, self.ends, self.pauses, strict=True))
        at = 0
        for first, last, words in changes:
            rows += whole[at:first]
            same = len(words) == last - first
            for number, word in enumerate(words):
                begin, end = (first + number, first + number) if same else (first, last - 1)
                pause = self.pauses[begin] if same or number == 0 else 0
                rows.append((word, self.starts[begin], self.ends[end], pause))
            at = last
        rows += whole[at:]
        return Row(*zip(*rows, strict=True)) if rows else Row((), (), (), ())


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


def put_right(seen: str, meant: str) -> Syllables:
    """The syllables of a recognised text, as far as it reads as another with those of that one."""
    row = Meant(Row.of(meant)).put_right(Row.of(seen))
    return Syllables(row.forms, np.array(row.starts, np.int64), np.array(row.ends, np.int64))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where two texts were read side by side: pairs of the same syllables, and what reads as the other."""

    same: set[tuple[int, int]]
    readings: list[Reading]


def _stretch(seen: Row, meant: Row, at: int, other: int) -> _Stretch:
    """The stretch around the same syllable in both."""
    same, readings = _read_on(_Side(seen, meant, 1), at, other)
    more, before = _read_on(_Side(seen, meant, -1), at - 1, other - 1)
    return _Stretch(same | more, readings + before)


def _read_on(side: _Side, at: int, other: int) -> tuple[set[tuple[int, int]], list[Reading]]:
    same: set[tuple[int, int]] = set()
    readings: list[Reading] = []
    forth = side.forth
    while True:
        if side.equal(at, other):
            same.add((at, other))
            at, other = at + forth, other + forth
        elif step := next(side.steps(at, other), None):
            behind, other_behind = at + step[0] * forth, other + step[1] * forth
            readings.append(Reading(*_between(at, behind), *_between(other, other_behind)))
            at, other = behind, other_behind
        else:
            return same, readings


def _between(first: int, behind: int) -> tuple[int, int]:
    """From one syllable to the one before another, in the order of the text."""
    return (first, behind) if first <= behind else (behind + 1, first + 1)


@dataclass(frozen=True, slots=True)
class _Side:
    """Two texts that are read on forwards or backwards."""

    seen: Row
    meant: Row
    forth: int
    """1 or -1."""

    def equal(self, at: int, other: int) -> bool:
        seen, meant = self.seen.forms, self.meant.forms
        return 0 <= at < len(seen) and 0 <= other < len(meant) and seen[at] == meant[other]

    def steps(self, at: int, other: int) -> Iterator[tuple[int, int]]:
        """How many syllables of each read as those of the other from here; the likeliest first."""
        one, two = self._joined(self.seen, at, 1), self._joined(self.meant, other, 1)
        if not one or not two:
            return
        if reads_as(one, two) and (skeleton(one) == skeleton(two) or self._goes_on(at, other, two)):
            yield 1, 1
        pair, meant_pair = self._joined(self.seen, at, 2), self._joined(self.meant, other, 2)
        if _is_one_word(one, meant_pair) and len(meant_pair) > len(two):
            yield 1, 2
        if _is_one_word(pair, two) and len(pair) > len(one):
            yield 2, 1
        if len(one) < 3 and not is_known(one) and self._meets(at + self.forth, other):  # a speck on the paper
            yield 1, 0
        if self.forth > 0 and self.seen.pauses[at] == LINE:
            yield from self._lines(at, other)

    def _joined(self, row: Row, at: int, count: int) -> str:
        """Some syllables from here on as one; "" where there are none."""
        if not 0 <= at < len(row.forms):
            return ""
        return "".join(row.forms[at : at + count] if self.forth > 0 else row.forms[max(0, at - count + 1) : at + 1])

    def _meets(self, at: int, other: int) -> bool:
        """Whether the next two syllables are the same, or of the same letters."""
        return self._alike(at, other) and self._alike(at + self.forth, other + self.forth)

    def _alike(self, at: int, other: int) -> bool:
        one, two = self._joined(self.seen, at, 1), self._joined(self.meant, other, 1)
        return bool(one and two) and skeleton(one) == skeleton(two)

    def _goes_on(self, at: int, other: int, meant: str) -> bool:
        """Whether the next is the same; behind a short word, which is soon like another, the next two."""
        steps = range(1, 2 if len(meant) > 3 else 3)
        pairs = (
            (self._joined(self.seen, at + by * self.forth, 1), self._joined(self.meant, other + by * self.forth, 1))
            for by in steps
        )
        return all(skeleton(one) == skeleton(two) for one, two in pairs if one and two)

    def _lines(self, at: int, other: int) -> Iterator[tuple[int, int]]:
        """Lines of a stamp or of the page: within what is a sentence of the other text, or of no words."""
        for end in range(at + 1, min(at + STAMP, len(self.seen.forms) - 1)):
            goes_on = self.seen.pauses[end] == LINE and self._meets(end, other)
            if goes_on and (not self.meant.pauses[other] or _is_noise(self.seen.forms[at:end])):
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
