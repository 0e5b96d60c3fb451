"""The figures of every period, as JSON has them, against plain SQL, on both databases."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import plain_sql
import pytest
from busy_years import UNITS, fill

from drafter.register import Act, Register
from drafter.register.periods import NAMES, Period, account
from drafter.register.targets import enter_baseline, set_target
from drafter.render.json import json_text
from drafter.render.periods import period_fields

LATER = date(2027, 2, 1)
SUMS = ("issued", "same_period_last_year", "cumulative", "cumulative_last_year", "baseline")
TARGET = ("target_percent", "allowed", "left")


def told(book: Register, name: str, unit: str | None = None) -> dict[str, Any]:
    """The figures of the JSON in the form in which plain SQL gives them."""
    with book.reading() as connection:
        said = json.loads(json_text(period_fields(account(connection, Period(2026, name), unit, LATER))))
    whats = ("cancelled", "reserved", "replaced", "uncounted")
    beside = {what: [one for one in said["beside"] if one["what"] == what] for what in whats}
    found = {key: said[key] for key in (*SUMS, *TARGET, "undated", "by_month", "by_unit")} | {
        "by_kind": {one["kind"]: {key: one[key] for key in SUMS} for one in said["by_kind"]},
        "beside": {
            what: (sum(one["issued"] for one in rows), sum(one["cumulative"] for one in rows))
            for what, rows in beside.items()
        },
        "gaps": sum(gap["last"] - gap["first"] + 1 for gap in said["gaps"]),
    }
    if unit is None:
        rows = said["by_unit_and_kind"]
        found["by_unit_and_kind"] = {(one["unit"], one["kind"]): {key: one[key] for key in SUMS} for one in rows}
    return found


def plain(book: Register, name: str, unit: str | None = None) -> dict[str, Any]:
    with book.reading() as connection:
        return plain_sql.figures(connection, 2026, name, unit)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_of_every_period_is_what_plain_sql_counts(book: Register, seed: int) -> None:
    fill(book, seed)

    for name in NAMES:
        assert told(book, name) == plain(book, name), name
        for unit in UNITS:
            assert told(book, name, unit) == plain(book, name, unit), (name, unit)


def test_targets_of_units_and_figures_that_were_entered(book: Register) -> None:
    fill(book, 3)
    with book.writing() as connection:
        set_target(connection, 2026, "", Decimal(20), Act("Lan"))
        set_target(connection, 2026, UNITS[1], Decimal(5), Act("Lan"))
        enter_baseline(connection, 2025, "", 401, "Báo cáo số 12/BC-UBND", Act("Lan"))
        enter_baseline(connection, 2025, UNITS[2], 50, "Báo cáo của phòng", Act("Lan"))

    for name in NAMES:
        assert told(book, name) == plain(book, name), name
        for unit in UNITS[:3]:
            assert told(book, name, unit) == plain(book, name, unit), (name, unit)


def test_a_first_year_has_nothing_to_be_compared_with(book: Register) -> None:
    fill(book, 4, size=30)
    with book.writing() as connection:
        connection.exec_driver_sql("UPDATE register_entry SET replaced_by = NULL")
        connection.exec_driver_sql("DELETE FROM register_entry WHERE year = 2025")

    for name in NAMES:
        assert told(book, name) == plain(book, name), name
    assert told(book, "Y")["allowed"] is None


def test_quarters_and_what_has_no_day_make_the_year(book: Register) -> None:
    fill(book, 5)
    found = {name: told(book, name) for name in NAMES}

    issued = {name: found[name]["issued"] for name in NAMES}
    undated = found["Y"]["undated"]
    assert undated > 0
    assert issued["Y"] == issued["Q1"] + issued["Q2"] + issued["Q3"] + issued["Q4"] + undated
    assert issued["H1"] == issued["Q1"] + issued["Q2"]
    assert found["H1"]["cumulative"] == issued["H1"] + undated


def test_a_period_that_runs_is_counted_to_the_day_in_both_years(book: Register) -> None:
    fill(book, 6)
    day = date(2026, 5, 14)
    with book.reading() as connection:
        found = account(connection, Period(2026, "Q2"), today=day).figures
        this = plain_sql.documents(connection, 2026, "date BETWEEN '2026-04-01' AND '2026-05-14'")
        last = plain_sql.documents(connection, 2025, "date BETWEEN '2025-04-01' AND '2025-05-14'")

    assert found.as_of == day
    assert (found.sums.issued, found.sums.same_period) == (this, last)
    assert found.forecast is not None
