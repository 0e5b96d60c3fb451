"""How an office's documents spread over the months and how many a year may bring: what its past years say."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

Past = Mapping[int, Sequence[int | None] | int]
"""Past years: twelve months' counts, None for a month that nobody knows; or the year's figure alone."""
_Months = Sequence[int | None]

# Squared coefficients of variation, set on the family LEARNED of made registers (tests/register/office_years.py).
SEASON = 0.045
"""How far the months of an office lie from an even spread."""
EVEN = 0.09
"""The same, where the office's own is not known."""
NOISE = 0.03
"""How far a month lies from its office's own spread, beyond chance (Poisson)."""
CHANGE = 0.03
"""How far a year lies from the year before, its trend taken out."""
USUAL_MONTHS = 12
"""How many of the office's own months `NOISE` weighs as much as."""
USUAL_YEARS = 4
"""How many of the office's own changes from year to year `CHANGE` weighs as much as, and that there is no trend."""
_HOLIDAYS = {(1, 1), (4, 30), (5, 1), (9, 2)}
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Pattern:
    """What past years say of a year."""

    shares: tuple[float, ...]
    """The part of the year's documents in each month; together 1."""
    scatter: tuple[float, ...]
    """How far each month may lie from its share, beyond Poisson: squared coefficient of variation."""
    level: float | None
    """Documents in the whole year; None where no past year is known."""
    doubt: float
    """Squared coefficient of variation of `level`."""
    months: int
    """For how many months of the year the past tells their share: 0 to 12."""

    def part(self, months: Sequence[float]) -> float:
        """The part of the year's documents in these months; of each month a part from 0 to 1."""
        return sum(share * part for share, part in zip(self.shares, months, strict=True))

    def spread(self, months: Sequence[float]) -> float:
        """How far these parts of months may lie together from what is expected, as `scatter` says it of one.

        Days of a month are taken as independent, so that few days say little.
        """
        whole = self.part(months)
        rows = zip(self.shares, self.scatter, months, strict=True)
        return sum(variation * share**2 * part for share, variation, part in rows) / whole**2 if whole else 0.0


def pattern(past: Past, year: int) -> Pattern:
    """What the years before `year` say of it: the office's own spread over the months, even where none is known."""
    even = [working_days(year, month) for month in range(1, 13)]
    years = {number: past[number] for number in sorted(past) if number < year}
    rows = [months for months in years.values() if not isinstance(months, int) and any(m is not None for m in months)]
    shares = _shares(rows, [days / sum(even) for days in even])
    noise = _noise(rows, shares)
    seen = [sum(row[month] is not None for row in rows) for month in range(12)]
    monthly = _monthly(rows, shares, noise)
    scatter = tuple(noise + (SEASON * monthly / (monthly + SEASON * times) if times else EVEN) for times in seen)
    bare = Pattern(tuple(shares), scatter, None, 0.0, sum(map(bool, seen)))
    return _with_level(bare, years, year)


def working_days(year: int, month: int, until: int = 31) -> int:
    """Days of a month on which offices work, up to a day of it; Tết and Giỗ Tổ, which move, are not known."""
    days = (date(year, month, 1) + timedelta(n) for n in range(until))
    return sum(day.month == month and is_working(day) for day in days)


def is_working(day: date) -> bool:
    """Monday to Friday, but for the holidays of fixed date (Bộ luật Lao động 2019, Điều 112)."""
    return day.weekday() < 5 and (day.month, day.day) not in _HOLIDAYS


def _shares(rows: Sequence[_Months], even: Sequence[float]) -> list[float]:
    """The mean share of each month; the fewer years and the smaller they are, the nearer to the even one."""
    shares = list(even)
    for _ in range(_ROUNDS if rows else 0):  # the years' levels follow from the shares where months are missing
        levels = [_level(row, shares) for row in rows]
        held = _monthly(rows, shares, NOISE) / SEASON
        for month in range(12):
            counts = [row[month] for row in rows]
            own = [n / level for n, level in zip(counts, levels, strict=True) if n is not None]
            shares[month] = (sum(own) + held * even[month]) / (len(own) + held)
        shares = [share / sum(shares) for share in shares]
    return shares


def _level(row: _Months, shares: Sequence[float]) -> float:
    """Documents in the whole year of which these months are known; one at least, to be divided by."""
    known = [month for month in range(12) if row[month] is not None]
    return max(1.0, sum(row[month] or 0 for month in known) / sum(shares[month] for month in known))


def _monthly(rows: Sequence[_Months], shares: Sequence[float], noise: float) -> float:
    """Squared coefficient of variation of a usual month's count, chance and noise together."""
    return noise + 12 * len(rows) / sum(_level(row, shares) for row in rows) if rows else noise


def _noise(rows: Sequence[_Months], shares: Sequence[float]) -> float:
    """The office's own `NOISE`, from months that several years have; large counts say more of it than small ones."""
    total, weight = USUAL_MONTHS * NOISE, float(USUAL_MONTHS)
    for month in range(12):
        counts = [(row[month] or 0, _level(row, shares) * shares[month]) for row in rows if row[month] is not None]
        if len(counts) < 2:
            continue
        for count, expected in counts:
            sure = (NOISE / (NOISE + 1 / expected)) ** 2
            free = (len(counts) - 1) / len(counts)
            total += sure * ((count - expected) ** 2 - free * expected) / expected**2
            weight += sure * free
    return max(NOISE / 10, total / weight)


def _with_level(bare: Pattern, years: Past, year: int) -> Pattern:
    """The pattern with what the last known year and the changes before it let expect."""
    levels = {number: _year_level(known, bare.shares) for number, known in years.items()}
    known = {number: level for number, level in levels.items() if level is not None}
    if not known:
        return bare
    steps = [(after - before, math.log(known[after] / known[before])) for before, after in pairwise(known)]
    trend = sum(change / gap for gap, change in steps) / (len(steps) + USUAL_YEARS)
    seen = sum((change / gap - trend) ** 2 for gap, change in steps)
    last = max(known)
    change = (USUAL_YEARS * CHANGE + seen) / (USUAL_YEARS + len(steps)) * (year - last)
    level = known[last] * math.exp(trend * (year - last))
    return replace(bare, level=level, doubt=change + 1 / known[last] + _guessed(years[last], bare))


def _year_level(known: _Months | int, shares: Sequence[float]) -> float | None:
    if isinstance(known, int):
        return max(1.0, known)
    return _level(known, shares) if any(count is not None for count in known) else None


def _guessed(known: _Months | int, bare: Pattern) -> float:
    """What the months that nobody knows add to the doubt of a year's level."""
    if isinstance(known, int) or None not in known:
        return 0.0
    return bare.spread([float(count is not None) for count in known])
