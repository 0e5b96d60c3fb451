"""Where a draft names the source of what follows: those stretches are cited, not copied."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.corpus.words import number_key
from drafter.document import Span
from drafter.nlp.mentions import Mention

_QUOTES = {"“": "”", "«": "»", '"': '"'}


def introduced(text: str, mentions: Iterable[Mention]) -> dict[str, list[Span]]:
    """By number (as `number_key` has it) the stretches of `text` that name this document as their source.

    "Theo quy định tại khoản 2 Điều 5 Nghị định số …, …" introduces the rest of its paragraph; a quotation belongs to a
    reference that stands in the same paragraph, before or behind it.
    """
    found: dict[str, list[Span]] = {}
    for mention in mentions:
        if mention.number:
            paragraph = _paragraph(text, mention.span)
            rest = Span(mention.span.end, paragraph.end)
            found.setdefault(number_key(mention.number), []).extend([rest, *_quotations(text, paragraph)])
    return found


def _paragraph(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _quotations(text: str, paragraph: Span) -> list[Span]:
    """What stands in quotation marks."""
    found: list[Span] = []
    at = paragraph.start
    while at < paragraph.end:
        closing = _QUOTES.get(text[at])
        end = text.find(closing, at + 1, paragraph.end) if closing else -1
        if end > at:
            found.append(Span(at, end + 1))
            at = end
        at += 1
    return found
