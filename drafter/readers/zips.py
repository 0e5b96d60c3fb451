"""Zips that are checked before anything in them is believed.

Limits (`OversizedFile` beyond): 2,000 entries; 200 MB of everything, for photos; for an entry over 1 MB, 100 times its
packed size. Word's own XML packs 10 to 40 times. What is unpacked is counted too, because a zip can declare any size.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable

from drafter import errors

MAX_ENTRIES = 2_000
MAX_ALL = 200_000_000
MAX_RATIO = 100
RATIO_COUNTS_FROM = 1_000_000

BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, OverflowError)
"""What `zipfile` raises of a zip that is none, or is torn."""


def checked_entries(name: str, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files in a zip, in its order. Raises `OversizedFile` where they would unpack to too much."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_ENTRIES or declared(entries) > MAX_ALL:
        raise errors.OversizedFile(name)
    for entry in entries:
        if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
            raise errors.OversizedFile(name)
    # Entries that share packed bytes let a small file unpack without end; each needs its own, and a header of 30 bytes.
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [entry.header_offset + 30 + len(entry.orig_filename) + entry.compress_size for entry in ordered]
    starts = [entry.header_offset for entry in ordered] + [archive.start_dir]
    if any(end > start for end, start in zip(ends, starts[1:], strict=True)):
        raise errors.OversizedFile(name)
    return entries


def declared(entries: Iterable[zipfile.ZipInfo]) -> int:
    """The bytes that the entries say they unpack to."""
    return sum(entry.file_size for entry in entries)


def is_encrypted(entry: zipfile.ZipInfo) -> bool:
    return bool(entry.flag_bits & 1)


def path_of(entry: zipfile.ZipInfo) -> str:
    """The entry's path with forward slashes, in lower case: part names of Office files ignore case."""
    return entry.filename.replace("\\", "/").lstrip("/").lower()


def unpacked(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """The bytes of an entry. Raises `OversizedFile` where they are more than `left`, and `BROKEN_ZIP`."""
    with archive.open(entry) as stream:
        # No more than declared is unpacked; where there is more, the check sum does not fit.
        content = stream.read(min(entry.file_size, left) + 1)
    if len(content) > left:
        raise errors.OversizedFile(name)
    return content
