"""Documents that break one rule of numbered pages and landscape margins each."""

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from sound import TEXT, Case, Change, annexed, at, plan


def long() -> Word:
    """A plan of three pages."""
    made = plan()
    first = at(made, TEXT)
    for _ in range(30):
        first._p.addnext(first._p.__deepcopy__({}))
    return made


def unnumbered(made: Word) -> None:
    paragraph = made.sections[0].header.paragraphs[0]._p
    paragraph.getparent().remove(paragraph)
    made.sections[0].header._element.append(OxmlElement("w:p"))


def numbers(**fields: str) -> Change:
    """What sets how the pages of the first section count."""

    def change(made: Word) -> None:
        given = OxmlElement("w:pgNumType")
        for name, value in fields.items():
            given.set(qn(f"w:{name}"), value)
        made.sections[0]._sectPr.find(qn("w:pgMar")).addnext(given)

    return change


def counting_on(made: Word) -> None:
    own = made.sections[1]._sectPr
    own.remove(own.find(qn("w:pgNumType")))


def in_one_section(made: Word) -> None:
    ends = made.element.body.find(f".//{qn('w:p')}/{qn('w:pPr')}/{qn('w:sectPr')}")
    for reference in ends.findall(qn("w:headerReference")):
        made.sections[1]._sectPr.insert(0, reference)
    ends.getparent().remove(ends)


def narrow_and_landscape(made: Word) -> None:
    """A wide table on a page of its own, with margins of 10 mm."""
    own = made.add_section()
    own.orientation, own.page_width, own.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    own.left_margin = own.right_margin = own.top_margin = own.bottom_margin = Mm(10)
    made.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("Hết")


CASES: list[Case] = [
    ("PN-01", long, unnumbered, "", "Văn bản dài hơn một trang nhưng chưa có số trang"),
    ("PN-01", plan, numbers(fmt="lowerRoman"), "", "Số trang đang ở kiểu “lowerRoman”; số trang dùng chữ số Ả Rập."),
    ("PN-01", plan, numbers(start="3"), "", "Số trang bắt đầu từ 3; phải đánh số từ trang thứ nhất là 1."),
    ("PN-05", annexed, counting_on, "Phụ lục I", "“Phụ lục I” đánh số trang nối tiếp văn bản"),
    ("PL-06", annexed, in_one_section, "Phụ lục I", "“Phụ lục I” nằm chung phần với văn bản"),
    ("PG-07", plan, narrow_and_landscape, "", "có lề trên 10, dưới 10, trái 10, phải 10 mm"),
]
