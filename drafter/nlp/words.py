"""Words of a text: compounds of one or more syllables, told by underthesea."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from itertools import accumulate

from drafter.document import Span
from drafter.nlp.syllables import syllable_spans


def words(text: str) -> tuple[Span, ...]:
    """The spans of the words of `text` in its order, compounds whole ("cơ quan" is one); punctuation is left out.

    Loads underthesea at the first call, about half a second.
    """
    from underthesea import word_tokenize

    left = list(syllable_spans(text))
    told = word_tokenize(unicodedata.normalize("NFC", text))
    ends = list(accumulate(len(word) + 1 for word in told))
    # How many syllables each word has; asked of all words at once, which is a hundred times quicker.
    counts = Counter(bisect_right(ends, span.start) for span in syllable_spans("\n".join(told)))
    found: list[Span] = []
    for at in sorted(counts):
        taken = left[: counts[at]]
        left = left[len(taken) :]
        if taken:
            found.append(Span(taken[0].start, taken[-1].end))
    return (*found, *left)
