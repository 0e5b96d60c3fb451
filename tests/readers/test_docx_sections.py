"""Pages, headers and footers, and the remarks in the margin."""

import pytest
from docx_files import field, p, r, read_word

from drafter.document import Comment, Span

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
ND30 = (
    '<w:pgMar w:top="1134" w:bottom="-1134" w:left="1701" w:right="851" w:header="720" w:footer="567" w:gutter="57"/>'
)


def section(content: str = "") -> str:
    return f"<w:sectPr>{content}</w:sectPr>"


def header(identity: str, which: str = "default") -> str:
    return f'<w:{identity.rstrip("0123456789")}Reference w:type="{which}" r:id="{identity}"/>'


def test_lengths_are_millimetres():
    numbers = '<w:titlePg/><w:pgNumType w:start="3" w:fmt="decimal"/>'
    (only,) = read_word(p("a") + section(A4 + ND30 + numbers)).sections
    assert (only.width, only.height, only.landscape) == (210.009, 297.004, False)
    assert (only.top, only.bottom, only.left, only.right) == (20.002, 20.002, 30.004, 15.011)
    assert (only.header_distance, only.footer_distance, only.gutter) == (12.7, 10.001, 1.005)
    assert (only.title_page, only.number_start, only.number_format) == (True, 3, "decimal")


def test_a_file_that_says_nothing_is_word_s_letter_paper():
    (only,) = read_word(p("a")).sections
    assert (only.width, only.height, only.top, only.left) == (215.9, 279.4, 25.4, 31.75)


def test_sections_share_the_paragraphs_out():
    wide = section('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    box = f"<w:r><w:pict><w:txbxContent>{p('box')}</w:txbxContent></w:pict></w:r>"
    sections = read_word(p("a") + p(r("b") + box, wide) + p("c") + section(A4)).sections
    assert [(one.first, one.last, one.landscape) for one in sections] == [(0, 3, True), (3, 4, False)]


def test_a_continuous_section_goes_on_on_its_page():
    on = '<w:type w:val="continuous"/>'
    body = p("a", section(on)) + p("b", section(on)) + p("c") + section('<w:type w:val="nextPage"/>')
    assert [one.continuous for one in read_word(body).sections] == [False, True, False]


def test_a_hidden_mark_still_ends_its_section():
    body = p("a", f"{section(A4)}<w:rPr><w:vanish/></w:rPr>") + p("b")
    assert [(one.first, one.last) for one in read_word(body).sections] == [(0, 1), (1, 2)]


class TestHeaders:
    def test_a_header_is_that_of_the_section_before_unless_given_anew(self):
        first = section(header("header1") + header("footer1"))
        body = p("a", first) + p("b", section()) + p("c") + section(header("header2") + header("header3", "first"))
        margins = {f"header{at}": p(f"Đầu {at}") for at in (1, 2, 3)} | {"footer1": p("Chân")}
        sections = read_word(body, margins=margins).sections
        assert [[(one.which, one.text) for one in each.headers] for each in sections] == [
            [("default", "Đầu 1")],
            [("default", "Đầu 1")],
            [("default", "Đầu 2"), ("first", "Đầu 3")],
        ]
        assert [[one.text for one in each.footers] for each in sections] == [["Chân"]] * 3
        assert sections[0].headers[0].paragraphs[0].place == "header"

    @pytest.mark.parametrize(("settings", "shown"), [("", []), ("<w:evenAndOddHeaders/>", ["even"])])
    def test_even_pages_differ_only_where_the_file_says_so(self, settings, shown):
        body = p("a") + section(header("header1", "even"))
        (only,) = read_word(body, settings=settings, margins={"header1": p("b")}).sections
        assert [one.which for one in only.headers] == shown

    def test_a_header_that_is_missing_is_left_out(self):
        assert read_word(p("a") + section(header("header9"))).sections[0].headers == ()


class TestPageNumber:
    def margin(self, content: str):
        (only,) = read_word(p("a") + section(header("header1")), margins={"header1": content}).sections
        return only.headers[0]

    @pytest.mark.parametrize(
        "number",
        [
            field("PAGE", r("12")),
            field(r"PAGE \* MERGEFORMAT", r("1") + r("2")),
            f"<w:fldSimple w:instr='PAGE'>{r('12')}</w:fldSimple>",
            f"<w:sdt><w:sdtContent>{field('page', r('12'))}</w:sdtContent></w:sdt>",
        ],
    )
    def test_its_result_is_found(self, number):
        margin = self.margin(p(r("- ") + number + r(" -"), '<w:jc w:val="center"/>'))
        assert (margin.text, margin.page_field) == ("- 12 -", Span(2, 4))
        assert margin.paragraphs[0].alignment == "center"

    def test_it_is_found_in_a_control_around_paragraphs_and_in_a_text_box(self):
        around = f"<w:sdt><w:sdtContent>{p(field('PAGE', r('3')))}</w:sdtContent></w:sdt>"
        assert self.margin(p("x") + around).page_field == Span(2, 3)
        box = f"<w:r><w:pict><w:txbxContent>{p(field('PAGE', r('3')))}</w:txbxContent></w:pict></w:r>"
        assert self.margin(p(r("x") + box)).page_field == Span(2, 3)

    def test_only_the_first_of_two(self):
        assert self.margin(p(field("PAGE", r("3")) + r("/") + field("NUMPAGES", r("9")))).page_field == Span(0, 1)

    def test_other_fields_and_typed_digits_are_none(self):
        assert self.margin(p(field("PAGEREF x", r("3")) + field("NUMPAGES", r("9")) + r("5"))).page_field is None

    @pytest.mark.parametrize(
        "number",
        [
            "<w:fldSimple w:instr='PAGE'/>",
            field("PAGE", ""),
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>',
        ],
    )
    def test_a_number_that_word_has_not_filled_in_yet_shows_as_one(self, number):
        margin = self.margin(p(number))
        assert (margin.text, margin.page_field) == ("1", Span(0, 1))
        assert [run.generated for run in margin.paragraphs[0].runs] == [True]


class TestComments:
    def read(self, body: str, *identities: str) -> tuple[Comment, ...]:
        content = p("Sửa") + p("ngay")
        told = "".join(f'<w:comment w:id="{one}" w:author="Văn phòng">{content}</w:comment>' for one in identities)
        return read_word(body, comments=told).comments

    START, END, REFERENCE = (
        '<w:commentRangeStart w:id="1"/>',
        '<w:commentRangeEnd w:id="1"/>',
        '<w:r><w:commentReference w:id="1"/></w:r>',
    )

    @pytest.mark.parametrize(
        ("body", "span"),
        [
            (p(r("ab") + START + r("cd") + END + REFERENCE + r("ef")), Span(2, 4)),
            # Marks between paragraphs, over a table's cells, around deleted text, in a link.
            (p("ab") + START + p("cd") + END + p("ef"), Span(3, 5)),
            (p(r("ab") + START) + p(r("cd") + END), Span(3, 5)),
            (p(START + f"<w:del>{r('x')}</w:del>" + r("ab") + END), Span(0, 2)),
            (p(f"{r('ab')}<w:hyperlink>{START}{r('cd')}{END}</w:hyperlink>"), Span(2, 4)),
            # Without text under it, the place where it hangs.
            (p(r("ab") + START + END + r("cd")), Span(2, 2)),
            (p(r("ab") + REFERENCE + r("cd")), Span(2, 2)),
            (p(START + REFERENCE + r("ab")), Span(0, 0)),
        ],
    )
    def test_its_span(self, body, span):
        assert self.read(body, "1") == (Comment(span, "Văn phòng", "Sửa\nngay"),)

    def test_ranges_may_cross(self):
        other = [mark.replace('"1"', '"2"') for mark in (self.START, self.END)]
        body = p(r("a") + other[0] + r("b") + self.START + r("c") + other[1] + r("d") + self.END)
        assert [one.span for one in self.read(body, "1", "2")] == [Span(1, 3), Span(2, 4)]

    def test_a_comment_that_hangs_nowhere_is_left_out(self):
        assert self.read(p("a"), "1") == ()

    def test_automatic_numbers_are_counted_in(self):
        level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        numbering = (
            f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        )
        body = p(self.START + r("ab") + self.END, '<w:numPr><w:numId w:val="1"/></w:numPr>')
        told = f'<w:comment w:id="1">{p("x")}</w:comment>'
        (only,) = read_word(body, comments=told, numbering=numbering).comments
        assert (only.span, only.author) == (Span(3, 5), "")
