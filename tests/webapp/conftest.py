"""The web application on a real home, with somebody of each role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from clients import PASSWORD, PEOPLE, Client, new_client
from flask import Flask

from drafter import read
from drafter.corpus import Corpus
from webapp import accounts, create_app
from webapp.app import close_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[Flask]:
    """The application of an office with somebody of each role (`PEOPLE`) and three superior documents."""
    home = tmp_path_factory.mktemp("office")
    with Corpus(home) as corpus:
        for name in ("QD-2604-TTg.docx", "KL-918-TW.docx", "CV-3175-BNV.txt"):
            corpus.add(read(samples / "superior" / name))
    made = create_app(home, local=False)
    made.test_client_class = Client
    with made.extensions["drafter"].database.writing() as connection:
        for login, (name, unit, roles) in PEOPLE.items():
            accounts.make(connection, login, name, unit, roles, PASSWORD)
    yield made
    close_app(made)


@pytest.fixture
def anonymous(app: Flask) -> Client:
    """Somebody who is not logged in, at an address of their own."""
    return new_client(app)


@pytest.fixture
def client_of(app: Flask) -> Callable[[str], Client]:
    """Gives a client who is logged in, by login (`PEOPLE`): "drafter", "office" …"""

    def logged_in(login: str) -> Client:
        client = new_client(app)
        answer = client.post("/dang-nhap", data={"login": login, "password": PASSWORD})
        assert answer.status_code == 302, answer.text
        return client

    return logged_in


@pytest.fixture(scope="session")
def browser(browser_program: str) -> Iterator[Browser]:
    """The system's browser, led by Playwright. Only for tests marked `browser`."""
    from playwright.sync_api import sync_playwright

    words = ["--lang=vi"]
    with (
        sync_playwright() as playwright,
        closing(playwright.chromium.launch(executable_path=browser_program, args=words)) as found,
    ):
        yield found
