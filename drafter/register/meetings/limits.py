"""What the directive allows of meetings, as an office has set it; and last year's figure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import Connection

from drafter.register.decisions import decide, holding
from drafter.register.history import Act
from drafter.register.meetings.store import Wanted, size
from drafter.register.meetings.values import Matter
from drafter.register.refusals import WrongMeeting
from drafter.register.rules import allowance

_NAME = "meetings/limits"


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits on meetings; lengths in minutes, a day of eight hours."""

    percent: Decimal = field(default=Decimal(10))
    """By how much there shall be less than the year before."""
    in_person: int = 40
    """Percent of the meetings of a year that may be in person."""
    online: int = 60
    """Percent that must be online."""
    mixed: Literal["online", "in_person"] = "online"
    """What meetings count as that were both."""
    commune: int = 3
    """How many of the whole commune there may be in a year."""
    briefing: int = 240
    business: int = 480
    discussion: int = 720

    def longest(self, matter: Matter) -> int:
        """How long a meeting about it may be; where that is not known, as long as any."""
        lengths = {"briefing": self.briefing, "business": self.business, "discussion": self.discussion}
        return lengths.get(matter) or max(lengths.values())


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many meetings there were in the year before."""

    year: int
    figure: int | None
    """None where nobody knows."""
    origin: Literal["register", "entered", "unknown"]
    source: str = ""
    """Where an entered figure comes from."""


def limits_of(connection: Connection) -> Limits:
    """The limits that hold; the directive's where nobody set any."""
    return limits_from(holding(connection, _NAME))


def limits_from(text: str | None) -> Limits:
    """The limits that `set_limits` noted; the directive's where it noted none."""
    said: dict[str, Any] = json.loads(text or "{}")
    return Limits(**said | ({"percent": Decimal(said["percent"])} if "percent" in said else {}))


def set_limits(connection: Connection, known: Mapping[str, Any], act: Act) -> Limits:
    """Sets limits, given by their names; the others stay. Raises `WrongMeeting`."""
    limits = Limits(**asdict(limits_of(connection)) | dict(known))
    if not all(0 <= percent <= 100 for percent in (limits.percent, limits.in_person, limits.online)):
        raise WrongMeeting("Tỷ lệ phải từ 0 đến 100; hãy ghi lại.")
    if limits.in_person + limits.online < 100:
        raise WrongMeeting("Tỷ lệ trực tiếp tối đa và trực tuyến tối thiểu cộng lại phải đủ 100; hãy ghi lại cả hai.")
    if min(limits.briefing, limits.business, limits.discussion) < 1 or limits.commune < 0:
        raise WrongMeeting("Giới hạn về thời lượng, số lượng phải là số dương; hãy ghi lại.")
    decide(connection, _NAME, json.dumps(asdict(limits) | {"percent": str(limits.percent)}), act)
    return limits


def enter_baseline(connection: Connection, year: int, unit: str, figure: int, source: str, act: Act) -> None:
    """A figure for a year whose meetings are not in the register, with its source; it goes before the register's."""
    if not source.strip():
        raise WrongMeeting("Chưa nói số ấy lấy ở đâu; hãy thêm --source, ví dụ: --source “Báo cáo số 210/BC-UBND”.")
    value = json.dumps([figure, source.strip()], ensure_ascii=False)
    decide(connection, f"meetings/baseline/{year}/{unit}", value, act)


def baseline_of(connection: Connection, year: int, unit: str | None) -> Baseline:
    """The figure entered for a year, else what the register holds of it; None for the whole office."""
    entered = holding(connection, f"meetings/baseline/{year}/{unit or ''}")
    if entered:
        figure, source = json.loads(entered)
        return Baseline(year, figure, "entered", source)
    if not size(connection, Wanted(year)):
        return Baseline(year, None, "unknown")
    return Baseline(year, size(connection, Wanted(year, unit=unit)), "register")


def allowed(baseline: Baseline, limits: Limits) -> int | None:
    """How many there may be in the year after; "at least 10% fewer" rounds it down. None where nothing is known.

    >>> allowed(Baseline(2025, 25, "register"), Limits())
    22
    """
    return None if baseline.figure is None else allowance(baseline.figure, limits.percent, "down")
