"""Rows of a register that speak of no document: months, sums, kinds, headings repeated, signatures at the end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from drafter.readers.grids import Cell
from drafter.register.importing.cells import bare, words
from drafter.register.importing.headings import Heading
from drafter.register.importing.kinds import kind_titled
from drafter.register.importing.vocabulary import meaning

_TIME = re.compile(
    r"(?:thang|quy|tuan|nam|ngay|hoc ky|6 thang)(?: thu)? ?(?:\d{1,4}|[ivx]{1,4})\b.*|thang (?:gieng|chap)"
)
_SUM = re.compile(
    r"(?:tong )?cong(?: (?:\d|trang|thang|quy|nam|so|lai|chung|don)\b.*| \d.*)?"
    r"|tong(?: so)?(?: (?:van ban|cong van|trang|thang|quy|nam)\b.*| \d.*)?"
    r"|(?:mang|chuyen) (?:sang|trang)\b.*|luy ke\b.*"
)
_TITLE = re.compile(
    r"so (?:dang ky|theo doi|cong van|van ban|luu)\b.*|(?:uy ban nhan dan|ubnd|hdnd|dang uy|van phong)\b.*"
    r"|cong hoa xa hoi.*|doc lap tu do.*|trang \d+.*"
)
_CLOSING = re.compile(
    r"(?:nguoi (?:lap|vao so|viet so|ghi so)|van thu|thu truong|chanh van phong|chu tich|tm|kt|tl|xac nhan)\b.*"
    r"|.{0,40}\bngay (?:\d{1,2} )?thang (?:\d{1,2} )?nam(?: \d{4})?"
)
_UNIT = re.compile(r"(?:phong|ban|van phong|trung tam|doi|bo phan|tram|truong|hdnd|doan|hoi|mat tran|cong an)\b.*")
_ORDER = re.compile(r"^(?:[IVXLC]+|\d{1,2}|[A-ZĐ])\s*[.)/-]\s*|^[-–*+•]\s*")
_NUMBERED = re.compile(r"\(?\s*(\d{1,2}|[A-Za-z])\s*\)?")
_FEWEST_NUMBERED = 3
_LONGEST_NUMBERED = 4
_LONGEST_SECTION = 80
_FEWEST_REPEATED = 2


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that is no document's, and what it says of those below: their kind or their unit, "" for nothing."""

    kind: str = ""
    unit: str = ""
    closes: bool = False
    """Whether it belongs to what stands below the last document."""


def aside_of(cells: Mapping[int, Cell], heading: Heading, across: bool) -> Aside | None:
    """What a row is that speaks of no document, None for one that does.

    `cells` are those with something in them, by column; `across` says whether one of them is merged over many columns.
    """
    if _are_column_numbers(cells) or _is_repeated(cells, heading):
        return Aside()
    texts = list(dict.fromkeys(words(cell) for cell in cells.values()))
    first = bare(texts[0])
    if _SUM.fullmatch(first) and len(texts) <= _FEWEST_NUMBERED:
        return Aside()
    if len(texts) > 1:
        return Aside(closes=True) if _closes(texts, cells, heading) else None
    return _section(texts[0], across or min(cells) <= 1)


def _are_column_numbers(cells: Mapping[int, Cell]) -> bool:
    """(1) (2) (3) …, also with letters before them: A B 1 2."""
    if len(cells) < _FEWEST_NUMBERED:
        return False
    said = []
    for cell in cells.values():
        found = _NUMBERED.fullmatch(words(cell)) if len(words(cell)) <= _LONGEST_NUMBERED else None
        if not found:
            return False
        said.append(found[1])
    figures = [int(one) for one in said if one.isdigit()]
    return len(set(said)) == len(said) and all(later == one + 1 for one, later in pairwise(figures))


def _is_repeated(cells: Mapping[int, Cell], heading: Heading) -> bool:
    said = frozenset(bare(cell) if isinstance(cell, str) else words(cell) for cell in cells.values())
    if len(said) >= _FEWEST_REPEATED and any(said <= line for line in heading.lines):
        return True
    known = sum(1 for cell in cells.values() if isinstance(cell, str) and meaning(words(cell)) is not None)
    return known > _FEWEST_REPEATED and known == len(cells)


def _closes(texts: list[str], cells: Mapping[int, Cell], heading: Heading) -> bool:
    """Whether the row is one of several signatures side by side."""
    number = cells.get(heading.fields.get("number", heading.fields.get("symbol", -1)))
    has_number = number is not None and any(letter.isdigit() for letter in words(number))
    return not has_number and len(texts) <= _FEWEST_NUMBERED and any(_CLOSING.fullmatch(bare(text)) for text in texts)


def _section(text: str, outside: bool) -> Aside | None:
    """What a row with one text alone is; `outside` says whether it does not stand in the columns of the text."""
    if len(text) > _LONGEST_SECTION:
        return None
    plain = _ORDER.sub("", text)
    said = bare(plain)
    if kind := kind_titled(plain):
        return Aside(kind=kind)
    if _TIME.fullmatch(said) or (_TITLE.fullmatch(said) and not _UNIT.fullmatch(said)):
        return Aside()
    if _CLOSING.fullmatch(said):
        return Aside(closes=True)
    if outside and _UNIT.fullmatch(said):
        return Aside(unit=words(plain))
    return Aside() if _TITLE.fullmatch(said) and outside else None
