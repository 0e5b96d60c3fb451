"""Numbers: never twice, no gaps without a reason, whoever asks at the same moment."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from written_books import LAN, Shelf, because, plan

from drafter.errors import RegisterError, SecretFile
from drafter.nlp.kinds import kind_of_number
from drafter.register import Filter, Paper, Record, Register, Rules, parted
from drafter.register.entries import put, row_of
from drafter.register.refusals import (
    MissingReason,
    NumberTaken,
    SeveralEntries,
    SkippedNumbers,
    UnknownEntry,
    WrongEntry,
    WrongState,
)
from drafter.register.series import organ_of, series_of, series_words


def test_numbers_run_through_a_year_in_one_series(book: Register) -> None:
    symbols = ("/KH-UBND", "/BC-UBND", "/UBND-VX", "/KH-UBND")
    given = [book.issue(plan(symbol=symbol), 2026, LAN).record.notation for symbol in symbols]

    assert given == ["01/KH-UBND", "02/BC-UBND", "03/UBND-VX", "04/KH-UBND"]
    assert book.issue(plan(), 2027, LAN).record.number == 1


def test_numbers_of_each_kind_run_apart_where_the_office_says_so(book: Register) -> None:
    book.set_rules(Rules(numbering="kind"), LAN)
    symbols = ("/KH-UBND", "/BC-UBND", "/KH-UBND", "/UBND-VX", "/UBND-KT")

    given = [book.issue(plan(symbol=symbol), 2026, LAN).record.number for symbol in symbols]

    assert given == [1, 1, 2, 1, 2]


@pytest.mark.parametrize(
    ("notation", "date", "rules", "series"),
    [
        ("05/KH-UBND", "2026-01-02", Rules(), "UBND 2026"),
        ("05/UBND-VX", "2026-01-02", Rules(), "UBND 2026"),
        ("05/NQ-HĐND", "2026-01-02", Rules(), "HĐND 2026"),
        ("05/GM-UBND", "2026-01-02", Rules(apart=frozenset({"GM"})), "UBND 2026 GM"),
        ("05/KH-UBND", "2026-01-02", Rules(numbering="kind"), "UBND 2026 KH"),
        ("05/SY-UBND", "2026-01-02", Rules(), "UBND 2026 sao"),
        ("05/2026/QĐ-UBND", "2026-01-02", Rules(), "UBND 2026 QPPL QĐ"),
        ("87-KH/ĐU", "2026-01-02", Rules(), "ĐU 2025– KH"),
        ("87-KH/ĐU", "2025-06-30", Rules(), "ĐU – KH"),
        ("87-KH/ĐU", "2030-08-01", Rules(terms=("2025-07-01", "2030-07-15")), "ĐU 2030– KH"),
    ],
)
def test_which_series_a_document_stands_in(notation: str, date: str, rules: Rules, series: str) -> None:
    number, suffix, symbol = parted(notation)
    record = Record(number, suffix, symbol, date, kind_of_number(notation))

    assert series_of(record, int(date[:4]), rules) == series


@pytest.mark.parametrize(
    ("symbol", "organ"),
    [
        ("/KH-UBND", "UBND"),
        ("/UBND-VHXH", "UBND"),
        ("-KH/ĐU", "ĐU"),
        ("/2026/QĐ-UBND", "UBND"),
        ("/TB-KT", "KT"),
        ("", ""),
    ],
)
def test_whose_symbol_it_is(symbol: str, organ: str) -> None:
    assert organ_of(symbol) == organ


def test_numbers_of_the_party_go_on_in_the_next_year_of_the_term(book: Register) -> None:
    first = book.issue(plan(symbol="-KH/ĐU", date="2026-12-30"), 2026, LAN)
    second = book.issue(plan(symbol="-KH/ĐU", date="2027-01-04"), 2027, LAN)

    assert [first.record.notation, second.record.notation] == ["01-KH/ĐU", "02-KH/ĐU"]


_ISSUE_MANY = """
for _ in range(25):
    book.issue(Record(None, symbol="/KH-UBND", title="x", date="2026-05-05"), 2026, Act("x"))
print("done")
"""


def test_two_clerks_at_the_same_moment_get_two_numbers(shelf: Shelf) -> None:
    with shelf.open() as book:
        clerks = [shelf.process(_ISSUE_MANY) for _ in range(3)]
        outputs = [clerk.communicate(timeout=100) for clerk in clerks]
        numbers = [entry.record.number for entry in book.entries(Filter(year=2026))]

    assert [out for out, _ in outputs] == ["done\n"] * 3, outputs
    assert numbers == list(range(1, 76))


def test_the_database_itself_refuses_a_number_twice(book: Register) -> None:
    row = row_of(plan(number=7, kind="KH"), 2026, Rules(), "issued")
    with book.writing() as connection:
        put(connection, [row])
    with pytest.raises(IntegrityError), book.writing() as connection:
        put(connection, [row])
    assert book.size(Filter(year=2026)) == 1


def test_a_number_that_is_taken_is_refused_and_the_next_is_named(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    with pytest.raises(NumberTaken) as told:
        book.add(plan(number=1), 2026, LAN)

    assert str(told.value) == "Số 01/KH-UBND đã có trong sổ; mỗi số chỉ cấp một lần, số tiếp theo là 02."
    assert book.add(plan(number=1, suffix="a"), 2026, LAN).record.notation == "01a/KH-UBND"


def test_numbers_are_not_passed_over_without_a_reason(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    with pytest.raises(SkippedNumbers) as told:
        book.add(plan(number=4), 2026, LAN)
    assert "bỏ trống số 02–03" in str(told.value)
    with pytest.raises(SkippedNumbers):
        book.add(plan(number=4), 2026, because(" "))
    assert book.size(Filter(year=2026)) == 1

    book.add(plan(number=4), 2026, because("số đã ghi trong sổ giấy"))

    states = [(one.record.number, one.state, one.reason) for one in book.entries(Filter(year=2026))]
    assert states[1:] == [
        (2, "cancelled", "số đã ghi trong sổ giấy"),
        (3, "cancelled", "số đã ghi trong sổ giấy"),
        (4, "issued", ""),
    ]
    assert book.gaps(2026) == ()


def test_a_book_may_begin_in_the_middle_of_the_year(book: Register) -> None:
    book.add(plan(number=312), 2026, LAN)

    assert book.issue(plan(), 2026, LAN).record.number == 313
    assert [(gap.first, gap.last) for gap in book.gaps(2026)] == [(1, 311)]


def test_a_missing_number_gets_its_reason_later(book: Register) -> None:
    with book.writing() as connection:
        put(connection, [row_of(plan(number=number, kind="KH"), 2026, Rules(), "issued") for number in (1, 2, 5)])
    assert [(gap.series, gap.first, gap.last) for gap in book.gaps(2026)] == [("UBND 2026", 3, 4)]

    book.cancel("03/KH-UBND", 2026, because("tờ bỏ trống"))

    assert [(gap.first, gap.last) for gap in book.gaps(2026)] == [(4, 4)]
    with pytest.raises(UnknownEntry):
        book.cancel("06/KH-UBND", 2026, because("chưa cấp"))


def test_a_reserved_number_is_issued_later_and_never_given_again(book: Register) -> None:
    kept = book.reserve(Record(None, symbol="/KH-UBND"), 2026, LAN)
    assert book.issue(plan(), 2026, LAN).record.number == 2

    issued = book.issue_reserved("1", 2026, {"title": "Trồng cây", "date": "2026-03-04"}, LAN)

    assert (issued.id, issued.state, issued.record.title) == (kept.id, "issued", "Trồng cây")
    with pytest.raises(WrongState) as told:
        book.issue_reserved("1", 2026, {"title": "Trồng cây"}, LAN)
    assert "đã phát hành" in str(told.value)


def test_a_cancelled_number_needs_a_reason_and_is_kept(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    with pytest.raises(MissingReason):
        book.cancel("1", 2026, LAN)

    cancelled = book.cancel("1", 2026, because("ban hành nhầm"))

    assert (cancelled.state, cancelled.reason) == ("cancelled", "ban hành nhầm")
    assert book.issue(plan(), 2026, LAN).record.number == 2
    with pytest.raises(WrongState):
        book.cancel("1", 2026, because("lần nữa"))


def test_an_entry_takes_the_place_of_another(book: Register) -> None:
    old = book.issue(plan(), 2026, LAN)
    new = book.issue(plan("Phòng, chống cháy rừng (thay thế)"), 2026, LAN, replaces="01/KH-UBND")

    found = book.entry("1", 2026)

    assert (found.id, found.state, found.replaced_by) == (old.id, "replaced", new.id)
    assert found.reason == "Thay bằng 02/KH-UBND"
    with pytest.raises(WrongState):
        book.replace("1", "2", 2026, LAN)
    with pytest.raises(WrongEntry):
        book.replace("2", "2", 2026, LAN)


def test_an_entry_takes_the_place_of_one_in_another_years_book(book: Register) -> None:
    old = book.issue(plan(date="2025-03-02"), 2025, LAN)
    twin = book.issue(plan(), 2026, LAN)
    new = book.issue(plan(), 2026, LAN, replaces="1/KH-UBND năm 2025")

    found = book.entry("01/KH-UBND Năm 2025", 2026)

    assert (found.id, found.state, found.replaced_by) == (old.id, "replaced", new.id)
    assert found.reason == "Thay bằng 02/KH-UBND năm 2026"
    assert book.entry("01/KH-UBND", 2026) == twin
    with pytest.raises(UnknownEntry) as told:
        book.replace("7/KH-UBND năm 2025", "2", 2026, LAN)
    assert str(told.value).endswith("văn bản trong sổ năm khác thì ghi như: 05/KH-UBND năm 2025.")


def test_a_missing_number_of_another_years_book_gets_its_reason_there(book: Register) -> None:
    with book.writing() as connection:
        put(connection, [row_of(plan(number=number, kind="KH"), 2025, Rules(), "issued") for number in (1, 3)])

    cancelled = book.cancel("02/KH-UBND năm 2025", 2026, because("tờ bỏ trống"))

    assert (cancelled.year, cancelled.record.notation) == (2025, "02/KH-UBND")


def test_a_document_whose_number_was_kept_takes_the_place_of_another(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    book.reserve(plan(), 2026, LAN)

    new = book.issue_reserved("2", 2026, {}, LAN, replaces="1")

    assert (book.entry("1", 2026).replaced_by, new.record.notation) == (new.id, "02/KH-UBND")


def test_what_is_asked_for_but_not_there_changes_nothing(book: Register) -> None:
    with pytest.raises(UnknownEntry):
        book.issue(plan(), 2026, LAN, replaces="99/KH-UBND")

    assert book.size(Filter(year=2026)) == 0, "no number was used up"


def test_the_history_says_who_when_what_was_before_and_why(book: Register) -> None:
    made = book.issue(plan(), 2026, LAN)
    book.correct("1", 2026, {"title": "Phòng cháy", "copies": 5}, because("ghi thiếu"))
    book.cancel("1", 2026, because("in nhầm"))

    first, second, third = book.history(made.id)

    assert (first.action, first.who, first.at, first.columns["number"]) == ("issued", "Lan", LAN.at, (None, 1))
    assert second.action == "corrected"
    assert second.columns == {"title": ("Phòng, chống cháy rừng", "Phòng cháy"), "copies": (None, 5)}
    assert (second.why, third.why) == ("ghi thiếu", "in nhầm")
    assert third.columns["state"] == ("issued", "cancelled")


def test_a_correction_may_not_take_another_number(book: Register) -> None:
    book.issue(plan(), 2026, LAN)
    book.issue(plan(), 2026, LAN)
    with pytest.raises(NumberTaken):
        book.correct("2", 2026, {"number": 1}, because("nhầm"))
    with pytest.raises(MissingReason):
        book.correct("2", 2026, {"title": "x"}, LAN)

    corrected = book.correct("2", 2026, {"symbol": "/BC-UBND"}, because("nhầm")).record
    assert (corrected.notation, corrected.kind) == ("02/BC-UBND", "BC")
    assert book.correct("2", 2026, {"symbol": "/UBND-VX", "kind": "BC"}, because("nhầm")).record.kind == "BC"


def test_a_correction_leaves_the_series_alone_whatever_the_rules_are_by_now(book: Register) -> None:
    first = book.issue(plan(), 2026, LAN)
    book.set_rules(Rules(numbering="kind"), LAN)

    corrected = book.correct("1", 2026, {"title": "Trồng rừng"}, because("ghi thiếu"))

    assert (corrected.series, corrected.record.title) == (first.series, "Trồng rừng")


def test_a_number_that_two_kinds_have_must_be_said_whole(book: Register) -> None:
    book.set_rules(Rules(numbering="kind"), LAN)
    book.issue(plan(), 2026, LAN)
    book.issue(plan(symbol="/BC-UBND"), 2026, LAN)

    with pytest.raises(SeveralEntries) as told:
        book.entry("1", 2026)
    assert "01/KH-UBND, 01/BC-UBND" in str(told.value)
    assert book.entry("01/BC-UBND", 2026).record.kind == "BC"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (plan(symbol=""), "Chưa rõ loại văn bản"),
        (plan(title=" "), "Chưa có trích yếu"),
        (plan(date="2026-02-30"), "Ngày “2026-02-30” không có trong lịch"),
        (plan(sent="20260301"), "Ngày “20260301” không có trong lịch"),
        (plan(symbol="", kind="KH"), "Chưa có ký hiệu"),
    ],
)
def test_what_cannot_stand_in_the_book_is_refused_with_a_sentence(book: Register, record: Record, said: str) -> None:
    with pytest.raises(WrongEntry) as told:
        book.issue(record, 2026, LAN)
    assert said in str(told.value)
    assert book.size(Filter(year=2026)) == 0


def test_the_file_and_its_report_are_kept_with_the_entry(book: Register) -> None:
    paper = Paper("ke-hoach.docx", b"PK...", "KẾ HOẠCH\nTrồng cây", '{"schema": "drafter.report/1"}')
    one = book.issue(plan(), 2026, LAN, paper)
    book.issue(plan(), 2026, LAN, paper)

    kept = book.paper(one)

    assert kept and (kept.name, kept.content) == ("ke-hoach.docx", b"PK...")
    assert json.loads(kept.report)["schema"] == "drafter.report/1"
    assert book.paper(book.issue(plan(), 2026, LAN)) is None


def test_a_secret_document_is_refused_before_anything_is_stored(book: Register) -> None:
    with pytest.raises(SecretFile) as told:
        book.issue(plan(), 2026, LAN, Paper("a.docx", b"PK", "ỦY BAN NHÂN DÂN\nTỐI MẬT\nKẾ HOẠCH"))

    assert "TỐI MẬT" in str(told.value)
    with book.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM register_file")).scalar() == 0
    assert book.size(Filter(year=2026)) == 0


@pytest.mark.parametrize(
    ("series", "words"),
    [
        ("UBND 2026", "UBND 2026"),
        ("UBND 2026 KH", "UBND 2026, Kế hoạch"),
        ("UBND 2026 sao", "UBND 2026, bản sao"),
        ("UBND 2026 QPPL QĐ", "UBND 2026, Quyết định quy phạm pháp luật"),
        ("ĐU 2025– NQ", "ĐU từ năm 2025, Nghị quyết"),
        ("ĐU 2025– TT", "ĐU từ năm 2025, Thông tri"),
    ],
)
def test_a_series_is_told_in_words(series: str, words: str) -> None:
    assert series_words(series) == words


def test_entries_are_found_by_words_kind_month_unit_and_state(book: Register) -> None:
    book.issue(plan("Tiêm chủng cho trẻ em", unit="Phòng Văn hóa - Xã hội"), 2026, LAN)
    book.issue(plan("Phòng cháy rừng", "2026-04-02", symbol="/BC-UBND", unit="Phòng Kinh tế"), 2026, LAN)
    book.issue(plan("100% số hộ", "2026-05-02", recipients="UBND tỉnh"), 2026, LAN)

    def found(**wanted: object) -> list[int | None]:
        return [entry.record.number for entry in book.entries(Filter(year=2026, **wanted))]

    assert found(words="TIÊM trẻ") == [1]
    assert found(words="100%") == [3]
    assert found(words="0%") == [3] and found(words="_") == []
    assert found(words="ubnd tỉnh") == [3]
    assert found(words="TIEM tre") == [1] and found(words="tiêm tre") == [1] and found(words="tiêm trê") == []
    assert [sign for sign in ("*", "?", "[", "]", "\\", "(", "^", "+", "[a-z]", "t.e") if found(words=sign)] == []
    assert found(kind="BC") == found(month=4) == found(unit="Phòng Kinh tế") == [2]
    assert found(unit="") == [3]
    assert found(since="2026-04-02", until="2026-04-30") == [2]
    assert found(state="cancelled") == []
    assert [entry.record.number for entry in book.entries(Filter(year=2026), limit=1, offset=1)] == [2]


class Clerks(RuleBasedStateMachine):
    """Whatever clerks do in whatever order: every number of a series is there once, and none behind its beginning is
    missing. Those before the beginning (a book begun in the middle of a year) may come in any order."""

    place: Callable[[], Path]

    @initialize()
    def open_book(self) -> None:
        self.book = Register(type(self).place())
        self.begun: dict[str, int] = {}

    def _tried(self, action: Callable[[], object]) -> None:
        """What the register refuses leaves it as it was."""
        before = self._rows()
        try:
            action()
        except RegisterError:
            assert self._rows() == before

    def _rows(self) -> list[object]:
        with self.book.reading() as connection:
            entries = connection.execute(text("SELECT * FROM register_entry ORDER BY id")).all()
            return [*entries, *connection.execute(text("SELECT * FROM register_change ORDER BY id")).all()]

    @rule(symbol=st.sampled_from(["/KH-UBND", "/BC-UBND", "/UBND-VX", "/SY-UBND", "-KH/ĐU"]), reserved=st.booleans())
    def give(self, symbol: str, reserved: bool) -> None:
        record = plan(symbol=symbol)
        (self.book.reserve if reserved else self.book.issue)(record, 2026, LAN)

    @rule(number=st.integers(1, 12), suffix=st.sampled_from(["", "", "a"]), why=st.sampled_from(["", "sổ giấy"]))
    def add(self, number: int, suffix: str, why: str) -> None:
        self._tried(lambda: self.book.add(plan(number=number, suffix=suffix), 2026, because(why)))

    @rule(number=st.integers(1, 12), symbol=st.sampled_from(["", "/KH-UBND"]), why=st.sampled_from(["", "nhầm"]))
    def cancel(self, number: int, symbol: str, why: str) -> None:
        self._tried(lambda: self.book.cancel(f"{number}{symbol}", 2026, because(why)))

    @rule(number=st.integers(1, 12), new=st.integers(1, 12))
    def correct(self, number: int, new: int) -> None:
        self._tried(lambda: self.book.correct(f"{number}/KH-UBND", 2026, {"title": f"Sửa {new}"}, because("nhầm")))

    @rule(kind=st.sampled_from(["one", "kind"]))
    def rules(self, kind: str) -> None:
        self.book.set_rules(replace(Rules(), numbering=kind), LAN)

    @invariant()
    def every_number_once_and_none_missing(self) -> None:
        if not hasattr(self, "book"):
            return
        entries = self.book.entries(Filter())
        keys = [(entry.series, entry.record.number, entry.record.suffix) for entry in entries]
        assert len(keys) == len(set(keys))
        for series in {entry.series for entry in entries}:
            numbers = {entry.record.number or 0 for entry in entries if entry.series == series}
            begun = self.begun.setdefault(series, min(numbers))
            assert numbers >= set(range(begun, max(numbers) + 1))
            missing = set(range(1, begun)) - numbers
            told = [gap for gap in self.book.gaps(2026) if gap.series == series]
            assert missing == {number for gap in told for number in range(gap.first, gap.last + 1)}

    def teardown(self) -> None:
        if hasattr(self, "book"):
            self.book.close()


def test_no_order_of_doings_breaks_the_series(tmp_path_factory: pytest.TempPathFactory) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    Clerks.place = staticmethod(lambda: tmp_path_factory.mktemp("clerks"))
    run_state_machine_as_test(Clerks, settings=settings(max_examples=25, stateful_step_count=20, deadline=None))


@given(
    number=st.integers(1, 999_999),
    suffix=st.sampled_from(["", "a", "đ"]),
    symbol=st.sampled_from(["/KH-UBND", "-KH/ĐU", ""]),
)
def test_a_notation_is_taken_apart_and_put_together(number: int, suffix: str, symbol: str) -> None:
    record = Record(number, suffix, symbol)

    assert parted(record.notation) == (number, suffix, symbol)
