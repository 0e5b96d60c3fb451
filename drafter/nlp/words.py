"""Words of a text: compounds of one or more syllables, told by underthesea."""

from __future__ import annotations

import unicodedata

from drafter.document import Span
from drafter.nlp.syllables import syllable_spans


def words(text: str) -> tuple[Span, ...]:
    """The spans of the words of `text` in its order, compounds whole ("cơ quan" is one); punctuation is left out.

    Loads underthesea at the first call, about half a second.
    """
    from underthesea import word_tokenize

    left = list(syllable_spans(text))
    found: list[Span] = []
    for word in word_tokenize(unicodedata.normalize("NFC", text)):
        taken = left[: sum(1 for _ in syllable_spans(word))]
        left = left[len(taken) :]
        if taken:
            found.append(Span(taken[0].start, taken[-1].end))
    return (*found, *left)
