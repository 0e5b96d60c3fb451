"""Which stored passages a draft may have been taken from, by the fingerprints that both hold.

Two routes lead to one list: shingles find what stands as it was, pairs of rare words what was said anew. A fingerprint
that stands in n passages weighs 1 / (1 + log n), as words do in a ranked search; a passage has the weight of its
densest stretch of the draft. Every stretch of the draft has its own list, so that one long copy does not crowd out the
rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.corpus import Corpus, Entry, StoredPassage
from drafter.corpus.fingerprints import PAIRED, SHINGLE, pairs, shingles
from drafter.document import Span
from drafter.nlp.rarity import words_of
from drafter.reuse.tokens import Tokens

MOST_POSTINGS = 32
"""Passages fetched for one fingerprint."""
WITHIN = 120
"""Syllables of the draft in which the fingerprints of one passage must stand to count together."""
FEWEST = 2
"""Fingerprints that a passage must have in common with such a stretch."""
WEIGHT = 0.7
"""What these must weigh together."""
STRETCH = 60
"""Syllables of the draft that share a list of candidates."""
BEST = 8
"""Passages on such a list."""
EQUALS = 3
"""Passages on it that weigh the same: more of what says the same tells nothing more."""
SHARE = 1 / 6
"""Part of the heaviest passage of a stretch that another must weigh."""
FEW, PER_STRETCH = 120, 3
"""Passages that are compared at the most, in all: a few of a short draft, so many for each stretch of a long one."""
RANKED = 24
"""Passages among which the list is chosen: of those that weigh nearly the same the highest issuers' come first."""
SAME = 1.1
"""How much heavier a passage must be to count as such."""
AROUND = 700
"""Characters of a source on either side of a passage that are compared, at least."""

Numbers = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A part of a stored document that holds fingerprints of the draft close together."""

    entry: Entry
    span: Span
    places: tuple[tuple[int, Span], ...]
    """The passages in it: at which syllable of the draft their fingerprints begin, and where they stand."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A shingle of the draft: at which syllable it starts, its hash, and how many stored passages hold it."""

    start: int
    hash: int
    passages: int


@dataclass(frozen=True, slots=True)
class Holder:
    """A document that holds what stands from syllable `start` to `end` of the draft, more or less."""

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidates:
    windows: tuple[Candidate, ...]
    holders: tuple[Holder, ...]
    """Documents that hold a stretch as well as those in the windows, and are not compared."""
    shared: tuple[Shared, ...]
    """The draft's shingles in its order; `MOST_POSTINGS` passages stand for so many and more."""


def candidates(draft: Tokens, corpus: Corpus, named: Collection[int], is_own: Callable[[Entry], bool]) -> Candidates:
    """The parts of stored documents that are worth comparing with the draft word by word.

    Documents `named` are looked through wholly and on every list, those that are the drafter's own on none.
    """
    marks = shingles(draft.ids), pairs(words_of(draft.ids, draft.pauses > 0), draft.pauses, PAIRED + 1)
    starts = np.concatenate([mark.starts for mark in marks])
    hashes = np.concatenate([mark.hashes for mark in marks])
    speaking = np.flatnonzero(draft.bits[starts] > 0)
    starts, hashes = starts[speaking], hashes[speaking]
    distinct, number = np.unique(hashes, return_inverse=True)
    which, passage = corpus.postings(distinct.tolist(), MOST_POSTINGS)
    count = np.bincount(which, minlength=len(distinct))
    ranges = corpus.passage_ranges(named)
    which, passage = _with_named(corpus, ranges, distinct, which, passage, count)
    at, where, weight = _hits(starts, number, which, passage, count)
    favoured = np.zeros(len(where), np.bool_)
    for one in ranges:
        favoured |= (where >= one.start) & (where < one.stop)
    strong = _strong(at, where, weight, favoured)
    windows, holders = _chosen(corpus, strong, set(named), is_own)
    run = speaking < len(marks[0].starts)
    rows = zip(starts[run].tolist(), hashes[run].tolist(), count[number[run]].tolist(), strict=True)
    return Candidates(tuple(windows), tuple(holders), tuple(Shared(*row) for row in rows))


def _with_named(
    corpus: Corpus, ranges: list[range], distinct: Numbers, which: Numbers, passage: Numbers, count: Numbers
) -> tuple[Numbers, Numbers]:
    """The postings with those of named documents for fingerprints that stand in too many passages to fetch all."""
    frequent = np.flatnonzero(count >= MOST_POSTINGS)
    if not ranges or not len(frequent):
        return which, passage
    rows = [which << 32 | passage]
    for one in ranges:
        places, passages = corpus.postings(distinct[frequent].tolist(), MOST_POSTINGS, one)
        rows.append(frequent[places] << 32 | passages)
    both = np.unique(np.concatenate(rows))
    return both >> 32, both & 0xFFFFFFFF


def _hits(
    starts: Numbers, number: Numbers, which: Numbers, passage: Numbers, count: Numbers
) -> tuple[Numbers, Numbers, Weights]:
    """Positions in the draft, the passages met there and what each meeting weighs."""
    order = np.argsort(which, kind="stable")
    met = np.bincount(which, minlength=len(count))
    first = np.concatenate(([0], np.cumsum(met)))
    times = met[number]
    at = np.repeat(starts, times)
    steps = np.arange(len(at)) - np.repeat(np.cumsum(times) - times, times)
    where = passage[order[np.repeat(first[number], times) + steps]]
    return at, where, 1.0 / (1.0 + np.log2(np.repeat(np.maximum(count[number], 1), times)))


@dataclass(frozen=True, slots=True)
class _Strong:
    """Passages that weigh enough in a stretch of the draft, the heaviest of each stretch first."""

    at: Numbers
    end: Numbers
    """The syllables between which the fingerprints of the stretch stand."""
    passage: Numbers
    weight: Weights
    favoured: npt.NDArray[np.bool_]


def _strong(at: Numbers, where: Numbers, weight: Weights, favoured: npt.NDArray[np.bool_]) -> _Strong:
    order = np.lexsort((at, where))
    at, where, weight, favoured = at[order], where[order], weight[order], favoured[order]
    place = np.cumsum(np.diff(where, prepend=-1) != 0) * (int(at.max(initial=0)) + 2 * WITHIN) + at
    ends = np.searchsorted(place, place + WITHIN)
    sums = np.concatenate(([0.0], np.cumsum(weight)))
    dense = sums[ends] - sums[:-1]
    chosen = np.flatnonzero((dense >= WEIGHT) & (ends - np.arange(len(at)) >= FEWEST))
    last = at[ends[chosen] - 1] + SHINGLE
    at, where, dense, favoured = at[chosen], where[chosen], dense[chosen], favoured[chosen]
    stretch = at // STRETCH
    # The best start of each passage in each stretch, then the best passages of each stretch.
    best = _firsts(np.lexsort((-dense, where, stretch)), stretch, where)
    ranked = best[np.lexsort((where[best], -dense[best], ~favoured[best], stretch[best]))]
    ranked = ranked[(_ranks(stretch[ranked]) < RANKED) | favoured[ranked]]
    return _Strong(at[ranked], last[ranked], where[ranked], dense[ranked], favoured[ranked])


def _firsts(order: Numbers, *groups: Numbers) -> Numbers:
    """Of places in an order the first of each group."""
    new = np.zeros(len(order), np.bool_)
    for group in groups:
        new |= np.diff(group[order], prepend=-1) != 0
    return order[new]


def _ranks(groups: Numbers) -> Numbers:
    """The place of each among its neighbours of the same group, from 0."""
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    return np.arange(len(groups)) - np.repeat(starts, np.diff(starts, append=len(groups)))


@dataclass(frozen=True, slots=True, order=True)
class _Ranked:
    """A passage on the list of a stretch, in the order of the list."""

    foreign: bool
    """Whether the draft does not name the document."""
    weighed: int
    seniority: tuple[int, str]
    passage: int
    at: int
    end: int


def _chosen(
    corpus: Corpus, strong: _Strong, named: set[int], is_own: Callable[[Entry], bool]
) -> tuple[list[Candidate], list[Holder]]:
    """The best passages of every stretch with what stands around them, and what is as good as they are."""
    passages = corpus.passages(strong.passage.tolist())
    known = corpus.entries({one.document_id for one in passages})
    entries = {id: entry for id, entry in known.items() if not is_own(entry)}
    stored = {one.id: one for one in passages if one.document_id in entries}
    lists: dict[int, list[_Ranked]] = {}
    weighed = -(np.log(strong.weight) / np.log(SAME)).astype(np.int64)
    columns = (strong.at, strong.end, strong.passage, weighed)
    for at, end, passage, weight in zip(*(column.tolist() for column in columns), strict=True):
        if passage in stored:
            entry = entries[stored[passage].document_id]
            seniority = entry.level.rank, entry.date or "9"
            one = _Ranked(entry.id not in named, weight, seniority, passage, at, end)
            lists.setdefault(at // STRETCH, []).append(one)
    places: dict[int, list[int]] = {}
    holders: list[Holder] = []
    ranks: list[tuple[int, int, _Ranked]] = []
    for ranked in lists.values():
        chosen, equals = _best(sorted(ranked))
        ranks += [(rank if one.foreign else 0, one.weighed, one) for rank, one in enumerate(chosen)]
        holders += [Holder(entries[stored[one.passage].document_id], one.at, one.end) for one in equals]
    # Where many documents say what the draft says, the best of every stretch come before more of some.
    most = max(FEW, PER_STRETCH * (int(strong.at.max(initial=0)) // STRETCH + 1))
    for _, _, one in sorted(ranks)[:most]:
        places.setdefault(one.passage, []).append(one.at)
    holders += [Holder(entries[stored[one.passage].document_id], one.at, one.end) for _, _, one in sorted(ranks)[most:]]
    return _joined(places, stored, entries), holders


def _best(ranked: list[_Ranked]) -> tuple[list[_Ranked], list[_Ranked]]:
    """The passages of a list that are compared, and those that weigh as much as one of them and are not."""
    least = min(one.weighed for one in ranked) - int(np.log(SHARE) / np.log(SAME))
    chosen: list[_Ranked] = []
    equals: list[_Ranked] = []
    alike: Counter[int] = Counter()
    for one in ranked:
        if not one.foreign:
            chosen.append(one)
        elif one.weighed <= least and alike[one.weighed] >= EQUALS:
            equals.append(one)
        elif one.weighed <= least and len(chosen) < BEST:
            chosen.append(one)
            alike[one.weighed] += 1
    return chosen, equals


def _joined(
    places: Mapping[int, list[int]], stored: Mapping[int, StoredPassage], entries: Mapping[int, Entry]
) -> list[Candidate]:
    found: list[Candidate] = []
    for passage in sorted((stored[id] for id in places), key=lambda one: (one.document_id, one.start)):
        entry = entries[passage.document_id]
        own = tuple((at, Span(passage.start, passage.end)) for at in places[passage.id])
        span = Span(max(0, passage.start - AROUND), passage.end + AROUND)
        if found and found[-1].entry.id == entry.id and span.start <= found[-1].span.end:
            last = found.pop()
            found.append(Candidate(entry, Span(last.span.start, span.end), (*last.places, *own)))
        else:
            found.append(Candidate(entry, span, own))
    return found
