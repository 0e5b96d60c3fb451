"""Whether a document is laid out as Nghị định số 30/2020/NĐ-CP wants it: findings, and which rules were judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.document import Document
from drafter.layout.bodies import bodies
from drafter.layout.closings import closings
from drafter.layout.heads import heads
from drafter.layout.lines import lines
from drafter.layout.looks import looks
from drafter.layout.mending import mends
from drafter.layout.pages import pages
from drafter.layout.roles import Sheet, sheet
from drafter.layout.rules import NOT_EVALUATED, RULES, Fault
from drafter.report import Finding


@dataclass(frozen=True, slots=True)
class Layout:
    """What the check found, and which rules were judged."""

    findings: tuple[Finding, ...]
    evaluated: tuple[str, ...]
    not_evaluated: tuple[str, ...]


UNSEEN = Layout((), (), (*sorted(RULES), *NOT_EVALUATED))
"""Of a document that is not judged."""


def layout(document: Document) -> Layout:
    """The faults of an administrative document.

    Only documents with the letterhead of the decree are judged, and only files that tell their look: of a text file, a
    normative or a Party document every rule counts as not evaluated.
    """
    whole = sheet(document)
    if not is_judged(whole):
        return UNSEEN
    mended = {mend.rule for mend in mends(whole)}
    findings = tuple(_finding(document, fault, looks and fault.rule in mended) for fault, looks in _faults(whole))
    return Layout(findings, tuple(sorted(RULES)), NOT_EVALUATED)


def is_judged(whole: Sheet) -> bool:
    """Whether this is a file that tells its look, with the letterhead of the decree."""
    looks_told = whole.document.origin == "docx" and bool(whole.document.sections)
    return looks_told and whole.head.regime == "nd30" and bool(whole.of("number", "place_date"))


def _faults(whole: Sheet) -> Iterator[tuple[Fault, bool]]:
    """The faults, and whether they are of the look alone."""
    for check in (pages, looks, bodies):
        yield from ((fault, True) for fault in check(whole))
    for check in (heads, lines, closings):
        yield from ((fault, False) for fault in check(whole))


def _finding(document: Document, fault: Fault, mended: bool) -> Finding:
    rule, span = RULES[fault.rule], fault.span
    return Finding(
        rule=rule.id,
        severity=fault.severity or rule.severity,
        start=span.start,
        end=span.end,
        text=span.of(document.text),
        message=fault.message,
        suggestion=fault.suggestion,
        basis=rule.basis,
        fix=mended,
    )
