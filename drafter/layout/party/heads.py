"""What stands above a Party document: title, organ, number, date, kind, subject, marks (HD 05-HD/VPTW)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.document import Stroke
from drafter.layout.lines import is_under
from drafter.layout.looks import Component, Look
from drafter.layout.mending import drawn
from drafter.layout.party.looks import all_styled, styled
from drafter.layout.party.numbers import numbers
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row, place
from drafter.layout.rules import Edit, Fault
from drafter.nlp.folding import key
from drafter.nlp.offices import PROVINCES
from drafter.nlp.widths import width

TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
_LOOKS: tuple[Component, ...] = (
    ("D-05", ("party_title",), f"Tiêu đề “{TITLE}”", Look(15, 15, True, False, True)),
    ("D-06", ("superior",), "Tên cơ quan cấp trên", Look(14, 14, False, False, True)),
    ("D-06", ("organ",), "Tên cơ quan ban hành", Look(14, 14, True, False, True)),
    ("D-07", ("number",), "Số, ký hiệu", Look(14, 14, False, False)),
    ("D-08", ("place_date",), "Địa danh và thời gian", Look(14, 14, False, True, False)),
    ("D-09", ("kind",), "Tên loại văn bản", Look(15, 16, True, False, True, "center")),
    ("D-09", ("subject",), "Trích yếu", Look(14, 15, True, False, False, "center")),
    ("D-10", ("about",), "Trích yếu công văn", Look(12, 12, False, True, False)),
)
_STAR = re.compile(r"[*∗⁎＊✱★\s]+$")
_HYPHENS = re.compile(r"[-–—_=.\s]{3,}$")
_DRAFT = re.compile(r"dư thao(?: lân .*)?$")
_URGENT = re.compile(r"(?:thương )?khân$|hoa tôc$")
_CIRCULATED = re.compile(r"(?:xem xong tra lai|xem tai chô|không phô biên|lưu hanh nôi bô)$")
_BARE = re.compile(r"[^,\d]{2,40}$|\d+$")
_DATED = re.compile(
    r"(?P<place>[^,]*?)(?P<comma>,?)\s*(?P<word>[Nn]gày)\s*(?P<day>[\d.…_]*)\s*tháng\s*(?P<month>[\d.…_]*)\s*năm"
    r"\s*(?P<year>\d*)"
)
_UNIT = re.compile(r"(?:Xã|Phường|Đặc khu|Thành phố|Tỉnh|TP)\b", re.IGNORECASE)
# Units are named after them; some of many.
_PERSONS = frozenset(
    map(
        key,
        (
            *("Hồ Chí Minh", "Lê Lợi", "Quang Trung", "Trần Hưng Đạo", "Nguyễn Trãi", "Trần Phú", "Lê Hồng Phong"),
            *("Nguyễn Huệ", "Hoàng Văn Thụ", "Trần Quốc Toản", "Lý Thường Kiệt", "Phan Đình Phùng", "Nguyễn Du"),
            *(
                "Hai Bà Trưng",
                "Lê Thánh Tông",
                "Phan Bội Châu",
                "Nguyễn Văn Cừ",
                "Đinh Tiên Hoàng",
                "Nguyễn Bỉnh Khiêm",
            ),
        ),
    )
)
_BEGINS_SMALL = re.compile(
    r"(?:Về|Thực hiện|Triển khai|Tổ chức|Kết quả|Tăng cường|Tổng kết|Sơ kết|Kiểm tra|Giám sát|Xây dựng|Phê duyệt|"
    r"Ban hành|Công tác|Nâng cao|Đẩy mạnh|Tiếp tục|Kiện toàn|Thành lập|Phân công)\b"
)


def heads(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with looks and words above the text."""
    yield from all_styled(sheet, _LOOKS)
    yield from _title(sheet)
    yield from _organ(sheet)
    yield from numbers(sheet)
    for row in sheet.of("place_date")[:1]:
        yield from _date(sheet, row)
    yield from _subject(sheet)
    yield from _about(sheet)
    yield from _marks(sheet)


def _title(sheet: Sheet) -> Iterator[Fault]:
    state = next(iter(sheet.of("quoc_hieu")), None)
    title = next(iter(sheet.of("party_title")), None)
    if state:
        message = f"Văn bản của Đảng ghi Quốc hiệu; văn bản của Đảng chỉ ghi “{TITLE}”."
        yield Fault("hd05.D-05", state.span, message, f"Bỏ Quốc hiệu, Tiêu ngữ; ghi “{TITLE}”.")
    elif not title:
        message = f"Không thấy tiêu đề “{TITLE}” ở đầu văn bản."
        action = f"Ghi “{TITLE}” ở góc phải, dòng đầu trang đầu."
        yield Fault("hd05.D-05", sheet.rows[0].span, message, action)
    if title:
        yield from _line(sheet, title)


def _line(sheet: Sheet, title: Row) -> Iterator[Fault]:
    """The line under the title: solid, as long as the title."""
    head = {row.index for row in sheet.of("party_title", "superior", "organ", "number", "place_date")}
    strokes = [one for one in sheet.document.strokes if not one.arrow]
    own = [one for one in strokes if is_under(sheet, title, one)]
    # A shape stands where it is dragged to, wherever in the letterhead it is anchored.
    own = own or [one for one in strokes if one.kind == "shape" and min(head) <= one.paragraph <= max(head)]
    if not own:
        message = "Dưới tiêu đề không thấy đường kẻ; phải có đường kẻ ngang, nét liền, dài bằng tiêu đề."
        action = "Vẽ đường kẻ ngang, nét liền, dài bằng tiêu đề."
        mends = tuple(drawn(sheet, "hd05.D-05", title, _width(title)))
        yield Fault("hd05.D-05", title.span, message, action, "warning", mends=mends)
    elif not any(one.solid for one in own):
        message = "Đường kẻ dưới tiêu đề là nét đứt; phải là nét liền."
        yield Fault("hd05.D-05", title.span, message, "Đổi đường kẻ thành nét liền.")
    elif all(_is_off(title, one) for one in own):
        wide, length = _width(title), own[0].length or 0
        message = f"Đường kẻ dưới tiêu đề dài khoảng {length:.0f} mm; phải dài bằng tiêu đề (khoảng {wide:.0f} mm)."
        yield Fault("hd05.D-05", title.span, message, "Kéo đường kẻ dài bằng tiêu đề.", "warning")


def _is_off(title: Row, line: Stroke) -> bool:
    return line.length is not None and abs(line.length / _width(title) - 1) > 0.1


def _width(title: Row) -> float:
    """mm."""
    size = title.most(lambda look: look.size)
    return width(TITLE, size or 15.0, True, False)


def _organ(sheet: Sheet) -> Iterator[Fault]:
    named = sheet.of("organ")
    if not named:
        return
    last = named[-1]
    below = [row for row in sheet.rows if row.column == last.column and row.span.start > last.span.start]
    if not (below and _STAR.match(below[0].words)):
        line = last.column is not None and any(is_under(sheet, last, one) for one in sheet.document.strokes)
        message = f"Dưới tên cơ quan {'đang là đường kẻ' if line else 'không thấy dấu sao'}; phải là dấu sao (*)."
        action = "Bỏ đường kẻ, ghi dấu sao (*)." if line else "Ghi dấu sao (*) dưới tên cơ quan."
        yield Fault("hd05.D-06", last.span, message, action, None if line else "warning")
    above, own = (" ".join(row.words for row in sheet.of(role)) for role in ("superior", "organ"))
    if re.match(r"ĐẢNG [ỦU][YỶ]\b", own) and (found := re.match(r"(TỈNH|THÀNH) [ỦU][YỶ]\b", above)):
        right = "ĐẢNG BỘ TỈNH" if found[1] == "TỈNH" else "ĐẢNG BỘ THÀNH PHỐ"
        message = f"Tên cơ quan cấp trên đang ghi “{above}”; trên tên đảng ủy ghi tên đảng bộ cấp trên."
        yield Fault("hd05.D-06", sheet.of("superior")[0].span, message, f"Ghi “{right} …”.", "warning")
    elif above and re.match(r"(?:TỈNH|THÀNH) [ỦU][YỶ]\b", own):
        message = f"Trên “{own}” ghi “{above}”; tỉnh ủy, thành ủy không ghi cơ quan cấp trên."
        yield Fault("hd05.D-06", sheet.of("superior")[0].span, message, "Bỏ tên cơ quan cấp trên.", "warning")


def _date(sheet: Sheet, row: Row) -> Iterator[Fault]:
    found = _DATED.search(row.words)
    if not found:
        return
    text = sheet.document.text
    if not found["comma"] or found["word"] != "ngày":
        span = place(text, row, found.start("comma"), found.end("word"))
        message = f"Địa danh và thời gian đang viết “{row.words}”; phải viết “Địa danh, ngày … tháng … năm …”."
        action = "Đặt dấu phẩy sau địa danh, rồi “ngày” viết thường."
        yield Fault("hd05.D-08", row.span, message, action, edits=(Edit(span, ", ngày"),))
    for name, figure, small in (("Ngày", found["day"], "123456789"), ("Tháng", found["month"], "12")):
        group = "day" if name == "Ngày" else "month"
        which = "ngày nhỏ hơn 10" if name == "Ngày" else "tháng 1 và tháng 2"
        if len(figure) == 1 and figure in small:
            start = place(text, row, found.start(group), found.start(group))
            message = f"{name} đang viết “{figure}”; {which} phải ghi số 0 phía trước."
            action = f"Viết “{name.lower()} 0{figure}”."
            yield Fault("hd05.D-08", row.span, message, action, edits=(Edit(start, "0"),))
    if re.fullmatch("0[3-9]", found["month"]):
        edit = Edit(place(text, row, found.start("month"), found.start("month") + 1), "")
        message = f"Tháng đang viết “{found['month']}”; chỉ tháng 1 và tháng 2 ghi số 0 phía trước."
        yield Fault("hd05.D-08", row.span, message, f"Viết “tháng {found['month'][1:]}”.", "warning", (edit,))
    if not _is_in_calendar(found):
        message = f"Ngày {found['day']} tháng {found['month']} năm {found['year']} không có trong lịch."
        yield Fault("hd05.D-08", row.span, message, "Sửa lại ngày, tháng.", "warning")
    yield from _place(sheet, row, found["place"].strip())


def _is_in_calendar(found: re.Match[str]) -> bool:
    figures = [found[one] for one in ("year", "month", "day")]
    if not all(one.isdecimal() for one in figures) or len(figures[0]) != 4:
        return True
    try:
        date(*map(int, figures))
    except ValueError:
        return False
    return True


def _place(sheet: Sheet, row: Row, name: str) -> Iterator[Fault]:
    """Places that are named with their unit: after a person or a figure, of one syllable, like the province's name."""
    if _UNIT.match(name) or not _BARE.match(name):
        return
    below = re.search(r"\b(?:XÃ|PHƯỜNG|ĐẶC KHU)\b", " ".join(one.words.upper() for one in sheet.of("organ")))
    why = ""
    if key(name) in _PERSONS:
        why = "mang tên người"
    elif name.isdecimal():
        why = "là chữ số"
    elif below and len(name.split()) == 1:
        why = "có một âm tiết"
    elif below and key(name) in map(key, PROVINCES):
        why = "trùng tên tỉnh, thành phố"
    if why:
        message = f"Địa danh “{name}” {why} mà không ghi tên đơn vị hành chính ở trước."
        yield Fault("hd05.D-08", row.span, message, "Ghi cả tên đơn vị hành chính, như “Xã …”, “Phường …”.", "warning")


def _subject(sheet: Sheet) -> Iterator[Fault]:
    subject = sheet.of("subject")
    if not subject:
        return
    first, last = subject[0], subject[-1]
    after = (row for row in sheet.rows if row.span.start > last.span.start)
    behind = next((row for row in after if not row.words.startswith("(")), None)  # "(Kèm theo …)" stands above
    line = any(is_under(sheet, last, one) for one in sheet.document.strokes)
    if behind and _HYPHENS.match(behind.words):
        if behind.words != "-----":
            message = f"Dưới trích yếu đang ghi “{behind.words}”; phải là năm dấu gạch nối (-----)."
            edits = (Edit(behind.span, "-----"),)
            yield Fault("hd05.D-09", behind.span, message, "Viết “-----” dưới trích yếu.", edits=edits)
    else:
        having = "đang là đường kẻ" if line else "không thấy dấu gạch nối"
        message = f"Dưới trích yếu {having}; phải là năm dấu gạch nối (-----)."
        yield Fault("hd05.D-09", last.span, message, "Viết “-----” dưới trích yếu.", None if line else "warning")
    if found := _BEGINS_SMALL.match(first.words):
        small = found[0][0].lower()
        edits = (Edit(place(sheet.document.text, first, 0, 1), small),)
        message = f"Trích yếu đang bắt đầu bằng “{found[0]}”; dưới tên loại, trích yếu viết thường từ chữ đầu."
        yield Fault("hd05.D-09", first.span, message, f"Viết “{small}{found[0][1:]}”.", "warning", edits)


def _about(sheet: Sheet) -> Iterator[Fault]:
    for row in sheet.of("kind")[:1]:
        if key(row.words) == key("Công văn"):
            message = "Công văn đang ghi tên loại “CÔNG VĂN”; công văn không ghi tên loại."
            yield Fault("hd05.D-10", row.span, message, "Bỏ dòng tên loại; ghi trích yếu dưới số, ký hiệu.")
    for row in sheet.of("about")[:1]:
        text = sheet.document.text
        mark = re.match(r"V\s*/?\s*v\b\.?\s*:?\s*(?P<again>về việc\b)?", row.words, re.IGNORECASE)
        if mark:
            end = mark.start("again") if mark["again"] else mark.end()
            edits = (Edit(place(text, row, 0, end), "" if mark["again"] else "về việc "),)
            message = "Trích yếu công văn bắt đầu bằng “V/v”; công văn của Đảng viết “về việc”."
            yield Fault("hd05.D-10", row.span, message, "Viết “về việc” thay cho “V/v”.", edits=edits)
        elif row.words.startswith("V"):
            message = "Trích yếu công văn viết hoa chữ đầu; phải viết “về việc”."
            yield Fault("hd05.D-10", row.span, message, "Viết “về việc”.", edits=(Edit(place(text, row, 0, 1), "v"),))


def _marks(sheet: Sheet) -> Iterator[Fault]:
    """Urgency and the mark of a draft below the number, circulation above all."""
    begins = next((row.span.start for row in sheet.of("body", "base", "kinh_gui", "resolves")), None)
    marks = sheet.of("secrecy", "urgency", "circulation", "other")
    above = [row for row in marks if begins is None or row.span.start < begins]
    number = next(iter(sheet.of("about")[-1:] or sheet.of("number")), None)
    urgent, drafts, circulated = (
        [row for row in above if kind.match(key(row.words))] for kind in (_URGENT, _DRAFT, _CIRCULATED)
    )
    yield from styled(sheet, "D-18", "Dấu chỉ mức độ khẩn", urgent, Look(14, 14, True, False, True))
    yield from styled(sheet, "D-19", "Chỉ dẫn dự thảo", drafts, Look(14, 14, False, True, False))
    yield from styled(sheet, "D-19", "Chỉ dẫn phạm vi lưu hành", circulated, Look(12, 12, True, False, True))
    for id_, name, rows in (("D-18", "Dấu chỉ mức độ khẩn", urgent), ("D-19", "Chỉ dẫn dự thảo", drafts)):
        for row in rows[:1]:
            if number and (row.column != number.column or row.span.start < number.span.start):
                below = "trích yếu công văn" if sheet.of("about") else "số, ký hiệu"
                message = f"{name} “{row.words}” không ở dưới {below}."
                yield Fault(f"hd05.{id_}", row.span, message, f"Đặt dưới {below}.", "warning")
