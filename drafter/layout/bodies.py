"""Bases and text: how paragraphs are set and ended (Phụ lục I, Phần I, Mục II, khoản 6 NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.document import Paragraph
from drafter.layout.looks import ALIGNED, points
from drafter.layout.roles import Sheet, span_of
from drafter.layout.rows import MOST, Row, mostly
from drafter.layout.rules import Fault
from drafter.layout.wording import ending, instead

_LONG = 90
"""Letters from which a paragraph fills more than a line, so that its alignment is seen."""
_SINGLE = 1.15
"""Height of a single line of Times New Roman in its sizes."""
_GAP = re.compile(r"\[(?:[.…]+|CẦN [^\]]*)\]|[.…_]{4,}|…{2,}|\bx{3,}\b", re.IGNORECASE)
_MARKED = re.compile(r"\[(?:[.…]+|CẦN [^\]]*)\]", re.IGNORECASE)
"""A gap in brackets. Dots alone are gaps in the text; in number, date and names a draft or a form has them."""
_SECTION = re.compile(r"[IVXL]+\.\s+\S")
_LONGEST_HEADING = 160
_STRESSED = 0.1
"""Part of the text from which italics and bold are more than an emphasis here and there."""
_CLOSES = ("authority", "signer_title", "noi_nhan")
_APART = re.compile(r"[(“\"*]|Ghi chú|[-–+ ]*(?:Căn cứ|Theo đề nghị|Xét)\b")
"""What is set in italics: notes, quotations, bases."""
_LEAST_GAP = 6.0
"""pt."""
_INDENTS = (10.0, 12.7)
_WANTED = {
    "ND-03": ("căn đều hai bên", "Căn đều hai bên (Justify)"),
    "ND-04": ("lùi 10 mm hoặc 12,7 mm", "Lùi dòng đầu 1 cm hoặc 1,27 cm"),
    "ND-05": ("cách ít nhất 6 pt", "Đặt khoảng cách giữa các đoạn từ 6 pt"),
    "ND-06": ("từ dòng đơn đến 1,5 dòng", "Đặt cách dòng từ 1 đến 1,5"),
}


def bodies(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the bases and the paragraphs of the text."""
    yield from _bases(sheet, sheet.of("base"))
    text = texts(sheet)
    yield from _headings(sheet)
    yield from gaps(sheet)
    yield from _sizes(text)
    yield from _paragraphs(sheet, text)


def stresses(sheet: Sheet) -> Iterator[Fault]:
    """Text in italics or bold, and text without the mark that ends it in the forms of the decree (Phụ lục III)."""
    text = [row for row in texts(sheet) if not _APART.match(row.words)]
    for words, stressed in (
        ("in nghiêng", [row for row in text if row.share(lambda look: look.italic) >= MOST]),
        ("in đậm", [row for row in text if row.share(lambda look: look.bold) >= MOST and not _is_heading(row)]),
    ):
        if sum(row.letters for row in stressed) > _STRESSED * sum(row.letters for row in text):
            count = f"{len(stressed)} đoạn văn (như đoạn này)" if len(stressed) > 1 else "Đoạn văn này"
            message = f"{count} {words} toàn bộ; lời văn trình bày bằng chữ đứng, không đậm."
            yield Fault("nd30.ND-02", stressed[0].span, message, "Đặt lời văn là chữ đứng, không đậm.")
    last = _last(sheet)
    if last and not re.search(r"\.\s?/\s?\.$", last.words):
        message = "Nội dung kết thúc không có “./.”; các mẫu của Nghị định kết thúc nội dung bằng “./.”."
        yield Fault("nd30.ND-07", last.span, message, "Có thể kết thúc nội dung bằng “./.” như mẫu.")


def _is_heading(row: Row) -> bool:
    """Whether a bold paragraph may be the title of what follows."""
    numbered = re.match(r"(?:Điều\s+\d+|[IVXLC]+|\d[\d.]*|[a-zđ])\s?[.)]", row.words)
    return numbered is not None or not row.words.endswith((".", ";")) or row.in_capitals


def _last(sheet: Sheet) -> Row | None:
    """The last paragraph of the text, where a signature follows and no table closes it."""
    pairs = list(zip(sheet.rows, sheet.roles, strict=True))
    ends = next((at for at, (_, role) in enumerate(pairs) if role in _CLOSES), 0)
    row, role = pairs[ends - 1] if ends else (None, None)
    return row if row and role == "body" and row.cell is None and row.words.endswith((".", ";", "/")) else None


def _headings(sheet: Sheet) -> Iterator[Fault]:
    """Sections with Roman numerals of a document without Điều."""
    body = sheet.of("body")
    if any(re.match(r"Điều\s+\d+[.:]", row.words) for row in body):
        return
    heads = [
        row for row in body if row.cell is None and _SECTION.match(row.words) and len(row.words) < _LONGEST_HEADING
    ]
    wrong = [row for row in heads if not row.in_capitals or row.share(lambda look: look.bold) < MOST]
    if wrong:
        first = wrong[0]
        having = "chữ thường" if not first.in_capitals else "chữ không đậm"
        count = f"{len(wrong)} đề mục (như “{first.words}”)" if len(wrong) > 1 else f"Đề mục “{first.words}”"
        message = f"{count} đang là {having}; số La Mã và tiêu đề phải in hoa, đậm."
        yield Fault("nd30.BC-09", first.span, message, "Viết in hoa, đậm số và tiêu đề.")


def gaps(sheet: Sheet) -> Iterator[Fault]:
    """Places of a form that nobody filled in; those of an appendix are for others to fill in."""
    ends = min((row.span.start for row in sheet.of("appendix")), default=len(sheet.document.text))
    told = (
        (row, _GAP if role in ("body", "base") else _MARKED) for row, role in zip(sheet.rows, sheet.roles, strict=True)
    )
    open_ = [(row, found) for row, gap in told if row.span.start < ends and (found := gap.search(row.words))]
    if open_:
        count = f"{len(open_)} đoạn còn" if len(open_) > 1 else "Đoạn này còn"
        first, found = open_[0]
        message = f"{count} chỗ bỏ trống (“{found[0]}”)."
        yield Fault("nd30.ND-08", first.span, message, "Điền nội dung hoặc bỏ chỗ trống.")


def texts(sheet: Sheet) -> list[Row]:
    """The paragraphs of the text proper, longer than a line."""
    return [row for row in sheet.of("body") if _is_text(row)]


def paragraphs_of(text: Sequence[Row]) -> dict[int, Paragraph]:
    """The paragraphs of rows by their index, which tells neighbours."""
    return {row.index: row.paragraph for row in text}


def usual_size(text: Sequence[Row]) -> float | None:
    """The size (pt) of most of its letters."""
    return mostly((look.size, times) for row in text for look, times in row.looks if look.size)


def _is_text(row: Row) -> bool:
    """A paragraph of the text proper: not in a table or text box, not a heading."""
    return (
        row.cell is None
        and row.paragraph.place == "body"
        and row.alone
        and len(row.words) >= _LONG
        and row.letters >= _LONG / 2
    )


def _bases(sheet: Sheet, found: Sequence[Row]) -> Iterator[Fault]:
    for row in found:
        if len(re.findall(r"(?:^|[;.]\s+)Căn cứ\b", row.words)) > 1:
            message = "Một đoạn ghi nhiều căn cứ; sau mỗi căn cứ phải xuống dòng."
            yield Fault("nd30.CC-03", row.span, message, "Xuống dòng sau mỗi căn cứ.")
    marked = [row for row in found if row.words[:1] in "-–+" and row.paragraph.label is None]
    if marked:
        message = "Trước căn cứ có gạch đầu dòng; mẫu của Nghị định không có gạch đầu dòng trước căn cứ."
        edits = tuple(instead(sheet, row, 0, len(row.words) - len(row.words.lstrip("-–+ ")), "") for row in marked)
        yield Fault("nd30.CC-06", marked[0].span, message, "Bỏ gạch đầu dòng trước các căn cứ.", edits=edits)
    wrong = [row for row in found[:-1] if not row.words.endswith(";")]
    wrong += [row for row in found[-1:] if not row.words.endswith((".", ";", ":"))]
    if wrong:
        message = "Căn cứ kết thúc chưa đúng dấu; mỗi căn cứ kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm."
        edits = tuple(ending(sheet, row, "." if row is found[-1] else ";") for row in wrong)
        action = "Đặt dấu “;” cuối mỗi căn cứ, dấu “.” cuối căn cứ sau cùng."
        yield Fault("nd30.CC-04", wrong[0].span, message, action, edits=edits)


def _sizes(text: Sequence[Row]) -> Iterator[Fault]:
    usual = usual_size(text)
    if usual is None:
        return
    if not 13 <= usual <= 14:
        message = f"Nội dung đang dùng cỡ chữ {points(usual)}; phải dùng cỡ chữ 13 đến 14."
        yield Fault("nd30.ND-01", span_of(text[:1]), message, "Đặt cỡ chữ 13 hoặc 14 cho toàn bộ nội dung.")
    others = [row for row in text if (size := row.most(lambda look: look.size)) is not None and size != usual]
    if others:
        message = f"{len(others)} đoạn không cùng cỡ chữ {points(usual)} với phần còn lại; nội dung dùng một cỡ chữ."
        yield Fault("nd30.ND-01", others[0].span, message, f"Đặt cỡ chữ {points(usual)} cho các đoạn này.", "warning")


def _paragraphs(sheet: Sheet, text: Sequence[Row]) -> Iterator[Fault]:
    paragraphs = paragraphs_of(text)
    found: dict[str, list[tuple[Paragraph, str]]] = {}
    for at, paragraph in paragraphs.items():
        having = {
            "ND-03": "" if paragraph.alignment == "both" else ALIGNED[paragraph.alignment],
            "ND-04": wrong_indent(paragraph),
            "ND-05": wrong_gap(paragraphs.get(at - 1), paragraph),
            "ND-06": wrong_spacing(paragraph),
        }
        for id_, words in having.items():
            if words:
                found.setdefault(id_, []).append((paragraph, words))
    for id_, wrong in found.items():
        (first, words), more = wrong[0], len(wrong) > 1
        subject = f"{len(wrong)} đoạn văn (như đoạn này)" if more else "Đoạn văn này"
        wanted, action = _WANTED[id_]
        message = f"{subject} {words}; phải {wanted}."
        yield Fault(f"nd30.{id_}", first.span, message, f"{action}{' cho các đoạn này' if more else ''}.")


def wrong_indent(paragraph: Paragraph) -> str:
    """Automatic numbers and hanging indents have ways of their own."""
    if paragraph.label is not None or paragraph.indent_first < 0:
        return ""
    ways = (paragraph.indent_first, paragraph.indent_first + paragraph.indent_left)
    if any(abs(way - wanted) <= 0.5 for way in ways for wanted in _INDENTS):
        return ""
    return f"lùi dòng đầu {points(round(paragraph.indent_first, 1))} mm"


def wrong_spacing(paragraph: Paragraph) -> str:
    spacing = paragraph.line_spacing
    if spacing.rule == "multiple":
        return "" if 0.99 <= spacing.value <= 1.51 else f"có cách dòng {points(round(spacing.value, 2))} dòng"
    size = max((run.format.size or 0 for run in paragraph.runs), default=0)
    lines = spacing.value / (_SINGLE * size) if size else 1.0
    too_small = spacing.rule == "exact" and lines < 0.97  # "at least" grows with the letters
    return f"có cách dòng {points(spacing.value)} pt" if too_small or lines > 1.53 else ""


def wrong_gap(before: Paragraph | None, after: Paragraph) -> str:
    """What is wrong with the space between two neighbours; "" for nothing, and where there is no neighbour."""
    space = _gap(before, after) if before else _LEAST_GAP
    return f"cách đoạn trước {points(round(space, 1))} pt" if space < _LEAST_GAP - 0.1 else ""


def _gap(before: Paragraph, after: Paragraph) -> float:
    """The space between two paragraphs, at least."""
    same = before.style == after.style
    above = 0.0 if before.contextual_spacing and same else before.space_after
    below = 0.0 if after.contextual_spacing and same else after.space_before
    return max(above, below)
