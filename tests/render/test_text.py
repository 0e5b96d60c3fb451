"""What the terminal shows."""

import re
import unicodedata
from dataclasses import replace

import pytest
from reports import CLEAN, DRAFT, EDITED, REALISTIC, VERBATIM, finding, report, source

from drafter.render.text import text_view
from drafter.render.wrapping import columns, printable, wrapped

WHOLE = """\
════════════════════════════════════════════════════════════════════════════════
ke-hoach.docx — Kế hoạch số 64/KH-UBND ngày 05/8/2026
Thực hiện Chương trình số 15-CTr/TU về tiết kiệm trong cơ quan
────────────────────────────────────────────────────────────────────────────────
Chép 30 chữ trong 1 đoạn của 1 văn bản cấp trên (31% nội dung): nên thay bằng
dẫn chiếu.

  ████████████████████████▓▓▓░░░░░░░░░········································
  █ chép không dẫn nguồn 31%   ▓ có dẫn nguồn 4%   ░ mẫu câu chung 12%
  · của đơn vị 53%

Lỗi 0 · Cảnh báo 1 · Gợi ý 0
Chữ trong « » là chỗ dự thảo và nguồn khác nhau; phần còn lại giống nhau.

  1. Chép có sửa · cảnh báo · giống nguồn 83%
     Ở đoạn văn thứ 16, mục “2. Về hội họp”
     Đoạn này lấy từ văn bản cấp trên.
     Trong dự thảo:
     │ Mỗi nội dung chỉ họp một lần, họp trực tuyến khi thành phần dự họp ở từ
     │ «ba thôn trở lên và» gửi tài liệu trước «hai» ngày làm việc.
     Nguồn: Chương trình số 15-CTr/TU, Tỉnh ủy, 09/01/2026, mục 2
     │ Mỗi nội dung chỉ họp một lần, họp trực tuyến khi thành phần dự họp ở từ
     │ «hai xã trở lên», gửi tài liệu trước «ba» ngày làm việc.
     Nên viết: Thực hiện mục 2 Chương trình số 15-CTr/TU.

Kết quả dựa trên 12 văn bản trong kho; không tìm thấy không có nghĩa là không
chép, tỷ lệ không thay cho việc đọc từng đoạn.
"""


def test_a_report_reads_well_without_colour() -> None:
    assert text_view(report(EDITED), stored=12) == WHOLE


def test_colours_change_nothing_but_colours() -> None:
    plain, coloured = text_view(REALISTIC, stored=12), text_view(REALISTIC, stored=12, color=True)

    assert "\x1b[" not in plain
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


@pytest.mark.parametrize("width, used", [(20, 60), (60, 60), (97, 97), (300, 120)])
def test_no_line_is_wider_than_the_terminal(width: int, used: int) -> None:
    decomposed = report(EDITED, VERBATIM, text=unicodedata.normalize("NFD", DRAFT))

    for made in (REALISTIC, CLEAN, decomposed):
        widths = [columns(line) for line in text_view(made, stored=12, width=width).splitlines()]
        assert max(widths) == used


def test_a_passage_copied_word_by_word_is_shown_once() -> None:
    shown = text_view(report(VERBATIM))

    assert "     Nguồn viết giống hệt.\n" in shown
    assert shown.count("│ tắt toàn bộ thiết bị điện") == 1
    assert "     Cũng có trong: Kế hoạch số 31/KH-UBND; văn bản thứ 13 trong kho\n" in shown
    assert "     Căn cứ: Kết luận số 226-KL/TW, mục 1\n" in shown


def test_skipped_checks_are_named_with_their_reason() -> None:
    assert text_view(REALISTIC).splitlines()[-5:-3] == [
        "Chưa kiểm tra được",
        "  - Chồng chéo: chưa có sổ đăng ký văn bản đi; hãy nhập sổ rồi kiểm tra lại.",
    ]


def test_findings_without_source_say_what_to_do() -> None:
    missing = replace(
        finding("nd30.PG-03", "ỦY BAN", severity="error", suggestion="Thêm Quốc hiệu."), start=0, end=0, text=""
    )

    shown = text_view(report(missing))

    assert (
        "  1. Thể thức: lề trên · lỗi\n     Cả văn bản\n     Đoạn này lấy từ văn bản cấp trên.\n"
        "     Nên làm: Thêm Quốc hiệu.\n" in shown
    )
    assert "«" not in shown


def test_a_long_passage_loses_its_middle_but_no_mark() -> None:
    there = "Văn phòng lập sổ theo dõi điện năng hằng ngày. " * 40
    here = there.replace("hằng ngày", "hằng tuần và gửi Ủy ban")
    copied = finding("reuse.edited", here, source(there, text=there), text=here)

    shown = text_view(report(copied, text=here))

    assert shown.count("[…]") == 2
    assert shown.count("«") == shown.count("»")
    assert sum(len(line) for line in shown.splitlines() if "│" in line) < 3_000


def test_text_cannot_steer_the_terminal() -> None:
    hostile = "Văn phòng\x1b[2J xóa\u202e màn\x07 hình\r và «che» chữ."

    shown = text_view(report(finding("word.control", hostile, text=hostile), text=hostile, name="a\x1b]0;x\x07.txt"))

    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", shown)
    assert "│ Văn phòng[2J xóa màn hình và «che» chữ." in shown


def test_combining_marks_take_no_column() -> None:
    assert columns("Đảng ủy") == columns(unicodedata.normalize("NFD", "Đảng ủy")) == 7
    assert columns("文書") == 4
    assert printable(unicodedata.normalize("NFD", "Ủy\u200b ban\nxã")) == "Ủy ban xã"


def test_wrapping_cuts_only_words_that_fit_nowhere() -> None:
    assert wrapped("một hai " + "x" * 12, 8, "- ", "  ") == ["- một", "  hai", "  xxxxxx", "  xxxxxx"]
    assert wrapped("", 8, "- ") == ["- "]
