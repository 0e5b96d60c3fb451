"""What a file is, told by its first bytes and, of a package, by what lies in it; never by its name alone."""

from __future__ import annotations

import codecs
import re
import zipfile
from io import BytesIO
from typing import Literal

Form = Literal["docx", "doc", "odt", "rtf", "pdf", "image", "html", "md", "xlsx", "zip", "edxml", "txt", "foreign"]

_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
"""The files of Office up to 2003, and the shell around newer ones behind a password."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_FOREIGN = (b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x7fELF", b"MZ")
_SHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb")
_EDXML = re.compile(rb"<(?:[\w.-]+:)?edxml\w*[\s>]", re.IGNORECASE)
_MIME = re.compile(rb"(?:mime-version|content-type|message-id)[ \t]*:", re.IGNORECASE)
_LETTER_IN_MIME = 20_000
"""Bytes within which the first part of a message begins."""
_MARKUP = (b"<!doctype html", b"<html")


def form_of(name: str, data: bytes) -> Form:
    """The form of a file; the name decides only between kinds of plain text."""
    if data.startswith(_ZIP):
        return _form_of_zip(name.lower(), data)
    if data.startswith(_COMPOUND):
        return "doc"  # what lies in it is looked at where it can do no harm: drafter.readers.compound
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_IMAGES):
        return "image"
    return "foreign" if data.startswith(_FOREIGN) else _form_of_text(name.lower(), data)


def is_called_a_sheet(name: str) -> bool:
    """Whether the name is that of a spreadsheet."""
    return name.lower().endswith(_SHEETS)


def is_mime(data: bytes) -> bool:
    """Whether it begins as a MIME message does."""
    return _MIME.match(data[:80].lstrip()) is not None


def _form_of_zip(name: str, data: bytes) -> Form:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = {path.replace("\\", "/").lstrip("/").lower() for path in archive.namelist()}
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    kind = stream.read(80)
                return "odt" if kind.startswith(b"application/vnd.oasis.opendocument.text") else "foreign"
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
        # The name tells alone whose reader says what is wrong with the package.
        return "xlsx" if is_called_a_sheet(name) else "zip" if name.endswith(".zip") else "docx"
    if "[content_types].xml" in names:
        return "xlsx" if any(path.startswith("xl/") for path in names) else "docx"
    return "docx" if not names or "word/document.xml" in names else "zip"


def _form_of_text(name: str, data: bytes) -> Form:
    start = _start(data)
    in_message = is_mime(data) and _EDXML.search(data[:_LETTER_IN_MIME])
    if in_message or (start.startswith(b"<?xml") and _EDXML.search(start)):
        return "edxml"
    if name.endswith(".txt"):
        return "txt"
    if name.endswith((".md", ".markdown")):
        return "md"
    if name.endswith((".html", ".htm", ".xhtml")):
        return "html"
    if start.startswith(_MARKUP) or (start.startswith((b"<?xml", b"<!--", b"<!doctype")) and b"<html" in start):
        return "html"
    if _EDXML.match(start):
        return "edxml"
    return "foreign" if start.startswith((b"<?xml", b"<!doctype")) else "txt"


def _start(data: bytes) -> bytes:
    """The first characters in small letters and UTF-8, without the mark of byte order and blanks."""
    start = data[:4096]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return start.removeprefix(codecs.BOM_UTF8).lstrip().lower()
