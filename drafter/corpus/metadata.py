"""What is known about a document: as it was given, else as its letterhead says; in the forms that the corpus keeps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from drafter.corpus.doubts import doubts_about
from drafter.corpus.values import FIRST_DAY, Doubt, Metadata
from drafter.document import Origin, Span
from drafter.errors import WrongValue
from drafter.nlp.kinds import family_of_number, kind_name, kind_named, kind_of_number, sure_kind
from drafter.nlp.letterhead import recognise
from drafter.nlp.written import iso_date


def known_of(
    given: Metadata, text: str, name: str = "", origin: Origin = "txt", unsure: Sequence[Span] = ()
) -> tuple[Metadata, dict[str, Doubt]]:
    """`given`, and what it lacks from the letterhead of `text` (3 ms); of that what is doubtful, and why."""
    printed = recognise(text, scanned=origin == "scan")
    number = given.number or printed.number
    told = "" if printed.kind == "VBHN" else sure_kind(number)
    known = Metadata(
        number,
        given.kind or told or printed.kind or kind_of_number(number),
        given.title or printed.subject,
        given.issuer or printed.issuer,
        given.date or printed.date,
    )
    doubts = doubts_about(known, printed, text, name, origin, unsure)
    return known, {field: doubt for field, doubt in doubts.items() if not given.of(field)}


def completed(given: Metadata, text: str) -> Metadata:
    """`given`, and what it lacks from the letterhead of `text`."""
    return known_of(given, text)[0]


def kind_symbol(kind: str, number: str) -> str:
    """The symbol of a kind given as symbol, as symbol with organ (QĐ-UBND) or by name (Quyết định); of what is none of
    these, as "Phụ lục", the kind that the number tells."""
    kind = " ".join(kind.split())
    if named := kind_named(kind):
        return kind_of_number(number, kind) or named.symbol
    symbol = re.split(r"[-/ ]", kind)[0]
    return symbol if kind_name(symbol) else kind_of_number(number)


def checked(number: str, kind: str, title: str, issuer: str, date_: str) -> Metadata:
    """What somebody says of a document, in the forms that the corpus keeps. Raises `WrongValue`."""
    if number and family_of_number(number) is None:
        raise WrongValue("Số, ký hiệu", f"“{number}” không đúng cách ghi; hãy viết như 411/QĐ-TTg hoặc 226-KL/TW.")
    symbol = kind_symbol(kind, number) if kind else ""
    if kind and not kind_symbol(kind, ""):
        raise WrongValue("Loại", f"không có loại “{kind}”; hãy viết tên loại hoặc ký hiệu, như: Quyết định, QĐ.")
    try:
        day = iso_date(date_)
    except ValueError:
        raise WrongValue("Ngày", f"“{date_}” không đúng; hãy viết dạng 19/11/2025.") from None
    if day and not FIRST_DAY <= day <= date.today().isoformat():
        raise WrongValue("Ngày", f"“{date_}” không thể là ngày ban hành; hãy viết ngày từ 02/9/1945 đến hôm nay.")
    return Metadata(number, symbol, title, issuer, day)
