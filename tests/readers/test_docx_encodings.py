"""Word files in fonts of old encodings: read run by run, each as its font shows it."""

from xml.sax.saxutils import escape

import pytest
from docx_files import p, r, read_word, style, tc, text_of, tr, word
from docx_files import table as table_of
from hypothesis import given
from hypothesis import strategies as st
from old_texts import ALPHABET, FONTS, HEAD, PARAGRAPH, as_in_word, bytes_in, shown_in

from drafter.document import Document, Encoding
from drafter.readers.docx import Package, located_pieces


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def old(text: str, encoding: Encoding, name: str = "") -> str:
    """A run as a file of this encoding has it."""
    return r(escape(as_in_word(text, encoding)), font(name or FONTS[encoding]))


def recoded(document: Document) -> list[tuple[str, str]]:
    return [(one.encoding, one.span.of(document.text)) for one in document.recoded]


@pytest.mark.parametrize("encoding", ["VNI", "VPS", "VISCII"])
@pytest.mark.parametrize("text", [PARAGRAPH, HEAD.replace("\n", " "), ALPHABET])
def test_a_run_is_read_as_its_font_shows_it(encoding: Encoding, text: str) -> None:
    document = read_word(p(old(text, encoding)))

    assert document.text == text
    assert recoded(document) == [(encoding, text)]


def test_capitals_of_tcvn3_are_in_a_font_of_their_own() -> None:
    head = "Cộng hòa xã hội chủ nghĩa Việt Nam"
    body = p(old(head.lower(), "TCVN3", ".VnTimeH")) + p(
        old("ủ", "TCVN3", ".VnTimeH") + old(PARAGRAPH[1:], "TCVN3", ".VnTime")
    )
    document = read_word(body)

    assert document.text == f"{head.upper()}\n{PARAGRAPH}"
    assert recoded(document) == [("TCVN3", head.upper()), ("TCVN3", PARAGRAPH)]


def test_several_encodings_in_one_paragraph() -> None:
    document = read_word(
        p(
            old("Căn cứ ý kiến của ", "TCVN3")
            + r("Zoë Müller, Đỗ Thị Ế", font("Times New Roman"))
            + old(" và Hội đồng ", "VNI")
            + old("nhân dân huyện", "VISCII")
            + r(" (café)")
        )
    )

    assert document.text == "Căn cứ ý kiến của Zoë Müller, Đỗ Thị Ế và Hội đồng nhân dân huyện (café)"
    assert recoded(document) == [
        ("TCVN3", "Căn cứ ý kiến của "),
        ("VNI", " và Hội đồng "),
        ("VISCII", "nhân dân huyện"),
    ]


@pytest.mark.parametrize("text", ["Ủy ban nhân dân xã đã họp", "Đồng chí Tế", "nhà bà", "12/KH-UBND", "report"])
def test_unicode_typed_in_an_old_font_stays(text: str) -> None:
    document = read_word(p(r(text, font(".VnTime"))))

    assert document.text == text
    assert document.recoded == ()


@pytest.mark.parametrize("encoding", FONTS)
def test_bytes_that_the_vietnamese_code_page_has_read(encoding: Encoding) -> None:
    """As programs do where a font says that it is for Vietnamese."""
    text = PARAGRAPH[3:]
    own = bytes_in(text, encoding).decode("cp1258")

    assert text_of(p(r(escape(own), font(FONTS[encoding])))) == text


def test_a_name_typed_in_unicode_among_old_text_of_the_same_font_stays() -> None:
    document = read_word(p(old("Giao cho xã ", "TCVN3") + r("Đồng Tiến", font(".VnTime")) + old(" thực hiện", "TCVN3")))

    assert document.text == "Giao cho xã Đồng Tiến thực hiện"


def test_a_letter_of_two_characters_in_two_runs() -> None:
    document = read_word(p(r("Co", font("VNI-Times")) + r("äng hoøa", f"<w:b/>{font('VNI-Times')}")))

    assert document.text == "Cộng hòa"
    assert [run.span.of(document.text) for run in document.paragraphs[0].runs] == ["Cộ", "ng hòa"]


def test_a_soft_hyphen_is_a_letter_in_an_old_font_alone() -> None:
    half = f"<w:r><w:rPr>{font('.VnTime')}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>"

    assert text_of(p(half)) == "nước"
    assert text_of(p(half.replace(".VnTime", "Arial").replace("íc", "ớc"))) == "nớc"


def test_the_font_may_come_from_a_style() -> None:
    styles = style("Normal", f"<w:rPr>{font('.VnTime')}</w:rPr>", default=True)
    body = p(r("QuyÕt ®Þnh")) + table_of(tr(tc(p(r("Sè: 12/Q§-UB")))))

    assert text_of(body, styles=styles) == "Quyết định\nSố: 12/QĐ-UB"


def test_the_font_of_letters_beyond_ascii_decides() -> None:
    mixed = '<w:rFonts w:ascii="Times New Roman" w:hAnsi=".VnTime"/>'

    assert text_of(p(r("QuyÕt ®Þnh", mixed))) == "Quyết định"


def test_automatic_numbers_are_shown_in_their_font() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="§iÒu %1."/><w:rPr>{font(".VnTime")}</w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    document = read_word(p(old("Phạm vi", "TCVN3"), numbered), numbering=numbering)

    assert document.text == "Điều 1. Phạm vi"
    assert document.paragraphs[0].label == "Điều 1."


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI", "VPS", "VISCII"])
def test_old_text_whose_font_was_exchanged_is_told_by_its_words(encoding: Encoding) -> None:
    text = PARAGRAPH[3:]
    document = read_word(p(r(escape(shown_in(text, encoding)), font("Times New Roman"))) + p("Kế hoạch") + p("café"))

    assert document.text == f"{text}\nKế hoạch\ncafé"
    assert recoded(document) == [(encoding, text)]


def test_pictures_among_letters_stay() -> None:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'

    assert text_of(p(old("Đã ", "VNI") + symbol + old(" nộp", "VNI"))) == "Đã ✓ nộp"


PIECES = st.lists(
    st.tuples(
        st.sampled_from(["VNI", "TCVN3", "VISCII", None]),
        st.text(st.sampled_from("ấộữđàyăôchng th "), min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=6,
)


@given(PIECES)
def test_every_piece_says_what_its_leaf_holds(runs: list[tuple[Encoding | None, str]]) -> None:
    body = p("".join(old(text, encoding) if encoding else r(text, font("Arial")) for encoding, text in runs))
    data = word(body)
    pieces = located_pieces(Package.open("a.docx", data))
    document = read_word(body)

    for piece in pieces:
        assert document.text[piece.start : piece.end] == piece.text
        assert piece.own == (piece.leaf.text or "")
        cuts = [piece.own_at(at) for at in range(len(piece.text) + 1)]
        assert cuts == sorted(set(cuts))
        assert (cuts[0], cuts[-1]) == (0, len(piece.own))


def test_old_comments_are_read_too() -> None:
    marks = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/>'
    comment = f'<w:comment w:id="0" w:author="A">{p(old("Sửa chữ", "VNI"))}</w:comment>'
    document = read_word(p(marks.format(old("Quyết định", "TCVN3"))), comments=comment)

    assert [(one.span.of(document.text), one.text) for one in document.comments] == [("Quyết định", "Sửa chữ")]
