"""What a database says went wrong, as a sentence for the user."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from drafter.errors import (
    BusyDatabase,
    CorpusError,
    CorruptDatabase,
    DatabaseFault,
    DiskFull,
    HomeNotWritable,
    UnreachableDatabase,
)

# The first name that an error of SQLite starts with decides.
_SQLITE: tuple[tuple[str, type[CorpusError]], ...] = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_IOERR_WRITE", DiskFull),
    ("SQLITE_IOERR_SHMSIZE", DiskFull),
    ("SQLITE_IOERR_TRUNCATE", DiskFull),
    ("SQLITE_IOERR_FSYNC", DiskFull),
    ("SQLITE_BUSY", BusyDatabase),
    ("SQLITE_LOCKED", BusyDatabase),
    ("SQLITE_NOTADB", CorruptDatabase),
    ("SQLITE_CORRUPT", CorruptDatabase),
    ("SQLITE_READONLY", HomeNotWritable),
    ("SQLITE_CANTOPEN", HomeNotWritable),
    ("SQLITE_PERM", HomeNotWritable),
    ("SQLITE_AUTH", HomeNotWritable),
)
# Classes of SQLSTATE, longest first: https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRES: tuple[tuple[str, type[CorpusError]], ...] = (
    ("53100", DiskFull),
    ("55P03", BusyDatabase),
    ("40P01", BusyDatabase),
    ("57014", BusyDatabase),
    ("42501", HomeNotWritable),
    ("25006", HomeNotWritable),
    ("XX001", CorruptDatabase),
    ("XX002", CorruptDatabase),
    ("57P", UnreachableDatabase),
    ("08", UnreachableDatabase),
    ("28", UnreachableDatabase),
    ("3D", UnreachableDatabase),
)


@contextmanager
def told_to_the_user(where: str) -> Iterator[None]:
    """Turns what SQLAlchemy and the system raise inside into a `CorpusError`; `where` names the database.

    Programming errors (a table that is missing, a broken constraint) pass through.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(where) from error
        raise
    except Exception as error:
        if fault := _fault(error, where):
            raise fault from error
        raise


@contextmanager
def files_written(where: str) -> Iterator[None]:
    """As `told_to_the_user`, for what writes files; whatever the system refuses inside is a `HomeNotWritable`."""
    try:
        with told_to_the_user(where):
            yield
    except OSError as error:
        raise HomeNotWritable(where) from error


def _fault(error: Exception, where: str) -> CorpusError | None:
    # What a cursor of the driver raises comes without SQLAlchemy's wrapping.
    origin = error.orig if isinstance(error, DBAPIError) else error
    for attribute, table in (("sqlite_errorname", _SQLITE), ("sqlstate", _POSTGRES)):
        code = getattr(origin, attribute, None) or ""
        for start, kind in table:
            if code.startswith(start):
                return kind(where)
    wrong_statement = getattr(origin, "sqlite_errorname", "") == "SQLITE_ERROR"
    if wrong_statement or not any(kind.__name__ == "OperationalError" for kind in type(origin).__mro__):
        return None
    # psycopg without a state: it failed before a server answered, or the server went away.
    unanswered = getattr(origin, "sqlstate", "") is None
    return UnreachableDatabase(where) if unanswered else DatabaseFault(where, str(origin))
