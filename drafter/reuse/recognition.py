"""Recognised sources as the engine compares them: what was misread put right by the draft that may have copied them."""

from __future__ import annotations

import numpy as np

from drafter.corpus import Fragment
from drafter.nlp.misreading import Meant, Row
from drafter.nlp.rarity import bits_of
from drafter.nlp.repairing import repaired
from drafter.reuse.tokens import Tokens


class Recognised:
    """Puts right what was misread in sources by a draft that may have copied them."""

    def __init__(self, draft: str) -> None:
        row = Row.of(draft)
        self._meant = Meant(row)
        self._said = frozenset(row.forms)

    def tokens(self, fragment: Fragment) -> Tokens:
        """The tokens of a part of a recognised text: those that read as the draft's are the draft's, specks and stamps
        between them are gone. Each keeps its span in the stored text."""
        row = self._meant.put_right(Row.of(fragment.text, fragment.abbreviations))
        read = repaired(row, fragment.text, self._said).stream()
        closed = np.zeros(len(read), np.bool_)
        starts, ends = read.starts + fragment.start, read.ends + fragment.start
        return Tokens(read.ids, starts, ends, bits_of(read.ids), read.pauses, closed)
