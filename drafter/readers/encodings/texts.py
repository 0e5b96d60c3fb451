"""Whole texts without fonts, turned into Unicode line by line."""

from __future__ import annotations

import re

from drafter.document import Encoding, Recoded, Span
from drafter.readers.encodings.decoding import decoded
from drafter.readers.encodings.recognising import fit_of, is_plain, recognised_lines
from drafter.readers.encodings.tables import shown_by

_LINE = re.compile(r"[^\r\n]+")
_AS_SHOWN = {code: shown_by(code) for code in range(0x80, 0xA0)}

Turned = tuple[str, tuple[Recoded, ...]]
"""A text in Unicode, and what of it was turned."""


def turned(text: str) -> Turned:
    """The text with the lines in Unicode that are clearly in an old encoding; all others as they are."""
    if text.isascii():
        return text, ()
    lines = list(_LINE.finditer(text))
    return _turned(text, lines, recognised_lines([line[0] for line in lines]))


def decoded_bytes(data: bytes) -> Turned | None:
    """The text of a file of bytes that is no Unicode; None where it is not clear which encoding it is in."""
    text = data.decode("latin-1").translate(_AS_SHOWN)
    lines = list(_LINE.finditer(text))
    encodings = recognised_lines([line[0] for line in lines], in_bytes=True)
    unclear = (line[0] for line, encoding in zip(lines, encodings, strict=True) if not encoding)
    if any(fit_of(line).wrong for line in unclear) or not any(encodings):
        return None
    return _turned(text, lines, encodings)


def _turned(text: str, lines: list[re.Match[str]], encodings: list[Encoding | None]) -> Turned:
    parts: list[str] = []
    found: list[Recoded] = []
    at = length = 0
    for line, encoding in zip(lines, encodings, strict=True):
        if encoding is None or is_plain(line[0]):
            continue
        parts += (text[at : line.start()], read := decoded(line[0], encoding).text)
        start = length + line.start() - at
        length, at = start + len(read), line.end()
        found.append(Recoded(Span(start, length), encoding))
    return "".join((*parts, text[at:])), tuple(found)
