"""Slips of the hand and of the ear: how one syllable becomes another in typing, each kind with a name.

Both syllables in normal form: letters with their own marks, the tone behind them (`drafter.nlp.syllables.normal`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Slip = Literal["tone", "mark", "marks", "bare", "onset", "final", "letter"]

_ONSET = re.compile(r"(ngh|gh|gi|kh|ng|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?(.*)")
_ONSETS = frozenset(
    map(frozenset, (("l", "n"), ("s", "x"), ("ch", "tr"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("d", "v"), ("c", "k")))
)
"""First consonants that many people say alike."""
_FINALS = (("n", "ng"), ("t", "c"), ("n", "nh"), ("i", "y"), ("o", "u"))
"""Ends that many people say alike."""
_FEWEST = 2
"""Letters of a syllable that may have lost, won or changed one."""


@lru_cache(maxsize=100_000)
def slip(written: str, meant: str) -> Slip | None:
    """How `meant` came to be written so; None where no single slip explains it.

    "tone" is one tone mark for another, hỏi for ngã among them; "mark" a letter's own mark (ô, o, đ, d), "marks" both
    at once, "bare" all left out; "onset" and "final" sounds that are confused; "letter" one left out, doubled, hit
    beside, or two that changed places.

    >>> from drafter.nlp.syllables import normal
    >>> slip(normal("xắc"), normal("sắc")), slip(normal("phạ"), normal("phạm"))
    ('onset', 'letter')
    """
    if written == meant:
        return None
    (letters, tone), (others, other_tone) = _parted(written), _parted(meant)
    if letters == others:
        return "tone"
    if {letters, others} == {"qui", "quy"}:  # the two are one
        return None
    plain = _plain(letters)
    if plain == _plain(others):
        if not tone and letters == plain:
            return "bare"
        return "mark" if tone == other_tone else "marks"
    if tone != other_tone:
        return None
    return _of_sound(letters, others) or ("letter" if _is_one_letter(letters, others) else None)


def _of_sound(letters: str, others: str) -> Slip | None:
    onset, rhyme = _cut(letters)
    other_onset, other_rhyme = _cut(others)
    if rhyme == other_rhyme:
        return "onset" if frozenset((onset, other_onset)) in _ONSETS else None
    if onset == other_onset:
        for one, other in (*_FINALS, *((other, one) for one, other in _FINALS)):
            same = rhyme.endswith(one) and other_rhyme.endswith(other)
            if same and rhyme[: -len(one)] == other_rhyme[: -len(other)]:
                return "final"
    return None


def _is_one_letter(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _FEWEST:
        return False
    if len(long) == len(short) + 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    apart = [at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right]
    if len(long) != len(short) or len(apart) > 2:
        return False
    return len(apart) == 1 or (
        apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    )


@lru_cache(maxsize=50_000)
def _parted(form: str) -> tuple[str, str]:
    """The letters and the tone."""
    return (form[:-1], form[-1]) if unicodedata.combining(form[-1:] or " ") else (form, "")


def _cut(letters: str) -> tuple[str, str]:
    found = _ONSET.fullmatch(letters)
    return (found[1] or "", found[2]) if found else ("", letters)


@lru_cache(maxsize=50_000)
def _plain(letters: str) -> str:
    """Without marks: "đô" is "do"."""
    bare = unicodedata.normalize("NFD", letters.replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
