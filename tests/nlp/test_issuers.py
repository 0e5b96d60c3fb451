import pytest

from drafter.nlp.issuers import is_same_office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân xã Bản Mây", "UBND XÃ BẢN MÂY"),
        ("BỘ TÀI CHÍNH CỤC HẢI QUAN", "Cục Hải quan"),
        ("Sở Y tế", "Ủy ban nhân dân tỉnh Sơn Lâm Sở Y tế"),
    ],
)
def test_an_office_may_stand_behind_the_one_above_it(one: str, other: str) -> None:
    assert is_same_office(one, other)
    assert is_same_office(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban Thường vụ Quốc hội", "Quốc hội"),
        ("Văn phòng Chính phủ", "Chính phủ"),
        ("Văn phòng Ủy ban nhân dân tỉnh Sơn Lâm", "Ủy ban nhân dân tỉnh Sơn Lâm"),
        ("Bộ Tài chính", "BỘ TÀI CHÍNH CỤC HẢI QUAN"),
        ("Ủy ban nhân dân xã Bản Mây", "Ủy ban nhân dân xã Nà Cọ"),
        ("", "Quốc hội"),
        ("", ""),
    ],
)
def test_other_offices_are_others_and_an_unknown_one_is_none(one: str, other: str) -> None:
    assert not is_same_office(one, other)
    assert not is_same_office(other, one)
