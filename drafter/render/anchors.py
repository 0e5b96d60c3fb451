"""Places in a Word file around characters of its text, and comments on them.

A range runs from the first to the last of the characters that the file itself holds: automatic numbers and the
marks that end paragraphs are nowhere in it. Runs are cut where a range begins or ends inside them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from drafter.document import Span
from drafter.readers.docx.ooxml import Element, w
from drafter.readers.docx.story import Located, Story

WRAPPERS = frozenset(
    map(w, ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "fldSimple", "sdt", "sdtContent"))
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Leaves = dict[tuple[Element, int], Element]
"""By leaf and offset in its text: the leaf that begins or ends there after cutting."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A place in a piece: before the character `at` of what its leaf shows as the file holds it."""

    piece: Located
    at: int


@dataclass(frozen=True, slots=True)
class Range:
    """What a comment covers. Without `end` it is a point; without `start` too, at the end of `paragraph`."""

    paragraph: Element
    start: Cut | None
    end: Cut | None

    @property
    def in_box(self) -> bool:
        """Whether it begins or ends in a text box, where Word allows no comment."""
        ends = [cut.piece.leaf for cut in (self.start, self.end) if cut] or [self.paragraph]
        return any(_host(element) is not None for element in ends)


def ranges(story: Story, spans: Sequence[Span]) -> list[Range]:
    """For each span of the story's text its place in the file."""
    pieces = list(story.located())
    starts, ends = [piece.start for piece in pieces], [piece.end for piece in pieces]
    line_starts = [line.start for line in story.lines]

    def place(span: Span) -> Range:
        line = story.lines[max(0, bisect_right(line_starts, span.start) - 1)]
        paragraph = line.block.paragraph
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end) - 1
        start = _cut_at(pieces[first], max(span.start, starts[first])) if first < len(pieces) else None
        if start and span and first <= last:
            return Range(paragraph, start, _cut_at(pieces[last], min(span.end, ends[last])))
        return Range(paragraph, start if start and start.piece.start < line.end else None, None)

    return [place(span) for span in spans]


def _cut_at(piece: Located, offset: int) -> Cut:
    return Cut(piece, piece.own_at(offset - piece.start))


def parted(places: Sequence[Range]) -> tuple[Leaves, Leaves]:
    """Cut the text where the places begin and end; what then begins and what ends at each of these cuts."""
    cuts: defaultdict[Element, set[int]] = defaultdict(set)
    texts: dict[Element, str] = {}
    for cut in (cut for place in places for cut in (place.start, place.end) if cut):
        texts[cut.piece.leaf] = cut.piece.own
        cuts[cut.piece.leaf].add(cut.at)
    begins: Leaves = {}
    ends: Leaves = {}
    for leaf, at in cuts.items():
        _cut(leaf, texts[leaf], sorted(at), begins, ends)
    return begins, ends


def mark(places: Sequence[Range], ids: Sequence[int]) -> None:
    """Put the marks of a comment of the given id around each place, cutting runs where they have to be."""
    begins, ends = parted(places)
    references = {_mark(place, number, begins, ends) for place, number in zip(places, ids, strict=True)}
    if places:
        _take_out_of_fields(places[0].paragraph.getroottree().getroot(), references)


def _cut(leaf: Element, text: str, at: list[int], begins: Leaves, ends: Leaves) -> None:
    """Divide the leaf, which shows `text`, and enter what then begins and ends at each place."""
    inner = [cut for cut in at if 0 < cut < len(text)]
    if not inner or leaf.tag != w("t") or in_run(leaf)[1] is not leaf:
        whole = {(leaf, cut): leaf for cut in at}
        begins.update(whole)
        ends.update(whole)
        return
    part = leaf
    for start, end in zip([0, *inner], [*inner, len(text)], strict=True):
        if start:
            part.addnext(following := etree.Element(leaf.tag))
            part = following
        # Only what is shown stays: blanks that Word left out must not come to light by the attribute.
        part.text = text[start:end]
        part.set(_SPACE, "preserve")
        begins[leaf, start] = ends[leaf, end] = part


def _mark(place: Range, number: int, begins: Leaves, ends: Leaves) -> Element:
    """Place the three marks of a comment; gives the run that refers to it."""
    start, end, reference = _marks(number)
    first = begins[place.start.piece.leaf, place.start.at] if place.start else None
    last = ends[place.end.piece.leaf, place.end.at] if place.end else None
    host = _host(place.paragraph if first is None else first)
    if first is None and host is None:
        place.paragraph.append(start)
    elif host is not None:
        _open(host, start)
    elif first is not None:
        _put_before(first, start)
    if last is not None:
        _put_after(last, end)
    elif host is not None:
        host.append(end)
    else:
        start.addnext(end)
    simple_fields = list(end.iterancestors(w("fldSimple")))
    (simple_fields[-1] if simple_fields else end).addnext(reference)
    return reference


def _marks(number: int) -> tuple[Element, Element, Element]:
    start, end, reference = (etree.Element(w(tag)) for tag in ("commentRangeStart", "commentRangeEnd", "r"))
    for element in (start, end, etree.SubElement(reference, w("commentReference"))):
        element.set(w("id"), str(number))
    return start, end, reference


def _put_before(leaf: Element, element: Element) -> None:
    run, part = in_run(leaf)
    if part is not None and any(before.tag != w("rPr") for before in part.itersiblings(preceding=True)):
        run = divided(run, part)
    while _tag_above(run) in WRAPPERS and all(is_property(one) for one in run.itersiblings(preceding=True)):
        run = above(run)
    run.addprevious(element)


def _put_after(leaf: Element, element: Element) -> None:
    if (host := _host(leaf)) is not None:
        host.append(element)
        return
    run, part = in_run(leaf)
    if part is not None and (following := part.getnext()) is not None:
        divided(run, following)
    while _tag_above(run) in WRAPPERS and run.getnext() is None:
        run = above(run)
    run.addnext(element)


def _take_out_of_fields(root: Element, references: Collection[Element]) -> None:
    """Put references that stand in the result of a field behind its end, which may be paragraphs later.

    LibreOffice takes a comment that hangs inside a field for a part of the field's text.
    """
    inside: list[Element] = []
    depth = 0
    for element in list(root.iter(w("commentReference"), w("fldChar"))):
        run = above(element)
        if run in references:
            inside += [run] if depth else []
        elif element.get(w("fldCharType")) == "begin":
            depth += 1
        elif element.get(w("fldCharType")) == "end" and depth:
            depth -= 1
            if not depth:
                for reference in reversed(inside):
                    run.addnext(reference)
                inside.clear()


def _open(paragraph: Element, element: Element) -> None:
    """Put the element before all that the paragraph shows."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        paragraph.insert(0, element)
    else:
        properties.addnext(element)


def divided(run: Element, at: Element) -> Element:
    """A new run behind `run`, of the same look, with its child `at` and what follows."""
    new = etree.Element(run.tag)
    new.attrib.update(run.attrib)
    properties = run.find(w("rPr"))
    if properties is not None:
        new.append(deepcopy(properties))
    new.extend([at, *at.itersiblings()])
    run.addnext(new)
    return new


def in_run(leaf: Element) -> tuple[Element, Element | None]:
    """The run of the paragraph that holds the leaf and its child that does.

    Where something that cannot be cut (a formula, alternate content) holds the run, that and None.
    """
    path = [leaf]
    while _tag_above(path[-1]) != w("p"):
        path.append(above(path[-1]))
    while path[-1].tag in WRAPPERS:
        path.pop()
    return (path[-1], path[-2]) if path[-1].tag == w("r") else (path[-1], None)


def _host(element: Element) -> Element | None:
    """The paragraph that holds the text box which the element is in, None where it is in none."""
    boxes = list(element.iterancestors(w("txbxContent")))
    return next(boxes[-1].iterancestors(w("p"))) if boxes else None


def is_property(element: Element) -> bool:
    """Whether an element says how its parent looks, and is no part of what it shows."""
    return etree.QName(element).localname.endswith("Pr")


def above(element: Element) -> Element:
    """What holds an element that is not the root."""
    parent = element.getparent()
    assert parent is not None
    return parent


def _tag_above(element: Element) -> str:
    return str(above(element).tag)
