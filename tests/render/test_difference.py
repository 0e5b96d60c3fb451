"""Where a passage and its source differ, as a reader would underline it."""

import itertools
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.render.difference import difference, likeness

VOCABULARY = [
    "chồng",
    "chéo",
    "tổ",
    "chức",
    "hội",
    "nghị",
    "UBND",
    "ủy",
    "ban",
    "nhân",
    "dân",
    "xã,",
    "15%",
    "số",
    "-",
    "và",
    "của;",
    "văn",
    "bản.\nĐiều",
    "5",
    "hoà",
]
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=25).map(" ".join)


def underlined(a: str, b: str) -> tuple[str, str]:
    """Both texts with what differs in square brackets."""
    sides = ["", ""]
    for piece in difference(a, b):
        for side, part in enumerate((piece.a.of(a), piece.b.of(b))):
            sides[side] += part if piece.kind == "same" or not part else f"[{part}]"
    return sides[0], sides[1]


@pytest.mark.parametrize(
    "a, b",
    [
        ("Không ban hành văn bản mang tính [hình thức].", "Không ban hành văn bản mang tính [sao chép lại]."),
        ("tổ chức các hội nghị, [cuộc họp] thật sự cần thiết", "tổ chức các hội nghị, thật sự cần thiết"),
        ("giảm 15% số lượng văn bản.", "giảm 15% số lượng văn bản [so với năm trước]."),
        ("- [Hằng năm, các tổ chức], đơn vị thực hiện", "- [Mọi], đơn vị thực hiện"),
        ("tinh giản tối thiểu [15]% số lượng văn bản", "tinh giản tối thiểu [10]% số lượng văn bản"),
        ("“[hoàn toàn khác nhau]”", "([chẳng giống gì hết])"),
    ],
)
def test_differing_words_are_told_on_both_sides(a: str, b: str) -> None:
    assert underlined(re.sub(r"[\[\]]", "", a), re.sub(r"[\[\]]", "", b)) == (a, b)


@pytest.mark.parametrize(
    "a, b",
    [
        ("Ủy ban nhân dân xã hòa bình", "ỦY BAN NHÂN DÂN XÃ HOÀ BÌNH"),
        ("khóa XIII – nhiệm kỳ 2020–2025", "khoá XIII - nhiệm kỳ 2020-2025"),
        ("Đảng ủy xã Khuôn Lùng", unicodedata.normalize("NFD", "Đảng ủy xã Khuôn Lùng")),
        ("UBND tỉnh ban hành", "Ủy ban nhân dân tỉnh ban hành"),
        ("thực hiện\nnghiêm túc,\u00a0đồng bộ", "thực hiện nghiêm túc; đồng bộ"),
    ],
)
def test_ways_of_typing_the_same_words_are_no_difference(a: str, b: str) -> None:
    assert {piece.kind for piece in difference(a, b)} == {"same"}
    assert likeness(difference(a, b)) == 1.0


def test_a_difference_is_widened_to_the_whole_word() -> None:
    a = "khắc phục tình trạng chồng chéo, kém hiệu quả"
    b = "khắc phục tình trạng chông chéo, kém hiệu quả"

    assert underlined(a, b) == (
        "khắc phục tình trạng [chồng chéo], kém hiệu quả",
        "khắc phục tình trạng [chông chéo], kém hiệu quả",
    )


def test_an_abbreviation_is_never_cut() -> None:
    assert underlined("do UBND tỉnh giao cho xã", "do Ủy ban xã giao cho xã")[0] == "do [UBND tỉnh] giao cho xã"


def test_one_chance_word_between_two_differences_does_not_split_them() -> None:
    a = "Thủ trưởng cơ quan rà soát và sửa đổi quy định trước ngày 30 tháng 6"
    b = "Thủ trưởng cơ quan thống kê và lưu trữ hồ sơ trước ngày 30 tháng 6"

    assert [piece.kind for piece in difference(a, b)] == ["same", "changed", "same"]


def test_long_texts_are_compared_without_widening_in_reasonable_time() -> None:
    a = "Tập trung khắc phục tình trạng chồng chéo trong văn bản. " * 200
    b = a.replace("chồng chéo", "chông chéo", 1)

    changed = [piece for piece in difference(a, b) if piece.kind != "same"]

    assert [(piece.a.of(a), piece.b.of(b)) for piece in changed] == [("chồng", "chông")]


@pytest.mark.parametrize(
    "a, b, kinds", [("", "", []), ("", "thêm", ["added"]), ("bớt", "", ["dropped"]), ("-", ";", ["same"])]
)
def test_empty_texts(a: str, b: str, kinds: list[str]) -> None:
    assert [piece.kind for piece in difference(a, b)] == kinds


@settings(max_examples=150)
@given(TEXTS, TEXTS)
def test_the_pieces_are_the_whole_of_both_texts(a: str, b: str) -> None:
    pieces = difference(a, b)

    assert "".join(piece.a.of(a) for piece in pieces) == a
    assert "".join(piece.b.of(b) for piece in pieces) == b
    at_a = at_b = 0
    for piece in pieces:
        assert (piece.a.start, piece.b.start) == (at_a, at_b)
        at_a, at_b = piece.a.end, piece.b.end
    assert all(one.kind == "same" or two.kind == "same" for one, two in itertools.pairwise(pieces))
    assert 0.0 <= likeness(pieces) <= 1.0


@settings(max_examples=50)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_characters_at_all_are_tiled(a: str, b: str) -> None:
    pieces = difference(a, b)

    assert "".join(piece.a.of(a) for piece in pieces) == a
    assert "".join(piece.b.of(b) for piece in pieces) == b
