"""Which encoding a text is in, told by the text: rightly read nearly all its words are possible syllables."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.document import Encoding
from drafter.readers.encodings.decoding import UNREAD, as_shown, decoded, strictly_read
from drafter.readers.encodings.grammar import is_syllable
from drafter.readers.encodings.tables import ENCODINGS

_LEAST = 3
"""Different words that must come out right for a text to be read anew that can be read as it stands."""
_LEAST_OF_BYTES = 2
"""The same of bytes, which have to be read somehow."""
_MOST_WRONG = 0.12
"""Part of the words that may come out wrong: foreign names, slips of the pen."""
_MIXED = 0.2
"""Part of the words that at least one encoding of several in a text gives right."""
_DENSE = 16
"""Of so many characters one is beyond ASCII in a line that tells its encoding."""
_SAMPLE = 100_000
"""Characters that tell enough of a text."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ASCII = re.compile(r"[\t-\r\x20-\x7f]*\Z")
"""Without the controls that are letters in VPS and VISCII."""
# What both sides may have between words: quotation marks, dashes, bullets, the marks of a page.
_BETWEEN = "\u00a0°§·•–—‘’“”„…†‡‹›™©€\ufeff\ufffd"
_WORD = re.compile(rf"(?:[A-Za-z]|[^\x00-\x7f{_BETWEEN}\u2000-\u2fff\ue000-\uf8ff])+")
_SAYS_NOTHING = re.compile(r"(?:[\x00-\x7f]*|.|[A-ZĐ]+)\Z")
_OF_UNICODE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1e00-\u1eff]"
)
"""Letters that no text of an old encoding has."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well the words of a text fit that are beyond ASCII."""

    right: int = 0
    """Different words that are possible syllables."""
    wrong: int = 0

    @property
    def is_good(self) -> bool:
        return self.wrong <= (self.right + self.wrong) * _MOST_WRONG

    @property
    def sum(self) -> int:
        return self.right - self.wrong


def fit_of(text: str, encoding: Encoding | None = None) -> Fit:
    """Of a text read as `encoding`, or as it stands. Words of one letter and "NĐ-CP" say nothing."""
    read = strictly_read(text, encoding) if encoding else unicodedata.normalize("NFC", text)
    words = {word for word in _WORD.findall(_CONTROL.sub(UNREAD, read)) if not _SAYS_NOTHING.match(word)}
    right = sum(map(is_syllable, words))
    return Fit(right, len(words) - right)


def is_plain(text: str) -> bool:
    """Whether it reads the same in all encodings."""
    return _ASCII.match(text) is not None


def may_be_old(text: str) -> bool:
    """Whether it has letters beyond ASCII, and none that only Unicode has."""
    return not is_plain(text) and not _OF_UNICODE.search(text)


def recognised(text: str) -> Encoding | None:
    """The old encoding that a text is in which could be read as it stands; None for Unicode and where it is unclear."""
    return _best(text[:_SAMPLE], _LEAST) if may_be_old(text) else None


def recognised_bytes(text: str) -> Encoding | None:
    """As `recognised`, of bytes shown as Windows-1252 that are no Unicode."""
    return _best(text[:_SAMPLE], _LEAST_OF_BYTES)


def recognised_lines(lines: Sequence[str], in_bytes: bool = False) -> list[Encoding | None]:
    """The old encoding of each line; a line too short to tell is in one that is clear elsewhere, if it fits wholly.

    Lines of bytes shown as Windows-1252 are in the encoding of most of them where nothing else is clear.
    """
    old = [in_bytes or may_be_old(line) for line in lines]
    dense = [is_old and _is_dense(line) for line, is_old in zip(lines, old, strict=True)]
    sample = "\n".join(line for line, is_dense in zip(lines, dense, strict=True) if is_dense)[:_SAMPLE]
    if not any(_MIXED * (fit.right + fit.wrong) < fit.right for fit in (fit_of(sample, one) for one in ENCODINGS)):
        return [None] * len(lines)
    whole = _best(sample, _LEAST_OF_BYTES if in_bytes else _LEAST)
    found = [_of_line(line, whole) if is_dense else None for line, is_dense in zip(lines, dense, strict=True)]
    common: list[Encoding] = sorted({one for one in (*found, whole) if one}, key=lambda one: one != whole)
    clear = [at for at, line in enumerate(lines) if found[at] or _OF_UNICODE.search(line)]
    for at, line in enumerate(lines):
        if common and old[at] and not found[at]:
            found[at] = _by_others(line, common, _beside(at, clear, found)) or (whole if in_bytes else None)
    return found


def _is_dense(line: str) -> bool:
    """Whether it has as many letters beyond ASCII as Vietnamese has; other languages have fewer."""
    beyond = len(line.encode("utf-8", "replace")) - len(line)
    return beyond * _DENSE >= len(line) or not (line.isprintable() or _ASCII.match(line))


def _of_line(line: str, whole: Encoding | None) -> Encoding | None:
    return whole if whole and _gains(line, whole) > 0 else _best(line[:_SAMPLE], _LEAST)


def _beside(at: int, clear: Sequence[int], found: Sequence[Encoding | None]) -> set[Encoding | None]:
    """What the clear lines before and behind a line are in."""
    place = bisect_left(clear, at)
    return {found[line] for line in clear[max(0, place - 1) : place + 1]}


def _by_others(line: str, common: Sequence[Encoding], beside: set[Encoding | None]) -> Encoding | None:
    """The one of the `common` encodings that a line fits; one that reads as well as it stands has to be among it."""
    for one in common:
        gained = _gains(line, one)
        if gained > 0 or (gained == 0 and beside == {one}):
            return one
    return None


def _gains(line: str, encoding: Encoding) -> int:
    """How many more words are right than as the line stands; -1 where one is wrong or none is right."""
    fit = fit_of(line, encoding)
    return fit.sum - fit_of(line).sum if fit.right and not fit.wrong else -1


def reads_better(text: str, encoding: Encoding) -> bool:
    """Whether text in a font of this encoding is in it indeed, and was not typed in Unicode all the same."""
    if is_plain(text):
        return True
    shown = as_shown(text)
    if not may_be_old(shown):
        return False
    gained = fit_of(shown, encoding).sum - fit_of(text).sum
    return gained >= 0 if may_be_old(text) else gained > 0


def _best(text: str, least: int) -> Encoding | None:
    """The encoding that fits well, and better than all others that give another text, and than the text as it is."""
    as_is = fit_of(text)
    if not as_is.wrong:
        return None
    fits = sorted(((fit_of(text, one), one) for one in ENCODINGS), key=lambda pair: -pair[0].sum)
    fit, best = fits[0]
    if fit.right < least or not fit.is_good or as_is.sum >= fit.sum:
        return None
    read = decoded(text, best).text
    rivals = (one for rival, one in fits[1:] if rival.sum >= fit.sum)
    return best if all(decoded(text, one).text == read for one in rivals) else None
