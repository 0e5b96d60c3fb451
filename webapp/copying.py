"""The copy of everything that an administrator takes away: it lies in the home until it is sent."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

from drafter.storage.backup import back_up
from drafter.storage.faults import files_written

_PREFIX = "sao-luu-"


def made(home: Path) -> Path:
    """A copy of everything in the home as it stands, to be removed once it is sent. Raises `CorpusError`."""
    with files_written(str(home)):
        file = Path(mkdtemp(prefix=_PREFIX, dir=home)) / "drafter.sqlite3"
    try:
        return back_up(home, file)
    except BaseException:
        remove(file)
        raise


def remove(file: Path) -> None:
    """Removes a copy, where it is still there."""
    shutil.rmtree(file.parent, ignore_errors=True)


def remove_left(home: Path) -> None:
    """Removes the copies that were not sent to their end when the server died."""
    for folder in home.glob(f"{_PREFIX}*"):
        shutil.rmtree(folder, ignore_errors=True)
