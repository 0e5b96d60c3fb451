"""Horizontal lines among the shapes of DrawingML: `wps:wsp`, alone, in groups, on a canvas. Pictures are none."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.document import Stroke
from drafter.readers.docx.ooxml import DRAWING, Element, elements, hex_color, number
from drafter.readers.docx.shapes import Box, Frame, Pen, below, has_text, plus, stroke, unit

_EMU = 1 / 36_000
"""mm."""
_A = f"{{{DRAWING}}}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
_GROUPS = frozenset((f"{_WPG}wgp", f"{_WPG}grpSp", f"{_WPC}wpc"))
_LINES = frozenset(("line", "straightConnector1"))
# What an offset may count from without the page being known.
_ACROSS = frozenset(("column", "character", "margin"))
_DOWN = frozenset(("paragraph", "line"))


def strokes_of_drawing(drawing: Element, at: int) -> Iterator[Stroke]:
    """The strokes of a `w:drawing` anchored in paragraph `at`."""
    for holder in elements(drawing):
        if holder.tag not in (f"{_WP}anchor", f"{_WP}inline") or _is_hidden(holder):
            continue
        extent = below(holder, f"{_WP}extent")
        anchored = Box(
            width=_length(extent, "cx"),
            height=_length(extent, "cy"),
            left=_offset(below(holder, f"{_WP}positionH"), _ACROSS),
            top=_offset(below(holder, f"{_WP}positionV"), _DOWN),
        )
        data = below(holder, f"{_A}graphic", f"{_A}graphicData")
        for shape in () if data is None else elements(data):
            yield from _strokes(shape, _outermost(shape, anchored), at)


def _is_hidden(holder: Element) -> bool:
    properties = below(holder, f"{_WP}docPr")
    return properties is not None and properties.get("hidden", "0") in ("1", "true")


def _offset(position: Element | None, known: frozenset[str]) -> float | None:
    """mm of a `wp:positionH` or `wp:positionV`; None where it is aligned, or counts from the page."""
    offset = below(position, f"{_WP}posOffset")
    if position is None or offset is None or position.get("relativeFrom") not in known:
        return None
    emu = number(offset.text)
    return None if emu is None else emu * _EMU


def _outermost(shape: Element, anchored: Box) -> Box:
    """The box of a shape in no group: placed and sized by its anchor, turned by itself."""
    own = _box(shape, Frame(None, None, _EMU, _EMU))
    width = own.width if anchored.width is None else anchored.width
    height = own.height if anchored.height is None else anchored.height
    return Box(width, height, anchored.left, anchored.top, own.turned)


def _strokes(shape: Element, box: Box, at: int) -> Iterator[Stroke]:
    """The stroke that the shape is, or those in the group."""
    if shape.tag in _GROUPS:
        inside = _inside(shape, box)
        for member in elements(shape):
            yield from _strokes(member, _box(member, inside), at)
    elif shape.tag == f"{_WPS}wsp" and not has_text(shape):
        properties = below(shape, f"{_WPS}spPr")
        geometry = below(properties, f"{_A}prstGeom")
        is_line = geometry is not None and geometry.get("prst") in _LINES
        pen = _pen(properties, is_line=is_line)
        drawn = stroke(at, box, pen, is_line=is_line) if pen else None
        if drawn:
            yield drawn


def _box(shape: Element, frame: Frame) -> Box:
    """Where the shape's own `a:xfrm` puts it."""
    transform = _transform(shape)
    size, start = below(transform, f"{_A}ext"), below(transform, f"{_A}off")
    turned = number(None if transform is None else transform.get("rot")) or 0
    return Box(
        width=_length(size, "cx", frame.across),
        height=_length(size, "cy", frame.down),
        left=plus(frame.left, _length(start, "x", frame.across)),
        top=plus(frame.top, _length(start, "y", frame.down)),
        turned=frame.turned + turned % 21_600_000 / 60_000,
    )


def _inside(group: Element, box: Box) -> Frame:
    """The coordinates of the group's members; on a canvas, which says nothing of them, they are EMU."""
    transform = _transform(group)
    size, start = below(transform, f"{_A}chExt"), below(transform, f"{_A}chOff")
    across = unit(box.width, _length(size, "cx", 1.0), _EMU)
    down = unit(box.height, _length(size, "cy", 1.0), _EMU)
    left, top = _length(start, "x", across) or 0.0, _length(start, "y", down) or 0.0
    return Frame(plus(box.left, -left), plus(box.top, -top), across, down, box.turned)


def _transform(shape: Element) -> Element | None:
    properties = f"{_WPG}grpSpPr" if shape.tag in _GROUPS else f"{_WPS}spPr"
    return below(shape, properties, f"{_A}xfrm")


def _pen(properties: Element | None, *, is_line: bool) -> Pen | None:
    """How a `wps:spPr` draws; None where it draws nothing. A flat shape without a contour shows by its filling."""
    line = below(properties, f"{_A}ln")
    if below(line, f"{_A}noFill") is not None or (line is None and not is_line):
        nothing = is_line or (line is not None and below(properties, f"{_A}noFill") is not None)
        return None if nothing else Pen(color=_color(properties))
    dash, own_dash = below(line, f"{_A}prstDash"), below(line, f"{_A}custDash")
    ends = (below(line, f"{_A}{end}") for end in ("headEnd", "tailEnd"))
    return Pen(
        solid=own_dash is None and (dash is None or dash.get("val", "solid") == "solid"),
        color=_color(line),
        arrow=any(end is not None and end.get("type", "none") != "none" for end in ends),
    )


def _color(painted: Element | None) -> str | None:
    color = below(painted, f"{_A}solidFill", f"{_A}srgbClr")
    return None if color is None else hex_color(color.get("val"))


def _length(element: Element | None, name: str, unit: float = _EMU) -> float | None:
    """mm of an attribute that counts units of `unit` mm."""
    given = number(None if element is None else element.get(name))
    return None if given is None else given * unit
