"""The drafter's own Word file with the references to write in place of copied passages, as tracked changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from drafter.document import Span
from drafter.errors import SignedFile
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.package import Package
from drafter.readers.docx.story import Story, lay_out
from drafter.render.package import with_main
from drafter.render.tracking import Change, tracked
from drafter.report import Finding, Report

_LABEL = re.compile(r"\s*(?:[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|Điều\s+\d+\.)\s+")
_LONGEST_HEADING = 120
"""Characters; a longer paragraph without a mark at its end is no heading."""
_STOP = re.compile(r"[”\")\]]*[.;]")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file, and what became of the findings that could be mended."""

    data: bytes
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]
    """Those that stand where a change cannot be tracked safely: over the cells of a table, in a text box, a formula."""
    changes: tuple[Change, ...]
    """What was done, in the text as it was."""


def mended(data: bytes, report: Report, when: datetime | None = None) -> Mended:
    """The Word file `data` with the suggestions of its report's findings that say `fix`, each as a tracked change.

    Accepting all changes leaves the references, rejecting them the file as it was. Without anything to mend it is the
    same file. Raises ValueError where the report is not of this file, `SignedFile` where it bears a digital signature,
    `UnreadableFile` where it cannot be read.
    """
    package = Package.open(report.document.name, data)
    if package.is_signed:
        raise SignedFile(report.document.name)
    story = lay_out(package.main, Cascade(package))
    if story.text != report.text:
        raise ValueError(f"{report.document.name}: the report is of another text")
    copied = (finding for finding in report.findings if finding.rule.startswith("reuse."))
    wanted = [finding for finding in copied if finding.fix and finding.suggestion]
    changes = [_change(story, finding) for finding in wanted]
    could = tracked(story, package.main, changes, when)
    if any(could):
        data = with_main(package, data)
    return Mended(
        data,
        tuple(finding for finding, made in zip(wanted, could, strict=True) if made),
        tuple(finding for finding, made in zip(wanted, could, strict=True) if not made),
        tuple(change for change, made in zip(changes, could, strict=True) if made),
    )


def _change(story: Story, finding: Finding) -> Change:
    """What to take out: the passage without headings and the number of its item, with the stop behind it."""
    text = story.text
    start, end = finding.start, finding.end
    for line in story.lines:
        if start < line.end < end and _is_heading(text[start : line.end]) and line.start <= start:
            start = line.end + 1
    if label := _LABEL.match(text, start, end):
        start = label.end()
    suggestion = finding.suggestion
    if stop := _STOP.match(text, end):
        end = stop.end()
        suggestion = suggestion.rstrip(".") + text[end - 1]
    if text[:start].rstrip(" \t").endswith((";", ",")):
        suggestion = suggestion[:1].lower() + suggestion[1:]
    return Change(Span(start, end), suggestion)


def _is_heading(words: str) -> bool:
    """Whether this is a short line that ends with no mark: there is more to come below it."""
    return len(words) <= _LONGEST_HEADING and not words.rstrip().endswith((".", ";", ":", ","))
