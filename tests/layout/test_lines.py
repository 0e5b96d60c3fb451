"""Lines under components: how long they may be by the words above them, and how one is drawn that is missing."""

import io
import unicodedata

import pytest
from docx.document import Document as Word
from sound import drawn, plan, read, say, without_line_under

from drafter.layout.check import layout
from drafter.nlp.widths import width
from drafter.readers import read_bytes
from drafter.render.relaid import relaid

TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"


def test_widths_are_those_of_times_new_roman() -> None:
    # 1 em is the size; "0" is half an em in all its faces, "n" in the upright one.
    assert width("0", 72) == pytest.approx(25.4 / 2)
    assert width("0000n", 14, italic=True) == pytest.approx(2.5 * 14 * 25.4 / 72)
    assert width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True) == pytest.approx(95.7, abs=0.1)
    assert width(TIEU_NGU, 14, bold=True) == width(unicodedata.normalize("NFD", TIEU_NGU), 14, bold=True)
    assert width("ĐƠƯ", 14) == width("DOU", 14)
    assert width("漢", 14) == width("n", 14)


@pytest.mark.parametrize(
    ("words", "mm"),
    [("Độc lập", 56), ("Độc lập", 65), ("XÃ BẢN MÂY", 9), ("XÃ BẢN MÂY", 22), ("Rà soát hồ", 22), ("Rà soát hồ", 36)],
)
def test_a_tenth_more_or_less_is_no_fault(words: str, mm: float) -> None:
    made = plan()
    drawn(words, mm)(made)
    assert layout(read(made)).findings == ()


def test_a_subject_of_several_lines_is_measured_by_the_page() -> None:
    made = plan()
    long = "Rà soát hồ sơ tồn đọng năm 2026 của các thôn và các đơn vị sự nghiệp công lập trên địa bàn toàn xã Bản Mây"
    say("Rà soát hồ sơ tồn đọng năm 2026", long)(made)
    drawn(long, 80)(made)
    assert layout(read(made)).findings == ()
    drawn(long, 120)(lengthened := plan_saying(long))
    assert [one.rule for one in layout(read(lengthened)).findings] == ["nd30.TL-03"]


def plan_saying(subject: str) -> Word:
    made = plan()
    say("Rà soát hồ sơ tồn đọng năm 2026", subject)(made)
    return made


def test_lines_that_are_missing_are_drawn_once() -> None:
    made = plan()
    for words in ("Độc lập", "XÃ BẢN MÂY", "Rà soát hồ sơ tồn đọng năm"):
        without_line_under(words)(made)
    data = io.BytesIO()
    made.save(data)

    mended = relaid("a.docx", data.getvalue())

    assert mended.rules == ("nd30.CQ-03", "nd30.TL-03", "nd30.TN-03")
    after = read_bytes("a.docx", mended.data)
    assert [round(one.length or 0) for one in after.strokes] == [12, 60, 28]
    assert layout(after).findings == ()
    assert relaid("a.docx", mended.data).data == mended.data
