"""Searching: what is found, in which order, what it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stored_texts import item, prose

from drafter.corpus import Corpus, Item

AROUND = prose(1, 120)


def about(seed: int, text: str, **known: str) -> Item:
    return replace(item(seed, **known), text=f"{prose(seed, 120)}\n{text}\n{prose(seed + 100, 120)}")


def names(corpus: Corpus, words: str, limit: int = 20) -> list[str]:
    return [hit.entry.name for hit in corpus.search(words, limit)]


@pytest.mark.parametrize(
    ("stored", "sought"),
    [
        ("công tác hoà giải ở cơ sở", "hòa giải ở cơ sở"),
        ("CÔNG TÁC HÒA GIẢI Ở CƠ SỞ", "hoà giải ở cơ sở"),
        ("công tác hòa giải ở cơ sở", "HOÀ GIẢI Ở CƠ SỞ"),
        ("co\u0302ng ta\u0301c ho\u0300a gia\u0309i", "công tác hòa giải"),
        ("bác sỹ Quý", "bác sĩ quý"),
        ("số: ____Quỹ____ đất", "quỹ đất"),
        ("theo Ðiều 5", "điều 05"),
        ("Quyết định 411/QĐ-TTg ngày 31/3/2022", "411/qđ-ttg"),
        ("gồm:\nmột đầu\nmối", "một đầu mối"),
    ],
)
def test_words_are_found_however_they_are_typed(corpus: Corpus, stored: str, sought: str) -> None:
    list(corpus.add_all([about(1, stored), item(2)]))
    assert names(corpus, sought) == ["van-ban-1.txt"]


def test_all_words_must_be_there(corpus: Corpus) -> None:
    list(corpus.add_all([about(1, "hòa giải"), about(2, "hoa trái"), about(3, "giải thưởng")]))
    assert names(corpus, "hòa giải") == ["van-ban-1.txt"]
    assert names(corpus, "hòa giải vắng") == []


@pytest.mark.parametrize("nothing", ["", "   ", "…!?", "日本", '"', "' OR 1=1 --", "*", "NOT AND", "a:b*c"])
def test_odd_queries_find_nothing_and_break_nothing(corpus: Corpus, nothing: str) -> None:
    list(corpus.add_all([item(1)]))
    assert corpus.search(nothing) == []


def test_number_comes_before_title_before_phrase_before_scattered_words(corpus: Corpus) -> None:
    list(
        corpus.add_all(
            [
                about(1, "trích 12 của KH, gửi UBND"),
                about(2, "theo Kế hoạch số 12/KH-UBND ngày 5"),
                about(3, "không có gì", title="Về 12/KH-UBND"),
                about(4, "không có gì", number="12/KH-UBND"),
                about(5, "không có gì", number="112/KH-UBND 12"),
            ]
        )
    )
    numbered = ["van-ban-4.txt", "van-ban-5.txt", "van-ban-3.txt", "van-ban-1.txt", "van-ban-2.txt"]
    assert sorted(names(corpus, "12/KH-UBND")) == sorted(numbered)
    assert names(corpus, "12/KH-UBND")[:3] == numbered[:3]


def test_the_phrase_comes_before_its_scattered_words(corpus: Corpus) -> None:
    scattered = [about(seed, f"nguồn {AROUND} vốn tín {AROUND} dụng") for seed in range(4)]
    list(corpus.add_all([*scattered[:2], about(7, "nguồn vốn  tín\ndụng"), *scattered[2:]]))
    found = names(corpus, "nguồn vốn tín dụng")
    assert found[0] == "van-ban-7.txt"
    assert len(found) == 5


def test_of_equals_the_highest_then_the_newest_come_first(corpus: Corpus) -> None:
    list(
        corpus.add_all(
            [
                about(1, "nguồn vốn", issuer="UBND xã Khuôn Lùng", date="2026-01-01"),
                about(2, "nguồn vốn", issuer="Chính phủ", date="2020-01-01"),
                about(3, "nguồn vốn", issuer="Chính phủ", date="2025-01-01"),
            ]
        )
    )
    assert names(corpus, "nguồn vốn") == ["van-ban-3.txt", "van-ban-2.txt", "van-ban-1.txt"]
    assert names(corpus, "nguồn vốn", limit=1) == ["van-ban-3.txt"]


def test_the_excerpt_shows_the_words_on_one_line(corpus: Corpus) -> None:
    list(corpus.add_all([about(1, "hòa một nơi\nkhông sao chép\nnguyên văn của cấp trên")]))
    hit = corpus.search("nguyên văn sao chép")[0]
    assert "không sao chép nguyên văn của cấp trên" in hit.excerpt
    assert hit.excerpt.startswith("… ")
    assert hit.excerpt.endswith(" …")
    assert "\n" not in hit.excerpt
    assert len(hit.excerpt) < 200
    assert corpus.text(hit.entry.id)[hit.start :].split()[:3] == hit.excerpt.split()[1:4]


def test_the_excerpt_of_a_title_s_words_is_the_beginning(corpus: Corpus) -> None:
    list(corpus.add_all([item(1, title="Về hoả tốc")]))
    hit = corpus.search("hỏa tốc")[0]
    assert hit.start == 0
    assert hit.excerpt.startswith(" ".join(prose(1).split()[:8]))


def test_a_replaced_document_is_found_by_its_new_words_only(corpus: Corpus) -> None:
    list(corpus.add_all([replace(about(1, "hoa sen"), location="/a"), replace(about(2, "hoa mai"), location="/a")]))
    assert names(corpus, "sen") == []
    assert names(corpus, "hoa mai") == ["van-ban-2.txt"]
