"""Sections: pages of one geometry, with their headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from drafter.document import Margin, Section, Span
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.ooxml import Element, child, is_on, mm, number, twips, value, w
from drafter.readers.docx.package import Package, relation_id
from drafter.readers.docx.paragraphs import paragraphs_of
from drafter.readers.docx.story import Story, is_page_number, lay_out

Which = Literal["default", "first", "even"]
Side = Literal["header", "footer"]

# Twips that Word takes where a section says nothing: letter paper, and the margins of its first versions.
_PAPER = {"w": 12240.0, "h": 15840.0}
_MARGINS = {"top": 1440.0, "bottom": 1440.0, "left": 1800.0, "right": 1800.0, "header": 720.0, "footer": 720.0}


def sections_of(story: Story, package: Package, cascade: Cascade) -> tuple[Section, ...]:
    """The sections in order. A header that a section does not give is that of the section before it.

    Even pages' headers are given only where the file's settings tell even pages from odd ones.
    """
    margins = _Margins(package, cascade)
    sections = []
    for first, last, properties in _ranges(story, package.main):
        sections.append(_section(first, last, properties, margins))
    return tuple(sections)


def section_properties(story: Story, main: Element) -> list[Element | None]:
    """The `w:sectPr` of each section of `sections_of`, None for a last one without."""
    return [properties for _, _, properties in _ranges(story, main)]


def _ranges(story: Story, main: Element) -> Iterator[tuple[int, int, Element | None]]:
    """First and last (excluded) line of each section, with its `w:sectPr`."""
    first = 0
    for at, line in enumerate(story.lines):
        properties = child(line.block.paragraph, "pPr", "sectPr")
        if properties is None:
            continue
        last = at + 1
        while last < len(story.lines) and story.lines[last].block.place == "text_box":
            last += 1
        yield first, last, properties
        first = last
    yield first, len(story.lines), child(main, "body", "sectPr")


def _section(first: int, last: int, properties: Element | None, margins: _Margins) -> Section:
    paper = child(properties, "pgSz")
    edges = child(properties, "pgMar")
    numbers = child(properties, "pgNumType")

    def edge(side: str) -> float:
        # A negative distance means: exactly, whatever the header needs.
        return mm(abs(_length(edges, side, _MARGINS.get(side, 0.0))))

    return Section(
        first=first,
        last=last,
        width=mm(_length(paper, "w", _PAPER["w"])),
        height=mm(_length(paper, "h", _PAPER["h"])),
        landscape=paper is not None and paper.get(w("orient")) == "landscape",
        top=edge("top"),
        bottom=edge("bottom"),
        left=edge("left"),
        right=edge("right"),
        gutter=edge("gutter"),
        header_distance=edge("header"),
        footer_distance=edge("footer"),
        title_page=is_on(properties, "titlePg"),
        continuous=first > 0 and value(properties, "type") in ("continuous", "nextColumn"),
        number_start=None if numbers is None else number(numbers.get(w("start"))),
        number_format=None if numbers is None else numbers.get(w("fmt")),
        headers=margins.of(properties, "header"),
        footers=margins.of(properties, "footer"),
    )


def _length(element: Element | None, name: str, otherwise: float) -> float:
    given = None if element is None else twips(element.get(w(name)))
    return otherwise if given is None else given


class _Margins:
    """Headers and footers, section after section."""

    def __init__(self, package: Package, cascade: Cascade) -> None:
        self._package = package
        self._cascade = cascade
        self._relations = package.relations()
        self._even = is_on(package.related("settings"), "evenAndOddHeaders")
        self._in_force: dict[tuple[Side, Which], str] = {}
        self._read: dict[tuple[str, Which], Margin | None] = {}

    def of(self, properties: Element | None, side: Side) -> tuple[Margin, ...]:
        for reference in () if properties is None else properties.iterchildren(w(f"{side}Reference")):
            which = _which(reference.get(w("type")))
            relation = self._relations.get(relation_id(reference))
            if relation is not None and not relation.external:
                self._in_force[side, which] = relation.target
        found = (self._margin(side, which) for which in get_args(Which) if which != "even" or self._even)
        return tuple(margin for margin in found if margin is not None)

    def _margin(self, side: Side, which: Which) -> Margin | None:
        path = self._in_force.get((side, which))
        if path is None:
            return None
        if (path, which) not in self._read:
            root = self._package.part(path)
            self._read[path, which] = None if root is None else _margin(root, side, which, self._cascade)
        return self._read[path, which]


def _which(said: str | None) -> Which:
    return "first" if said == "first" else "even" if said == "even" else "default"


def _margin(root: Element, side: Side, which: Which, cascade: Cascade) -> Margin:
    story = lay_out(root, cascade, side)
    return Margin(which, story.text, paragraphs_of(story, cascade), _page_field(story))


def _page_field(story: Story) -> Span | None:
    for line in story.lines:
        spans = [(at, at + len(piece.text)) for piece, at in line.pieces() if is_page_number(piece)]
        if spans:
            start, end = spans[0]
            for next_start, next_end in spans[1:]:
                end = next_end if next_start == end else end
            return Span(start, end)
    return None
