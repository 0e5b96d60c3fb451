"""Documents that break one rule of pages, fonts and page numbers each."""

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from sound import TEXT, Case, Change, at, page, plan


def turned(made: Word) -> None:
    """On its side, without a table."""
    for table in list(made.tables):
        for row in table.rows:
            for column, cell in enumerate(row.cells):
                for one in cell.paragraphs:
                    one.paragraph_format.left_indent = Mm(80 * column)
                    table._tbl.addprevious(one._p)
        table._tbl.getparent().remove(table._tbl)
    page(page_width=Mm(297), page_height=Mm(210))(made)


def numbered_below(made: Word) -> None:
    """The page number moved to the footer."""
    section = made.sections[0]
    field = section.header.paragraphs[0]._p
    section.footer.paragraphs[0]._p.addnext(field)


def number(**fields: object) -> Change:
    """The look of the page number."""

    def change(made: Word) -> None:
        paragraph = made.sections[0].header.paragraphs[0]
        for name, value in fields.items():
            if name == "alignment":
                paragraph.alignment = value
            else:
                for run in paragraph.runs:
                    setattr(run.font, name, value)

    return change


def shown_on_the_first_page(made: Word) -> None:
    made.sections[0].different_first_page_header_footer = False


def written_in(name: str) -> Change:
    def change(made: Word) -> None:
        for run in at(made, TEXT).runs:
            run.font.name = name
            run._r.rPr.rFonts.set(qn("w:hAnsi"), name)

    return change


def red(made: Word) -> None:
    at(made, TEXT).runs[0].font.color.rgb = RGBColor(0xC0, 0, 0)


CASES: list[Case] = [
    ("PG-01", plan, page(page_width=Mm(215.9), page_height=Mm(279.4)), "", "Khổ giấy đang là 215,9 x 279,4 mm"),
    ("PG-02", plan, turned, "", "Giấy đang đặt ngang mà không có bảng biểu"),
    ("PG-03", plan, page(top_margin=Mm(26)), "", "Lề trên đang là 26 mm; phải từ 20 đến 25 mm."),
    ("PG-04", plan, page(bottom_margin=Mm(15)), "", "Lề dưới đang là 15 mm; phải từ 20 đến 25 mm."),
    ("PG-05", plan, page(left_margin=Mm(25)), "", "Lề trái đang là 25 mm; phải từ 30 đến 35 mm."),
    ("PG-06", plan, page(right_margin=Mm(25)), "", "Lề phải đang là 25 mm; phải từ 15 đến 20 mm."),
    ("PG-08", plan, written_in("Arial"), TEXT, "chữ dùng phông Arial; phải dùng phông Times New Roman."),
    ("PG-09", plan, written_in(".VnTime"), TEXT, "chữ dùng phông .VnTime của bộ mã cũ; phải dùng bộ mã Unicode."),
    ("PG-10", plan, red, TEXT, "chữ có màu khác màu đen; chữ trong văn bản phải màu đen."),
    ("PN-02", plan, numbered_below, "", "Số trang đang đặt ở chân trang; phải đặt canh giữa trong phần lề trên."),
    ("PN-02", plan, number(alignment=ALIGN.RIGHT), "", "Số trang chưa canh giữa; phải canh giữa trong phần lề trên."),
    ("PN-03", plan, number(size=Pt(10)), "", "Số trang đang có cỡ chữ 10; phải là cỡ chữ 13 đến 14"),
    ("PN-03", plan, number(italic=True), "", "Số trang đang là chữ nghiêng; phải là kiểu chữ đứng."),
    ("PN-04", plan, shown_on_the_first_page, "", "Số trang đang hiện ở trang thứ nhất"),
]
