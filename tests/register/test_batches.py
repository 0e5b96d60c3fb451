"""A file beside the register, and put into it: nothing twice, nothing lost, all or nothing."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from layouts import columns_apart, decree
from sqlalchemy import func, select
from written_books import Shelf

from drafter.register import Act, Filter, Record, Register, Rules
from drafter.register.batches import Comparison, compare, put
from drafter.register.decisions import rules_of
from drafter.register.entries import find
from drafter.register.importing import Preview, Row, read_register
from drafter.register.issuing import correct
from drafter.register.refusals import RegisterMoved
from drafter.register.tables import batch, change, entry

ACT = Act("Hoa", at="2025-12-31T09:00:00+00:00")
BY_HAND = Act("Lan", "gõ nhầm", "2025-12-31T10:00:00+00:00")


def plan(number: int, title: str = "công tác", **more: object) -> Record:
    known = {"symbol": "/KH-UBND", "date": "2025-03-05", "kind": "KH", "signer": "Hoàng Thị Lan"}
    return Record(number, title=title, **{**known, **more})


def preview(*records: Record, name: str = "so.xlsx") -> Preview:
    rows = tuple(Row(f"dòng {number}", record) for number, record in enumerate(records, 2))
    return Preview(name, sha256(repr(records).encode()).hexdigest(), 2025, "", (), rows)


def beside(book: Register, said: Preview) -> Comparison:
    with book.reading() as connection:
        return compare(connection, said, rules_of(connection))


def entered(book: Register, said: Preview) -> Comparison:
    """The comparison, after it was put."""
    with book.writing() as connection:
        found = compare(connection, said, rules_of(connection))
        put(connection, found, ACT)
    return found


def verdicts(found: Comparison) -> list[str]:
    return [row.verdict for row in found.rows]


def sizes(book: Register) -> tuple[int, ...]:
    """How many batches, entries and changes there are."""
    with book.reading() as connection:
        return tuple(
            connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (batch, entry, change)
        )


def stored(book: Register) -> list[Record]:
    return [one.record for one in book.entries(Filter(2025))]


def test_a_file_is_entered_once(book: Register, tmp_path: Path) -> None:
    attached = Record(None, kind="QC", title="làm việc (kèm theo)", attached=True)
    records = [plan(1), plan(2, copies=5, sent="2025-03-06"), plan(2, suffix="a"), attached, attached]
    said = read_register(columns_apart(records, tmp_path), 2025)

    assert verdicts(entered(book, said)) == ["new"] * 5
    first = sizes(book)
    assert verdicts(entered(book, said)) == ["same"] * 5

    assert sizes(book) == first == (1, 5, 0)
    assert sorted(map(repr, stored(book))) == sorted(map(repr, records))
    assert {one.state for one in book.entries(Filter(2025))} == {"issued"}
    assert [len(book.entries(Filter(2025, words="UBND công"))), len(book.entries(Filter(2025, counted=True)))] == [3, 3]


def test_the_history_begins_with_the_file(book: Register) -> None:
    entered(book, preview(plan(1)))
    entered(book, preview(plan(1, "công tác năm 2025"), name="so moi.xlsx"))

    (one,) = book.entries(Filter(2025))
    assert one.record.title == "công tác năm 2025"
    assert [(done.action, done.who, dict(done.columns), done.why) for done in book.history(one.id)] == [
        ("imported", "Hoa", {}, "so.xlsx"),
        ("imported", "Hoa", {"title": ("công tác", "công tác năm 2025")}, "Nhập từ tệp so moi.xlsx"),
    ]


def test_what_a_file_says_anew_is_shown_and_corrected(book: Register) -> None:
    entered(book, preview(plan(1), plan(2)))

    found = entered(book, preview(plan(1, date="2025-03-04", copies=3), plan(2), plan(3)))

    assert verdicts(found) == ["changed", "same", "new"]
    assert found.rows[0].columns == {"date": ("2025-03-05", "2025-03-04"), "copies": (None, 3)}
    assert stored(book) == [plan(1, date="2025-03-04", copies=3), plan(2), plan(3)]


def test_what_a_file_does_not_know_stays(book: Register, tmp_path: Path) -> None:
    known = plan(1, unit="Phòng Kinh tế", keeper="VT", copies=3)
    entered(book, preview(known))

    found = entered(book, read_register(decree([replace(known, unit="", copies=None)], tmp_path), 2025))

    assert (verdicts(found), stored(book)) == (["same"], [known])


def test_a_correction_by_hand_stays_when_the_sheet_is_imported_again(book: Register) -> None:
    entered(book, preview(plan(1, "công tac"), plan(2), plan(3)))
    book.correct("1/KH-UBND", 2025, {"title": "công tác"}, BY_HAND)
    book.correct("3/KH-UBND", 2025, {"number": 30}, BY_HAND)
    before = sizes(book)

    found = entered(book, preview(plan(1, "công tac"), plan(2), plan(3)))

    assert (verdicts(found), sizes(book)) == (["same", "same", "same"], before)
    assert found.rows[0].kept == {"title": ("công tác", "công tac")}
    assert found.rows[2].kept == {"number": (30, 3)}
    assert stored(book) == [plan(1), plan(2), plan(30)]

    entered(book, preview(plan(1, "công tác quý I"), plan(2)))
    assert stored(book)[0].title == "công tác quý I"


def test_a_number_twice_by_the_rules_of_the_office(book: Register) -> None:
    said = preview(plan(1), plan(1, symbol="/BC-UBND", kind="BC"))
    with book.reading() as connection:
        one, by_kind = (compare(connection, said, Rules(numbering=numbering)) for numbering in ("one", "kind"))

    assert (verdicts(one), verdicts(by_kind)) == (["new", "refused"], ["new", "new"])
    assert "dòng 2" in one.rows[1].reason


def test_numbers_cancelled_or_kept_here_are_refused(book: Register) -> None:
    entered(book, preview(plan(1), plan(2)))
    book.cancel("2/KH-UBND", 2025, BY_HAND)
    book.reserve(plan(3), 2025, BY_HAND)

    found = entered(book, preview(plan(1), plan(2), plan(2, "khác"), plan(3, "khác")))

    assert verdicts(found) == ["same", "same", "refused", "refused"]
    assert "giữ" in found.rows[3].reason

    (found,) = entered(book, preview(plan(2, "khác"))).rows
    assert (found.verdict, "hủy" in found.reason) == ("refused", True)


def test_a_number_of_the_term_that_stands_in_another_book_is_not_overwritten(book: Register) -> None:
    party = {"symbol": "-KH/ĐU", "date": "2026-03-05"}
    book.add(plan(1, **party), 2026, BY_HAND)

    found = entered(book, preview(plan(1, "khác", **party | {"date": "2025-08-05"}), plan(2, **party)))

    assert verdicts(found) == ["refused", "new"]
    assert found.rows[0].reason == ("số 01-KH/ĐU đã cấp cho văn bản trong sổ năm 2026; hãy sửa số, hoặc xóa dòng này.")
    assert [one.record for one in book.entries(Filter(2026))] == [plan(1, **party)]
    assert verdicts(entered(book, preview(plan(1, **party)))) == ["same"]


def test_attached_texts_alike_that_were_corrected_here_are_not_entered_again(book: Register) -> None:
    attached = Record(None, kind="QC", title="làm việc", attached=True)
    entered(book, preview(attached, attached))
    with book.writing() as connection:
        for one in find(connection, Filter(2025), Rules()):
            correct(connection, one, {"title": f"Quy chế {one.id}"}, BY_HAND)

    assert verdicts(entered(book, preview(attached, attached))) == ["same", "same"]


def test_refused_rows_are_left_out(book: Register) -> None:
    said = preview(plan(1))
    said = replace(said, rows=(*said.rows, Row("dòng 3", None, (), "chưa có số")))

    found = entered(book, said)

    assert (verdicts(found), found.rows[1].reason, len(stored(book))) == (["new", "refused"], "chưa có số", 1)
    assert (found.count("new"), found.count("refused"), found.count("same")) == (1, 1, 0)


def test_who_confirms_gets_what_was_shown_or_nothing(book: Register) -> None:
    shown = beside(book, preview(plan(1), plan(2)))
    book.add(plan(1, "khác"), 2025, BY_HAND)

    with pytest.raises(RegisterMoved), book.writing() as connection:
        put(connection, shown, ACT)

    assert stored(book) == [plan(1, "khác")]


def test_what_was_shown_by_other_rules_is_not_put(book: Register) -> None:
    shown = beside(book, preview(plan(1), plan(1, symbol="/BC-UBND", kind="BC")))
    book.set_rules(Rules(numbering="kind"), BY_HAND)

    with pytest.raises(RegisterMoved), book.writing() as connection:
        put(connection, shown, ACT)

    assert stored(book) == []


def test_progress_is_told(book: Register) -> None:
    entered(book, preview(plan(1)))
    told: list[tuple[int, int]] = []
    with book.writing() as connection:
        found = compare(connection, preview(plan(1, "khác"), *map(plan, range(2, 6_000))), Rules())
        put(connection, found, ACT, lambda done, of: told.append((done, of)))

    assert told == [(5_000, 5_999), (5_998, 5_999), (5_999, 5_999)]


KILLED = """
import time
from pathlib import Path
from drafter.register.batches import compare, put
from drafter.register.importing import read_register
from drafter.register.rules import Rules

def told(done, of):
    print(done, of, flush=True)
    if done > 5_000:
        time.sleep(600)

said = read_register(Path(FILE), 2025)
with book.writing() as connection:
    put(connection, compare(connection, said, Rules()), Act("Hoa"), told)
"""


def test_killed_in_the_middle_it_leaves_nothing(shelf: Shelf, tmp_path: Path) -> None:
    path = columns_apart(many(12_000), tmp_path)
    process = shelf.process(KILLED.replace("FILE", repr(str(path))))
    assert process.stdout is not None
    heard = [process.stdout.readline(), process.stdout.readline()]
    process.kill()
    process.wait()

    assert heard == ["5000 12000\n", "10000 12000\n"]
    with shelf.open() as book:
        assert sizes(book) == (0, 0, 0)
        entered(book, read_register(path, 2025))
        assert sizes(book) == (1, 12_000, 0)


def many(count: int) -> Sequence[Record]:
    return [plan(number, f"công tác {number}") for number in range(1, count + 1)]
