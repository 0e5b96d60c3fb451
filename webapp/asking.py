"""Which year, up to which day, of which unit: what the pages of the target and of meetings are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection
from werkzeug.datastructures import MultiDict
from wtforms import Form

from drafter.register.counting import unit_names
from webapp.forms import Day, Unit, Year
from webapp.settings import units


@dataclass(frozen=True, slots=True)
class Scope:
    year: int
    day: date
    """The last day that is counted, within the year."""
    unit: str | None
    """None for the whole office, "" for what is of no unit."""


class Asking(Form):
    """Filled in from a page's address; what is left out is today, this year, the whole office."""

    year = Year("Năm")
    until = Day("Tính đến ngày")
    unit = Unit("Đơn vị")

    @property
    def scope(self) -> Scope:
        """What was asked for; what was not said well is taken as left out."""
        until = date.fromisoformat(self.until.data) if self.until.data else date.today()
        year = self.year.data or until.year
        day = min(max(until, date(year, 1, 1)), date(year, 12, 31))
        return Scope(year, day, None if self.unit.errors else self.unit.unit)


def office_units(connection: Connection, *years: int) -> list[str]:
    """The units of the office, and those that have entries in the books of these years; "" where some have none."""
    return sorted({*units(connection), *unit_names(connection, *years)})


def asked(connection: Connection, said: MultiDict[str, str], choices: list[str] | None = None) -> Asking:
    """What an address asks for, validated; `choices` are units, if not those of the office."""
    form = Asking(said or None)
    year = form.scope.year
    form.unit.offer(office_units(connection, year, year - 1) if choices is None else choices, nameless=True)
    form.validate()
    form.year.data, form.until.data = form.scope.year, form.scope.day.isoformat()
    return form
