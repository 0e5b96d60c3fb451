"""Documents that break one rule of the words of the running text each: citations, capitals, typing."""

from docx.document import Document as Word
from sound import TEXT, Case, Change, at, plan, say

DECREE = "Nghị định số 30/2020/NĐ-CP"
FULL = f"{DECREE} ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
LEARN = "Kế hoạch số 42/KH-UBND ngày 03 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Hà Tĩnh về rà soát hồ sơ"


def ends(words: str) -> Change:
    """The second paragraph of the plan with another ending."""
    return say("nêu rõ lý do.", f"nêu rõ lý do. {words}")


def rest(words: str) -> Change:
    """The plan's text with words of its own in place of the heading above it."""
    return say("Ủy ban nhân dân xã ban hành Kế hoạch như sau:", words)


def typed_in(made: Word) -> None:
    paragraph = at(made, TEXT)
    paragraph.runs[0].text = f"\t{TEXT}"


def parted(made: Word) -> None:
    """An empty paragraph between two of the text."""
    at(made, TEXT).insert_paragraph_before("")


CASES: list[Case] = [
    (
        "CC-05",
        plan,
        say(" của Chính phủ về công tác văn thư;", ";"),
        DECREE,
        f"Căn cứ {DECREE} chưa ghi cơ quan ban hành và trích yếu.",
    ),
    ("CC-05", plan, say(" ngày 05 tháng 3 năm 2020", ""), DECREE, f"Căn cứ {DECREE} chưa ghi ngày tháng năm."),
    ("CC-05", plan, say("địa phương ngày", "địa phương số 72/2025/QH15 ngày"), "Luật Tổ chức", "ghi cả số."),
    (
        "CC-08",
        plan,
        say("Nghị định số 30", "Nghị định 30"),
        "Nghị định 30",
        "“Nghị định 30/2020/NĐ-CP” thiếu chữ “số”.",
    ),
    (
        "VD-01",
        plan,
        ends("Thực hiện Kế hoạch số 42/KH-UBND."),
        "Kế hoạch số 42",
        "viện dẫn lần đầu chưa ghi ngày tháng năm, cơ quan ban hành và trích yếu.",
    ),
    ("VD-02", plan, ends(f"Thực hiện {FULL}."), DECREE, f"{DECREE} đã viện dẫn đầy đủ ở trên"),
    (
        "VD-03",
        plan,
        ends("Thực hiện Luật Đất đai số 31/2024/QH15."),
        "Luật Đất đai",
        "“Luật Đất đai số 31/2024/QH15” ghi cả số.",
    ),
    (
        "VD-04",
        plan,
        ends(f"Thực hiện Điều 5 khoản 2 {DECREE}."),
        "Điều 5 khoản 2",
        "“Điều 5 khoản 2” ghi từ lớn đến nhỏ.",
    ),
    (
        "VD-05",
        plan,
        ends(f"Thực hiện {DECREE} ngày 06/3/2020."),
        DECREE,
        "ghi ngày 06/03/2020, chỗ khác ghi 05/03/2020.",
    ),
    (
        "VD-05",
        plan,
        say("tháng 3 năm 2020", "tháng 3 năm 2021"),
        DECREE,
        "ghi ngày 05/03/2021, khác năm 2020 trong số, ký hiệu.",
    ),
    ("VD-06", plan, ends("Thực hiện Pháp lệnh Ngoại hối của Quốc hội."), "Pháp lệnh Ngoại hối", "ghi là của Quốc hội"),
    (
        "DD-08",
        plan,
        rest(f"Thực hiện {LEARN.replace('03 tháng 01', '03 tháng 10')}:"),
        "Kế hoạch số 42",
        "ghi ngày 03/10/2026, sau ngày của văn bản này.",
    ),
    (
        "VH-01",
        plan,
        ends("Thôn nộp danh sách. trưởng thôn ký nhận."),
        "sách. trưởng",
        "phải viết “sách. Trưởng” (chữ đầu câu).",
    ),
    ("VH-03", plan, ends("Giao xã tổ chức giỗ tổ vua Hùng."), "vua Hùng", "phải viết “Vua Hùng”"),
    ("VH-04", plan, ends("Giao xã sửa tượng Lê-Nin."), "Lê-Nin", "phải viết “Lê-nin”"),
    ("VH-05", plan, ends("Gửi về Sở Tài chính đặt tại Tỉnh Hà Tĩnh."), "Tỉnh Hà Tĩnh", "phải viết “tỉnh Hà Tĩnh”"),
    ("VH-06", plan, ends("Gửi về phường 5, Quận 1."), "phường 5", "phải viết “Phường 5"),
    ("VH-06", plan, ends("Gửi về phường Điện Biên Phủ."), "phường Điện", "phải viết “Phường Điện Biên Phủ”"),
    ("VH-07", plan, ends("Gửi về thành phố Hồ Chí Minh."), "thành phố Hồ", "phải viết “Thành phố Hồ Chí Minh”"),
    ("VH-09", plan, ends("Các tỉnh Nam bộ đã làm."), "Nam bộ", "phải viết “Nam Bộ”"),
    (
        "VH-10",
        plan,
        say("Ủy ban nhân dân xã giao Phòng Kinh", "Ủy Ban Nhân Dân xã giao Phòng Kinh"),
        "Ủy Ban",
        "phải viết “Ủy ban nhân dân”",
    ),
    ("VH-10", plan, ends("Báo cáo Sở tài chính."), "Sở tài chính", "phải viết “Sở Tài chính”"),
    ("VH-11", plan, ends("Theo ý kiến của Ban bí thư."), "Ban bí thư", "phải viết “Ban Bí thư”"),
    ("VH-12", plan, ends("Theo mẫu của Liên Hợp Quốc."), "Liên Hợp", "phải viết “Liên hợp quốc”"),
    ("VH-13", plan, ends("Cán bộ phục vụ nhân dân tận tình."), "phục vụ nhân", "phải viết “phục vụ Nhân dân”"),
    ("VH-13", plan, ends("Đúng pháp luật của nhà nước."), "của nhà nước", "phải viết “của Nhà nước”"),
    ("VH-14", plan, ends("Xét tặng huân chương lao động."), "huân chương", "phải viết “Huân chương Lao động”"),
    ("VH-16", plan, ends("Đúng chủ trương của đảng."), "của đảng", "phải viết “của Đảng”"),
    ("VH-17", plan, ends("Nghỉ ngày quốc khánh."), "ngày quốc", "phải viết “ngày Quốc khánh”"),
    ("VH-18", plan, ends("Theo nghị định số 30/2020/NĐ-CP."), "nghị định số", f"phải viết “{DECREE}”"),
    ("VH-18", plan, ends("Đúng Luật đất đai."), "Luật đất", "phải viết “Luật Đất đai”"),
    ("VH-19", plan, ends(f"Theo Điểm a Khoản 2 điều 5 {DECREE}."), "Điểm a", "3 chỗ chưa đúng chữ hoa, chữ thường"),
    ("VH-20", plan, ends("Nghỉ dịp Tết nguyên đán."), "Tết nguyên", "phải viết “tết Nguyên đán”"),
    ("VH-20", plan, ends("Xong trong tháng tám."), "tháng tám", "phải viết “tháng Tám”"),
    ("VH-20", plan, ends("Họp chiều thứ hai hằng tuần."), "chiều thứ hai", "phải viết “chiều thứ Hai”"),
    ("VH-21", plan, ends("Kỷ niệm cách mạng tháng tám."), "cách mạng", "phải viết “Cách mạng tháng Tám”"),
    ("VH-22", plan, ends("Đăng trên tạp chí cộng sản."), "tạp chí", "phải viết “tạp chí Cộng sản”"),
    (
        "ND-09",
        plan,
        say("tồn đọng của các thôn, lập", "tồn đọng  của các thôn ,lập"),
        "đọng  của",
        "2 chỗ gõ thừa hoặc thiếu dấu cách",
    ),
    ("ND-09", plan, say("các thôn, lập", "các thôn , lập"), "thôn ,", "“thôn ,” thừa dấu cách"),
    ("ND-09", plan, typed_in, TEXT, "lùi dòng đầu bằng dấu tab hoặc dấu cách"),
    ("ND-09", plan, parted, TEXT, "có 1 đoạn trống"),
    ("ND-09", plan, ends("Các tổ hoà giải, tổ hòa giải nộp sổ."), "hoà", "Dấu thanh đặt hai kiểu"),
]
