"""What a report of a period tells: its figures, as closed or as they are, and what was corrected since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from drafter.register.periods.closing import Closing, closing_of
from drafter.register.periods.corrections import Corrections, corrected
from drafter.register.periods.figures import Figures, figures_of
from drafter.register.periods.values import Period


@dataclass(frozen=True, slots=True)
class Account:
    """Of the whole office or a unit."""

    figures: Figures
    """Those that stand since the period was closed; else as the register has them."""
    closing: Closing | None
    """None for a period that was not closed."""
    corrections: Corrections | None


def account(connection: Connection, period: Period, unit: str | None = None, today: date | None = None) -> Account:
    """The account of a period; of one that is not closed and still runs on the day `today` up to that day."""
    made = closing_of(connection, period)
    if made is None:
        return Account(figures_of(connection, period, unit, today or date.today()), None, None)
    figures = made.figures if unit is None else made.figures.of_unit(unit)
    return Account(figures, made, corrected(connection, made, unit))
