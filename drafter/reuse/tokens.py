"""A text as the engine compares it: numbered syllables, how much each says, and where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from drafter.document import Span
from drafter.nlp.syllables import bounds, identities, identity

Bits = npt.NDArray[np.float64]
Ids = npt.NDArray[np.int64]

RAREST = 12.0
"""Bits of a syllable at the most: a figure or a name that stands nowhere else proves little by itself."""
LONGEST = 5
"""The longest run of syllables that is looked at as one."""

LINE, SENTENCE = 2, 1
"""Strengths of a pause."""

_SENTENCE_END = re.compile(r"[.;:!?…]")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, eq=False)
class Tokens:
    """The syllables of `text` in its order, abbreviations opened; or those of `within` alone.

    `bits[i]` says how rare syllable i is in official documents; 0 for what never counts as copied.
    """

    text: str
    ids: Ids
    bits: Bits
    within: Span

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def _bounds(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Looked up only in texts that have something in common."""
        return bounds(self.text, self.within.start, self.within.end)

    @property
    def starts(self) -> npt.NDArray[np.int64]:
        return self._bounds[0]

    @property
    def ends(self) -> npt.NDArray[np.int64]:
        return self._bounds[1]

    @cached_property
    def runs(self) -> dict[int, Ids]:
        """A hash for every run of 1 to 5 syllables, by length, at the position where the run starts."""
        hashed = {1: self.ids}
        for length in range(2, LONGEST + 1):
            shorter = hashed[length - 1][:-1].view(np.uint64)
            mixed = (shorter * _FACTOR) ^ self.ids[length - 1 :].view(np.uint64)
            hashed[length] = (mixed ^ (mixed >> np.uint64(29))).view(np.int64)
        return hashed

    def break_before(self, position: int) -> int:
        """How the text pauses before a syllable: `LINE`, `SENTENCE` (or clause), or 0 for not at all."""
        if position <= 0 or position >= len(self):
            return LINE
        gap = self.text[self.ends[position - 1] : self.starts[position]]
        if "\n" in gap:
            return LINE
        return SENTENCE if len(gap) > 1 and _SENTENCE_END.search(gap) else 0

    def span(self, first: int, last: int) -> Span:
        """The characters from syllable `first` to the one before `last`."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))

    def inside(self, span: Span) -> tuple[int, int]:
        """The syllables `first` to `last` (excluded) that lie in a span of characters."""
        first = int(np.searchsorted(self.starts, span.start))
        return first, max(first, int(np.searchsorted(self.ends, span.end, side="right")))

    def without(self, spans: Iterable[Span]) -> Tokens:
        """The same, with the syllables in `spans` silent: no bits."""
        bits = self.bits.copy()
        for span in spans:
            first, last = self.inside(span)
            bits[first:last] = 0.0
        return replace(self, bits=bits)


def tokens(text: str, within: Span | None = None) -> Tokens:
    """The tokens of a text, or of a part of it that ends between syllables; offsets are the text's in any case."""
    within = within or Span(0, len(text))
    ids, _ = identities(text, [within.end], within.start)
    known, rarity = _rarity()
    places = np.minimum(np.searchsorted(known, ids), len(known) - 1)
    return Tokens(text, ids, np.where(known[places] == ids, rarity[places], RAREST), within)


@cache
def _rarity() -> tuple[Ids, Bits]:
    """The ids of frequent syllables, rising, and minus the binary logarithm of each one's frequency.

    Counted in 20 million syllables of official documents.
    """
    lines = files(__package__).joinpath("rarity.tsv").read_text("utf-8").splitlines()
    table = sorted((identity(form), float(bits)) for form, bits in (line.split("\t") for line in lines))
    return np.array([id for id, _ in table], np.int64), np.minimum([bits for _, bits in table], RAREST)
