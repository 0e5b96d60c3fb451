"""Ways in which sound documents are made: none of them is a fault."""

import unicodedata
from collections.abc import Callable

import pytest
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from sound import TEXT, Change, at, letter, lined, look, page, paragraphs, plan, read, say, shape

from drafter.layout.check import layout


def decomposed(made: Word) -> None:
    """Letters and marks apart."""
    for paragraph in paragraphs(made):
        for run in paragraph.runs:
            if run.text.strip() and not run._r.findall(qn("w:instrText")):
                run.text = unicodedata.normalize("NFD", run.text)


def other_tone_marks(made: Word) -> None:
    for old, new in (("CỘNG HÒA", "CỘNG HOÀ"), ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN")):
        say(old, new)(made)


def blank_number_and_day(made: Word) -> None:
    say("Số: 05/", "Số:      /")(made)
    say("ngày 05 tháng 02", "ngày      tháng 02")(made)


def split_runs(made: Word) -> None:
    """Every word a run of its own, as Word leaves them."""
    for words in ("CỘNG HÒA", "Độc lập", "Số:", TEXT):
        paragraph = at(made, words)
        run = paragraph.runs[0]
        pieces = run.text.split(" ")
        run.text = pieces[0]
        for piece in pieces[1:]:
            more = paragraph.add_run(f" {piece}")
            more.font.size, more.font.bold, more.font.italic = run.font.size, run.font.bold, run.font.italic


def capitals_by_format(made: Word) -> None:
    run = at(made, "KẾ HOẠCH").runs[0]
    run.text, run.font.all_caps = "Kế hoạch", True


def organ_in_one_paragraph(made: Word) -> None:
    """Two lines of the organ parted by a line break."""
    first, second = at(made, "ỦY BAN NHÂN DÂN"), at(made, "XÃ BẢN MÂY")
    first.runs[0].add_break()
    first.runs[0].add_text("XÃ BẢN MÂY")
    second._p.getparent().remove(second._p)


def letterhead_by_tabs(made: Word) -> None:
    """The two columns side by side in paragraphs, with a tab between."""
    table = made.tables[0]
    rows = (
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 13, True, False),
        ("XÃ BẢN MÂY", "Độc lập - Tự do - Hạnh phúc", 13, 14, True, False),
        ("Số: 05/KH-UBND", "Bản Mây, ngày 05 tháng 02 năm 2026", 13, 14, False, True),
    )
    for left, right, size, other, bold, italic in rows:
        paragraph = made.add_paragraph()
        for words, points, slanted in ((left, size, False), ("\t", size, False), (right, other, italic)):
            run = paragraph.add_run(words)
            run.font.size, run.font.bold, run.font.italic = Pt(points), bold, slanted
        table._tbl.addprevious(paragraph._p)
        if left == "XÃ BẢN MÂY":
            lined(made, right)
    table._tbl.getparent().remove(table._tbl)


def looks_by_paragraph_style(made: Word) -> None:
    """The look of the text from a style based on another."""
    base = made.styles.add_style("Goc", WD_STYLE_TYPE.PARAGRAPH)
    base.font.size, base.font.name = Pt(14), "Times New Roman"
    base.paragraph_format.first_line_indent, base.paragraph_format.space_after = Mm(10), Pt(6)
    own = made.styles.add_style("Than", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = base
    own.paragraph_format.alignment = ALIGN.JUSTIFY
    for words in (TEXT, "Ủy ban nhân dân xã giao Phòng Văn"):
        old = at(made, words)
        new = made.add_paragraph(old.text, style="Than")
        old._p.addprevious(new._p)
        old._p.getparent().remove(old._p)


def looks_by_character_style(made: Word) -> None:
    style = made.styles.add_style("Dam", WD_STYLE_TYPE.CHARACTER)
    style.font.bold, style.font.size = True, Pt(13)
    run = at(made, "XÃ BẢN MÂY").runs[0]
    run.font.bold = run.font.size = None
    run.style = style


def tracked_insertion(made: Word) -> None:
    """Words put in with tracking, others taken out."""
    paragraph = at(made, TEXT)._p
    for name, text in (("ins", " Trưởng thôn ký nhận."), ("del", " Bỏ câu này, ARIAL.")):
        tracked = OxmlElement(f"w:{name}")
        tracked.set(qn("w:id"), "901")
        tracked.set(qn("w:author"), "a")
        run = OxmlElement("w:r")
        shown = OxmlElement("w:t" if name == "ins" else "w:delText")
        shown.text = text
        shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(shown)
        tracked.append(run)
        paragraph.append(tracked)


def in_content_controls(made: Word) -> None:
    for words in ("KẾ HOẠCH", TEXT):
        paragraph = at(made, words)._p
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        paragraph.addprevious(control)
        control.append(content)
        content.append(paragraph)


def all_smaller(made: Word) -> None:
    """The canonical set of the smaller sizes: 12, 13, 13."""
    made.styles["Normal"].font.size = Pt(13)
    look("CỘNG HÒA", size=12)(made)
    look("Độc lập", size=13)(made)
    look("Bản Mây, ngày", size=13)(made)
    look("Hoàng Thị", size=13)(made)


def a_bullet_of_another_font(made: Word) -> None:
    at(made, TEXT).add_run("").font.name = "Wingdings"


def under_an_office_without_a_name(made: Word) -> None:
    """A unit whose superior is a form's gap: not bold, above the bold name."""
    first, second = at(made, "ỦY BAN NHÂN DÂN"), at(made, "XÃ BẢN MÂY")
    first.runs[0].text, first.runs[0].font.bold = "TÊN CƠ QUAN CHỦ QUẢN", False
    second.runs[0].text = "TỔ CÔNG TÁC LIÊN NGÀNH"
    say("05/KH-UBND", "05/KH-TCT")(made)


def signed_by_an_unknown_office(made: Word) -> None:
    """A title that nobody knows as one, beside the recipients."""
    for words, instead in (("TM. ỦY BAN NHÂN DÂN", "NGƯỜI KÝ"), ("KT. CHỦ TỊCH", ""), ("PHÓ CHỦ TỊCH", "")):
        at(made, words).runs[0].text = instead


def with_gaps_of_a_form(made: Word) -> None:
    run = at(made, "Rà soát hồ sơ tồn đọng năm 2026").runs[0]
    run.text, run.font.bold = "……… 5 ………", False


WAYS: list[Change] = [
    other_tone_marks,
    blank_number_and_day,
    split_runs,
    capitals_by_format,
    organ_in_one_paragraph,
    letterhead_by_tabs,
    looks_by_paragraph_style,
    looks_by_character_style,
    tracked_insertion,
    in_content_controls,
    all_smaller,
    a_bullet_of_another_font,
    under_an_office_without_a_name,
    signed_by_an_unknown_office,
    with_gaps_of_a_form,
]


@pytest.mark.parametrize("change", WAYS, ids=lambda change: change.__name__)
def test_no_way_of_making_a_sound_document_is_a_fault(change: Change) -> None:
    made = plan()
    change(made)
    assert [(one.rule, one.message) for one in layout(read(made)).findings] == []


def test_decomposed_letters_are_a_hint_and_no_fault() -> None:
    made = plan()
    decomposed(made)
    findings = layout(read(made)).findings

    assert [(one.rule, one.severity) for one in findings] == [("nd30.PG-09", "info")]
    assert "chữ có dấu là Unicode tổ hợp" in findings[0].message


@pytest.mark.parametrize(
    "change",
    [
        page(top_margin=Mm(25), bottom_margin=Mm(25), left_margin=Mm(35), right_margin=Mm(20)),
        shape(TEXT, first_line_indent=Mm(10)),
        shape(TEXT, line_spacing=1.5),
        shape(TEXT, line_spacing=Pt(18)),
        shape(TEXT, space_before=Pt(12)),
        say("tháng 02", "tháng 12"),
        say("05/KH-UBND", "105/KH-UBND"),
    ],
)
def test_both_ends_of_what_is_allowed_are_allowed(change: Change) -> None:
    made = plan()
    change(made)
    assert [(one.rule, one.message) for one in layout(read(made)).findings] == []


@pytest.mark.parametrize("make", [plan, letter])
def test_a_document_is_judged_by_the_rules_of_its_kind(make: Callable[[], Word]) -> None:
    judged = layout(read(make()))
    assert "nd30.PG-05" in judged.evaluated
    assert not set(judged.evaluated) & set(judged.not_evaluated)
