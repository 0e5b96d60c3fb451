"""A chart as a value, and as SVG: bars side by side, lines over them; in greys, so that it prints and copies well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Literal

from drafter.nlp.written import figure

Look = Literal["dark", "light", "line"]
FILLS: dict[Look, str] = {"dark": "404040", "light": "BFBFBF"}
"""Of bars, as hexadecimal colours."""
_HEIGHT, _TOP, _BOTTOM = 320, 66, 46
"""Pixels: of the whole, above and below the bars."""
_LEFT = 11
"""Percent left of the bars, where the figures of the grid stand."""
_ABOVE = 4
"""Pixels between a line of the grid and its figure."""
_DASHED = 'stroke="#000" stroke-width="1.5" stroke-dasharray="5 3"'
_STEPS = (1, 2, 5)
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Series:
    """A row of figures, None for those that are not known."""

    name: str
    values: tuple[int | None, ...]
    look: Look


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts by category."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    across: str
    """What the categories are."""
    up: str
    """What is counted."""

    @property
    def largest(self) -> int:
        return max((value for one in self.series for value in one.values if value is not None), default=0)

    @property
    def words(self) -> str:
        """What the chart shows, for who cannot see it: every figure of each series."""
        rows = (f"{one.name}: {', '.join(self._told(one)) or 'không rõ'}" for one in self.series)
        return f"{self.title}. {'; '.join(rows)}."

    def _told(self, series: Series) -> Iterator[str]:
        for category, value in zip(self.categories, series.values, strict=True):
            if value is not None:
                yield f"{self.across.lower()} {category} {figure(value)}"


def svg(chart: Chart, id: str = "chart") -> str:
    """The chart as an SVG element for a web page; `id` unique in it. A screen reader reads `Chart.words`.

    It is as wide as its place and `_HEIGHT` pixels high: what lies across is in percent, so that letters are as large
    on a telephone as on a desk.
    """
    step = _step(chart.largest)
    top = max(step, -(-chart.largest // step) * step)
    parts = [*_grid(top, step), *_bars(chart, top), *_lines(chart, top), *_labels(chart), *_legend(chart)]
    return drawing(id, _HEIGHT, chart.title, chart.words, parts)


def drawing(id: str, height: int, title: str, words: str, parts: Iterable[str]) -> str:
    """An SVG element as wide as its place, so many pixels high, with its title and what a screen reader says of it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{height}" role="img" '
        f'aria-labelledby="{escape(id)}-title {escape(id)}-words" font-family="sans-serif" font-size="13">'
        f'<title id="{escape(id)}-title">{escape(title)}</title>'
        f'<desc id="{escape(id)}-words">{escape(words)}</desc>{"".join(parts)}</svg>'
    )


def _step(largest: int) -> int:
    """The least of 1, 2, 5, 10, 20 … by which few lines reach the largest figure."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power * _MOST_LINES >= largest:
                return step * power
        power *= 10


def _grid(top: int, step: int) -> Iterator[str]:
    for value in range(0, top + 1, step):
        y = _height(value, top)
        yield f'<line x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}" stroke="#D0D0D0"/>'
        yield f'<text x="0" y="{y - _ABOVE:.1f}">{figure(value)}</text>'


def _bars(chart: Chart, top: int) -> Iterator[str]:
    bars = [one for one in chart.series if one.look != "line"]
    room = _room(chart)
    wide = room * 0.76 / max(len(bars), 1)
    for at, one in enumerate(bars):
        for place, value in enumerate(one.values):
            if value:
                x, y = _LEFT + room * place + room * 0.12 + wide * at, _height(value, top)
                yield (
                    f'<rect x="{x:.2f}%" y="{y:.1f}" width="{wide:.2f}%" height="{_height(0, top) - y:.1f}" '
                    f'fill="#{FILLS[one.look]}" stroke="#404040" stroke-width="0.5">'
                    f"<title>{escape(one.name)}, {escape(chart.across.lower())} {escape(chart.categories[place])}: "
                    f"{figure(value)}</title></rect>"
                )


def _lines(chart: Chart, top: int) -> Iterator[str]:
    room = _room(chart)
    for one in (one for one in chart.series if one.look == "line"):
        points = [
            (_LEFT + room * (place + 0.5), _height(value, top))
            for place, value in enumerate(one.values)
            if value is not None
        ]
        for (x, y), (to_x, to_y) in pairwise(points):
            yield f'<line x1="{x:.2f}%" y1="{y:.1f}" x2="{to_x:.2f}%" y2="{to_y:.1f}" {_DASHED}/>'
        yield from (f'<circle cx="{x:.2f}%" cy="{y:.1f}" r="3"/>' for x, y in points)


def _labels(chart: Chart) -> Iterator[str]:
    room = _room(chart)
    for place, words in enumerate(chart.categories):
        x = _LEFT + room * (place + 0.5)
        yield f'<text x="{x:.2f}%" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="middle">{escape(words)}</text>'
    yield f'<text x="50%" y="{_HEIGHT - 6}" text-anchor="middle">{escape(chart.across)}</text>'
    yield f'<text x="0" y="{_TOP - 26}">{escape(chart.up)}</text>'


def _legend(chart: Chart) -> Iterator[str]:
    """The series in a row, each with room by the length of its name."""
    shares = [len(one.name) + 4 for one in chart.series]
    for nth, one in enumerate(chart.series):
        sample = (
            f'<line x1="0" x2="18" y1="10" y2="10" {_DASHED}/><circle cx="9" cy="10" r="3"/>'
            if one.look == "line"
            else f'<rect x="1" y="4" width="14" height="12" fill="#{FILLS[one.look]}" stroke="#404040"/>'
        )
        x = 100 * sum(shares[:nth]) / sum(shares)
        yield f'<svg x="{x:.2f}%">{sample}<text x="22" y="15">{escape(one.name)}</text></svg>'


def _height(value: int, top: int) -> float:
    return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - value / top)


def _room(chart: Chart) -> float:
    """Of a category, in percent."""
    return (100 - _LEFT) / max(len(chart.categories), 1)


def rows(chart: Chart) -> Sequence[tuple[str | int | None, ...]]:
    """The chart as a table: headings, then a row for each category."""
    values = zip(chart.categories, *(one.values for one in chart.series), strict=True)
    return [(chart.across, *(one.name for one in chart.series)), *values]
