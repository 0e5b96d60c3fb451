"""What the corpus knows of the documents that a draft names: their titles, their days, whether they are in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.citations.agreement import comparable, differ, title_words
from drafter.citations.draft import Citation, Draft
from drafter.citations.rules import Fault
from drafter.corpus import Entry, Standing
from drafter.nlp.citing import full, short, subject_of
from drafter.nlp.kinds import kind_name
from drafter.nlp.written import day

_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_SHORTEST = 3
"""Words of a title that is compared."""
_CHANGED = re.compile(
    r"sửa\s+đổi|bổ\s+sung|thay\s+thế|hết\s+hiệu\s+lực|bãi\s+bỏ|đính\s+chính|hợp\s+nhất", re.IGNORECASE
)
"""The draft says itself that the document changed, or changes it."""


@dataclass(frozen=True, slots=True)
class Records:
    """The stored documents of a draft's citations, and whether they are in force."""

    entries: Mapping[Citation, Entry]
    standings: Mapping[int, Standing]

    def in_full(self, citation: Citation) -> str:
        """The reference in full as the corpus knows it, "" where it does not know all."""
        entry = self.entries.get(citation)
        if entry is None or not (entry.date and entry.issuer and entry.title) or entry.issuer.isupper():
            return ""
        return full(entry.kind, entry.number, entry.date, entry.issuer, entry.title)


def against(draft: Draft, records: Records) -> Iterator[Fault]:
    """Where the draft says something else than the corpus, and what is in force no more; each document once."""
    told: set[tuple[str, int]] = set()
    for citation in draft.citations:
        entry = records.entries.get(citation)
        if entry is None:
            continue
        standing = records.standings.get(entry.id)
        faults = [*_title(draft, citation, entry), *_date(citation, entry)]
        faults += _force(draft, citation, standing) if standing else []
        for fault in faults:
            if (fault.rule, entry.id) not in told:
                told.add((fault.rule, entry.id))
                yield fault


def _title(draft: Draft, citation: Citation, entry: Entry) -> Iterator[Fault]:
    if citation.is_law or not entry.title or "title" in entry.doubts:
        return
    ours = title_words(draft, citation)
    stored = subject_of(entry.title, kind_name(entry.kind))
    theirs = comparable(stored)
    if min(len(ours), len(theirs)) < _SHORTEST or not differ(ours, theirs) or _holds(ours, theirs):
        return
    message = f"{citation.name} ghi trích yếu khác văn bản trong kho (“{stored}”)."
    suggestion = "Hãy đối chiếu văn bản gốc, ghi đúng số, ký hiệu và trích yếu."
    yield Fault("cite.mismatch", citation.span, message, suggestion)


def _holds(ours: list[str], theirs: list[str]) -> bool:
    """Whether one title stands in the other: a corpus keeps some without their first or last words."""
    short_one, long_one = sorted((" ".join(ours), " ".join(theirs)), key=len)
    return f" {short_one} " in f" {long_one} "


def _date(citation: Citation, entry: Entry) -> Iterator[Fault]:
    date = citation.mention.date
    year = _YEAR.search(citation.number)
    if year and not date[:4] == year[1] == entry.date[:4]:
        return  # told by the number already, or the corpus is wrong
    if not date or not entry.date or entry.date.startswith(date) or "date" in entry.doubts or citation.is_law:
        return
    message = f"{citation.name} ghi ngày {day(date)}; văn bản trong kho ghi ngày {day(entry.date)}."
    yield Fault("cite.mismatch", citation.span, message, "Hãy đối chiếu ngày với văn bản gốc.")


def _force(draft: Draft, citation: Citation, standing: Standing) -> Iterator[Fault]:
    if standing.status == "in_force" or (draft.not_before and standing.since > draft.not_before):
        return
    if _CHANGED.search(citation.before) or _CHANGED.search(citation.behind) or citation.is_quoted:
        return
    name = citation.name if citation.number else _law_name(draft, citation)
    since = f" từ ngày {day(standing.since)}" if standing.since else ""
    by = short("", standing.by).removeprefix("Văn bản số ") if standing.by else ""
    if standing.status == "amended":
        message = f"{name} đã được sửa đổi, bổ sung{f' bởi văn bản số {by}' if by else ''}{since}."
        yield Fault("cite.force", citation.span, message, "Hãy xem nội dung dẫn chiếu còn đúng không.", severity="info")
    elif standing.status == "replaced":
        message = f"{name} đã bị thay thế{f' bởi văn bản số {by}' if by else ''}{since}."
        suggestion = f"Hãy dẫn chiếu văn bản số {by}." if by else "Hãy dẫn chiếu văn bản thay thế."
        yield Fault("cite.force", citation.span, message, suggestion)
    else:
        message = f"{name} đã hết hiệu lực{since}."
        yield Fault("cite.force", citation.span, message, "Hãy bỏ hoặc dẫn chiếu văn bản còn hiệu lực.")


def _law_name(draft: Draft, citation: Citation) -> str:
    title = citation.mention.title
    return " ".join(f"{kind_name(citation.mention.kind)} {title.of(draft.text) if title else ''}".split())
