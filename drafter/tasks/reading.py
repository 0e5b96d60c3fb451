"""The tasks of a document, from the sections that assign work and from the tables of its annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from drafter.document import Document, Span
from drafter.nlp.deadlines import Deadline, deadline
from drafter.nlp.duties import Field, duty, names_in, output
from drafter.nlp.items import Rank
from drafter.nlp.letterhead import letterhead_of
from drafter.nlp.parts import parts_of
from drafter.tasks.choosing import is_detail, is_task, is_title, section_sort
from drafter.tasks.material import Material
from drafter.tasks.tables import table_tasks
from drafter.tasks.values import Task

PLANNING = frozenset({"", "KH", "CTr", "CT", "QĐ", "CĐ", "PA", "ĐA", "NQ", "KL", "HD"})
"""The kinds of documents that assign work; "" for a text that does not tell its kind."""
BY_ARTICLES = frozenset({"QĐ", "NQ"})
"""Kinds in articles, which assign openly; their tasks stand in no section."""
_PLANS = re.compile(r"kế hoạch|chương trình|đề án|phương án|chiến lược|nhiệm vụ(?!,)|chiến dịch", re.IGNORECASE)
_PERIOD = re.compile(r"[Tt]hời gian\b(?!.*(?:hồ sơ|khen thưởng|trình|báo cáo|nộp))[^:.;]{0,60}:\s*")
_LONGEST_DEADLINE = 60
"""Characters of a field for the time that are shown whole."""
_COMMON = re.compile(
    r"(?:các|toàn\s+bộ|mọi|tất\s+cả(?:\s+các)?|những)\s+(?:nhiệm\s+vụ|nội\s+dung|công\s+việc|việc"
    r"|phần\s+việc)\b[^.;]{0,120}?(?:hoàn\s+thành|xong|kết\s+thúc)\b"
    r"|(?:kế\s+hoạch|chỉ\s+thị|chương\s+trình)\s+này[^.;]{0,80}?(?:hoàn\s+thành|xong|kết\s+thúc)\b"
    r"|^\s*hoàn\s+thành\s+(?:trước|trong|xong|chậm)",
    re.IGNORECASE,
)


def subject_of(document: Document) -> str:
    """What the document is about, by its letterhead; its name where it has none."""
    return letterhead_of(document).subject or document.name


@lru_cache(maxsize=2)
def tasks_of(document: Document) -> tuple[Task, ...]:
    """The tasks that a document assigns, in its order; none of a letter, a report, a normative document.

    Who asks again for the same document is answered at once.
    """
    head = letterhead_of(document)
    kind = head.titled or head.kind
    if head.regime == "qppl" or kind not in PLANNING:
        return ()
    found = (*table_tasks(document), *_item_tasks(Material(document, kind)))
    if kind in BY_ARTICLES and not _PLANS.search(head.subject):
        # What a decision promulgates otherwise are rules and standing duties.
        ends = (part.span.start for part in parts_of(document) if part.name in ("signature", "recipients"))
        end = next(ends, len(document.text))
        found = tuple(task for task in found if task.in_table or (not task.section and task.span.start < end))
    return tuple(sorted(found, key=lambda task: (task.span.start, task.span.end)))


def _item_tasks(material: Material) -> Iterator[Task]:
    common = _common_deadline(material)
    for at in range(len(material.items)):
        if is_task(material, at):
            task = _task(material, at)
            loose = not task.deadline or (task.deadline_vague and task.deadline.lower() != "định kỳ")
            yield replace(task, deadline=common, deadline_vague=False) if common and loose else task


def _task(material: Material, at: int) -> Task:
    item, named, said = material.items[at], material.duty(at), material.said(at)
    span = _span(material, at)
    leads, helping, chairs = named.lead, named.cooperate, named.chairs
    if not named.begins and (fielded := _people(said, "lead")):
        leads, chairs = fielded, True
    above, called = _leads_above(material, at)
    # Under a heading that names somebody, "các dự án do Bộ Công an chủ trì" only describes.
    if above and (not leads or (not named.begins and f"do {leads[0]}" in item.words)):
        leads, chairs = above, called
    helping = (*helping, *_people(said, "cooperate"))
    due, vague = _due(material, at, said)
    return Task(
        span,
        span.of(material.document.text),
        leads,
        tuple(name for name in dict.fromkeys(helping) if name not in leads),
        due,
        vague,
        _text(said, "output") or output(item.words, material.hidden(at)),
        chairs,
        _section(material, at),
    )


def _span(material: Material, at: int) -> Span:
    """Where the task stands, without its label."""
    span = material.items[at].span
    label = re.match(r"[^:]*:\s*", span.of(material.document.text)) if material.task_field(at) else None
    return Span(span.start + label.end(), span.end) if label else span


def _leads_above(material: Material, at: int) -> tuple[tuple[str, ...], bool]:
    """The leads that the nearest heading names, and whether it says that they lead."""
    for above in material.above(at):
        if leads := material.heading_leads(above):
            return leads, False
        named = material.duty(above)
        if named.lead and (named.begins or named.chairs) and material.items[above].rank > Rank.roman:
            return named.lead, named.chairs
    return (), False


def _due(material: Material, at: int, said: Sequence[Field]) -> tuple[str, bool]:
    """The deadline of a task and whether it is vague: its field's, its own, or that of a heading over it."""
    if value := _text(said, "deadline"):
        found = deadline(value, alone=True)
        due = found.span.of(value) if found and len(value) > _LONGEST_DEADLINE else value
        return due, found is None or found.vague
    words = material.items[at].words
    own = material.deadline(at)
    if own and not own.vague:
        return own.span.of(words), False
    for below in material.below[at]:
        if is_detail(material, below) and (more := material.deadline(below)) and not more.vague:
            return more.span.of(material.items[below].words), False
    for above in material.above(at):
        holder = material.items[above]
        given = material.deadline(above) if holder.rank > Rank.roman and is_title(material, above) else None
        # A period there ("kế hoạch hằng năm") is the heading's own.
        if given and not given.vague and re.search(r"\d", given.span.of(holder.words)):
            return given.span.of(holder.words), False
    return (own.span.of(words), True) if own else ("", False)


def _common_deadline(material: Material) -> str:
    """The date by which everything is to be done, from a section on time or from a sentence on all tasks."""
    for at, item in enumerate(material.items):
        if common := _COMMON.search(item.words):
            found = deadline(material.hidden(at)[common.end() : common.end() + 60])
            words = item.words[common.end() :]
        else:
            found, words = _period(material, at)
        if found and not found.vague:
            return found.span.of(words)
    return ""


def _period(material: Material, at: int) -> tuple[Deadline | None, str]:
    """The time of the whole document that an item says, and the words that say it."""
    item = material.items[at]
    outer = item.above < 0 or material.items[item.above].rank <= Rank.roman
    if outer and item.rank < Rank.plain and (label := _PERIOD.match(item.words)):
        words = item.words[label.end() :] or " ".join(material.items[one].words for one in material.below[at])
        return deadline(words, alone=True), words
    on_time = item.rank > Rank.roman and section_sort(material, at) == "dates"
    return (material.deadline(at) if on_time else None), item.words


def _section(material: Material, at: int) -> Span | None:
    """The title of the largest section that holds an item; an article of a decision is none."""
    holders = list(material.above(at))
    if holders and material.kind in BY_ARTICLES and material.items[holders[-1]].rank is Rank.chapter:
        return None
    return material.items[holders[-1]].span if holders and is_title(material, holders[-1]) else None


def _people(said: Sequence[Field], label: str) -> tuple[str, ...]:
    """The names of the fields of a label; "A chủ trì, phối hợp với B" names both."""
    found: list[str] = []
    for one in said:
        told = duty(one.value) if one.label == "lead" and re.search(r"chủ trì|phối hợp", one.value) else None
        if told and told.lead:
            found += told.lead if label == "lead" else told.cooperate
        elif one.label == label:
            found += names_in(one.value)
    return tuple(dict.fromkeys(found))


def _text(said: Sequence[Field], label: str) -> str:
    return next((one.value for one in said if one.label == label and one.value), "")
