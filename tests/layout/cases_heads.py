"""Documents that break one rule of the letterhead each."""

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from sound import Case, at, drawn, letter, look, paragraphs, plan, say, shape, without_line_under

MOTTO = "CỘNG HÒA"
PLACE = "Bản Mây, ngày"


def underlined(made: Word) -> None:
    without_line_under("Độc lập")(made)
    at(made, "Độc lập").runs[0].font.underline = True


def typed_line(made: Word) -> None:
    without_line_under("Độc lập")(made)
    at(made, "Độc lập")._p.addnext(at(made, "Độc lập")._p.__copy__())
    second = at(made, "Độc lập")._p.getnext()
    for one in second.iter(qn("w:t")):
        one.text = "__________"


def dashed(made: Word) -> None:
    at(made, "XÃ BẢN MÂY")._p.getnext().find(f".//{qn('w:top')}").set(qn("w:val"), "dashed")


def unit(made: Word) -> None:
    """A unit below the committee."""
    say("ỦY BAN NHÂN DÂN", "UBND XÃ BẢN MÂY")(made)
    look("UBND XÃ", bold=False)(made)
    at(made, "XÃ BẢN MÂY").runs[0].text = "UBND XÃ BẢN MÂY"
    second = next(one for one in paragraphs(made) if one.text == "XÃ BẢN MÂY")
    second.runs[0].text = "PHÒNG KINH TẾ"
    say("05/KH-UBND", "05/KH-KT")(made)


def slanted_superior(made: Word) -> None:
    unit(made)
    look("UBND XÃ", italic=True)(made)


def regulation(made: Word) -> None:
    say("KẾ HOẠCH", "QUY ĐỊNH")(made)
    say("05/KH-", "05/QĐ-")(made)


def named_a_letter(made: Word) -> None:
    say("KẾ HOẠCH", "CÔNG VĂN")(made)
    say("05/KH-UBND", "05/UBND-KT")(made)


CASES: list[Case] = [
    ("QH-01", plan, say("CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIỆT NAM!"), MOTTO, "Quốc hiệu đang viết “CỘNG HÒA XÃ HỘI"),
    ("QH-01", plan, say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""), "", "Không thấy Quốc hiệu ở đầu văn bản"),
    ("QH-02", plan, look(MOTTO, size=14), MOTTO, "Quốc hiệu: đang là cỡ chữ 14; phải là cỡ chữ 12 đến 13."),
    ("QH-02", plan, look(MOTTO, bold=False), MOTTO, "Quốc hiệu: đang là chữ không đậm; phải là chữ đậm."),
    ("TN-01", plan, say("Độc lập - Tự", "Độc lập – Tự"), "Độc lập", "Tiêu ngữ đang viết “Độc lập – Tự do - Hạnh phúc”"),
    ("TN-02", plan, look("Độc lập", size=12), "Độc lập", "Tiêu ngữ: đang là cỡ chữ 12; phải là cỡ chữ 13 đến 14."),
    ("TN-02", plan, say("Độc lập - Tự do - Hạnh phúc", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"), "ĐỘC", "chữ in thường."),
    ("CQ-02", plan, look("XÃ BẢN", bold=False), "XÃ BẢN MÂY", "Tên cơ quan ban hành: đang là chữ không đậm"),
    ("CQ-02", plan, shape("XÃ BẢN", alignment=ALIGN.LEFT), "XÃ BẢN MÂY", "đang là căn trái; phải là căn giữa."),
    (
        "TN-03",
        plan,
        without_line_under("Độc lập"),
        "Độc lập",
        "Dưới Tiêu ngữ không thấy đường kẻ; phải có đường kẻ ngang",
    ),
    ("TN-03", plan, underlined, "Độc lập", "Dưới Tiêu ngữ đang dùng chữ gạch chân thay cho đường kẻ"),
    ("TN-03", plan, typed_line, "Độc lập", "Dưới Tiêu ngữ đang gõ dấu gạch thay cho đường kẻ"),
    (
        "TN-03",
        plan,
        drawn("Độc lập", 40),
        "Độc lập",
        "Đường kẻ dưới Tiêu ngữ dài 40 mm, dòng chữ dài khoảng 60,2 mm; phải dài bằng dòng chữ.",
    ),
    (
        "CQ-03",
        plan,
        drawn("XÃ BẢN MÂY", 30),
        "XÃ BẢN MÂY",
        "Đường kẻ dưới tên cơ quan ban hành dài 30 mm, dòng chữ dài khoảng 43,2 mm; phải dài từ 1/3 đến 1/2 dòng chữ.",
    ),
    (
        "TL-03",
        plan,
        drawn("Rà soát hồ sơ", 10),
        "Rà soát hồ sơ",
        "Đường kẻ dưới trích yếu dài 10 mm, dòng chữ dài khoảng 69,3 mm; phải dài từ 1/3 đến 1/2 dòng chữ.",
    ),
    ("CQ-03", plan, without_line_under("XÃ BẢN"), "XÃ BẢN MÂY", "Dưới tên cơ quan ban hành không thấy đường kẻ"),
    ("CQ-03", plan, dashed, "XÃ BẢN MÂY", "Đường kẻ dưới tên cơ quan ban hành là nét đứt; phải là nét liền."),
    ("TL-03", plan, without_line_under("Rà soát hồ sơ tồn đọng năm"), "Rà soát", "Dưới trích yếu không thấy đường kẻ"),
    ("CQ-01", plan, slanted_superior, "UBND XÃ", "Tên cơ quan chủ quản: đang là chữ nghiêng; phải là chữ đứng."),
    ("SO-09", plan, regulation, "Số: 05", "Ký hiệu của Quy định đang là “QĐ”; chữ viết tắt của Quy định là “QyĐ”."),
    ("CV-01", plan, named_a_letter, "CÔNG VĂN", "Công văn đang ghi tên loại “CÔNG VĂN”; công văn không ghi tên loại."),
    ("CQ-07", plan, say("XÃ BẢN MÂY", "HUYỆN MỘC SƠN"), "HUYỆN", "Tên cơ quan có “HUYỆN”; từ ngày 01/7/2025 không còn"),
    (
        "DD-08",
        plan,
        say("ngày 05 tháng 02", "ngày 30 tháng 02"),
        PLACE,
        "Ngày 30 tháng 02 năm 2026 không có trong lịch.",
    ),
    ("CQ-05", plan, say("ỦY BAN NHÂN DÂN", "UBND"), "UBND", "Tên cơ quan ban hành viết tắt “UBND”"),
    ("SO-01", plan, say("Số: 05", "Số 05"), "Số 05", "Số, ký hiệu đang viết “Số”; phải viết “Số:”"),
    ("SO-01", plan, look("Số:", bold=True), "Số: 05", "Số, ký hiệu: đang là chữ đậm; phải là chữ không đậm."),
    (
        "SO-02",
        plan,
        say("05/KH", "5/KH"),
        "Số: 5",
        "Số của văn bản đang viết “5”; số nhỏ hơn 10 phải ghi số 0 phía trước.",
    ),
    ("SO-03", plan, say("05/KH-UBND", "05/KH - UBND"), "Số: 05", "Trong số, ký hiệu có cách chữ hoặc gạch dài"),
    ("SO-06", letter, say("12/UBND-KT", "12/CV-UBND"), "Số: 12", "Ký hiệu công văn có chữ “CV”"),
    (
        "SO-07",
        plan,
        say("05/KH-", "05/BC-"),
        "Số: 05",
        "Tên loại là Kế hoạch nhưng ký hiệu ghi “BC”, là ký hiệu của Báo cáo",
    ),
    (
        "SO-08",
        plan,
        say("05/KH-", "05/2026/KH-"),
        "Số: 05",
        "Ký hiệu có năm “2026”; ký hiệu văn bản hành chính không ghi năm.",
    ),
    ("DD-01", plan, say("Bản Mây, ngày", "Bản Mây, Ngày"), "Bản Mây", "Địa danh và thời gian đang viết “Bản Mây, Ngày"),
    (
        "DD-02",
        plan,
        say("ngày 05 tháng 02", "ngày 5 tháng 02"),
        PLACE,
        "Ngày đang viết “5”; ngày nhỏ hơn 10 phải ghi số 0",
    ),
    (
        "DD-03",
        plan,
        say("tháng 02 năm 2026", "tháng 2 năm 2026"),
        PLACE,
        "Tháng đang viết “2”; tháng 1 và tháng 2 phải ghi số 0",
    ),
    ("DD-04", plan, look(PLACE, italic=False), PLACE, "Địa danh và thời gian: đang là chữ đứng; phải là chữ nghiêng."),
    (
        "TL-01",
        plan,
        look("KẾ HOẠCH", size=16),
        "KẾ HOẠCH",
        "Tên loại văn bản: đang là cỡ chữ 16; phải là cỡ chữ 13 đến 14.",
    ),
    ("TL-02", plan, look("Rà soát hồ sơ", bold=False), "Rà soát", "Trích yếu: đang là chữ không đậm; phải là chữ đậm."),
    ("CV-02", letter, look("V/v", bold=True), "V/v", "Trích yếu công văn: đang là chữ đậm; phải là chữ không đậm."),
    ("CV-03", letter, say("V/v", "V/V:"), "V/V:", "Trích yếu công văn bắt đầu bằng “V/V:”; phải bắt đầu bằng “V/v”."),
    (
        "CV-03",
        letter,
        say("V/v", "V/v về việc"),
        "V/v",
        "Trích yếu công văn viết “V/v về việc”; “V/v” đã là “về việc”.",
    ),
]
