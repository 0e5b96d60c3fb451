"""What a file is, told by its first bytes and, of a package, by what lies in it; never by its name alone."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Literal

Form = Literal["docx", "doc", "odt", "rtf", "pdf", "image", "html", "md", "xlsx", "zip", "edxml", "txt", "foreign"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_FOREIGN = (b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x7fELF", b"MZ")
_WORD_STREAM = "WordDocument\0".encode("utf-16-le")
_EDXML = re.compile(rb"<(?:[\w.-]+:)?edxml\w*[\s>]", re.IGNORECASE)
_MARKUP = (b"<!doctype html", b"<html")


def form_of(name: str, data: bytes) -> Form:
    """The form of a file; the name decides only between kinds of plain text."""
    if data.startswith(_ZIP):
        return _form_of_zip(data)
    if data.startswith(_OLE):
        # Without a Word stream it may be an encrypted package: the Word reader says so.
        return "doc" if _WORD_STREAM in data else "docx"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_IMAGES):
        return "image"
    return "foreign" if data.startswith(_FOREIGN) else _form_of_text(name.lower(), data)


def _form_of_zip(data: bytes) -> Form:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()}
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    kind = stream.read(80)
                return "odt" if kind.startswith(b"application/vnd.oasis.opendocument.text") else "foreign"
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
        return "docx"  # whose reader says what is wrong with the package
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    return "docx" if not names or "[content_types].xml" in names else "zip"


def _form_of_text(name: str, data: bytes) -> Form:
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"<?xml") and _EDXML.search(start):
        return "edxml"
    if name.endswith(".txt"):
        return "txt"
    if name.endswith(".md"):
        return "md"
    if start.startswith(_MARKUP) or (start.startswith((b"<?xml", b"<!--", b"<!doctype")) and b"<html" in start):
        return "html"
    if _EDXML.match(start):
        return "edxml"
    return "foreign" if start.startswith((b"<?xml", b"<!doctype")) else "txt"
