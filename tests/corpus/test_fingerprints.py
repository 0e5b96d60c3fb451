import itertools
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.corpus.fingerprints import PASSAGE, SHINGLE, WINDOW, fingerprints_of, shingles, winnowed
from drafter.nlp.syllables import syllables

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


@given(WORDS, WORDS, st.lists(st.integers(0, 999).map(str), min_size=RUN, max_size=30))
def test_texts_that_share_eight_syllables_share_a_fingerprint(
    before: list[str], behind: list[str], run: list[str]
) -> None:
    stored = fingerprints_of(" ".join([*before, *run, *behind]))
    asked = shingles(syllables(" ".join(run)).ids)
    assert set(asked.tolist()) & set(stored.hashes.tolist())


def test_fewer_than_five_syllables_leave_none() -> None:
    assert len(fingerprints_of("Ủy ban nhân dân")) == len(fingerprints_of("")) == 0


def test_passages_lie_one_after_the_other_and_end_with_lines() -> None:
    spans = fingerprints_of(LINES).spans
    assert spans[0][0] == 0
    assert spans[-1][1] == len(LINES)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(spans))
    assert all(end - start <= PASSAGE and LINES[end - 1] == "\n" for start, end in spans[:-1])


def test_hashes_of_a_passage_are_distinct_and_rise() -> None:
    prints = fingerprints_of(LINES + LINES)
    start = 0
    for count in prints.counts:
        assert np.all(np.diff(prints.hashes[start : start + count]) > 0)
        start += count
    assert start == len(prints.hashes)


@pytest.mark.parametrize(
    "typed",
    [unicodedata.normalize("NFD", LINES), LINES.upper(), LINES.replace(" ", "\u00a0"), LINES.replace("\n", " \n ")],
    ids=["decomposed", "capitals", "non-breaking blanks", "more blanks"],
)
def test_the_way_of_typing_does_not_matter(typed: str) -> None:
    assert set(fingerprints_of(typed).hashes.tolist()) == set(fingerprints_of(LINES).hashes.tolist())


def test_a_text_without_blanks_is_one_passage() -> None:
    assert fingerprints_of("ab-" * 1000).spans == [(0, 3000)]


@given(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=50))
def test_every_window_keeps_its_smallest_hash(hashes: list[int]) -> None:
    kept = set(winnowed(np.array(hashes, np.int64)).tolist())
    for start in range(len(hashes) - WINDOW + 1):
        window = hashes[start : start + WINDOW]
        assert any(start + at in kept and window[at] == min(window) for at in range(WINDOW))
