"""Words and numbers as they are compared: whatever the case, the placement of tone marks, the look-alikes of Đ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import product

from drafter.document import Span
from drafter.nlp.folding import MARKED
from drafter.nlp.syllables import normal

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*")
# Letters of other scripts are left out: SQLite's tokenizer breaks some of them apart, and the query with them.
_EUROPEAN = re.compile(r"[0-9A-Za-z\u00aa-\u058f\u1e00-\u1fff]+")
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

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_SYLLABLE = re.compile("[bcdghklmnpqrstvx]{0,3}[aeiouy]{1,3}[cghmnpt]{0,2}")
_INITIALS = re.compile("[bcdghklmnpqrstvx]+")
_ANY_OF = {
    letter: unicodedata.normalize(
        "NFC", f"[{''.join(one + tone for one in MARKED.get(letter, letter) for tone in _TONES)}]"
    )
    for letter in "aeiouy"
} | {"d": "[dđ]"}
"""By letter a pattern of all composed letters that it may mean."""


def words(text: str) -> list[str]:
    """The words of `text` in its order, as they are compared."""
    return [form for word in _WORD.findall(text.replace("_", " ")) if (form := _FORMS[word])]


def located_words(text: str, sought: Set[str]) -> Iterator[tuple[str, Span]]:
    """Those of the words of `text` that are sought, in its order, each with where it stands."""
    for match in _WORD.finditer(text.replace("_", " ")):
        if (form := _FORMS[match[0]]) in sought:
            yield form, Span(*match.span())


def distinct_words(texts: Iterable[str]) -> set[str]:
    """The words of some texts, each once, as they are compared."""
    return {_FORMS[word] for word in set(_WORD.findall(" ".join(texts).replace("_", " ")))} - {""}


def spellings(word: str) -> tuple[str, ...]:
    """What a word that was typed without marks may mean, in normal form: "du" is "du", "dư", "đủ" and more.

    Of what is neither a syllable nor initials ("qd" for QĐ) it is the word alone.
    """
    if _INITIALS.fullmatch(word):
        tones: tuple[str, ...] = ("",)
    elif _SYLLABLE.fullmatch(word):
        tones = _TONES
    else:
        return (word,)
    meant = product(*(MARKED.get(letter, letter) for letter in word))
    return tuple("".join(letters) + tone for letters in meant for tone in tones)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one after another, as typed and in either style of tone marks; typed without marks, whatever the marks."""

    patterns: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, words: str) -> Phrase:
        typed = _plain(words)
        if typed.isascii():
            letters = ("".join(_ANY_OF.get(one, re.escape(one)) for one in word) for word in typed.split())
            return cls((re.compile(r"\s+".join(letters) + r"(?!\w)"),))
        new = _OLD_END.sub(lambda match: _NEW[match[0]], typed)
        old = _NEW_END.sub(lambda match: _OLD[match[0]], typed)
        # A pattern each, with a literal at its start: that is what the engine finds quickly.
        spellings = dict.fromkeys((typed, new, old))
        return cls(tuple(re.compile(r"\s+".join(map(re.escape, form.split())) + r"(?!\w)") for form in spellings))

    def place(self, text: str) -> Span | None:
        """Where it stands first in `text` in composed lower case, None where it does not."""
        searched = _plain(text)
        for pattern in self.patterns:
            for match in pattern.finditer(searched):
                if not searched[match.start() - 1 : match.start()].isalnum():
                    return Span(*match.span())
        return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.lower())


def number_key(number: str) -> str:
    """A number as numbers are compared: without spaces and leading zeros, one "Đ", plain dashes, capitals.

    >>> number_key("05 /KH–UBND") == number_key("5/kh-ubnd")
    True
    """
    return "".join(unicodedata.normalize("NFC", number).translate(_DASHES).upper().split()).lstrip("0")


def _form(word: str) -> str:
    """The normal form, of a figure without leading zeros; "" for what is not compared."""
    if len(word) > _LONGEST or not _EUROPEAN.fullmatch(word):
        return ""
    return normal(word).lstrip("0") or "0" if word.isdigit() else normal(word)


class _Forms(dict[str, str]):
    """The form of a word as written, remembered; emptied when a corpus of figures has filled it."""

    def __missing__(self, word: str) -> str:
        if len(self) > 500_000:
            self.clear()
        found = self[word] = _form(word)
        return found


_FORMS = _Forms()
