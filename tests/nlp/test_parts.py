import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.nlp.parts import parts

HEAD = """ỦY BAN NHÂN DÂN
TỈNH HÀ TĨNH
Số: 74/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Tĩnh, ngày 20 tháng 11 năm 2025
QUYẾT ĐỊNH
Ban hành Quy định về quản lý chất thải rắn
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
"""
BASES = """Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Căn cứ Nghị định số
08/2022/NĐ-CP ngày 10 tháng 01 năm 2022 của Chính phủ; Nghị định số 05/2025/NĐ-CP;
Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường.
QUYẾT ĐỊNH:
"""
BODY = """Điều 1. Ban hành kèm theo Quyết định này Quy định về quản lý chất thải rắn.
Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.
"""
RECIPIENTS = """Nơi nhận:
- Như Điều 2;
- Cục Văn thư và Lưu trữ nhà nước;
- Lưu: VT, NL3.
"""
SIGNATURE = """TM. ỦY BAN NHÂN
DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Hồ Huy Thành
"""
ENCLOSED = """QUY ĐỊNH
VỀ QUẢN LÝ CHẤT THẢI RẮN (Ban hành kèm theo Quyết định số 74/QĐ-UBND
của Ủy ban nhân dân tỉnh)
"""
RULES = """Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
"""
APPENDIX = """PHỤ LỤC I
DANH MỤC CHẤT THẢI RẮN
(Kèm theo Quyết định số 74/QĐ-UBND)
"""
TABLE = """STT
Loại chất thải
"""


def seen(text):
    return [(part.name, part.span.of(text)) for part in parts(text)]


def test_a_decision_with_an_enclosed_document_and_an_appendix():
    text = HEAD + BASES + BODY + RECIPIENTS + SIGNATURE + ENCLOSED + RULES + APPENDIX + TABLE
    expected = [
        ("letterhead", HEAD),
        ("bases", BASES),
        ("body", BODY),
        ("recipients", RECIPIENTS),
        ("signature", SIGNATURE),
        ("letterhead", ENCLOSED),
        ("body", RULES),
        ("appendix_title", APPENDIX),
        ("body", TABLE),
    ]
    assert seen(text) == expected
    decomposed = unicodedata.normalize("NFD", text)
    assert [(name, unicodedata.normalize("NFC", part)) for name, part in seen(decomposed)] == expected


def test_a_letterhead_that_a_scan_misread_is_told_where_the_text_is_said_to_be_scanned():
    misread = HEAD.replace("CỘNG HÒA XÃ HỘI", "CỌNG HOÀ XÃ HỌI").replace("QUYẾT ĐỊNH", "QUYÉT ĐỊNH")
    misread = misread.replace("Số: 74", "Sô: 74").replace("tháng", "thắng")
    text = misread + BASES + BODY
    told = [(part.name, part.span.of(text)) for part in parts(text, scanned=True)]
    assert told == [("letterhead", misread), ("bases", BASES), ("body", BODY)]
    assert seen(text) == [("body", text)]


def test_the_signature_may_stand_before_the_recipients():
    text = HEAD + BASES + BODY + SIGNATURE + RECIPIENTS
    assert [name for name, _ in seen(text)] == ["letterhead", "bases", "body", "signature", "recipients"]


def test_a_letter_has_an_addressee():
    head = (
        "BỘ TÀI CHÍNH\nCỤC THUẾ\nSố: 5529/CT-CS\nV/v quản lý thuế\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày 25 tháng 11 năm 2025\n"
    )
    to = "Kính gửi:\n- Thuế thành phố Hà Nội;\n- Thuế tỉnh Hà\nTĩnh.\n"
    body = "Cục Thuế nhận được công văn số 20595/HAN-QLDN5 và có ý kiến về nhiều việc sau.\nCục Thuế thông báo./.\n"
    signature = "TL.\nCỤC TRƯỞNG\nPHÓ TRƯỞNG BAN Phạm Thị Minh Hiền\n"
    assert seen(head + to + body + RECIPIENTS + signature) == [
        ("letterhead", head),
        ("addressee", to),
        ("body", body),
        ("recipients", RECIPIENTS),
        ("signature", signature),
    ]


@pytest.mark.parametrize(
    "introduction",
    [
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã "
        "ban hành Kế hoạch như sau:\n",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026.\n\nỦy ban nhân dân xã ban hành Kế hoạch, như sau:\n",
        "Xem xét đề nghị của Văn phòng (Tờ trình số 151-TTr/VPTW, ngày 24/11/2025), Ban Bí thư kết luận như sau:\n",
    ],
)
def test_an_introduction_that_only_cites_counts_as_bases(introduction):
    head = HEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n", "")
    assert seen(head + introduction + "I. MỤC ĐÍCH\n1. Nâng cao.\n")[1:] == [
        ("bases", introduction),
        ("body", "I. MỤC ĐÍCH\n1. Nâng cao.\n"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Nâng cao chất lượng văn bản.\nCăn cứ tình hình thực tế, các đơn vị xây dựng kế hoạch.\n",
        "Thực hiện tốt công tác tuyên truyền trên địa bàn xã.\nCác đơn vị phối hợp.\n",
        "Điều 1. Phạm vi\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nThực hiện các nhiệm vụ được giao.\n",
        "Nơi nhận hồ sơ: Trung tâm Phục vụ hành chính công.\nThời hạn: 05 ngày.\n",
        "Mẫu số 1\nNơi nhận:\n- Như trên;\n- Lưu: .......\n(Ký, ghi rõ họ tên)\n",
    ],
)
def test_content_stays_body(body):
    assert seen(body) == [("body", body)]
    head = HEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n", "")
    assert seen(head + BASES + body)[2:] == [("body", body)]


def test_bases_at_the_very_start_are_told_without_a_letterhead():
    assert [name for name, _ in seen(BASES + BODY)] == ["bases", "body"]


def test_a_signature_without_a_name_ends_a_draft():
    text = HEAD + BASES + BODY + RECIPIENTS + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
    assert [name for name, _ in seen(text)][-2:] == ["recipients", "signature"]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n\n", "\r\n\r\n"])
def test_the_name_behind_blank_lines_belongs_to_the_signature(gap):
    signed = f"**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**{gap}Lò Văn Sơn\n"
    assert seen(HEAD + BASES + BODY + RECIPIENTS + signed)[-2:] == [("recipients", RECIPIENTS), ("signature", signed)]


def test_the_rest_of_the_note_belongs_to_the_letterhead():
    note = "BỘ TIÊU CHÍ\nĐánh giá xã, phường\n(Kèm theo Quyết định số 1127/QĐ-UBND ngày 13/8/2026\ncủa Chủ tịch)\n"
    own = HEAD.split("Số:")[0] + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n" + note
    content = "I. NGUYÊN TẮC\n1. Công bằng.\n"
    assert seen(HEAD + BASES + BODY + RECIPIENTS + SIGNATURE + own + content)[-2:] == [
        ("letterhead", own),
        ("body", content),
    ]


def test_an_empty_text_has_no_parts():
    assert parts("") == ()


@given(
    st.lists(
        st.sampled_from([*(HEAD + BASES + BODY + RECIPIENTS + SIGNATURE + ENCLOSED + APPENDIX).splitlines(), "", "-"])
    )
)
def test_parts_cover_any_order_of_lines_without_gaps(lines):
    text = "\n".join(lines)
    found = parts(text)
    assert "".join(part.span.of(text) for part in found) == text
    assert all(len(part.span) for part in found)


@pytest.mark.shared
def test_the_draft_of_the_case():
    path = Path(__file__).parents[3] / "shared" / "data" / "case-khuon-lung" / "draft.txt"
    if not path.exists():
        pytest.skip("../shared is missing")
    text = path.read_text(encoding="utf-8")
    found = {part.name: part.span.of(text) for part in parts(text)}
    assert list(found) == ["letterhead", "bases", "body", "recipients", "signature"]
    assert found["bases"].strip().endswith("như sau:")
    assert found["body"].startswith("I. MỤC ĐÍCH, YÊU CẦU")
    assert found["signature"].strip().endswith("Lò Văn Sơn")
