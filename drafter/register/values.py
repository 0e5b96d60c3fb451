"""What the register holds: an outgoing document as its ten columns say it, and its entry with the number given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

State = Literal["reserved", "issued", "cancelled", "replaced"]
"""`reserved`: the number is given, the document not yet issued. `replaced`: issued, and another one took its place."""

_FIGURE = re.compile(r"\s*(?P<number>\d{1,6})(?P<suffix>[a-zđ]?)(?=\s*[/–-]|\s*$)\s*(?P<symbol>.*)$", re.DOTALL)
_NORMATIVE = re.compile(r"/\d{4}/")
LARGEST = 999_999
"""The largest number that a register gives."""


@dataclass(frozen=True, slots=True)
class Record:
    """An outgoing document: the ten columns of Phụ lục IV Nghị định 30/2020/NĐ-CP, unit and kind.

    "" for what is not known; dates are ISO 8601.
    """

    number: int | None
    """Column 1, the figure; None for an attached text, which has none of its own."""
    suffix: str = ""
    """"a" of 12a/KH-UBND."""
    symbol: str = ""
    """Column 1, what follows the figure, with its stroke or dash: "/KH-UBND", "-KH/ĐU"."""
    date: str = ""
    """Column 2."""
    kind: str = ""
    """By its symbol: KH, CV (`drafter.nlp.kinds`). Column 3, with the title."""
    title: str = ""
    """Trích yếu, without the name of the kind."""
    signer: str = ""
    """Column 4."""
    recipients: str = ""
    """Column 5, one line; recipients parted by "; "."""
    keeper: str = ""
    """Column 6: the unit or person who gets the copy that is kept."""
    copies: int | None = None
    """Column 7."""
    sent: str = ""
    """Column 8: ngày chuyển."""
    received: str = ""
    """Column 9: ký nhận."""
    note: str = ""
    """Column 10."""
    unit: str = ""
    """The unit that drafted it."""
    attached: bool = False
    """Whether it is issued with another document, as a Quy chế with its Quyết định."""

    @property
    def normative(self) -> bool:
        """Whether the symbol is that of a normative document: "/2026/QĐ-UBND"."""
        return bool(_NORMATIVE.match(self.symbol))

    @property
    def notation(self) -> str:
        """Number and symbol as printed: "05/KH-UBND"; figures below ten with a leading zero (Phụ lục I, II.3.a)."""
        return f"{'' if self.number is None else f'{self.number:02}'}{self.suffix}{self.symbol}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in the register."""

    id: int
    year: int
    """The book it stands in."""
    series: str
    """The series its number was given in (`drafter.register.series`)."""
    record: Record
    state: State
    reason: str = ""
    """Why it was cancelled or replaced."""
    replaced_by: int | None = None
    """The id of the entry that took its place."""
    file: str = ""
    """sha256 of the file it was issued with, "" for none."""
    report: str = ""
    """sha256 of the report of the check it was issued with, "" for none."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document is issued with: its file, and the report of the check as JSON, "" for none."""

    name: str
    content: bytes
    text: str
    """What a reader reads in it: looked through for a mark of secrecy."""
    report: str = ""


def parted(notation: str) -> tuple[int | None, str, str]:
    """Number, suffix and symbol of "05/KH-UBND", "5", "87-KH/ĐU"; (None, "", notation) where there is no figure.

    >>> parted("012a/KH-UBND")
    (12, 'a', '/KH-UBND')
    """
    found = _FIGURE.match(notation)
    if not found:
        return None, "", notation.strip()
    return int(found["number"]), found["suffix"], re.sub(r"\s+", "", found["symbol"])
