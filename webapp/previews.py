"""Registers in files between looking and storing: what was read is kept in the home for an hour, for one account.

The uploaded file itself is not kept: it is read once, in a process of its own, and what that told is what is stored.
"""

from __future__ import annotations

import json
import os
import re
import time
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from drafter.errors import DrafterError
from drafter.register import Paper, Record
from drafter.register.importing import Preview, Row, SheetRead, Taken
from drafter.storage.faults import files_written
from webapp.accounts import Account

_FOLDER = "previews"
_SECONDS = 3600
_KEY = re.compile(r"[0-9a-f]{64}")
MOST_ROWS = 200_000
"""Of a file that is imported through a page; the command line takes more."""


class PreviewGone(DrafterError):
    def __init__(self) -> None:
        super().__init__("Bản xem trước này đã nhập xong hoặc đã quá một giờ; nếu cần, hãy tải tệp lên lại.")


class LongRegister(DrafterError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: sổ dài quá 200.000 dòng; hãy tách theo năm rồi nhập từng tệp.")


@dataclass(frozen=True, slots=True)
class Read:
    """What a file was read as; `paper` is the document that a package brought."""

    preview: Preview
    paper: Paper | None


def read_file(name: str, data: bytes, year: int, unit: str) -> Read:
    """A register in .xlsx or .csv for the book of `year`, or the document of an edXML package for that of its date.

    Raises `UnreadableFile`, `SecretFile`, `LongRegister`.
    """
    from drafter.readers.sniffing import form_of
    from drafter.register.importing import read_register_bytes
    from drafter.register.importing.edxml import previewed

    if form_of(name, data) in ("edxml", "zip"):
        return Read(*previewed(name, data, None, unit))
    preview = read_register_bytes(name, data, year, unit)
    if len(preview.rows) > MOST_ROWS:
        raise LongRegister(name)
    return Read(preview, None)


def keep(home: Path, account: Account, found: Read) -> str:
    """The key under which the account finds it again. Raises `CorpusError`."""
    folder, text = home / _FOLDER, _json(found)
    key = sha256(f"{account.id}\0{text}".encode()).hexdigest()
    beside = folder / f"{key}.{os.getpid()}-{time.monotonic_ns()}"
    with files_written(str(folder)):
        folder.mkdir(mode=0o700, exist_ok=True)
        remove_old(home)
        try:
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                file.write(text)
            beside.replace(folder / key)
        finally:
            beside.unlink(missing_ok=True)
    return key


def kept(home: Path, account: Account, key: str) -> Read:
    """What the account kept. Raises `PreviewGone` for what is not there any more, or another's."""
    folder = home / _FOLDER
    remove_old(home)
    try:
        if not _KEY.fullmatch(key):
            raise PreviewGone
        text = (folder / key).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise PreviewGone from error
    if sha256(f"{account.id}\0{text}".encode()).hexdigest() != key:
        raise PreviewGone
    return _from(json.loads(text))


def forget(home: Path, key: str) -> None:
    """It is stored, or not wanted."""
    if _KEY.fullmatch(key):
        (home / _FOLDER / key).unlink(missing_ok=True)


def remove_old(home: Path) -> None:
    """Removes what was kept for longer than an hour."""
    folder, oldest = home / _FOLDER, time.time() - _SECONDS
    for path in folder.glob("*") if folder.exists() else ():
        with suppress(FileNotFoundError):  # another request may be quicker
            if path.stat().st_mtime < oldest:
                path.unlink()


def _json(found: Read) -> str:
    said: dict[str, Any] = {"preview": asdict(found.preview), "paper": None}
    if found.paper:
        said["paper"] = asdict(found.paper) | {"content": b64encode(found.paper.content).decode("ascii")}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _from(said: dict[str, Any]) -> Read:
    preview, paper = said["preview"], said["paper"]
    sheets = (
        SheetRead(**one | {"columns": tuple(Taken(**column) for column in one["columns"])}) for one in preview["sheets"]
    )
    rows = (
        Row(**one | {"record": Record(**one["record"]) if one["record"] else None, "doubts": tuple(one["doubts"])})
        for one in preview["rows"]
    )
    made = Preview(**preview | {"sheets": tuple(sheets), "rows": tuple(rows)})
    return Read(made, Paper(**paper | {"content": b64decode(paper["content"])}) if paper else None)
