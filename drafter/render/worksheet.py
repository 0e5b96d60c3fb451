"""The tasks of a document as a sheet of Excel, to follow up and to print."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from drafter.render.tasks import HEADINGS, NONE, task_cells
from drafter.tasks.values import Task

_WIDTHS = (6, 58, 26, 30, 20, 26)
"""In the widths of a digit; together the width of A4 across."""
_FONT = "Times New Roman"
_THIN = Side(style="thin", color="808080")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEADING_FILL = PatternFill("solid", fgColor="D9E2F3")
_VAGUE_FILL = PatternFill("solid", fgColor="FFF2CC")
_HEADING_ROW = 3
_LINE = 16.5
"""Points of a line of 12 point type."""
_MOST_LINES = 24
"""Excel shows no row higher than 409 points."""


def tasks_workbook(tasks: Sequence[Task], title: str) -> bytes:
    """An .xlsx of one sheet: `title`, the headings, a row a task; A4 across, the headings on every page.

    Every text is a text: what begins with "=" is no formula. Deadlines and leads that are missing or vague are yellow.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = "Nhiệm vụ"
    _put(sheet, 1, 1, "BẢNG PHÂN CÔNG NHIỆM VỤ", Font(_FONT, 14, bold=True), "center")
    _put(sheet, 2, 1, title, Font(_FONT, 12, italic=True), "center")
    for row in (1, 2):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(HEADINGS))
    sheet.row_dimensions[2].height = _LINE * _lines(title, sum(_WIDTHS))
    for column, heading in enumerate(HEADINGS, 1):
        cell = _put(sheet, _HEADING_ROW, column, heading, Font(_FONT, 12, bold=True), "center")
        cell.border, cell.fill = _GRID, _HEADING_FILL
    for number, task in enumerate(tasks, 1):
        _put_task(sheet, number, task)
    if not tasks:
        _put(sheet, _HEADING_ROW + 1, 2, NONE, Font(_FONT, 12, italic=True), "left")
    _set_page(sheet, _HEADING_ROW + max(len(tasks), 1))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _put_task(sheet: Worksheet, number: int, task: Task) -> None:
    row = _HEADING_ROW + number
    cells = task_cells(number, task)
    for column, words in enumerate(cells, 1):
        cell = _put(sheet, row, column, words, Font(_FONT, 12), "center" if column == 1 else "left")
        cell.border = _GRID
        missing = (HEADINGS[column - 1] == "Chủ trì" and not task.lead) or (
            HEADINGS[column - 1] == "Thời hạn" and (task.deadline_vague or not task.deadline)
        )
        if missing:
            cell.fill = _VAGUE_FILL
    sheet.cell(row, 1).value = number
    lines = max(_lines(words, width) for words, width in zip(cells, _WIDTHS, strict=True))
    sheet.row_dimensions[row].height = _LINE * min(lines, _MOST_LINES)


def _put(sheet: Worksheet, row: int, column: int, words: str, font: Font, across: str):  # type: ignore[no-untyped-def]
    cell = sheet.cell(row, column)
    cell.value = words
    if words:
        cell.data_type = "s"  # never a formula
    cell.font = font
    cell.alignment = Alignment(horizontal=across, vertical="center" if across == "center" else "top", wrap_text=True)
    return cell


def _set_page(sheet: Worksheet, last: int) -> None:
    for column, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEF"[column]].width = width
    sheet.freeze_panes = f"A{_HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:F{last}"
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
    sheet.print_area = f"A1:F{last}"
    page = sheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape", 9, 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom, margins.footer = 0.6, 0.5, 0.6, 0.7, 0.3
    sheet.oddFooter.center.text = "Trang &P/&N"


def _lines(words: str, width: int) -> int:
    """How many lines a text takes in a column, as the letters of Times are narrower than a digit's width of Calibri."""
    used, lines = 0, 1
    for word in words.split():
        if used and used + 1 + len(word) > width:
            used, lines = 0, lines + 1
        used += len(word) + (1 if used else 0)
    return lines
