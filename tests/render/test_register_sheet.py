"""The register of outgoing documents as a book: what stands in it, that it prints, and that no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import zipfile
from dataclasses import fields, replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.readers import programs
from drafter.register.values import Entry, Record, State
from drafter.render.register_sheet import HEADINGS, Cover, register_workbook

PLAN = Record(
    5,
    "",
    "/KH-UBND",
    "2026-03-05",
    "KH",
    "phòng, chống dịch năm 2026",
    "Hoàng Thị Lan",
    "UBND tỉnh; các thôn",
    "VT, Phòng Kinh tế",
    12,
    "2026-03-06",
    "Vàng A Páo",
    "gửi bản giấy",
)
COVER = Cover(2026, "Ủy ban nhân dân xã Bản Mây", "Ủy ban nhân dân tỉnh Lào Cai", "01")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEXTS = [one.name for one in fields(Record) if one.name not in ("number", "copies", "attached", "unit")]
FORMULAS = ["=1+1", "+84 912", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u200b=1+1", "-", "'=1+1"]
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def entry(record: Record = PLAN, state: State = "issued", id: int = 1, **more: object) -> Entry:
    return replace(Entry(id, 2026, "2026", record, state), **more)


def rows(*entries: Entry) -> list[tuple[object, ...]]:
    """The rows below the headings."""
    book = openpyxl.load_workbook(io.BytesIO(register_workbook(entries, COVER)))
    return list(book["Sổ đăng ký"].iter_rows(min_row=3, values_only=True))


def cover(*entries: Entry, of: Cover = COVER) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(register_workbook(entries, of)))
    return [words for (words,) in book["Bìa"].iter_rows(values_only=True) if words]


def test_the_columns_are_those_of_the_decree() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(register_workbook([entry()], COVER)))["Sổ đăng ký"]

    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert [cell.value for cell in sheet[2]] == [f"({number})" for number in range(1, 11)]
    assert [cell.value for cell in sheet[3]] == [
        "05/KH-UBND",
        "05/03/2026",
        "Kế hoạch phòng, chống dịch năm 2026",
        "Hoàng Thị Lan",
        "UBND tỉnh; các thôn",
        "VT, Phòng Kinh tế",
        12,
        "06/03/2026",
        "Vàng A Páo",
        "gửi bản giấy",
    ]


@pytest.mark.shared
def test_the_words_are_those_of_the_decrees_own_form(shared: Path) -> None:
    with zipfile.ZipFile(shared / "data" / "docx" / "nd30-Phuluc4.docx") as form:
        root = etree.fromstring(form.read("word/document.xml"))
    words = "".join("".join(str(one) for one in root.itertext()).split())

    for line in (*HEADINGS, "SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm:", "Từ ngày", "đến ngày", "Từ số", "đến số", "Quyển số:"):
        assert "".join(line.split()) in words


def test_the_cover_tells_from_when_to_when_and_from_which_number_to_which() -> None:
    later = replace(PLAN, number=127, suffix="a", date="2026-12-31")
    attached = replace(PLAN, number=None, symbol="", date="", attached=True)

    assert cover(entry(later), entry(attached), entry()) == [
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI",
        "ỦY BAN NHÂN DÂN XÃ BẢN MÂY",
        "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
        "Năm: 2026",
        "Từ ngày 05/03/2026 đến ngày 31/12/2026",
        "Từ số 05 đến số 127a",
        "Quyển số: 01",
    ]


def test_what_nobody_knows_is_dots_to_be_filled_in() -> None:
    assert [set(line.split()[-1]) for line in cover(of=Cover(2026)) if "…" in line] == [{"…"}] * 5
    assert rows() == []


@pytest.mark.parametrize(
    ("shown", "note"),
    [
        (entry(state="cancelled", reason="in nhầm"), "Hủy: in nhầm; gửi bản giấy"),
        (entry(state="reserved"), "Giữ số, chưa phát hành; gửi bản giấy"),
        (entry(state="replaced", replaced_by=2), "Đã thay bằng văn bản số 09/KH-UBND; gửi bản giấy"),
        (
            entry(state="replaced", replaced_by=2, reason="Thay bằng 09/KH-UBND"),
            "Đã thay bằng văn bản số 09/KH-UBND; gửi bản giấy",
        ),
        (entry(state="replaced", replaced_by=7, reason="sai số liệu"), "Đã được thay thế: sai số liệu; gửi bản giấy"),
        (entry(replace(PLAN, attached=True, note="")), "Văn bản kèm theo"),
    ],
)
def test_the_note_says_what_became_of_an_entry(shown: Entry, note: str) -> None:
    first, second = rows(shown, entry(replace(PLAN, number=9), id=2))

    assert (first[9], second[0]) == (note, "09/KH-UBND")


@pytest.mark.parametrize(
    ("kind", "symbol", "title", "named"),
    [
        ("TT", "-TT/ĐU", "về đại hội", "Thông tri về đại hội"),
        ("CV", "/UBND-VX", "về việc báo cáo", "Công văn về việc báo cáo"),
        ("KH", "/KH-UBND", "Kế hoạch năm 2026", "Kế hoạch năm 2026"),
        ("", "/X-UBND", "việc khác", "việc khác"),
    ],
)
def test_the_kind_is_named_once(kind: str, symbol: str, title: str, named: str) -> None:
    assert rows(entry(replace(PLAN, kind=kind, symbol=symbol, title=title)))[0][2] == named


def test_it_is_ready_to_print_and_bind() -> None:
    book = openpyxl.load_workbook(io.BytesIO(register_workbook([entry()], COVER)))
    sheet = book["Sổ đăng ký"]

    assert book.active is sheet
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$2", "B3")
    assert sheet.page_margins.left * 25.4 >= 29.9 > sheet.page_margins.right * 25.4
    assert "&P" in sheet.oddFooter.center.text
    assert sheet.page_setup.firstPageNumber == 1
    assert {cell.font.name for row in sheet for cell in row} == {"Times New Roman"}
    assert all(cell.alignment.wrap_text and cell.border.left.style == "thin" for row in sheet for cell in row)


def test_rows_are_as_high_as_their_text_and_the_type_of_what_is_too_long_is_smaller() -> None:
    def shown(recipients: str) -> tuple[float, float, float]:
        data = register_workbook([entry(replace(PLAN, recipients=recipients))], COVER)
        sheet = openpyxl.load_workbook(io.BytesIO(data))["Sổ đăng ký"]
        return sheet.row_dimensions[3].height, sheet["E3"].font.size, sheet["C3"].font.size

    short, long, very_long = (shown("Ủy ban nhân dân xã Bản Mây; " * times) for times in (1, 8, 60))

    # Sixteen letters of eleven points to a line: at most two recipients fit on three.
    assert long[0] >= 12 * 12.65 > 2 * short[0]
    assert (short[1], long[1]) == (11, 11)
    assert very_long[0] <= 409
    assert very_long[1] < 11
    assert very_long[2] == 11


@pytest.mark.parametrize("words", FORMULAS)
@pytest.mark.parametrize("column", TEXTS)
def test_no_text_is_a_formula_in_any_column(column: str, words: str) -> None:
    record = replace(PLAN, **{"number": None, "kind": "", "title": "", "note": "", column: words})
    if column == "kind":
        record = replace(record, title=words)
    _assert_safe([entry(record), entry(record, "cancelled", 2, reason=words)], replace(COVER, organ=words))


@given(st.lists(st.text(max_size=12), min_size=10, max_size=10))
def test_no_text_whatever_is_a_formula(words: list[str]) -> None:
    suffix, symbol, date, kind, title, signer, recipients, sent, received, note = words
    record = Record(
        None, suffix, symbol, date, kind, title, signer, recipients, signer, 1, sent, received, note, attached=False
    )
    _assert_safe([entry(record)], Cover(2026, title, note, kind))


def _assert_safe(entries: list[Entry], of: Cover) -> None:
    """No formula in the XML; no cell that a program would take for one when it reads what was saved as CSV."""
    data = register_workbook(entries, of)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
            root = etree.fromstring(package.read(name))
            assert not list(root.iter(f"{MAIN}f"))
            kinds = {cell.get("t") for cell in root.iter(f"{MAIN}c") if len(cell)}
            assert kinds <= {"inlineStr", "n"}
    book = openpyxl.load_workbook(io.BytesIO(data))
    saved = io.StringIO()
    csv.writer(saved).writerows(row for sheet in book for row in sheet.iter_rows(values_only=True))
    read = [field for row in csv.reader(io.StringIO(saved.getvalue())) for field in row]
    assert not [field for field in read if field.startswith(DANGEROUS)]


def test_what_begins_with_an_apostrophe_is_not_read_anew_by_excel() -> None:
    record = replace(PLAN, signer="=1+1", recipients="- UBND tỉnh")
    sheet = openpyxl.load_workbook(io.BytesIO(register_workbook([entry(record)], COVER)))["Sổ đăng ký"]

    assert (sheet["D3"].value, sheet["D3"].quotePrefix) == ("'=1+1", True)
    assert (sheet["E3"].value, sheet["E3"].quotePrefix) == ("– UBND tỉnh", False)


@pytest.mark.office
def test_every_page_has_the_headings_and_its_number(tmp_path: Path) -> None:
    many = [entry(replace(PLAN, number=number), id=number) for number in range(1, 61)]
    file = tmp_path / "so.xlsx"
    file.write_bytes(register_workbook(many, COVER))
    office = programs.office()
    assert office
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file],
        check=True,
        capture_output=True,
    )
    with pypdfium2.PdfDocument(file.with_suffix(".pdf")) as printed:
        pages = [page.get_textpage().get_text_range() for page in printed]
        sizes = {tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in printed}

    assert sizes == {(297, 210)}
    # Letters with marks above may be taken from another font, and then stand apart.
    assert "BAN NHÂN DÂN" in pages[0]
    assert len(pages) > 2
    for number, page in enumerate(pages[1:], 1):
        assert [f"({column})" in page for column in range(1, 11)] == [True] * 10
        assert re.search(rf"Trang\D* {number}\b", page)
    assert sum(page.count("/KH-UBND") for page in pages) == 60
