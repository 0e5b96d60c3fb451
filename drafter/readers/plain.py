"""Plain text: the decoded characters, one paragraph a line; as they stand, but for what is in an old encoding."""

from __future__ import annotations

import re
from hashlib import sha256

from drafter.document import Document, Format, Paragraph, Run, Span
from drafter.errors import EmptyFile, ForeignFile, UndecodableFile
from drafter.readers.encodings import Turned, decoded_bytes, turned

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b"))
_MOST_CONTROLS = 0.01
_LATIN = re.compile(
    "[\t\n\v\f\r -~\u00a0-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2190-\u25ff\uf000-\uf0ff]+"
)


def read_plain(name: str, data: bytes) -> Document:
    """The text of a UTF-8 or UTF-16 file, nothing changed; lines in an old encoding of Vietnamese turned into Unicode.

    Raises EmptyFile without a visible character, ForeignFile for binary content, UndecodableFile where it is not clear
    which encoding a file is in: an old code page guessed wrong reads as plausible nonsense.
    """
    text, recoded = _decoded(name, data)
    if "\0" in text:
        raise ForeignFile(name)
    if not text.replace(_BYTE_ORDER_MARK, "").strip():
        raise EmptyFile(name)
    paragraphs = tuple(map(_paragraph, line_spans(text)))
    return Document(name, sha256(data).hexdigest(), "txt", text, paragraphs, recoded=recoded)


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


def _decoded(name: str, data: bytes) -> Turned:
    is_utf16 = data.startswith(_UTF16_MARKS)
    if not is_utf16 and b"\0" in data and not _order_without_mark(data):
        raise ForeignFile(name)
    is_binary = not is_utf16 and b"\0" not in data and _is_binary(data)
    if not is_binary:
        try:
            return turned(_unicode(data))
        except UnicodeDecodeError as error:
            if is_utf16:
                raise UndecodableFile(name) from error
    # Two encodings have letters among the controls.
    found = decoded_bytes(data)
    if found is None:
        raise ForeignFile(name) if is_binary else UndecodableFile(name)
    return found


def _unicode(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS):
        return data.decode("utf-16")
    # Not "utf-8-sig": offsets have to agree with any other plain UTF-8 reading of the same file.
    return data.decode(_order_without_mark(data) or "utf-8")


def _order_without_mark(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: only rightly read it is all letters of Latin and usual signs."""
    for order in ("utf-16-le", "utf-16-be") if b"\0" in data else ():
        try:
            if _LATIN.fullmatch(data.decode(order)):
                return order
        except UnicodeDecodeError:
            continue
    return None


def _is_binary(data: bytes) -> bool:
    controls = len(data) - len(data.translate(None, delete=_CONTROLS))
    return controls > len(data) * _MOST_CONTROLS
