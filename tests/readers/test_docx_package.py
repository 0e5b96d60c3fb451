"""What counts as a Word file, and how its parts are found."""

import pytest
from docx_files import p, r, table, tc, tr, word
from word_files import packed, word_parts

from drafter.errors import CorruptFile, ForeignFile, MacroFile, OversizedFile, UnsafeFile
from drafter.readers import zips
from drafter.readers.docx import Package, read_docx

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/": "http://purl.oclc.org/ooxml/wordprocessingml/",
    "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
}


def changed(parts: dict[str, str | bytes], *replacements: tuple[str, str]) -> bytes:
    """The package with words replaced in every part's content."""
    for old, new in replacements:
        parts = {name: str(content).replace(old, new) for name, content in parts.items()}
    return packed(parts)


def test_a_strict_file_is_read_too():
    body = p(r("a", "<w:b/>"), '<w:jc w:val="end"/><w:ind w:start="1cm"/>') + table(tr(tc("b")))
    styles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    document = read_docx("a.docx", changed(word_parts(body, styles=styles), *STRICT.items()))
    first = document.paragraphs[0]
    assert document.text == "a\nb"
    assert (first.alignment, first.indent_left, first.runs[0].format.bold) == ("right", 10.0, True)


def test_names_of_parts_ignore_case_and_leading_slashes():
    parts = word_parts(p("a"), styles='<w:styles xmlns:w="x"/>')
    renamed = {name.replace("word/document.xml", "Word/DOCUMENT.xml"): text for name, text in parts.items()}
    assert read_docx("a.docx", packed(renamed)).text == "a"
    absolute = changed(word_parts(p("a")), ('Target="word/document.xml"', 'Target="/word/document.xml"'))
    assert read_docx("a.docx", absolute).text == "a"


def test_parts_are_found_by_relationship_not_by_name():
    parts = word_parts(p("a"), styles="<w:styles xmlns:w='x'/>")
    parts["doc/a.xml"] = parts.pop("word/document.xml")
    parts["doc/_rels/a.xml.rels"] = str(parts.pop("word/_rels/document.xml.rels")).replace(
        "styles.xml", "../word/styles.xml"
    )
    data = changed(parts, ("word/document.xml", "doc/a.xml"))
    opened = Package.open("a.docx", data)
    assert opened.main_path == "doc/a.xml"
    assert [relation.target for relation in opened.relations().values()] == ["word/styles.xml"]
    assert opened.related("styles") is not None
    assert opened.related("numbering") is None


@pytest.mark.parametrize(
    "main_type",
    [
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    ],
)
def test_tables_and_slides_are_no_word_documents(main_type):
    with pytest.raises(ForeignFile):
        read_docx("a.docx", changed(word_parts(p("a")), (MAIN, main_type)))


def test_a_template_is_read_as_a_document_is():
    template = MAIN.replace("document.main", "template.main")
    assert read_docx("a.dotx", changed(word_parts(p("a")), (MAIN, template))).text == "a"


@pytest.mark.parametrize("kind", ["document", "template"])
def test_a_file_with_macros_is_to_be_saved_without(kind):
    with pytest.raises(MacroFile):
        read_docx(
            "a.docm", changed(word_parts(p("a")), (MAIN, f"application/vnd.ms-word.{kind}.macroEnabled.main+xml"))
        )


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"a.txt": "x"}, ForeignFile),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, ForeignFile),
        ({"word/document.xml": "<x/>"}, CorruptFile),
    ],
)
def test_other_zips(parts, fault):
    with pytest.raises(fault):
        Package.open("a.docx", packed(parts))


def test_a_small_file_may_pack_well():
    """A million blanks pack a thousand times smaller; so does a long honest table."""
    assert len(read_docx("a.docx", word(p(" " * (zips.RATIO_COUNTS_FROM - 10_000)))).text) == 990_000
    with pytest.raises(OversizedFile):
        read_docx("a.docx", word(p(" " * zips.RATIO_COUNTS_FROM)))


def test_entries_over_one_another_are_refused():
    data = bytearray(word(p("a")))
    # The directory's second entry is made to point at the first one's bytes.
    first = data.find(b"PK\x01\x02")
    second = data.find(b"PK\x01\x02", first + 1)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    with pytest.raises(OversizedFile):
        Package.open("a.docx", bytes(data))


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), ForeignFile),
        (b"%PDF-1.7", ForeignFile),
        (b"PK\x03\x04 and no more", CorruptFile),
        (b"PK\x05\x06" + bytes(18), ForeignFile),
    ],
)
def test_what_is_no_zip(data, fault):
    with pytest.raises(fault) as raised:
        Package.open("vb.docx", data)
    assert raised.value.name == "vb.docx"


def test_a_declaration_is_refused_in_a_part_that_nobody_reads():
    parts = word_parts(p("a"))
    parts["customXml/item1.xml"] = "<?xml version='1.0'?><!-- <!-- --><?x ?> <!DOCTYPE x [<!ENTITY y 'z'>]><x/>"
    with pytest.raises(UnsafeFile):
        Package.open("a.docx", packed(parts))


def test_the_tree_is_its_owner_s():
    """Changing it changes no other part, and the next reader of the file starts anew."""
    data = word(p("a"))
    one = Package.open("a.docx", data)
    one.main.clear()
    assert len(Package.open("a.docx", data).main) == 1
