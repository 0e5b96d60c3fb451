"""Empty paper and what is written on it: paragraphs, tables without borders, drawn lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import docx
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from drafter.templates.manners import BOTTOM, LEFT, PAPER, RIGHT, TEXT, TOP, Manner, Type

FONT = "Times New Roman"
BODY = "Nội dung"
"""The name of the style of the text's paragraphs."""
_GAP = re.compile(r"(\[CẦN ĐIỀN: [^\]]*\])", re.IGNORECASE)
_ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_EMU = 36_000
"""In a mm."""
_UNDER = 7.0
"""pt: the height of the paragraph that holds a drawn line."""

Place = Word | _Cell


def gap(words: str) -> str:
    """The mark of what the drafter has to fill in."""
    return f"[CẦN ĐIỀN: {words}]"


def gaps_in(words: str) -> list[str]:
    """What is to be filled in at the gaps in some words."""
    return [found[0][len("[CẦN ĐIỀN: ") : -1].lower() for found in _GAP.finditer(words)]


def blank(manner: Manner, title: str, author: str, when: datetime) -> Word:
    """A page of A4 with its margins, styles and page number, without what python-docx's own template has besides."""
    made = docx.Document()
    _styles(made, manner)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(PAPER[0]), Mm(PAPER[1])
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])
    properties = made.core_properties
    properties.title, properties.author, properties.last_modified_by = title[:255], author[:255], ""
    properties.comments, properties.language = "", "vi-VN"
    properties.created = properties.modified = when
    pictures = [id_ for id_, one in made.part.package.rels.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]
    for id_ in pictures:
        del made.part.package.rels[id_]
    return made


def write(
    place: Place,
    words: str,
    type_: Type,
    align: Literal["left", "center", "both"] = "center",
    *,
    before: float = 0,
    after: float = 0,
    indents: tuple[float, float] = (0, 0),
    keep: bool = False,
    style: str | None = None,
    bold_part: int = 0,
) -> Paragraph:
    """A paragraph; gaps in it are highlighted. `before` and `after` in pt, `indents` (left, first line) in mm.

    The first `bold_part` letters are bold whatever the type.
    """
    unused = isinstance(place, _Cell) and len(place.paragraphs) == 1 and not len(place.paragraphs[0]._p)
    paragraph = place.paragraphs[0] if unused else place.add_paragraph()
    if style:
        paragraph.style = style
    shape = paragraph.paragraph_format
    if not style or align != "both":
        paragraph.alignment = _ALIGNED[align]
        shape.left_indent, shape.first_line_indent = Mm(indents[0]), Mm(indents[1])
    if not style:
        shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.keep_with_next = True if keep else None
    for part, bold in ((words[:bold_part], True), (words[bold_part:], type_.bold)):
        for piece in filter(None, _GAP.split(part)):
            font = paragraph.add_run(piece).font
            font.size, font.bold, font.italic = Pt(type_.size), bold or None, type_.italic or None
            font.underline = type_.underline or None
            if _GAP.match(piece):
                font.highlight_color = WD_COLOR_INDEX.YELLOW
    return paragraph


def draw_line(place: Place, length: float, room: float) -> None:
    """A line of `length` mm in the middle of `room` mm, in a low paragraph of its own so that it stands under the words
    above however many lines they take."""
    paragraph = write(place, "", Type(2), "left", keep=True)
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_UNDER)
    number = len(paragraph.part.element.xpath("//wp:docPr")) + 1
    paragraph.add_run()._r.append(parse_xml(_line_xml(number, length, max(0.0, (room - length) / 2))))


def table(made: Word, columns: Sequence[float], rows: int, width: float = TEXT) -> Table:
    """A table without borders and cell margins whose rows stay whole; widths in mm."""
    added: Table = made.add_table(rows, len(columns))
    added.alignment, added.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    margins = parse_xml(
        f'<w:tblCellMar {nsdecls("w")}><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    )
    look = added._tbl.tblPr.find(qn("w:tblLook"))
    added._tbl.tblPr.append(margins)
    if look is not None:
        added._tbl.tblPr.append(look)
    for at, breadth in enumerate(columns):
        added.columns[at].width = Mm(breadth)
        for cell in added.columns[at].cells:
            cell.width = Mm(breadth)
    for row in added.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return added


def _styles(made: Word, manner: Manner) -> None:
    kept = ("Normal", "Default Paragraph Font", "Normal Table", "No List", "Header")
    for style in list(made.styles):
        if style.name not in kept:
            style._element.getparent().remove(style._element)
    for link in list(made.styles.element.iter(qn("w:link"))):
        link.getparent().remove(link)  # to the styles that are gone
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    for fonts in made.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for side in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{side}"), FONT)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(manner.text.size)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    body = made.styles.add_style(BODY, WD_STYLE_TYPE.PARAGRAPH)
    body.base_style, body.quick_style = normal, True
    body.element.styleId = "NoiDung"
    shape = body.paragraph_format
    shape.alignment, shape.first_line_indent = WD_ALIGN_PARAGRAPH.JUSTIFY, Mm(manner.indent)
    shape.space_before, shape.space_after = Pt(0), Pt(6)
    if manner.exact:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(manner.exact)
    else:
        shape.line_spacing = 1.15


def _page_number(paragraph: Paragraph) -> None:
    """The number in the middle of the upper margin, size 14 (khoản 7 Mục I Phần I Phụ lục I NĐ 30)."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field: tuple[tuple[str, dict[str, str], str], ...] = (
        ("fldChar", {"fldCharType": "begin"}, ""),
        ("instrText", {}, " PAGE "),
        ("fldChar", {"fldCharType": "separate"}, ""),
        ("t", {}, "2"),
        ("fldChar", {"fldCharType": "end"}, ""),
    )
    for tag, attributes, words in field:
        run = paragraph.add_run()
        run.font.size = Pt(14)
        part = OxmlElement(f"w:{tag}")
        part.text = words or None
        for name, value in attributes.items():
            part.set(qn(f"w:{name}"), value)
        run._r.append(part)


def _line_xml(number: int, length: float, left: float) -> str:
    long, start = round(length * _EMU), round(left * _EMU)
    return f"""
<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" {nsdecls("w", "wp", "a")}
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0" locked="0"
  layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>{start}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>31750</wp:posOffset></wp:positionV>
<wp:extent cx="{long}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number}" name="Đường kẻ {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{long}" cy="0"/></a:xfrm>
<a:prstGeom prst="line"><a:avLst/></a:prstGeom>
<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:prstDash val="solid"/></a:ln></wps:spPr>
<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict xmlns:v="urn:schemas-microsoft-com:vml">
<v:line style="position:absolute" from="{left:.2f}mm,2.5pt"
  to="{left + length:.2f}mm,2.5pt" strokecolor="black" strokeweight=".75pt"/></w:pict></mc:Fallback>
</mc:AlternateContent>"""
