"""What a year is held against: last year's figure, and how many documents that leaves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from sqlalchemy import Connection, select

from drafter.register.counting import Counts
from drafter.register.decisions import all_holding, decide, holding
from drafter.register.history import Act
from drafter.register.rules import Rules, allowance
from drafter.register.tables import entry

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many documents counted in a year, which the next is compared with."""

    year: int
    figure: int | None
    """None where nobody knows."""
    origin: Literal["register", "entered", "unknown"]
    source: str = ""
    """Where an entered figure comes from."""
    registered: int = 0
    """What the register of the year holds, whatever the figure is."""
    by_month: tuple[int, ...] = ()
    """Twelve counts of the register; of an entered figure twelve equal parts, which is an estimate."""
    until: int | None = None
    """Up to the same day; of an entered figure an estimate by equal parts."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A figure by hand, and where it comes from."""

    figure: int
    source: str


def enter_baseline(connection: Connection, year: int, unit: str, figure: int, source: str, act: Act) -> None:
    """A figure for a year without a whole register, with its source; it goes before the register's own count."""
    decide(connection, f"baseline/{year}/{unit}", json.dumps([figure, source], ensure_ascii=False), act)


def drop_baseline(connection: Connection, year: int, unit: str, act: Act) -> None:
    """From now on the register counts again."""
    if holding(connection, f"baseline/{year}/{unit}") is not None:
        decide(connection, f"baseline/{year}/{unit}", "null", act)


def set_target(connection: Connection, year: int, unit: str, percent: Decimal, act: Act) -> None:
    """By how much a unit, "" for the whole office, shall issue less in a year."""
    decide(connection, f"target/{year}/{unit}", str(percent), act)


def percents_of(connection: Connection, year: int, rules: Rules) -> dict[str, Decimal]:
    """The targets of a year by unit; under "" that of the office, else of the rules, for units that have none."""
    decided = {unit: Decimal(value) for unit, value in _by_unit(connection, f"target/{year}/").items()}
    return {"": rules.percent} | decided


def entered_of(connection: Connection, year: int) -> dict[str, Entered]:
    """The figures entered for a year by unit, "" for the whole office; not those that were dropped again."""
    said = {unit: json.loads(value) for unit, value in _by_unit(connection, f"baseline/{year}/").items()}
    return {unit: Entered(*value) for unit, value in said.items() if value}


def baseline_of(counted: Counts, entered: Entered | None, day: date, *, is_known: bool) -> Baseline:
    """The baseline of a year whose register was `counted` up to the `day` a year later.

    `is_known` tells whether that is a count at all, or nothing of it stands in the register.
    """
    if entered is None and is_known:
        return Baseline(counted.year, counted.whole, "register", "", counted.whole, counted.by_month(), counted.until)
    if entered is None:
        return Baseline(counted.year, None, "unknown")
    parts, days = _equal_parts(entered.figure), _DAYS[day.month - 1]
    until = sum(parts[: day.month - 1]) + round(parts[day.month - 1] * min(day.day, days) / days)
    return Baseline(counted.year, entered.figure, "entered", entered.source, counted.whole, parts, until)


def _by_unit(connection: Connection, start: str) -> dict[str, str]:
    """What was decided under names that begin so and end with a unit."""
    return {name.removeprefix(start): value for name, value in all_holding(connection, start).items()}


def has_book(connection: Connection, year: int) -> bool:
    """Whether the register has anything of the year."""
    return connection.execute(select(entry.c.id).where(entry.c.year == year).limit(1)).first() is not None


def allowed(baseline: Baseline, percent: Decimal, rules: Rules) -> int | None:
    """How many documents the year may have; None where there is no baseline."""
    return None if baseline.figure is None else allowance(baseline.figure, percent, rules.rounding)


def spread(baseline: Baseline, allowed: int | None) -> tuple[int, ...]:
    """The allowance month by month, as the documents of the baseline were; () where that is not known.

    Whole documents, so that each sum from January on is the nearest.
    """
    figure, months = baseline.figure, baseline.by_month
    if allowed is None or not figure or not months:
        return ()
    ends = [(2 * allowed * sum(months[:month]) + figure) // (2 * figure) for month in range(13)]
    return tuple(end - start for start, end in pairwise(ends))


def _equal_parts(figure: int) -> tuple[int, ...]:
    """Twelve whole parts that add up to the figure."""
    ends = [round(figure * month / 12) for month in range(13)]
    return tuple(end - start for start, end in pairwise(ends))
