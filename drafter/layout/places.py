"""Where the components stand: right and left column, line under line (Phụ lục I, Phần I, Mục II và Phần IV NĐ 30)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter.layout.looks import ALIGNED, points
from drafter.layout.roles import Role, Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Fault

_FROM_THE_LEFT = 40.0
"""mm of indent from which a centred line stands in the right half."""
_FITS = 90.0
"""mm of a column in which Quốc hiệu in size 13 has one line."""
_SINGLE = 1.05
_NO_GAP = 3.0
"""pt."""
_TOGETHER = ((13, 14, 14), (12, 13, 13))
"""Sizes of Quốc hiệu, Tiêu ngữ, place and date that go together (note to Phần V Phụ lục I)."""
_ALLOWED = tuple(set(sizes) for sizes in zip(*_TOGETHER, strict=True))
_NEIGHBOURS: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    ("nd30.TN-04", "Quốc hiệu và Tiêu ngữ", ("quoc_hieu", "tieu_ngu")),
    ("nd30.CQ-04", "Các dòng tên cơ quan", ("superior", "organ")),
)
_TWO_SIGN = ("BB", "HĐ", "BGN", "BTT", "GUQ")
"""Kinds that more than one signs, side by side."""


def places(sheet: Sheet) -> Iterator[Fault]:
    """Components in another place than the decree's."""
    yield from _motto(sheet)
    yield from _signature(sheet)


def _motto(sheet: Sheet) -> Iterator[Fault]:
    row = next(iter(sheet.of("quoc_hieu")), None)
    if row is None or row.paragraph.place != "body":
        return
    if place := _not_right(sheet, row):
        message = f"Quốc hiệu đang {place}; phải ở phía trên, bên phải trang đầu."
        action = "Đặt Quốc hiệu, Tiêu ngữ ở cột bên phải, ngang tên cơ quan."
        yield Fault("nd30.QH-03", row.span, message, action)
    size = row.most(lambda look: look.size)
    width = row.cell.width if row.cell else None
    if width and size and 12 <= size <= 13 and len(row.words) > 30 and width < _FITS * size / 13 - 1:
        message = f"Cột bên phải rộng {points(round(width / 10, 1))} cm; Quốc hiệu cỡ {points(size)} sẽ xuống dòng."
        action = "Cho cột bên phải rộng từ 9 cm để Quốc hiệu ở trên một dòng."
        yield Fault("nd30.QH-03", row.span, message, action)


def _not_right(sheet: Sheet, row: Row) -> str:
    """Where a line stands that is not on the right; "" for one that is, and where the file does not tell."""
    if row.column is not None:
        return "" if row.column > 0 or not _is_wide(sheet, row) else "ở bên trái"
    moved = row.paragraph.span.of(sheet.document.text)[:1].isspace() or row.paragraph.indent_left >= _FROM_THE_LEFT
    if moved or row.alignment == "right":
        return ""
    return "ở giữa trang" if row.alignment == "center" else "ở bên trái"


def _is_wide(sheet: Sheet, row: Row) -> bool:
    """Whether the table of a row has other columns."""
    table = row.cell.table if row.cell else None
    return any(one.cell and one.cell.table == table and one.cell.column > 0 for one in sheet.rows)


def sizes(sheet: Sheet) -> Iterator[Fault]:
    """Quốc hiệu, Tiêu ngữ, place and date in sizes that are allowed, but not together."""
    found = graded(sheet)
    said = [size for _, size, _ in found]
    allowed = all(size in set_ for (_, size, _), set_ in zip(found, _ALLOWED, strict=False))
    if allowed and any(size != wanted for _, size, wanted in found):
        having = ", ".join(points(size) for size in said)
        names = ", ".join(("Quốc hiệu", "Tiêu ngữ", "địa danh")[: len(found)])
        sets = " hoặc ".join(", ".join(map(str, set_[: len(found)])) for set_ in _TOGETHER)
        message = f"Cỡ chữ {names} đang là {having}; phải là {sets}."
        yield Fault("nd30.QH-04", found[0][0].span, message, "Đặt các cỡ chữ theo cùng một bộ.")


def graded(sheet: Sheet) -> list[tuple[Row, float, float]]:
    """The rows of Quốc hiệu, Tiêu ngữ, place and date with their size and that of the set that is nearest."""
    roles: tuple[Role, ...] = ("quoc_hieu", "tieu_ngu", "place_date")
    rows = [next(iter(sheet.of(role)), None) for role in roles]
    sizes = [row.most(lambda look: look.size) if row else None for row in rows]
    found = [(row, size) for row, size in zip(rows, sizes, strict=True) if row and size]
    if len(found) < 2 or rows[0] is None or rows[1] is None or found[1][0] != rows[1]:
        return []
    best = min(_TOGETHER, key=lambda set_: sum(abs(size - one) for (_, size), one in zip(found, set_, strict=False)))
    return [(row, size, float(one)) for (row, size), one in zip(found, best, strict=False)]


def spacings(sheet: Sheet) -> Iterator[Fault]:
    """Lines of the letterhead that have to follow at single spacing, and the number below the organ's middle."""
    for rule, names, pairs in loose(sheet):
        words = _apart(sheet, *pairs[0])
        message = f"{names} {words}; phải cách nhau dòng đơn."
        yield Fault(rule, pairs[0][1].span, message, "Đặt cách dòng đơn, khoảng cách trước và sau 0 pt.")
    for row in uncentred(sheet):
        message = f"Số, ký hiệu đang {ALIGNED[row.alignment or 'left']}; phải canh giữa dưới tên cơ quan ban hành."
        yield Fault("nd30.SO-11", row.span, message, "Canh giữa dòng số, ký hiệu.")


def uncentred(sheet: Sheet) -> list[Row]:
    """The number where it stands in the left column but not in its middle."""
    return [row for row in sheet.of("number")[:1] if row.column == 0 and row.alignment not in ("center", None)]


def loose(sheet: Sheet) -> list[tuple[str, str, list[tuple[Row, Row]]]]:
    """Neighbours in a column that are further apart than single lines, by rule, with what they are called."""
    found = []
    for rule, names, roles in _NEIGHBOURS:
        rows = [row for row in sheet.of(*roles) if row.alone and row.paragraph.place == "body"]
        near = [(one, other) for one, other in pairwise(rows) if one.index != other.index and one.cell == other.cell]
        if pairs := [pair for pair in near if _apart(sheet, *pair)]:
            found.append((rule, names, pairs))
    return found


def _apart(sheet: Sheet, above: Row, below: Row) -> str:
    if below.index - above.index > 1:
        between = {one.paragraph for one in sheet.document.strokes}
        drawn = any(above.index <= at <= below.index for at in between)
        return "" if drawn else "cách nhau một dòng trống"
    gap = max(above.paragraph.space_after, below.paragraph.space_before)
    spacing = below.paragraph.line_spacing
    if gap > _NO_GAP:
        return f"cách nhau {points(round(gap, 1))} pt"
    return (
        f"cách dòng {points(round(spacing.value, 2))}" if spacing.rule == "multiple" and spacing.value > _SINGLE else ""
    )


def _signature(sheet: Sheet) -> Iterator[Fault]:
    """The authority of who signs, and whether it stands beside the recipients."""
    row = next(iter(sheet.of("authority", "signer_title")), None)
    label = next(iter(sheet.of("noi_nhan")), None)
    if row is None or sheet.head.kind in _TWO_SIGN or row.paragraph.place != "body":
        return
    if place := _not_right(sheet, row):
        if place == "ở giữa trang" and label is None:
            return  # a form without recipients, or a signature under a table
        message = f"Quyền hạn, chức vụ người ký đang {place}; phải ở bên phải, ngang “Nơi nhận:”."
        yield Fault("nd30.KY-09", row.span, message, "Đặt phần ký ở cột bên phải, ngang “Nơi nhận:”.")
    elif label and label.cell and row.cell and (label.cell.table, label.cell.row) != (row.cell.table, row.cell.row):
        message = "Quyền hạn, chức vụ người ký không ngang “Nơi nhận:”; hai phần phải bắt đầu trên cùng một hàng."
        yield Fault("nd30.KY-09", row.span, message, "Đặt phần ký và “Nơi nhận:” ở cùng một hàng của bảng.")
