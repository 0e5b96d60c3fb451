"""How much of a body was copied, cited, is formula, and is the drafter's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from drafter.document import Span
from drafter.report import Shares

_OWN, _FORMULA, _CITED, _COPIED = range(4)


def shares(
    text: str, body: Sequence[Span], copied: Iterable[Span], cited: Iterable[Span], formula: Iterable[Span]
) -> Shares:
    """Parts of the body's characters without blanks, rounded to four places; they add up to 1.

    A formula is never copied, what is cited never a formula. An empty body is all own.
    """
    looks = np.full(len(text), _OWN, np.int8)
    for look, spans in ((_COPIED, copied), (_FORMULA, formula), (_CITED, cited)):
        for span in spans:
            looks[span.start : span.end] = look
    counted = np.zeros(len(text), np.bool_)
    for span in body:
        counted[span.start : span.end] = True
    counted &= np.fromiter((not letter.isspace() for letter in text), np.bool_, len(text))
    counts = np.bincount(looks[counted], minlength=4)
    total = max(int(counts.sum()), 1)
    copied_share, cited_share, formula_share = (
        round(int(counts[look]) / total, 4) for look in (_COPIED, _CITED, _FORMULA)
    )
    own = round(1.0 - copied_share - cited_share - formula_share, 4)
    return Shares(copied_share, cited_share, formula_share, own)
