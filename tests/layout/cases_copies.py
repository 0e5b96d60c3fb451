"""Copies of a sound plan, and what breaks one rule of copies, or mixes the state and the Party, each."""

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Pt
from sound import Case, Change, _cell, at, lined, look, paragraphs, plan, say


def copy() -> Word:
    """The plan with the block of Mẫu 3.1 below a line."""
    made = plan()
    made.add_paragraph("")
    lined(made, "Hoàng Thị Lan")
    line = at(made, "Hoàng Thị Lan")._p.getnext()
    made.paragraphs[-1]._p.addprevious(line)
    left, right = made.add_table(1, 2).rows[0].cells
    _cell(
        left,
        ("ỦY BAN NHÂN DÂN", 13, True, False),
        ("XÃ SUỐI ĐÁ", 13, True, False),
        ("Số: 07/SY-UBND", 13, False, False),
    )
    _cell(right, ("SAO Y", 14, True, False), ("Suối Đá, ngày 12 tháng 3 năm 2026", 14, False, True))
    made.add_paragraph("")
    left, right = made.add_table(1, 2).rows[0].cells
    listed = ((one, 11, False, False) for one in ("- Như trên;", "- Lưu: VT."))
    _cell(left, ("Nơi nhận:", 12, True, True), *listed, align=ALIGN.LEFT)
    signed = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Vàng A Sử")
    _cell(right, *((one, 14, True, False) for one in signed))
    return made


def block() -> Word:
    """The block alone, as an office keeps it in a file of its own."""
    made = copy()
    body = made.element.body
    first = next(one for one in body.iter(qn("w:tbl")) if "SUỐI ĐÁ" in "".join(text.text or "" for text in one.iter()))
    for one in list(first.itersiblings(preceding=True)):
        body.remove(one)
    return made


def of_the_copy(words: str, change: Change) -> Change:
    """What changes the block, where its words stand in the plan too."""

    def changed(made: Word) -> None:
        copied = [one for one in paragraphs(made) if words in one.text][-1]
        for run in copied.runs:
            run.text = f"\u0001{run.text}"
        change(made)
        for run in copied.runs:
            run.text = run.text.replace("\u0001", "")

    return changed


def without_line(made: Word) -> None:
    gone = [one for one in made.element.body if one.findall(f".//{qn('w:pBdr')}") and one.tag == qn("w:p")][-1]
    made.element.body.remove(gone)


def on_another_page(made: Word) -> None:
    made.paragraphs[-2].paragraph_format.page_break_before = True


def small_name(made: Word) -> None:
    for run in at(made, "Vàng A Sử").runs:
        run.font.size = Pt(12)


def both_titles(made: Word) -> None:
    """The Party's title under Tiêu ngữ and its line."""
    words = at(made, "Độc lập")
    one = words.insert_paragraph_before("ĐẢNG CỘNG SẢN VIỆT NAM")
    words._p.getnext().addnext(one._p)
    one.runs[0].bold = True


CASES: list[Case] = [
    ("BS-01", copy, without_line, "ỦY BAN", "Trên phần sao không thấy đường kẻ; phải có đường kẻ nét liền"),
    ("BS-01", copy, on_another_page, "ỦY BAN", "Phần sao đang ở trang khác"),
    ("BS-02", copy, look("SAO Y", bold=False), "SAO Y", "Hình thức sao: đang là chữ không đậm; phải là chữ đậm."),
    ("BS-02", copy, say("SAO Y", "Sao y"), "Sao y", "Hình thức sao: đang là chữ thường; phải là chữ in hoa."),
    ("BS-02", copy, say("SAO Y", "SAO Y BẢN CHÍNH"), "SAO Y", "đang ghi “SAO Y BẢN CHÍNH”; phải ghi “SAO Y”."),
    ("BS-03", copy, say("SAO Y", "SAO LỤC"), "Số: 07", "Ký hiệu bản sao đang ghi “SY”; ký hiệu của sao lục là “SL”."),
    ("BS-03", copy, say("07/SY", "7/SY"), "Số: 7", "Số của bản sao đang viết “7”; số nhỏ hơn 10 phải ghi số 0"),
    ("BS-03", copy, say("07/SY-UBND", "07/2026/UBND"), "Số: 07", "phải ghi như “Số: 05/SY-UBND”."),
    ("BS-03", block, say("07/SY-UBND", "07/sy-UBND"), "Số: 07", "Ký hiệu bản sao đang ghi “sy”"),
    ("BS-04", copy, look("Suối Đá, ngày", italic=False), "Suối Đá", "Địa danh và thời gian sao: đang là chữ đứng"),
    ("BS-04", copy, small_name, "Vàng A Sử", "Họ và tên người ký bản sao: đang là cỡ chữ 12"),
    ("BS-04", copy, say("Vàng A Sử", ""), "SAO Y", "Bản sao chưa có hoặc không nhận ra họ và tên người ký."),
    ("QH-01", plan, both_titles, "ĐẢNG CỘNG", "Đầu văn bản có cả Quốc hiệu và “ĐẢNG CỘNG SẢN VIỆT NAM”"),
    ("SO-03", plan, say("05/KH-UBND", "05-KH/UBND"), "Số: 05", "đang viết “Số: 05-KH/UBND” theo mẫu của Đảng"),
]
