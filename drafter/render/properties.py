"""Properties of runs, paragraphs and sections, put where the schema wants them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from drafter.readers.docx.ooxml import Element, w

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
RUN, PARAGRAPH, SECTION = (tuple(order.split()) for order in (_RUN_ORDER, _PARAGRAPH_ORDER, _SECTION_ORDER))


def first(parent: Element, name: str) -> Element:
    """The child of a name, which comes before all others; made if it is not there."""
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        parent.insert(0, found)
    return found


def ordered(parent: Element, order: Sequence[str], name: str) -> Element:
    """The child of a name, made in its place in the order if it is not there."""
    found = parent.find(w(name))
    if found is not None:
        return found
    ranks = {w(one): rank for rank, one in enumerate(order)}
    made = etree.Element(w(name))
    behind = next((one for one in parent if ranks.get(str(one.tag), -1) > ranks[w(name)]), None)
    if behind is None:
        parent.append(made)
    else:
        behind.addprevious(made)
    return made


def set_font(properties: Element, font: str) -> None:
    """Set the letters of a run in a font, whatever its theme says."""
    fonts = ordered(properties, RUN, "rFonts")
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(w(script), font)
        for name in (w(f"{script}Theme"), w(f"{script}theme")):
            if name in fonts.attrib:
                del fonts.attrib[name]
