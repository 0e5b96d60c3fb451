import unicodedata

import pytest
from laid_beside import alignments, passages
from passages import BEFORE, BEHIND, EDITED, ITEM, OWN, SHUFFLED, TYPED_OTHERWISE

from drafter.document import Span
from drafter.reuse.tokens import tokens

SOURCE = f"1. Yêu cầu chung.\n2. {ITEM}\n3. Báo cáo kết quả bằng tin nhắn trước ngày 25 hằng tháng."


@pytest.mark.parametrize(
    "passage", [ITEM, TYPED_OTHERWISE, EDITED, SHUFFLED], ids=["same", "typed", "edited", "shuffled"]
)
def test_the_passage_is_found_whole_whatever_was_done_to_it(passage: str) -> None:
    assert passages(f"{BEFORE}\n{passage}\n{BEHIND}", SOURCE) == [(passage.rstrip("."), ITEM.rstrip("."))]


def test_decomposed_text_corresponds_and_keeps_its_own_offsets() -> None:
    passage = unicodedata.normalize("NFD", ITEM)
    assert passages(f"{BEFORE}\n{passage}\n{BEHIND}", SOURCE) == [(passage.rstrip("."), ITEM.rstrip("."))]


def test_own_text_corresponds_to_nothing() -> None:
    assert passages(OWN, SOURCE) == []


def test_a_heading_above_the_passage_is_not_drawn_in() -> None:
    heading = "1. Tổ tình nguyện nộp hồ sơ trực tuyến"
    assert passages(f"{heading}\n{ITEM}", SOURCE) == [(ITEM.rstrip("."), ITEM.rstrip("."))]


def test_the_same_heading_above_both_belongs_to_the_passage() -> None:
    heading = "IV. TỔ TÌNH NGUYỆN Ở THÔN"
    both = f"{heading}\n{ITEM.rstrip('.')}"
    assert passages(f"{BEFORE}\n{both}.\n{BEHIND}", f"{OWN}\n{both}.\n{OWN}") == [(both, both)]


def test_a_text_that_the_source_repeats_corresponds_to_each_place_as_a_whole() -> None:
    assert passages(ITEM, f"{ITEM}\n{OWN}\n{ITEM}") == [(ITEM.rstrip("."), ITEM.rstrip("."))] * 2


def test_parts_of_one_item_taken_from_neighbouring_items_are_one_passage() -> None:
    first = "Người đứng đầu thôn chịu trách nhiệm trước Chủ tịch xã về số hộ chưa có tài khoản định danh mức hai"
    second = "Hằng tuần bưu tá gom phong bì trả kết quả, ghi giờ giao nhận vào sổ có chữ ký của từng chủ hộ gia đình"
    between = "Cột loa đầu ngõ được sửa trước mùa mưa, dây dẫn luồn trong ống nhựa để chuột không cắn."
    assert len(passages(f"{first}. {second}.", f"- {first}.\n- {between}\n- {second}.")) == 1


def test_silent_syllables_are_no_evidence() -> None:
    draft = f"{BEFORE}\n{ITEM}"
    start = draft.index(ITEM)
    assert alignments(tokens(draft).silent([Span(start, len(draft))]), SOURCE) == []


def test_a_passage_reaches_over_silent_syllables_in_it_and_ends_with_them() -> None:
    reference = "theo Quyết định số 2604/QĐ-TTg ngày 14 tháng 7 năm 2026 của Thủ tướng Chính phủ"
    text = f"{ITEM.rstrip('.')} {reference}"
    written = f"{BEFORE}\n{text}.\n{BEHIND}"
    draft = tokens(written)
    start = written.index(reference)
    (found,) = alignments(draft.silent([Span(start, start + len(reference))]), f"{OWN}\n{text}.\n{OWN}")
    assert draft.span(*found.ours).of(written) == text


def test_no_passage_reaches_into_what_is_closed() -> None:
    text = f"{BEFORE}\n{ITEM}\n{BEHIND}"
    draft = tokens(text)
    start = text.index("danh sách tổ viên")
    (found,) = alignments(draft.without([Span(start, len(text))]), SOURCE)
    assert draft.span(*found.ours).end <= start


@pytest.mark.parametrize("text", ["", " ", "a", "một hai", "\n\n"])
def test_texts_of_next_to_nothing_are_no_trouble(text: str) -> None:
    assert passages(text, SOURCE) == passages(SOURCE, text) == []
