"""The lines of a text and how they look: what tells its parts apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

APPENDIX = re.compile(r"(?:PHỤ\s+LỤC|Phụ\s+lục)(?:\s+(?:(?:số|SỐ)\s+)?[IVX\d]{1,5}[a-z]?)?\s*[.:]?$")
ENCLOSED = re.compile(r"(?:^|\(\s*)(?:Ban\s+hành\s+)?[Kk]èm\s+theo\b")
STRUCTURE = re.compile(
    r"(?:Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC)\s+(?:\d|[IVX]+\b|thứ|THỨ)|[IVX]{1,5}\s?[.-]\s|\d{1,2}\s?[.)]\s|[a-zđ]\)\s"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something."""

    start: int
    words: str
    """Without the blanks and marks at both ends."""


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything."""
    lines = [Line(found.start(), found[0].strip(" \t*_#")) for found in re.finditer(r"[^\n]+", text)]
    return [line for line in lines if line.words]


def is_capitals(words: str) -> bool:
    """Words in capitals; a symbol such as 79/2006/QH11 is none."""
    return words.isupper() and not re.search(r"\d", words)
