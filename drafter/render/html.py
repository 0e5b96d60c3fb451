"""A report as one page of HTML that needs nothing else: to read on a screen, to print, to send on."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from drafter.document import Span
from drafter.render import phrases
from drafter.render.marks import Item, Marks, Stretch, bar, items, sources
from drafter.render.provenance import provenance
from drafter.render.verdict import compared, unjudged, verdict
from drafter.report import Report

_MOST_SHEETS = 40
"""Pictures of pages, some 100 KB each."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The picture of a page that passages come from, which stands in the page once: at finding `first`."""

    first: int
    words: str
    """"trang 3 của bản quét"."""
    address: str
    """A data: URI."""


def html_page(report: Report, *, stored: int | None = None) -> str:
    """The whole page. `stored` is how many documents the draft was compared with, None where nobody counted."""
    shown = items(report)
    return _template().render(
        about=report.document,
        report=report,
        items=shown,
        sheets=_sheets(shown),
        paragraphs=tuple(_paragraphs(report, shown)),
        sources=sources(shown),
        verdict=verdict(report, stored),
        unjudged=unjudged(report),
        provenance=provenance(report),
        limits=phrases.limits_words(stored),
        bar=bar(report) if compared(report) else (),
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


def _sheets(shown: Iterable[Item]) -> dict[int, Sheet]:
    """The pages that passages come from, by the finding's number; not more than a file that can be sent on holds."""
    found: dict[tuple[int, int | None], Sheet] = {}
    numbers: dict[int, Sheet] = {}
    for item in shown:
        source = item.finding.source
        if source is None or item.likeness is None:
            continue
        page = source.id, source.page
        if source.picture and page not in found and len(found) < _MOST_SHEETS:
            address = "data:image/jpeg;base64," + b64encode(source.picture).decode("ascii")
            found[page] = Sheet(item.number, phrases.page_words(source), address)
        if page in found:
            numbers[item.number] = found[page]
    return numbers


def _paragraphs(report: Report, shown: Sequence[Item]) -> Iterator[tuple[Stretch, ...]]:
    """The draft's paragraphs that have any characters to show, cut where marks begin and end."""
    marks = Marks(report, shown)
    for line in re.finditer(r"[^\n]*\S[^\n]*", report.text):
        yield tuple(marks.over(Span(*line.span())))
