"""What Tesseract took for words and is none, and what it writes in the letters of other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.readers.paper.values import Word

_SIGNS = re.compile(r"(?:_|[^\w()\[\]{}%*+/&§…])+")
"""No letter, no digit, nothing that stands alone in a text but a dash."""
_SURE_SIGN = 0.7
_UNSURE = 0.15
"""Confidence below which a word of one or two letters, or of an odd height, is a scribble or part of a stamp."""
_LOWEST, _HIGHEST = 4.0, 24.0
"""pt of the height of a word."""
_FOREIGN = str.maketrans({"Ð": "Đ", "ð": "đ", "⁄": "/", "∕": "/"})
_PARTNERS = {"(": ")", ")": "(", "[": "]", "]": "["}
"""A bracket by itself is a speck where its partner is missing: in print it touches a word."""
_TWICE = re.compile("ĐÐ|ÐĐ")
"""One letter read twice."""
_ACCENTED = re.compile(r"(?<=\w)[À-ỸĐ](?!\w*[A-Z])")


def cleaned(row: Sequence[Word]) -> Iterator[Word]:
    """The words of a line without what is none; what is certain to be another letter is set right."""
    brackets = {word.text for word in row if word.text in _PARTNERS}
    for word in row:
        lonely = word.text in brackets and not any(_PARTNERS[word.text] in other.text for other in row)
        if lonely or _is_junk(word):
            continue
        text = _TWICE.sub("Đ", word.text).translate(_FOREIGN)
        text = _ACCENTED.sub(_as_before, text)
        yield word if text == word.text else replace(word, text=text)


def _as_before(found: re.Match[str]) -> str:
    """An accented capital behind a small letter made small: no Vietnamese word has it, Tesseract mistakes the size."""
    return found[0].lower() if found.string[found.start() - 1].islower() else found[0]


def _is_junk(word: Word) -> bool:
    confidence, height = word.confidence or 0.0, word.bottom - word.top
    if _SIGNS.fullmatch(word.text):
        return confidence < _SURE_SIGN
    return confidence < _UNSURE and (len(word.text) <= 2 or not _LOWEST <= height <= _HIGHEST)
