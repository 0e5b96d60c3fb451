"""Paper, margins, fonts, colour and page numbers (Phụ lục I, Phần I, Mục I NĐ 30)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from drafter.document import Document, Format, Margin, Section, Span
from drafter.layout.looks import points
from drafter.layout.roles import Sheet
from drafter.layout.rows import MOST
from drafter.layout.rules import Fault

FONT = "Times New Roman"
_SAME_FONT = re.compile(r"Times ?New ?Roman(?:PSMT|PS-\w+| Bold| Italic)?$", re.IGNORECASE)
_OLD_FONT = re.compile(r"\.Vn|VNI[- ]|VN-?(?:Times|Helve)", re.IGNORECASE)
_BLACK = ("000000", None)
_FEW = 0.01
"""Part of the letters from which another font or colour counts: less is a symbol or a slip."""


def pages(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with paper, margins, fonts and page numbers."""
    document = sheet.document
    for number, section in enumerate(document.sections):
        name = f" (phần thứ {number + 1} của tệp)" if len(document.sections) > 1 else ""
        yield from _paper(document, section, name)
        yield from _margins(document, section, name)
        yield from _page_number(document, section, name)
    yield from _letters(sheet)


def _start(document: Document, section: Section) -> Span:
    """The first paragraph with words of a section: what concerns its pages is said there."""
    own = document.paragraphs[section.first : section.last]
    return next((one.span for one in own if one.span.of(document.text).strip()), Span(0, 0))


def _paper(document: Document, section: Section, name: str) -> Iterator[Fault]:
    short, long = sorted((section.width, section.height))
    if abs(short - 210) > 1 or abs(long - 297) > 1:
        message = f"Khổ giấy{name} đang là {_mm(short)} x {_mm(long)} mm; phải là A4 (210 x 297 mm)."
        yield Fault("nd30.PG-01", _start(document, section), message, "Chọn khổ giấy A4.")
    tables = any(one.cell for one in document.paragraphs[section.first : section.last])
    if section.width > section.height and not tables:
        message = f"Giấy{name} đang đặt ngang mà không có bảng biểu; văn bản trình bày theo chiều dài của giấy."
        yield Fault("nd30.PG-02", _start(document, section), message, "Đặt giấy theo chiều dọc.")


def _margins(document: Document, section: Section, name: str) -> Iterator[Fault]:
    if section.width > section.height:
        return  # the decree does not say how margins turn with the paper
    sides = (
        ("PG-03", "trên", abs(section.top), 20, 25),
        ("PG-04", "dưới", abs(section.bottom), 20, 25),
        ("PG-05", "trái", section.left + section.gutter, 30, 35),
        ("PG-06", "phải", section.right, 15, 20),
    )
    for id_, side, width, least, most in sides:
        if not least - 0.5 <= width <= most + 0.5:
            message = f"Lề {side}{name} đang là {_mm(width)} mm; phải từ {least} đến {most} mm."
            yield Fault(f"nd30.{id_}", _start(document, section), message, f"Đặt lề {side} từ {least} đến {most} mm.")


def _page_number(document: Document, section: Section, name: str) -> Iterator[Fault]:
    at = _start(document, section)
    if any(_shows(margin) for margin in section.footers):
        message = f"Số trang{name} đang đặt ở chân trang; phải đặt canh giữa trong phần lề trên."
        yield Fault("nd30.PN-02", at, message, "Chuyển số trang lên đầu trang, canh giữa.")
    shown = [margin for margin in section.headers if _shows(margin) and margin.which != "first"]
    for margin in shown[:1]:
        yield from _look_of_number(margin, at, name)
    first = [margin for margin in section.headers if margin.which == "first"]
    hidden = section.title_page and not any(map(_shows, first))
    if shown and section.first == 0 and not hidden:
        message = "Số trang đang hiện ở trang thứ nhất; trang thứ nhất không hiển thị số trang."
        yield Fault("nd30.PN-04", at, message, "Bật “Different First Page” (trang đầu khác) và bỏ số ở đầu trang ấy.")


def _look_of_number(margin: Margin, at: Span, name: str) -> Iterator[Fault]:
    field = margin.page_field
    assert field is not None
    own = next((one for one in margin.paragraphs if one.span.holds(field)), None)
    looks = [run.format for one in margin.paragraphs for run in one.runs if run.span.meets(field)]
    if own and own.alignment != "center" and "\t" not in own.span.of(margin.text):
        message = f"Số trang{name} chưa canh giữa; phải canh giữa trong phần lề trên."
        yield Fault("nd30.PN-02", at, message, "Canh giữa số trang.")
    if looks and looks[0].size is not None and not 13 <= looks[0].size <= 14:
        message = f"Số trang{name} đang có cỡ chữ {points(looks[0].size)}; phải là cỡ chữ 13 đến 14, kiểu chữ đứng."
        yield Fault("nd30.PN-03", at, message, "Đặt số trang cỡ chữ 13 đến 14, kiểu chữ đứng.")
    elif looks and looks[0].italic:
        message = f"Số trang{name} đang là chữ nghiêng; phải là kiểu chữ đứng."
        yield Fault("nd30.PN-03", at, message, "Đặt số trang kiểu chữ đứng.")


def _shows(margin: Margin) -> bool:
    return margin.page_field is not None


def _letters(sheet: Sheet) -> Iterator[Fault]:
    total = sum(times for row in sheet.rows for _, times in row.looks)
    fonts = _counted(sheet, lambda look: look.font)
    for font, count in fonts.items():
        if not font or _SAME_FONT.match(font) or count < max(3, _FEW * total):
            continue
        at = _first(sheet, partial(_is_of, font))
        share = max(1, round(100 * count / total))
        if _OLD_FONT.match(font):
            message = f"{share}% chữ dùng phông {font} của bộ mã cũ; phải dùng bộ mã Unicode."
            yield Fault("nd30.PG-09", at, message, f"Chuyển mã sang Unicode rồi đặt phông {FONT}.")
        else:
            message = f"{share}% chữ dùng phông {font}; phải dùng phông {FONT}."
            yield Fault("nd30.PG-08", at, message, f"Đặt phông {FONT} cho cả văn bản.")
    coloured = sum(count for color, count in _counted(sheet, lambda look: look.color).items() if color not in _BLACK)
    if coloured >= max(3, _FEW * total):
        at = _first(sheet, lambda look: look.color not in _BLACK)
        message = f"{max(1, round(100 * coloured / total))}% chữ có màu khác màu đen; chữ trong văn bản phải màu đen."
        yield Fault("nd30.PG-10", at, message, "Đặt màu chữ thành đen hoặc tự động.")


def _counted(sheet: Sheet, of: Callable[[Format], str | None]) -> Counter[str | None]:
    counts: Counter[str | None] = Counter()
    for row in sheet.rows:
        for look, times in row.looks:
            counts[of(look)] += times
    return counts


def _first(sheet: Sheet, has: Callable[[Format], bool]) -> Span:
    found = [row for row in sheet.rows if row.share(has) >= 1 - MOST]
    return found[0].span if found else Span(0, 0)


def _is_of(font: str, look: Format) -> bool:
    return look.font == font


def _mm(length: float) -> str:
    return f"{round(length, 1):g}".replace(".", ",")
