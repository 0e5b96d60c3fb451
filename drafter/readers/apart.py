"""Reads what needs foreign programs or libraries in a process of its own, with limits of memory and time."""

from __future__ import annotations

from drafter.document import Document
from drafter.readers.sniffing import Form


def read_apart(form: Form, name: str, data: bytes, progress: object = None) -> Document:
    """The document in `data`, read by the reader of its form (`drafter.readers.inside`)."""
    from drafter.readers.inside import READERS

    return READERS[form](name, data, progress)
