"""Where the syllables of a text stand and which spelling each is, all at once.

A regular expression makes a string of every syllable; of thirty million that takes longer than all else that the index
does. Here the letters are one array: syllables are runs in it, and a spelling is looked up by a hash of its letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock

import numpy as np
import numpy.typing as npt

Offsets = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]
Pauses = npt.NDArray[np.int8]

LINE, SENTENCE = 2, 1
"""Strengths of a pause: a line ends, or a sentence or clause does."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# A letter or figure, then what belongs to it: combining marks of decomposed text, characters without width, and
# "&", which ties the halves of abbreviations such as GD&ĐT.
_LETTER, _GOES_ON, _TIE, _STOP, _BREAK = 1, 2, 4, 8, 16
_CLASSES = (
    (_LETTER, re.compile(r"[^\W_]")),
    (_GOES_ON, re.compile(rf"[\w\u0300-\u036f{INVISIBLE}]")),
    (_TIE, re.compile("&")),
    (_STOP, re.compile("[.;:!?…]")),
    (_BREAK, re.compile("\n")),
)
_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))
_SLOTS = 1 << 20
_SHIFT = np.uint64(44)
_MOST = 1_000_000
"""Spellings that are remembered; a corpus of figures has no end of them."""


@dataclass(frozen=True, eq=False, slots=True)
class Scan:
    """The syllables of a text as written: where each starts and ends, its spelling, the pause before it."""

    starts: Offsets
    ends: Offsets
    numbers: Offsets
    """Of the spellings in `spellings`."""
    pauses: Pauses
    """`LINE`, `SENTENCE` or 0; the first syllable has a pause before it in any case."""
    spellings: Spellings


@lru_cache(maxsize=2)
def scanned(text: str) -> Scan:
    """The syllables of a text; who asks again at once is answered at once."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    classes = _classes(letters)
    is_letter = (classes & _LETTER) > 0
    letter_next = np.append(is_letter[1:], False)
    runs = ((classes & _GOES_ON) > 0) | (((classes & _TIE) > 0) & letter_next)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], runs, [False])).view(np.int8)))
    begins, ends = edges[::2], edges[1::2]
    # What belongs to a syllable may stand before its first letter: it is left out.
    places = np.flatnonzero(is_letter)
    after = np.searchsorted(places, begins)
    starts = np.append(places, len(letters))[after]
    kept = starts < ends
    starts, ends = starts[kept], ends[kept]
    pauses = np.zeros(len(starts) + 1, np.int8)
    stops = np.flatnonzero(((classes & _STOP) > 0) & ~letter_next)
    pauses[np.searchsorted(starts, stops)] = SENTENCE
    pauses[np.searchsorted(starts, np.flatnonzero(classes & _BREAK))] = LINE
    pauses[0] = LINE
    spellings = _spellings()
    numbers = spellings.numbers(_hashed(letters, starts, ends), text, starts, ends)
    return Scan(starts, ends, numbers, pauses[:-1], spellings)


class Spellings:
    """Spellings numbered as they come. Safe among threads."""

    def __init__(self) -> None:
        self.written: list[str] = []
        """The spelling of each number."""
        self._by_hash: dict[int, int] = {}
        self._by_name: dict[str, int] = {}
        self._hashes = np.zeros(_SLOTS, np.uint64)
        self._numbers = np.zeros(_SLOTS, np.int64)
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self.written)

    def numbers(self, hashes: Hashes, text: str, starts: Offsets, ends: Offsets) -> Offsets:
        """The numbers of the spellings of these hashes, which stand at these places of the text."""
        slots = hashes >> _SHIFT
        # The hash is read before its number, as the number is written before its hash: another thread may be writing.
        unknown = np.flatnonzero(self._hashes[slots] != hashes)
        found: Offsets = self._numbers[slots]
        for at in unknown.tolist():
            found[at] = self._number(hashes[at], text, int(starts[at]), int(ends[at]))
        return found

    def number(self, spelling: str) -> int:
        """The number of a spelling."""
        return int(scanned(spelling).numbers[0])

    def called(self, name: str) -> int:
        """A number for something that stands in place of a spelling and is none."""
        with self._lock:
            if name not in self._by_name:
                self._by_name[name] = len(self.written)
                self.written.append(name)
            return self._by_name[name]

    def _number(self, hashed: np.uint64, text: str, start: int, end: int) -> int:
        key = int(hashed)
        with self._lock:
            if key not in self._by_hash:
                number = self._by_hash[key] = len(self.written)
                self.written.append(text[start:end])
                slot = hashed >> _SHIFT
                if not self._hashes[slot]:
                    self._numbers[slot] = number
                    self._hashes[slot] = hashed
            return self._by_hash[key]


def _classes(letters: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    table = _table()
    if len(letters) and int(letters.max()) < len(table):
        return table[letters]
    found = table[np.minimum(letters, len(table) - 1)]
    for at in np.flatnonzero(letters >= len(table)).tolist():
        found[at] = _class(chr(letters[at]))
    return found


@cache
def _table() -> npt.NDArray[np.uint8]:
    """The classes of the characters of the first plane of Unicode."""
    table = np.zeros(1 << 16, np.uint8)
    characters = "".join(map(chr, range(len(table))))
    for sign, pattern in _CLASSES:
        table[[match.start() for match in pattern.finditer(characters)]] |= sign
    return table


def _class(character: str) -> int:
    return sum(sign for sign, pattern in _CLASSES if pattern.fullmatch(character))


def _hashed(letters: npt.NDArray[np.uint32], starts: Offsets, ends: Offsets) -> Hashes:
    """A hash for the letters between each two places: a polynomial in `_BASE`, which does not depend on the place."""
    powers, inverses = _powers(len(letters))
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum((letters + np.uint64(1)) * powers)))
    mixed = (sums[ends] - sums[starts]) * inverses[starts] + (ends - starts).astype(np.uint64)
    mixed = (mixed ^ (mixed >> np.uint64(31))) * _BASE
    hashes: Hashes = mixed ^ (mixed >> np.uint64(29))
    return hashes


_POWERS: list[tuple[Hashes, Hashes]] = []
"""The longest that were made."""


def _powers(length: int) -> tuple[Hashes, Hashes]:
    """The first powers of the base, and of its inverse."""
    known = _POWERS[-1] if _POWERS else None
    if known is None or len(known[0]) <= length:
        size = max(1 << 16, 1 << (length + 1).bit_length())
        known = _powers_of(_BASE, size), _powers_of(_INVERSE, size)
        _POWERS[:] = [known]  # another thread may do so too: each goes on with its own
    powers, inverses = known
    return powers[:length], inverses[: length + 1]


def _powers_of(base: np.uint64, size: int) -> Hashes:
    factors = np.full(size, base, np.uint64)
    factors[0] = 1
    powers: Hashes = np.multiply.accumulate(factors)
    return powers


_known = [Spellings()]


def _spellings() -> Spellings:
    if len(_known[-1]) > _MOST:
        _known[:] = [Spellings()]
    return _known[-1]
