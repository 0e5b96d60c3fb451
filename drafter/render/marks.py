"""A report as pages show it: findings numbered, beside their sources, as marks in the draft; the shares as a bar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafter.document import Span
from drafter.render import phrases
from drafter.render.difference import Piece, difference, likeness
from drafter.render.places import Places, place_words, slices
from drafter.report import Finding, Report

_GRAVITY = ("red", "orange", "yellow", "white", "noted", "other", "cited", "formula")
"""The looks of marks, the gravest first."""


@dataclass(frozen=True, slots=True)
class Part:
    """Characters of a passage, and whether they differ from what stands in their place on the other side."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A finding as shown: `number` counts from 1 and ties it to its marks in the draft."""

    number: int
    finding: Finding
    place: str
    marked: bool
    """Whether it has marks in the draft to link to."""
    draft: tuple[Part, ...] = ()
    source: tuple[Part, ...] = ()
    likeness: float | None = None

    @property
    def look(self) -> str:
        """The name of the look of its marks: a band for copied passages, `noted` or `other`."""
        if self.finding.severity == "info" and self.likeness is not None:
            return "noted"
        return "other" if self.likeness is None else phrases.band(self.likeness).name


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the draft under one mark, or under none."""

    span: Span
    text: str
    look: str
    """That of the gravest finding over it, else `cited` or `formula`; "" for what is the drafter's own."""
    opened: tuple[int, ...]
    """The numbers of the findings that begin here."""


@dataclass(frozen=True, slots=True)
class BarPart:
    """One of the four shares in the bar: where it begins and how wide it is, of 1000."""

    name: str
    words: str
    percent: str
    start: int
    width: int


def compared(finding: Finding) -> tuple[Piece, ...] | None:
    """How a passage differs from its source, which takes milliseconds; None where the two are not to be compared."""
    if finding.source is None or not phrases.is_laid_beside(finding):
        return None
    return difference(finding.source.text, finding.text, recognised=finding.source.recognised)


def items(report: Report, pieces: Iterable[tuple[Piece, ...] | None] | None = None) -> tuple[Item, ...]:
    """The findings in the report's order; `pieces` are what `compared` gives of each, where somebody has them."""
    places = Places(report.text)
    known = map(compared, report.findings) if pieces is None else pieces
    found = enumerate(zip(report.findings, known, strict=True), 1)
    return tuple(_item(report, places, number, finding, own) for number, (finding, own) in found)


def _item(report: Report, places: Places, number: int, finding: Finding, pieces: tuple[Piece, ...] | None) -> Item:
    place = place_words(places, finding.span, report.document.name)
    marked = bool(finding.span.of(report.text).strip())
    if pieces is None or finding.source is None:
        return Item(number, finding, place, marked, draft=(Part(finding.text, False),) if finding.text else ())
    there = finding.source.text
    return Item(
        number,
        finding,
        place,
        marked,
        draft=_parts((piece.b.of(finding.text), piece.kind != "same") for piece in pieces),
        source=_parts((piece.a.of(there), piece.kind != "same") for piece in pieces),
        likeness=likeness(pieces),
    )


def _parts(parts: Iterable[tuple[str, bool]]) -> tuple[Part, ...]:
    return tuple(Part(text, differs) for text, differs in parts if text)


class Marks:
    """The marks of some findings in a draft, with what is cited and what is formula beneath them."""

    def __init__(self, report: Report, shown: Sequence[Item]) -> None:
        self._text = report.text
        self._numbers = [item.number for item in shown]
        self._looks = [
            *(item.look for item in shown),
            *["cited"] * len(report.cited),
            *["formula"] * len(report.formulas),
        ]
        spans = (*(item.finding.span for item in shown), *report.cited, *report.formulas)
        self._spans = [span.trimmed(self._text) for span in spans]

    def over(self, line: Span) -> Iterator[Stretch]:
        """A stretch of the draft, cut where marks begin and end."""
        for cut in slices(line, self._spans):
            yield Stretch(
                cut.span,
                cut.span.of(self._text),
                min((self._looks[index] for index in cut.covered), key=_GRAVITY.index, default=""),
                tuple(self._numbers[index] for index in cut.opened if index < len(self._numbers)),
            )


def bar(report: Report) -> tuple[BarPart, ...]:
    """The four shares, one beside the other."""
    names = ("copied", "cited", "formula", "own")
    widths = phrases.apportioned(report.shares, 1000)
    return tuple(
        BarPart(name, phrases.SHARES[index], phrases.share_words(report.shares, index), sum(widths[:index]), width)
        for index, (name, width) in enumerate(zip(names, widths, strict=True))
    )
