"""One Word file in every format that LibreOffice writes, and how far what was read is from what it says."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

from rapidfuzz.distance import Levenshtein


@cache
def office() -> str | None:
    """LibreOffice, where it is installed."""
    return shutil.which("soffice")


def converted(file: Path, suffix: str, folder: Path) -> Path:
    """The file as LibreOffice writes it with another suffix, in a profile of its own below `folder`."""
    program = office()
    assert program
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", suffix, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{file.stem}.{suffix.partition(':')[0]}"


def words(text: str) -> str:
    """The text with every run of blanks and line ends as one space."""
    return " ".join(text.split())


def paragraphs(text: str) -> list[str]:
    """The lines that say something, blanks as one space."""
    return [line for line in map(words, text.splitlines()) if line]


def as_paper_shows(text: str) -> list[str]:
    """The paragraphs of a Word file, the lines of a letter's subject as one: paper does not tell who broke them."""
    found: list[str] = []
    for line in paragraphs(text):
        if found and found[-1].startswith("V/v") and line[0].islower():
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def character_error(read: str, said: str) -> float:
    """Characters to insert, drop or change, as a part of those that are said; blanks count as one."""
    wanted = words(said)
    return float(Levenshtein.distance(words(read), wanted)) / len(wanted)
