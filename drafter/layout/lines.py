"""The lines drawn under Tiêu ngữ, the organ and the subject (Phụ lục I, Phần I, Mục II, khoản 1, 2, 5 NĐ 30)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from drafter.document import Stroke
from drafter.layout.pages import mm_words
from drafter.layout.roles import Role, Sheet
from drafter.layout.rows import MOST, Row
from drafter.layout.rules import Fault
from drafter.nlp.widths import width

_WHOLE, _PART = (0.9, 1.1), (0.28, 0.55)
"""The least and the most of the words' width, with a tenth granted for the metrics."""
_USUAL = 0.4
"""The part of the words that a line is drawn under where it is to be a third to a half of them."""
_IN_WORDS = "dài từ 1/3 đến 1/2 dòng chữ"
_NOTHING = "không thấy đường kẻ"
_UNDER: tuple[tuple[str, Role, str, str, tuple[float, float]], ...] = (
    ("TN-03", "tieu_ngu", "Tiêu ngữ", "dài bằng dòng chữ", _WHOLE),
    ("CQ-03", "organ", "tên cơ quan ban hành", _IN_WORDS, _PART),
    ("TL-03", "subject", "trích yếu", _IN_WORDS, _PART),
)
_HEAD: tuple[Role, ...] = ("quoc_hieu", "tieu_ngu", "superior", "organ", "number", "place_date")


def lines(sheet: Sheet) -> Iterator[Fault]:
    """Components without the line that belongs under them, or with one that is dashed, too long or too short."""
    for one in _underlined(sheet):
        if one.rows and (words := _wrong(sheet, one)):
            yield Fault(f"nd30.{one.rule}", one.rows[-1].span, *words)


def undrawn(sheet: Sheet) -> Iterator[tuple[str, Row, float]]:
    """Rules, rows that have nothing under them, and the length in mm of the line to draw there."""
    for one in _underlined(sheet):
        row = one.rows[-1] if one.rows else None
        wide = min(_width(row), _text_width(sheet)) if row else 0.0
        if row and wide and not one.strokes and _instead(sheet, row) == _NOTHING:
            yield f"nd30.{one.rule}", row, wide * (1.0 if one.shares == _WHOLE else _USUAL)


@dataclass(frozen=True, slots=True)
class _Underlined:
    """A component with the lines under it."""

    rule: str
    name: str
    length: str
    """How long the line has to be, in words."""
    shares: tuple[float, float]
    """The least and the most of the words' width, with a tenth granted."""
    rows: tuple[Row, ...]
    strokes: tuple[Stroke, ...]
    aside: bool
    """Whether the lines are anchored elsewhere in the letterhead."""


def _underlined(sheet: Sheet) -> Iterator[_Underlined]:
    strokes = [one for one in sheet.document.strokes if not one.arrow]
    head = {row.index for row in sheet.of(*_HEAD)}
    # A shape stands where it is dragged to, wherever it is anchored: two in the letterhead are its two lines.
    floating = [one for one in strokes if one.kind == "shape" and head and min(head) <= one.paragraph <= max(head)]
    for id_, role, name, length, shares in _UNDER:
        found = sheet.of(role)
        own = [one for one in strokes if found and is_under(sheet, found[-1], one)]
        aside = not own and role != "subject" and len(floating) >= 2
        yield _Underlined(id_, name, length, shares, tuple(found), tuple(floating if aside else own), aside)


def _wrong(sheet: Sheet, one: _Underlined) -> tuple[str, str] | None:
    """What is wrong with the lines under a component, and what to do."""
    if not one.strokes:
        having = _instead(sheet, one.rows[-1])
        message = f"Dưới {one.name} {having}; phải có đường kẻ ngang, nét liền, {one.length}."
        return message, f"Vẽ đường kẻ ngang, nét liền, {one.length}, dưới {one.name}."
    if not any(stroke.solid for stroke in one.strokes):
        return f"Đường kẻ dưới {one.name} là nét đứt; phải là nét liền.", "Đổi đường kẻ thành nét liền."
    drawn = None if one.aside else _wrong_length(sheet, one)
    if drawn is None:
        return None
    having = f"dài {mm_words(drawn)} mm, dòng chữ dài khoảng {mm_words(max(map(_width, one.rows)))} mm"
    return f"Đường kẻ dưới {one.name} {having}; phải {one.length}.", f"Kéo lại cho đường kẻ {one.length}."


def _wrong_length(sheet: Sheet, one: _Underlined) -> float | None:
    """The length (mm) of the line, where no row of the component allows it; None where it is right or not told.

    Of a component of several rows each may be the one that the line was measured by.
    """
    lengths = [stroke.length for stroke in one.strokes if stroke.length is not None]
    widths = [wide for row in one.rows if (wide := _width(row))]
    if len(lengths) != len(one.strokes) or len(widths) != len(one.rows):
        return None
    line = _text_width(sheet)
    least = min(wide % line if wide > line else wide for wide in widths) * one.shares[0]
    most = min(line, max(widths)) * one.shares[1]
    return None if any(least <= length <= most for length in lengths) else lengths[0]


def _text_width(sheet: Sheet) -> float:
    return max(section.width - section.left - section.right for section in sheet.document.sections)


def lines_of(sheet: Sheet, row: Row) -> int:
    """How many lines of the page a row fills, at least."""
    return max(1, ceil(_width(row) / _text_width(sheet)))


def _width(row: Row) -> float:
    """Its width in mm in Times New Roman; 0 where the file does not tell its size."""
    size = row.most(lambda look: look.size) or 0.0
    bold, italic = (bool(row.most(of)) for of in (lambda look: look.bold, lambda look: look.italic))
    return width(row.words.upper() if row.in_capitals else row.words, size, bold, italic)


def is_under(sheet: Sheet, row: Row, stroke: Stroke) -> bool:
    """Whether a line stands between a row and what follows it in its column."""
    behind = [one.index for one in sheet.rows if one.index > row.index and one.column in (row.column, None)]
    if not row.index <= stroke.paragraph <= min(behind, default=stroke.paragraph):
        return False
    if stroke.kind == "border_above" and stroke.paragraph == row.index:
        return False
    anchor = sheet.document.paragraphs[stroke.paragraph]
    return anchor.cell is None or row.column is None or anchor.cell.column == row.column


def _instead(sheet: Sheet, row: Row) -> str:
    """What stands for the line."""
    if row.share(lambda look: look.underline) >= MOST:
        return "đang dùng chữ gạch chân thay cho đường kẻ"
    behind = next((one for one in sheet.rows if one.span.start > row.span.start and one.column == row.column), None)
    typed = behind is not None and len(behind.words) > 2 and not behind.words.strip("_-–—*. ")
    return "đang gõ dấu gạch thay cho đường kẻ" if typed else _NOTHING
