"""Texts for every rule on references: what is found in them, and texts in which it finds nothing."""

from __future__ import annotations

FULL_226 = (
    "Kết luận số 226-KL/TW ngày 11/12/2025 của Ban Bí thư về chấn chỉnh lề lối làm việc, nâng cao hiệu quả hoạt động"
)
FULL_30 = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
FULL_87 = "Kế hoạch số 87-KH/ĐU ngày 26/02/2026 của Đảng ủy xã Bản Mây về giảm văn bản, giảm hội họp trong năm"

FOUND: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "kind": (
        ("Thực hiện Kế hoạch số 87-KL/ĐU ngày 26/02/2026.", ("Kế hoạch số 87-KL/ĐU",)),
        ("Theo Kết luận số 12/TB-UBND ngày 05/3/2026.", ("Kết luận số 12/TB-UBND",)),
        ("theo Công văn số 7886/HD-BNV ngày 14/9/2025", ("Công văn số 7886/HD-BNV",)),
        ("tại Công văn số 3129/TTr-SNV ngày 17/11/2025", ("Công văn số 3129/TTr-SNV",)),
        ("Quyết định số 25/2026/NQ-HĐND", ("Quyết định số 25/2026/NQ-HĐND",)),
        ("Nghị quyết số 14/QĐ-UBND", ("Nghị quyết số 14/QĐ-UBND",)),
        ("Tờ trình số 669/TT-SNNMT ngày 23/3/2026", ("Tờ trình số 669/TT-SNNMT",)),
        ("Thông tư số 30/2020/NĐ-CP", ("Thông tư số 30/2020/NĐ-CP",)),
        ("Chỉ thị số 11/CĐ-TTg", ("Chỉ thị số 11/CĐ-TTg",)),
        ("Chương trình hành động số 12-KH/TU", ("Chương trình hành động số 12-KH/TU",)),
        ("Báo cáo số 71-TB/ĐU và báo cáo số 72-BC/ĐU", ("Báo cáo số 71-TB/ĐU",)),
    ),
    "symbol": (
        ("Nghị quyết số 52/NQ-TW ngày 27/9/2019", ("Nghị quyết số 52/NQ-TW",)),
        ("Kế hoạch số 87/KH-ĐU ngày 26/02/2026", ("Kế hoạch số 87/KH-ĐU",)),
        ("Kế hoạch số 176-KH/UBND ngày 04/5/2026", ("Kế hoạch số 176-KH/UBND",)),
        ("Chương trình số 24/CTr-TU", ("Chương trình số 24/CTr-TU",)),
        ("Quyết định số 534-QĐ/TTg", ("Quyết định số 534-QĐ/TTg",)),
        (
            "Thông tư số 03/2021/TT-BYT ngày 09/4/2021 và Thông tư số 03/TT-BYT ngày 09/4/2021",
            ("Thông tư số 03/TT-BYT",),
        ),
        (
            "Thông tư số 25/2023/TT-BTC ngày 31/12/2023; Thông tư số 25/2023/TTBTC ngày 31/12/2023",
            ("Thông tư số 25/2023/TTBTC",),
        ),
        (
            f"{FULL_226}; theo {FULL_226.replace('226-', '262-')}",
            ("Kết luận số 262-KL/TW",),
        ),
    ),
    "blank": (
        ("Kế hoạch số 64/KH- UBND ngày 12/9/2025", ("64/KH- UBND",)),
        ("Quyết định số 534/QĐ- TTg", ("534/QĐ- TTg",)),
        ("Nghị quyết số 71/NQ -CP", ("71/NQ -CP",)),
        ("Kết luận số 226 - KL/TW", ("226 - KL/TW",)),
        ("Nghị định số 30 /2020/NĐ-CP", ("30 /2020/NĐ-CP",)),
        ("Tờ trình số 2849 /TTr-SVHTTDL", ("2849 /TTr-SVHTTDL",)),
        ("Thông tư số 111/2013/TT- BTC và Thông tư số 111/2013/TT- BTC", ("111/2013/TT- BTC", "111/2013/TT- BTC")),
        ("Nghị quyết số 89/ 2022/NQ-HĐND", ("89/ 2022/NQ-HĐND",)),
    ),
    "date": (
        (
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 quy định; theo Nghị định số 30/2020/NĐ-CP ngày 06/3/2020",
            ("Nghị định số 30/2020/NĐ-CP ngày 06/3/2020",),
        ),
        ("Nghị định số 23/2015/NĐ-CP ngày 16/02/2025", ("Nghị định số 23/2015/NĐ-CP ngày 16/02/2025",)),
        ("Thông tư số 55/2023/TT-BTC ngày 15/8/2025", ("Thông tư số 55/2023/TT-BTC ngày 15/8/2025",)),
        (
            "Kết luận số 226-KL/TW ngày 11/12/2025; Kết luận số 226-KL/TW ngày 12/11/2025",
            ("Kết luận số 226-KL/TW ngày 12/11/2025",),
        ),
        (
            "Quyết định số 534/QĐ-TTg ngày 31/3/2026, Quyết định số 534/QĐ-TTg ngày 30/3/2026",
            ("Quyết định số 534/QĐ-TTg ngày 30/3/2026",),
        ),
        (
            "Kế hoạch số 176/KH-UBND ngày 04/5/2026 của Ủy ban nhân dân tỉnh; "
            "Kế hoạch số 176/KH-UBND ngày 05/4/2026 của Ủy ban nhân dân tỉnh",
            ("Kế hoạch số 176/KH-UBND ngày 05/4/2026",),
        ),
        ("Luật Đầu tư số 61/2020/QH14 ngày 17/6/2021", ("Luật Đầu tư số 61/2020/QH14 ngày 17/6/2021",)),
        (
            "Thông tư số 12/TT-BYT ngày 05/3/2026; Thông tư số 12/TT-BYT ngày 06/3/2026",
            ("Thông tư số 12/TT-BYT ngày 06/3/2026",),
        ),
    ),
    "title": (
        (f"{FULL_226}. Theo {FULL_226.replace('chấn chỉnh', 'chỉnh đốn')}", ("Kết luận số 226-KL/TW",)),
        (f"{FULL_30}; {FULL_30.replace('công tác văn thư', 'kiểm soát thủ tục hành chính trên mạng')}", ()),
        (
            "Quyết định số 534/QĐ-TTg ngày 31/3/2026 về tinh giản văn bản hành chính hằng năm. "
            "Quyết định số 534/QĐ-TTg ngày 31/3/2026 về cải cách thủ tục đầu tư kinh doanh.",
            ("Quyết định số 534/QĐ-TTg",),
        ),
        (
            "Nghị định số 118/2025/NĐ-CP về thực hiện thủ tục hành chính theo cơ chế một cửa. "
            "Nghị định số 118/2025/NĐ-CP về giải quyết thủ tục hành chính theo cơ chế một cửa.",
            ("Nghị định số 118/2025/NĐ-CP",),
        ),
        (
            "Nghị định số 85/2016/NĐ-CP về bảo đảm an toàn hệ thống thông tin theo cấp độ. "
            "Nghị định số 85/2016/NĐ-CP về đảm bảo an toàn hệ thống thông tin theo cấp độ.",
            ("Nghị định số 85/2016/NĐ-CP",),
        ),
        (f"{FULL_87}. {FULL_87.replace('giảm hội họp', 'bớt hội họp')}", ("Kế hoạch số 87-KH/ĐU",)),
    ),
    "future": (
        ("Kế hoạch số 12/KH-UBND ngày 06/8/2026", ("Kế hoạch số 12/KH-UBND ngày 06/8/2026",)),
        ("Nghị định số 301/2026/NĐ-CP ngày 01 tháng 9 năm 2026 của Chính phủ", ("Nghị định số 301/2026/NĐ-CP",)),
        ("Công văn số 3175/BNV-CCHC ngày 12/6/2027", ("Công văn số 3175/BNV-CCHC",)),
        ("Kết luận số 918-KL/TW, ngày 02/12/2026", ("Kết luận số 918-KL/TW",)),
        ("Luật Dữ liệu ngày 30 tháng 11 năm 2027", ("Luật Dữ liệu",)),
        ("Thông báo số 9/TB-VPCP ngày 31/12/2026", ("Thông báo số 9/TB-VPCP",)),
    ),
    "law": (
        ("Theo Luật Đất đai số 31/2024/QH15, xã rà soát.", ("Luật Đất đai số 31/2024/QH15",)),
        ("theo Điều 5 Luật Căn cước số 26/2023/QH15.", ("Luật Căn cước số 26/2023/QH15",)),
        ("Bộ luật Lao động số 45/2019/QH14 quy định.", ("Bộ luật Lao động số 45/2019/QH14",)),
        ("Luật Lưu trữ số 33/2024/QH15, Luật Lưu trữ số 33/2024/QH15", ("Luật Lưu trữ số 33/2024/QH15",)),
        ("Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14", ("Pháp lệnh Ưu đãi người có công",)),
        ("theo Luật Giao dịch điện tử số 20/2023/QH15 ngày 22/6/2023", ("Luật Giao dịch điện tử số 20/2023/QH15",)),
    ),
    "introduction": (
        ("Thực hiện Kế hoạch số 176/KH-UBND ngày 04/5/2026 về việc tinh giản văn bản.", ("Kế hoạch số 176/KH-UBND",)),
        ("Thực hiện Kế hoạch số 63-KH/TU của Tỉnh ủy.", ("Kế hoạch số 63-KH/TU",)),
        ("theo Nghị định số 54/2024/NĐ-CP.", ("Nghị định số 54/2024/NĐ-CP",)),
        ("theo Quyết định 414/QĐ-UBND.", ("Quyết định 414/QĐ-UBND",)),
        ("Chỉ thị số 406/CT-UBND ngày 06/8/2025;", ("Chỉ thị số 406/CT-UBND",)),
        ("Kết luận số 212-KL/TW, ngày 18/11/2025 về tổ chức bộ máy.", ("Kết luận số 212-KL/TW",)),
        ("theo công văn số 1310/UBND-NC ngày 22/8/2025.", ("công văn số 1310/UBND-NC",)),
        ("Thông tư số 05/2026/TT-BNV của Bộ trưởng Bộ Nội vụ.", ("Thông tư số 05/2026/TT-BNV",)),
    ),
    "repetition": (
        (f"Thực hiện {FULL_226}.\nQuán triệt {FULL_226}.", ("Kết luận số 226-KL/TW",)),
        (f"Theo {FULL_30}.\nTheo {FULL_30}.\nTheo {FULL_30}.", ("Nghị định số 30/2020/NĐ-CP",)),
        (f"{FULL_87}.\n{FULL_226}.\n{FULL_226}.\n{FULL_87}.", ("Kết luận số 226-KL/TW", "Kế hoạch số 87-KH/ĐU")),
    ),
    "base": (
        ("Thực hiện nghiêm Chỉ thị số 406/CT-UBND ngày 06/8/2025 của Chủ tịch UBND tỉnh.", ("Chỉ thị số 406/CT-UBND",)),
        (f"Triển khai {FULL_226}.", ("Kết luận số 226-KL/TW",)),
        (f"Quán triệt {FULL_87}. Thực hiện {FULL_226}.", ("Kế hoạch số 87-KH/ĐU",)),
        ("Theo chỉ đạo tại Công văn số 3175/BNV-CCHC ngày 12/6/2026 của Bộ Nội vụ.", ("Công văn số 3175/BNV-CCHC",)),
    ),
    "authority": (
        ("Phối hợp với Sở Thông tin và Truyền thông hướng dẫn các thôn.", ("Sở Thông tin và Truyền thông",)),
        ("Báo cáo Bộ Kế hoạch và Đầu tư trước ngày 15/12.", ("Bộ Kế hoạch và Đầu tư",)),
        ("Trình Ủy ban nhân dân huyện Xín Mần phê duyệt.", ("Ủy ban nhân dân huyện Xín Mần",)),
        ("UBND cấp huyện tổng hợp, báo cáo.", ("UBND cấp huyện",)),
        ("Tham mưu Huyện ủy chỉ đạo.", ("Huyện ủy",)),
        ("Gửi Phòng Nội vụ huyện để thẩm định.", ("Phòng Nội vụ huyện",)),
        (
            "Sở Lao động - Thương binh và Xã hội chủ trì; Sở Lao động, Thương binh và Xã hội phối hợp.",
            ("Sở Lao động - Thương binh và Xã hội",),
        ),
        ("Đề nghị UBND tỉnh Hà Giang hỗ trợ kinh phí.", ("UBND tỉnh Hà Giang",)),
        ("Theo hướng dẫn của Sở NN&PTNT về giống.", ("Sở NN&PTNT",)),
        ("Thông tư số 12/2026/TT-BTTTT quy định mức thu.", ("Thông tư số 12/2026/TT-BTTTT",)),
        (
            "Quyết định số 9/QĐ-BTNMT ngày 05/5/2025 của Bộ Tài nguyên và Môi trường về quan trắc.",
            ("Quyết định số 9/QĐ-BTNMT ngày 05/5/2025",),
        ),
    ),
    "provision": (
        ("Phụ lục II kèm theo.\n\nPhụ lục I\nDANH MỤC NHIỆM VỤ\n", ("Phụ lục II",)),
        ("(chi tiết tại Phụ lục 3 ban hành kèm theo Kế hoạch này)\n\nPhụ lục I\nDANH MỤC\n", ("Phụ lục 3",)),
        ("Nhiệm vụ nêu tại Phụ lục số 02 kèm theo.", ("Phụ lục số 02",)),
        ("Phụ lục I và Phụ lục II kèm theo Kế hoạch này; Phụ lục I kèm theo.", ("Phụ lục II",)),
        ("Các thôn báo cáo theo Điều 5 Kế hoạch này.", ("Điều 5 Kế hoạch này",)),
    ),
}

ARTICLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Điều 1. Thành lập Tổ.\nĐiều 2. Tổ trưởng theo Điều 5 Quyết định này.\nĐiều 3. Hiệu lực.",
        ("Điều 5 Quyết định này",),
    ),
    (
        "Điều 1.\n1. Một.\n2. Hai.\nĐiều 2. Người nêu tại khoản 3 Điều 1 Quyết định này.",
        ("khoản 3 Điều 1 Quyết định này",),
    ),
    ("Điều 1.\n1. Một.\n2. Việc quy định tại khoản 4 Điều này.\nĐiều 2. Hai.", ("khoản 4 Điều này",)),
    (
        "Điều 1. Một.\nĐiều 2. Theo Điều 1, Điều 3 và Điều 7 của Quyết định này.\nĐiều 3. Ba.",
        ("Điều 1, Điều 3 và Điều 7 của Quyết định này",),
    ),
    ("Điều 1. Một.\nĐiều 2. Theo các Điều 1, 2 và 8 Quyết định này.", ("Điều 1, 2 và 8 Quyết định này",)),
    ("Điều 1. Một.\nĐiều 2. Theo điểm a khoản 1 Điều 9 Quy chế này.", ("điểm a khoản 1 Điều 9 Quy chế này",)),
    ("Điều 1. Theo khoản 2 Điều 2 Quyết định này.\nĐiều 2. Không chia khoản.", ("khoản 2 Điều 2 Quyết định này",)),
)

ARTICLES_SILENT: tuple[str, ...] = (
    "Điều 1. Một.\nĐiều 2. Theo Điều 1 Quyết định này.",
    "Điều 1.\n1. Một.\n2. Theo khoản 1 Điều này.\nĐiều 2. Theo khoản 2 Điều 1 Quyết định này.",
    "Điều 1. Theo Điều 45 Nghị định số 30/2020/NĐ-CP.",
    "Điều 1. Theo Điều 45 Nghị định này.",
    "Điều 1. Theo khoản 3 Điều 12 Luật này.",
    "Điều 1. Sửa đổi như sau: “Việc này theo Điều 9 Quy định này.”.",
    "Điều 1. Một.\nĐiều 2. Các điều 1, 2 Quyết định này.",
    "Điều 1. Thực hiện Quyết định này.\nĐiều 2. Hai.",
    "Điều 1. Một. Điều 2. Hai. Điều 3. Theo Điều 2 Quyết định này.",
)

SILENT: dict[str, tuple[str, ...]] = {
    "kind": (
        f"{FULL_226}; {FULL_30}; {FULL_87}",
        "Quy định số 399-QĐ/TW, Quyết định số 15-QĐ/ĐU",
        "Thông báo kết luận số 196-TB/TW",
        "Thông tư liên tịch số 02/2011/TTLT-VPCP-BNV",
        "Công văn số 5529/CT-CS, Công văn số 1488/VP-KH&CĐS",
        "Quyết định phê duyệt dự án số 12/QĐ-UBND",
        "Chương trình hành động số 24-CTr/ĐU, Công điện khẩn số 05/CĐ-UBND",
        "Nghị quyết số 202/2025/QH15 và Luật số 64/2025/QH15",
        "Báo cáo thẩm tra số 113/BC-BPC, Kế hoạch liên tịch số 32/KHLT-SGDĐT-SYT",
        "Văn bản số 7074/SNNMT-TCCB, Văn bản số 12/KH-UBND",
        "Quy chế số 05-QC/BTCTU-BNCTU",
        "Thông tri số 03-TT/TU",
        "Tờ trình số 669/TT-STNMT ngày 23/11/2009",
    ),
    "symbol": (
        "Nghị quyết số 52-NQ/TW ngày 27/9/2019, Nghị quyết số 50/NQ-CP ngày 27/9/2019",
        "Kế hoạch số 64/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh; Kế hoạch số 64-KH/TU ngày "
        "05/3/2026 của Tỉnh ủy",
        "Quyết định số 12/QĐ-UBND ngày 05/3/2026 và Quyết định số 13/QĐ-UBND ngày 05/3/2026",
        "Thông tư số 01/2021/TT-BYT ngày 25/01/2021, Thông tư số 02/2021/TT-BYT ngày 25/01/2021",
        "Quyết định số 12/QĐ-UBND ngày 05/3/2026, Quyết định số 12/QĐ-BNV ngày 05/3/2026",
        "Công văn số 12/UBND-VX ngày 05/3/2026, Công văn số 12/UBND-NC ngày 05/3/2026",
        f"{FULL_226}; {FULL_226}",
        "Kế hoạch số 12/KH-MTTQ-BTT ngày 05/3/2026",
    ),
    "blank": (
        f"{FULL_226}; {FULL_30}",
        "Nghị định số\n30/2020/NĐ-CP",
        "Nghị định số 69/2018/NĐ-\nCP",
        "Kế hoạch số  64/KH-UBND",
        "Quyết định số: 12/QĐ-UBND",
        "Kết luận 226, Nghị định 30",
        "giai đoạn 2021 - 2025",
        "Luật Đất đai số 31/2024/QH15",
    ),
    "date": (
        f"{FULL_226}; theo Kết luận số 226-KL/TW ngày 11 tháng 12 năm 2025",
        "Kế hoạch số 12/KH-UBND ngày 05/3/2025; Kế hoạch số 12/KH-UBND ngày 04/3/2026",
        "Kế hoạch số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh, Kế hoạch số 12/KH-UBND "
        "ngày 06/4/2026 của Ủy ban nhân dân xã",
        "Nghị quyết số 01/NQ-CP ngày 05/01/2024, Nghị quyết số 01/NQ-CP ngày 08/01/2025",
        "Nghị định số 30/2020/NĐ-CP năm 2020, Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
        "Nghị định số 30/2020/NĐ-CP có hiệu lực từ ngày 05/3/2021",
        "Quyết định số 12/QĐ-UBND ngày 05/3/2026, Quyết định số 12/QĐ-SNV ngày 06/3/2026",
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 18-NQ/TW ngày 16/6/2022",
    ),
    "title": (
        f"{FULL_226}. Thực hiện {FULL_226}",
        f"{FULL_226}. Thực hiện {FULL_226.replace('về chấn', 'về việc chấn')}",
        f"{FULL_226}. Theo Kết luận số 226-KL/TW về chấn chỉnh lề lối làm việc, xã rà soát văn bản hằng tháng",
        "Nghị định số 123/2020/NĐ-CP quy định về hóa đơn, chứng từ điện tử. "
        "Căn cứ Điều 9 Nghị định số 123/2020/NĐ-CP quy định thời điểm lập hóa đơn bán hàng",
        "Kế hoạch số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh về phòng, chống thiên tai năm 2026. "
        "Kế hoạch số 12/KH-UBND ngày 09/4/2026 của Ủy ban nhân dân xã về tuyển quân năm 2027 trên địa bàn",
        "Quyết định số 534/QĐ-TTg thực hiện Kết luận số 226-KL/TW ngày 11/12/2025 của Ban Bí thư về tinh giản. "
        "Quyết định số 534/QĐ-TTg thực hiện Kết luận số 226-KL/TW về tinh giản",
    ),
    "future": (
        f"{FULL_226}; {FULL_30}",
        "Kế hoạch số 12/KH-UBND ngày 05/8/2026",
        "Luật Đất đai năm 2027",
        "báo cáo trước ngày 15/12/2026",
        "Kế hoạch số 12/KH-UBND ngày    tháng 9 năm 2026",
        "Kế hoạch số 12/KH-UBND có hiệu lực từ ngày 01/01/2027",
    ),
    "law": (
        "theo Luật Đất đai; Luật Đất đai năm 2024; Bộ luật Lao động",
        "Luật số 87/2025/QH15 có hiệu lực",
        "Luật Đầu tư công số 58/2024/QH15 được sửa đổi, bổ sung bởi Luật số 90/2025/QH15",
        "Nghị quyết số 202/2025/QH15 của Quốc hội",
        "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15",
        "ghi là “Luật Đất đai số 31/2024/QH15”",
    ),
    "introduction": (
        f"{FULL_226}. Thực hiện Kết luận số 226-KL/TW. Theo Kết luận 226",
        f"Theo {FULL_30}; Nghị định số 30/2020/NĐ-CP",
        "Ủy ban nhân dân tỉnh đã ban hành Chỉ thị số 406/CT-UBND ngày 06/8/2025 về kỷ cương",
        "Nghị định số 23/2015/NĐ-CP ngày 16/02/2015 của Chính phủ về chứng thực được sửa đổi, bổ "
        "sung bởi Nghị định số 07/2025/NĐ-CP",
        "theo Luật Đất đai và Luật Nhà ở",
        "trích “Thực hiện Kế hoạch số 63-KH/TU”",
        f"Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về thực hiện {FULL_226}",
        "Sở Nội vụ có Công văn số 77/SNV-CCHC ngày 05/5/2026 về tập huấn",
    ),
    "repetition": (
        f"Thực hiện {FULL_226}.\nQuán triệt Kết luận số 226-KL/TW.",
        f"Thực hiện {FULL_226}.\nQuán triệt Kết luận số 226-KL/TW ngày 11/12/2025.",
        f"{FULL_226}; {FULL_30}; {FULL_87}",
        f"Theo {FULL_30}.\nGhi là “{FULL_30}”.",
    ),
    "base": (
        "Thực hiện Luật Đất đai, Luật Nhà ở",
        "Tình hình thực hiện Kế hoạch số 176/KH-UBND ngày 04/5/2026 của Ủy ban nhân dân tỉnh",
        f"Nội dung nêu tại {FULL_226}",
        "Báo cáo theo Công văn số 77/SNV-CCHC ngày 05/5/2026 của Sở Nội vụ",
        "Thực hiện Kế hoạch này",
    ),
    "authority": (
        "Phối hợp với Sở Khoa học và Công nghệ, Sở Nông nghiệp và Môi trường, Bộ Tài chính.",
        "Thông tư số 03/2021/TT-BKHĐT ngày 09/4/2021 của Bộ trưởng Bộ Kế hoạch và Đầu tư quy định mẫu văn bản.",
        "hồ sơ do Ủy ban nhân dân huyện (cũ) bàn giao",
        "Trước đây do UBND cấp huyện thực hiện, nay giao Ủy ban nhân dân xã.",
        "ghi là “Sở Thông tin và Truyền thông”",
        "Sở Xây dựng (hợp nhất từ Sở Giao thông vận tải)",
        "Ủy ban nhân dân xã Bản Mây, Đảng ủy xã, Tỉnh ủy Tuyên Quang, UBND tỉnh",
        "đường huyện, thị trấn cũ, trung tâm xã",
        "Hội đồng Dân tộc và Ủy ban Dân tộc của Quốc hội",
        "Bộ phận thông tin và truyền thông của xã",
    ),
    "provision": (
        "Phụ lục I kèm theo.\n\nPhụ lục I\nDANH MỤC NHIỆM VỤ\n",
        "theo Phụ lục II ban hành kèm theo Nghị định số 30/2020/NĐ-CP",
        "theo Mục I Phụ lục III Nghị định số 30/2020/NĐ-CP",
        "Phụ lục 1 kèm theo.\n\nPHỤ LỤC I\nDANH MỤC\n",
        "có phụ lục kèm theo",
        "Phụ lục II ban hành kèm theo\nThông tư số 02/2022/TT-BTC",
    ),
}
