"""Packages of files: .zip and edXML; each document inside is read as its own. Nothing is written anywhere.

Limits: those of `drafter.readers.zips` for all that lies in a package together, packages within it included; a package
in a package in a package is refused.
"""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath

from drafter.document import Document
from drafter.errors import (
    CorruptPackage,
    EmptyPackage,
    EncryptedPackage,
    NestedPackage,
    OversizedFile,
    UnreadableFile,
)
from drafter.readers import edxml
from drafter.readers.sniffing import Form, form_of
from drafter.readers.zips import BROKEN_ZIP, MAX_ALL, MAX_ENTRIES, checked_entries, is_encrypted, unpacked

Progress = Callable[[int, int], None]
_INSIDE = " › "
_DEEPEST = 1
"""How many packages may lie around another one."""
_LONGEST_NAME = 120
DESCRIPTIONS = ("documents.tsv", "documents.csv")
"""A table of this name in a .zip is no document: it says what the others are (`drafter.corpus.sidecar`)."""
_BESIDE = frozenset({"thumbs.db", "desktop.ini"})
_LETTERS = frozenset("ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝ")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a package, by its name after those of the packages around it: "goi.zip › ke-hoach.docx"."""

    name: str
    content: bytes | UnreadableFile
    """Its bytes, or why they cannot be had."""
    letter: edxml.Envelope | None = None
    """What the envelope that came with it says of it: of the first file attached alone."""
    describes: bool = False
    """Whether it is no document, but the table that says what the others are."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a package says of the documents in it; nothing where it is no package."""

    letters: tuple[edxml.Envelope | None, ...] = ()
    """What an envelope says of each, in the order of `read_package`."""
    tables: tuple[tuple[str, bytes], ...] = ()
    """The tables that say what they are (`DESCRIPTIONS`), each with its name."""


@dataclass(slots=True)
class _Room:
    """What may still be unpacked."""

    entries: int = MAX_ENTRIES
    bytes: int = MAX_ALL

    def take(self, name: str, entries: int, size: int) -> None:
        """Raises `OversizedFile` where there is no room left."""
        self.entries -= entries
        self.bytes -= size
        if self.entries < 0 or self.bytes < 0:
            raise OversizedFile(name)


def read_package(
    name: str, data: bytes, form: Form, progress: Progress | None = None
) -> list[Document | UnreadableFile]:
    """The documents inside, in their order; in place of one that cannot be read its error.

    `progress` is told of files done, or of the pages of the only one. Raises `EmptyPackage`, `CorruptPackage`,
    `OversizedFile` or `UnsafePackage` where the package itself cannot be read.
    """
    found = members(name, data, form)
    documents: list[Document | UnreadableFile] = []
    for done, member in enumerate(found, 1):
        documents.append(_read(member, progress if len(found) == 1 else None))
        if progress and len(found) > 1:
            progress(done, len(found))
    return documents


def members(name: str, data: bytes, form: Form) -> list[Member]:
    """The files inside, those of packages inside too; raises as `read_package`."""
    found = [one for one in _members(name, data, form, _Room(), 0) if not one.describes]
    if not found:
        raise EmptyPackage(name)
    return found


def said_within(name: str, data: bytes) -> Said:
    """What a package says of the documents in it. Raises as `read_package`."""
    form = form_of(name, data)
    if form not in ("zip", "edxml"):
        return Said()
    found = list(_members(name, data, form, _Room(), 0))
    tables = ((one.name, one.content) for one in found if one.describes and isinstance(one.content, bytes))
    return Said(tuple(one.letter for one in found if not one.describes), tuple(tables))


def content_within(name: str, data: bytes, digest: str) -> bytes:
    """The file of that SHA-256 (hexadecimal): `data` itself or a file of the package that it is; b"" for neither."""
    if sha256(data).hexdigest() == digest:
        return data
    form = form_of(name, data)
    inside = _members(name, data, form, _Room(), 0) if form in ("zip", "edxml") else iter(())
    contents = (one.content for one in inside)
    return next((one for one in contents if isinstance(one, bytes) and sha256(one).hexdigest() == digest), b"")


def _read(member: Member, progress: Progress | None) -> Document | UnreadableFile:
    from drafter.readers import read_bytes

    if isinstance(member.content, UnreadableFile):
        return member.content
    try:
        return read_bytes(member.name, member.content, progress)
    except UnreadableFile as error:
        return error


def _members(name: str, data: bytes, form: Form, room: _Room, depth: int) -> Iterator[Member]:
    files = list(_of_zip(name, data, room) if form == "zip" else _of_envelope(name, data, room))
    beside = _letter_beside(files)
    for member in files:
        inner = _form_of(member)
        if form == "zip" and depth == 0 and member.name.rpartition(_INSIDE)[2].lower() in DESCRIPTIONS:
            yield replace(member, describes=True)
        elif inner not in ("zip", "edxml") or isinstance(member.content, UnreadableFile):
            yield replace(member, letter=member.letter or beside)
            beside = None
        elif depth == _DEEPEST:
            yield Member(member.name, NestedPackage(member.name))
        else:
            try:
                yield from _members(member.name, member.content, inner, room, depth + 1)
            except OversizedFile:
                raise
            except UnreadableFile as error:
                yield Member(member.name, error)


def _form_of(member: Member) -> Form:
    return form_of(member.name, member.content) if isinstance(member.content, bytes) else "foreign"


def _letter_beside(files: list[Member]) -> edxml.Envelope | None:
    """What the envelope says that lies among its files with none attached, where there is one alone of that sort."""
    letters = [one.content for one in files if isinstance(one.content, bytes) and _form_of(one) == "edxml"]
    return edxml.envelope_of(letters[0]) if len(letters) == 1 and not edxml.has_files(letters[0]) else None


def _of_zip(name: str, data: bytes, room: _Room) -> Iterator[Member]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = checked_entries(name, archive)
            room.take(name, len(entries), sum(entry.file_size for entry in entries))
            for entry in entries:
                path = PurePosixPath(_decoded_path(entry).replace("\\", "/"))
                if not _is_beside(path):
                    full = name + _INSIDE + _shown(path.name)
                    yield Member(full, _unpacked(full, archive, entry))
    except BROKEN_ZIP as error:
        raise CorruptPackage(name) from error


def _unpacked(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | UnreadableFile:
    if is_encrypted(entry):
        return EncryptedPackage(name)
    try:
        return unpacked(name, archive, entry, MAX_ALL)
    except BROKEN_ZIP:
        return CorruptPackage(name)


def _of_envelope(name: str, data: bytes, room: _Room) -> Iterator[Member]:
    letter = edxml.envelope_of(data)
    for number, (called, content) in enumerate(edxml.attached(name, data), 1):
        room.take(name, 1, len(content or b""))
        base = PurePosixPath(called.replace("\\", "/")).name
        full = name + _INSIDE + (_shown(base) or f"tệp đính kèm {number}")
        yield Member(full, content if content is not None else CorruptPackage(full), letter)
        letter = None


def _is_beside(path: PurePosixPath) -> bool:
    """Whether it is no file that somebody put there, but one that a system keeps beside them."""
    parts = path.parts
    return not parts or "__MACOSX" in parts or parts[-1].startswith((".", "~$")) or parts[-1].lower() in _BESIDE


def _decoded_path(entry: zipfile.ZipInfo) -> str:
    """The path in its own letters: zips from Windows and macOS often do not say in which encoding it is."""
    path = entry.filename
    if entry.flag_bits & 0x800 or path.isascii():
        return path
    raw = path.encode("cp437")
    for encoding in ("utf-8", "cp1258"):
        try:
            decoded = unicodedata.normalize("NFC", raw.decode(encoding))
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or all(map(_is_vietnamese, decoded)):
            return decoded
    return path


def _is_vietnamese(letter: str) -> bool:
    return letter.isascii() or letter in _LETTERS or 0x1EA0 <= ord(letter) <= 0x1EF9


def _shown(name: str) -> str:
    """The name without what steers a terminal, cut in its middle where it is too long."""
    clean = "".join(letter for letter in unicodedata.normalize("NFC", name) if letter.isprintable()).strip()
    return clean if len(clean) <= _LONGEST_NAME else f"{clean[:80]}…{clean[-30:]}"
