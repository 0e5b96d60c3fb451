"""Compound files for tests, written sector by sector ([MS-CFB]): what old Word, Excel and Outlook wrote."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from olefile import OleFileIO

SECTOR = 512
_SMALL, _SMALL_SECTOR = 4096, 64
"""Shorter streams lie in sectors of their own size, in a stream of the root."""
_FREE, _END, _TABLE, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STREAM, _STORAGE, _ROOT = 2, 1, 5
_ENCRYPTED = 11
"""Where in the stream of a Word document the flag of a password is, the lowest bit."""


@dataclass(eq=False)
class _Entry:
    name: str
    kind: int
    content: bytes = b""
    next: int = _NONE
    child: int = _NONE
    start: int = _END


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams by their paths ("Macros/VBA/dir")."""
    entries = [_Entry("Root Entry", _ROOT)]
    _add(entries, entries[0], streams)
    small = [one for one in entries if 0 < len(one.content) < _SMALL]
    small_chain, small_content = _laid(small, _SMALL_SECTOR, 0)
    entries[0].content = small_content
    small_table = _Entry("", _STREAM, _table(small_chain, SECTOR))
    large = [one for one in (*entries, small_table) if one.content and one not in small]
    directory = -(-len(entries) * 128 // SECTOR)
    sectors = directory + sum(_sectors(one.content, SECTOR) for one in large)
    tables = next(count for count in range(1, 110) if count * SECTOR // 4 >= count + sectors)
    chain, content = _laid(large, SECTOR, tables + directory)
    chain = [_TABLE] * tables + _chained(tables, directory) + chain
    listed = b"".join(map(_written, entries)).ljust(directory * SECTOR, b"\0")
    return _header(tables, small_table.start, _sectors(small_table.content, SECTOR)) + (
        _table(chain, SECTOR) + listed + content
    )


def streams_of(data: bytes) -> dict[str, bytes]:
    """What lies in a compound file, by paths."""
    with OleFileIO(BytesIO(data)) as file:
        return {"/".join(path): file.openstream(path).read() for path in file.listdir()}


def behind_a_password(streams: Mapping[str, bytes]) -> bytes:
    """The Word document of these streams, marked as one that needs a password."""
    start = bytearray(streams["WordDocument"])
    start[_ENCRYPTED] |= 1
    return compound_file({**streams, "WordDocument": bytes(start)})


def encrypted_package() -> bytes:
    """A .docx or .xlsx behind a password, as far as can be told without it."""
    return compound_file({"EncryptionInfo": bytes(248), "EncryptedPackage": bytes(8000)})


def _add(entries: list[_Entry], parent: _Entry, streams: Mapping[str, bytes]) -> None:
    """The entries of a storage, each leading to the next in the order of the format: shorter names first."""
    names = sorted({path.partition("/")[0] for path in streams}, key=lambda name: (len(name), name.upper()))
    last: _Entry | None = None
    for name in names:
        inner = {path.partition("/")[2]: content for path, content in streams.items() if path.split("/")[0] == name}
        one = _Entry(name, _STREAM, inner[""]) if "" in inner else _Entry(name, _STORAGE)
        if last is None:
            parent.child = len(entries)
        else:
            last.next = len(entries)
        entries.append(one)
        last = one
        if one.kind == _STORAGE:
            _add(entries, one, inner)


def _laid(entries: list[_Entry], size: int, first: int) -> tuple[list[int], bytes]:
    """The chain of sectors of the contents one after the other, from the sector `first` on, and the contents."""
    chain: list[int] = []
    contents = []
    for one in entries:
        one.start = first + len(chain)
        count = _sectors(one.content, size)
        chain += _chained(one.start, count)
        contents.append(one.content.ljust(count * size, b"\0"))
    return chain, b"".join(contents)


def _table(chain: list[int], size: int) -> bytes:
    packed = struct.pack(f"<{len(chain)}I", *chain)
    return packed.ljust(_sectors(packed, size) * size, b"\xff")


def _sectors(content: bytes, size: int) -> int:
    return -(-len(content) // size)


def _chained(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), _END] if count else []


def _written(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    links = struct.pack("<64sHBBIII", name, len(name) + 2, entry.kind, 1, _NONE, entry.next, entry.child)
    return links + bytes(36) + struct.pack("<IQ", entry.start, len(entry.content))


def _header(tables: int, small_table: int, small_tables: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, tables, tables, 0, _SMALL, small_table, small_tables, _END, 0)
    return head + struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
