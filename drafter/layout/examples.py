"""A wrong and a right example for every rule, as the page of rules shows them."""

from __future__ import annotations

_TABLE = """
PG-01 | khổ Letter, 215,9 x 279,4 mm | khổ A4, 210 x 297 mm
PG-02 | giấy ngang, không có bảng | giấy dọc
PG-03 | lề trên 30 mm | lề trên 20 mm
PG-04 | lề dưới 15 mm | lề dưới 20 mm
PG-05 | lề trái 25 mm | lề trái 30 mm
PG-06 | lề phải 25 mm | lề phải 15 mm
PG-08 | Arial | Times New Roman
PG-09 | .VnTime | Times New Roman, Unicode
PG-10 | chữ đỏ | chữ đen
PN-02 | số trang ở cuối trang | số trang canh giữa ở lề trên
PN-03 | số trang cỡ 10, nghiêng | số trang cỡ 13, đứng
PN-04 | trang thứ nhất có số 1 | trang thứ nhất không có số
QH-01 | CỘNG HÒA XHCN VIỆT NAM | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
QH-02 | Quốc hiệu cỡ 14, không đậm | Quốc hiệu cỡ 13, đậm
TN-01 | Độc lập – Tự do – Hạnh phúc | Độc lập - Tự do - Hạnh phúc
TN-02 | Tiêu ngữ cỡ 12 | Tiêu ngữ cỡ 14, đậm
CQ-01 | UBND XÃ BẢN MÂY in đậm, ở trên PHÒNG KINH TẾ | UBND XÃ BẢN MÂY không đậm
CQ-02 | PHÒNG KINH TẾ không đậm | PHÒNG KINH TẾ in đậm
TN-03 | Tiêu ngữ gạch chân | đường kẻ ngang, nét liền, dưới Tiêu ngữ
CQ-03 | dưới tên cơ quan không có đường kẻ | đường kẻ ngang, nét liền, dưới tên cơ quan
TL-03 | dưới trích yếu không có đường kẻ | đường kẻ ngang, nét liền, dưới trích yếu
CQ-05 | UBND XÃ BẢN MÂY là cơ quan ban hành | ỦY BAN NHÂN DÂN XÃ BẢN MÂY
SO-01 | Số 05/KH-UBND | Số: 05/KH-UBND
SO-02 | Số: 5/KH-UBND | Số: 05/KH-UBND
SO-03 | Số: 05/KH - UBND | Số: 05/KH-UBND
SO-06 | Số: 12/CV-UBND | Số: 12/UBND-KT
SO-07 | KẾ HOẠCH, Số: 05/BC-UBND | KẾ HOẠCH, Số: 05/KH-UBND
SO-08 | Số: 05/2026/KH-UBND | Số: 05/KH-UBND
SO-09 | QUY ĐỊNH, Số: 05/QĐ-UBND | QUY ĐỊNH, Số: 05/QyĐ-UBND
DD-01 | Bản Mây ngày 05 tháng 8 năm 2026 | Bản Mây, ngày 05 tháng 8 năm 2026
DD-02 | ngày 5 tháng 8 | ngày 05 tháng 8
DD-03 | tháng 2; tháng 08 | tháng 02; tháng 8
DD-04 | địa danh và thời gian chữ đứng | địa danh và thời gian chữ nghiêng
TL-01 | KẾ HOẠCH cỡ 16 | KẾ HOẠCH cỡ 14, đậm
TL-02 | trích yếu không đậm | trích yếu đậm, canh giữa
CV-01 | CÔNG VĂN là tên loại | không ghi tên loại
CV-02 | V/v in đậm | V/v chữ đứng, không đậm
CV-03 | V/v về việc rà soát | V/v rà soát
CC-02 | Căn cứ chữ đứng | Căn cứ chữ nghiêng
CC-03 | hai căn cứ trong một đoạn | mỗi căn cứ một đoạn
CC-04 | Căn cứ Luật Thư viện, | Căn cứ Luật Thư viện;
CC-06 | - Căn cứ Luật Thư viện; | Căn cứ Luật Thư viện;
ND-01 | nội dung cỡ 12 | nội dung cỡ 14
ND-03 | căn trái | căn đều hai bên
ND-04 | lùi dòng đầu 20 mm | lùi dòng đầu 12,7 mm
ND-05 | các đoạn cách nhau 3 pt | các đoạn cách nhau 6 pt
ND-06 | cách dòng 2,0 | cách dòng 1,2
BC-09 | I. Mục đích, yêu cầu | I. MỤC ĐÍCH, YÊU CẦU, in đậm
CC-07 | quyết định không có căn cứ | Căn cứ Luật Tổ chức chính quyền địa phương …
KY-01 | T/M ỦY BAN NHÂN DÂN | TM. ỦY BAN NHÂN DÂN
KY-06 | PHÓ CHỦ TỊCH không đậm | PHÓ CHỦ TỊCH in đậm
KY-07 | họ tên cỡ 12 | họ tên cỡ 14, đậm
KY-08 | TS. Hoàng Thị Lan | Hoàng Thị Lan
NN-01 | Kính gửi in đậm | Kính gửi: chữ đứng, không đậm
NN-03 | - Công an xã, | - Công an xã;
NN-04 | Nơi nhận: cỡ 14 | Nơi nhận: cỡ 12, nghiêng, đậm
NN-05 | - Các thôn; cỡ 12 | - Các thôn; cỡ 11
NN-06 | công văn, nơi nhận bắt đầu bằng - Các thôn; | - Như trên;
PL-03 | PHỤ LỤC I | Phụ lục I
PL-04 | tên phụ lục không đậm | DANH SÁCH TỔ TIÊM CHỦNG in đậm, canh giữa
PL-05 | (Kèm theo Quyết định số …) chữ đứng | (Kèm theo Quyết định số …) chữ nghiêng
CQ-07 | ỦY BAN NHÂN DÂN HUYỆN MỘC SƠN, năm 2026 | ỦY BAN NHÂN DÂN XÃ BẢN MÂY
DD-08 | ngày 31 tháng 4 | ngày 30 tháng 4
ND-08 | giao … chủ trì, hoàn thành trước ngày .... | giao Phòng Kinh tế chủ trì, hoàn thành trước ngày 30/6
KY-02 | KT. CHỦ TỊCH, TRƯỞNG PHÒNG | KT. CHỦ TỊCH, PHÓ CHỦ TỊCH
NN-07 | - Lưu VT, KT; | - Lưu: VT, KT.
"""
_PARTY = """
D-02 | lề trái 35 mm | lề trên 20, dưới 20, trái 30, phải 15 mm
D-03 | Arial | Times New Roman
D-05 | ĐẢNG CỘNG SẢN VIỆT NAM cỡ 14 | ĐẢNG CỘNG SẢN VIỆT NAM cỡ 15, đậm
D-06 | ĐẢNG ỦY XÃ BẢN MÂY cỡ 13 | ĐẢNG ỦY XÃ BẢN MÂY cỡ 14, đậm
D-07 | Số: 5-KH/ĐU | Số 05-KH/ĐU
D-08 | địa danh và thời gian chữ đứng | địa danh và thời gian cỡ 14, nghiêng
D-09 | KẾ HOẠCH cỡ 14 | KẾ HOẠCH cỡ 15 hoặc 16, đậm
D-10 | V/v phòng cháy | về việc phòng cháy
D-11 | nội dung kết thúc bằng ./. | nội dung kết thúc bằng dấu chấm
D-14 | TM. BAN THƯỜNG VỤ | T/M BAN THƯỜNG VỤ
D-17 | - Lưu: VT, VPĐU. | - Lưu Văn phòng Đảng ủy.
"""
EXAMPLES: dict[str, tuple[str, str]] = {
    f"{regime}.{id_.strip()}": (wrong.strip(), right.strip())
    for regime, table in (("nd30", _TABLE), ("hd05", _PARTY))
    for id_, wrong, right in (line.split("|") for line in table.strip().splitlines())
}
"""By the rule's id: wrong, right."""
