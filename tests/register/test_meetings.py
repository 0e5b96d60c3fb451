"""Meetings against the limits, on both databases; and what invitations in the register tell of theirs."""

from __future__ import annotations

import random
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text
from written_books import LAN, because, plan

from drafter.register import Entry, Register
from drafter.register.history import changes_of
from drafter.register.meetings import (
    Facts,
    Limits,
    Status,
    Wanted,
    add,
    cancel,
    correct,
    enter_baseline,
    find,
    limits_of,
    meeting_with,
    offer_of,
    offers,
    set_limits,
    status,
)
from drafter.register.refusals import MissingReason, UnknownEntry, UnknownMeeting, WrongMeeting
from drafter.render.meetings import length, status_text, warnings

BRIEFING = Facts(
    "2026-03-05", "Giao ban tháng 3", "regular", "units", "online", 120, "business", "Các thôn", "Văn phòng"
)
END = date(2026, 12, 31)


def enter(book: Register, *meetings: Facts) -> list[int]:
    with book.writing() as connection:
        return [add(connection, facts, LAN).id for facts in meetings]


def year(book: Register, as_of: date = END, unit: str | None = None) -> Status:
    with book.reading() as connection:
        return status(connection, 2026, as_of, unit)


def invitation(title: str, issued: str = "2026-03-01", **more: object) -> Entry:
    return Entry(7, 2026, "2026", plan(title, issued, number=3, symbol="/GM-UBND", kind="GM", **more), "issued")


class TestKeeping:
    def test_a_meeting_is_what_was_said_of_it_on_one_line(self, book: Register) -> None:
        (id,) = enter(book, replace(BRIEFING, title="  Giao ban \n tháng 3 "))

        with book.reading() as connection:
            found = meeting_with(connection, id)
            (change,) = changes_of(connection, "meeting", id)
        assert (found.id, found.facts, found.entry_id, found.state) == (id, BRIEFING, None, "entered")
        assert (change.who, change.at, change.action) == ("Lan", LAN.at, "added")
        assert change.columns["title"] == (None, "Giao ban tháng 3")

    def test_what_was_before_a_correction_is_kept(self, book: Register) -> None:
        (id,) = enter(book, BRIEFING)
        with book.writing() as connection:
            correct(connection, id, {"minutes": 90, "form": "in_person"}, because("ghi nhầm"))

        with book.reading() as connection:
            assert meeting_with(connection, id).facts == replace(BRIEFING, minutes=90, form="in_person")
            change = changes_of(connection, "meeting", id)[-1]
        assert (change.action, change.why) == ("corrected", "ghi nhầm")
        assert change.columns == {"minutes": (120, 90), "form": ("online", "in_person")}

    def test_a_cancelled_meeting_counts_no_more_but_is_there(self, book: Register) -> None:
        first, second = enter(book, BRIEFING, replace(BRIEFING, date="2026-04-01"))
        with book.writing() as connection:
            cancel(connection, first, because("không họp"))

        with book.reading() as connection:
            assert [one.id for one in find(connection, Wanted(2026))] == [second]
            (gone, _) = find(connection, Wanted(2026, cancelled=True))
            assert (gone.state, gone.reason) == ("cancelled", "không họp")
        assert year(book).held == 1
        with pytest.raises(WrongMeeting, match=f"mã {first} đã hủy"), book.writing() as connection:
            cancel(connection, first, because("lần nữa"))

    @pytest.mark.parametrize("change", [cancel, lambda *args: correct(*args[:2], {"title": "A"}, *args[2:])])
    def test_a_change_needs_its_reason(self, book: Register, change) -> None:  # type: ignore[no-untyped-def]
        (id,) = enter(book, BRIEFING)
        with pytest.raises(MissingReason), book.writing() as connection:
            change(connection, id, LAN)
        with pytest.raises(UnknownMeeting), book.writing() as connection:
            change(connection, id + 1, because("lý do"))

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"date": "2026-02-30"}, "Ngày họp “2026-02-30” không đúng"),
            ({"date": "20260301"}, "Ngày họp"),
            ({"title": " "}, "Chưa có tên hội nghị"),
            ({"minutes": 0}, "0 phút"),
            ({"minutes": 20_000}, "20000 phút"),
            ({"kind": "yearly"}, "regular, topical, urgent"),
            ({"matter": "x"}, "hãy chọn trong: briefing, business, discussion"),
        ],
    )
    def test_what_cannot_be_is_refused(self, book: Register, wrong: dict[str, object], sentence: str) -> None:
        with pytest.raises(WrongMeeting, match=sentence):
            enter(book, replace(BRIEFING, **wrong))
        assert year(book).held == 0

    def test_meetings_are_found_by_what_they_are(self, book: Register) -> None:
        one, other, _ = enter(
            book,
            BRIEFING,
            replace(BRIEFING, date="2026-01-05", kind="urgent", scope="commune", form="mixed", matter="", unit=""),
            replace(BRIEFING, date="2025-12-31"),
        )

        def ids(**wanted: object) -> list[int]:
            with book.reading() as connection:
                return [found.id for found in find(connection, Wanted(2026, **wanted))]

        assert ids() == [other, one]
        assert ids(until="2026-03-04") == ids(unit="") == ids(kind="urgent") == ids(form="mixed") == [other]
        assert ids(scope="commune") == ids(matter="") == [other]
        assert ids(unit="Văn phòng") == ids(matter="business") == [one]


class TestStatus:
    def test_the_allowance_is_rounded_down(self, book: Register) -> None:
        with book.writing() as connection:
            enter_baseline(connection, 2025, "", 25, "Báo cáo số 210/BC-UBND", LAN)
        enter(book, BRIEFING, replace(BRIEFING, date="2026-12-31"))
        found = year(book, date(2026, 6, 30))

        assert (found.baseline.figure, found.baseline.origin, found.allowed) == (25, "entered", 22)
        assert (found.held, found.planned, found.left) == (1, 1, 20)
        assert "Báo cáo số 210/BC-UBND" in " ".join(status_text(found).split())

    def test_last_years_meetings_are_the_baseline_unless_a_figure_is_entered(self, book: Register) -> None:
        assert (year(book).baseline.origin, year(book).allowed, year(book).left) == ("unknown", None, None)
        assert "Chưa biết năm 2025" in warnings(year(book))[0]

        enter(book, *(replace(BRIEFING, date=f"2025-{month:02}-01") for month in range(1, 13)))
        assert (year(book).baseline.origin, year(book).allowed) == ("register", 10)
        assert year(book, unit="Phòng Kinh tế").allowed == 0

        with book.writing() as connection:
            enter_baseline(connection, 2025, "", 30, "Báo cáo", LAN)
        assert year(book).allowed == 27
        with pytest.raises(WrongMeeting, match="--source"), book.writing() as connection:
            enter_baseline(connection, 2025, "", 30, " ", LAN)

    def test_a_meeting_of_both_forms_counts_as_set(self, book: Register) -> None:
        forms = ["in_person"] * 4 + ["online"] * 3 + ["mixed"] * 3
        enter(book, *(replace(BRIEFING, form=form) for form in forms))
        assert (year(book).in_person, year(book).online) == (4, 6)
        assert not [one for one in warnings(year(book)) if "chiếm" in one]

        with book.writing() as connection:
            set_limits(connection, {"mixed": "in_person"}, LAN)
        assert (year(book).in_person, year(book).online) == (7, 3)
        assert [one for one in warnings(year(book)) if "trực tiếp chiếm 7/10 (70%), quá mức nhiều nhất 40%" in one]

    def test_forty_percent_is_allowed_and_one_more_is_not(self, book: Register) -> None:
        enter(book, *(replace(BRIEFING, form="in_person" if at < 41 else "online") for at in range(101)))

        assert [one for one in warnings(year(book)) if "41/101 (40,6%)" in one]

    @pytest.mark.parametrize(("count", "words"), [(2, None), (3, "Đã dùng hết 3"), (4, "Có 4 hội nghị quy mô toàn xã")])
    def test_three_meetings_of_the_whole_commune_are_allowed(
        self, book: Register, count: int, words: str | None
    ) -> None:
        enter(book, *(replace(BRIEFING, scope="commune", date=f"2026-{at + 5:02}-01") for at in range(count)))
        found = year(book, date(2026, 5, 15))

        assert (found.commune, found.commune_planned) == (1, count - 1)
        told = [one for one in warnings(found) if "toàn xã" in one]
        assert [one.startswith(words or "") for one in told] == [True] * (words is not None)

    @pytest.mark.parametrize(
        ("matter", "longest"), [("briefing", 240), ("business", 480), ("discussion", 720), ("", 720)]
    )
    def test_how_long_it_may_be_depends_on_what_it_is_about(self, book: Register, matter: str, longest: int) -> None:
        enter(book, *(replace(BRIEFING, matter=matter, minutes=minutes) for minutes in (longest, longest + 1, None)))
        found = year(book)

        assert [one.facts.minutes for one in found.too_long] == [longest + 1]
        assert found.unknown_length == 1
        assert any(f"quá mức {length(longest)}; hãy" in one for one in warnings(found))

    @pytest.mark.parametrize(("count", "words"), [(8, None), (9, "Đã dùng hết"), (11, "vượt 2")])
    def test_the_number_is_warned_of(self, book: Register, count: int, words: str | None) -> None:
        with book.writing() as connection:
            enter_baseline(connection, 2025, "", 10, "Báo cáo", LAN)
        enter(book, *[BRIEFING] * count)

        assert bool(words) == bool(warnings(year(book)))
        assert (words or "") in "".join(warnings(year(book)))

    def test_every_figure_is_what_plain_sql_counts(self, book: Register) -> None:
        chance = random.Random(7)
        enter(
            book,
            *(
                Facts(
                    f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
                    "Họp",
                    chance.choice(["regular", "topical", "urgent"]),
                    chance.choice(["commune", "units", "internal"]),
                    chance.choice(["in_person", "online", "mixed"]),
                    chance.choice([None, 60, 481, 900]),
                    chance.choice(["", "briefing", "business", "discussion"]),
                    unit=chance.choice(["", "Văn phòng", "Phòng Kinh tế"]),
                )
                for _ in range(80)
            ),
        )
        with book.writing() as connection:
            for one in find(connection, Wanted(2026))[::9]:
                cancel(connection, one.id, because("không họp"))
        found = year(book, date(2026, 8, 15))
        held = "FROM register_meeting WHERE state = 'entered' AND date BETWEEN '2026-01-01' AND '2026-08-15'"

        with book.reading() as connection:

            def count(where: str = "1 = 1") -> int:
                return connection.execute(text(f"SELECT count(*) {held} AND {where}")).scalar_one()

            assert found.held == count() > 30
            for column, figures in (("form", found.by_form), ("kind", found.by_kind), ("scope", found.by_scope)):
                assert figures == {name: count(f"{column} = '{name}'") for name in figures}
                assert sum(figures.values()) == found.held
            assert found.by_unit == {name: count(f"unit = '{name}'") for name in ("", "Văn phòng", "Phòng Kinh tế")}
            assert found.by_month == tuple(count(f"substr(date, 6, 2) = '{at:02}'") for at in range(1, 13))
            assert found.unknown_length == count("minutes IS NULL")
            too_long = (
                "(matter = 'briefing' AND minutes > 240 OR matter = 'business' AND minutes > 480 OR minutes > 720)"
            )
            late = sum(one.facts.date > "2026-08-15" for one in found.too_long)
            assert len(found.too_long) - late == count(too_long)
            of_unit = status(connection, 2026, date(2026, 8, 15), "Văn phòng")
            assert of_unit.held == found.by_unit["Văn phòng"]

    def test_outside_the_year_its_first_or_last_day_is_taken(self, book: Register) -> None:
        assert year(book, date(2030, 5, 1)).as_of == END
        assert year(book, date(2020, 5, 1)).as_of == date(2026, 1, 1)


class TestLimits:
    def test_they_are_the_directives_until_they_are_set(self, book: Register) -> None:
        with book.writing() as connection:
            assert limits_of(connection) == Limits()
            set_limits(connection, {"percent": Decimal("12.5"), "commune": 2}, LAN)
            set_limits(connection, {"briefing": 180}, LAN)
        with book.reading() as connection:
            assert limits_of(connection) == Limits(percent=Decimal("12.5"), commune=2, briefing=180)

    @pytest.mark.parametrize(
        "wrong", [{"percent": Decimal(101)}, {"in_person": 30}, {"online": -1}, {"briefing": 0}, {"commune": -1}]
    )
    def test_what_cannot_be_kept_is_refused(self, book: Register, wrong: dict[str, object]) -> None:
        with pytest.raises(WrongMeeting), book.writing() as connection:
            set_limits(connection, wrong, LAN)
        with book.reading() as connection:
            assert limits_of(connection) == Limits()


class TestOffers:
    @pytest.mark.parametrize(
        ("title", "named", "day"),
        [
            ("họp giao ban tháng 3 vào 14 giờ 00, ngày 05/3/2026", "Họp giao ban tháng 3", "2026-03-05"),
            ("V/v mời dự Hội nghị tổng kết, lúc 8h00 sáng ngày 5 tháng 3 năm 2026.", "Hội nghị tổng kết", "2026-03-05"),
            ("mời họp (ngày 5/3)", "Họp", "2026-03-05"),
            ("dự họp 14:00 ngày 6/3/2026", "Họp", "2026-03-06"),
            (
                "mời dự hội nghị ngày 05/3/2026 tại hội trường xã",
                "Hội nghị ngày 05/3/2026 tại hội trường xã",
                "2026-03-05",
            ),
            # A day before the invitation is that of the document which the meeting is about.
            (
                "dự Hội nghị quán triệt Kết luận số 226-KL/TW ngày 11/12/2025",
                "Hội nghị quán triệt Kết luận số 226-KL/TW ngày 11/12/2025",
                "",
            ),
            (
                "dự Hội nghị về Kết luận ngày 11/12/2025 vào ngày 9/3",
                "Hội nghị về Kết luận ngày 11/12/2025",
                "2026-03-09",
            ),
            ("dự lễ ngày 30/2/2026", "Lễ ngày 30/2/2026", ""),
            ("dự đại hội ngày 2/1/2028", "Đại hội ngày 2/1/2028", ""),
            ("", "", ""),
        ],
    )
    def test_title_and_day_are_read_from_the_invitation(self, title: str, named: str, day: str) -> None:
        offer = offer_of(invitation(title))

        assert (offer.title, offer.date, offer.issued, offer.notation) == (named, day, "2026-03-01", "03/GM-UBND")

    def test_a_day_without_its_year_may_be_of_the_next(self) -> None:
        assert offer_of(invitation("mời họp ngày 05/01", "2025-12-28")).date == "2026-01-05"
        assert offer_of(invitation("mời họp ngày 05/01/2026", "")).date == ""

    @pytest.mark.parametrize(
        ("title", "kind", "scope", "form"),
        [
            ("họp giao ban trực tuyến", "regular", "", "online"),
            ("dự Hội nghị trực tiếp kết hợp trực tuyến toàn xã", "", "commune", "mixed"),
            ("họp khẩn về mưa lũ", "urgent", "", ""),
            ("dự Hội nghị tập huấn (trực tiếp)", "topical", "", "in_person"),
            ("họp giao ban trực tuyến".replace("ế", "e\u0302\u0301"), "regular", "", "online"),
        ],
    )
    def test_what_the_title_says_of_it_is_told(self, title: str, kind: str, scope: str, form: str) -> None:
        offer = offer_of(invitation(title, unit="Văn phòng"))

        assert (offer.kind, offer.scope, offer.form, offer.unit) == (kind, scope, form, "Văn phòng")

    def test_invitations_offer_themselves_until_they_have_a_meeting(self, book: Register) -> None:
        letter = plan("mời họp ngày 5/3", "2026-03-01", symbol="/GM-UBND")
        first, second = (book.issue(letter, 2026, LAN) for _ in range(2))
        dropped = book.issue(letter, 2026, LAN)
        book.issue(plan(), 2026, LAN)
        book.cancel(dropped.record.notation, 2026, because("không họp"))

        def offered() -> list[int]:
            with book.reading() as connection:
                return [one.entry_id for one in offers(connection, 2026)]

        assert offered() == [first.id, second.id]
        with book.writing() as connection:
            made = add(connection, BRIEFING, LAN, first.id)
        assert offered() == [second.id]
        with (
            pytest.raises(WrongMeeting, match=f"đã là giấy mời của hội nghị mã {made.id}"),
            book.writing() as connection,
        ):
            add(connection, BRIEFING, LAN, first.id)
        with pytest.raises(UnknownEntry), book.writing() as connection:
            add(connection, BRIEFING, LAN, 999)
        with book.reading() as connection:
            assert asdict(meeting_with(connection, made.id))["entry_id"] == first.id

    def test_the_invitation_of_a_cancelled_meeting_may_be_that_of_another(self, book: Register) -> None:
        letter = book.issue(plan("mời họp ngày 5/3", "2026-03-01", symbol="/GM-UBND"), 2026, LAN)
        with book.writing() as connection:
            wrong = add(connection, BRIEFING, LAN, letter.id)
            cancel(connection, wrong.id, because("ghi nhầm"))
            assert not offers(connection, 2026), "what was cancelled is not offered again of itself"
            right = add(connection, BRIEFING, LAN, letter.id)

        with book.reading() as connection:
            assert meeting_with(connection, right.id).entry_id == letter.id
            assert meeting_with(connection, wrong.id).entry_id is None
            change = changes_of(connection, "meeting", wrong.id)[-1]
        assert (change.columns, change.why) == (
            {"entry_id": (letter.id, None)},
            "01/GM-UBND là giấy mời của hội nghị khác",
        )
