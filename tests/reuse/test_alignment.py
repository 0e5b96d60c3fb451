import unicodedata

import pytest
from passages import BEFORE, BEHIND, EDITED, ITEM, OWN, SHUFFLED, TYPED_OTHERWISE

from drafter.document import Span
from drafter.reuse.alignment import alignments
from drafter.reuse.tokens import tokens

SOURCE = f"1. Yêu cầu chung.\n2. {ITEM}\n3. Báo cáo kết quả bằng tin nhắn trước ngày 25 hằng tháng."


def found(draft: str, source: str = SOURCE) -> list[tuple[str, str]]:
    """The passages that correspond: of the draft, of the source."""
    ours, theirs = tokens(draft), tokens(source)
    return [
        (
            ours.span(alignment.start, alignment.end).of(draft),
            theirs.span(alignment.source_start, alignment.source_end).of(source),
        )
        for alignment in alignments(ours, theirs)
    ]


@pytest.mark.parametrize(
    "passage", [ITEM, TYPED_OTHERWISE, EDITED, SHUFFLED], ids=["same", "typed", "edited", "shuffled"]
)
def test_the_passage_is_found_whole_whatever_was_done_to_it(passage: str) -> None:
    assert found(f"{BEFORE}\n{passage}\n{BEHIND}") == [(passage.rstrip("."), ITEM.rstrip("."))]


def test_decomposed_text_corresponds_and_keeps_its_own_offsets() -> None:
    passage = unicodedata.normalize("NFD", ITEM)
    assert found(f"{BEFORE}\n{passage}\n{BEHIND}") == [(passage.rstrip("."), ITEM.rstrip("."))]


def test_own_text_corresponds_to_nothing() -> None:
    assert found(OWN) == []


def test_a_heading_above_the_passage_is_not_drawn_in() -> None:
    heading = "1. Tổ tình nguyện nộp hồ sơ trực tuyến"
    assert found(f"{heading}\n{ITEM}") == [(ITEM.rstrip("."), ITEM.rstrip("."))]


def test_a_text_that_the_source_repeats_corresponds_to_each_place_as_a_whole() -> None:
    passages = found(ITEM, f"{ITEM}\n{OWN}\n{ITEM}")
    assert passages == [(ITEM.rstrip("."), ITEM.rstrip("."))] * 2


def test_parts_of_one_item_taken_from_neighbouring_items_are_one_passage() -> None:
    first = "Người đứng đầu thôn chịu trách nhiệm trước Chủ tịch xã về số hộ chưa có tài khoản định danh mức hai"
    second = "Hằng tuần bưu tá gom phong bì trả kết quả, ghi giờ giao nhận vào sổ có chữ ký của từng chủ hộ gia đình"
    between = "Cột loa đầu ngõ được sửa trước mùa mưa, dây dẫn luồn trong ống nhựa để chuột không cắn."
    assert len(found(f"{first}. {second}.", f"- {first}.\n- {between}\n- {second}.")) == 1


def test_silent_syllables_are_no_evidence() -> None:
    draft = f"{BEFORE}\n{ITEM}"
    start = draft.index(ITEM)
    assert alignments(tokens(draft).without([Span(start, len(draft))]), tokens(SOURCE)) == []


@pytest.mark.parametrize("text", ["", " ", "a", "một hai", "\n\n"])
def test_texts_of_next_to_nothing_are_no_trouble(text: str) -> None:
    assert found(text) == found(SOURCE, text) == []
