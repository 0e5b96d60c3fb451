"""The storages of old Office programs ("compound files"): what kind of document lies in one, nothing of its content.

After [MS-CFB] (header, allocation table, directory) and [MS-DOC] 2.5.2 (the flags at the start of a Word document).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_HEADER = 512
_LAST = 0xFFFFFFFA
"""Sector numbers from here on mean something else."""
_ENTRY = 128
_MINI = 4096
"""Shorter streams lie elsewhere."""
_MOST_SECTORS = 2**16
_WORD_MARKS = (b"\xec\xa5", b"\xdc\xa5")
"""Of Word 97 and later, of Word 6 and 95."""
_ENCRYPTED = 0x0100


def streams(data: bytes) -> dict[str, bytes]:
    """The first sector of each stream that lies at the top of the storage, by name; empty where it is broken."""
    try:
        return dict(_streams(data))
    except (struct.error, IndexError, ValueError):
        return {}


def is_word(found: dict[str, bytes]) -> bool:
    """Whether the streams are those of a Word document, maybe cut short, not of one that only holds such a document."""
    start = found.get("WordDocument")
    return start is not None and (not start or start[:2] in _WORD_MARKS)


def is_encrypted(found: dict[str, bytes]) -> bool:
    """Whether a Word document can be opened with a password only."""
    start = found.get("WordDocument", b"")
    return len(start) > 12 and bool(int.from_bytes(start[10:12], "little") & _ENCRYPTED)


def _streams(data: bytes) -> Iterator[tuple[str, bytes]]:
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise ValueError
    size = 1 << shift
    chain = _chain(data, size, struct.unpack_from("<I", data, 48)[0])
    directory = b"".join(_sector(data, size, number) for number in chain)
    left, seen = [_number(directory, 0, 76)], set()
    while left:
        at = left.pop()
        if at >= _LAST or at in seen:
            continue
        seen.add(at)
        left += [_number(directory, at, 68), _number(directory, at, 72)]
        length = struct.unpack_from("<H", directory, at * _ENTRY + 64)[0]
        name = directory[at * _ENTRY : at * _ENTRY + max(0, length - 2)].decode("utf-16-le", "replace")
        start, stored = _number(directory, at, 116), _number(directory, at, 120)
        yield name, _sector(data, size, start) if stored >= _MINI and start < _LAST else b""


def _number(directory: bytes, entry: int, offset: int) -> int:
    number: int = struct.unpack_from("<I", directory, entry * _ENTRY + offset)[0]
    return number


def _sector(data: bytes, size: int, number: int) -> bytes:
    at = max(size, _HEADER) + number * size
    return data[at : at + size]


def _chain(data: bytes, size: int, first: int) -> Iterator[int]:
    """The sectors of the directory in their order; the table of the first 109 allocation sectors is enough for it."""
    tables = [number for number in struct.unpack_from("<109I", data, 76) if number < _LAST]
    each = size // 4
    number = first
    for _ in range(_MOST_SECTORS):
        if number >= _LAST:
            return
        yield number
        table = _sector(data, size, tables[number // each])
        number = struct.unpack_from("<I", table, number % each * 4)[0]
