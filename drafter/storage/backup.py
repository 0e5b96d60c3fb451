"""A whole copy of the database in one file, made while others go on working, and putting such a copy back.

Of PostgreSQL its own tools make copies: https://www.postgresql.org/docs/current/backup-dump.html
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from drafter.errors import CorpusError, MissingFile, NewerDatabase
from drafter.storage.engine import HEAD, database_file
from drafter.storage.faults import files_written

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database while it is open, or after a crash."""


class NothingToBackUp(CorpusError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: chưa có dữ liệu để sao lưu; hãy chọn đúng thư mục bằng --home.")


class NoBackup(CorpusError):
    """A file that is no whole copy of a database of drafter."""

    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: không phải bản sao lưu của drafter hoặc đã hỏng; hãy chọn tệp sao lưu khác.")


class DataInTheWay(CorpusError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: đã có tệp này, chưa bị thay đổi gì; hãy chọn nơi khác, hoặc thêm --yes để thay.")


class DataInUse(CorpusError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: chương trình khác đang mở dữ liệu này; hãy dừng drafter serve rồi làm lại.")


def back_up(home: str | Path | None, target: Path, *, replace: bool = False) -> Path:
    """Copies the database as it stands into the file `target`, which is there whole or not at all; gives `target`.

    Nobody but its owner may read it: documents and accounts are in it. A file that is there already stays, unless
    `replace`. Raises `CorpusError`.
    """
    source = database_file(home)
    if not source.exists():
        raise NothingToBackUp(str(source.parent))
    if target.exists() and (not replace or target.is_dir() or target.samefile(source)):
        raise DataInTheWay(str(target))
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with files_written(str(target)):
            beside.touch(mode=0o600)
            _copy(source, beside)
            beside.replace(target)
    finally:
        _remove(beside)
    return target


def restore(file: Path, home: str | Path | None, at: datetime, *, replace: bool = False) -> Path | None:
    """Puts a copy back as the database of the home; gives where the database is now that was there, None for none.

    What is there already stays, unless `replace`; then it is kept beside under a name with the instant `at`. Raises
    `CorpusError`; nothing is changed then.
    """
    target = database_file(home)
    check_backup(file)
    is_there = target.exists()
    if is_there and (not replace or target.samefile(file)):
        raise DataInTheWay(str(target))
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with files_written(str(target)):
            _copy(file, beside)
            kept = _set_aside(target, at) if is_there else None
            beside.replace(target)
    finally:
        _remove(beside)
    return kept


def check_backup(file: Path) -> None:
    """Raises `NoBackup` for what is no whole database of drafter, `NewerDatabase` for a later version's."""
    if not file.is_file():
        raise MissingFile(str(file))
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'document'").fetchone()
            is_whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError as error:
        raise NoBackup(str(file)) from error
    if not revision or not tables[0] or not is_whole:
        raise NoBackup(str(file))
    if revision[0] > HEAD:
        raise NewerDatabase(str(file))


def _copy(source: Path, target: Path) -> None:
    """One state of `source`, whatever is written to it meanwhile, as a single file."""
    with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(target)) as copy:
        # In one step: a reader keeps nobody from writing, and what is written meanwhile is not seen.
        origin.backup(copy)
        # One file to carry away, with nothing beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def _set_aside(target: Path, at: datetime) -> Path:
    """Keeps a database that nobody has open under another name; a broken one, too. Raises `DataInUse`."""
    try:
        with closing(sqlite3.connect(target, timeout=1)) as connection:
            # In this mode SQLite wants the file for itself alone, and leaves nothing beside it when it closes.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.rollback()
    except sqlite3.OperationalError as error:
        raise DataInUse(str(target)) from error
    except sqlite3.DatabaseError:
        pass
    aside = target.with_name(f"{target.stem}-{at:%Y%m%d-%H%M%S}{target.suffix}")
    for end in _BESIDE:
        beside = Path(f"{target}{end}")
        if beside.exists():
            beside.replace(f"{aside}{end}")
    try:
        # Under both names until the copy takes its place: whatever happens, there is a database.
        aside.hardlink_to(target)
    except OSError:  # a file system without links
        target.replace(aside)
    return aside


def _remove(path: Path) -> None:
    for end in ("", *_BESIDE):
        Path(f"{path}{end}").unlink(missing_ok=True)
