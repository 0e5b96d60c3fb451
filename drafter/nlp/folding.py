"""A copy of a text that patterns can rely on, with a map back: composed letters, plain blanks, one "Đ".

Texts come from Word, from PDF, from the clipboard: decomposed letters, no-break blanks, zero-width characters, the
Icelandic "Ð" or a Cyrillic "С" look like the plain ones and match nothing. `fold` yields the plain copy; spans found in
it are carried back with `Folded.raw`. A text that is plain already is its own copy and costs nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from drafter.document import Span

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAKS = "\v\f\u0085\u2028\u2029"
_NOTHING = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_CYRILLIC = "АВСЕНКМОРТХ"
_PLAIN: dict[str, str] = {
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys(_BREAKS, "\n"),
    **dict.fromkeys(_NOTHING, ""),
    "Ð": "Đ",
    "ð": "đ",
    "\u2010": "-",
    "\u2011": "-",
    **dict(zip(_CYRILLIC, "ABCEHKMOPTX", strict=True)),
    "\r\n": "\n",
    "\r": "\n",
}
_ODD = re.compile(rf"\r\n|[\r{_BLANKS}{_BREAKS}{_NOTHING}{_CYRILLIC}Ðð\u2010\u2011]|[^\u0300-\u036f][\u0300-\u036f]+")
_TONES = dict.fromkeys((0x300, 0x301, 0x303, 0x309, 0x323))


@dataclass(frozen=True, slots=True)
class Folded:
    """The plain copy. `offsets[i]` is where character `i` comes from, the last the end; empty if nothing changed."""

    text: str
    offsets: tuple[int, ...] = ()

    def raw(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of the copy stand in the text that was folded."""
        if not self.offsets:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end])

    def at(self, raw: int) -> int:
        """Where a place of the text that was folded stands in the copy."""
        return bisect_left(self.offsets, raw) if self.offsets else raw


@lru_cache(maxsize=4)
def fold(text: str) -> Folded:
    """The plain copy of `text`, with the way back; who asks again at once is answered at once."""
    if unicodedata.is_normalized("NFC", text) and not any(odd in text for odd in _PLAIN):
        return Folded(text)
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for odd in _ODD.finditer(text):
        pieces.append(text[done : odd.start()])
        offsets.extend(range(done, odd.start()))
        plain = _plain(odd[0])
        pieces.append(plain)
        offsets.extend([odd.start()] * len(plain))
        done = odd.end()
    pieces.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return Folded("".join(pieces), tuple(offsets))


def _plain(odd: str) -> str:
    if odd in _PLAIN:
        return _PLAIN[odd]
    return unicodedata.normalize("NFC", _PLAIN.get(odd[0], odd[0]) + odd[1:])


def key(text: str) -> str:
    """What two spellings of the same words share: lower case, no tone marks, single blanks. "UỶ BAN" is "uy ban"."""
    return " ".join(toneless(fold(text).text.lower()).split())


def toneless(text: str) -> str:
    """The text without tone marks: "hòa" and "hoà" are "hoa", "đ", "ê", "ơ" stay. Fit for patterns to match keys."""
    bare = unicodedata.normalize("NFD", text).translate(_TONES)
    return unicodedata.normalize("NFC", bare)


def unmarked(text: str) -> str:
    """The text without any marks, as it is typed where there is no Vietnamese keyboard: "Đường" is "Duong"."""
    letters = unicodedata.normalize("NFD", text.translate(_CROSSED))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


MARKED = {"a": "aăâ", "d": "dđ", "e": "eê", "o": "oôơ", "u": "uư"}
"""By letter those that it may mean, besides their tones, where somebody types no marks."""
_CROSSED = str.maketrans("đĐ", "dD")
_PLACED = re.compile(r"[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ]")


def settled(text: str) -> str:
    """The text with the tone marks of oa, oe, uy on one letter: as long, and equal for both ways of writing."""
    return _PLACED.sub(lambda pair: _SETTLED[pair[0]], text)


def _first_marked(pair: str) -> str:
    letters = unicodedata.normalize("NFD", pair)
    mark = "".join(letter for letter in letters if unicodedata.combining(letter))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare[0] + mark + bare[1:])


_SETTLED = {
    one + two: _first_marked(one + two)
    for ones, twos in (("oòóỏõọ", "aàáảãạeèéẻẽẹ"), ("uùúủũụ", "yỳýỷỹỵ"))
    for one in ones
    for two in twos
}
