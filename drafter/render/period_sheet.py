"""The report of a period as a workbook of Excel: the figures, every table, the chart over its months."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Alignment, Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from drafter.register.periods import Account
from drafter.render.chart import rows
from drafter.render.office_chart import drawn
from drafter.render.period_tables import (
    Cell,
    Table,
    asides,
    avoided,
    by_kind,
    by_unit,
    by_unit_and_kind,
    corrected,
    differences,
    months_chart,
    overall,
)
from drafter.render.periods import period_sentences
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

_SIZE = 12
_ROOM = 128
"""Digits across A4."""
_FIGURE = 13
"""Digits of a column of figures."""
_CHART = (24.0, 7.5)
"""cm."""


def period_workbook(account: Account) -> bytes:
    """An .xlsx: "Tổng hợp", "Đơn vị", "Loại văn bản", "Đơn vị và loại", "Tháng", "Không ban hành", "Điều chỉnh".

    Sheets without anything to tell are left out. Figures are numbers, texts are texts whatever they begin with; A4
    across, ready to print.
    """
    figures, found = account.figures, account.corrections
    title = f"Kết quả giảm văn bản hành chính {figures.period.title}"
    book = blank_book()
    book.remove(book.active)
    _add(book, "Tổng hợp", [overall(figures), asides(figures)], (title.upper(), *period_sentences(account)))
    _add(book, "Đơn vị", [by_unit(figures)])
    _add(book, "Loại văn bản", [by_kind(figures)])
    _add(book, "Đơn vị và loại", [by_unit_and_kind(figures, None)])
    chart = months_chart(figures)
    headings, *months = rows(chart)
    sheet = _add(book, "Tháng", [Table(chart.title, tuple(map(str, headings)), tuple(months))])
    if sheet:
        made = drawn(chart, sheet.title, _heading_row())
        made.width, made.height = _CHART
        sheet.add_chart(made, f"A{_heading_row() + len(months) + 3}")
    _add(book, "Không ban hành", [avoided(figures)])
    if found:
        _add(book, "Điều chỉnh", [differences(found), corrected(found)])
    return saved(book)


def _heading_row(sentences: Sequence[str] = ()) -> int:
    """The row of the first table's headings."""
    return len(sentences) + 2


def _add(book: Workbook, name: str, tables: Sequence[Table | None], sentences: Sequence[str] = ()) -> Worksheet | None:
    """A sheet with these tables below each other; none where there are none."""
    told = [one for one in tables if one]
    if not told:
        return None
    sheet: Worksheet = book.create_sheet(name)
    widths = _widths(told)
    set_columns(sheet, widths)
    for row, words in enumerate(sentences, 1):
        _across(sheet, row, words, Font(FACE, _SIZE, bold=row == 1), widths, "left")
    row = _heading_row(sentences) - 1
    for table in told:
        row = _put(sheet, row, table, widths) + 2
    set_page(sheet, headings="1:1", left=0.6, footer="Trang &P/&N")
    sheet.print_title_rows = f"1:{_heading_row()}" if len(told) == 1 else None
    return sheet


def _put(sheet: Worksheet, row: int, table: Table, widths: Sequence[float]) -> int:
    """The table from this row on; its last row."""
    _across(sheet, row, table.title, Font(FACE, _SIZE, bold=True), widths[: len(table.headings)], "center")
    for at, cells in enumerate((table.headings, *table.rows), row + 1):
        is_heading = at == row + 1
        font = Font(FACE, _SIZE, bold=is_heading or at - row - 2 in table.strong)
        for column, cell in enumerate(cells):
            is_words = column in table.words and not is_heading
            _fill(sheet, at, column + 1, cell, font, "left" if is_words else "center", is_heading)
        needed = (height(str(cell), widths[column], _SIZE, font.bold) for column, cell in enumerate(cells) if cell)
        sheet.row_dimensions[at].height = min(max(needed, default=18.0), HIGHEST)
    return row + 1 + len(table.rows)


def _fill(sheet: Worksheet, row: int, column: int, cell: Cell, font: Font, across: str, is_heading: bool) -> None:
    made = put(sheet, row, column, "–" if cell is None else str(cell), font, across)
    if isinstance(cell, int):
        made.value = cell
        made.number_format = "#,##0"
    made.alignment = Alignment(horizontal=across, vertical="center", wrap_text=True)
    made.border = GRID
    if is_heading:
        made.fill = HEADING_FILL


def _across(sheet: Worksheet, row: int, words: str, font: Font, widths: Sequence[float], across: str) -> None:
    put(sheet, row, 1, words, font, across)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(widths))
    sheet.row_dimensions[row].height = min(height(words, sum(widths), _SIZE, font.bold), HIGHEST)


def _widths(tables: Sequence[Table]) -> list[float]:
    """Digits of the columns: figures narrow, words as they need and as the page has room."""
    count = max(len(one.headings) for one in tables)
    wordy = {column for one in tables for column in one.words if column < len(one.headings)}
    needed = {column: max(_needed(one, column) for one in tables if column < len(one.headings)) for column in wordy}
    room = _ROOM - _FIGURE * (count - len(wordy))
    least = max(room / len(wordy), _FIGURE)
    short = {column: min(digits, least) for column, digits in needed.items()}
    spare = max(room - sum(short.values()), 0.0) / max(sum(needed[column] > least for column in wordy), 1)
    wide = {column: min(digits, least + spare) for column, digits in needed.items()}
    return [wide.get(column, float(_FIGURE)) for column in range(count)]


def _needed(table: Table, column: int) -> float:
    """Digits of a column's longest cell on one line, as about as many letters."""
    return max(_FIGURE, 1.3 * max(len(str(row[column] or "")) for row in (table.headings, *table.rows)))
