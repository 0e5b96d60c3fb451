import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.nlp.abbreviations import COMMON, defined_in
from drafter.nlp.syllables import identity, normal, spellings_of, stream, streams, syllable_spans, syllables

# Spellings that a reader takes for the same.
SAME = [
    ("hoà", "hòa"),
    ("HOÀ", "hòa"),
    ("Uỷ", "Ủy"),
    ("thuỷ", "thủy"),
    ("khoẻ", "khỏe"),
    ("sĩ", "sỹ"),
    ("kỳ", "kì"),
    ("Ðảng", "Đảng"),
    ("đảng", "Đảng"),
    ("nh\u00adân", "nhân"),
    ("\u200bnhân", "nhân"),
    (unicodedata.normalize("NFD", "Ủy"), "ủy"),
    (unicodedata.normalize("NFD", "trưởng"), "trưởng"),
    (unicodedata.normalize("NFKD", "quyền"), "quyền"),
]
# Syllables that differ by more than their spelling.
DIFFERENT = [
    ("hoa", "hòa"),
    ("hóa", "hòa"),
    ("ban", "bàn"),
    ("đa", "da"),
    ("quy", "qui"),
    ("chông", "chồng"),
    ("15", "16"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_syllable_have_one_form(one: str, other: str) -> None:
    assert syllables(one).forms == syllables(other).forms


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_syllables_keep_different_forms(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("UBND xã", "Ủy ban nhân dân xã"),
        ("GD&ĐT", "giáo dục và đào tạo"),
        ("chuyên môn – nghiệp vụ", "chuyên môn - nghiệp vụ"),
        ("“một cửa”", '"một cửa"'),
        ("cơ\u00a0quan", "cơ quan"),
        ("cơ  quan\nnhà nước", "cơ quan nhà nước"),
        ("từ 95 %", "từ 95%"),
        ("R&D", "R & D"),
    ],
)
def test_ways_of_typing_give_the_same_syllables(typed: str, meant: str) -> None:
    assert syllables(typed).forms == syllables(meant).forms


def test_every_syllable_keeps_its_place_in_the_text_as_it_stands() -> None:
    text = unicodedata.normalize("NFD", "Ủy ban") + "\u200b nhân\u00a0dân – UBND."
    read = syllables(text)
    assert [text[start:end] for start, end in zip(read.starts, read.ends, strict=True)] == [
        unicodedata.normalize("NFD", "Ủy"),
        "ban\u200b",
        "nhân",
        "dân",
        *["UBND"] * 4,
    ]


def test_an_abbreviation_that_the_text_defines_is_opened_everywhere() -> None:
    text = "CTMT được giao. Chương trình mục tiêu (CTMT) của xã."
    assert syllables(text).forms[:4] == syllables("chương trình mục tiêu").forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tổ công nghệ số cộng đồng (TCNSCĐ)", {"TCNSCĐ": ("tổ", "công", "nghệ", "số", "cộng", "đồng")}),
        ("Ban Quản lý dự án (sau đây gọi tắt là BQLDA)", {"BQLDA": ("Ban", "Quản", "lý", "dự", "án")}),
        ("Thông tin và Tuyên truyền (viết tắt là TTTTr)", {}),
        ("phòng, chống thiên tai (PCTT)", {}),  # known already
        ("hội nghị trực tuyến (ABC)", {}),
        ("(CCHC)", {}),
    ],
)
def test_definitions_in_brackets_are_taken_where_the_initials_fit(text: str, found: dict[str, tuple[str, ...]]) -> None:
    assert defined_in(text) == found


def test_abbreviations_stand_for_lower_case_words_of_single_spaces() -> None:
    assert all(words == " ".join(words.lower().split()) for words in COMMON.values())


TEXTS = st.text(st.sampled_from("abđĐÐêộỘy \u0301\u0323\u200b\u00ad\u00a0\n.,&-(15%UBND"), max_size=60)


@given(TEXTS)
def test_spans_rise_and_lie_in_the_text(text: str) -> None:
    read = syllables(text)
    assert len(read.forms) == len(read.starts) == len(read.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(read.starts, read.ends, strict=True))
    assert list(read.starts) == sorted(read.starts)
    assert {(span.start, span.end) for span in syllable_spans(text)} == set(
        zip(read.starts.tolist(), read.ends.tolist(), strict=True)
    )


@given(TEXTS)
def test_the_quick_way_gives_the_same_ids(text: str) -> None:
    quick, read = stream(text), syllables(text)
    assert quick.ids.tolist() == list(map(identity, read.forms))
    assert quick.starts.tolist() == read.starts.tolist()
    assert quick.ends.tolist() == read.ends.tolist()


def test_an_abbreviation_that_a_text_defines_is_opened_in_it_alone() -> None:
    defines = "Ban chỉ đạo công nghệ số cộng đồng (CNSCĐ). CNSCĐ họp hằng tháng."
    opened = stream("công nghệ số cộng đồng").ids.tolist()
    ids = stream(defines).ids.tolist()
    assert ids[-8:-3] == opened
    assert stream("CNSCĐ họp").ids.tolist()[-1] == ids[-3]
    assert len(stream("CNSCĐ họp")) == 2


def test_the_syllables_of_an_opened_abbreviation_have_no_pauses_between_them() -> None:
    assert stream("Xã. UBND").pauses.tolist() == [2, 1, 0, 0, 0]


@given(st.lists(TEXTS, max_size=5))
def test_many_texts_read_as_each_does_alone(texts: list[str]) -> None:
    together = streams(texts, [defined_in(text) for text in texts])
    for read, alone in zip(together, map(stream, texts), strict=True):
        assert read.ids.tolist() == alone.ids.tolist()
        assert read.starts.tolist() == alone.starts.tolist()
        assert read.ends.tolist() == alone.ends.tolist()
        assert read.pauses.tolist() == alone.pauses.tolist()


def test_each_text_has_its_own_abbreviations() -> None:
    texts = ["CNS của xã", "CNS của xã"]
    opened, kept = streams(texts, [{"CNS": ("công", "nghệ", "số")}, {}])
    assert opened.starts.tolist() == [0, 0, 0, 4, 8]
    assert opened.ids.tolist() == stream("công nghệ số của xã").ids.tolist()
    assert len(kept) == 3


def test_spellings_are_told_once_as_they_are_written() -> None:
    assert sorted(spellings_of("UBND xã, xã UBND; Xã")) == ["UBND", "Xã", "xã"]


@given(TEXTS)
def test_decomposed_text_reads_the_same(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert syllables(unicodedata.normalize("NFD", composed)).forms == syllables(composed).forms
