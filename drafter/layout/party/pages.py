"""Paper, margins, fonts and page numbers of Party documents (HD 05-HD/VPTW)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.document import Format, Margin, Section, Span
from drafter.layout.codes import old_codes
from drafter.layout.looks import points
from drafter.layout.mends import Letters, Mend, Page
from drafter.layout.pages import (
    FONT,
    RECODE,
    foreign_fonts,
    is_a4,
    may_set_number,
    mm_words,
    named_sections,
    shows_first_number,
    start_of,
)
from drafter.layout.paging import is_unnumbered
from drafter.layout.roles import Sheet
from drafter.layout.rows import MOST, Row
from drafter.layout.rules import Fault

_SIDES = (("top", "trên", 20), ("bottom", "dưới", 20), ("left", "trái", 30), ("right", "phải", 15))
_A5 = 148.0, 210.0
_PAPER = re.compile(r"(?:GIẤY|PHIẾU|THẺ)\b")
"""Administrative papers, which may be A5."""
_URGENT = re.compile(r"(?:THƯỢNG )?KHẨN|H(?:ỎA|OẢ) TỐC")
_SLIP = 0.01
_FROM_EDGE = 10


def pages(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with paper, margins, fonts and page numbers."""
    for at, (name, section) in enumerate(named_sections(sheet.document)):
        small = _is_small(sheet, section)
        if not small:
            yield from _paper(sheet, at, section, name)
        if not small and section.width <= section.height:
            yield from _margins(sheet, at, section, name)
        yield from _number(sheet, at, section, name)
    yield from _without_number(sheet)
    yield from _fonts(sheet)
    yield from _colour(sheet)


def _is_small(sheet: Sheet, section: Section) -> bool:
    short, long = sorted((section.width, section.height))
    is_a5 = abs(short - _A5[0]) <= 1 and abs(long - _A5[1]) <= 1
    return is_a5 and any(_PAPER.match(row.words) and row.in_capitals for row in sheet.rows)


def _paper(sheet: Sheet, at: int, section: Section, name: str) -> Iterator[Fault]:
    document = sheet.document
    if not is_a4(section):
        short, long = sorted((section.width, section.height))
        message = f"Khổ giấy{name} đang là {mm_words(short)} x {mm_words(long)} mm; phải là A4 (210 x 297 mm)."
        mend = Mend("hd05.D-01", at, Page(a4=True))
        yield Fault("hd05.D-01", start_of(document, section), message, "Chọn khổ giấy A4.", mends=(mend,))
    tables = any(one.cell for one in document.paragraphs[section.first : section.last])
    if section.width > section.height and not tables:
        message = f"Giấy{name} đang đặt ngang mà không có bảng biểu; chỉ trang có bảng biểu được đặt ngang."
        yield Fault("hd05.D-01", start_of(document, section), message, "Đặt giấy theo chiều dọc.")


def _margins(sheet: Sheet, at: int, section: Section, name: str) -> Iterator[Fault]:
    edges = {side: abs(getattr(section, side)) for side, _, _ in _SIDES}
    edges["left"] += section.gutter
    wrong = [(side, wanted) for side, _, wanted in _SIDES if abs(edges[side] - wanted) > 0.5]
    turned = abs(edges["left"] - 15) <= 0.5 and abs(edges["right"] - 30) <= 0.5  # the back of a sheet
    if turned:
        wrong = [one for one in wrong if one[0] in ("top", "bottom")]
    if wrong:
        having = ", ".join(f"lề {words} {mm_words(edges[side])} mm" for side, words, _ in _SIDES)
        message = f"Trang{name} đang có {having}; phải là trên 20, dưới 20, trái 30, phải 15 mm."
        margins = tuple((side, wanted - (section.gutter if side == "left" else 0.0)) for side, wanted in wrong)
        mend = Mend("hd05.D-02", at, Page(margins=margins))
        yield Fault("hd05.D-02", start_of(sheet.document, section), message, "Đặt lại lề trang.", mends=(mend,))


def _number(sheet: Sheet, at: int, section: Section, name: str) -> Iterator[Fault]:
    """The number of the pages: size 14, upright, in the middle, 10 mm below the edge, none on the first page."""
    place = start_of(sheet.document, section)
    set_ = (Mend("hd05.D-04", at, Page(number=True)),) if may_set_number(section) else ()
    if any(one.page_field for one in section.footers):
        message = f"Số trang{name} đang đặt ở chân trang; phải đặt ở giữa, cách mép trên trang giấy 10 mm."
        yield Fault("hd05.D-04", place, message, "Chuyển số trang lên đầu trang, canh giữa.", mends=set_)
    shown = next((one for one in section.headers if one.page_field and one.which != "first"), None)
    if shown:
        yield from (replace(fault, mends=set_) for fault in _look_of_number(place, shown, name))
        distance = section.header_distance
        if abs(distance - _FROM_EDGE) > 0.5 and _is_on_top(shown):
            message = f"Số trang{name} đang cách mép trên trang giấy {mm_words(distance)} mm; phải cách 10 mm."
            mend = Mend("hd05.D-04", at, Page(margins=(("header", _FROM_EDGE),)))
            yield Fault("hd05.D-04", place, message, "Đặt “Header from Top” bằng 10 mm.", mends=(mend,))
        if section.number_format not in (None, "decimal"):
            message = f"Số trang{name} không phải chữ số Ả Rập; số trang viết 1, 2, 3 …"
            yield Fault("hd05.D-04", place, message, "Chọn kiểu số trang 1, 2, 3.")
    if shows_first_number(section):
        message = "Số trang đang hiện ở trang thứ nhất; trang thứ nhất không hiển thị số trang."
        alone = section.title_page is False and not any(
            one.which == "first" and one.page_field for one in section.headers
        )
        mends = (Mend("hd05.D-04", at, Page(title_page=True)),) if alone else ()
        action = "Bật “Different First Page” (trang đầu khác) và bỏ số ở đầu trang ấy."
        yield Fault("hd05.D-04", place, message, action, mends=mends)


def _look_of_number(place: Span, margin: Margin, name: str) -> Iterator[Fault]:
    field = margin.page_field
    assert field is not None
    own = next((one for one in margin.paragraphs if one.span.holds(field)), None)
    if own and own.alignment != "center" and "\t" not in own.span.of(margin.text):
        message = f"Số trang{name} chưa canh giữa; phải ở giữa, cách mép trên trang giấy 10 mm."
        yield Fault("hd05.D-04", place, message, "Canh giữa số trang.")
    looks = [run.format for one in margin.paragraphs for run in one.runs if run.span.meets(field)]
    wrong = [f"cỡ chữ {points(one.size)}" for one in looks[:1] if one.size not in (None, 14)]
    wrong += ["chữ nghiêng" for one in looks[:1] if one.italic]
    if wrong:
        message = f"Số trang{name} đang là {', '.join(wrong)}; phải là cỡ chữ 14, kiểu chữ đứng."
        yield Fault("hd05.D-04", place, message, "Đặt số trang cỡ chữ 14, kiểu chữ đứng.")


def _is_on_top(margin: Margin) -> bool:
    """Whether nothing stands above the number in its header."""
    field = margin.page_field
    first = next((one for one in margin.paragraphs), None)
    return bool(field and first and first.span.holds(field) and first.space_before <= 1)


def _without_number(sheet: Sheet) -> Iterator[Fault]:
    if is_unnumbered(sheet):
        message = "Văn bản dài hơn một trang mà không có số trang; từ trang thứ hai phải đánh số trang."
        place = start_of(sheet.document, sheet.document.sections[0])
        action = "Thêm số trang ở giữa đầu trang, bỏ số ở trang thứ nhất."
        mend = Mend("hd05.D-04", 0, Page(number=True, title_page=True))
        yield Fault("hd05.D-04", place, message, action, "warning", mends=(mend,))


def _fonts(sheet: Sheet) -> Iterator[Fault]:
    for message, at in old_codes(sheet):
        yield Fault("hd05.D-03", at, message, RECODE)
    for font in foreign_fonts(sheet):
        rows = [row for row in sheet.rows if _part(row, font) > 1 - MOST]
        if rows:
            mends = tuple(Mend("hd05.D-03", row.index, Letters(font=FONT)) for row in rows)
            message = f"Có chữ dùng phông {font}; phải dùng phông {FONT}."
            yield Fault("hd05.D-03", rows[0].span, message, f"Đặt phông {FONT}.", mends=mends)


def _part(row: Row, font: str) -> float:
    return row.share(lambda look: look.font == font)


def _colour(sheet: Sheet) -> Iterator[Fault]:
    """Stamps of urgency are red."""
    rows = [row for row in sheet.rows if not _URGENT.match(row.words)]
    coloured = [row for row in rows if row.share(_is_coloured) > 0]
    count = sum(times for row in coloured for look, times in row.looks if _is_coloured(look))
    if count >= max(3, _SLIP * sum(row.letters for row in rows)):
        mends = tuple(Mend("hd05.D-03", row.index, Letters(black=True)) for row in coloured)
        message = "Có chữ màu khác màu đen; chữ trong văn bản phải màu đen."
        yield Fault("hd05.D-03", coloured[0].span, message, "Đặt màu chữ thành đen hoặc tự động.", mends=mends)


def _is_coloured(look: Format) -> bool:
    return look.color not in (None, "000000")
