"""Documents of the Party: sound ones in several ways of making them, and with one fault each."""

from collections.abc import Callable
from pathlib import Path

import cases_party_heads
import cases_party_texts
import docx
import pytest
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sound import Case, Change, at, data_of, lined, look, page, paragraphs, say, shape
from sound_party import MORE, SOUND, TEXT, TITLE, below, party_decision, party_letter, party_plan, without
from test_sound_documents import decomposed
from word_files import rejected

import drafter
from drafter.document import Document
from drafter.layout.check import layout
from drafter.layout.party.check import party
from drafter.layout.roles import sheet
from drafter.layout.rules import GUIDANCE, PARTY
from drafter.readers import read_bytes
from drafter.render.relaid import Relaid, relaid

CASES: list[Case] = [*cases_party_heads.CASES, *cases_party_texts.CASES]
each_case = pytest.mark.parametrize("case", CASES, ids=[f"{one[0]}-{n}" for n, one in enumerate(CASES)])


def document_of(make: Callable[[], Word], *changes: Change) -> Document:
    return read_bytes("a.docx", data_of(make, *changes))


def told(document: Document) -> list[tuple[str, str]]:
    return [(one.rule, one.message) for one in layout(document).findings]


@each_case
def test_a_fault_is_found_where_it_is_and_nothing_else(case: Case) -> None:
    rule, make, change, place, message = case
    faults = layout(document_of(make, change)).findings
    assert [one.rule for one in faults] == [f"hd05.{rule}"], [one.message for one in faults]
    assert message in faults[0].message
    assert faults[0].text.startswith(place)
    assert faults[0].suggestion.endswith(".")
    assert faults[0].basis == GUIDANCE


def test_every_rule_has_a_document_that_breaks_it() -> None:
    assert set(layout(document_of(party_plan)).evaluated) == set(PARTY) == {f"hd05.{one[0]}" for one in CASES}


def test_of_every_rule_but_that_of_names_something_is_mended() -> None:
    mended = {case[0] for case in CASES if any(one.fix for one in layout(document_of(case[1], case[2])).findings)}
    assert {case[0] for case in CASES} - mended == {"D-15"}


def test_the_mechanical_edits() -> None:
    said = [edit.words for case in CASES for fault in faults_of(case) for edit in fault.edits]
    assert {"Số", "Số ", "0", "-KH/ĐU", "QĐ", "T/M ", "về việc ", "-----", "- ", ";", ".", "4", "I", "1", ")"} <= set(
        said
    )
    assert not any(fault.edits for case in CASES for fault in faults_of(case) if "- Lưu: VT" in fault.message)


def faults_of(case: Case):  # type: ignore[no-untyped-def]
    return list(party(sheet(document_of(case[1], case[2]))))


# Ways in which sound documents are made.


def blank_number_and_day(made: Word) -> None:
    say("Số 05", "Số       ")(made)
    say("ngày 05", "ngày      ")(made)


def organ_with_tone_marks_elsewhere(made: Word) -> None:
    say("ĐẢNG ỦY", "ĐẢNG UỶ")(made)


def split_runs(made: Word) -> None:
    for words in (TITLE, "Số 05", TEXT):
        paragraph = at(made, words)
        run = paragraph.runs[0]
        pieces = run.text.split(" ")
        run.text = pieces[0]
        for piece in pieces[1:]:
            more = paragraph.add_run(f" {piece}")
            more.font.size, more.font.bold, more.font.italic = run.font.size, run.font.bold, run.font.italic


def marked(made: Word) -> None:
    """All marks that there are, in their places."""
    below("Số 05", "Dự thảo lần 2", 14, italic=True)(made)
    below("Số 05", "THƯỢNG KHẨN", 14, bold=True)(made)
    below("- Lưu", "NVT.(15)", 11)(made)


def larger(made: Word) -> None:
    for words in (TEXT, MORE, "I. NHIỆM VỤ", "phòng cháy, chữa"):
        look(words, size=15)(made)


def of_an_office(made: Word) -> None:
    """An office of a committee, its head's deputy signing."""
    say("ĐẢNG BỘ TỈNH SƠN LÂM", "TỈNH ỦY SƠN LÂM")(made)
    say("ĐẢNG ỦY XÃ BẢN MÂY", "VĂN PHÒNG")(made)
    say("05-KH/ĐU", "05-KH/VPTU")(made)
    say("T/M BAN THƯỜNG VỤ", "K/T CHÁNH VĂN PHÒNG")(made)
    say("BÍ THƯ", "PHÓ CHÁNH VĂN PHÒNG")(made)


def joint(made: Word) -> None:
    say("05-KH/ĐU", "05-KH/BTCTU-BNCTU")(made)
    say("ĐẢNG ỦY XÃ BẢN MÂY", "BAN TỔ CHỨC TỈNH ỦY - BAN NỘI CHÍNH TỈNH ỦY")(made)


def of_the_centre(made: Word) -> None:
    """A paper of Ban Bí thư: no title under the authority."""
    without("ĐẢNG BỘ TỈNH")(made)
    say("ĐẢNG ỦY XÃ BẢN MÂY", "BAN CHẤP HÀNH TRUNG ƯƠNG")(made)
    say("05-KH/ĐU", "05-KH/TW")(made)
    say("Bản Mây, ngày", "Hà Nội, ngày")(made)
    say("BAN THƯỜNG VỤ", "BAN BÍ THƯ")(made)
    next(one for one in paragraphs(made) if one.text == "BÍ THƯ").runs[0].text = ""


def a_programme(made: Word) -> None:
    say("KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG")(made)
    say("-KH/", "-CTr/")(made)


def citing_articles(made: Word) -> None:
    """Prose that begins like a unit."""
    say("Chi bộ Trường", "Điều 5 Quy định số 24-QĐ/TW nêu rõ: chi bộ Trường")(made)
    say("Chi bộ Công an", "Mục I, Phần II của Kế hoạch giao chi bộ Công an")(made)


def citing_a_base_in_a_sentence(made: Word) -> None:
    say("I. NHIỆM VỤ", "Căn cứ Kế hoạch số 42-KH/TU, Ban Thường vụ Đảng ủy xã ban hành kế hoạch như sau:")(made)


def letterhead_by_tabs(made: Word) -> None:
    """The two columns side by side in paragraphs, with a tab between; the line drawn by a border."""
    table = made.tables[0]
    rows = (
        ("ĐẢNG BỘ TỈNH SƠN LÂM", False, TITLE, 15, True, False),
        ("ĐẢNG ỦY XÃ BẢN MÂY", True, "", 14, False, False),
        ("*", False, "", 14, False, False),
        ("Số 05-KH/ĐU", False, "Bản Mây, ngày 05 tháng 02 năm 2027", 14, False, True),
    )
    for left, strong, right, size, bold, italic in rows:
        paragraph = made.add_paragraph()
        first, second = paragraph.add_run(left), paragraph.add_run(f"\t{right}" if right else "")
        first.font.size, first.font.bold = Pt(14), strong
        second.font.size, second.font.bold, second.font.italic = Pt(size), bold, italic
        table._tbl.addprevious(paragraph._p)
    lined(made, TITLE)
    table._tbl.getparent().remove(table._tbl)


def looks_by_style(made: Word) -> None:
    """The look of the text from a paragraph style."""
    style = made.styles.add_style("Than", WD_STYLE_TYPE.PARAGRAPH)
    style.font.name, style.font.size, style.paragraph_format.alignment = "Times New Roman", Pt(14), ALIGN.JUSTIFY
    style.paragraph_format.line_spacing, style.paragraph_format.space_after = Pt(20), Pt(6)
    style.paragraph_format.first_line_indent = Mm(10)
    for words in (TEXT, MORE):
        old = at(made, words)
        new = made.add_paragraph(old.text, style="Than")
        old._p.addprevious(new._p)
        old._p.getparent().remove(old._p)


def capitals_by_format(made: Word) -> None:
    run = at(made, "KẾ HOẠCH").runs[0]
    run.text, run.font.all_caps = "Kế hoạch", True


def enclosed(made: Word) -> None:
    below("phòng cháy, chữa", "(Kèm theo Quyết định số 12-QĐ/ĐU, ngày 05/02/2027)", italic=True)(made)


def with_a_red_stamp(made: Word) -> None:
    below("Số 05", "HỎA TỐC", 14, bold=True)(made)
    at(made, "HỎA TỐC").runs[0].font.color.rgb = RGBColor(255, 0, 0)


WAYS: list[Change] = [
    letterhead_by_tabs,
    looks_by_style,
    capitals_by_format,
    enclosed,
    with_a_red_stamp,
    decomposed,
    blank_number_and_day,
    organ_with_tone_marks_elsewhere,
    split_runs,
    marked,
    larger,
    of_an_office,
    joint,
    of_the_centre,
    a_programme,
    citing_articles,
    citing_a_base_in_a_sentence,
    page(left_margin=Mm(15), right_margin=Mm(30)),
    shape(TEXT, line_spacing=Pt(22)),
    shape(TEXT, first_line_indent=Mm(12.7)),
    say("05-KH/ĐU", "105-KH/ĐU"),
    say("tháng 02", "tháng 12"),
    say("Bản Mây, ngày", "Xã Trần Phú, ngày"),
]


@pytest.mark.parametrize("make", SOUND)
def test_a_sound_document_has_no_fault(make: Callable[[], Word]) -> None:
    assert told(document_of(make)) == []


@pytest.mark.parametrize("change", WAYS)
def test_no_way_of_making_a_sound_document_is_a_fault(change: Change) -> None:
    document = document_of(party_plan, change)
    assert told(document) == []
    assert layout(document).evaluated


def test_the_urgent_letter_has_its_mark_below_the_subject() -> None:
    assert told(document_of(party_letter, below("về việc", "HỎA TỐC", 14, bold=True))) == []


def test_bases_may_be_numbered_automatically_and_clauses_say_what_they_like() -> None:
    assert told(document_of(party_decision, say("1. Chi bộ", "1. 2 chi bộ và"))) == []


def test_the_project_s_own_documents_of_the_party_have_no_fault(samples: Path) -> None:
    files = [*(samples / "superior").glob("*.docx"), *(samples / "drafts").glob("*.docx")]
    documents = [drafter.read(file) for file in files]
    judged = [(one, layout(one)) for one in documents if sheet(one).head.regime == "hd05"]
    assert len(judged) == 6
    assert [(one.name, found.findings) for one, found in judged if found.findings] == []
    assert all(found.evaluated for _, found in judged)


def test_a_document_of_before_the_guidance_is_neither_judged_nor_mended() -> None:
    data = data_of(party_plan, say("tháng 02 năm 2027", "tháng 3 năm 2026"), page(left_margin=Mm(20)))
    assert layout(read_bytes("a.docx", data)).evaluated == ()
    assert relaid("a.docx", data) == Relaid(data, ())


MANY: tuple[Change, ...] = (
    page(left_margin=Mm(20), right_margin=Mm(10), header_distance=Mm(5), page_width=Mm(215.9)),
    look(TITLE, size=13, bold=False),
    look("BÍ THƯ", bold=True),
    look("Nơi nhận", underline=False, bold=True),
    shape(TEXT, alignment=None, first_line_indent=Mm(0), line_spacing=1.0, space_after=Pt(0)),
    shape(MORE, line_spacing=Pt(30)),
    look(MORE, size=11, name="Calibri"),
)


def test_many_faults_are_mended_at_once() -> None:
    data = data_of(party_plan, *MANY)
    assert len({one.rule for one in layout(read_bytes("a.docx", data)).findings}) >= 8

    made = relaid("a.docx", data)

    after = read_bytes("a.docx", made.data)
    assert told(after) == []
    spacing = {one.line_spacing.value for one in after.paragraphs if one.span.of(after.text) in (TEXT, MORE)}
    assert spacing == {18.0, 22.0}
    assert relaid("a.docx", made.data) == Relaid(made.data, ())


def test_a_draft_that_is_mended_stays_readable(samples: Path) -> None:
    made = docx.Document(str(samples / "drafts" / "6-ke-hoach-dang-uy.docx"))
    page(left_margin=Mm(20))(made)
    data = data_of(lambda: made)
    once = relaid("a.docx", data)
    assert once.rules == ("hd05.D-02",)
    assert layout(read_bytes("a.docx", once.data)).findings == ()


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_a_file_looks_like_it_is_judged_and_mended_once_and_for_all(data: st.DataObject) -> None:
    """Paragraphs of sound documents torn out, moved and set anyhow."""
    made = data.draw(st.sampled_from([party_plan, party_letter, party_decision]))()
    body = made.element.body
    parts = [one for one in body if one.tag != qn("w:sectPr")]
    for part in data.draw(st.permutations(parts)):
        body.remove(part)
        if data.draw(st.booleans()):
            body.insert(0, part)
    made.add_paragraph("Hết.")
    for paragraph in paragraphs(made):
        if data.draw(st.integers(0, 3)) == 0:
            paragraph.paragraph_format.first_line_indent = Mm(data.draw(st.integers(-30, 60)))
            paragraph.paragraph_format.line_spacing = data.draw(st.sampled_from([0.5, 1.0, 3.0, Pt(12), Pt(40)]))
            for run in paragraph.runs:
                run.font.size = Pt(data.draw(st.sampled_from([1, 11, 12.5, 13, 14, 72])))
    file = data_of(lambda: made)

    once = relaid("a.docx", file)

    assert rejected(once.data) == read_bytes("a.docx", file).text
    assert {one.rule for one in layout(read_bytes("a.docx", once.data)).findings if one.fix} == set()
    assert relaid("a.docx", once.data) == Relaid(once.data, ())
