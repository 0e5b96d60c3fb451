"""Text of an old encoding as Unicode, letter by letter, with the place in the old text that each letter came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.document import Encoding
from drafter.nlp.old_fonts import shows_capitals
from drafter.readers.encodings.tables import shown_by, table

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f\W\d_]")
UNREAD = "\u00bf"
"""No letter of Vietnamese."""
_AS_SHOWN = {0xF000 + code: shown_by(code) for code in range(0x100)}
"""What Word writes for the bytes of a font that says of itself to be one of pictures; and further down what comes of
bytes that were read by the Vietnamese code page."""
_AS_SHOWN |= {
    ord(letter): shown_by(code)
    for code in range(0x80, 0x100)
    if (letter := bytes((code,)).decode("cp1258", "ignore")) and letter != shown_by(code)
}
_SMALL_ALONE = frozenset[Encoding](("TCVN3", "VPS"))
"""Encodings in which a small letter may stand for its capital, which has no code or one that many programs drop."""


@dataclass(frozen=True, slots=True)
class Recoding:
    """A text in precomposed Unicode, and where its letters stood."""

    text: str
    offsets: Sequence[int]
    """By offset in `text`, its end among them, the offset in the old text."""


def decoded(text: str, encoding: Encoding, font: str | None = None) -> Recoding:
    """Characters as Windows-1252 (or Latin-1) shows them, read as `encoding`; what it has no letter for stays.

    With the name of their `font` they are read as it shows them: .VnTimeH has capitals alone. Without, small letters
    within words and lines of capitals become capitals where the encoding has no others.
    """
    if font is not None:
        text = as_shown(text)
    of = table(encoding)
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for found in of.pattern.finditer(text):
        parts += (text[at : found.start()], of.letters[found[0]])
        offsets.extend(range(at, found.start() + 1))
        at = found.end()
    parts.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    read = "".join(parts)
    if font is None:
        read = _with_capitals(read) if encoding in _SMALL_ALONE else read
    elif shows_capitals(font):
        read = in_capitals(read)
    return Recoding(read, range(len(text) + 1) if len(read) == len(text) else tuple(offsets))


def as_shown(text: str) -> str:
    """Characters of a font of an old encoding as Windows-1252 shows them, whatever read the bytes."""
    return text.translate(_AS_SHOWN)


def strictly_read(text: str, encoding: Encoding) -> str:
    """As `decoded` without a font, with `UNREAD` for every letter beyond ASCII that the encoding has not."""
    of = table(encoding)
    parts: list[str] = []
    at = 0
    for found in of.pattern.finditer(text):
        parts += (_FOREIGN.sub(UNREAD, text[at : found.start()]), of.letters[found[0]])
        at = found.end()
    read = "".join((*parts, _FOREIGN.sub(UNREAD, text[at:])))
    return _with_capitals(read) if encoding in _SMALL_ALONE else read


def in_capitals(text: str) -> str:
    """In capitals, letter for letter: no "SS" for "ß"."""
    upper = text.upper()
    return upper if len(upper) == len(text) else "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def _with_capitals(text: str) -> str:
    """ "CộNG HòA Xã HộI" in capitals, word by word; of a single capital ("Xã") the words beside it decide."""
    words = list(_WORD.finditer(text))
    sure = [_is_typedin_capitals(word[0]) for word in words]
    joined = [text[one.end() : other.start()].isspace() for one, other in pairwise(words)]
    parts: list[str] = []
    at = 0
    for nth, word in enumerate(words):
        beside = [sure[other] for other, gap in ((nth - 1, nth - 1), (nth + 1, nth)) if _is_true(joined, gap)]
        if sure[nth] or (beside and all(beside) and not _has_small(word[0])):
            parts += (text[at : word.start()], in_capitals(word[0]))
            at = word.end()
    return "".join((*parts, text[at:]))


def _is_true(of: list[bool], at: int) -> bool:
    return 0 <= at < len(of) and of[at]


def _is_typedin_capitals(word: str) -> bool:
    return not _has_small(word) and sum(letter.isupper() for letter in word) >= 2


def _has_small(word: str) -> bool:
    """Whether a small letter is in it that was typed as one."""
    return any("a" <= letter <= "z" for letter in word)
