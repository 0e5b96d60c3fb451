"""The index over the stored texts: which passages hold a fingerprint, which documents hold a word.

Both databases hold the same rows; what each does its own way is in `on_sqlite` and `on_postgres`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, TextualSelect

from drafter.corpus import fingerprints
from drafter.corpus.fingerprints import Fingerprints
from drafter.corpus.subjects import SCALE, Subject
from drafter.corpus.values import StoredPassage

VERSION = fingerprints.VERSION
"""Of fingerprints and words together; documents with an older one are indexed anew when the corpus is opened."""

Numbers = npt.NDArray[np.int64]
_ID_BITS = 31
EVERYWHERE = range(2**_ID_BITS - 1)
"""All ids that passages can have."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Rows of the index: `hashes[i]` stands in the passage `passages[i]`. Sorted by hash, then passage."""

    hashes: Numbers
    passages: Numbers

    def __len__(self) -> int:
        return len(self.hashes)


class Index(Protocol):
    """What a database does its own way."""

    def add_postings(self, connection: Connection, postings: Postings) -> None: ...

    def remove_postings(self, connection: Connection, postings: Postings) -> None: ...

    def postings(
        self, connection: Connection, hashes: Sequence[int], limit: int, within: range
    ) -> tuple[Numbers, Numbers]:
        """Pairs of a place in `hashes` and a passage, at most `limit` for each hash: the lowest ids `within`."""

    def spread(self, connection: Connection, hashes: Sequence[int], limit: int) -> list[tuple[int, int]]:
        """For each hash how many issuers, and years, the documents of its first `limit` passages have."""

    def add_passages(self, connection: Connection, passages: list[tuple[int, int, int, int]]) -> None:
        """`passages` are (id, document, start, end)."""

    def passages(self, connection: Connection, ids: Sequence[int]) -> list[StoredPassage]: ...

    def add_words(self, connection: Connection, words: list[tuple[int, list[str]]]) -> None:
        """`words` are a document and the distinct words it holds."""

    def remove_words(self, connection: Connection, document: int, words: list[str]) -> None:
        """`words` are those that were added."""

    def holding(self, words: Iterable[Iterable[str]]) -> TextualSelect:
        """The query for the ids of the documents that hold a form of each word; of no words there is none."""

    def add_subjects(self, connection: Connection, subjects: Mapping[int, Subject]) -> None:
        """`subjects` by document."""

    def remove_subject(self, connection: Connection, document: int) -> None: ...

    def with_terms(self, connection: Connection, hashes: Sequence[int], limit: int) -> list[list[int]]:
        """For each term at most `limit` documents, those in which it weighs most: each as `document * SCALE + weight`,
        the weight in thousandths, from 0 to 999."""

    def with_references(self, connection: Connection, keys: Sequence[str], limit: int) -> list[list[int]]:
        """For each number at most `limit` documents that refer to it."""

    def clear(self, connection: Connection) -> None:
        """Empties the whole index."""


def subject_rows(subjects: Mapping[int, Subject]) -> tuple[list[tuple[int, int, int]], list[tuple[str, int]]]:
    """The rows for terms (hash, weight, document) and for references (number, document), in the order of the tables."""
    terms = [
        (hash_, min(int(weight * SCALE), SCALE - 1), document)
        for document, subject in subjects.items()
        for hash_, weight in zip(subject.terms.hashes.tolist(), subject.terms.weights.tolist(), strict=True)
    ]
    references = [(key, document) for document, subject in subjects.items() for key in subject.references]
    return sorted(terms), sorted(references)


def postings_of(parts: Iterable[tuple[int, Fingerprints]]) -> Postings:
    """The rows for texts whose passages are numbered from the number given with each; these numbers rise."""
    rows = [np.empty(0, np.int64)]
    for first, part in parts:
        passages = np.repeat(np.arange(first, first + len(part)), part.counts)
        rows.append((part.hashes << _ID_BITS) + passages)
    ranked = np.sort(np.concatenate(rows))
    return Postings(ranked >> _ID_BITS, ranked & ((1 << _ID_BITS) - 1))
