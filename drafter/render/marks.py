"""A report as pages show it: findings numbered, beside their sources, as marks in the draft; the shares as a bar."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from drafter.document import Span
from drafter.render import phrases
from drafter.render.difference import Piece, difference, likeness
from drafter.render.places import Places, place_words, slices
from drafter.report import Finding, Report, Source

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
    """The numbers of the findings that begin here,"""
    over: tuple[int, ...] = ()
    """and of all that reach over it."""


@dataclass(frozen=True, slots=True)
class BarPart:
    """One of the four shares in the bar: where it begins and how wide it is, of 1000."""

    name: str
    words: str
    percent: str
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with the numbers of the findings that name it, and how many characters of the draft they cover."""

    source: Source
    numbers: tuple[int, ...]
    characters: int


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
    """The marks of some findings in a draft; `beneath` them what is cited and what is formula."""

    def __init__(self, report: Report, shown: Sequence[Item], *, beneath: bool = True) -> None:
        cited, formulas = (report.cited, report.formulas) if beneath else ((), ())
        self._text = report.text
        self._numbers = [item.number for item in shown]
        self._looks = [*(item.look for item in shown), *["cited"] * len(cited), *["formula"] * len(formulas)]
        spans = (*(item.finding.span for item in shown), *cited, *formulas)
        self._spans = [span.trimmed(self._text) for span in spans]
        self._order = sorted(range(len(spans)), key=lambda index: self._spans[index].start)
        self._starts = [self._spans[index].start for index in self._order]
        self._reached = list(accumulate((self._spans[index].end for index in self._order), max))

    def over(self, line: Span) -> Iterator[Stretch]:
        """A stretch of the draft, cut where marks begin and end."""
        near = self._near(line)
        for cut in slices(line, [self._spans[index] for index in near]):
            covered = [near[index] for index in cut.covered]
            yield Stretch(
                cut.span,
                cut.span.of(self._text),
                min((self._looks[index] for index in covered), key=_GRAVITY.index, default=""),
                self._numbered(near[index] for index in cut.opened),
                self._numbered(covered),
            )

    def _near(self, line: Span) -> list[int]:
        """The spans that may meet a line: a long draft has many lines and many spans."""
        last = bisect_left(self._starts, line.end)
        first = bisect_right(self._reached, line.start, hi=last)
        return sorted(self._order[first:last])

    def _numbered(self, indices: Iterable[int]) -> tuple[int, ...]:
        return tuple(self._numbers[index] for index in indices if index < len(self._numbers))


def bar(report: Report) -> tuple[BarPart, ...]:
    """The four shares, one beside the other."""
    names = ("copied", "cited", "formula", "own")
    widths = phrases.apportioned(report.shares, 1000)
    return tuple(
        BarPart(name, phrases.SHARES[index], phrases.share_words(report.shares, index), sum(widths[:index]), width)
        for index, (name, width) in enumerate(zip(names, widths, strict=True))
    )


def sources(items: Sequence[Item]) -> tuple[SourceRow, ...]:
    """The sources, those with the most characters first."""
    by_id: defaultdict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.finding.source and item.likeness is not None:
            by_id[item.finding.source.id].append(item)
    rows = (
        SourceRow(source, tuple(item.number for item in named), _covered(item.finding.span for item in named))
        for named in by_id.values()
        if (source := named[0].finding.source)
    )
    return tuple(sorted(rows, key=lambda row: (-row.characters, row.numbers)))


def _covered(spans: Iterable[Span]) -> int:
    """Characters under the spans together."""
    covered = reached = 0
    for span in sorted(spans):
        covered += max(span.end - max(span.start, reached), 0)
        reached = max(reached, span.end)
    return covered
