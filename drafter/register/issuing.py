"""What can be done with numbers and entries: within the caller's writing transaction, noted in the history."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, select, update

from drafter.nlp.kinds import kind_name, kind_of_number
from drafter.nlp.written import is_day
from drafter.register import entries
from drafter.register.decisions import rules_of
from drafter.register.entries import columns_of, row_of, with_id
from drafter.register.history import Act, log, log_many
from drafter.register.numbering import Gap, check_free, gaps, next_number
from drafter.register.papers import NOTHING, Kept
from drafter.register.refusals import (
    MissingReason,
    SeveralEntries,
    SkippedNumbers,
    UnknownEntry,
    WrongEntry,
    WrongState,
)
from drafter.register.rules import Rules
from drafter.register.series import series_of
from drafter.register.tables import entry
from drafter.register.values import LARGEST, Entry, Record, State, parted

STATES: Mapping[State, str] = {
    "reserved": "mới giữ số, chưa phát hành",
    "issued": "đã phát hành",
    "cancelled": "đã hủy số",
    "replaced": "đã được thay thế",
}
"""The states as messages say them."""
_NUMBER = ("number", "suffix", "symbol")
_OF_YEAR = re.compile(r"(?P<notation>.*\S)\s+năm\s+(?P<year>\d{4})\s*", re.IGNORECASE)


def issue(
    connection: Connection, record: Record, year: int, act: Act, kept: Kept = NOTHING, replaces: str = ""
) -> Entry:
    """Enters the record under the next number of its series; it takes the place of what has the number `replaces`.

    Raises `WrongEntry`, `BookFull`, and as `take_place`.
    """
    made = _enter_numbered(connection, _settled(record), year, "issued", act, kept)
    if replaces:
        take_place(connection, replaces, made, act)
    return made


def reserve(connection: Connection, record: Record, year: int, act: Act) -> Entry:
    """Keeps the next number for a document that is yet to be issued."""
    return _enter_numbered(connection, _settled(record, reserved=True), year, "reserved", act, NOTHING)


def issue_reserved(
    connection: Connection, found: Entry, known: Mapping[str, Any], act: Act, kept: Kept = NOTHING, replaces: str = ""
) -> Entry:
    """Issues an entry whose number was kept, under that number. Raises `WrongState` besides what `issue` raises."""
    if found.state != "reserved":
        raise WrongState(found.record.notation, STATES[found.state])
    record = _settled(filled_in(found.record, known))
    made = _changed(connection, found, record, "issued", act, state="issued", **asdict(kept))
    if replaces:
        take_place(connection, replaces, made, act)
    return made


def filled_in(kept: Record, known: Mapping[str, Any]) -> Record:
    """The record that a number was kept for, with the columns that are `known` by now; the number stays."""
    said = {name: value for name, value in known.items() if value and name not in _NUMBER}
    return replace(kept, **said)


def add(connection: Connection, record: Record, year: int, act: Act) -> Entry:
    """Enters what was issued with its number.

    Raises `NumberTaken`; `SkippedNumbers` where numbers before it would be left out and `act` does not say why. With a
    reason those numbers are entered as cancelled.
    """
    record, rules = _settled(record), rules_of(connection)
    if record.number is None and not record.attached:
        raise WrongEntry("Chưa có số; hãy ghi số, ký hiệu của văn bản, ví dụ: 05/KH-UBND.")
    row = row_of(record, year, rules, "issued")
    check_free(connection, row["series"], record.number, record.suffix, record.notation)
    if record.number is not None:
        _account_for_skipped(connection, record, year, row["series"], rules, act)
    return _put(connection, row, "added", act)


def cancel(connection: Connection, notation: str, year: int, act: Act) -> Entry:
    """Cancels an entry, or enters a missing number as cancelled.

    Raises `MissingReason`, `WrongState`, `UnknownEntry`.
    """
    _needs_reason(act)
    try:
        found = sought(connection, notation, year)
    except UnknownEntry:
        return _cancel_missing(connection, *_in_book(notation, year), act)
    return cancel_entry(connection, found, act)


def cancel_entry(connection: Connection, found: Entry, act: Act) -> Entry:
    """Cancels an entry. Raises `MissingReason`, `WrongState`."""
    _needs_reason(act)
    if found.state == "cancelled":
        raise WrongState(found.record.notation, STATES[found.state])
    return _changed(connection, found, found.record, "cancelled", act, state="cancelled", reason=act.why)


def cancel_gap(connection: Connection, gap: Gap, year: int, act: Act) -> None:
    """Enters the numbers of a gap as cancelled. Raises `MissingReason`, `WrongEntry` where one of them stands now."""
    _needs_reason(act)
    free = (one for one in gaps(connection, year) if one.series == gap.series)
    if gap.last < gap.first or not any(one.first <= gap.first and gap.last <= one.last for one in free):
        raise WrongEntry("Các số này không còn bỏ trống; hãy xem lại những số đang bỏ trống trong sổ.")
    _cancel_numbers(connection, gap, year, rules_of(connection), act)


def take_place(connection: Connection, notation: str, new: Entry, act: Act) -> Entry:
    """Notes that `new` takes the place of what has the number `notation`: in its own book, or in that of another year.

    Raises `UnknownEntry`, `SeveralEntries`, `WrongState`.
    """
    return replace_by(connection, sought(connection, notation, new.year), new, act)


def replace_by(connection: Connection, old: Entry, new: Entry, act: Act) -> Entry:
    """Notes that `new` takes the place of `old`. Raises `WrongState` unless both went out."""
    for one, states in ((old, ("issued",)), (new, entries.ON_PAPER)):
        if one.state not in states:
            raise WrongState(one.record.notation, STATES[one.state])
    if old.id == new.id:
        raise WrongEntry(f"Văn bản {old.record.notation} không thể thay thế chính nó; hãy chọn văn bản khác.")
    of_year = f" năm {new.year}" if new.year != old.year else ""
    reason = act.why or f"Thay bằng {new.record.notation}{of_year}"
    return _changed(connection, old, old.record, "replaced", act, state="replaced", reason=reason, replaced_by=new.id)


def correct(connection: Connection, found: Entry, known: Mapping[str, Any], act: Act) -> Entry:
    """Sets columns right. Raises `MissingReason`, `NumberTaken`, `WrongEntry`.

    The entry stays in its series, whatever the rules are by now, unless its number itself was wrong. Another symbol
    makes it another kind, unless the kind is said, too.
    """
    _needs_reason(act)
    old, record = found.record, replace(found.record, **known)
    if record.symbol != old.symbol and "kind" not in known:
        record = replace(record, kind=kind_of_number(record.notation) or old.kind)
    record = _settled(record, reserved=found.state == "reserved")
    stays = (record.notation, record.kind) == (old.notation, old.kind)
    series = found.series if stays else series_of(record, found.year, rules_of(connection))
    if (series, record.number, record.suffix) != (found.series, found.record.number, found.record.suffix):
        check_free(connection, series, record.number, record.suffix, record.notation)
    return _changed(connection, found, record, "corrected", act, series=series)


def sought(connection: Connection, notation: str, year: int) -> Entry:
    """The entry of the year with a number: "05/KH-UBND", or "5" where only one has it.

    The notation may name another year's book: "05/KH-UBND năm 2025". Raises `UnknownEntry`, `SeveralEntries`.
    """
    bare, year = _in_book(notation, year)
    number, suffix, symbol = parted(bare)
    query = select(entry.c.id).where(entry.c.year == year, entry.c.number == number, entry.c.suffix == suffix)
    if symbol:
        query = query.where(entry.c.symbol == symbol)
    ids = list(connection.execute(query.order_by(entry.c.id)).scalars())
    if len(ids) > 1:
        raise SeveralEntries(notation, (one.record.notation for one in entries.with_ids(connection, ids).values()))
    if not ids:
        raise UnknownEntry(notation)
    return with_id(connection, ids[0])


def _in_book(notation: str, year: int) -> tuple[str, int]:
    """The notation without the year of a book, and that year; the given one where it names none."""
    named = _OF_YEAR.fullmatch(notation)
    return (named["notation"], int(named["year"])) if named else (notation, year)


def _settled(record: Record, reserved: bool = False) -> Record:
    """The record with its kind by the symbol where none is said. Raises `WrongEntry`."""
    kind = record.kind or kind_of_number(record.notation)
    if not kind_name(kind):
        raise WrongEntry("Chưa rõ loại văn bản; hãy ghi ký hiệu như /KH-UBND, hoặc nói tên loại.")
    if not record.symbol and not record.attached:
        raise WrongEntry("Chưa có ký hiệu; hãy ghi ký hiệu của văn bản, ví dụ: /KH-UBND.")
    if not reserved and not record.title.strip():
        raise WrongEntry("Chưa có trích yếu; hãy ghi trích yếu nội dung của văn bản.")
    if record.number is not None and not 0 < record.number <= LARGEST:
        raise WrongEntry(f"Số {record.number} không dùng được; số văn bản từ 1 đến {LARGEST}.")
    for day in filter(None, (record.date, record.sent)):
        check_day(day)
    return replace(record, kind=kind)


def check_day(day: str) -> None:
    """Raises `WrongEntry` for what is no day, ISO 8601."""
    if not is_day(day):
        raise WrongEntry(f"Ngày “{day}” không có trong lịch; hãy ghi như 31/3/2026.")


def numbered(connection: Connection, record: Record, year: int, rules: Rules) -> Record:
    """The record under the next number of its series. Raises `BookFull`."""
    series = series_of(replace(record, number=1), year, rules)
    return replace(record, number=next_number(connection, series), suffix="")


def _enter_numbered(connection: Connection, record: Record, year: int, state: State, act: Act, kept: Kept) -> Entry:
    rules = rules_of(connection)
    given = numbered(connection, record, year, rules)
    return _put(connection, row_of(given, year, rules, state, **asdict(kept)), state, act)


def _account_for_skipped(
    connection: Connection, record: Record, year: int, series: str, rules: Rules, act: Act
) -> None:
    """Enters the numbers between the largest and this one as cancelled, for a reason; a new book may begin anywhere."""
    assert record.number is not None
    first = next_number(connection, series)
    if first == 1 or record.number <= first:
        return
    skipped = Gap(series, first, record.number - 1)
    if not act.why.strip():
        raise SkippedNumbers(record.notation, skipped.numbers)
    _cancel_numbers(connection, skipped, year, rules, act)


def _cancel_numbers(connection: Connection, gap: Gap, year: int, rules: Rules, act: Act) -> None:
    numbers = map(Record, range(gap.first, gap.last + 1))
    rows = [row_of(one, year, rules, "cancelled", reason=act.why) | {"series": gap.series} for one in numbers]
    ids = entries.put(connection, rows)
    log_many(connection, "entry", "cancelled", act, [(id, {}, _said(row)) for id, row in zip(ids, rows, strict=True)])


def _cancel_missing(connection: Connection, notation: str, year: int, act: Act) -> Entry:
    """Enters a number that was passed over, as cancelled. Raises `UnknownEntry` for one that is yet to be given."""
    number, suffix, symbol = parted(notation)
    record = Record(number, suffix, symbol, kind=kind_of_number(notation))
    rules = rules_of(connection)
    row = row_of(record, year, rules, "cancelled", reason=act.why)
    if number is None or not symbol or not kind_name(record.kind) or number >= next_number(connection, row["series"]):
        raise UnknownEntry(notation)
    check_free(connection, row["series"], number, suffix, notation)
    return _put(connection, row, "cancelled", act)


def _put(connection: Connection, row: dict[str, Any], action: str, act: Act) -> Entry:
    (id,) = entries.put(connection, [row])
    log(connection, "entry", id, action, act, {}, _said(row))
    return with_id(connection, id)


def _changed(connection: Connection, found: Entry, record: Record, action: str, act: Act, **more: Any) -> Entry:
    before = columns_of(found.record) | {name: getattr(found, name) for name in more}
    after = columns_of(record) | more
    connection.execute(update(entry).where(entry.c.id == found.id).values(after))
    log(connection, "entry", found.id, action, act, _said(before), _said(after))
    return with_id(connection, found.id)


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that say something of their own."""
    return {name: value for name, value in row.items() if name not in ("words", "normative")}


def _needs_reason(act: Act) -> None:
    if not act.why.strip():
        raise MissingReason
