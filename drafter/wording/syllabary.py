"""What a Vietnamese syllable may be: one of the first consonants, one of the rhymes, a tone that its end allows."""

from __future__ import annotations

import re
import unicodedata

from drafter.nlp.syllables import normal

_ONSETS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x"
_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng i ia ich im in inh ip it iu iê iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oă oăc oăm oăn oăng oăt oe oen oeo oet oc oi om on ong oong ooc
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uan uang uâ uân uâng uât uây uc ui um un ung up ut uê uêch uênh
    uêu uôc uôi uôm uôn uông uôt uơ uy uya uych uynh uyn uyp uyt
    yt ych ynh yn yp uyu uyê uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươ ươc ươi
    ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu uat uac uach uai uay uao uap uanh uăc uăn uăng uăt ue uen ueo uet
"""
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{'|'.join(sorted(_RHYMES.split(), key=len, reverse=True))})")
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_OF_STOPPED = ("\u0301", "\u0323")
"""Sắc and nặng; the others no syllable has that ends with a stop."""


_TONES = "\u0300\u0301\u0303\u0309\u0323"
_FOREIGN = frozenset(
    map(
        normal,
        (
            *("mililít", "milimét", "kilômét", "xentimét", "đềximét", "ôxít", "oxít", "axít", "apatít", "iốt", "lôgíc"),
            *("blốc", "vắcxin", "cácbon", "cáctông", "zuýp", "gíc", "đắk", "lắk", "kạn"),
        ),
    )
)
"""Words of other languages that are written with a tone mark."""


def is_writable(form: str) -> bool:
    """Whether a form with a tone mark is a syllable; one without may be a word of any language."""
    return form[-1] not in _TONES or form in _FOREIGN or is_syllable(form)


def is_syllable(form: str) -> bool:
    """Whether a form (`drafter.nlp.syllables.normal`) can be read as a Vietnamese syllable.

    >>> [is_syllable(normal(word)) for word in ("hoạtt", "hoạt", "nghành")]
    [False, True, False]
    """
    tone = form[-1] if unicodedata.combining(form[-1:] or " ") else ""
    letters = form[: len(form) - len(tone)]
    if not _SYLLABLE.fullmatch(letters) or re.match(r"ngh[^eêiy]|gh[^eêi]|k[^hieêy]|c[ieêy]|ng[eêiy]", letters):
        return False
    return tone in _OF_STOPPED if _STOPPED.search(letters) else True
