"""Quarter, half year, year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Name = Literal["Q1", "Q2", "Q3", "Q4", "H1", "H2", "Y"]
NAMES: tuple[Name, ...] = get_args(Name)
_MONTHS: dict[Name, tuple[int, int]] = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12), "Y": (1, 12),
}  # fmt: skip
_TITLES: dict[Name, str] = {
    "Q1": "quý I", "Q2": "quý II", "Q3": "quý III", "Q4": "quý IV", "H1": "6 tháng đầu năm", "H2": "6 tháng cuối năm",
    "Y": "năm",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A part of a year that is reported on."""

    year: int
    name: Name

    @property
    def months(self) -> range:
        """1 to 12."""
        first, last = _MONTHS[self.name]
        return range(first, last + 1)

    @property
    def first(self) -> date:
        return date(self.year, self.months[0], 1)

    @property
    def last(self) -> date:
        return date(self.year, self.months[-1], monthrange(self.year, self.months[-1])[1])

    @property
    def begins_the_year(self) -> bool:
        return self.months[0] == 1

    @property
    def ends_the_year(self) -> bool:
        return self.months[-1] == 12

    @property
    def title(self) -> str:
        """As reports call it: "quý I năm 2026", "6 tháng đầu năm 2026", "năm 2026"."""
        name = _TITLES[self.name]
        return f"{name} {self.year}" if name.endswith("năm") else f"{name} năm {self.year}"
