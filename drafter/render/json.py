"""A report as the contract `drafter.report/1`, for other programs."""

from __future__ import annotations

import json

from drafter.report import Report


def json_line(report: Report) -> str:
    """One JSON object on one line, Vietnamese letters as they are, ended by a line feed."""
    return json.dumps(report.as_dict(), ensure_ascii=False) + "\n"
