"""A PDF whose fonts are of an old encoding is read as it looks on paper."""

import textwrap

import pytest
from old_texts import HEAD, PARAGRAPH, shown_in
from pdf_files import drawn, lines

from drafter import Document
from drafter.document import Encoding
from drafter.readers import read_bytes


def printed_in(font: str, text: str) -> Document:
    """The text as a PDF that names this font (at most 11 letters) for all of it."""
    data = drawn(lines(*textwrap.wrap(text, 60)), pageCompression=0)
    assert b"/BaseFont /Times-Roman" in data
    return read_bytes("a.pdf", data.replace(b"/BaseFont /Times-Roman", b"/BaseFont /" + font.encode().ljust(11)))


@pytest.mark.parametrize(("font", "encoding"), [(".VnTime", "TCVN3"), ("VNI-Times", "VNI")])
def test_old_fonts_are_read_as_they_look(font: str, encoding: Encoding) -> None:
    small = PARAGRAPH[0].lower() + PARAGRAPH[1:]  # TCVN3 has capitals with tones in fonts of capitals only
    document = printed_in(font, shown_in(small, encoding))
    assert " ".join(document.text.split()) == small
    assert {one.encoding for one in document.recoded} == {encoding}
    assert "tiến" in {one.span.of(document.text).lower() for one in document.recoded}


def test_a_font_of_capitals_shows_capitals() -> None:
    motto = HEAD.partition("\n")[0]
    assert printed_in(".VnTimeH", shown_in(motto.lower(), "TCVN3")).text == motto


def test_words_without_marks_are_not_recoded() -> None:
    document = printed_in(".VnTime", "Microsoft Windows 2003")
    assert (document.text, document.recoded) == ("Microsoft Windows 2003", ())
