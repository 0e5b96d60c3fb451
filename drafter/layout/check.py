"""Whether a document is laid out as NĐ 30/2020 or, of the Party, HD 05 wants it: findings, and the rules judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.document import Document
from drafter.layout.bodies import bodies
from drafter.layout.closings import closings
from drafter.layout.copies import copies
from drafter.layout.heads import heads
from drafter.layout.lines import lines
from drafter.layout.looks import looks
from drafter.layout.mending import mends
from drafter.layout.mends import Mend
from drafter.layout.pages import pages
from drafter.layout.party import party
from drafter.layout.roles import Sheet, copied, sheet
from drafter.layout.rules import NOT_EVALUATED, PARTY, PARTY_NOT_EVALUATED, RULES, STATE, Fault
from drafter.layout.signals import signals
from drafter.report import Finding


@dataclass(frozen=True, slots=True)
class Layout:
    """What the check found, and which rules were judged."""

    findings: tuple[Finding, ...]
    evaluated: tuple[str, ...]
    not_evaluated: tuple[str, ...]


UNSEEN = Layout((), (), (*sorted(STATE), *NOT_EVALUATED))
"""Of a document that is not judged."""
_OF_COPIES = tuple(id_ for id_ in sorted(STATE) if ".BS-" in id_)
"""What a file is judged by that has nothing but the block of a copy."""
_SINCE = "2026-05-27"
"""The first day of the guidance for Party documents; older ones followed another."""


def layout(document: Document) -> Layout:
    """The faults of a document of a state office or of the Party.

    Only documents with a letterhead are judged, and only files that tell their look: of a text file, or a normative
    document, every rule counts as not evaluated.
    """
    whole = sheet(document)
    if is_judged(whole):
        mended = {mend.rule for mend in mends_of(whole)}
        findings = (_finding(document, fault, looks and fault.rule in mended) for fault, looks in _faults(whole))
        return Layout(tuple(findings), tuple(sorted(STATE)), NOT_EVALUATED)
    if _is_of_the_party(whole):
        found = tuple(_finding(document, fault, bool(fault.mends)) for fault in party(whole))
        return Layout(found, tuple(sorted(PARTY)), PARTY_NOT_EVALUATED)
    if _is_copy_alone(whole):
        found = tuple(_finding(document, fault, False) for fault in copies(whole))
        left = sorted({*STATE, *NOT_EVALUATED} - {*_OF_COPIES})
        return Layout(found, _OF_COPIES, tuple(left))
    return UNSEEN


def mends_of(whole: Sheet) -> list[Mend]:
    """All that can be set right of its look; nothing of a document that is not judged."""
    if is_judged(whole):
        return mends(whole)
    return [mend for fault in party(whole) for mend in fault.mends] if _is_of_the_party(whole) else []


def is_judged(whole: Sheet) -> bool:
    """Whether this is a file that tells its look, with the letterhead of the decree."""
    return _tells(whole) and whole.head.regime == "nd30"


def _is_of_the_party(whole: Sheet) -> bool:
    """Whether this is such a file with the letterhead of the Party, from the days of the guidance."""
    return _tells(whole) and whole.head.regime == "hd05" and (whole.head.date or _SINCE) >= _SINCE


def _is_copy_alone(whole: Sheet) -> bool:
    """Whether a file is but the block that makes a copy of a document which is elsewhere."""
    looks_told = whole.document.origin == "docx" and bool(whole.document.sections)
    block = copied(whole) if looks_told else None
    return block is not None and len(block.rows) == len(whole.rows)


def _tells(whole: Sheet) -> bool:
    looks_told = whole.document.origin == "docx" and bool(whole.document.sections)
    return looks_told and bool(whole.of("number", "place_date"))


def _faults(whole: Sheet) -> Iterator[tuple[Fault, bool]]:
    """The faults, and whether they are of the look alone."""
    for check in (pages, looks, bodies):
        yield from ((fault, True) for fault in check(whole))
    for check in (heads, signals, lines, closings, copies):
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
