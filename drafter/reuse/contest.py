"""Which of the many documents that meet one place of a draft are compared with it to the syllable.

Copying runs down the levels, so that dozens may hold one passage. The best of a place is compared in any case, then
those that promise nearly as much, the highest issuers first, a handful in all; where one holds the place as it stands,
only documents of higher issuers are of interest besides.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from drafter.corpus import Entry
from drafter.reuse.alignment import Alignment
from drafter.reuse.seeds import Cluster
from drafter.reuse.tokens import Segment

COMPARED = 6
"""Documents that are compared at one place of the draft."""
NEARLY = 0.8
"""Part of the best one's promise from which a document is as good, and its issuer decides."""
HOPELESS = 0.5
"""Part of the best one's promise below which a document is not compared where another was."""
UNCHANGED, MUCH = 0.97, 30.0
"""What an alignment must keep on both sides, and score, to hold the place as it stands."""


class Contest:
    """The clusters of a draft in the order in which they are compared, and what is known of each place by then."""

    def __init__(self, length: int, met: Sequence[Cluster], entries: Sequence[Entry], named: Collection[int]) -> None:
        """`entries` are the documents of the clusters' sources, `named` those that are compared in any case."""
        seniority = sorted({(entry.level.rank, entry.date or "9", entry.id) for entry in entries})
        ranks = {id: rank for rank, (_, _, id) in enumerate(seniority)}
        self._ranks = [ranks[entry.id] for entry in entries]
        self._named = [entry.id in named for entry in entries]
        self._best = np.zeros(length)
        for cluster in met:
            place = self._best[slice(*cluster.ours)]
            np.maximum(place, cluster.promise, out=place)
        self._compared = np.zeros(length, np.int64)
        self._holder = np.full(length, len(ranks))
        self.ranked = sorted(met, key=self._order)

    def admits(self, cluster: Cluster) -> bool:
        """Whether it is still worth comparing."""
        if self._named[cluster.source]:
            return True
        place = slice(*cluster.ours)
        if self._holder[place].max() < self._ranks[cluster.source]:
            return False
        most = COMPARED if self._ratio(cluster) >= HOPELESS else 1
        return float(self._compared[place].mean()) < most

    def note(self, cluster: Cluster, alignment: Alignment | None) -> None:
        """What came of comparing it."""
        self._compared[slice(*cluster.ours)] += 1
        if alignment and min(alignment.kept, alignment.covered) >= UNCHANGED and alignment.score >= MUCH:
            place: Segment = alignment.ours
            held = self._holder[slice(*place)]
            np.minimum(held, self._ranks[cluster.source], out=held)

    def _order(self, cluster: Cluster) -> tuple[int, int, float]:
        ratio = self._ratio(cluster)
        if ratio >= 1.0 or self._named[cluster.source]:
            return 0, 0, -cluster.promise
        return (1, self._ranks[cluster.source], -cluster.promise) if ratio >= NEARLY else (2, 0, -cluster.promise)

    def _ratio(self, cluster: Cluster) -> float:
        """The promise against that of the best at its place."""
        return cluster.promise / float(np.median(self._best[slice(*cluster.ours)]))
