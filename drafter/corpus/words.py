"""Words and numbers as they are compared: whatever the case, the placement of tone marks, the look-alikes of Đ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from drafter.document import Span
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


def words(text: str) -> list[str]:
    """The words of `text` in its order, as they are compared."""
    return [word for word, _ in located_words(text)]


def located_words(text: str) -> Iterator[tuple[str, Span]]:
    """The words of `text` in its order, as they are compared, each with where it stands."""
    for match in _WORD.finditer(text.replace("_", " ")):
        if form := _FORMS[match[0]]:
            yield form, Span(*match.span())


def distinct_words(text: str) -> set[str]:
    """The words of `text`, each once, as they are compared."""
    # Most pieces between spaces recur: it is three times quicker to look for words in each piece once.
    pieces = " ".join(set(text.replace("_", " ").split()))
    return {_FORMS[word] for word in set(_WORD.findall(pieces))} - {""}


def spellings(phrase: str) -> list[re.Pattern[str]]:
    """Find `phrase` in `plain` text, its tone marks as typed, in the old style or in the new."""
    typed = plain(phrase)
    new = _OLD_END.sub(lambda match: _NEW[match[0]], typed)
    old = _NEW_END.sub(lambda match: _OLD[match[0]], typed)
    # A pattern each: alternatives would cost the engine its quick search for a literal start.
    return [re.compile(r"\s+".join(map(re.escape, form.split()))) for form in dict.fromkeys((typed, new, old))]


def plain(text: str) -> str:
    """Composed lower case: what `spellings` are looked for in."""
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
