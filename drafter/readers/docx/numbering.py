"""Automatic numbers: what "%1.%2" and its kin come to, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from drafter.readers.docx.numerals import numeral
from drafter.readers.docx.ooxml import Element, child, elements, is_on, number, value, w
from drafter.readers.docx.symbols import BULLET, bullet

LEVELS = 9
_Given = TypeVar("_Given")
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One `w:lvl`."""

    start: int
    format: str
    custom: str
    """The list's own writing of numbers, such as "01, 02, 03, ..."."""
    text: str
    suffix: str
    restart: int | None
    """The level, counted from 1, whose number starts this one anew; 0 for never."""
    legal: bool
    """Whether all numbers in the label are written 1, 2, 3."""
    bullet: str
    style: str | None
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A `w:num` with the levels that it takes from its abstract list or gives itself."""

    id: str
    counter: str
    """Lists of the same abstract list count on together."""
    levels: tuple[Level | None, ...]
    starts: tuple[int | None, ...]
    """Where the list starts a level anew when it is first used."""

    def level(self, at: int) -> Level | None:
        return self.levels[at] if 0 <= at < LEVELS else None

    def start(self, at: int) -> int:
        """The first number at that level."""
        own, level = self.starts[at], self.levels[at]
        return own if own is not None else level.start if level else 0

    def level_of_style(self, style: str) -> int | None:
        """The level that is linked to a paragraph style."""
        return next((at for at, level in enumerate(self.levels) if level and level.style == style), None)


@dataclass(frozen=True, slots=True)
class Label:
    """An automatic number as shown."""

    text: str
    """As it stands in the document's text, with the space behind it."""
    level: int
    run: Element | None
    """The formatting of its own that the level gives."""

    @property
    def shown(self) -> str:
        return self.text.strip()


class Numbering:
    """The lists of a file by the id that paragraphs and styles use."""

    def __init__(self, root: Element | None, list_of_style: Callable[[str], str | None]) -> None:
        self._list_of_style = list_of_style
        parts = [] if root is None else list(elements(root))
        self._nums = {part.get(w("numId"), ""): part for part in parts if part.tag == w("num")}
        self._abstracts = {part.get(w("abstractNumId"), ""): part for part in parts if part.tag == w("abstractNum")}
        self._lists: dict[str, NumberedList | None] = {}

    def get(self, num: str) -> NumberedList | None:
        """The list of that id; None for "0", which takes a number away, and for an unknown one."""
        if num not in self._lists:
            self._lists[num] = self._read(num)
        return self._lists[num]

    def _read(self, num: str) -> NumberedList | None:
        element = self._nums.get(num)
        abstract = self._abstract(num)
        if element is None or abstract is None or num == "0":
            return None
        levels: list[Level | None] = [None] * LEVELS
        starts: list[int | None] = [None] * LEVELS
        for given in abstract.iterchildren(w("lvl")):
            _put(levels, given.get(w("ilvl")), _level(given))
        for override in element.iterchildren(w("lvlOverride")):
            _put(starts, override.get(w("ilvl")), number(value(override, "startOverride")))
            own = child(override, "lvl")
            if own is not None:
                _put(levels, override.get(w("ilvl")), _level(own))
        return NumberedList(num, abstract.get(w("abstractNumId"), ""), tuple(levels), tuple(starts))

    def _abstract(self, num: str) -> Element | None:
        """The abstract list, by way of a list style (`w:numStyleLink`) where it only names one."""
        seen: set[str] = set()
        while num not in seen:
            seen.add(num)
            abstract = self._abstracts.get(value(self._nums.get(num), "abstractNumId") or "")
            link = value(abstract, "numStyleLink")
            if link is None:
                return abstract
            num = self._list_of_style(link) or ""
        return None


class Counters:
    """The numbers given so far in one story."""

    def __init__(self) -> None:
        self._numbers: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, used: NumberedList, at: int) -> Label | None:
        """The label of the next paragraph of the list at that level; None where it shows nothing."""
        level = used.level(at)
        if level is None:
            return None
        numbers = self._numbers.setdefault(used.counter, [None] * LEVELS)
        before = numbers[at]
        starts_over = used.starts[at] is not None and (used.id, at) not in self._started
        numbers[at] = used.start(at) if before is None or starts_over else before + 1
        self._started.add((used.id, at))
        for deeper in range(at + 1, LEVELS):
            if _restarts(used.levels[deeper], deeper, at):
                numbers[deeper] = None
        return _label(used, at, level, numbers)


def _restarts(level: Level | None, index: int, used: int) -> bool:
    """Whether a number at level `used` makes the deeper level `index` start anew."""
    if level is None or level.restart is None or level.restart > index:
        return True
    return used < level.restart


def _label(used: NumberedList, at: int, level: Level, numbers: list[int | None]) -> Label | None:
    def part(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        shown = used.levels[index]
        if shown is None or index > at:
            return ""
        count = numbers[index]
        plain = level.legal and shown.format not in ("none", "bullet")
        return numeral(
            used.start(index) if count is None else count, "decimal" if plain else shown.format, shown.custom
        )

    text = level.bullet if level.format == "bullet" else _PLACEHOLDER.sub(part, level.text)
    if not text.strip():
        return None
    return Label(text if level.suffix == "nothing" else f"{text.strip()} ", at, level.run)


def _level(element: Element) -> Level:
    shown = [part for part in elements(element) if part.tag == w("numFmt")]
    text = child(element, "lvlText")
    fonts = child(element, "rPr", "rFonts")
    font = None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi"))
    is_picture = child(element, "lvlPicBulletId") is not None
    said = "" if text is None else text.get(w("val"), "")
    return Level(
        start=number(value(element, "start")) or 0,
        format=shown[0].get(w("val"), "decimal") if shown else "decimal",
        custom=shown[0].get(w("format"), "") if shown else "",
        text=said,
        suffix=value(element, "suff") or "tab",
        restart=number(value(element, "lvlRestart")),
        legal=is_on(element, "isLgl"),
        bullet=BULLET if is_picture else bullet(said, font),
        style=value(element, "pStyle"),
        paragraph=child(element, "pPr"),
        run=child(element, "rPr"),
    )


def _put(into: list[_Given | None], at: str | None, given: _Given | None) -> None:
    index = number(at)
    if index is not None and 0 <= index < LEVELS and given is not None:
        into[index] = given
