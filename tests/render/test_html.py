"""The page that is read, printed and sent on."""

from dataclasses import replace

import pytest
from markup import Element, parsed
from reports import CLEAN, DRAFT, EDITED, REALISTIC, REPEATED, VERBATIM, finding, report, source

from drafter.document import Span
from drafter.render.html import html_page
from drafter.report import Report

HOSTILE = """<script>alert("x")</script> & 'y' "><img src=x onerror=alert(1)> {{ 7 * 7 }}"""


def page(made: Report, stored: int | None = 12) -> Element:
    return parsed(html_page(made, stored=stored))


@pytest.mark.parametrize("made", [REALISTIC, CLEAN, report(REPEATED), report(text="", name="trống.txt")])
def test_pages_are_valid_and_need_nothing_from_elsewhere(made: Report) -> None:
    shown = page(made)

    assert [section.attributes["id"] for section in shown.one("main").all("section")] == [
        "tom-tat",
        "ket-qua",
        "du-thao",
    ]
    assert shown.one("h1").words() == made.document.name
    assert shown.one("head").one("title").words() == f"Kết quả kiểm tra {made.document.name}"
    assert shown.one("a", **{"class": "skip"}).attributes["href"] == "#ket-qua"


def test_the_summary_says_the_verdict_the_shares_and_the_limits() -> None:
    summary = page(REALISTIC).one("section", id="tom-tat").words()

    assert "Chép 65 chữ trong 2 đoạn của 1 văn bản cấp trên (31% nội dung): nên thay bằng dẫn chiếu." in summary
    assert "chép không dẫn nguồn 31% có dẫn nguồn 4% mẫu câu chung 12% của đơn vị 53%" in summary
    assert "Lỗi 0 · Cảnh báo 2 · Gợi ý 1" in summary
    assert "Chồng chéo: chưa có sổ đăng ký văn bản đi; hãy nhập sổ rồi kiểm tra lại." in summary
    assert "Kết quả dựa trên 12 văn bản trong kho; không tìm thấy không có nghĩa là không chép" in summary


def test_the_bar_has_a_text_for_those_who_do_not_see_it() -> None:
    bar = page(REALISTIC).one("svg", role="img")

    assert bar.one("title").words() == (
        "Nội dung: chép không dẫn nguồn 31%, có dẫn nguồn 4%, mẫu câu chung 12%, của đơn vị 53%"
    )


def test_sources_are_listed_with_what_was_taken_from_each() -> None:
    other = replace(
        EDITED, source=source("Cán bộ, công chức", id=9, number="", title="Quy chế <nội bộ>", issuer="", date="")
    )

    rows = [row.words() for row in page(report(VERBATIM, other)).one("tbody").all("tr")]

    assert rows == [
        "Chương trình số 15-CTr/TUThực hành tiết kiệm trong cơ quanTỉnh ủy, 09/01/2026 1 156 1",
        "Quy chế <nội bộ> 1 128 2",
    ]


def test_every_finding_links_to_its_mark_and_back() -> None:
    shown = page(REALISTIC)

    for number in "123":
        assert (
            shown.one("article", id=f"muc-{number}")
            .one("a", href=f"#cho-{number}")
            .words()
            .startswith("Ở đoạn văn thứ")
        )
        assert shown.one("section", id="du-thao").one("a", id=f"cho-{number}").attributes["href"] == f"#muc-{number}"


def test_a_finding_shows_both_texts_with_the_differing_words_marked() -> None:
    article = page(REALISTIC).one("article", id="muc-2")
    here, there = article.all("blockquote")

    assert [heading.words() for heading in article.all("h4")] == ["Trong dự thảo", "Trong văn bản nguồn"]
    assert [part.words() for part in here.all("ins")] == [
        "[chỉ trong dự thảo: ba thôn trở lên và]",
        "[chỉ trong dự thảo: hai]",
    ]
    assert [part.words() for part in there.all("del")] == ["[chỉ trong nguồn: hai xã trở lên]", "[chỉ trong nguồn: ba]"]
    assert "Nguồn: Chương trình số 15-CTr/TU, Tỉnh ủy, 09/01/2026, mục 2" in article.words()
    assert "Nên viết: Thực hiện mục 2 Chương trình số 15-CTr/TU." in article.words()
    assert "Mã quy tắc: reuse.edited" in article.words()


def without_numbers(element: Element) -> str:
    """The element's text without the numbers of the marks."""
    text = element.text
    for number in element.all("a"):
        text = text.replace(number.text, "", 1)
    return text


def test_the_whole_draft_is_shown_paragraph_by_paragraph() -> None:
    shown = [without_numbers(paragraph) for paragraph in sheet(page(REALISTIC)).all("p")]

    assert shown == [line for line in DRAFT.split("\n") if line.strip()]


def sheet(shown: Element) -> Element:
    return shown.one("div", **{"class": "sheet"})


def test_overlapping_passages_are_split_under_the_graver_look() -> None:
    whole = "họp một lần, họp trực tuyến khi thành phần dự họp"
    first = finding("reuse.edited", whole, source("họp một lần"))
    inner = finding("word.twice", "họp trực tuyến", severity="info")
    behind = finding(
        "reuse.verbatim", "thành phần dự họp ở từ ba thôn", source("thành phần dự họp ở từ ba thôn", text=DRAFT)
    )

    marks = sheet(page(report(first, inner, behind))).all("mark")

    assert [(mark.attributes["class"], without_numbers(mark)) for mark in marks] == [
        ("white", "họp một lần, "),
        ("white", "họp trực tuyến"),
        ("white", " khi "),
        ("red", "thành phần dự họp"),
        ("red", " ở từ ba thôn"),
    ]
    assert [[number.text for number in mark.all("a")] for mark in marks] == [["1"], ["2"], [], ["3"], []]


def test_two_passages_that_begin_together_have_a_number_each() -> None:
    (mark, *_) = [mark for mark in sheet(page(REALISTIC)).all("mark") if len(mark.all("a")) == 2]

    assert [number.text for number in mark.all("a")] == ["2", "3"]


def test_a_passage_over_several_paragraphs_is_marked_in_each() -> None:
    long = finding("reuse.verbatim", DRAFT[DRAFT.index("\nII. NHIỆM") : DRAFT.index("2. Về")], source("Mỗi nội dung"))

    marked = [paragraph.words() for paragraph in sheet(page(report(long))).all("p") if paragraph.all("mark")]

    assert [words[:20] for words in marked] == ["1II. NHIỆM VỤ", "1. Về sử dụng điện", "Các cơ quan tắt toàn"]


def test_what_concerns_the_whole_document_or_only_white_space_has_no_link() -> None:
    missing = replace(finding("nd30.PG-03", "ỦY BAN", severity="error"), start=0, end=0, text="")
    blank = replace(missing, start=DRAFT.index("\n\n"), end=DRAFT.index("\n\n") + 2, text="\n\n")

    shown = page(report(missing, blank))

    assert "Cả văn bản" in shown.one("article", id="muc-1").words()
    assert not shown.one("article", id="muc-2").all("a")
    assert not sheet(shown).all("mark")


def test_a_noted_passage_looks_different_from_a_copied_one() -> None:
    shown = page(report(replace(VERBATIM, severity="info"), EDITED))

    assert [mark.attributes["class"] for mark in sheet(shown).all("mark")] == ["noted", "orange"]


def test_formulas_and_what_is_cited_look_like_neither() -> None:
    def at(words: str) -> Span:
        return Span(DRAFT.index(words), DRAFT.index(words) + len(words))

    formula, cited = "Văn phòng theo dõi, tổng hợp, báo cáo", "Mỗi nội dung chỉ họp một lần, không mời"
    shown = page(report(VERBATIM, cited=(at(cited),), formulas=(at(formula),)))

    marks = [(mark.attributes["class"], without_numbers(mark)) for mark in sheet(shown).all("mark")]
    assert ("cited", cited) in marks
    assert ("formula", formula) in marks
    assert len(marks) == 3


def test_everything_from_outside_is_escaped() -> None:
    text = f"Một {HOSTILE} hai\nba"
    there = source(HOSTILE, text=text, name=HOSTILE, number="", title=HOSTILE, issuer=HOSTILE, locator=HOSTILE)
    found = finding("reuse.edited", HOSTILE, there, text=text, message=HOSTILE, suggestion=HOSTILE, basis=HOSTILE)
    made = report(found, text=text, name=HOSTILE)
    made = replace(made, document=replace(made.document, subject=HOSTILE, issuer=HOSTILE, number=HOSTILE))

    shown = page(made)

    assert shown.one("h1").text == HOSTILE
    assert HOSTILE in sheet(shown).text.replace("1<script>", "<script>")
    assert shown.words().count('alert("x")') >= 10


def test_nothing_found_is_said_in_words() -> None:
    shown = page(CLEAN)

    assert "Không có chỗ nào cần xem." in shown.one("section", id="ket-qua").words()
    assert not shown.all("table")


def test_shares_are_left_out_where_nothing_was_compared() -> None:
    assert not page(report(rules_evaluated=("nd30.PG-03",))).all("svg")


def test_a_long_draft_with_many_findings_is_one_page_in_little_time() -> None:
    text = "\n".join(f"{number}. Văn phòng lập sổ theo dõi điện năng hằng ngày." for number in range(1_000))
    spots = [text.index(f"\n{number}. ") for number in range(1, 1_000, 2)]
    found = [replace(finding("word.unit", "Văn phòng", text=text), start=spot + 1, end=spot + 20) for spot in spots]

    assert len(sheet(page(report(*found, text=text))).all("mark")) == 500
