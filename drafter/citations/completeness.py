"""Whether documents are named in full the first time, briefly after that, and among the bases where they are to be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from drafter.citations.draft import Citation, Draft
from drafter.citations.rules import Fault
from drafter.nlp.citing import lacking_as_base, lacking_at_first, listed

_LISTED = re.compile(r"\d|[Ss]ố\b")
_OPENS = re.compile(
    r"[-–+\s]*Căn cứ\s+(?:(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần)\s[^.;:]{0,60}?)?(?:của\s+)?$"
)
_CARRIED_OUT = re.compile(
    r"(?<![Hh]ướng\sdẫn\s)(?<![Tt]ình\shình\s)(?<![Kk]ết\squả\s)(?:[Tt]hực\s+hiện|[Tt]riển\s+khai|[Tt]hi\s+hành|[Qq]uán\s+triệt|[Tt]heo\s+(?:chỉ\s+đạo|yêu\s+cầu))"
    r"(?:\s+(?:thực\s+hiện|nghiêm(?:\s+túc)?|hiệu\s+quả|có\s+hiệu\s+quả|đầy\s+đủ|tốt|kịp\s+thời|của|tại|các))*\s*$"
)
"""What leads to a document that the draft carries out."""
_MOST = 5
"""Documents that one finding names."""

Full = Callable[[Citation], str]
"""The reference in full as the corpus knows it, "" where it does not."""


def completeness(draft: Draft, in_full: Full) -> Iterator[Fault]:
    """What references leave out or say again."""
    yield from _introductions(draft, in_full)
    yield from _repetitions(draft)
    yield from _bases(draft)


def _introductions(draft: Draft, in_full: Full) -> Iterator[Fault]:
    named: set[tuple[str, str]] = set()
    for citation in draft.citations:
        identity = citation.reference.identity
        if citation.is_law or not citation.number or citation.reference.is_short:
            continue
        first = identity not in named
        named.add(identity)
        if not first or not citation.is_running or _LISTED.match(citation.span.of(draft.text)):
            continue
        if citation.part == "bases" and _OPENS.match(citation.before):
            lacking = lacking_as_base(citation.mention, citation.behind, citation.behind)
        else:
            lacking = lacking_at_first(citation.mention, citation.before, citation.behind)
        if lacking:
            message = f"{citation.name} viện dẫn lần đầu chưa ghi {listed(lacking)}."
            full = in_full(citation)
            suggestion = f"Hãy ghi: {full}." if full else f"Hãy ghi thêm {listed(lacking)}."
            yield Fault("cite.introduction", citation.span, message, suggestion)


def _repetitions(draft: Draft) -> Iterator[Fault]:
    """References in full to what was cited so before; one finding for a document. An appendix is read by itself."""
    ends = next((part.span.start for part in draft.parts if part.name == "appendix_title"), len(draft.text))
    told: set[tuple[str, str]] = set()
    again: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in draft.citations:
        running = citation.is_running or (citation.part == "letterhead" and not citation.is_inner)
        if citation.is_law or not citation.number or not citation.is_full or citation.span.start >= ends or not running:
            continue
        identity = citation.reference.identity
        if identity in told and citation.part == "body":
            again[identity].append(citation)
        if citation.part != "letterhead":
            told.add(identity)
    for several in again.values():
        places = f"{len(several)} chỗ sau lại" if len(several) > 1 else "ở đây lại"
        message = f"{several[0].name} đã viện dẫn đầy đủ ở trên, {places} ghi đầy đủ."
        suggestion = f"Các lần sau chỉ cần ghi: {several[0].name}."
        yield Fault("cite.repetition", several[0].span, message, suggestion)


def _bases(draft: Draft) -> Iterator[Fault]:
    """Documents that the text carries out and the bases do not name; one finding for all."""
    named = {one.reference.identity for one in draft.citations if one.part in ("letterhead", "bases")}
    if draft.about.kind == "CV" or not any(one.part == "bases" for one in draft.citations):
        return
    left: dict[tuple[str, str], Citation] = {}
    for citation in draft.citations:
        identity = citation.reference.identity
        if citation.is_law or not citation.number or citation.part != "body" or not citation.is_running:
            continue
        if identity not in named and _CARRIED_OUT.search(citation.before):
            left.setdefault(identity, citation)
    if left:
        names = [citation.name for citation in left.values()]
        shown = listed(names) if len(names) <= _MOST else f"{', '.join(names[:_MOST])} …"
        message = f"Phần nội dung giao thực hiện {shown}, căn cứ ban hành không nêu."
        suggestion = "Hãy xem có cần bổ sung vào căn cứ không."
        yield Fault("cite.base", next(iter(left.values())).span, message, suggestion)
