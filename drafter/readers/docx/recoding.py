"""Text in fonts of old encodings as Unicode, piece by piece; and what such text became when its font was exchanged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from drafter.document import Encoding
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.numbering import Label
from drafter.readers.docx.ooxml import Element, w
from drafter.readers.docx.walk import SOFT_HYPHEN, Block, Old, Piece
from drafter.readers.encodings import (
    as_shown,
    decoded,
    encoding_of_font,
    in_capitals,
    may_be_old,
    reads_better,
    recognised_lines,
    shows_capitals,
)

_APART = frozenset(map(w, ("sym",)))
"""Pictures of letters, which have a font of their own."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Neighbouring pieces of a block, from `first` on, of fonts of one encoding or of Unicode."""

    block: int
    first: int
    pieces: tuple[Piece, ...]
    encoding: Encoding | None

    @property
    def text(self) -> str:
        return "".join(map(_own, self.pieces))


def in_unicode(blocks: Sequence[Block], cascade: Cascade) -> list[Block]:
    """The blocks with all text in Unicode that is in an old encoding, by its font or, clearly, by its words.

    What somebody typed in Unicode in such a font stays, as does what is in other fonts.
    """
    found: list[Block] = []
    fonts = _Fonts(cascade)
    stretches = [one for at, block in enumerate(blocks) for one in _stretches(at, block, fonts)]
    plain = [one for one in stretches if one.encoding is None]
    told = recognised_lines([one.text for one in plain])
    by_words = [(one, encoding, False) for one, encoding in zip(plain, told, strict=True) if encoding]
    by_font = [(one, one.encoding, True) for one in stretches if one.encoding and reads_better(one.text, one.encoding)]
    turned: dict[int, dict[int, Piece]] = {}
    for one, encoding, has_font in (*by_words, *by_font):
        names = [fonts.of(piece.run, blocks[one.block]) for piece in one.pieces] if has_font else []
        turned.setdefault(one.block, {}).update(enumerate(_turned(one.pieces, encoding, names), one.first))
    for at, block in enumerate(blocks):
        own = turned.get(at, {})
        found.append(replace(block, pieces=tuple(own.get(nth, piece) for nth, piece in enumerate(block.pieces))))
    return found


def label_in_unicode(label: Label | None, block: Block, cascade: Cascade) -> Label | None:
    """An automatic number as its font shows it: "§iÒu 1." in .VnTime is "Điều 1."."""
    if label is None or label.text.isascii():
        return label
    font = cascade.format_of_label(label, block).font
    encoding = encoding_of_font(font)
    return replace(label, text=decoded(label.text, encoding, font).text) if encoding else label


class _Fonts:
    """The fonts of runs, each looked up once."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self._known: dict[Element, str] = {}

    def of(self, run: Element, block: Block) -> str:
        if run not in self._known:
            self._known[run] = self._cascade.wide_font(run, block)
        return self._known[run]


def _stretches(at: int, block: Block, fonts: _Fonts) -> list[_Stretch]:
    """Cut where the encoding of the fonts changes, and around what was typed in Unicode in a font of another."""
    found: list[_Stretch] = []
    last: object = None
    for nth, piece in enumerate(block.pieces):
        own = _own(piece)
        if piece.leaf.tag in _APART or not piece.leaf.tag.startswith(w("")):
            last = None
            continue
        encoding = encoding_of_font(fonts.of(piece.run, block))
        kind = (encoding, _unlike(own) if encoding else 0)
        if kind == last:
            found[-1] = replace(found[-1], pieces=(*found[-1].pieces, piece))
        else:
            found.append(_Stretch(at, nth, (piece,), encoding))
        last = kind
    return found


def _unlike(own: str) -> int:
    """How little the text of a font of an old encoding looks like one: 0, 1 if another code page has read it, 2."""
    if own.isascii() or may_be_old(own):
        return 0
    return 1 if may_be_old(as_shown(own)) else 2


def _own(piece: Piece) -> str:
    return "\u00ad" if piece.leaf.tag == SOFT_HYPHEN else piece.text


def _turned(pieces: Sequence[Piece], encoding: Encoding, fonts: Sequence[str]) -> list[Piece]:
    """The pieces read as one text; a letter of two characters in two pieces belongs to the first of them."""
    texts = [_own(piece) for piece in pieces]
    read = decoded("".join(texts), encoding, "" if fonts else None)
    starts = [0, *accumulate(map(len, texts))]
    found = []
    for nth, (piece, text) in enumerate(zip(pieces, texts, strict=True)):
        start, end = starts[nth], starts[nth + 1]
        first, last = bisect_left(read.offsets, start), bisect_left(read.offsets, end)
        shown = read.text[first:last]
        if fonts and shows_capitals(fonts[nth]):
            shown = in_capitals(shown)
        offsets = (*(offset - start for offset in read.offsets[first:last]), len(text))
        found.append(replace(piece, text=shown, old=Old(text, offsets, encoding, bool(fonts))))
    return found
