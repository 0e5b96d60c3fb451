"""What an office decides about its register: how numbers run, what counts, by how much there shall be less."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any, Literal

from drafter.nlp.kinds import KINDS
from drafter.register.values import Record

Numbering = Literal["one", "kind"]
Rounding = Literal["down", "nearest", "up"]

COPIES = frozenset({"SY", "TrS", "SL"})
INVITATION = "GM"
ADMINISTRATIVE = frozenset(kind.symbol for kind in KINDS if "state" in kind.families) - COPIES
"""The 29 kinds of Điều 7 Nghị định 30/2020/NĐ-CP."""


@dataclass(frozen=True, slots=True)
class Rules:
    """One state of the rules; `drafter.register.decisions` keeps all there were."""

    numbering: Numbering = "one"
    """One series of numbers a year, or one for each kind. Copies and normative documents always have their own."""
    organ: str = "UBND"
    """Whose number it is that stands without a symbol: the office's own code."""
    apart: frozenset[str] = frozenset()
    """Kinds with a series of their own where all others share one."""
    terms: tuple[str, ...] = ("2025-07-01",)
    """The days on which terms of the Party committee begin: its numbers run through a term (HD 05-HD/VPTW)."""
    kinds: frozenset[str] = ADMINISTRATIVE
    """The kinds that count."""
    copies: bool = False
    """Whether copies (sao y, trích sao, sao lục) count."""
    invitations: bool = True
    attached: bool = False
    """Whether a text issued with another document counts by itself."""
    normative: bool = False
    percent: Decimal = field(default=Decimal(15))
    """By how much there shall be less than the year before, where no target of the year or the unit says otherwise."""
    rounding: Rounding = "down"
    """Of the allowance: "at least 15% fewer" leaves no part of a document over."""

    @property
    def counted(self) -> frozenset[str]:
        """The kinds that count, with what is said of copies and invitations."""
        kinds = self.kinds | COPIES if self.copies else self.kinds - COPIES
        return kinds if self.invitations else kinds - {INVITATION}

    def counts(self, record: Record) -> bool:
        """Whether a document counts once it went out; `entries.counts_by` asks the database the same."""
        return (
            record.kind in self.counted
            and (self.attached or not record.attached)
            and (self.normative or not record.normative)
        )

    def to_json(self) -> str:
        return json.dumps(
            asdict(self) | {"apart": sorted(self.apart), "kinds": sorted(self.kinds), "percent": str(self.percent)},
            ensure_ascii=False,
        )


def rules_from(text: str) -> Rules:
    """The rules that `Rules.to_json` wrote; what a later version added has its default."""
    said: dict[str, Any] = json.loads(text)
    return Rules(**{name: _MADE[name](value) if name in _MADE else value for name, value in said.items()})


_MADE: Mapping[str, Callable[[Any], Any]] = {
    "apart": frozenset,
    "kinds": frozenset,
    "terms": tuple,
    "percent": Decimal,
}
"""What JSON has no form for."""


def allowance(baseline: int, percent: Decimal, rounding: Rounding) -> int:
    """How many documents are left of `baseline` when there shall be at least `percent` fewer.

    >>> allowance(401, Decimal(15), "down")
    340
    """
    modes = {"down": "ROUND_FLOOR", "nearest": "ROUND_HALF_UP", "up": "ROUND_CEILING"}
    left = Decimal(baseline) * (100 - percent) / 100
    return max(0, int(left.to_integral_value(rounding=modes[rounding])))
