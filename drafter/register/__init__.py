"""The register of issued documents: numbers, what was issued, what counts against the yearly target.

`Register` is the door; it opens the same database as `drafter.corpus.Corpus`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.register.entries import Filter
    from drafter.register.history import Act, Change
    from drafter.register.rules import Rules
    from drafter.register.store import Register
    from drafter.register.values import Entry, Paper, Record, State, parted

__all__ = ["Act", "Change", "Entry", "Filter", "Paper", "Record", "Register", "Rules", "State", "parted"]

_HOMES = {
    "Act": "history",
    "Change": "history",
    "Entry": "values",
    "Filter": "entries",
    "Paper": "values",
    "Record": "values",
    "Register": "store",
    "Rules": "rules",
    "State": "values",
    "parted": "values",
}


def __getattr__(name: str) -> object:
    """Loads a part at its first use, so that `drafter --help` does not wait for the database library."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"drafter.register.{_HOMES[name]}"), name)
