"""Checks and rules that an office does not want to be told of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from drafter.report import Report

CHECK_NAMES: Mapping[str, str] = {
    "reuse": "Sao chép",
    "overlap": "Chồng chéo",
    "layout": "Thể thức",
    "citations": "Viện dẫn",
    "tasks": "Giao việc",
    "wording": "Câu chữ",
    "need": "Sự cần thiết",
}
"""The checks in the order of the pages, as the screen says them."""


@dataclass(frozen=True, slots=True)
class Switch:
    """A check with its rules, each with its words and whether it is on."""

    check: str
    name: str
    is_on: bool
    rules: tuple[tuple[str, str, bool], ...]


def switches(off: Collection[str]) -> tuple[Switch, ...]:
    """All checks as they stand when these are switched off."""
    from drafter.reviewing import rules_of

    return tuple(
        Switch(check, name, check not in off, tuple((rule, _words(rule), rule not in off) for rule in rules_of(check)))
        for check, name in CHECK_NAMES.items()
    )


def _words(rule: str) -> str:
    """The rule's words without the matter that they stand under."""
    from drafter.render.phrases import area, rule_words

    words = rule_words(rule).removeprefix(f"{area(rule)}: ")
    return words[:1].upper() + words[1:]


def turned_off(on: Collection[str]) -> frozenset[str]:
    """What is off when only these checks and rules are on; rules of a check that is off keep what they are."""
    from drafter.reviewing import rules_of

    return frozenset(name for check in CHECK_NAMES for name in (check, *rules_of(check)) if name not in on)


def wanted_checks(off: Collection[str]) -> tuple[str, ...]:
    """The checks that are to be run."""
    return tuple(check for check in CHECK_NAMES if check not in off)


def without(report: Report, off: Collection[str]) -> Report:
    """The report as if the rules in `off` had not been judged."""
    return replace(
        report,
        findings=tuple(found for found in report.findings if found.rule not in off),
        rules_evaluated=tuple(rule for rule in report.rules_evaluated if rule not in off),
        rules_not_evaluated=tuple(
            dict.fromkeys((*report.rules_not_evaluated, *(rule for rule in report.rules_evaluated if rule in off)))
        ),
    )
