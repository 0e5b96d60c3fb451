"""Spreadsheet packages: opened for all who read them, and cut down to what is shown for the reader of documents.

Cut out are hidden rows and columns, what merged cells cover, empty cells, and all parts but strings, styles and sheets:
no pictures, macros, links or names are looked at. Limits (`OversizedSheet` beyond): 200,000 cells with a value, 50 MB
of XML, and those of `drafter.readers.zips`.
"""

from __future__ import annotations

import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO

from lxml import etree

from drafter import errors
from drafter.readers.trees import Element, opens_with_doctype, parsed
from drafter.readers.zips import BROKEN_ZIP, checked_entries, declared, is_encrypted, path_of, unpacked

MAX_CELLS = 200_000
MAX_XML = 50_000_000
MOST_MERGED = 50_000
"""Merged areas of a sheet; more are not looked at."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", _MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_KEPT_OF_BOOK = frozenset({"workbookPr", "sheets"})
_KEPT_OF_SHEET = frozenset({"sheetData"})
_NEEDED = re.compile(r"\[content_types\]\.xml|(?:xl/)?_rels/[^/]*\.rels|xl/(?:[^/]+|worksheets/[^/]+)\.xml")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")

Area = tuple[int, int, int, int]
"""First and last row, first and last column, from 1."""


@contextmanager
def opened(name: str, data: bytes) -> Iterator[tuple[zipfile.ZipFile, Mapping[str, zipfile.ZipInfo]]]:
    """The package, and its parts by their paths in lower case.

    Raises `ForeignSheet` for the forms of old, `EncryptedSheet`, `OversizedFile`, and `CorruptSheet` for what is no
    package, has two parts of one path, or proves to be torn inside the `with`.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = checked_entries(name, archive)
            if any(map(is_encrypted, entries)):
                raise errors.EncryptedSheet(name)
            parts = {path_of(entry): entry for entry in entries}
            if "xl/workbook.bin" in parts:
                raise errors.ForeignSheet(name)
            if len(parts) < len(entries):
                raise errors.CorruptSheet(name)
            yield archive, parts
    except BROKEN_ZIP as error:
        raise errors.CorruptSheet(name) from error


def column_number(letters: str) -> int:
    """The number of the column that Excel calls so, from 1.

    >>> column_number("AB")
    28
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def shown_alone(name: str, data: bytes) -> bytes:
    """A package with the cells that are seen, one beside the other from the first column on.

    Raises as `opened`, `OversizedSheet` and `UnsafePackage`.
    """
    packed = BytesIO()
    left = MAX_CELLS
    with zipfile.ZipFile(packed, "w") as archive:
        for path, content in _parts(name, data).items():
            root = _parsed(name, content)
            kind = etree.QName(root).localname
            if kind == "workbook":
                _keep(root, _KEPT_OF_BOOK)
            elif kind == "worksheet":
                try:
                    left -= _cut_down(root)
                except ValueError as error:
                    raise errors.CorruptSheet(name) from error
            if left < 0:
                raise errors.OversizedSheet(name)
            archive.writestr(path, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    return packed.getvalue()


def _parts(name: str, data: bytes) -> dict[str, bytes]:
    """The parts that are needed, by their paths."""
    with opened(name, data) as (archive, parts):
        needed = [entry for path, entry in parts.items() if _NEEDED.fullmatch(path)]
        if declared(needed) > MAX_XML:
            raise errors.OversizedSheet(name)
        return {entry.filename.lstrip("/"): unpacked(name, archive, entry, MAX_XML) for entry in needed}


def _parsed(name: str, content: bytes) -> Element:
    if opens_with_doctype(content):
        raise errors.UnsafePackage(name)
    for strict, transitional in _STRICT:
        content = content.replace(strict, transitional)
    try:
        return parsed(name, content)
    except errors.UnsafeFile as error:
        raise errors.UnsafePackage(name) from error
    except errors.CorruptFile as error:
        raise errors.CorruptSheet(name) from error


def _keep(root: Element, names: frozenset[str]) -> None:
    for child in list(root):
        if etree.QName(child).localname not in names:
            root.remove(child)


def _cut_down(sheet: Element) -> int:
    """Leaves only what is seen of a sheet; gives how many cells that are. Raises ValueError for a wrong number."""
    hidden = _hidden_columns(sheet)
    merged = _Merged(sorted(_merged(sheet)))
    _keep(sheet, _KEPT_OF_SHEET)
    count = row_number = 0
    for row in list(sheet.iter(f"{{{_MAIN}}}row")):
        row_number = int(row.get("r") or row_number + 1)
        merged.go_to(row_number)
        column = 0
        for cell in list(row):
            found = _REFERENCE.fullmatch(cell.get("r", ""))
            column = column_number(found[1]) if found else column + 1
            if not _has_value(cell) or merged.hides(column) or any(first <= column <= last for first, last in hidden):
                row.remove(cell)
            _forget_place(cell)
        _forget_place(row)
        parent = row.getparent()
        if parent is not None and (_is_set(row, "hidden") or not len(row)):
            parent.remove(row)
        else:
            count += len(row)
    return count


class _Merged:
    """The merged areas of a sheet, gone through row by row downwards."""

    def __init__(self, areas: list[Area]) -> None:
        self._areas = areas[::-1]
        self._row = 0
        self._here: list[Area] = []
        self._lefts: list[int] = []

    def go_to(self, row: int) -> None:
        self._row = row
        before = len(self._here)
        self._here = [area for area in self._here if area[1] >= row]
        changed = len(self._here) < before
        while self._areas and self._areas[-1][0] <= row:
            self._here.append(self._areas.pop())
            changed = True
        if changed:
            self._here.sort(key=lambda area: area[2])
            self._lefts = [area[2] for area in self._here]

    def hides(self, column: int) -> bool:
        """Whether the cell is covered; the first one of an area shows its value."""
        at = bisect_right(self._lefts, column) - 1
        if at < 0:
            return False
        top, bottom, left, right = self._here[at]
        return self._row <= bottom and column <= right and (self._row, column) != (top, left)


def _forget_place(element: Element) -> None:
    if "r" in element.attrib:
        del element.attrib["r"]


def _merged(sheet: Element) -> Iterator[Area]:
    for element in list(sheet.iter(f"{{{_MAIN}}}mergeCell"))[:MOST_MERGED]:
        first, _, last = element.get("ref", "").partition(":")
        start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if start and end:
            yield int(start[2]), int(end[2]), column_number(start[1]), column_number(end[1])


def _hidden_columns(sheet: Element) -> list[tuple[int, int]]:
    columns = sheet.iter(f"{{{_MAIN}}}col")
    return [(int(one.get("min", 0)), int(one.get("max", 0))) for one in columns if _is_set(one, "hidden")]


def _has_value(cell: Element) -> bool:
    return any(True for part in cell.iter(f"{{{_MAIN}}}v", f"{{{_MAIN}}}t") if part.text)


def _is_set(element: Element, name: str) -> bool:
    return element.get(name, "0") in ("1", "true")
