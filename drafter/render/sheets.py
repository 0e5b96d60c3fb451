"""What the sheets of Excel have in common: cells of text that stay text, how high rows must be, pages to print."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from drafter.nlp.widths import width

FACE = "Times New Roman"
_THIN = Side(style="thin", color="808080")
GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
HEADING_FILL = PatternFill("solid", fgColor="D9E2F3")
HIGHEST = 409
"""Points: Excel shows no row higher."""
_LINE, _ROUND = 1.2, 3.0
"""The height of a line in sizes of its type; points above and below the lines of a cell."""
_SIZE = 11
"""Points of the type that widths are counted in."""
_DIGIT, _PADDING = 5.25, 4.5
"""Points of a digit of `_SIZE` as Excel rounds it, in which widths of columns are counted; of what a cell leaves blank
at its sides."""
_POINTS = 72 / 25.4
_FORMULAS = ("=", "+", "@")
"""What a formula may begin with, besides a hyphen."""
_ALLOWANCE = 1.05
"""Excel on screen sets letters wider than they print."""


def blank_book(streamed: bool = False) -> Workbook:
    """A book whose widths are told in digits of Times New Roman; `streamed`: one to which rows are only appended."""
    book = Workbook(write_only=streamed)
    # Programs without the library's own face would take another one's digits, and shrink what they print.
    book._named_styles["Normal"].font = Font(FACE, _SIZE)
    return book


def put(sheet: Worksheet, row: int, column: int, words: str, font: Font, across: str):  # type: ignore[no-untyped-def]
    """The cell, with `words` in it as text whatever they begin with; `across` is "left" or "center"."""
    return dressed(sheet.cell(row, column), words, font, across)


def dressed(cell: Cell, words: str, font: Font, across: str):  # type: ignore[no-untyped-def]
    """`cell` with `words` in it as text whatever they begin with (`guarded`); `across` is "left" or "center".

    Characters that no sheet may hold are left out.
    """
    cell.value = guarded(ILLEGAL_CHARACTERS_RE.sub("", words).strip()) or None
    if cell.value:
        cell.data_type = "s"  # never a formula
        cell.quotePrefix = cell.value.startswith("'")
    cell.font = font
    cell.alignment = Alignment(horizontal=across, vertical="center" if across == "center" else "top", wrap_text=True)
    return cell


def guarded(words: str) -> str:
    """The text so that no program takes it for a formula, from a sheet or from CSV."""
    if words.startswith("-"):
        return "–" + words[1:]
    return f"'{words}" if words.startswith(_FORMULAS) else words


def set_columns(sheet: Worksheet, widths: Sequence[float]) -> None:
    """`widths` in digits, from the first column on."""
    for column, digits in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = digits


def set_page(sheet: Worksheet, *, headings: str, left: float, footer: str) -> None:
    """A4 across, all columns on a page, the rows `headings` ("1:2") on every page; `left` margin in inches."""
    sheet.print_title_rows = headings
    page = sheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape", 9, 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom, margins.footer = left, 0.5, 0.6, 0.7, 0.3
    sheet.oddFooter.center.text, sheet.oddFooter.center.font, sheet.oddFooter.center.size = footer, FACE, _SIZE


def saved(book: Workbook) -> bytes:
    """The book as an .xlsx file."""
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def height(words: str, digits: float, size: float, bold: bool = False) -> float:
    """Points of a cell in which `words` show whole; the width of its column in digits, `size` of the type in points.

    May be more than `HIGHEST`.
    """
    return _lines(words, digits, size, bold) * size * _LINE + _ROUND


def _lines(words: str, digits: float, size: float, bold: bool) -> int:
    """How many lines a text takes in a column so wide."""
    room = (digits * _DIGIT - _PADDING) / size / _ALLOWANCE
    blank = _width(" ", bold)
    used, lines = 0.0, 1
    for word in words.split():
        wide = _width(word, bold)
        if used and used + blank + wide > room:
            used, lines = 0.0, lines + 1
        used += wide + (blank if used else 0)
        if used > room:  # a word wider than the column is cut
            whole = int(used / room)
            used, lines = used - whole * room, lines + whole
    return lines


@lru_cache(maxsize=50_000)
def _width(word: str, bold: bool) -> float:
    """In sizes of the type."""
    return width(word, 1, bold) * _POINTS
