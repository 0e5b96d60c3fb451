"""The drafter's own Word file with its layout set right: looks of letters, paragraphs and pages, no word of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from drafter.errors import SignedFile
from drafter.layout.check import is_judged
from drafter.layout.mending import Letters, Mend, Page, Shape, mends
from drafter.layout.roles import sheet
from drafter.readers import read_bytes
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.ooxml import Element, w
from drafter.readers.docx.package import Package
from drafter.readers.docx.sections import section_properties
from drafter.readers.docx.story import Line, lay_out
from drafter.render.package import with_main

# The order that the schema wants (ECMA-376, 17.3.2.28, 17.3.1.26, 17.6.17), as far as it matters here.
_RUN_ORDER = """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath rPrChange
"""
_PARAGRAPH_ORDER = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
"""
_SECTION_ORDER = """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
    formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
"""
_RUN, _PARAGRAPH, _SECTION = (tuple(order.split()) for order in (_RUN_ORDER, _PARAGRAPH_ORDER, _SECTION_ORDER))
_TWIPS = 1440 / 25.4
_A4 = 11906, 16838


@dataclass(frozen=True, slots=True)
class Relaid:
    """A file, and the ids of the rules that it was mended by."""

    data: bytes
    rules: tuple[str, ...]


def relaid(name: str, data: bytes) -> Relaid:
    """The Word file `data` with all that `drafter.layout.mending` can set right; the same file where that is nothing.

    Raises `SignedFile` for a file with a digital signature, `UnreadableFile` where it cannot be read.
    """
    document = read_bytes(name, data)
    whole = sheet(document)
    wanted = mends(whole) if is_judged(whole) else []
    package = Package.open(name, data)
    if not wanted:
        return Relaid(data, ())
    if package.is_signed:
        raise SignedFile(name)
    story = lay_out(package.main, Cascade(package))
    sections = section_properties(story, package.main)
    for mend in wanted:
        if isinstance(mend.what, Page):
            _set_page(_section(sections, mend, package.main), mend.what)
        elif isinstance(mend.what, Shape):
            _set_shape(story.lines[mend.at].block.paragraph, mend.what)
        else:
            _set_letters(story.lines[mend.at], mend.what)
    return Relaid(with_main(package, data), tuple(sorted({mend.rule for mend in wanted})))


def _section(sections: Sequence[Element | None], mend: Mend, main: Element) -> Element:
    found = sections[mend.at]
    if found is not None:
        return found
    body = main.find(w("body"))
    assert body is not None  # Package.open demands it
    last = body.find(w("sectPr"))
    return etree.SubElement(body, w("sectPr")) if last is None else last


def _set_letters(line: Line, wanted: Letters) -> None:
    for run in dict.fromkeys(piece.run for piece, _ in line.pieces() if piece.run.tag == w("r")):
        properties = run.find(w("rPr"))
        if properties is None:
            properties = etree.Element(w("rPr"))
            run.insert(0, properties)
        _set_look(properties, wanted)


def _set_look(properties: Element, wanted: Letters) -> None:
    put = _putter(properties, _RUN)
    if wanted.size is not None:
        for name in ("sz", "szCs"):
            put(name).set(w("val"), f"{round(wanted.size * 2)}")
    for name, value in (("b", wanted.bold), ("i", wanted.italic)):
        if value is not None:
            for one in (name, f"{name}Cs"):
                put(one).set(w("val"), "1" if value else "0")
    if wanted.font is not None:
        fonts = put("rFonts")
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(w(script), wanted.font)
            _drop(fonts, "cstheme" if script == "cs" else f"{script}Theme")
    if wanted.black:
        color = put("color")
        color.attrib.clear()
        color.set(w("val"), "000000")


def _set_shape(paragraph: Element, wanted: Shape) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    put = _putter(properties, _PARAGRAPH)
    if wanted.alignment is not None:
        put("jc").set(w("val"), wanted.alignment)
    if wanted.indent_first is not None:
        indent = put("ind")
        _drop(indent, "hanging", "hangingChars", "firstLineChars")
        indent.set(w("firstLine"), f"{round(wanted.indent_first * _TWIPS)}")
    if wanted.space_before is not None:
        spacing = put("spacing")
        _drop(spacing, "beforeLines", "beforeAutospacing")
        spacing.set(w("before"), f"{round(wanted.space_before * 20)}")
    if wanted.line_spacing is not None:
        spacing = put("spacing")
        spacing.set(w("line"), f"{round(wanted.line_spacing * 240)}")
        spacing.set(w("lineRule"), "auto")


def _set_page(section: Element, wanted: Page) -> None:
    put = _putter(section, _SECTION)
    if wanted.a4:
        paper = put("pgSz")
        short, long = _A4
        width, height = (long, short) if paper.get(w("orient")) == "landscape" else (short, long)
        paper.set(w("w"), f"{width}")
        paper.set(w("h"), f"{height}")
    for side, edge in wanted.margins:
        put("pgMar").set(w(side), f"{round(edge * _TWIPS)}")
    if wanted.title_page:
        _drop(put("titlePg"), "val")


def _drop(element: Element, *names: str) -> None:
    for name in names:
        if w(name) in element.attrib:
            del element.attrib[w(name)]


def _putter(parent: Element, order: Sequence[str]) -> Callable[[str], Element]:
    """What gives the child of a name, made where the schema wants it if it is not there."""
    ranks = {w(name): rank for rank, name in enumerate(order)}

    def put(name: str) -> Element:
        found = parent.find(w(name))
        if found is not None:
            return found
        made = etree.Element(w(name))
        behind = next((one for one in parent if ranks.get(str(one.tag), -1) > ranks[w(name)]), None)
        if behind is None:
            parent.append(made)
        else:
            behind.addprevious(made)
        return made

    return put
