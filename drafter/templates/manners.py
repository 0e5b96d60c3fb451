"""How the components look: sizes (pt) and lengths (mm) of Phụ lục I NĐ 30/2020 and of HD 05-HD/VPTW."""

from __future__ import annotations

from dataclasses import dataclass

PAPER = (210.0, 297.0)
TOP, BOTTOM, LEFT, RIGHT = 20.0, 20.0, 30.0, 15.0
"""mm; the decree leaves 20–25, 20–25, 30–35, 15–20, the Party's guidance these."""
TEXT = PAPER[0] - LEFT - RIGHT
"""mm between the margins."""


@dataclass(frozen=True, slots=True)
class Type:
    """How letters look."""

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How the documents of one regime look."""

    columns: tuple[float, float]
    """Of the letterhead, mm; the right one holds its first line unbroken."""
    superior: Type
    organ: Type
    number: Type
    dated: Type
    kind: Type
    subject: Type
    about: Type
    """The subject of a letter, under its number."""
    base: Type
    to: Type
    """The words "Kính gửi:"."""
    text: Type
    title: Type
    noi_nhan: Type
    recipient: Type
    indent: float
    """mm of a paragraph's first line."""
    exact: float | None
    """pt from line to line; None for 1.15 lines."""


STATE = Manner(
    columns=(73.0, 99.5),
    superior=Type(13),
    organ=Type(13, bold=True),
    number=Type(13),
    dated=Type(14, italic=True),
    kind=Type(14, bold=True),
    subject=Type(14, bold=True),
    about=Type(12),
    base=Type(14, italic=True),
    to=Type(14),
    text=Type(14),
    title=Type(14, bold=True),
    noi_nhan=Type(12, bold=True, italic=True),
    recipient=Type(11),
    indent=12.7,
    exact=None,
)
PARTY = Manner(
    columns=(80.0, 88.0),
    superior=Type(14),
    organ=Type(14, bold=True),
    number=Type(14),
    dated=Type(14, italic=True),
    kind=Type(16, bold=True),
    subject=Type(15, bold=True),
    about=Type(12, italic=True),
    base=Type(14),
    to=Type(14, italic=True),
    text=Type(14),
    title=Type(14),
    noi_nhan=Type(14, underline=True),
    recipient=Type(12),
    indent=10.0,
    exact=19.0,
)
