"""What was decided about the register in words: of what, and what became different."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.nlp.written import day, figure
from drafter.register.decisions import Decision
from drafter.register.meetings.limits import limits_from
from drafter.register.rules import Rules, rules_from
from drafter.render.meetings import limits_rows
from drafter.render.register import NO_UNIT, ROUNDINGS, counts_words, kinds_words, percent_text

WHOLE = "cả cơ quan"
_NOTHING = "Không đổi gì."


@dataclass(frozen=True, slots=True)
class Told:
    """A decision as a person reads it."""

    decision: Decision
    what: str
    """What it is about: "Chỉ tiêu năm 2026 của cả cơ quan"."""
    changes: tuple[str, ...]
    """What became different, a line each."""


def told(decisions: Sequence[Decision]) -> list[Told]:
    """All decisions of some names, the oldest first; each is held against the one of the same name before it."""
    before: dict[str, str] = {}
    found = []
    for one in decisions:
        changes = tuple(_changes(one.name, before.get(one.name), one.value)) or (_NOTHING,)
        found.append(Told(one, subject_words(one.name), changes))
        before[one.name] = one.value
    return found


def rules_rows(rules: Rules) -> tuple[tuple[str, str], ...]:
    """What counts and how numbers run, without the kinds: what it is of, and what it is."""
    return (
        ("Cơ quan", rules.organ),
        ("Dãy số", "mỗi loại một dãy số" if rules.numbering == "kind" else "một dãy số chung cho mọi loại"),
        ("Loại có dãy số riêng", kinds_words(rules.apart) or "không có"),
        ("Nhiệm kỳ cấp ủy bắt đầu từ", ", ".join(map(day, rules.terms))),
        ("Chỉ tiêu chung", f"giảm ít nhất {percent_text(rules.percent)}%"),
        ("Làm tròn", ROUNDINGS[rules.rounding]),
        ("Giấy mời", counts_words(rules.invitations)),
        ("Bản sao (sao y, sao lục, trích sao)", counts_words(rules.copies)),
        ("Văn bản ban hành kèm theo", counts_words(rules.attached)),
        ("Văn bản quy phạm pháp luật", counts_words(rules.normative)),
    )


def unit_words(unit: str | None) -> str:
    """A unit's name; what is said of no unit, and of all together."""
    return WHOLE if unit is None else unit or NO_UNIT


def subject_words(name: str) -> str:
    """What a decision of this name is about."""
    if name == "rules":
        return "Cách tính"
    if name == "meetings/limits":
        return "Mức hội nghị"
    subject, year, unit = name.removeprefix("meetings/").split("/", 2)
    words = "Chỉ tiêu" if subject == "target" else "Số hội nghị" if name.startswith("meetings/") else "Số văn bản"
    return f"{words} năm {year} của {unit or WHOLE}"


def _changes(name: str, before: str | None, value: str) -> Iterator[str]:
    if name == "rules":
        yield from _of_rules(rules_from(before) if before else Rules(), rules_from(value))
    elif name == "meetings/limits":
        yield from _differing(limits_rows(limits_from(before)), limits_rows(limits_from(value)))
    else:
        new = value_words(name, value)
        yield f"{value_words(name, before)} → {new}" if before is not None else new


def value_words(name: str, value: str) -> str:
    """What holds of a target or a baseline: "giảm ít nhất 15%", "401 (theo Báo cáo số 12/BC-UBND)"."""
    if name.startswith("target/"):
        return f"giảm ít nhất {percent_text(Decimal(value))}%"
    entered = json.loads(value)
    return f"{figure(entered[0])} (theo {entered[1]})" if entered else "đếm theo sổ"


def _of_rules(old: Rules, new: Rules) -> Iterator[str]:
    for words, kinds in (("Tính thêm", new.kinds - old.kinds), ("Không tính nữa", old.kinds - new.kinds)):
        if kinds:
            yield f"{words}: {kinds_words(kinds)}"
    yield from _differing(rules_rows(old), rules_rows(new))


def _differing(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Iterator[str]:
    for (label, before), (_, after) in zip(old, new, strict=True):
        if before != after:
            yield f"{label}: {before} → {after}"
