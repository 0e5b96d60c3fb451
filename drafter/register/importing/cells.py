"""What single cells of a register say: words on one line, lists of recipients, counts of copies."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from drafter.nlp.folding import fold
from drafter.readers.grids import Cell

_MARKS = re.compile(r"[\u0300-\u036f]")
_NO_LETTERS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[\n;]")
_BULLET = re.compile(r"^[-–+*•·]+\s*")
_COPIES = re.compile(r"(\d{1,5})(?:\s*(?:bản|bộ|tờ|b))?")
_GUARD = re.compile(r"^'(?=[=+@])")
"""What `drafter.render.register_sheet` puts in front of words that a program may take for a formula."""
_DITTO = re.compile(r"""["“”″〃]|''|,,|//|-?\s*(?:nt|n\.t|như trên)\s*-?|-\s*["“”]\s*-""", re.IGNORECASE)


def words(cell: Cell) -> str:
    """The cell as text on one line, composed letters and single blanks."""
    if isinstance(cell, str):
        return _words(cell)
    if isinstance(cell, int | float):
        return str(cell)
    return f"{cell:%d/%m/%Y}"


@lru_cache(maxsize=20_000)
def _words(text: str) -> str:
    return _GUARD.sub("", " ".join(fold(text).text.split()))


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """The text in small letters without marks, signs and double blanks: "Số, ký hiệu" is "so ky hieu"."""
    decomposed = unicodedata.normalize("NFD", fold(text).text.lower()).replace("đ", "d")
    return " ".join(_NO_LETTERS.sub(" ", _MARKS.sub("", decomposed)).split())


@lru_cache(maxsize=20_000)
def listed(text: str) -> str:
    """What stands in a cell line by line, in one line, parted by "; ", without bullets and marks at the ends."""
    parts = (_BULLET.sub("", words(part)).rstrip(" ,.;") for part in _PARTS.split(fold(text).text))
    return "; ".join(filter(None, parts))


def count(cell: Cell) -> int | None:
    """How many copies a cell says: 5, "05", "05 bản"; None where it says something else."""
    found = _COPIES.fullmatch(words(cell).lower())
    return int(found[1]) if found else None


def is_ditto(cell: Cell) -> bool:
    """Whether the cell says "as above"."""
    return isinstance(cell, str) and len(cell) < 16 and _DITTO.fullmatch(cell.strip()) is not None


def letters(column: int) -> str:
    """How Excel calls the column with this number, from 0.

    >>> letters(27)
    'AB'
    """
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
