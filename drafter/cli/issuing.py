"""The file that a document is issued with: what it says of itself, and the report of its check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.frame import Settings

if TYPE_CHECKING:
    from drafter.register import Paper, Record


def paper_of(settings: Settings | None, file: Path) -> tuple[Record, Paper]:
    """The record that the file speaks of, and what is kept with it. Raises `UnreadableFile`, `SecretFile`."""
    from drafter import Corpus, read, review
    from drafter.readers.secrecy import refuse_secret
    from drafter.register import Paper
    from drafter.register.reading import record_of
    from drafter.render.json import json_line

    document = read(file)
    refuse_secret(file.name, document.text)
    with Corpus(settings.home if settings else None) as corpus:
        report = review(document, corpus)
    return record_of(document), Paper(file.name, file.read_bytes(), document.text, json_line(report).strip())
