"""The tasks of a document as a sheet of Excel, to follow up and to print."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from drafter.render.sheets import (
    FACE,
    GRID,
    HEADING_FILL,
    HIGHEST,
    blank_book,
    height,
    put,
    saved,
    set_columns,
    set_page,
)
from drafter.render.tasks import HEADINGS, NONE, task_cells
from drafter.tasks.values import Task

_WIDTHS = (6, 58, 26, 30, 20, 26)
"""In the widths of a digit; together the width of A4 across."""
_VAGUE_FILL = PatternFill("solid", fgColor="FFF2CC")
_HEADING_ROW = 3
_SIZE = 12


def tasks_workbook(tasks: Sequence[Task], title: str) -> bytes:
    """An .xlsx of one sheet: `title`, the headings, a row a task; A4 across, the headings on every page.

    Every text is a text: what begins with "=" is no formula. Deadlines and leads that are missing or vague are yellow.
    """
    book = blank_book()
    sheet = book.active
    sheet.title = "Nhiệm vụ"
    put(sheet, 1, 1, "BẢNG PHÂN CÔNG NHIỆM VỤ", Font(FACE, 14, bold=True), "center")
    put(sheet, 2, 1, title, Font(FACE, _SIZE, italic=True), "center")
    for row in (1, 2):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(HEADINGS))
    sheet.row_dimensions[2].height = height(title, sum(_WIDTHS), _SIZE)
    for column, heading in enumerate(HEADINGS, 1):
        cell = put(sheet, _HEADING_ROW, column, heading, Font(FACE, _SIZE, bold=True), "center")
        cell.border, cell.fill = GRID, HEADING_FILL
    for number, task in enumerate(tasks, 1):
        _put_task(sheet, number, task)
    if not tasks:
        put(sheet, _HEADING_ROW + 1, 2, NONE, Font(FACE, _SIZE, italic=True), "left")
    _set_page(sheet, _HEADING_ROW + max(len(tasks), 1))
    return saved(book)


def _put_task(sheet: Worksheet, number: int, task: Task) -> None:
    row = _HEADING_ROW + number
    cells = task_cells(number, task)
    for column, words in enumerate(cells, 1):
        cell = put(sheet, row, column, words, Font(FACE, _SIZE), "center" if column == 1 else "left")
        cell.border = GRID
        missing = (HEADINGS[column - 1] == "Chủ trì" and not task.lead) or (
            HEADINGS[column - 1] == "Thời hạn" and (task.deadline_vague or not task.deadline)
        )
        if missing:
            cell.fill = _VAGUE_FILL
    sheet.cell(row, 1).value = number
    needed = max(height(words, digits, _SIZE) for words, digits in zip(cells, _WIDTHS, strict=True))
    sheet.row_dimensions[row].height = min(needed, HIGHEST)


def _set_page(sheet: Worksheet, last: int) -> None:
    set_columns(sheet, _WIDTHS)
    sheet.freeze_panes = f"A{_HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:F{last}"
    sheet.print_area = f"A1:F{last}"
    set_page(sheet, headings=f"{_HEADING_ROW}:{_HEADING_ROW}", left=0.6, footer="Trang &P/&N")
