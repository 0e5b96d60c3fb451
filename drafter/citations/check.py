"""The check of references: each document named rightly, consistently, in full the first time, and still in force."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.citations.agreement import agreement
from drafter.citations.authorities import authorities
from drafter.citations.completeness import completeness
from drafter.citations.draft import Draft, draft_of
from drafter.citations.holding import holding
from drafter.citations.naming import naming
from drafter.citations.provisions import provisions
from drafter.citations.records import Records, against
from drafter.citations.rules import RULES, TWINS, Fault
from drafter.corpus import Corpus, Entry
from drafter.document import Document
from drafter.nlp.references import Reference, references
from drafter.report import About, Checked, Finding

__all__ = ["RULES", "TWINS", "UNSEEN", "citations", "listing"]

UNSEEN = Checked((), (), tuple(RULES))


def citations(document: Document, corpus: Corpus, about: About) -> Checked:
    """What is wrong with a draft's references to other documents and to its own parts.

    A document that the corpus does not hold is no fault. Laws with numbers, and what is said in full or not, are not
    judged in normative documents.
    """
    draft = draft_of(document, about)
    rules = [id_ for id_, rule in RULES.items() if rule.of_every_text or about.regime != "qppl"]
    found = {fault: None for fault in _faults(draft, corpus) if fault.rule in rules}
    left = [id_ for id_ in RULES if id_ not in rules]
    return Checked(tuple(_finding(draft, fault) for fault in found), tuple(rules), tuple(left))


def listing(document: Document, corpus: Corpus) -> list[tuple[Reference, Entry | None]]:
    """Every reference of a document, in the order of its text, with the stored document that it is to."""
    found = references(document.text)
    held = holding(corpus, document.text, found)
    return [(reference, held.entry(document.text, reference)) for reference in found]


def _faults(draft: Draft, corpus: Corpus) -> Iterator[Fault]:
    held = holding(corpus, draft.text, (citation.reference for citation in draft.citations))
    stored = ((citation, held.entry(draft.text, citation.reference)) for citation in draft.citations)
    entries = {citation: entry for citation, entry in stored if entry}
    records = Records(entries, corpus.standings({entry.id for entry in entries.values()}))
    yield from naming(draft)
    yield from agreement(draft)
    yield from completeness(draft, records.in_full)
    yield from authorities(draft)
    yield from against(draft, records)
    yield from provisions(draft)


def _finding(draft: Draft, fault: Fault) -> Finding:
    rule = RULES[fault.rule]
    return Finding(
        rule=fault.rule,
        severity=fault.severity or rule.severity,
        start=fault.span.start,
        end=fault.span.end,
        text=fault.span.of(draft.text),
        message=fault.message,
        suggestion=fault.suggestion,
        basis=fault.basis or rule.basis,
    )
