"""Words on pages laid out as a text: lines, columns, tables, paragraphs, and what is no part of the text."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest

from drafter.document import Span
from drafter.readers.paper.laid import laid_out
from drafter.readers.paper.values import Rule, Sheet, Word
from tests.readers.papers import (
    HEIGHT,
    LEFT,
    PITCH,
    RIGHT,
    WIDTH,
    centred,
    flowing,
    grid,
    justified,
    line,
    recognised,
    sheet,
)

MIDDLE = (LEFT + RIGHT) / 2
PROSE = (
    "Ủy ban nhân dân xã giao Phòng Kinh tế rà soát hồ sơ tồn đọng của các thôn, lập danh sách theo từng ngày và báo "
    "cáo Chủ tịch trước 16 giờ thứ Sáu hằng tuần; nơi nào chậm thì nêu rõ lý do.",
    "Các thôn đối chiếu danh sách với sổ theo dõi của mình, bổ sung hồ sơ còn thiếu và gửi lại trong ba ngày làm việc "
    "kể từ ngày nhận được văn bản này.",
    "Phòng Văn hóa - Xã hội phối hợp với Trạm Y tế kiểm tra việc lưu giữ hồ sơ của từng hộ, hướng dẫn người dân nộp "
    "giấy tờ qua mạng và trả kết quả đúng hẹn.",
)


def text_of(*sheets: Sheet) -> str:
    return laid_out(sheets).text


def flat(rows: list[list[Word]]) -> list[Word]:
    return [word for row in rows for word in row]


def test_lines_are_joined_to_the_paragraphs_that_were_set() -> None:
    pages = flowing(PROSE)

    assert text_of(sheet(pages[0])).split("\n") == list(PROSE)


def test_a_paragraph_goes_on_over_the_break_of_the_page() -> None:
    pages = flowing(PROSE * 6, lowest=400)
    laid = laid_out([sheet(words, at) for at, words in enumerate(pages, 1)])

    assert len(pages) > 2
    assert laid.text.split("\n") == list(PROSE * 6)


def test_pages_share_the_text_among_them() -> None:
    pages = flowing(PROSE * 6, lowest=400)
    laid = laid_out([sheet(words, at) for at, words in enumerate(pages, 1)])

    assert [page.number for page in laid.pages] == list(range(1, len(pages) + 1))
    assert "".join(page.span.of(laid.text) for page in laid.pages) == laid.text
    for page, words in zip(laid.pages, pages, strict=True):
        top = min(words, key=lambda word: (round(word.top), word.left))
        assert page.span.of(laid.text).startswith(top.text)
    assert (laid.pages[0].width, laid.pages[0].height) == (209.9, 297.0)


def test_the_letterhead_is_read_column_by_column_and_number_and_date_behind() -> None:
    words = [
        *centred("ỦY BAN NHÂN DÂN", 150, 70, 13, bold=True),
        *centred("XÃ BẢN MÂY", 150, 86, 13, bold=True),
        *centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 410, 70, 12, bold=True),
        *centred("Độc lập - Tự do - Hạnh phúc", 410, 86, 13, bold=True),
        *centred("Số: 05/KH-UBND", 150, 120, 13),
        *centred("Bản Mây, ngày 05 tháng 02 năm 2026", 410, 120, 13, italic=True),
        *centred("KẾ HOẠCH", MIDDLE, 160, bold=True),
        *flowing(PROSE, base=200)[0],
    ]
    laid = laid_out([sheet(words)])

    assert laid.text.split("\n")[:8] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ BẢN MÂY",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/KH-UBND",
        "Bản Mây, ngày 05 tháng 02 năm 2026",
        "KẾ HOẠCH",
        PROSE[0],
    ]
    cells = [(one.cell.row, one.cell.column) if one.cell else None for one in laid.paragraphs[:8]]
    assert cells == [(0, 0), (0, 0), (0, 1), (0, 1), (1, 0), (1, 1), None, None]
    assert {one.alignment for one in laid.paragraphs[:7]} == {"center"}
    assert laid.paragraphs[7].alignment == "both"


@pytest.mark.parametrize("seed", range(5))
def test_the_subject_of_a_recognised_letter_stands_below_its_number(seed: int) -> None:
    words = [
        *centred("ỦY BAN NHÂN DÂN", 150, 70, 13),
        *centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 410, 70, 12),
        *centred("XÃ BẢN MÂY", 150, 86, 13),
        *centred("Độc lập - Tự do - Hạnh phúc", 410, 86, 13),
        *centred("Số: 905/UBND-KT", 150, 108, 13),
        *centred("Bản Mây, ngày 05 tháng 02 năm 2026", 410, 108, 13),
        *centred("V/v trực và sơ tán dân", 150, 125, 12),
        *centred("Kính gửi: Công an xã, trưởng các thôn", MIDDLE, 173),
        *flowing(PROSE, base=200)[0],
    ]

    assert text_of(recognised(sheet(words), seed)).split("\n")[4:7] == [
        "Số: 905/UBND-KT",
        "V/v trực và sơ tán dân",
        "Bản Mây, ngày 05 tháng 02 năm 2026",
    ]


def test_recipients_stand_before_the_signature_beside_them() -> None:
    words = flowing(PROSE)[0] + [
        *line("Nơi nhận:", LEFT, 600, 12, bold=True, italic=True),
        *line("- Như trên;", LEFT, 614, 11),
        *line("- Các thôn;", LEFT, 627, 11),
        *line("- Lưu: VT, KT.", LEFT, 640, 11),
        *centred("TM. ỦY BAN NHÂN DÂN", 430, 600, bold=True),
        *centred("CHỦ TỊCH", 430, 618, bold=True),
        *centred("Hoàng Thị Lan", 430, 700, bold=True),
    ]

    assert text_of(sheet(words)).split("\n")[3:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Các thôn;",
        "- Lưu: VT, KT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Hoàng Thị Lan",
    ]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    left = flowing(PROSE, left=60.0, right=290.0)[0]
    right = flowing(PROSE[::-1], left=310.0, right=540.0)[0]

    assert text_of(sheet(left + right)).split("\n") == [*PROSE, *PROSE[::-1]]


def test_a_drawn_table_is_read_cell_by_cell() -> None:
    columns, rows = (85.0, 130.0, 400.0, 552.0), (300.0, 325.0, 370.0, 395.0)
    words = [
        *flowing(PROSE)[0],
        *centred("TT", 107, 317),
        *centred("Nội dung", 265, 317),
        *centred("Kết quả", 476, 317),
        *centred("1", 107, 342),
        *line("Rà soát hồ sơ tồn đọng của các bản to,", 137, 342),
        *line("các thôn", 137, 360),
        *centred("Đạt", 476, 342),
        *centred("2", 107, 387),
        *line("Lập danh sách", 137, 387),
        *justified("Kết quả được báo cáo Chủ tịch.", 430)[0],
    ]
    laid = laid_out([sheet(words, rules=tuple(grid(columns, rows)))])

    found = [(one.span.of(laid.text), one.cell and (one.cell.row, one.cell.column)) for one in laid.paragraphs[3:]]
    assert found == [
        ("TT", (0, 0)),
        ("Nội dung", (0, 1)),
        ("Kết quả", (0, 2)),
        ("1", (1, 0)),
        ("Rà soát hồ sơ tồn đọng của các bản to, các thôn", (1, 1)),
        ("Đạt", (1, 2)),
        ("2", (2, 0)),
        ("Lập danh sách", (2, 1)),
        ("Kết quả được báo cáo Chủ tịch.", None),
    ]


def test_cells_that_no_line_divides_are_one() -> None:
    rules = [*grid((85.0, 200.0, 552.0), (100.0, 130.0)), Rule(85, 160, 552, 160), Rule(85, 130, 85, 160)]
    rules += [Rule(552, 130, 552, 160)]
    words = [*line("Một", 92, 120), *line("Hai", 207, 120), *line("Ba dòng chung", 92, 150)]
    laid = laid_out([sheet(words, rules=rules)])

    assert laid.text == "Một\nHai\nBa dòng chung"
    assert [(one.cell.row, one.cell.column) for one in laid.paragraphs if one.cell] == [(0, 0), (0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("Thực hiện Kế hoạch số 12/KH-", "UBND của tỉnh", "Kế hoạch số 12/KH-UBND của tỉnh"),
        ("Căn cứ Nghị định số 30/2020/", "NĐ-CP của Chính phủ", "số 30/2020/NĐ-CP của Chính phủ"),
        ("các tổ chức chính trị", "- xã hội của xã", "chính trị - xã hội của xã"),
        ("các tổ chức chính trị -", "xã hội của xã", "chính trị - xã hội của xã"),
        ("theo khuyến nghị của Lê\u00ad", "nin và các", "của Lênin và các"),
        ("trang thông tin điện tử http://vanban.", "gov.vn của", "http://vanban.gov.vn của"),
    ],
)
def test_what_the_end_of_a_line_breaks_is_mended(above: str, below: str, joined: str) -> None:
    fill = "Phòng Kinh tế của xã "
    first = line(f"{fill}{above}", LEFT + 30, 100)
    first = line(f"{fill}{above}", LEFT + 30, 100, gap=3.5 + (RIGHT - first[-1].right) / (len(first) - 1))
    body = [word for row in justified(PROSE[0], 200) for word in row]

    assert joined in text_of(sheet([*first, *line(below, LEFT, 100 + PITCH), *body]))


def test_page_numbers_headers_and_footers_are_left_out() -> None:
    pages = flowing(PROSE * 8, lowest=400)
    sheets = []
    for at, words in enumerate(pages, 1):
        number = centred(str(at), WIDTH / 2, 40) if at > 1 else []
        header = line("Báo cáo của Ủy ban nhân dân xã Bản Mây", LEFT, 55, 10) if at > 1 else []
        footer = line(f"Trang {at}/{len(pages)}", 480, 815, 10)
        sheets.append(sheet([*words, *number, *header, *footer], at))

    assert len(sheets) > 2
    assert text_of(*sheets).split("\n") == list(PROSE * 8)


@pytest.mark.parametrize("shown", ["2", "- 2 -", "Trang 2", "2/10"])
def test_the_number_of_a_page_is_known_in_its_shapes(shown: str) -> None:
    first, second = flowing(PROSE * 2, lowest=200)[:2]

    assert shown not in text_of(sheet(first), sheet([*second, *centred(shown, WIDTH / 2, 40)], 2)).split("\n")


def test_a_number_in_the_text_is_no_number_of_a_page() -> None:
    words = [*flowing(PROSE)[0], *line("2", LEFT + 30, 500)]

    assert text_of(sheet(words, 2)).endswith("\n2")


def test_the_head_of_the_gazette_and_the_stamp_of_a_signature_are_left_out() -> None:
    stamp = ["Ký bởi: Cổng Thông tin điện tử", "Email: thongtin@vi.du", "Thời gian ký: 11.04.2024 16:18:31 +07:00"]
    words = [
        *line("4 CÔNG BÁO/Số 123 + 124/Ngày 15-01-2026", LEFT, 50),
        *(word for at, text in enumerate(stamp) for word in line(text, 380, 90 + 9 * at, 7)),
        *flowing(PROSE, base=140)[0],
    ]

    assert text_of(sheet(words, 4)).split("\n") == list(PROSE)


def test_footnotes_stand_behind_the_paragraph_that_runs_over_them() -> None:
    first, second = flowing(PROSE * 2, lowest=200)[:2]
    note = line("1 Theo sổ theo dõi của các thôn.", LEFT, 760, 10)
    rules = (Rule(LEFT, 745, LEFT + 140, 745),)
    found = text_of(sheet([*first, *note], 1, rules), sheet(second, 2)).split("\n")

    broken = found.index("1 Theo sổ theo dõi của các thôn.") - 1
    assert found[broken] == PROSE[2]
    assert found[: broken + 1] == list(PROSE)


def test_the_mark_of_a_note_touches_its_word() -> None:
    words = line("TÊN CƠ QUAN", LEFT, 100)
    mark = replace(line("2", words[-1].right, 95, 8)[0])

    assert text_of(sheet([*words, mark, *line("ban hành", mark.right + 3.5, 100)])) == "TÊN CƠ QUAN2 ban hành"


@pytest.mark.parametrize("seed", range(5))
def test_recognised_words_that_waver_are_laid_out_the_same(seed: int) -> None:
    pages = flowing(PROSE * 6, lowest=400)
    sheets = [recognised(sheet(words, at), seed) for at, words in enumerate(pages, 1)]

    assert text_of(*sheets).split("\n") == list(PROSE * 6)


def test_doubtful_words_and_the_certainty_of_a_page_are_kept() -> None:
    one = recognised(sheet(line("Kế hoạch tuần", LEFT, 100)))
    words = tuple(replace(word, confidence=0.5 if word.text == "hoạch" else 1.0) for word in one.words)
    laid = laid_out([replace(one, words=words, picture=b"JPEG")])

    assert [(guess.span.of(laid.text), guess.confidence) for guess in laid.guesses] == [("hoạch", 0.5)]
    assert laid.pages[0].confidence == pytest.approx((2 + 4 + 0.5 * 5) / 11)
    assert laid.pages[0].picture == b"JPEG"
    assert laid.sections == ()


def test_paper_and_margins_are_measured_as_far_as_they_show() -> None:
    pages = flowing(PROSE * 8, lowest=780)
    section = laid_out([sheet(words, at) for at, words in enumerate(pages, 1)]).sections[0]

    assert (section.width, section.height) == (210, 297)
    assert section.left == pytest.approx(LEFT * 25.4 / 72, abs=0.1)
    assert section.right == pytest.approx((WIDTH - RIGHT) * 25.4 / 72, abs=0.1)
    assert section.top == pytest.approx((80 - 0.891 * 14 - (PITCH - 1.15 * 14)) * 25.4 / 72, abs=0.1)
    assert math.isnan(section.bottom)


def test_ragged_lines_show_no_right_margin() -> None:
    words = [word for at in range(20) for word in line("Dòng " + "a" * (20 + at), LEFT, 80 + 20 * at)]

    assert math.isnan(laid_out([sheet(words)]).sections[0].right)


def test_looks_indents_and_spans_of_paragraphs() -> None:
    laid = laid_out([sheet([*line("Điều 1.", LEFT + 30, 60, bold=True), *flowing(PROSE, base=90)[0]])])
    first, second = laid.paragraphs[:2]

    assert first.runs[0].format.bold and first.runs[0].format.size == 14
    assert second.indent_first == pytest.approx(30 * 25.4 / 72, abs=0.1)
    for paragraph in laid.paragraphs:
        spans = [run.span for run in paragraph.runs]
        assert (spans[0].start, spans[-1].end) == (paragraph.span.start, paragraph.span.end)
        assert all(one.end == other.start for one, other in pairwise(spans))
    assert "\n".join(one.span.of(laid.text) for one in laid.paragraphs) == laid.text


def test_empty_pages_are_pages() -> None:
    laid = laid_out([sheet([]), sheet(line("Một", LEFT, 100), 2), sheet([], 3)])

    assert laid.text == "Một"
    assert [page.span for page in laid.pages] == [Span(0, 0), Span(0, 3), Span(3, 3)]
    assert laid_out([]).text == ""


def test_noise_without_end_is_laid_out_all_the_same() -> None:
    words = [word for at in range(200) for word in line("- . , | 1", 3.0 * at, 4.0 * at, 4)]

    assert len(text_of(recognised(Sheet(1, WIDTH, HEIGHT, tuple(words))))) > 500
