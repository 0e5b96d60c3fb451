"""By how much a page lies askew."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_DPI = 100
_MOST = 5.0
"""Degrees to either side."""
_COARSE, _FINE = 0.5, 0.1
_MOST_DOTS = 200_000


def skew(image: Image.Image, dpi: float) -> float:
    """Degrees by which to turn a grey picture counterclockwise so that its lines are level.

    Of the slopes tried it is the one along which ink and paper alternate most sharply from row to row.
    """
    small = image.resize(
        (max(1, round(image.width * _DPI / dpi)), max(1, round(image.height * _DPI / dpi))), Image.Resampling.BOX
    )
    rows, columns = np.nonzero(np.asarray(small) < 160)
    if not len(rows):
        return 0.0
    if len(rows) > _MOST_DOTS:
        step = len(rows) // _MOST_DOTS + 1
        rows, columns = rows[::step], columns[::step]
    coarse = _sharpest(rows, columns, np.arange(-_MOST, _MOST + _COARSE / 2, _COARSE))
    return _sharpest(rows, columns, coarse + np.arange(-_COARSE + _FINE, _COARSE, _FINE))


def _sharpest(rows: NDArray[np.int64], columns: NDArray[np.int64], angles: NDArray[np.float64]) -> float:
    sharpness = [_sharpness(rows, columns, float(np.tan(np.radians(angle)))) for angle in angles]
    best = int(np.argmax(sharpness))
    return float(angles[best])


def _sharpness(rows: NDArray[np.int64], columns: NDArray[np.int64], slope: float) -> float:
    height = rows - columns * slope
    lines = np.bincount((height - height.min()).astype(np.int64))
    return float(np.square(np.diff(lines.astype(np.float64))).sum())
