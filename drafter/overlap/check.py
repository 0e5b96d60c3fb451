"""Which documents already regulate what a draft is about, and how much of it: regulations, and the office's own."""

from __future__ import annotations

from drafter.corpus import Corpus
from drafter.document import Document
from drafter.nlp.outline import Outline
from drafter.overlap import wording
from drafter.overlap.judgement import NEAR, Overlap, overlaps
from drafter.overlap.nearest import nearest
from drafter.overlap.standing import is_draft, is_in_force, is_judged, is_own, is_regulation
from drafter.overlap.subject import Subject, subject
from drafter.report import About, Checked, Finding
from drafter.sources import source_of

RULES = ("overlap.regulation", "overlap.issued")
UNSEEN = Checked(not_evaluated=RULES)
SHOWN = 5
"""Documents that are named at the most."""


def overlap(document: Document, corpus: Corpus, about: About) -> Checked:
    """The documents in force that cover sections of a document, one finding each, on the section covered most.

    Of letters, reports and the like, which regulate nothing, the rules are not evaluated. Raises `CorpusError`.
    """
    if not is_judged(about):
        return UNSEEN
    draft = subject(document, about.subject, about.issuer)
    if not draft.sections:
        return Checked(evaluated=RULES)
    near = nearest(corpus, draft.terms, draft.title, draft.references)
    near = [one for one in near if one.likeness >= NEAR and not is_draft(one.entry, about)]
    standings = corpus.standings([one.entry.id for one in near])
    wanted = (
        (one, is_own(one.entry, about))
        for one in near
        if is_in_force(one.entry, standings.get(one.entry.id), about, draft.title)
    )
    found = overlaps(corpus, draft, ((one, own) for one, own in wanted if own or is_regulation(one.entry)))
    return Checked(tuple(_finding(draft, one) for one in found[:SHOWN]), RULES)


def _finding(draft: Subject, found: Overlap) -> Finding:
    entry = found.near.entry
    best = found.covers[0]
    outline = Outline(found.text)
    span, theirs = best.section.span.trimmed(draft.text), best.theirs.span.trimmed(found.text)
    places = [(draft.place(one.section.span), outline.locator(one.theirs.span)) for one in found.covers]
    terms = draft.words(best.section, best.hashes, wording.TERMS)
    references = [draft.references[number] for number in found.near.references]
    return Finding(
        rule="overlap.issued" if found.own else "overlap.regulation",
        severity="warning" if found.serious else "info",
        start=span.start,
        end=span.end,
        text=span.of(draft.text),
        message=wording.message(entry, places, found.share, terms, references, found.proposal, named=found.named),
        suggestion=wording.suggestion(entry, places[0][1], found.proposal, named=found.named),
        basis=wording.BASIS,
        score=best.likeness,
        source=source_of(entry, found.text, theirs, places[0][1]),
    )
