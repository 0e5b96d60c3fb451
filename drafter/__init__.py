"""A drafting assistant for Vietnamese government offices.

>>> import drafter
>>> document = drafter.read("ke-hoach.docx")                # doctest: +SKIP
>>> with drafter.Corpus() as corpus:                        # doctest: +SKIP
...     report = drafter.review(document, corpus)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.corpus import Corpus
    from drafter.document import Document
    from drafter.errors import DrafterError
    from drafter.readers import read, read_all
    from drafter.report import Finding, Report
    from drafter.reviewing import review

__all__ = ["Corpus", "Document", "DrafterError", "Finding", "Report", "read", "read_all", "review"]

_HOMES = {
    "Corpus": "drafter.corpus",
    "Document": "drafter.document",
    "DrafterError": "drafter.errors",
    "Finding": "drafter.report",
    "Report": "drafter.report",
    "read": "drafter.readers",
    "read_all": "drafter.readers",
    "review": "drafter.reviewing",
}


def __getattr__(name: str) -> object:
    """Loads a part at its first use, so that `drafter --help` does not wait for the database library."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
