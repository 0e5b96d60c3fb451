"""Marks of State secrets: found wherever they stand alone, and nowhere else."""

import unicodedata

import pytest

from drafter.nlp.secrecy import MARKS, secrecy_of


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "around",
    ["{}", "ỦY BAN NHÂN DÂN\n  {}  \nKẾ HOẠCH", "[ {} ]", "Kế hoạch\t{}\t12", "A\r\n—{}—\r\nB", "A\v{}\vB"],
)
def test_a_mark_is_found_where_it_stands_alone(mark: str, around: str) -> None:
    text = around.format(mark)

    assert secrecy_of(text) == mark
    assert secrecy_of(unicodedata.normalize("NFD", text)) == mark
    assert secrecy_of(text.replace(" ", "   ")) == mark


def test_a_mark_without_its_tones_is_one_too() -> None:
    assert [secrecy_of(said) for said in ("TUYÊT MÂT", "TÔI MÂT", "MÂT")] == ["TUYỆT MẬT", "TỐI MẬT", "MẬT"]


@pytest.mark.parametrize("text", ["", "Mật", "MẬT ONG", "BÍ MẬT", "Văn bản MẬT thì không", "TỐI MẬT VÀ TUYỆT MẬT"])
def test_words_that_are_no_mark_are_none(text: str) -> None:
    assert secrecy_of(text) == ""
