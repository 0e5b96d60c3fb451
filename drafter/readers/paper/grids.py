"""Tables told by their drawn lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.readers.paper.values import Rule, Word

_MOST_RULES = 4000
"""More drawn lines on a page are a drawing, no table."""
_NEAR = 3.0
"""pt within which two lines are one, or one ends at the other."""
_THIN = 1.5
"""pt within which lines are drawn over each other."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table, or several that no line divides."""

    row: int
    column: int
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, word: Word) -> bool:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.left <= x < self.right and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its edges in points, and its cells row by row."""

    columns: tuple[float, ...]
    """x of its upright lines."""
    rows: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def top(self) -> float:
        return self.rows[0]

    def holds(self, word: Word) -> bool:
        return any(box.holds(word) for box in self.boxes)


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """The tables among drawn lines, from top to bottom: at least two cells each."""
    rules = list(rules)
    if len(rules) > _MOST_RULES:
        return []
    level = [rule for rule in rules if rule.right - rule.left > max(2 * _NEAR, rule.bottom - rule.top)]
    upright = [rule for rule in rules if rule.bottom - rule.top > max(2 * _NEAR, rule.right - rule.left)]
    groups: list[list[Rule]] = []
    for rule in (*_joined(level), *map(_turned, _joined(map(_turned, upright)))):
        touching = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([rule, *(one for group in touching for one in group)])
    found = [grid for group in groups if (grid := _grid(group))]
    return sorted(found, key=lambda grid: grid.top)


def _joined(level: Iterable[Rule]) -> list[Rule]:
    """Level lines that go on in each other as one."""
    found: list[Rule] = []
    for rule in sorted(level, key=lambda rule: (round(rule.top / _THIN), rule.left)):
        last = found[-1] if found else None
        if last and abs(last.top - rule.top) < _THIN and rule.left <= last.right + _NEAR:
            found[-1] = Rule(last.left, last.top, max(last.right, rule.right), max(last.bottom, rule.bottom))
        else:
            found.append(rule)
    return found


def _turned(rule: Rule) -> Rule:
    """What is level upright, and the other way round."""
    return Rule(rule.top, rule.left, rule.bottom, rule.right)


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left <= other.right + _NEAR
        and other.left <= one.right + _NEAR
        and one.top <= other.bottom + _NEAR
        and other.top <= one.bottom + _NEAR
    )


def _grid(group: Sequence[Rule]) -> Grid | None:
    upright = [rule for rule in group if rule.bottom - rule.top > rule.right - rule.left]
    level = [rule for rule in group if rule not in upright]
    columns = _places((rule.left + rule.right) / 2 for rule in upright)
    rows = _places((rule.top + rule.bottom) / 2 for rule in level)
    if len(columns) < 2 or len(rows) < 2:
        return None
    boxes = _boxes(columns, rows, upright, level)
    return Grid(columns, rows, boxes) if len(boxes) > 1 else None


def _places(values: Iterable[float]) -> tuple[float, ...]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return tuple(places)


def _boxes(
    columns: Sequence[float], rows: Sequence[float], upright: Sequence[Rule], level: Sequence[Rule]
) -> tuple[Box, ...]:
    """The cells; neighbours without a line between them are one, as far as they make a rectangle."""
    taken: set[tuple[int, int]] = set()
    boxes = []
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            right = column + 1
            while (
                right < len(columns) - 1
                and (row, right) not in taken
                and not _divides_upright(upright, columns[right], rows[row], rows[row + 1])
            ):
                right += 1
            bottom = row + 1
            while bottom < len(rows) - 1 and not _divides_level(level, rows[bottom], columns[column], columns[right]):
                bottom += 1
            taken |= {(y, x) for y in range(row, bottom) for x in range(column, right)}
            boxes.append(Box(row, column, columns[column], rows[row], columns[right], rows[bottom]))
    return tuple(boxes)


def _divides_upright(rules: Sequence[Rule], x: float, top: float, bottom: float) -> bool:
    spans = ((rule.top, rule.bottom) for rule in rules if abs((rule.left + rule.right) / 2 - x) <= _NEAR)
    return _covers(spans, top, bottom)


def _divides_level(rules: Sequence[Rule], y: float, left: float, right: float) -> bool:
    spans = ((rule.left, rule.right) for rule in rules if abs((rule.top + rule.bottom) / 2 - y) <= _NEAR)
    return _covers(spans, left, right)


def _covers(spans: Iterable[tuple[float, float]], start: float, end: float) -> bool:
    """Whether these stretches cover more than half of another."""
    covered, at = 0.0, start
    for one, other in sorted(spans):
        one, other = max(one, at), min(other, end)
        if other > one:
            covered, at = covered + other - one, other
    return covered > (end - start) / 2
