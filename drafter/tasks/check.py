"""The check of tasks: whether each has one who leads, a date, and something that comes out."""

from __future__ import annotations

from drafter.document import Document
from drafter.report import About, Checked
from drafter.tasks.findings import RULES, findings
from drafter.tasks.reading import BY_ARTICLES, PLANNING, tasks_of

__all__ = ["RULES", "UNSEEN", "tasks"]

UNSEEN = Checked(not_evaluated=RULES)
"""What is said where the check did not run."""


def tasks(document: Document, about: About) -> Checked:
    """What the tasks of a plan, programme, directive or decision lack; of other documents nothing is judged."""
    if about.regime == "qppl" or about.kind not in PLANNING:
        return UNSEEN
    found = tasks_of(document)
    numbers = {task: number for number, task in enumerate(found, 1)}
    if about.kind in BY_ARTICLES:
        # "Giao Sở … tổ chức thực hiện Quyết định này" is no task that a date is missing of.
        found = tuple(task for task in found if task.section or task.in_table)
    return Checked(tuple(findings(document.text, found, numbers)), RULES)
