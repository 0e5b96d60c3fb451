"""`documents.tsv` or `documents.csv` beside the files, or in a .zip with them: what the office itself says of each."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.corpus.metadata import kind_symbol
from drafter.corpus.values import Metadata
from drafter.errors import MalformedSidecar
from drafter.nlp.written import iso_date
from drafter.readers.packages import DESCRIPTIONS

HEADINGS = {
    "file": "file filename tep tentep duongdan",
    "number": "number so kyhieu sokyhieu sovakyhieu sovanban sohieu",
    "title": "title subject trichyeu tieude tenvanban tenloaivatrichyeu noidung",
    "kind": "kind type loai loaivanban tenloai hinhthuc kyhieuloai",
    "issuer": "issuer place coquan coquanbanhanh noibanhanh donvi donvibanhanh tacgia",
    "date": "date ngay ngaythang ngaybanhanh ngayvanban ngaythangnam",
}
"""What a column may be called, without marks and blanks."""
_FIELDS = {heading: field for field, headings in HEADINGS.items() for heading in headings.split()}


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The rows of a sidecar by the file they speak of, as path below the sidecar's folder or as bare name."""

    rows: dict[str, Metadata]

    def about(self, below: Path) -> Metadata | None:
        """What it says about the file at `below`, the path from the sidecar's folder."""
        return self.rows.get(_key(below.as_posix())) or self.rows.get(_key(below.name))


def read_sidecar(folder: Path) -> Sidecar | None:
    """The sidecar of a folder, None where there is none. Raises `MalformedSidecar`."""
    for path in (folder / name for name in DESCRIPTIONS):
        if path.is_file():
            return sidecar_of(path.name, bytes_of(path))
    return None


def sidecar_of(name: str, data: bytes) -> Sidecar:
    """The sidecar in the table `data`; `name` is its file's. Raises `MalformedSidecar`."""
    return Sidecar(dict(_rows(name, data)))


def _rows(name: str, data: bytes) -> Iterator[tuple[str, Metadata]]:
    lines = table(name, data)
    headings = next(lines, (1, []))[1]
    fields = [_FIELDS.get(plain(heading), "") for heading in headings]
    if "file" not in fields:
        raise MalformedSidecar(name, 1, "thiếu cột “file” (tên tệp); hãy thêm cột này vào dòng tiêu đề.")
    seen: dict[str, int] = {}
    for line, cells in lines:
        if not any(cells):
            continue
        if len(cells) > len(fields):
            raise MalformedSidecar(
                name, line, f"có {len(cells)} ô, tiêu đề chỉ có {len(fields)} cột; hãy kiểm tra dấu ngăn cách."
            )
        row = {field: cell for field, cell in zip(fields, cells, strict=False) if field and cell}
        file = row.pop("file", "")
        if not file:
            raise MalformedSidecar(name, line, "chưa ghi tên tệp; hãy điền cột “file” hoặc xóa dòng này.")
        if _key(file) in seen:
            raise MalformedSidecar(name, line, f"tệp “{file}” đã có ở dòng {seen[_key(file)]}; hãy bỏ một dòng.")
        seen[_key(file)] = line
        kind = kind_symbol(row.get("kind", ""), row.get("number", ""))
        yield _key(file), Metadata(**row | {"kind": kind, "date": _date(row.get("date", ""), name, line)})


def table(name: str, data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The lines of the table in the file `name` as (line number, cells). Raises `MalformedSidecar`."""
    lines = text_of(name, data).splitlines(keepends=True)
    if name.lower().endswith(".tsv"):
        for number, line in enumerate(lines, 1):
            yield number, [_unquoted(cell) for cell in line.rstrip("\r\n").split("\t")]
        return
    heading = lines[0] if lines else ""
    reader = csv.reader(lines, delimiter=max(",;\t", key=heading.count), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise MalformedSidecar(name, reader.line_num, "dấu ngoặc kép không khép; hãy sửa dòng này.") from error


def bytes_of(path: Path) -> bytes:
    """What a table's file holds. Raises `MalformedSidecar`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise MalformedSidecar(path.name, 1, "không đọc được tệp; hãy xin quyền đọc hoặc dời tệp đi.") from error


def text_of(name: str, data: bytes) -> str:
    """The text of a table; Excel writes UTF-8 with a mark, or UTF-16. Raises `MalformedSidecar`."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise MalformedSidecar(name, line, "không phải bảng mã UTF-8; hãy lưu lại tệp với UTF-8.") from error


def _date(written: str, name: str, line: int) -> str:
    try:
        return iso_date(written)
    except ValueError as error:
        what = f"ngày “{written}” không đúng; hãy viết dạng 2025-11-19 hoặc 19/11/2025."
        raise MalformedSidecar(name, line, what) from error


def _unquoted(cell: str) -> str:
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"').strip()
    return cell


def plain(heading: str) -> str:
    """A heading without marks, spaces and capitals."""
    letters = unicodedata.normalize("NFD", heading.lower().replace("đ", "d"))
    return re.sub(r"[^a-z]", "", letters)


def _key(file: str) -> str:
    return unicodedata.normalize("NFC", file.replace("\\", "/")).removeprefix("./").casefold()
