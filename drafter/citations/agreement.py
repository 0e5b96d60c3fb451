"""Whether the references to one document agree: on its number, its date and its title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from drafter.citations.draft import Citation, Draft
from drafter.citations.naming import is_misnamed
from drafter.citations.rules import Fault
from drafter.nlp.folding import key, toneless
from drafter.nlp.issuers import is_same_office
from drafter.nlp.references import bare_number
from drafter.nlp.written import day

_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_CENTRAL = re.compile(r"(?:[-/](?:CP|TTg|TW|VPCP|QH\d+|UBTVQH\d+|TANDTC|NHNN|B[A-ZĐ]{1,8}))$")
"""Offices of which there is one: its numbers of a year name one document each."""
_LEADS = re.compile(toneless(r"(?:(?:về việc|về|v v|ban hành|phê duyệt|quy định) )+"))
_DAYS = re.compile(toneless(r"ngày \d+ (?:tháng )?\d+ (?:năm )?\d{4} ?"))
_INNER_ISSUER = re.compile(toneless(r"(\b\d+\w+) của .{3,60}?(?= (?:về|ban hành|quy định|phê duyệt)\b)"))
"""Who issued a document that the title names: said or not."""
_PASSED_OVER = frozenset(toneless("số về việc").split())
_SYMBOL = re.compile(r"\d[\w.]*\s?[/-](?=[\d/-]*[a-zđ])[\w/-]+")
_SHORTENED = re.compile(r"\(\s*[A-ZĐ][\w&.-]{1,14}\s*\)")
"""An abbreviation that the draft opens within a title."""
_NO_TITLE = re.compile(r"[Vv]ề(?:\s+việc)?\s*[“\"]")
"""What is quoted from a document rather than its title: "Nghị định số … về việc “công khai …”"."""
_PROVISION = re.compile(r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hụ\s+lục)\s+[\w.]+\s*,?\s*(?:của\s+)?$")
"""What a single article says is told behind the document, not the document's title."""
_SHORTEST = 5
"""Words of a title by which a document is told."""
_AGAIN = 3
"""Words in common behind a difference: the titles go on alike. Fewer: one ended, the sentence goes on."""


def agreement(draft: Draft) -> Iterator[Fault]:
    """Where one document has two numbers, dates or titles."""
    cited = [one for one in draft.citations if one.number and not one.reference.is_short]
    by_number: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in cited:
        by_number[citation.reference.identity].append(citation)
    for several in by_number.values():
        yield from _dates(several)
        yield from _titles(draft, several)
    yield from _symbols(draft, [one for one in cited if not is_misnamed(draft, one)])


def are_one(one: Citation, other: Citation) -> bool:
    """Whether two references with one number are to one document: local offices number each for itself."""
    dates = one.mention.date, other.mention.date
    if all(dates) and dates[0][:4] != dates[1][:4]:
        return bool(_YEAR.search(one.number))
    if _CENTRAL.search(one.number):
        return True
    issuers = one.mention.issuer, other.mention.issuer
    if all(issuers):
        return is_same_office(*issuers)
    return all(dates) and dates[0] == dates[1]


def _dates(several: Sequence[Citation]) -> Iterator[Fault]:
    known: list[Citation] = []
    for citation in several:
        date = citation.mention.date
        if len(date) != 10:
            continue
        year = _YEAR.search(citation.number)
        if year and year[1] != date[:4]:
            message = f"{citation.name} ghi ngày {day(date)}, khác năm {year[1]} trong số, ký hiệu."
            yield Fault("cite.date", citation.span, message, "Hãy đối chiếu văn bản gốc rồi sửa ngày hoặc số.")
            continue
        other = next((one for one in known if one.mention.date != date and are_one(one, citation)), None)
        if other:
            message = f"{citation.name} ghi ngày {day(date)}, chỗ khác ghi ngày {day(other.mention.date)}."
            yield Fault("cite.date", citation.span, message, "Hãy đối chiếu văn bản gốc, ghi một ngày thống nhất.")
        else:
            known.append(citation)


def _titles(draft: Draft, several: Sequence[Citation]) -> Iterator[Fault]:
    known: list[Citation] = []
    told: set[str] = set()
    for citation in several:
        words = title_words(draft, citation)
        if len(words) < _SHORTEST or citation.is_law:
            continue
        others = [one for one in known if are_one(one, citation)]
        if " ".join(words) in told:
            continue
        if others and all(differ(title_words(draft, one), words) for one in others):
            message = f"{citation.name} ghi trích yếu khác chỗ khác trong dự thảo (“{_said(draft, others[0])}”)."
            suggestion = "Hãy đối chiếu văn bản gốc, ghi một trích yếu thống nhất."
            told.add(" ".join(words))
            yield Fault("cite.title", citation.span, message, suggestion)
        else:
            known.append(citation)


def title_words(draft: Draft, citation: Citation) -> list[str]:
    """The words of a title as titles are compared; none where it has none."""
    title = citation.mention.title
    said = title.of(draft.text) if title else ""
    named = citation.mention.date or citation.mention.issuer or said[:2].casefold() == "về"
    if not named or _NO_TITLE.match(said) or _PROVISION.search(citation.before):
        return []
    return comparable(said)


def comparable(title: str) -> list[str]:
    """The words of a title in small letters without tone marks, what only leads in, days of other documents, marks."""
    plain = _SYMBOL.sub(lambda found: re.sub(r"\W", "", found[0]), key(_SHORTENED.sub(" ", title)))
    words = _DAYS.sub("", " ".join(re.findall(r"\w+", plain)))
    words = _INNER_ISSUER.sub(r"\1", _LEADS.sub("", words, count=1))
    return [word for word in words.split() if word not in _PASSED_OVER]


def differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two titles are not one: they begin otherwise, or differ and go on alike.

    Nothing marks in prose where a title ends: what follows a common beginning may be the sentence.
    """
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    begin = blocks[0].size if blocks[0].a == blocks[0].b == 0 else 0
    if begin == min(len(one), len(other)):
        return False
    later = max((block.size for block in blocks[1 if begin else 0 :]), default=0)
    return begin < _AGAIN or later >= _AGAIN


def _said(draft: Draft, citation: Citation) -> str:
    title = citation.mention.title
    said = " ".join(title.of(draft.text).split()) if title else ""
    return said if len(said) <= 90 else f"{said[:85].rsplit(' ', 1)[0]} …"


def _symbols(draft: Draft, cited: Sequence[Citation]) -> Iterator[Fault]:
    """Two numbers of one document: of one day and title, or alike but for the dashes and the year."""
    known: list[Citation] = []
    told: set[frozenset[str]] = set()
    for citation in cited:
        if len(citation.mention.date) != 10 or citation.is_law:
            continue
        number = bare_number(citation.number)
        others = (one for one in known if bare_number(one.number) != number)
        other = next((one for one in others if _is_same_document(draft, one, citation)), None)
        if other and (pair := frozenset((number, bare_number(other.number)))) not in told:
            told.add(pair)
            message = f"{citation.name} và {other.name} có vẻ là một văn bản, ghi hai số, ký hiệu."
            suggestion = "Hãy đối chiếu văn bản gốc, ghi một số, ký hiệu thống nhất."
            yield Fault("cite.symbol", citation.span, message, suggestion)
        known.append(citation)


def _is_same_document(draft: Draft, one: Citation, other: Citation) -> bool:
    if one.mention.date != other.mention.date:
        return False
    issuers = one.mention.issuer, other.mention.issuer
    if all(issuers) and not is_same_office(*issuers):
        return False
    if _skeleton(one.number) == _skeleton(other.number):
        return True
    title = title_words(draft, one)
    if len(title) <= _SHORTEST or one.mention.kind != other.mention.kind or not all(issuers):
        return False
    titled = {bare_number(each.number) for each in draft.citations if title_words(draft, each) == title}
    # More than two with one title are the documents of a series.
    return title == title_words(draft, other) and len(titled) == 2


def _skeleton(number: str) -> str:
    """Figure and letters of a number without year and marks: 176/KH-UBND and 176-KH/UBND have one."""
    return re.sub(r"\W", "", _YEAR.sub("/", bare_number(number)))
