"""Documents with a component in another place than the decree's, or in sizes that do not go together."""

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from sound import Case, at, look, plan, shape

MOTTO = "CỘNG HÒA"


def motto_in_the_middle(made: Word) -> None:
    """Quốc hiệu and Tiêu ngữ above the table, across the page."""
    first, second = at(made, MOTTO), at(made, "Độc lập")
    line = second._p.getnext()
    for paragraph in (first._p, second._p, line):
        made.tables[0]._tbl.addprevious(paragraph)
    made.tables[0].cell(0, 1).add_paragraph()


def narrow(made: Word) -> None:
    for row in made.tables[0].rows:
        row.cells[0].width, row.cells[1].width = Mm(83), Mm(82)


def signed_on_the_left(made: Word) -> None:
    left, right = made.tables[1].rows[0].cells
    for paragraph in list(left.paragraphs):
        right.paragraphs[0]._p.addprevious(paragraph._p)
    for paragraph in right.paragraphs[-4:]:
        left._tc.append(paragraph._p)


def signed_below(made: Word) -> None:
    """The signature in the row under the recipients."""
    table = made.tables[1]
    right, below = table.cell(0, 1), table.add_row().cells[1]
    for paragraph in list(right.paragraphs):
        below.paragraphs[-1]._p.addprevious(paragraph._p)
    right.add_paragraph()


CASES: list[Case] = [
    ("QH-03", plan, motto_in_the_middle, MOTTO, "Quốc hiệu đang ở giữa trang; phải ở phía trên, bên phải trang đầu."),
    ("QH-03", plan, narrow, MOTTO, "Cột bên phải rộng 8,2 cm; Quốc hiệu cỡ 13 sẽ xuống dòng."),
    ("QH-04", plan, look(MOTTO, size=12), MOTTO, "đang là 12, 14, 14; phải là 13, 14, 14 hoặc 12, 13, 13."),
    ("TN-04", plan, shape(MOTTO, space_after=Pt(12)), "Độc lập", "Quốc hiệu và Tiêu ngữ cách nhau 12 pt"),
    ("TN-04", plan, shape("Độc lập", line_spacing=1.5), "Độc lập", "Quốc hiệu và Tiêu ngữ cách dòng 1,5"),
    ("CQ-04", plan, shape("XÃ BẢN MÂY", space_before=Pt(6)), "XÃ BẢN MÂY", "Các dòng tên cơ quan cách nhau 6 pt"),
    (
        "CQ-04",
        plan,
        lambda made: at(made, "XÃ BẢN MÂY").insert_paragraph_before(),
        "XÃ BẢN MÂY",
        "Các dòng tên cơ quan cách nhau một dòng trống; phải cách nhau dòng đơn.",
    ),
    ("SO-11", plan, shape("Số: 05", alignment=ALIGN.LEFT), "Số: 05", "Số, ký hiệu đang căn trái; phải canh giữa"),
    ("KY-09", plan, signed_on_the_left, "TM. ỦY BAN", "Quyền hạn, chức vụ người ký đang ở bên trái; phải ở bên phải"),
    ("KY-09", plan, signed_below, "TM. ỦY BAN", "không ngang “Nơi nhận:”; hai phần phải bắt đầu trên cùng một hàng."),
]
