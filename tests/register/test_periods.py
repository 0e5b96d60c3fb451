"""Periods: their days, closing them, what is corrected afterwards; on both databases."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import plain_sql
import pytest
from busy_years import AFTERWARDS, UNITS, disturb, fill
from sqlalchemy import text
from written_books import LAN, because, plan

from drafter.register import Act, Register
from drafter.register.periods import NAMES, Closing, Period, account, close, closed, closing_of, corrections, figures_of
from drafter.register.periods.corrections import Corrections
from drafter.register.refusals import OpenNumbers, PeriodClosed, PeriodNotOver
from drafter.register.rules import Rules
from drafter.register.targets import enter_baseline, set_target

H1 = Period(2026, "H1")
LATER = date(2027, 2, 1)


def closed_half(book: Register) -> Closing:
    with book.writing() as connection:
        return close(connection, H1, Act("Lan", "Đã rà soát, còn chờ phòng chuyên môn"), LATER)


def now(book: Register, unit: str | None = None) -> Corrections:
    with book.reading() as connection:
        found = corrections(connection, H1, unit)
    assert found
    return found


def test_days_and_titles() -> None:
    days = {name: (str(Period(2024, name).first), str(Period(2024, name).last)) for name in NAMES}

    assert days == {name: (f"2024-{first}", f"2024-{last}") for name, (first, last) in plain_sql.DAYS.items()}
    assert [Period(2026, name).title for name in ("Q1", "H1", "Y")] == [
        "quý I năm 2026",
        "6 tháng đầu năm 2026",
        "năm 2026",
    ]


def test_what_was_closed_comes_back_as_it_was(book: Register) -> None:
    fill(book, 11)
    with book.reading() as connection:
        before = figures_of(connection, H1)
    made = closed_half(book)

    with book.reading() as connection:
        assert closing_of(connection, H1) == made
        assert [one.figures.period for one in closed(connection, 2026)] == [H1]
        assert closing_of(connection, Period(2026, "Q1")) is None
        assert corrections(connection, Period(2026, "Q1")) is None
    assert made.figures == before
    assert now(book) == Corrections((), (), ())


def test_a_period_is_closed_once_and_when_it_is_over(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    with book.writing() as connection, pytest.raises(PeriodNotOver, match="30/06/2026"):
        close(connection, H1, LAN, date(2026, 6, 30))
    with book.writing() as connection:
        close(connection, H1, LAN, date(2026, 7, 1))
    with book.writing() as connection, pytest.raises(PeriodClosed, match="Lan"):
        close(connection, H1, LAN, date(2026, 7, 2))


@pytest.mark.usefixtures("clock_of_hanoi")
def test_the_day_of_closing_is_that_of_the_clock_here(book: Register) -> None:
    with book.writing() as connection:
        close(connection, H1, Act("Lan", at="2026-07-01T20:30:00+00:00"), LATER)
    with book.writing() as connection, pytest.raises(PeriodClosed, match="đã được Lan chốt ngày 02/07/2026"):
        close(connection, H1, LAN, LATER)


def test_open_numbers_need_a_reason_which_is_kept(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    book.reserve(plan(date="2026-04-02"), 2026, LAN)
    with book.writing() as connection, pytest.raises(OpenNumbers, match="02/KH-UBND"):
        close(connection, H1, LAN, LATER)
    with book.writing() as connection:
        close(connection, Period(2026, "Q1"), LAN, LATER)  # the number is kept for a day after it
        made = close(connection, H1, because("Chờ Chủ tịch ký"), LATER)

    assert made.reason == "Chờ Chủ tịch ký"


def test_a_gap_needs_a_reason_until_it_has_one(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    with book.writing() as connection:
        connection.execute(text("UPDATE register_entry SET number = 3 WHERE number = 1"))
    with book.writing() as connection, pytest.raises(OpenNumbers, match="01–02"):
        close(connection, H1, LAN, LATER)
    for number in ("01/KH-UBND", "02/KH-UBND"):
        book.cancel(number, 2026, because("Sổ mở từ số 3"))
    with book.writing() as connection:
        assert close(connection, H1, LAN, LATER).reason == ""


def test_rules_and_targets_of_later_do_not_change_a_closed_period(book: Register) -> None:
    fill(book, 12)
    made = closed_half(book)
    book.set_rules(Rules(copies=True, invitations=False, normative=True, percent=Decimal(30)), LAN)
    with book.writing() as connection:
        set_target(connection, 2026, "", Decimal(40), LAN)
        set_target(connection, 2026, UNITS[0], Decimal(50), LAN)

    assert now(book) == Corrections((), (), ())
    with book.reading() as connection:
        assert account(connection, H1).figures == made.figures
        assert figures_of(connection, H1).sums != made.figures.sums


@pytest.mark.parametrize("seed", [21, 22, 23])
def test_corrections_are_the_difference_of_two_counts_by_plain_sql(book: Register, seed: int) -> None:
    fill(book, seed)
    closed_half(book)
    with book.reading() as connection:
        before = plain_sql.figures(connection, 2026, "H1")
    disturb(book, seed)
    with book.reading() as connection:
        after = plain_sql.figures(connection, 2026, "H1")
    found = now(book)

    names = {"same_period": "same_period_last_year", "same_cumulative": "cumulative_last_year", "last_year": "baseline"}
    told = {(one.name, one.unit, one.kind): (one.before or 0, one.now or 0) for one in found.differences}
    rows = {(None, ""): (before, after)}
    rows |= {(one["unit"], ""): (one, other) for one, other in zip(before["by_unit"], after["by_unit"], strict=True)}
    rows |= {(None, kind): (before["by_kind"][kind], after["by_kind"][kind]) for kind in before["by_kind"]}
    expected = {
        (name, unit, kind): (one[key] or 0, other[key] or 0)
        for (unit, kind), (one, other) in rows.items()
        for name in ("issued", "same_period", "cumulative", "same_cumulative", "last_year", "allowed", "left")
        if (key := names.get(name, name)) in one and one[key] != other[key]
    }
    assert told == expected
    assert expected


@pytest.mark.parametrize("seed", [31, 32, 33])
def test_the_entries_named_explain_the_figures(book: Register, seed: int) -> None:
    fill(book, seed)
    made = closed_half(book)
    disturb(book, seed)
    found = now(book)

    for year, field in ((2026, "cumulative"), (2025, "last_year")):
        for unit in (None, *UNITS):
            places = [(one.before, one.now) for one in found.entries]
            gain = sum(
                (new is not None and new.year == year and unit in (None, new.unit))
                - (old is not None and old.year == year and unit in (None, old.unit))
                for old, new in places
            )
            of = made.figures if unit is None else made.figures.of_unit(unit)
            with book.reading() as connection:
                then = getattr(of.sums, field) or 0
                assert (getattr(figures_of(connection, H1, unit).sums, field) or 0) == then + gain, (year, unit)
    assert {one.effect for one in found.entries} >= {"added", "dropped"}
    assert all(one.changes[-1].who == AFTERWARDS.who and one.changes[-1].why for one in found.entries)


def test_what_is_done_and_undone_is_no_correction(book: Register) -> None:
    book.issue(plan(unit="Phòng Kinh tế"), 2026, LAN)
    closed_half(book)
    book.correct("01/KH-UBND", 2026, {"unit": "Phòng Văn hóa"}, because("Nhầm"))
    assert [one.effect for one in now(book).entries] == ["moved"]
    assert not now(book, "Văn phòng").entries
    assert len(now(book, "Phòng Văn hóa").entries) == 1

    book.correct("01/KH-UBND", 2026, {"unit": "Phòng Kinh tế"}, because("Đúng như cũ"))
    book.correct("01/KH-UBND", 2026, {"signer": "Hoàng Thị Lan"}, because("Thiếu"))

    assert now(book) == Corrections((), (), ())


def test_what_comes_after_the_period_is_no_correction(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    closed_half(book)
    book.issue(plan(date="2026-07-01"), 2026, LAN)

    assert now(book) == Corrections((), (), ())


def test_a_figure_entered_for_the_year_before_is_told_with_who_and_why(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    closed_half(book)
    with book.writing() as connection:
        enter_baseline(connection, 2025, "", 401, "Báo cáo số 12/BC-UBND", Act("Hà", "Tìm thấy báo cáo"))
    found = now(book)

    assert [(one.who, one.why) for one in found.decisions] == [("Hà", "Tìm thấy báo cáo")]
    assert {one.name: (one.before, one.now) for one in found.differences if one.is_of_whole} == {
        "same_period": (None, 200),
        "same_cumulative": (None, 200),
        "last_year": (None, 401),
        "allowed": (None, 340),
        "left": (None, 339),
    }


def test_a_figure_entered_for_a_unit_is_told_of_that_unit_alone(book: Register) -> None:
    for unit in ("Kinh tế", "Văn hóa/Kinh tế", ""):
        book.issue(plan(unit=unit), 2026, LAN)
    closed_half(book)
    with book.writing() as connection:
        enter_baseline(connection, 2025, "Văn hóa/Kinh tế", 40, "Báo cáo", LAN)
        enter_baseline(connection, 2025, "", 90, "Báo cáo", LAN)

    told = {unit: [one.name for one in now(book, unit).decisions] for unit in ("Kinh tế", "Văn hóa/Kinh tế", "")}

    assert told == {"Kinh tế": [], "Văn hóa/Kinh tế": ["baseline/2025/Văn hóa/Kinh tế"], "": []}


def test_a_snapshot_grows_with_units_and_kinds_and_not_with_documents(book: Register) -> None:
    fill(book, 41, size=300)
    closed_half(book)
    with book.reading() as connection:
        documents = connection.execute(text("SELECT count(*) FROM register_entry")).scalar_one()
        snapshot = connection.execute(text("SELECT snapshot FROM register_period")).scalar_one()

    said = json.loads(snapshot)
    assert said["schema"] == "drafter.snapshot/1"
    cells = said["figures"]["now"] + said["figures"]["before"]
    assert 0 < len(cells) <= 2 * len(UNITS) * 8 * 13
    assert sum(cell[3] for cell in cells) < documents
    assert len(json.dumps(cells)) < 40 * len(cells)
