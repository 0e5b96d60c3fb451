"""A text as the syllables that its writer meant, each with its span in the text as it stands.

Two texts that differ only in how they were typed give the same forms: composed and decomposed Unicode, both
placements of the tone mark (hòa, hoà), capitals, the look-alikes of Đ, i and y at the end of a syllable (bác sĩ,
bác sỹ), non-breaking and zero-width characters, dashes, quotes, line breaks, and the abbreviations that every office
uses (UBND, ủy ban nhân dân) or that the text itself defines.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from drafter.document import Span
from drafter.nlp.abbreviations import COMMON, defined_in

Ids = npt.NDArray[np.int64]
Offsets = npt.NDArray[np.int64]

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# A letter or figure, then what belongs to it: combining marks of decomposed text, characters without width, and
# "&", which ties the halves of abbreviations such as GD&ĐT.
_SYLLABLE = re.compile(rf"[^\W_](?:[\w\u0300-\u036f{_INVISIBLE}]|&(?=[^\W_]))*")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_LOOK_ALIKES = str.maketrans("ÐðƉɖ", "ĐđĐđ", _INVISIBLE)
_FINAL_Y = re.compile(r"^([hklmstv])y$")


@dataclass(frozen=True, slots=True)
class Syllables:
    """The syllables of a text: `forms[i]` is the normal form of what stands at `starts[i]:ends[i]`.

    The syllables of an opened abbreviation all have the span of the abbreviation.
    """

    forms: tuple[str, ...]
    starts: Offsets
    ends: Offsets

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def ids(self) -> Ids:
        """The `identity` of each form."""
        return np.fromiter(map(identity, self.forms), np.int64, len(self.forms))

    def span(self, first: int, last: int) -> Span:
        """The characters from syllable `first` to the one before `last`."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


def syllables(text: str) -> Syllables:
    """All syllables of `text` in its order, abbreviations opened."""
    own = defined_in(text)
    forms = [normal(word) for token in _SYLLABLE.findall(text) for word in _opened(token, own)]
    return Syllables(tuple(forms), *bounds(text))


def bounds(text: str, start: int = 0, end: int = sys.maxsize) -> tuple[Offsets, Offsets]:
    """Where each of the syllables between `start` and `end` starts and ends."""
    own = {short: _ids(words) for short, words in defined_in(text).items()}
    matches = list(_SYLLABLE.finditer(text, start, end))
    counts = [len(own.get(token) or _KNOWN[token]) for token in map(re.Match.group, matches)]
    starts = np.fromiter(map(re.Match.start, matches), np.int64, len(matches))
    ends = np.fromiter(map(re.Match.end, matches), np.int64, len(matches))
    return np.repeat(starts, counts), np.repeat(ends, counts)


def syllable_spans(text: str) -> Iterator[Span]:
    """The spans of the syllables as written; an abbreviation is one."""
    return (Span(*match.span()) for match in _SYLLABLE.finditer(text))


def identities(text: str, ends: Sequence[int], start: int = 0) -> tuple[Ids, Offsets]:
    """The ids of the syllables from `start`, and how many stand in each of the parts of `text` that end at `ends`.

    The quick way for a whole corpus: no spans, each spelling looked up once. A part must not end inside a syllable.
    """
    own = {short: _ids(words) for short, words in defined_in(text).items()}
    opened: list[tuple[int, ...]] = []
    counts: list[int] = []
    for first, last in pairwise((start, *ends)):
        part = [own.get(token) or _KNOWN[token] for token in _SYLLABLE.findall(text, first, last)]
        counts.append(sum(map(len, part)))
        opened.extend(part)
    return np.fromiter(chain.from_iterable(opened), np.int64, sum(counts)), np.array(counts, np.int64)


@lru_cache(maxsize=200_000)
def normal(syllable: str) -> str:
    """The form that all spellings of a syllable share: lower case, its tone mark behind the letters.

    >>> normal("HOÀ") == normal("hòa")
    True
    """
    letters = unicodedata.normalize("NFD", syllable.translate(_LOOK_ALIKES)).lower()
    tone = next((letter for letter in letters if ord(letter) in _TONES), "")
    plain = unicodedata.normalize("NFC", letters.translate(_TONES))
    return _FINAL_Y.sub(r"\1i", plain) + tone


@lru_cache(maxsize=200_000)
def identity(form: str) -> int:
    """A signed 64-bit number for a form, the same in every process."""
    return int.from_bytes(blake2b(form.encode(), digest_size=8).digest(), "big", signed=True)


def _opened(token: str, own: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words of an abbreviation; what is none stands for itself."""
    if defined := own.get(token):
        return defined
    if words := COMMON.get(unicodedata.normalize("NFC", token.translate(_LOOK_ALIKES))):
        return tuple(words.split())
    return tuple(filter(None, token.split("&")))


def _ids(words: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(identity(normal(word)) for word in words)


class _Lookup(dict[str, tuple[int, ...]]):
    """The ids of a syllable as written, remembered; emptied when a corpus of figures has filled it."""

    def __missing__(self, token: str) -> tuple[int, ...]:
        if len(self) > 1_000_000:
            self.clear()
        found = self[token] = _ids(_opened(token, {}))
        return found


_KNOWN = _Lookup()
