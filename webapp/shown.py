"""A draft as a page that looks like the document: lines and tables with their marks, ready for a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from drafter.document import Span
from drafter.render.marks import Marks, Stretch
from webapp.leaf import Line

_BESIDE = 2, 4
"""Columns, and rows at most, of a table that only sets two things beside each other: letterhead, recipients and
signature. It has no lines to be seen."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Characters of one look."""

    text: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """Letters under one mark, or under none (`drafter.render.marks.Stretch`)."""

    look: str
    opened: tuple[int, ...]
    over: tuple[int, ...]
    letters: tuple[Letters, ...]


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A paragraph; its look as names of classes."""

    look: str
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class ShownCell:
    columns: int
    """That it spans."""
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    nth: int
    """Of those with lines to be seen, from 1; 0 for one that only sets things beside each other."""
    rows: tuple[tuple[ShownCell, ...], ...]


def shown(lines: Sequence[Line], marks: Marks) -> tuple[ShownLine | ShownTable, ...]:
    """The paragraphs of a draft with the marks over them, those in tables as tables."""
    return tuple(_blocks(lines, marks))


def _blocks(lines: Sequence[Line], marks: Marks) -> Iterator[ShownLine | ShownTable]:
    nth = 0
    for table, group in groupby(lines, lambda line: line.cell[0] if line.cell else None):
        if table is None:
            yield from (_line(line, marks) for line in group)
            continue
        rows = _rows(tuple(group), marks)
        width = max(sum(cell.columns for cell in row) for row in rows)
        beside = width == _BESIDE[0] and len(rows) <= _BESIDE[1]
        nth += not beside
        yield ShownTable(0 if beside else nth, rows)


def _rows(lines: Sequence[Line], marks: Marks) -> tuple[tuple[ShownCell, ...], ...]:
    """The rows; a cell reaches to where the next one begins, the last one to the end of the table."""
    width = 1 + max(line.cell[2] for line in lines if line.cell)
    rows = []
    for _, row in groupby(lines, lambda line: line.cell and line.cell[1]):
        cells = [(column or 0, tuple(cell)) for column, cell in groupby(row, lambda line: line.cell and line.cell[2])]
        starts = [column for column, _ in cells]
        filled = [ShownCell(starts[0], ())] if starts[0] else []
        for (start, end), (_, inside) in zip(pairwise([*starts, width]), cells, strict=True):
            filled.append(ShownCell(max(1, end - start), tuple(_line(line, marks) for line in inside)))
        rows.append(tuple(filled))
    return tuple(rows)


def _line(line: Line, marks: Marks) -> ShownLine:
    look = f"to-{line.align} in-{line.indent} first-{line.first}"
    return ShownLine(look, tuple(_marked(line, stretch) for stretch in marks.over(line.span)))


def _marked(line: Line, stretch: Stretch) -> Marked:
    return Marked(stretch.look, stretch.opened, stretch.over, tuple(_letters(line, stretch)))


def _letters(line: Line, stretch: Stretch) -> Iterator[Letters]:
    start, end = stretch.span.start, stretch.span.end
    edges = {edge for span in (*line.bold, *line.italic) for edge in span if start < edge < end}
    for first, last in pairwise(sorted({start, end, *edges})):
        text = Span(first - start, last - start).of(stretch.text)
        yield Letters(text, _within(first, line.bold), _within(first, line.italic))


def _within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
