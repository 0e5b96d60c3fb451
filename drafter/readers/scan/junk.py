"""What Tesseract took for words and is none, and what it writes in the letters of other languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.readers.paper.values import Word

_SIGNS = re.compile(r"[^\w()\[\]{}%*+/&§…]+")
"""No letter, no digit, nothing that stands alone in a text but a dash."""
_SURE_SIGN = 0.7
_UNSURE = 0.15
"""Confidence below which a word of no more than two letters, or of an odd height, is a scribble or a piece of a stamp."""
_LOWEST, _HIGHEST = 4.0, 24.0
"""pt of the height of a word."""
_FOREIGN = str.maketrans({"Ð": "Đ", "ð": "đ", "⁄": "/", "∕": "/"})
_TWICE = re.compile("ĐÐ|ÐĐ")
"""One letter read twice."""
_ACCENTED = re.compile(r"(?<=\w)[À-ỸĐ](?!\w*[A-Z])")


def cleaned(words: Iterable[Word]) -> Iterator[Word]:
    """The words without what is none; what is certain to be another letter is set right."""
    for word in words:
        if _is_junk(word):
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
