"""Days as registers write them: true dates, serial numbers, 05/3/2025, 05/3, "ngày 05 tháng 3 năm 2025", 20250305."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from drafter.nlp.written import day as written
from drafter.readers.grids import Cell
from drafter.register.importing.cells import words

_CLOCK = re.compile(r"[ T]\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:AM|PM|SA|CH))?$", re.IGNORECASE)
_BETWEEN = r"\s*[./\\–-]\s*"
_PAIR = re.compile(
    rf"(?:ngày\s*)?(\d{{1,2}})(?:{_BETWEEN}|\s+)(\d{{1,2}})(?:(?:{_BETWEEN}|\s+)(\d{{4}}|\d{{2}}))?", re.I
)
_SPOKEN = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})(?:\s*năm\s*(\d{4}))?", re.IGNORECASE)
_ISO = re.compile(rf"(\d{{4}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,2}})")
_EIGHT = re.compile(r"\d{8}")
_SERIAL = re.compile(r"\d{5}")
_FROM_1900, _FROM_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIALS = range(366, 73_051)
"""From 1901 to 2099."""
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Day:
    iso: str = ""
    doubt: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How the days of a column are to be read."""

    year: int
    """Of the book: for days without one."""
    month_first: bool = False
    from_1904: bool = False


def is_month_first(column: Iterable[Cell]) -> bool:
    """Whether the column writes 03/25/2025: some day fits so alone, and none fits the usual order alone."""
    fits_usual = fits_other = False
    for cell in column:
        if isinstance(cell, str) and (found := _PAIR.fullmatch(_without_clock(cell))):
            first, second = int(found[1]), int(found[2])
            fits_usual = fits_usual or second <= _MONTHS < first
            fits_other = fits_other or first <= _MONTHS < second
    return fits_other and not fits_usual


def day_of(cell: Cell, reckoning: Reckoning) -> Day:
    """The day as ISO 8601, "" for an empty cell; refused where the cell says something else."""
    if isinstance(cell, str):
        return _of_text(cell, reckoning)
    if isinstance(cell, date):
        return Day(cell.isoformat())
    if isinstance(cell, float):
        cell = int(cell) if cell >= _SERIALS.start else cell  # the hours of a serial number
    return _of_text(str(cell), reckoning)


def in_book(day: Day, year: int) -> Day:
    """The same, doubtful in the months beside the year of the book, refused beyond."""
    if not day.iso or day.iso[:4] == str(year):
        return day
    if f"{year - 1}-12" <= day.iso[:7] <= f"{year + 1}-01":
        return Day(day.iso, f"ngày {written(day.iso)} không thuộc năm {year}")
    return Day(refused=f"ngày {written(day.iso)} không thuộc năm {year} của sổ; hãy sửa ngày, hoặc bỏ dòng này.")


def swapped(iso: str) -> str:
    """The day with day and month in each other's place, "" where that is no day or the same."""
    year, month, day = map(int, iso.split("-"))
    return _iso(year, day, month) if day != month else ""


def _without_clock(text: str) -> str:
    return _CLOCK.sub("", words(text)).strip(" .,;")


@lru_cache(maxsize=5_000)
def _of_text(cell: str, reckoning: Reckoning) -> Day:
    text = _without_clock(cell)
    if not text.strip("-–_/ "):
        return Day()
    day = _read(text, reckoning)
    if day is None:
        return Day(refused=f"không đọc được ngày “{words(cell)}”; hãy sửa thành như 05/3/{reckoning.year}.")
    return day if day.iso else Day(refused=f"không có ngày “{words(cell)}”; hãy sửa lại.")


def _read(text: str, reckoning: Reckoning) -> Day | None:
    """The day, without `iso` where there is no such day; None for what is not written as one."""
    if found := _SPOKEN.fullmatch(text):
        return Day(_iso(int(found[3] or reckoning.year), int(found[2]), int(found[1])))
    if found := _ISO.fullmatch(text):
        return Day(_iso(*map(int, found.groups())))
    if found := _PAIR.fullmatch(text):
        return _of_pair(int(found[1]), int(found[2]), _full_year(found[3], reckoning.year), reckoning.month_first)
    if _EIGHT.fullmatch(text):
        return Day(
            _iso(int(text[:4]), int(text[4:6]), int(text[6:])) or _iso(int(text[4:]), int(text[2:4]), int(text[:2]))
        )
    if _SERIAL.fullmatch(text) and int(text) in _SERIALS:
        begin = _FROM_1904 if reckoning.from_1904 else _FROM_1900
        return Day((begin + timedelta(int(text))).isoformat())
    return None


def _of_pair(first: int, second: int, year: int, month_first: bool) -> Day:
    usual, other = _iso(year, second, first), _iso(year, first, second)
    chosen, spare = (other, usual) if month_first else (usual, other)
    if chosen or not spare:
        return Day(chosen)
    return Day(
        spare, f"ngày {first:02}/{second:02} ghi ngược thứ tự ngày, tháng so với cả cột; đọc là {written(spare)}"
    )


def _full_year(said: str | None, book: int) -> int:
    if said is None:
        return book
    return int(said) if len(said) > 2 else book // 100 * 100 + int(said)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if year >= 1900 else ""
    except ValueError:
        return ""
