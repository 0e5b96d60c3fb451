"""Two versions of a draft: what of the first is resolved in the second, what is new there, what remains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.report import Finding
from webapp.ignoring import identity_of


@dataclass(frozen=True, slots=True)
class Progress:
    """Findings; equal ones count as often as they are there."""

    resolved: tuple[Finding, ...]
    """In the order of the older version."""
    new: tuple[Finding, ...]
    """In the order of the newer one, like `remaining`."""
    remaining: tuple[Finding, ...]


def progress(older: Sequence[Finding], newer: Sequence[Finding]) -> Progress:
    """What became of the findings of an older version."""
    remaining, new = _met(newer, older)
    _, resolved = _met(older, newer)
    return Progress(resolved, new, remaining)


def _met(findings: Sequence[Finding], others: Sequence[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that the others have too, as often as they have them, and the rest."""
    left = Counter(map(identity_of, others))
    both: list[Finding] = []
    alone: list[Finding] = []
    for finding in findings:
        identity = identity_of(finding)
        (both if left[identity] > 0 else alone).append(finding)
        left[identity] -= 1
    return tuple(both), tuple(alone)
