"""The meetings (conferences) of an office, held against the limits of Kết luận 226-KL/TW.

Every function works within the caller's transaction, on a connection of `Register.reading` or `Register.writing`.
"""

from __future__ import annotations

from drafter.register.meetings.limits import Limits, enter_baseline, limits_of, set_limits
from drafter.register.meetings.offers import Offer, offer_of, offers, offers_there_are
from drafter.register.meetings.status import Status, status
from drafter.register.meetings.store import Wanted, add, cancel, conveners, correct, find, meeting_with
from drafter.register.meetings.values import Facts, Meeting

__all__ = [
    "Facts",
    "Limits",
    "Meeting",
    "Offer",
    "Status",
    "Wanted",
    "add",
    "cancel",
    "conveners",
    "correct",
    "enter_baseline",
    "find",
    "limits_of",
    "meeting_with",
    "offer_of",
    "offers",
    "offers_there_are",
    "set_limits",
    "status",
]
