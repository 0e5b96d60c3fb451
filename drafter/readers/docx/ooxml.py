"""Names and measures of WordprocessingML. Section numbers are those of ISO/IEC 29500-1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

Element = etree._Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_MM_OF_TWIP = 25.4 / 1440
_TWIPS_OF = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_MEASURE = re.compile(r"\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))(mm|cm|in|pt|pc|pi)?\s*")
_COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")
_OFF = frozenset({"0", "false", "off", "none"})


@cache
def w(name: str) -> str:
    """The name in the main namespace, as lxml writes it."""
    return f"{{{WORD}}}{name}"


VAL = w("val")
DELETED = frozenset(map(w, ("del", "moveFrom")))
"""What is tracked as taken away, around text or as the mark of a paragraph."""


def child(element: Element | None, *names: str) -> Element | None:
    """The first child found by going down `names`."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(w(name)), None)
    return element


def value(element: Element | None, *names: str) -> str | None:
    """`w:val` of the child found by going down `names`."""
    found = child(element, *names)
    return None if found is None else found.get(VAL)


def on_off(element: Element) -> bool:
    """What a property such as `<w:b/>` or `<w:b w:val="0"/>` says."""
    return element.get(VAL, "1").lower() not in _OFF


def is_on(parent: Element | None, name: str) -> bool:
    """Whether the property is a child of `parent` and says yes."""
    found = child(parent, name)
    return found is not None and on_off(found)


def number(text: str | None) -> int | None:
    """The whole number, None where there is none."""
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None


def twips(text: str | None) -> float | None:
    """A measure in twentieths of a point; strict files also write "12.5pt" or "2cm"."""
    match = _MEASURE.fullmatch(text or "")
    if match is None:
        return None
    return float(match[1]) * _TWIPS_OF.get(match[2] or "", 1.0)


def half_points(text: str | None) -> float | None:
    """A type size in points out of `w:sz`, which counts half points (or says "12pt")."""
    match = _MEASURE.fullmatch(text or "")
    if match is None:
        return None
    return float(match[1]) * _TWIPS_OF[match[2]] / 20 if match[2] else float(match[1]) / 2


def hex_color(text: str | None) -> str | None:
    """Six hexadecimal digits in capitals; None for "auto" and what is no colour."""
    match = _COLOR.fullmatch(text or "")
    return match[1].upper() if match else None


def mm(length: float) -> float:
    """Twips as millimetres, rounded to a thousandth."""
    return round(length * _MM_OF_TWIP, 3)


def elements(parent: Element) -> Iterator[Element]:
    """The children without comments and processing instructions; of `mc:AlternateContent` those of its first choice."""
    for element in parent:
        if not isinstance(element.tag, str):
            continue
        if element.tag == f"{{{COMPATIBILITY}}}AlternateContent":
            branch = next((branch for branch in element if isinstance(branch.tag, str)), None)
            if branch is not None:
                yield from elements(branch)
        else:
            yield element
