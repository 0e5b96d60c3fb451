"""The markers of list items of a web page, as offices write them: "-", "1.", "a)"."""

from __future__ import annotations

import re

from bs4 import Tag

_ORDERED = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLES = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b"
    r"(none|disc|circle|square|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b",
    re.IGNORECASE,
)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 9_999
_LONGEST_STYLE = 2_000


def numbers(items: Tag) -> dict[int, int]:
    """The numbers of a list's items by the `id` of each: those that they say themselves, else counted on."""
    children = items.find_all("li", recursive=False)
    step = -1 if items.has_attr("reversed") else 1
    start = _integer(items.get("start"))
    next_one = start if start is not None else len(children) if step < 0 else 1
    found = {}
    for child in children:
        own = _integer(child.get("value"))
        found[id(child)] = next_one if own is None else own
        next_one = found[id(child)] + step
    return found


def marker(item: Tag, number: int | None) -> str:
    """What stands before the item, which has that number in an ordered list; "" where nothing does."""
    parent = item.parent
    style = _style(item) or (_style(parent) if parent is not None else "")
    if not style and number is not None and parent is not None:
        style = _ORDERED.get(str(item.get("type") or parent.get("type") or "1"), "decimal")
    if style == "none":
        return ""
    if number is None or style in ("", "disc", "circle", "square"):
        return "-"
    return numeral(number, style)


def numeral(number: int, style: str) -> str:
    """The number in the style of CSS: "3." decimal, "c)" lower-alpha, "iii." lower-roman."""
    if style.endswith("roman") and 0 < number <= _MOST:
        text, end = _roman(number), "."
    elif style.endswith(("alpha", "latin")) and number > 0:
        text, end = _letters(number), ")"
    else:
        text, end = str(number), "."
    return (text.upper() if style.startswith("upper") else text) + end


def _style(element: Tag) -> str:
    found = _STYLES.search(str(element.get("style") or "")[:_LONGEST_STYLE])
    return found[1].lower() if found else ""


def _integer(value: object) -> int | None:
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d{1,8}", value.strip()) else None


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
