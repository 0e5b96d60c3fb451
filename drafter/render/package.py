"""A Word package with some parts exchanged or added: all the others keep their bytes."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from lxml import etree

from drafter.errors import CorruptFile
from drafter.readers.docx.ooxml import RELATIONSHIPS, Element
from drafter.readers.docx.package import Package

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_STRICT = (
    (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/"),
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def with_comments(package: Package, data: bytes, comments: Element) -> bytes:
    """The file of `package` with its main part as it is now and `comments` for its comments.

    `data` is the file that `package` was opened from. Raises CorruptFile where a part of it cannot be unpacked.
    """
    entries = _entries(package.name, data)
    names = {name.lower(): name for name in entries}
    changed: dict[str, Element] = {}
    path = comments_path(package)
    if path is None:
        path = _free_path(posixpath.dirname(names[package.main_path]), "comments", names)
        changed |= _announced(package, path, names, "comments", free_relation(package, "rIdComments"))
    changed[names.get(path.lower(), path)] = comments
    return _with(package, entries, changed)


def with_main(package: Package, data: bytes) -> bytes:
    """The file of `package`, opened from `data`, with its main part as it is now. Raises CorruptFile likewise."""
    return with_parts(package, data, {})


def with_parts(
    package: Package, data: bytes, parts: Mapping[str, Element], header: Element | None = None, relation: str = ""
) -> bytes:
    """Likewise with other parts exchanged, by their paths, and a new header.

    The main part refers to the header by `relation`. Raises CorruptFile where a part of the file cannot be unpacked.
    """
    entries = _entries(package.name, data)
    names = {name.lower(): name for name in entries}
    changed = {names[path.lower()]: tree for path, tree in parts.items()}
    if header is not None:
        path = _free_path(posixpath.dirname(names[package.main_path]), "header", names)
        changed |= {path: header, **_announced(package, path, names, "header", relation)}
    return _with(package, entries, changed)


def free_relation(package: Package, name: str) -> str:
    """An id that no relationship of the main part has: the name, or the name and a figure."""
    taken = package.relations().keys()
    return next(free for at in range(len(taken) + 1) if (free := f"{name}{at or ''}") not in taken)


def _with(package: Package, entries: Mapping[str, tuple[zipfile.ZipInfo, bytes]], more: Mapping[str, Element]) -> bytes:
    """The package with its main part as it is now, and other parts exchanged or added."""
    names = {name.lower(): name for name in entries}
    changed = {names[package.main_path]: package.main, **more}
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml" in entries[names[package.main_path]][1]
    return _packed(entries, {name: _written(tree, strict) for name, tree in changed.items()})


def comments_path(package: Package) -> str | None:
    """Where the file keeps its comments, None where it has no such part."""
    kept = (one.target for one in package.relations().values() if one.kind == "comments" and not one.external)
    return next((path for path in kept if package.part(path) is not None), None)


def undated(data: bytes) -> bytes:
    """The same package with the first day that a zip can name as the time of every entry."""
    entries = _entries("", data)
    for info, _ in entries.values():
        info.date_time = _FIRST_DAY
    return _packed(entries, {})


def _entries(name: str, data: bytes) -> dict[str, tuple[zipfile.ZipInfo, bytes]]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {info.filename: (info, archive.read(info)) for info in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise CorruptFile(name) from error


def _packed(entries: Mapping[str, tuple[zipfile.ZipInfo, bytes]], changed: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (old, content) in entries.items():
            archive.writestr(_entry(name, old), changed.get(name, content))
        for name in changed.keys() - entries.keys():
            archive.writestr(_entry(name), changed[name])
    return file.getvalue()


def _entry(name: str, old: zipfile.ZipInfo | None = None) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, old.date_time if old else _FIRST_DAY)
    entry.compress_type = old.compress_type if old else zipfile.ZIP_DEFLATED
    entry.external_attr = old.external_attr if old else 0o600 << 16
    entry.create_system = 3
    return entry


def _free_path(folder: str, kind: str, names: Mapping[str, str]) -> str:
    paths = (posixpath.join(folder, f"{kind}{at or ''}.xml") for at in range(len(names) + 1))
    return next(path for path in paths if path.lower() not in names)


def _announced(package: Package, path: str, names: Mapping[str, str], kind: str, relation: str) -> dict[str, Element]:
    """The content types and the main part's relationships with the part at `path` entered."""
    types = package.part("[Content_Types].xml")
    assert types is not None  # Package.open demands it
    announced = {"PartName": f"/{path}", "ContentType": _TYPE.format(kind)}
    etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", announced)
    folder, base = posixpath.split(names[package.main_path])
    home = posixpath.join(folder, "_rels", f"{base}.rels")
    space = f"{_PACKAGE}/relationships"
    relations = package.part(home)
    if relations is None:
        relations = etree.fromstring(f'<Relationships xmlns="{space}"/>')
    entry = {"Id": relation, "Type": f"{RELATIONSHIPS}/{kind}", "Target": posixpath.basename(path)}
    etree.SubElement(relations, f"{{{space}}}Relationship", entry)
    return {names["[content_types].xml"]: types, names.get(home.lower(), home): relations}


def _written(tree: Element, strict: bool) -> bytes:
    content: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    if strict:  # The reader made the names transitional; a file speaks one of the two languages.
        for transitional, name in _STRICT:
            content = content.replace(transitional, name)
    return content
