"""What is looked for in the register: the form in front of its list."""

from __future__ import annotations

from typing import cast

from sqlalchemy import Connection
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Form

from drafter.register import Filter, State
from drafter.register.entries import years
from webapp.asking import office_units
from webapp.forms import Choice, Day, Line, Unit
from webapp.recording import KIND_CHOICES

STATES: dict[State, str] = {
    "issued": "Đã phát hành",
    "reserved": "Đang giữ số",
    "cancelled": "Đã hủy số",
    "replaced": "Đã được thay thế",
}
"""The states as pages say them."""
_MONTHS = [("", "Cả năm"), *((str(month), f"Tháng {month}") for month in range(1, 13)), ("0", "Không ghi ngày")]
EVERY_YEAR = "tat-ca"


class BrowseForm(Form):
    """Filled in from the page's address; what is not said well is taken as left out."""

    words = Line("Tìm")
    year = Choice("Năm")
    unit = Unit("Đơn vị")
    kind = Choice("Loại", [("", "Mọi loại"), *KIND_CHOICES])
    month = Choice("Tháng", _MONTHS)
    state = Choice("Tình trạng", [("", "Mọi tình trạng"), *STATES.items()])
    since = Day("Từ ngày")
    until = Day("Đến ngày")
    counted = BooleanField("Chỉ văn bản tính vào chỉ tiêu")

    @property
    def filter(self) -> Filter:
        month, year = self._said("month"), self._said("year")
        return Filter(
            year=int(year) if year.isdecimal() else None,
            unit=None if self.unit.errors else self.unit.unit,
            kind=self._said("kind"),
            month=int(month) if month else None,
            since=self._said("since"),
            until=self._said("until"),
            state=cast(State, self._said("state")) or None,
            words=self._said("words"),
            counted=bool(self.counted.data),
        )

    @property
    def is_narrow(self) -> bool:
        """Whether more is asked for than a year."""
        asked = self.filter
        return asked != Filter(year=asked.year)

    def _said(self, name: str) -> str:
        field = self[name]
        return "" if field.errors else str(field.data or "")


def browsed(connection: Connection, said: MultiDict[str, str], this_year: int) -> BrowseForm:
    """What an address asks for, with the years and units to choose from; without a year the newest book."""
    known = years(connection) or (this_year,)
    form = BrowseForm(said or None)
    form.year.know([*((str(year), str(year)) for year in known), (EVERY_YEAR, "Mọi năm")])
    if (form.year.data or "") not in form.year.known:
        form.year.data = str(known[0])
    form.unit.offer(
        office_units(connection, *([int(form.year.data)] if form.year.data.isdecimal() else known)), nameless=True
    )
    form.validate()
    return form
