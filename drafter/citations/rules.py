"""The rules on references to documents: what each judges, how grave it is, on what basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.document import Span
from drafter.report import Severity

_CITING = "Điểm b khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP"
_SYMBOLS = "Điểm b khoản 3 Mục II Phần I Phụ lục I và Mục I Phụ lục III Nghị định số 30/2020/NĐ-CP"
_STORED = "Thông tin về văn bản ấy trong kho"


@dataclass(frozen=True, slots=True)
class Rule:
    severity: Severity
    basis: str
    form: tuple[str, ...] = ()
    """The rules of layout that judge the same where a file's layout is judged; theirs is the finding then."""
    of_every_text: bool = True
    """Whether normative documents, which cite laws with their numbers, are judged too."""


RULES: Mapping[str, Rule] = {
    "cite.kind": Rule("warning", _SYMBOLS),
    "cite.symbol": Rule("warning", _CITING),
    "cite.blank": Rule("warning", _SYMBOLS),
    "cite.date": Rule("warning", _CITING, ("nd30.VD-05",)),
    "cite.title": Rule("warning", _CITING),
    "cite.future": Rule("warning", _CITING, ("nd30.DD-08",)),
    "cite.law": Rule("warning", _CITING, ("nd30.VD-03", "nd30.CC-05"), of_every_text=False),
    "cite.introduction": Rule("warning", _CITING, ("nd30.VD-01", "nd30.CC-05"), of_every_text=False),
    "cite.repetition": Rule("info", _CITING, ("nd30.VD-02",), of_every_text=False),
    "cite.base": Rule("info", "Điểm a khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP", of_every_text=False),
    "cite.authority": Rule("warning", ""),
    "cite.mismatch": Rule("warning", _STORED),
    "cite.force": Rule("warning", _STORED),
    "cite.provision": Rule("warning", _CITING),
}


TWINS: Mapping[str, tuple[str, ...]] = {id_: rule.form for id_, rule in RULES.items() if rule.form}


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a draft breaks a rule: what is wrong, what to do."""

    rule: str
    span: Span
    message: str
    suggestion: str
    basis: str = ""
    """Where it is another than the rule's."""
    severity: Severity | None = None
    """Where it is another than the rule's."""
