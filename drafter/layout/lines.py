"""The lines drawn under Tiêu ngữ, the organ and the subject (Phụ lục I, Phần I, Mục II, khoản 1, 2, 5 NĐ 30)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.document import Stroke
from drafter.layout.roles import Role, Sheet
from drafter.layout.rows import MOST, Row
from drafter.layout.rules import Fault

_UNDER: tuple[tuple[str, Role, str, str], ...] = (
    ("TN-03", "tieu_ngu", "Tiêu ngữ", "dài bằng dòng chữ"),
    ("CQ-03", "organ", "tên cơ quan ban hành", "dài từ 1/3 đến 1/2 dòng chữ"),
    ("TL-03", "subject", "trích yếu", "dài từ 1/3 đến 1/2 dòng chữ"),
)
_HEAD: tuple[Role, ...] = ("quoc_hieu", "tieu_ngu", "superior", "organ", "number", "place_date")


def lines(sheet: Sheet) -> Iterator[Fault]:
    """Components without the line that belongs under them, or with a dashed one."""
    strokes = [one for one in sheet.document.strokes if not one.arrow]
    head = {row.index for row in sheet.of(*_HEAD)}
    # A shape stands where it is dragged to, wherever it is anchored: two in the letterhead are its two lines.
    floating = [one for one in strokes if one.kind == "shape" and head and min(head) <= one.paragraph <= max(head)]
    for id_, role, name, length in _UNDER:
        found = sheet.of(role)
        if not found:
            continue
        own = [one for one in strokes if is_under(sheet, found[-1], one)]
        if not own and role != "subject" and len(floating) >= 2:
            own = floating
        if not own:
            having = _instead(sheet, found[-1])
            message = f"Dưới {name} {having}; phải có đường kẻ ngang, nét liền, {length}."
            yield Fault(f"nd30.{id_}", found[-1].span, message, f"Vẽ đường kẻ ngang, nét liền, {length}, dưới {name}.")
        elif not any(one.solid for one in own):
            message = f"Đường kẻ dưới {name} là nét đứt; phải là nét liền."
            yield Fault(f"nd30.{id_}", found[-1].span, message, "Đổi đường kẻ thành nét liền.")


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
    return "đang gõ dấu gạch thay cho đường kẻ" if typed else "không thấy đường kẻ"
