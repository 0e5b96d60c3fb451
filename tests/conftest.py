from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.corpus import Added, Corpus, Refused
from drafter.corpus.importing import items, plan

SHARED = Path(__file__).parents[2] / "shared"
SAMPLES = Path(__file__).parents[1] / "corpus"


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
