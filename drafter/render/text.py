"""A report for the terminal: readable without colour, 60 to 120 columns wide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from click import style

from drafter.render.difference import Piece, difference, likeness
from drafter.render.phrases import (
    SEVERITIES,
    SHARES,
    also_words,
    apportioned,
    area_words,
    count_words,
    document_name,
    is_laid_beside,
    likeness_words,
    limits_words,
    rule_words,
    share_words,
    source_words,
    suggestion_label,
)
from drafter.render.places import Places, place_words
from drafter.render.provenance import provenance
from drafter.render.verdict import compared, unjudged, verdict
from drafter.render.wrapping import printable, wrapped
from drafter.report import Finding, Report, Severity, Shares, Source

NARROWEST, WIDEST = 60, 120
_LONGEST_PASSAGE = 1_200
"""Characters shown whole; of longer passages the middle is left out."""
_OPEN, _CLOSE = "«", "»"
_BARS = "█▓░·"
_SHARE_COLORS = ("red", "green", "bright_black", "blue")
_SEVERITY_COLORS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "cyan"}
_MARK = re.compile(f"([{_OPEN}{_CLOSE}])")
_BAR = "     │ "


def text_view(report: Report, *, stored: int | None = None, width: int = 80, color: bool = False) -> str:
    """The report in lines of at most `width` columns (60 to 120), ended by a line feed.

    `stored` is how many documents the draft was compared with; `color` adds the terminal's codes for colours.
    """
    page = _Page(min(max(width, NARROWEST), WIDEST), color)
    places = Places(report.text)
    lines = [*page.header(report, stored), count_words(report.findings)]
    if words := area_words(report.findings):
        lines += page.paragraph(words)
    if words := unjudged(report):
        lines += page.paragraph(words)
    if any(map(is_laid_beside, report.findings)):
        legend = f"Chữ trong {_OPEN} {_CLOSE} là chỗ dự thảo và nguồn khác nhau; phần còn lại giống nhau."
        lines += page.paragraph(legend)
    for number, finding in enumerate(report.findings, 1):
        place = place_words(places, finding.span, report.document.name)
        lines += ["", *page.finding(number, finding, place)]
    if report.skipped:
        lines += ["", page.strong("Chưa kiểm tra được")]
    for skipped in report.skipped:
        lines += page.paragraph(f"{skipped.check}: {skipped.reason}", "  - ", "    ")
    lines += ["", *page.paragraph(limits_words(stored))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


class _Page:
    """Lays out the parts of a report for one width, with colours or without."""

    def __init__(self, width: int, color: bool) -> None:
        self._width = width
        self._color = color

    def header(self, report: Report, stored: int | None) -> Iterator[str]:
        about = report.document
        yield "═" * self._width
        yield from map(self.strong, self.paragraph(" — ".join(filter(None, (about.name, document_name(about))))))
        yield from self.paragraph(about.subject) if about.subject else ()
        for sentence in provenance(report):
            yield from self.paragraph(sentence)
        yield "─" * self._width
        yield from map(self.strong, self.paragraph(verdict(report, stored)))
        if compared(report):
            yield from ("", *self.shares(report.shares), "")

    def shares(self, shares: Shares) -> Iterator[str]:
        """The bar of the four shares and, as many as fit on a line, what its parts mean."""
        sizes = apportioned(shares, self._width - 4)
        parts = zip(_BARS, sizes, _SHARE_COLORS, strict=True)
        yield "  " + "".join(self._styled(mark * size, color) for mark, size, color in parts)
        line, used = "", 0
        for index, (mark, color) in enumerate(zip(_BARS, _SHARE_COLORS, strict=True)):
            words = f" {SHARES[index]} {share_words(shares, index)}"
            if used + len(words) + 4 > self._width:
                yield line
                line, used = "", 0
            line, used = f"{line}  {self._styled(mark, color)}{words} ", used + len(words) + 4
        yield line

    def finding(self, number: int, finding: Finding, place: str) -> Iterator[str]:
        pieces = _pieces(finding)
        lead = f"{number:>3}. "
        severity = SEVERITIES[finding.severity].lower()
        alike = likeness_words(likeness(pieces)) if pieces else ""
        head = self.paragraph(" · ".join(filter(None, (rule_words(finding.rule), severity, alike))), lead, "     ")
        yield from (self._styled(line, _SEVERITY_COLORS[finding.severity], bold=True) for line in head)
        yield from self._said(place, "")
        yield from self._said(finding.message, "")
        if finding.source and is_laid_beside(finding):
            yield from self._compared(finding.source, finding.text, pieces)
        elif finding.text:
            yield from self._quoted(finding.text)
            yield from self._said(source_words(finding.source), "Văn bản đã có: ") if finding.source else ()
        yield from self._said(finding.suggestion, f"{suggestion_label(finding)}: ")
        yield from self._said(finding.basis, "Căn cứ: ")

    def _compared(self, source: Source, passage: str, pieces: tuple[Piece, ...]) -> Iterator[str]:
        """The passage and its source under each other, and where the source is to be found."""
        yield from self._said("Trong dự thảo:", "")
        yield from self._quoted(_marked((piece.kind != "same", piece.b.of(passage)) for piece in pieces))
        yield from self._said(source_words(source), "Nguồn: ")
        if all(piece.kind == "same" for piece in pieces):
            misread = source.recognised and any(piece.kind != "same" for piece in difference(source.text, passage))
            seen = " (trừ chỗ máy nhận dạng chữ sai)" if misread else ""
            yield from self._said(f"Nguồn viết giống hệt{seen}.", "")
        else:
            yield from self._quoted(_marked((piece.kind != "same", piece.a.of(source.text)) for piece in pieces))
        yield from self._said(also_words(source), "Cũng có trong: ")

    def _quoted(self, passage: str) -> Iterator[str]:
        inside = False
        paragraphs = filter(None, map(printable, _shortened(passage).split("\n")))
        for line in (line for paragraph in paragraphs for line in wrapped(paragraph, self._width, _BAR)):
            shown = _BAR
            for part in _MARK.split(line.removeprefix(_BAR)):
                inside = inside or part == _OPEN
                shown += self._styled(part, "magenta", bold=True) if inside else part
                inside = inside and part != _CLOSE
            yield shown

    def _said(self, words: str, label: str) -> Iterator[str]:
        if words:
            yield from self.paragraph(label + words, "     ", "     ")

    def paragraph(self, words: str, first: str = "", rest: str = "") -> list[str]:
        return wrapped(printable(words), self._width, first, rest)

    def strong(self, words: str) -> str:
        return self._styled(words, None, bold=True)

    def _styled(self, words: str, color: str | None, bold: bool = False) -> str:
        return style(words, fg=color, bold=bold or None) if self._color and words else words


def _pieces(finding: Finding) -> tuple[Piece, ...]:
    source = finding.source
    if source is None or not is_laid_beside(finding):
        return ()
    return difference(source.text, finding.text, recognised=source.recognised)


def _marked(parts: Iterable[tuple[bool, str]]) -> str:
    """The parts as one text, those that differ between the marks."""
    own_marks = str.maketrans(_OPEN + _CLOSE, "“”")
    cleaned = ((differs, part.translate(own_marks)) for differs, part in parts)
    return "".join(f"{_OPEN}{part}{_CLOSE}" if differs and part else part for differs, part in cleaned)


def _shortened(passage: str) -> str:
    """The passage, without its middle where it is too long; marks stay in pairs."""
    if len(passage) <= _LONGEST_PASSAGE:
        return passage
    half = _LONGEST_PASSAGE // 2
    head, tail = passage[:half].rpartition(" ")[0], passage[-half:].partition(" ")[2]
    if head.rfind(_OPEN) > head.rfind(_CLOSE):
        head += _CLOSE
    if 0 <= tail.find(_CLOSE) < (tail.find(_OPEN) % (len(tail) + 1)):
        tail = _OPEN + tail
    return f"{head} […] {tail}"
