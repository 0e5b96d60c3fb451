"""The tasks of a document, from the sections that assign work and from the tables of its annexes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from drafter.document import Document, Span
from drafter.nlp.actions import is_action
from drafter.nlp.deadlines import Deadline, deadline, masked
from drafter.nlp.duties import Duty, Field, duty, fields, heading_leads, names_in, output
from drafter.nlp.folding import Folded, fold
from drafter.nlp.items import Item, Rank, items
from drafter.nlp.letterhead import recognise
from drafter.nlp.mentions import mentions
from drafter.nlp.parts import parts
from drafter.tasks.sections import Sort, sort_of
from drafter.tasks.tables import table_tasks
from drafter.tasks.values import Task

PLANNING = frozenset({"", "KH", "CTr", "CT", "QĐ", "CĐ", "PA", "ĐA", "NQ", "KL", "HD"})
"""The kinds of documents that assign work; "" for a text that does not tell its kind."""
_DIRECT = frozenset({"CT", "CĐ", "KL"})
"""Kinds whose numbered items assign work whatever stands above them."""
_TITLE_AT_MOST = 260
_FORMULA = re.compile(
    r"Trên đây là|Trong quá trình|Quá trình (?:tổ chức )?(?:triển khai|thực hiện)|(?:Kế hoạch|Quyết định|Chỉ thị"
    r"|Chương trình|Công điện|Nghị quyết) này (?:có hiệu lực|thay thế"
    r"|được|thực hiện)|Nếu có|(?:Căn cứ|Theo) (?:Luật|Nghị định|Quyết định|đề nghị)[^,]*;$|Nơi nhận|Người phụ trách:"
    r"|Kèm theo|Gồm|Bao gồm|Ví dụ|Lưu ý:|Ghi chú",
    re.IGNORECASE,
)
_CARRIES_OUT = re.compile(
    r"(?:chịu\s+trách\s+nhiệm|có\s+trách\s+nhiệm)?\s*(?:thi\s+hành|thực\s+hiện)\s+(?:Quyết\s+định|Nghị\s+quyết"
    r"|Chỉ\s+thị|Kế\s+hoạch|Công\s+điện)\s+này[\s./]*$"
)
_EXHORTS = re.compile(
    r"(?:yêu\s+cầu|đề\s+nghị)\s+.{0,200}?(?:nghiêm\s+túc|khẩn\s+trương|tích\s+cực"
    r"|quan\s+tâm)?,?\s*(?:tổ\s+chức\s+)?(?:triển\s+khai|thực\s+hiện)"
    r"(?:,?\s*(?:tổ\s+chức\s+)?thực\s+hiện)?(?:\s+(?:nghiêm\s+túc|có\s+hiệu\s+quả|hiệu\s+quả"
    r"|tốt))*(?:\s+(?:các\s+nội\s+dung\s+)?(?:Kế\s+hoạch|Chỉ\s+thị|Chương\s+trình)\s+này)?[\s./]*$",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"(?:các|toàn\s+bộ|mọi|tất\s+cả(?:\s+các)?|những)\s+(?:nhiệm\s+vụ|nội\s+dung|công\s+việc|việc"
    r"|phần\s+việc)\b[^.;]{0,120}?(?:hoàn\s+thành|xong|kết\s+thúc)\b"
    r"|(?:kế\s+hoạch|chỉ\s+thị|chương\s+trình)\s+này[^.;]{0,80}?(?:hoàn\s+thành|xong|kết\s+thúc)\b"
    r"|^\s*hoàn\s+thành\s+(?:trước|trong|xong|chậm)",
    re.IGNORECASE,
)


def subject_of(document: Document) -> str:
    """What the document is about, by its letterhead; its name where it has none."""
    return recognise(document.text, scanned=document.origin == "scan").subject or document.name


@lru_cache(maxsize=2)
def tasks_of(document: Document) -> tuple[Task, ...]:
    """The tasks that a document assigns, in its order; none of a letter, a report, a normative document.

    Who asks again for the same document is answered at once.
    """
    head = recognise(document.text, scanned=document.origin == "scan")
    kind = head.titled or head.kind
    if head.regime == "qppl" or kind not in PLANNING:
        return ()
    found = (*table_tasks(document), *_Reading(document, kind).tasks())
    return tuple(sorted(found, key=lambda task: (task.span.start, task.span.end)))


@dataclass
class _Reading:
    """The items of a document with what each says, read once."""

    document: Document
    kind: str
    _duties: dict[int, Duty] = field(default_factory=dict)
    _leads: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def folded(self) -> Folded:
        return fold(self.document.text)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        broken = self.document.origin == "txt"
        return items(self.folded, _stretches(self.document, self.folded), broken)

    @cached_property
    def below(self) -> list[list[int]]:
        """The items that each item holds."""
        below: list[list[int]] = [[] for _ in self.items]
        for at, item in enumerate(self.items):
            if item.above >= 0:
                below[item.above].append(at)
        return below

    @cached_property
    def fields(self) -> list[list[Field]]:
        """The fields in each item."""
        return [fields(item.words) for item in self.items]

    @cached_property
    def mentioned(self) -> list[tuple[int, int]]:
        """Where references to documents stand, with their dates; in their order."""
        return [(mention.span.start, mention.span.end) for mention in mentions(self.document.text)]

    def tasks(self) -> Iterator[Task]:
        common = self._common_deadline()
        for at in range(len(self.items)):
            if self._is_task(at):
                task = self._task(at)
                yield task if task.deadline or not common else replace(task, deadline=common)

    # What is a task.

    def _is_task(self, at: int) -> bool:
        item = self.items[at]
        words = item.words
        if _FORMULA.match(words) or _CARRIES_OUT.search(words) or len(words.split()) < 4 or self._is_field(at):
            return False
        if self._is_title(at):
            return False
        if item.rank is Rank.plain and item.above < 0 and not self._assigns_openly(at):
            return False
        if _EXHORTS.search(words):
            return False
        if self._is_detail(at):
            return False
        sort = self._sort(at)
        if sort == "assigns":
            return self._does(at)
        return sort in (None, "costs") and self._assigns_openly(at)

    def _does(self, at: int) -> bool:
        """Whether the item says what is to be done, and not what is so."""
        item = self.items[at]
        named = self._duty(at)
        if named.begins:
            return is_action(item.words[named.begins :].strip(" :,")) or self._follows(item.words[named.begins :])
        under_lead = bool(self._heading_leads(item.above))
        return (
            is_action(item.words) or bool(named.lead) or self._has_fields(at) or (under_lead and item.rank < Rank.plain)
        )

    def _follows(self, rest: str) -> bool:
        """Whether a verb follows the names in front, known or not: "Đoàn Thanh niên xã gùi sách"."""
        return bool(
            re.match(
                r"\s+(?!(?:là|có|được|phải|không|gồm|đã|thì|chưa|sẽ|chỉ|tự)\b)[^\W\d_]+\s+\w|\s*[:,]\s*\w|\s+(?:là"
                r"|có trách nhiệm|phải|được giao)\b",
                rest,
            )
        )

    def _assigns_openly(self, at: int) -> bool:
        """Whether somebody is named who is to do it, whatever the section."""
        words = self.items[at].words
        named = self._duty(at)
        openly = re.match(r"(?:[^,;:]{0,120},\s+)?(?:Giao|Phân công|Yêu cầu|Đề nghị)\b", words) or named.chairs
        charged = re.search(r"(?:có|chịu) trách nhiệm|chủ trì", words)
        return bool(named.lead) and bool(openly or charged)

    def _is_title(self, at: int) -> bool:
        """Whether the item is only the title of those below it."""
        item = self.items[at]
        words = item.words
        if item.rank <= Rank.roman and item.rank is not Rank.chapter:
            return True
        tasks_below = any(self._may_be_task(below) for below in self.below[at])
        if not tasks_below:
            if not words.endswith((".", ";", ":")) and any(not self._is_field(below) for below in self.below[at]):
                return True
            return bool(heading_leads(words)) or (
                words.endswith(":") and bool(self.below[at]) and not self._duty(at).lead and not is_action(words)
            )
        if self.items[self.below[at][0]].rank is Rank.plus and item.rank is Rank.dash and not heading_leads(words):
            return False
        return words.endswith(":") or (len(words) <= _TITLE_AT_MOST and not words.endswith((".", ";", "./.")))

    def _may_be_task(self, at: int) -> bool:
        item = self.items[at]
        if self._is_field(at) or len(item.words.split()) < 4 or _FORMULA.match(item.words):
            return False
        return self._does(at) or any(self._may_be_task(below) for below in self.below[at])

    def _is_detail(self, at: int) -> bool:
        """Whether the item only says more of the task that holds it."""
        above = self.items[at].above
        if above < 0:
            return False
        item = self.items[at]
        if item.rank is Rank.plus and self.items[above].rank is Rank.dash and not self._is_title(above):
            return True
        return self._has_field_lines(above) and not self._is_title(above)

    def _is_field(self, at: int) -> bool:
        """Whether the item is nothing but fields of the task over it: "- Cơ quan chủ trì: …"."""
        found = self.fields[at]
        return bool(found) and found[0].span.start == 0

    def _has_field_lines(self, at: int) -> bool:
        return any(self._is_field(below) and self.fields[below][0].label != "task" for below in self.below[at])

    def _has_fields(self, at: int) -> bool:
        inside = (said for one in (at, *self.below[at]) for said in self.fields[one])
        return any(one.label in ("lead", "deadline") for one in inside)

    def _sort(self, at: int) -> Sort | None:
        """What the section of an item is for, by the nearest heading that tells."""
        item = self.items[at]
        above = item.above
        while above >= 0:
            holder = self.items[above]
            title = len(holder.words) <= _TITLE_AT_MOST
            if self._heading_leads(above):
                return "assigns"
            if title and (holder.rank <= Rank.roman or not is_action(holder.words)) and (sort := sort_of(holder.words)):
                return sort
            if holder.rank is Rank.chapter and self.kind == "QĐ":
                return None
            above = holder.above
        numbered = item.rank < Rank.plain
        return "assigns" if numbered and self.kind in _DIRECT else None

    # What a task says.

    def _task(self, at: int) -> Task:
        item = self.items[at]
        named = self._duty(at)
        said = [
            *self.fields[at],
            *(one for below in self.below[at] if self._is_field(below) for one in self.fields[below]),
        ]
        leads = (named.begins and named.lead) or _values(said, "lead") or named.lead
        chairs = named.chairs or bool(not named.begins and _values(said, "lead"))
        if not leads:
            leads, chairs = self._leads_above(item.above)
        helping = dict.fromkeys((*named.cooperate, *_values(said, "cooperate")))
        due, vague = self._due(at, said)
        return Task(
            item.span,
            item.span.of(self.document.text),
            leads,
            tuple(name for name in helping if name not in leads),
            due,
            vague,
            _text(said, "output") or output(item.words, self._hidden(item)),
            chairs,
            self._section(at),
        )

    def _duty(self, at: int) -> Duty:
        if at not in self._duties:
            words = self.items[at].words
            cut = self.fields[at][0].span.start if self.fields[at] and self.fields[at][0].span.start else len(words)
            self._duties[at] = duty(words[:cut])
        return self._duties[at]

    def _heading_leads(self, at: int) -> tuple[str, ...]:
        if at < 0:
            return ()
        if at not in self._leads:
            words = self.items[at].words
            self._leads[at] = heading_leads(words) if len(words) <= 400 else ()
        return self._leads[at]

    def _leads_above(self, above: int) -> tuple[tuple[str, ...], bool]:
        """The leads that the nearest heading names, and whether it says that they lead."""
        while above >= 0:
            if leads := self._heading_leads(above):
                return leads, False
            named = self._duty(above)
            if named.lead and (named.begins or named.chairs) and self.items[above].rank > Rank.roman:
                return named.lead, named.chairs
            above = self.items[above].above
        return (), False

    def _due(self, at: int, said: Sequence[Field]) -> tuple[str, bool]:
        """The deadline of a task and whether it is vague: its field's, its own, or that of a heading over it."""
        if value := _text(said, "deadline"):
            found = deadline(value, alone=True)
            return value, found is None or found.vague
        own = self._deadline(self.items[at])
        if own and not own.vague:
            return own.span.of(self.items[at].words), False
        for below in self.below[at]:
            if self._is_detail(below) and (more := self._deadline(self.items[below])) and not more.vague:
                return more.span.of(self.items[below].words), False
        above = self.items[at].above
        while above >= 0:
            holder = self.items[above]
            if (
                self._is_title(above)
                and (given := self._deadline(holder))
                and not given.vague
                and holder.rank > Rank.roman
            ):
                if not re.search(r"\d", given.span.of(holder.words)):
                    break
                return given.span.of(holder.words), False
            above = holder.above
        return (own.span.of(self.items[at].words), True) if own else ("", False)

    def _deadline(self, item: Item) -> Deadline | None:
        return deadline(self._hidden(item))

    def _common_deadline(self) -> str:
        """The date by which everything is to be done, from a section on time or from a sentence on all tasks."""
        for at, item in enumerate(self.items):
            if common := _COMMON.search(item.words):
                rest = self._hidden(item)[common.end() : common.end() + 60]
                if (found := deadline(rest)) and not found.vague:
                    return found.span.of(item.words[common.end() :])
            elif (
                self._sort(at) == "dates"
                and item.rank > Rank.roman
                and (found := self._deadline(item))
                and not found.vague
            ):
                return found.span.of(item.words)
        return ""

    def _hidden(self, item: Item) -> str:
        """The words of an item, the references to documents in it masked."""
        first = max(0, bisect_left(self.mentioned, (item.span.start, 0)) - 1)
        spans = []
        for start, end in self.mentioned[first:]:
            if start >= item.span.end:
                break
            named = " ".join(fold(self.document.text[start:end]).text.replace("**", " ").split())
            if item.span.start <= start and (place := item.words.find(named)) >= 0:
                spans.append(Span(place, place + len(named)))
        return masked(item.words, tuple(spans))

    def _section(self, at: int) -> Span | None:
        """The title of the largest section that holds an item."""
        found = None
        above = self.items[at].above
        while above >= 0:
            found = above
            above = self.items[above].above
        return self.items[found].span if found is not None and self._is_title(found) else None


def _stretches(document: Document, folded: Folded) -> Iterator[Span]:
    """The bodies of the folded text without tables and appendices; an enclosed plan is a body, too."""
    last = ""
    for part in parts(document.text):
        if part.name != "body":
            last = part.name
            continue
        if last == "appendix_title":
            continue
        for start, end in _outside_tables(document, part.span):
            yield Span(_folded_at(folded, start), _folded_at(folded, end))


def _outside_tables(document: Document, body: Span) -> Iterator[tuple[int, int]]:
    start = body.start
    for paragraph in document.paragraphs:
        if paragraph.cell is None and paragraph.place == "body":
            continue
        if body.start <= paragraph.span.start < body.end:
            if start < paragraph.span.start:
                yield start, paragraph.span.start
            start = max(start, paragraph.span.end)
    if start < body.end:
        yield start, body.end


def _folded_at(folded: Folded, raw: int) -> int:
    return bisect_left(folded.offsets, raw) if folded.offsets else raw


def _values(said: Sequence[Field], label: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in said if one.label == label for name in names_in(one.value)))


def _text(said: Sequence[Field], label: str) -> str:
    return next((one.value for one in said if one.label == label and one.value), "")
