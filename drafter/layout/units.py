"""The numbered units of a text as its drafter set them: phần, chương, mục, điều, khoản, điểm (khoản 6 Mục II NĐ 30).

`drafter.nlp.outline` reads the places of any text and passes over what is out of sequence. Here every head counts, the
wrong ones above all, and a file tells prose in tables and text boxes apart. Automatic numbers are in the text already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from drafter.document import Span
from drafter.layout.roles import NOTE, Role, Sheet
from drafter.layout.rows import Row

Rank = Literal["phan", "chuong", "muc", "tieu_muc", "dieu", "roman", "number", "decimal", "letter"]
ORDER: tuple[Rank, ...] = ("phan", "chuong", "muc", "tieu_muc", "dieu", "roman", "number", "decimal", "letter")
NAMED: tuple[Rank, ...] = ORDER[:4]
"""What has its word and number on a line of its own."""
ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_HEAD = re.compile(
    r"""(?P<word>(?P<phan>Phần|PHẦN)|(?P<chuong>Chương|CHƯƠNG)|(?P<tieu_muc>Tiểu\s+mục|TIỂU\s+MỤC)|(?P<muc>Mục|MỤC)
      |(?P<dieu>Điều|ĐIỀU))\s+(?P<name>(?:thứ|THỨ)\s+\w+|[IVXLC]+|\d{1,3}[a-zđ]?)(?P<mark>\s?[.:\-–/)]?)(?=\s|$)
    | (?P<roman>[IVXLC]{1,6})(?P<roman_mark>\s?[.\-–/)])(?=\s)
    | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})(?P<decimal_mark>[.)]?)(?=\s+[^\W\d_])
    | (?P<number>\d{1,3}[a-zđ]?)(?P<number_mark>\s?[.\-–/)])(?=\s+\D)
    | (?P<letter>[a-zđ])(?P<letter_mark>\s?[.\-–/)])(?=\s)""",
    re.VERBOSE,
)
_FORM = re.compile(r"(?:Mẫu|MẪU|Biểu|BIỂU)(?:\s+(?:mẫu|MẪU|biểu|BIỂU))?(?:\s+(?:số|SỐ))?\s*\d")
_APPENDED: tuple[Role, ...] = ("appendix", "appendix_title", "appendix_note")


@dataclass(frozen=True, slots=True)
class Unit:
    """A row that begins with a number of its own."""

    rank: Rank
    row: Row
    word: str
    """As printed: "CHƯƠNG"; "" for what is numbered only."""
    sign: str
    """Its number as printed: "II", "2a", "đ", "thứ nhất"."""
    mark: str
    """What stands behind the number: ".", ")", ":" or nothing."""
    rest: str
    """What the row says behind that."""
    value: int
    """The place in the sequence, from 1; 0 for none that can be told."""
    above: int = -1
    """The index of the unit that holds it, -1 for none."""
    at: int = 0
    """The index of its row in the stretch."""

    @property
    def begins(self) -> Span:
        """The stretch of the text from the first letter to the mark behind the number."""
        said = self.row.words[: len(self.row.words) - len(self.rest)].rstrip()
        return Span(self.row.span.start, self.row.span.start + len(said))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text of one document of the file, the one above or one that it promulgates."""

    rows: tuple[Row, ...]
    units: tuple[Unit, ...]

    @property
    def is_divided(self) -> bool:
        """Whether it is laid out by phần, chương, mục."""
        return any(unit.rank in NAMED for unit in self.units)


def stretches(sheet: Sheet) -> list[Stretch]:
    """The texts of a file in its order, without appendices and forms, which are laid out in ways of their own."""
    found = [_stretch(rows) for rows in _texts(sheet)]
    return [one for one in found if one.rows]


def _texts(sheet: Sheet) -> Iterator[list[Row]]:
    """The rows of body, document by document: what stands behind a signature counts if it says what it came with."""
    rows: list[Row] = []
    closed = noted = False
    for row, role in zip(sheet.rows, sheet.roles, strict=True):
        if role in _APPENDED or _FORM.match(row.words):
            break
        if role in ("signer_title", "authority", "noi_nhan", "recipient", "kind"):
            if rows:
                yield rows
            closed, rows = closed or role != "kind" or bool(rows), []
        noted = noted or bool(closed and NOTE.match(row.words))
        if role == "body" and (noted or not closed):
            rows.append(row)
    if rows:
        yield rows


def _stretch(rows: Sequence[Row]) -> Stretch:
    plain = [row for row in rows if row.cell is None and row.paragraph.place == "body" and row.alone]
    quoted = _quoted(plain)
    units: list[Unit] = []
    open_: list[int] = []
    for at, row in enumerate(plain):
        unit = None if at in quoted else _read(row)
        if unit is None:
            continue
        open_ = [one for one in open_ if ORDER.index(units[one].rank) < ORDER.index(unit.rank)]
        units.append(
            Unit(unit.rank, row, unit.word, unit.sign, unit.mark, unit.rest, unit.value, (open_ or [-1])[-1], at)
        )
        open_.append(len(units) - 1)
    return Stretch(tuple(plain), tuple(units))


def _quoted(rows: Sequence[Row]) -> set[int]:
    """The rows inside quotations of several paragraphs: their heads belong to another document."""
    inside: set[int] = set()
    depth = 0
    for at, row in enumerate(rows):
        if depth or row.words.startswith(("“", '"')):
            inside.add(at)
        depth = max(0, depth + row.words.count("“") - row.words.count("”"))
    return inside if not depth else {at for at, row in enumerate(rows) if row.words.startswith(("“", '"'))}


def _read(row: Row) -> Unit | None:
    found = _HEAD.match(row.words)
    if not found:
        return None
    rank = next(rank for rank in ORDER if found[rank])
    word = found["word"] or ""
    sign = " ".join((found["name"] if word else found[rank]).split())
    mark = (found["mark"] if word else found[f"{rank}_mark"]).strip()
    rest = row.words[found.end() :].strip()
    if word and not _is_head(rank, mark, rest, row):
        return None
    return Unit(rank, row, word, sign, mark, rest, _value(rank, sign))


def _is_head(rank: Rank, mark: str, rest: str, row: Row) -> bool:
    """Whether a word with a number is a head rather than the start of a sentence: "Điều 5 Quy chế này nêu …"."""
    if not rest:
        return True
    return bool(mark) if rank == "dieu" else len(row.words) < 200 and (mark in (".", ":") or rest.isupper())


def _value(rank: Rank, sign: str) -> int:
    if rank == "letter":
        return ALPHABET.find(sign) + 1
    if rank == "decimal":
        return int(sign.rpartition(".")[2])
    if digits := re.match(r"\d+", sign):
        return int(digits[0])
    return roman(sign)


def roman(sign: str) -> int:
    """The value of a Roman numeral; 0 for what is none."""
    if not sign or any(letter not in _ROMAN for letter in sign):
        return 0
    figures = [_ROMAN[letter] for letter in sign]
    return sum(-one if one < after else one for one, after in pairwise([*figures, 0]))
