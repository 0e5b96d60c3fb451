"""Sound documents of the Party: a plan, a letter, a submission, a decision, a paper, and the plan with an appendix."""

from __future__ import annotations

from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from sound import Change, at, new_page

TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
TEXT = (
    "Chi bộ Trường Trung học cơ sở Bản Mây tổ chức thực hành thoát khỏi phòng có khói cho học sinh hai lần trong năm "
    "học, lần đầu xong trước ngày 30/11/2026; giáo viên chủ nhiệm điểm danh từng em tại sân."
)
MORE = (
    "Chi bộ Công an xã là đầu mối, ngày 25 hằng tháng ghi số hộ đã dời bếp lên bảng tại trụ sở và báo cáo Thường trực "
    "Đảng ủy; nơi nào chậm thì nêu rõ lý do."
)
RECIPIENTS = ("- Thường trực Tỉnh ủy (để báo cáo);", "- Các chi bộ trực thuộc;", "- Lưu Văn phòng Đảng ủy.")
BASES = (
    "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
    "- Căn cứ Luật Thư viện năm 2019;",
    "- Xét nhu cầu công tác cán bộ.",
)


def party_plan() -> Word:
    """A plan of a commune's committee."""
    made = _page("Số 05-KH/ĐU", "Bản Mây, ngày 05 tháng 02 năm 2027")
    _kind(made, "KẾ HOẠCH", "phòng cháy, chữa cháy ở khu dân cư")
    _texts(made)
    _closing(made, "T/M BAN THƯỜNG VỤ", "BÍ THƯ")
    return made


def party_letter() -> Word:
    """A letter to two addressees."""
    made = _page("Số 12-CV/ĐU", "Bản Mây, ngày 12 tháng 10 năm 2026", "về việc phòng cháy, chữa cháy ở khu dân cư")
    _addressed(made, "Kính gửi:", "- Chi bộ Công an xã;", "- Chi bộ Trạm Y tế xã.")
    _texts(made)
    _closing(made, "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", first="- Như trên;")
    return made


def party_submission() -> Word:
    """A submission, its only addressee in the line of the label."""
    made = _page("Số 07-TTr/ĐU", "Bản Mây, ngày 12 tháng 10 năm 2026")
    _kind(made, "TỜ TRÌNH", "kinh phí làm bể nước chữa cháy")
    _addressed(made, "Kính trình: Ban Thường vụ Tỉnh ủy")
    label = at(made, "Kính trình")
    label.runs[0].text = "Kính trình:"
    label.add_run(" Ban Thường vụ Tỉnh ủy").font.size = Pt(14)
    _texts(made)
    _closing(made, "T/M BAN THƯỜNG VỤ", "BÍ THƯ", first="- Như trên;")
    return made


def party_decision() -> Word:
    """A decision with bases, which promulgates rules in chapters, articles, clauses and points."""
    made = _page("Số 31-QĐ/ĐU", "Bản Mây, ngày 12 tháng 10 năm 2026")
    _kind(made, "QUYẾT ĐỊNH", "ban hành quy chế làm việc của Văn phòng Đảng ủy")
    for base in BASES:
        _text(made, base)
    _line(made, "BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH", bold=True)
    for chapter, title in (("Chương I", "QUY ĐỊNH CHUNG"), ("Chương II", "CHẾ ĐỘ LÀM VIỆC")):
        _line(made, chapter, bold=True)
        _line(made, title, bold=True)
        _text(made, "Mục 1. TRỰC CƠ QUAN" if chapter == "Chương II" else "", bold=True)
        _text(made, f"Điều {1 if chapter == 'Chương I' else 2}. Trách nhiệm", bold=True)
        _text(made, f"1. {TEXT}")
        _text(made, f"a) {MORE}")
    _closing(made, "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")
    return made


def party_paper() -> Word:
    """A letter of introduction on A5."""
    made = _page("Số 09-GGT/ĐU", "Bản Mây, ngày 12 tháng 10 năm 2026")
    _line(made, "GIẤY GIỚI THIỆU", bold=True, size=16)
    _text(made, TEXT)
    _text(made, MORE)
    _closing(made, "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")
    made.sections[0].page_width, made.sections[0].page_height = Mm(148), Mm(210)
    return made


def party_annexed() -> Word:
    """The plan with an appendix on pages that are numbered anew."""
    made = party_plan()
    section = made.add_section(WD_SECTION.NEW_PAGE)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.append(numbers)
    _line(made, "Phụ lục 1", bold=True)
    _line(made, "DANH SÁCH HỘ DỜI BẾP", bold=True)
    _line(made, "(Kèm theo Kế hoạch số 05-KH/ĐU, ngày 05/02/2027 của Ban Thường vụ Đảng ủy)")
    _text(made, "1. Thôn Nà Lành: bốn hộ.")
    return made


def without(words: str) -> Change:
    def change(made: Word) -> None:
        gone = at(made, words)._p
        gone.getparent().remove(gone)

    return change


def below(words: str, more: str, size: float = 14, bold: bool = False, italic: bool = False) -> Change:
    """Another paragraph under the one with these words."""

    def change(made: Word) -> None:
        above = at(made, words)
        one = above.insert_paragraph_before("")
        above._p.addnext(one._p)
        one.alignment = above.alignment
        run = one.add_run(more)
        run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic

    return change


def both(*changes: Change) -> Change:
    def change(made: Word) -> None:
        for one in changes:
            one(made)

    return change


def _page(number: str, dated: str, about: str = "") -> Word:
    made = new_page()
    made.sections[0].header_distance = Mm(10)
    made.sections[0].header.paragraphs[0].runs[3].font.size = Pt(14)
    left, right, below, beside = (cell for row in made.add_table(2, 2).rows for cell in row.cells)
    organ = (
        ("ĐẢNG BỘ TỈNH SƠN LÂM", 14, False, False),
        ("ĐẢNG ỦY XÃ BẢN MÂY", 14, True, False),
        ("*", 14, False, False),
    )
    _cell(left, *organ)
    _cell(right, (TITLE, 15, True, False))
    right.add_paragraph()._p.get_or_add_pPr().append(_border())
    _cell(below, (number, 14, False, False), *([(about, 12, False, True)] if about else []))
    _cell(beside, (dated, 14, False, True))
    return made


def _border() -> object:
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    return borders


def _kind(made: Word, kind: str, subject: str) -> None:
    _line(made, kind, bold=True, size=16)
    _line(made, subject, bold=True)
    _line(made, "-----")


def _addressed(made: Word, label: str, *names: str) -> None:
    _line(made, label).runs[0].italic = True
    for name in names:
        _line(made, name)


def _texts(made: Word) -> None:
    _text(made, "I. NHIỆM VỤ", bold=True)
    _text(made, TEXT)
    _text(made, MORE)


def _closing(made: Word, authority: str, title: str, first: str = "") -> None:
    left, right = made.add_table(1, 2).rows[0].cells
    listed = (first, *RECIPIENTS) if first else RECIPIENTS
    _cell(left, ("Nơi nhận:", 14, False, False), *((one, 12, False, False) for one in listed), align=ALIGN.LEFT)
    left.paragraphs[0].runs[0].font.underline = True
    _cell(right, (authority, 14, True, False), (title, 14, False, False), ("Lò Văn Thành", 14, True, False))


def _cell(cell: object, *lines: tuple[str, float, bool, bool], align: ALIGN = ALIGN.CENTER) -> None:
    for number, (words, size, bold, italic) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()  # type: ignore[attr-defined]
        paragraph.alignment = align
        run = paragraph.add_run(words)
        run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic


def _line(made: Word, words: str, bold: bool = False, size: float = 14) -> Paragraph:
    paragraph = made.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    run = paragraph.add_run(words)
    run.font.bold, run.font.size = bold, Pt(size)
    return paragraph


def _text(made: Word, words: str, bold: bool = False) -> None:
    if not words:
        return
    paragraph = made.add_paragraph()
    paragraph.alignment = ALIGN.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(10)
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.line_spacing = Pt(18)
    paragraph.add_run(words).font.bold = bold


SOUND = (party_plan, party_letter, party_submission, party_decision, party_paper, party_annexed)
