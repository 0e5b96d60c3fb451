"""What one `w:rPr` or `w:pPr` says, as values that can be laid over one another. None: says nothing."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from drafter.readers.docx.ooxml import VAL, Element, child, elements, half_points, hex_color, number, on_off, twips, w
from drafter.readers.docx.theme import Theme

AUTOMATIC_GAP = 280.0
"""Twips of a paragraph gap left to the program (`beforeAutospacing`): Word takes 14 pt."""
_LINE = 240.0


class RunLook(NamedTuple):
    """Character formatting. "" means expressly automatic or none."""

    ascii: str | None = None
    wide: str | None = None
    """Font of letters beyond ASCII (hAnsi): ư, ộ, đ."""
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    strike: bool | None = None
    vanish: bool | None = None
    underline: bool | None = None
    double_strike: bool | None = None
    color: str | None = None
    highlight: str | None = None
    raised: str | None = None


TOGGLES = ("bold", "italic", "caps", "small_caps", "strike", "vanish")
"""Where styles disagree these are added modulo two (17.7.3)."""
_ON_OFF = {
    w("b"): "bold", w("i"): "italic", w("caps"): "caps", w("smallCaps"): "small_caps", w("strike"): "strike",
    w("vanish"): "vanish", w("dstrike"): "double_strike",
}  # fmt: skip


class Border(NamedTuple):
    """One side of a paragraph or cell."""

    kind: str
    """`w:val`: "single", "dashed" …; "" and "none" say expressly that there is none."""
    color: str | None = None
    """Six hexadecimal digits in capitals; None for automatic."""

    @property
    def drawn(self) -> bool:
        return self.kind not in ("", "none", "nil")


class ParagraphLook(NamedTuple):
    """Paragraph formatting, lengths in twips; `*_chars` are hundredths of a character, `*_lines` of a line."""

    alignment: str | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    left_chars: int | None = None
    right_chars: int | None = None
    first_chars: int | None = None
    before: float | None = None
    after: float | None = None
    before_auto: bool | None = None
    after_auto: bool | None = None
    line: float | None = None
    line_rule: str | None = None
    contextual: bool | None = None
    keep_next: bool | None = None
    page_break: bool | None = None
    border_above: Border | None = None
    border_below: Border | None = None


_Look = TypeVar("_Look", RunLook, ParagraphLook)
PLAIN_RUN = RunLook()
PLAIN_PARAGRAPH = ParagraphLook()


def over(top: _Look, base: _Look) -> _Look:
    """`top` where it says something, else `base`."""
    if all(given is None for given in top):
        return base
    return type(top)._make(below if above is None else above for above, below in zip(top, base, strict=True))


def run_look(properties: Element | None, theme: Theme) -> RunLook:
    """What a `w:rPr` says itself, theme names resolved."""
    if properties is None or not len(properties):
        return PLAIN_RUN
    said: dict[str, str | float | bool | None] = {}
    for element in elements(properties):
        tag = element.tag
        if tag in _ON_OFF:
            said[_ON_OFF[tag]] = on_off(element)
        elif tag == w("rFonts"):
            said["ascii"] = _font(element, "ascii", theme)
            said["wide"] = _font(element, "hAnsi", theme)
        elif tag == w("sz"):
            said["size"] = half_points(element.get(VAL))
        elif tag == w("u"):
            said["underline"] = element.get(VAL, "single") != "none"
        elif tag == w("color"):
            said["color"] = _color(element, theme)
        elif tag == w("highlight"):
            said["highlight"] = _named(element, "none")
        elif tag == w("vertAlign"):
            said["raised"] = _named(element, "baseline")
    return RunLook(**said)  # type: ignore[arg-type]


def _font(fonts: Element, slot: str, theme: Theme) -> str | None:
    themed = fonts.get(w(f"{slot}Theme"))
    return (theme.font(themed) if themed else None) or fonts.get(w(slot)) or None


def _color(element: Element, theme: Theme) -> str:
    given = element.get(VAL, "auto")
    plain = "" if given.lower() == "auto" else given.upper()
    name = element.get(w("themeColor"))
    if name is None or name == "none":
        return plain
    themed = theme.color(name)
    if element.get(w("themeTint")) or element.get(w("themeShade")):
        # Word writes beside it what the lighter or darker colour came to.
        return plain or themed or ""
    return themed or plain


def _named(element: Element, nothing: str) -> str:
    given = element.get(VAL, nothing)
    return "" if given == nothing else given


def paragraph_look(properties: Element | None) -> ParagraphLook:
    """What a `w:pPr` says itself."""
    if properties is None or not len(properties):
        return PLAIN_PARAGRAPH
    look = PLAIN_PARAGRAPH
    for element in elements(properties):
        tag = element.tag
        if tag == w("jc"):
            look = look._replace(alignment=element.get(VAL))
        elif tag == w("ind"):
            look = over(_indents(element), look)
        elif tag == w("spacing"):
            look = over(_spacing(element), look)
        elif tag == w("contextualSpacing"):
            look = look._replace(contextual=on_off(element))
        elif tag == w("keepNext"):
            look = look._replace(keep_next=on_off(element))
        elif tag == w("pageBreakBefore"):
            look = look._replace(page_break=on_off(element))
        elif tag == w("pBdr"):
            look = look._replace(border_above=border(element, "top"), border_below=border(element, "bottom"))
    return look


def border(borders: Element, side: str) -> Border | None:
    """One side of `w:pBdr` or `w:tcBorders`."""
    given = child(borders, side)
    return None if given is None else Border(given.get(VAL, ""), hex_color(given.get(w("color"))))


def _indents(element: Element) -> ParagraphLook:
    """Where an indent is given as a length and in characters, the length: it is what Word made of the characters."""
    left = _first_of(twips(element.get(w("start"))), twips(element.get(w("left"))))
    right = _first_of(twips(element.get(w("end"))), twips(element.get(w("right"))))
    hanging = twips(element.get(w("hanging")))
    first = twips(element.get(w("firstLine"))) if hanging is None else -hanging
    hanging_chars = number(element.get(w("hangingChars")))
    first_chars = number(element.get(w("firstLineChars"))) if hanging_chars is None else -hanging_chars
    return ParagraphLook(
        left=left,
        right=right,
        first=first,
        left_chars=_chars(left, element.get(w("startChars")) or element.get(w("leftChars"))),
        right_chars=_chars(right, element.get(w("endChars")) or element.get(w("rightChars"))),
        first_chars=0 if first is not None else first_chars,
    )


def _chars(length: float | None, given: str | None) -> int | None:
    return 0 if length is not None else number(given)


def _first_of(one: float | None, other: float | None) -> float | None:
    return other if one is None else one


def _spacing(element: Element) -> ParagraphLook:
    return ParagraphLook(
        before=_gap(element, "before"),
        after=_gap(element, "after"),
        before_auto=_said(element.get(w("beforeAutospacing"))),
        after_auto=_said(element.get(w("afterAutospacing"))),
        line=twips(element.get(w("line"))),
        line_rule=element.get(w("lineRule")),
    )


def _gap(element: Element, side: str) -> float | None:
    given = twips(element.get(w(side)))
    lines = number(element.get(w(f"{side}Lines")))
    return given if given is not None or lines is None else lines / 100 * _LINE


def _said(text: str | None) -> bool | None:
    return None if text is None else text.lower() not in ("0", "false", "off")
