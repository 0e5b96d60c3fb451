"""Automatic numbers stand in the text as Word shows them."""

import pytest
from docx_files import format_of, p, paragraph_of, read_word, style, text_of, texts

from drafter.document import Span
from drafter.readers.docx.numerals import numeral


def lvl(at: int, text: str, more: str = "", form: str = "decimal", start: int = 1) -> str:
    count = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{at}">{count}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, nums: str = "") -> str:
    """One abstract list, its list 1, and further ones."""
    abstract = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'


def item(level: int = 0, num: int = 1, text: str = "x") -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def labels(*items: str, numbering: str, **parts: str) -> list[str | None]:
    return [paragraph.label for paragraph in read_word("".join(items), numbering=numbering, **parts).paragraphs]


@pytest.mark.parametrize(
    ("form", "counts"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12", 100: "100"}),
        ("upperRoman", {1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 1999: "MCMXCIX"}),
        ("lowerRoman", {3: "iii", 49: "xlix"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 52: "ZZ", 53: "AAA"}),
        ("lowerLetter", {2: "b", 28: "bb"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 22: "22nd"}),
        ("numberInDash", {5: "- 5 -"}),
        ("decimalEnclosedCircle", {3: "③", 21: "21"}),
        ("chicago", {1: "*", 5: "**"}),
        ("hex", {255: "FF"}),
        ("none", {1: ""}),
        ("upperRoman", {0: "0"}),
        ("lowerLetter", {0: "0"}),
        ("notYetInvented", {7: "7"}),
    ],
)
def test_how_a_count_is_written(form, counts):
    assert {count: numeral(count, form) for count in counts} == counts


def test_the_number_is_a_generated_run_and_the_label_has_no_blank():
    document = read_word(item(text="Phạm vi"), numbering=lists(lvl(0, "Điều %1.")))
    (paragraph,) = document.paragraphs
    assert document.text == "Điều 1. Phạm vi"
    assert (paragraph.label, paragraph.level) == ("Điều 1.", 0)
    assert [(run.span, run.generated) for run in paragraph.runs] == [(Span(0, 8), True), (Span(8, 15), False)]


@pytest.mark.parametrize(
    ("suffix", "pattern", "text"),
    [
        ("", "%1.", "1. x"),
        ('<w:suff w:val="space"/>', "%1.", "1. x"),
        ('<w:suff w:val="tab"/>', "%1. ", "1. x"),
        ('<w:suff w:val="nothing"/>', "%1.", "1.x"),
        ('<w:suff w:val="nothing"/>', "%1. ", "1. x"),
    ],
)
def test_what_stands_behind_the_number(suffix, pattern, text):
    assert text_of(item(), numbering=lists(lvl(0, pattern, suffix))) == text


class TestCounting:
    THREE = lists(lvl(0, "Điều %1."), lvl(1, "%1.%2."), lvl(2, "%3)", form="lowerLetter"))

    @pytest.mark.parametrize(
        ("levels", "shown"),
        [
            ([0, 0, 0], ["Điều 1.", "Điều 2.", "Điều 3."]),
            ([0, 1, 1, 0, 1], ["Điều 1.", "1.1.", "1.2.", "Điều 2.", "2.1."]),
            ([0, 1, 2, 2, 1, 2], ["Điều 1.", "1.1.", "a)", "b)", "1.2.", "a)"]),
            ([0, 2, 0, 2], ["Điều 1.", "a)", "Điều 2.", "a)"]),
            ([1, 1], ["1.1.", "1.2."]),
        ],
    )
    def test_deeper_levels_start_anew(self, levels, shown):
        assert labels(*map(item, levels), numbering=self.THREE) == shown

    @pytest.mark.parametrize(
        ("restart", "shown"),
        [
            ("", ["I", "1", "a", "2", "a", "II", "1", "a"]),
            ('<w:lvlRestart w:val="0"/>', ["I", "1", "a", "2", "b", "II", "1", "c"]),
            ('<w:lvlRestart w:val="1"/>', ["I", "1", "a", "2", "b", "II", "1", "a"]),
        ],
    )
    def test_a_level_restarts_after_the_level_that_it_names(self, restart, shown):
        points = lvl(2, "%3", restart, form="lowerLetter")
        numbering = lists(lvl(0, "%1", form="upperRoman"), lvl(1, "%2"), points)
        assert labels(*map(item, [0, 1, 2, 1, 2, 0, 1, 2]), numbering=numbering) == shown

    def test_a_list_may_count_on_over_chapters(self):
        chapters = lists(lvl(0, "Chương %1", form="upperRoman"), lvl(1, "Điều %2.", '<w:lvlRestart w:val="0"/>'))
        shown = labels(*map(item, [0, 1, 1, 0, 1]), numbering=chapters)
        assert shown == ["Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3."]

    def test_legal_numbers_are_arabic(self):
        chapters = lists(lvl(0, "Chương %1", form="upperRoman"), lvl(1, "%1.%2", "<w:isLgl/>"))
        assert labels(*map(item, [0, 0, 1]), numbering=chapters) == ["Chương I", "Chương II", "2.1"]

    def test_lists_of_one_kind_count_on_together_unless_they_start_over(self):
        nums = (
            '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
            '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        )
        shown = labels(*(item(0, num) for num in (1, 2, 3, 3, 1)), numbering=lists(lvl(0, "%1."), nums=nums))
        assert shown == ["1.", "2.", "5.", "6.", "7."]

    def test_a_list_may_replace_a_level(self):
        override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "%1)", form="lowerLetter", start=3)}</w:lvlOverride>'
        nums = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'
        assert labels(item(0, 2), item(0, 2), numbering=lists(lvl(0, "%1."), nums=nums)) == ["c)", "d)"]

    def test_a_start_of_zero_and_none_at_all(self):
        without = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
        assert labels(item(), item(), numbering=lists(without)) == ["0", "1"]
        assert labels(item(), numbering=lists(lvl(0, "%1", start=4))) == ["4"]

    def test_custom_digits(self):
        custom = (
            '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
            '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        )
        level = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{custom}<w:lvlText w:val="%1"/></w:lvl>'
        assert labels(item(), numbering=lists(level)) == ["007"]


class TestBullets:
    @pytest.mark.parametrize(
        ("font", "text", "shown"),
        [
            ("Symbol", "\uf0b7", "•"),
            ("Symbol", "·", "•"),
            ("Wingdings", "\uf0a7", "▪"),
            ("Wingdings", "\uf0d8", "➢"),
            ("Wingdings", "\uf0fc", "✓"),
            ("Wingdings", "\uf04a", "•"),
            ("Courier New", "o", "○"),
            ("Times New Roman", "-", "-"),
            ("Times New Roman", "+", "+"),
            ("Times New Roman", "–", "–"),
            ("Times New Roman", "\uf0b7", "•"),
            ("Times New Roman", "", None),
        ],
    )
    def test_a_bullet_becomes_a_sensible_character(self, font, text, shown):
        fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
        level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/><w:rPr>{fonts}</w:rPr></w:lvl>'
        assert labels(item(), numbering=lists(level)) == [shown]

    def test_a_picture_becomes_the_round_one(self):
        level = lvl(0, "", '<w:lvlPicBulletId w:val="0"/>', form="bullet")
        assert text_of(item(), numbering=lists(level)) == "• x"


class TestStyles:
    def num(self, level: int | None = None, identity: int | None = 1) -> str:
        at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
        of = "" if identity is None else f'<w:numId w:val="{identity}"/>'
        return f"<w:pPr><w:numPr>{at}{of}</w:numPr></w:pPr>"

    def body(self, *styles: str) -> list[str]:
        return [p("x", f'<w:pStyle w:val="{name}"/>') for name in styles]

    def test_a_style_numbers_at_the_level_that_is_linked_to_it(self):
        linked = lists(lvl(0, "%1.", '<w:pStyle w:val="H1"/>'), lvl(1, "%1.%2.", '<w:pStyle w:val="H2"/>'))
        styles = style("H1", self.num()) + style("H2", self.num(), based_on="H1")
        assert labels(*self.body("H1", "H2", "H2", "H1"), numbering=linked, styles=styles) == [
            "1.",
            "1.1.",
            "1.2.",
            "2.",
        ]

    def test_a_style_may_take_the_list_of_its_base_at_another_level(self):
        styles = (
            style("H1", self.num()) + style("H2", self.num(1, None), based_on="H1") + style("H3", "", based_on="H2")
        )
        shown = labels(*self.body("H1", "H2", "H3"), numbering=lists(lvl(0, "%1."), lvl(1, "%1.%2.")), styles=styles)
        assert shown == ["1.", "1.1.", "1.2."]

    def test_a_paragraph_may_take_the_number_of_its_style_away(self):
        styles = style("H1", self.num())
        without = p("x", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        assert labels(*self.body("H1"), without, numbering=lists(lvl(0, "%1.")), styles=styles) == ["1.", None]

    def test_a_list_by_way_of_a_list_style(self):
        numbering = (
            f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>{lvl(0, "§%1")}</w:abstractNum>'
            '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        )
        styles = style("L", self.num(None, 2), kind="numbering")
        assert labels(item(0, 1), item(0, 2), numbering=numbering, styles=styles) == ["§1", "§2"]


class TestLook:
    LEVEL = lvl(0, "%1.").replace(
        "</w:lvl>", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl>'
    )

    def test_the_number_looks_as_its_paragraph_mark_and_its_list_say(self):
        body = p("x", '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:i/><w:sz w:val="28"/></w:rPr>')
        look = format_of(body, numbering=lists(self.LEVEL))
        assert (look.bold, look.italic, look.size) == (True, True, 14.0)

    @pytest.mark.parametrize(
        ("style_indent", "direct", "left"),
        [
            # The list of the paragraph goes before its style, what the paragraph says before the list.
            ("", "<w:numPr><w:numId w:val='1'/></w:numPr>", 12.7),
            ("<w:ind w:left='1440'/>", "<w:numPr><w:numId w:val='1'/></w:numPr>", 12.7),
            ("<w:ind w:left='1440'/>", "<w:numPr><w:numId w:val='1'/></w:numPr><w:ind w:left='0'/>", 0.0),
            # A style with a list of its own has the last word over that list.
            ("<w:numPr><w:numId w:val='1'/></w:numPr>", "", 12.7),
            ("<w:numPr><w:numId w:val='1'/></w:numPr><w:ind w:left='1440'/>", "", 25.4),
        ],
    )
    def test_the_list_indents_between_style_and_paragraph(self, style_indent, direct, left):
        body = p("x", f'<w:pStyle w:val="S"/>{direct}')
        styles = style("S", f"<w:pPr>{style_indent}</w:pPr>")
        paragraph = paragraph_of(body, styles=styles, numbering=lists(self.LEVEL))
        assert (paragraph.indent_left, paragraph.indent_first) == (left, -6.35)


def test_headers_and_text_boxes_do_not_disturb_the_count():
    box = "<w:r><w:pict><w:txbxContent>" + item(text="b") + "</w:txbxContent></w:pict></w:r>"
    first = item(text="").replace("</w:p>", box + "</w:p>")
    assert texts(read_word(first + item(text="c"), numbering=lists(lvl(0, "%1.")))) == ["1. ", "2. b", "3. c"]
