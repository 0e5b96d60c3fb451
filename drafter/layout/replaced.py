"""Bases that another document has replaced (Phụ lục I, Phần I, Mục II, khoản 6 NĐ 30), as a short table knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.layout.dates import WHEN
from drafter.layout.roles import Sheet
from drafter.layout.rules import Fault
from drafter.nlp.folding import key
from drafter.nlp.mentions import mentions


@dataclass(frozen=True, slots=True)
class Replaced:
    """A document by its numbers and days, since when (year, month) it is no base any more, and what replaced it."""

    name: str
    """As a law is called; "" for what its number alone tells."""
    numbers: tuple[str, ...]
    days: tuple[str, ...]
    since: tuple[int, int]
    by: str


# Luật 72/2025/QH15 is in force since 16/6/2025, Luật 64/2025/QH15 since 01/4/2025, NĐ 30/2020/NĐ-CP since 05/3/2020.
TABLE = (
    Replaced(
        "Tổ chức chính quyền địa phương",
        ("77/2015/QH13", "47/2019/QH14", "65/2025/QH15"),
        ("2015-06-19", "2019-11-22", "2025-02-19"),
        (2025, 7),
        "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    ),
    Replaced(
        "Ban hành văn bản quy phạm pháp luật",
        ("80/2015/QH13", "63/2020/QH14"),
        ("2015-06-22", "2020-06-18"),
        (2025, 4),
        "Luật Ban hành văn bản quy phạm pháp luật ngày 19 tháng 02 năm 2025",
    ),
    Replaced("", ("110/2004/NĐ-CP", "09/2010/NĐ-CP"), (), (2020, 4), "Nghị định số 30/2020/NĐ-CP"),
)


def replaced(sheet: Sheet) -> Iterator[Fault]:
    """The bases of a dated document that are replaced since: one fault each."""
    dated = next((found for row in sheet.of("place_date") if (found := WHEN.search(row.words))), None)
    if dated is None:
        return
    when = int(dated["year"]), int(dated["month"] or 12)
    for row in sheet.of("base"):
        for mention in mentions(row.words):
            said = key(mention.span.of(row.words))
            entry = next((one for one in TABLE if _is(one, mention.number, mention.date, said)), None)
            if entry and when >= entry.since:
                message = f"Căn cứ “{mention.span.of(row.words)}” đã được thay thế bằng {entry.by}."
                yield Fault("nd30.VD-07", row.span, message, f"Xem lại căn cứ; văn bản hiện hành là {entry.by}.")
                break


def _is(entry: Replaced, number: str, day: str, said: str) -> bool:
    if number:
        return number in entry.numbers
    return bool(entry.name) and key(entry.name) in said and day in entry.days
