"""What is known about a document: as it was given, else as its letterhead says; in the forms that the corpus keeps."""

from __future__ import annotations

import re
from datetime import date

from drafter.corpus.values import Metadata
from drafter.nlp.kinds import kind_named, kind_of_number

_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def completed(given: Metadata, text: str) -> Metadata:
    """`given`, and what it lacks from the letterhead of `text` (10 ms)."""
    from drafter.nlp.letterhead import recognise

    printed = recognise(text)
    number = given.number or printed.number
    return Metadata(
        number,
        given.kind or printed.kind or kind_of_number(number),
        given.title or printed.subject,
        given.issuer or printed.issuer,
        given.date or printed.date,
    )


def kind_symbol(kind: str, number: str) -> str:
    """The symbol of a kind given as symbol, as symbol with organ (QĐ-UBND), by name (Quyết định) or by the number."""
    kind = " ".join(kind.split())
    if named := kind_named(kind):
        return kind_of_number(number, kind) or named.symbol
    return re.split(r"[-/ ]", kind)[0] or kind_of_number(number)


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
        return date(year, month, day).isoformat()
    return date.fromisoformat(written[:10]).isoformat()
