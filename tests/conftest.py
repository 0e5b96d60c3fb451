from pathlib import Path

import pytest

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
