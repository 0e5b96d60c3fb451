import pytest

from drafter.nlp import citing


@pytest.mark.parametrize(
    ("fields", "reference"),
    [
        (
            ("NĐ", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "Về công tác văn thư"),
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        (
            ("KL", "226-KL/TW", "2025-12-11", "Ban Bí thư", "về việc chấn chỉnh lề lối làm việc"),
            "Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư về việc chấn chỉnh lề lối làm việc",
        ),
        (
            (
                "QĐ",
                "1936/QĐ-UBND",
                "2025-02-19",
                "Ủy ban nhân dân tỉnh Thái Nguyên",
                "VỀ VIỆC CÔNG BỐ CỦA SỞ TÀI CHÍNH",
            ),
            "Quyết định số 1936/QĐ-UBND ngày 19 tháng 02 năm 2025 của Ủy ban nhân dân tỉnh Thái Nguyên "
            "về việc công bố của Sở Tài chính",
        ),
        (
            ("KH", "176/KH-UBND", "", "Ủy ban nhân dân tỉnh Tuyên Quang", "Chuyển đổi số năm 2026"),
            "Kế hoạch số 176/KH-UBND của Ủy ban nhân dân tỉnh Tuyên Quang về chuyển đổi số năm 2026",
        ),
        (
            ("CV", "5529/CT-CS", "2025-11-25", "Cục Thuế", "V/v quản lý thuế"),
            "Công văn số 5529/CT-CS ngày 25 tháng 11 năm 2025 của Cục Thuế về việc quản lý thuế",
        ),
        (
            ("NĐ", "249/2025/NĐ-CP", "", "", "Nghị định số 249/2025/NĐ-CP Quy định cơ chế thu hút chuyên gia"),
            "Nghị định số 249/2025/NĐ-CP quy định cơ chế thu hút chuyên gia",
        ),
        (("TT", "21-TT/TU", "2026-01-05", "", ""), "Thông tri số 21-TT/TU, ngày 05/01/2026"),
        (("KH", "", "", "", ""), "Kế hoạch"),
        (("", "12/ABC-XYZ", "", "", ""), "Văn bản số 12/ABC-XYZ"),
        (("", "", "", "", ""), ""),
    ],
)
def test_the_first_reference_is_full(fields, reference):
    assert citing.full(*fields) == reference


@pytest.mark.parametrize(
    ("title", "reference"),
    [
        ("Luật Đất đai", "Luật Đất đai ngày 18 tháng 01 năm 2024"),
        ("ĐẤT ĐAI", "Luật Đất đai ngày 18 tháng 01 năm 2024"),
        ("LUẬT ĐẤT ĐAI SỐ 31/2024/QH15", "Luật Đất đai ngày 18 tháng 01 năm 2024"),
        (
            "Sửa đổi, bổ sung một số điều của Luật Nhà ở",
            "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở ngày 18 tháng 01 năm 2024",
        ),
        ("", "Luật số 31/2024/QH15 ngày 18 tháng 01 năm 2024"),
    ],
)
def test_a_law_is_called_by_its_name_without_number_and_organ(title, reference):
    assert citing.full("L", "31/2024/QH15", "2024-01-18", "Quốc hội", title) == reference


def test_later_references_are_short():
    assert citing.short("KL", "226-KL/TW") == "Kết luận số 226-KL/TW"
    assert citing.short("KH", "") == "Kế hoạch"
    assert citing.short("QĐ", "30/2020/NĐ-CP") == "Nghị định số 30/2020/NĐ-CP", "the number is sure"
    assert citing.short("QyĐ", "125-QĐ/TW") == "Quy định số 125-QĐ/TW"
    assert citing.short("", "") == ""
    assert citing.short("L", "31/2024/QH15", "Luật Đất đai") == "Luật Đất đai"
    assert citing.short("L", "54/2014/QH13", "Luật Luật hải quan") == "Luật Hải quan"
    assert citing.short("KL", "226-KL/TW", "về tiết kiệm") == "Kết luận số 226-KL/TW"


@pytest.mark.parametrize("title", ["", "Luật", "luat dat dai so 31 2024 qh15", "Luat Dat dai 2024 486445.aspx"])
def test_a_title_that_names_nothing_is_left_out(title):
    assert citing.short("L", "31/2024/QH15", title) == "Luật số 31/2024/QH15"
    assert citing.full("L", "31/2024/QH15", "", "Quốc hội", title) == "Luật số 31/2024/QH15"


@pytest.mark.parametrize(
    ("locator", "reference", "enclosed", "sentence"),
    [
        ("mục 2", "Kết luận số 226-KL/TW", "", "Thực hiện theo mục 2 Kết luận số 226-KL/TW."),
        ("", "Kết luận số 226-KL/TW", "", "Thực hiện theo Kết luận số 226-KL/TW."),
        ("", "Luật Đất đai.", "", "Thực hiện theo Luật Đất đai."),
        (
            "Mục II",
            "Quyết định số 1127/QĐ-UBND",
            "Bộ tiêu chí",
            "Thực hiện theo Mục II Bộ tiêu chí ban hành kèm theo Quyết định số 1127/QĐ-UBND.",
        ),
        ("", "Công văn số 12/SNV-VP", "Phụ lục II", "Thực hiện theo Phụ lục II kèm theo Công văn số 12/SNV-VP."),
    ],
)
def test_what_to_write_instead_of_a_copy(locator, reference, enclosed, sentence):
    assert citing.instead(locator, reference, enclosed) == sentence
