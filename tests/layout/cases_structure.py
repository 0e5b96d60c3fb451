"""Documents that break one rule of phần, chương, mục, điều, khoản, điểm each."""

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from sound import TEXT, Case, Change, at, look, plan, say, shape

HEADS = ("Chương I", "QUY ĐỊNH CHUNG", "Chương II", "NHIỆM VỤ", "Mục 1", "TIẾP NHẬN", "Mục 2", "GIẢI QUYẾT")
LINES = (
    *HEADS[:2],
    "Điều 1. Phạm vi điều chỉnh",
    TEXT,
    "Điều 2. Đối tượng áp dụng",
    "1. Phòng Kinh tế.",
    "2. Các thôn:",
    "a) Thôn Nà Lành;",
    "b) Thôn Suối Đá;",
    "c) Thôn Khuổi Trăng;",
    "d) Thôn Pù Sương;",
    "đ) Thôn Đồng Chùa;",
    "e) Thôn Bản Mây.",
    *HEADS[2:6],
    "Điều 3. Nơi tiếp nhận",
    TEXT.replace("Kinh tế", "Văn hóa - Xã hội"),
    *HEADS[6:],
    "Điều 4. Thời hạn giải quyết",
    f"{TEXT[:-1]}./.",
)


def charter() -> Word:
    """A regulation of a committee, laid out by chapters."""
    made = plan()
    say("KẾ HOẠCH", "QUY CHẾ")(made)
    say("05/KH-", "05/QC-")(made)
    say("ban hành Kế hoạch", "ban hành Quy chế")(made)
    for words in ("1. Nhiệm vụ", TEXT):
        gone = at(made, words)._p
        gone.getparent().remove(gone)
    last = at(made, "Ủy ban nhân dân xã giao Phòng Văn")
    for line in LINES:
        _put(last, line)
    last._p.getparent().remove(last._p)
    return made


def _put(before: Paragraph, words: str) -> None:
    made = before.insert_paragraph_before()
    made.alignment = ALIGN.CENTER if words in HEADS else ALIGN.JUSTIFY
    made.paragraph_format.first_line_indent = None if words in HEADS else Mm(12.7)
    made.paragraph_format.space_after = Pt(6)
    made.add_run(words).font.bold = words in HEADS or words.startswith("Điều")


def without(words: str) -> Change:
    def change(made: Word) -> None:
        gone = at(made, words)._p
        gone.getparent().remove(gone)

    return change


def signed(*pairs: tuple[str, str]) -> Change:
    def change(made: Word) -> None:
        for words, instead in pairs:
            say(words, instead)(made)

    return change


def decision() -> Word:
    """A decision whose articles carry their text at once."""
    made = plan()
    say("KẾ HOẠCH", "QUYẾT ĐỊNH")(made)
    say("05/KH-", "05/QĐ-")(made)
    at(made, "Ủy ban nhân dân xã ban hành Kế hoạch như sau:").runs[0].text = "QUYẾT ĐỊNH:"
    heading = at(made, "1. Nhiệm vụ")
    heading._p.getparent().remove(heading._p)
    for number, words in enumerate(("Ủy ban nhân dân xã giao Phòng Kinh", "Ủy ban nhân dân xã giao Phòng Văn"), 1):
        paragraph = at(made, words)
        text = paragraph.runs[0].text
        paragraph.runs[0].text = f"Điều {number}."
        paragraph.runs[0].font.bold = True
        paragraph.add_run(f" {text}").font.bold = False
    return made


CASES: list[Case] = [
    ("BC-01", charter, say("Chương II", "CHƯƠNG II"), "CHƯƠNG II", "Số thứ tự của phần, chương: đang là chữ in hoa"),
    ("BC-01", charter, look("Chương II", bold=False), "Chương II", "đang là chữ không đậm; phải là chữ đậm."),
    ("BC-01", charter, shape("Chương II", alignment=ALIGN.LEFT), "Chương II", "đang là căn trái; phải là căn giữa."),
    ("BC-01", charter, say("Chương II", "Chương 2"), "Chương 2", "số thứ tự của chương dùng chữ số La Mã."),
    (
        "BC-01",
        charter,
        signed(("Chương II", "Chương II. NHIỆM VỤ"), ("TIẾP NHẬN", "TIẾP NHẬN")),
        "Chương II. NHIỆM VỤ",
        "“Chương II.” đang viết liền dòng với tiêu đề",
    ),
    ("BC-02", charter, without("QUY ĐỊNH CHUNG"), "Chương I", "“Chương I” chưa có tiêu đề; chương phải có tiêu đề"),
    (
        "BC-02",
        charter,
        say("QUY ĐỊNH CHUNG", "Quy định chung"),
        "Quy định chung",
        "Tiêu đề của phần, chương: đang là chữ thường; phải là chữ in hoa.",
    ),
    ("BC-03", charter, say("Mục 1", "Mục I"), "Mục I", "số thứ tự của mục dùng chữ số Ả Rập."),
    ("BC-03", charter, look("Mục 2", italic=True), "Mục 2", "đang là chữ nghiêng; phải là chữ đứng."),
    ("BC-04", charter, without("TIẾP NHẬN"), "Mục 1", "“Mục 1” chưa có tiêu đề"),
    ("BC-04", charter, look("GIẢI QUYẾT", size=15), "GIẢI QUYẾT", "cỡ chữ 15; phải là cỡ chữ 13 đến 14."),
    ("BC-05", charter, say("Điều 2.", "Điều 2:"), "Điều 2:", "đang viết “Điều 2:”; phải viết “Điều 2.”, có dấu chấm."),
    ("BC-05", charter, look("Điều 2.", bold=False), "Điều 2.", "Số thứ tự và tiêu đề của điều: đang là chữ không đậm"),
    ("BC-05", charter, shape("Điều 2.", first_line_indent=Mm(0)), "Điều 2.", "chưa lùi đầu dòng 10 mm hoặc 12,7 mm."),
    ("BC-05", charter, shape("Điều 2.", alignment=ALIGN.CENTER), "Điều 2.", "chưa lùi đầu dòng 10 mm hoặc 12,7 mm."),
    ("BC-05", charter, look("Điều 2.", size=13), "Điều 2.", "không cùng cỡ chữ với phần lời văn."),
    (
        "BC-05",
        decision,
        look("Điều 2.", bold=False),
        "Điều 2.",
        "“Điều 2.” chưa in đậm; từ “Điều” và số thứ tự phải đậm.",
    ),
    (
        "BC-06",
        charter,
        say("Điều 2. Đối tượng áp dụng", "Điều 2. Quy chế này áp dụng với:"),
        "Điều 2.",
        "văn bản có chương, mục thì điều phải có tiêu đề.",
    ),
    (
        "BC-07",
        charter,
        signed(("1. Phòng", "1/ Phòng"), ("2. Các", "2/ Các")),
        "1/ Phòng",
        "2 khoản (như “1/ Phòng Kinh tế.”) đánh số “1/”; phải đánh số “1.”.",
    ),
    ("BC-07", charter, look("1. Phòng", italic=True), "1. Phòng", "số thứ tự của khoản là chữ đứng."),
    (
        "BC-08",
        charter,
        signed(("đ) Thôn", "e) Thôn"), ("e) Thôn Bản", "f) Thôn Bản")),
        "e) Thôn",
        "Sau điểm d) là điểm e); theo bảng chữ cái tiếng Việt là điểm đ).",
    ),
    (
        "BC-08",
        charter,
        signed(*((f"{letter}) Thôn", f"{letter}. Thôn") for letter in "abcdđe")),
        "a. Thôn",
        "6 điểm (như “a. Thôn Nà Lành;”) đánh số “a.”; phải đánh số “a)”.",
    ),
    ("BC-08", charter, look("b) Thôn", bold=True), "b) Thôn", "đang in đậm; điểm trình bày bằng chữ đứng, không đậm."),
    ("BC-10", charter, say("Điều 4.", "Điều 5."), "Điều 5.", "Sau điều 3 là điều 5; số thứ tự bị nhảy."),
    ("BC-10", charter, say("2. Các", "3. Các"), "3. Các", "Sau số 1 là số 3; số thứ tự bị nhảy."),
    ("BC-10", charter, say("Điều 4.", "Điều 3."), "Điều 3.", "Số thứ tự “3” có hai lần; điều 3 đứng sau điều 3."),
    ("BC-10", charter, say("Mục 2", "Mục 1"), "Mục 1", "Số thứ tự “1” có hai lần"),
    (
        "BC-10",
        charter,
        signed(("d) Thôn", "e) Thôn"), ("đ) Thôn", "g) Thôn"), ("e) Thôn Bản", "h) Thôn Bản")),
        "e) Thôn",
        "Sau điểm c là điểm e; số thứ tự bị nhảy.",
    ),
    (
        "BC-11",
        charter,
        signed(("1. Phòng", "2.1. Phòng"), ("2. Các", "2.2. Các")),
        "2.1. Phòng",
        "2 đoạn đánh số thập phân (như “2.1”); Nghị định không nêu cách này.",
    ),
]
