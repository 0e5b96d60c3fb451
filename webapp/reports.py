"""Periods in addresses and forms: which there are, what their reports are called, what is asked for to close one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

from wtforms import Form, HiddenField
from wtforms.validators import ValidationError

from drafter.nlp.kinds import KINDS, kind_name
from drafter.register.avoided import Draft
from drafter.register.periods import Figures, Name, Period
from drafter.register.periods.snapshots import packed
from drafter.render.period_tables import HOWS
from webapp.forms import Choice, Day, Line, Reason, Text

PATHS: Mapping[str, Name] = {
    "quy-1": "Q1",
    "quy-2": "Q2",
    "6-thang-dau": "H1",
    "quy-3": "Q3",
    "quy-4": "Q4",
    "6-thang-cuoi": "H2",
    "ca-nam": "Y",
}
"""The periods of a year in the order of their ends, by what stands in addresses."""
_KINDS = [("", "– không rõ –"), *((kind.symbol, kind.name) for kind in KINDS if "state" in kind.families)]


def path_of(period: Period) -> str:
    """What stands for it in addresses."""
    return next(path for path, name in PATHS.items() if name == period.name)


def mark_of(figures: Figures) -> str:
    """The same for the same figures: whether what was looked at is what is closed."""
    return sha256(json.dumps(packed(figures), sort_keys=True).encode()).hexdigest()[:16]


class CloseForm(Form):
    """Closing a period after its figures were looked at."""

    seen = HiddenField()
    reason = Text("Lý do chốt khi còn số chưa rõ")


class ReportForm(Form):
    """What the figures do not tell; what is left empty stays a marked gap in the report."""

    shortcoming = Text("Hạn chế và nguyên nhân")
    task = Text("Nhiệm vụ, giải pháp thời gian tới")
    proposal = Text("Kiến nghị")

    @property
    def given(self) -> dict[str, object]:
        return {field.name: field.data for field in self if field.data}


class AvoidedForm(Form):
    """A draft that did not become a document of its own."""

    once = HiddenField()
    date = Day("Ngày quyết định", "Chưa có ngày; hãy ghi như 31/3/2026.")
    how = Choice("Đã xử lý", [("", "– chọn –"), *HOWS.items()], "Chưa chọn cách xử lý; hãy chọn.")
    title = Line("Trích yếu của dự thảo", "Chưa có trích yếu; hãy ghi dự thảo về việc gì.")
    kind = Choice("Loại văn bản", _KINDS)
    unit = Line("Đơn vị soạn thảo")
    into = Line("Gộp vào, hoặc dùng văn bản số")
    reason = Reason()

    def validate_into(self, field: Line) -> None:
        if self.how.data == "dropped" and field.data:
            raise ValidationError("Không ban hành thì không gộp vào đâu; hãy để trống, hoặc chọn cách khác.")

    @property
    def draft(self) -> Draft:
        return Draft(**{name: self[name].data for name in Draft.__dataclass_fields__})


class TakeOutForm(Form):
    """Taking a draft out of the list that was entered by mistake."""

    reason = Reason("Lý do bỏ khỏi danh sách")


def draft_words(draft: Draft) -> str:
    """Kind and title."""
    return ": ".join(filter(None, (kind_name(draft.kind), draft.title)))
