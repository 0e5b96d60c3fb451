"""Collections of documents as JSON Lines, plain or compressed: one object a line, streamed."""

from __future__ import annotations

import gzip
import json
import lzma
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

from drafter.corpus.metadata import completed, kind_symbol
from drafter.corpus.values import UNKNOWN, Item, Metadata, Refused
from drafter.errors import SecretFile
from drafter.nlp.written import iso_date
from drafter.readers.secrecy import refuse_secret

SUFFIXES = (".jsonl", ".jsonl.xz", ".jsonl.gz")
_FIELDS = {
    "number": ("number",),
    "kind": ("kind", "type"),
    "title": ("title", "subject"),
    "issuer": ("issuer", "place"),
    "date": ("date",),
}


def read_lines(path: Path, advance: Callable[[int], None]) -> Iterator[Item | Refused]:
    """The documents of a collection; a broken line is refused, named by its number, and the rest goes on.

    `advance` is told how many bytes of the file have been read since it was told last.
    """
    read = 0
    with path.open("rb") as file:
        try:
            for number, line in enumerate(_opened(file, path.name), 1):
                if line.strip():
                    yield _item(line, path.name, number)
                advance(file.tell() - read)
                read = file.tell()
        except (EOFError, lzma.LZMAError, gzip.BadGzipFile, zlib.error):
            yield Refused(path.name, f"{path.name}: tệp nén bị hỏng hoặc thiếu phần cuối; hãy lấy lại tệp.")


def _opened(file: BufferedReader, name: str) -> IO[bytes]:
    if name.endswith(".xz"):
        return lzma.open(file)
    if name.endswith(".gz"):
        return cast("IO[bytes]", gzip.open(file))
    return file


def _item(line: bytes, file: str, number: int) -> Item | Refused:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return _refused(file, number, "không phải JSON đúng quy cách")
    if not isinstance(record, dict):
        return _refused(file, number, "không phải một đối tượng JSON")
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        return _refused(file, number, "không có nội dung ở trường “text”")
    try:
        refuse_secret(f"{file}, dòng {number}", text)
    except SecretFile as error:
        return Refused(f"{file}, dòng {number}", str(error))
    given = _metadata(record)
    metadata = given if given != UNKNOWN else completed(given, text)
    id_ = _first(record, ("id",))
    name = id_ or f"{file}:{number}"
    digest = sha256(text.encode("utf-8", "replace")).hexdigest()
    return Item(name, digest, text, metadata, f"jsonl:{name}", given)


def _metadata(record: dict[str, object]) -> Metadata:
    """As the collection gives it; a date that is none is left out, the text is worth having without."""
    known = {name: _first(record, fields) for name, fields in _FIELDS.items()}
    try:
        day = iso_date(known["date"])
    except ValueError:
        day = ""
    return Metadata(**known | {"kind": kind_symbol(known["kind"], known["number"]), "date": day})


def _first(record: dict[str, object], fields: tuple[str, ...]) -> str:
    values = (record.get(field) for field in fields)
    return next((str(value) for value in values if isinstance(value, str | int) and value != ""), "")


def _refused(file: str, number: int, what: str) -> Refused:
    return Refused(f"{file}, dòng {number}", f"{file}, dòng {number}: {what}; các dòng khác vẫn được đọc.")
