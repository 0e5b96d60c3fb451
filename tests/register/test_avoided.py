"""Drafts that became no documents of their own; on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from written_books import LAN, because, plan

from drafter.errors import SecretFile
from drafter.register import Paper, Register
from drafter.register.avoided import Draft, add, cancel, find
from drafter.register.history import changes_of
from drafter.register.refusals import (
    AvoidedCancelled,
    MissingReason,
    UnknownAvoided,
    UnknownEntry,
    WrongEntry,
)

DRAFT = Draft("2026-03-05", "merged", "Phòng, chống hạn hán", "KH", "Phòng Kinh tế", "Trùng mục 2 của kế hoạch năm")


def test_a_draft_is_kept_with_what_it_went_into_and_the_report_of_its_check(book: Register) -> None:
    made = book.issue(plan(), 2026, LAN)
    paper = Paper("du-thao.docx", b"PK", "Kế hoạch", '{"schema": "drafter.report/1"}')
    with book.writing() as connection:
        found = add(connection, DRAFT, LAN, "1", paper)
    with book.reading() as connection:
        assert find(connection, "2026-03-01", "2026-03-31") == (found,)
        assert connection.execute(text("SELECT json FROM register_report")).scalar_one() == paper.report
        assert connection.execute(text("SELECT count(*) FROM register_file")).scalar_one() == 0
        (change,) = changes_of(connection, "avoided", found.id)

    assert (found.draft, found.into_id, found.into) == (DRAFT, made.id, "01/KH-UBND")
    assert (change.action, change.who, change.columns["title"]) == ("added", "Lan", (None, DRAFT.title))


def test_days_and_units_are_told_apart(book: Register) -> None:
    others = [replace(DRAFT, date="2026-04-01"), replace(DRAFT, unit="", date="2026-01-31")]
    with book.writing() as connection:
        first, second, third = (add(connection, one, LAN) for one in (DRAFT, *others))
        assert find(connection, "2026-01-01", "2026-03-31") == (third, first)
        assert find(connection, "2026-01-01", "2026-12-31", "Phòng Kinh tế") == (first, second)


def test_a_draft_taken_out_stays_in_the_history(book: Register) -> None:
    with book.writing() as connection:
        made = add(connection, DRAFT, LAN)
        with pytest.raises(MissingReason):
            cancel(connection, made.id, LAN)
        gone = cancel(connection, made.id, because("Ghi hai lần"))
        with pytest.raises(AvoidedCancelled):
            cancel(connection, made.id, because("Ghi hai lần"))
        with pytest.raises(UnknownAvoided):
            cancel(connection, made.id + 1, because("Ghi hai lần"))
        assert not find(connection, "2026-01-01", "2026-12-31")
        assert find(connection, "2026-01-01", "2026-12-31", with_cancelled=True) == (gone,)
        assert [one.why for one in changes_of(connection, "avoided", made.id)] == ["", "Ghi hai lần"]


@pytest.mark.parametrize(
    ("draft", "into", "fault"),
    [
        (replace(DRAFT, title=" "), "", WrongEntry),
        (replace(DRAFT, date="2026-02-30"), "", WrongEntry),
        (replace(DRAFT, date=""), "", WrongEntry),
        (replace(DRAFT, how="dropped"), "1", WrongEntry),
        (replace(DRAFT, reason=""), "", MissingReason),
        (DRAFT, "7/KH-UBND", UnknownEntry),
    ],
)
def test_what_cannot_be_entered(book: Register, draft: Draft, into: str, fault: type[Exception]) -> None:
    with pytest.raises(fault), book.writing() as connection:
        add(connection, draft, LAN, into)
    with book.reading() as connection:
        assert not find(connection, "2026-01-01", "2026-12-31")


def test_a_secret_draft_leaves_nothing_behind(book: Register) -> None:
    paper = Paper("mat.docx", b"PK", "ỦY BAN NHÂN DÂN XÃ A\nMẬT\nKẾ HOẠCH", '{"schema": "drafter.report/1"}')
    with pytest.raises(SecretFile), book.writing() as connection:
        add(connection, DRAFT, LAN, paper=paper)
    with book.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM register_report")).scalar_one() == 0
