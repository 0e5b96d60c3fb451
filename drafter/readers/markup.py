"""What a reader of a web page sees, as paragraphs: read from its elements, without a style sheet and without scripts.

Known of the look: bold, slanted, underlined, struck, raised letters, capitals, the font, the alignment, where an
element or its own `style` says so. What a class of a style sheet hides or sets is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from drafter.document import Alignment, Cell, Format
from drafter.readers.flow import Flow, Label, Setting
from drafter.readers.listing import marker, numbers

_UNSEEN = frozenset({
    "applet", "area", "audio", "base", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "link",
    "map", "meta", "noscript", "object", "option", "progress", "script", "select", "style", "svg", "template",
    "textarea", "title", "video"
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp"
})  # fmt: skip
_LOOKS: dict[str, dict[str, Any]] = {
    **{name: {"bold": True} for name in ("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt")},
    **{name: {"italic": True} for name in ("i", "em", "cite", "var", "dfn", "address")},
    **{name: {"underline": True} for name in ("u", "ins")},
    **{name: {"strike": True} for name in ("s", "strike", "del")},
    "sup": {"raised": "superscript"},
    "sub": {"raised": "subscript"},
}
_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left", "start": "left", "center": "center", "-webkit-center": "center", "right": "right", "end": "right",
    "justify": "both",
}  # fmt: skip
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)\b")
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_DEEPEST = 16
"""Tables in tables, and lists in lists, of which each level is told apart."""
_LONGEST_ATTRIBUTE = 2_000
_MOST_COLUMNS = 100
"""What one cell may span."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What an element hands down to what is in it."""

    format: Format
    setting: Setting
    as_it_stands: bool = False
    depth: int = -1
    """Of the innermost list, from 0."""


def read_into(flow: Flow, root: Tag) -> None:
    """Writes what is seen below `root` into the flow, however deeply it is nested."""
    tables = _Tables()
    numbered: dict[int, int] = {}
    look = _Look(Format(), Setting())
    stack: list[tuple[Tag, Iterator[PageElement], _Look]] = [(root, iter(root.children), look)]
    while stack:
        element, children, look = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
            if element.name in _BLOCKS:
                flow.end(look.setting)
            if element.name == "li":
                flow.end_item(look.setting)
        elif type(node) is NavigableString:
            flow.write(str(node), look.format, look.as_it_stands)
        elif isinstance(node, Tag) and not is_hidden(node):
            if node.name == "br":
                flow.break_line(look.format)
                continue
            if node.name in _BLOCKS:
                flow.end(look.setting)
            inner = _look(node, look, tables)
            if node.name == "ol":
                numbered |= numbers(node)
            if node.name == "li":
                found = marker(node, numbered.get(id(node)))
                flow.begin_item(Label(found, max(inner.depth, 0)) if found else None)
            stack.append((node, iter(node.children), inner))


def is_hidden(element: Tag) -> bool:
    """Whether a browser shows nothing of it."""
    if element.name in _UNSEEN or element.has_attr("hidden"):
        return True
    if element.name == "dialog" and not element.has_attr("open"):
        return True
    return bool(_HIDING.search(attribute(element, "style").lower()))


def attribute(element: Tag, name: str) -> str:
    """The attribute's text as far as anybody writes one, "" where there is none."""
    value = element.get(name, "")
    return (value if isinstance(value, str) else " ".join(value or ()))[:_LONGEST_ATTRIBUTE]


def _look(element: Tag, outer: _Look, tables: _Tables) -> _Look:
    name = element.name
    format = replace(outer.format, **_LOOKS[name]) if name in _LOOKS else outer.format
    setting = outer.setting
    styles = {key: value.strip() for key, value in _DECLARATION.findall(attribute(element, "style").lower())}
    if styles or name == "font":
        format = _styled(format, styles, attribute(element, "face") if name == "font" else "", element)
    wish = styles.get("text-align") or attribute(element, "align").lower() or ("center" if name == "center" else "")
    if wish in _ALIGNMENTS and name != "table":
        setting = replace(setting, alignment=_ALIGNMENTS[wish])
    if name == "table":
        tables.enter(element, setting.cell)
    elif name in ("td", "th"):
        alignment = "center" if name == "th" and wish not in _ALIGNMENTS else setting.alignment
        setting = Setting(alignment, tables.cell(element, setting.cell))
    space = styles.get("white-space", "")
    as_it_stands = space.startswith(("pre", "break-spaces")) and space != "pre-line" if space else outer.as_it_stands
    in_list = name in ("ul", "ol", "menu", "dir")
    as_it_stands = as_it_stands or name in ("pre", "listing", "xmp")
    return _Look(format, setting, as_it_stands, min(outer.depth + in_list, _DEEPEST))


def _styled(format: Format, styles: dict[str, str], face: str, element: Tag) -> Format:
    """The format with what the element's own style says."""
    changes: dict[str, Any] = {}
    if weight := styles.get("font-weight"):
        changes["bold"] = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= 600)
    if slant := styles.get("font-style"):
        changes["italic"] = slant.startswith(("italic", "oblique"))
    decoration = styles.get("text-decoration", "") + styles.get("text-decoration-line", "")
    if "underline" in decoration:
        changes["underline"] = True
    if "line-through" in decoration:
        changes["strike"] = True
    if "text-transform" in styles:
        changes["caps"] = styles["text-transform"] == "uppercase"
    # The name of the font tells old encodings; its capitals are those of the page.
    families = re.search(r"font-family\s*:\s*([^;]+)", attribute(element, "style"), re.IGNORECASE)
    family = (families[1] if families else face).split(",")[0].strip().strip("\"'")
    if family:
        changes["font"] = family
    return replace(format, **changes)


class _Tables:
    """Numbers the tables of a page and finds where in them a cell stands."""

    def __init__(self) -> None:
        self._count = 0
        self._cells: dict[int, Cell] = {}

    def enter(self, table: Tag, outer: Cell | None) -> None:
        number, self._count = self._count, self._count + 1
        if _depth(outer) >= _DEEPEST:
            return
        taken: dict[int, int] = {}
        """The row that a cell from above reaches to, by column."""
        for at, row in enumerate(_rows(table)):
            column = 0
            for cell in row.find_all(("td", "th"), recursive=False):
                while taken.get(column, -1) >= at:
                    column += 1
                self._cells[id(cell)] = Cell(number, at, column, outer)
                last = at + _count(cell, "rowspan", 65_534) - 1
                for _ in range(_count(cell, "colspan", _MOST_COLUMNS)):
                    taken[column] = last
                    column += 1

    def cell(self, element: Tag, outer: Cell | None) -> Cell | None:
        """Where the cell stands; that of the outer table for a stray one."""
        return self._cells.get(id(element), outer)


def _rows(table: Tag) -> Iterator[Tag]:
    for child in table.find_all(("tr", "thead", "tbody", "tfoot"), recursive=False):
        if child.name == "tr":
            yield child
        else:
            yield from child.find_all("tr", recursive=False)


def _count(cell: Tag, name: str, most: int) -> int:
    value = attribute(cell, name).strip()
    return min(max(int(value), 1), most) if value.isdecimal() and len(value) < 9 else 1


def _depth(cell: Cell | None) -> int:
    depth = 0
    while cell is not None:
        depth, cell = depth + 1, cell.outer
    return depth
