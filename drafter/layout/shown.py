"""What of a PDF is judged: it shows paper and letters, not what they were made with."""

from __future__ import annotations

import math
from collections.abc import Iterator

from drafter.document import Document

_PAGES = "PG-01 PG-03 PG-05 PG-06 PG-08 PG-09 PG-10"
_LOOKS = "QH-02 TN-02 CQ-02 DD-04 TL-01 TL-02 CV-02 CC-02 NN-01 KY-06 KY-07 NN-04 NN-05 ND-01"
SHOWN = frozenset((*(f"nd30.{id_}" for id_ in f"{_PAGES} {_LOOKS}".split()), "hd05.D-01", "hd05.D-03"))
"""The rules that a PDF with text shows: paper, margins, fonts, and size, weight and slant of what is surely told."""
_MARGINS = (("nd30.PG-03", "top"), ("nd30.PG-05", "left"), ("nd30.PG-06", "right"))
_OF_FONTS = frozenset(("nd30.PG-08", "hd05.D-03"))
_STAND_INS = ("Liberation Serif", "Tinos", "Nimbus Roman", "Termes")
"""Fonts to the measure of Times New Roman, which programs take where it is missing: the file may well ask for it."""


def shown(document: Document) -> frozenset[str]:
    """The rules that this PDF can be judged by."""
    unseen = {id_ for id_, side in _MARGINS if any(math.isnan(getattr(one, side)) for one in document.sections)}
    stood_in = any(font.startswith(_STAND_INS) for font in _fonts(document))
    return SHOWN - unseen - (_OF_FONTS if stood_in else frozenset())


def _fonts(document: Document) -> Iterator[str]:
    looks = {run.format.font for paragraph in document.paragraphs for run in paragraph.runs}
    return (font for font in looks if font)
