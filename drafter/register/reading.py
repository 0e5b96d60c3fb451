"""What a document says of itself for the register: number, date, kind, title, signer, recipients, who keeps a copy."""

from __future__ import annotations

import re

from drafter.document import Document
from drafter.nlp.closings import signers_of
from drafter.nlp.folding import fold
from drafter.nlp.letterhead import letterhead_of
from drafter.nlp.parts import parts_of
from drafter.register.values import Record, parted

_HEADING = re.compile(r"^\s*Nơi\s+nhận\s*:?", re.IGNORECASE)
_DASH = re.compile(r"^[\s\-–+•]+")
_END = re.compile(r"[\s;.,/]+$")
_KEPT = re.compile(r"Lưu\s*:?\s*", re.IGNORECASE)
_CLERK = re.compile(r"^VT\b[\s,;.]*")
_COPIES = re.compile(r"[,;\s]*\(?\b(?P<copies>\d{1,4})\s*(?:bản|b)?\)?\s*$", re.IGNORECASE)


def record_of(document: Document, unit: str = "") -> Record:
    """The record of a draft or an issued document; "" and None for what it does not say.

    `unit` is the unit that drafted it; where "" the last line of its recipients may name one ("Lưu: VT, VHXH").
    """
    head = letterhead_of(document)
    number, suffix, symbol = parted(head.number)
    recipients, keeper, copies = _recipients(document)
    return Record(
        number=number,
        suffix=suffix,
        symbol=symbol if number is not None else head.symbol or symbol,
        date=head.date if len(head.date) == len("2026-01-01") else "",
        kind=head.kind,
        title=" ".join(head.subject.split()),
        signer=_signer(document),
        recipients="; ".join(recipients),
        keeper=keeper,
        copies=copies,
        unit=unit or _CLERK.sub("", keeper),
    )


def _signer(document: Document) -> str:
    return "; ".join(signers_of(_block(document, "signature")))


def _recipients(document: Document) -> tuple[list[str], str, int | None]:
    """Recipients without the line of the copy kept, that line ("VT, VHXH"), and how many copies it names."""
    found: list[str] = []
    keeper, copies = "", None
    for line in _block(document, "recipients").splitlines():
        words = _END.sub("", _DASH.sub("", _HEADING.sub("", line))).strip()
        kept = _KEPT.match(words)
        if kept:
            keeper = words[kept.end() :]
            if number := _COPIES.search(keeper):
                keeper, copies = keeper[: number.start()], int(number["copies"])
        elif words and not keeper:
            found.append(" ".join(words.split()))
    return found, _END.sub("", keeper), copies


def _block(document: Document, name: str) -> str:
    """The first part of that name, folded; "" where there is none."""
    span = next((part.span for part in parts_of(document) if part.name == name), None)
    return fold(document.text[span.start : span.end]).text if span else ""
