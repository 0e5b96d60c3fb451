"""Reports and records as the database keeps them, as JSON, and back. Of a report pictures of pages are not kept."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from drafter.document import Signature, Span
from drafter.register.values import Record
from drafter.report import About, Also, Finding, Report, Shares, Skipped, Source


def report_json(report: Report) -> str:
    """The report with the text, which the contract's own JSON leaves out."""
    findings = tuple(
        replace(one, source=replace(one.source, picture=None)) if one.source else one for one in report.findings
    )
    return json.dumps(asdict(replace(report, findings=findings)), ensure_ascii=False)


def report_from(text: str) -> Report:
    """The report that `report_json` wrote."""
    said: dict[str, Any] = json.loads(text)
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
