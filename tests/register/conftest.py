"""A register on each of the databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from written_books import Shelf

from drafter.register import Register


@pytest.fixture(params=["sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    url = request.getfixturevalue("fresh_database") if request.param == "postgresql" else None
    return Shelf(tmp_path / "home", url)


@pytest.fixture
def book(shelf: Shelf) -> Iterator[Register]:
    with shelf.open() as opened:
        yield opened
