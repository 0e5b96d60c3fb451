"""The cells of an .xlsx, read by calamine, in a process with limits alone.

calamine lays a sheet out up to its last cell before anybody can ask how far that is, and ends the process where there
is no memory for it: hence the look at how far the cells reach.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from drafter.errors import CorruptSheet, ForeignRegister, OversizedRegister, UnsafePackage
from drafter.readers.cells import CONTROL
from drafter.readers.compound import refuse_all_but_word
from drafter.readers.grids import MAX_CELLS, MAX_CHARACTERS, Area, Book, Cell, Grid
from drafter.readers.sniffing import form_of
from drafter.readers.trees import opens_with_doctype
from drafter.readers.workbooks import MOST_MERGED, column_number, opened

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["'][^>/]*>""")
"""Of a cell that is not empty."""
_FROM_1904 = re.compile(rb"""\sdate1904=["'](?:1|true)["']""")
_PIECE = 2**22
_LONGEST_PLACE = 300


def read_book(name: str, data: bytes, progress: object = None) -> Book:
    """The workbook, its hidden rows and columns included.

    Raises as `drafter.readers.workbooks.opened`, `ForeignRegister` for what is no workbook, `OversizedRegister` and
    `UnsafePackage`.
    """
    if form_of(name, data) == "doc":
        refuse_all_but_word(name, data)
        raise ForeignRegister(name)
    from_1904 = _checked(name, data)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            room = _Room(name)
            sheets = tuple(
                _grid(book.get_sheet_by_name(sheet.name), sheet.visible != SheetVisibleEnum.Visible, room)
                for sheet in book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            )
    except OversizedRegister:
        raise
    except Exception as error:  # the library says in many ways that a workbook is not as it should be
        raise CorruptSheet(name) from error
    return Book(sheets, from_1904)


def _checked(name: str, data: bytes) -> bool:
    """Whether days are counted from 1904. Raises as `read_book` where the package is not to be read."""
    with opened(name, data) as (archive, parts):
        sheets = [entry for path, entry in parts.items() if _SHEET.fullmatch(path)]
        if sum(_cells(name, archive, entry) for entry in sheets) > MAX_CELLS:
            raise OversizedRegister(name)
        book = parts.get("xl/workbook.xml")
        return bool(book and _FROM_1904.search(archive.read(book)))


def _cells(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """Rows times columns of a sheet, up to the last cell that is not empty."""
    columns: set[bytes] = set()
    last, rest = 0, b""
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            if not rest and opens_with_doctype(piece):
                raise UnsafePackage(name)
            places = _PLACE.findall(rest + piece)
            columns.update(letters for letters, _ in places)
            last = max(last, max((int(row) for _, row in places[-1:]), default=0))
            rest = piece[-_LONGEST_PLACE:]
    return last * max((column_number(letters.decode()) for letters in columns), default=0)


class _Room:
    """Counts characters, and keeps each text once, however often it stands in the workbook."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._left = MAX_CHARACTERS
        self._texts: dict[str, str] = {}

    def cell(self, value: Any) -> Cell:
        if isinstance(value, str):
            known = self._texts.get(value)
            if known is not None:
                return known
            self._left -= len(value)
            if self._left < 0:
                raise OversizedRegister(self._name)
            return self._texts.setdefault(value, CONTROL.sub(" ", value) if "_x00" in value else value)
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, float):
            return int(value) if value.is_integer() else value
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, int | date) else str(value)


def _grid(sheet: CalamineSheet, hidden: bool, room: _Room) -> Grid:
    rows = tuple(_row(values, room) for values in sheet.iter_rows())
    areas = (sheet.merged_cell_ranges or [])[:MOST_MERGED]
    return Grid(sheet.name, rows, tuple(_areas(areas)), hidden)


def _row(values: list[Any], room: _Room) -> tuple[Cell, ...]:
    length = len(values)
    while length and values[length - 1] == "":
        length -= 1
    return tuple(map(room.cell, values[:length]))


def _areas(ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> Iterable[Area]:
    for (top, left), (bottom, right) in ranges:
        yield top, bottom, left, right
