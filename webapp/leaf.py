"""How a document looks, as far as a page of the web shows it: a frozen, small part of a `Document`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

from drafter.document import Document, Paragraph, Span

Align = Literal["left", "center", "right", "both"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with the little of its look that helps to find one's way."""

    start: int
    end: int
    align: Align = "left"
    indent: int = 0
    """Steps of 5 mm from the left, 0 to 12."""
    first: int = 0
    """Steps of 5 mm of the first line, -4 to 4."""
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    """Spans of `Document.text`."""
    cell: tuple[int, int, int] | None = None
    """Table, row and column, from 0; of a nested table those of the outer one."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def lines_of(document: Document) -> tuple[Line, ...]:
    """The paragraphs of a document in their order."""
    return tuple(map(_line, document.paragraphs))


def lines_json(lines: tuple[Line, ...]) -> str:
    return json.dumps([asdict(line) for line in lines], separators=(",", ":"))


def lines_from(text: str) -> tuple[Line, ...]:
    """The lines that `lines_json` wrote."""
    pairs = ("bold", "italic")
    return tuple(
        Line(
            **said
            | {name: tuple((start, end) for start, end in said[name]) for name in pairs}
            | {"cell": tuple(said["cell"]) if said["cell"] else None}
        )
        for said in json.loads(text)
    )


def _line(paragraph: Paragraph) -> Line:
    cell = paragraph.cell
    while cell and cell.outer:
        cell = cell.outer
    align: Align = "both" if paragraph.alignment == "distribute" else paragraph.alignment
    runs = paragraph.runs
    return Line(
        paragraph.span.start,
        paragraph.span.end,
        align,
        max(0, min(12, round(paragraph.indent_left / 5))),
        max(-4, min(4, round(paragraph.indent_first / 5))),
        tuple((run.span.start, run.span.end) for run in runs if run.format.bold),
        tuple((run.span.start, run.span.end) for run in runs if run.format.italic),
        (cell.table, cell.row, cell.column) if cell else None,
    )
