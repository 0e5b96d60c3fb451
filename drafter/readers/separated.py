"""Tables as text, .csv, in whatever encoding and with whatever separator Excel and other programs write them."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from drafter.errors import OversizedRegister, UnclosedQuote
from drafter.readers.grids import MAX_CELLS, Book, Grid
from drafter.readers.plain import read_plain

_SEPARATORS = (";", ",", "\t", "|")
_LOOKED_AT = 40
"""Lines that tell the separator."""


def read_separated(name: str, data: bytes) -> Book:
    """The table; a row a record, so that rows are counted as Excel counts them.

    Raises what `drafter.readers.plain.read_plain` raises, `UnclosedQuote` and `OversizedRegister`.
    """
    text = read_plain(name, data).text.lstrip("\ufeff")
    separator = _said_separator(text)
    if separator:
        text = text.partition("\n")[2]
    rows, cells = [], 0
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator or _likely_separator(text))
    try:
        for row in reader:
            cells += len(row)
            if cells > MAX_CELLS:
                raise OversizedRegister(name)
            rows.append(_row(row))
    except csv.Error as error:
        raise UnclosedQuote(name, len(rows) + 1) from error
    # The line that names the separator is one of the file's.
    return Book((Grid("", ((),) * bool(separator) + tuple(rows)),))


def _said_separator(text: str) -> str:
    """ "sep=;", which Excel writes and heeds."""
    first = text.partition("\n")[0].strip().strip('"').lower()
    return first[4] if first.startswith("sep=") and len(first) == 5 else ""


def _likely_separator(text: str) -> str:
    """The one at which most lines fall into equally many cells, and into more than one."""
    lines = text.splitlines(keepends=True)[:_LOOKED_AT]

    def weight(separator: str) -> int:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator))
        except csv.Error:
            return 0
        return max(((width - 1) * count for width, count in widths.items()), default=0)

    return max(_SEPARATORS, key=weight)


def _row(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1].strip():
        cells.pop()
    return tuple(cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell for cell in cells)
