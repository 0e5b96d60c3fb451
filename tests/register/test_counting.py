"""What counts: every figure of the status as a plain question to the database gives it, and the list behind it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, event, text
from written_books import LAN, Shelf, because, plan

from drafter.nlp.kinds import kind_name
from drafter.register import Filter, Record, Register, Rules
from drafter.register.counting import counts, month_counts
from drafter.register.entries import put, row_of
from drafter.register.outlook import outlook
from drafter.register.rules import ADMINISTRATIVE, COPIES, Numbering, allowance, rules_from
from drafter.register.status import Status, status
from drafter.register.targets import drop_baseline, enter_baseline, set_target

UNITS = ("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "")
SYMBOLS = (
    "/KH-UBND",
    "/BC-UBND",
    "/UBND-VX",
    "/QĐ-UBND",
    "/TB-UBND",
    "/GM-UBND",
    "/SY-UBND",
    "/2026/QĐ-UBND",
    "/NQ-HĐND",
)
KINDS = ("KH", "BC", "CV", "QĐ", "TB", "GM", "SY", "QĐ", "NQ")


def some_entries(seed: int, year: int, count: int) -> Iterator[dict[str, object]]:
    """Rows of a year's book, with all that makes counting hard: copies, attached texts, cancelled numbers, no days."""
    chance = random.Random(seed * 10_000 + year)
    for number in range(1, count + 1):
        nth = chance.randrange(len(SYMBOLS))
        day = date.fromordinal(date(year, 1, 1).toordinal() + chance.randrange(365)).isoformat()
        record = Record(
            number=None if chance.random() < 0.03 else number,
            symbol=SYMBOLS[nth],
            kind=KINDS[nth],
            date=chance.choice(["", f"{year + 1}-01-05"]) if chance.random() < 0.04 else day,
            title=f"Văn bản {number}",
            unit=chance.choice(UNITS),
            attached=chance.random() < 0.05,
        )
        state = chance.choices(["issued", "replaced", "cancelled", "reserved"], [90, 3, 4, 3])[0]
        yield row_of(record, year, Rules(), state)


@pytest.fixture
def filled(book: Register) -> Register:
    """Two years of an office."""
    with book.writing() as connection:
        for year, count in ((2025, 500), (2026, 380)):
            put(connection, list(some_entries(1, year, count)))
    return book


def said_by(book: Register, year: int, day: str, unit: str | None = None) -> Status:
    with book.reading() as connection:
        return status(connection, year, date.fromisoformat(day), unit)


def plainly(connection: Connection, sql: str, **values: object) -> int:
    return int(connection.execute(text(f"SELECT count(*) FROM register_entry WHERE {sql}"), values).scalar() or 0)


COUNTED = (
    "state IN ('issued', 'replaced') AND kind IN ('KH', 'BC', 'CV', 'QĐ', 'TB', 'GM', 'NQ') "
    "AND NOT attached AND symbol NOT LIKE '/2026/%'"
)


@pytest.mark.parametrize("day", ["2026-01-01", "2026-03-31", "2026-08-15", "2026-12-31"])
def test_every_figure_is_what_a_plain_question_gives(filled: Register, day: str) -> None:
    found = said_by(filled, 2026, day)
    a_year_ago = f"2025{day[4:]}"

    with filled.reading() as connection:
        issued = plainly(connection, f"{COUNTED} AND year = 2026 AND date <= :day", day=day)
        baseline = plainly(connection, f"{COUNTED} AND year = 2025")
        same = plainly(connection, f"{COUNTED} AND year = 2025 AND date <= :day", day=a_year_ago)
        assert (found.whole.issued, found.whole.baseline.figure, found.whole.baseline.until) == (issued, baseline, same)
        assert found.whole.allowed == baseline * 85 // 100
        assert found.whole.left == baseline * 85 // 100 - issued
        for month, count in enumerate(found.by_month, 1):
            of_month = f"{COUNTED} AND year = 2026 AND date <= :day AND date LIKE :month"
            assert count == plainly(connection, of_month, day=day, month=f"2026-{month:02}-%")
        for one in found.by_unit:
            of_unit = f"{COUNTED} AND unit = :unit"
            so_far = f"{of_unit} AND year = 2026 AND date <= :day"
            assert one.issued == plainly(connection, so_far, unit=one.unit, day=day)
            assert one.baseline.figure == plainly(connection, f"{of_unit} AND year = 2025", unit=one.unit)
        for kind in found.by_kind:
            of_kind = f"{COUNTED} AND kind = :kind"
            so_far = f"{of_kind} AND year = 2026 AND date <= :day"
            assert kind.issued == plainly(connection, so_far, kind=kind.kind, day=day)
            assert kind.baseline == plainly(connection, f"{of_kind} AND year = 2025", kind=kind.kind)
    assert sum(one.issued for one in found.by_unit) == sum(kind.issued for kind in found.by_kind) == issued
    assert found.undated == issued - sum(found.by_month)


def test_every_figure_opens_the_list_of_documents_behind_it(filled: Register) -> None:
    found = said_by(filled, 2026, "2026-09-30")
    until = "2026-09-30"

    assert filled.size(Filter(year=2026, until=until, counted=True)) == found.whole.issued
    assert len(filled.entries(Filter(year=2026, until=until, counted=True))) == found.whole.issued
    for one in found.by_unit:
        assert filled.size(Filter(year=2026, unit=one.unit, until=until, counted=True)) == one.issued
    for kind in found.by_kind:
        assert filled.size(Filter(year=2026, kind=kind.kind, until=until, counted=True)) == kind.issued
    for month, count in enumerate(found.by_month, 1):
        assert filled.size(Filter(year=2026, month=month, until=until, counted=True)) == count
    assert filled.size(Filter(year=2026, month=0, until=until, counted=True)) == found.undated


def test_one_unit_is_counted_as_the_whole_is(filled: Register) -> None:
    of_all = {one.unit: one for one in said_by(filled, 2026, "2026-06-30").by_unit}

    alone = said_by(filled, 2026, "2026-06-30", "Phòng Kinh tế")

    assert alone.whole == of_all["Phòng Kinh tế"]
    assert [one.unit for one in alone.by_unit] == ["Phòng Kinh tế"]


@pytest.mark.parametrize(
    ("rules", "kinds"),
    [
        (Rules(), {"KH", "GM"}),
        (Rules(invitations=False), {"KH"}),
        (Rules(copies=True), {"KH", "GM", "SY"}),
        (Rules(kinds=frozenset({"QĐ"})), set()),
        (Rules(kinds=frozenset({"QĐ"}), normative=True), {"QĐ"}),
        (Rules(attached=True), {"KH", "GM", "QC"}),
    ],
)
def test_what_counts_is_what_the_rules_say(book: Register, rules: Rules, kinds: set[str]) -> None:
    for symbol in ("/KH-UBND", "/GM-UBND", "/SY-UBND", "/2026/QĐ-UBND"):
        book.issue(plan(symbol=symbol), 2026, LAN)
    book.add(Record(None, kind="QC", title="Quy chế làm việc", attached=True), 2026, LAN)
    cancelled = book.issue(plan(), 2026, LAN)
    book.cancel(cancelled.record.notation, 2026, because("nhầm"))
    book.reserve(plan(), 2026, LAN)
    book.set_rules(rules, LAN)

    assert {one.kind for one in said_by(book, 2026, "2026-12-31").by_kind} == kinds


def test_there_are_29_kinds_and_copies_are_none_of_them() -> None:
    assert len(ADMINISTRATIVE) == 29
    assert not ADMINISTRATIVE & COPIES
    assert all(kind_name(kind) for kind in ADMINISTRATIVE)


@given(st.sampled_from(["one", "kind"]), st.decimals(0, 100, places=2), st.booleans())
def test_rules_are_kept_as_they_are(numbering: Numbering, percent: Decimal, copies: bool) -> None:
    rules = Rules(numbering, apart=frozenset({"GM"}), percent=percent, copies=copies)

    assert rules_from(rules.to_json()) == rules


@given(st.integers(0, 10**6), st.decimals(0, 100, places=1))
def test_at_least_so_many_percent_fewer_leaves_no_part_over(baseline: int, percent: Decimal) -> None:
    allowed = allowance(baseline, percent, "down")

    assert allowed * 100 <= baseline * (100 - percent)
    assert (allowed + 1) * 100 > baseline * (100 - percent)
    assert allowed <= allowance(baseline, percent, "nearest") <= allowance(baseline, percent, "up") <= allowed + 1


def test_a_figure_entered_by_hand_is_spread_evenly_and_says_so(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    assert said_by(book, 2026, "2026-03-31").level == "unknown"
    with book.writing() as connection:
        enter_baseline(connection, 2025, "", 401, "Báo cáo số 12/BC-UBND", LAN)

    found = said_by(book, 2026, "2026-03-31")

    base = found.whole.baseline
    assert (base.figure, base.origin, base.source) == (401, "entered", "Báo cáo số 12/BC-UBND")
    assert (sum(base.by_month), max(base.by_month) - min(base.by_month)) == (401, 1)
    assert (base.until, found.whole.allowed) == (100, 340)
    with book.writing() as connection:
        drop_baseline(connection, 2025, "", LAN)
    assert said_by(book, 2026, "2026-03-31").whole.baseline.origin == "unknown"


def test_a_figure_of_the_office_is_not_that_of_documents_without_unit(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    book.issue(plan(unit="Phòng Kinh tế"), 2026, LAN)
    with book.writing() as connection:
        enter_baseline(connection, 2025, "", 100, "Báo cáo", LAN)
        enter_baseline(connection, 2025, "Phòng Kinh tế", 40, "Báo cáo", LAN)

    found = {one.unit: one.baseline.figure for one in said_by(book, 2026, "2026-12-31").by_unit}

    assert found == {"Phòng Kinh tế": 40, "": None}


def test_a_unit_may_have_a_target_of_its_own(filled: Register) -> None:
    with filled.writing() as connection:
        set_target(connection, 2026, "", Decimal(20), LAN)
        set_target(connection, 2026, "Phòng Kinh tế", Decimal("12.5"), LAN)

    found = said_by(filled, 2026, "2026-12-31")

    percents = {one.unit: one.percent for one in found.by_unit}
    assert found.whole.percent == Decimal(20)
    assert percents == {unit: Decimal("12.5") if unit == "Phòng Kinh tế" else Decimal(20) for unit in percents}


def test_a_status_asks_the_database_as_often_whatever_the_number_of_units(book: Register) -> None:
    asked: list[str] = []

    def questions() -> int:
        asked.clear()
        with book.reading() as connection:
            event.listen(connection, "before_cursor_execute", lambda *said: asked.append(said[2]))
            status(connection, 2026, date(2026, 12, 31))
        return len(asked)

    book.issue(plan(unit="Phòng Kinh tế"), 2026, LAN)
    with_one = questions()
    for number in range(20):
        book.issue(plan(unit=f"Thôn {number}"), 2026, LAN)

    assert questions() == with_one > 0


def test_the_level_says_how_the_year_will_end(book: Register) -> None:
    months = [(n, f"2025-{n:02}-10") for n in range(1, 13)]
    steadily = [(n, f"2026-{1 + n // 3:02}-15") for n in range(1, 13)]
    with book.writing() as connection:
        for year, days in ((2025, months), (2026, steadily), (2027, steadily[:6])):
            records = [plan(number=n, date=f"{year}{day[4:]}", kind="KH") for n, day in days]
            put(connection, [row_of(record, year, Rules(), "issued") for record in records])

    soon, later, last = (said_by(book, 2026, day) for day in ("2026-01-05", "2026-03-31", "2026-12-31"))
    less = said_by(book, 2027, "2027-12-31")

    assert soon.whole.allowed == 10
    assert soon.level == "likely", "as many as last year are too many"
    assert (later.level, last.level, less.level) == ("likely", "over", "within")
    assert last.whole.left == -2 and last.whole.is_over
    assert later.pace and later.pace > 0
    assert last.forecast and last.forecast.used_up_on == date(2026, 4, 15)


def test_before_issuing_it_is_said_which_of_how_many_it_would_be(filled: Register) -> None:
    before = said_by(filled, 2026, "2026-12-31")
    record = plan(unit="Phòng Kinh tế", date="2026-12-31")
    with filled.reading() as connection:
        ahead = outlook(connection, record, 2026, date(2026, 12, 31))
        copied = outlook(connection, plan(symbol="/SY-UBND"), 2026, date(2026, 12, 31))

    issued = filled.issue(record, 2026, LAN)

    assert ahead.notation == issued.record.notation
    assert ahead.later == "2027-01-05", "a document of the book of 2026 is dated so"
    assert (ahead.counts, ahead.nth, ahead.allowed) == (True, before.whole.issued + 1, before.whole.allowed)
    assert ahead.unit and ahead.unit.unit == "Phòng Kinh tế"
    assert ahead.over == tuple(one.unit for one in before.by_unit if one.is_over)
    assert said_by(filled, 2026, "2026-12-31").whole.issued == ahead.nth
    assert (copied.counts, copied.nth) == (False, before.whole.issued)


def test_on_the_29th_of_february_last_year_is_asked_up_to_the_28th(shelf: Shelf) -> None:
    with shelf.open() as book:
        for day in ("2027-02-28", "2027-03-01"):
            book.issue(plan(date=day), 2027, LAN)
        assert said_by(book, 2028, "2028-02-29").whole.baseline.until == 1


@pytest.mark.parametrize("unit", [None, "Phòng Kinh tế", ""])
def test_months_counted_alone_are_those_of_the_count(filled: Register, unit: str | None) -> None:
    with filled.reading() as connection:
        months = month_counts(connection, 2025, Rules(), unit)
        found = counts(connection, 2025, "", Rules(), unit)

    assert tuple(months[month] for month in range(1, 13)) == found.by_month()
    assert sum(months.values()) == found.whole and months[0] > 0
