"""How many documents the year will end with, and on which day the allowance will be used up.

What past years say of the year's number (`drafter.register.pattern`) is taken as a Gamma distribution, what was issued
so far as observation; what is still to come is then negative binomial (the Gamma-Poisson model: Gelman et al., Bayesian
Data Analysis, 3rd edition, 2.6). Good and bad months weaken the observation and widen the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from drafter.register.pattern import Past, Pattern, is_working, pattern, working_days

Basis = Literal["pattern", "part", "even"]
"""The office's own months; its own for some months and an even spread for the others; an even spread."""
TURN = 0.004
"""How far the rest of a year may turn from its beginning: squared coefficient of variation, set as the pattern's."""
LOW, HIGH = 0.1, 0.9
"""The interval holds the year's number in eight of ten years."""
_UNKNOWN = 0.5
"""Documents that Jeffreys' prior adds where no past year is known."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Documents of the whole year, and when the allowance is used up."""

    low: int
    middle: int
    """As likely to be passed as not."""
    high: int
    used_up_on: date | None
    """The day on which the last allowed document was issued, or will be at the middle; None if not within the year.

    An allowance of nothing is used up on 1 January.
    """
    used_up_soonest: date | None
    """The same at the high end of the interval."""
    basis: Basis


def forecast(past: Past, current: Mapping[date, int], as_of: date, allowed: int | None = None) -> Forecast | None:
    """What a year will end with, as seen in the evening of `as_of`; None where there is nothing to reckon from.

    That is where no past year is known and nothing was issued, or no working day is over. `current`: documents of each
    day of the year; later days are not looked at. An allowance that is used up already has its true day. The same
    figures give the same forecast.
    """
    made = {day: count for day, count in sorted(current.items()) if day.year == as_of.year and day <= as_of}
    issued = sum(made.values())
    known = pattern(past, as_of.year)
    over = [_part_over(as_of, month) for month in range(1, 13)]
    if known.level is None and not (issued and any(over)):
        return None
    low, middle, high = (issued + number for number in _to_come(issued, known, over))
    on, soonest = (_used_up(made, end - issued, known.shares, as_of, allowed) for end in (middle, high))
    basis: Basis = "even" if not known.months else "part" if known.months < 12 else "pattern"
    return Forecast(low, middle, high, on, soonest, basis)


def _to_come(issued: int, known: Pattern, over: Sequence[float]) -> tuple[int, int, int]:
    """Documents still to come when these parts of the months are over: the low end, the middle, the high end."""
    rest = [1 - part for part in over]
    if not any(rest):
        return 0, 0, 0
    shape, scale = (_UNKNOWN, 0.0) if known.level is None else (1 / known.doubt, 1 / known.doubt / known.level)
    expected = issued if known.level is None else known.level * known.part(over)
    weight = 1 / (1 + known.spread(over) * expected)
    shape, scale = shape + weight * issued, scale + weight * known.part(over)
    mean = shape / scale * known.part(rest)
    variation = (1 + 1 / shape) * (1 + known.spread(rest) + TURN) - 1
    low, middle, high = (_quantile(part, mean, variation) for part in (LOW, 0.5, HIGH))
    return low, middle, high


def _part_over(as_of: date, month: int) -> float:
    """How much of a month is over: working days."""
    if month != as_of.month:
        return float(month < as_of.month)
    return working_days(as_of.year, month, as_of.day) / working_days(as_of.year, month)


def _quantile(part: float, mean: float, variation: float) -> int:
    """The least number that a negative binomial one does not pass with this probability.

    `variation` is the squared coefficient of variation of its rate.
    """
    from scipy.special import betainc  # a third of a second to load

    shape = 1 / variation
    below, high = -1, 1
    while betainc(shape, high + 1, shape / (shape + mean)) < part:
        below, high = high, 2 * high
    while high - below > 1:
        number = (below + high) // 2
        if betainc(shape, number + 1, shape / (shape + mean)) < part:
            below = number
        else:
            high = number
    return high


def _used_up(
    made: Mapping[date, int], to_come: int, shares: Sequence[float], as_of: date, allowed: int | None
) -> date | None:
    """The day on which the number issued reaches `allowed`, if so many are still to come."""
    if allowed is None:
        return None
    if allowed <= 0:
        return date(as_of.year, 1, 1)
    number = 0
    for day, count in made.items():
        number += count
        if number >= allowed:
            return day
    days = list(_rest_of_year(as_of, shares))
    whole, reached = sum(share for _, share in days), 0.0
    for day, share in days:
        reached += share / whole * to_come
        if number + round(reached) >= allowed:
            return day
    return None


def _rest_of_year(as_of: date, shares: Sequence[float]) -> Iterator[tuple[date, float]]:
    """The working days to come, each with its part of the year's documents."""
    day = as_of + timedelta(1)
    while day.year == as_of.year:
        if is_working(day):
            yield day, shares[day.month - 1] / working_days(day.year, day.month)
        day += timedelta(1)
