"""What the names in a letterhead say: the office in one line, and the commune that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.nlp.folding import key
from drafter.nlp.kinds import Kind, kind_named

_COMMUNE = re.compile(
    r"\b(?P<unit>XÃ|PHƯỜNG|ĐẶC KHU) (?P<name>[^\W\d_][\w' -]*?|\d{1,2})"
    r"(?=$|[,.;(]| (?:TỈNH|THÀNH PHỐ|TP|HUYỆN|QUẬN|KHÓA|KHOÁ|NHIỆM KỲ|KỲ HỌP)\b)"
)
_COUNCIL = re.compile(r"(?:uy ban nhân dân|ubnd|hôi đông nhân dân|hđnd)\b")


@dataclass(frozen=True, slots=True)
class Commune:
    unit: str
    """"xã", "phường", "đặc khu"."""
    name: str
    """In proper case, without the unit."""


def office_of(sheet: Sheet) -> str:
    """The issuing office in capitals on one line; "" where the letterhead names none."""
    return " ".join(row.words.upper() for row in sheet.of("organ"))


def superior_of(sheet: Sheet) -> str:
    """The office above it, likewise."""
    return " ".join(row.words.upper() for row in sheet.of("superior"))


def is_council(office: str) -> bool:
    """Whether an office is a people's committee or council itself, not a unit of one."""
    return bool(_COUNCIL.match(key(office)))


def commune_of(sheet: Sheet) -> Commune | None:
    """The commune whose committee or council issues the document or stands above its unit; None for no commune."""
    for office in (office_of(sheet), superior_of(sheet)):
        found = _COMMUNE.search(office) if is_council(office) else None
        if found:
            return Commune(found["unit"].lower(), " ".join(word.capitalize() for word in found["name"].split()))
    return None


def kind_of(row: Row) -> Kind | None:
    """The kind that a line prints; a plan of action is a plan."""
    return kind_named(row.words.removesuffix(" HÀNH ĐỘNG"))
