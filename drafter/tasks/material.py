"""A document as the tasks are read from it: its items, and what each says, read once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from drafter.document import Document, Span
from drafter.nlp.deadlines import Deadline, deadline, masked
from drafter.nlp.duties import Duty, Field, duty, fields, heading_leads
from drafter.nlp.folding import Folded, fold
from drafter.nlp.items import Item, items
from drafter.nlp.mentions import mentions
from drafter.nlp.parts import parts_of

_HEADING_AT_MOST = 400
"""Characters of a heading that names who is to do what stands below it."""


@dataclass
class Material:
    """The items of a document and what they say; asked for by their index, -1 being none."""

    document: Document
    kind: str
    """The symbol of the document's kind, "" where it tells none."""
    titles: dict[int, bool] = field(default_factory=dict)
    """Which items are found to be titles, or none."""
    actions: dict[int, bool] = field(default_factory=dict)
    """Which items are found to say what is to be done, or not."""
    _deadlines: dict[int, Deadline | None] = field(default_factory=dict)
    _duties: dict[int, Duty] = field(default_factory=dict)
    _leads: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _hidden: dict[int, str] = field(default_factory=dict)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        folded = fold(self.document.text)
        return items(folded, _stretches(self.document, folded), self.document.origin == "txt")

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
    def _mentioned(self) -> list[tuple[int, int]]:
        """Where references to documents stand, with their dates; in their order."""
        return [(mention.span.start, mention.span.end) for mention in mentions(self.document.text)]

    def above(self, at: int) -> Iterator[int]:
        """The items that hold an item, the nearest first."""
        while (at := self.items[at].above) >= 0:
            yield at

    def is_field(self, at: int) -> bool:
        """Whether the item is nothing but fields of a task: "- Cơ quan chủ trì: …"."""
        found = self.fields[at]
        return bool(found) and found[0].span.start == 0 and found[0].label != "task"

    def task_field(self, at: int) -> Field | None:
        """The field that names the task, where the item begins with one: "a) Nhiệm vụ: …"."""
        found = self.fields[at]
        return found[0] if found and found[0].span.start == 0 and found[0].label == "task" else None

    def words(self, at: int) -> str:
        """What an item says to do: its words, without the label of the task and without fields at its end."""
        words = self.items[at].words
        if named := self.task_field(at):
            return named.value
        cut = self.fields[at][0].span.start if self.fields[at] else len(words)
        return words[:cut] if cut else words

    def said(self, at: int) -> list[Field]:
        """The fields of a task: in it, below it, or in the lines behind it, also those behind its neighbour."""
        found = [
            *self.deep(at),
            *(one for below in self.below[at] if self.is_field(below) for one in self.deep(below)),
        ]
        if any(one.label in ("lead", "deadline") for one in found):
            return found
        return [*found, *self._behind(at)]

    def _behind(self, at: int) -> list[Field]:
        """The fields in the lines behind an item, or behind the next that has some, as far as they hold for it too."""
        above = self.items[at].above
        if above < 0:
            return []
        neighbours = self.below[above]
        following = neighbours[neighbours.index(at) + 1 :]
        for nth, one in enumerate(following):
            if self.is_field(one):
                run = takewhile(self.is_field, following[nth:])
                return [said for other in run for said in self.deep(other)]
            if inside := [said for below in self.below[one] if self.is_field(below) for said in self.deep(below)]:
                return inside if self.items[one].rank is self.items[at].rank else []
            if self.fields[one] and not self.task_field(one):
                return []
        label = self.task_field(above)
        return self._behind(above) if label and not label.value else []

    def deep(self, at: int) -> list[Field]:
        """The fields in an item and in the field items that it holds: "Cơ quan thực hiện:" over "- Chủ trì: …"."""
        if not self.is_field(at):
            return list(self.fields[at])
        label = self.fields[at][-1]
        found = [one for one in self.fields[at] if one.value]
        for below in self.below[at]:
            plain = Field(label.label, label.span, self.items[below].words)
            found += self.deep(below) if self.is_field(below) else [plain] * (not label.value)
        return found

    def duty(self, at: int) -> Duty:
        """Whom an item names."""
        if at not in self._duties:
            self._duties[at] = duty(self.words(at))
        return self._duties[at]

    def heading_leads(self, at: int) -> tuple[str, ...]:
        """Whom an item names that is a heading of nothing else."""
        if at < 0:
            return ()
        if at not in self._leads:
            words = self.items[at].words
            self._leads[at] = heading_leads(words) if len(words) <= _HEADING_AT_MOST else ()
        return self._leads[at]

    def deadline(self, at: int) -> Deadline | None:
        """When an item says that something is due, references to documents apart."""
        if at not in self._deadlines:
            self._deadlines[at] = deadline(self.hidden(at))
        return self._deadlines[at]

    def hidden(self, at: int) -> str:
        """The words of an item, the references to documents in it masked."""
        if at not in self._hidden:
            self._hidden[at] = self._masked(self.items[at])
        return self._hidden[at]

    def _masked(self, item: Item) -> str:
        first = max(0, bisect_left(self._mentioned, (item.span.start, 0)) - 1)
        spans = []
        for start, end in self._mentioned[first:]:
            if start >= item.span.end:
                break
            named = " ".join(fold(self.document.text[start:end]).text.replace("**", " ").split())
            if item.span.start <= start and (place := item.words.find(named)) >= 0:
                spans.append(Span(place, place + len(named)))
        return masked(item.words, tuple(spans))


def _stretches(document: Document, folded: Folded) -> Iterator[Span]:
    """The bodies of the folded text without tables and appendices; an enclosed plan is a body, too."""
    last = ""
    for part in parts_of(document):
        if part.name != "body":
            last = part.name
            continue
        if last == "appendix_title":
            continue
        for start, end in _outside_tables(document, part.span):
            yield Span(folded.at(start), folded.at(end))


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
