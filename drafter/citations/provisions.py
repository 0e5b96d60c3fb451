"""References of a draft to its own articles, clauses and appendices that are not there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.citations.draft import Draft
from drafter.citations.rules import Fault
from drafter.document import Span
from drafter.nlp.citing import listed
from drafter.nlp.folding import Folded, fold
from drafter.nlp.kinds import kind_named
from drafter.nlp.titles import KIND

_HEAD = re.compile(
    r"^[^\w\n]{0,4}(?:Điều|ĐIỀU)\s+(?P<figure>\d{1,3}[a-zđ]?)\s*(?:[.:]|$)"
    r"|\s(?:Điều|ĐIỀU)\s+(?P<inline>\d{1,3}[a-zđ]?)\s?[.:]\s+(?=[^\W\d_a-z])",
    re.MULTILINE,
)
_CLAUSE = re.compile(r"^[^\w\n]{0,4}(?P<figure>\d{1,2}[a-zđ]?)\s?[.)](?=\s)", re.MULTILINE)
_CLAUSE_INLINE = re.compile(r"(?:Điều|ĐIỀU)\s+\d{1,3}[a-zđ]?\s*[.:]\s*(?P<figure>1)\s?[.]\s")
_ITEM = r"\d{1,3}[a-zđ]?(?!\w)"
_THIS = re.compile(rf"\b(?P<what>Điều|{KIND}|Luật|Bộ\s+luật|Pháp\s+lệnh)\s+này(?!\w)")
_PIECE = re.compile(r"[^\s,;]+|[,;]")
_OF_CHAIN = re.compile(r"(?i:điểm|khoản|điều|các|và|hoặc|đến|của)|\d{1,3}[a-zđ]?|[a-zđ]|[,;]")
"""What a chain such as "điểm a, b khoản 2 Điều 5 và Điều 6 của" is made of."""
_REACH = 200
"""Characters in front of "Quyết định này" in which a chain begins."""
_DIEU = re.compile(rf"[Đđ]iều\s+(?P<figures>{_ITEM}(?:\s*(?:,|và|hoặc)\s+{_ITEM})*)")
_KHOAN_OF_DIEU = re.compile(
    rf"[Kk]hoản\s+(?P<figures>{_ITEM}(?:\s*(?:,|và|hoặc)\s+{_ITEM})*)\s+[Đđ]iều\s+(?P<dieu>{_ITEM})"
)
_KHOAN_AT_END = re.compile(rf"[Kk]hoản\s+(?P<figures>{_ITEM}(?:\s*(?:,|và|hoặc)\s+{_ITEM})*)\s*$")
_ANNEX = re.compile(
    r"""\b(?P<name>(?:Phụ\s+lục|PHỤ\s+LỤC)\s+(?:(?:số|SỐ)\s+)?(?P<figure>[IVX]{1,5}|\d{1,2})[a-zđ]?)(?!\w)
    (?=(?P<behind>[^.;]{0,80}))""",
    re.VERBOSE,
)
_ANNEX_HEAD = re.compile(
    r"^[^\w\n]{0,4}(?:PHỤ\s+LỤC|Phụ\s+lục)(?:\s+(?:số|SỐ))?(?:[^\S\n]+(?P<figure>[IVX]{1,5}|\d{1,2}))?[a-zđ]?(?!\w)[^\n]*(?<![.;])$",
    re.MULTILINE,
)
_OWN = re.compile(
    rf"""\s*(?:\(?\s*(?:ban\s+hành\s+|đính\s+)?kèm(?:\s+theo)?\s*(?:(?P<what>{KIND})\s+này)?\s*(?:[),;]|\n\s*\n|\Z)
    | (?:của\s+)?(?P<whose>{KIND})\s+này | \)\s*(?:[,\n]|\Z))""",
    re.VERBOSE,
)
_WITHOUT_ARTICLES = frozenset({"KH", "CTr", "TB", "BC", "CV", "TTr", "HD", "KL", "PA", "ĐA"})
"""Kinds that are not divided into articles."""
_AMENDS = re.compile(r"(?:[Vv]ề\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung)", re.IGNORECASE)
"""What amends another document says "Nghị định này" of that one, over pages of quotation."""
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class _Articles:
    """The articles of a text and their clauses; those of what it encloses count with it."""

    starts: list[int]
    figures: list[str]
    clauses: dict[str, set[str]]
    """By article; articles without clauses have none."""

    def at(self, place: int) -> str:
        """The article that holds a place; "" above the first."""
        found = bisect_right(self.starts, place) - 1
        return self.figures[found] if found >= 0 else ""


def provisions(draft: Draft) -> Iterator[Fault]:
    """References to what the draft does not have; of a PDF or scan, which may have lost lines, none."""
    if draft.document.origin in ("pdf", "scan"):
        return
    folded = fold(draft.text)
    if not _AMENDS.match(draft.about.subject):
        yield from _dieu(draft, folded)
    yield from _annexes(draft, folded)


def _articles(draft: Draft, folded: Folded) -> _Articles:
    heads = [one for one in _HEAD.finditer(folded.text) if not draft.is_quoted(_raw(folded, one.end()))]
    clauses: dict[str, set[str]] = {}
    ends = [one.start() for one in heads[1:]] + [len(folded.text)]
    for head, end in zip(heads, ends, strict=False):
        known = clauses.setdefault(_figure(head), set())
        known |= {one["figure"] for one in _CLAUSE.finditer(folded.text, head.end(), end)}
        known |= {one["figure"] for one in _CLAUSE_INLINE.finditer(folded.text, head.start(), end)}
    return _Articles([one.start() for one in heads], [_figure(one) for one in heads], clauses)


def _dieu(draft: Draft, folded: Folded) -> Iterator[Fault]:
    articles = _articles(draft, folded)
    if not articles.figures and draft.about.kind not in _WITHOUT_ARTICLES:
        return  # their heads may only not have been seen
    for found in _THIS.finditer(folded.text):
        begin = _chain_start(folded.text, found.start())
        span = folded.raw(begin, found.end())
        if begin == found.start() or draft.is_quoted(span.start) or _is_of_another(draft, found["what"]):
            continue
        chain = folded.text[begin : found.start()].removesuffix("của ").strip()
        if found["what"] == "Điều":
            left = _missing_clauses(articles, articles.at(found.start()), _KHOAN_AT_END.search(chain))
        else:
            left = [f"Điều {figure}" for figure in _listed(_DIEU, chain) if figure not in articles.clauses]
            for one in _KHOAN_OF_DIEU.finditer(chain):
                left += _missing_clauses(articles, one["dieu"], one)
        if left:
            message = f"“{' '.join(span.of(draft.text).split())}”: dự thảo không có {', '.join(left)}."
            yield Fault("cite.provision", span, message, "Hãy dẫn lại đúng điều, khoản của dự thảo.")


def _is_of_another(draft: Draft, what: str) -> bool:
    """Whether "Nghị định này" in a decision is what another document says of itself."""
    named = kind_named(" ".join(what.split()))
    own = draft.about.kind
    return bool(named and own) and "normative" in named.families and named.symbol != own  # type: ignore[union-attr]


def _chain_start(text: str, at: int) -> int:
    """Where the chain of points, clauses and articles begins that ends at `at`; `at` for none."""
    begin = at
    for piece in reversed(list(_PIECE.finditer(text, max(0, at - _REACH), at))):
        if not _OF_CHAIN.fullmatch(piece[0]):
            break
        if piece[0].casefold() in ("điểm", "khoản", "điều"):
            begin = piece.start()
    return begin


def _missing_clauses(articles: _Articles, dieu: str, found: re.Match[str] | None) -> list[str]:
    """The clauses of an own article that it has not; of a place above all articles nothing is said."""
    if found is None or dieu not in articles.clauses:
        return []
    figures = re.findall(_ITEM, found["figures"])
    return [f"khoản {figure} Điều {dieu}" for figure in figures if figure not in articles.clauses[dieu]]


def _listed(pattern: re.Pattern[str], chain: str) -> list[str]:
    return [figure for found in pattern.finditer(chain) for figure in re.findall(_ITEM, found["figures"])]


def _annexes(draft: Draft, folded: Folded) -> Iterator[Fault]:
    """Numbered appendices that the draft speaks of as its own; where the file has none, they may lie in another."""
    heads = list(_ANNEX_HEAD.finditer(folded.text))
    there = {_value(head["figure"]) for head in heads if head["figure"]}
    own_lines = {head.start() for head in heads}
    left: dict[int, Span] = {}
    for found in _ANNEX.finditer(folded.text):
        value = _value(found["figure"])
        line = folded.text.rfind("\n", 0, found.start()) + 1
        if value in there or value in left or line in own_lines or not (own := _OWN.match(found["behind"])):
            continue
        span = folded.raw(found.start("name"), found.end("name"))
        what = own["what"] or own["whose"]
        if not draft.is_quoted(span.start) and not (what and _is_of_another(draft, what)):
            left[value] = span
    names = [" ".join(span.of(draft.text).split()) for span in left.values()]
    if there:
        suggestion = "Hãy dẫn lại đúng phụ lục, hoặc bổ sung phụ lục."
        for span, name in zip(left.values(), names, strict=True):
            yield Fault("cite.provision", span, f"Dự thảo không có {name}.", suggestion)
    elif left and not heads:
        message = f"Dự thảo nhắc {listed(names)} nhưng trong tệp không có phụ lục nào."
        suggestion = "Hãy kiểm tra phụ lục đã kèm ở tệp khác chưa."
        yield Fault("cite.provision", next(iter(left.values())), message, suggestion, severity="info")


def _figure(head: re.Match[str]) -> str:
    return head["figure"] or head["inline"]


def _value(figure: str) -> int:
    if figure.isdigit():
        return int(figure)
    values = [_ROMAN[letter] for letter in figure]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _raw(folded: Folded, at: int) -> int:
    return folded.raw(at, at).start
