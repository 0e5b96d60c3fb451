"""How components of Party documents have to look, and what makes them look so (HD 05-HD/VPTW)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.layout.looks import Component, Look, wrong_looks
from drafter.layout.mending import component
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Fault

ANY = 1.0, 400.0
"""Where the guidance is read for weight and place only."""


def styled(sheet: Sheet, id_: str, name: str, rows: Sequence[Row], look: Look) -> Iterator[Fault]:
    """The fault of rows that look otherwise than `look`, with what mends it."""
    rule = f"hd05.{id_}"
    for fault in wrong_looks(rule, name, rows, look):
        yield replace(fault, mends=tuple(component(sheet, rule, rows, look)))


def all_styled(sheet: Sheet, components: Sequence[Component]) -> Iterator[Fault]:
    for id_, roles, name, look in components:
        yield from styled(sheet, id_, name, sheet.of(*roles), look)
