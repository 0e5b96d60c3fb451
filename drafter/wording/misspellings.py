"""What is wrong with the spelling of a document's words: said where it stands, with what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from drafter.nlp.compounds import Compounds, compounds
from drafter.nlp.syllables import normal
from drafter.wording.reading import Reading, Remark
from drafter.wording.spelling import Misspelled, misspelled
from drafter.wording.syllabary import is_syllable, is_writable
from drafter.wording.tokens import Token

_USUAL = 200
"""How often a word was counted, at the least, that may have run into another."""
_CERTAIN = 25.0
"""Bits from which nothing is more certain."""
_MARKED = re.compile(r"[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_WORDS = re.compile(r"[^\W\d_]+")
_TORN = re.compile(r"[\w*_@/\\.’'-]")
"""What stands beside a piece of something else: an address, a name of a file, letters in bold."""


def misspellings(reading: Reading) -> Iterator[Remark]:
    """Words written as another, letters that make no syllable, words run together."""
    table, words = compounds(), reading.words
    told: set[int] = set()
    for phrase in _phrases().finditer(reading.text):
        told.update(range(phrase.start(), phrase.end()))
        yield _of_phrase(phrase)
    for found in misspelled(words, table):
        word = words[found.at]
        torn = _is_torn(reading.text, word) or (word.form not in table.counts and _is_piece(words, found.at, table))
        at_once = {word.start, words[found.beside].start} & told  # of two in a row the first was wrong
        if not at_once and not torn and not _is_right(words, found.at):
            told.add(word.start)
            yield _of_word(words, found, table)
    for at, word in enumerate(words):
        if word.form in table.counts or word.start in told or not _may_be_none(reading.text, word):
            continue
        if _is_piece(words, at, table):
            continue
        if parted := _parted(word, table):
            yield _run_together(word, parted)
        elif not is_writable(word.form):
            yield _no_syllable(word)


@cache
def _rights() -> Mapping[str, str]:
    """What is written right, by what is often written instead."""
    lines = files(__package__).joinpath("phrases.txt").read_text("utf-8").splitlines()
    return dict(line.split(" | ") for line in lines if line and not line.startswith("#"))


@cache
def _right() -> frozenset[tuple[str, ...]]:
    """Pairs of syllables, in normal form, that are right whatever the table says."""
    lines = files(__package__).joinpath("right.txt").read_text("utf-8").splitlines()
    return frozenset(tuple(map(normal, line.split())) for line in lines if line and not line.startswith("#"))


def _is_right(words: Sequence[Token], at: int) -> bool:
    around = pairwise(word.form for word in words[max(0, at - 1) : at + 2])
    return any(pair in _right() for pair in around)


@cache
def _phrases() -> re.Pattern[str]:
    wrong = "|".join(sorted((re.escape(one) for one in _rights()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{wrong})(?!\w)".replace(r"\ ", r"[ \n]"), re.IGNORECASE)


def _of_phrase(found: re.Match[str]) -> Remark:
    words = list(_WORDS.finditer(found[0]))
    right = _WORDS.findall(_rights()[" ".join(found[0].split()).lower()])
    apart = [at for at, (one, other) in enumerate(zip(words, right, strict=True)) if one[0].lower() != other]
    meant = found[0]
    for one, other in reversed(list(zip(words, right, strict=True))):
        meant = meant[: one.start()] + _cased(one[0], other) + meant[one.end() :]
    start, end = found.start() + words[apart[0]].start(), found.start() + words[apart[-1]].end()
    return _told(start, end, " ".join(found[0].split()), " ".join(meant.split()))


def _told(start: int, end: int, written: str, meant: str, score: float = 1.0) -> Remark:
    message = f"“{written}” có lẽ viết nhầm; chữ đúng là “{meant}”."
    return Remark("word.misspelled", start, end, message, f"Viết “{meant}”.", score=score)


def _of_word(words: Sequence[Token], found: Misspelled, table: Compounds) -> Remark:
    word, beside = words[found.at], words[found.beside]
    meant = _cased(word.written, table.spellings[found.meant])
    pairs = [(word.written, meant), (beside.written, beside.written)]
    written, right = zip(*(pairs if found.at < found.beside else pairs[::-1]), strict=True)
    score = min(found.bits / _CERTAIN, 1.0)
    return _told(word.start, word.end, " ".join(written), " ".join(right), score)


def _may_be_none(text: str, word: Token) -> bool:
    """Whether a word may be a Vietnamese one that went wrong: in small letters, or at the start of a sentence."""
    small = word.written.islower() or (word.opens and word.written[1:].islower())
    return small and len(word.written) > 1 and not _is_torn(text, word)


def _is_torn(text: str, word: Token) -> bool:
    before, behind = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
    return bool(_TORN.fullmatch(before) and before != "/") or bool(re.match(r"[*_@\\’'\d-]|[./]\w", behind))


def _parted(word: Token, table: Compounds) -> str:
    """The two usual words that a word is without its blank, those that most often stand together; "" for none."""
    if len(word.written) < 5 or not _MARKED.search(word.written):
        return ""
    cuts = ((word.written[:at], word.written[at:]) for at in range(2, len(word.written) - 1))
    usual = [(table.expected(*forms), pair) for pair in cuts if (forms := _usual(pair, table))]
    return " ".join(max(usual)[1]) if usual else ""


def _usual(pair: tuple[str, str], table: Compounds) -> tuple[str, str] | None:
    """Their normal forms; None where one of them is no usual syllable."""
    first, second = map(normal, pair)
    usual = min(table.counts.get(first, 0), table.counts.get(second, 0)) >= _USUAL
    return (first, second) if usual and is_syllable(first) and is_syllable(second) else None


def _is_piece(words: Sequence[Token], at: int, table: Compounds) -> bool:
    """Whether a word is a piece of one that blanks have torn: "quyề n", "gi ải"."""
    around = [words[one] for one in (at - 1, at, at + 1) if 0 <= one < len(words)]
    if any(len(one.written) == 1 for one in around):
        return True
    return any(normal(one.written + other.written) in table.counts for one, other in pairwise(around))


def _run_together(word: Token, parted: str) -> Remark:
    message = f"“{word.written}” viết liền hai chữ; giữa hai chữ là một dấu cách."
    return Remark("word.misspelled", word.start, word.end, message, f"Viết “{parted}”.")


def _no_syllable(word: Token) -> Remark:
    message = f"“{word.written}” không phải là một chữ tiếng Việt; có lẽ gõ thừa, thiếu hoặc nhầm chữ cái, dấu."
    return Remark("word.misspelled", word.start, word.end, message, "Xem lại chữ này.")


def _cased(written: str, meant: str) -> str:
    """A word in the case of another, letter by letter as far as that goes."""
    if written.isupper() and len(written) > 1:
        return meant.upper()
    heads = "".join(other.upper() if one.isupper() else other for one, other in zip(written, meant, strict=False))
    return heads + meant[len(heads) :]
