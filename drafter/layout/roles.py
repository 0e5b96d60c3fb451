"""Which line of a document is what: Quốc hiệu, organ, number, date, kind, subject … (ô số, Phụ lục I, Phần IV NĐ 30).

The text tells it, with the place: `drafter.nlp.parts` and `drafter.nlp.letterhead` read the parts of any text, a file's
columns and line breaks tell the lines of a part apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.document import Cell, Document, Span
from drafter.layout.rows import MOST, Row, rows, shown
from drafter.nlp.folding import key
from drafter.nlp.issuers import AUTHORITY
from drafter.nlp.kinds import kind_name, kind_named
from drafter.nlp.letterhead import Letterhead, recognise
from drafter.nlp.parts import Part, parts

# fmt: off
Role = Literal[
    "quoc_hieu", "tieu_ngu", "party_title", "superior", "organ", "number", "place_date", "kind", "subject", "about",
    "office", "kinh_gui", "addressee", "base", "resolves", "body", "authority", "signer_title", "signer", "noi_nhan",
    "recipient", "secrecy", "urgency", "circulation", "code", "appendix", "appendix_title", "appendix_note",
    "copy_form", "other",
]
# fmt: on

_MOTTO = key("Cộng hòa xã hội chủ nghĩa Việt Nam")
_SHORT_MOTTO = re.compile(r"công hoa \w[\w ]{2,20} viêt nam$")
_PARTY = key("Đảng Cộng sản Việt Nam")
_LIBERTY = re.compile(r"đôc\s*lâp\W+t[ưu]\s*do\W+hanh\s*phuc\W*$")
_NUMBER = re.compile(r"S[ốỐ]\s*[:：]?\s*[\d.…_\s]*[/-]?.*[A-ZĐ]|S[ốỐ]\s*[:：]\s*[\d.…_]*\s*/", re.IGNORECASE)
_DATE = re.compile(r"ngày\s*[\d.…_\s]*\s*tháng\s*[\d.…_\s]*\s*năm", re.IGNORECASE)
_PLACED = re.compile(r"[^\d,;:.]{2,40}\s[Nn]gày\s*[\d.…_]*\s*tháng\s*[\d.…_]*\s*năm\s*[\d.…_]*$")
"""A place and a date without the comma between."""
_ABOUT = re.compile(r"V\s*/?\s*v\b", re.IGNORECASE)
_ABOUT_PARTY = re.compile(r"Về việc\b", re.IGNORECASE)
# What stands among the offices and is none: the mark of a draft, and stamps that only the Party has.
_MARK = re.compile(r"hoa tôc\b.*|dư thao\b.*|xem tai chô|không phô biên")
_BASE = re.compile(r"[-–+\s]*(?:Căn cứ|Theo (?:đề nghị|Tờ trình)|Xét)\b")
_RESOLVES = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s*:?$")
_FOR = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|TU/Q|Q)\s*(?:\.\s*|\s+|(?<=/[A-Z])\s*)(?=[A-ZĐÀ-Ỹ])")
# "ỦY BAN NHÂN DÂN" goes on in the next line, whatever that looks like.
_COUNCIL = re.compile(r"uy ban nhân dân|ubnd|hôi đông nhân dân|hđnd")
_NO_SUBJECT = ("GGT", "GNP", "ThC")
"""Kinds that have neither subject nor bases (Mẫu 1.8, 1.10; a thư công has no form)."""
COPY = re.compile(r"(?:ban )?(?:sao y|sao luc|trich sao)(?: ban chinh)?\b[.:]?$")
"""The forms of copies, over their keys, rightly and wrongly named."""
_COPY_REACH = 10
_LONGEST_FORM = 30
_CLOSES: tuple[Role, ...] = ("signer", "signer_title", "authority", "recipient", "noi_nhan")
NOTE = re.compile(r"\(\s*(?:Ban hành\s+)?[Kk]èm theo\b")
_MARKS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("secrecy", re.compile(r"(?:(?:tuyêt|tôi) )?mât$")),
    ("urgency", re.compile(r"(?:hoa tôc(?: hen giơ)?|(?:thương |tôi |rât )?khân(?: câp)?)$")),
    ("circulation", re.compile(r"(?:tai liêu )?lưu hanh nôi bô$|xem xong tra lai$")),
)
"""What marks say, by their keys (Phụ lục I, Phần I, Mục III, khoản 2)."""
_CODE = re.compile(r"[A-ZĐ][\w.&/-]{0,8}\s?\.?\s?\(\s?\d{1,4}\s?(?:b|bản)?\s?\)\.?$")
"""The drafter's code and how many copies are made: "PL.(300)"."""


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

    def first(self, *wanted: Role) -> Row | None:
        """The first row of these roles."""
        return next(iter(self.of(*wanted)), None)

    @property
    def first_appendix(self) -> int:
        """Where the first appendix begins; the text's end without one."""
        return min((row.span.start for row in self.of("appendix", "appendix_title")), default=len(self.document.text))


def sheet(document: Document) -> Sheet:
    """The document with the role of each of its rows."""
    lines = rows(document)
    text = shown(document)
    head = recognise(text)
    stretches = parts(text)
    roles: list[Role] = []
    for part, own in _by_part(lines, stretches):
        roles += _roles(part, own, head)
    start = copy_start(lines, roles)
    roles[start:] = ["other"] * len(roles[start:])
    return Sheet(document, head, tuple(lines), tuple(roles))


def copied(whole: Sheet) -> Sheet | None:
    """The block that makes a copy of a document, as a sheet of its own (Phụ lục I, Phần II, Mục II NĐ 30)."""
    begins = copy_start(whole.rows, whole.roles)
    own = whole.rows[begins:]
    if not own:
        return None
    start, text = own[0].span.start, whole.document.text
    head = recognise(text[start:])
    stretches = [Part(part.name, part.span.shifted(start)) for part in parts(text[start:])]
    roles: list[Role] = []
    above: list[Row] = []
    for part, rows_of in _by_part(own, stretches):
        if part.name in ("signature", "recipients"):
            roles += _roles(part, rows_of, head)
        elif roles:
            roles += ["other"] * len(rows_of)
        else:
            above += rows_of
    roles = [*_letterhead(above, head), *roles]
    forms: list[Role] = [
        "copy_form" if COPY.match(key(row.words)) else role for row, role in zip(own, roles, strict=True)
    ]
    return Sheet(whole.document, head, own, tuple(forms))


def copy_start(lines: Sequence[Row], roles: Sequence[Role]) -> int:
    """The first row of the block of a copy; behind the last row where there is none.

    It is a table of its own, or what stands between the signature and recipients of the document and the form of the
    copy; with a number or a date, as a heading of an enclosed text has not.
    """
    form = next(
        (
            at
            for at in reversed(range(len(lines)))
            if len(lines[at].words) < _LONGEST_FORM and COPY.fullmatch(key(lines[at].words))
        ),
        None,
    )
    if form is None:
        return len(lines)
    cell, first = lines[form].cell, form
    while first and form - first < _COPY_REACH and roles[first - 1] not in _CLOSES:
        above = lines[first - 1]
        if not (_is_in_table(above, cell) if cell else above.cell is None and _is_in_head(above)):
            break
        first -= 1
    around = lines[first : form + _COPY_REACH]
    told = any(len(row.words) < 80 and (_NUMBER.match(row.words) or _DATE.search(row.words)) for row in around)
    return first if told else len(lines)


def _is_in_table(row: Row, cell: Cell) -> bool:
    return row.cell is not None and row.cell.table == cell.table


def _is_in_head(row: Row) -> bool:
    """Whether a row may stand above the form of a copy: an office, a number, a date, a line."""
    told = row.words.upper() == row.words or _NUMBER.match(row.words) or _DATE.search(row.words)
    return bool(told) and len(row.words) < 80


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
        if mark := _mark(said):
            roles.append(mark)
        elif _MOTTO in said or _SHORT_MOTTO.match(said):
            roles.append("quoc_hieu")
        elif said == _PARTY:
            roles.append("party_title")
        elif _LIBERTY.search(said):
            roles.append("tieu_ngu")
        elif _MARK.fullmatch(said):
            roles.append("other")
        elif _is_about(row, roles, head) or (before == "about" and _goes_on(own[at - 1], row)):
            roles.append("about")
        elif _NUMBER.match(row.words) and len(row.words) < 60:
            roles.append("number")
        elif _is_dated(row.words) and "subject" not in roles:
            roles.append("place_date")
        elif row.in_capitals and "kind" not in roles and row.column is None and _names_kind(row.words, head):
            roles.append("kind")
        elif "kind" in roles:
            roles.append("other" if head.kind in _NO_SUBJECT else _below_kind(row, before))
        elif row.words.isupper() and any(map(str.isalpha, row.words)) and "number" not in roles[-2:]:
            roles.append("superior" if named and said in named else "organ")
        else:
            roles.append("other")
    return _offices(own, roles)


def _is_dated(words: str) -> bool:
    """Whether a line is a place with a date."""
    return len(words) < 80 and bool(_DATE.search(words)) and ("," in words or bool(_PLACED.match(words)))


def _mark(said: str) -> Role | None:
    """Which mark a line is that says nothing else."""
    bare = said.strip(" .!()[]*")
    return next((role for role, mark in _MARKS if len(bare) < 30 and mark.match(bare)), None)


def _names_kind(words: str, head: Letterhead) -> bool:
    """Whether a line is the kind's name, or begins with it and goes on: "BÁO CÁO KẾT QUẢ RÀ SOÁT"."""
    if kind_named(words):
        return True
    name = kind_name(head.kind, "state")
    return bool(name) and words.isupper() and key(words).startswith(f"{key(name)} ")


def _is_about(row: Row, roles: Sequence[Role], head: Letterhead) -> bool:
    """Whether the subject of a letter begins here; the Party writes "về việc" below the number."""
    below = head.regime == "hd05" and "number" in roles and "kind" not in roles
    return bool(_ABOUT.match(row.words) or (below and _ABOUT_PARTY.match(row.words)))


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
    if NOTE.match(row.words) or not any(map(str.isalnum, row.words)):
        return "other"
    if _RESOLVES.match(row.words) and row.words.endswith(":"):
        return "resolves"
    authority = before == "subject" and AUTHORITY.match(row.words)  # and the session below it, or the rest of its name
    return "office" if row.words.isupper() and (authority or before == "office") else "subject"


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
            kept = any(re.match(r"[-–]\s*Lưu\b", one.words) for one in own[: len(roles)])
            own_role: Role = "code" if kept and _CODE.match(row.words) else "recipient"
            roles.append(own_role if label is None or _is_below(label, row) else "other")
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
            noted = NOTE.match(row.words) or (roles and roles[-1] == "appendix_note")
            roles.append("appendix_note" if noted else "appendix_title")
    return roles


def span_of(found: Sequence[Row]) -> Span:
    """From the first row to the end of the last; of no rows the start of the text."""
    return Span(found[0].span.start, found[-1].span.end) if found else Span(0, 0)
