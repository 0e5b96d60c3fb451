import itertools
import random
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.corpus.fingerprints import (
    PAIRED,
    PASSAGE,
    SHINGLE,
    WINDOW,
    Marks,
    fingerprints_of,
    pairs,
    shingles,
    winnowed,
)
from drafter.nlp.rarity import words_in
from drafter.nlp.syllables import stream

RUN = SHINGLE + WINDOW - 1
WORDS = st.lists(
    st.sampled_from(
        ["xã", "lập", "tổ", "tình", "nguyện", "hướng", "dẫn", "người", "dân", "nộp", "hồ", "sơ", "trực", "tuyến"]
    ),
    max_size=40,
)
LINES = "\n".join(
    f"{number}. Thôn {number} báo tên người trực ngày thứ {number} cho văn phòng xã." for number in range(60)
)
SAID = "Huấn luyện viên, vận động viên được thanh toán kinh phí tập huấn theo số ngày thực tế có mặt."
SAID_ANEW = "Kinh phí tập huấn trả cho vận động viên, huấn luyện viên tính bằng số ngày có mặt thật."


def pairs_of(text: str) -> Marks:
    read = stream(text)
    return pairs(words_in(read), read.pauses)


@given(WORDS, WORDS, st.lists(st.integers(0, 999).map(str), min_size=RUN, max_size=30))
def test_texts_that_share_thirteen_syllables_share_a_shingle(
    before: list[str], behind: list[str], run: list[str]
) -> None:
    stored = fingerprints_of(" ".join([*before, *run, *behind]))
    asked = shingles(stream(" ".join(run)).ids)
    assert set(asked.hashes.tolist()) & set(stored.hashes.tolist())


def test_sentences_that_share_rare_words_share_a_pair_whatever_their_order() -> None:
    assert not set(shingles(stream(SAID).ids).hashes) & set(shingles(stream(SAID_ANEW).ids).hashes)
    assert set(pairs_of(SAID_ANEW).hashes.tolist()) & set(fingerprints_of(SAID).hashes.tolist())


def test_a_pair_lies_within_one_sentence() -> None:
    one, other = "vận động viên tập huấn", "kinh phí thanh toán"
    together = set(pairs_of(f"{one}. {other}").hashes.tolist())
    assert together == set(pairs_of(one).hashes.tolist()) | set(pairs_of(other).hashes.tolist())


def test_pairs_say_where_their_words_stand() -> None:
    text = f"Ngày mai. {SAID}"
    read = stream(text)
    marks = pairs(words_in(read), read.pauses)
    assert len(marks.starts) == PAIRED * (PAIRED - 1) // 2
    assert all(2 <= start < end <= len(read) for start, end in zip(marks.starts, marks.ends, strict=True))


def test_fewer_than_five_syllables_leave_no_shingle() -> None:
    assert len(shingles(stream("Ủy ban nhân dân").ids).hashes) == 0
    assert len(fingerprints_of("")) == len(fingerprints_of("và của các")) == 0


def test_passages_lie_one_after_the_other_and_end_with_lines() -> None:
    spans = fingerprints_of(LINES).spans
    assert spans[0][0] == 0
    assert spans[-1][1] == len(LINES)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(spans))
    assert all(end - start <= PASSAGE and LINES[end - 1] == "\n" for start, end in spans[:-1])


def test_hashes_of_a_passage_are_distinct_and_rise_and_have_32_bits() -> None:
    prints = fingerprints_of(LINES + LINES)
    start = 0
    for count in prints.counts:
        assert np.all(np.diff(prints.hashes[start : start + count]) > 0)
        start += count
    assert start == len(prints.hashes)
    assert np.all(np.abs(prints.hashes) <= 2**31)


@pytest.mark.parametrize(
    "typed",
    [unicodedata.normalize("NFD", LINES), LINES.upper(), LINES.replace(" ", "\u00a0"), LINES.replace("\n", " \n ")],
    ids=["decomposed", "capitals", "non-breaking blanks", "more blanks"],
)
def test_the_way_of_typing_does_not_matter(typed: str) -> None:
    assert set(fingerprints_of(typed).hashes.tolist()) == set(fingerprints_of(LINES).hashes.tolist())


def test_a_text_without_blanks_is_one_passage() -> None:
    assert fingerprints_of("ab-" * 1000).spans == [(0, 3000)]


def test_syllables_are_counted_with_abbreviations_opened() -> None:
    assert fingerprints_of("UBND xã và xã").syllables == 7


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 5), max_size=60))
def test_exactly_the_smallest_of_every_window_are_kept(hashes: list[int]) -> None:
    kept = set(winnowed(np.array(hashes, np.uint64)).tolist())
    width = min(WINDOW, len(hashes))
    windows = [hashes[start : start + width] for start in range(len(hashes) - width + 1)] if hashes else []
    smallest = {start + at for start, window in enumerate(windows) for at in range(width) if window[at] == min(window)}
    assert kept == smallest


def test_a_long_text_leaves_less_than_half_a_fingerprint_a_syllable() -> None:
    rng = random.Random(3)
    words = list(map(str, range(20)))
    text = ". ".join(" ".join(rng.choices(words, k=25)) for _ in range(200))
    assert len(fingerprints_of(text).hashes) < 0.5 * 5000
