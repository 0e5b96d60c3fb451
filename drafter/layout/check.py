"""Whether a document is laid out as NĐ 30/2020 or, of the Party, HD 05 wants it: findings, and the rules judged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from drafter.document import Document, Paragraph, Span
from drafter.layout.appendices import appendices
from drafter.layout.bodies import bodies, stresses
from drafter.layout.capitals import capitals
from drafter.layout.certainty import SURE, certainty
from drafter.layout.citing import citing
from drafter.layout.closings import closings
from drafter.layout.codes import has_lost_its_font
from drafter.layout.converted import NOT_CARRIED
from drafter.layout.copies import copies
from drafter.layout.dates import dates
from drafter.layout.heads import heads
from drafter.layout.hygiene import hygiene
from drafter.layout.lines import lines
from drafter.layout.looks import looks
from drafter.layout.marks import marks
from drafter.layout.mending import mends
from drafter.layout.mends import Mend
from drafter.layout.missing import missing
from drafter.layout.numbers import numbers
from drafter.layout.organs import organs
from drafter.layout.pages import pages
from drafter.layout.paging import paging
from drafter.layout.party.check import party
from drafter.layout.places import places, sizes, spacings
from drafter.layout.prose import prose
from drafter.layout.recipients import recipients
from drafter.layout.regimes import rules_for, shows_looks
from drafter.layout.replaced import replaced
from drafter.layout.roles import Sheet, copied, sheet
from drafter.layout.rules import NOT_EVALUATED, PARTY, PARTY_NOT_EVALUATED, RULES, STATE, Edit, Fault, Told
from drafter.layout.sequences import sequences
from drafter.layout.shown import shown
from drafter.layout.signals import signals
from drafter.layout.structure import structure, unit_looks
from drafter.layout.subjects import subjects
from drafter.report import Checked, Finding

UNSEEN = Checked((), (), (*sorted(STATE), *NOT_EVALUATED))
"""Of a document that is not judged."""
_SINCE = "2026-05-27"
"""The first day of the guidance for Party documents; older ones followed another."""
_OF_COPIES = frozenset(id_ for id_ in STATE if ".BS-" in id_ or id_ == "nd30.ND-08")
"""What a file is judged by that has nothing but the block of a copy."""


def layout(document: Document) -> Checked:
    """The faults of a document of a state office or of the Party.

    Only files that tell their look are judged, with a letterhead, as what comes with another document, or as a form
    within an office: each by the rules that are for it, a PDF by those alone whose matter it shows. Of a text file, a
    scan, or a normative document, every rule counts as not evaluated.
    """
    whole = sheet(document)
    rules = _rules(whole)
    if not rules:
        return UNSEEN
    of_the_party = bool(rules & PARTY.keys())  # whose faults carry their own mends
    mended = set() if of_the_party else {(mend.rule, mend.told_at) for mend in mends(whole)}
    doubtful = {row.span.start for at, row in enumerate(whole.rows) if certainty(whole, at) < SURE}
    findings = tuple(
        _finding(document, fault, looks and _is_mended(fault, mended), fault.span.start in doubtful)
        for fault, looks in _faults(whole, rules)
    )
    theirs, never = (PARTY, PARTY_NOT_EVALUATED) if of_the_party else (STATE, NOT_EVALUATED)
    left = (*sorted(theirs.keys() - rules), *never)
    return Checked(findings, tuple(sorted(rules)), left)


def mends_of(whole: Sheet, left: Collection[Told] = ()) -> list[Mend]:
    """All that can be set right of its look, but for the faults that are `left`; nothing of what is not judged."""
    rules = _rules(whole)
    if rules & PARTY.keys():
        return [mend for fault in _without(faults(whole), left) for mend in fault.mends]
    found = [mend for mend in mends(whole) if mend.rule in rules] if rules else []
    concerned = {one.rule for one in left}
    if concerned.isdisjoint(mend.rule for mend in found):
        return found
    wanted = {(fault.rule, fault.span.start) for fault in _without(faults(whole), left)}
    wanted -= {(one.rule, one.start) for one in left}
    return [mend for mend in found if mend.rule not in concerned or (mend.rule, mend.told_at) in wanted]


def faults(whole: Sheet) -> list[Fault]:
    """What breaks the rules that a file is judged by."""
    return [fault for fault, _ in _faults(whole, _rules(whole))]


def corrections(whole: Sheet, left: Collection[Told] = ()) -> list[tuple[str, Edit]]:
    """The words to write anew, each with its rule, but for the faults that are `left`; of two that meet, the first."""
    found: list[tuple[str, Edit]] = []
    for fault in _without(faults(whole), left):
        if _can_be_written(whole.document, fault.edits):
            found += [(fault.rule, edit) for edit in fault.edits if not any(_meet(edit, one) for _, one in found)]
    return found


def _without(found: Sequence[Fault], left: Collection[Told]) -> list[Fault]:
    """The faults that are not left; where one of these is not found again, nothing of its rule is touched."""
    known = {fault.told for fault in found}
    untouched = {one.rule for one in left if one not in known}
    return [fault for fault in found if fault.told not in left and fault.rule not in untouched]


def _meet(edit: Edit, other: Edit) -> bool:
    return edit.span.meets(other.span) or edit.span.start == other.span.start


def _can_be_written(document: Document, edits: Iterable[Edit]) -> bool:
    """Whether all stand among the words that the file itself holds as they are: in no text box, no automatic number."""
    held = all(any(_holds(one, edit.span) for one in document.paragraphs) for edit in edits)
    return held and not any(has_lost_its_font(document, edit.span) for edit in edits)


def _holds(paragraph: Paragraph, span: Span) -> bool:
    if paragraph.place != "body" or not paragraph.span.start <= span.start <= span.end <= paragraph.span.end:
        return False
    runs = [run.span for run in paragraph.runs]
    held = sum(min(run.end, span.end) - max(run.start, span.start) for run in runs if run.meets(span))
    return held == len(span) and (len(span) > 0 or any(run.start <= span.start <= run.end for run in runs))


def _is_of_the_party(whole: Sheet) -> bool:
    """Whether this is a file that tells its look, with the letterhead of the Party, from the days of the guidance."""
    told = shows_looks(whole) and bool(whole.of("number", "place_date")) and whole.head.regime == "hd05"
    return told and (whole.head.date or _SINCE) >= _SINCE


def _is_copy_alone(whole: Sheet) -> bool:
    """Whether a file is but the block that makes a copy: what is copied has no letterhead in it."""
    block = copied(whole) if shows_looks(whole) else None
    return block is not None and not whole.of("quoc_hieu", "number", "place_date", "kind")


def _rules(whole: Sheet) -> frozenset[str]:
    """The rules that a file is judged by; none for one that is not judged, few for a PDF."""
    rules = _rules_for(whole) - NOT_CARRIED.get(whole.document.origin, frozenset())
    return rules & shown(whole.document) if whole.document.origin == "pdf" else rules


def _rules_for(whole: Sheet) -> frozenset[str]:
    """The rules that are for a file of its kind."""
    if rules := rules_for(whole):
        return rules
    if _is_of_the_party(whole):
        return frozenset(PARTY)
    return _OF_COPIES if _is_copy_alone(whole) else frozenset()


def _faults(whole: Sheet, rules: frozenset[str]) -> Iterator[tuple[Fault, bool]]:
    """The faults by these rules, and whether they are of what is seen alone, not of words."""
    if rules & PARTY.keys():
        yield from ((fault, False) for fault in party(whole) if fault.rule in rules)
    elif rules:
        yield from (pair for pair in _of_the_state(whole) if pair[0].rule in rules)


def _of_the_state(whole: Sheet) -> Iterator[tuple[Fault, bool]]:
    for check in (pages, looks, bodies, unit_looks, spacings, sizes, paging, lines):
        yield from ((fault, True) for fault in check(whole))
    wording = (heads, organs, numbers, dates, subjects, signals, missing, closings, recipients, marks, replaced)
    for check in (*wording, structure, sequences, stresses, places, appendices, copies):
        yield from ((fault, False) for fault in check(whole))
    words = prose(whole)
    for of_words in (citing, capitals, hygiene):
        yield from ((fault, False) for fault in of_words(whole, words))


def _is_mended(fault: Fault, mended: Collection[tuple[str, int | None]]) -> bool:
    return (fault.rule, None) in mended or (fault.rule, fault.span.start) in mended


def _finding(document: Document, fault: Fault, mended: bool, doubtful: bool) -> Finding:
    """The fault as one finds it in a report; of a row that may be something else, no error."""
    rule, span = RULES[fault.rule], fault.span
    severity = fault.severity or rule.severity
    return Finding(
        rule=rule.id,
        severity="warning" if doubtful and severity == "error" else severity,
        start=span.start,
        end=span.end,
        text=span.of(document.text),
        message=fault.message,
        suggestion=fault.suggestion,
        basis=rule.basis,
        fix=document.origin != "pdf"
        and (_can_be_written(document, fault.edits) if fault.edits else mended or bool(fault.mends)),
    )
