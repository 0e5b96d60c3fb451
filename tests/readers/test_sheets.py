"""Spreadsheets: rows as lines, values as shown, nothing of what is hidden."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook

from drafter.document import Document
from drafter.errors import (
    CorruptSheet,
    EmptyFile,
    ForeignSheet,
    OversizedFile,
    OversizedSheet,
    UnreadableFile,
    UnsafePackage,
)
from drafter.readers import read_bytes
from drafter.readers.cells import shown

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def book(*rows: list[object]) -> Workbook:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    return made


def changed(data: bytes, path: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one part changed, or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, change(content) if entry.filename == path else content)
        if path not in old.namelist():
            new.writestr(path, change(b""))
    return file.getvalue()


def with_shared_strings(strings: list[str], cells: list[int]) -> bytes:
    """A package as Excel writes it: a row of cells that name a text in a table of all texts."""
    items = "".join(f'<si><r><t xml:space="preserve">{one[:2]}</t></r><r><t>{one[2:]}</t></r></si>' for one in strings)
    table = f'<sst xmlns="{MAIN}">{items}</sst>'.encode()
    row = "".join(f'<c t="s"><v>{one}</v></c>' for one in cells).encode()
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
    data = of_sheet(lambda sheet: sheet.replace(b"</row>", row + b"</row>"))
    data = changed(data, "[Content_Types].xml", lambda types: types.replace(b"</Types>", override))
    return changed(data, "xl/sharedStrings.xml", lambda _: table)


def lines(made: Workbook) -> list[str]:
    return read_bytes("sổ.xlsx", saved(made)).text.split("\n")


def test_rows_are_lines_with_tabs_between_cells() -> None:
    made = book(
        ["Số", "Ngày", "Trích yếu"], [], [5, date(2026, 3, 5), "Kế hoạch\n  phòng,  chống dịch"], [None, None, "x"]
    )
    made.active["B3"].number_format = "dd/mm/yyyy"

    document = read_bytes("sổ.xlsx", saved(made))

    assert document.origin == "xlsx"
    assert document.text == "Số\tNgày\tTrích yếu\n5\t05/03/2026\tKế hoạch phòng, chống dịch\nx"
    assert [one.span.of(document.text) for one in document.paragraphs] == document.text.split("\n")
    assert [one.cell and one.cell.row for one in document.paragraphs] == [0, 1, 2]


def test_sheets_begin_with_their_names_where_there_are_several() -> None:
    made = book(["một"])
    made.active.title = "Sổ đi"
    made.create_sheet("Trống")
    made.create_sheet("Sổ đến").append(["hai"])

    assert lines(made) == ["Sổ đi", "một", "Sổ đến", "hai"]


def test_what_is_hidden_is_out() -> None:
    made = book(["a", "b", "c", "d"], ["e", "f", "g", "h"], ["i", "k", "l", "m"])
    made.active.row_dimensions[2].hidden = True
    made.active.column_dimensions.group("B", "C", hidden=True)
    made.create_sheet("Ẩn").append(["bí mật"])
    made["Ẩn"].sheet_state = "veryHidden"

    assert lines(made) == ["a\td", "i\tm"]


def test_merged_cells_are_told_once_whatever_lies_below_them() -> None:
    made = book(["a", "b"], ["c", "d"], ["e", "f"])
    data = changed(
        saved(made),
        "xl/worksheets/sheet1.xml",
        lambda sheet: sheet.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'),
    )

    assert read_bytes("a.xlsx", data).text == "a\ne\tf"


def test_texts_are_found_in_the_table_of_all_texts() -> None:
    assert read_bytes("a.xlsx", with_shared_strings(["Kế hoạch", "Số"], [1, 0, 1])).text == "a\tSố\tKế hoạch\tSố"


def test_of_formulas_the_results_are_told() -> None:
    data = changed(
        saved(book(["Cộng", 0])),
        "xl/worksheets/sheet1.xml",
        lambda sheet: sheet.replace(b"<v>0</v>", b"<f>SUM(C1:C9)</f><v>12.5</v>"),
    )

    assert read_bytes("a.xlsx", data).text == "Cộng\t12,5"


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0,3"),
        (1e15, "General", "1000000000000000"),
        (1234567, "#,##0", "1.234.567"),
        (1234.5, "#,##0.00", "1.234,50"),
        (-1234, "#,##0;(#,##0)", "(1.234)"),
        (-12, "#,##0", "-12"),
        (0, '0;-0;"không"', "không"),
        (7, ";;;", ""),
        (5, "00", "05"),
        (0.125, "0.0%", "12,5%"),
        (0.9, "0%", "90%"),
        (1500000, '#,##0" đồng"', "1.500.000 đồng"),
        (5000, '_-* #,##0\\ "₫"_-', "5.000 ₫"),
        (2500000, "#,##0,", "2.500"),
        (0.5, "[Red]0.##", "0,5"),
        (2.5, "0", "3"),
        (12, "@", "12"),
        (0.5, "# ?/?", "0,5"),
        (True, "General", "TRUE"),
        ("  hai \n dòng_x000D_ ", "General", "hai dòng"),
        (None, "General", ""),
        (float("inf"), "0", ""),
        (datetime(2026, 3, 5, 9, 5), "dd/mm/yyyy hh:mm", "05/03/2026 09:05"),
        (datetime(2026, 3, 5, 21, 5, 7), "h:mm:ss AM/PM", "9:05:07 CH"),
        (datetime(2026, 3, 5), '"ngày" dd "tháng" mm "năm" yyyy', "ngày 05 tháng 03 năm 2026"),
        (date(2026, 3, 5), "mm-dd-yy", "05/03/2026"),
        (date(2026, 3, 5), "[$-F800]dddd, mmmm dd, yyyy", "05/03/2026"),
        (date(2026, 3, 5), "d/m/yy", "5/3/26"),
        (date(2026, 3, 8), "[$-42A]dddd, d mmmm", "Chủ Nhật, 8 tháng 3"),
        (time(7, 5), "h:mm", "7:05"),
        (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
        (timedelta(seconds=-5), "h:mm:ss", "-0:00:05"),
    ],
)
def test_values_are_told_as_they_are_shown(value: object, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_a_macro_workbook_is_read_and_its_macros_are_not() -> None:
    data = changed(
        saved(book(["a"])),
        "[Content_Types].xml",
        lambda types: types.replace(b"spreadsheetml.sheet.main", b"x").replace(
            b"vnd.openxmlformats-officedocument.x", b"vnd.ms-excel.sheet.macroEnabled.main"
        ),
    )

    assert read_bytes("a.xlsm", data).text == "a"


def refused(data: bytes, name: str = "a.xlsx") -> type[UnreadableFile]:
    with pytest.raises(UnreadableFile) as raised:
        read_bytes(name, data)
    return type(raised.value)


def of_sheet(change: Callable[[bytes], bytes]) -> bytes:
    return changed(saved(book(["a"])), "xl/worksheets/sheet1.xml", change)


CELL = b"<c><v>%d</v></c>".__mod__
ENTITY = b'<!DOCTYPE x [<!ENTITY a "b">]>'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (of_sheet(lambda sheet: ENTITY + sheet), UnsafePackage),
        (of_sheet(lambda sheet: (ENTITY + sheet).decode().encode("utf-16")), UnsafePackage),
        (of_sheet(lambda sheet: sheet[: len(sheet) // 2]), CorruptSheet),
        (of_sheet(lambda sheet: sheet.replace(b'<row r="1"', b'<row r="x"')), CorruptSheet),
        (changed(saved(book(["a"])), "xl/workbook.xml", lambda _: b"<a/>"), EmptyFile),
        (saved(book(["a"]))[:-200], CorruptSheet),
        (saved(Workbook()), EmptyFile),
        (of_sheet(lambda sheet: sheet.replace(b"<sheetData>", b"<sheetData>" + b" " * 60_000_000)), OversizedFile),
        (
            of_sheet(lambda sheet: sheet.replace(b"</row>", b"".join(map(CELL, range(200_000))) + b"</row>")),
            OversizedSheet,
        ),
    ],
    ids=["entity", "entity in utf-16", "torn", "row", "no sheets", "torn zip", "empty", "blanks", "cells"],
)
def test_what_is_wrong_is_told(data: bytes, error: type[UnreadableFile]) -> None:
    assert refused(data) is error


def test_a_binary_workbook_is_told() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for path in ("[Content_Types].xml", "xl/workbook.bin"):
            archive.writestr(path, "<Types/>")
    assert refused(file.getvalue(), "a.xlsb") is ForeignSheet


def test_a_merged_area_as_wide_as_a_sheet_and_far_cells_cost_nothing() -> None:
    area = b'</sheetData><mergeCells><mergeCell ref="B1:XFD1048576"/></mergeCells>'
    data = of_sheet(
        lambda sheet: sheet.replace(
            b"</sheetData>", b'<row r="1048576"><c r="A1048576"><v>9</v></c><c r="XFD1048576"><v>1</v></c></row>' + area
        )
    )

    assert read_bytes("a.xlsx", data).text == "a\n9"


def test_a_text_that_stands_in_a_workbook_many_times_is_counted_each_time() -> None:
    assert refused(with_shared_strings(["ab " * 10_000], [0] * 1_000)) is OversizedSheet


def test_strict_workbooks_are_read() -> None:
    main = MAIN.encode()
    data = saved(book(["a"]))
    for path in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"):
        data = changed(data, path, lambda part: part.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main"))

    made: Document = read_bytes("a.xlsx", data)
    assert made.text == "a"
