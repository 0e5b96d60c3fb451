"""Spreadsheets as what they are, cells in rows and columns: what the reader of registers needs of a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MAX_CELLS = 3_000_000
"""Of a workbook, counted as rows times columns up to the last cell that holds something."""
MAX_CHARACTERS = 200_000_000

Cell = str | int | float | date
"""What a cell holds, of a formula its result; "" for nothing. Hours are left out of dates."""
Area = tuple[int, int, int, int]
"""First and last row, first and last column, from 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet. Rows begin with the first of the sheet and end with their last cell that holds something."""

    name: str
    """"" where there is but one that has no name, as in .csv."""
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Area, ...] = ()
    """The areas that are shown as one cell; the first cell of each holds what is shown."""
    hidden: bool = False
    """Whether the sheet is hidden. Hidden rows and columns are there like all others."""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook, or the one table of a .csv file."""

    sheets: tuple[Grid, ...]
    from_1904: bool = False
    """Whether its days are counted from 1904-01-01, as old Excel for Mac did."""
