"""Which stored documents are about what a text is about: the same on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stored_texts import item

from drafter.corpus import Corpus, Metadata
from drafter.corpus.subjects import telling_words, terms_of
from drafter.nlp.syllables import stream
from drafter.overlap.nearest import Near, nearest

PUMPS = "Trạm bơm tưới tiêu vận hành theo lịch tưới dưỡng lúa, công nhân trạm bơm kiểm tra cánh quạt và lưới chắn rác."
DUCKS = "Hộ nuôi vịt chạy đồng khai báo đàn vịt, tiêm vắc xin cúm gia cầm, nhốt vịt sau tám giờ tối."
LAMPS = "Đèn đường thắp từ sáu giờ tối, tổ điện thay bóng cháy, sơn lại cột đèn và bấm số cột."


def near(corpus: Corpus, text: str, title: str = "", *references: str) -> list[Near]:
    return nearest(corpus, terms_of(telling_words(stream(text))).weightiest(100), title, references)


@pytest.fixture
def ids(corpus: Corpus) -> list[int]:
    texts = (
        f"{PUMPS} Căn cứ Quyết định số 71/QĐ-UBND;",
        f"{DUCKS} Căn cứ Quyết định số 72/QĐ-UBND; Công văn số 5/SNN-TY.",
        f"{LAMPS} Căn cứ Quyết định số 72/QĐ-UBND;",
    )
    titles = ("Vận hành trạm bơm", "Nuôi vịt chạy đồng", "Chiếu sáng ngõ xóm")
    items = [
        replace(item(seed), text=text, metadata=Metadata(f"{seed}/KH-UBND", "KH", title))
        for seed, (text, title) in enumerate(zip(texts, titles, strict=True), 1)
    ]
    return [corpus._put([one])[0].id for one in items]


def test_what_has_the_terms_is_nearest(corpus: Corpus, ids: list[int]) -> None:
    said_anew = "Công nhân kiểm tra lưới chắn rác và cánh quạt trước khi trạm bơm tưới dưỡng lúa."
    first, *others = near(corpus, said_anew)
    assert first.entry.id == ids[0]
    assert first.likeness > 0.4 and all(other.likeness < 0.2 for other in others)
    assert 0 < first.score < 1


def test_a_text_is_as_near_to_itself_as_can_be(corpus: Corpus, ids: list[int]) -> None:
    text = corpus.text(ids[1])
    first = near(corpus, text, "Nuôi vịt chạy đồng", "72/QĐ-UBND", "5/SNN-TY")[0]
    assert first.entry.id == ids[1]
    assert first.score == pytest.approx(1, abs=0.02)


def test_shared_references_lead_to_documents_that_share_no_term(corpus: Corpus, ids: list[int]) -> None:
    found = near(corpus, "", "", "72/QĐ-UBND", "5/SNN-TY")
    assert [one.entry.id for one in found] == [ids[1], ids[2]]
    assert [one.likeness for one in found] == [0, 0]
    assert found[0].references == ("5/SNN-TY", "72/QĐ-UBND"), "the rarer one first"


def test_of_equally_near_texts_the_one_with_the_same_references_comes_first(corpus: Corpus, ids: list[int]) -> None:
    both = f"{PUMPS} {DUCKS}"
    assert near(corpus, both, "", "71/QĐ-UBND")[0].entry.id == ids[0]
    assert near(corpus, both, "", "5/SNN-TY")[0].entry.id == ids[1]


def test_of_equally_near_texts_the_one_with_the_title_comes_first(corpus: Corpus, ids: list[int]) -> None:
    both = f"{PUMPS} {DUCKS}"
    assert near(corpus, both, "Vận hành trạm bơm tiêu")[0].entry.id == ids[0]
    assert near(corpus, both, "Quản lý vịt chạy đồng")[0].entry.id == ids[1]


def test_nothing_is_near_to_nothing(corpus: Corpus, ids: list[int]) -> None:
    assert near(corpus, "") == []
    assert near(corpus, "và của các", "", "1/XX-YY") == []
