"""Reports and records as the database keeps them, as JSON, and back. Of a report pictures of pages are not kept."""

from __future__ import annotations

import json
from dataclasses import asdict, astuple, dataclass, replace
from typing import Any

from drafter.document import Signature, Span
from drafter.register.values import Record
from drafter.render.difference import Piece
from drafter.render.marks import compared
from drafter.report import About, Also, Finding, Report, Shares, Skipped, Source


@dataclass(frozen=True, slots=True)
class Kept:
    """A report with what takes too long to be told again for every page, or changes afterwards."""

    report: Report
    pieces: tuple[tuple[Piece, ...] | None, ...]
    """Of each finding how the passage differs from its source (`drafter.render.marks.compared`)."""
    stored: int | None
    """How many documents the draft was compared with, None where nobody counted."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What lists show of a report."""

    copied: int
    cited: int
    formula: int
    """Thousandths of the body, these three; what is left is the office's own."""
    errors: int
    warnings: int
    hints: int
    overlaps: int
    doubted: int
    """1 where it is doubted that the document is needed, else 0."""


def report_json(report: Report, stored: int | None = None) -> str:
    """The report with the text, which the contract's own JSON leaves out; `stored` as `Kept` has it."""
    findings = tuple(
        replace(one, source=replace(one.source, picture=None)) if one.source else one for one in report.findings
    )
    pieces = [found and [astuple(piece) for piece in found] for found in map(compared, report.findings)]
    said = asdict(replace(report, findings=findings)) | {"pieces": pieces, "stored": stored}
    return json.dumps(said, ensure_ascii=False)


def counts_of(report: Report) -> Counts:
    shares, rules = report.shares, [one.rule for one in report.findings]
    return Counts(
        copied=round(shares.copied * 1000),
        cited=round(shares.cited * 1000),
        formula=round(shares.formula * 1000),
        errors=report.count("error"),
        warnings=report.count("warning"),
        hints=report.count("info"),
        overlaps=sum(rule.startswith("overlap.") for rule in rules),
        doubted=int(any(rule.startswith("need.") for rule in rules)),
    )


def report_from(text: str) -> Report:
    """The report that `report_json` wrote."""
    return kept_from(text).report


def kept_from(text: str) -> Kept:
    """All that `report_json` wrote."""
    said: dict[str, Any] = json.loads(text)
    return Kept(_report(said), tuple(map(_pieces, said["pieces"])), said["stored"])


def _pieces(said: list[Any] | None) -> tuple[Piece, ...] | None:
    return None if said is None else tuple(Piece(kind, Span(*a), Span(*b)) for kind, a, b in said)


def _report(said: dict[str, Any]) -> Report:
    about = said["document"]
    about |= {
        "signatures": tuple(Signature(**one) for one in about["signatures"]),
        "unread": tuple(about["unread"]),
        "recoded": tuple(about["recoded"]),
    }
    return Report(
        document=About(**about),
        text=said["text"],
        shares=Shares(**said["shares"]),
        findings=tuple(map(_finding, said["findings"])),
        rules_evaluated=tuple(said["rules_evaluated"]),
        rules_not_evaluated=tuple(said["rules_not_evaluated"]),
        skipped=tuple(Skipped(**one) for one in said["skipped"]),
        cited=tuple(Span(**one) for one in said["cited"]),
        formulas=tuple(Span(**one) for one in said["formulas"]),
    )


def record_json(record: Record) -> str:
    return json.dumps(asdict(record), ensure_ascii=False)


def record_from(text: str) -> Record:
    """The record that `record_json` wrote."""
    return Record(**json.loads(text))


def _finding(said: dict[str, Any]) -> Finding:
    source = said["source"]
    if source:
        source = Source(**source | {"also": tuple(Also(**one) for one in source["also"])})
    return Finding(**said | {"source": source})
