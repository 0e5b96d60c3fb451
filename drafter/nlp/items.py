"""The items of a text: its paragraphs with their numbers or dashes, and which heading holds which.

`drafter.nlp.outline` names the numbered places of a text; here every paragraph counts, those with dashes and those
without a sign too, and broken lines are one paragraph again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from drafter.document import Span
from drafter.nlp.actions import is_action
from drafter.nlp.assignees import assignees_at
from drafter.nlp.duties import heading_leads
from drafter.nlp.folding import Folded


class Rank(IntEnum):
    """From the largest to the smallest."""

    chapter = 0
    """Phần, Chương, Điều."""
    capital = 1
    roman = 2
    """A line in capitals too."""
    number = 3
    decimal = 4
    letter = 5
    dash = 6
    plus = 7
    plain = 8


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of the text."""

    span: Span
    """In the text that was folded, without the sign."""
    words: str
    """In plain letters, on one line."""
    rank: Rank
    above: int
    """The index of the item that holds this one, -1 for none."""


_SIGN = re.compile(
    r"""[ \t*_]*(?:
      (?P<chapter>(?:Phần|PHẦN|Chương|CHƯƠNG|Điều|ĐIỀU|Mục|MỤC)\s+(?:\d{1,3}|[IVXLC]+|thứ\s\w+)\b[ ]?[.:]?(?=\s|$))
    | (?P<roman>[IVXLC]{1,6}[ ]?[.\-–/](?=\s|[A-ZĐÀ-Ỹ]{2}))
    | (?P<capital>[A-H][ ]?[.](?=\s))
    | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?=\s+\S|[ \t]*$))
    | (?P<number>\d{1,2}[ ]?[.)](?=\s|[^\W\d_]|$))
    | (?P<letter>[a-zđ][ ]?[.)](?=\s)|\(\d{1,2}\)(?=\s))
    | (?P<plus>[+*•](?=\s*[^\W\d_]))
    | (?P<dash>[-–−—](?=\s*\S))
    )[ \t*_]*""",
    re.VERBOSE,
)
_BOLD_ENDS = re.compile(r"\*\*(?=[ \t]*(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)])")
_SENTENCE_ENDS = re.compile(r"[.;:!?…][”\"’)*_]*$")


def items(folded: Folded, stretches: Iterable[Span], broken: bool = False) -> tuple[Item, ...]:
    """The items in stretches of a folded text, in its order; those of one stretch are never held by those of another.

    `broken` says that lines may end within a sentence before a capital too, as in a text file.
    """
    found: list[Item] = []
    for stretch in stretches:
        held: list[int] = []
        for start, end in _paragraphs(folded.text, stretch, broken):
            sign = _SIGN.match(folded.text, start, end)
            begin = sign.end() if sign else start
            begin = Span(begin, end).trimmed(folded.text).start
            words = " ".join(folded.text[begin:end].replace("**", " ").split()).strip(" *_")
            if not words:
                continue
            rank = _rank(sign, words)
            held = [one for one in held if found[one].rank < rank]
            found.append(Item(folded.raw(begin, end), words, rank, held[-1] if held else -1))
            held.append(len(found) - 1)
    return tuple(found)


def _rank(sign: re.Match[str] | None, words: str) -> Rank:
    if sign and sign.lastgroup:
        return Rank[sign.lastgroup]
    return Rank.roman if words.isupper() and len(words.split()) > 1 else Rank.plain


def _paragraphs(text: str, stretch: Span, broken: bool) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, broken lines joined, blanks at both ends left out."""
    start = end = -1
    for first, last in _lines(text, stretch):
        if start >= 0 and _goes_on(text, start, end, first, last, broken):
            end = last
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end


def _lines(text: str, stretch: Span) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\n]+", text[stretch.start : stretch.end]):
        at = stretch.start + found.start()
        ends = [at + bold.end() for bold in _BOLD_ENDS.finditer(found[0])] + [stretch.start + found.end()]
        for last in ends:
            if text[at:last].strip(" \t*_"):
                line = Span(at, last).trimmed(text)
                yield line.start, line.end
            at = last


def _goes_on(text: str, start: int, end: int, first: int, last: int, broken: bool) -> bool:
    """Whether the line `first` to `last` goes on with the sentence of the paragraph `start` to `end`."""
    sign = _SIGN.match(text, start, end)
    if sign and sign.end() >= end:
        return True  # a number alone on its line
    if _SIGN.match(text, first, last):
        return False
    if _SENTENCE_ENDS.search(text[start:end]):
        return broken and text[end - 1] == ";" and text[first].islower() and text[end:first] == "\n"
    if text[first].islower() or text[first] == "(":
        return True
    if not broken or text[end:first].count("\n") > 1:
        return False
    above, below = text[sign.end() if sign else start : end], text[first:last]
    if above.isupper():
        return below.isupper()
    return not (heading_leads(" ".join(above.split())) and (is_action(below) or assignees_at(below, 0)))
