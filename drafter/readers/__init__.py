"""From a file to a `Document`. What a file is, its content tells, never its name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from drafter.document import Document
from drafter.errors import (
    CorruptFile,
    CorruptSheet,
    EmptyFile,
    ForbiddenFile,
    ForeignFile,
    ForeignRegister,
    GreedyFile,
    MissingFile,
    NotAFile,
    OversizedFile,
    OversizedRegister,
    SeveralDocuments,
    SlowFile,
    UnreadableFile,
)
from drafter.readers.grids import Book
from drafter.readers.sniffing import Form, form_of

Progress = Callable[[int, int], None]
"""Told of pages done, and of how many there are; what it raises stops the reading."""

VERSION = 1
"""Changes whenever a file would be read otherwise, or its letterhead: the corpus reads such files again."""

_MOST_BYTES = 100 * 2**20


def read(path: str | Path, progress: Progress | None = None) -> Document:
    """The file as a document. Raises a subclass of `UnreadableFile` that says in one sentence what is wrong.

    Of a package (.zip, .edxml) it is the only document inside; with several `SeveralDocuments` is raised.
    """
    path = Path(path)
    return read_bytes(_shown_name(path), content_of(path), progress)


def read_bytes(name: str, data: bytes, progress: Progress | None = None) -> Document:
    """The document in `data`; `name` is the file's name, for messages and the report. Raises as `read`."""
    found = read_all_bytes(name, data, progress)
    documents = [one for one in found if isinstance(one, Document)]
    if len(documents) == 1:
        return documents[0]
    if documents:
        raise SeveralDocuments(name, len(documents))
    raise next((one for one in found if isinstance(one, UnreadableFile)), EmptyFile(name))


def read_all(path: str | Path, progress: Progress | None = None) -> list[Document | UnreadableFile]:
    """The documents in a file, or in a package in their order; in place of one that cannot be read its error.

    Raises a subclass of `UnreadableFile` where the file itself cannot be read.
    """
    path = Path(path)
    return read_all_bytes(_shown_name(path), content_of(path), progress)


def read_all_bytes(name: str, data: bytes, progress: Progress | None = None) -> list[Document | UnreadableFile]:
    """As `read_all`, of what a file holds."""
    if not data:
        raise EmptyFile(name)
    if len(data) > _MOST_BYTES:
        raise OversizedFile(name)
    form = form_of(name, data)
    if form in ("zip", "edxml"):
        from drafter.readers.packages import read_package

        return read_package(name, data, form, progress)
    document = _read(form, name, data, progress)
    if not document.text.strip():
        raise EmptyFile(name)
    return [document]


def read_book_bytes(name: str, data: bytes) -> Book:
    """The cells of a workbook (.xlsx) or table (.csv). Raises a subclass of `UnreadableFile`."""
    if not data:
        raise EmptyFile(name)
    if len(data) > _MOST_BYTES:
        raise OversizedFile(name)
    form = form_of(name, data)
    if form == "txt":
        from drafter.readers.separated import read_separated

        return read_separated(name, data)
    if form not in ("xlsx", "doc"):
        raise ForeignRegister(name)
    from drafter.readers.apart import book_apart

    try:
        return book_apart(name, data)
    except (SlowFile, GreedyFile) as error:
        raise OversizedRegister(name) from error
    except CorruptSheet:
        raise
    except CorruptFile as error:
        raise CorruptSheet(name) from error


def _read(form: Form, name: str, data: bytes, progress: Progress | None) -> Document:
    """The readers, each loaded when a file of its form comes."""
    if form == "docx":
        from drafter.readers.docx import read_docx

        return read_docx(name, data)
    if form == "txt":
        from drafter.readers.plain import read_plain

        return read_plain(name, data)
    if form == "foreign":
        raise ForeignFile(name)
    from drafter.readers.apart import read_apart

    return read_apart(form, name, data, progress)


def content_of(path: Path) -> bytes:
    """The bytes of a file, a little more than may be read at the most. Raises as `read`."""
    name = _shown_name(path)
    try:
        # Windows answers a folder with "permission denied": ask first.
        if path.is_dir():
            raise NotAFile(name)
        if path.exists() and not path.is_file():  # a pipe or a device would never end
            raise UnreadableFile(name)
        with path.open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise MissingFile(name) from error
    except PermissionError as error:
        raise ForbiddenFile(name) from error
    except OSError as error:
        raise UnreadableFile(name) from error


def _shown_name(path: Path) -> str:
    """The last part of the path, printable even where the file system holds bytes that are no UTF-8."""
    return os.fsencode(path.name or str(path)).decode("utf-8", "replace")
