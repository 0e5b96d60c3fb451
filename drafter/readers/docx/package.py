"""A .docx file as its parts: a zip that is checked before anything in it is believed, XML that declares no entities.

Limits (`OversizedFile` beyond): 2,000 entries; 50 MB of XML; 200 MB of everything, for photos; for an entry over 1 MB,
100 times its packed size. Word's own XML packs 10 to 40 times; a draft of 200 pages holds some 4 MB of it.
What is read is counted too, because a zip can declare any size.
"""

from __future__ import annotations

import codecs
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from drafter import errors
from drafter.readers.docx.ooxml import RELATIONSHIPS, Element, w

MAX_ENTRIES = 2_000
MAX_XML = 50_000_000
MAX_ALL = 200_000_000
MAX_RATIO = 100
RATIO_COUNTS_FROM = 1_000_000

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage\0".encode("utf-16-le")
_MAIN_TYPES = frozenset(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}.main+xml"
    for kind in ("document", "template")
)
_MACRO_TYPES = frozenset(
    f"application/vnd.ms-word.{kind}.macroEnabled.main+xml".lower() for kind in ("document", "template")
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
)
_BEFORE_ROOT = ((b"<?", b"?>"), (b"<!--", b"-->"))
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, OverflowError)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another."""

    kind: str
    """The last word of the relationship's type: "styles", "header", "comments"."""
    target: str
    """Path of the part inside the package, or an address outside it."""
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The XML parts of a Word file. `main` is the tree of the document part, free to be changed by its owner."""

    name: str
    main: Element
    main_path: str
    _parts: Mapping[str, bytes]

    @classmethod
    def open(cls, name: str, data: bytes) -> Package:
        """The package, or the error that says what kind of file it is instead (see `drafter.errors`)."""
        _refuse_what_is_no_zip(name, data)
        parts = xml_parts(name, data)
        path = _main_path(name, parts)
        main = _parsed(name, parts[path])
        if main.tag != w("document") or main.find(w("body")) is None:
            raise errors.CorruptFile(name)
        return cls(name, main, path, parts)

    @property
    def is_signed(self) -> bool:
        """Whether the file bears a digital signature, which any change would break."""
        return any(path.startswith("_xmlsignatures/") for path in self._parts)

    def relations(self, path: str | None = None) -> dict[str, Relation]:
        """The relationships of a part (the main one where no path is given), by their id."""
        return _relations(self.name, self._parts, self.main_path if path is None else path)

    def part(self, path: str) -> Element | None:
        """A fresh tree of the part, None where the package has none of that path."""
        content = self._parts.get(path.lower())
        return None if content is None else _parsed(self.name, content)

    def related(self, kind: str, path: str | None = None) -> Element | None:
        """A fresh tree of the first part of that kind which the main part (or `path`) refers to."""
        for relation in self.relations(path).values():
            if relation.kind == kind and not relation.external:
                return self.part(relation.target)
        return None


def _refuse_what_is_no_zip(name: str, data: bytes) -> None:
    if not data:
        raise errors.EmptyFile(name)
    if data.startswith(_OLE):
        raise errors.EncryptedFile(name) if _has_encrypted_package(data) else errors.ForeignFile(name)
    if not data.startswith(b"PK\x03\x04"):
        raise errors.ForeignFile(name)


def _has_encrypted_package(data: bytes) -> bool:
    """Whether the compound file has that stream: a directory entry is 128 bytes, the name's length at 64."""
    at = data.find(_ENCRYPTED)
    while at >= 0:
        if at % 128 == 0 and data[at + 64 : at + 66] == len(_ENCRYPTED).to_bytes(2, "little"):
            return True
        at = data.find(_ENCRYPTED, at + 1)
    return False


def xml_parts(name: str, data: bytes, only: frozenset[str] | None = None) -> dict[str, bytes]:
    """The XML entries of a zip (`only` these) by path in lower case, since part names ignore case.

    All entries are counted. Raises as `Package.open`.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_entries(name, entries, archive.start_dir)
            wanted = [entry for entry in entries if _is_xml(entry) and (only is None or _path(entry) in only)]
            parts: dict[str, bytes] = {}
            left = MAX_XML
            for entry in wanted:
                with archive.open(entry) as stream:
                    # No more than declared is unpacked; where there is more, the check sum does not fit.
                    content = stream.read(min(entry.file_size, left) + 1)
                left -= len(content)
                if left < 0:
                    raise errors.OversizedFile(name)
                parts[_path(entry)] = _checked_prolog(name, content)
            return parts
    except _BROKEN_ZIP as error:
        raise errors.CorruptFile(name) from error


def _check_entries(name: str, entries: list[zipfile.ZipInfo], directory_at: int) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise errors.EncryptedFile(name)
    if len(entries) > MAX_ENTRIES or _declared(entries) > MAX_ALL or _declared(filter(_is_xml, entries)) > MAX_XML:
        raise errors.OversizedFile(name)
    for entry in entries:
        if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
            raise errors.OversizedFile(name)
    if len({_path(entry) for entry in entries}) < len(entries):
        raise errors.CorruptFile(name)
    # Entries that share packed bytes let a small file unpack without end; each needs its own, and a header of 30 bytes.
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [entry.header_offset + 30 + len(entry.orig_filename) + entry.compress_size for entry in ordered]
    starts = [entry.header_offset for entry in ordered[1:]] + [directory_at]
    if any(end > start for end, start in zip(ends, starts, strict=True)):
        raise errors.OversizedFile(name)


def _declared(entries: Iterable[zipfile.ZipInfo]) -> int:
    return sum(entry.file_size for entry in entries)


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return _path(entry).endswith((".xml", ".rels"))


def _path(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lstrip("/").lower()


def _checked_prolog(name: str, content: bytes) -> bytes:
    """The content with strict names made transitional, unless it declares a document type."""
    if _opens_with_doctype(content):
        raise errors.UnsafeFile(name)
    if b"purl.oclc.org/ooxml" in content:
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
    return content


def _opens_with_doctype(content: bytes) -> bool:
    """Whether a document type stands before the root element; asked before the parser sees it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")):
        codec = "utf-16-be" if content.startswith((codecs.BOM_UTF16_BE, b"\0<")) else "utf-16-le"
        content = content.decode(codec, "ignore").removeprefix("\ufeff").encode()
    rest = content.removeprefix(codecs.BOM_UTF8)
    at = 0
    while True:
        while rest[at : at + 1].isspace():
            at += 1
        closing = next((end for start, end in _BEFORE_ROOT if rest.startswith(start, at)), None)
        found = -1 if closing is None else rest.find(closing, at)
        if closing is None or found < 0:
            return rest.startswith(b"<!DOCTYPE", at)
        at = found + len(closing)


def _parsed(name: str, content: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise errors.CorruptFile(name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise errors.UnsafeFile(name)
    return root


def _relations(name: str, parts: Mapping[str, bytes], path: str) -> dict[str, Relation]:
    folder, base = posixpath.split(path)
    content = parts.get(posixpath.join(folder, "_rels", f"{base}.rels").lower())
    if content is None:
        return {}
    found = {}
    for element in _parsed(name, content).iter(f"{{{_PACKAGE}/relationships}}Relationship"):
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
        found[element.get("Id", "")] = Relation(element.get("Type", "").rpartition("/")[2], target, external)
    return found


def _main_path(name: str, parts: Mapping[str, bytes]) -> str:
    """Where the package's relationships say the document is."""
    looks_like_word = any(path.startswith("word/") for path in parts)
    nothing_here = errors.CorruptFile(name) if looks_like_word else errors.ForeignFile(name)
    types = parts.get("[content_types].xml")
    if types is None:
        raise nothing_here
    roots = [relation for relation in _relations(name, parts, "").values() if relation.kind == "officeDocument"]
    if not roots:
        raise nothing_here
    path = roots[0].target.lower()
    kind = _content_type(_parsed(name, types), path)
    if kind.lower() in _MACRO_TYPES:
        raise errors.MacroFile(name)
    if kind not in _MAIN_TYPES:
        raise errors.ForeignFile(name)
    if path not in parts:
        raise errors.CorruptFile(name)
    return path


def _content_type(types: Element, path: str) -> str:
    namespace = f"{{{_PACKAGE}/content-types}}"
    for override in types.iter(f"{namespace}Override"):
        if override.get("PartName", "").lstrip("/").lower() == path:
            return override.get("ContentType", "")
    for default in types.iter(f"{namespace}Default"):
        if default.get("Extension", "").lower() == path.rpartition(".")[2]:
            return default.get("ContentType", "")
    return ""


def relation_id(element: Element) -> str:
    """The relationship that an element such as `w:headerReference` names."""
    return element.get(f"{{{RELATIONSHIPS}}}id", "")
