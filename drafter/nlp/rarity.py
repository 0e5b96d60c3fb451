"""How rare syllables and words are in official documents, in bits: minus the binary logarithm of their frequency.

Counted in 33 million syllables of official documents by `bench/rarity.py`; a table and not the office's own corpus, so
that what is found in a draft does not depend on what else was added last week. A word here is a pair of neighbouring
syllables that stand together far more often than chance has it ("huấn luyện", "tờ rơi"), or a rare syllable outside of
such pairs: a name, a figure, a word of one syllable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from drafter.nlp.syllables import Stream, identity, normal

Ids = npt.NDArray[np.int64]
Bits = npt.NDArray[np.float64]

RAREST = 12.0
"""Bits of a syllable at the most: a figure or a name that stands nowhere else proves little by itself."""
RAREST_WORD = 17.0
"""Bits of a word at the most."""
RARE = 9.0
"""Bits from which a syllable outside of any pair counts as a word."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_FILTER = 1 << 20


def bits_of(ids: Ids) -> Bits:
    """The bits of each syllable, by its identity; `RAREST` at the most."""
    return np.minimum(_syllables().bits(ids), RAREST)


def is_known(form: str) -> bool:
    """Whether a syllable in normal form is among those that official documents often have."""
    return (form,) in usual()


@cache
def usual() -> Mapping[tuple[str, ...], float]:
    """The syllables and the pairs of them that official documents often have, in normal form, with their bits."""
    return dict(_rows())


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """The words of a text in its order: at which syllable each begins, its hash and its bits."""

    at: Ids
    hashes: Ids
    bits: Bits


@lru_cache(maxsize=2)
def words_in(read: Stream) -> Words:
    """The words of a text that was read; kept for who asks at once for something else that is made of them."""
    return words_of(read.ids, read.pauses > 0)


def words_of(ids: Ids, breaks: npt.NDArray[np.bool_]) -> Words:
    """The words among syllables; none reaches over a pause (`breaks[i]`: before syllable i). They may overlap."""
    pairs = pair_hashes(ids[:-1], ids[1:])
    is_word = _words().holds(pairs) & ~breaks[1:]
    covered = np.zeros(len(ids), np.bool_)
    covered[:-1] |= is_word
    covered[1:] |= is_word
    alone = np.flatnonzero(~covered)
    bits = _syllables().bits(ids[alone])
    alone, bits = alone[bits >= RARE], bits[bits >= RARE]
    together = np.flatnonzero(is_word)
    order = np.argsort(at := np.concatenate((together, alone)), kind="stable")
    return Words(
        at[order],
        np.concatenate((pairs[together], ids[alone]))[order],
        np.minimum(np.concatenate((_words().bits(pairs[together]), bits))[order], RAREST_WORD),
    )


def pair_hashes(first: Ids, second: Ids) -> Ids:
    """A hash for each pair of numbers, other when they change places."""
    mixed = ((first.view(np.uint64) * _FACTOR) ^ second.view(np.uint64)) * _FACTOR
    return (mixed ^ (mixed >> np.uint64(32))).view(np.int64)


@dataclass(frozen=True, eq=False, slots=True)
class _Table:
    """Bits by id; `ids` rise. `filter` tells quickly of most ids that they are not in it."""

    ids: Ids
    known: Bits
    filter: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, ids: Ids, bits: Bits) -> _Table:
        order = np.argsort(ids)
        marked = np.zeros(_FILTER, np.bool_)
        marked[ids & (_FILTER - 1)] = True
        return cls(ids[order], bits[order], marked)

    def holds(self, ids: Ids) -> npt.NDArray[np.bool_]:
        found: npt.NDArray[np.bool_] = self.filter[ids & (_FILTER - 1)]
        likely = np.flatnonzero(found)
        found[likely] = self.ids[self._places(ids[likely])] == ids[likely]
        return found

    def bits(self, ids: Ids) -> Bits:
        places = self._places(ids)
        return np.where(self.ids[places] == ids, self.known[places], RAREST_WORD)

    def _places(self, ids: Ids) -> Ids:
        return np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)


@cache
def _rows() -> tuple[tuple[tuple[str, ...], float], ...]:
    """The syllables of each row of the table in normal form, with its bits."""
    lines = files(__package__).joinpath("rarity.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return tuple((tuple(map(normal, form.split())), float(bits)) for form, bits in rows)


@cache
def _syllables() -> _Table:
    rows = [(identity(forms[0]), bits) for forms, bits in _rows() if len(forms) == 1]
    return _Table.of(np.array([id for id, _ in rows], np.int64), np.array([bits for _, bits in rows]))


@cache
def _words() -> _Table:
    rows = [(tuple(map(identity, forms)), bits) for forms, bits in _rows() if len(forms) == 2]
    pairs = np.array([ids for ids, _ in rows], np.int64)
    hashes = pair_hashes(np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1]))
    return _Table.of(hashes, np.array([bits for _, bits in rows]))
