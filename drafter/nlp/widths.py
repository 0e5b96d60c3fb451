"""How wide words are in Times New Roman: what a drawn line under them is compared with."""

from __future__ import annotations

import unicodedata

# Advance widths of U+0020 to U+007E in thousandths of the size, as Times New Roman and what is metric-compatible
# with it have them: upright, bold, italic, bold italic. A Vietnamese letter is as wide as its Latin one.
_TABLE = """
    250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278
    278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722
    722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500
    500 333 389 278 500 500 722 500 500 444 480 200 480 541

    250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333
    333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722
    722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556
    556 444 389 333 556 500 722 500 500 444 394 220 394 520

    250 333 420 500 500 833 778 214 333 333 500 675 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333
    333 675 675 675 500 920 611 611 667 722 611 611 722 722 333 444 667 556 833 667 722 611 722 611 500 556 722
    611 833 611 556 556 389 278 389 422 500 333 500 500 444 500 444 278 500 500 278 278 444 278 722 500 500 500
    500 389 389 278 500 444 667 444 444 389 400 275 400 541

    250 389 555 500 500 833 778 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333
    333 570 570 570 500 832 667 667 667 722 667 667 722 778 389 500 667 611 889 722 722 611 722 667 556 611 722
    667 889 667 611 611 333 278 333 570 500 333 500 500 444 500 444 333 500 556 278 278 500 278 778 556 500 500
    500 389 389 278 556 444 667 500 444 389 348 220 348 570
"""
_FACES = [tuple(map(int, face.split())) for face in _TABLE.split("\n\n")]
_OTHERS = {"đ": "d", "Đ": "D", "–": "n", "“": "a", "”": "a", "‘": ")", "’": ")", "…": "M", "—": "M"}
_FIRST = 0x20
_MM = 25.4 / 72


def width(words: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """The width in mm of words on one line, `size` in pt; letters of other scripts count as an "n"."""
    face = _FACES[bold + 2 * italic]
    letters = (one for one in unicodedata.normalize("NFD", words) if not unicodedata.combining(one))
    return sum(face[_place(one)] for one in letters) * size / 1000 * _MM


def _place(letter: str) -> int:
    at = ord(_OTHERS.get(letter, letter)) - _FIRST
    return at if 0 <= at < len(_FACES[0]) else ord("n") - _FIRST
