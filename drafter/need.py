"""Whether a document is needed at all: its own content, its own tasks, and what regulates its subject already.

Kết luận số 226-KL/TW: only documents that are really needed, none that copies a superior one; those below make tasks of
it for their own office. A hint with the figures that it rests on, never more: a reader decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from drafter.document import Document, Span
from drafter.nlp.citing import short
from drafter.nlp.kinds import family_of_number, kind_of_number
from drafter.nlp.letterhead import letterhead_of
from drafter.nlp.written import figure
from drafter.report import About, Checked, Finding, Severity, Shares, Source
from drafter.tasks.values import Task

_Hint = tuple[str, Severity, str]
"""Rule, severity, message."""

RULES = ("need.own", "need.covered")
UNSEEN = Checked(not_evaluated=RULES)
"""What is said where it cannot be told."""

_CARRYING_OUT = frozenset({"KH", "CTr", "CT", "QĐ", "HD", "PA", "ĐA"})
"""Kinds that carry out what others decided. Letters, reports, invitations are not asked whether they are needed."""
_LITTLE = 0.3
"""The share of own content below which a document is asked what it adds."""
_MUCH = 0.4
"""The part of a document that other documents have or regulate from which they are named."""
_SHORTEST = 1500
"""Characters; below, shares say nothing."""
_BASIS = (
    "Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư: “Chỉ ban hành văn bản khi thật cần thiết …, không ban"
    " hành văn bản mang tính sao chép"
    " lại nội dung văn bản của cấp trên”"
)
_OWN = (
    "Nội dung riêng của đơn vị chỉ chiếm {own}, chép lại {copied}, {tasks} (so với {stored} văn bản trong kho); "
    "hãy cân nhắc không ban hành, mà {instead} hoặc giao việc bằng công văn."
)
_COVERED = (
    "Khoảng {share} văn bản này trùng với {name} (so với {stored} văn bản trong kho); hãy cân nhắc sửa đổi,"
    " bổ sung văn bản ấy thay vì ban hành văn bản mới."
)


def need(
    document: Document, about: About, shares: Shares, tasks: Sequence[Task], findings: Sequence[Finding], stored: int
) -> Checked:
    """At most two hints at the document's title: that it has too little of its own, and what covers it already.

    `findings` are those of the other checks: copied passages are told by their source, overlap by its rule "overlap.…".
    `stored` counts the documents compared with. Not evaluated where that is none, and where the document is short,
    normative, or of a kind that carries nothing out.
    """
    sensible = about.regime in ("nd30", "hd05") and about.kind in _CARRYING_OUT and about.characters >= _SHORTEST
    if not (stored and sensible):
        return UNSEEN
    copied = [one for one in findings if one.rule.startswith("reuse.") and one.source and one.severity != "info"]
    own = [task for task in tasks if not _is_copied(task.span, copied)]
    title = _title(document)
    hints = [*_own(shares, own, copied, stored), *_covered(about, findings, stored)]
    made = (
        Finding(rule, severity, title.start, title.end, title.of(document.text), message, basis=_BASIS)
        for rule, severity, message in hints
    )
    return Checked(tuple(made), RULES)


def _title(document: Document) -> Span:
    """The last line of the letterhead, where the subject ends; the first line of a text without."""
    end = letterhead_of(document).span.end
    lines = [one for one in re.finditer(r"[^\n]*\S[^\n]*", document.text) if not end or one.start() < end]
    return Span(*lines[-1 if end else 0].span()).trimmed(document.text)


def _own(shares: Shares, own: Sequence[Task], copied: Sequence[Finding], stored: int) -> Iterator[_Hint]:
    """A warning where no task is the office's own, a hint where there are few."""
    if shares.own >= _LITTLE or shares.copied < shares.own or len(own) > 3:
        return
    source = _largest(copied)
    message = _OWN.format(
        own=_percent(shares.own),
        copied=_percent(shares.copied),
        tasks=f"có {len(own)} nhiệm vụ riêng" if own else "không có nhiệm vụ nào của riêng đơn vị",
        stored=figure(stored),
        instead=f"sao gửi {_name(source)}" if source else "sao gửi văn bản cấp trên",
    )
    yield "need.own", "info" if own else "warning", message


def _covered(about: About, findings: Iterable[Finding], stored: int) -> Iterator[_Hint]:
    """What overlaps most with the document, where that is much."""
    spans: dict[int, list[Span]] = defaultdict(list)
    sources: dict[int, Source] = {}
    for found in findings:
        if found.rule.startswith("overlap.") and found.source:
            spans[found.source.id].append(found.span)
            sources[found.source.id] = found.source
    measured = [(_length(held) / about.characters, id_) for id_, held in spans.items()]
    if measured and (most := max(measured))[0] >= _MUCH:
        name = _name(sources[most[1]])
        yield "need.covered", "info", _COVERED.format(share=_percent(most[0]), name=name, stored=figure(stored))


def _is_copied(span: Span, copied: Iterable[Finding]) -> bool:
    """Whether most of a task stands in copied passages."""
    covered = sum(max(0, min(span.end, found.end) - max(span.start, found.start)) for found in copied)
    return covered * 2 > len(span)


def _largest(copied: Iterable[Finding]) -> Source | None:
    """The document that most was copied from."""
    lengths: dict[int, int] = defaultdict(int)
    sources: dict[int, Source] = {}
    for found in copied:
        if found.source:
            lengths[found.source.id] += len(found.span)
            sources[found.source.id] = found.source
    return sources[max(lengths, key=lambda id_: lengths[id_])] if lengths else None


def _length(spans: Iterable[Span]) -> int:
    """The characters that some spans cover."""
    reached = covered = 0
    for span in sorted(spans):
        covered += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return covered


def _name(source: Source) -> str:
    if not family_of_number(source.number):
        return source.title or source.name
    return short(kind_of_number(source.number), source.number)


def _percent(share: float) -> str:
    return f"{round(share * 100)}%"
