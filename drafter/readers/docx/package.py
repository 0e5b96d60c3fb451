"""A .docx file as its parts: a zip that is checked before anything in it is believed, XML that declares no entities.

Limits (`OversizedFile` beyond): 50 MB of XML, and those of `drafter.readers.zips`. A draft of 200 pages holds some 4 MB
of XML.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from drafter import errors
from drafter.readers.docx.ooxml import RELATIONSHIPS, Element, w
from drafter.readers.trees import opens_with_doctype, parsed
from drafter.readers.zips import BROKEN_ZIP, checked_entries, declared, is_encrypted, path_of, unpacked

MAX_XML = 50_000_000

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
        main = parsed(name, parts[path])
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
        return None if content is None else parsed(self.name, content)

    def related(self, kind: str, path: str | None = None) -> Element | None:
        """A fresh tree of the first part of that kind which the main part (or `path`) refers to."""
        for relation in self.relations(path).values():
            if relation.kind == kind and not relation.external:
                return self.part(relation.target)
        return None


def _refuse_what_is_no_zip(name: str, data: bytes) -> None:
    if not data:
        raise errors.EmptyFile(name)
    if not data.startswith(b"PK\x03\x04"):
        raise errors.ForeignFile(name)


def xml_parts(name: str, data: bytes, only: frozenset[str] | None = None) -> dict[str, bytes]:
    """The XML entries of a zip (`only` these) by path in lower case, since part names ignore case.

    All entries are counted. Raises as `Package.open`.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = checked_entries(name, archive)
            _check_entries(name, entries)
            wanted = [entry for entry in entries if _is_xml(entry) and (only is None or path_of(entry) in only)]
            parts: dict[str, bytes] = {}
            left = MAX_XML
            for entry in wanted:
                content = unpacked(name, archive, entry, left)
                left -= len(content)
                parts[path_of(entry)] = _checked_prolog(name, content)
            return parts
    except BROKEN_ZIP as error:
        raise errors.CorruptFile(name) from error


def _check_entries(name: str, entries: list[zipfile.ZipInfo]) -> None:
    if any(map(is_encrypted, entries)):
        raise errors.EncryptedFile(name)
    if declared(filter(_is_xml, entries)) > MAX_XML:
        raise errors.OversizedFile(name)
    if len(set(map(path_of, entries))) < len(entries):
        raise errors.CorruptFile(name)


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return path_of(entry).endswith((".xml", ".rels"))


def _checked_prolog(name: str, content: bytes) -> bytes:
    """The content with strict names made transitional, unless it declares a document type."""
    if opens_with_doctype(content):
        raise errors.UnsafeFile(name)
    if b"purl.oclc.org/ooxml" in content:
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
    return content


def _relations(name: str, parts: Mapping[str, bytes], path: str) -> dict[str, Relation]:
    folder, base = posixpath.split(path)
    content = parts.get(posixpath.join(folder, "_rels", f"{base}.rels").lower())
    if content is None:
        return {}
    found = {}
    for element in parsed(name, content).iter(f"{{{_PACKAGE}/relationships}}Relationship"):
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
    kind = _content_type(parsed(name, types), path)
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
