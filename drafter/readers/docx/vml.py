"""Horizontal lines among the shapes of VML, the drawings of Word up to 2007. Freehand lines (`v:polyline`) are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.document import Stroke
from drafter.readers.docx.ooxml import Element, elements, hex_color, number
from drafter.readers.docx.shapes import FLAT, Box, Frame, Pen, below, has_text, plus, stroke, unit

_PIXEL = 25.4 / 96
_MM_OF = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6, "px": _PIXEL}
_MEASURE = re.compile(r"\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(mm|cm|in|pt|pc|pi|px)?\s*")
_COMMA = re.compile(r"\s*[,\s]\s*")
_V = "{urn:schemas-microsoft-com:vml}"
_LINE, _GROUP = f"{_V}line", f"{_V}group"
_SHAPES = frozenset(f"{_V}{name}" for name in ("line", "shape", "rect", "roundrect"))
_LINE_TYPES = frozenset(("_x0000_t20", "_x0000_t32"))
"""Word's numbers of a line and of a straight connector."""
_RULE = "{urn:schemas-microsoft-com:office:office}hr"
_COLORS = {
    "black": "000000", "silver": "C0C0C0", "gray": "808080", "white": "FFFFFF", "maroon": "800000", "red": "FF0000",
    "purple": "800080", "fuchsia": "FF00FF", "green": "008000", "lime": "00FF00", "olive": "808000", "yellow": "FFFF00",
    "navy": "000080", "blue": "0000FF", "teal": "008080", "aqua": "00FFFF",
}  # fmt: skip
_NO = frozenset(("f", "false", "0"))
# What an offset may count from without the page being known.
_KNOWN = {"horizontal": ("text", "char", "margin"), "vertical": ("text", "line")}


def strokes_of_picture(picture: Element, at: int) -> Iterator[Stroke]:
    """The strokes of a `w:pict` anchored in paragraph `at`."""
    outside = Frame(0.0, 0.0, _PIXEL, _PIXEL)
    for shape in elements(picture):
        yield from _strokes(shape, outside, at)


def _strokes(shape: Element, frame: Frame, at: int) -> Iterator[Stroke]:
    """The stroke that the shape is, or those in the group."""
    style = _style(shape)
    if style.get("visibility") == "hidden":
        return
    if shape.tag == _GROUP:
        inside = _inside(shape, _box(style, frame))
        for member in elements(shape):
            yield from _strokes(member, inside, at)
    elif shape.tag in _SHAPES and not has_text(shape):
        is_line = shape.tag == _LINE or shape.get("type", "").lstrip("#") in _LINE_TYPES
        box = _span(shape, style, frame) if shape.tag == _LINE else _box(style, frame)
        pen = _pen(shape, is_line=is_line)
        drawn = (_rule(shape, box, pen, at) or stroke(at, box, pen, is_line=is_line)) if pen else None
        if drawn:
            yield drawn


def _style(shape: Element) -> dict[str, str]:
    rules = (rule.partition(":") for rule in shape.get("style", "").split(";"))
    return {name.strip().lower(): said.strip() for name, _, said in rules}


def _box(style: dict[str, str], frame: Frame) -> Box:
    """Where the style puts a shape."""
    left = _length(style.get("margin-left") or style.get("left"), frame.across)
    top = _length(style.get("margin-top") or style.get("top"), frame.down)
    return Box(
        width=_length(style.get("width"), frame.across),
        height=_length(style.get("height"), frame.down),
        left=plus(frame.left, left) if _is_placed(style, "horizontal") else None,
        top=plus(frame.top, top) if _is_placed(style, "vertical") else None,
        turned=frame.turned + _angle(style.get("rotation")),
    )


def _span(line: Element, style: dict[str, str], frame: Frame) -> Box:
    """Where a `v:line` lies, which goes from one point to another instead of having a size."""
    start, end = _point(line.get("from"), frame), _point(line.get("to"), frame)
    if start is None or end is None:
        return Box()
    return Box(
        width=abs(start[0] - end[0]),
        height=abs(start[1] - end[1]),
        left=plus(frame.left, min(start[0], end[0])) if _is_placed(style, "horizontal") else None,
        top=plus(frame.top, min(start[1], end[1])) if _is_placed(style, "vertical") else None,
        turned=frame.turned + _angle(style.get("rotation")),
    )


def _inside(group: Element, box: Box) -> Frame:
    """The coordinates of the group's members: a thousand each way where it does not say."""
    counted = Frame(None, None, 1.0, 1.0)
    size = _point(group.get("coordsize"), counted) or (1000.0, 1000.0)
    start = _point(group.get("coordorigin"), counted) or (0.0, 0.0)
    across, down = unit(box.width, size[0], _PIXEL), unit(box.height, size[1], _PIXEL)
    return Frame(plus(box.left, -start[0] * across), plus(box.top, -start[1] * down), across, down, box.turned)


def _is_placed(style: dict[str, str], way: str) -> bool:
    """Whether the offset holds (Word writes one beside "center" too), and does not count from the page."""
    aligned = style.get(f"mso-position-{way}", "absolute") != "absolute"
    return not aligned and style.get(f"mso-position-{way}-relative", "text") in _KNOWN[way]


def _rule(shape: Element, box: Box, pen: Pen, at: int) -> Stroke | None:
    """A horizontal rule as wide as its column, for which the file says 0."""
    if shape.get(_RULE, "f") in _NO or box.width or not (box.height or 0.0) < FLAT:
        return None
    return Stroke(at, "shape", None, solid=pen.solid, color=pen.color)


def _pen(shape: Element, *, is_line: bool) -> Pen | None:
    """How the shape is drawn; None where nothing of it is. `v:stroke` and `v:fill` go before the attributes."""
    line, fill = below(shape, f"{_V}stroke"), below(shape, f"{_V}fill")
    if (_said(line, "on") or shape.get("stroked")) in _NO:
        nothing = is_line or (_said(fill, "on") or shape.get("filled")) in _NO
        return None if nothing else Pen(color=_color(_said(fill, "color") or shape.get("fillcolor")))
    ends = (_said(line, "startarrow"), _said(line, "endarrow"))
    return Pen(
        solid=(_said(line, "dashstyle") or "solid").lower() == "solid",
        color=_color(_said(line, "color") or shape.get("strokecolor")),
        arrow=any(end not in (None, "none") for end in ends),
    )


def _said(element: Element | None, name: str) -> str | None:
    return None if element is None else element.get(name)


def _color(text: str | None) -> str | None:
    # Word puts the number in its palette behind: "black [3213]".
    name = (text or "").partition("[")[0].strip().lower()
    if len(name) == 4 and name.startswith("#"):
        name = "".join(digit * 2 for digit in name[1:])
    return _COLORS.get(name) or hex_color(name)


def _point(text: str | None, frame: Frame) -> tuple[float, float] | None:
    """mm across and down of "72pt,5cm"; a part left out is 0."""
    if text is None:
        return None
    across, _, down = _COMMA.sub(",", text.strip(), count=1).partition(",")
    x, y = _length(across or "0", frame.across), _length(down or "0", frame.down)
    return None if x is None or y is None else (x, y)


def _length(text: str | None, unit: float) -> float | None:
    """mm of a measure; a bare number counts units of `unit` mm, pixels outside groups."""
    match = _MEASURE.fullmatch(text or "")
    return float(match[1]) * _MM_OF.get(match[2] or "", unit) if match else None


def _angle(text: str | None) -> float:
    """Degrees; "fd" marks 65536th parts of one."""
    given = text or ""
    turned = number(given.removesuffix("fd")) or 0
    return turned / (65_536 if given.endswith("fd") else 1) % 360
