"""A task, and what is known of all tasks of a document."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.document import Span


@dataclass(frozen=True, slots=True)
class Task:
    """What an office would follow up as one thing. What is not said is () or ""."""

    span: Span
    text: str
    """As the document has it."""
    lead: tuple[str, ...] = ()
    """Who leads, by the task itself or by the heading over it."""
    cooperate: tuple[str, ...] = ()
    deadline: str = ""
    """In the words of the document."""
    deadline_vague: bool = False
    """Whether the deadline says nothing that can be checked: "kịp thời", "định kỳ"."""
    output: str = ""
    """What comes out, in the words of the document: "Kế hoạch kiểm tra"."""
    chairs: bool = False
    """Whether the leads are called so, rather than being several of whom each does the same."""
    section: Span | None = None
    """The title of the section that it stands in, where there is one."""
    in_table: bool = False
