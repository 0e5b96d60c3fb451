"""Documents of the Party that break one rule of pages or letterhead each: rule, document, change, place, message."""

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from sound import Case, Change, at, lined, look, page, say
from sound_party import (
    TEXT,
    TITLE,
    both,
    party_decision,
    party_letter,
    party_plan,
    without,
)

ORGAN, STARRED, PLACE, SUBJECT = "ĐẢNG ỦY XÃ", "*", "Bản Mây, ngày", "phòng cháy, chữa cháy ở khu"
RIGHT = "phải viết số, gạch nối, tên loại, gạch chéo, cơ quan."


def landscape(made: Word) -> None:
    """A section of prose on its side."""
    section = made.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    one = made.add_paragraph("Hết.")
    one.alignment = ALIGN.JUSTIFY


def number_run(**fields: object) -> Change:
    def change(made: Word) -> None:
        run = made.sections[0].header.paragraphs[0].runs[3]
        for name, value in fields.items():
            setattr(run.font, name, value)

    return change


def number_left(made: Word) -> None:
    made.sections[0].header.paragraphs[0].alignment = ALIGN.LEFT


def number_below(made: Word) -> None:
    section = made.sections[0]
    for run in list(section.header.paragraphs[0].runs):
        section.footer.paragraphs[0]._p.append(run._r)


def unnumbered(made: Word) -> None:
    """A long text whose pages have no number."""
    for run in list(made.sections[0].header.paragraphs[0].runs):
        run._r.getparent().remove(run._r)
    at(made, TEXT).runs[0].text = TEXT * 40


def in_font(name: str) -> Change:
    def change(made: Word) -> None:
        for run in at(made, TEXT).runs:
            run.font.name = name
            run._r.rPr.rFonts.set(qn("w:hAnsi"), name)

    return change


def red(made: Word) -> None:
    at(made, TEXT).runs[0].font.color.rgb = RGBColor(255, 0, 0)


def without_title_line(made: Word) -> None:
    line = at(made, TITLE)._p.getnext()
    line.getparent().remove(line)


def dashed(made: Word) -> None:
    at(made, TITLE)._p.getnext().find(f".//{qn('w:top')}").set(qn("w:val"), "dashed")


def line_for_star(made: Word) -> None:
    lined(made, ORGAN)
    without(STARRED)(made)


def line_for_hyphens(made: Word) -> None:
    lined(made, SUBJECT)
    without("-----")(made)


def with_state_title(made: Word) -> None:
    at(made, TITLE).insert_paragraph_before("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def province(made: Word) -> None:
    """An organ of the province, with one above it that does not belong there."""
    say("ĐẢNG BỘ TỈNH SƠN LÂM", "BAN CHẤP HÀNH TRUNG ƯƠNG")(made)
    say("ĐẢNG ỦY XÃ BẢN MÂY", "TỈNH ỦY SƠN LÂM")(made)
    say("/ĐU", "/TU")(made)


CASES: list[Case] = [
    (
        "D-01",
        party_plan,
        page(page_width=Mm(215.9), page_height=Mm(279.4)),
        "ĐẢNG BỘ",
        "Khổ giấy đang là 215,9 x 279,4 mm; phải là A4",
    ),
    (
        "D-01",
        party_plan,
        page(page_width=Mm(148), page_height=Mm(210)),
        "ĐẢNG BỘ",
        "Khổ giấy đang là 148 x 210 mm; phải là A4",
    ),
    ("D-01", party_plan, landscape, "Hết.", "đang đặt ngang mà không có bảng biểu"),
    (
        "D-02",
        party_plan,
        page(left_margin=Mm(35)),
        "ĐẢNG BỘ",
        "lề trái 35 mm, lề phải 15 mm; phải là trên 20, dưới 20, trái 30, phải 15 mm.",
    ),
    (
        "D-02",
        party_plan,
        page(left_margin=Mm(15), right_margin=Mm(30), top_margin=Mm(25)),
        "ĐẢNG BỘ",
        "Trang đang có lề trên 25 mm",
    ),
    ("D-03", party_plan, in_font("Arial"), TEXT[:9], "Có chữ dùng phông Arial; phải dùng phông Times New Roman."),
    ("D-03", party_plan, in_font(".VnTime"), TEXT[:9], "chữ dùng phông .VnTime của bộ mã cũ"),
    ("D-03", party_plan, red, TEXT[:9], "Có chữ màu khác màu đen"),
    (
        "D-04",
        party_plan,
        number_run(size=Pt(13)),
        "ĐẢNG BỘ",
        "Số trang đang là cỡ chữ 13; phải là cỡ chữ 14, kiểu chữ đứng.",
    ),
    (
        "D-04",
        party_plan,
        number_run(italic=True),
        "ĐẢNG BỘ",
        "Số trang đang là chữ nghiêng; phải là cỡ chữ 14, kiểu chữ đứng.",
    ),
    ("D-04", party_plan, number_left, "ĐẢNG BỘ", "Số trang chưa canh giữa"),
    ("D-04", party_plan, number_below, "ĐẢNG BỘ", "Số trang đang đặt ở chân trang"),
    (
        "D-04",
        party_plan,
        page(header_distance=Mm(12.7)),
        "ĐẢNG BỘ",
        "Số trang đang cách mép trên trang giấy 12,7 mm; phải cách 10 mm.",
    ),
    (
        "D-04",
        party_plan,
        page(different_first_page_header_footer=False),
        "ĐẢNG BỘ",
        "Số trang đang hiện ở trang thứ nhất",
    ),
    ("D-04", party_plan, unnumbered, "ĐẢNG BỘ", "Văn bản dài hơn một trang mà không có số trang"),
    ("D-05", party_plan, look(TITLE, size=14), TITLE, "đang là cỡ chữ 14; phải là cỡ chữ 15."),
    ("D-05", party_plan, say(TITLE, "Đảng Cộng sản Việt Nam"), "Đảng", "đang là chữ thường; phải là chữ in hoa."),
    (
        "D-05",
        party_plan,
        both(without_title_line, say(TITLE, "")),
        "ĐẢNG BỘ",
        "Không thấy tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”",
    ),
    ("D-05", party_plan, without_title_line, TITLE, "Dưới tiêu đề không thấy đường kẻ"),
    ("D-05", party_plan, dashed, TITLE, "Đường kẻ dưới tiêu đề là nét đứt; phải là nét liền."),
    ("D-05", party_plan, with_state_title, "CỘNG HÒA", "Văn bản của Đảng ghi Quốc hiệu"),
    (
        "D-06",
        party_plan,
        look(ORGAN, bold=False),
        ORGAN,
        "Tên cơ quan ban hành: đang là chữ không đậm; phải là chữ đậm.",
    ),
    (
        "D-06",
        party_plan,
        look("ĐẢNG BỘ", italic=True),
        "ĐẢNG BỘ",
        "Tên cơ quan cấp trên: đang là chữ nghiêng; phải là chữ đứng.",
    ),
    ("D-06", party_plan, without(STARRED), ORGAN, "Dưới tên cơ quan không thấy dấu sao; phải là dấu sao (*)."),
    ("D-06", party_plan, line_for_star, ORGAN, "Dưới tên cơ quan đang là đường kẻ; phải là dấu sao (*)."),
    ("D-06", party_plan, say("ĐẢNG BỘ TỈNH", "TỈNH ỦY"), "TỈNH ỦY", "trên tên đảng ủy ghi tên đảng bộ cấp trên."),
    ("D-06", party_plan, province, "BAN CHẤP", "tỉnh ủy, thành ủy không ghi cơ quan cấp trên."),
    ("D-07", party_plan, look("Số 05", size=13), "Số 05", "Số, ký hiệu: đang là cỡ chữ 13; phải là cỡ chữ 14."),
    (
        "D-07",
        party_plan,
        say("Số ", "Số: "),
        "Số: 05",
        "đang viết “Số:”; văn bản của Đảng không có dấu hai chấm sau chữ Số.",
    ),
    ("D-07", party_plan, say("Số 05", "Số:05"), "Số:05", "đang viết “Số:”"),
    (
        "D-07",
        party_plan,
        say("05-", "5-"),
        "Số 5",
        "Số của văn bản đang viết “5”; số nhỏ hơn 10 phải ghi số 0 phía trước.",
    ),
    ("D-07", party_plan, say("05-KH/ĐU", "05/KH-ĐU"), "Số 05", f"ký hiệu theo mẫu của cơ quan nhà nước; {RIGHT}"),
    ("D-07", party_plan, say("05-KH/ĐU", "05 – KH/ĐU"), "Số 05", f"ký hiệu viết chưa đúng; {RIGHT}"),
    ("D-07", party_plan, say("05-KH/ĐU", "05-KH/ĐU/2027"), "Số 05", "Ký hiệu có năm “2027”"),
    (
        "D-07",
        party_plan,
        say("05-KH/ĐU", "05-BC/ĐU"),
        "Số 05",
        "Tên loại là Kế hoạch nhưng ký hiệu ghi “BC”, là ký hiệu của Báo cáo",
    ),
    ("D-07", party_plan, say("05-KH/ĐU", "05-Kh/ĐU"), "Số 05", "ký hiệu của Kế hoạch là “KH”."),
    (
        "D-07",
        party_decision,
        both(say("QUYẾT ĐỊNH", "QUY ĐỊNH"), say("-QĐ/", "-QyĐ/")),
        "Số 31",
        "ký hiệu của Quy định là “QĐ”.",
    ),
    (
        "D-07",
        party_plan,
        say("KH/ĐU", "KH/TU"),
        "Số 05",
        "Ký hiệu ghi cơ quan “TU”, tên cơ quan là “ĐẢNG ỦY XÃ BẢN MÂY”",
    ),
    (
        "D-08",
        party_plan,
        look(PLACE, italic=False),
        PLACE,
        "Địa danh và thời gian: đang là chữ đứng; phải là chữ nghiêng.",
    ),
    ("D-08", party_plan, say("Mây, ngày", "Mây, Ngày"), "Bản Mây", "phải viết “Địa danh, ngày … tháng … năm …”."),
    (
        "D-08",
        party_plan,
        say("ngày 05", "ngày 5"),
        PLACE,
        "Ngày đang viết “5”; ngày nhỏ hơn 10 phải ghi số 0 phía trước.",
    ),
    (
        "D-08",
        party_plan,
        say("tháng 02", "tháng 2"),
        PLACE,
        "Tháng đang viết “2”; tháng 1 và tháng 2 phải ghi số 0 phía trước.",
    ),
    (
        "D-08",
        party_plan,
        say("tháng 02", "tháng 08"),
        PLACE,
        "Tháng đang viết “08”; chỉ tháng 1 và tháng 2 ghi số 0 phía trước.",
    ),
    ("D-08", party_plan, say("05 tháng 02", "30 tháng 02"), PLACE, "Ngày 30 tháng 02 năm 2027 không có trong lịch."),
    ("D-08", party_plan, say("Bản Mây, ngày", "Trần Phú, ngày"), "Trần Phú", "Địa danh “Trần Phú” mang tên người"),
    ("D-08", party_plan, say("Bản Mây, ngày", "Mây, ngày"), "Mây", "Địa danh “Mây” có một âm tiết"),
    (
        "D-08",
        party_plan,
        say("Bản Mây, ngày", "Cao Bằng, ngày"),
        "Cao",
        "Địa danh “Cao Bằng” trùng tên tỉnh, thành phố",
    ),
    (
        "D-09",
        party_plan,
        look("KẾ HOẠCH", size=14),
        "KẾ HOẠCH",
        "Tên loại văn bản: đang là cỡ chữ 14; phải là cỡ chữ 15 đến 16.",
    ),
    ("D-09", party_plan, look(SUBJECT, bold=False), SUBJECT, "Trích yếu: đang là chữ không đậm; phải là chữ đậm."),
    (
        "D-09",
        party_plan,
        say("-----", "-------"),
        "-------",
        "Dưới trích yếu đang ghi “-------”; phải là năm dấu gạch nối",
    ),
    ("D-09", party_plan, without("-----"), SUBJECT, "Dưới trích yếu không thấy dấu gạch nối"),
    ("D-09", party_plan, line_for_hyphens, SUBJECT, "Dưới trích yếu đang là đường kẻ"),
    (
        "D-09",
        party_plan,
        say("phòng cháy, chữa cháy ở", "Tăng cường phòng cháy ở"),
        "Tăng",
        "Trích yếu đang bắt đầu bằng “Tăng cường”",
    ),
    (
        "D-10",
        party_letter,
        look("về việc", italic=False),
        "về việc",
        "Trích yếu công văn: đang là chữ đứng; phải là chữ nghiêng.",
    ),
    (
        "D-10",
        party_letter,
        say("về việc", "V/v"),
        "V/v",
        "Trích yếu công văn bắt đầu bằng “V/v”; công văn của Đảng viết “về việc”.",
    ),
    ("D-10", party_letter, say("về việc", "V/v về việc"), "V/v", "Trích yếu công văn bắt đầu bằng “V/v”"),
    (
        "D-10",
        party_letter,
        say("về việc", "Về việc"),
        "Về việc",
        "Trích yếu công văn viết hoa chữ đầu; phải viết “về việc”.",
    ),
    ("D-10", party_letter, say("12-CV/ĐU", "12-TB/ĐU"), "Số 12", "chữ viết tắt của công văn là “CV”."),
    (
        "D-10",
        party_plan,
        both(say("KẾ HOẠCH", "CÔNG VĂN"), say("-KH/", "-CV/")),
        "CÔNG VĂN",
        "công văn không ghi tên loại.",
    ),
]
