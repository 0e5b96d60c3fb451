"""Registers of offices that never were, year by year: size, season, trend, good and bad months by lot, from a seed.

Three families: the figures of `drafter.register.pattern` were set on registers made as `LEARNED` says, and are measured
on those made as `UNSEEN` and `HARSH` say, which differ in size, season, trend, noise and in how often a year turns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np

TET = {
    **{2020: date(2020, 1, 25), 2021: date(2021, 2, 12), 2022: date(2022, 2, 1), 2023: date(2023, 1, 22)},
    **{2024: date(2024, 2, 10), 2025: date(2025, 1, 29), 2026: date(2026, 2, 17), 2027: date(2027, 2, 6)},
}
"""The first day of the lunar year."""
ASKED = ((1, 31), (2, 15), (3, 31), (5, 15), (6, 30), (8, 15), (9, 30), (10, 15), (11, 30))
"""Months and days on which a forecast is asked for."""


@dataclass(frozen=True, slots=True)
class Family:
    """How registers are made."""

    sizes: tuple[int, int]
    """Documents a year, the fewest and the most; equally often in every power of ten."""
    season: tuple[float, ...]
    """How busy each month is beside the others."""
    own: float
    """How far the office's own season lies from it (standard deviation of the logarithm)."""
    noise: tuple[float, float]
    """Good and bad months: the coefficient of variation beyond that of Poisson, the least and the most."""
    lasting: float
    """Correlation of one month's noise with the next one's."""
    trend: Literal["walk", "steady"]
    """Each year's change by lot, or the same change every year with a little noise; both from −30% to +30%."""
    cut: float
    """How often the year in question is cut by 15% midway."""
    tet: bool
    """Whether the ten days before and after Tết are quiet, wherever they fall; else the season says all."""


LEARNED = Family(
    sizes=(50, 5_000),
    season=(0.8, 0.6, 1.25, 1.0, 0.95, 1.25, 0.9, 0.95, 1.2, 0.95, 1.0, 1.3),
    own=0.15,
    noise=(0.05, 0.3),
    lasting=0.0,
    trend="walk",
    cut=0.2,
    tet=False,
)
UNSEEN = Family(
    sizes=(80, 3_000),
    season=(1.0, 1.0, 1.15, 0.9, 1.0, 1.15, 0.8, 1.0, 1.1, 1.05, 1.0, 1.5),
    own=0.2,
    noise=(0.08, 0.25),
    lasting=0.3,
    trend="steady",
    cut=0.3,
    tet=True,
)
HARSH = Family(
    sizes=(50, 5_000),
    season=(0.9, 0.8, 1.1, 1.0, 1.1, 1.0, 1.0, 1.0, 1.0, 1.1, 1.1, 1.2),
    own=0.3,
    noise=(0.05, 0.35),
    lasting=0.5,
    trend="walk",
    cut=0.5,
    tet=True,
)


@dataclass(frozen=True, slots=True)
class OfficeYear:
    """The year in question with the years before it, the oldest first."""

    year: int
    past: dict[int, tuple[int | None, ...]]
    days: dict[date, int]
    cut: bool

    @property
    def total(self) -> int:
        return sum(self.days.values())


def office_years(family: Family, count: int, years: int | None, seed: int, half: bool = False) -> Iterator[OfficeYear]:
    """Offices with so many years of past; None: one to four by lot; `half`: the last of them since 1 July only."""
    rng = np.random.default_rng(seed)
    for _ in range(count):
        yield _office_year(family, int(rng.integers(1, 5)) if years is None else years, half, rng)


def _office_year(family: Family, years: int, half: bool, rng: np.random.Generator) -> OfficeYear:
    year = 2026
    low, high = np.log(family.sizes)
    size = float(np.exp(rng.uniform(low, high)))
    season = np.array(family.season) * np.exp(rng.normal(0, family.own, 12))
    noise = float(rng.uniform(*family.noise))
    change = rng.uniform(-0.3, 0.3)
    cut = bool(rng.random() < family.cut)
    past = {}
    for number in range(year - years, year):
        months = Counter()
        for day, documents in _days(family, number, size, season, noise, 0, rng).items():
            months[day.month] += documents
        known = range(7, 13) if half and number == year - 1 else range(1, 13)
        past[number] = tuple(months[month] if month in known else None for month in range(1, 13))
        step = rng.uniform(-0.3, 0.3) if family.trend == "walk" else change + rng.normal(0, 0.05)
        size *= 1 + step
    return OfficeYear(year, past, _days(family, year, size, season, noise, 0.15 if cut else 0, rng), cut)


def _days(
    family: Family, year: int, size: float, season: np.ndarray, noise: float, cut: float, rng: np.random.Generator
) -> dict[date, int]:
    """Documents of each day, Monday to Friday; cut from some day between May and September on."""
    first = date(year, 1, 1)
    days = [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]
    days = [day for day in days if day.weekday() < 5]
    rates = np.array([season[day.month - 1] for day in days])
    if family.tet:
        rates *= [0.25 if abs((day - TET[year]).days) <= 10 else 1.0 for day in days]
    rates *= size / rates.sum()
    rates *= _months_noise(noise, family.lasting, rng)[[day.month - 1 for day in days]]
    turn = date(year, int(rng.integers(5, 10)), 1)
    rates *= [1 - cut if day >= turn else 1.0 for day in days]
    return {day: int(made) for day, made in zip(days, rng.poisson(rates), strict=True) if made}


def _months_noise(noise: float, lasting: float, rng: np.random.Generator) -> np.ndarray:
    """A factor a month with mean one and the given coefficient of variation, log-normal, each like the one before."""
    spread = np.sqrt(np.log1p(noise**2))
    state, states = rng.normal(), []
    for _ in range(12):
        states.append(state)
        state = lasting * state + np.sqrt(1 - lasting**2) * rng.normal()
    return np.exp(spread * np.array(states) - spread**2 / 2)
