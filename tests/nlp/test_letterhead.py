import unicodedata
from pathlib import Path

import pytest

from drafter.document import Span
from drafter.nlp.letterhead import recognise
from drafter.nlp.offices import Level

PLAN = """ỦY BAN NHÂN DÂN
XÃ KHUÔN LÙNG
Số: 64/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Khuôn Lùng, ngày 05 tháng 8 năm 2026
KẾ HOẠCH
Triển khai văn hóa công vụ trên địa bàn xã
Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã ban hành:
"""


def fields(text, *names):
    found = recognise(text)
    return tuple(getattr(found, name) for name in names)


def test_a_plan_of_a_commune_is_read_whole():
    found = recognise(PLAN)
    assert found.regime == "nd30"
    assert found.kind == "KH"
    assert found.number == "64/KH-UBND"
    assert found.date == "2026-08-05"
    assert found.place == "Khuôn Lùng"
    assert found.issuer == "Ủy ban nhân dân xã Khuôn Lùng"
    assert found.superior == ""
    assert found.subject == "Triển khai văn hóa công vụ trên địa bàn xã"
    assert found.level is Level.commune
    assert found.span.of(PLAN).endswith("trên địa bàn xã")


@pytest.mark.parametrize(
    "head",
    [
        # the right column first
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 24 tháng 11 năm 2025\n"
        "CHÍNH PHỦ\nSố: 385/NQ-CP\nNGHỊ QUYẾT\nVề việc ký hiệp định\n",
        # two columns on a line, with tabs or blanks between them
        "CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 385/NQ-CP\tHà Nội, ngày 24 tháng 11 năm 2025\nNGHỊ QUYẾT\nVề việc ký hiệp định\n",
        "CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 385/NQ-CP Hà Nội, ngày 24 tháng 11 năm 2025\nNGHỊ QUYẾT\nVề việc ký hiệp định\n",
        # lines broken by a PDF
        "CHÍNH PHỦ\nCỘNG HOÀ XÃ\nHỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc\nSố:\n385/NQ-CP\nHà Nội, ngày\n"
        "24 tháng11 năm 2025\nNGHỊ QUYẾT\nVề việc ký\nhiệp định\nCăn cứ Luật Tổ chức Chính phủ;",
        # rules, Windows line ends, a no-break blank, the Icelandic letter
        "CHÍNH PHỦ\r\n-------\r\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\r\nĐộc lập - Tự do - Hạnh phúc\r\n-----\r\n"
        "Số:\u00a0385/NQ-CP\r\nHà Nội, ngày 24 tháng 11 năm 2025\r\nNGHỊ QUYẾT\r\n"
        "Về việc ký hiệp định\r\n___\r\nÐiều 1.",
    ],
)
def test_the_order_and_the_breaks_of_the_columns_do_not_matter(head):
    expected = ("NQ", "385/NQ-CP", "2025-11-24", "Hà Nội", "Chính phủ", "Về việc ký hiệp định")
    names = ("kind", "number", "date", "place", "issuer", "subject")
    assert fields(head, *names) == expected
    assert fields(unicodedata.normalize("NFD", head), *names) == expected


def test_an_issuer_broken_anywhere_is_one_and_its_superior_another():
    head = (
        "ỦY\nBAN NHÂN DÂN\nTỈNH HÀ TĨNH\nSỞ KHOA HỌC\nVÀ CÔNG NGHỆ\nSố: 12/BC-SKHCN\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBÁO CÁO\nKết quả năm 2025\n"
    )
    assert fields(head, "superior", "issuer", "level") == (
        "Ủy ban nhân dân tỉnh Hà Tĩnh",
        "Sở Khoa học và Công nghệ",
        Level.department,
    )


def test_a_unit_without_a_telling_name_stands_below_its_superior():
    head = (
        "UBND XÃ KHUÔN LÙNG\nTRƯỜNG TIỂU HỌC SỐ 1\nSố: 05/KH-TH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nKhuôn Lùng, ngày 01 tháng 9 năm 2026\nKẾ HOẠCH\nNăm học mới\n"
    )
    assert fields(head, "superior", "level") == ("UBND xã Khuôn Lùng", Level.commune)


def test_a_letter_has_its_subject_under_the_number():
    head = (
        "BỘ TÀI CHÍNH\nCỤC THUẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc\nSố: 5529/CT-CS\n"
        "V/v quản lý thuế\nđối với hộ kinh doanh\nHà Nội, ngày 25 tháng 11 năm 2025\nKính gửi: Thuế thành phố Hà Nội\n"
    )
    found = recognise(head)
    assert (found.kind, found.number, found.subject) == ("CV", "5529/CT-CS", "quản lý thuế đối với hộ kinh doanh")
    assert (found.superior, found.issuer, found.date) == ("Bộ Tài chính", "Cục Thuế", "2025-11-25")
    assert head[found.span.end :].strip() == "Kính gửi: Thuế thành phố Hà Nội"


@pytest.mark.parametrize("blank", ["Số:      /KH-UBND", "Số: …/KH-UBND", "Số:/KH-UBND", "Số .... /KH-UBND"])
@pytest.mark.parametrize("day", ["ngày    tháng 5 năm 2026", "ngày … tháng … năm 2026", "ngày     tháng     năm 2026"])
def test_a_draft_with_blanks_has_no_number_and_no_date_but_a_kind(blank, day):
    head = PLAN.replace("Số: 64/KH-UBND", blank).replace("ngày 05 tháng 8 năm 2026", day)
    assert fields(head, "kind", "number", "date", "place") == ("KH", "", "", "Khuôn Lùng")


def test_a_date_that_no_calendar_has_is_none():
    assert fields(PLAN.replace("ngày 05 tháng 8", "ngày 32 tháng 8"), "date") == ("",)


def test_a_party_document_is_told_by_title_and_number():
    head = (
        "ĐẢNG BỘ TỈNH TUYÊN QUANG\nĐẢNG ỦY XÃ KHUÔN LÙNG\n*\nSố 87-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Khuôn Lùng, ngày 26 tháng 02 năm 2026\nKẾ HOẠCH\nthực hiện Kết luận số 226-KL/TW\n-----\n"
    )
    found = recognise(head)
    assert (found.regime, found.kind, found.number, found.date) == ("hd05", "KH", "87-KH/ĐU", "2026-02-26")
    assert (found.superior, found.issuer, found.level) == (
        "Đảng bộ tỉnh Tuyên Quang",
        "Đảng ủy xã Khuôn Lùng",
        Level.party_commune,
    )
    assert found.subject == "thực hiện Kết luận số 226-KL/TW"


@pytest.mark.parametrize(
    ("number", "name", "regime", "kind", "level"),
    [
        ("30/2020/NĐ-CP", "NGHỊ ĐỊNH", "qppl", "NĐ", Level.government),
        ("72/2025/QH15", "LUẬT", "qppl", "L", Level.assembly),
        ("202/2025/QH15", "NGHỊ QUYẾT", "qppl", "NQ", Level.assembly),
        ("89/VBHN-BQP", "QUYẾT ĐỊNH", "qppl", "VBHN", Level.ministry),
        ("534/QĐ-TTg", "QUYẾT ĐỊNH", "nd30", "QĐ", Level.government),
        ("12/2026/QĐ-UBND", "QUYẾT ĐỊNH", "qppl", "QĐ", Level.province),
    ],
)
def test_the_number_tells_regime_and_level(number, name, regime, kind, level):
    head = f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: {number}\n{name}\nVề một việc\n"
    assert fields(head, "regime", "kind", "number", "level") == (regime, kind, number, level)


def test_the_authority_line_is_no_part_of_the_subject():
    head = (
        "Số: 1936/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nQUYẾT ĐỊNH\n"
        "VỀ VIỆC CÔNG BỐ DANH MỤC\nTHỦ TỤC HÀNH CHÍNH\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN\nCăn cứ Luật;"
    )
    assert fields(head, "subject", "issuer") == (
        "VỀ VIỆC CÔNG BỐ DANH MỤC THỦ TỤC HÀNH CHÍNH",
        "Ủy ban nhân dân tỉnh Thái Nguyên",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Điều 1. Phạm vi điều chỉnh\n1. Quyết định này quy định về đào tạo liên thông.\n",
        "CHƯƠNG I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh",
        "Sau 30 năm đổi mới, Nghị quyết số 14-NQ/TW đã đi vào cuộc sống.\nSố liệu cho thấy kết quả.",
    ],
)
def test_a_text_without_letterhead_has_empty_fields(text):
    found = recognise(text)
    assert (found.regime, found.kind, found.number, found.issuer, found.subject) == ("none", "", "", "", "")
    assert found.level is Level.other
    assert found.span == Span(0, 0)


@pytest.mark.parametrize("unit", ["Điều 1. Văn bản\n", " ", "\n", "a\u0300 ", "- ", "Số: 1 . … ", "Hà Nội, ngày 1 "])
def test_of_a_megabyte_only_the_head_is_read(unit):
    text = unit * (1_000_000 // len(unit))
    assert recognise(text) == recognise(text[:60_000])


@pytest.mark.shared
def test_the_superior_document_of_the_case_as_published():
    path = Path(__file__).parents[3] / "shared" / "data" / "case-khuon-lung" / "226-KL-TW.txt"
    if not path.exists():
        pytest.skip("../shared is missing")
    found = recognise(path.read_text(encoding="utf-8"))
    assert (found.regime, found.kind, found.number, found.date) == ("hd05", "KL", "226-KL/TW", "2025-12-11")
    assert (found.issuer, found.level) == ("Ban Bí thư", Level.party_central)
    assert found.subject.startswith("về việc chấn chỉnh lề lối làm việc")


@pytest.mark.shared
def test_the_draft_of_the_case_whose_left_column_is_lost():
    path = Path(__file__).parents[3] / "shared" / "data" / "case-khuon-lung" / "draft.txt"
    if not path.exists():
        pytest.skip("../shared is missing")
    text = path.read_text(encoding="utf-8")
    found = recognise(text)
    assert (found.regime, found.kind, found.number, found.date) == ("nd30", "KH", "", "")
    assert (found.issuer, found.level) == ("Ủy ban nhân dân xã Khuôn Lùng", Level.commune)
    assert found.subject.startswith("Triển khai thực hiện Kết luận số 226-KL/TW ngày 11/12/2025")
    assert text[found.span.end :].lstrip().startswith("Thực hiện Kế hoạch số 176/KH-UBND")


def test_an_enclosed_document_has_no_number_of_its_own():
    text = (
        "QUY ĐỊNH\nVỀ QUẢN LÝ CHẤT THẢI RẮN (Ban hành kèm theo Quyết định số 74/2025/QĐ-UBND ngày 20 tháng 11\n"
        "năm 2025 của Ủy ban nhân dân tỉnh Hà Tĩnh)\nChương I\nQUY ĐỊNH CHUNG"
    )
    found = recognise(text)
    assert (found.kind, found.number, found.date, found.subject) == ("QyĐ", "", "", "VỀ QUẢN LÝ CHẤT THẢI RẮN")
    assert text[found.span.end :] == "\nChương I\nQUY ĐỊNH CHUNG"


def test_prose_above_the_letterhead_is_not_part_of_it():
    above = "Tóm tắt: " + "một đoạn giới thiệu của trang tin, dài hơn một dòng tiêu đề bình thường, " * 3 + "\n"
    found = recognise(above + PLAN)
    assert found.number == "64/KH-UBND"
    assert found.span.start == len(above)


def test_a_letter_without_addressee_has_a_span_from_its_start():
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ BẢN MÂY\nSố: 12/UBND-KT\nV/v rà soát hồ sơ\nThực hiện Kế hoạch số 5/KH-UBND, xã báo cáo.\n"
    )
    span = recognise(text).span
    assert span.start == 0
    assert span.of(text).endswith("rà soát hồ sơ")


@pytest.mark.parametrize(
    ("titles", "number", "regime"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 176-KH/UBND", "nd30"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 176-KH/ĐU", "hd05"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Số 176-KH/UBND", "hd05"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Số: 176/KH-ĐU", "hd05"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐẢNG CỘNG SẢN VIỆT NAM", "Số: 176/KH-UBND", "nd30"),
    ],
)
def test_a_number_of_the_other_sort_makes_no_document_of_the_party(titles, number, regime):
    text = f"{titles}\n{number}\nBản Mây, ngày 05 tháng 8 năm 2026\nKẾ HOẠCH\nphòng cháy, chữa cháy\n1. Nhiệm vụ\n"
    assert recognise(text).regime == regime
