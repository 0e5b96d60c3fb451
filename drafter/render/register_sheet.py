"""The register of outgoing documents as a book to print and bind: Phụ lục IV, mục I Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from drafter.nlp.kinds import family_of_number, kind_name
from drafter.nlp.written import day
from drafter.register.remarks import remarks_of
from drafter.register.values import Entry
from drafter.render.sheets import (
    FACE,
    GRID,
    HIGHEST,
    blank_book,
    dressed,
    guarded,
    height,
    saved,
    set_columns,
    set_page,
)
from drafter.render.wrapping import printable

HEADINGS = (
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
)
_WIDTHS = (14.5, 10.5, 31.5, 12, 18.5, 11.5, 6.5, 10.5, 8, 12.5)
"""In digits; together what A4 across leaves beside the margin for binding, so that nothing is made smaller."""
_ACROSS = ("center", "center", "left", "left", "left", "left", "center", "center", "left", "left")
_COPIES = 6
"""The place of the only column that is a figure."""
_SIZES = (11, 9, 7, 6)
"""Points; the first in which the row is not too high for Excel."""
_LEAST = 24.0
"""Points of a row: room for a signature."""
_BINDING = 1.18
"""Inches: 30 mm."""
_DOTS = "…………"
_COVER_WIDTH = 100
"""Digits."""

_Style = Callable[[int, int, bool], WriteOnlyCell]


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says of the book besides what the entries tell; "" leaves dots to be filled in by hand."""

    year: int
    organ: str = ""
    superior: str = ""
    """Cơ quan chủ quản trực tiếp."""
    volume: str = ""
    """Quyển số."""


def register_workbook(entries: Sequence[Entry], cover: Cover) -> bytes:
    """An .xlsx of two sheets, "Bìa" and "Sổ đăng ký": the entries in their order, a row each, in the ten columns.

    From which day and number to which is told from the entries. A4 across, the headings on every page, 30 mm to bind;
    type of 11 points, smaller where a row would be too high for Excel. Days are texts, as the decree writes them. Every
    text is a text, also in what Excel saves as CSV: in front of "=", "+", "@" stands an apostrophe, and a hyphen that
    begins a text becomes a dash.
    """
    book = blank_book(streamed=True)
    _put_cover(book.create_sheet("Bìa"), cover, entries)
    sheet = book.create_sheet("Sổ đăng ký")
    set_columns(sheet, _WIDTHS)
    set_page(sheet, headings="1:2", left=_BINDING, footer=f"Sổ đăng ký văn bản đi năm {cover.year} – Trang &P")
    sheet.page_setup.firstPageNumber, sheet.page_setup.useFirstPageNumber = 1, True
    sheet.freeze_panes = "B3"
    _put_headings(sheet)
    style = _styles(sheet)
    notations = {entry.id: entry.record.notation for entry in entries}
    for row, entry in enumerate(entries, 3):
        _put_entry(sheet, row, register_cells(entry, notations), style)
    book.active = 1
    return saved(book)


def register_cells(entry: Entry, notations: Mapping[int, str]) -> tuple[str, ...]:
    """The ten columns as printed; `notations` are the numbers and symbols of other entries by their ids."""
    record = entry.record
    cells = (
        record.notation,
        day(record.date),
        _named(record.kind, record.symbol, record.title),
        record.signer,
        record.recipients,
        record.keeper,
        "" if record.copies is None else str(record.copies),
        day(record.sent),
        record.received,
        remarks_of(entry, notations),
    )
    return tuple(guarded(" ".join(printable(words).split())) for words in cells)


def _named(kind: str, symbol: str, title: str) -> str:
    """The name of the kind and the title, the name once."""
    name = _kind_name(kind, symbol)
    return title if title.lower().startswith(name.lower()) else f"{name} {title}"


@lru_cache(maxsize=1000)
def _kind_name(kind: str, symbol: str) -> str:
    return kind_name(kind, family_of_number(symbol))


def _put_cover(sheet: Worksheet, cover: Cover, entries: Sequence[Entry]) -> None:
    set_columns(sheet, [_COVER_WIDTH])
    set_page(sheet, headings="1:1", left=_BINDING, footer="")
    sheet.print_title_rows = None
    sheet.print_options.horizontalCentered = sheet.print_options.verticalCentered = True
    lines = list(_cover_lines(cover, entries))
    frame = Side(style="medium", color="000000")
    for row, (words, font, space) in enumerate(lines, 1):
        cell = dressed(WriteOnlyCell(sheet), printable(words), font, "center")
        top, bottom = row == 1, row == len(lines)
        cell.border = Border(left=frame, right=frame, top=frame if top else None, bottom=frame if bottom else None)
        sheet.row_dimensions[row].height = max(space, height(words, _COVER_WIDTH, font.size, bold=font.bold))
        sheet.append([cell])


def _cover_lines(cover: Cover, entries: Sequence[Entry]) -> Iterator[tuple[str, Font, float]]:
    """Words, their font, and the points that the line has at least; as the decree's form has them."""
    days = sorted({entry.record.date for entry in entries if entry.record.date})
    numbers = [(one.number, one.suffix) for one in (entry.record for entry in entries) if one.number is not None]
    first, last = (f"{one[0]:02}{one[1]}" for one in (min(numbers), max(numbers))) if numbers else (_DOTS, _DOTS)
    blank = ("", Font(FACE, 14), 28.0)
    yield blank
    yield (cover.superior or _DOTS * 4).upper(), Font(FACE, 14), 20.0
    yield (cover.organ or _DOTS * 4).upper(), Font(FACE, 14, bold=True), 20.0
    yield blank
    yield "SỔ ĐĂNG KÝ VĂN BẢN ĐI", Font(FACE, 26, bold=True), 60.0
    yield f"Năm: {cover.year}", Font(FACE, 16, italic=True), 44.0
    yield blank
    yield (
        f"Từ ngày {day(days[0]) if days else _DOTS} đến ngày {day(days[-1]) if days else _DOTS}",
        Font(FACE, 14, italic=True),
        24.0,
    )
    yield f"Từ số {first} đến số {last}", Font(FACE, 14, italic=True), 24.0
    yield blank
    yield blank
    yield f"Quyển số: {cover.volume or _DOTS}", Font(FACE, 14, bold=True), 28.0
    yield blank


def _put_headings(sheet: Worksheet) -> None:
    """The names of the columns, and below them their numbers."""
    numbers = tuple(f"({number})" for number in range(1, len(HEADINGS) + 1))
    for row, (words, bold) in enumerate(((HEADINGS, True), (numbers, False)), 1):
        cells = [dressed(WriteOnlyCell(sheet), one, Font(FACE, _SIZES[0], bold=bold), "center") for one in words]
        for cell in cells:
            cell.border = GRID
        sheet.row_dimensions[row].height = max(
            height(one, digits, _SIZES[0], bold=True) for one, digits in zip(words, _WIDTHS, strict=True)
        )
        sheet.append(cells)


def _put_entry(sheet: Worksheet, row: int, words: tuple[str, ...], style: _Style) -> None:
    cells, highest = [], _LEAST
    for column, text in enumerate(words):
        at, high = _fitting(text, _WIDTHS[column])
        highest = max(highest, high)
        cell = WriteOnlyCell(sheet, text or None)
        cell._style = style(column, at, text.startswith("'"))._style  # shared: a style of its own for each is slow
        if column == _COPIES and text:
            cell.value = int(text)
        elif text:
            cell.data_type = "s"
        cells.append(cell)
    sheet.row_dimensions[row].height = highest
    sheet.append(cells)


def _fitting(words: str, digits: float) -> tuple[int, float]:
    """The place in `_SIZES` of the type in which a text is not too high, and how high it is in points."""
    for at, size in enumerate(_SIZES):
        high = height(words, digits, size)
        if high <= HIGHEST:
            return at, high
    return len(_SIZES) - 1, HIGHEST


def _styles(sheet: Worksheet) -> _Style:
    """A cell to take the style of, by column, place in `_SIZES`, and whether Excel must not read the text anew."""

    @cache
    def style(column: int, at: int, quoted: bool) -> WriteOnlyCell:
        cell = WriteOnlyCell(sheet)
        cell.font, cell.border = Font(FACE, _SIZES[at]), GRID
        cell.alignment = Alignment(horizontal=_ACROSS[column], vertical="center", wrap_text=True)
        cell.quotePrefix = quoted
        return cell

    return style
