"""What became different of a closed period: its figures then and now, and the entries and decisions behind it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, select

from drafter.register.decisions import Decision
from drafter.register.entries import ON_PAPER, RECORD, with_ids
from drafter.register.history import Change
from drafter.register.periods.closing import Closing, closing_of
from drafter.register.periods.figures import Figures, Sums, Terms, figures_by
from drafter.register.periods.values import Period
from drafter.register.tables import batch, change, decision, entry
from drafter.register.values import Entry, Record

Effect = Literal["added", "dropped", "moved"]
"""It counts now and did not, or the other way round; it counts elsewhere."""
_AT_ONCE = 5000
"""Ids in a question to the database."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is another one now."""

    name: str
    """A field of `Sums`, "allowed", "left"; "meetings" of the period or "meetings_cumulative"."""
    unit: str | None
    """None for the whole that was asked for."""
    kind: str
    """"" for all kinds."""
    before: int | None
    now: int | None

    @property
    def is_of_whole(self) -> bool:
        return self.unit is None and not self.kind


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document counts."""

    year: int
    unit: str
    kind: str
    month: int
    """1 to 12, 0 for none of the year's."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry that counts otherwise than when the period was closed."""

    entry: Entry
    """As it is now."""
    effect: Effect
    before: Place | None
    now: Place | None
    changes: tuple[Change, ...]
    """What was done since, the oldest first."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Nothing of it where the figures stand as they were closed."""

    differences: tuple[Difference, ...]
    entries: tuple[Correction, ...]
    """In the order of their ids."""
    decisions: tuple[Decision, ...]
    """Figures of the year before that were entered or dropped since."""


def corrections(connection: Connection, period: Period, unit: str | None = None) -> Corrections | None:
    """What changed since a period was closed, by the rules and targets of then; None where it was not closed."""
    made = closing_of(connection, period)
    return corrected(connection, made, unit) if made else None


def corrected(connection: Connection, made: Closing, unit: str | None = None) -> Corrections:
    then = made.figures if unit is None else made.figures.of_unit(unit)
    percents = {one.unit: one.percent for one in (made.figures.whole, *made.figures.by_unit)}
    now = figures_by(connection, then.period, Terms(then.rules, {**percents, "": made.figures.whole.percent}), unit)
    found = (one for one in _entries(connection, made) if unit is None or unit in _units_of(one))
    own = f"baseline/{then.period.year - 1}/{unit}"
    decisions = tuple(one for one in _decisions(connection, made) if unit is None or (unit and one.name == own))
    return Corrections(tuple(_differences(then, now)), tuple(found), decisions)


def _differences(then: Figures, now: Figures) -> Iterator[Difference]:
    before, after = _listed(then), _listed(now)
    for name, unit, kind in dict.fromkeys([*before, *after]):
        old, new = before.get((name, unit, kind)), after.get((name, unit, kind))
        if old != new and (old or new):
            yield Difference(name, unit, kind, old, new)


def _listed(figures: Figures) -> dict[tuple[str, str | None, str], int | None]:
    """The figures of the whole, of units, of kinds, by name, unit and kind."""
    found: dict[tuple[str, str | None, str], int | None] = {}

    def note(sums: Sums, unit: str | None) -> None:
        for name in ("issued", "same_period", "cumulative", "same_cumulative", "last_year"):
            found[name, unit, sums.kind] = getattr(sums, name)

    pairs = zip((figures.sums, *figures.units), (figures.whole, *figures.by_unit), strict=True)
    for unit, (sums, of) in zip((None, *(one.unit for one in figures.by_unit)), pairs, strict=True):
        note(sums, unit)
        found["allowed", unit, ""], found["left", unit, ""] = of.allowed, of.left
    for sums in figures.kinds:
        note(sums, None)
    if figures.meetings:
        found["meetings", None, ""] = figures.meetings.held
        found["meetings_cumulative", None, ""] = figures.meetings.cumulative
    return found


def _entries(connection: Connection, made: Closing) -> Iterator[Correction]:
    """The entries of both years that were added or changed since and count otherwise."""
    done = _changes(connection, made)
    ids = sorted({*done, *_newer(connection, made)})
    brought = _brought(connection, made)
    for start in range(0, len(ids), _AT_ONCE):
        found = with_ids(connection, ids[start : start + _AT_ONCE])
        for id in ids[start : start + _AT_ONCE]:
            then = None if id > made.marks.entry else _as_it_was(found[id], done[id])
            old, new = _place(then, made.figures), _place(found[id], made.figures)
            if old != new:
                effect: Effect = "moved" if old and new else "added" if new else "dropped"
                yield Correction(found[id], effect, old, new, (*brought.get(id, ()), *done[id]))


def _as_it_was(now: Entry, changes: Iterable[Change]) -> Entry:
    """The entry before these changes, which come the oldest first."""
    known: dict[str, Any] = {}
    for one in reversed(list(changes)):
        known |= {name: before for name, (before, _) in one.columns.items()}
    empty = Record(None)
    columns = {
        name: getattr(empty, name) if value is None else value for name, value in known.items() if name in RECORD
    }
    return replace(now, record=replace(now.record, **columns), state=known.get("state", now.state))


def _place(one: Entry | None, figures: Figures) -> Place | None:
    """Where an entry counts, up to the period's end; of the year before anywhere in it."""
    if one is None:
        return None
    record, rules, year = one.record, figures.rules, figures.period.year
    if one.year not in (year, year - 1) or one.state not in ON_PAPER or not rules.counts(record):
        return None
    if one.year == year and record.date > figures.as_of.isoformat():
        return None
    in_year = record.date.startswith(f"{one.year}-")
    return Place(one.year, record.unit, record.kind, int(record.date[5:7]) if in_year else 0)


def _units_of(one: Correction) -> set[str]:
    return {place.unit for place in (one.before, one.now) if place}


def _changes(connection: Connection, made: Closing) -> Mapping[int, list[Change]]:
    """What was done to entries since, the oldest first, by their ids."""
    columns = change.c.subject_id, change.c.at, change.c.who, change.c.action, change.c.columns, change.c.why
    rows = connection.execute(
        select(*columns)
        .join(entry, entry.c.id == change.c.subject_id)
        .where(change.c.subject == "entry", change.c.id > made.marks.change, _of_both_years(made))
        .order_by(change.c.id)
    )
    found: dict[int, list[Change]] = defaultdict(list)
    for id, at, who, action, said, why in rows:
        pairs = {name: (before, after) for name, (before, after) in json.loads(said).items()}
        found[id].append(Change(at, who, action, pairs, why))
    return found


def _newer(connection: Connection, made: Closing) -> list[int]:
    query = select(entry.c.id).where(entry.c.id > made.marks.entry, _of_both_years(made))
    return list(connection.execute(query).scalars())


def _brought(connection: Connection, made: Closing) -> dict[int, tuple[Change, ...]]:
    """The imports that brought entries since."""
    rows = connection.execute(
        select(entry.c.id, batch.c.at, batch.c.who, batch.c.file)
        .join(batch, batch.c.id == entry.c.batch_id)
        .where(entry.c.id > made.marks.entry, _of_both_years(made))
    )
    return {id: (Change(at, who, "imported", {}, file),) for id, at, who, file in rows}


def _of_both_years(made: Closing) -> ColumnElement[bool]:
    year = made.figures.period.year
    return entry.c.year.in_((year, year - 1))


def _decisions(connection: Connection, made: Closing) -> Iterator[Decision]:
    """Baselines decided on since."""
    columns = decision.c.at, decision.c.who, decision.c.name, decision.c.value, decision.c.why
    start = f"baseline/{made.figures.period.year - 1}/"
    rows = connection.execute(
        select(*columns)
        .where(decision.c.id > made.marks.decision, decision.c.name.startswith(start, autoescape=True))
        .order_by(decision.c.id)
    )
    return (Decision(*row) for row in rows)
