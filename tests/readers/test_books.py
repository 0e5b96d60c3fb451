"""Workbooks as cells: what is refused, and what comes out of the process that reads them."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from ole_files import compound_file, encrypted_package
from openpyxl import Workbook

from drafter import errors
from drafter.readers import read_book_bytes
from drafter.readers.answers import answers, value_answer
from drafter.readers.grids import Book, Grid

MAIN, STRICT = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)


def workbook(*rows: list[object], epoch: datetime | None = None) -> bytes:
    book = Workbook()
    if epoch:
        book.epoch = epoch
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def changed(data: bytes, change: Callable[[bytes], bytes], part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The package with one part changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return file.getvalue()


def with_part_twice(data: bytes) -> bytes:
    """The package with a second, empty sheet of the same path: what is looked at need not be what is read."""
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>')
    return file.getvalue()


def test_cells_come_as_what_they_are() -> None:
    rows = [["Số", 5, 5.5, True, date(2025, 3, 5), datetime(2025, 3, 5, 9, 30)], [], [None, "x\ny", None]]

    assert read_book_bytes("a.xlsx", workbook(*rows)) == Book(
        (Grid("Sheet", (("Số", 5, 5.5, "TRUE", date(2025, 3, 5), date(2025, 3, 5)), (), ("", "x\ny"))),)
    )


def test_days_counted_from_1904() -> None:
    book = read_book_bytes("a.xlsx", workbook([date(2025, 3, 5), 44259], epoch=datetime(1904, 1, 1)))

    assert (book.from_1904, book.sheets[0].rows) == (True, ((date(2025, 3, 5), 44259),))


def test_a_book_goes_between_processes_as_it_was() -> None:
    book = Book((Grid("Sổ", (("x", 1, date(2025, 3, 5)),), ((0, 1, 2, 3),), True),), True)

    assert list(answers(io.BytesIO(value_answer(book)), "a.xlsx")) == [book]


def test_strict_workbooks_are_read() -> None:
    data = workbook(["Số", 5])
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"):
        data = changed(data, lambda content: content.replace(MAIN.encode(), STRICT.encode()), part)

    assert read_book_bytes("a.xlsx", data).sheets[0].rows == (("Số", 5),)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.xlsx", encrypted_package(), errors.EncryptedSheet),
        ("a.xls", compound_file({"Workbook": b"x" * 5_000}), errors.ForeignSheet),
        ("a.xlsx", workbook(["Số"])[:900], errors.CorruptSheet),
        ("a.xlsx", changed(workbook(["Số"]), lambda part: part[:200]), errors.CorruptSheet),
        ("a.xlsx", changed(workbook(["Số"]), lambda part: b"<!DOCTYPE a>" + part), errors.UnsafePackage),
        ("a.xlsx", changed(workbook(["Số"]), lambda part: part + b" " * 250_000_000), errors.OversizedFile),
        (
            "a.xlsx",
            changed(workbook(["Số"]), lambda part: part.replace(b'r="A1"', b'r="AAA9999"')),
            errors.OversizedRegister,
        ),
        ("a.rtf", b"{\\rtf1 a}", errors.ForeignRegister),
        ("a.xlsx", with_part_twice(workbook(["Số"])), errors.CorruptSheet),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else None,
)
def test_what_is_no_workbook_is_refused(name: str, data: bytes, error: type[errors.UnreadableFile]) -> None:
    with pytest.raises(error) as raised:
        read_book_bytes(name, data)
    assert type(raised.value) is error


def test_a_word_file_is_no_workbook(samples: Path) -> None:
    with pytest.raises(errors.ForeignRegister):
        read_book_bytes("a.docx", (samples / "drafts" / "4-dan-nguon.docx").read_bytes())
