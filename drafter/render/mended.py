"""The drafter's own Word file with the references to write in place of copied passages, as tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from drafter.document import Span
from drafter.errors import SignedFile
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.ooxml import Element, number, w
from drafter.readers.docx.package import Package
from drafter.readers.docx.story import Located, Story, lay_out
from drafter.render.anchors import Leaves, Range, divided, in_run, parted, ranges
from drafter.render.package import with_main
from drafter.render.properties import PARAGRAPH, first, ordered
from drafter.render.word import AUTHOR
from drafter.report import Finding, Report

_LABEL = re.compile(r"\s*(?:[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|Điều\s+\d+\.)\s+")
_LONGEST_HEADING = 120
"""Characters; a longer paragraph without a mark at its end is no heading."""
_STOP = re.compile(r"[”\")\]]*[.;]")
_LARGEST_ID = 2**30
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Mended:
    """A file, and what became of the findings that could be mended."""

    data: bytes
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]
    """Those that stand where a change cannot be tracked safely: over the cells of a table, in a text box, a formula."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A stretch of the text and what to write instead."""

    finding: Finding
    span: Span
    text: str
    pieces: tuple[Located, ...]


def mended(data: bytes, report: Report, when: datetime | None = None) -> Mended:
    """The Word file `data` with the suggestions of its report's findings that say `fix`, each as a tracked change.

    Accepting all changes leaves the references, rejecting them the file as it was. Without anything to mend it is the
    same file. Raises ValueError where the report is not of this file, `SignedFile` where it bears a digital signature,
    `UnreadableFile` where it cannot be read.
    """
    package = Package.open(report.document.name, data)
    if package.is_signed:
        raise SignedFile(report.document.name)
    story = lay_out(package.main, Cascade(package))
    if story.text != report.text:
        raise ValueError(f"{report.document.name}: the report is of another text")
    copied = (finding for finding in report.findings if finding.rule.startswith("reuse."))
    wanted = [finding for finding in copied if finding.fix and finding.suggestion]
    changes = [_change(story, finding) for finding in wanted]
    made = [change for change in changes if _is_safe(change)]
    if made:
        places = ranges(story, [change.span for change in made])
        begins, ends = parted(places)
        revisions = _Revisions(_first_free_id(package.main), when)
        # All of them before the first run is divided: then leaves have other neighbours.
        leaves = [list(_covered(*one, begins, ends)) for one in zip(made, places, strict=True)]
        for change, own in zip(made, leaves, strict=True):
            _replace(change, own, revisions)
        data = with_main(package, data)
    left = tuple(change.finding for change in changes if change not in made)
    return Mended(data, tuple(change.finding for change in made), left)


def _change(story: Story, finding: Finding) -> _Change:
    """What to take out: the passage without headings and the number of its item, with the stop behind it."""
    text = story.text
    start, end = finding.start, finding.end
    for line in story.lines:
        if start < line.end < end and _is_heading(text[start : line.end]) and line.start <= start:
            start = line.end + 1
    if label := _LABEL.match(text, start, end):
        start = label.end()
    suggestion = finding.suggestion
    if stop := _STOP.match(text, end):
        end = stop.end()
        suggestion = suggestion.rstrip(".") + text[end - 1]
    if text[:start].rstrip(" \t").endswith((";", ",")):
        suggestion = suggestion[:1].lower() + suggestion[1:]
    span = Span(start, end)
    pieces = tuple(piece for piece in story.located() if piece.start < end and piece.end > start)
    return _Change(finding, span, suggestion, pieces)


def _is_heading(words: str) -> bool:
    """Whether this is a short line that ends with no mark: there is more to come below it."""
    return len(words) <= _LONGEST_HEADING and not words.rstrip().endswith((".", ";", ":", ","))


def _is_safe(change: _Change) -> bool:
    """Whether all that is taken out are runs of paragraphs that follow one another in one place."""
    if not change.pieces:
        return False
    paragraphs = list(dict.fromkeys(_paragraph(piece.leaf) for piece in change.pieces))
    between = [element for element in _from_to(paragraphs[0], paragraphs[-1]) if element.tag == w("p")]
    return (
        all(piece.place == "body" and in_run(piece.leaf)[1] is piece.leaf for piece in change.pieces)
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


def _replace(change: _Change, leaves: Sequence[Element], revisions: _Revisions) -> None:
    look = max(change.pieces, key=lambda piece: len(piece.text)).run.find(w("rPr"))
    runs = [_alone(leaf) for leaf in leaves]
    inserted = _inserted(change.text, look, revisions)
    _top(runs[0]).addprevious(inserted)
    for run in runs:
        _delete(run, revisions)
    for paragraph in list(dict.fromkeys(map(_paragraph, runs)))[:-1]:
        _delete_mark(paragraph, revisions)


def _covered(change: _Change, place: Range, begins: Leaves, ends: Leaves) -> Iterator[Element]:
    """What is to be taken out: leaves, and what they were cut into."""
    assert place.start and place.end  # a safe change has pieces
    first = begins[place.start.piece.leaf, place.start.at]
    last = ends[place.end.piece.leaf, place.end.at]
    leaves = [piece.leaf for piece in change.pieces]
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


def _inserted(text: str, look: Element | None, revisions: _Revisions) -> Element:
    inserted = revisions.element("ins")
    run = etree.SubElement(inserted, w("r"))
    if look is not None:
        own = deepcopy(look)
        for tracked in own.findall(w("rPrChange")) + own.findall(w("ins")) + own.findall(w("del")):
            own.remove(tracked)
        run.append(own)
    shown = etree.SubElement(run, w("t"))
    shown.text = text
    shown.set(_SPACE, "preserve")
    return inserted


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


def _top(run: Element) -> Element:
    """The child of the paragraph that holds the run."""
    while (parent := run.getparent()) is not None and parent.tag != w("p"):
        run = parent
    return run


def _paragraph(element: Element) -> Element:
    return next(element.iterancestors(w("p")))


def _first_free_id(root: Element) -> int:
    """One more than any id of the tree."""
    ids = (number(element.get(w("id"))) for element in root.iter())
    return max((taken for taken in ids if taken is not None and taken < _LARGEST_ID), default=0) + 1
