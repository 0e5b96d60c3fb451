import pytest

from drafter.nlp.syllables import normal
from drafter.wording.slips import slip
from drafter.wording.syllabary import is_syllable, is_writable


@pytest.mark.parametrize(
    ("written", "meant", "how"),
    [
        ("chéo", "chèo", "tone"),
        ("kỹ", "kỷ", "tone"),
        ("vu", "vụ", "tone"),
        ("chông", "chồng", "tone"),
        ("dẫn", "đẫn", "mark"),
        ("dạy", "đầy", "marks"),
        ("cong", "công", "bare"),
        ("chuyen", "chuyển", "bare"),
        ("xắc", "sắc", "onset"),
        ("lỗ", "nỗ", "onset"),
        ("chách", "trách", "onset"),
        ("dải", "giải", "onset"),
        ("quảng", "quản", "final"),
        ("phát", "phác", "final"),
        ("hoạtt", "hoạt", "letter"),
        ("phạ", "phạm", "letter"),
        ("tiên", "thiên", "letter"),
        ("nhiện", "nhiệm", "letter"),
        ("ủa", "ảu", "letter"),
        ("thực", "thực", None),
        ("khẩn", "trương", None),
        ("ca", "kế", None),
    ],
)
def test_how_one_syllable_becomes_another(written: str, meant: str, how: str | None) -> None:
    assert slip(normal(written), normal(meant)) == how


@pytest.mark.parametrize(
    "word", ["nghiêng", "quýt", "khuỷu", "giếng", "gìn", "quốc", "ương", "yến", "ủy", "hoạt", "kẹo", "gì"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(normal(word))


@pytest.mark.parametrize("word", ["hoạtt", "nghành", "kạo", "trùngc", "tễch", "nhiêmj", "cềnh", "thưc"])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(normal(word))


def test_words_of_other_languages_may_be_written() -> None:
    assert [is_writable(normal(word)) for word in ("internet", "vắcxin", "milimét", "hoạtt")] == [
        True,
        True,
        True,
        False,
    ]
