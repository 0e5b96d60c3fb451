"""What of a document concerns an office: its tasks by who does them, and other passages that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drafter.document import Document, Span
from drafter.nlp.folding import key, toneless
from drafter.nlp.offices import Level, level_of
from drafter.nlp.outline import Outline
from drafter.nlp.parts import parts_of
from drafter.tasks.reading import tasks_of
from drafter.tasks.values import Task

How = Literal["leads", "helps", "named", "other"]
"""Whether the office is to do a task, is to help with it, is spoken of in the passage, or none of these."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A passage of a document, and what an office has to do with it."""

    span: Span
    text: str
    how: How
    locator: str
    """Where it stands: "gạch đầu dòng thứ 2 khoản 3 Mục III"; "" where the text has no numbers there."""
    heading: str
    """The nearest title over it, "" for none."""
    task: Task | None = None
    """None for a passage that is no task; such passages all speak of the office."""


# How documents speak of all offices of a sort, over `key` of the words.
_SORTS = {
    level: re.compile(toneless(pattern))
    for level, pattern in (
        (
            Level.commune,
            r"\bcấp xã\b|\b(?:các|mỗi|từng|mọi) (?:xã|phường|đặc khu)\b(?! hội)|\bxã, (?:phường|đặc khu)\b"
            r"|\bphường, xã\b|\b(?:các|mỗi|từng) địa phương\b|\b(?:cơ quan|đơn vị), địa phương\b|^địa phương\b",
        ),
        (
            Level.party_commune,
            r"\b(?:đảng ủy|đảng bộ|cấp ủy)(?: các)? (?:cấp )?(?:xã|phường)\b"
            r"|\b(?:đảng ủy|đảng bộ|cấp ủy) (?:cơ sở|trực thuộc|các cấp)\b|\bcác (?:cấp ủy|đảng ủy|đảng bộ)\b",
        ),
        (
            Level.department,
            r"\bsở, (?:ban|ngành)\b|\bcác sở\b|\bthủ trưởng các (?:cơ quan|đơn vị)\b|\bcác cơ quan, đơn vị\b",
        ),
        (Level.province, r"\bcấp tỉnh\b|\bcác tỉnh\b|\btỉnh, thành phố\b|\b(?:các|mỗi|từng) địa phương\b"),
        (Level.party_province, r"\btỉnh ủy, thành ủy\b|\bcác tỉnh ủy\b|\bcấp ủy trực thuộc trung ương\b"),
        (Level.ministry, r"\bbộ, (?:ban|ngành|cơ quan)\b|\bcác bộ\b"),
    )
}
_UNITS = re.compile(toneless(r"\b(?:các|mỗi|từng) (?:phòng|cơ quan|đơn vị|bộ phận)\b|\bphòng, ban\b"))
_IS_UNIT = re.compile(toneless(r"(?:phòng|văn phòng|trung tâm|trạm|ban|bộ phận)\b(?! thường vụ| chấp hành)"))
_PARTY = re.compile(toneless(r"\b(?:đảng ủy|đảng bộ|cấp ủy|chi bộ|mặt trận)\b"))
_OF_A_PLACE = re.compile(toneless(r" (?:xã(?! hội)|phường|đặc khu|thị trấn|tỉnh|thành phố) [^,;]+$"))
_COMMITTEE = re.compile(toneless(r"(?:ủy ban|hội đồng) nhân dân$|đảng (?:ủy|bộ)$|ban (?:thường vụ|chấp hành)"))
_SHORT = ((re.compile(r"\bubnd\b"), key("Ủy ban nhân dân")), (re.compile(r"\bhđnd\b"), key("Hội đồng nhân dân")))
_DASH = re.compile(r"[ \t]*[-–+•]\s")
_FEWEST = 6
"""Words of a passage; less is a title."""


class _Office:
    """How documents name an office: by its name, by its place, among all of its sort."""

    def __init__(self, name: str) -> None:
        self._name = _spelt_out(name)
        level = level_of(name)
        place = _OF_A_PLACE.search(self._name)
        self._place = place[0].strip() if place and level in (Level.commune, Level.party_commune) else ""
        alone = self._name[: place.start()] if place else ""
        self._alone = "" if not alone or _COMMITTEE.search(alone) else alone
        self._sort = _UNITS if _IS_UNIT.match(self._name) and level is Level.commune else _SORTS.get(level)
        self._of_the_state = level in (Level.commune, Level.province)

    def is_meant(self, name: str) -> bool:
        """Whether the name of who is to do something is the office's, or that of all of its sort."""
        said = _spelt_out(name)
        if self._named(said) or (self._place and said == self._place):
            return True
        return bool(self._sort and self._sort.search(said)) and not (self._of_the_state and _PARTY.search(said))

    def is_spoken_of(self, words: str) -> bool:
        said = _spelt_out(words)
        return (
            self._named(said)
            or bool(self._place and self._place in said)
            or bool(self._sort and self._sort.search(said))
        )

    def _named(self, said: str) -> bool:
        return bool(self._name) and (self._name in said or said == self._alone)


def concerns(document: Document, office: str) -> tuple[Concern, ...]:
    """The tasks of a document, and what else in its body speaks of the office or stands under its name, by their order.

    `office` is a name: "Ủy ban nhân dân xã Bản Mây". It leads where the text says so of it, or of all offices of its
    sort. What only speaks of it is mostly no order: a reader decides.
    """
    known = _Office(office)
    outline, text, tasks = Outline(document.text), document.text, tasks_of(document)
    found = [_concern(text, outline, task.span, _how(task, known), task) for task in tasks]
    titles = {heading.start for heading in outline.headings()}
    spans = [task.span for task in tasks]
    for span in _passages(document):
        if span.start in titles or len(span.of(text).split()) < _FEWEST or any(span.meets(one) for one in spans):
            continue
        if known.is_spoken_of(span.of(text)) or known.is_meant(outline.heading(span)):
            found.append(_concern(text, outline, span, "named", None))
    return tuple(sorted(found, key=lambda one: one.span))


def _how(task: Task, office: _Office) -> How:
    if any(map(office.is_meant, task.lead)):
        return "leads"
    if any(map(office.is_meant, task.cooperate)):
        return "helps"
    return "named" if office.is_spoken_of(task.text) else "other"


def _concern(text: str, outline: Outline, span: Span, how: How, task: Task | None) -> Concern:
    place = " ".join(filter(None, (_dash(text, span), outline.locator(span))))
    return Concern(span, span.of(text), how, place, outline.heading(span), task)


def _passages(document: Document) -> Iterator[Span]:
    bodies = [part.span for part in parts_of(document) if part.name == "body"]
    for paragraph in document.paragraphs:
        if paragraph.span and any(body.holds(paragraph.span) for body in bodies):
            yield paragraph.span.trimmed(document.text)


def _dash(text: str, span: Span) -> str:
    """Which of several dashes in a row a passage stands behind; "" for none, or the only one."""
    start = text.rfind("\n", 0, span.start) + 1
    if not _DASH.match(text, start):
        return ""
    above = 0
    while start and _DASH.match(text, before := text.rfind("\n", 0, start - 1) + 1):
        above, start = above + 1, before
    return f"gạch đầu dòng thứ {above + 1}" if above or _DASH.match(text, _line_after(text, span.end)) else ""


def _line_after(text: str, at: int) -> int:
    """Where the line begins that follows a place; the end of the text where there is none."""
    return text.find("\n", at) + 1 or len(text)


def _spelt_out(name: str) -> str:
    said = key(name)
    for pattern, words in _SHORT:
        said = pattern.sub(words, said)
    return said
