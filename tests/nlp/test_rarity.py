import numpy as np
import pytest

from drafter.nlp.rarity import RARE, RAREST, RAREST_WORD, bits_of, words_of
from drafter.nlp.syllables import stream


def words(text: str) -> list[tuple[str, float]]:
    """The words of a text, the first syllable of each, with their bits."""
    read = stream(text)
    found = words_of(read.ids, read.pauses > 0)
    return [(text[read.starts[at] : read.ends[at]], bits) for at, bits in zip(found.at, found.bits, strict=True)]


def test_what_stands_everywhere_says_less_than_what_stands_nowhere() -> None:
    của, xưởng, páo = bits_of(stream("của xưởng Páo").ids)
    assert của < xưởng <= páo == RAREST


@pytest.mark.parametrize("word", ["huấn luyện", "thí nghiệm", "tờ rơi", "ngân sách", "thẩm quyền"])
def test_two_syllables_that_belong_together_are_a_word(word: str) -> None:
    first = word.split()[0]
    assert first in [begin for begin, _ in words(f"của {word} và")]


def test_a_name_is_a_word_and_a_small_word_is_none() -> None:
    assert [begin for begin, _ in words("và Páo của")] == ["Páo"]


def test_no_word_reaches_over_a_pause() -> None:
    assert words("huấn luyện") != []
    assert [begin for begin, _ in words("huấn. luyện")] != ["huấn"]


def test_bits_have_their_bounds() -> None:
    found = words("Ông Lường Văn Páo trực điểm bưu điện, tập huấn kỹ năng thanh toán phí bằng mã phản hồi nhanh")
    assert all(0 < bits <= RAREST_WORD for _, bits in found)
    assert all(bits >= RARE for begin, bits in found if begin in ("Páo", "Lường"))


def test_a_text_without_words_has_none() -> None:
    empty = np.empty(0, np.int64)
    assert len(words_of(empty, np.empty(0, np.bool_)).at) == 0
    assert words("và của") == []
