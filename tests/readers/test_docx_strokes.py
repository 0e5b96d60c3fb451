"""Drawn horizontal lines: shapes of both kinds of drawing, and the borders of paragraphs."""

import pytest
from docx_files import A, p, r, read_word, style, table, tc, texts, tr, word

from drafter.document import Document, Stroke
from drafter.readers.docx import read_docx

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WPC = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
SPACES = f'xmlns:wp="{WP}" xmlns:a="{A}" xmlns:wpg="{WPG}" xmlns:wpc="{WPC}"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
BLACK = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
MM = 36_000
BOTTOM = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:color="auto"/></w:pBdr>'


def position(across: str = "", down: str = "", h: str = "column", v: str = "paragraph") -> str:
    """Offsets in EMU, or what stands in their place."""
    across, down = (f"<wp:posOffset>{x}</wp:posOffset>" if not x.startswith("<") else x for x in (across, down))
    horizontal = f'<wp:positionH relativeFrom="{h}">{across}</wp:positionH>'
    return f'{horizontal}<wp:positionV relativeFrom="{v}">{down}</wp:positionV>'


def drawing(shape: str, width: object = 60 * MM, height: object = 0, placed: str = "", more: str = "") -> str:
    """An anchored drawing; `width` and `height` are EMU."""
    return (
        f'<w:r><w:drawing {SPACES}><wp:anchor>{placed}<wp:extent cx="{width}" cy="{height}"/>{more}'
        f"<a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def shape(geometry: str = "line", inside: str = BLACK, transform: str = "", more: str = "") -> str:
    geometry = f'<a:prstGeom prst="{geometry}"/>' if geometry else "<a:custGeom/>"
    return f"<wps:wsp><wps:spPr>{transform}{geometry}{inside}</wps:spPr>{more}</wps:wsp>"


def transform(x: object, y: object, width: object, height: object, turned: object = 0) -> str:
    return f'<a:xfrm rot="{turned}"><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def group(tag: str, members: str, ext: tuple[int, int], ch_off: tuple[int, int], ch_ext: tuple[int, int]) -> str:
    return (
        f'<wpg:{tag}><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{ext[0]}" cy="{ext[1]}"/>'
        f'<a:chOff x="{ch_off[0]}" y="{ch_off[1]}"/><a:chExt cx="{ch_ext[0]}" cy="{ch_ext[1]}"/></a:xfrm></wpg:grpSpPr>'
        f"{members}</wpg:{tag}>"
    )


def pict(content: str) -> str:
    return f"<w:r><w:pict {VML}>{content}</w:pict></w:r>"


def strokes(*runs: str, **parts) -> tuple[Stroke, ...]:
    """The strokes of one paragraph of these runs."""
    return read_word(p("".join(runs)), **parts).strokes


def only(*runs: str) -> Stroke:
    (stroke,) = strokes(*runs)
    return stroke


def anchors(document: Document) -> list[tuple[str, str]]:
    """Kind and paragraph of every stroke."""
    return [(stroke.kind, texts(document)[stroke.paragraph]) for stroke in document.strokes]


class TestShapes:
    @pytest.mark.parametrize("geometry", ["line", "straightConnector1"])
    def test_a_line_has_the_length_of_its_extent_in_mm(self, geometry):
        stroke = only(drawing(shape(geometry), 80 * MM, placed=position(str(9 * MM), str(2 * MM))))
        assert stroke == Stroke(0, "shape", 80.0, left=9.0, top=2.0, color="000000")

    def test_a_line_in_the_text_has_no_offset(self):
        inline = drawing(shape(), 40 * MM).replace("wp:anchor", "wp:inline")
        assert only(inline) == Stroke(0, "shape", 40.0, color="000000")

    @pytest.mark.parametrize("geometry", ["rect", "roundRect", ""])
    def test_a_shape_lower_than_a_millimetre_is_a_line(self, geometry):
        assert only(drawing(shape(geometry), 50 * MM, MM // 2)).length == 50.0

    @pytest.mark.parametrize(("width", "height"), [(50, 1), (50, 5), (3, 0)])
    def test_a_tall_rectangle_and_a_dot_are_none(self, width, height):
        assert strokes(drawing(shape("rect"), width * MM, height * MM)) == ()

    @pytest.mark.parametrize(("width", "height"), [(0, 50), (1, 50), (50, 20), (50, 6), (0, 0)])
    def test_a_line_upright_or_slanted_is_none(self, width, height):
        assert strokes(drawing(shape(), width * MM, height * MM)) == ()

    def test_a_line_that_falls_a_little_is_one(self):
        assert only(drawing(shape(), 50 * MM, 5 * MM)).length == 50.0

    @pytest.mark.parametrize("turned", [5_400_000, 16_200_000, -5_400_000])
    def test_a_quarter_turn_makes_an_upright_line_a_stroke_and_a_stroke_none(self, turned):
        def drawn(width, height):
            placed = position("0", "0")
            return strokes(drawing(shape(transform=transform(0, 0, width, height, turned)), width, height, placed))

        (stroke,) = drawn(0, 50 * MM)
        assert (stroke.length, stroke.left, stroke.top) == (50.0, None, None)
        assert drawn(50 * MM, 0) == ()

    def test_the_size_of_the_shape_counts_where_the_anchor_gives_none(self):
        assert only(drawing(shape(transform=transform(0, 0, 45 * MM, 0)), "", "x")).length == 45.0

    def test_a_picture_and_a_text_box_with_text_are_none(self):
        box = f"<wps:txbx><w:txbxContent>{p('Mật')}</w:txbxContent></wps:txbx>"
        assert strokes(drawing(f'<pic:pic xmlns:pic="{A}"/>')) == ()
        assert strokes(drawing(shape("rect", more=box))) == ()
        assert only(drawing(shape("rect", more=box.replace("Mật", "")))).length == 60.0

    def test_what_is_not_drawn_is_none(self):
        nothing = "<a:noFill/><a:ln><a:noFill/></a:ln>"
        assert strokes(drawing(shape(inside=nothing)), drawing(shape("rect", nothing))) == ()
        assert strokes(drawing(shape(), more='<wp:docPr id="1" name="x" hidden="1"/>')) == ()

    def test_a_line_in_deleted_or_hidden_text_is_none(self):
        run = drawing(shape())
        assert strokes(f"<w:del>{run}</w:del>", run.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")) == ()

    @pytest.mark.parametrize("dash", ['<a:prstDash val="dash"/>', '<a:prstDash val="sysDot"/>', "<a:custDash/>"])
    def test_dashes_are_not_solid(self, dash):
        assert not only(drawing(shape(inside=f"<a:ln>{dash}</a:ln>"))).solid
        assert only(drawing(shape(inside='<a:ln><a:prstDash val="solid"/></a:ln>'))).solid

    @pytest.mark.parametrize(
        ("inside", "color"),
        [
            ('<a:ln><a:solidFill><a:srgbClr val="ff00aa"/></a:solidFill></a:ln>', "FF00AA"),
            ('<a:ln><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>', None),
            ('<a:ln><a:solidFill><a:srgbClr val="đen"/></a:solidFill></a:ln>', None),
            ("<a:ln/>", None),
            ("", None),
        ],
    )
    def test_the_colour_is_that_of_the_line(self, inside, color):
        assert only(drawing(shape(inside=inside))).color == color

    def test_a_flat_rectangle_without_contour_has_the_colour_of_its_filling(self):
        filling = '<a:solidFill><a:srgbClr val="123456"/></a:solidFill>'
        assert only(drawing(shape("rect", f"{filling}<a:ln><a:noFill/></a:ln>"))).color == "123456"
        assert only(drawing(shape("rect", filling))).color == "123456"

    def test_arrow_heads_are_told(self):
        assert only(drawing(shape(inside='<a:ln><a:tailEnd type="triangle"/></a:ln>'))).arrow
        assert not only(drawing(shape(inside='<a:ln><a:tailEnd type="none"/></a:ln>'))).arrow

    def test_offsets_from_the_page_and_alignments_are_unknown(self):
        def offsets(placed):
            stroke = only(drawing(shape(), placed=placed))
            return stroke.left, stroke.top

        at = str(5 * MM)
        assert offsets(position(at, at, "margin", "line")) == (5.0, 5.0)
        assert offsets(position(at, at, "page", "page")) == (None, None)
        assert offsets(position("<wp:align>center</wp:align>", at)) == (None, 5.0)
        assert offsets(position(f"-{at}", "một")) == (-5.0, None)
        assert offsets("") == (None, None)


class TestGroups:
    def test_a_line_in_a_group_is_measured_in_the_group_s_units(self):
        members = shape("rect", transform=transform(0, 0, 1000, 1000)) + shape(transform=transform(300, 700, 500, 0))
        inside = group("wgp", members, (50 * MM, 20 * MM), (100, 200), (1000, 1000))
        stroke = only(drawing(inside, 50 * MM, 20 * MM, position(str(MM), str(MM))))
        assert (stroke.length, stroke.left, stroke.top) == (25.0, 11.0, 11.0)

    def test_a_line_in_a_group_in_a_group(self):
        inner = group("grpSp", shape(transform=transform(0, 0, 10, 0)), (500, 500), (0, 0), (10, 10))
        outer = group("wgp", inner, (60 * MM, 60 * MM), (0, 0), (1000, 1000))
        assert only(drawing(outer, 60 * MM, 60 * MM)).length == 30.0

    def test_a_line_on_a_canvas(self):
        canvas = f"<wpc:wpc>{shape(transform=transform(2 * MM, 3 * MM, 40 * MM, 0))}</wpc:wpc>"
        stroke = only(drawing(canvas, 100 * MM, 50 * MM, position("0", "0")))
        assert (stroke.length, stroke.left, stroke.top) == (40.0, 2.0, 3.0)

    def test_a_group_of_vml_has_its_own_units(self):
        line = '<v:line from="1500,100" to="2000,100"/><v:rect style="left:1000;top:0;width:900;height:900"/>'
        style = "position:absolute;margin-left:10mm;margin-top:5mm;width:100mm;height:50mm"
        stroke = only(pict(f'<v:group style="{style}" coordorigin="1000 0" coordsize="1000,500">{line}</v:group>'))
        assert (stroke.length, stroke.left, stroke.top) == (50.0, 60.0, 15.0)


class TestAlternatives:
    def test_a_shape_with_a_fallback_counts_once(self):
        choice = drawing(shape(), 30 * MM).removeprefix("<w:r>").removesuffix("</w:r>")
        fallback = pict('<v:line from="0,0" to="30mm,0"/>').removeprefix("<w:r>").removesuffix("</w:r>")
        both = f'<mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
        assert only(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>").length == 30.0

    def test_an_alternative_inside_the_position_is_followed(self):
        placed = position(str(4 * MM), str(4 * MM))
        placed = f'<mc:AlternateContent><mc:Choice Requires="wp14">{placed}</mc:Choice></mc:AlternateContent>'
        assert only(drawing(shape(), placed=placed)).left == 4.0


class TestVml:
    @pytest.mark.parametrize(
        ("start", "end", "length", "left", "top"),
        [
            ("72pt,36pt", "216pt,36pt", 50.8, 25.4, 12.7),
            ("5cm,1cm", "2cm,1cm", 30.0, 20.0, 10.0),
            ("0,0", "2in,0", 50.8, 0.0, 0.0),
            ("10mm 2mm", "60mm 2.5mm", 50.0, 10.0, 2.0),
            ("96,0", "192,", 25.4, 25.4, 0.0),
        ],
    )
    def test_a_line_goes_from_one_point_to_another(self, start, end, length, left, top):
        stroke = only(pict(f'<v:line style="position:absolute" from="{start}" to="{end}" strokecolor="black"/>'))
        assert stroke == Stroke(0, "shape", length, left, top, color="000000")

    @pytest.mark.parametrize("kind", ["#_x0000_t32", "_x0000_t32", "#_x0000_t20"])
    def test_a_connector_has_a_size_in_its_style(self, kind):
        style = "position:absolute; margin-left:-1.05pt;MARGIN-TOP:22.7pt;width:449.65pt;height:.05pt"
        stroke = only(pict(f'<v:shapetype id="_x0000_t32"/><v:shape type="{kind}" style="{style}"/>'))
        assert (stroke.length, stroke.left, stroke.top) == (158.627, -0.37, 8.008)

    @pytest.mark.parametrize("tag", ["shape", "rect"])
    def test_a_flat_shape_is_a_line_and_a_tall_one_is_none(self, tag):
        assert only(pict(f'<v:{tag} style="width:50mm;height:.5mm"/>')).length == 50.0
        assert strokes(pict(f'<v:{tag} style="width:50mm;height:4mm"/>')) == ()

    @pytest.mark.parametrize("to", ["0,50mm", "50mm,20mm", "0,0"])
    def test_a_line_upright_or_slanted_is_none(self, to):
        assert strokes(pict(f'<v:line from="0,0" to="{to}"/>')) == ()
        assert only(pict('<v:line from="0,0" to="50mm,5mm"/>')).length == 50.0

    @pytest.mark.parametrize("turned", ["90", "270", "-90", "5898240fd"])
    def test_a_quarter_turn(self, turned):
        assert strokes(pict(f'<v:line from="0,0" to="50mm,0" style="rotation:{turned}"/>')) == ()
        assert only(pict(f'<v:line from="0,0" to="0,50mm" style="rotation:{turned}"/>')).left is None

    def test_what_is_not_drawn_is_none(self):
        line = '<v:line from="0,0" to="50mm,0" '
        assert strokes(pict(f'{line}stroked="f"/>'), pict(f'{line}style="visibility:hidden"/>')) == ()
        assert strokes(pict(f'{line}><v:stroke on="f"/></v:line>')) == ()
        assert strokes(pict('<v:rect style="width:50mm;height:0" stroked="f" filled="f"/>')) == ()

    @pytest.mark.parametrize(
        ("attributes", "inside", "color"),
        [
            ('strokecolor="black [3213]"', "", "000000"),
            ('strokecolor="#4579b8 [3044]"', "", "4579B8"),
            ('strokecolor="#f00"', "", "FF0000"),
            ('strokecolor="windowText"', "", None),
            ("", '<v:stroke color="red"/>', "FF0000"),
            ('stroked="f" fillcolor="blue"', "", "0000FF"),
            ("", "", None),
        ],
    )
    def test_the_colour_is_that_of_the_stroke(self, attributes, inside, color):
        assert only(pict(f'<v:rect style="width:50mm;height:0" {attributes}>{inside}</v:rect>')).color == color

    @pytest.mark.parametrize(("dash", "solid"), [("dash", False), ("1 1", False), ("solid", True), ("Solid", True)])
    def test_dashes_are_not_solid(self, dash, solid):
        line = f'<v:line from="0,0" to="50mm,0"><v:stroke dashstyle="{dash}" endarrow="none"/></v:line>'
        assert only(pict(line)) == Stroke(0, "shape", 50.0, 0.0, 0.0, solid=solid)

    def test_arrow_heads_are_told(self):
        assert only(pict('<v:line from="0,0" to="50mm,0"><v:stroke endarrow="block"/></v:line>')).arrow

    @pytest.mark.parametrize(
        ("said", "left", "top"),
        [
            ("mso-position-horizontal:center", None, 2.0),
            ("mso-position-horizontal:absolute;mso-position-horizontal-relative:text", 1.0, 2.0),
            ("mso-position-horizontal-relative:page;mso-position-vertical-relative:page", None, None),
            ("mso-position-horizontal-relative:margin;mso-position-vertical-relative:line", 1.0, 2.0),
        ],
    )
    def test_offsets_from_the_page_and_alignments_are_unknown(self, said, left, top):
        for drawn in (
            f'<v:line from="1mm,2mm" to="50mm,2mm" style="{said}"/>',
            f'<v:rect style="margin-left:1mm;margin-top:2mm;width:49mm;height:0;{said}"/>',
        ):
            stroke = only(pict(drawn))
            assert (stroke.length, stroke.left, stroke.top) == (49.0, left, top)

    def test_a_horizontal_rule_is_as_long_as_the_column_is_wide(self):
        rule = '<v:rect style="width:0;height:1.5pt" o:hralign="center" o:hr="t" fillcolor="#a0a0a0" stroked="f"/>'
        assert only(pict(rule)) == Stroke(0, "shape", None, color="A0A0A0")
        assert strokes(pict(rule.replace('o:hr="t"', ""))) == ()


class TestBorders:
    def test_a_border_below_and_one_above(self):
        top = '<w:pBdr><w:top w:val="thick" w:sz="4" w:color="ff0000"/></w:pBdr>'
        document = read_word(p("một", BOTTOM) + p("hai") + p("ba", top))
        assert document.strokes == (Stroke(0, "border_below", None), Stroke(2, "border_above", None, color="FF0000"))

    @pytest.mark.parametrize("said", ['w:val="none"', 'w:val="nil"', 'w:val=""', ""])
    def test_a_border_that_is_none(self, said):
        assert read_word(p("một", f"<w:pBdr><w:bottom {said}/><w:left w:val='single'/></w:pBdr>")).strokes == ()

    @pytest.mark.parametrize("kind", ["dotted", "dashed", "dashSmallGap", "dotDash", "dotDotDash", "dashDotStroked"])
    def test_dashes_are_not_solid(self, kind):
        assert [one.solid for one in read_word(p("một", BOTTOM.replace("single", kind))).strokes] == [False]
        assert [one.solid for one in read_word(p("một", BOTTOM.replace("single", "double"))).strokes] == [True]

    def test_a_border_comes_through_the_styles(self):
        styles = style("A", f"<w:pPr>{BOTTOM}</w:pPr>") + style("B", "", based_on="A")
        assert anchors(read_word(p("một", '<w:pStyle w:val="B"/>') + p("hai"), styles=styles)) == [
            ("border_below", "một")
        ]

    def test_a_paragraph_takes_away_one_side_of_its_style(self):
        both = '<w:pBdr><w:top w:val="single"/><w:bottom w:val="single"/></w:pBdr>'
        away = '<w:pStyle w:val="A"/><w:pBdr><w:bottom w:val="nil"/></w:pBdr>'
        assert anchors(read_word(p("một", away), styles=style("A", f"<w:pPr>{both}</w:pPr>"))) == [
            ("border_above", "một")
        ]

    def test_neighbours_bordered_alike_have_one_border(self):
        document = read_word(p("một", BOTTOM) + p("hai", BOTTOM) + p("ba", BOTTOM + '<w:ind w:left="720"/>'))
        assert anchors(document) == [("border_below", "hai"), ("border_below", "ba")]

    def test_paragraphs_of_two_cells_are_no_neighbours(self):
        document = read_word(table(tr(tc(p("một", BOTTOM)), tc(p("hai", BOTTOM)))))
        assert anchors(document) == [("border_below", "một"), ("border_below", "hai")]


class TestPlaces:
    def test_strokes_come_in_the_order_of_the_text(self):
        both = '<w:pBdr><w:top w:val="single"/><w:bottom w:val="single"/></w:pBdr>'
        document = read_word(
            table(tr(tc(p(r("Đảng ủy") + drawing(shape()))), tc("Hạnh phúc")))
            + p(r("Về việc") + drawing(shape()), both)
        )
        assert anchors(document) == [
            ("shape", "Đảng ủy"), ("border_above", "Về việc"), ("shape", "Về việc"), ("border_below", "Về việc"),
        ]  # fmt: skip

    def test_a_line_in_a_text_box_is_anchored_there(self):
        inside = p(r("Trong khung") + drawing(shape(), 20 * MM))
        box = shape("rect", more=f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>")
        document = read_word(p(r("Ngoài") + drawing(box, 60 * MM, 0)) + p("Sau"))
        assert anchors(document) == [("shape", "Trong khung")]
        assert document.paragraphs[document.strokes[0].paragraph].place == "text_box"

    def test_a_deleted_paragraph_mark_leaves_the_line_to_the_next_paragraph(self):
        gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
        document = read_word(p(r("một ") + drawing(shape()), gone) + p("hai"))
        assert anchors(document) == [("shape", "một hai")]

    def test_no_drawing_no_stroke(self):
        assert read_word(p("một")).strokes == ()


BROKEN = ["", "abc", "NaN", "1e999", "-1", "9" * 400, "9" * 5000, "12,5", "٣"]


class TestHostile:
    @pytest.mark.parametrize("value", BROKEN)
    def test_numbers_that_are_no_measures_of_a_drawing(self, value):
        assert strokes(drawing(shape(), value, value, position(value, value))) == ()
        kept = only(drawing(shape(transform=transform(value, value, value, value)), 60 * MM, 0, position(value, value)))
        assert kept.length == 60.0
        assert all(offset is None or abs(offset) < 1 for offset in (kept.left, kept.top))

    @pytest.mark.parametrize("value", BROKEN)
    def test_numbers_that_are_no_measures_of_a_group(self, value):
        member = shape(transform=transform(value, 0, 10, value, value))
        inside = group("wgp", member, (value, value), (value, value), (value, value))
        assert all(one.length is None or one.length < 560 for one in strokes(drawing(inside, 60 * MM, 60 * MM)))
        size = f'coordsize="{value},{value}" coordorigin="{value}"'
        for line in ('<v:line from="0,0" to="9,0"/>', f'<v:line from="{value}" to="{value},{value}"/>'):
            assert len(strokes(pict(f'<v:group style="width:90mm;height:90mm" {size}>{line}</v:group>'))) <= 1

    @pytest.mark.parametrize("value", [*BROKEN, "9" * 400 + "mm", "9" * 100_000 + "x", "1.2.3pt", "5%", "auto"])
    def test_numbers_that_are_no_measures_of_vml(self, value):
        assert strokes(pict(f'<v:line from="0,0" to="{value},{value}"/>')) == ()
        style = f"margin-left:{value};margin-top:{value};width:{value};height:{value};rotation:{value}fd"
        assert strokes(pict(f'<v:shape type="#_x0000_t32" style="{style}"/>')) == ()
        assert strokes(pict(f'<v:rect o:hr="{value}" style="width:{value};height:9mm"/>')) == ()

    def test_attributes_and_children_that_are_missing(self):
        bare = f"<w:r><w:drawing {SPACES}><wp:anchor/><wp:inline><a:graphic/></wp:inline></w:drawing></w:r>"
        assert strokes(bare, drawing("<wps:wsp/><wpg:wgp/><wpc:wpc/>", "", "")) == ()
        assert strokes(pict("<v:line/><v:shape/><v:group><v:rect/></v:group><v:rect style=':;x;=:' o:hr='f'/>")) == ()
        assert read_word(p("một", "<w:pBdr/>")).strokes == ()

    def test_a_line_longer_than_any_paper_is_none(self):
        assert strokes(drawing(shape(), 600 * MM), pict('<v:line from="0,0" to="600mm,0"/>')) == ()

    def test_groups_in_groups(self):
        nested = shape(transform=transform(0, 0, 50 * MM, 0))
        for _ in range(60):
            nested = f"<wpg:grpSp>{nested}</wpg:grpSp>"
        assert only(drawing(f"<wpg:wgp>{nested}</wpg:wgp>")).length == 50.0


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "under"),
    [
        ("bao-cao", ["[CẦN BỔ SUNG: TÊN CƠ QUAN BAN HÀNH]", "Hạnh phúc", "kỳ báo cáo]"]),
        ("cong-van", ["[CẦN BỔ SUNG: TÊN CƠ QUAN BAN HÀNH]", "Hạnh phúc"]),
        ("quyet-dinh", ["[CẦN BỔ SUNG: TÊN CƠ QUAN BAN HÀNH]", "Hạnh phúc", "nội dung quyết định]"]),
    ],
)
def test_the_templates_draw_the_border_of_an_empty_paragraph(shared, name, under):
    path = shared / "data" / "docx" / f"template-{name}.docx"
    document = read_docx(path.name, path.read_bytes())
    assert document.strokes == tuple(
        Stroke(stroke.paragraph, "border_above", None, color="000000") for stroke in document.strokes
    )
    lines = texts(document)
    assert {lines[stroke.paragraph] for stroke in document.strokes} == {""}
    above = [lines[stroke.paragraph - 1] for stroke in document.strokes]
    assert [text.endswith(end) for text, end in zip(above, under, strict=True)] == [True] * len(under)


def test_a_file_is_read_the_same_with_and_without_its_lines():
    run = drawing(shape())
    body = p(r("một") + run) + p(run, "<w:rPr><w:del/></w:rPr>")
    with_lines, without = read_docx("a", word(body)), read_docx("a", word(body.replace(run, "")))
    assert (with_lines.text, with_lines.paragraphs) == (without.text, without.paragraphs)


class TestBordersOfCells:
    def test_a_border_of_a_cell_is_above_its_first_and_below_its_last_paragraph(self):
        sides = "".join(f'<w:{side} w:val="single" w:color="000000"/>' for side in ("top", "left", "bottom"))
        cell = f"<w:tc><w:tcPr><w:tcBorders>{sides}</w:tcBorders></w:tcPr>{p(r('a'))}{p(r('b'))}</w:tc>"
        found = read_word(p(r("x")) + table(tr(cell, tc(p(r("c")))))).strokes
        assert [(one.paragraph, one.kind, one.solid, one.color) for one in found] == [
            (1, "border_above", True, "000000"),
            (2, "border_below", True, "000000"),
        ]

    def test_no_border_and_that_of_a_cell_without_paragraphs_of_its_own_are_none(self):
        none = '<w:tcPr><w:tcBorders><w:top w:val="nil"/></w:tcBorders></w:tcPr>'
        assert read_word(table(tr(f"<w:tc>{none}{p(r('a'))}</w:tc>"))).strokes == ()
