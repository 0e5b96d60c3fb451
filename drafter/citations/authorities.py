"""Authorities that a draft speaks of though they are no more on its day, or on that of the document they issued."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.citations.draft import Draft
from drafter.citations.rules import Fault
from drafter.document import Span
from drafter.nlp.folding import fold, key
from drafter.nlp.former import Former, former_authorities, former_code, is_after_merger
from drafter.nlp.written import day

_NEAR = 30
"""Characters behind a reference in which the name of its issuer may go on."""
_JUDGED = ("addressee", "bases", "body", "recipients")


def authorities(draft: Draft) -> Iterator[Fault]:
    """Former authorities: each once, where it is named first; and documents that they cannot have issued."""
    yield from _issuers(draft)
    named: dict[str, list[tuple[Span, Former]]] = defaultdict(list)
    if draft.not_before:
        for span, former in _named(draft):
            named[key(re.sub(r"[-–,]", " ", span.of(draft.text)))].append((span, former))
    for several in named.values():
        span, former = several[0]
        name = " ".join(span.of(draft.text).split())
        places = f" ({len(several)} chỗ)" if len(several) > 1 else ""
        message = f"{name} không còn từ ngày {day(former.until)}{places}."
        suggestion = f"Hãy ghi cơ quan hiện nay làm việc ấy: {former.now}."
        yield Fault("cite.authority", span, message, suggestion, former.basis)


def _named(draft: Draft) -> Iterator[tuple[Span, Former]]:
    """What the draft itself says of former authorities, on their own: not in references, quotations, letterheads."""
    folded = fold(draft.text)
    judged = [part.span for part in draft.parts if part.name in _JUDGED]
    cited = [citation.span for citation in draft.citations]
    for former in former_authorities(folded.text):
        span = folded.raw(former.span.start, former.span.end)
        if draft.not_before < former.until or draft.is_quoted(span.start):
            continue
        if any(part.holds(span) for part in judged) and not any(_is_issuer(draft, one, span) for one in cited):
            yield span, former


def _is_issuer(draft: Draft, cited: Span, span: Span) -> bool:
    """Whether an authority stands in a reference, or right behind it as the rest of its issuer."""
    if cited.meets(span):
        return True
    between = draft.text[cited.end : span.start] if 0 <= span.start - cited.end < _NEAR else "."
    return not re.search(r"[.;:()]|\n\s*\n", between)


def _issuers(draft: Draft) -> Iterator[Fault]:
    """References to documents from days on which their issuers were no more."""
    for citation in draft.citations:
        mention = citation.mention
        said = next(former_authorities(fold(mention.issuer).text), None) if mention.issuer else None
        late = said and len(mention.date) == 10 and mention.date >= said.until
        now = former_code(citation.number) if is_after_merger(mention.date, citation.number) else ""
        if said and late:
            message = f"{citation.name} ghi ngày {day(mention.date)}, khi {mention.issuer} không còn."
        elif now and not citation.reference.is_short:
            message = f"{citation.name} mang ký hiệu của bộ đã hợp nhất từ ngày 01/03/2025."
        else:
            continue
        suggestion = "Hãy đối chiếu ngày, số, ký hiệu và cơ quan ban hành với văn bản gốc."
        yield Fault(
            "cite.authority", citation.span, message, suggestion, said.basis if said else "Nghị quyết số 176/2025/QH15"
        )
