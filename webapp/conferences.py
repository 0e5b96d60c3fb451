"""Forms about meetings: what one was, why it is set right or cancelled, which are looked for, what the limits are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import Any, TypeVar

from wtforms import BooleanField, Form, HiddenField

from drafter.register.meetings import Facts, Limits, Offer, Wanted
from drafter.register.meetings.values import FORMS, KINDS, MATTERS, SCOPES
from webapp.forms import Choice, Day, Line, Percent, Reason, Unit, Whole, Year

Name = TypeVar("Name", bound=str)
_A_MONTH = 30 * 480
_YEARLY = 999


def _known(names: Mapping[Name, str], otherwise: str) -> list[tuple[str, str]]:
    """Choices, with what stands for none of them first."""
    return [("", otherwise), *((name, words) for name, words in names.items() if name)]


class FactsForm(Form):
    """A meeting as it was held or is planned."""

    date = Day("Ngày họp", "Chưa có ngày họp; hãy ghi như 31/3/2026.")
    title = Line("Tên hội nghị", "Chưa có tên; hãy ghi, ví dụ: Hội nghị giao ban tháng 3.")
    kind = Choice("Loại", _known(KINDS, "– chọn –"), "Chưa chọn loại hội nghị; hãy chọn.")
    scope = Choice("Quy mô", _known(SCOPES, "– chọn –"), "Chưa chọn quy mô; hãy chọn.")
    form = Choice("Hình thức", _known(FORMS, "– chọn –"), "Chưa chọn hình thức; hãy chọn.")
    matter = Choice("Nội dung", _known(MATTERS, MATTERS[""]))
    minutes = Whole("Thời lượng (phút)", least=1, most=_A_MONTH)
    unit = Line("Đơn vị tổ chức")
    units = Line("Thành phần dự")

    @property
    def facts(self) -> Facts:
        return Facts(**{name: self[name].data for name in Facts.__dataclass_fields__})


class MeetingForm(FactsForm):
    """A new one, with its invitation if it has one."""

    once = HiddenField()
    entry = HiddenField()


class CorrectionForm(FactsForm):
    seen = HiddenField()
    reason = Reason("Lý do sửa")


class CancelForm(Form):
    reason = Reason("Lý do hủy")


class LimitsForm(Form):
    """What is allowed of meetings."""

    percent = Percent("Giảm so với năm trước, ít nhất (%)", "Chưa có tỷ lệ; hãy ghi, ví dụ 10.")
    in_person = Whole("Hội nghị trực tiếp, nhiều nhất (%)", "Chưa có tỷ lệ; hãy ghi, ví dụ 40.", most=100)
    online = Whole("Hội nghị trực tuyến, ít nhất (%)", "Chưa có tỷ lệ; hãy ghi, ví dụ 60.", most=100)
    mixed = Choice(
        "Vừa trực tiếp vừa trực tuyến tính là", [("online", FORMS["online"]), ("in_person", FORMS["in_person"])]
    )
    commune = Whole("Hội nghị toàn xã, nhiều nhất một năm", "Chưa có số; hãy ghi, ví dụ 3.", most=_YEARLY)
    briefing = Whole("Quán triệt, phổ biến: dài nhất (phút)", "Chưa có số phút; hãy ghi.", 1, _A_MONTH)
    business = Whole("Chuyên môn, nghiệp vụ: dài nhất (phút)", "Chưa có số phút; hãy ghi.", 1, _A_MONTH)
    discussion = Whole("Quan trọng, cần thảo luận: dài nhất (phút)", "Chưa có số phút; hãy ghi.", 1, _A_MONTH)
    reason = Reason("Căn cứ, lý do")

    @property
    def known(self) -> dict[str, Any]:
        """The limits by their names."""
        return {name: self[name].data for name in Limits.__dataclass_fields__}


class LastYearForm(Form):
    """How many meetings there were in a year that is not in the register."""

    year = Year("Năm", "Chưa có năm; hãy ghi số này là của năm nào.")
    unit = Unit("Số của")
    figure = Whole("Số hội nghị cả năm", "Chưa có số; hãy ghi số hội nghị của cả năm ấy.")
    source = Line("Nguồn của số này", "Chưa có nguồn; hãy ghi, ví dụ: Báo cáo số 210/BC-UBND.")
    reason = Reason("Lý do ghi tay")


class Search(Form):
    """Which meetings of a year are listed."""

    year = Year("Năm")
    since = Day("Từ ngày")
    until = Day("Đến ngày")
    unit = Unit("Đơn vị tổ chức")
    kind = Choice("Loại", _known(KINDS, "tất cả"))
    scope = Choice("Quy mô", _known(SCOPES, "tất cả"))
    form = Choice("Hình thức", _known(FORMS, "tất cả"))
    unmeasured = BooleanField("Chỉ hội nghị chưa ghi thời lượng")
    cancelled = BooleanField("Cả hội nghị đã hủy")

    def wanted(self, year: int) -> Wanted:
        """What was said well; the rest is not asked for."""
        said: dict[str, Any] = {
            name: self[name].data or None for name in ("kind", "scope", "form") if not self[name].errors
        }
        said |= {"since": self.since.data or "", "until": self.until.data or ""}
        said |= {name: self[name].data for name in ("unmeasured", "cancelled")}
        return Wanted(year, None if self.unit.errors else self.unit.unit, **said)


def mark_of(facts: Facts) -> str:
    """Tells whether a meeting is still what a form was filled in from."""
    return sha256(json.dumps(asdict(facts)).encode()).hexdigest()[:16]


def offered(offer: Offer) -> dict[str, Any]:
    """What an invitation tells of its meeting, for `MeetingForm`."""
    facts = {name: getattr(offer, name) for name in ("date", "title", "kind", "scope", "form", "unit")}
    return facts | {"entry": str(offer.entry_id)}
