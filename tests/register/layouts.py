"""Registers as offices keep them, written from records: what a layout has no column for is lost."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from drafter.nlp.kinds import kind_name
from drafter.register.values import Record

TITLES = ("UBND XÃ TÂN PHÚ", "SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm 2025")


@dataclass(frozen=True)
class Layout:
    write: Callable[[Sequence[Record], Path], Path]
    lost: tuple[str, ...] = ()
    """Fields of `Record` that it has no column for."""

    def expected(self, records: Iterable[Record]) -> list[Record]:
        """What is to come back, row by row."""
        nothing = Record(None)
        return [replace(record, **{name: getattr(nothing, name) for name in self.lost}) for record in records]


def day(iso: str) -> date | str:
    return date.fromisoformat(iso) if iso else ""


def slashed(iso: str, form: str = "%d/%m/%Y") -> str:
    return f"{day(iso):{form}}" if iso else ""


def kinded(record: Record) -> str:
    return f"{kind_name(record.kind)} {record.title}"


def saved(book: Workbook, folder: Path) -> Path:
    path = folder / "so.xlsx"
    book.save(path)
    return path


def titled(sheet: Worksheet, width: int) -> None:
    """Title rows above, each merged over the whole width, and a blank one."""
    for line in TITLES:
        sheet.append([line])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=width)
    sheet.append([])


def decree(records: Sequence[Record], folder: Path) -> Path:
    """The ten columns of Phụ lục IV with the row of their numbers, days as text."""
    book = Workbook()
    sheet = book.active
    titled(sheet, 10)
    sheet.append(
        [
            "Số, ký hiệu văn bản",
            "Ngày tháng văn bản",
            "Tên loại và trích yếu nội dung văn bản",
            "Người ký",
            "Nơi nhận văn bản",
            "Đơn vị, người nhận bản lưu",
            "Số lượng bản",
            "Ngày chuyển",
            "Ký nhận",
            "Ghi chú",
        ]
    )
    sheet.append([f"({number})" for number in range(1, 11)])
    for one in records:
        sheet.append(
            [
                one.notation,
                slashed(one.date),
                kinded(one),
                one.signer,
                one.recipients.replace("; ", "\n"),
                one.keeper,
                "" if one.copies is None else f"{one.copies:02}",
                slashed(one.sent),
                one.received,
                one.note,
            ]
        )
    sheet.append([])
    sheet.append(["", "", "NGƯỜI LẬP SỔ", "", "", "", "CHÁNH VĂN PHÒNG"])
    sheet.append(["", "", "Lê Thị Hoa", "", "", "", "Trần Văn Bình"])
    return saved(book, folder)


def columns_apart(records: Sequence[Record], folder: Path) -> Path:
    """Number and symbol, kind and title in columns of their own; numbers as numbers, true dates; rows counted."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Sổ đi"
    first = ["STT", "Số", "Ký hiệu", "Ngày ban hành", "Loại văn bản", "Trích yếu", "Đơn vị soạn thảo", "Người ký"]
    sheet.append([*first, "Nơi nhận", "Nơi lưu", "SL bản", "Ngày gửi", "Ký nhận", "Ghi chú", "Độ khẩn"])
    for number, one in enumerate(records, 1):
        figure = f"{one.number}{one.suffix}" if one.suffix else one.number
        said = [number, figure, one.symbol.lstrip("/"), day(one.date), kind_name(one.kind), one.title, one.unit]
        said += [one.signer, one.recipients, one.keeper, one.copies, day(one.sent), one.received, one.note, "Thường"]
        sheet.append(said)
    return saved(book, folder)


def two_lines(records: Sequence[Record], folder: Path) -> Path:
    """Headings in two lines, a group's merged over its columns, the others merged over both lines."""
    book = Workbook()
    sheet = book.active
    titled(sheet, 8)
    sheet.append(["TT", "Văn bản", "", "Trích yếu\nnội dung", "Người\nký", "Bản lưu", "", "Ghi chú"])
    sheet.append(["", "Số,\nký hiệu", "Ngày,\ntháng, năm", "", "", "Nơi lưu", "Số lượng", ""])
    top = sheet.max_row - 1
    for column in (1, 4, 5, 8):
        sheet.merge_cells(start_row=top, end_row=top + 1, start_column=column, end_column=column)
    for column in (2, 6):
        sheet.merge_cells(start_row=top, end_row=top, start_column=column, end_column=column + 1)
    for number, one in enumerate(records, 1):
        said = [one.notation, slashed(one.date, "%d-%m-%Y"), kinded(one), one.signer, one.keeper, one.copies, one.note]
        sheet.append([f"{number:02}", *said])
    return saved(book, folder)


def months(records: Sequence[Record], folder: Path) -> Path:
    """A sheet a month, each with its headings and the sum below; days without their year."""
    book = Workbook()
    book.remove(book.active)
    month = 1
    for one in records:
        month = int(one.date[5:7]) if one.date else month
        name = f"Tháng {month}"
        if name not in book.sheetnames:
            sheet = book.create_sheet(name)
            titled(sheet, 5)
            sheet.append(["Số văn bản", "Ngày", "Loại", "Về việc", "Đơn vị"])
        book[name].append([one.notation, slashed(one.date, "%d/%m"), one.kind, one.title, one.unit])
    for sheet in book:
        sheet.append(["", "", f"Cộng: {sheet.max_row - 5} văn bản"])
    return saved(book, folder)


def kinds_as_sheets(records: Sequence[Record], folder: Path) -> Path:
    """A sheet a kind, numbers as "05" without a symbol."""
    book = Workbook()
    book.remove(book.active)
    for one in records:
        name = kind_name(one.kind)
        if name not in book.sheetnames:
            book.create_sheet(name).append(["Số", "Ngày tháng", "Nội dung", "Nơi nhận", "Lãnh đạo ký"])
        number = "" if one.number is None else f"{one.number:02}{one.suffix}"
        said = [slashed(one.date, "ngày %d tháng %m năm %Y"), one.title, one.recipients, one.signer]
        book[name].append([number, *said])
    return saved(book, folder)


def units_as_sheets(records: Sequence[Record], folder: Path) -> Path:
    """A sheet a unit; headings in capitals, blanks around what is typed, true dates with an hour."""
    book = Workbook()
    book.remove(book.active)
    for one in records:
        if one.unit not in book.sheetnames:
            book.create_sheet(one.unit).append(["STT", "SỐ KÝ HIỆU", "NGÀY KÝ", "TRÍCH YẾU NỘI DUNG", "NGƯỜI KÝ"])
        when = datetime.combine(day(one.date), datetime.min.time().replace(hour=9)) if one.date else None
        book[one.unit].append(["", f" {one.notation} ", when, f"  {kinded(one)} ", f"{one.signer}\u00a0"])
    return saved(book, folder)


def merged_days(records: Sequence[Record], folder: Path) -> Path:
    """A day merged over the rows of all its documents, months as rows between."""
    book = Workbook()
    sheet = book.active
    titled(sheet, 6)
    sheet.append(["Ngày tháng VB", "Số KH", "Tên loại, trích yếu", "Ký", "Nơi nhận", "Ghi chú"])
    month = ""
    for iso, group in groupby(records, key=lambda one: one.date):
        if iso and iso[:7] != month:
            month = iso[:7]
            sheet.append([f"THÁNG {int(month[5:])}"])
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=6)
        top = sheet.max_row + 1
        for number, one in enumerate(group):
            sheet.append([slashed(iso) if number == 0 else "", one.notation, kinded(one), "", one.recipients, one.note])
        if iso and sheet.max_row > top:
            sheet.merge_cells(start_row=top, end_row=sheet.max_row, start_column=1, end_column=1)
    return saved(book, folder)


def pages(records: Sequence[Record], folder: Path) -> Path:
    """Printed pages of four rows: title, headings and numbers of columns on each, the sum of the page below."""
    book = Workbook()
    sheet = book.active
    for start in range(0, len(records), 4):
        titled(sheet, 6)
        sheet.append(["Số, ký hiệu", "Ngày tháng", "Tên loại", "Trích yếu", "Số lượng", "Người ký"])
        sheet.append(["A", "B", 1, 2, 3, 4])
        for one in records[start : start + 4]:
            sheet.append([one.notation, day(one.date), kind_name(one.kind), one.title, one.copies, one.signer])
        sheet.append(["Cộng trang", "", "", "", 4])
        sheet.append([])
    return saved(book, folder)


def serials(records: Sequence[Record], folder: Path) -> Path:
    """A book of old Excel for Mac: days as bare serial numbers counted from 1904; headings without marks."""
    book = Workbook()
    book.epoch = datetime(1904, 1, 1)
    sheet = book.active
    sheet.append(["So, ky hieu", "Ngay thang", "Ten loai van ban", "Trich yeu noi dung", "Phong ban", "Ghi chu"])
    for one in records:
        serial = (date.fromisoformat(one.date) - date(1904, 1, 1)).days if one.date else ""
        sheet.append([one.notation, serial, kind_name(one.kind), one.title, one.unit, one.note])
    return saved(book, folder)


def rows_joined(records: Sequence[Record], folder: Path) -> Path:
    """Recipients line by line in rows of their own, number, day and title merged over them."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Số / Ký hiệu", "Ngày tháng năm", "Tên loại và trích yếu", "Nơi nhận", "Đơn vị chủ trì soạn thảo"])
    for one in records:
        top = sheet.max_row + 1
        for number, recipient in enumerate(one.recipients.split("; ")):
            first = number == 0
            said = [one.notation, slashed(one.date), kinded(one)] if first else ["", "", ""]
            sheet.append([*said, f"- {recipient};", one.unit if first else ""])
        for column in (1, 2, 3, 5) if sheet.max_row > top else ():
            sheet.merge_cells(start_row=top, end_row=sheet.max_row, start_column=column, end_column=column)
    return saved(book, folder)


def semicolons(records: Sequence[Record], folder: Path) -> Path:
    """A .csv as Excel in Vietnamese writes it, all letters decomposed."""
    rows = [["Số ký hiệu", "Ngày VB", "Loại VB", "V/v", "Người ký", "Nơi nhận", "Số bản", "Bộ phận soạn thảo"]]
    for one in records:
        said = [one.notation, slashed(one.date, "%d.%m.%y"), one.kind, one.title, one.signer, one.recipients]
        rows.append([*said, "" if one.copies is None else str(one.copies), one.unit])
    path = folder / "so.csv"
    path.write_bytes(unicodedata.normalize("NFD", separated(rows, ";")).encode("utf-8-sig"))
    return path


def tabs(records: Sequence[Record], folder: Path) -> Path:
    """Text with tabs in UTF-16, days as 2025-03-05 and as 20250305."""
    rows = [["Ký hiệu", "Số đi", "Ngày, tháng", "Tên loại văn bản", "Nội dung", "Ghi chú"]]
    for number, one in enumerate(records):
        when = one.date.replace("-", "") if number % 2 else one.date
        figure = "" if one.number is None else f"{one.number}{one.suffix}"
        rows.append([one.symbol, figure, when, kind_name(one.kind), one.title, one.note])
    path = folder / "so.txt"
    path.write_bytes(separated(rows, "\t").encode("utf-16"))
    return path


def separated(rows: Iterable[Iterable[str]], separator: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


_OF_SHIPPING = ("keeper", "copies", "sent", "received")
LAYOUTS = {
    "decree": Layout(decree, lost=("unit",)),
    "columns apart": Layout(columns_apart),
    "two lines": Layout(two_lines, lost=("recipients", "sent", "received", "unit")),
    "months": Layout(months, lost=("signer", "recipients", "note", *_OF_SHIPPING)),
    "kinds as sheets": Layout(kinds_as_sheets, lost=("symbol", "note", "unit", *_OF_SHIPPING)),
    "units as sheets": Layout(units_as_sheets, lost=("recipients", "note", *_OF_SHIPPING)),
    "merged days": Layout(merged_days, lost=("signer", "unit", *_OF_SHIPPING)),
    "pages": Layout(pages, lost=("recipients", "keeper", "sent", "received", "note", "unit")),
    "serials": Layout(serials, lost=("signer", "recipients", *_OF_SHIPPING)),
    "rows joined": Layout(rows_joined, lost=("signer", "note", *_OF_SHIPPING)),
    "semicolons": Layout(semicolons, lost=("keeper", "sent", "received", "note")),
    "tabs": Layout(tabs, lost=("signer", "recipients", "unit", *_OF_SHIPPING)),
}
