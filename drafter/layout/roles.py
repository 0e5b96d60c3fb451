"""Which line of a document is what: Quốc hiệu, organ, number, date, kind, subject … (ô số, Phụ lục I, Phần IV NĐ 30).

The text tells it, with the place: `drafter.nlp.parts` and `drafter.nlp.letterhead` read the parts of any text, a file's
columns and line breaks tell the lines of a part apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.document import Document, Span
from drafter.layout.rows import MOST, Row, rows
from drafter.nlp.folding import key
from drafter.nlp.issuers import AUTHORITY
from drafter.nlp.kinds import kind_named
from drafter.nlp.letterhead import Letterhead, recognise
from drafter.nlp.parts import Part, parts

# fmt: off
Role = Literal[
    "quoc_hieu", "tieu_ngu", "party_title", "superior", "organ", "number", "place_date", "kind", "subject", "about",
    "office", "kinh_gui", "addressee", "base", "resolves", "body", "authority", "signer_title", "signer", "noi_nhan",
    "recipient", "appendix", "appendix_title", "appendix_note", "other",
]
# fmt: on

_MOTTO = key("Cộng hòa xã hội chủ nghĩa Việt Nam")
_PARTY = key("Đảng Cộng sản Việt Nam")
_LIBERTY = re.compile(r"đôc\s*lâp\W+t[ưu]\s*do\W+hanh\s*phuc\W*$")
_NUMBER = re.compile(r"S[ốỐ]\s*[:：]?\s*[\d.…_\s]*[/-]?.*[A-ZĐ]|S[ốỐ]\s*[:：]\s*[\d.…_]*\s*/", re.IGNORECASE)
_DATE = re.compile(r"ngày\s*[\d.…_\s]*\s*tháng\s*[\d.…_\s]*\s*năm", re.IGNORECASE)
_ABOUT = re.compile(r"V\s*/?\s*v\b", re.IGNORECASE)
_BASE = re.compile(r"[-–+\s]*(?:Căn cứ|Theo (?:đề nghị|Tờ trình)|Xét)\b")
_RESOLVES = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s*:?$")
_FOR = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|TU/Q|Q)\s*(?:\.\s*|\s+|(?<=/[A-Z])\s*)(?=[A-ZĐÀ-Ỹ])")
# "ỦY BAN NHÂN DÂN" goes on in the next line, whatever that looks like.
_COUNCIL = re.compile(r"uy ban nhân dân|ubnd|hôi đông nhân dân|hđnd")
_NO_SUBJECT = ("GGT", "GNP", "ThC")
"""Kinds that have neither subject nor bases (Mẫu 1.8, 1.10; a thư công has no form)."""
_NOTE = re.compile(r"\(\s*(?:Ban hành\s+)?[Kk]èm theo\b")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document with its rows, and which of them is what."""

    document: Document
    head: Letterhead
    rows: tuple[Row, ...]
    roles: tuple[Role, ...]

    def of(self, *wanted: Role) -> list[Row]:
        """The rows of these roles, in the document's order."""
        return [row for row, role in zip(self.rows, self.roles, strict=True) if role in wanted]


def sheet(document: Document) -> Sheet:
    """The document with the role of each of its rows."""
    lines = rows(document)
    head = recognise(document.text)
    stretches = parts(document.text)
    roles: list[Role] = []
    for part, own in _by_part(lines, stretches):
        roles += _roles(part, own, head)
    return Sheet(document, head, tuple(lines), tuple(roles))


def _by_part(lines: Sequence[Row], stretches: Sequence[Part]) -> Iterator[tuple[Part, list[Row]]]:
    at = 0
    for part in stretches:
        own = []
        while at < len(lines) and lines[at].span.start < part.span.end:
            own.append(lines[at])
            at += 1
        if own:
            yield part, own


def _roles(part: Part, own: list[Row], head: Letterhead) -> Iterable[Role]:
    if part.name == "letterhead" and part.span.start <= head.span.start:
        return _letterhead(own, head)
    if part.name == "addressee":
        return ["kinh_gui" if row.words.startswith("Kính") else "addressee" for row in own]
    if head.kind in _NO_SUBJECT and part.name in ("bases", "body"):
        return ["body"] * len(own)
    if part.name == "bases":
        return [_of_bases(row) for row in own]
    if part.name == "body":
        return ["base" if _BASE.match(row.words) and not at else "body" for at, row in enumerate(own)]
    if part.name == "signature":
        return _signature(own)
    if part.name == "recipients":
        return _recipients(own)
    if part.name == "appendix_title":
        return _appendix(own)
    return ["other"] * len(own)


def _letterhead(own: list[Row], head: Letterhead) -> list[Role]:
    roles: list[Role] = []
    named = key(head.superior)
    for at, row in enumerate(own):
        said, before = key(row.words), roles[-1] if roles else "other"
        if _MOTTO in said:
            roles.append("quoc_hieu")
        elif said == _PARTY:
            roles.append("party_title")
        elif _LIBERTY.search(said):
            roles.append("tieu_ngu")
        elif _ABOUT.match(row.words) or (before == "about" and _goes_on(own[at - 1], row)):
            roles.append("about")
        elif _NUMBER.match(row.words) and len(row.words) < 60:
            roles.append("number")
        elif _DATE.search(row.words) and "," in row.words and len(row.words) < 80 and "subject" not in roles:
            roles.append("place_date")
        elif row.in_capitals and kind_named(row.words) and "kind" not in roles and row.column is None:
            roles.append("kind")
        elif "kind" in roles:
            roles.append("other" if head.kind in _NO_SUBJECT else _below_kind(row, before))
        elif row.words.isupper() and any(map(str.isalpha, row.words)) and "number" not in roles[-2:]:
            roles.append("superior" if named and said in named else "organ")
        else:
            roles.append("other")
    return _offices(own, roles)


def _offices(own: list[Row], roles: list[Role]) -> list[Role]:
    """Which of the offices is above, where the names do not tell: all but the last, if only that is bold."""
    named = [at for at, role in enumerate(roles) if role in ("superior", "organ")]
    if not named:
        return roles
    if "organ" not in roles:  # without an office below it none is above
        return ["organ" if role == "superior" else role for role in roles]
    above = named[:-1]
    bold = [own[at].share(lambda look: look.bold) >= MOST for at in named]
    told = bold[-1] and not any(bold[:-1]) and not any(_COUNCIL.fullmatch(key(own[at].words)) for at in above)
    if told and "superior" not in roles:
        return ["superior" if at in above else role for at, role in enumerate(roles)]
    return roles


def _below_kind(row: Row, before: Role) -> Role:
    if _NOTE.match(row.words) or not any(map(str.isalnum, row.words)):
        return "other"
    authority = before in ("subject", "office") and row.words.isupper() and AUTHORITY.match(row.words)
    return "office" if authority else "subject"


def _goes_on(before: Row, row: Row) -> bool:
    """Whether a row is the next of what one cell, or one paragraph, says; the mark of a draft is not."""
    if row.words.startswith("Dự thảo"):
        return False
    return (before.cell == row.cell and row.cell is not None) or before.index == row.index


def _of_bases(row: Row) -> Role:
    if _RESOLVES.match(row.words):
        return "resolves"
    return "base" if _BASE.match(row.words) else "other"


def _signature(own: list[Row]) -> list[Role]:
    roles: list[Role] = []
    for row in own:
        if row.in_capitals and _FOR.match(row.words):
            roles.append("authority")
        elif row.in_capitals and any(map(str.isalpha, row.words)):
            roles.append("signer_title")
        else:
            roles.append("signer" if 2 <= len(row.words.split()) <= 7 and row.words[0].isupper() else "other")
    return roles


def _recipients(own: list[Row]) -> list[Role]:
    """The list under "Nơi nhận:"; what stands in the other column is a signature that nobody knows as one."""
    roles: list[Role] = []
    label: Row | None = None
    for row in own:
        if row.words.startswith("Nơi nhận"):
            label = row
            roles.append("noi_nhan")
        else:
            roles.append("recipient" if label is None or _is_below(label, row) else "other")
    return roles


def _is_below(label: Row, row: Row) -> bool:
    """Whether a row stands in the same column of the same table, or like the label in none."""
    if label.cell is None or row.cell is None:
        return label.column == row.column
    return (label.cell.table, label.cell.column) == (row.cell.table, row.cell.column)


def _appendix(own: list[Row]) -> list[Role]:
    roles: list[Role] = []
    for row in own:
        if key(row.words).startswith("phu luc") and len(row.words) < 30:
            roles.append("appendix")
        else:
            noted = _NOTE.match(row.words) or (roles and roles[-1] == "appendix_note")
            roles.append("appendix_note" if noted else "appendix_title")
    return roles


def span_of(found: Sequence[Row]) -> Span:
    """From the first row to the end of the last; of no rows the start of the text."""
    return Span(found[0].span.start, found[-1].span.end) if found else Span(0, 0)
