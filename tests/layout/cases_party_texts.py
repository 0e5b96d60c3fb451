"""Documents of the Party that break one rule of text or closing each: rule, document, change, place, message."""

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from sound import Case, at, look, paragraphs, say, shape
from sound_party import (
    MORE,
    TEXT,
    below,
    both,
    party_annexed,
    party_decision,
    party_letter,
    party_plan,
    party_submission,
    without,
)


def bases_in_one(made: Word) -> None:
    say("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", "- Căn cứ Điều lệ Đảng; Căn cứ Quy định số 24-QĐ/TW;")(made)


def clauses(made: Word) -> None:
    for paragraph in paragraphs(made):
        if paragraph.text.startswith("1. "):
            paragraph.runs[0].text = paragraph.text.replace("1. ", "1) ", 1)


def typed(made: Word) -> None:
    """An appendix whose pages go on from those of the document."""
    numbers = made.sections[1]._sectPr.find(qn("w:pgNumType"))
    numbers.getparent().remove(numbers)


def address_on_first_page(made: Word) -> None:
    made.sections[0].first_page_footer.paragraphs[0].text = "Điện thoại: 0210 3846 647"
    at(made, TEXT).runs[0].text = TEXT * 40


def slanted_base(made: Word) -> None:
    look("Điều lệ Đảng", italic=True)(made)


def unaligned(made: Word) -> None:
    for words in (TEXT, MORE):
        shape(words, alignment=ALIGN.LEFT)(made)


CASES: list[Case] = [
    ("D-11", party_plan, look(TEXT, size=13), TEXT[:9], "Nội dung có cỡ chữ 13; phải dùng cỡ chữ 14 đến 15."),
    (
        "D-11",
        party_plan,
        look(TEXT, size=15),
        MORE[:9],
        "Đoạn văn này không cùng cỡ chữ 15 với phần còn lại của nội dung.",
    ),
    ("D-11", party_plan, shape(TEXT, alignment=ALIGN.LEFT), TEXT[:9], "Đoạn văn này căn trái; phải căn đều hai bên."),
    ("D-11", party_plan, unaligned, TEXT[:9], "2 đoạn văn (như đoạn này) căn trái; phải căn đều hai bên."),
    (
        "D-11",
        party_plan,
        shape(TEXT, line_spacing=1.5),
        TEXT[:9],
        "Đoạn văn này có cách dòng 1,5 dòng; phải cách dòng chính xác",
    ),
    (
        "D-11",
        party_plan,
        shape(TEXT, line_spacing=Pt(17)),
        TEXT[:9],
        "Đoạn văn này có cách dòng 17 pt; phải cách dòng chính xác",
    ),
    ("D-11", party_plan, shape(TEXT, space_after=Pt(2)), MORE[:9], "Đoạn văn này cách đoạn trước chưa đủ 6 pt."),
    (
        "D-11",
        party_plan,
        shape(TEXT, first_line_indent=Mm(20)),
        TEXT[:9],
        "Đoạn văn này lùi dòng đầu 20 mm; phải lùi khoảng 10 mm.",
    ),
    (
        "D-11",
        party_plan,
        say(MORE, f"{MORE[:-1]}./."),
        MORE[:9],
        "Nội dung kết thúc bằng “./.”; văn bản của Đảng kết thúc bằng dấu chấm.",
    ),
    ("D-12", party_decision, slanted_base, "- Căn cứ Điều", "Căn cứ: đang là chữ nghiêng; phải là chữ đứng."),
    ("D-12", party_decision, say("- Căn cứ Điều", "Căn cứ Điều"), "Căn cứ Điều", "1 căn cứ chưa có gạch đầu dòng"),
    ("D-12", party_decision, say("năm 2019;", "năm 2019,"), "- Căn cứ Luật", "Căn cứ kết thúc chưa đúng dấu"),
    ("D-12", party_decision, say("cán bộ.", "cán bộ;"), "- Xét", "Căn cứ kết thúc chưa đúng dấu"),
    ("D-12", party_decision, bases_in_one, "- Căn cứ Điều", "Một đoạn ghi nhiều căn cứ; mỗi căn cứ một dòng."),
    ("D-12", party_decision, say(" năm 2019", ""), "- Căn cứ Luật", "Căn cứ là luật, pháp lệnh chưa ghi năm ban hành"),
    ("D-13", party_decision, say("Chương I", "Chương 1"), "Chương 1", "“Chương 1” ghi bằng chữ số Ả Rập"),
    (
        "D-13",
        party_decision,
        look("Chương I", bold=False),
        "Chương I",
        "Phần, chương: đang là chữ không đậm; phải là chữ đậm.",
    ),
    (
        "D-13",
        party_decision,
        say("QUY ĐỊNH CHUNG", "Quy định chung"),
        "Quy",
        "Tiêu đề của phần, chương: đang là chữ thường; phải là chữ in hoa.",
    ),
    (
        "D-13",
        party_decision,
        say("Mục 1", "Mục I"),
        "Mục I",
        "“Mục I” ghi bằng chữ số La Mã; số của mục là chữ số Ả Rập.",
    ),
    ("D-13", party_decision, say("Điều 1.", "Điều 1:"), "Điều 1:", "Sau số của điều đang là “:”; phải là dấu chấm"),
    ("D-13", party_decision, clauses, "1) ", "Sau số của khoản (2 chỗ) đang là “)”; phải là dấu chấm"),
    ("D-13", party_decision, say("a) ", "a. "), "a. ", "Sau chữ của điểm đang là “.”; phải là dấu đóng ngoặc đơn"),
    (
        "D-13",
        party_plan,
        say("Chi bộ Trường", "1/ Chi bộ Trường"),
        "1/ ",
        "Sau số của khoản đang là “/”; phải là dấu chấm",
    ),
    ("D-14", party_plan, say("T/M ", "TM. "), "TM. BAN", "Thẩm quyền ký đang viết “TM.”; văn bản của Đảng viết “T/M”."),
    ("D-14", party_plan, say("T/M ", "T/M. "), "T/M. BAN", "Thẩm quyền ký đang viết “T/M.”"),
    ("D-14", party_plan, say("T/M BAN THƯỜNG VỤ", "TUQ. BAN THƯỜNG VỤ"), "TUQ.", "Thẩm quyền ký đang viết “TUQ.”"),
    ("D-14", party_plan, look("T/M", bold=False), "T/M", "Thẩm quyền ký: đang là chữ không đậm; phải là chữ đậm."),
    (
        "D-14",
        party_plan,
        look("BÍ THƯ", bold=True),
        "BÍ THƯ",
        "Chức vụ người ký: đang là chữ đậm; phải là chữ không đậm.",
    ),
    (
        "D-14",
        party_plan,
        look("Lò Văn", size=13),
        "Lò Văn",
        "Họ và tên người ký: đang là cỡ chữ 13; phải là cỡ chữ 14.",
    ),
    ("D-14", party_letter, say("T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ"), "K/T", "cấp ủy ký thay mặt, không ký thay bí thư."),
    (
        "D-14",
        party_letter,
        both(say("T/M BAN THƯỜNG VỤ", "K/T CHÁNH VĂN PHÒNG"), say("PHÓ BÍ THƯ", "CHÁNH VĂN PHÒNG")),
        "CHÁNH",
        "người ký thay là cấp phó của người đứng đầu.",
    ),
    ("D-14", party_plan, say("BÍ THƯ", "BÍ THƯ ĐẢNG ỦY XÃ"), "BÍ THƯ", "Sau chức vụ có tên cấp ủy “ĐẢNG ỦY XÃ”"),
    ("D-14", party_plan, without("BÍ THƯ"), "T/M", "Dưới “T/M BAN THƯỜNG VỤ” chưa ghi chức vụ của người ký."),
    ("D-14", party_plan, say("BAN THƯỜNG VỤ", "BAN BÍ THƯ"), "BÍ THƯ", "ở đây không ghi chức vụ."),
    (
        "D-15",
        party_plan,
        say("Lò Văn Thành", "Thượng tá Lò Văn Thành"),
        "Thượng tá",
        "Trước họ tên người ký có “Thượng tá”",
    ),
    ("D-15", party_plan, say("Lò Văn Thành", "TS. Lò Văn Thành"), "TS.", "Trước họ tên người ký có “TS.”"),
    (
        "D-16",
        party_letter,
        look("Kính gửi", italic=False),
        "Kính gửi",
        "Chữ “Kính gửi:”: đang là chữ đứng; phải là chữ nghiêng.",
    ),
    (
        "D-16",
        party_letter,
        look("- Chi bộ Công an xã;", italic=True),
        "- Chi bộ Công",
        "Tên nơi nhận: đang là chữ nghiêng; phải là chữ đứng.",
    ),
    (
        "D-16",
        party_submission,
        look("Kính trình", italic=True),
        "Ban Thường vụ",
        "Tên nơi nhận: đang là chữ nghiêng; phải là chữ đứng.",
    ),
    ("D-16", party_letter, say("Công an xã;", "Công an xã"), "- Chi bộ Công", "cuối mỗi dòng là dấu chấm phẩy."),
    (
        "D-16",
        party_submission,
        say("Kính trình", "Kính gửi"),
        "Kính gửi",
        "Đang viết “Kính gửi”; phải viết “Kính trình”.",
    ),
    ("D-16", party_letter, say("Kính gửi:", "Kính gửi"), "Kính gửi", "Sau “Kính gửi” chưa có dấu hai chấm liền sau."),
    (
        "D-17",
        party_plan,
        look("Nơi nhận", size=12),
        "Nơi nhận",
        "Chữ “Nơi nhận:”: đang là cỡ chữ 12; phải là cỡ chữ 14.",
    ),
    ("D-17", party_plan, look("Nơi nhận", underline=False), "Nơi nhận", "Chữ “Nơi nhận:” chưa có đường kẻ ở dưới"),
    ("D-17", party_plan, say("Nơi nhận:", "Nơi nhận"), "Nơi nhận", "Đang viết “Nơi nhận”; phải viết “Nơi nhận:”"),
    (
        "D-17",
        party_plan,
        look("- Các chi bộ", size=11),
        "- Các chi bộ",
        "Danh sách nơi nhận: đang là cỡ chữ 11; phải là cỡ chữ 12.",
    ),
    ("D-17", party_plan, say("trực thuộc;", "trực thuộc."), "- Các chi bộ", "cuối mỗi dòng là dấu chấm phẩy."),
    (
        "D-17",
        party_plan,
        say("- Lưu Văn phòng Đảng ủy.", "- Lưu: VT, VPĐU."),
        "- Lưu",
        "Dòng lưu đang viết “- Lưu: VT, VPĐU.”",
    ),
    (
        "D-17",
        party_plan,
        say("- Lưu Văn phòng Đảng ủy.", "- Lưu Văn phòng Đảng ủy"),
        "- Lưu",
        "cuối dòng lưu là dấu chấm.",
    ),
    ("D-17", party_plan, without("- Lưu"), "- Các chi bộ", "Danh sách nơi nhận chưa có dòng lưu."),
    ("D-17", party_letter, without("- Như trên"), "- Thường trực", "chưa bắt đầu bằng “- Như trên;”."),
    (
        "D-18",
        party_plan,
        below("Số 05", "KHẨN", 12, True),
        "KHẨN",
        "Dấu chỉ mức độ khẩn: đang là cỡ chữ 12; phải là cỡ chữ 14.",
    ),
    (
        "D-18",
        party_letter,
        below("về việc", "Hỏa tốc", 14, True),
        "Hỏa tốc",
        "Dấu chỉ mức độ khẩn: đang là chữ thường; phải là chữ in hoa.",
    ),
    (
        "D-18",
        party_plan,
        below("Bản Mây, ngày", "THƯỢNG KHẨN", 14, True),
        "THƯỢNG",
        "“THƯỢNG KHẨN” không ở dưới số, ký hiệu.",
    ),
    (
        "D-19",
        party_plan,
        below("Số 05", "Dự thảo lần 2"),
        "Dự thảo",
        "Chỉ dẫn dự thảo: đang là chữ đứng; phải là chữ nghiêng.",
    ),
    (
        "D-19",
        party_plan,
        below("Bản Mây, ngày", "Dự thảo lần 2", italic=True),
        "Dự thảo",
        "“Dự thảo lần 2” không ở dưới số, ký hiệu.",
    ),
    (
        "D-19",
        party_plan,
        below("Bản Mây, ngày", "LƯU HÀNH NỘI BỘ", 13, True),
        "LƯU",
        "Chỉ dẫn phạm vi lưu hành: đang là cỡ chữ 13; phải là cỡ chữ 12.",
    ),
    (
        "D-20",
        party_plan,
        below("- Lưu", "NVT.(15)"),
        "NVT",
        "Ký hiệu người soạn thảo: đang là cỡ chữ 14; phải là cỡ chữ 11.",
    ),
    (
        "D-20",
        party_plan,
        below("- Lưu", "Điện thoại: 0210 3846 647", 12),
        "Điện thoại",
        "Địa chỉ cơ quan: đang là cỡ chữ 12; phải là cỡ chữ 10.",
    ),
    ("D-20", party_plan, address_on_first_page, "ĐẢNG BỘ", "Địa chỉ cơ quan đang ở chân trang thứ nhất"),
    ("D-21", party_annexed, say("Phụ lục 1", "Phụ lục IV"), "Phụ lục IV", "“Phụ lục IV” đánh số La Mã"),
    ("D-21", party_annexed, typed, "Phụ lục 1", "Số trang của phụ lục nối tiếp văn bản"),
]
