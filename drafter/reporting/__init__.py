"""Reports that an office hands up, as Word documents in the layout of the decree."""

from __future__ import annotations

from drafter.reporting.document import period_report

__all__ = ["period_report"]
