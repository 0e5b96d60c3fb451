"""Drawn lines of a scan, such as the borders of tables: found, and taken away from what is recognised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from drafter.readers.paper.values import Rule

_DPI = 150
_DARK = 170
_LEVEL, _UPRIGHT = 60.0, 18.0
"""pt that a level and an upright line is long at least: longer than the feet of a word, higher than a letter."""
_WHOLE = 0.92
"""Share of the dots of a line that are dark."""
_THICK = 3.5
"""pt that it is thick at most, on the average."""
_CLIMB = 0.02
"""Dots up or down for each along a line."""
_DRIFT = 2
"""Dots by which neighbouring pieces of a line that lies a little askew may be apart."""

Mask = NDArray[np.bool_]


@dataclass(slots=True)
class _Stroke:
    """A level line being put together of the runs of its rows: row, first and last column of each."""

    runs: list[tuple[int, int, int]]
    left: int
    right: int

    @property
    def height(self) -> int:
        return self.runs[-1][0] - self.runs[0][0] + 1

    @property
    def is_line(self) -> bool:
        """Whether it is thin all along, and climbs no more than a page does that lies a little askew."""
        length = self.right - self.left + 1
        dots = sum(right - left + 1 for _, left, right in self.runs)
        thick = _THICK * _DPI / 72
        return dots < thick * length and self.height < thick + _CLIMB * length


def unruled(ink: Image.Image, dpi: float) -> tuple[Image.Image, tuple[Rule, ...]]:
    """A grey page of `dpi` with paper in place of its drawn lines, and the lines, level and upright ones."""
    dark = _small(ink, dpi)
    level, upright = list(_strokes(dark, _LEVEL)), list(_strokes(dark.T, _UPRIGHT))
    if not level and not upright:
        return ink, ()
    mask = np.zeros_like(dark)
    for view, strokes in ((mask, level), (mask.T, upright)):
        for row, left, right in (run for one in strokes for run in one.runs):
            view[max(0, row - 1) : row + 2, max(0, left - 1) : right + 2] = True
    clean = ink.copy()
    clean.paste(255, mask=Image.fromarray(mask).resize(ink.size, Image.Resampling.NEAREST))
    return clean, tuple([_rule(*_box(one)) for one in level] + [_rule(*_turned(_box(one))) for one in upright])


def _box(one: _Stroke) -> tuple[int, int, int, int]:
    return one.left, one.runs[0][0], one.right + 1, one.runs[-1][0] + 1


def _turned(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    return top, left, bottom, right


def _rule(left: int, top: int, right: int, bottom: int) -> Rule:
    point = 72 / _DPI
    return Rule(left * point, top * point, right * point, bottom * point)


def _small(ink: Image.Image, dpi: float) -> Mask:
    size = (max(1, round(ink.width * _DPI / dpi)), max(1, round(ink.height * _DPI / dpi)))
    return np.asarray(ink.resize(size, Image.Resampling.BOX)) < _DARK


def _strokes(dark: Mask, shortest: float) -> Iterator[_Stroke]:
    """The level lines of at least `shortest` pt."""
    found: list[_Stroke] = []
    growing: list[_Stroke] = []
    length = round(shortest * _DPI / 72)
    for row, left, right in _runs(_opened(dark, length)):
        growing = [one for one in growing if one.runs[-1][0] >= row - _DRIFT]
        for one in growing:
            if left <= one.right + _DRIFT and right >= one.left - _DRIFT:
                one.runs.append((row, left, right))
                one.left, one.right = min(one.left, left), max(one.right, right)
                break
        else:
            stroke = _Stroke([(row, left, right)], left, right)
            found.append(stroke)
            growing.append(stroke)
    return (one for one in found if one.is_line and one.right - one.left >= _WHOLE * length)


def _opened(dark: Mask, length: int) -> Mask:
    """What stands in a stretch of `length` columns that is as good as all dark, a line's row up or down allowed."""
    high, wide = dark.shape
    if wide <= length:
        return np.zeros_like(dark)
    thick = dark.copy()
    thick[1:] |= dark[:-1]
    sums = np.zeros((high, wide + 1), dtype=np.int32)
    np.cumsum(thick, axis=1, out=sums[:, 1:])
    starts = sums[:, length:] - sums[:, :-length] >= _WHOLE * length
    marks = np.zeros((high, wide + 1), dtype=np.int32)
    marks[:, : starts.shape[1]] += starts
    marks[:, length : length + starts.shape[1]] -= starts[:, : wide + 1 - length]
    return (np.cumsum(marks, axis=1)[:, :wide] > 0) & thick


def _runs(mask: Mask) -> Iterator[tuple[int, int, int]]:
    """Row, first and last column of what stands together, gaps of a few dots closed."""
    for row in np.flatnonzero(mask.any(axis=1)):
        columns = np.flatnonzero(mask[row])
        breaks = np.flatnonzero(np.diff(columns) > 2 * _DRIFT)
        for first, last in zip((0, *(breaks + 1)), (*breaks, len(columns) - 1), strict=True):
            yield int(row), int(columns[first]), int(columns[last])
