"""Words that are written as another word is: "chông chéo", "xuất xắc", "phát luật".

Every syllable is one that Vietnamese has, so that no list of syllables finds the slip; what stands beside it does. A
syllable that official documents never have beside its neighbours, where another, a slip away, makes a compound with
one of them and is far likelier beside both, was not meant. How much likelier is said in bits, from the counts of
`drafter.nlp.compounds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.nlp.compounds import Compounds
from drafter.nlp.syllables import normal
from drafter.wording.slips import Slip, slip
from drafter.wording.tokens import Token

SURE = 12.4
"""Bits from which a slip is told."""
SURE_OF_LETTER, SURE_OF_NO_WORD = 14.5, 11.0
"""The same, where a letter was left out or hit beside, or tone and mark are wrong at once, as more syllables lie as far
away as that: of what official documents have, and of what they have not."""
SURE_OF_BOUND, BOUND = 11.5, 0.5
"""The same, where the syllable meant has that part of its places beside its neighbour, and more."""
SURE_OF_RARE = ((0, 0.0, 6.0), (20, 0.3, 4.5), (60, 0.3, 6.0), (600, 0.3, 9.0), (600, 0.15, 10.5))
"""The same, of a syllable counted so often at the most, where the one meant has such a part of its places there."""
IN_CAPITALS = 3.0
"""Bits more where all is in capitals: names are, too."""
EXPLAINED = 4.0
"""Bits more where its neighbour makes a compound with the word on its other side, too: "di chuyển đội hình"."""
STANDS_ALONE = 4.0
"""Bits more for a word of one syllable that laws say more seldom than communes do: "các thôn báo về"."""
_VOWEL = re.compile("[aeiouyăâêôơư]")
_ROMAN = re.compile(r"[IVXLCM]+")
_ALONE = frozenset(
    map(normal, "vì mà là cha hay các trong chi xa do hỏi chờ đủ cả của qua về và thì từ với có".split())  # noqa: SIM905
)
"""Words that stand beside any other: no letter of them was hit wrongly."""


_NOUNS = frozenset(
    map(
        normal,
        (
            *(
                "thôn",
                "hộ",
                "trang",
                "bản",
                "ấp",
                "tổ",
                "đội",
                "xã",
                "khu",
                "nhà",
                "dân",
                "bà",
                "ông",
                "trẻ",
                "em",
                "con",
            ),
            *("loa", "chợ", "suối", "cầu", "đường", "ruộng", "nương", "rừng", "lúa", "ngô", "chè", "trâu", "bò", "dê"),
            *("lợn", "gà", "xe", "tàu", "máy", "giếng", "ao", "cây", "nước", "đất", "đá", "cát", "mưa", "lũ", "bão"),
            *("tháng", "tuần", "buổi", "phiên", "lần", "bước", "tờ", "cuốn"),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Misspelled:
    at: int
    """Which of the tokens."""
    meant: str
    """In normal form."""
    slip: Slip
    bits: float
    beside: int
    """The token that it makes a compound with."""


def misspelled(words: Sequence[Token], table: Compounds) -> Iterator[Misspelled]:
    """The tokens that were meant to be others, in their order."""
    pairs, none = table.pairs, frozenset[str]()
    for at, word in enumerate(words):
        before = words[at - 1].form if at and word.joined else ""
        if before and word.form in pairs.get(before, none):
            continue
        behind = words[at + 1].form if at + 1 < len(words) and words[at + 1].joined else ""
        if not behind and word.slashed:
            behind = _behind_alternative(words, at)
        if behind and behind in pairs.get(word.form, none):
            continue
        if not (before or behind) or not _may_err(words, at, behind, table):
            continue
        if found := _Place(before, word, behind, table).judged(*_explained(words, at, table)):
            meant, how, bits, left = found
            if _is_plain(words, at):
                continue
            yield Misspelled(at, meant, how, bits, at - 1 if left else at + (2 if word.slashed else 1))


def _behind_alternative(words: Sequence[Token], at: int) -> str:
    """What stands behind both of "Công/Trang thông tin", for the first of them."""
    return words[at + 2].form if at + 2 < len(words) and words[at + 2].joined else ""


def _may_err(words: Sequence[Token], at: int, behind: str, table: Compounds) -> bool:
    """Whether it is no name, no letter of a list, no piece of a word that something else has torn."""
    word, around = words[at], words[max(0, at - 1) : at + 2]
    if any(len(one.written) == 1 or not _VOWEL.search(one.form) for one in around) or _ROMAN.fullmatch(word.written):
        return False
    if word.written.isupper():
        return all(one.written.isupper() for one in around)
    if word.written[0].islower():
        return True
    if word.slashed:
        return at + 3 < len(words) and table.is_compound(behind, words[at + 3].form)
    return word.opens and at + 1 < len(words) and words[at + 1].written[0].islower()


def _is_plain(words: Sequence[Token], at: int) -> bool:
    """Whether all around is written without marks, as in names of files."""
    return all(word.written.isascii() for word in words[max(0, at - 2) : at + 3])


def _explained(words: Sequence[Token], at: int, table: Compounds) -> tuple[bool, bool]:
    """Whether what is before a token, and what is behind it, belongs together with its other neighbour."""
    left = at > 1 and words[at - 1].joined and table.is_compound(words[at - 2].form, words[at - 1].form)
    right = at + 2 < len(words) and words[at + 2].joined
    return left, right and table.is_compound(words[at + 1].form, words[at + 2].form)


@dataclass(frozen=True, slots=True)
class _Place:
    """A token with the forms beside it, "" where something stands between."""

    before: str
    word: Token
    behind: str
    table: Compounds

    def judged(self, left_explained: bool, right_explained: bool) -> tuple[str, Slip, float, bool] | None:
        """The likeliest syllable that was meant, how it came to be written so, by how many bits it is likelier, and
        whether it makes a compound with what is before it; None where none is likely enough."""
        form, table = self.word.form, self.table
        meant = {one for one in table.after.get(self.before, ()) if slip(form, one)}
        meant |= {one for one in table.before.get(self.behind, ()) if slip(form, one)}
        if not meant:
            return None
        bits, best = max((self._likelihood(one), one) for one in meant)
        bits -= self._likelihood(form)
        how = slip(form, best)
        left, right = table.share(self.before, best), table.share(best, self.behind)
        if how is None or (how == "letter" and (_ALONE & {form, best} or self._is_variable(best))):
            return None
        more = EXPLAINED if (left_explained if left >= right else right_explained) else 0.0
        more += STANDS_ALONE if form in _NOUNS else 0.0
        if bits < self._needed(how, max(left, right)) + more:
            return None
        return best, how, bits, left >= right

    def _is_variable(self, meant: str) -> bool:
        """Whether it is a word behind the sign of a formula: "Mbảo hiểm"."""
        return self.word.written[0].isupper() and self.word.form[1:] == meant

    def _likelihood(self, form: str) -> float:
        """Of a syllable between the two neighbours, in bits."""
        table = self.table
        told = table.expected(self.before, form) if self.before else 0.0
        told += table.expected(form, self.behind) if self.behind else 0.0
        return told - (table.expected_alone(form) if self.before and self.behind else 0.0)

    def _needed(self, how: Slip, share: float) -> float:
        more = IN_CAPITALS if self.word.written.isupper() else 0.0
        count = self.table.counts.get(self.word.form, 0)
        if how in ("letter", "marks"):
            return (SURE_OF_LETTER if count else SURE_OF_NO_WORD) + more
        rare = [sure for most, least, sure in SURE_OF_RARE if count <= most and share >= least]
        return min(*rare, SURE_OF_BOUND if share >= BOUND else SURE, SURE) + more
