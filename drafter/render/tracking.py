"""Words of a Word file exchanged, each as a change that Word tracks: accepted it is made, rejected all is as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from drafter.document import Span
from drafter.readers.docx.ooxml import Element, number, w
from drafter.readers.docx.story import Located, Story
from drafter.render.anchors import WRAPPERS, Leaves, Range, above, divided, in_run, is_property, parted, ranges
from drafter.render.properties import PARAGRAPH, first, ordered, set_font
from drafter.render.word import AUTHOR

_LARGEST_ID = 2**30
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FONT = "Times New Roman"
_TRACKED = (w("ins"), w("moveTo"))


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the story's text and what to write instead; what is empty is put in, or taken out."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """A change with the pieces that it takes out; of one that only puts in, the piece of the character beside it."""

    change: Change
    pieces: tuple[Located, ...]
    beside: Span
    """What is cut: the stretch itself, or that one character."""
    behind: bool = True
    """Whether words are put in behind that character."""


def tracked(story: Story, root: Element, changes: Sequence[Change], when: datetime | None = None) -> list[bool]:
    """Make the changes in the tree of `root`, from which `story` was laid out; which of them could be made.

    Not made is what cannot be tracked safely: over the cells of a table, in a text box, a formula, an automatic number,
    among words of an old encoding that have lost their font. New words in place of text in a font of an old encoding
    get one of Unicode.
    """
    placed = [_placed(story, change) for change in changes]
    made = [one for one in placed if one]
    places = ranges(story, [one.beside for one in made])
    begins, ends = parted(places)
    # All of them before the first run is divided: then leaves have other neighbours.
    leaves = [list(_covered(one.pieces, place, begins, ends)) for one, place in zip(made, places, strict=True)]
    revisions = _Revisions(_first_free_id(root), when)
    for one, own in zip(made, leaves, strict=True):
        _make(one, own, revisions)
    return [one is not None for one in placed]


def moved(at: int, changes: Iterable[Change]) -> int:
    """Where a place of the text is once these changes are made; within what was taken out, where that began."""
    before = [change for change in changes if change.span.start < at]
    taken = sum(min(change.span.end, at) - change.span.start for change in before)
    return at - taken + sum(len(change.words) for change in before if change.span.end <= at)


def _placed(story: Story, change: Change) -> _Placed | None:
    """The change with its place; None where it is not safe."""
    at = change.span.start
    if len(change.span):
        pieces = _pieces(story, change.span)
        return _Placed(change, pieces, change.span) if _is_safe(pieces) else None
    for beside, behind in ((Span(max(0, at - 1), at), True), (Span(at, at + 1), False)):
        pieces = _pieces(story, beside)
        if len(beside) and pieces and _is_safe(pieces):
            return _Placed(change, pieces, beside, behind)
    return None


def _pieces(story: Story, span: Span) -> tuple[Located, ...]:
    return tuple(piece for piece in story.located() if piece.start < span.end and piece.end > span.start)


def _is_safe(pieces: Sequence[Located]) -> bool:
    """Whether all are runs of paragraphs that follow one another in one place."""
    if not pieces:
        return False
    paragraphs = list(dict.fromkeys(_paragraph(piece.leaf) for piece in pieces))
    between = [element for element in _from_to(paragraphs[0], paragraphs[-1]) if element.tag == w("p")]
    return (
        all(piece.place == "body" and in_run(piece.leaf)[1] is piece.leaf for piece in pieces)
        and all(piece.old is None or piece.old.by_font for piece in pieces)
        and between == [one for one in between if one.getparent() is paragraphs[0].getparent()]
        and set(paragraphs) <= set(between)
        and not any(one.find(f".//{w('sectPr')}") is not None for one in between[:-1])
    )


def _from_to(first: Element, last: Element) -> Iterator[Element]:
    """An element and its siblings up to another; without the other if it is none of them."""
    yield first
    if first is not last:
        for element in first.itersiblings():
            yield element
            if element is last:
                return


class _Revisions:
    """Makes the elements of tracked changes."""

    def __init__(self, first: int, when: datetime | None) -> None:
        self._next = first
        self._when = when

    def element(self, name: str) -> Element:
        made = etree.Element(w(name))
        made.set(w("id"), str(self._next))
        made.set(w("author"), AUTHOR)
        if self._when:
            # Word writes the clock's time with a Z, whatever the zone.
            made.set(w("date"), self._when.strftime("%Y-%m-%dT%H:%M:%SZ"))
        self._next += 1
        return made


def _make(one: _Placed, leaves: Sequence[Element], revisions: _Revisions) -> None:
    most = max(one.pieces, key=lambda piece: len(piece.text))
    runs = [_alone(leaf) for leaf in leaves]
    takes_out = len(one.change.span) > 0
    if one.change.words:
        inserted = _inserted(one.change.words, most, revisions)
        if takes_out or not one.behind:
            _put_before(runs[0], inserted)
        else:
            _put_behind(runs[-1], inserted)
    if takes_out:
        for run in runs:
            _delete(run, revisions)
        for paragraph in list(dict.fromkeys(map(_paragraph, runs)))[:-1]:
            _delete_mark(paragraph, revisions)


def _covered(pieces: Sequence[Located], place: Range, begins: Leaves, ends: Leaves) -> Iterator[Element]:
    """What a place covers: leaves, and what they were cut into."""
    assert place.start and place.end  # a safe change has pieces
    first = begins[place.start.piece.leaf, place.start.at]
    last = ends[place.end.piece.leaf, place.end.at]
    leaves = [piece.leaf for piece in pieces]
    started = False
    for leaf in leaves:
        part: Element | None = leaf
        while part is not None and (part is leaf or part.tag == w("t")):
            started = started or part is first
            if started:
                yield part
            if part is last:
                return
            following = part.getnext()
            part = following if following is not None and following not in leaves else None


def _alone(leaf: Element) -> Element:
    """The run of a leaf, divided so that it holds nothing else."""
    run, part = in_run(leaf)
    if part is not None and any(before.tag != w("rPr") for before in part.itersiblings(preceding=True)):
        run = divided(run, part)
    if part is not None and (following := part.getnext()) is not None:
        divided(run, following)
    return run


def _inserted(text: str, beside: Located, revisions: _Revisions) -> Element:
    """New words that look like a piece."""
    inserted = revisions.element("ins")
    run = etree.SubElement(inserted, w("r"))
    look = beside.run.find(w("rPr"))
    if look is not None:
        own = deepcopy(look)
        for change in own.findall(w("rPrChange")) + own.findall(w("ins")) + own.findall(w("del")):
            own.remove(change)
        run.append(own)
    if beside.old:
        set_font(first(run, "rPr"), _FONT)
    shown = etree.SubElement(run, w("t"))
    shown.text = text
    shown.set(_SPACE, "preserve")
    return inserted


def _put_before(run: Element, inserted: Element) -> None:
    """In front of the run: outside of a link or content control where it is the first in it."""
    while (parent := above(run)).tag in WRAPPERS:
        if any(not is_property(one) for one in run.itersiblings(preceding=True)):
            if parent.tag not in _TRACKED:
                break
            _opened(parent, run)  # an insertion cannot hold one
            parent = above(run)
        run = parent
    run.addprevious(inserted)


def _put_behind(run: Element, inserted: Element) -> None:
    """Behind the run: outside of an insertion of somebody's, which cannot hold one."""
    while (parent := above(run)).tag in _TRACKED:
        if (following := run.getnext()) is not None:
            _opened(parent, following)
        run = parent
    run.addnext(inserted)


def _opened(wrapper: Element, at: Element) -> None:
    """Divide an insertion so that its second part begins with `at`."""
    second = etree.Element(wrapper.tag)
    second.attrib.update(wrapper.attrib)
    second.extend([at, *at.itersiblings()])
    wrapper.addnext(second)


def _delete(run: Element, revisions: _Revisions) -> None:
    """Put the run into a tracked deletion, that of its neighbour if it has one."""
    for shown in run.findall(w("t")):
        shown.tag = w("delText")
    before = run.getprevious()
    if before is not None and before.tag == w("del") and before.get(w("author")) == AUTHOR:
        before.append(run)
        return
    deleted = revisions.element("del")
    run.addprevious(deleted)
    deleted.append(run)


def _delete_mark(paragraph: Element, revisions: _Revisions) -> None:
    """Track the end of the paragraph as taken away."""
    look = ordered(first(paragraph, "pPr"), PARAGRAPH, "rPr")
    if look.find(w("del")) is None:
        look.insert(len(look.findall(w("ins"))), revisions.element("del"))


def _paragraph(element: Element) -> Element:
    return next(element.iterancestors(w("p")))


def _first_free_id(root: Element) -> int:
    """One more than any id of the tree."""
    ids = (number(element.get(w("id"))) for element in root.iter())
    return max((taken for taken in ids if taken is not None and taken < _LARGEST_ID), default=0) + 1
