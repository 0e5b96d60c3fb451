"""Words of a page in the fonts of old encodings, as they look on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.document import Encoding
from drafter.readers.encodings import decoded, encoding_of_font, reads_better
from drafter.readers.encodings.grammar import is_syllable
from drafter.readers.paper.values import Word

_MARKS = "“”\"'()[].,;:!?…"


def in_unicode(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words in their order, those in old fonts turned, unless all of a font reads better as it stands."""
    encodings = {font: _encoding(font, words) for font in {word.format.font for word in words}}
    if not any(encodings.values()):
        return tuple(words)
    return tuple(_turned(word, encodings[word.format.font]) for word in words)


def _encoding(font: str | None, words: Sequence[Word]) -> Encoding | None:
    encoding = encoding_of_font(font) if font else None
    if encoding is None:
        return None
    text = " ".join(word.text for word in words if word.format.font == font)
    return encoding if text.isascii() or reads_better(text, encoding) else None


def _turned(word: Word, encoding: Encoding | None) -> Word:
    if encoding is None:
        return word
    text = decoded(word.text, encoding, word.format.font).text
    if encoding == "TCVN3" and "-" in word.text:
        text = _with_horns(word, text)
    return word if text == word.text else replace(word, text=text, encoding=encoding)


def _with_horns(word: Word, text: str) -> str:
    """The word with ư for its hyphens where that makes a syllable: in PDF both have one name."""
    read = decoded(word.text.replace("-", "\xad"), "TCVN3", word.format.font).text
    return read if len(read) > 1 and is_syllable(read.strip(_MARKS)) else text
