"""Remarks in the margin, each with the text that it is anchored on."""

from __future__ import annotations

from drafter.document import Comment, Span
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.ooxml import Element, w
from drafter.readers.docx.package import Package
from drafter.readers.docx.recoding import in_unicode
from drafter.readers.docx.story import Story
from drafter.readers.docx.walk import walk

_START, _END, _REFERENCE = (w(f"comment{part}") for part in ("RangeStart", "RangeEnd", "Reference"))


def comments_of(story: Story, package: Package, cascade: Cascade) -> tuple[Comment, ...]:
    """The comments in the order of their anchors; one without text under it has an empty span where it hangs."""
    root = package.related("comments")
    if root is None:
        return ()
    anchors = _anchors(story, package.main)
    found = []
    for comment in root.iterchildren(w("comment")):
        anchor = anchors.get(comment.get(w("id"), ""))
        if anchor is not None:
            text = "\n".join(block.text for block in in_unicode(walk(comment), cascade))
            found.append(Comment(anchor, comment.get(w("author"), ""), text))
    return tuple(sorted(found, key=lambda comment: comment.span))


def _anchors(story: Story, main: Element) -> dict[str, Span]:
    """What each comment covers: the pieces between its marks, which may stand anywhere between them."""
    places = {piece.leaf: Span(piece.start, piece.end) for piece in story.located()}
    anchors: dict[str, Span] = {}
    open_ones: dict[str, Span | None] = {}
    at = 0
    for element in main.iter():
        if element in places:
            here = places[element]
            at = here.end
            for key, span in open_ones.items():
                open_ones[key] = here if span is None else Span(min(span.start, here.start), max(span.end, here.end))
        elif element.tag == _START:
            open_ones[element.get(w("id"), "")] = None
        elif element.tag == _END:
            key = element.get(w("id"), "")
            anchors[key] = open_ones.pop(key, None) or Span(at, at)
        elif element.tag == _REFERENCE:
            anchors.setdefault(element.get(w("id"), ""), Span(at, at))
    return anchors
