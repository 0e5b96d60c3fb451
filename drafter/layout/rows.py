"""The lines of a document as its drafter broke them, each with the look that most of its letters have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from drafter.document import Alignment, Cell, Document, Format, Paragraph, Run, Span
from drafter.nlp.folding import fold

Kind = TypeVar("Kind", bound=Hashable)

MOST = 0.9
"""Part of a line's letters that must look a way for the line to look so."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text with something in it: a paragraph, or what stands between its line breaks and tabs."""

    span: Span
    """Without the blanks at both ends."""
    words: str
    """What it says, in NFC, with plain blanks; in capitals where its format shows them."""
    index: int
    """Of its paragraph in the document."""
    paragraph: Paragraph
    looks: tuple[tuple[Format, int], ...]
    """The formats of its letters and figures, and how many have them."""
    part: int = 0
    """The place among the pieces of a line that tabs divide."""
    alone: bool = True
    """Whether it is all of its line."""

    @property
    def cell(self) -> Cell | None:
        return self.paragraph.cell

    @property
    def column(self) -> int | None:
        """0 for what stands left, more for what stands right of it; None for what has the whole width."""
        if self.cell:
            return self.cell.column
        return None if self.alone else self.part

    @property
    def alignment(self) -> Alignment | None:
        """None for a piece between tabs, which has none of its own."""
        return self.paragraph.alignment if self.alone else None

    @property
    def in_capitals(self) -> bool:
        """Whether it is seen in capitals, by its letters or by its format."""
        return self.words.upper() == self.words or self.share(lambda look: look.caps) >= MOST

    @property
    def letters(self) -> int:
        """How many letters and figures it has; few in a gap that a form leaves."""
        return sum(times for _, times in self.looks)

    def share(self, has: Callable[[Format], bool]) -> float:
        """The part of its letters whose format has something, from 0 to 1."""
        count = sum(times for _, times in self.looks)
        return sum(times for look, times in self.looks if has(look)) / count if count else 0.0

    def most(self, of: Callable[[Format], Kind]) -> Kind | None:
        """What most of its letters have; None for a line without letters."""
        return mostly((of(look), times) for look, times in self.looks)


def mostly(counted: Iterable[tuple[Kind, int]]) -> Kind | None:
    """What counts most, the first of equals; None for nothing."""
    counts: Counter[Kind] = Counter()
    for one, times in counted:
        counts[one] += times
    return counts.most_common(1)[0][0] if counts else None


def rows(document: Document) -> list[Row]:
    """The rows of a document, in its order."""
    text = shown(document)
    return [row for index, paragraph in enumerate(document.paragraphs) for row in _rows(text, index, paragraph)]


def shown(document: Document) -> str:
    """The text as it is seen, letter for letter: in capitals where a format makes capitals of small letters."""
    pieces, at = [], 0
    capitals = (run.span for paragraph in document.paragraphs for run in paragraph.runs if run.format.caps)
    for span in capitals:
        upper = span.of(document.text).upper()
        if span.start >= at and len(upper) == len(span):
            pieces += [document.text[at : span.start], upper]
            at = span.end
    return "".join((*pieces, document.text[at:])) if pieces else document.text


def piece(text: str, row: Row, start: int, end: int) -> Row:
    """What stands from `start` to `end` in the words of a row, as a row that is not all of its line."""
    span = place(text, row, start, end)
    return replace(
        row, span=span, words=row.words[start:end], looks=tuple(_looks(text, row.paragraph.runs, span)), alone=False
    )


def place(text: str, row: Row, start: int, end: int) -> Span:
    """Where in the text the words of a row from `start` to `end` stand."""
    return fold(row.span.of(text)).raw(start, end).shifted(row.span.start)


def _rows(text: str, index: int, paragraph: Paragraph) -> Iterator[Row]:
    start = paragraph.span.start
    for line in paragraph.span.of(text).split("\n"):
        pieces = _pieces(line)
        at = start
        for part, piece in enumerate(pieces):
            left = at + len(piece) - len(piece.lstrip())
            span = Span(left, max(left, at + len(piece.rstrip())))
            if len(span):
                looks = tuple(_looks(text, paragraph.runs, span))
                words = " ".join(fold(span.of(text)).text.split(" "))
                yield Row(span, words, index, paragraph, looks, part, len(pieces) == 1)
            at += len(piece) + 1
        start += len(line) + 1


def _pieces(line: str) -> list[str]:
    """What tabs put side by side; a tab before the first word, or within prose, puts nothing aside."""
    pieces = line.split("\t")
    filled = [piece for piece in pieces if piece.strip()]
    beside = len(filled) == 2 and all(len(piece.strip()) < 70 for piece in filled) and bool(pieces[0].strip())
    return pieces if beside else [line]


def _looks(text: str, runs: Iterable[Run], span: Span) -> Iterator[tuple[Format, int]]:
    counts: Counter[Format] = Counter()
    for run in runs:
        if run.span.meets(span) and run.format.raised is None:  # the mark of a note is no part of the words
            part = text[max(run.span.start, span.start) : min(run.span.end, span.end)]
            counts[run.format] += sum(map(str.isalnum, part))
    return ((look, count) for look, count in counts.items() if count)
