"""Where a draft names the source of what follows: those stretches are cited, not copied."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.corpus.words import number_key
from drafter.document import Span
from drafter.nlp.folding import key
from drafter.nlp.mentions import Mention

_QUOTES = {"“": "”", "«": "»", '"': '"'}
_LONGEST = 6000
"""Characters of a quotation that goes over several paragraphs."""
# "Tại khoản 3 Điều 6 Thông tư số … của Bộ Tài chính quy định:", and nothing else between the two.
_STATES = re.compile(r"[\s,]*(?:có\s+)?(?:quy\s+định|hướng\s+dẫn|nêu|ghi)(?:\s+(?:rõ|cụ\s+thể|như\s+sau))*[\s,]*:\s*$")
# As keys are written.
_LAW = re.compile(r"(?:(?:bô )?luât |phap lênh )*")
_OPENS = re.compile(r"\s*([“«\"])")


def name_keys(kind: str, number: str, title: str) -> set[str]:
    """By what a document is told from others: its number, of a law its name too, for texts call laws by name alone."""
    named = _LAW.sub("", key(title), count=1) if kind in ("L", "BL", "PL") else ""
    return {name for name in (number_key(number), named) if name}


def introduced(text: str, mentions: Iterable[Mention]) -> dict[str, list[Span]]:
    """By number or name (see `name_keys`) the stretches of `text` that name this document as their source.

    "Theo quy định tại khoản 2 Điều 5 Nghị định số …, …" introduces the rest of its paragraph; a quotation belongs to a
    reference that stands in the same paragraph, before or behind it, or in the one before, which ends with a colon.
    "… Nghị định số … quy định:" introduces all up to the next reference.
    """
    found: dict[str, list[Span]] = {}
    named = [(mention, names) for mention in mentions if (names := _names(text, mention))]
    behind = [*(mention.span.start for mention, _ in named), len(text)][1:]
    for (mention, names), next_one in zip(named, behind, strict=False):
        paragraph = _paragraph(text, mention.span)
        rest = Span(mention.span.end, paragraph.end)
        stretches = [rest, *_quotations(text, paragraph)]
        if rest.of(text).rstrip().endswith(":"):
            stretches += _behind(text, mention.span, paragraph.end, next_one)
        for name in names:
            found.setdefault(name, []).extend(stretches)
    return found


def _names(text: str, mention: Mention) -> set[str]:
    # Of a law that has its number the title may go on with what is said about it.
    title = mention.title.of(text) if mention.title and not mention.number else ""
    return name_keys(mention.kind, mention.number, title)


def _paragraph(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _behind(text: str, reference: Span, end: int, next_one: int) -> list[Span]:
    """What a paragraph up to `end` introduces in those behind it: a quotation, or all up to the next reference."""
    if opening := _OPENS.match(text, end):
        start = opening.start(1)
        return [Span(start, _closing(text, start))]
    states = _STATES.search(text, reference.start, end)
    return [Span(end, next_one)] if states and states.start() <= reference.end and end < next_one else []


def _closing(text: str, start: int) -> int:
    """Behind the mark that closes a quotation of several paragraphs, or the end of its first where none does."""
    opening, closing = text[start], _QUOTES[text[start]]
    depth = 0
    for found in re.finditer(f"[{opening}{closing}]", text[start : start + _LONGEST]):
        at = start + found.end()
        if opening == closing:
            # What stands in the midst of a line may open another as well as close this one.
            if depth and re.match(r"[\s.;,)]*(?:\n|$)", text[at : at + 8]):
                return at
            depth = 1
        else:
            depth += 1 if found[0] == opening else -1
            if depth == 0:
                return at
    end = text.find("\n", start)
    return len(text) if end < 0 else end


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
