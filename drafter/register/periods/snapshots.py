"""Figures as JSON and back: small whatever the number of documents, a few figures for each unit, kind and month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from drafter.register.avoided import Avoided, Draft
from drafter.register.counting import Cell, Counts
from drafter.register.forecast import Forecast
from drafter.register.numbering import Gap
from drafter.register.periods.figures import Aside, Figures
from drafter.register.periods.gathered import Meetings
from drafter.register.periods.values import Period
from drafter.register.rules import rules_from
from drafter.register.status import Standing
from drafter.register.targets import Baseline


def packed(figures: Figures) -> dict[str, Any]:
    """The figures of a whole office, for JSON. Units are named once and meant by their places."""
    units = sorted({cell.unit for of in (figures.now, figures.before) for cell in of.cells})
    at = {unit: place for place, unit in enumerate(units)}
    return {
        "as_of": figures.as_of.isoformat(),
        "rules": figures.rules.to_json(),
        "units": units,
        "now": _cells(figures.now, at),
        "before": _cells(figures.before, at),
        "whole": _standing(figures.whole),
        "by_unit": [_standing(one) for one in figures.by_unit],
        "asides": [list(asdict(one).values()) for one in figures.asides],
        "gaps": [list(asdict(one).values()) for one in figures.gaps],
        "avoided": [asdict(one) for one in figures.avoided],
        "meetings": asdict(figures.meetings) if figures.meetings else None,
        "forecast": _forecast(figures.forecast),
    }


def figures_from(period: Period, said: Mapping[str, Any]) -> Figures:
    """The figures that `packed` gave."""
    units = said["units"]
    ahead = said["forecast"]
    return Figures(
        period=period,
        as_of=date.fromisoformat(said["as_of"]),
        unit=None,
        rules=rules_from(said["rules"]),
        now=_counts(period.year, said["now"], units),
        before=_counts(period.year - 1, said["before"], units),
        whole=_standing_from(said["whole"]),
        by_unit=tuple(map(_standing_from, said["by_unit"])),
        asides=tuple(Aside(*one) for one in said["asides"]),
        gaps=tuple(Gap(*one) for one in said["gaps"]),
        avoided=tuple(Avoided(**one | {"draft": Draft(**one["draft"])}) for one in said["avoided"]),
        meetings=Meetings(**said["meetings"]) if said["meetings"] else None,
        forecast=_forecast_from(ahead) if ahead else None,
    )


def _cells(counts: Counts, at: Mapping[str, int]) -> list[list[Any]]:
    return [[at[cell.unit], cell.kind, cell.month, cell.count, cell.until] for cell in counts.cells]


def _counts(year: int, cells: Sequence[Sequence[Any]], units: Sequence[str]) -> Counts:
    return Counts(year, tuple(Cell(units[unit], *rest) for unit, *rest in cells))


def _standing(standing: Standing) -> dict[str, Any]:
    return asdict(standing) | {"percent": str(standing.percent)}


def _standing_from(said: Mapping[str, Any]) -> Standing:
    base = Baseline(**said["baseline"] | {"by_month": tuple(said["baseline"]["by_month"])})
    return Standing(said["unit"], base, Decimal(said["percent"]), said["allowed"], said["issued"])


def _forecast(ahead: Forecast | None) -> dict[str, Any] | None:
    if ahead is None:
        return None
    days = {name: day.isoformat() if (day := getattr(ahead, name)) else None for name in _DAYS}
    return asdict(ahead) | days


def _forecast_from(said: Mapping[str, Any]) -> Forecast:
    days = {name: date.fromisoformat(said[name]) if said[name] else None for name in _DAYS}
    return Forecast(**{**said, **days})


_DAYS = ("used_up_on", "used_up_soonest")
