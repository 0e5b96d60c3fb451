"""The register of issued documents: numbers, what was issued, what counts against the yearly target.

`Register` is the door; it opens the same database as `drafter.corpus.Corpus`.
"""

from __future__ import annotations

from drafter.register.entries import Filter
from drafter.register.history import Act, Change
from drafter.register.rules import Rules
from drafter.register.store import Register
from drafter.register.values import Entry, Paper, Record, State, parted

__all__ = ["Act", "Change", "Entry", "Filter", "Paper", "Record", "Register", "Rules", "State", "parted"]
