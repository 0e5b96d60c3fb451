"""Packages of files: .zip and edXML; each document inside is read as its own."""

from __future__ import annotations

from drafter.document import Document
from drafter.errors import ForeignFile, UnreadableFile
from drafter.readers.sniffing import Form


def read_package(name: str, data: bytes, form: Form, progress: object = None) -> list[Document | UnreadableFile]:
    """The documents inside, in their order; in place of one that cannot be read its error."""
    raise ForeignFile(name)
