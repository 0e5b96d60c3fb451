"""The periods of a year that an office reports on: their figures, closing them, what was corrected afterwards.

Every function works within the caller's transaction, on a connection of `Register.reading` or `Register.writing`.
"""

from __future__ import annotations

from drafter.register.periods.account import Account, account
from drafter.register.periods.closing import Closing, close, closed, closing_of
from drafter.register.periods.corrections import Corrections, corrections
from drafter.register.periods.figures import Figures, figures_of
from drafter.register.periods.values import NAMES, Name, Period

__all__ = [
    "NAMES",
    "Account",
    "Closing",
    "Corrections",
    "Figures",
    "Name",
    "Period",
    "account",
    "close",
    "closed",
    "closing_of",
    "corrections",
    "figures_of",
]
