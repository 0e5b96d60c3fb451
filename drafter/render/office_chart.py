"""A chart as Office draws it, in a sheet of Excel or in a Word file: it can be changed there, and prints sharp."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.series import Series as Drawn
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RichTextProperties
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import tostring

from drafter.render.chart import FILLS, Chart, Series, rows
from drafter.render.sheets import FACE, saved

_SHEET = "Biểu đồ"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BLACK = "000000"


@dataclass(frozen=True, slots=True)
class WordChart:
    """The two parts that a Word file keeps of a chart."""

    xml: bytes
    """Refers to the workbook as rId1."""
    workbook: bytes
    """Its figures, for who opens them from Word."""


def word_chart(chart: Chart) -> WordChart:
    """The chart for a Word file."""
    book = Workbook()
    sheet = book.active
    sheet.title = _SHEET
    for row in rows(chart):
        sheet.append(row)
    space = drawn(chart, _SHEET)._write()
    tree = etree.fromstring(tostring(space))
    behind = etree.SubElement(tree, f"{{{_C}}}externalData", {f"{{{_R}}}id": "rId1"})
    etree.SubElement(behind, f"{{{_C}}}autoUpdate", {"val": "0"})
    return WordChart(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True), saved(book))


def drawn(chart: Chart, sheet: str, first: int = 1) -> BarChart:
    """The chart over the rows that `rows` gives, which stand in `sheet` from row `first` on.

    It keeps the figures beside their places, so that also a program which does not open the sheet shows them.
    """
    bars, lines = BarChart(), LineChart()
    for column, one in enumerate(chart.series, 2):
        (lines if one.look == "line" else bars).series.append(_drawn(chart, one, column, sheet, first))
    bars.type, bars.gapWidth, bars.overlap = "col", 60, 0
    for axis, title in ((bars.x_axis, chart.across), (bars.y_axis, chart.up)):
        axis.title, axis.delete, axis.txPr = title, False, _letters()
        axis.title.tx.rich.p[0].pPr = ParagraphProperties(defRPr=_type())
        for run in axis.title.tx.rich.p[0].r:
            run.rPr = _type()
        axis.title.overlay = False
    bars.y_axis.numFmt, bars.y_axis.number_format = None, "#,##0"
    bars.y_axis.scaling.min = 0
    bars.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill="D0D0D0"))
    bars.legend.position, bars.legend.txPr = "t", _letters()
    bars.roundedCorners, bars.auto_title_deleted = False, True
    bars.graphical_properties = GraphicalProperties(ln=LineProperties(noFill=True))
    if lines.series:
        bars += lines
    return bars


def _drawn(chart: Chart, one: Series, column: int, sheet: str, first: int) -> Drawn:
    last = first + len(chart.categories)
    letter = get_column_letter(column)
    name = StrRef(f"'{sheet}'!${letter}${first}", StrData(1, [StrVal(0, v=one.name)]))
    values = [NumVal(at, v=str(value)) for at, value in enumerate(one.values) if value is not None]
    numbers = NumRef(f"'{sheet}'!${letter}${first + 1}:${letter}${last}", NumData("General", len(one.values), values))
    words = [StrVal(at, v=category) for at, category in enumerate(chart.categories)]
    categories = StrRef(f"'{sheet}'!$A${first + 1}:$A${last}", StrData(len(words), words))
    return Drawn(
        idx=column - 2,
        order=column - 2,
        tx=SeriesLabel(strRef=name),
        cat=AxDataSource(strRef=categories),
        val=NumDataSource(numRef=numbers),
        spPr=_look(one),
        smooth=False if one.look == "line" else None,
    )


def _look(one: Series) -> GraphicalProperties:
    if one.look == "line":
        return GraphicalProperties(ln=LineProperties(solidFill=_BLACK, prstDash="dash", w=19050))
    return GraphicalProperties(solidFill=FILLS[one.look], ln=LineProperties(solidFill="404040", w=6350))


def _letters() -> RichText:
    return RichText(RichTextProperties(), p=[Paragraph(pPr=ParagraphProperties(defRPr=_type()), endParaRPr=_type())])


def _type() -> CharacterProperties:
    return CharacterProperties(latin=Font(typeface=FACE), sz=1100, b=False, solidFill=_BLACK)
