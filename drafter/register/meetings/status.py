"""How the meetings of a year stand on a day against the limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import TypeVar

from sqlalchemy import Connection

from drafter.register.meetings.limits import Baseline, Limits, allowed, baseline_of, limits_of
from drafter.register.meetings.store import Wanted, find
from drafter.register.meetings.values import FORMS, KINDS, SCOPES, Facts, Form, Kind, Meeting, Scope
from drafter.register.status import day_in

Name = TypeVar("Name", bound=str)


@dataclass(frozen=True, slots=True)
class Status:
    """Counts are of meetings held up to the day, `planned` of those entered for later in the year."""

    year: int
    as_of: calendar_date
    unit: str | None
    """Who convened them; None for the whole office."""
    limits: Limits
    baseline: Baseline
    allowed: int | None
    """None where last year's figure is not known."""
    held: int
    planned: int
    by_form: Mapping[Form, int]
    by_kind: Mapping[Kind, int]
    by_scope: Mapping[Scope, int]
    by_unit: Mapping[str, int]
    by_month: tuple[int, ...]
    commune_planned: int
    too_long: tuple[Meeting, ...]
    """Held and planned ones."""
    unknown_length: int
    """Held, but nobody noted how long."""

    @property
    def left(self) -> int | None:
        """Of what is allowed, after held and planned ones; below zero for too many."""
        return None if self.allowed is None else self.allowed - self.held - self.planned

    @property
    def in_person(self) -> int:
        """Held in person, with mixed ones where those count so."""
        return self.by_form["in_person"] + (self.by_form["mixed"] if self.limits.mixed == "in_person" else 0)

    @property
    def online(self) -> int:
        return self.held - self.in_person

    @property
    def commune(self) -> int:
        """Held of the whole commune."""
        return self.by_scope["commune"]


def status(connection: Connection, year: int, as_of: calendar_date, unit: str | None = None) -> Status:
    """The status of the whole office, or of what one unit convened. Outside the year its first or last day is taken."""
    day = day_in(year, as_of)
    limits, baseline = limits_of(connection), baseline_of(connection, year - 1, unit)
    meetings = find(connection, Wanted(year, unit=unit))
    held = [one for one in meetings if one.facts.date <= day.isoformat()]
    planned = meetings[len(held) :]
    return Status(
        year=year,
        as_of=day,
        unit=unit,
        limits=limits,
        baseline=baseline,
        allowed=allowed(baseline, limits),
        held=len(held),
        planned=len(planned),
        by_form=_counted(held, FORMS, lambda facts: facts.form),
        by_kind=_counted(held, KINDS, lambda facts: facts.kind),
        by_scope=_counted(held, SCOPES, lambda facts: facts.scope),
        by_unit=dict(_by_unit(held)),
        by_month=tuple(_by_month(held)),
        commune_planned=_counted(planned, SCOPES, lambda facts: facts.scope)["commune"],
        too_long=tuple(one for one in meetings if is_too_long(one, limits)),
        unknown_length=sum(one.facts.minutes is None for one in held),
    )


def is_too_long(meeting: Meeting, limits: Limits) -> bool:
    return meeting.facts.minutes is not None and meeting.facts.minutes > limits.longest(meeting.facts.matter)


def _counted(
    meetings: Sequence[Meeting], names: Mapping[Name, str], name_of: Callable[[Facts], Name]
) -> dict[Name, int]:
    """How many there are of each name, also of those that there is none of."""
    counts = Counter(name_of(one.facts) for one in meetings)
    return {name: counts[name] for name in names}


def _by_unit(meetings: Sequence[Meeting]) -> Iterator[tuple[str, int]]:
    """Those with most first, of the same number by name, the one without name last."""
    counts = Counter(one.facts.unit for one in meetings)
    yield from sorted(counts.items(), key=lambda pair: (not pair[0], -pair[1], pair[0]))


def _by_month(meetings: Sequence[Meeting]) -> Iterator[int]:
    counts = Counter(one.facts.date[5:7] for one in meetings)
    yield from (counts[f"{month:02}"] for month in range(1, 13))
