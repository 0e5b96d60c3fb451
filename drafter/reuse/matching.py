"""The draft laid beside the candidates: first where runs of words were kept, then where sentences say the same anew.

Many documents often hold one passage. Of all that meet one place of the draft only the best are compared to the
syllable, the highest issuers before others; what the rest hold is known well enough from their seeds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.corpus import Corpus, Entry
from drafter.reuse.alignment import Alignment, joined, measured
from drafter.reuse.candidates import Candidate, Holder
from drafter.reuse.contest import Contest
from drafter.reuse.extent import extended
from drafter.reuse.recognition import Recognised
from drafter.reuse.rewriting import answering, kinship, sentence, told
from drafter.reuse.seeds import clusters
from drafter.reuse.tokens import Segment, Tokens, tokens_of

REWRITTEN = 3
"""Documents at one place of the draft in which sentences said anew are looked for."""
HINT = 60.0
"""What words that a sentence and a passage share must tell for the two to be compared."""
AHEAD = 30
"""Syllables behind the sentence that may answer the same passage."""
AKIN, TOLD = 0.5, 75.0
"""What sentences said anew must share at least."""


@dataclass(frozen=True, slots=True)
class Match:
    """An alignment with a stored document."""

    entry: Entry
    source: Tokens
    alignment: Alignment

    @property
    def place(self) -> int:
        """Where it begins in the text of the document."""
        return int(self.source.starts[self.alignment.source_start])


@dataclass(frozen=True, eq=False, slots=True)
class Region:
    """A part of a stored document, and where in the draft and in it common fingerprints stand."""

    entry: Entry
    source: Tokens
    places: tuple[tuple[int, Segment], ...]


def regions(corpus: Corpus, windows: Sequence[Candidate], draft: str = "") -> list[Region]:
    """The candidates with their syllables; those of recognised texts as a draft that copied them has them."""
    fragments = corpus.fragments([(window.entry.id, window.span) for window in windows])
    sources = tokens_of(fragments)
    recognised = [at for at, window in enumerate(windows) if window.entry.origin == "scan"]
    if recognised:
        reader = Recognised(draft)
        for at in recognised:
            sources[at] = reader.tokens(fragments[at])
    return [
        Region(window.entry, source, tuple((at, source.inside(span)) for at, span in window.places))
        for window, source in zip(windows, sources, strict=True)
    ]


def matches(
    draft: Tokens, places: Sequence[Region], settles: Callable[[Match], bool], named: Collection[int] = ()
) -> tuple[list[Match], list[Holder]]:
    """The alignments with the regions, and what others hold too.

    `settles` tells which leave no need to look further; documents `named` are compared in any case.
    """
    met = clusters(draft, [region.source for region in places])
    contest = Contest(len(draft), met, [region.entry for region in places], named)
    aligned: dict[int, list[Alignment]] = {}
    rest: list[Holder] = []
    for cluster in contest.ranked:
        region = places[cluster.source]
        if not contest.admits(cluster):
            rest.append(Holder(region.entry, *cluster.ours))
            continue
        alignment = extended(draft, region.source, cluster)
        contest.note(cluster, alignment)
        if alignment:
            aligned.setdefault(cluster.source, []).append(alignment)
    found = [
        Match(places[source].entry, places[source].source, alignment)
        for source, own in aligned.items()
        for alignment in joined(draft, places[source].source, own)
    ]
    settled = np.zeros(len(draft), np.bool_)
    for match in filter(settles, found):
        settled[slice(*match.alignment.ours)] = True
    return [*found, *_said_anew(draft, places, settled)], rest


def _said_anew(draft: Tokens, places: Iterable[Region], settled: npt.NDArray[np.bool_]) -> list[Match]:
    """Where sentences of the draft that are not settled yet say the same as a passage."""
    hints: list[tuple[float, Region, Segment, Segment]] = []
    for region in places:
        for at, passage in region.places:
            ours = sentence(draft, at)
            if settled[slice(*ours)].mean() < 0.5:
                shared = told(draft, (ours[0], ours[1] + AHEAD), region.source, passage)
                if shared >= HINT:
                    hints.append((shared, region, ours, passage))
    found: list[Match] = []
    compared: Counter[int] = Counter()
    for _, region, ours, passage in sorted(hints, key=lambda hint: -hint[0]):
        if compared[ours[0]] >= REWRITTEN:
            continue
        compared[ours[0]] += 1
        ours, theirs = answering(draft, ours, region.source, passage)
        akin = kinship(draft, ours, region.source, theirs)
        if akin.least >= AKIN and akin.shared >= TOLD:
            found.append(Match(region.entry, region.source, measured(draft, ours, region.source, theirs)))
    return found
