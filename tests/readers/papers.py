"""Pages set by hand for the tests of what reads them: words with boxes, as a PDF or a recogniser gives them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.document import Format
from drafter.readers.paper.values import Rule, Sheet, Word

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 85.0, 552.0
"""Edges of the text."""
SIZE, PITCH = 14.0, 18.0
INDENT = 30.0


def wide(text: str, size: float = SIZE) -> float:
    """How wide these letters are set."""
    return 0.5 * size * len(text)


def line(
    text: str, left: float, base: float, size: float = SIZE, gap: float | None = None, **look: object
) -> list[Word]:
    """A line from `left` on, `gap` points between its words."""
    format = Format(font="Times New Roman", size=size, **look)  # type: ignore[arg-type]
    words = []
    for word in text.split():
        right = left + wide(word, size)
        words.append(Word(word, left, base - 0.7 * size, right, base + 0.2 * size, format))
        left = right + (0.25 * size if gap is None else gap)
    return words


def length(text: str, size: float = SIZE) -> float:
    words = text.split()
    return sum(wide(word, size) for word in words) + 0.25 * size * (len(words) - 1)


def centred(text: str, middle: float, base: float, size: float = SIZE, **look: object) -> list[Word]:
    return line(text, middle - length(text, size) / 2, base, size, **look)


def wrapped(text: str, width: float, first: float = 0.0, size: float = SIZE) -> list[str]:
    """The lines that a text breaks into."""
    found: list[str] = []
    for word in text.split():
        longer = f"{found[-1]} {word}" if found else word
        if found and length(longer, size) <= width - (first if len(found) == 1 else 0.0):
            found[-1] = longer
        else:
            found.append(word)
    return found


def justified(
    text: str, base: float, left: float = LEFT, right: float = RIGHT, first: float = INDENT
) -> list[list[Word]]:
    """A paragraph from `base` down, flush on both sides but for its last line."""
    broken = wrapped(text, right - left, first)
    made = []
    for at, words in enumerate(broken):
        start = left + (0.0 if at else first)
        blanks = len(words.split()) - 1
        gap = (right - start - sum(wide(word) for word in words.split())) / blanks if blanks else None
        made.append(line(words, start, base + at * PITCH, gap=None if at == len(broken) - 1 else gap))
    return made


def flowing(paragraphs: Iterable[str], base: float = 80.0, lowest: float = 780.0, **edges: float) -> list[list[Word]]:
    """The pages that paragraphs fill, one below the other; a paragraph goes on over the break."""
    pages: list[list[Word]] = [[]]
    at = base
    for text in paragraphs:
        for row in justified(text, 0.0, **edges):
            if at > lowest:
                pages.append([])
                at = base
            pages[-1] += moved(row, down=at - (row[0].bottom - 0.2 * SIZE))
            at += PITCH
        at += 6
    return pages


def moved(words: Iterable[Word], right: float = 0.0, down: float = 0.0) -> list[Word]:
    return [
        replace(one, left=one.left + right, right=one.right + right, top=one.top + down, bottom=one.bottom + down)
        for one in words
    ]


def sheet(words: Iterable[Word], number: int = 1, rules: Sequence[Rule] = ()) -> Sheet:
    shuffled = list(words)
    random.Random(number).shuffle(shuffled)  # the order of the file is no order of reading
    return Sheet(number, WIDTH, HEIGHT, tuple(shuffled), tuple(rules))


def recognised(one: Sheet, seed: int = 0, confidence: float = 0.95) -> Sheet:
    """The page as a recogniser sees it: no looks, boxes as tall as the ink and a little off."""
    chance = random.Random(seed)

    def seen(word: Word) -> Word:
        size = word.format.size or SIZE
        low = 0.2 * size if set(word.text) & set("gpqyạộọịụự,") else 0.0
        base = word.bottom - 0.2 * size
        shift = chance.uniform(-0.8, 0.8)
        return Word(
            word.text,
            word.left + chance.uniform(-0.7, 0.7),
            base - (0.7 if set(word.text) & set("bdđhklt") or word.text[0].isupper() else 0.5) * size + shift,
            word.right + chance.uniform(-0.7, 0.7),
            base + low + shift,
            confidence=confidence,
        )

    return replace(one, words=tuple(map(seen, one.words)), recognised=True)


def grid(columns: Sequence[float], rows: Sequence[float]) -> Iterator[Rule]:
    """The lines of a table."""
    yield from (Rule(columns[0], y, columns[-1], y) for y in rows)
    yield from (Rule(x, rows[0], x, rows[-1]) for x in columns)
