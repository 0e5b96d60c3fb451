import pytest

from drafter.nlp.compounds import compounds, read
from drafter.nlp.syllables import normal


@pytest.mark.parametrize("words", ["chồng chéo", "thực hiện", "nghiệp vụ", "cổng thông", "hòa giải", "kỷ luật"])
def test_syllables_that_belong_together_are_a_compound(words: str) -> None:
    first, second = map(normal, words.split())
    table = compounds()
    assert table.is_compound(first, second)
    assert table.together(first, second) <= min(table.counts[first], table.counts[second])
    assert first in table.before[second]


@pytest.mark.parametrize("words", ["chông chéo", "thức hiện", "nghiệp vu", "xuất xắc"])
def test_slips_are_in_no_pair(words: str) -> None:
    first, second = map(normal, words.split())
    assert compounds().together(first, second) == 0


def test_what_the_table_lacks_is_expected_as_chance_has_it() -> None:
    table = read(["1000", "mưu\t90\ttham 5", "tham\t100\tmưu 80"])
    assert table.expected(normal("tham"), normal("mưu")) == pytest.approx(6.32, abs=0.01)
    assert table.expected(normal("mưu"), normal("mưu")) < table.expected(normal("mưu"), normal("tham"))
    assert table.expected("x", "y") == pytest.approx(-3.3, abs=0.1)
    assert table.share(normal("tham"), normal("mưu")) == pytest.approx(80 / 90)
    assert table.share("x", "y") == 0.0


def test_a_syllable_is_written_as_it_mostly_is() -> None:
    spellings = compounds().spellings
    assert [spellings[normal(one)] for one in ("HOÀ", "kĩ", "lí", "ỦY")] == ["hòa", "kỹ", "lý", "ủy"]
