"""The text of a Word file is what a reader of it reads: nothing twice, nothing that is deleted or hidden."""

import unicodedata
from io import BytesIO

import docx
import pytest
from docx_files import field, p, r, read_word, style, table, tc, text_of, texts, tr, word
from hypothesis import given
from hypothesis import strategies as st

from drafter.document import Cell, Span
from drafter.readers.docx import Package, located_pieces, read_docx
from drafter.readers.docx.walk import walk

BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{0}</wps:txbx></wps:wsp>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def shape(content: str) -> str:
    return SHAPE.format(BOX.format(content))


def gone(mark: str = "<w:del/>") -> str:
    return f"<w:rPr>{mark}</w:rPr>"


class TestLeaves:
    @pytest.mark.parametrize(
        ("leaf", "shown"),
        [
            ("<w:tab/>", "\t"),
            ("<w:ptab/>", "\t"),
            ("<w:br/>", "\n"),
            ("<w:br w:type='page'/>", "\n"),
            ("<w:cr/>", "\n"),
            ("<w:noBreakHyphen/>", "-"),
            ("<w:softHyphen/>", ""),
            ("<w:sym w:font='Wingdings' w:char='F0FC'/>", "✓"),
            ("<w:sym w:font='Wingdings' w:char='F0A8'/>", "□"),
            ("<w:sym w:font='Wingdings 2' w:char='F052'/>", "☑"),
            ("<w:sym w:font='Symbol' w:char='F0B7'/>", "•"),
            ("<w:sym w:font='Symbol' w:char='F0B3'/>", "≥"),
            ("<w:sym w:font='Symbol' w:char='F061'/>", "α"),
            ("<w:sym w:font='Wingdings' w:char='F04A'/>", "\ufffd"),
            ("<w:sym w:font='Webdings' w:char='F04A'/>", "\ufffd"),
            ("<w:sym w:font='Arial' w:char='2192'/>", "→"),
            ("<w:footnoteReference w:id='1'/>", ""),
            ("<w:endnoteReference w:id='1'/>", ""),
            ("<w:commentReference w:id='1'/>", ""),
            ("<w:lastRenderedPageBreak/>", ""),
            ("<w:t/>", ""),
            ("<w:t>b<!-- note -->c</w:t>", "bc"),
            ("<w:t xml:space='preserve'> b </w:t>", " b "),
            ("<w:t> b </w:t>", "b"),
            ("<w:t>b\nc</w:t>", "b c"),
            ("<w:delText>b</w:delText>", ""),
            (f"<w:ruby><w:rt>{r('over')}</w:rt><w:rubyBase>{r('b')}</w:rubyBase></w:ruby>", "b"),
        ],
    )
    def test_what_a_leaf_shows(self, leaf, shown):
        assert text_of(p(f"<w:r><w:t>a</w:t></w:r><w:r>{leaf}</w:r><w:r><w:t>z</w:t></w:r>")) == f"a{shown}z"

    def test_decomposed_letters_stay_decomposed(self):
        decomposed = unicodedata.normalize("NFD", "Ủy ban nhân dân")
        assert text_of(p(decomposed)) == decomposed

    def test_a_formula_is_read(self):
        a, b = "<m:r><m:t>a</m:t></m:r>", "<m:r><m:t>b</m:t></m:r>"
        fraction = f"<m:f><m:num>{a}</m:num><m:den>{b}</m:den></m:f>"
        assert text_of(p(f"{r('x = ')}<m:oMath>{fraction}</m:oMath>")) == "x = ab"


class TestWrappers:
    @pytest.mark.parametrize(
        "wrapped",
        [
            "<w:hyperlink>{}</w:hyperlink>",
            "<w:smartTag>{}</w:smartTag>",
            "<w:customXml>{}</w:customXml>",
            "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
            "<w:fldSimple w:instr='DATE'>{}</w:fldSimple>",
            "<w:ins>{}</w:ins>",
            "<w:moveTo>{}</w:moveTo>",
            "<w:dir>{}</w:dir>",
            "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice>"
            "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        ],
    )
    def test_text_is_read_once_inside(self, wrapped):
        assert text_of(p(f"{r('a')}{wrapped.replace('{}', r('b'))}{r('c')}")) == "abc"

    @pytest.mark.parametrize("tag", ["del", "moveFrom"])
    def test_what_is_taken_away_is_not_read(self, tag):
        assert text_of(p(f"{r('a')}<w:{tag}>{r('b')}</w:{tag}>{r('c')}")) == "ac"

    def test_insertions_are_known(self):
        body = p(f"{r('a')}<w:ins>{r('bc')}{r('d', '<w:b/>')}</w:ins>{r('e')}<w:moveTo>{r('f')}</w:moveTo>")
        document = read_word(body)
        assert document.inserted == (Span(1, 4), Span(5, 6))
        assert [(run.span.of(document.text), run.inserted) for run in document.paragraphs[0].runs] == [
            ("a", False), ("bc", True), ("d", True), ("e", False), ("f", True),
        ]  # fmt: skip

    def test_content_controls_around_paragraphs_rows_and_cells(self):
        def control(content):
            return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

        rows = control(tr(control(tc("b")), tc(control(p("c")))))
        assert texts(read_word(control(p("a")) + table(rows))) == ["a", "b", "c"]


class TestFields:
    def test_the_result_is_read_and_the_instruction_is_not(self):
        assert text_of(p(r("trang ") + field("PAGEREF x", r("7")) + r("."))) == "trang 7."

    def test_a_field_in_the_instruction_of_another_is_not_read(self):
        inner = field("PAGE", r("3"))
        outer = (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF </w:instrText></w:r>"
            f"{inner}<w:r><w:fldChar w:fldCharType='separate'/></w:r>{r('b')}{field('DATE', r('c'))}"
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        )
        assert text_of(p(r("a") + outer + r("d"))) == "abcd"

    def test_a_field_runs_over_paragraphs(self):
        begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>"
        separate, end = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("separate", "end"))
        body = p(begin + separate + r("Mục I")) + p("Mục II") + p(end + r("Hết"))
        assert texts(read_word(body)) == ["Mục I", "Mục II", "Hết"]

    def test_a_field_that_never_ends_swallows_nothing(self):
        begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        assert texts(read_word(p(begin + r("a")) + p("b"))) == ["a", "b"]
        deleted_end = "<w:del><w:r><w:fldChar w:fldCharType='end'/></w:r></w:del>"
        assert texts(read_word(p(begin + r("a") + deleted_end) + p("b"))) == ["a", "b"]


class TestParagraphs:
    @pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>", "<w:vanish/>"])
    def test_a_paragraph_whose_mark_is_gone_runs_on(self, mark):
        document = read_word(p("a", gone(mark)) + p("b", '<w:jc w:val="center"/>') + p("c"))
        assert texts(document) == ["ab", "c"]
        assert document.paragraphs[0].alignment == "center"

    def test_a_deleted_paragraph_leaves_no_empty_line(self):
        deleted = p(f"<w:del>{r('b')}</w:del>", gone())
        assert texts(read_word(p("a") + deleted + p("c"))) == ["a", "c"]
        assert texts(read_word(p("a") + deleted)) == ["a"]
        assert texts(read_word(p("a") + deleted + table(tr(tc("c"))))) == ["a", "c"]

    def test_an_open_paragraph_ends_with_its_cell(self):
        assert texts(read_word(table(tr(tc(p("a", gone())), tc("b"))))) == ["a", "b"]

    def test_empty_paragraphs_stay(self):
        assert text_of(p("a") + p() + p("b")) == "a\n\nb"


class TestHidden:
    VANISH = "<w:rPr><w:vanish/></w:rPr>"
    STYLES = style("Secret", VANISH, kind="character") + style("Note", VANISH)

    @pytest.mark.parametrize(
        ("body", "shown"),
        [
            (p(r("a") + r("b", "<w:vanish/>")), "a"),
            (p(r("a") + r("b", "<w:vanish w:val='0'/>")), "ab"),
            (p(r("a") + r("b", "<w:webHidden/>")), "ab"),
            (p(r("a") + r("b", "<w:rStyle w:val='Secret'/>")), "a"),
            (p(r("a", "<w:vanish w:val='false'/>") + r("b"), "<w:pStyle w:val='Note'/>"), "a"),
            (p(r("a", "<w:rStyle w:val='Secret'/>") + r("b"), "<w:pStyle w:val='Note'/>"), "a"),
        ],
    )
    def test_hidden_text_is_out(self, body, shown):
        assert text_of(body, styles=self.STYLES) == shown

    def test_the_walk_alone_hides_nothing(self):
        package = Package.open("a.docx", word(p(r("a") + r("b", "<w:vanish/>"))))
        assert [block.text for block in walk(package.main)] == ["ab"]


class TestTables:
    def test_cells_are_counted_in_grid_columns(self):
        body = table(
            tr(tc("a", '<w:gridSpan w:val="2"/>'), tc("b")),
            tr(tc("c"), tc("d"), properties='<w:gridBefore w:val="1"/>'),
        ) + table(tr(tc("e")))
        assert [paragraph.cell for paragraph in read_word(body).paragraphs] == [
            Cell(0, 0, 0), Cell(0, 0, 2), Cell(0, 1, 1), Cell(0, 1, 2), Cell(1, 0, 0),
        ]  # fmt: skip

    def test_a_cell_knows_its_width_or_that_of_its_columns(self):
        grid = "<w:tblGrid><w:gridCol w:w='1701'/><w:gridCol w:w='2835'/><w:gridCol/></w:tblGrid>"
        own, half = '<w:tcW w:w="567" w:type="dxa"/>', '<w:tcW w:w="2500" w:type="pct"/>'
        rows = (tr(tc("a", own), tc("b"), tc("c")), tr(tc("d", '<w:gridSpan w:val="2"/>' + half), tc("e", half)))
        body = table(grid, *rows) + table(tr(tc("f")))
        widths = [one.cell.width for one in read_word(body).paragraphs if one.cell]
        assert widths == [10.001, 50.006, None, 80.01, None, None]

    def test_a_nested_table_knows_the_cell_around_it(self):
        inner = table(tr(tc("b")))
        document = read_word(table(tr(tc("x"), tc(p("a") + inner + p("c")))))
        assert texts(document) == ["x", "a", "b", "c"]
        assert document.paragraphs[2].cell == Cell(1, 0, 0, outer=Cell(0, 0, 1))

    @pytest.mark.parametrize("merge", ["<w:vMerge/>", "<w:vMerge w:val='continue'/>"])
    def test_merged_cells_are_read_once(self, merge):
        body = table(tr(tc("a", "<w:vMerge w:val='restart'/>"), tc("b")), tr(tc(p(), merge), tc("c")))
        assert texts(read_word(body)) == ["a", "b", "c"]

    def test_what_a_merged_cell_still_holds_is_not_lost(self):
        body = table(tr(tc("a", "<w:vMerge w:val='restart'/>")), tr(tc("b", "<w:vMerge/>")))
        assert texts(read_word(body)) == ["a", "b"]

    def test_deleted_rows_and_cells_are_out(self):
        body = table(tr(tc("a"), properties="<w:del/>"), tr(tc("b", "<w:cellDel/>"), tc("c")))
        document = read_word(body)
        assert texts(document) == ["c"]
        assert document.paragraphs[0].cell == Cell(0, 0, 0)


class TestTextBoxes:
    def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it(self):
        document = read_word(p(r("a") + shape(p("b") + p("c")) + r("d")) + p("e"))
        assert texts(document) == ["ad", "b", "c", "e"]
        assert [paragraph.place for paragraph in document.paragraphs] == ["body", "text_box", "text_box", "body"]

    def test_old_pictures_hold_text_too(self):
        shapes = "".join(f"<shape>{BOX.format(p(letter))}</shape>" for letter in "bc")
        old = f"<w:r><w:pict><group>{shapes}</group></w:pict></w:r>"
        assert texts(read_word(p(r("a") + old))) == ["a", "b", "c"]

    def test_a_text_box_in_a_text_box_and_a_table_in_it(self):
        box = shape(p(r("b") + shape(p("c"))) + table(tr(tc("d"))))
        assert texts(read_word(p(r("a") + box) + p("e"))) == ["a", "b", "c", "d", "e"]

    def test_a_deleted_or_hidden_text_box_is_out(self):
        hidden = shape(p("b")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
        assert texts(read_word(p(r("a") + f"<w:del>{shape(p('b'))}</w:del>" + hidden))) == ["a"]


SAMPLE = (
    p(r("Kế hoạch ") + f"<w:hyperlink>{r('số 5')}</w:hyperlink>" + field("DATE", r("2026")))
    + table(tr(tc("a"), tc(p(r("b") + "<w:r><w:tab/><w:t>c</w:t></w:r>"))))
    + p(f"<w:ins>{r('d')}</w:ins><w:del>{r('e')}</w:del>" + shape(p("f")), gone("<w:vanish/>"))
    + p("<w:r><w:t>  g</w:t></w:r>", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
)
LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="Điều %1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


class TestLocatedPieces:
    def test_they_agree_with_the_document_in_any_tree(self):
        data = word(SAMPLE, numbering=LIST)
        document = read_docx("a.docx", data)
        package = Package.open("a.docx", data)
        ours = located_pieces(package)
        theirs = located_pieces(package, docx.Document(BytesIO(data)).element)
        assert [(one.text, one.start) for one in ours] == [(one.text, one.start) for one in theirs]
        assert all(document.text[one.start : one.end] == one.text for one in ours)
        assert all(one.leaf.text[one.skipped :].startswith(one.text) for one in ours if one.leaf.tag.endswith("}t"))
        # What no piece covers is an automatic number or the end of a paragraph.
        covered = {at for one in ours for at in range(one.start, one.end)}
        rest = "".join(letter for at, letter in enumerate(document.text) if at not in covered)
        assert rest == "\n\n\nĐiều 1. \n"

    @given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8), max_size=5))
    def test_any_text_comes_back_as_it_was(self, words):
        escaped = [one.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for one in words]
        assert text_of("".join(p(r(one)) for one in escaped)) == "\n".join(words)
