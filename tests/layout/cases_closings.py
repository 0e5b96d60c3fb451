"""Documents that break one rule of signature, recipients and appendices each."""

from sound import Case, annexed, letter, look, plan, say

CASES: list[Case] = [
    ("KY-02", plan, say("PHÓ CHỦ TỊCH", "TRƯỞNG PHÒNG"), "TRƯỞNG", "Dưới “KT. CHỦ TỊCH” ghi “TRƯỞNG PHÒNG”"),
    (
        "NN-06",
        letter,
        say("- Như trên;", "- Sở Y tế;"),
        "- Sở Y tế",
        "Nơi nhận của công văn chưa bắt đầu bằng “- Như trên;”.",
    ),
    (
        "PL-03",
        annexed,
        say("Phụ lục I", "PHỤ LỤC I"),
        "PHỤ LỤC I",
        "Chữ “Phụ lục”: đang là chữ in hoa; phải là chữ in thường.",
    ),
    ("PL-03", annexed, look("Phụ lục I", size=13), "Phụ lục I", "Chữ “Phụ lục”: đang là cỡ chữ 13; phải là cỡ chữ 14."),
    (
        "PL-04",
        annexed,
        look("DANH SÁCH", bold=False),
        "DANH SÁCH",
        "Tên phụ lục: đang là chữ không đậm; phải là chữ đậm.",
    ),
    ("PL-05", annexed, look("(Kèm theo", italic=False), "(Kèm theo", "Dòng kèm theo của phụ lục: đang là chữ đứng"),
    ("KY-01", plan, say("TM. ỦY", "T/M ỦY"), "T/M", "Quyền hạn ký đang viết “T/M”; phải viết “TM.”"),
    (
        "KY-01",
        plan,
        say("KT. CHỦ", "KT.CHỦ"),
        "KT.",
        "Quyền hạn ký đang viết “KT.”; phải viết “KT.”, có dấu chấm rồi cách một chữ.",
    ),
    (
        "KY-06",
        plan,
        look("PHÓ CHỦ", bold=False),
        "PHÓ CHỦ TỊCH",
        "Quyền hạn, chức vụ của người ký: đang là chữ không đậm",
    ),
    ("KY-07", plan, look("Hoàng Thị", size=12), "Hoàng Thị Lan", "Họ và tên người ký: đang là cỡ chữ 12"),
    ("KY-08", plan, say("Hoàng Thị", "TS. Hoàng Thị"), "TS.", "Trước họ tên người ký có “TS.”"),
    (
        "NN-01",
        letter,
        look("Kính gửi", bold=True),
        "Kính gửi:",
        "Phần Kính gửi: đang là chữ đậm; phải là chữ không đậm.",
    ),
    (
        "NN-01",
        letter,
        say("Kính gửi:", "Kính gửi"),
        "Kính gửi",
        "Chữ Kính gửi đang viết “Kính gửi”; phải viết “Kính gửi:”",
    ),
    ("NN-03", letter, say("- Công an xã;", "- Công an xã,"), "- Công an", "Danh sách sau “Kính gửi:” chưa đúng dấu"),
    ("NN-04", plan, look("Nơi nhận", size=14), "Nơi nhận:", "Chữ “Nơi nhận:”: đang là cỡ chữ 14; phải là cỡ chữ 12."),
    (
        "NN-05",
        plan,
        look("- Các thôn", size=12),
        "- Các thôn;",
        "Danh sách nơi nhận: đang là cỡ chữ 12; phải là cỡ chữ 11.",
    ),
    ("NN-05", plan, say("- Các thôn;", "- Các thôn."), "- Các thôn.", "Danh sách nơi nhận chưa đúng dấu"),
    ("NN-07", plan, say("- Lưu: VT, KT.", "- Lưu VT, KT;"), "- Lưu VT", "Dòng lưu đang viết “- Lưu VT, KT;”"),
]
