"""The rules of layout under their ids, each with its severity, its basis and its examples, from `rules.txt`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from drafter.document import Span
from drafter.layout.mends import Mend
from drafter.report import Severity

DECREE = "Nghị định số 30/2020/NĐ-CP"
GUIDANCE = "Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026"
"""Of Văn phòng Trung ương Đảng, on Party documents since that day."""
_SEVERITIES: dict[str, Severity] = {"E": "error", "W": "warning", "I": "info"}
_PARTS = {"1": "Phần I Phụ lục I", "2": "Phụ lục II", "3": "Phần II Phụ lục I"}


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    severity: Severity
    about: str
    """What it is about, in Vietnamese: "lề trái"."""
    place: str
    """Where the decree has it, as `rules.txt` says."""
    wrong: str
    """An example in Vietnamese, like `right`."""
    right: str

    @property
    def basis(self) -> str:
        """As one cites it, small to large."""
        if self.id.startswith("hd05."):
            return GUIDANCE
        if self.place == "III":
            return f"Phụ lục III {DECREE}"
        part, _, place = self.place.rpartition(":")
        section, *items = place.split(".")
        words = [f"Mục {section} {_PARTS[part or '1']} {DECREE}"]
        words += [f"{name} {item}" for name, item in zip(("khoản", "điểm"), items, strict=False)]
        return " ".join(reversed(words))


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to write in place of a stretch of the text; an empty stretch is where they are put in."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a fault is known by, in the same text."""

    rule: str
    start: int
    message: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What breaks a rule: where, what is wrong, what to do."""

    rule: str
    span: Span
    message: str
    suggestion: str
    severity: Severity | None = None
    """Where it is not the rule's own."""
    edits: tuple[Edit, ...] = ()
    """What mends it without changing what the document says; none where somebody has to decide."""
    mends: tuple[Mend, ...] = ()
    """What of the look is to be set right, of a document of the Party; none likewise."""

    @property
    def told(self) -> Told:
        return Told(self.rule, self.span.start, self.message)


def _lines() -> list[list[str]]:
    table = resources.files("drafter.layout").joinpath("rules.txt").read_text(encoding="utf-8")
    lines = (line for line in table.splitlines() if line and not line.startswith("#"))
    return [[field.strip() for field in line.split(" | ")] for line in lines]


_LINES = _lines()
RULES: dict[str, Rule] = {
    id_: Rule(id_, _SEVERITIES[severity], about, place, *examples)
    for id_, severity, place, about, *examples in _LINES
    if severity in _SEVERITIES
}
"""The rules that are judged."""
STATE = {id_: rule for id_, rule in RULES.items() if id_.startswith("nd30.")}
PARTY = {id_: rule for id_, rule in RULES.items() if id_.startswith("hd05.")}
LEFT: dict[str, str] = {id_: about for id_, severity, _, about, *_ in _LINES if severity not in _SEVERITIES}
"""What the rules are about that nothing here judges, or that no file can tell (ink, stamps, signatures)."""
NOT_EVALUATED = tuple(id_ for id_ in LEFT if id_.startswith("nd30."))
PARTY_NOT_EVALUATED = tuple(id_ for id_ in LEFT if id_.startswith("hd05."))
