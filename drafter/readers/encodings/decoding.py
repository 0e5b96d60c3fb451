"""Text of an old encoding as Unicode, letter by letter, with the place in the old text that each letter came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.document import Encoding
from drafter.nlp.old_fonts import shows_capitals
from drafter.readers.encodings.grammar import is_syllable
from drafter.readers.encodings.tables import Table, shown_by, table

_WORD = re.compile(r"[^\W\d_]+")
_TWO_CAPITALS = re.compile(r"[A-ZĂÂĐÊÔƠƯ][^\W\d_a-z]*[A-ZĂÂĐÊÔƠƯ]")
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
    read = of.pattern.sub(lambda found: of.letters[found[0]], text)
    offsets = range(len(text) + 1) if len(read) == len(text) else _offsets(of, text)
    if font is None:
        read = _with_capitals(read) if encoding in _SMALL_ALONE else read
    elif shows_capitals(font):
        read = in_capitals(read)
    return Recoding(read, offsets)


def _offsets(of: Table, text: str) -> tuple[int, ...]:
    """Where each letter begins that `text` is read as, and where it ends."""
    offsets: list[int] = []
    at = 0
    for found in of.pattern.finditer(text):
        offsets.extend(range(at, found.start() + 1))
        at = found.end()
    return (*offsets, *range(at, len(text) + 1))


def as_shown(text: str) -> str:
    """Characters of a font of an old encoding as Windows-1252 shows them, whatever read the bytes."""
    return text.translate(_AS_SHOWN)


def strictly_read(text: str, encoding: Encoding) -> str:
    """As `decoded` without a font, with `UNREAD` for every letter beyond ASCII that the encoding has not."""
    of = table(encoding)
    read = of.strict.sub(lambda found: of.letters.get(found[0], UNREAD), text)
    return _with_capitals(read) if encoding in _SMALL_ALONE else read


def in_capitals(text: str) -> str:
    """In capitals, letter for letter: no "SS" for "ß"."""
    upper = text.upper()
    return upper if len(upper) == len(text) else "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def _with_capitals(text: str) -> str:
    """With "CộNG HòA Xã HộI" in capitals, word by word; of a single capital ("Xã") the words beside it decide."""
    if not _TWO_CAPITALS.search(text):
        return text
    words = list(_WORD.finditer(text))
    sure = [not _has_small(word[0]) and sum(map(str.isupper, word[0])) >= 2 for word in words]
    parts: list[str] = []
    at = 0
    for nth, word in enumerate(words):
        if sure[nth] or (not _has_small(word[0]) and _is_among_capitals(text, words, sure, nth)):
            parts += (text[at : word.start()], in_capitals(word[0]))
            at = word.end()
    return "".join((*parts, text[at:]))


def _is_among_capitals(text: str, words: Sequence[re.Match[str]], sure: Sequence[bool], nth: int) -> bool:
    """Whether the words beside one, parted by blanks, are in capitals; an abbreviation ("Vụ PC") means nothing."""
    beside = []
    for first, other in ((nth - 1, nth - 1), (nth, nth + 1)):
        if first >= 0 and first + 1 < len(words) and is_syllable(words[other][0].lower()):
            gap = text[words[first].end() : words[first + 1].start()]
            beside += [sure[other]] if gap.isspace() else []
    return bool(beside) and all(beside)


def _has_small(word: str) -> bool:
    """Whether a small letter is in it that was typed as one."""
    return any("a" <= letter <= "z" for letter in word)
