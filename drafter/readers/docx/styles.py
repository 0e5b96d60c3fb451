"""Styles: what a style says once the styles that it is based on are laid under it, and what a table's style adds."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.readers.docx.looks import (
    PLAIN_PARAGRAPH,
    PLAIN_RUN,
    ParagraphLook,
    RunLook,
    over,
    paragraph_look,
    run_look,
)
from drafter.readers.docx.ooxml import Element, child, elements, number, value, w
from drafter.readers.docx.theme import Theme
from drafter.readers.docx.walk import InTable

_LOOK_BITS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableLayer:
    """What the style of a table says about the text of one of its cells."""

    run: RunLook = PLAIN_RUN
    paragraph: ParagraphLook = PLAIN_PARAGRAPH


_NO_TABLE = TableLayer()


class Styles:
    """The styles of a file by id. An unknown id means the default style, as in Word."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        found = [] if root is None else [style for style in elements(root) if style.tag == w("style")]
        self._theme = theme
        self._by_id = {(style.get(w("type"), "paragraph"), style.get(w("styleId"), "")): style for style in found}
        self._runs: dict[tuple[str, str], RunLook] = {}
        self._tables: dict[tuple[str, frozenset[str]], TableLayer] = {}
        self.default_run = run_look(child(root, "docDefaults", "rPrDefault", "rPr"), theme)
        self.default_paragraph = paragraph_look(child(root, "docDefaults", "pPrDefault", "pPr"))
        self._default_paragraph_style = _default_of("paragraph", found) or _named("Normal", found)
        self._default_table_style = _default_of("table", found)

    def of_paragraph(self, properties: Element | None) -> str:
        """The id of the paragraph style that a `w:pPr` names or leaves to the default; "" where there is none."""
        named = value(properties, "pStyle")
        return named if named and ("paragraph", named) in self._by_id else self._default_paragraph_style

    def name(self, style: str) -> str | None:
        """The name that Word shows for a paragraph style."""
        return value(self._by_id.get(("paragraph", style)), "name") or style or None

    def chain(self, kind: str, style: str) -> list[Element]:
        """The style and what it is based on, the most basic first; a circle is cut where it closes."""
        chain: dict[Element, None] = {}
        element = self._by_id.get((kind, style))
        while element is not None and element not in chain:
            chain[element] = None
            element = self._by_id.get((kind, value(element, "basedOn") or ""))
        return list(chain)[::-1]

    def run(self, kind: str, style: str) -> RunLook:
        """The character formatting of a paragraph or character style, without the file's defaults."""
        key = (kind, style)
        if key not in self._runs:
            look = PLAIN_RUN
            for element in self.chain(kind, style):
                look = over(run_look(child(element, "rPr"), self._theme), look)
            self._runs[key] = look
        return self._runs[key]

    def table(self, where: InTable | None) -> TableLayer:
        """What the table's style says for that cell: as a whole, bands, first and last column and row, corners."""
        if where is None:
            return _NO_TABLE
        properties = child(where.table, "tblPr")
        style = value(properties, "tblStyle") or self._default_table_style
        chain = self.chain("table", style)
        if not chain:
            return _NO_TABLE
        parts = _parts(where, _switches(child(properties, "tblLook")), chain)
        key = (style, frozenset(parts))
        if key not in self._tables:
            self._tables[key] = self._table_layer(chain, parts)
        return self._tables[key]

    def _table_layer(self, chain: list[Element], parts: list[str]) -> TableLayer:
        run, paragraph = PLAIN_RUN, PLAIN_PARAGRAPH
        for element in chain:
            run = over(run_look(child(element, "rPr"), self._theme), run)
            paragraph = over(paragraph_look(child(element, "pPr")), paragraph)
        for part in parts:
            for element in chain:
                for special in element.iterchildren(w("tblStylePr")):
                    if special.get(w("type")) == part:
                        run = over(run_look(child(special, "rPr"), self._theme), run)
                        paragraph = over(paragraph_look(child(special, "pPr")), paragraph)
        return TableLayer(run, paragraph)


def _default_of(kind: str, styles: list[Element]) -> str:
    for style in styles:
        if style.get(w("type")) == kind and style.get(w("default"), "0") in ("1", "true", "on"):
            return style.get(w("styleId"), "")
    return ""


def _named(name: str, styles: list[Element]) -> str:
    for style in styles:
        if style.get(w("type")) == "paragraph" and value(style, "name") == name:
            return style.get(w("styleId"), "")
    return ""


def _switches(look: Element | None) -> frozenset[str]:
    """Which conditional parts `w:tblLook` switches on; by attributes, or by the bits of older files."""
    if look is None:
        return frozenset({"noHBand", "noVBand"})
    try:
        bits = int(look.get(w("val"), "0"), 16)
    except ValueError:
        bits = 0
    on = set()
    for name, bit in _LOOK_BITS.items():
        given = look.get(w(name))
        if (bits & bit) if given is None else given in ("1", "true", "on"):
            on.add(name)
    return frozenset(on)


def _parts(where: InTable, on: frozenset[str], chain: list[Element]) -> list[str]:
    """The `w:tblStylePr` types that apply to a cell, the weakest first (17.7.6)."""
    top = "firstRow" in on and where.cell.row == 0
    bottom = "lastRow" in on and where.cell.row == where.rows - 1
    left = "firstColumn" in on and where.first_column
    right = "lastColumn" in on and where.last_column
    parts = []
    if "noVBand" not in on and not left and not right:
        band = (where.cell.column - ("firstColumn" in on)) // _band_size(chain, "tblStyleColBandSize")
        parts.append("band2Vert" if band % 2 else "band1Vert")
    if "noHBand" not in on and not top and not bottom:
        band = (where.cell.row - ("firstRow" in on)) // _band_size(chain, "tblStyleRowBandSize")
        parts.append("band2Horz" if band % 2 else "band1Horz")
    edges = ((left, "firstCol"), (right, "lastCol"), (top, "firstRow"), (bottom, "lastRow"))
    parts += [part for applies, part in edges if applies]
    corners = ((top and left, "nwCell"), (top and right, "neCell"), (bottom and left, "swCell"))
    parts += [part for applies, part in (*corners, (bottom and right, "seCell")) if applies]
    return parts


def _band_size(chain: list[Element], name: str) -> int:
    sizes = [number(value(style, "tblPr", name)) for style in chain]
    return max(1, next((size for size in reversed(sizes) if size), 1))
