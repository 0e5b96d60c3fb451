"""Sentences in the manner of offices, each with what it names: "kind number date issuer", "-" for what is not said."""

from __future__ import annotations

SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # Bases of state offices.
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", ("L - 2025-06-16 -",)),
    (
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        ("NĐ 30/2020/NĐ-CP 2020-03-05 Chính phủ",),
    ),
    (
        "Căn cứ Thông tư số 02/2017/TT-VPCP ngày 31/10/2017 của Bộ trưởng, Chủ nhiệm Văn phòng "
        "Chính phủ hướng dẫn về nghiệp vụ;",
        ("TT 02/2017/TT-VPCP 2017-10-31 Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",),
    ),
    (
        "Căn cứ Quyết định số 2604/QĐ-TTg ngày 14 tháng 7 năm 2026 của Thủ tướng Chính phủ ban "
        "hành Kế hoạch giảm hội họp;",
        ("QĐ 2604/QĐ-TTg 2026-07-14 Thủ tướng Chính phủ",),
    ),
    (
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 512/TTr-SNV ngày 04/8/2026.",
        ("TTr 512/TTr-SNV 2026-08-04 -",),
    ),
    (
        "Xét Báo cáo thẩm tra số 113/BC-BPC ngày 22 tháng 11 năm 2025 của Ban Pháp chế;",
        ("BC 113/BC-BPC 2025-11-22 Ban Pháp chế",),
    ),
    ("Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019;", ("BL - 2019-11-20 -",)),
    ("Căn cứ Pháp lệnh Ưu đãi người có công với cách mạng năm 2020;", ("PL - 2020 -",)),
    ("Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15;", ("L 89/2025/QH15 - -",)),
    (
        "Căn cứ Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội về việc sắp xếp đơn vị hành chính cấp tỉnh;",
        ("NQ 202/2025/QH15 2025-06-12 Quốc hội",),
    ),
    (
        "Căn cứ Nghị quyết số 1684/NQ-UBTVQH15 ngày 16 tháng 6 năm 2025 của Ủy ban Thường vụ Quốc hội;",
        ("NQ 1684/NQ-UBTVQH15 2025-06-16 Ủy ban Thường vụ Quốc hội",),
    ),
    ("Căn cứ Nghị quyết số 351/2017/UBTVQH14 ngày 17/3/2017;", ("NQ 351/2017/UBTVQH14 2017-03-17 -",)),
    (
        "Căn cứ Quyết định số 12/2026/QĐ-UBND ngày 03 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh quy định phân cấp;",
        ("QĐ 12/2026/QĐ-UBND 2026-02-03 Ủy ban nhân dân tỉnh",),
    ),
    (
        "Căn cứ Nghị quyết số 14/NQ-HĐND ngày 25 tháng 6 năm 2026 của Hội đồng nhân dân xã Bản Mây;",
        ("NQ 14/NQ-HĐND 2026-06-25 Hội đồng nhân dân xã Bản Mây",),
    ),
    (
        "Căn cứ Thông tư số 38/2026/TT-BNNMT ngày 19/5/2026 của Bộ trưởng Bộ Nông nghiệp và Môi trường;",
        ("TT 38/2026/TT-BNNMT 2026-05-19 Bộ trưởng Bộ Nông nghiệp và Môi trường",),
    ),
    (
        "Căn cứ Luật Đầu tư công số 58/2024/QH15 được sửa đổi, bổ sung bởi Luật số 90/2025/QH15;",
        ("L 58/2024/QH15 - -", "L 90/2025/QH15 - -"),
    ),
    (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức "
        "ngày 25 tháng 11 năm 2019;",
        ("L - 2019-11-25 -", "L - - -", "L - - -"),
    ),
    ("Căn cứ Bộ Luật Dân sự năm 2015 và Luật Đất đai năm 2024;", ("BL - 2015 -", "L - 2024 -")),
    ("Căn cứ Hiến pháp năm 2013;", ("HP - 2013 -",)),
    ("Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;", ("HP - - -",)),
    # The Party.
    (
        "Thực hiện Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư về chấn chỉnh lề lối làm việc;",
        ("KL 226-KL/TW 2025-12-11 Ban Bí thư",),
    ),
    (
        "Quán triệt Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học;",
        ("NQ 57-NQ/TW 2024-12-22 Bộ Chính trị",),
    ),
    ("theo Quy định số 399-QĐ/TW, ngày 09/01/2026", ("QyĐ 399-QĐ/TW 2026-01-09 -",)),
    (
        "Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng",
        ("HD 05-HD/VPTW 2026-05-27 Văn phòng Trung ương Đảng",),
    ),
    ("Chỉ thị số 87-CT/TW ngày 15/4/2026 của Ban Bí thư", ("CT 87-CT/TW 2026-04-15 Ban Bí thư",)),
    ("Chương trình số 19-CTr/TU, ngày 20/6/2026 của Tỉnh ủy", ("CTr 19-CTr/TU 2026-06-20 Tỉnh ủy",)),
    ("Chương trình hành động số 24-CTr/ĐU của Đảng ủy xã", ("CTr 24-CTr/ĐU - Đảng ủy xã",)),
    (
        "Kế hoạch số 87-KH/ĐU ngày 26/02/2026 của Đảng ủy xã Khuôn Lùng",
        ("KH 87-KH/ĐU 2026-02-26 Đảng ủy xã Khuôn Lùng",),
    ),
    ("Công văn số 138-CV/BTGDVTU ngày 03/7/2026", ("CV 138-CV/BTGDVTU 2026-07-03 -",)),
    ("Thông báo kết luận số 196-TB/TW của Ban Bí thư", ("TB 196-TB/TW - Ban Bí thư",)),
    (
        "Quyết định số 15-QĐ/ĐU, ngày 02/3/2026 của Ban Thường vụ Đảng ủy",
        ("QĐ 15-QĐ/ĐU 2026-03-02 Ban Thường vụ Đảng ủy",),
    ),
    ("Thông tri số 03-TT/TU ngày 12/5/2024", ("TT 03-TT/TU 2024-05-12 -",)),
    ("Báo cáo số 71-BC/ĐU ngày 30/6/2026", ("BC 71-BC/ĐU 2026-06-30 -",)),
    (
        "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Ban Chấp hành Đảng bộ xã, về chuyển đổi số",
        ("NQ 12-NQ/ĐU 2026-09-05 Ban Chấp hành Đảng bộ xã",),
    ),
    ("Công văn số 3294-CV/VPTW/nb, ngày 11/3/2019", ("CV 3294-CV/VPTW/nb 2019-03-11 -",)),
    (
        "Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Tuyên Quang lần thứ I, nhiệm kỳ 2025 - 2030;",
        ("NQ - - -",),
    ),
    ("cụ thể hóa Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng", ("NQ - - -",)),
    ("đưa Nghị quyết Đại hội XIV của Đảng vào cuộc sống", ("NQ - - -",)),
    # Letters, telegrams, notices.
    ("Phúc đáp Công văn số 1488/VP-KH&CĐS ngày 3/9/2026 của Văn phòng", ("CV 1488/VP-KH&CĐS 2026-09-03 Văn phòng",)),
    ("theo Công văn số 3175/BNV-CCHC ngày 12/6/2026 của Bộ Nội vụ", ("CV 3175/BNV-CCHC 2026-06-12 Bộ Nội vụ",)),
    ("Trả lời Văn bản số 7074/SNNMT-TCCB ngày 13-11-2025", ("CV 7074/SNNMT-TCCB 2025-11-13 -",)),
    (
        "Thực hiện Công điện số 231/CĐ-TTg ngày 26/11/2025 của Thủ tướng Chính phủ",
        ("CĐ 231/CĐ-TTg 2025-11-26 Thủ tướng Chính phủ",),
    ),
    ("Công điện khẩn số 05/CĐ-UBND ngày 08/9/2026", ("CĐ 05/CĐ-UBND 2026-09-08 -",)),
    (
        "Thông báo số 45/TB-VPCP ngày 12/02/2026 của Văn phòng Chính phủ",
        ("TB 45/TB-VPCP 2026-02-12 Văn phòng Chính phủ",),
    ),
    ("Giấy mời số 21/GM-UBND ngày 01/10/2026", ("GM 21/GM-UBND 2026-10-01 -",)),
    ("Biên bản số 04/BB-KT ngày 11/6/2026", ("BB 04/BB-KT 2026-06-11 -",)),
    ("Hướng dẫn số 905/HD-BYT ngày 04/3/2026 của Bộ Y tế", ("HD 905/HD-BYT 2026-03-04 Bộ Y tế",)),
    ("Đề án số 05-ĐA/TU, ngày 10/10/2025", ("ĐA 05-ĐA/TU 2025-10-10 -",)),
    ("Phương án số 14/PA-UBND ngày 15/5/2026 của Ủy ban nhân dân xã", ("PA 14/PA-UBND 2026-05-15 Ủy ban nhân dân xã",)),
    ("công văn 2290/UBND-VX của Ủy ban nhân dân tỉnh", ("CV 2290/UBND-VX - Ủy ban nhân dân tỉnh",)),
    # Joint documents.
    (
        "Thông tư liên tịch số 02/2011/TTLT-VPCP-BNV ngày 28/01/2011",
        ("TTLT 02/2011/TTLT-VPCP-BNV 2011-01-28 -",),
    ),
    ("Thông tư liên tịch số 01/2014/TTLT/BNV-BTC", ("TTLT 01/2014/TTLT/BNV-BTC - -",)),
    (
        "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017",
        ("NQLT 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN 2017-06-15 -",),
    ),
    ("Quy chế phối hợp số 05-QC/BTCTU-BNCTU ngày 03/4/2026", ("QC 05-QC/BTCTU-BNCTU 2026-04-03 -",)),
    ("Kế hoạch liên tịch số 32/KHLT-SGDĐT-SYT ngày 20/8/2026", ("KH 32/KHLT-SGDĐT-SYT 2026-08-20 -",)),
    # Lists.
    (
        "các Nghị định số 78/2025/NĐ-CP, số 79/2025/NĐ-CP và số 187/2025/NĐ-CP của Chính phủ",
        ("NĐ 78/2025/NĐ-CP - -", "NĐ 79/2025/NĐ-CP - -", "NĐ 187/2025/NĐ-CP - Chính phủ"),
    ),
    (
        "các Nghị định số 30/2020/NĐ-CP, 34/2016/NĐ-CP, 154/2020/NĐ-CP của Chính phủ",
        ("NĐ 30/2020/NĐ-CP - -", "NĐ 34/2016/NĐ-CP - -", "NĐ 154/2020/NĐ-CP - Chính phủ"),
    ),
    ("các Quyết định: số 920/QĐ-TTg, 90/QĐ-TTg", ("QĐ 920/QĐ-TTg - -", "QĐ 90/QĐ-TTg - -")),
    (
        "tại các Quyết định: số 36/QĐ-TTg ngày 11/01/2024; số 1569/QĐ-TTg ngày 12/12/2024 và số "
        "1668/QĐ-TTg ngày 27/12/2024",
        ("QĐ 36/QĐ-TTg 2024-01-11 -", "QĐ 1569/QĐ-TTg 2024-12-12 -", "QĐ 1668/QĐ-TTg 2024-12-27 -"),
    ),
    ("Kế hoạch số 1/KH-UBND và Kế hoạch số 2-KH/ĐU", ("KH 1/KH-UBND - -", "KH 2-KH/ĐU - -")),
    ("các Nghị quyết số 18-NQ/TW, 19-NQ/TW năm 2017", ("NQ 18-NQ/TW - -", "NQ 19-NQ/TW 2017 -")),
    (
        "các Nghị quyết số 18, 19-NQ/TW của Ban Chấp hành Trung ương",
        ("NQ 18-NQ/TW - -", "NQ 19-NQ/TW - Ban Chấp hành Trung ương"),
    ),
    (
        "Thông báo số 12, 13 và 14/TB-UBND ngày 05/3/2026",
        ("TB 12/TB-UBND - -", "TB 13/TB-UBND - -", "TB 14/TB-UBND 2026-03-05 -"),
    ),
    ("các Quyết định từ số 101 đến số 120/QĐ-UBND", ("QĐ 101/QĐ-UBND - -", "QĐ 120/QĐ-UBND - -")),
    ("từ Quyết định số 15/QĐ-UBND đến Quyết định số 22/QĐ-UBND", ("QĐ 15/QĐ-UBND - -", "QĐ 22/QĐ-UBND - -")),
    ("Luật Đất đai, Luật Nhà ở và Luật Kinh doanh bất động sản", ("L - - -", "L - - -", "L - - -")),
    (
        "sửa đổi bởi các Luật số 43/2024/QH15, số 47/2024/QH15 và số 58/2024/QH15",
        ("L 43/2024/QH15 - -", "L 47/2024/QH15 - -", "L 58/2024/QH15 - -"),
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15;",
        ("L - - -", "L 31/2024/QH15 - -", "L 27/2023/QH15 - -"),
    ),
    (
        "các văn bản số 12/UBND-VX, 15/UBND-NC, 21/UBND-KT",
        ("CV 12/UBND-VX - -", "CV 15/UBND-NC - -", "CV 21/UBND-KT - -"),
    ),
    (
        "Chỉ thị số 05/CT-TTg, Chỉ thị số 09/CT-TTg; Công điện số 11/CĐ-TTg",
        ("CT 05/CT-TTg - -", "CT 09/CT-TTg - -", "CĐ 11/CĐ-TTg - -"),
    ),
    # One in the title of another.
    (
        "Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về việc thực hiện Kết "
        "luận số 226-KL/TW ngày 11/12/2025 "
        "của Ban Bí thư;",
        ("QĐ 534/QĐ-TTg 2026-03-31 Thủ tướng Chính phủ", "KL 226-KL/TW 2025-12-11 Ban Bí thư"),
    ),
    (
        "Thông tư số 15/2018/TT-BTTTT ngày 15/11/2018 sửa đổi, bổ sung một số nội dung của Thông "
        "tư số 30/2011/TT-BTTTT;",
        ("TT 15/2018/TT-BTTTT 2018-11-15 -", "TT 30/2011/TT-BTTTT - -"),
    ),
    (
        "Nghị định số 120/2016/NĐ-CP ngày 23/8/2016 của Chính phủ hướng dẫn thi hành một số điều "
        "của Luật Phí và lệ phí",
        ("NĐ 120/2016/NĐ-CP 2016-08-23 Chính phủ", "L - - -"),
    ),
    # Blanks, line breaks, dashes.
    ("Kế hoạch số 64/KH- UBND ngày 12/9/2025", ("KH 64/KH-UBND 2025-09-12 -",)),
    ("Quyết định số 534/QĐ- TTg của Thủ tướng Chính phủ", ("QĐ 534/QĐ-TTg - Thủ tướng Chính phủ",)),
    ("Nghị quyết số 71/NQ -CP ngày 01/4/2025", ("NQ 71/NQ-CP 2025-04-01 -",)),
    ("Kết luận số 226 - KL / TW ngày 11 / 12 / 2025", ("KL 226-KL/TW 2025-12-11 -",)),
    ("Nghị định số 30 / 2020 / NĐ - CP", ("NĐ 30/2020/NĐ-CP - -",)),
    ("Nghị định số\n30/2020/NĐ-CP ngày\n05 tháng 3 năm 2020", ("NĐ 30/2020/NĐ-CP 2020-03-05 -",)),
    (
        "Nghị định số 102/2024/NĐ -CP ngày 30 tháng 7 năm 2024 của\nChính phủ quy định",
        ("NĐ 102/2024/NĐ-CP 2024-07-30 Chính phủ",),
    ),
    ("Nghị định số 69/2018/NĐ-\nCP về quản lý", ("NĐ 69/2018/NĐ-CP - -",)),
    ("Nghị định số30/2020/NĐ-CP", ("NĐ 30/2020/NĐ-CP - -",)),
    ("Tờ trình số 2849 /TTr-SVHTTDL ngày 19 tháng\n11 năm 2025", ("TTr 2849/TTr-SVHTTDL 2025-11-19 -",)),
    ("Kết luận số 226–KL/TW ngày 11/12/2025", ("KL 226-KL/TW 2025-12-11 -",)),
    ("Luật\nPhòng, chống tham nhũng năm 2018", ("L - 2018 -",)),
    ("theo Nghị quyết số: 57-NQ/TW", ("NQ 57-NQ/TW - -",)),
    ("Quyết định Số 12/QĐ-UBND", ("QĐ 12/QĐ-UBND - -",)),
    # Dates in all manners.
    ("Quyết định số 12/QĐ-UBND, ngày 5/3/2026", ("QĐ 12/QĐ-UBND 2026-03-05 -",)),
    ("Quyết định số 12/QĐ-UBND ngày 05.3.2026", ("QĐ 12/QĐ-UBND 2026-03-05 -",)),
    ("Quyết định số 12/QĐ-UBND ngày 05-3-2026", ("QĐ 12/QĐ-UBND 2026-03-05 -",)),
    ("Quyết định số 12/QĐ-UBND ký ngày 05/3/2026", ("QĐ 12/QĐ-UBND 2026-03-05 -",)),
    ("Quyết định số 12/QĐ-UBND (ngày 05/3/2026)", ("QĐ 12/QĐ-UBND 2026-03-05 -",)),
    (
        "Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh ngày 05/3/2026",
        ("QĐ 12/QĐ-UBND 2026-03-05 Ủy ban nhân dân tỉnh",),
    ),
    ("Quyết định số 12/QĐ-UBND ban hành ngày 05/3/2026", ("QĐ 12/QĐ-UBND 2026-03-05 -",)),
    ("QUYẾT ĐỊNH SỐ 12/QĐ-UBND NGÀY 05 THÁNG 3 NĂM 2026", ("QĐ 12/QĐ-UBND 2026-03-05 -",)),
    ("Luật Doanh nghiệp nhà nước ngày 26 tháng 11 năm 2003", ("L - 2003-11-26 -",)),
    ("Luật Doanh nghiệp có hiệu lực từ ngày 01/01/2021", ("L - - -",)),
    ("Luật Doanh nghiệp 2020", ("L - 2020 -",)),
    ("Thông tư số 55/2023/TT-BTC năm 2023 quy định kinh phí", ("TT 55/2023/TT-BTC 2023 -",)),
    ("Quyết định số 12/QĐ-UBND ngày    tháng 5 năm 2026 của UBND xã", ("QĐ 12/QĐ-UBND - UBND xã",)),
    ("Quyết định số 12/QĐ-UBND ngày 31/02/2026", ("QĐ 12/QĐ-UBND - -",)),
    ("Luật Bảo vệ môi trường ngày 17 tháng l1 năm 2020", ("L - 2020-11-17 -",)),
    # Without "số", in small letters, short kinds.
    ("tại Nghị định 30/2020/NĐ-CP", ("NĐ 30/2020/NĐ-CP - -",)),
    ("Quyết định 85/2007/QĐ-TTg ngày 11/6/2007", ("QĐ 85/2007/QĐ-TTg 2007-06-11 -",)),
    ("thông tư số 03/2021/TT-BKHĐT ngày 09 tháng 4 năm 2021", ("TT 03/2021/TT-BKHĐT 2021-04-09 -",)),
    ("theo QĐ số 2490/QĐ-BNNMT ngày 01/7/2025", ("QĐ 2490/QĐ-BNNMT 2025-07-01 -",)),
    ("NQ 57-NQ/TW, KL 226-KL/TW", ("NQ 57-NQ/TW - -", "KL 226-KL/TW - -")),
    ("một số điều của luật đầu tư công", ("L - - -",)),
    ("theo bộ luật dân sự", ("BL - - -",)),
    ("Luật Tổ chức HĐND và UBND ngày 26/11/2003", ("L - 2003-11-26 -",)),
    ("Luật Xử lý VPHC, Luật BHXH", ("L - - -", "L - - -")),
    ("Luật Hoà giải, đối thoại tại Toà án", ("L - - -",)),
    # Numbers of other times and sorts.
    ("Nghị định số 50/CP ngày 28/8/1996", ("NĐ 50/CP 1996-08-28 -",)),
    ("Quyết định số 72/2002/QĐ-TTg", ("QĐ 72/2002/QĐ-TTg - -",)),
    ("Nghị quyết số 66.18/2026/NQ-CP của Chính phủ", ("NQ 66.18/2026/NQ-CP - Chính phủ",)),
    ("Văn bản hợp nhất số 88/VBHN-VPQH ngày 25/6/2026", ("VBHN 88/VBHN-VPQH 2026-06-25 -",)),
    ("Quyết định số 12a/QĐ-UBND", ("QĐ 12a/QĐ-UBND - -",)),
    ("Nghị định số 118/NĐ-CP ngày 09/6/2025 của Chính phủ", ("NĐ 118/NĐ-CP 2025-06-09 Chính phủ",)),
    ("Kế hoạch số 87-KL/ĐU ngày 26/02/2026 của Đảng ủy", ("KH 87-KL/ĐU 2026-02-26 Đảng ủy",)),
    ("Nghị quyết số 52/NQ-TW ngày 27/9/2019", ("NQ 52/NQ-TW 2019-09-27 -",)),
    # Issuers.
    (
        "Thông tư số 01/2023/TT-BVHTTDL ngày 05/01/2023 của Bộ Văn hóa, Thể thao và Du lịch quy định chế độ",
        ("TT 01/2023/TT-BVHTTDL 2023-01-05 Bộ Văn hóa, Thể thao và Du lịch",),
    ),
    (
        "Chỉ thị số 406/CT-UBND ngày 06/8/2025 của Chủ tịch UBND tỉnh về việc tăng cường kỷ luật",
        ("CT 406/CT-UBND 2025-08-06 Chủ tịch UBND tỉnh",),
    ),
    (
        "Quyết định số 19/QĐ-TANDTC của Chánh án Tòa án nhân dân tối cao",
        ("QĐ 19/QĐ-TANDTC - Chánh án Tòa án nhân dân tối cao",),
    ),
    (
        "Thông tư số 21/2026/TT-NHNN của Thống đốc Ngân hàng Nhà nước Việt Nam",
        ("TT 21/2026/TT-NHNN - Thống đốc Ngân hàng Nhà nước Việt Nam",),
    ),
    # Among other words.
    (
        "Tại khoản 2 Điều 5 Nghị định số 137/2020/NĐ-CP ngày 27/11/2020 của Chính phủ quy định về "
        "quản lý, sử dụng pháo",
        ("NĐ 137/2020/NĐ-CP 2020-11-27 Chính phủ",),
    ),
    ("(sau đây gọi tắt là Quyết định số 19/2014/QĐ-TTg)", ("QĐ 19/2014/QĐ-TTg - -",)),
    (
        "(Kèm theo Kế hoạch số 377/KH-UBND ngày 04/6/2026 của Ủy ban nhân dân tỉnh)",
        ("KH 377/KH-UBND 2026-06-04 Ủy ban nhân dân tỉnh",),
    ),
    ("chế độ kế toán ban hành theo Quyết định số 19/2006/QĐ-BTC", ("QĐ 19/2006/QĐ-BTC - -",)),
    ("hết hiệu lực theo Luật số 64/2025/QH15 từ 01/4/2025", ("L 64/2025/QH15 - -",)),
    ("Theo Điều 12 Luật Khiếu nại, hồ sơ gồm đơn và giấy tờ kèm theo.", ("L - - -",)),
    ("áp dụng Luật Cạnh tranh hiện hành", ("L - - -",)),
    # Short ones.
    (
        "Kết luận số 226-KL/TW yêu cầu giảm văn bản. Thực hiện Kết luận 226, xã rà soát lại.",
        ("KL 226-KL/TW - -", "KL 226-KL/TW - -"),
    ),
    (
        "Nghị định số 30/2020/NĐ-CP quy định thể thức; Nghị định nêu trên không áp dụng với văn bản của Đảng.",
        ("NĐ 30/2020/NĐ-CP - -", "NĐ 30/2020/NĐ-CP - -"),
    ),
    ("Triển khai Nghị quyết số 57-NQ/TW. Theo NQ 57, mỗi xã có một tổ.", ("NQ 57-NQ/TW - -", "NQ 57-NQ/TW - -")),
    ("Tại Nghị định 179, mức phạt cảnh cáo chưa được đặt ra.", ("NĐ 179 - -",)),
    (
        "Kế hoạch số 176/KH-UBND và Kế hoạch số 87-KH/ĐU giao nhiệm vụ; kế hoạch 176 nêu rõ thời hạn.",
        ("KH 176/KH-UBND - -", "KH 87-KH/ĐU - -", "KH 176/KH-UBND - -"),
    ),
    (
        "Quyết định số 12/QĐ-UBND về nhân sự. Thông tư số 05/2026/TT-BNV về hồ sơ. Thông tư đã nêu ở trên có hiệu lực.",
        ("QĐ 12/QĐ-UBND - -", "TT 05/2026/TT-BNV - -", "TT 05/2026/TT-BNV - -"),
    ),
    (
        "theo Thông tư số 05/2026/TT-BNV. Thông tư trên đây thay thế Thông tư số 01/2020/TT-BNV.",
        ("TT 05/2026/TT-BNV - -", "TT 05/2026/TT-BNV - -", "TT 01/2020/TT-BNV - -"),
    ),
)

SILENT: tuple[str, ...] = (
    "Kế hoạch này có hiệu lực từ ngày ký.",
    "Luật này quy định về đo đạc; pháp luật hiện hành điều chỉnh nội dung khác.",
    "Trong quá trình thực hiện Quyết định này, nếu có vướng mắc thì báo cáo.",
    "giai đoạn 2021-2025, năm học 2026/2027",
    "từ ngày 05/3/2020 đến ngày 11-12-2025",
    "tốc độ 50 km/h, trực 24/7, đạt 15%",
    "theo Mẫu số 01a/ĐNHT tại Phụ lục",
    "Số: 64/KH-UBND\nKhuôn Lùng, ngày 05 tháng 8 năm 2026",
    "quy chuẩn QCVN 138:2025/BKHCN, tiêu chuẩn TCVN ISO 9001:2008",
    "Luật áp dụng cho hợp đồng là pháp luật Việt Nam.",
    "Luật áp dụng do các bên thỏa thuận.",
    "theo quy định của pháp luật về ngân sách nhà nước",
    "chấp hành pháp luật đất đai",
    "Kế hoạch 5 năm, Kế hoạch 2026, Kế hoạch 12 tháng",
    "Quyết định 15 nội dung, Chương trình 03 nhóm nhiệm vụ",
    "ban hành nghị quyết, quyết định, kế hoạch để triển khai",
    "Căn cứ các nghị định nêu trên và tình hình thực tế",
    "các Quyết định nêu trên hết hiệu lực",
    "giấy phép số 12/GP-UBND",
    "xử lý kỷ luật cán bộ, công chức; chấp hành kỷ luật lao động",
    "quy chuẩn QCVN 11: 2015/BKHCN",
    "vbpl.vn/TW/Pages/vbpq.aspx?ItemID=7687&Keyword=S%E1%BB%91%20178/1998/TT-TCCP",
    "Tỷ lệ 1/500, bản đồ 1/2000, 1/2 ngày",
    "Luật sư bào chữa, Luật gia tỉnh",
    "điện thoại 0219.3868.686, số tài khoản 123/456",
    "Nơi nhận: - Như Điều 3; - Lưu: VT, NC.",
    "Tổ 3, khu phố 4/KP5, phường Minh Xuân",
    "thành phần theo khoản 2 Điều 5 và điểm a khoản 1 Điều 6",
)
"""Words that only look as if they named another document."""
