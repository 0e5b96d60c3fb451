"""Which words can be syllables of Vietnamese by how they are spelt. Tells a text read rightly from one read wrongly."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ONSETS = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x".split(" ")  # noqa: SIM905
_SPELT = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y ych ynh yt yêm yên yêng yêt yêu
o oc oi om on ong ooc oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
"""
_RHYMES = frozenset(_SPELT.split())
_STOPS = ("c", "ch", "p", "t")
_GLIDES = ("oa", "oe", "oo", "uy")
"""Of the two vowels either may bear the tone: hòa, hoà."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_AFTER_STOPS = "\u0301\u0323"
_QUALITY = "ăâêôơư"


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether a Vietnamese syllable may be spelt so; in small letters, in capitals, or with a capital first."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    letters, tone, at = _without_tone(word.lower())
    return any(
        letters.startswith(onset) and _is_rhyme(onset, letters[len(onset) :], tone, at - len(onset))
        for onset in (*_ONSETS, "")
    )


def _without_tone(word: str) -> tuple[str, str, int]:
    """The letters without their tone, the tone, and which letter has it; the tone is "?" where there are two."""
    letters: list[str] = []
    tone, place = "", 0
    for letter in word:
        parts = unicodedata.normalize("NFD", letter)
        own = "".join(part for part in parts if part in _TONES)
        if own:
            tone, place = (own, len(letters)) if not tone else ("?", place)
        letters.append(unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)))
    return "".join(letters), tone, place


def _is_rhyme(onset: str, rhyme: str, tone: str, at: int) -> bool:
    if rhyme not in _RHYMES or not _fits(onset, rhyme):
        return False
    if rhyme.endswith(_STOPS) and (not tone or tone not in _AFTER_STOPS):
        return False
    return not tone or (tone in _TONES and at in _places(rhyme))


def _fits(onset: str, rhyme: str) -> bool:
    """Whether the spelling of the onset is the one before this vowel."""
    front = rhyme[0] in "eêiy"
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return rhyme[0] not in "eêy"
    if onset == "gi":
        return rhyme[0] not in "iy"
    if onset == "qu":
        return rhyme[0] not in "ou"
    return not rhyme.startswith("yê") or not onset


def _places(rhyme: str) -> tuple[int, ...]:
    """Which letters of a rhyme may bear the tone."""
    marked = [at for at, letter in enumerate(rhyme) if letter in _QUALITY]
    if marked:
        return (marked[-1],)
    return (0, 1) if rhyme.startswith(_GLIDES) else (0,)
