"""Text and bases of Party documents (HD 05-HD/VPTW)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from drafter.document import Paragraph, Span
from drafter.layout.bodies import paragraphs_of, usual_size, wrong_gap
from drafter.layout.bodies import texts as text_rows
from drafter.layout.looks import ALIGNED, Look, points
from drafter.layout.mending import is_contextual
from drafter.layout.mends import Letters, Mend, Shape
from drafter.layout.party.looks import styled
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Edit, Fault

_RULE = "hd05.D-11"
_SIZES = 14, 15
_LEAST, _MOST = 18.0, 22.0
"""pt from line to line."""
_SINGLE = 1.15
"""Height of a single line of Times New Roman in its sizes."""
_INDENT = 10.0
_INDENTS = 8.0, 13.0
"""mm: the guidance says "about 10"."""
_GAP = 6.0
_LISTED = re.compile(r"(?:Căn cứ|Theo (?:đề nghị|Tờ trình)|Xét)\b")
_DASH = re.compile(r"[-–+]\s*")
_PROMULGATES = re.compile(r"(?:như sau|quyết định|ban hành)\b[^;]{0,80}[:.]$")
_LAW = re.compile(r"Căn cứ (?:Bộ luật|Luật|Pháp lệnh)\b")


def texts(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the paragraphs of the text, its end and its bases."""
    found = text_rows(sheet)
    yield from _sizes(found)
    paragraphs = paragraphs_of(found)
    yield from _alignment(paragraphs)
    yield from _spacing(paragraphs, usual_size(found) or _SIZES[0])
    yield from _gaps(paragraphs)
    yield from _indents(paragraphs)
    yield from _end(sheet)
    yield from _bases(sheet)


def _count(found: Mapping[int, Paragraph] | Sequence[Row]) -> str:
    return f"{len(found)} đoạn văn (như đoạn này)" if len(found) > 1 else "Đoạn văn này"


def _sizes(found: Sequence[Row]) -> Iterator[Fault]:
    usual = usual_size(found)
    if usual is None:
        return
    sized = [(row, size) for row in found if (size := row.most(lambda look: look.size)) is not None]
    wrong = [row for row, size in sized if not _SIZES[0] <= size <= _SIZES[1]]
    fits = _SIZES[0] <= usual <= _SIZES[1]
    mends = tuple(Mend(_RULE, row.index, Letters(size=usual)) for row in wrong) if fits else ()
    if wrong:  # of all the text the headings would have to follow: that is for somebody who sees them
        size = wrong[0].most(lambda look: look.size) or 0
        message = f"Nội dung có cỡ chữ {points(size)}; phải dùng cỡ chữ 14 đến 15."
        yield Fault(_RULE, wrong[0].span, message, "Đặt cỡ chữ 14 hoặc 15 cho toàn bộ nội dung.", mends=mends)
    others = [row for row, size in sized if size != usual and row not in wrong]
    if others and fits:
        message = f"{_count(others)} không cùng cỡ chữ {points(usual)} với phần còn lại của nội dung."
        action = f"Đặt cỡ chữ {points(usual)} cho cả nội dung."
        mends = tuple(Mend(_RULE, row.index, Letters(size=usual)) for row in others)
        yield Fault(_RULE, others[0].span, message, action, "warning", mends=mends)


def _alignment(paragraphs: Mapping[int, Paragraph]) -> Iterator[Fault]:
    wrong = {at: one for at, one in paragraphs.items() if one.alignment != "both"}
    for first in list(wrong.values())[:1]:
        message = f"{_count(wrong)} {ALIGNED[first.alignment]}; phải căn đều hai bên."
        mends = tuple(Mend(_RULE, at, Shape(alignment="both")) for at in wrong)
        yield Fault(_RULE, first.span, message, "Căn đều hai bên (Justify).", mends=mends)


def _spacing(paragraphs: Mapping[int, Paragraph], size: float) -> Iterator[Fault]:
    wrong = {at: one for at, one in paragraphs.items() if not _is_exact(one)}
    for first in list(wrong.values())[:1]:
        spacing = first.line_spacing
        having = f"{points(round(spacing.value, 2))} {'dòng' if spacing.rule == 'multiple' else 'pt'}"
        having += {"multiple": "", "exact": "", "at_least": " trở lên"}[spacing.rule]
        message = f"{_count(wrong)} có cách dòng {having}; phải cách dòng chính xác (Exactly) từ 18 đến 22 pt."
        mends = tuple(Mend(_RULE, at, Shape(line_exact=_nearest(one, size))) for at, one in wrong.items())
        yield Fault(_RULE, first.span, message, "Đặt cách dòng Exactly từ 18 đến 22 pt.", mends=mends)


def _is_exact(paragraph: Paragraph) -> bool:
    spacing = paragraph.line_spacing
    return spacing.rule == "exact" and _LEAST - 0.1 <= spacing.value <= _MOST + 0.1


def _nearest(paragraph: Paragraph, size: float) -> float:
    """The spacing (pt) within the bounds that is nearest to what the paragraph has."""
    spacing = paragraph.line_spacing
    having = spacing.value * _SINGLE * size if spacing.rule == "multiple" else spacing.value
    return round(min(max(having, _LEAST), _MOST) * 2) / 2


def _gaps(paragraphs: Mapping[int, Paragraph]) -> Iterator[Fault]:
    close = {at: one for at, one in paragraphs.items() if wrong_gap(paragraphs.get(at - 1), one)}
    for first in list(close.values())[:1]:
        contextual = any(is_contextual(one, paragraphs[at - 1]) for at, one in close.items())
        mends = () if contextual else tuple(Mend(_RULE, at, Shape(space_before=_GAP)) for at in close)
        yield Fault(
            _RULE, first.span, f"{_count(close)} cách đoạn trước chưa đủ 6 pt.", "Đặt cách đoạn từ 6 pt.", mends=mends
        )


def _indents(paragraphs: Mapping[int, Paragraph]) -> Iterator[Fault]:
    wrong = {at: one for at, one in paragraphs.items() if not _is_indented(one)}
    for first in list(wrong.values())[:1]:
        message = f"{_count(wrong)} lùi dòng đầu {points(round(first.indent_first, 1))} mm; phải lùi khoảng 10 mm."
        flush = all(abs(one.indent_left) < 0.5 for one in wrong.values())
        mends = tuple(Mend(_RULE, at, Shape(indent_first=_INDENT)) for at in wrong) if flush else ()
        yield Fault(_RULE, first.span, message, "Lùi dòng đầu 10 mm.", "warning", mends=mends)


def _is_indented(paragraph: Paragraph) -> bool:
    """Automatic numbers and hanging indents have ways of their own."""
    ways = (paragraph.indent_first, paragraph.indent_first + paragraph.indent_left)
    own = paragraph.label is not None or paragraph.indent_first < 0
    return own or any(_INDENTS[0] <= way <= _INDENTS[1] for way in ways)


def _end(sheet: Sheet) -> Iterator[Fault]:
    ends = min((row.span.start for row in sheet.of("appendix")), default=len(sheet.document.text))
    last = next((row for row in reversed(sheet.of("body")) if row.span.start < ends and row.cell is None), None)
    if last and last.words.endswith("./."):
        message = "Nội dung kết thúc bằng “./.”; văn bản của Đảng kết thúc bằng dấu chấm."
        end = last.span.end
        edits = (Edit(Span(end - 2, end), ""),) if sheet.document.text[end - 3 : end] == "./." else ()
        yield Fault(_RULE, last.span, message, "Bỏ “/.” ở cuối nội dung.", edits=edits)


def _bases(sheet: Sheet) -> Iterator[Fault]:
    """Bases in a list, each with a dash; a sentence that cites and promulgates is none."""
    rows = [row for row in sheet.of("base") if _LISTED.match(_DASH.sub("", row.words)) and row.cell is None]
    listed = [row for row in rows if not _PROMULGATES.search(row.words)]
    if not any(row.words.endswith(";") or row.words[:1] in "-–" for row in listed) and len(listed) < 2:
        return
    yield from styled(sheet, "D-12", "Căn cứ", listed, Look(*_SIZES, False, False))
    bare = [row for row in listed if not re.match(r"- \S", row.words) and row.paragraph.label is None]
    if bare:
        message = f"{len(bare)} căn cứ chưa có gạch đầu dòng; mỗi căn cứ một dòng, phía trước có gạch đầu dòng."
        edits = tuple(Edit(_dash_of(row), "- ") for row in bare)
        yield Fault("hd05.D-12", bare[0].span, message, "Viết như “- Căn cứ …;”.", edits=edits)
    for row in listed:
        if len(re.findall(r"(?:^|[;.]\s+)[-–]?\s*Căn cứ\b", row.words)) > 1:
            message = "Một đoạn ghi nhiều căn cứ; mỗi căn cứ một dòng."
            yield Fault("hd05.D-12", row.span, message, "Xuống dòng sau mỗi căn cứ.")
        if _LAW.match(_DASH.sub("", row.words)) and not re.search(r"\b(?:19|20)\d\d\b", row.words):
            message = "Căn cứ là luật, pháp lệnh chưa ghi năm ban hành; phải ghi tên và năm."
            yield Fault("hd05.D-12", row.span, message, "Ghi thêm năm ban hành.", "warning")
    yield from _ends(listed)


def _dash_of(row: Row) -> Span:
    """Where the dash of a base belongs: in place of another mark, else in front of it."""
    mark = _DASH.match(row.words)
    return Span(row.span.start, row.span.start + (mark.end() if mark else 0))


def _ends(listed: Sequence[Row]) -> Iterator[Fault]:
    wanted = [(row, "." if row is listed[-1] else ";") for row in listed]
    wrong = [(row, mark) for row, mark in wanted if not row.words.endswith(mark)]
    if wrong:
        message = "Căn cứ kết thúc chưa đúng dấu; cuối mỗi căn cứ là dấu chấm phẩy, căn cứ cuối cùng là dấu chấm."
        edits = tuple(Edit(stop_of(row), mark) for row, mark in wrong)
        action = "Đặt dấu “;” cuối mỗi căn cứ, dấu “.” cuối căn cứ sau cùng."
        yield Fault("hd05.D-12", wrong[0][0].span, message, action, edits=edits)


def stop_of(row: Row) -> Span:
    """The stop that a row ends with; its end where it has none."""
    return Span(row.span.end - (row.words[-1] in ".,;:"), row.span.end)
