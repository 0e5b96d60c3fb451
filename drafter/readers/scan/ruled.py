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
_LEVEL, _UPRIGHT = 36.0, 15.0
"""pt that a level and an upright line is long at least: longer than a dash, higher than a letter."""
_WHOLE = 0.92
"""Share of the dots of a line that are dark."""
_THICK = 3.5
"""pt that it is thick at most."""
_DRIFT = 2
"""Dots by which neighbouring pieces of a line that lies a little askew may be apart."""

Mask = NDArray[np.bool_]


@dataclass(slots=True)
class _Stroke:
    """A level line being put together of the runs of its rows: first and last row, first and last column."""

    top: int
    bottom: int
    left: int
    right: int


def rules_of(ink: Image.Image, dpi: float) -> tuple[Rule, ...]:
    """The lines of a grey page of `dpi`, level and upright ones."""
    dark = _small(ink, dpi)
    point = 72 / _DPI
    level = [
        Rule(one.left * point, one.top * point, (one.right + 1) * point, (one.bottom + 1) * point)
        for one in _strokes(dark, _LEVEL)
    ]
    upright = [
        Rule(one.top * point, one.left * point, (one.bottom + 1) * point, (one.right + 1) * point)
        for one in _strokes(dark.T, _UPRIGHT)
    ]
    return tuple(level + upright)


def without(ink: Image.Image, dpi: float, rules: tuple[Rule, ...]) -> Image.Image:
    """The page with paper where the lines are."""
    if not rules:
        return ink
    clean = ink.copy()
    factor = dpi / 72
    for rule in rules:
        box = (rule.left * factor - 2, rule.top * factor - 2, rule.right * factor + 2, rule.bottom * factor + 2)
        left, top, right, bottom = (round(side) for side in box)
        clean.paste(255, (max(0, left), max(0, top), min(ink.width, right), min(ink.height, bottom)))
    return clean


def _small(ink: Image.Image, dpi: float) -> Mask:
    size = (max(1, round(ink.width * _DPI / dpi)), max(1, round(ink.height * _DPI / dpi)))
    return np.asarray(ink.resize(size, Image.Resampling.BOX)) < _DARK


def _strokes(dark: Mask, shortest: float) -> list[_Stroke]:
    """The level lines of at least `shortest` pt."""
    length = round(shortest * _DPI / 72)
    found: list[_Stroke] = []
    open_: list[_Stroke] = []
    for row, left, right in _runs(_opened(dark, length)):
        open_ = [one for one in open_ if one.bottom >= row - _DRIFT]
        for one in open_:
            if left <= one.right + _DRIFT and right >= one.left - _DRIFT:
                one.bottom, one.left, one.right = row, min(one.left, left), max(one.right, right)
                break
        else:
            stroke = _Stroke(row, row, left, right)
            found.append(stroke)
            open_.append(stroke)
    return [one for one in found if one.bottom - one.top < _THICK * _DPI / 72]


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
