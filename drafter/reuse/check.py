"""What a draft copied from superior documents and what it repeats: findings, and shares of the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from drafter.corpus import Corpus, Entry
from drafter.document import Document, Span
from drafter.nlp.enclosures import enclosed_title
from drafter.nlp.issuers import is_same_office, may_direct
from drafter.nlp.mentions import Mention, mentions
from drafter.nlp.parts import parts_of
from drafter.report import Finding, Shares
from drafter.reuse.candidates import candidates
from drafter.reuse.citations import introduced, name_keys
from drafter.reuse.findings import copied_findings, repeated_findings
from drafter.reuse.formulas import formulas
from drafter.reuse.judgement import copies, headings, is_copy, rest, shortened
from drafter.reuse.matching import Match, matches, regions
from drafter.reuse.pages import with_pages
from drafter.reuse.repetition import Repetition, repetitions
from drafter.reuse.shares import shares
from drafter.reuse.tokens import Segment, Tokens, tokens

RULES = ("reuse.verbatim", "reuse.edited", "reuse.paraphrased", "reuse.repeated")


@dataclass(frozen=True, slots=True)
class Reuse:
    """What the check found: passages as findings, the shares of the body, and what is no fault of the drafter's."""

    findings: tuple[Finding, ...]
    shares: Shares
    cited: tuple[Span, ...] = ()
    """What is taken over with its source beside it."""
    formulas: tuple[Span, ...] = ()
    """Phrases that every office uses."""


def reuse(document: Document, corpus: Corpus, issuer: str = "", kind: str = "") -> Reuse:
    """Compares the body of a document with the corpus and with itself.

    The document itself does not count where it is stored, nor do documents of the same `issuer`: what they have in
    common with it is no copy of a superior document. `kind` is the name of the document's kind, "Kế hoạch".
    """
    text = document.text
    body = [part.span for part in parts_of(document) if part.name == "body"]
    mentioned = mentions(text)
    draft = tokens(text).without(_outside(body, len(text))).silent(_whole(text, one) for one in mentioned)
    named = {entry.id for entry in corpus.by_number(mention.number for mention in mentioned)}
    found = candidates(draft, corpus, named, partial(_is_own, document, issuer))
    phrases = formulas(text, draft, found.shared, corpus)
    draft = draft.silent(phrases)
    met, holders = matches(draft, regions(corpus, found.windows, text), partial(is_copy, draft), named)
    holders += found.holders
    cited = _cited(draft, met, introduced(text, mentioned))
    left = draft.without(draft.span(*segment) for segment in cited)
    parted = (part for match in met for part in rest(left, match, cited))
    copied = copies(left, headings(text, draft), parted, holders)
    taken = [copy.match.alignment.ours for copy in copied]
    entries = {copy.match.entry.id: copy.match.entry for copy in copied}
    texts = corpus.texts(entries)
    found_copies = copied_findings(text, draft, copied, texts, mentioned, partial(_is_above, issuer))
    findings = (
        *with_pages(found_copies, entries, corpus),
        *repeated_findings(text, draft, _again(left, taken), kind),
    )
    unneeded = [finding.span for finding in findings if finding.source and finding.severity != "info"]
    quoted = tuple(draft.span(*segment) for segment in cited)
    return Reuse(findings, shares(text, body, unneeded, quoted, phrases), quoted, tuple(phrases))


def _cited(draft: Tokens, met: Iterable[Match], stretches: Mapping[str, Sequence[Span]]) -> list[Segment]:
    """What the draft takes from documents where it names them."""
    found: list[Segment] = []
    for match in met:
        entry = match.entry
        names = name_keys(entry.kind, entry.number, entry.title)
        for first, last in sorted({draft.inside(one) for name in names for one in stretches.get(name, ())}):
            start, end = max(first, match.alignment.start), min(last, match.alignment.end)
            if start < end and (part := shortened(draft, match, start, end)) and is_copy(draft, part):
                found.append(part.alignment.ours)
    return found


def _again(draft: Tokens, taken: Sequence[Segment]) -> Iterator[Repetition]:
    """What the draft repeats of its own."""
    for one in repetitions(draft):
        start, end = one.again
        covered = sum(max(0, min(end, last) - max(start, first)) for first, last in taken)
        if covered < (end - start) / 2:
            yield one


def _outside(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """What lies before, between and behind some spans."""
    start = 0
    for span in [*sorted(spans), Span(length, length)]:
        if start < span.start:
            yield Span(start, span.start)
        start = max(start, span.end)


def _is_own(document: Document, issuer: str, entry: Entry) -> bool:
    """Whether a stored document is the draft itself, or of the same office, whose name may be abbreviated."""
    return entry.sha256 == document.sha256 or is_same_office(entry.issuer, issuer)


def _is_above(issuer: str, entry: Entry) -> bool:
    """Whether the issuer of a stored document may direct that of the draft."""
    return may_direct(entry.issuer, entry.level, issuer)


def _whole(text: str, mention: Mention) -> Span:
    """A reference with the title it cites, or that of what came with the document."""
    title = enclosed_title(text, mention.span)
    start = title.start if title else mention.span.start
    return Span(start, max(mention.span.end, mention.title.end if mention.title else 0))
