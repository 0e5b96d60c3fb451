"""From a file to a `Document`. What a file is, its first bytes tell, never its name."""

from __future__ import annotations

import os
from pathlib import Path

from drafter.document import Document
from drafter.errors import EmptyFile, ForbiddenFile, ForeignFile, MissingFile, NotAFile, OversizedFile, UnreadableFile
from drafter.readers.docx import read_docx
from drafter.readers.plain import read_plain

_MOST_BYTES = 100 * 2**20
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"Rar!", b"7z\xbc\xaf")
_MARKUP = (b"<?xml", b"<!doctype", b"<html")


def read(path: str | Path) -> Document:
    """The file as a document. Raises a subclass of `UnreadableFile` that says in one sentence what is wrong."""
    path = Path(path)
    return read_bytes(_shown_name(path), _content(path))


def read_bytes(name: str, data: bytes) -> Document:
    """The document in `data`; `name` is the file's name, for messages and the report. Raises as `read`."""
    if not data:
        raise EmptyFile(name)
    if len(data) > _MOST_BYTES:
        raise OversizedFile(name)
    if data.startswith((*_ZIP, _OLE)):
        document = read_docx(name, data)
        if not document.text.strip():
            raise EmptyFile(name)
        return document
    if data.startswith(_FOREIGN) or _is_markup(name, data):
        raise ForeignFile(name)
    return read_plain(name, data)


def _content(path: Path) -> bytes:
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


def _is_markup(name: str, data: bytes) -> bool:
    """Whether this is a web page or Word's old XML under a name that does not claim to be text."""
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith(_MARKUP) and not name.lower().endswith((".txt", ".md"))
