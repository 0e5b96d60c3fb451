"""The sentence at the top, and the words that the views share."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import CLEAN, DRAFT, EDITED, REALISTIC, REPEATED, VERBATIM, report, source

from drafter.document import Span
from drafter.render.html import html_page
from drafter.render.phrases import (
    also_words,
    apportioned,
    area_words,
    band,
    count_words,
    date_words,
    document_name,
    figure,
    limits_words,
    rule_words,
    share_words,
    source_words,
)
from drafter.render.text import text_view
from drafter.render.verdict import copied_syllables, unjudged, verdict
from drafter.report import Also, Report, Shares


@pytest.mark.parametrize(
    "made, stored, sentence",
    [
        (REALISTIC, 12, "Chép 65 chữ trong 2 đoạn của 1 văn bản cấp trên (31% nội dung): nên thay bằng dẫn chiếu."),
        (CLEAN, 12, "Không thấy đoạn nào chép từ văn bản cấp trên trong kho (12 văn bản)."),
        (CLEAN, None, "Không thấy đoạn nào chép từ văn bản cấp trên trong kho."),
        (CLEAN, 0, "Kho chưa có văn bản cấp trên nào nên chưa biết văn bản có chép hay không."),
        (
            report(REPEATED, shares=Shares(0.0, 0.2, 0.1, 0.7)),
            3,
            "Không thấy đoạn nào chép mà không dẫn nguồn (20% nội dung có dẫn nguồn).",
        ),
        (report(rules_evaluated=("nd30.PG-03",)), 12, "Chưa kiểm tra sao chép trong lần này."),
        (
            report(VERBATIM, shares=Shares(0.004, 0.0, 0.0, 0.996)),
            1,
            "Chép 35 chữ trong 1 đoạn của 1 văn bản cấp trên (dưới 1% nội dung): nên thay bằng dẫn chiếu.",
        ),
    ],
)
def test_the_verdict_names_words_and_passages_before_the_percentage(
    made: Report, stored: int | None, sentence: str
) -> None:
    assert verdict(made, stored) == sentence


def test_a_passage_that_is_only_noted_is_not_called_copied() -> None:
    quoted = replace(VERBATIM, severity="info")

    assert verdict(report(quoted, EDITED)).startswith("Chép 30 chữ trong 1 đoạn")


def test_words_under_two_passages_are_counted_once() -> None:
    start = DRAFT.index("Mỗi nội dung")

    assert (
        copied_syllables(DRAFT, [Span(start, start + 28), Span(start, start + 12), Span(start + 13, start + 28)]) == 7
    )


@given(
    st.lists(st.floats(0, 1), min_size=4, max_size=4).filter(lambda parts: sum(parts) > 0.01),
    st.sampled_from([60, 100, 1000]),
)
def test_the_four_shares_always_add_up(parts: list[float], total: int) -> None:
    shares = [part / sum(parts) for part in parts]

    whole = apportioned(Shares(*shares), total)

    assert sum(whole) == total
    assert all(abs(got - share * total) < 1 for got, share in zip(whole, shares, strict=True))


def test_a_small_share_is_not_shown_as_nothing() -> None:
    shares = Shares(0.003, 0.0, 0.0, 0.997)

    assert [share_words(shares, index) for index in range(4)] == ["dưới 1%", "0%", "0%", "100%"]


@pytest.mark.parametrize(
    "changes, words",
    [
        ({"locator": "mục 2"}, "Chương trình số 15-CTr/TU, Tỉnh ủy, 09/01/2026, mục 2"),
        (
            {"number": "226-KL/TW", "issuer": "Ban Bí thư", "date": "2025-12-11"},
            "Kết luận số 226-KL/TW, Ban Bí thư, 11/12/2025",
        ),
        ({"number": "176/KH-UBND", "date": "2026-05-04"}, "Kế hoạch số 176/KH-UBND, Tỉnh ủy, 04/5/2026"),
        ({"number": "", "issuer": "", "date": ""}, "Thực hành tiết kiệm trong cơ quan"),
        ({"number": "", "title": "", "issuer": "", "date": ""}, "15-CTr-TU.docx"),
        ({"number": "abc", "issuer": "", "date": "2026"}, "abc, 2026"),
    ],
)
def test_a_source_is_named_as_documents_cite_it(changes: dict[str, str], words: str) -> None:
    assert source_words(source("Mỗi nội dung", **changes)) == words


def test_other_holders_of_the_passage_are_named_with_or_without_number() -> None:
    also = (Also(12, "31/KH-UBND"), Also(13, ""), Also(14, "quy-che.docx"))

    assert also_words(source("Mỗi nội dung", also=also)) == (
        "Kế hoạch số 31/KH-UBND; văn bản thứ 13 trong kho; quy-che.docx"
    )


@pytest.mark.parametrize(
    "date, words",
    [
        ("2026-08-05", "05/8/2026"),
        ("2026-02-01", "01/02/2026"),
        ("2025-12-11", "11/12/2025"),
        ("", ""),
        ("2026", "2026"),
    ],
)
def test_dates_are_written_as_the_decree_writes_them(date: str, words: str) -> None:
    assert date_words(date) == words


def test_the_document_is_named_by_kind_number_and_date() -> None:
    about = REALISTIC.document

    assert document_name(about) == "Kế hoạch số 64/KH-UBND ngày 05/8/2026"
    assert document_name(replace(about, number="/KH-UBND", date="")) == "Kế hoạch số …/KH-UBND"
    assert document_name(replace(about, kind="", number="", date="")) == ""


@pytest.mark.parametrize(
    "rule, words",
    [
        ("reuse.verbatim", "Chép nguyên văn"),
        ("reuse.edited", "Chép có sửa"),
        ("reuse.paraphrased", "Viết lại"),
        ("reuse.repeated", "Lặp lại trong văn bản"),
        ("nd30.PG-03", "Thể thức: lề trên"),
        ("nd30.MK-04", "Thể thức"),
        ("cite.missing", "Viện dẫn"),
        ("strange", "Khác"),
    ],
)
def test_rules_are_told_in_words(rule: str, words: str) -> None:
    assert rule_words(rule) == words


@pytest.mark.parametrize(
    "alike, name", [(1.0, "red"), (0.9, "red"), (0.89, "orange"), (0.5, "yellow"), (0.49, "white"), (0.0, "white")]
)
def test_bands_are_those_that_offices_know(alike: float, name: str) -> None:
    assert band(alike).name == name


def test_counts_and_limits_are_plain_words() -> None:
    assert count_words(REALISTIC.findings) == "Lỗi 0 · Cảnh báo 2 · Gợi ý 1"
    assert figure(12026) == "12.026"
    assert limits_words(1200) == (
        "Kết quả dựa trên 1.200 văn bản trong kho; không tìm thấy không có nghĩa là không chép, "
        "tỷ lệ không thay cho việc đọc từng đoạn."
    )
    assert limits_words(0).startswith("Kho chưa có văn bản nào để so; ")


def test_findings_of_several_matters_are_counted_by_them() -> None:
    (first, *_) = REALISTIC.findings
    others = [replace(first, rule=rule) for rule in ("word.comma", "cite.kind", "word.unit", "nd30.PG-03", "hd05.D-02")]
    assert area_words(REALISTIC.findings) == ""
    assert area_words([first, *others]) == "Sao chép 1 · Thể thức 2 · Viện dẫn 1 · Câu chữ 2"


@pytest.mark.parametrize(
    ("evaluated", "left", "words"),
    [
        (("reuse.verbatim",), ("nd30.PG-05",), "Chưa kiểm tra thể thức trong lần này."),
        (("nd30.PG-05",), ("nd30.PG-06",), ""),
        (("hd05.D-02",), ("hd05.D-01",), ""),
        (("reuse.verbatim",), (), ""),
    ],
)
def test_layout_that_nobody_judged_is_said_to_be_so(
    evaluated: tuple[str, ...], left: tuple[str, ...], words: str
) -> None:
    made = report(rules_evaluated=evaluated, rules_not_evaluated=left)
    assert unjudged(made) == words
    for shown in (text_view(made), html_page(made, stored=1)):
        assert ("Chưa kiểm tra thể thức" in shown) == bool(words)
