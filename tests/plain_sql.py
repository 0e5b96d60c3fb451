"""The figures of a period by plain SQL over the tables, without any of the program's own functions.

What counts is written out here: all kinds of `busy_years` but copies (SY), no attached texts, no normative documents.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, text

DAYS = {
    "Q1": ("01-01", "03-31"), "Q2": ("04-01", "06-30"), "Q3": ("07-01", "09-30"), "Q4": ("10-01", "12-31"),
    "H1": ("01-01", "06-30"), "H2": ("07-01", "12-31"), "Y": ("01-01", "12-31"),
}  # fmt: skip
COUNTS = (
    """year = :year AND state IN ('issued', 'replaced') AND kind <> 'SY' AND attached = false AND normative = false"""
)
ALL, UNIT = "1 = 1", "unit = :unit"


def one(connection: Connection, query: str, **values: Any) -> Any:
    return connection.execute(text(query), values).scalar()


def documents(connection: Connection, year: int, where: str, **values: Any) -> int:
    query = f"SELECT count(*) FROM register_entry WHERE {COUNTS} AND {where}"
    return int(one(connection, query, year=year, **values))


def figures(connection: Connection, year: int, name: str, unit: str | None = None) -> dict[str, Any]:
    """All figures that the JSON of a period has, of the office or of a unit."""
    only, of = (ALL, "") if unit is None else (UNIT, unit)
    days = {"last": f"{year}-{DAYS[name][1]}", "this": f"{year}-%"}
    whats = ("cancelled", "reserved", "replaced", "uncounted")
    found = standing(connection, year, name, unit) | {
        "undated": documents(connection, year, f"{only} AND date <= :last AND date NOT LIKE :this", unit=of, **days),
        "by_month": months(connection, year, name, unit),
        "by_kind": by_kind(connection, year, name, only, of),
        "beside": {what: beside(connection, year, name, only, of, what) for what in whats},
    }
    if unit is not None:
        return found | {"by_unit": [], "gaps": 0}
    names = units(connection, year)
    return found | {
        "by_unit": [{"unit": of, **standing(connection, year, name, of)} for of in names],
        "by_unit_and_kind": {
            (of, kind): of_kind for of in names for kind, of_kind in by_kind(connection, year, name, UNIT, of).items()
        },
        "gaps": gaps(connection, year, name),
    }


def sums(
    connection: Connection, year: int, name: str, where: str, is_known: bool, **values: Any
) -> dict[str, int | None]:
    """What fits, in the period and in the year up to its end, in both years; None of an unknown year before."""
    first, last = DAYS[name]
    cumulative = f"{where} AND date <= :last"
    within = cumulative if name == "Y" else f"{where} AND date BETWEEN :first AND :last"
    this = values | {"first": f"{year}-{first}", "last": f"{year}-{last}"}
    before = values | {"first": f"{year - 1}-{first}", "last": f"{year - 1}-{last}"}
    return {
        "issued": documents(connection, year, within, **this),
        "same_period_last_year": documents(connection, year - 1, within, **before) if is_known else None,
        "cumulative": documents(connection, year, cumulative, **this),
        "cumulative_last_year": documents(connection, year - 1, cumulative, **before) if is_known else None,
        "baseline": documents(connection, year - 1, where, **values) if is_known else None,
    }


def standing(connection: Connection, year: int, name: str, unit: str | None) -> dict[str, Any]:
    """The sums of the office or a unit, with what was entered for the year before; the target."""
    if unit is None:
        is_known = one(connection, "SELECT count(*) FROM register_entry WHERE year = :year", year=year - 1) > 0
        found: dict[str, Any] = sums(connection, year, name, ALL, is_known)
    else:
        is_known = documents(connection, year - 1, UNIT, unit=unit) > 0
        found = sums(connection, year, name, UNIT, is_known, unit=unit)
    found |= entered(connection, year, name, unit)
    percent = int(decided(connection, f"target/{year}/{unit or ''}") or decided(connection, f"target/{year}/") or "15")
    base = found["baseline"]
    allowed = None if base is None else base * (100 - percent) // 100
    left = None if allowed is None else allowed - found["cumulative"]
    return found | {"target_percent": float(percent), "allowed": allowed, "left": left}


def decided(connection: Connection, name: str) -> str | None:
    query = "SELECT value FROM register_decision WHERE name = :name ORDER BY id DESC LIMIT 1"
    return connection.execute(text(query), {"name": name}).scalar()


def entered(connection: Connection, year: int, name: str, unit: str | None) -> dict[str, Any]:
    """A figure written down for the year before, spread evenly over the months; none for documents of no unit."""
    said = None if unit == "" else decided(connection, f"baseline/{year - 1}/{unit or ''}")
    if said in (None, "null"):
        return {}
    figure = json.loads(said or "")[0]
    first, last = int(DAYS[name][0][:2]), int(DAYS[name][1][:2])
    ends = [round(figure * month / 12) for month in range(13)]
    return {
        "baseline": figure,
        "cumulative_last_year": ends[last],
        "same_period_last_year": ends[last] - ends[first - 1],
    }


def by_kind(connection: Connection, year: int, name: str, where: str, unit: str) -> dict[str, Any]:
    has_figure = entered(connection, year, name, None if where == ALL else unit)
    is_known = documents(connection, year - 1, where, unit=unit) > 0 and not has_figure
    both = COUNTS.replace("= :year", "IN (:year, :year - 1)")
    query = f"SELECT DISTINCT kind FROM register_entry WHERE {both} AND {where}"
    kinds = connection.execute(text(query), {"year": year, "unit": unit}).scalars()
    return {
        kind: sums(connection, year, name, f"{where} AND kind = :kind", is_known, unit=unit, kind=kind)
        for kind in kinds
    }


def units(connection: Connection, year: int) -> list[str]:
    """By name, documents of no unit last; none where no unit is named at all."""
    both = COUNTS.replace("= :year", "IN (:year, :year - 1)")
    found = connection.execute(text(f"SELECT DISTINCT unit FROM register_entry WHERE {both}"), {"year": year}).scalars()
    names = sorted(found, key=lambda unit: (not unit, unit))
    return [] if names == [""] else names


def months(connection: Connection, year: int, name: str, unit: str | None) -> list[dict[str, Any]]:
    where = ALL if unit is None else UNIT
    now, before = (
        [
            documents(connection, of, f"{where} AND date LIKE :month", month=f"{of}-{month:02}%", unit=unit or "")
            for month in range(1, 13)
        ]
        for of in (year, year - 1)
    )
    whole = standing(connection, year, name, unit)
    if given := entered(connection, year, name, unit):
        ends = [round(given["baseline"] * month / 12) for month in range(13)]
        before = [ends[month] - ends[month - 1] for month in range(1, 13)]
    known = whole["baseline"] is not None
    return [
        {
            "month": month,
            "issued": now[month - 1] if month <= int(DAYS[name][1][:2]) else None,
            "last_year": before[month - 1] if known else None,
            "pace": pace(connection, whole, before, month) if whole["baseline"] else None,
        }
        for month in range(1, 13)
    ]


def pace(connection: Connection, whole: dict[str, Any], before: list[int], month: int) -> int:
    """The nearest whole number, halves up, of the allowance times the year's part up to the month; less that before."""
    query = "SELECT (2 * :allowed * :part + :whole) / (2 * :whole)"
    ends = (
        one(connection, query, allowed=whole["allowed"], part=sum(before[:end]), whole=whole["baseline"])
        for end in (month - 1, month)
    )
    start, end = map(int, ends)
    return end - start


def beside(connection: Connection, year: int, name: str, where: str, unit: str, what: str) -> tuple[int, int]:
    """In the period, and in the year up to its end."""
    state = f"state = '{what}'"
    if what == "uncounted":
        state = "state IN ('issued', 'replaced') AND (kind = 'SY' OR attached = true OR normative = true)"
    query = f"SELECT count(*) FROM register_entry WHERE year = :year AND {where} AND {state} AND date <= :last"
    first, last = (f"{year}-{day}" for day in DAYS[name])
    cumulative = one(connection, query, year=year, unit=unit, last=last)
    if name == "Y":
        return cumulative, cumulative
    return one(connection, f"{query} AND date >= :first", year=year, unit=unit, first=first, last=last), cumulative


def gaps(connection: Connection, year: int, name: str) -> int:
    """Numbers below one of a document up to the period's end under which nothing stands, counted one by one."""
    return int(
        one(
            connection,
            """
        WITH RECURSIVE counted(number) AS (
            SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < 6000
        )
        SELECT count(*) FROM (SELECT DISTINCT series FROM register_entry WHERE year = :year) AS series, counted
        WHERE NOT EXISTS (
            SELECT 1 FROM register_entry AS e WHERE e.series = series.series AND e.number = counted.number
        ) AND (
            SELECT e.date FROM register_entry AS e WHERE e.series = series.series AND e.number > counted.number
            ORDER BY e.number LIMIT 1
        ) <= :last
        """,
            year=year,
            last=f"{year}-{DAYS[name][1]}",
        )
    )
