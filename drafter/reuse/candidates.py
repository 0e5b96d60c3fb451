"""Which stored documents a draft may have copied from, told by fingerprints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from drafter.corpus import Corpus, StoredPassage
from drafter.corpus.fingerprints import shingles
from drafter.document import Span
from drafter.reuse.tokens import Tokens

MOST_POSTINGS = 48
"""Passages fetched for one fingerprint; a run of five syllables that stands in more is a formula by itself."""
MOST_PASSAGES = 1500
MOST_DOCUMENTS = 40
"""Documents that are compared with the draft word by word, besides those that it cites."""
AROUND = 8000
"""Characters of a source around a fingerprint that are compared, at least."""
WITHIN = 120
"""Syllables of the draft in which the fingerprints of one passage must stand to count together."""
WEIGHT = 0.5
"""What these must weigh together: a fingerprint that stands in n passages weighs 1/n."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidates:
    places: dict[int, tuple[Span, ...]]
    """Where the documents hold fingerprints of the draft, by id, the most promising document first."""
    common: npt.NDArray[np.bool_]
    """For each syllable of the draft whether it lies in a run that stands in too many passages to follow."""


def candidates(draft: Tokens, corpus: Corpus) -> Candidates:
    """The documents that hold fingerprints of the draft close together."""
    hashes = shingles(draft.ids)
    speaking = np.flatnonzero(draft.bits[: len(hashes)] > 0)
    distinct, number = np.unique(hashes[speaking], return_inverse=True)
    which, passage = corpus.postings(distinct.tolist(), MOST_POSTINGS)
    count = np.bincount(which, minlength=len(distinct))
    common = _common(len(draft), speaking[count[number] >= MOST_POSTINGS])
    at, where, weight = _hits(speaking, number, which, passage, count)
    scores = _scores(at, where, weight)
    passages: dict[int, list[StoredPassage]] = {}
    for found in corpus.passages(list(scores)):
        passages.setdefault(found.document_id, []).append(found)
    documents = sorted(
        passages, key=lambda document: (-max(scores[found.id] for found in passages[document]), document)
    )
    places = {document: tuple(Span(found.start, found.end) for found in passages[document]) for document in documents}
    return Candidates(dict(islice(places.items(), MOST_DOCUMENTS)), common)


def _common(length: int, starts: Numbers) -> npt.NDArray[np.bool_]:
    marked = np.zeros(length, np.bool_)
    for offset in range(5):
        marked[starts + offset] = True
    return marked


def _hits(
    speaking: Numbers, number: Numbers, which: Numbers, passage: Numbers, count: Numbers
) -> tuple[Numbers, Numbers, npt.NDArray[np.float64]]:
    """Positions in the draft, the passages met there and what each meeting weighs."""
    order = np.argsort(which, kind="stable")
    first = np.concatenate(([0], np.cumsum(count)))
    times = count[number]
    at = np.repeat(speaking, times)
    steps = np.arange(len(at)) - np.repeat(np.cumsum(times) - times, times)
    where = passage[order[np.repeat(first[number], times) + steps]]
    return at, where, 1.0 / np.repeat(times, times)


def _scores(at: Numbers, where: Numbers, weight: npt.NDArray[np.float64]) -> dict[int, float]:
    """The best passages with the weight of their densest stretch of the draft."""
    if not len(at):
        return {}
    passages, inverse = np.unique(where, return_inverse=True)
    total = np.bincount(inverse, weight)
    best = np.argsort(-total, kind="stable")[:MOST_PASSAGES]
    kept = np.zeros(len(passages), np.bool_)
    kept[best[total[best] >= WEIGHT]] = True
    chosen = np.flatnonzero(kept[inverse])
    order = chosen[np.lexsort((at[chosen], inverse[chosen]))]
    scores: dict[int, float] = {}
    for group in np.split(order, np.flatnonzero(np.diff(inverse[order])) + 1):
        if len(group):
            densest = _densest(at[group], weight[group])
            if densest >= WEIGHT:
                scores[int(where[group[0]])] = densest
    return scores


def _densest(at: Numbers, weight: npt.NDArray[np.float64]) -> float:
    """The most weight within `WITHIN` syllables; `at` rises."""
    sums = np.concatenate(([0.0], np.cumsum(weight)))
    ends = np.searchsorted(at, at + WITHIN)
    return float((sums[ends] - sums[:-1]).max())


def windows(text: str, places: Iterable[Span]) -> list[Span]:
    """The parts of a source around some places, in its order and apart, each from a line or blank to another."""
    found: list[Span] = []
    for place in sorted(places):
        start, end = max(0, place.start - AROUND), min(len(text), place.end + AROUND)
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        if found and start <= found[-1].end:
            start = found.pop().start
        found.append(Span(start, end))
    return found
