"""Transactions on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from drafter.storage import Database


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    url = request.getfixturevalue("fresh_database") if request.param == "postgresql" else None
    with Database(tmp_path, url) as opened:
        yield opened


def lines(connection: Connection) -> int:
    return int(connection.execute(text("SELECT count(*) FROM web_log")).scalar_one())


def add_line(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("INSERT INTO web_log (at, action) VALUES ('2026-03-05', 'login')"))


def test_who_reads_sees_one_state_whatever_others_write(database: Database) -> None:
    with database.reading() as connection:
        assert lines(connection) == 0
        add_line(database)
        assert lines(connection) == 0
    with database.reading() as connection:
        assert lines(connection) == 1


def test_who_writes_sees_what_was_written_before(database: Database) -> None:
    with database.reading() as connection:
        assert lines(connection) == 0
    add_line(database)
    with database.writing() as connection:
        assert lines(connection) == 1
