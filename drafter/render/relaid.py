"""The drafter's own Word file with its layout set right: looks of letters, paragraphs and pages, no word of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from lxml import etree

from drafter.errors import SignedFile
from drafter.layout.check import mends_of
from drafter.layout.mends import Letters, Mend, Page, Shape
from drafter.layout.roles import sheet
from drafter.readers import read_bytes
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.ooxml import Element, w
from drafter.readers.docx.package import Package
from drafter.readers.docx.sections import section_properties
from drafter.readers.docx.story import Line, lay_out
from drafter.render.package import with_main
from drafter.render.properties import PARAGRAPH, RUN, SECTION, first, ordered

_TWIPS = 1440 / 25.4
_A4 = 11906, 16838


@dataclass(frozen=True, slots=True)
class Relaid:
    """A file, and the ids of the rules that it was mended by."""

    data: bytes
    rules: tuple[str, ...]


def relaid(name: str, data: bytes) -> Relaid:
    """The Word file `data` with all that `drafter.layout` can set right; the same file where that is nothing.

    Raises `SignedFile` for a file with a digital signature, `UnreadableFile` where it cannot be read.
    """
    document = read_bytes(name, data)
    whole = sheet(document)
    wanted = mends_of(whole)
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
        _set_look(first(run, "rPr"), wanted)


def _set_look(properties: Element, wanted: Letters) -> None:
    put = partial(ordered, properties, RUN)
    if wanted.size is not None:
        for name in ("sz", "szCs"):
            put(name).set(w("val"), f"{round(wanted.size * 2)}")
    for name, value in (("b", wanted.bold), ("i", wanted.italic)):
        if value is not None:
            for one in (name, f"{name}Cs"):
                put(one).set(w("val"), "1" if value else "0")
    if wanted.underline is not None:
        put("u").set(w("val"), "single" if wanted.underline else "none")
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
    put = partial(ordered, first(paragraph, "pPr"), PARAGRAPH)
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
    if wanted.line_exact is not None:
        spacing = put("spacing")
        spacing.set(w("line"), f"{round(wanted.line_exact * 20)}")
        spacing.set(w("lineRule"), "exact")


def _set_page(section: Element, wanted: Page) -> None:
    put = partial(ordered, section, SECTION)
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
