"""A text as the syllables that its writer meant, each with its span in the text as it stands.

Two texts that differ only in how they were typed give the same forms: composed and decomposed Unicode, both
placements of the tone mark (hòa, hoà), capitals, the look-alikes of Đ, i and y at the end of a syllable (bác sĩ,
bác sỹ), non-breaking and zero-width characters, dashes, quotes, line breaks, and the abbreviations that every office
uses (UBND, ủy ban nhân dân) or that the text itself defines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from threading import Lock
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from drafter.document import Span
from drafter.nlp.abbreviations import COMMON, defined_in
from drafter.nlp.scanning import INVISIBLE, LINE, Offsets, Pauses, Spellings, scanned

Ids = npt.NDArray[np.int64]

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_LOOK_ALIKES = str.maketrans("ÐðƉɖ", "ĐđĐđ", INVISIBLE)
_MEANS = "="
"""Between an abbreviation and what a text says it stands for."""
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

    def span(self, first: int, last: int) -> Span:
        """The characters from syllable `first` to the one before `last`."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


def syllables(text: str, defined: Mapping[str, tuple[str, ...]] | None = None) -> Syllables:
    """All syllables of `text` in its order, abbreviations opened: those that it defines are `defined` or looked for."""
    own = defined_in(text) if defined is None else defined
    scan = scanned(text)
    written = scan.spellings.written
    opened = [_opened(written[number], own) for number in scan.numbers.tolist()]
    counts = list(map(len, opened))
    forms = tuple(normal(word) for words in opened for word in words)
    return Syllables(forms, np.repeat(scan.starts, counts), np.repeat(scan.ends, counts))


def syllable_spans(text: str) -> Iterator[Span]:
    """The spans of the syllables as written; an abbreviation is one."""
    scan = scanned(text)
    return map(Span, scan.starts.tolist(), scan.ends.tolist())


@dataclass(frozen=True, eq=False, slots=True)
class Stream:
    """The syllables of a text for comparing: the same, with the `identity` of each form and the pause before it."""

    ids: Ids
    starts: Offsets
    ends: Offsets
    pauses: Pauses
    """`LINE`, `SENTENCE` or 0; the first syllable has a pause before it in any case."""

    def __len__(self) -> int:
        return len(self.ids)


def stream(text: str) -> Stream:
    """The syllables of `text`, abbreviations opened; the quick way, for a whole corpus."""
    return streams([text], [defined_in(text)])[0]


def streams(texts: Sequence[str], defined: Sequence[Mapping[str, tuple[str, ...]]]) -> list[Stream]:
    """The syllables of many texts at once, each with the abbreviations that are `defined` for it."""
    scan = scanned("\n".join(texts))
    offsets = np.cumsum([0, *(len(text) + 1 for text in texts)])
    edges = np.searchsorted(scan.starts, offsets)
    numbers = scan.numbers.copy()
    for first, last, own in zip(edges[:-1].tolist(), edges[1:].tolist(), defined, strict=True):
        _read_as_defined(numbers[first:last], own, scan.spellings)
    readings = _readings(scan.spellings)
    counts = readings.counts[numbers]
    opened = np.concatenate(([0], np.cumsum(counts)))
    pauses = np.zeros(int(opened[-1]), np.int8)
    pauses[opened[:-1]] = scan.pauses
    ids = readings.ids(numbers, counts)
    starts, ends = np.repeat(scan.starts, counts), np.repeat(scan.ends, counts)
    found = []
    for offset, low, high in zip(
        offsets.tolist(), opened[edges[:-1]].tolist(), opened[edges[1:]].tolist(), strict=False
    ):
        part = slice(low, high)
        pauses[low : min(low + 1, high)] = LINE
        found.append(Stream(ids[part], starts[part] - offset, ends[part] - offset, pauses[part]))
    return found


def spellings_of(text: str) -> set[str]:
    """The syllables of a text as they are written, each once."""
    scan = scanned(text)
    return {scan.spellings.written[number] for number in np.unique(scan.numbers).tolist()}


def _read_as_defined(numbers: Offsets, own: Mapping[str, tuple[str, ...]], spellings: Spellings) -> None:
    """Exchanges the numbers of abbreviations that a text defines for those of the readings that it gives them."""
    for short, words in own.items():
        numbers[numbers == spellings.number(short)] = spellings.called(f"{short}{_MEANS}{' '.join(words)}")


class _Readings:
    """What spellings stand for: the ids of their syllables, by the spelling's number."""

    def __init__(self) -> None:
        self.counts = np.zeros(1 << 16, np.int64)
        """How many syllables each stands for."""
        self._firsts = np.zeros(1 << 16, np.int64)
        self._several: dict[int, tuple[int, ...]] = {}
        self._size = 0
        self._lock = Lock()

    def fill(self, written: list[str]) -> None:
        """Reads the spellings that have come since."""
        with self._lock:
            while len(self.counts) < len(written):
                self.counts, self._firsts = (np.append(old, np.zeros_like(old)) for old in (self.counts, self._firsts))
            for number in range(self._size, len(written)):
                ids = _ids(_opened(written[number], {}))
                self._firsts[number], self.counts[number] = ids[0], len(ids)
                if len(ids) > 1:
                    self._several[number] = ids
            self._size = max(self._size, len(written))

    def ids(self, numbers: Offsets, counts: Offsets) -> Ids:
        """The ids of what these stand for, one after another."""
        found = np.repeat(self._firsts[numbers], counts)
        several = np.flatnonzero(counts > 1)
        starts = (np.cumsum(counts) - counts)[several]
        for number in np.unique(numbers[several]).tolist():
            at = starts[numbers[several] == number]
            for offset, id_ in enumerate(self._several[number]):
                found[at + offset] = id_
        return found


_KNOWN: WeakKeyDictionary[Spellings, _Readings] = WeakKeyDictionary()


def _readings(spellings: Spellings) -> _Readings:
    readings = _KNOWN.setdefault(spellings, _Readings())
    readings.fill(spellings.written)
    return readings


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


def _opened(spelling: str, own: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words of an abbreviation; what is none stands for itself."""
    if defined := own.get(spelling):
        return defined
    if _MEANS in spelling:
        return tuple(spelling.partition(_MEANS)[2].split())
    if words := COMMON.get(unicodedata.normalize("NFC", spelling.translate(_LOOK_ALIKES))):
        return tuple(words.split())
    return tuple(filter(None, spelling.split("&")))


def _ids(words: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(identity(normal(word)) for word in words)
