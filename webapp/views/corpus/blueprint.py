"""What the pages of the kho văn bản share."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort

from drafter.corpus import Entry
from drafter.corpus.phrases import doubts, force, origin
from drafter.errors import UnknownDocument
from webapp.store import stores

pages = Blueprint("corpus", __name__)
KEEPERS = ("office", "admin")
"""Who may change what is in the corpus."""


@pages.context_processor
def _words() -> dict[str, Any]:
    return {"doubts": doubts, "force": force, "origin": origin}


def entry_or_404(id: int) -> Entry:
    """The document. Answers 404 where there is none."""
    try:
        return stores().corpus.entry(id)
    except UnknownDocument:
        abort(404)
