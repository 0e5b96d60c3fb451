"""Documents that break one rule of bases, text and structure each."""

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from sound import BASES, TEXT, Case, at, look, plan, say, shape


def all_bases_in_one(made: Word) -> None:
    at(made, BASES[0]).runs[0].text = f"{BASES[0]} {BASES[1]}"


def sectioned() -> Word:
    made = plan()
    say("1. Nhiệm vụ", "I. NHIỆM VỤ")(made)
    return made


def decision_without_bases(made: Word) -> None:
    say("KẾ HOẠCH", "QUYẾT ĐỊNH")(made)
    say("05/KH-", "05/QĐ-")(made)
    for base in BASES:
        gone = at(made, base)._p
        gone.getparent().remove(gone)
    run = at(made, "Ủy ban nhân dân xã ban hành Kế hoạch như sau:").runs[0]
    run.text, run.font.bold = "Điều 1. Giao các đơn vị thực hiện.", True


CASES: list[Case] = [
    ("BC-09", sectioned, say("I. NHIỆM VỤ", "I. Nhiệm vụ"), "I. Nhiệm", "Đề mục “I. Nhiệm vụ” đang là chữ thường"),
    ("BC-09", sectioned, look("I. NHIỆM VỤ", bold=False), "I. NHIỆM", "Đề mục “I. NHIỆM VỤ” đang là chữ không đậm"),
    ("CC-07", plan, decision_without_bases, "QUYẾT ĐỊNH", "Quyết định chưa có căn cứ ban hành."),
    ("ND-08", plan, say("lập danh sách", "lập […] danh sách"), "Ủy ban", "Đoạn này còn chỗ bỏ trống (“[…]”)."),
    ("CC-02", plan, look(BASES[0], italic=False), BASES[0], "Căn cứ: đang là chữ đứng; phải là chữ nghiêng."),
    ("CC-03", plan, all_bases_in_one, BASES[0], "Một đoạn ghi nhiều căn cứ; sau mỗi căn cứ phải xuống dòng."),
    ("CC-04", plan, say("năm 2025;", "năm 2025,"), "Căn cứ Luật", "Căn cứ kết thúc chưa đúng dấu"),
    ("CC-06", plan, say("Căn cứ Luật", "- Căn cứ Luật"), "- Căn cứ", "Trước căn cứ có gạch đầu dòng"),
    (
        "ND-01",
        plan,
        look(TEXT, size=12),
        TEXT,
        "1 đoạn không cùng cỡ chữ 14 với phần còn lại; nội dung dùng một cỡ chữ.",
    ),
    ("ND-02", plan, look(TEXT, italic=True), TEXT, "Đoạn văn này in nghiêng toàn bộ; lời văn trình bày bằng chữ đứng"),
    ("ND-02", plan, look(TEXT, bold=True), TEXT, "Đoạn văn này in đậm toàn bộ; lời văn trình bày bằng chữ đứng"),
    ("ND-07", plan, say("./.", "."), "Ủy ban nhân dân xã giao Phòng Văn", "Nội dung kết thúc không có “./.”"),
    ("ND-03", plan, shape(TEXT, alignment=ALIGN.LEFT), TEXT, "Đoạn văn này căn trái; phải căn đều hai bên."),
    (
        "ND-04",
        plan,
        shape(TEXT, first_line_indent=Mm(20)),
        TEXT,
        "Đoạn văn này lùi dòng đầu 20 mm; phải lùi 10 mm hoặc 12,7 mm.",
    ),
    (
        "ND-05",
        plan,
        shape(TEXT, space_after=Pt(3)),
        "Ủy ban nhân dân xã giao Phòng Văn",
        "cách đoạn trước 3 pt; phải cách ít nhất 6 pt.",
    ),
    ("ND-06", plan, shape(TEXT, line_spacing=2.0), TEXT, "có cách dòng 2 dòng; phải từ dòng đơn đến 1,5 dòng."),
    ("ND-06", plan, shape(TEXT, line_spacing=Pt(12)), TEXT, "có cách dòng 12 pt; phải từ dòng đơn đến 1,5 dòng."),
]
