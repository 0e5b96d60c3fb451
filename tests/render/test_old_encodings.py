"""Comments and tracked changes in files of old encodings: on the right characters, in letters that can be read."""

from itertools import pairwise
from xml.sax.saxutils import escape

import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from old_texts import FONTS, PARAGRAPH, as_in_word, shown_in
from word_files import docx, rejected

from drafter.document import Document, Encoding, Span
from drafter.readers import read_bytes
from drafter.readers.docx import Package
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.story import lay_out
from drafter.render.package import with_main
from drafter.render.tracking import Change, tracked
from drafter.render.word import commented
from drafter.report import About, Finding, Report, Shares

WITH_FONTS: list[Encoding] = list(FONTS)
QUOTES = ["báo cáo", "Tiến", "thực hiện nhiệm vụ", "ộ nghèo giả", "ữ", "2004: 15", PARAGRAPH[3:]]


def run(text: str, encoding: Encoding | None, look: str = "") -> str:
    name = FONTS[encoding] if encoding else "Times New Roman"
    own = as_in_word(text, encoding) if encoding else text
    fonts = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'
    return f'<w:r><w:rPr>{fonts}{look}</w:rPr><w:t xml:space="preserve">{escape(own)}</w:t></w:r>'


def file_of(encoding: Encoding) -> bytes:
    """The paragraph in three runs, cut within words, behind one of Unicode."""
    text = PARAGRAPH[3:]
    parts = (text[:40], text[40:101], text[101:])
    runs = "".join(run(part, encoding, "<w:b/>" * (nth == 1)) for nth, part in enumerate(parts))
    return docx(f"<w:p>{run('Ủy ', None)}{runs}</w:p>")


def report_on(document: Document, spans: list[Span]) -> Report:
    about = About(document.name, document.sha256, "none", "", "", "", "", "", len(document.text))
    findings = [Finding("x.y", "info", s.start, s.end, s.of(document.text), "Câu này cần xem lại.") for s in spans]
    return Report(about, document.text, Shares(0, 0, 0, 1), tuple(findings), ())


def held(data: bytes) -> list[str]:
    """What the file itself holds between the marks of each comment, in the order of their ids."""
    found: dict[str, str] = {}
    active: set[str] = set()
    for element in Package.open("a.docx", data).main.iter():
        if element.tag == qn("w:commentRangeStart"):
            active.add(element.get(qn("w:id")))
            found[element.get(qn("w:id"))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            active.remove(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for one in active:
                found[one] += element.text or ""
    return [found[one] for one in sorted(found, key=int)]


@pytest.mark.parametrize("encoding", WITH_FONTS)
def test_comments_stand_on_the_very_characters(encoding: Encoding) -> None:
    data = file_of(encoding)
    document = read_bytes("a.docx", data)
    assert document.text.lower() == PARAGRAPH.lower()
    spans = [Span(at := document.text.lower().index(quote.lower()), at + len(quote)) for quote in QUOTES]
    result = commented(data, report_on(document, spans))

    after = read_bytes("a.docx", result)
    assert after.text == document.text
    assert after.recoded == document.recoded
    assert sorted(one.span for one in after.comments) == sorted(spans)
    assert held(result) == [as_in_word(span.of(document.text), encoding) for span in spans]


def test_a_comment_is_in_a_font_of_unicode() -> None:
    """Without one of its own it would be in that of the body."""
    data = file_of("TCVN3")
    document = read_bytes("a.docx", data)
    root = Package.open("a.docx", commented(data, report_on(document, [Span(0, 6)]))).related("comments")
    assert root is not None
    assert [one.get(qn("w:hAnsi")) for one in root.iter(qn("w:rFonts"))] == ["Times New Roman"]


@given(st.data())
def test_any_span_of_a_vni_file_can_bear_a_comment(data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(1, 60), max_size=5)))
    text = PARAGRAPH[:64]
    own = shown_in(text, "VNI")
    edges = [0, *cuts, len(own)]
    fonts = '<w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr>'
    body = "".join(
        f'<w:r>{fonts}<w:t xml:space="preserve">{own[start:end]}</w:t></w:r>' for start, end in pairwise(edges)
    )
    file = docx(f"<w:p>{body}</w:p>")
    document = read_bytes("a.docx", file)
    assert document.text == text
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    after = read_bytes("a.docx", commented(file, report_on(document, [span])))

    assert after.text == text
    assert [one.span for one in after.comments] == [span]


def changed(data: bytes, old: str, new: str) -> tuple[bytes, bool]:
    package = Package.open("a.docx", data)
    story = lay_out(package.main, Cascade(package))
    at = story.text.index(old)
    (could,) = tracked(story, package.main, [Change(Span(at, at + len(old)), new)])
    return (with_main(package, data) if could else data), could


@pytest.mark.parametrize("encoding", WITH_FONTS)
@pytest.mark.parametrize(("old", "new"), [("báo cáo", "đánh giá rõ"), ("ực hi", "ể hi"), ("nhân dân xã ", "")])
def test_new_words_are_in_a_font_that_has_their_letters(encoding: Encoding, old: str, new: str) -> None:
    data = file_of(encoding)
    before = read_bytes("a.docx", data).text
    made, could = changed(data, old, new)

    assert could
    assert read_bytes("a.docx", made).text == before.replace(old, new, 1)
    assert rejected(made) == before
    for inserted in Package.open("a.docx", made).main.iter(qn("w:ins")):
        assert [one.get(qn("w:hAnsi")) for one in inserted.iter(qn("w:rFonts"))] == ["Times New Roman"]


def test_the_font_of_a_style_is_not_taken_over() -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults></w:styles>"
    )
    made, could = changed(docx("<w:p><w:r><w:t>QuyÕt ®Þnh sè 5</w:t></w:r></w:p>", styles=styles), "số 5", "số 05 ộ")

    assert could
    assert read_bytes("a.docx", made).text == "Quyết định số 05 ộ"


def test_words_that_have_lost_their_font_are_not_mended() -> None:
    """With letters of Unicode beside them nothing would tell any more what they were."""
    text = shown_in(PARAGRAPH[3:], "TCVN3")
    data = docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    assert read_bytes("a.docx", data).text == PARAGRAPH[3:]
    made, could = changed(data, "báo cáo", "đánh giá")

    assert not could
    assert etree.tostring(Package.open("a.docx", made).main).count(b"w:ins") == 0
