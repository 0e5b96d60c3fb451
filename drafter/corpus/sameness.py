"""Whether two texts are the same document: the Word file and the PDF, the Word file and its recognised scan.

Order is forgiven (columns, tables and footnotes come out of files in another one), faults of recognition are. What an
office changes from one document to the next is not: a figure, a name, a year in place of another.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from drafter.corpus.words import words

_LEFT_OUT = 0.05, 15
"""Runs of three words that a typed text may lack or have in excess: so large a part, and so many."""
_MISREAD = 0.3, 15
"""The same of a recognised text: three for every word that was misread."""
_EXCHANGED = 0.004
"""Part of the words that may stand in place of others: broken ones."""
_STEADY = 3
"""What stands so often in one text is not misread everywhere in the other …"""
_STEADY_FORGIVEN = 0.0015
"""… but for so small a part of the words."""
_FIGURES_LOST = 0.035
"""Part of the figures that recognition may lose or misread."""
_FIGURES_LOST_SURELY = 0.2
"""The same where numbers say that it is one document."""
_FEWEST, _FEWEST_RECOGNISED = 40, 150
"""Words that tell a document from another, where no number does."""


@dataclass(eq=False)
class Content:
    """A text as it is compared."""

    text: str
    recognised: bool

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(self._words)

    @cached_property
    def runs(self) -> Counter[tuple[str, str, str]]:
        return Counter(zip(self._words, self._words[1:], self._words[2:], strict=False))

    @cached_property
    def figures(self) -> Counter[str]:
        return Counter({word: count for word, count in self.words.items() if word[0].isdigit()})

    @cached_property
    def letters(self) -> Counter[str]:
        """The words of two letters and more without marks, which are misread most easily."""
        found = Counter[str]()
        for word, count in self.words.items():
            if len(word) > 1:
                found[bare(word)] += count
        return found

    @cached_property
    def _words(self) -> list[str]:
        return words(self.text)


def same_content(one: Content, other: Content, agreed: bool) -> bool:
    """Whether two texts are those of one document; `agreed` says that their numbers are the same."""
    recognised = one.recognised or other.recognised
    fewest = _FEWEST_RECOGNISED if recognised and not agreed else _FEWEST
    if min(one.words.total(), other.words.total()) < fewest:
        return one.words == other.words
    if not _alike(one, other, *(_MISREAD if recognised else _LEFT_OUT)):
        return False
    return _misread(one, other, agreed) if recognised else _completed(one, other)


def _alike(one: Content, other: Content, part: float, more: int) -> bool:
    """Whether the longer text has at most so much that the other has not."""
    longer, shorter = sorted((one.words.total(), other.words.total()), reverse=True)
    allowed = part * longer + more
    if longer - shorter > allowed:
        return False
    return longer - (one.runs & other.runs).total() <= allowed


def _completed(one: Content, other: Content) -> bool:
    """Whether one of two typed texts has all that the other has: page numbers, a number and a day come to it."""
    figures = (one.figures - other.figures).total(), (other.figures - one.figures).total()
    exchanged = min((one.words - other.words).total(), (other.words - one.words).total())
    return min(figures) == 0 and exchanged <= _EXCHANGED * one.words.total()


def _misread(one: Content, other: Content, agreed: bool) -> bool:
    """Whether what differs may be faults of recognition: scattered, and hardly ever in figures."""
    steady = sum(
        count
        for mine, theirs in ((one.letters, other.letters), (other.letters, one.letters))
        for word, count in mine.items()
        if count >= _STEADY and word not in theirs
    )
    if steady > _STEADY_FORGIVEN * one.words.total():
        return False
    # What the clean text has and the recognised one has not; page numbers and stamps come to a scan.
    clean, scan = (other, one) if one.recognised else (one, other)
    lost = (clean.figures - scan.figures).total()
    return lost <= int((_FIGURES_LOST_SURELY if agreed else _FIGURES_LOST) * clean.figures.total())


def bare(word: str) -> str:
    """Without tone marks, hats, horns and breves."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
