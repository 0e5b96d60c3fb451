"""The tasks of tables: annexes with columns for the task, who leads, who helps, when, and what comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from drafter.document import Document, Paragraph, Span
from drafter.nlp.deadlines import deadline
from drafter.nlp.duties import duty, names_in, output
from drafter.nlp.folding import fold
from drafter.tasks.values import Task

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("number", r"(?:s?tt|số\s*tt|số\s+thứ\s+tự)\b"),
        ("cooperate", r".*phối hợp(?!.*chủ trì)"),
        (
            "lead",
            r".*(?:chủ trì|đầu mối|phụ trách)|(?:cơ quan|đơn vị|bộ phận|người|cán bộ|công chức"
            r"|tổ chức)[\w ,/]*(?:thực hiện|tham mưu|chịu trách nhiệm)"
            r"|phân công|trách nhiệm|đơn vị được giao",
        ),
        ("deadline", r".*(?:thời hạn|thời gian|tiến độ|thời điểm)|(?:ngày |hạn )?hoàn thành|hạn\b"),
        ("output", r".*(?:sản phẩm|đầu ra)|kết quả(?! thực hiện năm)"),
        ("task", r".*(?:nội dung|nhiệm vụ|công việc|hoạt động|tên việc|giải pháp)|việc\b"),
    )
)
_SAME = re.compile(r"(?:[-–]?\s*n\s?t\s*[-–]?|như trên|như mục trên|\"|”|〃|''|[-–]\s*[\"”]\s*[-–])\.?$", re.IGNORECASE)
_NOTHING = re.compile(r"[-–/x.…]*$", re.IGNORECASE)
_PEOPLE = re.compile(r"họ (?:và )?tên|số tiền|đơn giá|số lượng|chức vụ", re.IGNORECASE)
_DEEPEST_HEADER = 4


@dataclass(frozen=True, slots=True)
class _Box:
    """The content of a cell."""

    span: Span
    words: str


_Row = Mapping[int, _Box]


def table_tasks(document: Document) -> Iterator[Task]:
    """The tasks of the document's tables, in its order; a table without a column of leads or dates has none."""
    cells = [
        paragraph for paragraph in document.paragraphs if paragraph.cell is not None and paragraph.cell.outer is None
    ]
    for _, paragraphs in groupby(cells, key=lambda paragraph: paragraph.cell.table if paragraph.cell else -1):
        yield from _tasks(document, _rows(document, list(paragraphs)))


def _rows(document: Document, paragraphs: Sequence[Paragraph]) -> list[dict[int, _Box]]:
    rows: list[dict[int, _Box]] = []
    for _, row in groupby(paragraphs, key=lambda one: one.cell.row if one.cell else -1):
        boxes: dict[int, _Box] = {}
        for column, inside in groupby(row, key=lambda one: one.cell.column if one.cell else -1):
            held = list(inside)
            span = Span(held[0].span.start, held[-1].span.end)
            boxes[column] = _Box(span, fold(span.of(document.text)).text.strip())
        rows.append(boxes)
    return rows


def _tasks(document: Document, rows: Sequence[_Row]) -> Iterator[Task]:
    columns, first = _header(rows)
    if not columns:
        return
    before: dict[str, _Box] = {}
    title: Span | None = None
    for row in rows[first:]:
        if group := _group(row, columns):
            before, title = {}, group.span
            continue
        if _header([row])[0]:
            continue
        here = {name: _cell(row, column, before.get(name)) for name, column in columns.items()}
        before = {name: box for name, box in here.items() if box}
        task = here.get("task")
        if task and row.get(columns["task"]) and len(task.words.split()) > 1:
            yield _task(document, task, here, title)


def _header(rows: Sequence[_Row]) -> tuple[dict[str, int], int]:
    """The column of each name, and the row behind the header; nothing for a table of something else.

    A header of two rows has "Phân công" over "Chủ trì" and "Phối hợp": the lower names count.
    """
    columns: dict[str, int] = {}
    behind = 0
    for at, row in enumerate(rows[:_DEEPEST_HEADER]):
        if any(_PEOPLE.search(box.words) for box in row.values()):
            return {}, 0
        named = {name: column for column, box in row.items() if (name := _column(box.words))}
        if len(named) < 2 and not (behind == at and at and named):
            if behind:
                break
            continue
        columns.update(named)
        behind = at + 1
    complete = "task" in columns and ("lead" in columns or "deadline" in columns)
    return (columns, behind) if complete else ({}, 0)


def _column(words: str) -> str:
    words = " ".join(words.split())
    if not words or len(words) > 80:
        return ""
    return next((name for name, pattern in _COLUMNS if pattern.match(words)), "")


def _group(row: _Row, columns: Mapping[str, int]) -> _Box | None:
    """The title of the rows below it, where the row is one."""
    filled = [box for box in row.values() if box.words]
    if not filled:
        return None
    told = [
        name
        for name, column in columns.items()
        if name not in ("number", "task") and column in row and row[column].words
    ]
    number = row.get(columns.get("number", -1))
    spread = len(row) <= 2 < len(columns)
    large = bool(number and re.fullmatch(r"[IVXLC]+\.?|[A-H]\.?|", number.words)) or bool(
        re.match(r"[IVXLC]+[.\s]|[A-H]\.", filled[0].words)
    )
    if told or not (spread or large):
        return None
    return filled[-1]


def _cell(row: _Row, column: int, above: _Box | None) -> _Box | None:
    """What a column says in a row: its cell, or the one above that reaches down to it or that it repeats."""
    box = row.get(column)
    if box is None or _SAME.fullmatch(box.words):
        return above
    return None if _NOTHING.fullmatch(box.words) else box


def _task(document: Document, task: _Box, here: Mapping[str, _Box | None], title: Span | None) -> Task:
    def said(name: str) -> str:
        box = here.get(name)
        return box.words if box else ""

    lead = names_in(said("lead"))
    helping = names_in(said("cooperate"))
    inside = duty(" ".join(task.words.split()))
    due = " ".join(said("deadline").split())
    found = deadline(due, alone=True) if due else deadline(" ".join(task.words.split()))
    if not due and found:
        due = found.span.of(" ".join(task.words.split()))
    return Task(
        task.span,
        task.span.of(document.text),
        lead or inside.lead,
        tuple(name for name in (helping or inside.cooperate) if name not in lead),
        due,
        bool(due) and (found is None or found.vague),
        " ".join(said("output").split()) or output(" ".join(task.words.split()), " ".join(task.words.split())),
        chairs=bool(lead),
        section=title,
        in_table=True,
    )
