"""The way of a draft as the stepper shows it: what is done, where it stands, what lies ahead; who, when, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from webapp.desk import Step
from webapp.workflow import STATES, State


@dataclass(frozen=True, slots=True)
class Stage:
    words: str
    standing: Literal["done", "now", "ahead"]
    step: Step | None
    """That led there last; None for what lies ahead."""


def stages(state: State, steps: Sequence[Step]) -> tuple[Stage, ...]:
    """The five stages from Nháp to Đã phát hành; `steps` the oldest first."""
    way: tuple[State, ...] = (
        "draft",
        "checked",
        "submitted",
        "returned" if state == "returned" else "approved",
        "issued",
    )
    now = way.index(state)
    last = {step.state: step for step in steps}
    return tuple(
        Stage(
            STATES[one],
            "done" if nth < now else "now" if nth == now else "ahead",
            last.get(one) if nth <= now else None,
        )
        for nth, one in enumerate(way)
    )
