"""Lines joined to paragraphs, over columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from drafter.document import Alignment
from drafter.readers.paper.blocks import Block, Place
from drafter.readers.paper.lines import Line

_ENDED = re.compile(r"[.;:!?…][\"”’)\]]*$")

_FAR = 9999.0
_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_NEARLY = 0.88
"""Part of a column from which a centred line was full where the next one goes on in small letters."""


@dataclass(slots=True)
class Piece:
    """A paragraph in the making: its lines, each with the edges that it is set between."""

    lines: list[Line] = field(default_factory=list)
    frames: list[tuple[float, float]] = field(default_factory=list)
    place: Place | None = None
    is_note: bool = False
    is_centred: bool | None = None

    @property
    def alignment(self) -> Alignment:
        """As far as lines and edges tell; "left" for a single line that is not centred."""
        set_between = list(zip(self.lines, self.frames, strict=True))
        if self.is_centred or (
            self.is_centred is None and all(_is_centred(line, *frame) for line, frame in set_between)
        ):
            return "center"
        flush = [abs(right - line.right) < 2 for line, (_, right) in set_between]
        left, right = self.frames[0]
        if all(flush) and self.lines[0].left - left > 0.3 * (right - left):
            return "right"
        return "both" if len(flush) > 1 and all(flush[:-1]) else "left"

    @property
    def indents(self) -> tuple[float, float]:
        """Left indent and that of the first line beyond it, in points; 0 for what is centred or set right."""
        if self.alignment in ("center", "right"):
            return 0.0, 0.0
        offsets = [line.left - frame[0] for line, frame in zip(self.lines, self.frames, strict=True)]
        left = median(offsets[1:]) if len(offsets) > 1 else 0.0
        return left, offsets[0] - left


def pieces_of(blocks: Iterable[Block], pitch: Mapping[float, float]) -> list[Piece]:
    """The paragraphs of blocks in reading order; footnotes stand behind the paragraph that runs over them.

    `pitch` as `usual_distances` gives it.
    """
    found: list[Piece] = []
    notes: list[Piece] = []
    for block in blocks:
        piece, over = _open(found, block), True
        for line in block.lines:
            if piece and _goes_on(piece, line, block, pitch, over):
                piece.lines.append(line)
                piece.frames.append((block.left, block.right))
            else:
                if not block.is_note:
                    found += notes
                    notes = []
                piece = Piece([line], [(block.left, block.right)], block.place, block.is_note, block.is_centred)
                (notes if block.is_note else found).append(piece)
            over = False
    return found + notes


def _open(found: Sequence[Piece], block: Block) -> Piece | None:
    """The paragraph that may go on in a block on another page or in another column."""
    if block.flows and found and found[-1].place is None and not found[-1].is_note:
        return found[-1]
    return None


def _goes_on(piece: Piece, below: Line, block: Block, pitch: Mapping[float, float], over: bool) -> bool:
    """Whether a line belongs to the paragraph of the line above; `over` the break of a page or a column."""
    above, frame = piece.lines[-1], piece.frames[-1]
    if not over and _is_far(above, below, block, pitch):
        return False
    if not _looks_alike(above, below):
        return False
    jitter = 0.6 * below.size if below.recognised else 1.5
    if block.place is not None and not below.is_item and piece.lines[0].is_item and not _ENDED.search(above.text):
        return True
    own = (block.left, block.right)
    filled = block.place is not None
    if _is_centred(above, *frame, -_FAR if filled else 2.0) and _is_centred(below, *own, -_FAR if filled else None):
        nearly = _NEARLY if filled and below.text[:1].islower() else 1.0
        return _has_no_room(above, frame, below, jitter, nearly) and _is_one_title(above, below, block)
    forced = 0.25 * below.size + below.first > frame[1] - above.right - jitter
    return forced and not _is_centred(above, *frame) and _is_set_on(piece, below, block, jitter)


def _is_set_on(piece: Piece, below: Line, block: Block, jitter: float) -> bool:
    """Whether a line stands where a paragraph goes on, not where one begins."""
    first, above, frame = piece.lines[0], piece.lines[-1], piece.frames[-1]
    indent, before = below.left - block.left, above.left - frame[0]
    step = 0.7 * below.size
    if indent > step:
        if first.is_item and len(first.words) > 1 and abs(below.left - first.words[1].left) < 2 + jitter:
            return True
        return before - indent > step or (len(piece.lines) > 1 and abs(before - indent) < 2)
    starts = piece.lines[0].left - piece.frames[0][0]
    if below.is_item and starts < step:
        return not _ENDED.search(above.text)
    return True


def _is_far(above: Line, below: Line, block: Block, pitch: Mapping[float, float]) -> bool:
    distance = below.base - above.base
    usual = pitch.get(0.0 if below.recognised else below.size) if block.flows else None
    if usual is None:
        return distance > 1.8 * max(above.size, below.size)
    return distance > usual + (0.4 * below.size if below.recognised else 2.5)


def _looks_alike(above: Line, below: Line) -> bool:
    if above.recognised:
        return True
    if abs(above.size - below.size) > 0.6:
        return False
    return not (above.bold > 0.95 and below.bold < 0.05) and not (above.bold < 0.05 and below.bold > 0.95)


def _is_one_title(above: Line, below: Line, block: Block) -> bool:
    """Whether centred lines are of one kind; names of offices and titles of signers are broken where they should."""
    if above.in_capitals and block.place is not None and not block.place.columns:
        return f"{above.text} {below.text}".replace("HOÀ", "HÒA") in _MOTTO
    return below.in_capitals or not above.in_capitals


def _has_no_room(above: Line, frame: tuple[float, float], below: Line, jitter: float, nearly: float) -> bool:
    """Whether the first word of a centred line would not have fitted into the one above."""
    width = frame[1] - frame[0]
    if above.width > width + jitter:  # the edges are but a guess
        return below.text[:1].islower()
    return above.width + 0.25 * below.size + below.first > width * nearly - jitter


def _is_centred(line: Line, left: float, right: float, least: float | None = None) -> bool:
    """Whether a line stands in the middle, `least` points from the edge, or most of its size."""
    jitter = 0.6 * line.size if line.recognised else 2.5
    least = 0.7 * line.size if least is None else least
    return abs(line.middle - (left + right) / 2) < jitter and line.left - left > least


def usual_distances(blocks: Iterable[Block]) -> dict[float, float]:
    """The usual distance of lines within running paragraphs, pt, by their size; that of recognised ones under 0."""
    distances: dict[float, list[float]] = {}
    for block in blocks:
        for above, below in zip(block.lines, block.lines[1:], strict=False) if block.flows else ():
            jitter = 0.6 * below.size if below.recognised else 2.0
            full = block.right - above.right < jitter and below.left - block.left < jitter
            if full and below.base - above.base < 3 * below.size:
                size = 0.0 if below.recognised else below.size
                distances.setdefault(size, []).append(below.base - above.base)
    return {size: median(found) for size, found in distances.items()}
