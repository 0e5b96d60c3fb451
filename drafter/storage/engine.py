"""The database of one home: SQLite in its folder, or PostgreSQL by URL, at the newest revision of its tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from drafter.errors import MissingDriver, NewerDatabase, NotInAFile, WrongDatabaseUrl
from drafter.storage.faults import told_to_the_user
from drafter.storage.home import home_folder

FILE = "drafter.sqlite3"
HEAD = "0008"
"""The newest revision of the tables; kept here so that opening needs no Alembic (a third of a second)."""
MIGRATIONS = Path(__file__).parent / "migrations"

_WRITER = 0x647261667465  # "drafte": the advisory lock of whoever writes in PostgreSQL


class Database:
    """Transactions over the database of a home. Close it, or use it in a `with`.

    Raises subclasses of `CorpusError` wherever a caller or the system is at fault.
    """

    def __init__(self, home: str | Path | None = None, url: str | None = None, wait: float = 60.0) -> None:
        """`url`, else `DRAFTER_DATABASE_URL`, else the file in the `home`; `wait` is how long to wait for a lock, in
        seconds."""
        address = _chosen(home, url)
        self.name = _shown(address)
        self._wait = wait
        self._engine = _engine(address, wait)
        try:
            self._migrate()
        except BaseException:
            self.close()
            raise

    @property
    def dialect(self) -> Literal["sqlite", "postgresql"]:
        return "sqlite" if self._engine.dialect.name == "sqlite" else "postgresql"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database."""
        with told_to_the_user(self.name), self._engine.connect() as connection:
            if self.dialect == "postgresql":  # which shows each statement another state, unless it is told not to
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes all come to stand at the end, or none. One writer at a time, on both databases."""
        with told_to_the_user(self.name), self._engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin():
                if self.dialect == "postgresql":
                    connection.execute(text(f"SET LOCAL lock_timeout = {int(self._wait * 1000)}"))
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER})"))
                yield connection

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _migrate(self) -> None:
        with self.reading() as connection:
            if _revision(connection) == HEAD:
                return
        with self.writing() as connection:
            revision = _revision(connection)  # another process may have been quicker
            if revision != HEAD:
                _upgrade(connection, revision, self.name)


def database_file(home: str | Path | None = None) -> Path:
    """The file that the database of a home is in. Raises `NotInAFile` for one on a server."""
    address = _chosen(home, None)
    if address.drivername != "sqlite" or not address.database:
        raise NotInAFile
    return Path(address.database)


def _chosen(home: str | Path | None, url: str | None) -> URL:
    chosen = url or os.environ.get("DRAFTER_DATABASE_URL")
    return _address(chosen) if chosen else URL.create("sqlite", database=str(home_folder(home) / FILE))


def _address(url: str) -> URL:
    try:
        address = make_url(url.strip())
    except ArgumentError as error:
        raise WrongDatabaseUrl from error
    if address.drivername in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    if address.drivername not in ("postgresql+psycopg", "sqlite"):
        raise WrongDatabaseUrl
    return address


def _shown(address: URL) -> str:
    """The database as messages name it: never with the password."""
    if address.drivername == "sqlite":
        return address.database or ":memory:"
    return f"{address.host or address.query.get('host', 'localhost')}/{address.database or ''}"


def _engine(address: URL, wait: float) -> Engine:
    on_sqlite = address.drivername == "sqlite"
    arguments = {"timeout": wait} if on_sqlite else {"connect_timeout": 10}
    try:
        engine = create_engine(address, connect_args=arguments, pool_pre_ping=not on_sqlite)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise MissingDriver from error
    if on_sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver opens no transactions of its own accord: `_begin_sqlite` does, so that a writer has its lock at once.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "foreign_keys = ON",
        # With a write-ahead log this loses nothing that would break: at a power cut at most the last transactions.
        "synchronous = NORMAL",
        "cache_size = -65536",  # KiB
        "temp_store = MEMORY",
        "journal_size_limit = 67108864",  # bytes; a large load must not leave its log behind
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _revision(connection: Connection) -> str | None:
    """The revision of the database's tables, None for a new database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, revision: str | None, name: str) -> None:
    """Brings the tables to `HEAD` within the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision is not None and revision not in known:
        raise NewerDatabase(name)
    command.upgrade(config, HEAD)
