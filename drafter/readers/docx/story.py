"""A story laid out as text: which label and which piece stands where. All offsets of the reader come from here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.document import Place
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.numbering import Counters, Label
from drafter.readers.docx.ooxml import Element, w
from drafter.readers.docx.recoding import in_unicode, label_in_unicode
from drafter.readers.docx.walk import Block, Old, Piece, walk

_PAGE = re.compile(r"PAGE\b", re.IGNORECASE)
_BORDERS = frozenset(map(w, ("fldChar", "fldSimple")))


@dataclass(frozen=True, slots=True)
class Located:
    """A piece of text with its place in `Document.text`: `text` stands there from `start` on."""

    run: Element
    """`w:r`; `m:r` inside a formula."""
    leaf: Element
    """`w:t`, `w:tab`, `w:br`, …; `m:t` inside a formula."""
    text: str
    start: int
    skipped: int
    """Blanks at the start of the leaf's own text that are not shown, nearly always 0."""
    place: Place
    old: Old | None = None

    @property
    def own(self) -> str:
        """What the leaf shows, as the file holds it: `text`, or what was turned into it."""
        return self.old.text if self.old else self.text

    def own_at(self, at: int) -> int:
        """Where in `own` the character `at` of `text` begins."""
        return self.old.offsets[at] if self.old else at

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its automatic number and its place in the text."""

    block: Block
    label: Label | None
    start: int

    @property
    def text(self) -> str:
        return (self.label.text if self.label else "") + self.block.text

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def pieces(self) -> Iterator[tuple[Piece, int]]:
        """The pieces, and where each starts."""
        at = self.start + (len(self.label.text) if self.label else 0)
        for piece in self.block.pieces:
            yield piece, at
            at += len(piece.text)


@dataclass(frozen=True, slots=True)
class Story:
    """The lines in order; joined by line feeds they are the text."""

    text: str
    lines: tuple[Line, ...]

    def located(self) -> Iterator[Located]:
        """Every piece that has text."""
        for line in self.lines:
            for piece, start in line.pieces():
                if piece.text:
                    yield Located(piece.run, piece.leaf, piece.text, start, piece.skipped, line.block.place, piece.old)


def lay_out(root: Element, cascade: Cascade, place: Place = "body") -> Story:
    """The story below `root`, a tree of its own part or a copy of it."""
    blocks = in_unicode(walk(root, cascade.hidden, place), cascade)
    if place in ("header", "footer"):
        blocks = [_with_page_number(block) for block in blocks]
    counters = Counters()
    lines: list[Line] = []
    at = 0
    for block in blocks:
        line = Line(block, label_in_unicode(cascade.label(block, counters), block, cascade), at)
        lines.append(line)
        at = line.end + 1
    return Story("\n".join(line.text for line in lines), tuple(lines))


def is_page_number(piece: Piece) -> bool:
    """Whether the piece belongs to the result of a PAGE field."""
    return _PAGE.match(piece.field) is not None


def is_generated(piece: Piece) -> bool:
    """Whether the piece's text is not in the file."""
    return piece.leaf.tag in _BORDERS


def _with_page_number(block: Block) -> Block:
    """The block with "1" where a PAGE field has no result yet: who opens the file sees a number there."""
    empty = [piece for piece in block.pieces if not piece.text and is_page_number(piece)]
    if not empty:
        return block
    return replace(block, pieces=tuple(replace(p, text="1") if p in empty else p for p in block.pieces))
