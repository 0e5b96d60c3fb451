import pytest

from drafter.nlp.casing import office_case, title_case


@pytest.mark.parametrize(
    "name",
    [
        "Ủy ban nhân dân tỉnh Tuyên Quang",
        "Uỷ ban nhân dân xã Khuôn Lùng",
        "Chính phủ",
        "Thủ tướng Chính phủ",
        "Bộ Nông nghiệp và Môi trường",
        "Bộ Lao động - Thương binh và Xã hội",
        "Bộ Văn hóa, Thể thao và Du lịch",
        "Ngân hàng Nhà nước Việt Nam",
        "Ủy ban nhân dân Thành phố Hồ Chí Minh",
        "Hội đồng nhân dân thành phố Hà Nội",
        "Phòng Văn hóa - Xã hội",
        "Đảng ủy xã Khuôn Lùng",
        "Văn phòng HĐND và UBND",
        "Ủy ban Thường vụ Quốc hội",
    ],
)
def test_an_office_in_capitals_gets_its_proper_case(name):
    assert office_case(name.upper()) == name
    assert office_case(name) == name


@pytest.mark.parametrize(
    ("title", "lowered"),
    [
        (
            "VỀ VIỆC CÔNG BỐ DANH MỤC THỦ TỤC HÀNH CHÍNH CỦA SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH BẮC NINH",
            "về việc công bố danh mục thủ tục hành chính của Sở Khoa học và Công nghệ tỉnh Bắc Ninh",
        ),
        (
            "BAN HÀNH KẾ HOẠCH TRIỂN KHAI QUYẾT ĐỊNH SỐ 06/QĐ-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ",
            "ban hành kế hoạch triển khai Quyết định số 06/QĐ-TTg của Thủ tướng Chính phủ",
        ),
        ("PHÁT TRIỂN KINH TẾ XÃ HỘI XÃ KHUÔN LÙNG NĂM 2026", "phát triển kinh tế xã hội xã Khuôn Lùng năm 2026"),
        ("PHÁT TRIỂN HẠ TẦNG 5G, ODA, UBND", "phát triển hạ tầng 5G, ODA, UBND"),
        ("Triển khai thực hiện Kết luận số 226-KL/TW", "triển khai thực hiện Kết luận số 226-KL/TW"),
        ("", ""),
    ],
)
def test_a_title_goes_on_inside_a_sentence(title, lowered):
    assert title_case(title) == lowered
