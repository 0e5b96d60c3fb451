"""The register exported as a book and taken in again: nothing counts that did not count, nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_books import LAN, plan

from drafter.register import Act, Filter, Register
from drafter.register.importing import Preview, read_register_bytes
from drafter.register.remarks import Remark, remark_in, remarks_of
from drafter.register.status import status
from drafter.register.values import Entry, Record
from drafter.render.comparison import comparison_text
from drafter.render.register_sheet import Cover, register_workbook

WHY = Act("Lan", "viết nhầm; đã viết lại", "2026-03-03T01:30:00+00:00")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Register]:
    """Issued, cancelled, reserved and replaced numbers, one passed over, one with a note of its own."""
    with Register(tmp_path / "one") as opened:
        for title in ("một", "hai", "ba", "=bốn"):
            opened.issue(plan(title, note="gửi bản giấy; hỏa tốc" if title == "một" else ""), 2026, LAN)
        opened.cancel("2/KH-UBND", 2026, WHY)
        opened.replace("3/KH-UBND", "4/KH-UBND", 2026, LAN)
        opened.reserve(plan("năm"), 2026, LAN)
        opened.reserve(plan("sáu", date=""), 2026, WHY)
        opened.cancel("6/KH-UBND", 2026, WHY)
        yield opened


def exported(book: Register) -> Preview:
    workbook = register_workbook(book.entries(Filter(2026)), Cover(2026))
    return read_register_bytes("so.xlsx", workbook, 2026)


def states(book: Register) -> list[tuple[str, str, str]]:
    return [(one.record.notation, one.state, one.reason) for one in book.entries(Filter(2026))]


def counted(book: Register) -> int:
    with book.reading() as connection:
        return status(connection, 2026, date(2026, 12, 31)).whole.issued


def test_its_own_export_changes_nothing(book: Register) -> None:
    before = book.entries(Filter(2026))
    found = book.look_at(exported(book))

    assert [(row.verdict, row.reason) for row in found.rows] == [("same", "")] * 6
    book.take_in(exported(book), LAN)
    assert book.entries(Filter(2026)) == before


def test_another_register_counts_the_same(book: Register, tmp_path: Path) -> None:
    with Register(tmp_path / "other") as other:
        other.take_in(exported(book), LAN)

        assert states(other) == [
            ("01/KH-UBND", "issued", ""),
            ("02/KH-UBND", "cancelled", "viết nhầm, đã viết lại"),
            ("03/KH-UBND", "issued", ""),
            ("04/KH-UBND", "issued", ""),
            ("05/KH-UBND", "reserved", ""),
            ("06/KH-UBND", "cancelled", "viết nhầm, đã viết lại"),
        ]
        assert counted(other) == counted(book)
        notes = [one.record.note for one in other.entries(Filter(2026))]
        assert notes == ["gửi bản giấy; hỏa tốc", "", "Đã thay bằng văn bản số 04/KH-UBND", "", "", ""]
        assert other.entries(Filter(2026))[3].record.title == "=bốn"
        again = other.look_at(exported(other))
        assert {row.verdict for row in again.rows} == {"same"}


def test_a_number_that_only_the_file_calls_cancelled_is_refused(book: Register, tmp_path: Path) -> None:
    with Register(tmp_path / "other") as other:
        for title in ("một", "hai"):
            other.issue(plan(title), 2026, LAN)
        found = other.look_at(exported(book))

    assert found.rows[1].verdict == "refused"
    told = comparison_text(found, stored=False)
    assert "số 02/KH-UBND trong tệp ghi là đã hủy, trong sổ là đã phát hành; hãy xem văn bản ấy" in " ".join(
        told.split()
    )


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("", Remark()),
        ("gửi bản giấy", Remark(note="gửi bản giấy")),
        ("Đã hủy số này", Remark("cancelled")),
        ("huỷ: in hỏng", Remark("cancelled", "in hỏng")),
        ("Hủy hoại tài sản", Remark(note="Hủy hoại tài sản")),
        ("Giữ số, chưa phát hành", Remark("reserved")),
        ("Văn bản kèm theo; Đã được thay thế: sai số", Remark("replaced", "Đã được thay thế: sai số", "", True)),
        ("Hủy: a; Giữ số, chưa phát hành; b", Remark("cancelled", "a", "Giữ số, chưa phát hành; b")),
    ],
)
def test_what_a_note_says(note: str, found: Remark) -> None:
    assert remark_in(note) == found


PLAIN = st.text(st.sampled_from("aăâ b,.:/0"), max_size=12).map(lambda words: " ".join(words.split()))


@given(
    st.sampled_from(["issued", "cancelled", "reserved"]),
    PLAIN,
    st.lists(PLAIN.filter(bool), max_size=3).map("; ".join),
    st.booleans(),
)
def test_what_is_written_is_understood(state: str, reason: str, note: str, attached: bool) -> None:
    reason = "" if state == "issued" else reason
    entry = Entry(1, 2026, "2026", Record(1, note=note, attached=attached), state, reason)  # type: ignore[arg-type]

    assert remark_in(remarks_of(entry, {})) == Remark(state, reason, note, attached)  # type: ignore[arg-type]
