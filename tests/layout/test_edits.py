"""What faults propose to write instead: the words come out right, and the fault is gone."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from cases_kinds import all_of, decision, gone, single, submission
from docx.document import Document as Word
from sound import BASES, Case, Change, at, letter, paragraphs, plan, read, say
from test_layout import WRONG

from drafter.document import Document, Paragraph, Span
from drafter.layout.check import faults
from drafter.layout.roles import sheet
from drafter.layout.rules import Edit, Fault


def edited(document: Document, edits: Iterable[Edit]) -> Document:
    """The document with other words; what is put in has the look of what stands before it."""
    ordered = sorted(edits, key=lambda edit: edit.span)
    text, at = "", 0
    for edit in ordered:
        assert at <= edit.span.start, "edits overlap"
        text += document.text[at : edit.span.start] + edit.words
        at = edit.span.end
    text += document.text[at:]

    def moved(place: int, inserts: bool) -> int:
        behind = [one for one in ordered if one.span.end < place or (one.span.end == place and (inserts or one.span))]
        return place + sum(len(one.words) - len(one.span) for one in behind)

    def of(paragraph: Paragraph) -> Paragraph:
        start, end = moved(paragraph.span.start, False), moved(paragraph.span.end, True)
        runs, begin = [], start
        for run in paragraph.runs:
            stop = moved(run.span.end, True)
            runs.append(replace(run, span=Span(begin, stop)))
            begin = stop
        return replace(paragraph, span=Span(start, end), runs=tuple(runs))

    return replace(document, text=text, paragraphs=tuple(map(of, document.paragraphs)))


def faults_of(document: Document) -> list[Fault]:
    return faults(sheet(document))


def lower_with_caps(words: str) -> Change:
    """Small letters that the format shows as capitals."""

    def change(made: Word) -> None:
        run = at(made, words).runs[0]
        run.text, run.font.all_caps = run.text.lower(), True

    return change


def decomposed(words: str) -> Change:
    def change(made: Word) -> None:
        run = at(made, words).runs[0]
        run.text = unicodedata.normalize("NFD", run.text)

    return change


def unmarked(made: Word) -> None:
    for base in BASES[:2]:
        at(made, base).runs[0].text = f"- {base[:-1]}"


MENDED: list[tuple[str, Callable[[], Word], Change, str]] = [
    ("QH-01", plan, say("CỘNG HÒA XÃ HỘI", "Cộng hòa XHCN"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("TN-01", plan, say("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự Do-Hạnh phúc"), "Độc lập - Tự do - Hạnh phúc"),
    ("TN-01", plan, all_of(say("- Tự do", "– Tự do"), decomposed("Độc lập")), "Độc lập - Tự do - Hạnh phúc"),
    ("SO-01", plan, say("Số: 05", "Số 05"), "Số: 05/KH-UBND"),
    ("SO-01", plan, say("Số: 05", "Số05"), "Số: 05/KH-UBND"),
    ("SO-01", plan, say("Số: 05", "SỐ : 05"), "Số: 05/KH-UBND"),
    ("SO-02", plan, say("05/KH", "5/KH"), "Số: 05/KH-UBND"),
    ("SO-03", plan, say("05/KH-UBND", "05 / KH – UBND"), "Số: 05/KH-UBND"),
    ("SO-03", plan, say("Số: 05/KH-UBND", "Số:      /KH - UBND"), "Số:      /KH-UBND"),
    ("SO-04", plan, say("05/KH-UBND", "05/kh-Ubnd"), "Số: 05/KH-UBND"),
    ("SO-09", plan, all_of(say("KẾ HOẠCH", "QUY ĐỊNH"), say("/KH-", "/QYĐ-")), "Số: 05/QyĐ-UBND"),
    ("DD-01", plan, say("Mây, ngày", "Mây Ngày"), "Bản Mây, ngày 05 tháng 02 năm 2026"),
    ("DD-01", plan, say("Mây, ngày", "Mây ,ngày"), "Bản Mây, ngày 05 tháng 02 năm 2026"),
    ("DD-02", plan, say("ngày 05 tháng 02", "ngày 5 tháng 02"), "Bản Mây, ngày 05 tháng 02 năm 2026"),
    ("DD-03", plan, say("tháng 02 năm 2026", "tháng 2 năm 2026"), "Bản Mây, ngày 05 tháng 02 năm 2026"),
    ("DD-03", plan, say("tháng 02 năm 2026", "tháng 08 năm 2026"), "Bản Mây, ngày 05 tháng 8 năm 2026"),
    ("CV-03", letter, say("V/v", "V/V:"), "V/v rà soát hồ sơ tồn đọng"),
    ("CV-03", letter, say("V/v", "V/v về việc"), "V/v rà soát hồ sơ tồn đọng"),
    ("TL-05", letter, say("V/v rà soát hồ sơ tồn đọng", "V/v rà soát hồ sơ tồn đọng ."), "V/v rà soát hồ sơ tồn đọng"),
    ("CC-04", plan, say("năm 2025;", "năm 2025,"), BASES[0]),
    ("CC-06", plan, say("Căn cứ Luật", "- Căn cứ Luật"), BASES[0]),
    ("KY-01", plan, say("TM. ỦY", "T/M ỦY"), "TM. ỦY BAN NHÂN DÂN"),
    ("KY-01", plan, say("KT. CHỦ", "KT.CHỦ"), "KT. CHỦ TỊCH"),
    ("KY-01", plan, all_of(say("TM. ỦY", "T/M ỦY"), lower_with_caps("T/M")), "TM. ủy ban nhân dân"),
    ("NN-01", single, say("Kính gửi: Công", "Kính gửi Công"), "Kính gửi: Công an xã"),
    ("NN-01", letter, say("Kính gửi:", "Kính gửi"), "Kính gửi:"),
    ("NN-03", letter, say("- Trạm Y tế xã.", "- Trạm Y tế xã;"), "- Trạm Y tế xã."),
    ("NN-04", plan, say("Nơi nhận:", "Nơi nhận :"), "Nơi nhận:"),
    ("NN-05", plan, say("- Các thôn;", "- Các thôn"), "- Các thôn;"),
    ("NN-07", plan, say("- Lưu: VT, KT.", "- Lưu VT, KT;"), "- Lưu: VT, KT."),
    ("NN-07", plan, say("- Lưu: VT, KT.", "– Lưu : VT"), "- Lưu: VT."),
]


@pytest.mark.parametrize(
    ("rule", "make", "change", "line"), MENDED, ids=[f"{one[0]}-{n}" for n, one in enumerate(MENDED)]
)
def test_an_edit_writes_what_is_right(rule: str, make: Callable[[], Word], change: Change, line: str) -> None:
    made = make()
    change(made)
    before = read(made)
    fault = next(one for one in faults_of(before) if one.rule == f"nd30.{rule}")
    assert fault.edits

    after = edited(before, fault.edits)

    assert unicodedata.normalize("NFC", line) in unicodedata.normalize("NFC", after.text).split("\n")
    assert f"nd30.{rule}" not in [one.rule for one in faults_of(after)]


@pytest.mark.parametrize("case", WRONG, ids=[f"{one[0]}-{n}" for n, one in enumerate(WRONG)])
def test_a_fault_that_has_edits_is_gone_after_them_and_leaves_none_behind(case: Case) -> None:
    made = case[1]()
    case[2](made)
    before = read(made)
    edits = [edit for one in faults_of(before) for edit in one.edits]
    if edits:
        assert faults_of(edited(before, edits)) == []


def test_edits_of_several_faults_go_together() -> None:
    made = letter()
    all_of(
        say("Số: 12/UBND-KT", "Số 5/ubnd – KT"),
        say("Bản Mây, ngày 12 tháng 10", "Bản Mây Ngày 5 tháng 08"),
        say("TM. ỦY", "T/M ỦY"),
        say("- Các thôn;", "- Các thôn"),
    )(made)
    before = read(made)
    edits = [edit for one in faults_of(before) for edit in one.edits]
    assert len(faults_of(before)) >= 7

    after = edited(before, edits)

    assert faults_of(after) == []
    for line in ("Số: 05/UBND-KT", "Bản Mây, ngày 05 tháng 8 năm 2026", "TM. ỦY BAN NHÂN DÂN", "- Các thôn;"):
        assert line in after.text.split("\n")


def test_bases_get_their_marks_and_lose_their_dashes() -> None:
    made = plan()
    unmarked(made)
    before = read(made)

    after = edited(before, [edit for one in faults_of(before) for edit in one.edits])

    assert faults_of(after) == []
    assert set(BASES) <= set(after.text.split("\n"))


@pytest.mark.parametrize(
    ("make", "change", "rule"),
    [
        (plan, say("Hoàng Thị", "TS. Hoàng Thị"), "KY-08"),
        (plan, say("05/KH-", "05/2026/KH-"), "SO-08"),
        (plan, say("05/KH-", "05/BC-"), "SO-07"),
        (letter, say("12/UBND-KT", "12/CV-UBND"), "SO-06"),
        (plan, say("ngày 05 tháng 02", "ngày 30 tháng 02"), "DD-08"),
        (plan, say("- Lưu: VT, KT.", "- Lưu: Văn thư (5)"), "NN-07"),
        (decision, gone("QUYẾT ĐỊNH:"), "CC-07"),
        (submission, gone("Kính gửi"), "NN-01"),
    ],
)
def test_what_somebody_has_to_decide_has_no_edit(make: Callable[[], Word], change: Change, rule: str) -> None:
    made = make()
    change(made)
    found = {one.rule: one for one in faults_of(read(made))}
    assert found[f"nd30.{rule}"].edits == ()


def test_a_broken_tieu_ngu_is_not_written_over() -> None:
    """A line that says more than Tiêu ngữ keeps its words."""
    made = plan()
    one = next(one for one in paragraphs(made) if one.text.startswith("Độc lập"))
    one.runs[0].text = "CHỦ NGHĨA VIỆT NAM, Độc lập - Tự do - Hạnh phúc"
    assert all(not one.edits for one in faults_of(read(made)) if one.rule == "nd30.TN-01")
