"""Documents whose appendices are not numbered or pointed to as the decree wants it."""

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from sound import Case, Change, annex, annexed, at, plan, say

NOTE = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026)"


def twice() -> Word:
    """A plan with two appendices that its text names."""
    made = plan()
    say("./.", " Danh sách tại Phụ lục I, thời gian tại Phụ lục II./.")(made)
    for number, title in (("I", "DANH SÁCH HỒ SƠ"), ("II", "THỜI GIAN THỰC HIỆN")):
        annex(made)
        for words in (f"Phụ lục {number}", title, NOTE):
            paragraph = made.add_paragraph()
            paragraph.alignment = ALIGN.CENTER
            run = paragraph.add_run(words)
            run.font.bold, run.font.italic = words != NOTE, words == NOTE
        made.add_table(1, 1).cell(0, 0).text = "Thôn Nà Lành"
    return made


def heading(number: str, instead: str) -> Change:
    """What writes another number over an appendix."""

    def change(made: Word) -> None:
        next(one for one in made.paragraphs if one.text == f"Phụ lục {number}").runs[0].text = instead

    return change


def pointing(words: str) -> Change:
    def change(made: Word) -> None:
        run = at(made, "Danh sách tại Phụ lục I,").runs[0]
        run.text = f"{run.text.partition(' Danh sách')[0]} {words}./."

    return change


CASES: list[Case] = [
    ("PL-01", annexed, say(" Danh sách tại phụ lục kèm theo", ""), "Phụ lục I", "nhưng nội dung không nhắc đến"),
    ("PL-01", twice, pointing("Danh sách tại Phụ lục I"), "Phụ lục II", "Nội dung không nhắc đến “Phụ lục II”"),
    (
        "PL-01",
        twice,
        pointing("Danh sách tại các Phụ lục I, II và III"),
        "Ủy ban nhân dân xã giao Phòng Văn",
        "Nội dung nhắc đến “Phụ lục I, II và III” nhưng trong tệp không có Phụ lục III.",
    ),
    ("PL-02", twice, heading("II", "Phụ lục 2"), "Phụ lục 2", "“Phụ lục 2” chưa dùng số La Mã"),
    ("PL-02", twice, heading("I", "Phụ lục"), "Phụ lục", "1 phụ lục chưa có số thứ tự"),
    (
        "PL-08",
        annexed,
        say("(Kèm theo Kế hoạch số 05", "(Kèm theo Kế hoạch số 06"),
        "(Kèm theo",
        "Dòng kèm theo ghi số “06/KH-UBND” nhưng văn bản có số “05/KH-UBND”; hai số phải giống nhau.",
    ),
    (
        "PL-08",
        annexed,
        say("(Kèm theo Kế hoạch số 05/KH", "(Kèm theo Báo cáo số 05/BC"),
        "(Kèm theo",
        "Dòng kèm theo ghi số “05/BC-UBND”",
    ),
]
