"""The web application on a real home, with somebody of each role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from clients import PASSWORD, PEOPLE, Client, new_client
from flask import Flask
from library import SUPERIORS, fill
from offices import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[Flask]:
    """The application of an office with somebody of each role (`PEOPLE`) and three superior documents.

    Shared by all files: one whose tests change the corpus or settings has an application of its own.
    """
    home = tmp_path_factory.mktemp("office")
    fill(home, samples, SUPERIORS)
    with opened(home, *PEOPLE, filled=False) as made:
        yield made


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


@pytest.fixture(scope="module")
def browser(browser_program: str) -> Iterator[Browser]:
    """The system's browser, led by Playwright. Only for tests marked `browser`.

    Closed with its file: while it is open a loop of asyncio runs, beside which other tests could begin none.
    """
    from playwright.sync_api import sync_playwright

    words = ["--lang=vi"]
    with (
        sync_playwright() as playwright,
        closing(playwright.chromium.launch(executable_path=browser_program, args=words)) as found,
    ):
        yield found
