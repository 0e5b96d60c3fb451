"""Sound documents for the tests of layout: a plan, a decision and a letter as the decree wants them."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from drafter.document import Document
from drafter.readers import read_bytes

Change = Callable[[Word], object]
Case = tuple[str, Callable[[], Word], Change, str, str]
"""Rule, a sound document, what spoils it, how the place of the fault begins, and what its message says."""

TEXT = (
    "Ủy ban nhân dân xã giao Phòng Kinh tế rà soát hồ sơ tồn đọng của các thôn, lập danh sách theo từng ngày và "
    "báo cáo Chủ tịch trước 16 giờ thứ Sáu hằng tuần; nơi nào chậm thì nêu rõ lý do."
)
LAST = f"{TEXT.replace('Kinh tế', 'Văn hóa - Xã hội')[:-1]}./."
"""What ends the text, with the mark that the forms of appendix III have there."""
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Theo đề nghị của Trưởng Phòng Kinh tế xã.",
)
RECIPIENTS = ("- UBND tỉnh (để báo cáo);", "- Các thôn;", "- Lưu: VT, KT.")


def plan() -> Word:
    """A plan of a commune's committee, on the bases and in the form of appendix III."""
    made = new_page()
    _letterhead(made, "Số: 05/KH-UBND", "Bản Mây, ngày 05 tháng 02 năm 2026")
    _line(made, "KẾ HOẠCH", bold=True, align=ALIGN.CENTER)
    _line(made, "Rà soát hồ sơ tồn đọng năm 2026", bold=True, align=ALIGN.CENTER)
    lined(made, "Rà soát hồ sơ tồn đọng năm 2026")
    for base in BASES:
        _text(made, base, italic=True)
    _text(made, "Ủy ban nhân dân xã ban hành Kế hoạch như sau:")
    _text(made, "1. Nhiệm vụ", bold=True)
    _text(made, TEXT)
    _text(made, LAST)
    _closing(made, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    return made


def annexed() -> Word:
    """The plan with an appendix on pages of its own."""
    made = plan()
    say("./.", " Danh sách tại phụ lục kèm theo./.")(made)
    annex(made)
    _line(made, "Phụ lục I", bold=True, align=ALIGN.CENTER)
    _line(made, "DANH SÁCH HỒ SƠ TỒN ĐỌNG", bold=True, align=ALIGN.CENTER)
    _line(made, "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026)", align=ALIGN.CENTER)
    at(made, "(Kèm theo").runs[0].font.italic = True
    _text(made, "1. Thôn Nà Lành: bốn hồ sơ.")
    return made


def annex(made: Word) -> None:
    """A section for an appendix, whose pages count from 1."""
    properties = made.add_section()._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    properties.find(qn("w:pgMar")).addnext(numbers)


def letter() -> Word:
    """A letter of the same committee to two addressees."""
    made = new_page()
    _letterhead(made, "Số: 12/UBND-KT", "Bản Mây, ngày 12 tháng 10 năm 2026", "V/v rà soát hồ sơ tồn đọng")
    _line(made, "Kính gửi:", align=ALIGN.LEFT)
    _line(made, "- Công an xã;", align=ALIGN.LEFT)
    _line(made, "- Trạm Y tế xã.", align=ALIGN.LEFT)
    _text(made, TEXT)
    _text(made, LAST)
    _closing(made, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", first="- Như trên;")
    return made


def data_of(make: Callable[[], Word], *changes: Change) -> bytes:
    """The file of a document after these changes."""
    made = make()
    for change in changes:
        change(made)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def read(made: Word) -> Document:
    """What the reader makes of a file."""
    return read_bytes("a.docx", data_of(lambda: made))


def paragraphs(made: Word) -> list[Paragraph]:
    """All paragraphs, those of tables too."""
    cells = [cell for table in made.tables for row in table.rows for cell in row.cells]
    return [*made.paragraphs, *(one for cell in cells for one in cell.paragraphs)]


def at(made: Word, words: str) -> Paragraph:
    """The paragraph that holds these words."""
    return next(one for one in paragraphs(made) if words in one.text)


def say(words: str, instead: str) -> Change:
    """What writes other words, in the same look."""

    def change(made: Word) -> None:
        run = at(made, words).runs[0]
        run.text = run.text.replace(words, instead)

    return change


def look(words: str, **fields: object) -> Change:
    """What sets `size` (pt), `bold`, `italic`, `name` of a paragraph's letters."""

    def change(made: Word) -> None:
        for run in at(made, words).runs:
            for name, value in fields.items():
                setattr(run.font, name, Pt(value) if name == "size" else value)  # type: ignore[arg-type]

    return change


def shape(words: str, **fields: object) -> Change:
    """What sets `alignment`, `first_line_indent`, `space_after`, `line_spacing` … of a paragraph."""

    def change(made: Word) -> None:
        for name, value in fields.items():
            setattr(at(made, words).paragraph_format, name, value)

    return change


def page(**fields: object) -> Change:
    """What sets `left_margin`, `page_width` … of the section."""

    def change(made: Word) -> None:
        for name, value in fields.items():
            setattr(made.sections[0], name, value)

    return change


def new_page() -> Word:
    made = docx.Document()
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(0), 1.0
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    for kind, words in (("begin", ""), ("", "PAGE"), ("separate", ""), ("shown", "2"), ("end", "")):
        run = number.add_run(words if kind == "shown" else "")
        if kind in ("begin", "separate", "end"):
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run._r.append(char)
        elif kind == "":
            code = OxmlElement("w:instrText")
            code.text = words
            run._r.append(code)
    return made


def _letterhead(made: Word, number: str, dated: str, about: str = "") -> None:
    table = made.add_table(2, 2)
    left, right, below, beside = (cell for row in table.rows for cell in row.cells)
    for cell, width in ((left, 70), (right, 95), (below, 70), (beside, 95)):
        cell.width = Mm(width)
    _cell(left, ("ỦY BAN NHÂN DÂN", 13, True, False), ("XÃ BẢN MÂY", 13, True, False))
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    _cell(right, (motto, 13, True, False), ("Độc lập - Tự do - Hạnh phúc", 14, True, False))
    lined(made, "XÃ BẢN MÂY")
    lined(made, "Độc lập")
    _cell(below, (number, 13, False, False), *([(about, 13, False, False)] if about else []))
    _cell(beside, (dated, 14, False, True))


def _closing(made: Word, *titles: str, first: str = "") -> None:
    left, right = made.add_table(1, 2).rows[0].cells
    recipients = (first, *RECIPIENTS) if first else RECIPIENTS
    _cell(left, ("Nơi nhận:", 12, True, True), *((one, 11, False, False) for one in recipients), align=ALIGN.LEFT)
    signed = ("TM. ỦY BAN NHÂN DÂN", *titles)
    _cell(right, *((one, 14, True, False) for one in signed), ("Hoàng Thị Lan", 14, True, False))


def lined(made: Word, words: str) -> None:
    """A line under a paragraph: the border above an empty one, as wide as its indents leave it."""
    empty = OxmlElement("w:p")
    properties, borders, top = (OxmlElement(f"w:{name}") for name in ("pPr", "pBdr", "top"))
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties.append(borders)
    empty.append(properties)
    at(made, words)._p.addnext(empty)


def without_line_under(words: str) -> Change:
    """What takes the border under a paragraph away."""

    def change(made: Word) -> None:
        line = at(made, words)._p.getnext()
        line.getparent().remove(line)

    return change


def drawn(words: str, mm: float) -> Change:
    """What puts a drawn line of this length in place of the border under a paragraph."""

    def change(made: Word) -> None:
        border = at(made, words)._p.getnext()
        border.getparent().remove(border)
        points = mm * 72 / 25.4
        line = f'<v:line style="position:absolute" from="0,18pt" to="{points:.1f}pt,18pt"/>'
        run = f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>{line}</w:pict></w:r>'
        at(made, words)._p.append(parse_xml(run))

    return change


def _cell(cell: object, *lines: tuple[str, float, bool, bool], align: ALIGN = ALIGN.CENTER) -> None:
    for number, (words, size, bold, italic) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()  # type: ignore[attr-defined]
        paragraph.alignment = align
        run = paragraph.add_run(words)
        run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic


def _line(made: Word, words: str, align: ALIGN, bold: bool = False) -> None:
    paragraph = made.add_paragraph()
    paragraph.alignment = align
    paragraph.add_run(words).font.bold = bold


def _text(made: Word, words: str, bold: bool = False, italic: bool = False) -> None:
    paragraph = made.add_paragraph()
    paragraph.alignment = ALIGN.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(12.7)
    paragraph.paragraph_format.space_after = Pt(6)
    run = paragraph.add_run(words)
    run.font.bold, run.font.italic = bold, italic
