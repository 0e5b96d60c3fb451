"""Back-testing the forecast: how often the year ends inside the interval, how far the middle is off, what it costs.

    .venv/bin/python bench/forecast.py [--offices N] [--others]

On made registers (tests/register/office_years.py): LEARNED, on which the figures of drafter/register/pattern.py were
set, with other seeds; UNSEEN and HARSH, on which nothing was set. `--others` measures what else could have been used;
it needs statsmodels.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import material
import numpy as np

sys.path.insert(0, str(material.ROOT / "tests" / "register"))
from office_years import ASKED, HARSH, LEARNED, UNSEEN, Family, OfficeYear, office_years

from drafter.register.forecast import forecast

SETTINGS = (
    *(("no past year", 0, False), ("since 1 July of the last year", 1, True)),
    *((f"{years} past year{'s' * (years > 1)}", years, False) for years in (1, 2, 3, 4)),
)
ENDS = tuple(day for day in ASKED if day[1] >= 30)
Interval = tuple[float, float, float]
Way = Callable[[OfficeYear, date], Interval | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    total: int
    low: float
    middle: float
    high: float

    @property
    def inside(self) -> bool:
        return self.low <= self.total <= self.high


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--offices", type=int, default=500, help="offices of each kind (500)")
    options.add_argument("--others", action="store_true", help="measure other ways too")
    chosen = options.parse_args()
    for name, family in (("LEARNED, other seeds", LEARNED), ("UNSEEN", UNSEEN), ("HARSH", HARSH)):
        print(f"{name}, {chosen.offices} offices of each kind\n{HEADING}")
        by_setting(family, chosen.offices)
    costs()
    if chosen.others:
        others(chosen.offices)


HEADING = f"{'':32}{'cases':>7}{'inside':>8}{'below':>7}{'above':>7}{'width':>7}{'error':>7}{'ratio':>7}"
"""Below, above: the truth beyond the interval's end. Its width, the middle's error, the ratio's: parts of the truth."""


def by_setting(family: Family, count: int) -> None:
    days, sizes, cuts, all_standard = defaultdict(list), defaultdict(list), defaultdict(list), []
    for number, (name, years, half) in enumerate(SETTINGS):
        told = []
        for office in office_years(family, count, years, 1_000 + number, half):
            for day in ASKED:
                as_of = date(office.year, *day)
                pair = outcome(ours, office, as_of), outcome(ratio, office, as_of)
                told.append(pair)
                if years and not half:
                    all_standard.append(pair)
                    days[f"as of {day[1]}/{day[0]}"].append(pair)
                    sizes[_size(office.total)].append(pair)
                    cuts["cut by 15% midway" if office.cut else "not cut"].append(pair)
        show(name, told)
    show("1 to 4 past years, all", all_standard)
    for group in (days, sizes, cuts):
        for name in sorted(group, key=lambda name: list(group).index(name) if group is days else name):
            show(f"  {name}", group[name])


def _size(total: int) -> str:
    return "under 200 documents" if total < 200 else "200 to 999" if total < 1_000 else "from 1,000 on"


def show(name: str, pairs: Iterable[tuple[Outcome | None, Outcome | None]]) -> None:
    pairs = list(pairs)
    told = [one for one, _ in pairs if one]
    compared = [(one, other) for one, other in pairs if one and other]
    parts = (
        *(np.mean([one.inside for one in told]), np.mean([one.total < one.low for one in told])),
        *(np.mean([one.total > one.high for one in told]), np.mean([(one.high - one.low) / one.total for one in told])),
        np.mean([error(one) for one in told]),
        np.mean([error(other) for _, other in compared]) if compared else np.nan,
    )
    print(f"{name:32}{len(told):7} " + "".join(f"{'–' if np.isnan(part) else f'{part:.1%}':>7}" for part in parts))


def error(one: Outcome) -> float:
    return abs(one.middle - one.total) / one.total


def outcome(way: Way, office: OfficeYear, as_of: date) -> Outcome | None:
    told = way(office, as_of)
    return told and Outcome(office.total, *told)


def ours(office: OfficeYear, as_of: date) -> Interval | None:
    told = forecast(office.past, office.days, as_of)
    return told and (told.low, told.middle, told.high)


def ratio(office: OfficeYear, as_of: date) -> Interval | None:
    """The last year's number times how this year stands beside the same period of the last; what most people reckon."""
    months = office.past.get(office.year - 1)
    if not months or isinstance(months, int) or None in months:
        return None
    before = sum(months[: as_of.month - 1]) + months[as_of.month - 1] * min(1.0, as_of.day / 30)
    if not before:
        return None
    middle = sum(months) * issued(office, as_of) / before
    return middle, middle, middle


def issued(office: OfficeYear, as_of: date) -> int:
    return sum(count for day, count in office.days.items() if day <= as_of)


def costs() -> None:
    office = next(office_years(UNSEEN, 1, 4, 5))
    started = time.perf_counter()
    for _ in range(200):
        forecast(office.past, office.days, date(office.year, 6, 30), 500)
    print(f"one forecast: {(time.perf_counter() - started) * 5:.1f} ms")
    for library in ("numpy", "scipy.special", "scipy.stats", "sklearn.linear_model", "statsmodels.tsa.api"):
        print(f"import {library}: {loading(library)}")


def loading(library: str) -> str:
    """Processor time of a process that imports a library, less that of one which imports none; the best of five."""
    program = "import time\nstarted = time.process_time()\nimport {}\nprint(time.process_time() - started)"
    times = []
    for _ in range(5):
        command = [sys.executable, "-c", program.format(library)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return "not installed"
        times.append(float(done.stdout))
    return f"{min(times):.2f} s"


def others(count: int) -> None:
    """Two ways of statsmodels beside ours: two to four past years, at the ends of months, which is all they can do."""
    print(f"UNSEEN, 2 to 4 past years, ends of months\n{HEADING}")
    offices = [office for years in (2, 3, 4) for office in office_years(UNSEEN, count // 25, years, 3_000 + years)]
    for name, way in (("as built", ours), ("Holt-Winters (ETSModel)", smoothed), ("GLM, months and years", regressed)):
        started = time.perf_counter()
        told = [(outcome(way, office, date(office.year, *day)), None) for office in offices for day in ENDS]
        spent = (time.perf_counter() - started) / len(told)
        show(f"{name}, {spent * 1_000:.1f} ms", told)


def smoothed(office: OfficeYear, as_of: date) -> Interval | None:
    """Exponential smoothing with multiplicative season and damped trend; the interval from a thousand paths."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    series = np.array([*history(office), *months_so_far(office, as_of)], float)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = ETSModel(
            np.maximum(series, 0.5), error="mul", trend="add", damped_trend=True, seasonal="mul", seasonal_periods=12
        )
        fitted = made.fit(disp=False)
        paths = fitted.simulate(12 - as_of.month, anchor="end", repetitions=1_000, rng=1)
    ends = issued(office, as_of) + np.maximum(np.asarray(paths).reshape(12 - as_of.month, -1), 0).sum(0)
    low, middle, high = np.quantile(ends, (0.1, 0.5, 0.9))
    return float(low), float(middle), float(high)


def regressed(office: OfficeYear, as_of: date) -> Interval | None:
    """Quasi-Poisson regression on month and year; the interval from the covariance and the months' own noise."""
    import statsmodels.api as sm

    so_far = list(months_so_far(office, as_of))
    counts = np.array([*history(office), *so_far], float)
    rows = len(office.past) + 1
    design = np.array([_row(place, rows) for place in range(12 * rows)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitted = sm.GLM(counts, design[: len(counts)], family=sm.families.Poisson()).fit(scale="X2")
        means = fitted.predict(design[len(counts) :])
        covariance = fitted.cov_params()
    slope = means @ design[len(counts) :]
    wide = 1.2816 * np.sqrt(slope @ covariance @ slope + fitted.scale * means.sum())
    end = issued(office, as_of) + means.sum()
    return max(end - wide, issued(office, as_of)), end, end + wide


def _row(place: int, rows: int) -> np.ndarray:
    year, month = divmod(place, 12)
    return np.concatenate([np.eye(12)[month], np.eye(rows)[year][1:]])


def history(office: OfficeYear) -> Iterator[int]:
    for year in sorted(office.past):
        yield from (count or 0 for count in office.past[year])


def months_so_far(office: OfficeYear, as_of: date) -> Iterator[int]:
    for month in range(1, as_of.month + 1):
        yield sum(count for day, count in office.days.items() if day.month == month)


if __name__ == "__main__":
    main()
