"""Place and date (Phụ lục I, Phần I, Mục II, khoản 4 NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.layout.names import commune_of, office_of
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Edit, Fault
from drafter.layout.wording import instead
from drafter.nlp.folding import key
from drafter.nlp.offices import FORMER_PROVINCES, PROVINCES, Level

_DATED = re.compile(
    r"(?P<place>[^,]*?)(?P<comma>\s*,?)(?P<gap>\s*)(?P<word>[Nn]gày)(?P<blank>\s*)(?P<day>[\d.…_]*)\s*tháng\s*"
    r"(?P<month>[\d.…_]*)\s*năm"
)
WHEN = re.compile(r"tháng\s*(?P<month>\d{0,2})[.…_\s]*năm\s*(?P<year>\d{4})")
_UNIT = re.compile(r"(?:thanh phô|tinh|xa|phương|đăc khu|thi xa|quân|huyên)\s+")
_SHORT_UNIT = re.compile(r"(?:TP|Tp|T\.P)\.?\s*(?=Hồ Chí Minh|HCM)")
_GREAT_NAMES = frozenset(
    map(
        key,
        (
            *("Hồ Chí Minh", "Điện Biên Phủ", "Trần Hưng Đạo", "Hai Bà Trưng", "Lý Thường Kiệt", "Nguyễn Trãi"),
            *("Nguyễn Huệ", "Nguyễn Du", "Phan Đình Phùng", "Trần Phú", "Hoàng Văn Thụ", "Lê Hồng Phong"),
            *("Nguyễn Bỉnh Khiêm", "Lê Quý Đôn", "Trần Nhân Tông", "Phạm Ngũ Lão", "Hoàng Hoa Thám", "Quang Trung"),
            *("Chu Văn An", "Ngô Quyền", "Lê Lợi", "Lê Chân", "Nguyễn Văn Linh", "Võ Thị Sáu", "Lý Tự Trọng"),
        ),
    )
)
"""Persons and events that communes and a city are named after; a closed list."""


def dates(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with place and date."""
    row = sheet.first("place_date")
    found = _DATED.search(row.words) if row else None
    if row is None or found is None:
        return
    yield from _form(sheet, row, found)
    yield from _figures(sheet, row, found)
    yield from _calendar(row, found["day"], found["month"])
    yield from _minutes(sheet, row)
    yield from _place(sheet, row, found)


def _form(sheet: Sheet, row: Row, found: re.Match[str]) -> Iterator[Fault]:
    if found["comma"] == "," and found["word"] == "ngày":
        return
    message = f"Địa danh và thời gian đang viết “{row.words}”; phải viết “Địa danh, ngày … tháng … năm …”."
    edits = (instead(sheet, row, found.start("comma"), found.end("word"), ", ngày"),) if found["place"].strip() else ()
    yield Fault("nd30.DD-01", row.span, message, "Đặt dấu phẩy sau địa danh, rồi “ngày” viết thường.", edits=edits)


def _figures(sheet: Sheet, row: Row, found: re.Match[str]) -> Iterator[Fault]:
    day, month = found["day"], found["month"]
    if re.fullmatch(r"[1-9]", day):
        message = f"Ngày đang viết “{day}”; ngày nhỏ hơn 10 phải ghi số 0 phía trước."
        yield Fault("nd30.DD-02", row.span, message, f"Viết “ngày 0{day}”.", edits=(_in(sheet, row, found, "day"),))
    if month in ("1", "2"):
        message = f"Tháng đang viết “{month}”; tháng 1 và tháng 2 phải ghi số 0 phía trước."
        edits = (_in(sheet, row, found, "month"),)
        yield Fault("nd30.DD-03", row.span, message, f"Viết “tháng 0{month}”.", edits=edits)
    elif re.fullmatch(r"0[3-9]", month):
        message = f"Tháng đang viết “{month}”; chỉ tháng 1 và tháng 2 ghi số 0 phía trước."
        edits = (instead(sheet, row, found.start("month"), found.start("month") + 1, ""),)
        yield Fault("nd30.DD-03", row.span, message, f"Viết “tháng {month[1:]}”.", "warning", edits)


def _in(sheet: Sheet, row: Row, found: re.Match[str], group: str) -> Edit:
    """A nought in front of a figure."""
    return instead(sheet, row, found.start(group), found.start(group), "0")


def _calendar(row: Row, day: str, month: str) -> Iterator[Fault]:
    year = WHEN.search(row.words)
    if not (day.isdecimal() and month.isdecimal() and year):
        return
    try:
        date(int(year["year"]), int(month), int(day))
    except ValueError:
        message = f"Ngày {day} tháng {month} năm {year['year']} không có trong lịch."
        yield Fault("nd30.DD-08", row.span, message, "Sửa lại ngày, tháng.")


def _minutes(sheet: Sheet, row: Row) -> Iterator[Fault]:
    if sheet.head.kind == "BB":
        message = "Biên bản có dòng địa danh và thời gian; mẫu biên bản không có, thời gian và địa điểm ghi ở nội dung."
        yield Fault("nd30.DD-09", row.span, message, "Có thể bỏ dòng này, ghi thời gian và địa điểm họp ở nội dung.")


def _place(sheet: Sheet, row: Row, found: re.Match[str]) -> Iterator[Fault]:
    """Whether the place is the one that the office sits in, with its unit where that is named after a person."""
    place, said, commune = found["place"].strip(), key(found["place"]), commune_of(sheet)
    if not said or re.search(r"[\[\]<>…_.]{2}|…", place):
        return
    short = _SHORT_UNIT.match(place)
    if short or said in _GREAT_NAMES or re.fullmatch(r"\d{1,2}", said):
        unit = commune.unit.capitalize() if commune else "Phường"
        full = "Thành phố Hồ Chí Minh" if short or said == key("Hồ Chí Minh") else f"{unit} {place}"
        message = (
            f"Địa danh đang viết “{place}”; đơn vị hành chính mang tên người, chữ số, sự kiện phải ghi tên đầy đủ."
        )
        at = found.start("place") + len(found["place"]) - len(found["place"].lstrip())
        edits = (instead(sheet, row, at, at + len(place), full),) if full.startswith("Thành phố") else ()
        yield Fault("nd30.DD-07", row.span, message, f"Viết “{full}”.", edits=edits)
        return
    bare, before = _UNIT.sub("", said, count=1), key(row.words[: found.start("word")])
    is_its_own = (
        commune is None or key(commune.name) in (bare, *before.split(", ")) or f" {key(commune.name)}," in before
    )
    if commune and not is_its_own and "[" not in place:
        message = f"Địa danh là “{place}”, nhưng cơ quan ban hành thuộc {commune.unit} {commune.name}."
        yield Fault("nd30.DD-06", row.span, message, f"Ghi địa danh “{commune.name}”.")
    central = sheet.head.level in (Level.ministry, Level.government) and not sheet.head.superior
    known = {key(name) for name in (*PROVINCES, *FORMER_PROVINCES)}
    if central and key(office_of(sheet)).startswith(("bô ", "chinh phu", "thu tương")) and bare not in known:
        message = f"Địa danh là “{place}”; cơ quan trung ương ghi tên tỉnh, thành phố nơi đóng trụ sở."
        yield Fault("nd30.DD-05", row.span, message, "Ghi tên tỉnh hoặc thành phố, như “Hà Nội”.")
