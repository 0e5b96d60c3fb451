"""Which stored documents are about what a draft is about, by terms, titles and the documents that both refer to.

The terms of the draft lead to the candidates, as do rare references; each is then scored by the cosine of the terms,
that of the words of the titles, and that of the references. A reference weighs the logarithm of how few documents of
the corpus have it: what everybody cites tells nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from drafter.corpus import Corpus, Entry
from drafter.corpus.subjects import Terms, telling_words
from drafter.nlp.syllables import streams

PER_TERM = 400
"""Documents fetched for a term: those in which it weighs most."""
PER_REFERENCE = 200
"""Documents fetched for a reference; one that stands in so many tells nothing."""
CANDIDATES = 60
"""Documents that are scored, for each of the two ways to them."""
TITLE, REFERENCES = 0.2, 0.4
"""What the two other cosines weigh beside that of the terms."""
_COMMON = 6.0
"""Bits up to which a word of a title is passed over: few are left where as much is asked as of a whole text."""
_COMMON_REFERENCE = 30
"""Documents from which a reference is too common to be named as something that two have in common."""
_UNSHARED = 0.4
"""What the square of a reference is taken for that the draft does not have, without counting where else it stands."""

Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Near:
    """A stored document of a subject near to the draft's."""

    entry: Entry
    score: float
    """0 to 1."""
    likeness: float
    """The cosine of the terms alone."""
    references: tuple[str, ...]
    """The numbers that both refer to as numbers are compared, the rarest first, common ones left out."""


def nearest(
    corpus: Corpus,
    terms: Terms,
    title: str,
    references: Collection[str],
) -> list[Near]:
    """The documents of the corpus, the nearest first, of a draft that has these `terms`."""
    references = sorted(references)
    likeness = _likeness(corpus, terms)
    referring = _referring(corpus, references)
    by_terms = sorted(likeness, key=lambda id_: -likeness[id_])[:CANDIDATES]
    sums = {id_: sum(weight**2 for weight in held.values()) for id_, held in referring.items()}
    by_references = sorted(sums, key=lambda id_: -sums[id_])[:CANDIDATES]
    entries = list(corpus.entries({*by_terms, *by_references}).values())
    titles = _titles(title, [entry.title for entry in entries])
    cited = _cited(corpus, references, referring, [entry.id for entry in entries])
    holders = Counter(key for held in referring.values() for key in held)
    found = []
    for entry, alike in zip(entries, titles, strict=True):
        near = likeness.get(entry.id, 0.0)
        score = (near + TITLE * alike + REFERENCES * cited[entry.id]) / (1 + TITLE + REFERENCES)
        shared = referring.get(entry.id, {})
        rare = (key for key in shared if holders[key] < _COMMON_REFERENCE)
        found.append(Near(entry, score, near, tuple(sorted(rare, key=lambda key: (-shared[key], key)))))
    return sorted(found, key=lambda near: (-near.score, near.entry.id))


def _likeness(corpus: Corpus, terms: Terms) -> dict[int, float]:
    """The cosine of the terms, for every document that has one of them among its weightiest."""
    places, documents, weights = corpus.with_terms(terms.hashes.tolist(), PER_TERM)
    ids, which = np.unique(documents, return_inverse=True)
    sums = np.bincount(which, terms.weights[places] * weights, len(ids))
    return dict(zip(ids.tolist(), sums.tolist(), strict=True))


def _referring(corpus: Corpus, references: Sequence[str]) -> dict[int, dict[str, float]]:
    """For every document that refers to something that the draft does: the references with their weights."""
    found: dict[int, dict[str, float]] = {}
    rarest = log(len(corpus) + 1)
    for key, holders in zip(references, corpus.with_references(references, PER_REFERENCE), strict=True):
        if len(holders) < PER_REFERENCE:
            for id_ in holders:
                found.setdefault(id_, {})[key] = 1.0 - log(len(holders)) / rarest
    return found


def _cited(
    corpus: Corpus, references: Collection[str], referring: Mapping[int, Mapping[str, float]], ids: Sequence[int]
) -> dict[int, float]:
    """The cosine of the references of the draft and of each document."""
    weights = {key: weight for held in referring.values() for key, weight in held.items()}
    own = sum(weight**2 for weight in weights.values())
    found = {}
    for id_, theirs in corpus.references(ids).items():
        shared = sum(weight**2 for weight in referring.get(id_, {}).values())
        length = shared + _UNSHARED * len(theirs - set(references))
        found[id_] = shared / (own * length) ** 0.5 if shared else 0.0
    return found


def _titles(title: str, others: Sequence[str]) -> list[float]:
    """The cosine of the words of a title and of each of some others, repetitions not counted."""
    lines = [" ".join(one.split()) for one in (title, *others)]
    (read,) = streams(["\n".join(lines)], [{}])
    words = telling_words(read, _COMMON)
    ends = np.cumsum([len(line) + 1 for line in lines])
    owners = np.searchsorted(ends, read.starts[words.at], side="right")
    _, first = np.unique(owners << 32 | words.hashes & 0xFFFFFFFF, return_index=True)
    owners, hashes, squares = owners[first], words.hashes[first], words.bits[first] ** 2
    lengths = np.bincount(owners, squares, len(lines))
    shared = np.bincount(owners, squares * np.isin(hashes, hashes[owners == 0]), len(lines))
    return [float(one) for one in (shared / np.sqrt(np.maximum(lengths * lengths[0], 1e-9)))[1:]]
