"""Documents of other kinds, and documents that lack a component, or have one that disagrees with another."""

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from sound import BASES, Case, Change, at, letter, paragraphs, plan, say, shape

PROMULGATED = "Ủy ban nhân dân xã ban hành Kế hoạch như sau:"
SUBJECT = "Rà soát hồ sơ tồn đọng năm 2026"


def gone(*words: str) -> Change:
    """What takes paragraphs out, with the line below a subject; those of a cell are left empty."""

    def change(made: Word) -> None:
        for one in words:
            paragraph = at(made, one)
            if paragraph._p.getparent().tag.endswith("}tc"):
                paragraph.runs[0].text = ""
                continue
            below = paragraph._p.getnext()
            if below is not None and below.findall(".//{*}pBdr"):
                below.getparent().remove(below)
            paragraph._p.getparent().remove(paragraph._p)

    return change


def all_of(*changes: Change) -> Change:
    def change(made: Word) -> None:
        for one in changes:
            one(made)

    return change


def before(words: str, said: str, bold: bool = True) -> Change:
    """What puts a centred line in front of another."""

    def change(made: Word) -> None:
        paragraph = at(made, words).insert_paragraph_before()
        paragraph.alignment = ALIGN.CENTER
        paragraph.add_run(said).font.bold = bold

    return change


def below(words: str, said: str, size: float = 13, bold: bool = True) -> Change:
    """What puts a line below another in its cell."""

    def change(made: Word) -> None:
        above = at(made, words)
        new = above.insert_paragraph_before()
        above._p.addnext(new._p)
        new.alignment = above.alignment
        run = new.add_run(said)
        run.font.size, run.font.bold = Pt(size), bold

    return change


def moved_down(words: str, below: str) -> Change:
    def change(made: Word) -> None:
        at(made, below)._p.addnext(at(made, words)._p)

    return change


def decision() -> Word:
    made = plan()
    all_of(
        say("KẾ HOẠCH", "QUYẾT ĐỊNH"),
        say("05/KH-", "05/QĐ-"),
        say("Rà soát hồ sơ tồn đọng năm", "Về việc rà soát hồ sơ tồn đọng năm"),
        before(BASES[0], "ỦY BAN NHÂN DÂN XÃ BẢN MÂY"),
        say(PROMULGATED, "QUYẾT ĐỊNH:"),
        say("1. Nhiệm vụ", "Điều 1. Nhiệm vụ"),
        say("- UBND tỉnh (để báo cáo);", "- Như Điều 1;"),
    )(made)
    return made


def minutes() -> Word:
    made = plan()
    all_of(
        say("KẾ HOẠCH", "BIÊN BẢN"),
        say("05/KH-", "05/BB-"),
        gone("Bản Mây, ngày"),
        say("TM. ỦY BAN NHÂN DÂN", "THƯ KÝ"),
        say("KT. CHỦ TỊCH", "Lò Văn Nam"),
        say("PHÓ CHỦ TỊCH", "CHỦ TỌA"),
        say("- Lưu: VT, KT.", "- Lưu: VT, Hồ sơ."),
    )(made)
    return made


def dated(made: Word) -> None:
    """Minutes with a place and a date."""
    run = made.tables[0].cell(1, 1).paragraphs[0].runs[0]
    run.text = "Bản Mây, ngày 05 tháng 02 năm 2026"


def introduction() -> Word:
    made = plan()
    all_of(
        say("KẾ HOẠCH", "GIẤY GIỚI THIỆU"),
        say("05/KH-", "05/GGT-"),
        gone(SUBJECT, *BASES),
        say(PROMULGATED, "Ủy ban nhân dân xã Bản Mây trân trọng giới thiệu:"),
        say("1. Nhiệm vụ", "Bà Lò Thị Hương"),
        say("- Lưu: VT, KT.", "- Lưu: VT."),
    )(made)
    return made


def submission() -> Word:
    made = plan()
    all_of(
        say("KẾ HOẠCH", "TỜ TRÌNH"),
        say("05/KH-", "05/TTr-"),
        gone(*BASES),
        say(PROMULGATED, "Kính gửi: Hội đồng nhân dân xã Bản Mây"),
        shape("Kính gửi", first_line_indent=Mm(0)),
        gone("1. Nhiệm vụ"),
        say("- UBND tỉnh (để báo cáo);", "- Như trên;"),
    )(made)
    return made


def single() -> Word:
    """A letter to one addressee."""
    made = letter()
    all_of(say("Kính gửi:", "Kính gửi: Công an xã"), gone("- Công an xã;", "- Trạm Y tế xã."))(made)
    return made


def under(superior: str, *organ: str) -> Change:
    """Another letterhead: an office above, not bold, and the one that issues."""

    def change(made: Word) -> None:
        first = next(one for one in paragraphs(made) if one.text == "ỦY BAN NHÂN DÂN")
        second = next(one for one in paragraphs(made) if one.text == "XÃ BẢN MÂY")
        second.runs[0].text = organ[-1]
        if superior:
            first.runs[0].text, first.runs[0].font.bold = superior, False
        else:
            first._p.getparent().remove(first._p)

    return change


def minister(made: Word) -> None:
    all_of(
        under("", "BỘ NỘI VỤ"),
        say("05/KH-UBND", "05/KH-BNV"),
        say("Bản Mây, ngày", "Ba Đình, ngày"),
        say("TM. ỦY BAN NHÂN DÂN", ""),
        say("KT. CHỦ TỊCH", "KT. BỘ TRƯỞNG"),
        say("PHÓ CHỦ TỊCH", "THỨ TRƯỞNG"),
    )(made)


def above_the_commune(made: Word) -> None:
    paragraph = at(made, "ỦY BAN NHÂN DÂN").insert_paragraph_before()
    paragraph.alignment = ALIGN.CENTER
    run = paragraph.add_run("UBND TỈNH SƠN LÂM")
    run.font.size, run.font.bold = Pt(13), False


def bases_first(made: Word) -> None:
    for base in BASES:
        at(made, "KẾ HOẠCH")._p.addprevious(at(made, base)._p)


def other_head(made: Word) -> None:
    """The committee's head decides, and the committee signs."""
    at(made, "ỦY BAN NHÂN DÂN XÃ BẢN MÂY").runs[0].text = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢN MÂY"


def without_signature(made: Word) -> None:
    gone("TM. ỦY", "KT. CHỦ", "PHÓ CHỦ", "Hoàng Thị Lan")(made)


def without_recipients(made: Word) -> None:
    gone("Nơi nhận:", "- UBND tỉnh", "- Các thôn", "- Lưu")(made)


def in_red(words: str) -> Change:
    from docx.shared import RGBColor

    def change(made: Word) -> None:
        at(made, words).runs[0].font.color.rgb = RGBColor(255, 0, 0)

    return change


def with_address(size: float) -> Change:
    def change(made: Word) -> None:
        paragraph = made.sections[0].first_page_footer.paragraphs[0]
        run = paragraph.add_run("Địa chỉ: thôn Nà Lành, xã Bản Mây; điện thoại: 0200.3888.300")
        run.font.size = Pt(size)

    return change


OFFICE = "ỦY BAN NHÂN DÂN XÃ BẢN MÂY"
CASES: list[Case] = [
    ("CQ-06", plan, above_the_commune, "UBND TỈNH", "Trên tên cơ quan ban hành có “UBND TỈNH SƠN LÂM”"),
    (
        "CQ-06",
        plan,
        all_of(under("", "PHÒNG KINH TẾ"), say("05/KH-UBND", "05/KH-KT")),
        "PHÒNG KINH TẾ",
        "“PHÒNG KINH TẾ” là đơn vị của Ủy ban nhân dân nhưng phía trên không ghi",
    ),
    ("CQ-07", plan, say("XÃ BẢN MÂY", "THÀNH PHỐ MÂY SƠN"), "THÀNH PHỐ", "Tên cơ quan có “THÀNH PHỐ MÂY SƠN”"),
    (
        "CQ-08",
        plan,
        say("05/KH-UBND", "05/KH-HĐND"),
        "Số: 05",
        f"Cơ quan ban hành là “{OFFICE}” nhưng ký hiệu ghi “HĐND”",
    ),
    ("CQ-08", decision, other_head, "TM. ỦY", "Thẩm quyền ban hành là “CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢN MÂY” nhưng ký"),
    ("CQ-08", plan, say("TM. ỦY BAN", "TM. HỘI ĐỒNG"), "TM. HỘI", f"Cơ quan ban hành là “{OFFICE}” nhưng ký “TM. HỘI"),
    (
        "CQ-08",
        decision,
        say("ỦY BAN NHÂN DÂN XÃ BẢN MÂY", "ỦY BAN NHÂN DÂN XÃ NÀ LÀNH"),
        "ỦY BAN NHÂN DÂN XÃ NÀ",
        f"Dòng thẩm quyền ban hành ghi “ỦY BAN NHÂN DÂN XÃ NÀ LÀNH”, khác tên cơ quan ban hành “{OFFICE}”.",
    ),
    ("SO-01", plan, gone("Số: 05"), "XÃ BẢN MÂY", "Không thấy dòng số, ký hiệu"),
    ("SO-04", plan, say("05/KH-", "05/Kh-"), "Số: 05", "Ký hiệu có nhóm chữ “Kh”; phải viết “KH”."),
    ("SO-04", plan, say("KH-UBND", "KH-Ubnd"), "Số: 05", "Ký hiệu có nhóm chữ “Ubnd”; phải viết “UBND”."),
    ("SO-04", submission, say("05/TTr-", "05/TTR-"), "Số: 05", "Ký hiệu có nhóm chữ “TTR”; phải viết “TTr”."),
    ("SO-05", plan, say("05/KH-UBND", "05/UBND-KT"), "Số: 05", "Ký hiệu bắt đầu bằng “UBND”, không phải chữ viết tắt"),
    ("SO-05", plan, say("05/KH-UBND", "05/KH"), "Số: 05", "Ký hiệu chỉ ghi “KH”; sau tên loại phải có chữ viết tắt"),
    ("SO-06", letter, gone("V/v"), "Số: 12", "Ký hiệu là của công văn nhưng không thấy trích yếu “V/v …”"),
    (
        "SO-06",
        letter,
        say("12/UBND-KT", "12/TB-UBND"),
        "Số: 12",
        "Văn bản trình bày như công văn nhưng ký hiệu ghi “TB”",
    ),
    ("DD-01", plan, gone("Bản Mây, ngày"), "Độc lập", "Không thấy địa danh và thời gian ban hành"),
    ("DD-05", plan, minister, "Ba Đình", "Địa danh là “Ba Đình”; cơ quan trung ương ghi tên tỉnh, thành phố"),
    (
        "DD-06",
        plan,
        say("Bản Mây, ngày", "Sơn Lâm, ngày"),
        "Sơn Lâm",
        "Địa danh là “Sơn Lâm”, nhưng cơ quan ban hành thuộc",
    ),
    (
        "DD-07",
        plan,
        all_of(say("XÃ BẢN MÂY", "PHƯỜNG NGUYỄN TRÃI"), say("Bản Mây, ngày", "Nguyễn Trãi, ngày")),
        "Nguyễn Trãi",
        "Địa danh đang viết “Nguyễn Trãi”; đơn vị hành chính mang tên người",
    ),
    (
        "DD-09",
        minutes,
        dated,
        "Bản Mây",
        "Biên bản có dòng địa danh và thời gian",
    ),
    (
        "TL-01",
        plan,
        gone("KẾ HOẠCH"),
        "Số: 05",
        "Ký hiệu là của Kế hoạch nhưng không thấy tên loại “KẾ HOẠCH”",
    ),
    (
        "TL-01",
        plan,
        all_of(say("KẾ HOẠCH", "KẾT LUẬN"), say("05/KH-", "05/KL-")),
        "KẾT LUẬN",
        "“KẾT LUẬN” không phải là loại văn bản hành chính",
    ),
    ("TL-02", plan, gone(SUBJECT), "KẾ HOẠCH", "Dưới tên loại KẾ HOẠCH chưa có trích yếu nội dung."),
    (
        "TL-04",
        decision,
        say("Về việc rà soát", "Kết quả rà soát"),
        "Kết quả",
        "Trích yếu quyết định bắt đầu bằng “Kết quả",
    ),
    ("TL-05", plan, say("tồn đọng năm 2026", "tồn đọng năm 2026."), "Rà soát", "Trích yếu kết thúc bằng dấu “.”"),
    ("TL-05", letter, say("V/v rà soát hồ sơ tồn đọng", "V/v rà soát hồ sơ tồn đọng;"), "V/v", "kết thúc bằng dấu “;”"),
    (
        "TL-06",
        introduction,
        before("Ủy ban nhân dân xã Bản Mây trân", "Cử cán bộ đi học"),
        "Cử",
        "có trích yếu; mẫu của",
    ),
    ("CC-01", plan, bases_first, "Căn cứ Luật", "Căn cứ đang đứng trên tên loại, trích yếu"),
    ("CC-07", decision, gone("QUYẾT ĐỊNH:"), "QUYẾT ĐỊNH", "Quyết định chưa có dòng “QUYẾT ĐỊNH:”."),
    ("CC-07", decision, gone(OFFICE), "QUYẾT ĐỊNH", "Quyết định chưa có dòng thẩm quyền ban hành."),
    (
        "VD-07",
        plan,
        say("ngày 16 tháng 6 năm 2025;", "ngày 19 tháng 6 năm 2015;"),
        BASES[0][:20],
        "đã được thay thế bằng Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.",
    ),
    ("KY-02", plan, say("TM. ỦY BAN NHÂN DÂN", "TM. CHỦ TỊCH"), "TM. CHỦ", "sau “TM.” phải là tên tập thể"),
    (
        "KY-02",
        plan,
        say("KT. CHỦ TỊCH", "KT. ỦY BAN NHÂN DÂN"),
        "KT. ỦY",
        "sau “KT.” phải là chức vụ của người đứng đầu",
    ),
    ("KY-02", plan, gone("KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "mà không có “KT. CHỦ TỊCH”; cấp phó ký thay cấp trưởng."),
    (
        "KY-03",
        plan,
        all_of(
            under("UBND XÃ BẢN MÂY", "PHÒNG KINH TẾ"),
            say("05/KH-UBND", "05/KH-KT"),
            say("TM. ỦY BAN NHÂN DÂN", ""),
            say("KT. CHỦ TỊCH", ""),
            say("PHÓ CHỦ TỊCH", "PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH"),
        ),
        "PHÓ TRƯỞNG",
        "“PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH” ký mà không có “KT.”",
    ),
    (
        "KY-04",
        plan,
        all_of(say("TM. ỦY BAN NHÂN DÂN", "TL. CHỦ TỊCH"), gone("KT. CHỦ"), say("PHÓ CHỦ TỊCH", "PHÓ CHÁNH VĂN PHÒNG")),
        "PHÓ CHÁNH",
        "cấp phó ký thừa lệnh thì ghi thêm “KT. CHÁNH VĂN PHÒNG”.",
    ),
    ("KY-06", plan, without_signature, "Nơi nhận:", "Không thấy quyền hạn, chức vụ của người ký ở cuối văn bản."),
    ("KY-07", plan, gone("Hoàng Thị Lan"), "PHÓ CHỦ TỊCH", "Dưới “PHÓ CHỦ TỊCH” chưa có họ và tên người ký."),
    ("KY-11", minutes, gone("THƯ KÝ", "Lò Văn Nam"), "CHỦ TỌA", "Biên bản mới thấy một người ký"),
    ("NN-01", submission, gone("Kính gửi"), "TỜ TRÌNH", "Tờ trình chưa có “Kính gửi:”"),
    ("NN-01", letter, gone("Kính gửi", "- Công an xã;", "- Trạm Y tế xã."), "V/v", "Công văn chưa có “Kính gửi:”"),
    (
        "NN-02",
        letter,
        gone("- Công an xã;"),
        "- Trạm Y tế",
        "Chỉ có một nơi nhận (“- Trạm Y tế xã.”) mà viết xuống dòng",
    ),
    ("NN-03", letter, shape("- Công an", left_indent=Mm(20)), "- Công an", "không thẳng hàng với nhau"),
    ("NN-04", plan, without_recipients, "TM. ỦY", "Không thấy “Nơi nhận:”; cuối văn bản phải có nơi nhận"),
    ("NN-06", submission, say("- Như trên;", "- Thường trực HĐND xã;"), "- Thường trực", "Nơi nhận của tờ trình có"),
    (
        "NN-06",
        decision,
        say("- Như Điều 1;", "- UBND tỉnh;"),
        "- UBND tỉnh",
        "Nơi nhận của quyết định chưa bắt đầu bằng",
    ),
    ("NN-07", plan, gone("- Lưu: VT, KT."), "- Các thôn;", "Nơi nhận chưa có dòng lưu"),
    ("NN-08", minutes, say("VT, Hồ sơ.", "VT."), "- Lưu", "mẫu biên bản viết “- Lưu: VT, Hồ sơ.”."),
    ("NN-08", introduction, say("- Lưu: VT.", "- Lưu: VT, KT."), "- Lưu", "mẫu giấy giới thiệu viết “- Lưu: VT.”."),
    ("MK-01", plan, below("Số: 05", "MẬT", 14), "MẬT", "Văn bản có dấu độ mật “MẬT”"),
    ("MK-02", plan, below("Số: 05", "KHẨN", 12), "KHẨN", "Dấu độ khẩn: đang là cỡ chữ 12; phải là cỡ chữ 13 đến 14."),
    ("MK-02", letter, below("V/v", "KHẨN CẤP", 14), "KHẨN CẤP", "Dấu độ khẩn ghi “KHẨN CẤP”; độ khẩn chỉ có ba mức"),
    ("MK-03", plan, below("Số: 05", "LƯU HÀNH NỘI BỘ", 13, bold=False), "LƯU HÀNH", "đang là chữ không đậm"),
    (
        "ST-01",
        plan,
        below("- Lưu: VT", "PL.(300)", 14, bold=False),
        "PL.(300)",
        "Ký hiệu người soạn thảo: đang là cỡ chữ 14",
    ),
    ("DC-01", plan, with_address(9), "", "Địa chỉ cơ quan ở cuối trang đầu đang là cỡ chữ 9"),
]
SOUND = (decision, minutes, introduction, submission, single)
"""Sound documents of these kinds."""
