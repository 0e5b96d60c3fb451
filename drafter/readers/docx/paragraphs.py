"""Paragraphs and runs of the document out of the lines of a story."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, get_args

from drafter.document import Alignment, Format, LineSpacing, Paragraph, Recoded, Run, Span
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.looks import AUTOMATIC_GAP, ParagraphLook
from drafter.readers.docx.ooxml import Element, mm
from drafter.readers.docx.story import Line, Story, is_generated

_ALIGNMENTS: dict[str, Alignment] = {
    **{name: name for name in get_args(Alignment)}, "start": "left", "end": "right", "thaiDistribute": "distribute",
    "lowKashida": "both", "mediumKashida": "both", "highKashida": "both",
}  # fmt: skip
_RULES: dict[str, Literal["multiple", "exact", "at_least"]] = {"exact": "exact", "atLeast": "at_least"}


def paragraphs_of(story: Story, cascade: Cascade) -> tuple[Paragraph, ...]:
    """A paragraph a line, with its effective look."""
    return tuple(_paragraph(line, cascade) for line in story.lines)


def inserted_spans(story: Story) -> tuple[Span, ...]:
    """The tracked insertions, neighbours as one."""
    spans: list[Span] = []
    for line in story.lines:
        for piece, start in line.pieces():
            if not piece.inserted or not piece.text:
                continue
            if spans and spans[-1].end == start:
                spans[-1] = Span(spans[-1].start, start + len(piece.text))
            else:
                spans.append(Span(start, start + len(piece.text)))
    return tuple(spans)


def recoded_spans(story: Story) -> tuple[Recoded, ...]:
    """The stretches that were turned into Unicode; without those that read the same before."""
    found: list[Recoded] = []
    for line in story.lines:
        for encoding, pieces in groupby(line.pieces(), key=lambda one: one[0].old and one[0].old.encoding):
            own = list(pieces)
            (_, start), (last, at) = own[0], own[-1]
            if encoding and any(piece.old and piece.old.text != piece.text for piece, _ in own):
                found.append(Recoded(Span(start, at + len(last.text)), encoding))
    return tuple(found)


def _paragraph(line: Line, cascade: Cascade) -> Paragraph:
    block, label = line.block, line.label
    look = cascade.paragraph(block)
    in_chars = look.left_chars or look.right_chars or look.first_chars
    size = cascade.size_of_paragraph(block) if in_chars else 0.0
    return Paragraph(
        span=Span(line.start, line.end),
        runs=tuple(_merged(_runs(line, cascade))),
        style=cascade.styles.name(cascade.style_of(block.paragraph)),
        alignment=_ALIGNMENTS.get(look.alignment or "left", "left"),
        indent_left=_indent(look.left, look.left_chars, size),
        indent_right=_indent(look.right, look.right_chars, size),
        indent_first=_indent(look.first, look.first_chars, size),
        space_before=_points(AUTOMATIC_GAP if look.before_auto else look.before),
        space_after=_points(AUTOMATIC_GAP if look.after_auto else look.after),
        line_spacing=_line_spacing(look),
        contextual_spacing=bool(look.contextual),
        keep_next=bool(look.keep_next),
        page_break_before=bool(look.page_break),
        label=label.shown if label else None,
        level=label.level if label else None,
        cell=block.table.cell if block.table else None,
        place=block.place,
    )


def _runs(line: Line, cascade: Cascade) -> Iterator[Run]:
    if line.label:
        look = cascade.format_of_label(line.label, line.block)
        yield Run(Span(line.start, line.start + len(line.label.text)), look, generated=True)
    formats: dict[Element, Format] = {}
    for piece, start in line.pieces():
        if not piece.text:
            continue
        if piece.run not in formats:
            formats[piece.run] = cascade.format(piece.run, line.block)
        span = Span(start, start + len(piece.text))
        yield Run(span, formats[piece.run], is_generated(piece), piece.inserted)


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    for _, alike in groupby(runs, key=lambda run: (run.format, run.generated, run.inserted)):
        first, *rest = alike
        last = rest[-1] if rest else first
        yield Run(Span(first.span.start, last.span.end), first.format, first.generated, first.inserted)


def _indent(length: float | None, chars: int | None, size: float) -> float:
    """Millimetres. A hundredth of a character is taken as a hundredth of the type size."""
    return mm(chars / 100 * size * 20 if chars else length or 0.0)


def _points(length: float | None) -> float:
    return round((length or 0.0) / 20, 2)


def _line_spacing(look: ParagraphLook) -> LineSpacing:
    rule = _RULES.get(look.line_rule or "auto", "multiple")
    if look.line is None:
        return LineSpacing()
    # A negative height is Word's old way to say "exactly".
    if look.line < 0 and rule != "multiple":
        return LineSpacing(_points(-look.line), "exact")
    return LineSpacing(round(look.line / 240, 4) if rule == "multiple" else _points(look.line), rule)
