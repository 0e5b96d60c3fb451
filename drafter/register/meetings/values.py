"""What a meeting is, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["regular", "topical", "urgent"]
Scope = Literal["commune", "units", "internal"]
Form = Literal["in_person", "online", "mixed"]
Matter = Literal["", "briefing", "business", "discussion"]
State = Literal["entered", "cancelled"]

KINDS: Mapping[Kind, str] = {"regular": "định kỳ", "topical": "chuyên đề", "urgent": "đột xuất"}
SCOPES: Mapping[Scope, str] = {"commune": "toàn xã", "units": "một số đơn vị", "internal": "nội bộ"}
FORMS: Mapping[Form, str] = {
    "in_person": "trực tiếp",
    "online": "trực tuyến",
    "mixed": "trực tiếp kết hợp trực tuyến",
}
MATTERS: Mapping[Matter, str] = {
    "briefing": "quán triệt, phổ biến",
    "business": "chuyên môn, nghiệp vụ",
    "discussion": "quan trọng, cần thảo luận",
    "": "chưa rõ",
}
"""What it is about decides how long it may be."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A meeting as it was held or is planned."""

    date: str
    """ISO 8601; of several days the first."""
    title: str
    kind: Kind
    scope: Scope
    form: Form
    minutes: int | None = None
    """How long it was, a day of eight hours; None where nobody noted it."""
    matter: Matter = ""
    units: str = ""
    """Who took part; names parted by "; "."""
    unit: str = ""
    """Who convened it."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting in the register."""

    id: int
    facts: Facts
    entry_id: int | None = None
    """The id of its invitation in the register."""
    state: State = "entered"
    reason: str = ""
    """Why it was cancelled."""
