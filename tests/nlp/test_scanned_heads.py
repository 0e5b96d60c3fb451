"""Letterheads of recognised texts: what was misread in words that every letterhead has, and what nobody can tell."""

import pytest

from drafter.nlp.letterhead import recognise
from drafter.nlp.scanned_heads import tidied

DECISION = """\
Người ký: CÔNG THÔNG TỊN ĐIỆN TỬ TỈNH SƠN LÂM
Email: congbao(@)sonlam.example
Cơ quan: VẤN PHÒNG ỦY BAN
SONLAM.VNThời gian ký: 12.04.2031 14:37:17 +07:00

ỦY BAN NHÂN DÂN CỘNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM
TỈNH HÀ TĨNH Độc lập - Tự đo - Hạnh phúc

Sô: 928 /QĐ-UBND _ Hà Tĩnh, ngàyl1 thắng 4 năm 2031

CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHÙ
ĐẾN tụ JMI4116x4...- QUYÉT ĐỊNH
Về việc công nhận sáng kiến cấp tỉnh của

Hội Làm vườn và Trang trại

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

“Căn. cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;
"""


def test_a_decision_with_stamps_and_lost_marks() -> None:
    head = recognise(DECISION, scanned=True)
    assert (head.number, head.kind, head.date, head.place) == ("928/QĐ-UBND", "QĐ", "2031-04-11", "Hà Tĩnh")
    assert head.issuer == "Ủy ban nhân dân tỉnh Hà Tĩnh"
    assert head.subject == "Về việc công nhận sáng kiến cấp tỉnh của Hội Làm vườn và Trang trại"
    assert head.regime == "nd30"


def test_the_span_is_that_of_the_recognised_text() -> None:
    span = recognise(DECISION, scanned=True).span
    assert DECISION[: span.end].endswith("Trang trại")


@pytest.mark.parametrize("figure", ["#14 ", "4Y1", "Y1 ", "?4Ø", ""])
def test_a_figure_that_nobody_can_read_is_left_open(figure: str) -> None:
    head = recognise(DECISION.replace("928 ", figure), scanned=True)
    assert (head.number, head.symbol, head.kind) == ("", "/QĐ-UBND", "QĐ")


@pytest.mark.parametrize(
    "day", ["ngàyA1 tháng 4", "ngày #8 tháng 4", "ngày tháng 4", "ngày 0Š tháng 4", "ngày 11 tháng"]
)
def test_a_day_that_nobody_can_read_is_left_open(day: str) -> None:
    head = recognise(DECISION.replace("ngàyl1 thắng 4", day), scanned=True)
    assert (head.date, head.number, head.place) == ("", "928/QĐ-UBND", "Hà Tĩnh")


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("QUYÉT ĐỊNH", "QĐ"),
        ("QUYẾTĐỊNH", "QĐ"),
        ("._ KÊ HOẠCH „", "KH"),
        ("CHÍ THỊ", "CT"),
        ("cửte tÔt6n, THÔNG BẢO", "TB"),
    ],
)
def test_the_kind_in_capitals(printed: str, kind: str) -> None:
    above = "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Tĩnh, ngày 3 tháng 4 năm 2031"
    assert recognise(f"{above}\n{printed}\nVề việc A\n", scanned=True).kind == kind


def test_a_stamp_of_arrival_across_the_number() -> None:
    text = (
        "VĂN PHÒNG CHÍNH PHỦ\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "_GỐNG THÔNG TIN ĐIỆN TỬ GHÍNH PHÙ.\nĐỀN Ngày:.14.11.2031....\nTB-VPCP\nTH Hà Nội, ngày 10 tháng 4 năm 2031\n"
        "THÔNG BÁO\nKết luận tại cuộc họp về trồng rừng\n"
        "Ngày 19 tháng 3 năm 2031, tại trụ sở, Phó Thủ tướng đã chủ trì cuộc họp và kết luận như sau:\n"
    )
    head = recognise(text, scanned=True)
    assert (head.number, head.symbol, head.kind) == ("", "/TB-VPCP", "TB")
    assert (head.issuer, head.date) == ("Văn phòng Chính phủ", "2031-04-10")
    assert head.subject == "Kết luận tại cuộc họp về trồng rừng"


def test_a_letter_with_a_stamp_across_its_addressees() -> None:
    text = (
        "SỞ XÂY DỰNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n—— Độc lập - Tự do - Hạnh phúc\n\n"
        "Số: 2931/SXD-QLN _ Hà Tĩnh, ngày O9 tháng 4 năm 2031\nV/v rà soát nhà ở cũ :\n\n"
        "ĐẾN” Kính gửi: Ủy ban nhân dân các xã.\n\nXét đề nghị của Hội Làm vườn, Sở có ý kiến như sau:\n"
    )
    head = recognise(text, scanned=True)
    assert (head.number, head.kind, head.date, head.issuer) == ("2931/SXD-QLN", "CV", "2031-04-09", "Sở Xây dựng")
    assert head.subject.startswith("rà soát nhà ở cũ")


def test_a_party_directive() -> None:
    text = (
        "TĨNH ỦY SƠN LA ĐÁNG CỘNG SẢN VIỆT NAM\n*\nSố 94-CT/TU Sơn La, ngày 19 tháng 4 năm 2031\nCHÍ THỊ\n"
        "về trồng rừng đầu nguồn\n\nThời gian qua, cấp ủy các cấp đã quan tâm."
    )
    head = recognise(text, scanned=True)
    assert (head.regime, head.number, head.kind, head.issuer) == ("hd05", "94-CT/TU", "CT", "Tỉnh ủy Sơn La")


def test_a_typed_text_is_taken_at_its_word() -> None:
    assert recognise(DECISION).number == ""


@pytest.mark.parametrize(
    "line",
    [
        "CHUYỂN GIAO NGƯỜI ĐANG CHẤP HÀNH ÁN PHẠT TÙ",
        "QUY CHẾ LÀM VIỆC MẪU CỦA HỘI ĐỒNG NHÂN XÃ, PHƯỜNG",
        "TRIỂN KHAI QUYẾT ĐỊNH SỐ 06/QĐ-TTG NGÀY 02 THÁNG 01 NĂM 2031",
        "ỔN ĐỊNH ĐỜI SỐNG NHÂN DÂN SAU MƯA LŨ",
        "Số: 66.15/2031/NQ-CP",
    ],
)
def test_what_is_sound_stays(line: str) -> None:
    assert tidied(f"{line}\n").text.split() == line.split()
