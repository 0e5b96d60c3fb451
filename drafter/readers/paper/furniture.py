"""What stands on pages and is no part of the text: page numbers, running headers and footers, stamps of signatures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from drafter.readers.paper.lines import Line
from drafter.readers.paper.values import Sheet

_NUMBER = re.compile(
    r"[-–—~|.\s]*(?:Trang|Page|Tr\.)?\s*(\d{1,4})(\s*(?:/|of|trên)\s*\d{1,4})?[-–—~|.\s]*", re.IGNORECASE
)
_GAZETTE = re.compile(r"(?:\d+\s+)?CÔNG BÁO\s*/\s*Số\b|CÔNG BÁO\s*/\s*Số.*\d$")
_STAMP = re.compile(
    r"(?:Ký bởi|Người ký|Được ký bởi|(?:Đã )?Ký số bởi|Ký điện tử bởi|Signature (?:Not Verified|Valid)|"
    r"(?:Digitally|Electronically) signed by)\b",
    re.IGNORECASE,
)
_STAMPED = re.compile(
    r"(?:Email|Cơ quan|Tổ chức|Đơn vị|Ngày ký|Giờ ký|Ký ngày|Thời gian(?: ký)?|Lý do|Signing time|Date|Reason|"
    r"Location|[OCLST]{1,2}=|CN=)\b\s*[:=]?|.*\d{1,2}:\d{2}:\d{2}",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(r"CỘNG H[ÒO][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|^Độc lập", re.IGNORECASE)
_ZONE = 0.085
"""Part of the page's height, above and below, in which headers and footers stand."""
_SAME = 0.85
"""How alike two recognised headers are."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line that may be a page number."""

    page: int
    number: int
    is_top: bool
    line: Line
    is_sure: bool


def text_lines(sheets: Sequence[Sheet], pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each sheet without what is no part of the text."""
    kept = [_without(rows, _stamps(rows)) for rows in pages]
    kept = [_without(rows, _gazette(sheet, rows)) for sheet, rows in zip(sheets, kept, strict=True)]
    repeated = _repeated(sheets, kept)
    kept = [_without(rows, repeated) for rows in kept]
    numbers = _numbers(sheets, kept)
    return [_without(rows, numbers) for rows in kept]


def _without(rows: Iterable[Line], out: Iterable[Line]) -> list[Line]:
    gone = set(map(id, out))
    return [row for row in rows if id(row) not in gone]


def _stamps(rows: Sequence[Line]) -> list[Line]:
    """The stamp that a program for signatures draws on the page."""
    found: list[Line] = []
    for row in rows:
        near = found and abs(row.left - found[-1].left) < 20 and row.base - found[-1].base < 2 * row.size
        if _STAMP.match(row.text) or (near and _STAMPED.match(row.text)):
            found.append(row)
    return found


def _gazette(sheet: Sheet, rows: Sequence[Line]) -> list[Line]:
    return [row for row in rows[:3] if _GAZETTE.match(row.text) and row.top < 1.5 * _ZONE * sheet.height]


def _zone(sheet: Sheet, rows: Sequence[Line]) -> list[tuple[bool, Line]]:
    """The lines in the margins above (True) and below."""
    above = [(True, row) for row in rows[:3] if row.bottom < _ZONE * sheet.height]
    return above + [(False, row) for row in rows[-3:] if row.top > (1 - _ZONE) * sheet.height]


def _repeated(sheets: Sequence[Sheet], pages: Sequence[Sequence[Line]]) -> list[Line]:
    """Lines in the margins that say the same at the same height on another page not far."""
    zones = [_zone(sheet, rows) for sheet, rows in zip(sheets, pages, strict=True)]
    found = []
    for at, zone in enumerate(zones):
        others = [row for near in zones[max(0, at - 4) : at] + zones[at + 1 : at + 5] for row in near]
        for is_top, row in zone:
            twins = [one for top, one in others if top == is_top and _twins(row, one)]
            if twins and not _LETTERHEAD.search(row.text) and not _NUMBER.fullmatch(row.text):
                found.append(row)
    return found


def _twins(one: Line, other: Line) -> bool:
    near = 12 if one.recognised else 4
    if abs(one.base - other.base) > near:
        return False
    text, twin = (re.sub(r"\d+", "0", line.text.lower()) for line in (one, other))
    return text == twin or (one.recognised and SequenceMatcher(None, text, twin, autojunk=False).ratio() >= _SAME)


def _numbers(sheets: Sequence[Sheet], pages: Sequence[Sequence[Line]]) -> list[Line]:
    marks = [mark for sheet, rows in zip(sheets, pages, strict=True) for mark in _marks(sheet, rows)]
    return [mark.line for mark in marks if mark.is_sure or any(_goes_on(mark, other) for other in marks)]


def _goes_on(mark: _Mark, other: _Mark) -> bool:
    """Whether two numbers count the pages between them."""
    pages, count = other.page - mark.page, other.number - mark.number
    return mark.is_top == other.is_top and pages == count and 0 < abs(pages) <= 3


def _marks(sheet: Sheet, rows: Sequence[Line]) -> Iterable[_Mark]:
    for is_top, row in [(True, one) for one in rows[:1]] + [(False, one) for one in rows[1:][-1:]]:
        found = _NUMBER.fullmatch(row.text)
        outside = row.bottom < 1.5 * _ZONE * sheet.height if is_top else row.top > (1 - 1.5 * _ZONE) * sheet.height
        if found and outside:
            number = int(found[1])
            centred = abs(row.middle - sheet.width / 2) < 0.06 * sheet.width
            alone = len(rows) > 1 and abs(rows[1 if is_top else -2].base - row.base) > 1.3 * row.size
            sure = bool(found[2]) or number == sheet.number or (is_top and centred and alone and number > 1)
            yield _Mark(sheet.number, number, is_top, row, sure)
