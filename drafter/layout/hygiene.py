"""How the text is typed: blanks, marks, empty paragraphs, tone marks in two ways. The decree is silent on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from drafter.layout.prose import BIG, SMALL, Prose
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Fault

_BLANKS = re.compile(
    rf"""[ ](?=[ ,;:.)]) (?:
      (?P<doubled> (?:(?<=[{SMALL}{BIG},;:)”][ ])|(?<=\d{{4}}[ ])) [ ]+ (?=[\w(“]) )
    | (?P<before> (?<=[\w)”][ ]) [ ]* (?=[,;:][ \n]|[.][ \n](?![.…])|\)[ ,;.\n]) )
    | (?P<moved> (?<=[\w)”][ ]) [ ]* (?P<mark>[,;:]) (?=[{SMALL}{BIG}]{{2}}) ) )""",
    re.VERBOSE,
)
_MISSING = re.compile(
    rf"[,;:.](?=[{SMALL}{BIG}]{{2}})(?:(?<=[{SMALL}]{{2}}[,;:])|(?<=[{SMALL}]{{3}}[.])(?=[{BIG}][{SMALL}]{{2}}))"
)
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:vn|com|org|net|gov)\b")
_TONES = re.compile(r"(?:(?P<first>[òóỏõọ][ae]|(?<![qQ])[ùúủũụ]y)|(?P<second>o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ]))\b")

_PROSE = 60
"""Letters of a paragraph that is more than a line with a gap to fill in."""


def hygiene(sheet: Sheet, words: Prose) -> Iterator[Fault]:
    """Slips of typing, one fault for all of a sort."""
    yield from _slips(words)
    yield from _empty(sheet, words)
    yield from _indented(words)
    yield from _tones(words)


class _Slip(NamedTuple):
    """A stretch of the running text, and what belongs there."""

    start: int
    end: int
    words: str


def _found(text: str) -> Iterator[_Slip]:
    for blank in _BLANKS.finditer(text):
        yield _Slip(*blank.span(), "" if blank["before"] is not None else f"{blank['mark'] or ''} ")
    for mark in _MISSING.finditer(text):
        yield _Slip(mark.end(), mark.end(), " ")


def _slips(words: Prose) -> Iterator[Fault]:
    found = sorted(slip for slip in _found(words.text) if not _ADDRESS.search(_around(words.text, slip)))
    if not found:
        return
    first, around = found[0], _around(words.text, found[0])
    wrong = "thừa" if first.end > first.start else "thiếu"
    said = f"“{around}” {wrong} dấu cách"
    if len(found) > 1:
        said = f"{len(found)} chỗ gõ thừa hoặc thiếu dấu cách (như “{around}”)"
    message = f"{said}; giữa hai chữ là một dấu cách, dấu câu liền chữ trước và cách chữ sau."
    edits = tuple(edit for slip in found for edit in words.edit(*slip))
    span = words.span(*_reach(words.text, first.start, first.end))
    yield Fault("nd30.ND-09", span, message, "Sửa lại dấu cách.", edits=edits)


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the words that it touches."""
    before = re.search(r"\S*$", text[max(0, start - 30) : start])
    after = re.match(r"\S*", text[end : end + 30])
    return start - (len(before[0]) if before else 0), end + (len(after[0]) if after else 0)


def _around(text: str, slip: _Slip) -> str:
    start, end = _reach(text, slip.start, slip.end)
    return text[start:end]


def _empty(sheet: Sheet, words: Prose) -> Iterator[Fault]:
    """Empty paragraphs between two of the text, where the gap belongs to the paragraphs themselves."""
    paragraphs = sheet.document.paragraphs
    drawn = {stroke.paragraph for stroke in sheet.document.strokes}
    empty: list[int] = []
    for before, after in pairwise(words.rows):
        between = range(before.index + 1, after.index)
        if all(paragraphs[at].cell is None and at not in drawn and _is_empty(sheet, at) for at in between):
            empty += between
    if empty:
        message = f"Giữa các đoạn có {len(empty)} đoạn trống; khoảng cách giữa các đoạn đặt bằng định dạng đoạn."
        at = next(row for row in words.rows if row.index > empty[0])
        yield Fault("nd30.ND-09", at.span, message, "Bỏ các đoạn trống, đặt khoảng cách giữa các đoạn từ 6 pt.")


def _is_empty(sheet: Sheet, at: int) -> bool:
    return not sheet.document.paragraphs[at].span.of(sheet.document.text).strip(" \u00a0")


def _indented(words: Prose) -> Iterator[Fault]:
    """First lines moved in by tabs or blanks."""
    long = [row for row in words.rows if len(row.words) >= _PROSE]
    found = [row for row in long if _lead(words.document, row).strip(" ") or len(_lead(words.document, row)) > 2]
    if found:
        count = f"{len(found)} đoạn (như đoạn này)" if len(found) > 1 else "Đoạn này"
        message = f"{count} lùi dòng đầu bằng dấu tab hoặc dấu cách; lùi dòng đầu đặt bằng định dạng đoạn."
        suggestion = "Bỏ dấu tab, dấu cách ở đầu dòng, đặt lùi dòng đầu 1 cm hoặc 1,27 cm."
        yield Fault("nd30.ND-09", found[0].span, message, suggestion)


def _lead(text: str, row: Row) -> str:
    """The blanks typed before a paragraph's first word."""
    start = row.paragraph.span.start
    lead = text[start : row.span.start]
    return lead if lead.isspace() and not any(run.generated for run in row.paragraph.runs) else ""


def _tones(words: Prose) -> Iterator[Fault]:
    """Tone marks on either letter of oa, oe, uy: both are right, one document keeps to one."""
    counts: Counter[str] = Counter()
    firsts: dict[str, re.Match[str]] = {}
    for found in _TONES.finditer(words.text):
        way = "first" if found["first"] else "second"
        counts[way] += 1
        firsts.setdefault(way, found)
    if len(firsts) < 2:
        return
    most, least = (one for one, _ in counts.most_common())
    start, end = _reach(words.text, *firsts[least].span())
    message = (
        f"Dấu thanh đặt hai kiểu: {counts[most]} chỗ như “{_word(words.text, firsts[most])}”, {counts[least]} chỗ như"
        f" “{_word(words.text, firsts[least])}”; một văn bản nên dùng một kiểu."
    )
    yield Fault("nd30.ND-09", words.span(start, end), message, "Đặt dấu thanh theo một kiểu.")


def _word(text: str, found: re.Match[str]) -> str:
    start, end = _reach(text, *found.span())
    return text[start:end].strip(' ,;:.()“”"-/')
