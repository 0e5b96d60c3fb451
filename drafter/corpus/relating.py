"""Tables of what documents do with others and whether they are in force: CSV, TSV, JSON, JSON Lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from drafter.corpus.sidecar import HEADINGS, bytes_of, plain, table, text_of
from drafter.corpus.values import TIES, Force, Relation, Standing, Statement, Tie
from drafter.errors import MalformedSidecar, MissingFile, NotAFile, WrongValue
from drafter.nlp.folding import key
from drafter.nlp.kinds import family_of_number
from drafter.nlp.written import iso_date

_HEADINGS = {
    "id": "id ma",
    "number": HEADINGS["number"],
    "issuer": HEADINGS["issuer"],
    "status": "status tinhtrang hieuluc tinhtranghieuluc trangthai",
    "since": "since tungay hieuluctungay hethieuluctungay",
    "by": "by boi boivanban",
    "replaces": "replaces thaythe",
    "amends": "amends suadoi suadoibosung",
    "implements": "implements thuchien trienkhai",
}
_FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split()}
_WORDS: dict[Force, str] = {
    "in_force": "in force; in_force; còn hiệu lực; đang có hiệu lực; có hiệu lực",
    "amended": "amended; được sửa đổi; đã sửa đổi; bị sửa đổi; được sửa đổi, bổ sung; hết hiệu lực một phần",
    "replaced": "replaced; bị thay thế; được thay thế; đã thay thế",
    "expired": "expired; hết hiệu lực; đã hết hiệu lực; bị bãi bỏ; hết hiệu lực toàn bộ",
}
_STATUSES = {key(name): status for status, names in _WORDS.items() for name in names.split("; ")}


def read_statements(path: Path) -> list[Statement]:
    """What a table says, row by row; cells of several numbers divide them by semicolons.

    Raises `MalformedSidecar`, `MissingFile`, `NotAFile`.

    Columns: number (or id; issuer where several have the number), status, since, by, replaces, amends, implements;
    others are passed over, so that `documents.tsv` may be such a table too.
    """
    if path.is_dir():
        raise NotAFile(path.name)
    if not path.exists():
        raise MissingFile(path.name)
    rows = _records(path) if path.suffix.lower() in (".json", ".jsonl") else _rows(path)
    return [_statement(path, line, row) for line, row in rows]


def statement_about(id: int, status: Force | None, since: str, by: str, ties: Mapping[Tie, str]) -> Statement:
    """What somebody types of a stored document: all of it, so that what is left empty holds no more.

    `since` is a day as people write it, each of `ties` numbers divided by lines or semicolons. Raises `WrongValue`.
    """
    try:
        day = iso_date(since)
    except ValueError:
        raise WrongValue("Từ ngày", f"“{since}” không đúng; hãy viết dạng 19/11/2025.") from None
    if (since.strip() or by.strip()) and not status:
        raise WrongValue("Hiệu lực", "có ngày hoặc số văn bản mà chưa chọn tình trạng; hãy chọn tình trạng hiệu lực.")
    relations = tuple(Relation(tie, number) for tie in TIES for number in _numbers(ties.get(tie, "")))
    for number in (*_numbers(by), *(one.number for one in relations)):
        if family_of_number(number) is None:
            raise WrongValue("Số, ký hiệu", f"“{number}” không đúng cách ghi; hãy viết như 411/QĐ-TTg hoặc 226-KL/TW.")
    standing = Standing(status, day, " ".join(by.split())) if status else None
    return Statement(str(id), "", standing, relations, ("standing", *TIES))


def _numbers(typed: str) -> list[str]:
    """Numbers divided by semicolons or lines."""
    return [number for one in re.split(r"[;\n]", typed) if (number := " ".join(one.split()))]


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    lines = table(path.name, bytes_of(path))
    fields = [_FIELDS.get(plain(heading), "") for heading in next(lines, (1, []))[1]]
    if not {"number", "id"} & set(fields):
        raise MalformedSidecar(path.name, 1, "thiếu cột “number” (số, ký hiệu); hãy thêm cột này vào dòng tiêu đề.")
    for line, cells in lines:
        if any(cells):
            yield line, {field: cell for field, cell in zip(fields, cells, strict=False) if field and cell}


def _records(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    text = text_of(path.name, bytes_of(path))
    try:
        whole = json.loads(text) if text.lstrip().startswith("[") else None
        records = enumerate(whole, 1) if whole is not None else _lines(text)
        for line, record in records:
            if not isinstance(record, dict):
                raise MalformedSidecar(path.name, line, "không phải một đối tượng JSON; hãy viết {…} cho mỗi văn bản.")
            yield line, {field: _cell(value) for name, value in record.items() if (field := _FIELDS.get(plain(name)))}
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise MalformedSidecar(path.name, line, "không phải JSON đúng quy cách; hãy kiểm tra lại tệp.") from error


def _lines(text: str) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield number, json.loads(line)


def _cell(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value).strip()


def _statement(path: Path, line: int, row: Mapping[str, str]) -> Statement:
    sought = row.get("id") or row.get("number", "")
    if not sought:
        raise MalformedSidecar(path.name, line, "chưa ghi số, ký hiệu; hãy điền cột “number” hoặc xóa dòng này.")
    said = row.get("status", "")
    status = _STATUSES.get(key(said))
    if said and not status:
        what = f"tình trạng “{said}” không rõ; hãy ghi: còn hiệu lực, được sửa đổi, bị thay thế hoặc hết hiệu lực."
        raise MalformedSidecar(path.name, line, what)
    try:
        since = iso_date(row.get("since", ""))
    except ValueError as error:
        what = f"ngày “{row['since']}” không đúng; hãy viết dạng 2025-11-19 hoặc 19/11/2025."
        raise MalformedSidecar(path.name, line, what) from error
    relations = tuple(Relation(kind, number) for kind in TIES for number in _numbers(row.get(kind, "")))
    standing = Standing(status, since, row.get("by", "")) if status else None
    return Statement(sought, row.get("issuer", ""), standing, relations, line=line)
