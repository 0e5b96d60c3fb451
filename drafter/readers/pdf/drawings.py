"""Straight lines that a page of a PDF draws, and how much of it pictures cover."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from drafter.readers.paper.values import Rule
from drafter.readers.pdf.turning import Turn

_THIN = 3.0
"""pt: a filled rectangle that is thinner is a line."""
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 2_000
_DEPTH = 3
"""Of forms within forms."""

Point = tuple[float, float]


def rules(page: pdfium.PdfPage, turn: Turn) -> tuple[Rule, ...]:
    """The level and upright lines of a page, those of stroked rectangles too; white ones are none."""
    found: list[Rule] = []
    for count, path in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=_DEPTH)):
        if count > _MOST_OBJECTS:
            break
        found += _rules_of(path, turn)
    return tuple(found)


def picture_share(page: pdfium.PdfPage) -> float:
    """The part of the page, 0 to 1, that its largest picture covers."""
    left, bottom, right, top = page.get_bbox()
    area, most = max(1.0, (right - left) * (top - bottom)), 0.0
    for count, image in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEPTH)):
        if count > _MOST_OBJECTS:
            break
        x0, y0, x1, y1 = image.get_bounds()
        width, height = min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)
        if width > 0 and height > 0:
            most = max(most, width * height / area)
    return most


def count_of_paths(page: pdfium.PdfPage, most: int) -> int:
    """How many shapes a page draws, counted up to `most`."""
    count = 0
    for count, _ in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=_DEPTH), 1):
        if count >= most:
            break
    return count


def _rules_of(path: pdfium.PdfObject, turn: Turn) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path.raw, fill, stroke) or not (fill.value or stroke.value):
        return
    if _is_white(path, bool(stroke.value)):
        return
    for outline in _outlines(path):
        points = [turn.point(*point) for point in outline]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = Rule(min(xs), min(ys), max(xs), max(ys))
        if min(box.right - box.left, box.bottom - box.top) < _THIN:
            yield box
        elif stroke.value:
            yield from _sides(points)


def _sides(points: Sequence[Point]) -> Iterator[Rule]:
    for (x, y), (other, below) in pairwise(points):
        if abs(x - other) < 1 or abs(y - below) < 1:
            yield Rule(min(x, other), min(y, below), max(x, other), max(y, below))


def _is_white(path: pdfium.PdfObject, stroked: bool) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    ask = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
    return bool(ask(path.raw, *parts)) and min(part.value for part in parts[:3]) > 245


def _outlines(path: pdfium.PdfObject) -> Iterator[list[Point]]:
    """The corners of each figure of a path, in the page's own space; figures with curves are left out."""
    matrix = _matrix(path)
    points: list[Point] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(raw.FPDFPath_CountSegments(path.raw), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved |= kind == raw.FPDF_SEGMENT_BEZIERTO
        points.append(matrix.on_point(x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _matrix(path: pdfium.PdfObject) -> pdfium.PdfMatrix:
    """From the path's own space to that of the page, through the forms that hold it."""
    matrix = path.get_matrix()
    holder = getattr(path, "container", None)
    while holder is not None:
        matrix = matrix.multiply(holder.get_matrix())
        holder = getattr(holder, "container", None)
    return matrix
