"""JSON for other programs; a report as the contract `drafter.report/1`."""

from __future__ import annotations

import json

from drafter.report import Report


def json_line(report: Report) -> str:
    """One JSON object on one line, Vietnamese letters as they are, ended by a line feed."""
    return json_text(report.as_dict())


def json_text(value: object) -> str:
    """One line of JSON, Vietnamese letters as they are, ended by a line feed."""
    return json.dumps(value, ensure_ascii=False) + "\n"
