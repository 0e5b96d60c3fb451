"""Marks of secrecy, urgency and circulation, the drafter's code, the address (Phụ lục I, Phần I, Mục III NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.document import Margin
from drafter.layout.looks import Look, differences, points
from drafter.layout.pages import start_of
from drafter.layout.roles import Role, Sheet
from drafter.layout.rules import Fault
from drafter.nlp.folding import key

URGENT = ("HỎA TỐC", "THƯỢNG KHẨN", "KHẨN")
_STAMP = Look(13, 14, True, False, True)
_CODE = Look(11, 11, False, False)
_ADDRESS = re.compile(r"\b(?:Địa chỉ|Điện thoại|ĐT\s*:|Số điện thoại|E-?mail|Thư điện tử|Website|Fax)\b", re.IGNORECASE)


def marks(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with marks, code and address."""
    for row in sheet.of("secrecy")[:1]:
        message = f"Văn bản có dấu độ mật “{row.words}”; không được đưa văn bản mật lên dịch vụ trên mạng để xử lý."
        action = "Xử lý văn bản trên máy độc lập theo quy định về bảo vệ bí mật nhà nước."
        yield Fault("nd30.MK-01", row.span, message, action)
    yield from _urgency(sheet)
    yield from _look(sheet, "circulation", "nd30.MK-03", "Dấu chỉ dẫn phạm vi lưu hành", _STAMP)
    yield from _look(sheet, "code", "nd30.ST-01", "Ký hiệu người soạn thảo", _CODE)
    yield from _address(sheet)


def _urgency(sheet: Sheet) -> Iterator[Fault]:
    row = sheet.first("urgency")
    if row and key(row.words.strip(" .!()[]*")) not in map(key, URGENT):
        message = f"Dấu độ khẩn ghi “{row.words}”; độ khẩn chỉ có ba mức: HỎA TỐC, THƯỢNG KHẨN, KHẨN."
        yield Fault("nd30.MK-02", row.span, message, "Chọn một trong ba mức độ khẩn.")
    else:
        yield from _look(sheet, "urgency", "nd30.MK-02", "Dấu độ khẩn", _STAMP)


def _look(sheet: Sheet, role: Role, id_: str, name: str, look: Look) -> Iterator[Fault]:
    row = sheet.first(role)
    pairs = differences([row], look) if row else []
    if row and pairs:
        having, wanted = (", ".join(words) for words in zip(*pairs, strict=True))
        message = f"{name}: đang là {having}; phải là {wanted}."
        yield Fault(id_, row.span, message, f"Đặt lại thành {wanted}.")


def _address(sheet: Sheet) -> Iterator[Fault]:
    """The address at the foot of the first page."""
    section = next(iter(sheet.document.sections), None)
    if section is None:
        return
    which = "first" if section.title_page else "default"
    foot = next((one for one in section.footers if one.which == which and _ADDRESS.search(one.text)), None)
    if foot is None:
        return
    sizes = sorted({size for size, _ in _letters(foot) if size is not None and not 11 <= size <= 12})
    italic = all(slanted for _, slanted in _letters(foot))
    if sizes or italic:
        having = [f"cỡ chữ {' và '.join(map(points, sizes))}"] * bool(sizes) + ["chữ nghiêng"] * italic
        message = f"Địa chỉ cơ quan ở cuối trang đầu đang là {', '.join(having)}; phải là cỡ chữ 11 đến 12, chữ đứng."
        at = start_of(sheet.document, section)
        yield Fault("nd30.DC-01", at, message, "Đặt địa chỉ cơ quan cỡ chữ 11 đến 12, kiểu chữ đứng.")


def _letters(margin: Margin) -> Iterator[tuple[float | None, bool]]:
    """Size and slant of what the margin says."""
    for paragraph in margin.paragraphs:
        for run in paragraph.runs:
            if any(map(str.isalnum, run.span.of(margin.text))) and run.span != margin.page_field:
                yield run.format.size, run.format.italic
