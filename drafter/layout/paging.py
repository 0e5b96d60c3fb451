"""Whether pages are numbered, and appendices on their own (khoản 7 Mục I, khoản 1 Mục III Phần I Phụ lục I NĐ 30).

A file does not say how many pages it has: Word counts them when it shows them. What is told here is the least that the
text fills, with narrow letters and tables as wide as the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from drafter.document import Paragraph, Section
from drafter.layout.pages import start_of
from drafter.layout.roles import Sheet
from drafter.layout.rules import Fault
from drafter.report import Severity

_NARROW = 0.38
"""Of the size: less than a letter of Times New Roman has in width in Vietnamese prose, blanks counted."""
_MM = 25.4 / 72
_LINE = 1.15
"""Height of a single line in sizes."""
_SURE = 1.5
"""Pages from which there is certainly a second one."""
_LIKELY = 1.05
_PLAIN = (None, "decimal", "numberInDash", "decimalZero")


def paging(sheet: Sheet) -> Iterator[Fault]:
    """Missing or odd page numbers, and appendices that are not numbered on their own."""
    sections = sheet.document.sections
    if any(is_numbered(section) for section in sections):
        yield from _figures(sheet, sections)
        yield from _appendices(sheet, sections)
    else:
        pages = pages_at_least(sheet)
        if pages >= _LIKELY:
            having = "gõ tay, không phải trường số trang" if _is_typed(sections) else "chưa có số trang"
            message = f"Văn bản dài hơn một trang nhưng {having}; phải đánh số từ trang thứ hai."
            severity: Severity | None = None if pages >= _SURE else "warning"
            action = "Chèn số trang canh giữa ở đầu trang, không hiện ở trang thứ nhất."
            yield Fault("nd30.PN-01", start_of(sheet.document, sections[0]), message, action, severity)


def is_unnumbered(sheet: Sheet) -> bool:
    """Whether there is a second page and no page shows a number, nor a figure that stands for one."""
    sections = sheet.document.sections
    told = any(is_numbered(section) for section in sections) or _is_typed(sections)
    return not told and pages_at_least(sheet) >= _LIKELY


def _is_typed(sections: Sequence[Section]) -> bool:
    margins = (margin for one in sections for margin in (*one.headers, *one.footers))
    return any(margin.text.strip(" -–").isdigit() for margin in margins)


def is_numbered(section: Section) -> bool:
    """Whether the pages of a section show their numbers."""
    return any(margin.page_field is not None for margin in (*section.headers, *section.footers))


def pages_at_least(sheet: Sheet) -> float:
    """The pages that the document fills, at least; one that is begun after a break counts half."""
    total = 0.0
    for section in sheet.document.sections:
        own = sheet.document.paragraphs[section.first : section.last]
        width = (section.width - section.left - section.right - section.gutter) / _MM
        height = (section.height - section.top - section.bottom) / _MM
        if width <= 0 or height <= 0:
            continue
        for at, (_, pairs) in enumerate(groupby(_numbered(own), key=lambda pair: pair[0])):
            together = [one for _, one in pairs]
            if not any(one.span.of(sheet.document.text).strip() for one in together):
                continue
            filled = _height(together, width) / height
            begins = total > 0 and (at > 0 or not section.continuous)
            total = ceil(total) + max(filled, _SURE - 1) if begins else total + filled
    return total


def _numbered(own: tuple[Paragraph, ...]) -> Iterator[tuple[int, Paragraph]]:
    """The paragraphs with the count of page breaks above them."""
    breaks = 0
    for one in own:
        breaks += one.page_break_before and one.cell is None
        yield breaks, one


def _height(own: list[Paragraph], width: float) -> float:
    """pt that paragraphs take at least: of a row of a table that of its highest cell."""
    total = 0.0
    for row, parts in groupby(own, key=lambda one: (one.cell.table, one.cell.row) if one.cell else None):
        if row is None:
            total += sum(_of(one, width) for one in parts if one.place == "body")
            continue
        columns: dict[int, float] = {}
        for one in parts:
            assert one.cell is not None
            columns[one.cell.column] = columns.get(one.cell.column, 0.0) + _of(one, width)
        total += max(columns.values())
    return total


def _of(one: Paragraph, width: float) -> float:
    size = min((run.format.size or 10 for run in one.runs), default=10.0)
    lines = max(1, ceil(len(one.span) * _NARROW * size / width))
    spacing = one.line_spacing
    single = _LINE * size
    height = single * spacing.value if spacing.rule == "multiple" else spacing.value
    gap = 0.0 if one.contextual_spacing else one.space_after
    return lines * (max(single, height) if spacing.rule == "at_least" else height) + gap


def _figures(sheet: Sheet, sections: tuple[Section, ...]) -> Iterator[Fault]:
    for section in sections:
        if section.number_format not in _PLAIN and is_numbered(section):
            message = f"Số trang đang ở kiểu “{section.number_format}”; số trang dùng chữ số Ả Rập."
            yield Fault("nd30.PN-01", start_of(sheet.document, section), message, "Chọn kiểu số 1, 2, 3.")
            return
    if sections[0].number_start not in (None, 1):
        message = f"Số trang bắt đầu từ {sections[0].number_start}; phải đánh số từ trang thứ nhất là 1."
        yield Fault("nd30.PN-01", start_of(sheet.document, sections[0]), message, "Đặt số trang bắt đầu từ 1.")


def _appendices(sheet: Sheet, sections: tuple[Section, ...]) -> Iterator[Fault]:
    starts = [section.first for section in sections]
    words = {row.index for row in sheet.rows}
    joined, counting = [], []
    for row in sheet.of("appendix"):
        section = sections[bisect_right(starts, row.index) - 1]
        above = [at for at in range(section.first, row.index) if at in words]
        if not is_numbered(section):
            continue
        if above or section.continuous:
            joined.append(row)
        elif section.number_start != 1 and section.first > 0:
            counting.append(row)
    for rule, found, having, action in (
        (
            "nd30.PL-06",
            joined,
            "nằm chung phần với văn bản",
            "Chèn ngắt phần (Section Break - Next Page) trước phụ lục",
        ),
        ("nd30.PN-05", counting, "đánh số trang nối tiếp văn bản", "Đặt số trang của phụ lục bắt đầu từ 1"),
    ):
        if found:
            name = f"{len(found)} phụ lục (như “{found[0].words}”)" if len(found) > 1 else f"“{found[0].words}”"
            yield Fault(rule, found[0].span, f"{name} {having}; số trang của phụ lục được đánh riêng.", f"{action}.")
