"""Registers that offices keep in Excel, read into rows to be looked at; nothing is stored."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from drafter.errors import NoRegister
from drafter.readers import content_of, read_book_bytes
from drafter.readers.grids import Book, Cell, Grid
from drafter.readers.secrecy import refuse_secret
from drafter.register.importing.cells import bare, words
from drafter.register.importing.days import Reckoning, is_month_first
from drafter.register.importing.headings import Heading, heading_of, is_of_incoming
from drafter.register.importing.lines import Line, Lines, lines_of
from drafter.register.importing.preview import Preview, Row, SheetRead, Taken
from drafter.register.importing.rows import Draft, Reading, draft_of
from drafter.register.importing.sequence import judge

__all__ = ["Preview", "Row", "SheetRead", "Taken", "read_register", "read_register_bytes"]

Progress = Callable[[int, int], None]

_HIDDEN = "trang ẩn; hãy bỏ ẩn nếu cần nhập"
_EMPTY = "trang trống"
_INCOMING = "sổ văn bản đến, không phải sổ văn bản đi"
_NO_HEADING = "không thấy dòng tiêu đề (Số, ký hiệu; Ngày tháng; Trích yếu…)"
_UNIT = re.compile(
    r"(?:phong|ban|van phong|vp|trung tam|tt|doi|bo phan|tram|truong|hdnd|doan|hoi|mat tran|cong an)\b.+"
)
_TOLD_EVERY = 1_000
"""Rows from one word of progress to the next."""


def read_register(file: Path, year: int, unit: str = "", progress: Progress | None = None) -> Preview:
    """The register in a workbook (.xlsx) or table (.csv) as rows for the book of a year.

    `unit` is that of documents whose row, section and sheet name none; where it is given, the file is taken for the
    register of one unit, in which numbers are missing anyway. `progress` is told of rows read, and of how many there
    are. Raises a subclass of `UnreadableFile`: `NoRegister` where no sheet has the headings of a register; `SecretFile`
    where a mark of secrecy stands above them: that of a row refuses the row alone.
    """
    data = content_of(file)
    name = os.fsencode(file.name or str(file)).decode("utf-8", "replace")
    return read_register_bytes(name, data, year, unit, progress)


def read_register_bytes(name: str, data: bytes, year: int, unit: str = "", progress: Progress | None = None) -> Preview:
    """The register in `data`, as `read_register` gives it; `name` is the file's name."""
    book = read_book_bytes(name, data)
    headings = [(grid, heading_of(grid) if _passed_over(grid) == "" else None) for grid in book.sheets]
    if not any(heading for _, heading in headings):
        raise NoRegister(name)
    for grid, heading in headings:
        refuse_secret(name, _above(grid, heading) if heading else "")
    found = [(grid, heading, lines_of(grid, heading) if heading else Lines()) for grid, heading in headings]
    drafts: list[Draft] = []
    of = sum(len(lines.lines) for _, _, lines in found)
    for grid, _, lines in found:
        for draft in _drafts(grid, lines.lines, _reading(lines.lines, book, year, unit or _unit_of(grid))):
            drafts.append(draft)
            if progress and (len(drafts) % _TOLD_EVERY == 0 or len(drafts) == of):
                progress(len(drafts), of)
    judge(drafts, year, whole=not unit)
    sheets = tuple(_sheet_read(grid, heading, lines) for grid, heading, lines in found)
    return Preview(name, sha256(data).hexdigest(), year, unit, sheets, tuple(map(_row, drafts)))


def _passed_over(grid: Grid) -> str:
    """Why a sheet is not even looked through for headings, "" where it is."""
    if not any(grid.rows):
        return _EMPTY
    if grid.hidden:
        return _HIDDEN
    return _INCOMING if is_of_incoming(grid) else ""


def _above(grid: Grid, heading: Heading) -> str:
    """What stands above the headings, cell by cell."""
    return "\n".join(cell for row in grid.rows[: heading.first] for cell in row if isinstance(cell, str))


def _sheet_read(grid: Grid, heading: Heading | None, lines: Lines) -> SheetRead:
    if heading is None:
        return SheetRead(grid.name, passed_over=_passed_over(grid) or _NO_HEADING)
    return SheetRead(grid.name, heading.place, heading.columns, len(lines.lines), lines.aside)


def _unit_of(grid: Grid) -> str:
    """The unit that a sheet is named after, "" for none."""
    return words(grid.name) if _UNIT.fullmatch(bare(grid.name)) else ""


def _reading(lines: Iterable[Line], book: Book, year: int, unit: str) -> Reading:
    def reckoning(field: str) -> Reckoning:
        column = (line.cells.get(field, "") for line in lines)
        return Reckoning(year, is_month_first(column), book.from_1904)

    return Reading(year, unit, reckoning("date"), reckoning("sent"))


def _drafts(grid: Grid, lines: Iterable[Line], reading: Reading) -> Iterator[Draft]:
    above: dict[str, Cell] = {}
    for line in lines:
        rows = f"dòng {line.first + 1}" if line.first == line.last else f"dòng {line.first + 1}-{line.last + 1}"
        yield draft_of(line, f"{grid.name}, {rows}" if grid.name else rows, reading, above)
        above = line.cells


def _row(draft: Draft) -> Row:
    doubts = tuple(dict.fromkeys(draft.doubts))
    record, remark = None if draft.refused else draft.record, draft.remark
    return Row(draft.place, record, doubts, draft.refused, remark.state, remark.reason)
