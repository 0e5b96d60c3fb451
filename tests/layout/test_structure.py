"""Near misses of the rules of structure: none of these is a fault."""

from collections.abc import Callable

import pytest
from cases_appendices import pointing, twice
from cases_paging import long, narrow_and_landscape, unnumbered
from cases_structure import charter, decision, signed
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from sound import TEXT, Change, annexed, at, plan, read, say

from drafter.layout.check import layout
from drafter.layout.roles import sheet
from drafter.layout.structure import structure, unit_looks
from drafter.report import Finding


def found(make: Callable[[], Word], change: Change | None = None) -> list[Finding]:
    made = make()
    if change:
        change(made)
    return list(layout(read(made)).findings)


def before(words: str, *lines: str, bold: bool = False) -> Change:
    """Paragraphs of the text put in above another."""

    def change(made: Word) -> None:
        for line in lines:
            paragraph = at(made, words).insert_paragraph_before()
            paragraph.alignment = ALIGN.JUSTIFY
            paragraph.paragraph_format.first_line_indent, paragraph.paragraph_format.space_after = Mm(12.7), Pt(6)
            paragraph.add_run(line).font.bold = bold

    return change


def in_a_table(made: Word) -> None:
    """A form with articles and numbers of its own."""
    table = made.add_table(4, 1)
    for cell, words in zip(table.columns[0].cells, ("Điều 7: Giá", "CHƯƠNG 9", "a. Một", "c. Ba"), strict=True):
        cell.text = words
    at(made, TEXT)._p.addnext(table._tbl)


def numbered_by_word(made: Word) -> None:
    """Articles whose numbers Word writes."""
    numbering = made.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    lvl = OxmlElement("w:lvl")
    lvl.set(qn("w:ilvl"), "0")
    for name, value in (("start", "1"), ("numFmt", "decimal"), ("suff", "space"), ("lvlText", "Điều %1.")):
        child = OxmlElement(f"w:{name}")
        child.set(qn("w:val"), value)
        lvl.append(child)
    look_ = OxmlElement("w:rPr")
    look_.append(OxmlElement("w:b"))
    lvl.append(look_)
    abstract.append(lvl)
    numbering.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), "91")
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), "90")
    num.append(reference)
    numbering.append(num)
    for number in (1, 2, 3, 4):
        paragraph = at(made, f"Điều {number}.")
        paragraph.runs[0].text = paragraph.runs[0].text.removeprefix(f"Điều {number}. ")
        _number(paragraph)


def _number(paragraph: Paragraph) -> None:
    properties = OxmlElement("w:numPr")
    for name, value in (("ilvl", "0"), ("numId", "91")):
        child = OxmlElement(f"w:{name}")
        child.set(qn("w:val"), value)
        properties.append(child)
    paragraph._p.get_or_add_pPr().insert(0, properties)


QUOTED = (
    "1. Sửa đổi Điều 7 như sau:",
    "“Điều 7: Thời hạn",
    "3. Thời hạn là bảy ngày.",
    "CHƯƠNG 4",
    "e) Trong trường hợp khác.”",
    "2. Bãi bỏ Điều 9.",
)

SOUND: list[tuple[Callable[[], Word], Change]] = [
    (charter, in_a_table),
    (charter, numbered_by_word),
    (decision, lambda made: None),
    # An article at the start of a sentence is cited.
    (charter, before("Điều 4.", "Điều 3 Quy chế này áp dụng cho cả người nộp hồ sơ trực tuyến.")),
    (charter, before("Điều 4.", "Chương II của Kế hoạch nêu các việc phải làm trong năm nay.")),
    # What an amendment quotes has the numbers of another document.
    (plan, before("Ủy ban nhân dân xã giao Phòng Văn", *QUOTED)),
    # Numbers begin anew in the next section, and letters under the next number.
    (
        plan,
        lambda made: (
            before("Ủy ban nhân dân xã giao Phòng Văn", "I. MỤC ĐÍCH", bold=True)(made),
            before(
                "Ủy ban nhân dân xã giao Phòng Văn", "1. Rà soát.", "a) Hồ sơ;", "b) Sổ.", "2. Báo cáo.", "a) Tuần;"
            )(made),
            before("Ủy ban nhân dân xã giao Phòng Văn", "II. NHIỆM VỤ", bold=True)(made),
            before("Ủy ban nhân dân xã giao Phòng Văn", "1. Phòng Kinh tế.", "2. Các thôn.")(made),
        ),
    ),
    # A list that begins anew under a heading without a number.
    (
        plan,
        before(
            "Ủy ban nhân dân xã giao Phòng Văn",
            "Về đất đai:",
            "1. Rà soát.",
            "2. Báo cáo.",
            "Về hộ tịch:",
            "1. Sổ.",
            "2. Thẻ.",
        ),
    ),
    # One decimal number is a figure.
    (plan, before("Ủy ban nhân dân xã giao Phòng Văn", "1.318 hồ sơ đã giải quyết trong năm.")),
    # Letters as the decree has them.
    (plan, before("Ủy ban nhân dân xã giao Phòng Văn", *(f"{letter}) Thôn thứ nhất;" for letter in "abcdđeghiklmno"))),
    # A number put in later.
    (charter, before("Điều 4.", "Điều 3a. Nơi trả", bold=True)),
    (twice, pointing("Danh sách tại các phụ lục kèm theo")),
    (twice, pointing("Danh sách tại Phụ lục I đến Phụ lục II")),
    (twice, pointing("Danh sách tại các Phụ lục I và II, lập theo Phụ lục IV Nghị định số 30/2020/NĐ-CP")),
    (annexed, say("(Kèm theo Kế hoạch số 05/KH", "(Kèm theo Kế hoạch số      /KH")),
    (annexed, say("(Kèm theo Kế hoạch số 05/KH-UBND", "(Ban hành kèm theo Thông tư số 05/2026/TT-BNV")),
    (plan, unnumbered),
]


@pytest.mark.parametrize(("make", "change"), SOUND)
def test_a_near_miss_is_no_fault(make: Callable[[], Word], change: Change) -> None:
    assert [(one.rule, one.message) for one in found(make, change)] == []


def test_the_regulation_behind_a_decision_is_numbered_anew() -> None:
    def enclosed(made: Word) -> None:
        lines = ("QUY CHẾ", "Tiếp nhận hồ sơ", "(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 02 năm 2026)")
        for line in (*lines, "Điều 1. Phạm vi", "Quy chế này nêu việc tiếp nhận.", "Điều 3. Nơi nộp", "Nộp tại xã."):
            paragraph = made.add_paragraph()
            paragraph.alignment = ALIGN.CENTER if line in lines else ALIGN.JUSTIFY
            paragraph.paragraph_format.first_line_indent = None if line in lines else Mm(12.7)
            paragraph.add_run(line).font.bold = line in lines[:2] or line.startswith("Điều")

    assert [one.message for one in found(decision, enclosed) if one.rule == "nd30.BC-10"] == [
        "Sau điều 1 là điều 3; số thứ tự bị nhảy."
    ]


def test_letters_that_the_decree_does_not_show_are_never_more_than_a_hint() -> None:
    wrong = [*(f"{letter}) Thôn;" for letter in "abcdđeghiklmnopqrstuv"), "w) Thôn;"]
    severities = {one.severity for one in found(plan, before("Ủy ban nhân dân xã giao Phòng Văn", *wrong))}
    assert severities == {"info"}


def test_margins_of_a_page_on_its_side_may_have_turned_with_it() -> None:
    def turned(made: Word) -> None:
        narrow_and_landscape(made)
        own = made.sections[-1]
        own.top_margin, own.right_margin, own.bottom_margin, own.left_margin = Mm(30), Mm(20), Mm(15), Mm(20)

    assert found(plan, turned) == []


def test_how_sure_it_is_that_there_is_a_second_page() -> None:
    def some(times: int) -> Change:
        def change(made: Word) -> None:
            unnumbered(made)
            first = at(made, TEXT)
            for _ in range(times):
                first._p.addnext(first._p.__deepcopy__({}))

        return change

    rules = [[(one.rule, one.severity) for one in found(plan, some(times))] for times in (0, 12, 30)]
    assert rules[0] == [] and rules[2] == [("nd30.PN-01", "error")]
    assert rules[1] in ([], [("nd30.PN-01", "warning")])
    assert found(long) == []


def test_bold_that_points_out_a_word_is_no_bold_text() -> None:
    def change(made: Word) -> None:
        at(made, TEXT).add_run(" Chậm nhất là thứ Sáu.").font.bold = True

    assert found(plan, change) == []


def test_edits_write_the_signs_and_words_of_units() -> None:
    changes = signed(("Điều 2.", "Điều 2:"), ("Chương II", "CHƯƠNG II"), ("1. Phòng", "1/ Phòng"), ("2. Các", "2/ Các"))
    made = charter()
    changes(made)
    document = read(made)
    faults = [*structure(sheet(document)), *unit_looks(sheet(document))]
    edits = sorted((edit.span, edit.words) for fault in faults for edit in fault.edits)
    text = document.text
    for span, words in reversed(edits):
        text = f"{text[: span.start]}{words}{text[span.end :]}"
    assert text == read(charter()).text
