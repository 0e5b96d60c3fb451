"""What of a document's metadata is doubtful: what is missing, what the recognition was unsure of, what cannot be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import PurePath

from drafter.corpus.values import FIRST_DAY, Doubt, Metadata
from drafter.document import Origin, Span
from drafter.nlp.folding import fold
from drafter.nlp.kinds import KINDS, family_of_number, kind_of_number
from drafter.nlp.letterhead import Letterhead
from drafter.nlp.offices import Level, level_of

_UNREAD = 1500
"""Characters of a scan in which a letterhead stands that was not recognised."""
_PIECE = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"(\d+)[a-zđ]?(?=[/-])")
_YEARS = re.compile(r"(?:19|20)\d\d")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_NUMBERLESS = frozenset({"BB", "HĐ", "ThC", "L", "BL", "PL", "HP", "LCT", "BTT", "BGN"})
"""Kinds of which many bear no number, or not where others have it."""


def doubts_about(
    known: Metadata, printed: Letterhead, text: str, name: str, origin: Origin, unsure: Sequence[Span]
) -> dict[str, Doubt]:
    """Which of the fields are doubtful, each with its reason; `unsure` are the words that may be others.

    What a file's name says agrees with the number or not: where it agrees the number is sure.
    """
    scanned = origin == "scan"
    found: dict[str, Doubt] = {}
    if scanned:
        found |= dict.fromkeys(_unsure(known, printed, text, unsure), "unsure")
        found |= dict(_unlikely(known))
    if known.number:
        found |= dict(_contradicted(known, printed))
        if named := _named(name):
            found.pop("number", None)
            if named != _figure_and_kind(known.number):
                found["number"] = "name"
    if scanned or printed.regime != "none":
        found |= dict.fromkeys(_missing(known), "missing")
    return {field: found[field] for field in ("number", "kind", "title", "issuer", "date") if field in found}


def _missing(known: Metadata) -> Iterator[str]:
    for field in ("number", "kind", "title", "issuer", "date"):
        if not known.of(field) and not (field == "number" and known.kind in _NUMBERLESS):
            yield field


def _unlikely(known: Metadata) -> Iterator[tuple[str, Doubt]]:
    """What the grammar of numbers and the offices that there are speak against; only recognition comes to such."""
    if known.number and (family_of_number(known.number) is None or not _FIGURE.match(known.number)):
        yield "number", "malformed"
    if known.issuer and level_of(known.issuer) == Level.other:
        yield "issuer", "office"


def _contradicted(known: Metadata, printed: Letterhead) -> Iterator[tuple[str, Doubt]]:
    """What two places of the document say differently, and days that have not been."""
    told = kind_of_number(known.number)
    other = told not in ("", "CV", "VBHN", printed.titled) and known.number == printed.number
    # "Quy định" goes under QĐ in the Party; numbers of the Quốc hội leave the kind open.
    open_ = {told, printed.titled} == {"QĐ", "QyĐ"} or "QH" in known.number or known.kind == "VBHN"
    if printed.titled and other and not open_:
        yield "kind", "kind"
    if (year := _YEAR.search(known.number)) and known.date and year[1] != known.date[:4]:
        yield "date", "year"
    if known.date and not FIRST_DAY <= known.date <= date.today().isoformat():
        yield "date", "future"


def _unsure(known: Metadata, printed: Letterhead, text: str, unsure: Sequence[Span]) -> Iterator[str]:
    """The fields that hold a piece of an unsure word of the letterhead."""
    end = printed.span.end or _UNREAD
    pieces = {piece for span in unsure if span.start < end for piece in _pieces(span.of(text))}
    for field in ("number", "title", "issuer", "date"):
        if pieces & _pieces(known.of(field)):
            yield field


def _pieces(value: str) -> set[str]:
    """The words and figures of a value, figures without zeros before them."""
    return {piece.lstrip("0") or "0" for piece in _PIECE.findall(fold(value).text.casefold())}


def _figure_and_kind(number: str) -> tuple[str, str]:
    """("411", "qd") of 411/QĐ-TTg."""
    figure = _FIGURE.match(number)
    return (figure[1].lstrip("0") if figure else "", _bare(kind_of_number(number)))


def _named(name: str) -> tuple[str, str] | None:
    """Figure and kind of the number that a file's name holds: 411-QD-TTg.scan.pdf, KH_377_UBND.docx."""
    pieces = [_bare(piece) for piece in re.split(r"[^\w]+|_", PurePath(name).stem) if piece]
    kinds = {_bare(kind.symbol) for kind in KINDS if len(kind.symbol) > 1}
    for first, second in pairwise(pieces):
        figure, kind = (first, second) if first.isdecimal() else (second, first)
        if figure.isdecimal() and len(figure) <= 5 and not _YEARS.fullmatch(figure) and kind in kinds:
            return figure.lstrip("0"), kind
    return None


def _bare(word: str) -> str:
    """In small letters without marks."""
    letters = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum())
