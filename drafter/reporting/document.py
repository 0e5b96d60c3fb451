"""The report of a period as a document: the skeleton of a báo cáo, its body made of the figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from drafter.register.periods import Account
from drafter.reporting.body import body
from drafter.templates.forms import form_of
from drafter.templates.skeleton import Skeleton, skeleton
from drafter.templates.values import values_of

_KIND = "BC"


def period_report(account: Account, given: Mapping[str, object], when: datetime, party: bool = False) -> Skeleton:
    """A Word file; what is not `given` (as to `drafter new BC`) stays a highlighted gap.

    Of the form's own values `shortcoming`, `task` and `proposal` are asked for; `body` are paragraphs of the measures
    in place of `task`. Raises `UnknownValue`, `WrongValue`.
    """
    form = form_of(_KIND, party)
    values = values_of(form, {"subject": subject(account), **given})
    return skeleton(form, values, when, body(account, form, values))


def subject(account: Account) -> str:
    """What the report is about, if nothing else is said."""
    figures = account.figures
    of = f" của {figures.unit}" if figures.unit else ""
    return f"kết quả thực hiện giảm văn bản hành chính {figures.period.title}{of}"
