"""Copied and repeated passages as findings: where in the source they stand, what is wrong, what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.corpus import Entry
from drafter.document import Span
from drafter.nlp.figures import targets
from drafter.nlp.mentions import Mention
from drafter.nlp.outline import Outline
from drafter.report import Finding, Severity
from drafter.reuse import wording
from drafter.reuse.judgement import Copy
from drafter.reuse.repetition import Repetition
from drafter.reuse.tokens import Segment, Tokens
from drafter.sources import source_of

SURE = 0.7
"""Certainty below which a finding says "perhaps" and is not mended: see bench/README.md."""
_BEHIND = 2000
"""Characters of a source behind a passage that may tell where it stands."""
_TARGETS = 0.6
"""Part of a passage in sentences with targets from which it is nothing but targets."""
_ROOM = 30
"""Syllables of a sentence for each target in it; what is longer says something besides."""

_Place = tuple[Entry, str, str]
"""A document, the locator in it, and the enclosed document that this is of."""


def copied_findings(
    text: str,
    draft: Tokens,
    copied: Sequence[Copy],
    texts: Mapping[int, str],
    mentioned: Sequence[Mention],
    is_above: Callable[[Entry], bool],
) -> Iterator[Finding]:
    """The findings for copied passages; `texts` are those of the sources, of which some are `is_above` the draft's.

    What was named before, in the draft or in a finding, is named shortly.
    """
    outlines = _outlines(copied, texts)
    named: set[int] = set()
    for copy in copied:
        entry = copy.match.entry
        span = draft.span(*copy.match.alignment.ours)
        known = entry.id in named or any(
            mention.number == entry.number and mention.span.end <= span.start for mention in mentioned if mention.number
        )
        named.add(entry.id)
        theirs = copy.match.source.span(*copy.match.alignment.theirs)
        outline = outlines[entry.id]
        place = entry, outline.locator(theirs), outline.enclosed(theirs)
        said = _said(text, draft, copy, place, known=known, above=is_above(entry))
        yield _copied(text, draft, copy, texts[entry.id], place, said)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a finding says."""

    severity: Severity
    message: str
    suggestion: str
    fix: bool


def _said(text: str, draft: Tokens, copy: Copy, place: _Place, *, known: bool, above: bool) -> _Said:
    if not above:
        return _Said("info", wording.like_others(*place), "", False)
    alignment = copy.match.alignment
    passage = draft.span(*alignment.ours).of(text)
    figures = [figure.of(passage) for figure in targets(passage)]
    if figures and _is_target(text, draft, alignment.ours):
        return _Said("info", wording.target(*place, figures), wording.beside(*place, known=known), False)
    sure = copy.certainty >= SURE
    whole = draft.break_before(alignment.start) and draft.break_before(alignment.end)
    message = wording.copied(copy.change, *place, figures, sure=sure)
    return _Said("warning", message, wording.instead(*place, known=known), bool(whole and sure))


def _copied(text: str, draft: Tokens, copy: Copy, original: str, place: _Place, said: _Said) -> Finding:
    alignment = copy.match.alignment
    span, theirs = draft.span(*alignment.ours), copy.match.source.span(*alignment.theirs)
    entry, locator, enclosed = place
    return Finding(
        rule=f"reuse.{copy.change}",
        severity=said.severity,
        start=span.start,
        end=span.end,
        text=span.of(text),
        message=said.message,
        suggestion=said.suggestion,
        basis=wording.BASIS,
        fix=said.fix,
        score=copy.certainty,
        source=source_of(
            entry,
            original,
            theirs,
            f"{locator} {enclosed} kèm theo".strip() if enclosed else locator,
            copy.also,
        ),
    )


def repeated_findings(text: str, draft: Tokens, repeated: Iterable[Repetition], kind: str) -> Iterator[Finding]:
    """The findings for passages that the draft repeats. `kind` is the name of its kind, "Kế hoạch"."""
    outline: Outline | None = None
    for one in repeated:
        outline = outline or Outline(text)
        span, first = draft.span(*one.again), draft.span(*one.first)
        place = wording.within(outline.locator(first), kind)
        yield Finding(
            rule="reuse.repeated",
            severity="info",
            start=span.start,
            end=span.end,
            text=span.of(text),
            message=wording.repeated(place or f"đoạn bắt đầu bằng “{_beginning(first.of(text))}”"),
            suggestion=f"Thực hiện theo {place}." if place else "",
            basis=wording.BASIS,
            score=one.same,
        )


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")


def _is_target(text: str, draft: Tokens, segment: Segment) -> bool:
    """Whether a passage is nothing but targets set from above."""
    edges = [segment[0], *(at for at in draft.breaks.tolist() if segment[0] < at < segment[1]), segment[1]]
    held = 0
    for first, last in pairwise(edges):
        sentence: Span = draft.span(first, last)
        count = sum(1 for _ in targets(sentence.of(text)))
        held += last - first if count and last - first <= _ROOM * count else 0
    return held >= _TARGETS * (segment[1] - segment[0])


def _outlines(copied: Iterable[Copy], texts: Mapping[int, str]) -> dict[int, Outline]:
    """The outlines of the sources, as far as passages come from them."""
    reach: dict[int, int] = {}
    for copy in copied:
        match = copy.match
        end = int(match.source.ends[match.alignment.source_end - 1]) + _BEHIND
        reach[match.entry.id] = max(reach.get(match.entry.id, 0), end)
    return {id: Outline(texts[id][:end]) for id, end in reach.items()}
