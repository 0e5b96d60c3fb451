"""What a register in a file was read as, before anything of it is stored."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.register.values import Record, State


@dataclass(frozen=True, slots=True)
class Taken:
    """What a column was taken for."""

    words: str
    """Its heading as written, on one line."""
    letter: str
    """"A", "B", … as Excel calls the column."""
    field: str
    """The field of `Record`; "" for a column that is not used."""
    doubt: str = ""
    """Why that may be wrong, or why the column is not used, in Vietnamese; "" where it is plain."""


@dataclass(frozen=True, slots=True)
class SheetRead:
    name: str
    """"" for the one table of a .csv."""
    heading: str = ""
    """Where its headings stand: "dòng 4-5"."""
    columns: tuple[Taken, ...] = ()
    rows: int = 0
    """Rows that speak of documents; there are as many in `Preview.rows`."""
    aside: int = 0
    """Rows that speak of none: months, sums, headings repeated, numbers of columns, signatures at the end."""
    passed_over: str = ""
    """Why the sheet was not read, in Vietnamese; "" where it was."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document of the register, or a row that cannot be taken."""

    place: str
    """"Tháng 3, dòng 17"."""
    record: Record | None
    """None where it is refused."""
    doubts: tuple[str, ...] = ()
    """What may be wrong with it, in Vietnamese."""
    refused: str = ""
    """What is wrong with it and what to do, in Vietnamese; "" where it can be taken."""
    state: State = "issued"
    """What its note says became of it (`drafter.register.remarks`)."""
    reason: str = ""
    """Why it was cancelled, reserved or replaced."""


@dataclass(frozen=True, slots=True)
class Preview:
    name: str
    """The file's name."""
    sha256: str
    year: int
    """The book that it is read for."""
    unit: str
    """The unit that documents are of whose row names none."""
    sheets: tuple[SheetRead, ...]
    rows: tuple[Row, ...]
    """Of all sheets, in their order."""
