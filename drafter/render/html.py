"""A report as one page of HTML that needs nothing else: to read on a screen, to print, to send on."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from drafter.document import Span
from drafter.render import phrases
from drafter.render.difference import difference, likeness
from drafter.render.places import Places, place_words, slices
from drafter.render.provenance import provenance
from drafter.render.verdict import compared, unjudged, verdict
from drafter.report import Finding, Report, Source

_MOST_SHEETS = 40
"""Pictures of pages, some 100 KB each."""


@dataclass(frozen=True, slots=True)
class Part:
    """Characters of a passage, and whether they differ from what stands in their place on the other side."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The picture of a page, which stands in the page once: at finding `first`."""

    first: int
    words: str
    """"trang 3 của bản quét"."""
    address: str
    """A data: URI."""


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
    sheet: Sheet | None = None
    """The page that the source's text was recognised from."""

    @property
    def look(self) -> str:
        """The name of the look of its marks: a band for copied passages, `noted` or `other`."""
        if self.finding.severity == "info" and self.likeness is not None:
            return "noted"
        return "other" if self.likeness is None else phrases.band(self.likeness).name


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the draft under one mark, or under none."""

    text: str
    look: str
    """That of the gravest finding over it, else `cited` or `formula`; "" for what is the drafter's own."""
    opened: tuple[int, ...]
    """The numbers of the findings that begin here."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with the numbers of the findings that name it, and how many characters of the draft they cover."""

    source: Source
    numbers: tuple[int, ...]
    characters: int


def html_page(report: Report, *, stored: int | None = None) -> str:
    """The whole page. `stored` is how many documents the draft was compared with, None where nobody counted."""
    items = tuple(_items(report))
    return _template().render(
        about=report.document,
        report=report,
        items=items,
        paragraphs=tuple(_paragraphs(report, items)),
        sources=_sources(items),
        verdict=verdict(report, stored),
        unjudged=unjudged(report),
        provenance=provenance(report),
        limits=phrases.limits_words(stored),
        bar=_bar(report) if compared(report) else (),
        bands=phrases.BANDS,
        words=phrases,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("drafter.render", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.jinja")


def _items(report: Report) -> Iterator[Item]:
    places = Places(report.text)
    sheets = _sheets(report.findings)
    for number, finding in enumerate(report.findings, 1):
        place = place_words(places, finding.span, report.document.name)
        marked = bool(finding.span.of(report.text).strip())
        if finding.source is None or not phrases.is_laid_beside(finding):
            yield Item(number, finding, place, marked, draft=(Part(finding.text, False),) if finding.text else ())
            continue
        there = finding.source.text
        pieces = difference(there, finding.text, recognised=finding.source.recognised)
        yield Item(
            number,
            finding,
            place,
            marked,
            draft=_parts((piece.b.of(finding.text), piece.kind != "same") for piece in pieces),
            source=_parts((piece.a.of(there), piece.kind != "same") for piece in pieces),
            likeness=likeness(pieces),
            sheet=sheets.get((finding.source.id, finding.source.page)),
        )


def _sheets(findings: Sequence[Finding]) -> dict[tuple[int, int | None], Sheet]:
    """The pages that passages come from, by source and number; not more than a file that can be sent on holds."""
    found: dict[tuple[int, int | None], Sheet] = {}
    for number, finding in enumerate(findings, 1):
        source = finding.source
        if source and source.picture and (source.id, source.page) not in found and len(found) < _MOST_SHEETS:
            address = "data:image/jpeg;base64," + b64encode(source.picture).decode("ascii")
            found[source.id, source.page] = Sheet(number, phrases.page_words(source), address)
    return found


def _parts(parts: Iterable[tuple[str, bool]]) -> tuple[Part, ...]:
    return tuple(Part(text, differs) for text, differs in parts if text)


def _paragraphs(report: Report, items: Sequence[Item]) -> Iterator[tuple[Stretch, ...]]:
    """The draft's paragraphs that have any characters to show, cut where marks begin and end."""
    text = report.text
    looks = [item.look for item in items] + ["cited"] * len(report.cited) + ["formula"] * len(report.formulas)
    spans = [span.trimmed(text) for span in (*(item.finding.span for item in items), *report.cited, *report.formulas)]
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        yield tuple(
            Stretch(
                cut.span.of(text),
                min((looks[index] for index in cut.covered), key=_gravity, default=""),
                tuple(items[index].number for index in cut.opened if index < len(items)),
            )
            for cut in slices(Span(*line.span()), spans)
        )


def _gravity(look: str) -> int:
    return ("red", "orange", "yellow", "white", "noted", "other", "cited", "formula").index(look)


def _sources(items: Sequence[Item]) -> tuple[SourceRow, ...]:
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


@dataclass(frozen=True, slots=True)
class BarPart:
    """One of the four shares in the bar: where it begins and how wide it is, of 1000."""

    name: str
    words: str
    percent: str
    start: int
    width: int


def _bar(report: Report) -> tuple[BarPart, ...]:
    names = ("copied", "cited", "formula", "own")
    widths = phrases.apportioned(report.shares, 1000)
    return tuple(
        BarPart(name, phrases.SHARES[index], phrases.share_words(report.shares, index), sum(widths[:index]), width)
        for index, (name, width) in enumerate(zip(names, widths, strict=True))
    )
