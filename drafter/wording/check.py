"""The check of wording: spelling, words said twice, figures, abbreviations, what is left of another document's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.document import Document
from drafter.report import About, Checked, Finding
from drafter.wording.abbreviations import abbreviations
from drafter.wording.closing import closings
from drafter.wording.doubling import doublings
from drafter.wording.figures import bare_figures
from drafter.wording.leftovers import leftovers
from drafter.wording.misspellings import misspellings
from drafter.wording.reading import Reading, Remark, read
from drafter.wording.typing import commas, dashes, paragraphs, spaces, tones

RULES = (
    "word.misspelled",
    "word.doubled",
    "word.unit",
    "word.leftover",
    "word.year",
    "word.abbreviation",
    "word.closing",
    "word.capital",
    "word.comma",
    "word.paragraph",
    "word.dash",
    "word.spacing",
    "word.tones",
)
_OF_LETTERS = ("word.misspelled", "word.doubled", "word.abbreviation", "word.comma", "word.paragraph", "word.dash",
               "word.spacing", "word.tones")  # fmt: skip
"""Not judged of a scan: what is wrong there the recognition may have done."""
_CHECKS: tuple[Callable[[Reading], Iterator[Remark]], ...] = (
    misspellings,
    doublings,
    bare_figures,
    leftovers,
    abbreviations,
    closings,
    commas,
    paragraphs,
    dashes,
    spaces,
    tones,
)
TWINS = dict.fromkeys(("word.spacing", "word.tones"), ("nd30.ND-09",))
"""The rules of layout that say the same of the same places."""
UNSEEN = Checked((), (), RULES)
"""Of a document that is not judged."""


def wording(document: Document, about: About) -> Checked:
    """What is wrong with the words of a document; `about` is what its letterhead tells."""
    reading = read(document, about)
    left = _OF_LETTERS if document.origin == "scan" else ()
    remarks = (remark for check in _CHECKS for remark in check(reading) if remark.rule not in left)
    findings = tuple(_finding(document.text, reading, remark) for remark in remarks)
    return Checked(findings, tuple(rule for rule in RULES if rule not in left), left)


def _finding(text: str, reading: Reading, remark: Remark) -> Finding:
    span = reading.folded.raw(remark.start, remark.end)
    return Finding(
        remark.rule,
        remark.severity,
        span.start,
        span.end,
        span.of(text),
        remark.message,
        remark.suggestion,
        remark.basis,
        score=remark.score,
    )
