"""Documents of the Party: Hướng dẫn số 05-HD/VPTW, as far as its values can be measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.document import Paragraph
from drafter.layout.bodies import paragraphs_of, texts, wrong_gap
from drafter.layout.looks import ALIGNED, Component, Look, looks, points
from drafter.layout.pages import FONT, foreign_fonts, mm_words, named_sections, start_of
from drafter.layout.roles import Sheet
from drafter.layout.rows import MOST, Row
from drafter.layout.rules import Fault

_LOOKS: tuple[Component, ...] = (
    ("D-05", ("party_title",), "Tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”", Look(15, 15, True, False, True)),
    ("D-06", ("superior",), "Tên cơ quan cấp trên", Look(14, 14, False, False, True)),
    ("D-06", ("organ",), "Tên cơ quan ban hành", Look(14, 14, True, False, True)),
    ("D-07", ("number",), "Số, ký hiệu", Look(14, 14, False, False)),
    ("D-08", ("place_date",), "Địa danh và thời gian", Look(14, 14, False, True, False)),
    ("D-09", ("kind",), "Tên loại văn bản", Look(15, 16, True, False, True, "center")),
    ("D-09", ("subject",), "Trích yếu", Look(14, 15, True, False, False, "center")),
    ("D-10", ("about",), "Trích yếu công văn", Look(12, 12, False, True, False)),
    ("D-14", ("authority",), "Thẩm quyền ký", Look(14, 14, True, False, True)),
    ("D-14", ("signer_title",), "Chức vụ người ký", Look(14, 14, False, False, True)),
    ("D-14", ("signer",), "Họ và tên người ký", Look(14, 14, True, False, False)),
    ("D-17", ("noi_nhan",), "Chữ “Nơi nhận:”", Look(14, 14, False, False, False)),
    ("D-17", ("recipient",), "Danh sách nơi nhận", Look(12, 12, False, False)),
)
_SIDES = (("top", "trên", 20), ("bottom", "dưới", 20), ("left", "trái", 30), ("right", "phải", 15))
_STATE_PREFIX = re.compile(r"(?:TM|KT|TL)\.\s*")


def party(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with a document of the Party."""
    yield from _pages(sheet)
    yield from looks(sheet, _LOOKS, "hd05")
    yield from _head(sheet)
    yield from _text(sheet)
    yield from _closing(sheet)
    roman = [row for row in sheet.of("appendix") if re.match(r"phụ lục\s+[IVXLC]+\b", row.words, re.IGNORECASE)]
    if roman:
        message = f"“{roman[0].words}” đánh số La Mã; phụ lục của văn bản Đảng đánh số Ả Rập."
        yield Fault("hd05.D-21", roman[0].span, message, "Viết như “Phụ lục 1”, và sửa chỗ nhắc đến.")


def _pages(sheet: Sheet) -> Iterator[Fault]:
    document = sheet.document
    for name, section in named_sections(document):
        if section.width > section.height:
            continue
        edges = {side: abs(getattr(section, side)) for side, _, _ in _SIDES}
        edges["left"] += section.gutter
        turned = abs(edges["left"] - 15) <= 0.5 and abs(edges["right"] - 30) <= 0.5  # the back of a sheet
        wrong = [(words, wanted) for side, words, wanted in _SIDES if abs(edges[side] - wanted) > 0.5]
        if wrong and not (turned and len(wrong) == 2):
            having = ", ".join(f"lề {words} {mm_words(edges[side])} mm" for side, words, _ in _SIDES)
            message = f"Trang{name} đang có {having}; phải là trên 20, dưới 20, trái 30, phải 15 mm."
            yield Fault("hd05.D-02", start_of(document, section), message, "Đặt lại lề trang.")
    for font in foreign_fonts(sheet):
        found = next((row for row in sheet.rows if row.share(lambda look: look.font == font) > 1 - MOST), None)  # noqa: B023
        if found:
            yield Fault(
                "hd05.D-03", found.span, f"Có chữ dùng phông {font}; phải dùng phông {FONT}.", f"Đặt phông {FONT}."
            )


def _head(sheet: Sheet) -> Iterator[Fault]:
    for row in sheet.of("number")[:1]:
        if re.match(r"Số\s*:", row.words):
            message = "Số, ký hiệu đang viết “Số:”; văn bản của Đảng không có dấu hai chấm sau chữ Số."
            yield Fault("hd05.D-07", row.span, message, "Viết như “Số 05-KH/ĐU”.")
        elif figure := re.match(r"Số\s+([1-9])\s?-", row.words):
            message = f"Số của văn bản đang viết “{figure[1]}”; số nhỏ hơn 10 phải ghi số 0 phía trước."
            yield Fault("hd05.D-07", row.span, message, f"Viết “0{figure[1]}”.")
    for row in sheet.of("about")[:1]:
        if re.match(r"V\s*/\s*v", row.words, re.IGNORECASE):
            message = "Trích yếu công văn bắt đầu bằng “V/v”; công văn của Đảng viết “về việc”."
            yield Fault("hd05.D-10", row.span, message, "Viết “về việc” thay cho “V/v”.")


def _text(sheet: Sheet) -> Iterator[Fault]:
    found = texts(sheet)
    for row in found:
        size = row.most(lambda look: look.size)
        if size is not None and not 14 <= size <= 15:
            message = f"Nội dung có cỡ chữ {points(size)}; phải dùng cỡ chữ 14 đến 15."
            yield Fault("hd05.D-11", row.span, message, "Đặt cỡ chữ 14 hoặc 15 cho toàn bộ nội dung.")
            break
    wrong = [(row, words) for row in found if (words := _wrong_shape(row.paragraph))]
    if wrong:
        row, words = wrong[0]
        count = f"{len(wrong)} đoạn văn (như đoạn này)" if len(wrong) > 1 else "Đoạn văn này"
        message = f"{count} {words}; phải căn đều, cách dòng chính xác từ 18 đến 22 pt."
        yield Fault("hd05.D-11", row.span, message, "Đặt lại căn lề và cách dòng.")
    paragraphs = paragraphs_of(found)
    close = [one for at, one in paragraphs.items() if wrong_gap(paragraphs.get(at - 1), one)]
    if close:
        yield Fault("hd05.D-11", close[0].span, "Đoạn văn này cách đoạn trước chưa đủ 6 pt.", "Đặt cách đoạn từ 6 pt.")
    last: Row | None = next(iter(sheet.of("body")[-1:]), None)
    if last and last.words.endswith("./."):
        message = "Nội dung kết thúc bằng “./.”; văn bản của Đảng kết thúc bằng dấu chấm."
        yield Fault("hd05.D-11", last.span, message, "Bỏ “/.” ở cuối nội dung.")


def _wrong_shape(paragraph: Paragraph) -> str:
    if paragraph.alignment != "both":
        return ALIGNED[paragraph.alignment]
    spacing = paragraph.line_spacing
    if spacing.rule == "exact" and 17.9 <= spacing.value <= 22.1:
        return ""
    return f"có cách dòng {points(round(spacing.value, 2))} {'dòng' if spacing.rule == 'multiple' else 'pt'}"


def _closing(sheet: Sheet) -> Iterator[Fault]:
    for row in sheet.of("authority"):
        if found := _STATE_PREFIX.match(row.words):
            right = f"{found[0][0]}/{found[0][1]}"
            message = f"Thẩm quyền ký đang viết “{found[0].strip()}”; văn bản của Đảng viết “{right}”."
            yield Fault("hd05.D-14", row.span, message, f"Viết “{right}”.")
    for row in sheet.of("recipient"):
        if re.match(r"[-–]\s*Lưu\s*:", row.words) or re.match(r"[-–]\s*Lưu\b.*\bVT\b", row.words):
            message = f"Dòng lưu đang viết “{row.words}”; văn bản của Đảng viết “- Lưu”, rồi tên cơ quan."
            yield Fault("hd05.D-17", row.span, message, "Viết như “- Lưu Văn phòng Đảng ủy.”.")
