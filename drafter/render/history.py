"""What was done to an entry or a meeting, when, by whom and why, and what it changed; on the screen and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from drafter.register.history import Change, here
from drafter.render.wrapping import WIDTH, printable, wrapped

_CHANGING = ("corrected", "imported", "issued")
"""What may change columns that said something before."""
_UNTOLD = frozenset({"state", "series", "year", "file", "report"})
"""Columns of which the action itself says enough, or whose values tell nobody anything."""


def differences(change: Change, columns: Mapping[str, str], words: Callable[[str, Any], str]) -> Iterator[str]:
    """What a change made different of what was said before: "người ký: Trần Văn Bình → Hoàng Thị Lan"."""
    for name, (before, after) in change.columns.items() if change.action in _CHANGING else ():
        # What is issued fills in what a number was kept without.
        is_filled_in = before in (None, "") and change.action == "issued"
        if name in columns and name not in _UNTOLD and not is_filled_in:
            yield f"{columns[name]}: {words(name, before)} → {words(name, after)}"


def history_lines(
    history: Sequence[Change], actions: Mapping[str, str], columns: Mapping[str, str], words: Callable[[str, Any], str]
) -> Iterator[str]:
    """The history below its heading; `actions` and `columns` in words, `words` what a column holds by its name."""
    yield "Lịch sử:"
    for change in history:
        said = "tệp" if change.action == "imported" and not change.columns else "lý do:"
        why = f", {said} {change.why}" if change.why else ""
        done = f"{here(change.at):%d/%m/%Y %H:%M} {change.who}: {actions.get(change.action, change.action)}{why}"
        yield from wrapped(printable(done), WIDTH, "    ", "      ")
        for differs in differences(change, columns, words):
            yield from wrapped(printable(differs), WIDTH, "      ", "        ")


def history_fields(history: Sequence[Change]) -> list[dict[str, Any]]:
    """The history as JSON has it; instants are UTC."""
    return [asdict(change) for change in history]
