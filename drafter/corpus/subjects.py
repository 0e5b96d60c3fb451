"""What a whole text is about, as the index keeps it: the terms that say most of it, the documents that it refers to.

A term is a word of `drafter.nlp.rarity`. It weighs the square root of how often it stands in the text times its bits
beyond `COMMON`: TF-IDF with frequencies from a table instead of the office's own corpus, so that a stored weight stays
right whatever else is added. A text is a vector of length 1 over its weightiest terms.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.corpus.words import number_key
from drafter.nlp.mentions import mentioned_numbers
from drafter.nlp.rarity import Words, words_in
from drafter.nlp.syllables import Stream

KEPT = 64
"""Terms of a text in the index; with 250 no more is found (docs/decisions.md)."""
COMMON = 9.0
"""Bits up to which a word stands in texts of every subject: "tổ chức", "thực hiện"."""
SCALE = 1000
"""A stored weight is a whole number of such parts."""
_REFERRING = 40_000
"""Characters at the beginning of a text in which references are looked for: bases, scope, the first articles."""

Numbers = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Terms:
    """The terms of a text: distinct hashes of 32 bits, rising, and what each weighs."""

    hashes: Numbers
    weights: Weights
    at: Numbers
    """At which syllable each stands first."""

    def __len__(self) -> int:
        return len(self.hashes)

    def without(self, hashes: Numbers) -> Terms:
        """The terms but for some."""
        left = ~np.isin(self.hashes, hashes)
        return Terms(self.hashes[left], self.weights[left], self.at[left])

    def weightiest(self, most: int) -> Terms:
        """So many of the terms at the most, as a vector of length 1."""
        best = np.sort(np.argsort(-self.weights, kind="stable")[:most])
        weights = self.weights[best]
        length = float(np.sqrt(weights @ weights)) or 1.0
        return Terms(self.hashes[best], weights / length, self.at[best])


@dataclass(frozen=True, slots=True)
class Subject:
    """What the index keeps of one text."""

    terms: Terms
    references: tuple[str, ...]
    """The numbers of documents as numbers are compared, sorted."""


def telling_words(read: Stream, common: float = COMMON) -> Words:
    """The words of what is read that tell its subject, those of more than `common` bits, with the bits beyond."""
    words = words_in(read)
    telling = words.bits > common
    return Words(words.at[telling], words.hashes[telling] >> 32, words.bits[telling] - common)


def terms_of(words: Words, start: int = 0, end: int | None = None) -> Terms:
    """The terms of some words, or of those that begin between two syllables, weighed one by one."""
    first, last = np.searchsorted(words.at, (start, words.at.max(initial=0) + 1 if end is None else end))
    hashes, places, counts = np.unique(words.hashes[first:last], return_index=True, return_counts=True)
    return Terms(hashes, np.sqrt(counts) * words.bits[first:last][places], words.at[first:last][places])


def subject_of(text: str, read: Stream) -> Subject:
    """What a text that was read is about."""
    references = {number_key(number) for number in mentioned_numbers(text[:_REFERRING])}
    return Subject(terms_of(telling_words(read)).weightiest(KEPT), tuple(sorted(references)))
