"""How text looks in the end: defaults, table, paragraph and character style, theme, formatting by hand."""

import pytest
from docx_files import THEME, format_of, p, paragraph_of, r, read_word, style, table, tc, tr

from drafter.document import Format, LineSpacing

ON, OFF = "<w:b/>", '<w:b w:val="0"/>'


def defaults(run: str = "", paragraph: str = "") -> str:
    run_part = f"<w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>" if run else ""
    return f"<w:docDefaults>{run_part}<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"


def look(default="", of_table="", paragraph="", character="", direct="", **parts) -> Format:
    """A run in a table whose five sources of formatting say the given things."""
    styles = (
        defaults(default)
        + style("T", f"<w:rPr>{of_table}</w:rPr>", kind="table")
        + style("P", f"<w:rPr>{paragraph}</w:rPr>")
        + style("C", f"<w:rPr>{character}</w:rPr>", kind="character")
    )
    run = r("x", f'<w:rStyle w:val="C"/>{direct}')
    body = table(tr(tc(p(run, '<w:pStyle w:val="P"/>'))), properties='<w:tblStyle w:val="T"/>')
    return format_of(body, styles=styles, **parts)


@pytest.mark.parametrize(
    ("default", "of_table", "paragraph", "character", "direct", "bold"),
    [
        ("", "", "", "", "", False),
        (ON, "", "", "", "", True),
        ("", ON, "", "", "", True),
        ("", "", ON, "", "", True),
        ("", "", "", ON, "", True),
        ("", "", "", "", ON, True),
        # Two styles that say bold undo each other, three do not; formatting by hand is absolute.
        ("", "", ON, ON, "", False),
        ("", ON, ON, "", "", False),
        ("", ON, ON, ON, "", True),
        ("", "", ON, ON, ON, True),
        ("", "", ON, "", OFF, False),
        ("", "", ON, OFF, "", True),
        (ON, "", ON, "", "", True),
        (ON, "", ON, ON, "", True),
        (ON, "", "", OFF, "", True),
        (ON, "", "", "", OFF, False),
    ],
)
def test_toggles(default, of_table, paragraph, character, direct, bold):
    assert look(default, of_table, paragraph, character, direct).bold is bold


@pytest.mark.parametrize("said", ["0", "false", "off", "none", "False"])
def test_words_for_no(said):
    assert look(paragraph=ON, direct=f'<w:b w:val="{said}"/>').bold is False


@pytest.mark.parametrize("said", ["1", "true", "on", ""])
def test_words_for_yes(said):
    assert look(direct=f'<w:b w:val="{said}"/>').bold is True


@pytest.mark.parametrize(
    ("tag", "field"),
    [("i", "italic"), ("caps", "caps"), ("smallCaps", "small_caps"), ("strike", "strike"), ("dstrike", "strike")],
)
def test_other_switches(tag, field):
    assert getattr(look(direct=f"<w:{tag}/>"), field) is True
    assert getattr(look(), field) is False


@pytest.mark.parametrize(
    ("default", "of_table", "paragraph", "character", "direct", "size"),
    [
        ("", "", "", "", "", 10.0),
        ("24", "", "", "", "", 12.0),
        ("24", "20", "", "", "", 10.0),
        ("24", "20", "28", "", "", 14.0),
        ("24", "20", "28", "26", "", 13.0),
        ("24", "20", "28", "26", "25", 12.5),
        ("24", "", "", "", "13pt", 13.0),
    ],
)
def test_the_nearest_size_counts(default, of_table, paragraph, character, direct, size):
    said = (f'<w:sz w:val="{one}"/>' if one else "" for one in (default, of_table, paragraph, character, direct))
    assert look(*said).size == size


class TestFonts:
    @pytest.mark.parametrize(
        ("fonts", "font"),
        [
            ('<w:rFonts w:ascii="Arial" w:hAnsi="Tahoma"/>', "Arial"),
            ('<w:rFonts w:hAnsi="Tahoma"/>', "Tahoma"),
            ('<w:rFonts w:cs="Tahoma" w:eastAsia="SimSun"/>', "Times New Roman"),
            ('<w:rFonts w:ascii="Tahoma" w:asciiTheme="minorHAnsi"/>', "Calibri"),
            ('<w:rFonts w:asciiTheme="majorAscii"/>', "Calibri Light"),
            ('<w:rFonts w:ascii="Tahoma" w:asciiTheme="unknown"/>', "Tahoma"),
        ],
    )
    def test_which_font(self, fonts, font):
        assert look(direct=fonts, theme=THEME).font == font

    @pytest.mark.parametrize(
        ("language", "major", "minor"),
        [("vi-VN", "Times New Roman", "Arial"), ("en-US", "Calibri Light", "Calibri")],
    )
    def test_a_vietnamese_theme_has_its_own_fonts(self, language, major, minor):
        settings = f'<w:themeFontLang w:val="{language}"/>'
        shown = [
            look(direct=f'<w:rFonts w:asciiTheme="{kind}HAnsi"/>', theme=THEME, settings=settings).font
            for kind in ("major", "minor")
        ]
        assert shown == [major, minor]

    def test_a_font_by_name_replaces_the_theme_s(self):
        themed, named = '<w:rFonts w:asciiTheme="minorHAnsi"/>', '<w:rFonts w:ascii="Arial"/>'
        assert look(default=themed, paragraph=named, theme=THEME).font == "Arial"
        assert look(default=named, paragraph=themed, theme=THEME).font == "Calibri"

    def test_a_file_that_says_nothing_is_word_s_times_of_10_points(self):
        assert format_of(p("x")) == Format(font="Times New Roman", size=10.0)


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ('<w:color w:val="ff0000"/>', "color", "FF0000"),
        ('<w:color w:val="auto"/>', "color", None),
        ('<w:color w:val="123456" w:themeColor="text1"/>', "color", "000000"),
        ('<w:color w:val="123456" w:themeColor="accent1"/>', "color", "4F81BD"),
        ('<w:color w:val="365F91" w:themeColor="accent1" w:themeShade="BF"/>', "color", "365F91"),
        ('<w:color w:val="123456" w:themeColor="accent6"/>', "color", "123456"),
        ('<w:color w:val="auto" w:themeColor="none"/>', "color", None),
        ('<w:highlight w:val="yellow"/>', "highlight", "yellow"),
        ('<w:highlight w:val="none"/>', "highlight", None),
        ('<w:u w:val="single"/>', "underline", True),
        ('<w:u w:val="none"/>', "underline", False),
        ('<w:vertAlign w:val="superscript"/>', "raised", "superscript"),
        ('<w:vertAlign w:val="subscript"/>', "raised", "subscript"),
        ('<w:vertAlign w:val="baseline"/>', "raised", None),
    ],
)
def test_colour_and_lines(said, field, value):
    undone = '<w:color w:val="00FF00"/><w:highlight w:val="red"/><w:u w:val="wave"/><w:vertAlign w:val="subscript"/>'
    assert getattr(look(paragraph=undone, direct=said, theme=THEME), field) == value


class TestStyles:
    def test_a_style_has_what_its_base_says(self):
        styles = style("A", "<w:rPr><w:b/><w:sz w:val='28'/></w:rPr>") + style(
            "B", "<w:rPr><w:b w:val='0'/></w:rPr>", based_on="A"
        )
        shown = format_of(p("x", '<w:pStyle w:val="B"/>'), styles=styles)
        assert (shown.bold, shown.size) == (False, 14.0)

    def test_a_circle_of_styles_ends(self):
        styles = style("A", "<w:rPr><w:b/></w:rPr>", based_on="B") + style("B", "<w:rPr><w:i/></w:rPr>", based_on="A")
        shown = format_of(p("x", '<w:pStyle w:val="A"/>'), styles=styles)
        assert (shown.bold, shown.italic) == (True, True)

    @pytest.mark.parametrize("named", ["", '<w:pStyle w:val="Missing"/>', '<w:pStyle w:val="C"/>'])
    def test_the_default_style_stands_in(self, named):
        styles = style("N", "<w:rPr><w:sz w:val='26'/></w:rPr>", default=True) + style("C", "", kind="character")
        paragraph = paragraph_of(p("x", named), styles=styles)
        assert (paragraph.runs[0].format.size, paragraph.style) == (13.0, "n")

    def test_a_style_called_normal_is_the_default_where_none_is_marked(self):
        styles = style("Normal", "<w:rPr><w:sz w:val='26'/></w:rPr>").replace('"normal"', '"Normal"')
        assert format_of(p("x"), styles=styles).size == 13.0


class TestTableStyles:
    STYLE = "".join(
        f'<w:tblStylePr w:type="{part}"><w:rPr><w:color w:val="{color}"/></w:rPr></w:tblStylePr>'
        for part, color in {
            "firstRow": "000001", "lastRow": "000002", "firstCol": "000003", "lastCol": "000004", "band1Horz": "000005",
            "band2Horz": "000006", "band1Vert": "000007", "band2Vert": "000008", "nwCell": "000009",
        }.items()
    )  # fmt: skip

    def colors(self, switches: str) -> list[str]:
        styles = style("T", f"<w:rPr><w:color w:val='000000'/></w:rPr>{self.STYLE}", kind="table")
        rows = [tr(*(tc("x") for _ in range(3))) for _ in range(4)]
        document = read_word(table(*rows, properties=f'<w:tblStyle w:val="T"/>{switches}'), styles=styles)
        shown = [paragraph.runs[0].format.color or "" for paragraph in document.paragraphs]
        return ["".join(color[-1] for color in shown[at : at + 3]) for at in range(0, 12, 3)]

    @pytest.mark.parametrize(
        ("switches", "shown"),
        [
            ("", ["000", "000", "000", "000"]),
            ('<w:tblLook w:val="0600"/>', ["000", "000", "000", "000"]),
            ('<w:tblLook w:val="0620"/>', ["111", "000", "000", "000"]),
            ('<w:tblLook w:val="0000" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>', ["111", "000", "000", "000"]),
            ('<w:tblLook w:val="0640"/>', ["000", "000", "000", "222"]),
            ('<w:tblLook w:val="0780"/>', ["304", "304", "304", "304"]),
            ('<w:tblLook w:val="06A0"/>', ["911", "300", "300", "300"]),
            ('<w:tblLook w:val="0400"/>', ["555", "666", "555", "666"]),
            ('<w:tblLook w:val="0200"/>', ["787", "787", "787", "787"]),
            ('<w:tblLook w:val="04A0"/>', ["911", "355", "366", "355"]),
        ],
    )
    def test_parts_of_the_table(self, switches, shown):
        assert self.colors(switches) == shown

    def test_alignment_comes_from_the_table_s_style_too(self):
        styles = style("T", "<w:pPr><w:jc w:val='center'/></w:pPr>", kind="table", default=True)
        assert paragraph_of(table(tr(tc("x"))), styles=styles).alignment == "center"


class TestParagraphs:
    @pytest.mark.parametrize(
        ("said", "alignment"),
        [
            ("", "left"), ("left", "left"), ("start", "left"), ("end", "right"), ("right", "right"), ("both", "both"),
            ("center", "center"), ("distribute", "distribute"), ("unheard", "left"),
        ],
    )  # fmt: skip
    def test_alignment(self, said, alignment):
        assert paragraph_of(p("x", f'<w:jc w:val="{said}"/>' if said else "")).alignment == alignment

    @pytest.mark.parametrize(
        ("indent", "left", "right", "first"),
        [
            ('w:left="567" w:right="1134" w:firstLine="720"', 10.001, 20.002, 12.7),
            ('w:start="567" w:end="1134"', 10.001, 20.002, 0.0),
            ('w:left="720" w:hanging="720"', 12.7, 0.0, -12.7),
            ('w:firstLine="100" w:hanging="720"', 0.0, 0.0, -12.7),
            ('w:left="2cm"', 20.0, 0.0, 0.0),
            # A hundredth of a character is a hundredth of 14 pt; a length that stands beside it is Word's own sum.
            ('w:firstLineChars="200"', 0.0, 0.0, 9.878),
            ('w:firstLineChars="200" w:firstLine="720"', 0.0, 0.0, 12.7),
            ('w:leftChars="0" w:left="720"', 12.7, 0.0, 0.0),
        ],
    )
    def test_indents_in_millimetres(self, indent, left, right, first):
        styles = defaults('<w:sz w:val="28"/>')
        paragraph = paragraph_of(p("x", f"<w:ind {indent}/>"), styles=styles)
        assert (paragraph.indent_left, paragraph.indent_right, paragraph.indent_first) == (left, right, first)

    @pytest.mark.parametrize(
        ("spacing", "before", "after", "line"),
        [
            ('w:before="120" w:after="60"', 6.0, 3.0, LineSpacing()),
            ('w:line="360" w:lineRule="auto"', 0.0, 0.0, LineSpacing(1.5)),
            ('w:line="276"', 0.0, 0.0, LineSpacing(1.15)),
            ('w:line="340" w:lineRule="exact"', 0.0, 0.0, LineSpacing(17.0, "exact")),
            ('w:line="340" w:lineRule="atLeast"', 0.0, 0.0, LineSpacing(17.0, "at_least")),
            ('w:line="-340" w:lineRule="atLeast"', 0.0, 0.0, LineSpacing(17.0, "exact")),
            ('w:before="120" w:beforeAutospacing="1"', 14.0, 0.0, LineSpacing()),
            ('w:before="120" w:beforeAutospacing="0"', 6.0, 0.0, LineSpacing()),
            ('w:beforeLines="50"', 6.0, 0.0, LineSpacing()),
        ],
    )
    def test_spacing_in_points(self, spacing, before, after, line):
        paragraph = paragraph_of(p("x", f"<w:spacing {spacing}/>"))
        assert (paragraph.space_before, paragraph.space_after, paragraph.line_spacing) == (before, after, line)

    def test_each_value_is_inherited_by_itself(self):
        spacing, indent = '<w:spacing w:after="200" w:line="276"/>', '<w:ind w:left="720" w:firstLine="720"/>'
        styles = defaults(paragraph=spacing) + style("S", f"<w:pPr>{indent}<w:keepNext/></w:pPr>")
        direct = '<w:pStyle w:val="S"/><w:spacing w:before="120"/><w:ind w:left="0"/><w:contextualSpacing/>'
        paragraph = paragraph_of(p("x", direct), styles=styles)
        assert (paragraph.space_before, paragraph.space_after) == (6.0, 10.0)
        assert paragraph.line_spacing == LineSpacing(1.15)
        assert (paragraph.indent_left, paragraph.indent_first) == (0.0, 12.7)
        assert (paragraph.keep_next, paragraph.contextual_spacing, paragraph.page_break_before) == (True, True, False)

    def test_what_a_style_switches_on_a_paragraph_can_switch_off(self):
        styles = style("S", "<w:pPr><w:keepNext/><w:pageBreakBefore/></w:pPr>")
        kept = paragraph_of(p("x", '<w:pStyle w:val="S"/><w:keepNext w:val="0"/>'), styles=styles)
        assert (kept.keep_next, kept.page_break_before) == (False, True)


def test_neighbours_of_one_look_are_one_run():
    body = p(r("a") + r("b", "<w:b w:val='0'/>") + r("c", ON) + "<w:r><w:rPr><w:b/></w:rPr><w:tab/></w:r>" + r("d"))
    document = read_word(body)
    shown = [(run.span.of(document.text), run.format.bold) for run in document.paragraphs[0].runs]
    assert shown == [("ab", False), ("c\t", True), ("d", False)]
