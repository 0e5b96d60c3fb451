"""How numbers, days, shares and sentences are written in messages, and read as people type them."""

from __future__ import annotations

import re
from datetime import date as calendar_date
from decimal import Decimal

_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%?", re.ASCII)


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


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def is_day(date: str) -> bool:
    """Whether it is a day as ISO 8601 writes it.

    >>> is_day("2026-03-31"), is_day("20260331"), is_day("2026-02-30")
    (True, False, False)
    """
    try:
        return calendar_date.fromisoformat(date).isoformat() == date
    except ValueError:
        return False


def read_percent(written: str) -> Decimal:
    """12.5 of "12,5", "12.5%"; from 0 to 100. Raises `ValueError` for what is no such share.

    >>> read_percent(" 12,5 %")
    Decimal('12.5')
    """
    match = _PERCENT.fullmatch(written.strip())
    found = Decimal(match[1].replace(",", ".")) if match else Decimal(-1)
    if not 0 <= found <= 100:
        raise ValueError(written)
    return found
