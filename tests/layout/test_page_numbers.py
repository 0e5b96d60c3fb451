"""Page numbers moved to where the decree wants them: the middle of the header."""

import io
import zipfile

import pytest
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from sound import plan, read

from drafter.layout.check import layout
from drafter.readers import read_bytes
from drafter.render.relaid import Relaid, relaid


def numbered_in_the_footer(words: str = "") -> Word:
    """A plan without any header, its number in the footer behind these words."""
    made = plan()
    section = made.sections[0]
    field = section.header.paragraphs[0]._p
    footer = section.footer.paragraphs[0]
    footer.add_run(words)
    for run in list(field.iterchildren(qn("w:r"))):
        footer._p.append(run)
    section.header.is_linked_to_previous = True
    assert not section._sectPr.findall(qn("w:headerReference"))
    return made


def laid(made: Word) -> Relaid:
    data = io.BytesIO()
    made.save(data)
    once = relaid("a.docx", data.getvalue())
    assert relaid("a.docx", once.data).data == once.data
    return once


def test_a_number_of_the_footer_gets_a_header_of_its_own() -> None:
    done = laid(numbered_in_the_footer())

    after = read_bytes("a.docx", done.data)
    assert done.rules == ("nd30.PN-02",)
    assert layout(after).findings == ()
    (section,) = after.sections
    (header,) = section.headers
    assert (header.which, header.text) == ("default", "2")
    assert header.paragraphs[0].alignment == "center"
    assert [run.format.size for run in header.paragraphs[0].runs] == [14]
    assert [one.text for one in section.footers] == [""]
    with zipfile.ZipFile(io.BytesIO(done.data)) as package:
        assert package.testzip() is None
        assert b"header+xml" in package.read("[Content_Types].xml")


def test_later_sections_take_the_header_over() -> None:
    made = numbered_in_the_footer()
    made.add_section(WD_SECTION.NEW_PAGE)
    made.add_paragraph("Hết.")

    after = read_bytes("a.docx", laid(made).data)

    assert [[one.text for one in section.headers] for section in after.sections] == [["2"], ["2"]]


@pytest.mark.parametrize("words", ["Trang ", "UBND xã Bản Mây - "])
def test_a_footer_that_says_more_is_left_to_the_drafter(words: str) -> None:
    made = numbered_in_the_footer(words)
    (fault,) = layout(read(made)).findings
    assert (fault.rule, fault.fix) == ("nd30.PN-02", False)
    assert laid(made).rules == ()


def test_dashes_around_the_number_go_with_it() -> None:
    made = numbered_in_the_footer("- ")
    assert laid(made).rules == ("nd30.PN-02",)
