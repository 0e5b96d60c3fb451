"""What the index keeps of whole texts: terms with their weights, and references."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from stored_texts import assert_consistent, item

from drafter.corpus import Corpus
from drafter.corpus.fingerprints import read_for_index
from drafter.corpus.subjects import KEPT, subject_of, telling_words, terms_of

VACCINES = (
    "Trạm y tế xã bảo quản vắc xin trong tủ lạnh chuyên dụng, theo dõi nhiệt độ hai lần mỗi ngày. Trẻ dưới một tuổi "
    "được tiêm chủng miễn phí tại trạm y tế; phụ huynh mang theo sổ tiêm chủng."
)
FIRES = (
    "Chủ rừng bố trí người trực gác lửa trong mùa khô. Khi phát hiện cháy rừng, người trực báo ngay cho kiểm lâm "
    "địa bàn và huy động dân quân dập lửa bằng dụng cụ tại chỗ."
)


def test_what_says_most_weighs_most_and_a_text_has_length_one() -> None:
    read = read_for_index(f"{VACCINES} {VACCINES} {FIRES}")
    terms = terms_of(telling_words(read)).weightiest(KEPT)

    assert np.isclose(terms.weights @ terms.weights, 1.0)
    assert (np.diff(terms.hashes) > 0).all()
    heaviest = terms.at[np.argsort(-terms.weights)[:3]]
    assert set(heaviest.tolist()) <= set(range(len(read) // 2)), "what is said twice weighs more"


def test_a_text_of_nothing_but_common_words_has_no_terms() -> None:
    assert len(subject_of("và của các", read_for_index("và của các")).terms) == 0
    assert len(subject_of("", read_for_index("")).terms) == 0


def test_references_are_kept_as_numbers_are_compared_but_not_the_own_number() -> None:
    text = "Số: 12/KH-UBND\nCăn cứ Nghị định số 05 /2024/NĐ-CP; Kết luận số 226-KL/TW. Mẫu số 01/ABC-XY."
    assert subject_of(text, read_for_index(text)).references == ("226-KL/TW", "5/2024/NĐ-CP")


def test_documents_are_found_by_terms_the_weightiest_first(corpus: Corpus) -> None:
    texts = (VACCINES, FIRES, f"{VACCINES} {FIRES} {FIRES} {FIRES}")
    ids = [corpus._put([replace(item(seed), text=text)])[0].id for seed, text in enumerate(texts)]
    term = terms_of(telling_words(read_for_index("tiêm chủng"))).hashes.tolist()

    places, found, weights = corpus.with_terms(term, 9)
    assert (places.tolist(), found.tolist()) == ([0, 0], [ids[0], ids[2]])
    assert weights[0] > weights[1] > 0
    assert corpus.with_terms(term, 1)[1].tolist() == [ids[0]]
    assert corpus.with_terms([], 9)[1].tolist() == []


def test_documents_are_found_by_their_references(corpus: Corpus) -> None:
    texts = ("Căn cứ Nghị định số 30/2020/NĐ-CP;", "Theo Nghị định số 30/2020/NĐ-CP và Công văn số 5/SNV-TC.", FIRES)
    ids = [corpus._put([replace(item(seed), text=text)])[0].id for seed, text in enumerate(texts)]

    assert [sorted(found) for found in corpus.with_references(["30/2020/nđ-cp", "9/KH-UBND"], 9)] == [ids[:2], []]
    assert len(corpus.with_references(["30/2020/NĐ-CP"], 1)[0]) == 1
    assert corpus.references(ids)[ids[1]] == {"30/2020/NĐ-CP", "5/SNV-TC"}


def test_a_document_that_is_replaced_or_removed_leaves_nothing_behind(corpus: Corpus) -> None:
    first = replace(item(0, "a.txt"), text=f"{VACCINES} Căn cứ Nghị định số 30/2020/NĐ-CP;", location="a")
    other = replace(item(1, "b.txt"), text=FIRES, location="b")
    ids = [corpus._put([one])[0].id for one in (first, other)]
    corpus._put([replace(first, sha256="0" * 64, text=f"{FIRES} {VACCINES}")])
    assert_consistent(corpus)
    assert corpus.references(ids[:1]) == {ids[0]: frozenset()}
    corpus.remove(ids[0])
    assert_consistent(corpus)
