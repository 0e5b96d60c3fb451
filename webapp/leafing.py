"""Long lists a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

LENGTH = 50
"""Rows of a page."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a list."""

    nth: int
    """From 1."""
    count: int
    """Rows of the whole list."""
    said: dict[str, str]
    """What the address says besides which page."""

    @classmethod
    def of(cls, said: MultiDict[str, str], count: int) -> Leaf:
        """The page that an address asks for, the last one where there are not so many."""
        last = max(1, -(-count // LENGTH))
        nth = min(max(1, said.get("trang", 1, int)), last)
        return cls(nth, count, {name: value for name, value in said.items() if value and name != "trang"})

    @property
    def length(self) -> int:
        return LENGTH

    @property
    def start(self) -> int:
        return (self.nth - 1) * LENGTH

    @property
    def last(self) -> int:
        return max(1, -(-self.count // LENGTH))
