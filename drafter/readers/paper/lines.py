"""Lines of words: what stands beside each other at one height, joined to a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from drafter.readers.paper.values import Word

MARKER = re.compile(
    r"(?:[-–—•+*●▪○➢✓]|[a-zđ]{1,2}\)|\(?\d{1,3}\)|\d{1,3}(?:\.\d{1,3})*[./]|[IVXLC]{1,6}[./]|[A-ZĐ][.)])(?=\s|$)"
    r"|(?:Điều|Khoản|Chương|Mục|Phần|CHƯƠNG|MỤC|PHẦN)\s+(?:\d+|[IVXLC]+)\s*[.:]"
)
"""How an item of a list, an article, a heading begins."""
_BROKEN = re.compile(r"[\w/]-$|\d/$|[A-ZĐ]/$|[\w.]@$|(?:https?:|www\.)\S*[./_]$")
"""The end of a word that goes on in the next line: "12/KH-", "30/2020/"."""
_SOFT_HYPHEN = "\u00ad"
_BESIDE = 0.45
"""Part of its height that a word shares with the line that it belongs to."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words beside each other, in points from the top left corner of their page."""

    words: tuple[Word, ...]
    """From left to right."""
    page: int
    left: float
    top: float
    right: float
    bottom: float
    base: float
    """Where most of its letters stand."""
    size: float
    """Of most letters, pt; of recognised words some measure of their height."""
    text: str
    recognised: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def bold(self) -> float:
        """The part of its letters that are bold, 0 to 1."""
        return _share(self, [word for word in self.words if word.format.bold])

    @property
    def in_capitals(self) -> bool:
        return self.text.upper() == self.text and sum(map(str.isalpha, self.text)) > 1

    @property
    def is_item(self) -> bool:
        """Whether it begins as an item of a list does."""
        return MARKER.match(self.text) is not None

    @property
    def first(self) -> float:
        """The width of what could have stood at the end of the line above."""
        text, right = "", self.left
        for word, shown in pieces(self.words, self.recognised):
            if text and shown != word.text:
                break
            text, right = text + word.text, word.right
        part = re.match(r".+?[-/](?=.)", text)
        return (right - self.left) * (len(part[0]) / len(text) if part else 1.0)


def _share(line: Line, words: list[Word]) -> float:
    return sum(len(word.text) for word in words) / max(1, sum(len(word.text) for word in line.words))


def line_of(words: Iterable[Word], page: int, recognised: bool) -> Line:
    """These words as a line; there is at least one."""
    row = tuple(sorted(words, key=lambda word: word.left))
    top, bottom = min(word.top for word in row), max(word.bottom for word in row)
    sizes: Counter[float] = Counter()
    for word in row:
        sizes[word.format.size or 0.0] += len(word.text)
    size = sizes.most_common(1)[0][0] or median(word.bottom - word.top for word in row)
    return Line(
        row,
        page,
        min(word.left for word in row),
        top,
        max(word.right for word in row),
        bottom,
        median(word.bottom for word in row if (word.format.size or 0.0) >= 0.8 * size or recognised),
        size,
        "".join(piece for _, piece in pieces(row, recognised)),
        recognised,
    )


def pieces(words: Iterable[Word], recognised: bool) -> Iterator[tuple[Word, str]]:
    """Each word with the text that it adds to its line: itself, behind a blank where there is room for one."""
    before: Word | None = None
    for word in words:
        size = min(word.format.size or 10.0, before.format.size or 10.0) if before else 10.0
        apart = before is not None and (recognised or word.left - before.right > 0.1 * size)
        yield word, f" {word.text}" if apart else word.text
        before = word


def joint(above: str, below: str) -> tuple[int, str]:
    """How the next line joins a text: how many characters of its end fall away, and what stands between."""
    if above.endswith(_SOFT_HYPHEN):
        return 1, ""
    if _BROKEN.search(above) and re.match(r"\w", below):
        return 0, ""
    if re.search(r"\w$", above) and re.match(r"/[A-ZĐ\d]", below):
        return 0, ""
    return 0, " "


def lines(words: Iterable[Word], page: int, recognised: bool) -> list[Line]:
    """The words as lines over the whole width, from top to bottom; heights may waver along a line."""
    rows: list[_Row] = []
    for word in sorted(words, key=lambda word: (word.left, word.top)):
        near = [row for row in rows if row.top < word.bottom and word.top < row.bottom]
        best = max(near, key=lambda row: row.shared(word), default=None)
        if best is None or best.shared(word) < _BESIDE:
            rows.append(_Row(word))
        else:
            best.add(word)
    found = [line_of(row.words, page, recognised) for row in rows]
    return sorted(found, key=lambda line: (line.base, line.left))


class _Row:
    """A line in the making, and the heights that its last words take."""

    def __init__(self, word: Word) -> None:
        self.words = [word]
        self.top, self.bottom = word.top, word.bottom

    def add(self, word: Word) -> None:
        self.words.append(word)
        last = self.words[-4:]
        self.top, self.bottom = min(one.top for one in last), max(one.bottom for one in last)

    def shared(self, word: Word) -> float:
        """The part of the lower one's height that both take."""
        shared = min(self.bottom, word.bottom) - max(self.top, word.top)
        return shared / max(0.1, min(self.bottom - self.top, word.bottom - word.top))
