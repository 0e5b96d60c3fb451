"""Plain text: the decoded characters as they stand, one paragraph a line."""

from __future__ import annotations

import re
from hashlib import sha256

from drafter.document import Document, Format, Paragraph, Run, Span
from drafter.errors import EmptyFile, ForeignFile, UndecodableFile

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b"))
_MOST_CONTROLS = 0.01


def read_plain(name: str, data: bytes) -> Document:
    """The text of a UTF-8 file, or of a UTF-16 file with a byte order mark, nothing changed.

    Raises EmptyFile without a visible character, ForeignFile for binary content, UndecodableFile for any other
    encoding: an old Vietnamese code page guessed wrong reads as plausible nonsense, so nothing is guessed.
    """
    text = _decoded(name, data)
    if "\0" in text:
        raise ForeignFile(name)
    if not text.replace(_BYTE_ORDER_MARK, "").strip():
        raise EmptyFile(name)
    return Document(name, sha256(data).hexdigest(), "txt", text, tuple(map(_paragraph, line_spans(text))))


def line_spans(text: str) -> list[Span]:
    """The lines of `text` without what ends them; a byte order mark at the very start belongs to none."""
    spans = []
    position = len(text) - len(text.removeprefix(_BYTE_ORDER_MARK))
    while line := _LINE.match(text, position):
        spans.append(Span(*line.span(1)))
        position = line.end()
        if not line[2]:
            break
    return spans


def _paragraph(span: Span) -> Paragraph:
    return Paragraph(span, (Run(span, Format()),) if span else ())


def _decoded(name: str, data: bytes) -> str:
    try:
        if data.startswith(_UTF16_MARKS):
            return data.decode("utf-16")
        if _is_binary(data):
            raise ForeignFile(name)
        # Not "utf-8-sig": offsets have to agree with any other plain UTF-8 reading of the same file.
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UndecodableFile(name) from error


def _is_binary(data: bytes) -> bool:
    controls = len(data) - len(data.translate(None, delete=_CONTROLS))
    return b"\0" in data or controls > len(data) * _MOST_CONTROLS
