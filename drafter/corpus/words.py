"""Words and numbers as they are compared: whatever the case, the placement of tone marks, the look-alikes of Đ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from drafter.nlp.syllables import normal

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*")
# Letters of other scripts are left out: SQLite's tokenizer breaks some of them apart, and the query with them.
_EUROPEAN = re.compile(r"[0-9A-Za-z\u00aa-\u058f\u1e00-\u1fff]+")
_MARK = re.compile(r"[\u0300-\u036f]")
_LONGEST = 60
"""Letters of a word that is indexed; what is longer is a web address or noise."""
_DASHES = str.maketrans("ÐðƉɖđ‐‑–—−", "ĐĐĐĐĐ-----")

# Where the two styles of placing a tone mark differ: at the end of oa, oe, uy.
_OLD_STYLE = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
_NEW_STYLE = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
_NEW = dict(zip(_OLD_STYLE.split(), _NEW_STYLE.split(), strict=True))
_OLD = {new: old for old, new in _NEW.items()}
_OLD_END = re.compile("(?:" + "|".join(_NEW) + r")\b")
_NEW_END = re.compile("(?<!q)(?:" + "|".join(_OLD) + r")\b")


def words(text: str) -> list[str]:
    """The words of `text` in its order, as they are compared."""
    return list(_compared(_WORD.findall(text.replace("_", " "))))


def distinct_words(text: str) -> tuple[int, set[str]]:
    """How many words `text` has, and each of them once, as they are compared."""
    written = _WORD.findall(text.replace("_", " "))
    return len(written), set(_compared(set(written)))


def spellings(phrase: str) -> set[str]:
    """`phrase` squeezed, with the tone marks as typed, in the old style and in the new."""
    plain = squeezed(phrase)
    new = _OLD_END.sub(lambda match: _NEW[match[0]], plain)
    old = _NEW_END.sub(lambda match: _OLD[match[0]], plain)
    return {plain, new, old}


def squeezed(text: str) -> str:
    """Composed lower case with single spaces: what `spellings` are looked up in."""
    return " ".join(unicodedata.normalize("NFC", text.lower()).split())


def pattern(phrase: list[str]) -> re.Pattern[str]:
    """Finds the words of `phrase` one after another in a text as it stands, also where they bear other marks."""
    return re.compile(r"(?<!\w)" + r"[\W_]+".join(map(_of_word, phrase)) + r"(?!\w)", re.IGNORECASE)


def number_key(number: str) -> str:
    """A number as numbers are compared: without spaces and leading zeros, one "Đ", plain dashes, capitals.

    >>> number_key("05 /KH–UBND") == number_key("5/kh-ubnd")
    True
    """
    plain = "".join(unicodedata.normalize("NFC", number).translate(_DASHES).upper().split())
    return plain.lstrip("0")


def _compared(written: Iterable[str]) -> Iterator[str]:
    """Normal forms, of figures without leading zeros."""
    for word in written:
        if len(word) <= _LONGEST and _EUROPEAN.fullmatch(word):
            yield normal(word).lstrip("0") or "0" if word.isdigit() else normal(word)


def _of_word(word: str) -> str:
    if word.isdigit():
        return f"0*{word}"
    return "".join(map(_of_letter, _MARK.sub("", unicodedata.normalize("NFD", word))))


def _of_letter(letter: str) -> str:
    if letter == "đ":
        return "[đĐÐðƉɖ]"
    if letter in "iy":
        return f"[{_VARIANTS['i']}{_VARIANTS['y']}][\u0300-\u036f]*"
    if letter in _VARIANTS:
        return f"[{_VARIANTS[letter]}][\u0300-\u036f]*"
    return re.escape(letter)


def _variants(vowel: str) -> str:
    """The letters of Vietnamese that are `vowel` with marks, in both cases."""
    letters = map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)))
    return vowel + "".join(letter for letter in letters if unicodedata.normalize("NFD", letter)[0].lower() == vowel)


_VARIANTS = {vowel: _variants(vowel) for vowel in "aeiouy"}
