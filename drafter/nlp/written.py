"""How numbers and days are written in messages, and read as people type them."""

from __future__ import annotations

import re
from datetime import date as calendar_date

_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def figure(number: int) -> str:
    """A number as Vietnamese offices write it: 12.026."""
    return f"{number:,}".replace(",", ".")


def day(date: str) -> str:
    """11/12/2025 of 2025-12-11; a year alone stays as it is."""
    return "/".join(reversed(date.split("-")))


def iso_date(written: str) -> str:
    """ISO 8601 of 2025-11-19 or 19/11/2025; "" for "". Raises `ValueError` for what is no date.

    >>> iso_date("1/2/2025")
    '2025-02-01'
    """
    written = written.strip()
    if not written:
        return ""
    if match := _DAY_FIRST.fullmatch(written):
        day, month, year = map(int, match.groups())
        return calendar_date(year, month, day).isoformat()
    return calendar_date.fromisoformat(written[:10]).isoformat()
