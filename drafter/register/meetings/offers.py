"""Invitations (giấy mời) in the register that have no meeting yet, and what their titles tell of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as calendar_date
from datetime import timedelta
from typing import Literal, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, func, select

from drafter.nlp.folding import fold
from drafter.nlp.written import capital
from drafter.register import entries
from drafter.register.meetings.values import Form, Kind, Scope
from drafter.register.rules import INVITATION
from drafter.register.tables import entry, meeting
from drafter.register.values import Entry

_DAY = re.compile(
    r"(?:\bngày\s+)?(?<![\d/.-])(?P<day>\d{1,2})(?:/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?"
    r"|\s+tháng\s+(?P<named>\d{1,2})(?:\s+năm\s+(?P<of>\d{4}))?)(?![\d/])",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:giấy\s+)?(?:(?:v/v|về\s+việc)\s*:?\s*)?(?:mời\s+)?(?:(?:tham\s+)?dự\s+)?", re.IGNORECASE)
_HOUR = re.compile(
    r"[\s,;(–-]*(?:(?:vào|tổ\s+chức|diễn\s+ra)\s*)?(?:(?:lúc|hồi)\s*)?(?:\d{1,2}\s*(?:giờ|h|g|:)\s*\d{0,2}\s*(?:phút|')?)?"
    r"[\s,;]*(?:(?:sáng|chiều)\s*)?(?:thứ\s+\w+[\s,]*)?$",
    re.IGNORECASE,
)
_LATEST = timedelta(days=180)
"""An invitation goes out no longer before its meeting."""
_FORMS: tuple[tuple[str, Form], ...] = (
    (r"trực tiếp.{0,20}trực tuyến|trực tuyến.{0,20}trực tiếp", "mixed"),
    (r"trực tuyến", "online"),
    (r"trực tiếp", "in_person"),
)
_KINDS: tuple[tuple[str, Kind], ...] = (
    (r"đột xuất|họp khẩn|khẩn cấp", "urgent"),
    (r"giao ban|định kỳ|thường kỳ|sơ kết|tổng kết|phiên họp (?:thứ|tháng)", "regular"),
    (r"chuyên đề|quán triệt|tập huấn|triển khai|phổ biến", "topical"),
)
_SCOPES: tuple[tuple[str, Scope], ...] = ((r"toàn (?:xã|phường|đặc khu|đảng bộ)", "commune"),)


Name = TypeVar("Name", bound=str)


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation tells of its meeting; "" for what its title does not say."""

    entry_id: int
    notation: str
    issued: str
    """The day of the invitation, ISO 8601."""
    title: str
    """Of the meeting."""
    date: str
    """Of the meeting, ISO 8601."""
    kind: Kind | Literal[""]
    scope: Scope | Literal[""]
    form: Form | Literal[""]
    unit: str
    """Who drafted the invitation."""


def offers(connection: Connection, year: int, limit: int | None = None, offset: int = 0) -> list[Offer]:
    """The invitations of a year's book that went out and have no meeting, in the order of the book."""
    query = select(entry.c.id).where(_waiting(year)).order_by(entry.c.number, entry.c.suffix, entry.c.id)
    ids = list(connection.execute(query.limit(limit).offset(offset)).scalars())
    found = entries.with_ids(connection, ids)
    return [offer_of(found[id]) for id in ids]


def offers_there_are(connection: Connection, year: int) -> int:
    """How many `offers` there are."""
    return connection.execute(select(func.count()).select_from(entry).where(_waiting(year))).scalar_one()


def _waiting(year: int) -> ColumnElement[bool]:
    with_meeting = select(meeting.c.entry_id).where(meeting.c.entry_id.is_not(None))
    return and_(
        entry.c.year == year,
        entry.c.kind == INVITATION,
        entry.c.state == "issued",
        entry.c.id.not_in(with_meeting),
    )


def offer_of(invitation: Entry) -> Offer:
    """What an invitation tells of its meeting.

    Its day is the first in the title that lies in the half year after the invitation: an earlier one is that of a
    document which the meeting is about.
    """
    record = invitation.record
    title = " ".join(fold(record.title).text.split())
    day, found = next(_days(title, record.date), ("", None))
    if found:
        title = _without_day(title, found)
    words = title.lower()
    return Offer(
        entry_id=invitation.id,
        notation=record.notation,
        issued=record.date,
        title=capital(_LEAD.sub("", title, count=1)),
        date=day,
        kind=_first(_KINDS, words),
        scope=_first(_SCOPES, words),
        form=_first(_FORMS, words),
        unit=record.unit,
    )


def _days(title: str, issued: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Days that may be that of the meeting, ISO 8601, and where they stand."""
    if not issued:
        return
    start = calendar_date.fromisoformat(issued)
    for found in _DAY.finditer(title):
        year = found["year"] or found["of"]
        for of_year in [int(year)] if year else [start.year, start.year + 1]:
            try:
                day = calendar_date(of_year, int(found["month"] or found["named"]), int(found["day"]))
            except ValueError:
                continue
            if start <= day <= start + _LATEST:
                yield day.isoformat(), found
                break


def _without_day(title: str, found: re.Match[str]) -> str:
    """The title without hour and day where it ends with them."""
    if title[found.end() :].strip(" .,;)"):
        return title
    hour = _HOUR.search(title, 0, found.start())
    return title[: hour.start() if hour else found.start()]


def _first(table: tuple[tuple[str, Name], ...], words: str) -> Name | Literal[""]:
    return next((name for pattern, name in table if re.search(pattern, words)), "")
