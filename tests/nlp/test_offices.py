import pytest

from drafter.nlp.offices import FORMER_PROVINCES, PROVINCES, Level, level_of


@pytest.mark.parametrize(
    ("level", "issuers"),
    [
        (
            Level.party_central,
            "Ban Bí thư|Bộ Chính trị|Ban Chấp hành Trung ương|Văn phòng Trung ương Đảng|Quân ủy Trung ương",
        ),
        (Level.assembly, "Quốc hội|QUỐC HỘI|Ủy ban Thường vụ Quốc hội|Uỷ ban thường vụ Quốc hội"),
        (Level.government, "Chính phủ|Thủ tướng Chính phủ|Chủ tịch nước|Hội đồng Bộ trưởng"),
        (
            Level.ministry,
            "Bộ Nội vụ|Ngân hàng Nhà nước Việt Nam|Thanh tra Chính phủ|Tòa án nhân dân tối cao|Văn phòng Chính phủ",
        ),
        (Level.ministry, "Văn phòng Quốc hội|BỘ TÀI CHÍNH CỤC THUẾ|Bảo hiểm xã hội Việt Nam|Bộ trưởng Bộ Y tế"),
        (Level.party_province, "Tỉnh ủy Tuyên Quang|Thành ủy Hà Nội|Ban Tổ chức Tỉnh ủy|Đảng bộ tỉnh Hà Tĩnh"),
        (
            Level.province,
            "UBND tỉnh Tuyên Quang|UBND Cà Mau|HĐND Hà Giang|Hội đồng nhân dân thành phố Hà Nội|Chủ tịch UBND tỉnh",
        ),
        (
            Level.department,
            "Sở Nội vụ|UBND TỈNH HÀ TĨNH SỞ NỘI VỤ|Công an tỉnh|Ban Quản lý khu kinh tế tỉnh|Thuế tỉnh Nghệ An",
        ),
        (Level.department, "Bộ Chỉ huy quân sự tỉnh Lào Cai|Văn phòng UBND tỉnh"),
        (Level.district, "UBND huyện Xín Mần|Huyện ủy Xín Mần|UBND thành phố Vĩnh Yên"),
        (Level.party_commune, "Đảng ủy xã Khuôn Lùng|Đảng ủy phường Ba Đình|Đảng ủy"),
        (
            Level.commune,
            "UBND xã Khuôn Lùng|Hội đồng nhân dân phường Ba Đình|Văn phòng HĐND và UBND xã A|Phòng Văn hóa - Xã hội",
        ),
        (Level.other, "Ủy ban nhân dân|Công ty Cổ phần A|"),
    ],
)
def test_the_name_of_an_office_tells_its_level(level, issuers):
    assert {issuer: level_of(issuer) for issuer in issuers.split("|")} == dict.fromkeys(issuers.split("|"), level)


@pytest.mark.parametrize(
    ("number", "level"),
    [
        ("534/QĐ-TTg", Level.government),
        ("226-KL/TW", Level.party_central),
        ("63-KH/TU", Level.party_province),
        ("87-KH/ĐU", Level.party_commune),
        ("72/2025/QH15", Level.assembly),
        ("4168/BNV-CQĐP", Level.ministry),
        ("15/QĐ-SNV", Level.department),
        ("12/2026/QĐ-UBND", Level.province),
        ("176/KH-UBND", Level.other),
    ],
)
def test_the_number_tells_the_level_where_the_name_is_missing(number, level):
    assert level_of("", number) == level


def test_the_kind_is_the_last_resort():
    assert level_of("", "", "NĐ") == Level.government


def test_there_were_63_provinces_and_there_are_34():
    assert len(PROVINCES) == 34
    # "Thừa Thiên Huế" is the older name of Huế, which stayed.
    assert len(set(PROVINCES) | set(FORMER_PROVINCES)) == 63 + 1


def test_levels_are_ranked_from_the_highest_and_have_a_vietnamese_label():
    assert [level.rank for level in Level] == list(range(len(Level)))
    assert Level.party_central.label == "Đảng – Trung ương"
    assert Level.commune.label == "Cấp xã"
    assert Level.district.label == "Cấp huyện (trước 01/7/2025)"
