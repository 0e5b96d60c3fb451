"""Errors as the recognition of scanned pages makes them, by lot but always the same: for measuring what they hide.

Modelled on what two engines made of signed decisions: marks lost or changed most of all, then letters that look alike,
syllables split and joined, lines of a stamp or of the page between lines of the text.
"""

from __future__ import annotations

import random
import re
import unicodedata
from bisect import bisect_left

_MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ALIKE = (("rn", "m"), ("1", "l"), ("1", "I"), ("0", "O"), ("o", "0"), ("l", "1"), ("h", "b"), ("c", "e"), ("ii", "n"))
_ALIKE += (("u", "n"), ("n", "u"), ("m", "rn"), ("5", "S"), ("i", "l"), ("t", "f"), ("g", "q"), ("đ", "d"), ("d", "đ"))
_STAMP = (
    "CÔNG THÔNG TIN ĐIỆN TỪ CHÍNH PHÙ",
    "ĐẾN Giờ:.... Ko eserrereeee -",
    "Ngày..Á£.L.4.1-20-24...",
    "Email: thongtin(@)coquan.vn . XS vỐ hở",
    "— _ «. l",
    "17",
)


class Noised:
    """A text with errors in a part of its syllables, and where the characters of the first one stand in it."""

    def __init__(self, text: str, level: float, seed: int) -> None:
        """`level` is the part of the syllables that get an error, from 0 to 1."""
        rng = random.Random(seed)
        pieces: list[str] = []
        self._from, self._to = [0], [0]
        done = length = 0
        for found in re.finditer(r"\S+|\s+", text):
            piece = found[0]
            if rng.random() < level and not piece.isspace():
                piece = _misread(piece, rng)
            elif piece == " " and (drawn := rng.random()) < level / 2:
                piece = "" if drawn < level / 8 else "\n"
            elif "\n" in piece and rng.random() < level * 2:
                piece = f"\n{rng.choice(_STAMP)}\n"
            pieces.append(piece)
            done, length = found.end(), length + len(piece)
            self._from.append(done)
            self._to.append(length)
        self.text = "".join(pieces)

    def place(self, at: int) -> int:
        """Where what stood at an offset stands now, to the syllable."""
        return self._to[bisect_left(self._from, at)]


def _misread(word: str, rng: random.Random) -> str:
    drawn = rng.random()
    if drawn < 0.55:
        return _other_mark(word, rng)
    if drawn < 0.8:
        return _look_alike(word, rng)
    if drawn < 0.9 and len(word) > 3:
        at = rng.randrange(1, len(word) - 1)
        return f"{word[:at]} {word[at:]}"
    at = rng.randrange(len(word))
    return word[:at] + rng.choice(("", "í", "'", "r")) + word[at + 1 :] if len(word) > 2 else _look_alike(word, rng)


def _other_mark(word: str, rng: random.Random) -> str:
    letters = list(unicodedata.normalize("NFD", word))
    marks = [at for at, letter in enumerate(letters) if letter in _MARKS]
    if marks:
        at = rng.choice(marks)
        letters[at] = rng.choice(("", rng.choice(_TONES))) if letters[at] in _TONES else ""
    elif vowels := [at for at, letter in enumerate(letters) if letter.lower() in "aeiouy"]:
        letters.insert(rng.choice(vowels) + 1, rng.choice(_TONES))
    return unicodedata.normalize("NFC", "".join(letters))


def _look_alike(word: str, rng: random.Random) -> str:
    fitting = [pair for pair in _ALIKE if pair[0] in word]
    if not fitting:
        return _other_mark(word, rng)
    meant, seen = rng.choice(fitting)
    return word.replace(meant, seen, 1)
