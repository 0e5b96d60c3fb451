"""Whether a document is laid out as NĐ 30/2020 or, of the Party, HD 05 wants it: findings, and the rules judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.document import Document
from drafter.layout.appendices import appendices
from drafter.layout.bodies import bodies, stresses
from drafter.layout.closings import closings
from drafter.layout.heads import heads
from drafter.layout.lines import lines
from drafter.layout.looks import looks
from drafter.layout.mending import mends
from drafter.layout.pages import pages
from drafter.layout.paging import paging
from drafter.layout.party import party
from drafter.layout.places import places, sizes, spacings
from drafter.layout.regimes import rules_for
from drafter.layout.roles import Sheet, sheet
from drafter.layout.rules import NOT_EVALUATED, PARTY, PARTY_NOT_EVALUATED, RULES, STATE, Fault
from drafter.layout.sequences import sequences
from drafter.layout.structure import structure, unit_looks
from drafter.report import Finding


@dataclass(frozen=True, slots=True)
class Layout:
    """What the check found, and which rules were judged."""

    findings: tuple[Finding, ...]
    evaluated: tuple[str, ...]
    not_evaluated: tuple[str, ...]


UNSEEN = Layout((), (), (*sorted(STATE), *NOT_EVALUATED))
"""Of a document that is not judged."""
_SINCE = "2026-05-27"
"""The first day of the guidance for Party documents; older ones followed another."""


def layout(document: Document) -> Layout:
    """The faults of a document of a state office or of the Party.

    Only files that tell their look are judged, with a letterhead, as what comes with another document, or as a form
    within an office: each by the rules that are for it. Of a text file, or a normative document, every rule counts as
    not evaluated.
    """
    whole = sheet(document)
    if rules := rules_for(whole):
        mended = {mend.rule for mend in mends(whole)}
        faults = ((fault, looks) for fault, looks in _faults(whole) if fault.rule in rules)
        findings = tuple(_finding(document, fault, looks and fault.rule in mended) for fault, looks in faults)
        return Layout(findings, tuple(sorted(rules)), (*sorted(STATE.keys() - rules), *NOT_EVALUATED))
    if _is_of_the_party(whole) and (whole.head.date or _SINCE) >= _SINCE:
        found = tuple(_finding(document, fault, False) for fault in party(whole))
        return Layout(found, tuple(sorted(PARTY)), PARTY_NOT_EVALUATED)
    return UNSEEN


def _is_of_the_party(whole: Sheet) -> bool:
    looks_told = whole.document.origin == "docx" and bool(whole.document.sections)
    return looks_told and bool(whole.of("number", "place_date")) and whole.head.regime == "hd05"


def _faults(whole: Sheet) -> Iterator[tuple[Fault, bool]]:
    """The faults, and whether they are of the look alone."""
    for check in (pages, looks, bodies, unit_looks, spacings, sizes):
        yield from ((fault, True) for fault in check(whole))
    for check in (heads, lines, closings, structure, sequences, paging, stresses, places, appendices):
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
