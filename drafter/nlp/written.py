"""How numbers and days are written in messages."""

from __future__ import annotations


def figure(number: int) -> str:
    """A number as Vietnamese offices write it: 12.026."""
    return f"{number:,}".replace(",", ".")


def day(date: str) -> str:
    """11/12/2025 of 2025-12-11; a year alone stays as it is."""
    return "/".join(reversed(date.split("-")))
