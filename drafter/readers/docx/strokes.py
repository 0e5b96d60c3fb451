"""Drawn horizontal lines: the borders of paragraphs and cells, and shapes that are lines or as flat as one."""

from __future__ import annotations

from typing import Literal

from drafter.document import Stroke
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.drawings import strokes_of_drawing
from drafter.readers.docx.looks import Border, ParagraphLook, border
from drafter.readers.docx.ooxml import Element, child, w
from drafter.readers.docx.story import Story
from drafter.readers.docx.vml import strokes_of_picture


def strokes_of(story: Story, cascade: Cascade) -> tuple[Stroke, ...]:
    """The strokes in order; of one paragraph first the border above it, then its shapes, then the border below.

    A border that a cell has of its own is its first paragraph's above, its last one's below.
    """
    strokes: list[Stroke] = []
    looks = [cascade.paragraph(line.block) for line in story.lines]
    for at, (line, look) in enumerate(zip(story.lines, looks, strict=True)):
        above, below = look.border_above, look.border_below
        over, under = _of_cell(line.block.paragraph)
        strokes += _as_stroke(over, at, "border_above")
        if above and above.drawn and not _share_a_frame(story, looks, at - 1):
            strokes.append(Stroke(at, "border_above", None, solid=_is_solid(above), color=above.color))
        for drawing in line.block.drawings:
            strokes += _of_shapes(drawing, at)
        if below and below.drawn and not _share_a_frame(story, looks, at):
            strokes.append(Stroke(at, "border_below", None, solid=_is_solid(below), color=below.color))
        strokes += _as_stroke(under, at, "border_below")
    return tuple(strokes)


def _of_cell(paragraph: Element) -> tuple[Border | None, Border | None]:
    """The borders of a cell above its first and below its last paragraph."""
    cell = paragraph.getparent()
    borders = child(cell, "tcPr", "tcBorders") if cell is not None and cell.tag == w("tc") else None
    if cell is None or borders is None:
        return None, None
    own = list(cell.iterchildren(w("p")))
    over = border(borders, "top") if own[0] is paragraph else None
    return over, border(borders, "bottom") if own[-1] is paragraph else None


def _as_stroke(found: Border | None, at: int, kind: Literal["border_above", "border_below"]) -> list[Stroke]:
    drawn = found is not None and found.drawn
    return [Stroke(at, kind, None, solid=_is_solid(found), color=found.color)] if found and drawn else []


def _of_shapes(drawing: Element, at: int) -> list[Stroke]:
    return list((strokes_of_picture if drawing.tag == w("pict") else strokes_of_drawing)(drawing, at))


def _share_a_frame(story: Story, looks: list[ParagraphLook], at: int) -> bool:
    """Whether the paragraph and the next one have one frame, as neighbours bordered alike have (17.3.1.24)."""
    if not 0 <= at < len(looks) - 1 or _frame(looks[at]) != _frame(looks[at + 1]):
        return False
    one, other = story.lines[at].block.paragraph, story.lines[at + 1].block.paragraph
    return one.getparent() is other.getparent()


def _frame(look: ParagraphLook) -> tuple[object, ...]:
    return (look.border_above, look.border_below, look.left, look.right, look.first)


def _is_solid(border: Border) -> bool:
    return not border.kind.startswith(("dash", "dot"))
