"""Spreadsheets: a line for each row of each sheet, as its cells show themselves."""

from __future__ import annotations

import warnings
from hashlib import sha256
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from drafter.document import Cell, Document, Format, Paragraph, Run, Span
from drafter.errors import CorruptSheet, EmptyFile, OversizedSheet
from drafter.readers.cells import shown
from drafter.readers.workbooks import MAX_CELLS, shown_alone

MAX_CHARACTERS = 20_000_000
_PLAIN = Format()


def read_xlsx(name: str, data: bytes, progress: object = None) -> Document:
    """The spreadsheet as a document: a paragraph a row, its cells with tabs between; of formulas their results.

    Hidden sheets, rows and columns and empty rows are out. Where several sheets show something, each begins with its
    name. Raises what `workbooks.shown_alone` raises, and `EmptyFile`.
    """
    sheets = [(title, rows) for title, rows in _sheets(name, shown_alone(name, data)) if rows]
    if not sheets:
        raise EmptyFile(name)
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for number, (title, rows) in enumerate(sheets):
        lines: list[tuple[str, Cell | None]] = [(row, Cell(number, nth, 0)) for nth, row in enumerate(rows)]
        if len(sheets) > 1:
            lines.insert(0, (title, None))
        for text, cell in lines:
            span = Span(at, at + len(text))
            paragraphs.append(Paragraph(span, (Run(span, _PLAIN),), cell=cell))
            texts.append(text)
            at = span.end + 1
    return Document(name, sha256(data).hexdigest(), "xlsx", "\n".join(texts), tuple(paragraphs))


def _sheets(name: str, package: bytes) -> list[tuple[str, list[str]]]:
    """The title of each sheet that is seen, and its rows."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book: Any = load_workbook(BytesIO(package), read_only=True, data_only=True, keep_links=False)
            room = _Room(name)
            seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            return [
                (shown(sheet.title), [line for row in sheet.iter_rows() if (line := room.line(row))]) for sheet in seen
            ]
    except OversizedSheet:
        raise
    except Exception as error:  # the library says in many ways that a workbook is not as it should be
        raise CorruptSheet(name) from error


class _Room:
    """Counts what is read: one long text, or one sheet, may stand in a workbook many times and weigh nothing there."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = MAX_CELLS
        self._characters = MAX_CHARACTERS

    def line(self, row: Any) -> str:
        """The cells of the row as shown, a tab between two. Raises `OversizedSheet`."""
        texts = []
        for cell in row:
            text = shown(cell.value, cell.number_format or "General")
            self._cells -= 1
            self._characters -= len(text)
            if self._cells < 0 or self._characters < 0:
                raise OversizedSheet(self._name)
            if text:
                texts.append(text)
        return "\t".join(texts)
