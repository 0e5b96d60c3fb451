"""Values for skeletons: what is taken, and what is said of what is not."""

from datetime import date

import pytest

from drafter.errors import DrafterError, UnknownKind, UnknownValue, WrongValue, WrongValuesFile
from drafter.templates.forms import form_of
from drafter.templates.heads import written
from drafter.templates.names import archive_of, code_of, lines_of
from drafter.templates.values import from_toml, from_words, values_of


@pytest.mark.parametrize(
    ("said", "symbol"),
    [
        ("KH", "KH"),
        ("kh", "KH"),
        ("Kế Hoạch", "KH"),
        ("KẾ HOẠCH", "KH"),
        ("ke hoach", "KH"),
        (" kế  hoạch ", "KH"),
        ("HD", "HD"),
        ("hđ", "HĐ"),
        ("qd", "QĐ"),
        ("QYĐ", "QyĐ"),
        ("quy định", "QyĐ"),
        ("bản sao y", "SY"),
        ("thỏa thuận", "BTT"),
        ("thoả thuận", "BTT"),
        ("ctr", "CTr"),
        ("thu cong", "ThC"),
    ],
)
def test_a_kind_is_known_however_it_is_typed(said: str, symbol: str) -> None:
    assert form_of(said).symbol == symbol


def test_an_unknown_kind_is_named_with_what_to_do() -> None:
    with pytest.raises(UnknownKind) as state:
        form_of("thông tri")
    with pytest.raises(UnknownKind) as party:
        form_of("thư công", party=True)

    assert str(state.value) == (
        "Không có mẫu cho “thông tri”; hãy chọn tên loại hoặc ký hiệu trong: drafter new --list"
    )
    assert str(party.value).endswith("drafter new --list --party")


@pytest.mark.parametrize(
    ("given", "kind", "said"),
    [
        ({"so": "5"}, UnknownValue, "Kế hoạch không có mục “so”; hãy chọn trong: organ, superior, code, number,"),
        ({"number": "5/KH"}, WrongValue, "number: “5/KH” không phải số; hãy chỉ ghi chữ số"),
        ({"date": "31/4/2026"}, WrongValue, "date: “31/4/2026” không phải ngày trong lịch; hãy viết như 2026-08-05"),
        ({"date": "mai"}, WrongValue, "date: “mai” không phải ngày trong lịch"),
        ({"date": 5}, WrongValue, "date: “5” không phải ngày trong lịch"),
        ({"signer": {"a": 1}}, WrongValue, "signer: phải là chữ hoặc danh sách chữ"),
        ({"signer": True}, WrongValue, "signer: phải là chữ hoặc danh sách chữ"),
        ({"bases": [["a"]]}, WrongValue, "bases: phải là chữ hoặc danh sách chữ"),
        ({"signer": ["a", "b"]}, WrongValue, "signer: chỉ ghi một giá trị, không ghi danh sách"),
    ],
)
def test_a_wrong_value_is_named_with_what_to_do(given: dict[str, object], kind: type[DrafterError], said: str) -> None:
    with pytest.raises(kind) as wrong:
        values_of(form_of("KH"), given)

    assert str(wrong.value).startswith(said)


def test_values_come_from_toml_with_numbers_and_dates() -> None:
    given = from_toml("a.toml", 'number = 5\r\ndate = 2026-08-05\r\nbases = ["a", "b"]'.encode("utf-8-sig"))
    values = values_of(form_of("KH"), given)

    assert (values.one("number"), values.date, values.many("bases")) == ("05", date(2026, 8, 5), ("a", "b"))


@pytest.mark.parametrize(
    ("data", "where"),
    [(b"a = 1\nb = c\n", " ở dòng 2;"), ("organ = 'Xã'".encode("utf-16"), " (bảng mã không phải UTF-8);"), (b"=", ";")],
)
def test_a_broken_file_is_named_with_the_line(data: bytes, where: str) -> None:
    with pytest.raises(WrongValuesFile) as wrong:
        from_toml("xa.toml", data)

    assert str(wrong.value).startswith("xa.toml: không đọc được theo dạng TOML")
    assert where in str(wrong.value) + ";"


def test_words_make_lists_where_there_may_be_several() -> None:
    assert from_words(["bases=a", "bases=b=c", "signer=Lan"]) == {"bases": ["a", "b=c"], "signer": "Lan"}
    with pytest.raises(WrongValue, match="signer: ghi hai lần"):
        from_words(["signer=a", "signer=b"])
    with pytest.raises(WrongValue, match="signer: thiếu dấu “=”"):
        from_words(["signer"])


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_days_and_the_first_months_have_two_figures(when: date, words: str) -> None:
    assert written(when) == words


@pytest.mark.parametrize(
    ("organ", "lines"),
    [
        ("Ủy ban nhân dân xã Bản Mây", ["ỦY BAN NHÂN DÂN", "XÃ BẢN MÂY"]),
        ("Hội đồng nhân dân đặc khu Phú Quý", ["HỘI ĐỒNG NHÂN DÂN", "ĐẶC KHU PHÚ QUÝ"]),
        ("Sở Nội vụ", ["SỞ NỘI VỤ"]),
        ("Đảng bộ thành phố Hồ Chí Minh", ["ĐẢNG BỘ", "THÀNH PHỐ HỒ CHÍ MINH"]),
        ("Trung tâm Phục vụ hành chính công xã Bản Mây", ["TRUNG TÂM PHỤC VỤ HÀNH", "CHÍNH CÔNG XÃ BẢN MÂY"]),
    ],
)
def test_names_stand_on_lines_that_fit(organ: str, lines: list[str]) -> None:
    assert lines_of(organ, 70, 13, True) == lines


@pytest.mark.parametrize(
    ("organ", "code"),
    [
        ("Ủy ban nhân dân xã Bản Mây", "UBND"),
        ("UỶ BAN NHÂN DÂN phường A", "UBND"),
        ("Đảng uỷ xã Bản Mây", "ĐU"),
        ("Ban Thường vụ Đảng ủy xã Bản Mây", "ĐU"),
        ("Phòng Văn hóa - Xã hội", "VHXH"),
        ("Sở Giáo dục và Đào tạo", "SGDĐT"),
        ("Trường Tiểu học Bản Mây", ""),
    ],
)
def test_what_an_office_is_abbreviated_to(organ: str, code: str) -> None:
    assert code_of(organ) == code


def test_where_the_party_keeps_its_documents() -> None:
    assert archive_of("Đảng uỷ xã Bản Mây") == "Văn phòng Đảng ủy"
    assert archive_of("Chi bộ Trường Tiểu học") == "Chi bộ"
    assert archive_of("Ban Tổ chức") == ""
