"""What a text may hold besides paragraphs: tables of figures, charts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from docx.document import Document as Word
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from drafter.templates.manners import TEXT, Manner, Type
from drafter.templates.paper import table, write

_SIZE = 12
"""pt of what stands in tables."""
_EMU = 36_000
"""In a mm."""
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its caption; no row is divided by a page, the headings stand on every page."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    """Of the columns, in any unit: together they are as wide as the text."""
    words: frozenset[int] = field(default=frozenset({0}))
    """The columns set left; the others hold figures, in the middle."""
    strong: frozenset[int] = field(default=frozenset())
    """The rows in bold."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with its caption."""

    caption: str
    xml: bytes
    """The part `/word/charts/…`; its first relation is the workbook."""
    workbook: bytes
    height: float
    """mm."""
    words: str
    """What it shows, for who cannot see it."""


Block = str | Grid | Drawing


def put(made: Word, one: Grid | Drawing, manner: Manner) -> None:
    """Writes a table or a chart below what is there."""
    if isinstance(one, Grid):
        _grid(made, one, manner)
    else:
        _drawing(made, one, manner)


def _grid(made: Word, one: Grid, manner: Manner) -> None:
    """Writes a table: caption above it, thin lines, black on white."""
    strong = Type(_SIZE, bold=True)
    write(made, one.caption, Type(manner.text.size - 1, bold=True), before=6, after=3, keep=True)
    whole = sum(one.widths)
    cells = table(made, [TEXT * part / whole for part in one.widths], 1 + len(one.rows))
    _rule(cells._tbl.tblPr)
    cells.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for at, (row, words) in enumerate(zip(cells.rows, (one.headings, *one.rows), strict=True)):
        is_heading = at == 0
        for column, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            align: Literal["left", "center"] = "left" if column in one.words and not is_heading else "center"
            bold = is_heading or at - 1 in one.strong
            write(cell, text, strong if bold else Type(_SIZE), align, before=2, after=2, keep=at < 2)
    write(made, "", Type(6), "left")


def _drawing(made: Word, one: Drawing, manner: Manner) -> None:
    """Puts a chart as wide as the text below its caption: in a cell, so that no page comes between them."""
    cell = table(made, [TEXT], 1).rows[0].cells[0]
    write(cell, one.caption, Type(manner.text.size - 1, bold=True), before=6, after=3, keep=True)
    paragraph = write(cell, "", manner.text)
    package = made.part.package
    number = 1 + sum(part.content_type == _CHART for part in package.iter_parts())
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, one.xml, package)
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _SHEET, one.workbook, package)
    chart.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    relation = made.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    shape = len(made.part.element.xpath("//wp:docPr")) + 1
    paragraph.add_run()._r.append(_inline(relation, shape, one))
    write(made, "", Type(6), "left")


def _rule(properties) -> None:  # type: ignore[no-untyped-def]
    """Thin lines around and between the cells, and room beside the words."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    properties.find(qn("w:tblLayout")).addprevious(parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>"))
    for side in properties.find(qn("w:tblCellMar")):
        side.set(qn("w:w"), "70")


def _inline(relation: str, number: int, one: Drawing):  # type: ignore[no-untyped-def]
    drawn = parse_xml(
        f"""<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{round(TEXT * _EMU)}" cy="{round(one.height * _EMU)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
<wp:docPr id="{number}" name="Biểu đồ {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/>
</a:graphicData></a:graphic></wp:inline></w:drawing>"""
    )
    (properties,) = drawn.iter(qn("wp:docPr"))
    properties.set("title", one.caption)
    properties.set("descr", one.words)
    return drawn
