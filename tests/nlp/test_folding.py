import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.document import Span
from drafter.nlp.folding import fold, key


def test_a_plain_text_is_its_own_copy():
    text = "Ủy ban nhân dân xã\nKhuôn Lùng"
    folded = fold(text)
    assert folded.text is text
    assert folded.raw(3, 6) == Span(3, 6)


def test_decomposed_letters_map_back_to_their_marks():
    raw = unicodedata.normalize("NFD", "số Ủy ban")
    folded = fold(raw)
    assert folded.text == "số Ủy ban"
    start = folded.text.index("Ủy")
    assert unicodedata.normalize("NFC", folded.raw(start, start + 2).of(raw)) == "Ủy"
    assert folded.raw(0, len(folded.text)) == Span(0, len(raw))


def test_blanks_breaks_and_look_alikes_become_plain():
    raw = "QÐ\u00a0số\u200b 06/2026/TT-BTС\r\nĐiều\u20111"
    assert fold(raw).text == "QĐ số 06/2026/TT-BTC\nĐiều-1"


def test_a_span_behind_removed_characters_points_at_the_raw_ones():
    raw = "\ufeff\u200bĐiều 1"
    folded = fold(raw)
    assert folded.text == "Điều 1"
    assert folded.raw(0, 4).of(raw) == "Điều"


@given(st.text(alphabet="aăâđÐOỌ\u0323\u0302\u0301\u00a0\u200b\r\n 1/-С", max_size=40))
def test_offsets_rise_and_stay_inside(raw):
    folded = fold(raw)
    spans = [folded.raw(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= span.start <= span.end <= len(raw) for span in spans)
    assert all(before.end <= after.end for before, after in pairwise(spans))


def test_two_tone_mark_placements_have_one_key():
    assert key("UỶ BAN  nhân\ndân HOÀ Bình") == key("Ủy ban nhân dân Hòa Bình")
    assert key("đê") != key("de")
