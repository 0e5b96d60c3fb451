"""The log of what people did."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from drafter.storage import Database
from webapp.journal import ACTIONS, Wanted, lines, size, write

WEBAPP = Path(__file__).parents[2] / "webapp"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    url = request.getfixturevalue("fresh_database") if request.param == "postgresql" else None
    with Database(tmp_path, url) as opened:
        yield opened


@pytest.mark.parametrize(
    "statement",
    ["UPDATE web_log SET who = 'ai khác'", "DELETE FROM web_log", "DELETE FROM web_log WHERE id = 1", "all at once"],
)
def test_the_log_only_grows(database: Database, statement: str) -> None:
    if statement == "all at once":
        replaced = "INSERT OR REPLACE INTO web_log (id, at, action) VALUES (1, '', '')"
        statement = replaced if database.dialect == "sqlite" else "TRUNCATE web_log"
    with database.writing() as connection:
        write(connection, "2026-03-05T07:00:00+00:00", "admin", "login")

    with pytest.raises(DBAPIError, match="the log only grows"), database.writing() as connection:
        connection.execute(text(statement))

    with database.reading() as connection:
        assert [(one.who, one.action) for one in lines(connection, Wanted(), 1)] == [("admin", "login")]


def test_lines_are_found_by_who_what_and_day(database: Database) -> None:
    noon = "{}T05:00:00+00:00"
    with database.writing() as connection:
        for nth in range(60):
            write(connection, noon.format("2026-03-05"), "admin" if nth % 2 else "clerk", "login", f"{nth}")
        write(connection, noon.format("2026-03-06"), "admin", "logout", "sau")

    with database.reading() as connection:
        assert size(connection, Wanted()) == 61
        assert [one.subject for one in lines(connection, Wanted(), 1)][:2] == ["sau", "59"]
        assert len(lines(connection, Wanted(), 1)) == 50
        assert len(lines(connection, Wanted(), 2)) == 11
        assert size(connection, Wanted(who="clerk")) == 30
        assert size(connection, Wanted(action="logout")) == 1
        assert size(connection, Wanted(day=date(2026, 3, 5))) == 60
        assert size(connection, Wanted("admin", "login", date(2026, 3, 6))) == 0


def test_there_are_words_for_all_that_is_noted() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in WEBAPP.rglob("*.py"))
    noted = set(re.findall(r'\bnote\(\s*\w+,\s*"([^"]+)"', code))
    built = set(re.findall(r'\bnote\(\s*\w+,\s*f"([^"{]+)\{', code))

    assert noted and built
    assert noted <= set(ACTIONS)
    assert not [start for start in built if not any(action.startswith(start) for action in ACTIONS)]
