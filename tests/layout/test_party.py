"""Documents of the Party: the project's own draft, sound, and with one fault each."""

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from sound import Change, at, look, page, read, say, shape

from drafter.layout.check import layout
from drafter.layout.rules import GUIDANCE, PARTY

TEXT = "Chi bộ Trường Trung học cơ sở Bản Mây"


@pytest.fixture
def plan(samples: Path) -> Word:
    return docx.Document(str(samples / "drafts" / "6-ke-hoach-dang-uy.docx"))


def ends_like_the_state(made: Word) -> None:
    last = at(made, "Ủy ban Mặt trận Tổ quốc Việt Nam xã vận động")
    last.runs[-1].text = last.runs[-1].text.rstrip(".") + "./."


def in_arial(made: Word) -> None:
    for run in at(made, TEXT).runs:
        run.font.name = "Arial"
        run._r.rPr.rFonts.set(qn("w:hAnsi"), "Arial")


def a_letter(made: Word) -> None:
    """The draft as a letter with the mark of the state's letters."""
    say("-KH/ĐU", "-CV/ĐU")(made)
    number = at(made, "-CV/ĐU")
    about = number.insert_paragraph_before("")
    number._p.addnext(about._p)
    run = about.add_run("V/v phòng cháy, chữa cháy ở khu dân cư")
    run.font.size, run.font.italic, run.font.name = Pt(12), True, "Times New Roman"
    for words in ("KẾ HOẠCH", "thực hiện Chương trình hành động số 19", "của Ban Thường vụ Tỉnh ủy về phòng", "-----"):
        gone = at(made, words)._p
        gone.getparent().remove(gone)


def annexed_like_the_state(made: Word) -> None:
    for words in ("Phụ lục I", "DANH SÁCH HỘ DỜI BẾP"):
        made.add_paragraph().add_run(words).font.name = "Times New Roman"


WRONG: list[tuple[str, Change, str]] = [
    ("D-02", page(left_margin=Mm(35)), "lề trái 35 mm, lề phải 15 mm; phải là trên 20, dưới 20, trái 30, phải 15 mm."),
    ("D-03", in_arial, "Có chữ dùng phông Arial; phải dùng phông Times New Roman."),
    ("D-05", look("ĐẢNG CỘNG SẢN", size=14), "đang là cỡ chữ 14; phải là cỡ chữ 15."),
    ("D-06", look("ĐẢNG ỦY XÃ", bold=False), "Tên cơ quan ban hành: đang là chữ không đậm; phải là chữ đậm."),
    ("D-07", say("Số ", "Số: "), "Số, ký hiệu đang viết “Số:”; văn bản của Đảng không có dấu hai chấm sau chữ Số."),
    ("D-07", say("Số       -KH", "Số 5-KH"), "Số của văn bản đang viết “5”; số nhỏ hơn 10 phải ghi số 0 phía trước."),
    ("D-08", look("Bản Mây, ngày", italic=False), "Địa danh và thời gian: đang là chữ đứng; phải là chữ nghiêng."),
    ("D-09", look("KẾ HOẠCH", size=14), "Tên loại văn bản: đang là cỡ chữ 14; phải là cỡ chữ 15 đến 16."),
    ("D-10", a_letter, "Trích yếu công văn bắt đầu bằng “V/v”; công văn của Đảng viết “về việc”."),
    ("D-11", look(TEXT, size=13), "Nội dung có cỡ chữ 13; phải dùng cỡ chữ 14 đến 15."),
    (
        "D-11",
        shape(TEXT, alignment=ALIGN.LEFT),
        "Đoạn văn này căn trái; phải căn đều, cách dòng chính xác từ 18 đến 22 pt.",
    ),
    ("D-11", shape(TEXT, line_spacing=1.5), "Đoạn văn này có cách dòng 1,5 dòng; phải căn đều"),
    ("D-11", ends_like_the_state, "Nội dung kết thúc bằng “./.”; văn bản của Đảng kết thúc bằng dấu chấm."),
    ("D-14", say("T/M ", "TM. "), "Thẩm quyền ký đang viết “TM.”; văn bản của Đảng viết “T/M”."),
    ("D-14", look("BÍ THƯ", bold=True), "Chức vụ người ký: đang là chữ đậm; phải là chữ không đậm."),
    ("D-21", annexed_like_the_state, "“Phụ lục I” đánh số La Mã; phụ lục của văn bản Đảng đánh số Ả Rập."),
    ("D-17", look("Nơi nhận", size=12), "Chữ “Nơi nhận:”: đang là cỡ chữ 12; phải là cỡ chữ 14."),
    ("D-17", say("- Lưu Văn phòng Đảng ủy.", "- Lưu: VT, VPĐU."), "Dòng lưu đang viết “- Lưu: VT, VPĐU.”"),
]


@pytest.mark.parametrize(("rule", "change", "message"), WRONG, ids=[f"{one[0]}-{n}" for n, one in enumerate(WRONG)])
def test_a_fault_is_found_and_nothing_else(plan: Word, rule: str, change: Change, message: str) -> None:
    change(plan)
    faults = layout(read(plan)).findings
    assert [one.rule for one in faults] == [f"hd05.{rule}"], [one.message for one in faults]
    assert message in faults[0].message
    assert (faults[0].basis, faults[0].fix) == (GUIDANCE, False)


def test_the_sound_draft_has_no_fault_and_every_rule_a_document_that_breaks_it(plan: Word) -> None:
    judged = layout(read(plan))
    assert judged.findings == ()
    assert set(judged.evaluated) == set(PARTY) == {f"hd05.{one[0]}" for one in WRONG}


def test_a_document_of_before_the_guidance_is_not_judged(plan: Word) -> None:
    say("Bản Mây, ngày", "Bản Mây, ngày 05 tháng 3 năm 2026, ngày")(plan)
    at(plan, "Bản Mây, ngày").runs[0].text = "Bản Mây, ngày 05 tháng 3 năm 2026"
    for run in at(plan, "Bản Mây, ngày").runs[1:]:
        run.text = ""
    assert layout(read(plan)).evaluated == ()


def test_the_back_of_a_sheet_has_its_margins_the_other_way_round(plan: Word) -> None:
    page(left_margin=Mm(15), right_margin=Mm(30))(plan)
    assert layout(read(plan)).findings == ()


def test_a_file_is_read_as_it_is(plan: Word) -> None:
    data = io.BytesIO()
    plan.save(data)
    assert layout(read(plan)).evaluated
