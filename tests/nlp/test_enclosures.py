import pytest

from drafter.document import Span
from drafter.nlp.enclosures import Enclosure, enclosed_title, enclosures

DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN LÂM
Số: 74/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Lâm, ngày 20 tháng 11 năm 2025
QUYẾT ĐỊNH
Ban hành Quy định về chất thải rắn
Căn cứ Luật Bảo vệ môi trường ngày 17 tháng 11 năm 2020;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Sơ đồ và Định mức thu gom.
Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Hồ Huy Thành
"""
OWN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LÂM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
"""
NOTE = "(Kèm theo Quyết định số 74/QĐ-UBND ngày 20 tháng 11 năm 2025)\n"
CONTENT = "I. MỤC ĐÍCH\n1. Thu gom hết rác trong ngày.\n"


def names(text: str) -> list[str]:
    return [one.name for one in enclosures(text)]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("KẾ HOẠCH\nThu gom chất thải rắn\n" + NOTE, "Kế hoạch"),
        ("QUY\nCHẾ\nTHU GOM CHẤT THẢI RẮN (Ban hành kèm theo Quyết định số 74/QĐ-UBND)\n", "Quy chế"),
        ("BỘ TIÊU CHÍ\nCHẤM ĐIỂM THÔN SẠCH\n" + NOTE, "Bộ tiêu chí"),
        (OWN + "BỘ TIÊU CHÍ\nChấm điểm thôn sạch\n" + NOTE, "Bộ tiêu chí"),
        (OWN + "KẾ HOẠCH\nThu gom chất thải rắn\n", "Kế hoạch"),
        ("DANH\nMỤC CHẤT THẢI RẮN\n" + NOTE, "Danh mục"),
        ("DANH MỤC CHẤT THẢI RẮN\n", "Danh mục"),
        ("PHỤ LỤC\nDANH MỤC CHẤT THẢI RẮN\n" + NOTE, "Phụ lục"),
        ("# PHỤ LỤC SỐ 02\n", "Phụ lục số 02"),
        ("Phụ lục III\nDANH MỤC\n", "Phụ lục III"),
    ],
)
def test_what_stands_behind_the_signature_is_named(title: str, name: str) -> None:
    assert names(DECISION + title + CONTENT) == [name]


def test_a_decision_alone_encloses_nothing() -> None:
    assert names(DECISION) == []
    assert names("") == []


def test_an_appendix_belongs_to_what_its_note_names() -> None:
    rules = "QUY CHẾ\nTHU GOM RÁC\n" + NOTE + "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n"
    assert names(DECISION + rules + "PHỤ LỤC I\nBIỂU MẪU\n" + NOTE) == ["Quy chế", "Phụ lục I"]
    assert names(DECISION + rules + "PHỤ LỤC I\nBIỂU MẪU\n(Kèm theo Quy chế thu gom rác)\n") == [
        "Quy chế",
        "Phụ lục I Quy chế",
    ]
    assert names(DECISION + rules + "PHỤ LỤC I\nMẪU SỔ\n") == ["Quy chế", "Phụ lục I Quy chế"]


def test_a_form_with_letterhead_and_signature_is_no_document_of_its_own() -> None:
    form = OWN + "BÁO CÁO\nKết quả thu gom rác\nKính gửi: Sở Xây dựng\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
    assert names(DECISION + "PHỤ LỤC I\nBIỂU MẪU\n" + NOTE + CONTENT + form + form) == ["Phụ lục I"]


def test_a_kind_in_a_table_is_no_document() -> None:
    assert names("Điều 1. Bảng tổng hợp.\nKẾ HOẠCH\nTHỰC HIỆN\n12\n10\n") == []


def test_an_enclosure_begins_with_its_title() -> None:
    text = DECISION + OWN + "KẾ HOẠCH\nThu gom\n" + NOTE + CONTENT
    assert enclosures(text) == (Enclosure(text.index("KẾ HOẠCH"), "Kế hoạch"),)


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("Theo Quy chế làm việc của xã ban hành kèm theo ", "Quy chế làm việc của xã ban hành kèm theo "),
        ("lập theo Mẫu số 02 kèm theo ", "Mẫu số 02 kèm theo "),
        ("Kế hoạch năm nay. Tài liệu kèm theo ", ""),
        ("Quy chế\nkèm theo ", ""),
        ("theo ", ""),
    ],
)
def test_the_title_of_what_came_with_a_document_stands_before_its_reference(before: str, title: str) -> None:
    text = f"{before}Quyết định số 74/QĐ-UBND"
    found = enclosed_title(text, Span(len(before), len(text)))
    assert (found.of(text) if found else "") == title
