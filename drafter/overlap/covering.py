"""How much of each section of a draft a stored document covers, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from drafter.overlap.subject import Section

LIKE = 0.35
"""The cosine of two sections from which they are about the same."""
COVERED = 0.45
"""Part of a section's terms, each by its weight, from which it is covered."""
COPIED = 0.5
"""Part of a section's shingles from which the check for copied passages has said all there is to say."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A section of the draft that a section of a stored document covers."""

    section: Section
    theirs: Section
    part: float
    """Part of what the draft's section says, 0 to 1."""
    likeness: float
    """The cosine of both."""
    hashes: tuple[int, ...]
    """The terms that both have, the weightiest first."""

    @property
    def copied(self) -> bool:
        """Whether most of it is the other's wording."""
        own = self.section.shingles()
        return len(own & self.theirs.shingles()) >= COPIED * max(1, len(own))


def covers(draft: Sequence[Section], stored: Sequence[Section]) -> list[Cover]:
    """For each section of the draft that is covered the stored section that is most like it."""
    if not stored:
        return []
    hashes = np.concatenate([section.terms.hashes for section in stored])
    weights = np.concatenate([section.terms.weights for section in stored])
    owners = np.repeat(np.arange(len(stored)), [len(section.terms) for section in stored])
    lengths = np.sqrt(np.bincount(owners, weights**2, len(stored)))
    found = []
    for section in draft:
        own = section.terms
        places = np.minimum(np.searchsorted(own.hashes, hashes), len(own) - 1)
        shared = np.flatnonzero(own.hashes[places] == hashes)
        products = np.bincount(owners[shared], own.weights[places[shared]] * weights[shared], len(stored))
        likeness = products / (lengths * float(np.sqrt(own.weights @ own.weights)))
        best = int(np.argmax(likeness))
        mine = places[shared[owners[shared] == best]]
        part = float(own.weights[mine].sum() / own.weights.sum())
        if likeness[best] >= LIKE and part >= COVERED:
            weightiest = mine[np.argsort(-own.weights[mine], kind="stable")]
            terms = tuple(own.hashes[weightiest].tolist())
            found.append(Cover(section, stored[best], part, float(likeness[best]), terms))
    return found


def share(covered: Sequence[Cover], sections: Sequence[Section]) -> float:
    """Part of the draft's sections, by their characters, that is covered."""
    whole = sum(len(section.span) for section in sections)
    return sum(len(one.section.span) * one.part for one in covered) / whole if whole else 0.0
