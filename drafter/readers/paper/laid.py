"""A text from words on pages, with paragraphs, pages and what of the layout shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.document import Cell, Format, Guess, Page, Paragraph, Recoded, Run, Section, Span
from drafter.readers.paper.blocks import Leaf, blocks, edges, leaf
from drafter.readers.paper.furniture import text_lines
from drafter.readers.paper.lines import joint, lines, pieces
from drafter.readers.paper.paragraphs import Piece, pieces_of, usual_distances
from drafter.readers.paper.setting import MM, sections
from drafter.readers.paper.values import Sheet, Word

_SURE = 0.8
_ALIKE = 9.0
"""pt within which pages are of one width."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What a document takes over; see `drafter.document.Document`."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    pages: tuple[Page, ...]
    guesses: tuple[Guess, ...]
    sections: tuple[Section, ...]
    recoded: tuple[Recoded, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word in the text, with what stands before it that joins it."""

    span: Span
    word: Word
    page: int


def laid_out(sheets: Sequence[Sheet]) -> Laid:
    """The text of pages in reading order: lines joined to paragraphs, tables cell by cell, page numbers, running
    headers and footers, stamps of signatures left out. A paragraph that runs over pages is one.
    """
    rows = text_lines(sheets, [lines(sheet.words, sheet.number, sheet.recognised) for sheet in sheets])
    leaves = [leaf(sheet, page) for sheet, page in zip(sheets, rows, strict=True)]
    found = [block for page in leaves for block in blocks(page, _edges(page, leaves))]
    pitch = usual_distances(found)
    made = pieces_of(found, pitch)
    text, paragraphs, placed = _written(made)
    guesses = tuple(
        Guess(one.span, one.word.confidence)
        for one in placed
        if one.word.confidence is not None and one.word.confidence < _SURE
    )
    recoded = tuple(Recoded(one.span, one.word.encoding) for one in placed if one.word.encoding)
    return Laid(text, paragraphs, _pages(sheets, placed, len(text)), guesses, sections(leaves, made, pitch), recoded)


def _edges(page: Leaf, pages: Sequence[Leaf]) -> tuple[float, float]:
    """Between which edges a page is set: as its own lines tell, or those of all pages of its width."""
    if own := edges(page.lines, 12):
        return own
    width = page.sheet.width
    alike = [row for one in pages if abs(one.sheet.width - width) < _ALIKE for row in one.lines]
    if own := edges(alike):
        return own
    left = min((row.left for row in page.lines), default=0.0)
    return left, max(width - left, *(row.right for row in page.lines), 0.0)


def _written(made: Sequence[Piece]) -> tuple[str, tuple[Paragraph, ...], list[_Placed]]:
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    placed: list[_Placed] = []
    at = 0
    cells = _cells(made)
    for piece, cell in zip(made, cells, strict=True):
        text, own = _joined(piece, at)
        left, first = piece.indents
        paragraphs.append(
            Paragraph(
                Span(at, at + len(text)),
                _runs(own, at, at + len(text)),
                alignment=piece.alignment,
                indent_left=round(left * MM, 1),
                indent_first=round(first * MM, 1),
                cell=cell,
            )
        )
        parts.append(text)
        placed += own
        at += len(text) + 1
    return "\n".join(parts), tuple(paragraphs), placed


def _joined(piece: Piece, at: int) -> tuple[str, list[_Placed]]:
    """The text of a paragraph, and its words with their spans in the whole text, which it enters at `at`."""
    text = ""
    placed: list[_Placed] = []
    for line in piece.lines:
        if text:
            cut, between = joint(text, line.text)
            text = text[: len(text) - cut] + between
        for word, shown in pieces(line.words, line.recognised):
            start = at + len(text) + len(shown) - len(word.text)
            text += shown
            placed.append(_Placed(Span(start, start + len(word.text)), word, line.page))
    return text, placed


def _runs(own: Sequence[_Placed], start: int, end: int) -> tuple[Run, ...]:
    """The formats over a paragraph; a blank looks as the word before it."""
    starts: list[tuple[int, Format]] = []
    for one in own:
        if not starts or starts[-1][1] != one.word.format:
            starts.append((one.span.start if starts else start, one.word.format))
    ends = [at for at, _ in starts[1:]] + [end]
    return tuple(Run(Span(at, to), format) for (at, format), to in zip(starts, ends, strict=True))


def _cells(made: Sequence[Piece]) -> Iterator[Cell | None]:
    """The cells with tables counted over the document; a drawn table that goes on on the next page is one."""
    table, before, offset, last = -1, None, 0, 0
    columns: tuple[float, ...] = ()
    for piece in made:
        place, page = piece.place, piece.lines[0].page
        if place is None:
            before = None
            yield None
            continue
        if before is None or (page, place.table) != before:
            if before and _same(columns, place.columns) and page != before[0]:
                offset += last + 1
            else:
                table, offset = table + 1, 0
            columns, before = place.columns, (page, place.table)
        last = place.row
        yield Cell(table, offset + place.row, place.column)


def _same(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return bool(one) and len(one) == len(other) and all(abs(a - b) < 4 for a, b in zip(one, other, strict=True))


def _pages(sheets: Sequence[Sheet], placed: Sequence[_Placed], length: int) -> tuple[Page, ...]:
    """Each page with the part of the text that stands on it; they follow each other without gaps."""
    starts: dict[int, int] = {}
    for one in placed:
        starts[one.page] = min(starts.get(one.page, length), one.span.start)
    found: list[Page] = []
    end = length
    for sheet in reversed(sheets):
        start = min(starts.get(sheet.number, end), end)
        found.append(
            Page(
                Span(start, end),
                sheet.number,
                round(sheet.width * MM, 1),
                round(sheet.height * MM, 1),
                _confidence(sheet),
                sheet.picture,
            )
        )
        end = start
    return tuple(reversed(found))


def _confidence(sheet: Sheet) -> float | None:
    """Of its words, weighted by their characters; 0 for a page of which none was recognised, None for an empty one."""
    if sheet.empty or not sheet.recognised:
        return None
    weights = sum(len(word.text) for word in sheet.words)
    return sum(len(word.text) * (word.confidence or 0.0) for word in sheet.words) / weights if weights else 0.0
