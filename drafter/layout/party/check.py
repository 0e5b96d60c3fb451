"""Documents of the Party: Hướng dẫn số 05-HD/VPTW, as far as its values can be measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.layout.bodies import gaps
from drafter.layout.party.closings import closings
from drafter.layout.party.heads import heads
from drafter.layout.party.pages import pages
from drafter.layout.party.texts import texts
from drafter.layout.party.units import units
from drafter.layout.roles import Sheet
from drafter.layout.rules import Fault

_CHECKS = (pages, heads, texts, units, closings)


def party(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with a document of the Party; each fault has what mends its look, where that can be mended."""
    for check in _CHECKS:
        yield from check(sheet)
    for gap in gaps(sheet):
        yield replace(gap, rule="hd05.D-11", severity="warning")
