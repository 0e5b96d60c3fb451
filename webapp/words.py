"""What several pages say: the navigation, names of states, how figures and days are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from drafter.nlp.kinds import kind_name
from drafter.nlp.written import day, figure
from drafter.register.series import series_words
from drafter.render.register import percent_text
from webapp.workflow import STATES, State


@dataclass(frozen=True, slots=True)
class Page:
    """An entry of the navigation, for whoever may open its page."""

    endpoint: str
    name: str
    more: tuple[str, ...] = ()
    """Blueprints that belong to it, besides that of the endpoint."""


NAVIGATION = (
    Page("drafting.desk", "Soạn thảo"),
    Page("composing.kinds", "Soạn mới"),
    Page("reviewing.queue", "Duyệt"),
    Page("register.entries", "Sổ văn bản"),
    Page("targets.overview", "Chỉ tiêu", ("deciding", "meetings", "conferring", "periods", "avoiding")),
    Page("corpus.search", "Kho văn bản"),
    Page("administration.overview", "Quản trị"),
)


def moment(at: str) -> str:
    """05/03/2026 14:07 of an instant in UTC, in the time of the server's place."""
    return f"{datetime.fromisoformat(at).astimezone():%d/%m/%Y %H:%M}"


def percent(share: float) -> str:
    """31% of 0.31."""
    return f"{round(share * 100)}%"


def state(name: State) -> str:
    """Đã trình of "submitted"."""
    return STATES[name]


_NONCHARACTERS = "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
_NOT_IN_HTML = re.compile(
    f"[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]|[{_NONCHARACTERS}]"
)


def fit_for_html(value: Any) -> Any:
    """A text with a sign for each character that no page may hold; whatever else is shown stays as it is."""
    return _NOT_IN_HTML.sub("\ufffd", value) if type(value) is str else value


FILTERS: dict[str, Callable[..., Any]] = {
    "figure": figure,
    "day": day,
    "moment": moment,
    "kind_name": kind_name,
    "percent": percent,
    "percent_text": percent_text,
    "series_words": series_words,
    "state": state,
}
