"""Where the programs are that drafter can use but does not bring: LibreOffice, and Tesseract with its languages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import md5
from pathlib import Path

PROFILE = "profile"
"""The name of the profile that LibreOffice gets in the folder of a file to read."""
_ASKED_FOR = 30
"""Seconds that a program may take to say its version or its languages."""


def office() -> Path | None:
    """The start of LibreOffice; None where it is not installed."""
    # On Windows soffice.com waits for the end of the conversion and soffice.exe is for the desktop.
    names = ("soffice.com", "soffice.exe") if sys.platform == "win32" else ("soffice", "libreoffice")
    return _found(names, _office_folders())


def sockets_of(folder: Path) -> list[Path]:
    """The sockets that a LibreOffice with the profile `folder`/profile left in /tmp, whatever TMPDIR said.

    Their names are made of the user's number and a hash of the profile's address.
    """
    if sys.platform == "win32":
        return []
    address = (folder / PROFILE).as_uri().encode("utf-16-le")
    hashed = md5(address, usedforsecurity=False).digest()
    # Of a byte below 16 LibreOffice writes one digit.
    names = {hashed.hex(), "".join(f"{byte:x}" for byte in hashed)}
    return [found for name in names for found in Path("/tmp").glob(f"OSL_PIPE_*_{name}")]


def recogniser() -> Path | None:
    """Tesseract; None where it is not installed. See `languages`."""
    return _found(("tesseract",), _recogniser_folders())


def languages(recogniser: Path) -> frozenset[str]:
    """What this Tesseract can read: "vie", "osd" (how a page is turned) …; nothing where it does not answer."""
    said = _said(recogniser, "--list-langs")
    return frozenset(line.strip() for line in said.splitlines() if re.fullmatch(r"[\w/-]+", line.strip()))


def version(program: Path) -> str:
    """The version that a program says it is, as in "7.4.7.2"; "" where it says none."""
    # On Windows the desktop's soffice.exe opens a window to say it; soffice.com prints it.
    number = re.search(r"\d+(?:\.\d+)+", _said(program, "--version"))
    return number[0] if number else ""


def _said(program: Path, question: str) -> str:
    """What the program prints, on either stream; "" where it does not run."""
    try:
        done = subprocess.run(
            [program, question],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_ASKED_FOR,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _found(names: Iterable[str], folders: Iterable[Path]) -> Path | None:
    """The first of these programs on the PATH, otherwise in the folders where installers put it."""
    for name in names:
        if on_path := shutil.which(name):
            return Path(on_path).absolute()
    searched = os.pathsep.join(map(str, folders))
    elsewhere = next(filter(None, (shutil.which(name, path=searched) for name in names)), None) if searched else None
    return Path(elsewhere).absolute() if elsewhere else None


def _office_folders() -> Iterator[Path]:
    if sys.platform == "win32":
        for folder in _windows_folders():
            yield folder / "LibreOffice" / "program"
    elif sys.platform == "darwin":
        yield Path("/Applications/LibreOffice.app/Contents/MacOS")
    else:
        yield from (Path("/usr/lib/libreoffice/program"), Path("/usr/lib64/libreoffice/program"), Path("/snap/bin"))
        # The packages of libreoffice.org, the newest first.
        yield from sorted(Path("/opt").glob("libreoffice*/program"), reverse=True)


def _recogniser_folders() -> Iterator[Path]:
    if sys.platform == "win32":
        for folder in _windows_folders():
            yield from (folder / "Tesseract-OCR", folder / "Programs" / "Tesseract-OCR")
    else:
        yield Path("/usr/local/bin")
        yield from (Path("/opt") / name / "bin" for name in ("homebrew", "local"))


def _windows_folders() -> Iterator[Path]:
    """Where Windows installs for everybody, and for one user."""
    for name in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if value := os.environ.get(name):
            yield Path(value)
