"""A corpus on each of the databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from stored_texts import Place

from drafter.corpus import Corpus


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    url = request.getfixturevalue("fresh_database") if request.param == "postgresql" else None
    return Place(tmp_path / "home", url)


@pytest.fixture
def corpus(place: Place) -> Iterator[Corpus]:
    with place.open() as opened:
        yield opened
