"""Where a passage stands in the draft, and how the draft is cut into marked stretches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import DRAFT

from drafter.document import Span
from drafter.render.places import Places, place_words, slices


@pytest.mark.parametrize(
    "passage, words",
    [
        ("ỦY BAN NHÂN DÂN", "Ở dòng 1"),
        ("Nâng cao ý thức", "Ở dòng 8, mục “I. MỤC ĐÍCH”"),
        ("tắt toàn bộ", "Ở dòng 13, mục “1. Về sử dụng điện”"),
        ("Về hội họp", "Ở dòng 15, mục “2. Về hội họp”"),
        ("Văn phòng theo dõi", "Ở dòng 20, mục “III. TỔ CHỨC THỰC HIỆN”"),
    ],
)
def test_a_passage_is_found_by_its_line_and_heading(passage: str, words: str) -> None:
    start = DRAFT.index(passage)

    assert place_words(Places(DRAFT), Span(start, start + 5), "a.txt") == words


def test_a_word_file_has_paragraphs_instead_of_lines() -> None:
    assert place_words(Places("Một\nHai"), Span(4, 7), "a.docx") == "Ở đoạn văn thứ 2"


def test_what_stands_nowhere_concerns_the_whole_document() -> None:
    assert place_words(Places(DRAFT), Span(0, 0), "a.docx") == "Cả văn bản"


@pytest.mark.parametrize(
    "line, heading",
    [
        ("Điều 5. Trách nhiệm của Văn phòng", "Điều 5. Trách nhiệm của Văn phòng"),
        ("Chương II", "Chương II"),
        ("II. NHIỆM VỤ**1. Mục đích**", "II. NHIỆM VỤ 1. Mục đích"),
        ("1.2. Chỉ tiêu", "1.2. Chỉ tiêu"),
        ("1. " + "Các cơ quan tắt thiết bị điện khi hết giờ làm việc. " * 4, ""),
        ("15 cơ quan, đơn vị", "15 cơ quan, đơn vị"),
        ("- Về hội họp", ""),
        ("Trong đó", ""),
    ],
)
def test_headings_are_numbered_and_short(line: str, heading: str) -> None:
    assert Places(line + "\nnội dung").of(len(line) + 3).heading == heading


def test_a_long_heading_is_shortened_at_a_word() -> None:
    heading = (
        Places("4. Đổi mới phương thức làm việc, đẩy mạnh cải cách hành chính, trọng tâm là thủ tục").of(0).heading
    )

    assert heading == "4. Đổi mới phương thức làm việc, đẩy mạnh cải cách hành chính, trọng…"


def test_overlapping_passages_are_cut_where_they_begin_and_end() -> None:
    cut = list(slices(Span(0, 10), [Span(2, 8), Span(4, 6), Span(6, 20), Span(3, 3)]))

    assert [(piece.span.start, piece.span.end, piece.covered, piece.opened) for piece in cut] == [
        (0, 2, (), ()),
        (2, 4, (0,), (0,)),
        (4, 6, (0, 1), (1,)),
        (6, 8, (0, 2), (2,)),
        (8, 10, (2,), ()),
    ]


@given(st.integers(0, 30), st.integers(1, 30), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=6))
def test_slices_leave_no_gap_and_say_what_covers_them(start: int, size: int, pairs: list[tuple[int, int]]) -> None:
    within, passages = Span(start, start + size), [Span(at, at + length) for at, length in pairs]

    cut = list(slices(within, passages))

    assert [piece.span.start for piece in cut] == [within.start, *(piece.span.end for piece in cut[:-1])]
    assert cut[-1].span.end == within.end
    for piece in cut:
        assert piece.covered == tuple(
            index for index, passage in enumerate(passages) if len(passage) and passage.meets(piece.span)
        )
