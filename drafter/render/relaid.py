"""The drafter's own Word file with its layout set right.

Looks of letters, paragraphs and pages are set as they have to be; the few words that have to be written otherwise ("05"
for "5", "TM." for "T/M") are tracked changes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from lxml import etree

from drafter.errors import SignedFile
from drafter.layout.check import corrections, mends_of
from drafter.layout.mends import Letters, Line, Page, Shape
from drafter.layout.roles import sheet
from drafter.layout.rules import RULES, Told
from drafter.readers import read_bytes
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.ooxml import Element, w
from drafter.readers.docx.package import Package
from drafter.readers.docx.sections import section_properties
from drafter.readers.docx.story import Line as StoryLine
from drafter.readers.docx.story import lay_out
from drafter.render.numbers import PageNumbers
from drafter.render.package import with_main, with_parts
from drafter.render.properties import PARAGRAPH, RUN, SECTION, first, ordered, set_font
from drafter.render.tracking import Change, moved, tracked

_TWIPS = 1440 / 25.4
_A4 = 11906, 16838
_POINTS = 72 / 25.4
_VML = "urn:schemas-microsoft-com:vml"
_ROUNDS = 4
"""One mend may bring the next to light: under what is set in the middle a line can be drawn."""


@dataclass(frozen=True, slots=True)
class Relaid:
    """A file, and the ids of the rules that it was mended by."""

    data: bytes
    rules: tuple[str, ...]
    worded: int = 0
    """How many places say something else now, as tracked changes."""


def relaid(
    name: str,
    data: bytes,
    when: datetime | None = None,
    only: Collection[str] | None = None,
    left: Collection[Told] = (),
) -> Relaid:
    """The Word file `data` with all that can be set right of its layout; the same file where that is nothing.

    `only` what breaks these rules, where given; the faults of `data` that are `left` stay as they are, and what breaks
    the same rule elsewhere is set right as far as the two can be told apart.

    Raises `SignedFile` for a file with a digital signature, `UnreadableFile` where it cannot be read.
    """
    wanted = RULES.keys() if only is None else only
    left = [one for one in left if one.rule in wanted]
    data, worded, left = _worded(name, data, when, wanted, left)
    rules = set(worded)
    for _ in range(_ROUNDS):
        data, laid = _set(name, data, wanted, left)
        if not laid:
            break
        rules |= laid
    return Relaid(data, tuple(sorted(rules)), len(worded))


def _worded(
    name: str, data: bytes, when: datetime | None, only: Collection[str], left: Collection[Told]
) -> tuple[bytes, list[str], list[Told]]:
    """The file with its words corrected, the rule of each place, and where is now what is left.

    A correction may bring the next to light.
    """
    rules, left = list[str](), list(left)
    for _ in range(_ROUNDS):
        wanted = [one for one in corrections(sheet(read_bytes(name, data)), left) if one[0] in only]
        if not wanted:
            break
        package = _unsigned(name, data)
        story = lay_out(package.main, Cascade(package))
        changes = [Change(edit.span, edit.words) for _, edit in wanted]
        made = tracked(story, package.main, changes, when)
        if not any(made):
            break
        rules += [rule for (rule, _), could in zip(wanted, made, strict=True) if could]
        done = [change for change, could in zip(changes, made, strict=True) if could]
        left = [replace(one, start=moved(one.start, done)) for one in left]
        data = with_main(package, data)
    return data, rules, left


def _set(name: str, data: bytes, only: Collection[str], left: Collection[Told]) -> tuple[bytes, set[str]]:
    """The file with its looks set right, and the rules that ask for it."""
    whole = sheet(read_bytes(name, data))
    wanted = [mend for mend in mends_of(whole, left) if mend.rule in only]
    if not wanted:
        return data, set()
    package = _unsigned(name, data)
    cascade = Cascade(package)
    story = lay_out(package.main, cascade)
    sections = _sections(section_properties(story, package.main), package.main)
    numbers = PageNumbers(package, cascade, sections)
    for mend in wanted:
        if isinstance(mend.what, Page):
            _set_page(sections[mend.at], mend.what)
            if mend.what.number:
                numbers.set(mend.at)
        elif isinstance(mend.what, Line):
            _draw(story.lines[mend.at].block.paragraph, mend.what, mend.at)
        elif isinstance(mend.what, Shape):
            _set_shape(story.lines[mend.at].block.paragraph, mend.what)
        else:
            _set_letters(story.lines[mend.at], mend.what)
    made = with_parts(package, data, numbers.changed, numbers.new, numbers.relation)
    return made, {mend.rule for mend in wanted}


def _unsigned(name: str, data: bytes) -> Package:
    package = Package.open(name, data)
    if package.is_signed:
        raise SignedFile(name)
    return package


def _sections(found: Sequence[Element | None], main: Element) -> list[Element]:
    """The properties of each section; made for a last one without."""
    body = main.find(w("body"))
    assert body is not None  # Package.open demands it
    return [etree.SubElement(body, w("sectPr")) if one is None else one for one in found]


def _set_letters(line: StoryLine, wanted: Letters) -> None:
    """Sets the look of the line's letters; those of an old encoding keep the font that makes them readable."""
    pieces = [piece for piece, _ in line.pieces() if piece.run.tag == w("r")]
    old = {piece.run for piece in pieces if piece.old and piece.old.by_font}
    for run in dict.fromkeys(piece.run for piece in pieces):
        _set_look(first(run, "rPr"), replace(wanted, font=None) if run in old else wanted)


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
        set_font(properties, wanted.font)
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
    for side, space in (("before", wanted.space_before), ("after", wanted.space_after)):
        if space is not None:
            spacing = put("spacing")
            _drop(spacing, f"{side}Lines", f"{side}Autospacing")
            spacing.set(w(side), f"{round(space * 20)}")
    if wanted.line_spacing is not None:
        spacing = put("spacing")
        spacing.set(w("line"), f"{round(wanted.line_spacing * 240)}")
        spacing.set(w("lineRule"), "auto")
    if wanted.line_exact is not None:
        spacing = put("spacing")
        spacing.set(w("line"), f"{round(wanted.line_exact * 20)}")
        spacing.set(w("lineRule"), "exact")


def _draw(paragraph: Element, wanted: Line, number: int) -> None:
    """A line of VML, which every Word since 2000 and LibreOffice show."""
    style = (
        "position:absolute;z-index:1;mso-position-horizontal:center;mso-position-horizontal-relative:text;"
        "mso-position-vertical-relative:text"
    )
    run = etree.SubElement(paragraph, w("r"))
    line = etree.SubElement(etree.SubElement(run, w("pict")), f"{{{_VML}}}line", nsmap={"v": _VML})
    for name, value in (
        ("id", f"drafter{number}"),
        ("style", style),
        ("from", f"0,{wanted.below:g}pt"),
        ("to", f"{wanted.length * _POINTS:.1f}pt,{wanted.below:g}pt"),
        ("strokecolor", "black"),
        ("strokeweight", ".75pt"),
    ):
        line.set(name, value)


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
