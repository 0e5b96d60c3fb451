"""Two years of an office's register, made by chance from a seed: what went out, what was cancelled, replaced, kept."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from drafter.register import Act, Filter, Record, Register
from drafter.register.entries import put, row_of, with_id
from drafter.register.history import log
from drafter.register.values import State

UNITS = ("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "")
KINDS = ("KH", "BC", "CV", "TB", "QĐ", "TTr", "GM", "SY")
AFTERWARDS = Act("Hà", "Kiểm tra lại sổ", "2027-01-10T02:00:00+00:00")


def fill(book: Register, seed: int, year: int = 2026, size: int = 120, units: tuple[str, ...] = UNITS) -> None:
    """Puts up to `size` documents into the book of `year` and as many into that of the year before."""
    chance = Random(seed)
    rules = book.rules()
    with book.writing() as connection:
        for of_year in (year - 1, year):
            for number in range(1, chance.randint(size // 3, size)):
                if chance.random() < 0.02:
                    continue  # a gap
                states: list[State] = [
                    "issued",
                    "issued",
                    "issued",
                    "issued",
                    "issued",
                    "issued",
                    "cancelled",
                    "reserved",
                ]
                state = chance.choice(states)
                row = row_of(_record(chance, number, of_year, units), of_year, rules, state)
                (id,) = put(connection, [row | {"series": f"UBND {of_year}"}])
                log(connection, "entry", id, "added", Act("Lan"), {}, {"state": state})
    _replace_some(book, chance, year)


def disturb(book: Register, seed: int, year: int = 2026) -> None:
    """Adds late documents to both years, cancels some, sets some right."""
    chance = Random(seed)
    for of_year in (year - 1, year):
        for number in range(5001, 5004):
            record = _record(chance, number, of_year, UNITS)
            book.add(record, of_year, AFTERWARDS)
        with book.reading() as connection:
            ids = [one.id for one in book.entries(Filter(year=of_year)) if one.state == "issued"]
            found = [with_id(connection, id) for id in chance.sample(ids, 6)]
        for one in found[:3]:
            book.cancel(one.record.notation, of_year, AFTERWARDS)
        for one in found[3:]:
            known = {"unit": chance.choice(UNITS), "date": _day(chance, of_year)}
            book.correct(one.record.notation, of_year, known, AFTERWARDS)


def _record(chance: Random, number: int, year: int, units: tuple[str, ...]) -> Record:
    kind = chance.choice(KINDS)
    symbol = (
        f"/{year}/QĐ-UBND"
        if kind == "QĐ" and chance.random() < 0.2
        else "/UBND-VP"
        if kind == "CV"
        else f"/{kind}-UBND"
    )
    return Record(
        number=number,
        symbol=symbol,
        date=_day(chance, year),
        kind=kind,
        title=f"Việc thứ {number} của năm {year}",
        unit=chance.choice(units),
        attached=chance.random() < 0.04,
    )


def _day(chance: Random, year: int) -> str:
    """Now and then none, or one of the year before."""
    odd = chance.random()
    if odd < 0.03:
        return ""
    if odd < 0.05:
        return f"{year - 1}-12-31"
    return (date(year, 1, 1) + timedelta(chance.randrange(365))).isoformat()


def _replace_some(book: Register, chance: Random, year: int) -> None:
    issued = [one.record.notation for one in book.entries(Filter(year=year)) if one.state == "issued"]
    for old in chance.sample(issued[:-1], min(4, len(issued) - 1)):
        book.replace(old, issued[-1], year, Act("Lan"))
