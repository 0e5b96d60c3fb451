"""The tasks of a document as a table on the screen and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from drafter.render.wrapping import columns, printable, wrapped
from drafter.tasks.values import Task

HEADINGS = ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm")
NONE = "Không tìm thấy nhiệm vụ nào được giao trong văn bản này."
_WIDTHS = (3, 29, 17, 14, 13)
"""Columns of the screen, 80 with the lines between; who helps stands below who leads."""
_LONGEST = 140
"""Characters of a task that are shown."""


def task_cells(number: int, task: Task) -> tuple[str, ...]:
    """A task in the order of `HEADINGS`, each on one line; a vague deadline says so."""
    due = f"{_line(task.deadline)} (chưa rõ ngày)" if task.deadline_vague else _line(task.deadline)
    who = ("; ".join(map(_line, names)) for names in (task.lead, task.cooperate))
    return (str(number), _line(task.text), *who, due, _line(task.output))


def tasks_table(tasks: Sequence[Task]) -> str:
    """The tasks in lines of at most 80 columns, long texts shortened; a sentence where there is none."""
    if not tasks:
        return NONE + "\n"
    lines = [*_row(("STT", "Nhiệm vụ", "Chủ trì (phối hợp)", "Thời hạn", "Sản phẩm")), _rule("┼")]
    for number, task in enumerate(tasks, 1):
        place, text, lead, helping, due, product = task_cells(number, task)
        who = f"{lead} (cùng {helping})" if helping else lead
        lines += _row((place, *map(_shortened, (text, who, due, product))))
        lines.append(_rule("┼"))
    lines[-1] = _rule("┴")
    return "\n".join(lines) + "\n"


def tasks_json(tasks: Sequence[Task]) -> str:
    """A list of objects: start, end, text, lead, cooperate, deadline, deadline_vague, output."""
    return json.dumps([_fields(task) for task in tasks], ensure_ascii=False) + "\n"


def _fields(task: Task) -> dict[str, object]:
    return {
        "start": task.span.start,
        "end": task.span.end,
        "text": task.text,
        "lead": list(task.lead),
        "cooperate": list(task.cooperate),
        "deadline": task.deadline,
        "deadline_vague": task.deadline_vague,
        "output": task.output,
    }


def _row(cells: Sequence[str]) -> Iterator[str]:
    inside = [wrapped(cell, width) if cell else [""] for cell, width in zip(cells, _WIDTHS, strict=True)]
    for pieces in zip_longest(*inside, fillvalue=""):
        padded = (piece + " " * (width - columns(piece)) for piece, width in zip(pieces, _WIDTHS, strict=True))
        yield "│".join(padded).rstrip()


def _rule(crossing: str) -> str:
    return crossing.join("─" * width for width in _WIDTHS)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _line(words: str) -> str:
    return " ".join(printable(words).split())
