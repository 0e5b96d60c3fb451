"""What a draft copied from superior documents: findings with the reference to write instead, and shares of the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.corpus import Corpus, Entry
from drafter.corpus.words import number_key
from drafter.document import Document, Span
from drafter.nlp import citing
from drafter.nlp.mentions import Mention, mentions
from drafter.nlp.outline import Outline
from drafter.nlp.parts import parts
from drafter.report import Also, Finding, Shares, Source
from drafter.reuse.alignment import alignments
from drafter.reuse.candidates import candidates, windows
from drafter.reuse.citations import introduced
from drafter.reuse.formulas import formulas
from drafter.reuse.judgement import Change, Copy, Match, copies
from drafter.reuse.shares import shares
from drafter.reuse.tokens import Tokens, tokens

RULES = ("reuse.verbatim", "reuse.edited", "reuse.paraphrased")

_MESSAGES: dict[Change, str] = {
    "verbatim": "Đoạn này chép nguyên văn {}; hãy dẫn chiếu thay vì chép lại.",
    "edited": "Đoạn này chép {}, có sửa vài chữ; hãy dẫn chiếu thay vì chép lại.",
    "paraphrased": "Đoạn này diễn đạt lại nội dung {}; hãy dẫn chiếu thay vì viết lại.",
}
_BASIS = "Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư"


@dataclass(frozen=True, slots=True)
class Reuse:
    """What the check found: passages copied without need as findings, and the shares of the body."""

    findings: tuple[Finding, ...]
    shares: Shares


def reuse(document: Document, corpus: Corpus) -> Reuse:
    """Compares the body of a document with the corpus; the same document in the corpus does not count."""
    text = document.text
    body = [part.span for part in parts(text) if part.name == "body"]
    mentioned = mentions(text)
    draft = tokens(text).without([*_outside(body, len(text)), *(_whole(mention) for mention in mentioned)])
    found = candidates(draft, corpus)
    phrases = formulas(draft, found.common)
    draft = draft.without(phrases)
    named = [entry for entry in corpus.by_number(mention.number for mention in mentioned) if not _is(entry, document)]
    cited = _cited(draft, corpus, named, introduced(text, mentioned))
    places = {**dict.fromkeys((entry.id for entry in named), ()), **found.places}
    copied = copies(draft.without(cited), _matches(draft.without(cited), corpus, places, document))
    taken = [(copy, draft.span(copy.match.alignment.start, copy.match.alignment.end)) for copy in copied]
    return Reuse(
        tuple(_findings(text, taken, mentioned)),
        shares(text, body, [span for _, span in taken], cited, phrases),
    )


def _cited(
    draft: Tokens, corpus: Corpus, named: Iterable[Entry], stretches: Mapping[str, Sequence[Span]]
) -> list[Span]:
    """What the draft takes from documents where it names them."""
    found: list[Span] = []
    for entry in named:
        beside = draft.without(_outside(stretches.get(number_key(entry.number), ()), len(draft.text)))
        source = tokens(corpus.text(entry.id))
        matches = [Match(entry, source, alignment) for alignment in alignments(beside, source)]
        for copy in copies(beside, matches):
            found.append(draft.span(copy.match.alignment.start, copy.match.alignment.end))
    return found


def _outside(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """What lies before, between and behind some spans."""
    start = 0
    for span in [*sorted(spans), Span(length, length)]:
        if start < span.start:
            yield Span(start, span.start)
        start = max(start, span.end)


def _is(entry: Entry, document: Document) -> bool:
    return entry.sha256 == document.sha256


def _whole(mention: Mention) -> Span:
    """A reference with the title it cites."""
    return Span(mention.span.start, max(mention.span.end, mention.title.end if mention.title else 0))


def _matches(
    draft: Tokens, corpus: Corpus, places: Mapping[int, Sequence[Span]], document: Document
) -> Iterator[Match]:
    """The alignments with each document, around the places where it is known to meet the draft, else with all of it."""
    entries, texts = corpus.entries(places), corpus.texts(places)
    for id, entry in entries.items():
        if _is(entry, document):
            continue
        for window in windows(texts[id], places[id]) or [Span(0, len(texts[id]))]:
            source = tokens(texts[id], window)
            for alignment in alignments(draft, source):
                yield Match(entry, source, alignment)


def _findings(text: str, taken: Iterable[tuple[Copy, Span]], mentioned: Sequence[Mention]) -> Iterator[Finding]:
    introduced: set[int] = set()
    outlines: dict[int, Outline] = {}
    for copy, span in taken:
        entry, source = copy.match.entry, copy.match.source
        if entry.id not in outlines:
            outlines[entry.id] = Outline(source.text)
        outline = outlines[entry.id]
        place = source.span(copy.match.alignment.source_start, copy.match.alignment.source_end)
        locator, enclosed = outline.locator(place), outline.enclosed(place)
        known = entry.id in introduced or any(
            mention.number == entry.number and mention.span.end <= span.start for mention in mentioned if mention.number
        )
        introduced.add(entry.id)
        yield Finding(
            rule=f"reuse.{copy.change}",
            severity="warning",
            start=span.start,
            end=span.end,
            text=span.of(text),
            message=_message(copy.change, entry, locator, enclosed),
            suggestion=citing.instead(locator, _reference(entry, short=known), enclosed),
            basis=_BASIS,
            score=copy.certainty,
            source=Source(
                id=entry.id,
                name=entry.name,
                number=entry.number,
                title=entry.title,
                issuer=entry.issuer,
                date=entry.date,
                locator=f"{locator} {enclosed} kèm theo".strip() if enclosed else locator,
                start=place.start,
                end=place.end,
                text=place.of(source.text),
                also=tuple(Also(other.id, other.number or other.name) for other in copy.also),
            ),
        )


def _message(change: Change, entry: Entry, locator: str, enclosed: str) -> str:
    name = citing.short(entry.kind, entry.number) or entry.title or entry.name
    return _MESSAGES[change].format(citing.place(locator, name, enclosed))


def _reference(entry: Entry, *, short: bool) -> str:
    if short and (name := citing.short(entry.kind, entry.number)):
        return name
    return citing.full(entry.kind, entry.number, entry.date, entry.issuer, entry.title) or entry.title or entry.name
