"""From the coordinates of a page of a PDF to points from the top left corner of the upright page."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_FINE = 100
"""Parts of a point: PDFium turns coordinates into whole numbers."""
_FAR = 1000.0


@dataclass(frozen=True, slots=True)
class Turn:
    """An affine map, and the size in points of the page that it makes."""

    width: float
    height: float
    x: tuple[float, float, float]
    y: tuple[float, float, float]
    angle: float
    """Radians by which PDFium finds those letters turned that stand upright after it."""

    def point(self, x: float, y: float) -> tuple[float, float]:
        return (
            self.x[0] * x + self.x[1] * y + self.x[2],
            self.y[0] * x + self.y[1] * y + self.y[2],
        )


def turn_of(page: pdfium.PdfPage, clockwise: int) -> Turn:
    """The map that turns the page's own space by 0, 90, 180 or 270 degrees."""
    own = page.get_rotation()
    try:
        page.set_rotation(clockwise)
        width, height = page.get_size()
        zero, right, up = (_device(page, width, height, *point) for point in ((0, 0), (_FAR, 0), (0, _FAR)))
    finally:
        page.set_rotation(own)
    x = ((right[0] - zero[0]) / _FAR, (up[0] - zero[0]) / _FAR, zero[0])
    y = ((right[1] - zero[1]) / _FAR, (up[1] - zero[1]) / _FAR, zero[1])
    return Turn(width, height, x, y, -math.radians(clockwise))


def _device(page: pdfium.PdfPage, width: float, height: float, x: float, y: float) -> tuple[float, float]:
    left, top = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page.raw, 0, 0, round(width * _FINE), round(height * _FINE), 0, x, y, left, top)
    return left.value / _FINE, top.value / _FINE
