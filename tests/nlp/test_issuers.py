import pytest

from drafter.nlp.issuers import is_same_office, may_direct
from drafter.nlp.offices import level_of


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


@pytest.mark.parametrize(
    ("office", "other"),
    [
        ("Bộ Tài chính", "Ủy ban nhân dân xã Bản Mây"),
        ("Đảng ủy xã Bản Mây", "Ủy ban nhân dân xã Bản Mây"),
        ("Hội đồng nhân dân xã Bản Mây", "Ủy ban nhân dân xã Bản Mây"),
        ("Bộ Tài chính", "Cục Hải quan"),
        ("Ban Bí thư", "Tổ hòa giải"),
        ("Tổ công tác", "Ủy ban nhân dân xã Bản Mây"),
        ("Ủy ban nhân dân xã Nà Cọ", ""),
    ],
)
def test_a_superior_office_may_direct_and_an_unknown_one(office: str, other: str) -> None:
    assert may_direct(office, level_of(office), other)


@pytest.mark.parametrize(
    ("office", "other"),
    [
        ("Ủy ban nhân dân xã Nà Cọ", "UBND xã Bản Mây"),
        ("Ủy ban nhân dân xã Bản Mây", "Ủy ban nhân dân tỉnh Sơn La"),
        ("Bộ Nội vụ", "Bộ Tài chính"),
    ],
)
def test_peers_and_those_below_may_not(office: str, other: str) -> None:
    assert not may_direct(office, level_of(office), other)
