"""Where the program keeps everything: one folder."""

from __future__ import annotations

import os
from pathlib import Path

from drafter.errors import HomeNotWritable


def home_folder(home: str | Path | None = None) -> Path:
    """`home`, else `DRAFTER_HOME`, else the platform's data folder; made if it is missing.

    Raises `HomeNotWritable`.
    """
    folder = Path(home or os.environ.get("DRAFTER_HOME") or _platform_folder()).expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeNotWritable(str(folder)) from error
    if not os.access(folder, os.W_OK):
        raise HomeNotWritable(str(folder))
    return folder


def _platform_folder() -> str:
    from platformdirs import user_data_dir

    return user_data_dir("drafter", appauthor=False)
