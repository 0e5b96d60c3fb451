"""What shapes of DrawingML and of VML have in common: a place, a size, a pen. All lengths are mm, angles degrees."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from drafter.document import Stroke
from drafter.readers.docx.ooxml import Element, elements, w

FLAT = 1.0
"""A shape lower than this is a line if it is longer than `_SHORTEST`."""
_SHORTEST = 3.0
_SLOPE = 10.0
"""How many times longer than high a line must be that is not flat."""
_LONGEST = 558.8
"""Word's widest paper: 22 inches."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a shape lies before it is turned; None where the file does not say."""

    width: float | None = None
    height: float | None = None
    left: float | None = None
    top: float | None = None
    turned: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The coordinates that shapes are placed in: where they begin, and how long one of their units is."""

    left: float | None
    top: float | None
    across: float
    down: float
    turned: float = 0.0


@dataclass(frozen=True, slots=True)
class Pen:
    """How a shape is drawn."""

    solid: bool = True
    color: str | None = None
    arrow: bool = False


def stroke(at: int, box: Box, pen: Pen, *, is_line: bool) -> Stroke | None:
    """The shape as a stroke; None where it is upright, slanted, tall, or of no sensible size."""
    if box.width is None or box.height is None:
        return None
    along, aslant = abs(cos(radians(box.turned))), abs(sin(radians(box.turned)))
    width = abs(box.width) * along + abs(box.height) * aslant
    height = abs(box.width) * aslant + abs(box.height) * along
    is_flat = height < FLAT and width > _SHORTEST
    is_level = is_line and width > 0 and width >= _SLOPE * height
    if not (is_flat or is_level) or width > _LONGEST:
        return None
    # A turned shape keeps the corner it had before: where the line itself begins is another place.
    left, top = (None, None) if box.turned else (_sensible(box.left), _sensible(box.top))
    return Stroke(at, "shape", round(width, 3), left, top, pen.solid, pen.color, pen.arrow)


def _sensible(offset: float | None) -> float | None:
    return None if offset is None or not abs(offset) <= _LONGEST else round(offset, 3)


def plus(start: float | None, length: float | None) -> float | None:
    """The sum, None where one of the two is unknown."""
    return None if start is None or length is None else start + length


def unit(length: float | None, units: float | None, otherwise: float) -> float:
    """How long one of the `units` is that make up `length`."""
    return length / units if length and units else otherwise


def below(element: Element | None, *tags: str) -> Element | None:
    """The first child found by going down `tags`, which are full names."""
    for tag in tags:
        if element is None:
            return None
        element = next((one for one in elements(element) if one.tag == tag), None)
    return element


def has_text(shape: Element) -> bool:
    """Whether somebody wrote in the shape: a text box grows with its text, whatever height the file gives."""
    return any(text.text for text in shape.iter(w("t")))
