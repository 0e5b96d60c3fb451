"""Forms of what an office decides: its target, last year's figure, what counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from wtforms import BooleanField, Form, HiddenField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from drafter.nlp.kinds import KINDS, kind_name
from drafter.register import Rules
from drafter.register.rules import ADMINISTRATIVE, COPIES, INVITATION
from webapp.forms import Choice, Line, Percent, Reason, Unit, Whole, Year

_ROUNDINGS = (("down", "xuống (giảm ít nhất)"), ("nearest", "đến số gần nhất"), ("up", "lên"))
_WITH_OWN_BOX = COPIES | {INVITATION}


class PercentForm(Form):
    """By how much there shall be less in a year."""

    year = Year("Năm", "Chưa có năm; hãy ghi năm của chỉ tiêu.")
    unit = Unit("Áp dụng cho")
    percent = Percent("Giảm ít nhất (%)", "Chưa có tỷ lệ; hãy ghi số phần trăm, ví dụ 15.")
    reason = Reason("Căn cứ, lý do")


class BaselineForm(Form):
    """How many documents there were in a year without a whole register."""

    year = Year("Năm", "Chưa có năm; hãy ghi số này là của năm nào.")
    unit = Unit("Số của")
    figure = Whole("Số văn bản đã ban hành cả năm", "Chưa có số; hãy ghi số văn bản của cả năm ấy.")
    source = Line("Nguồn của số này", "Chưa có nguồn; hãy ghi, ví dụ: Báo cáo số 12/BC-UBND.")
    reason = Reason("Lý do ghi tay")


class DropForm(Form):
    """Back to what the register holds of a year."""

    year = Year("Năm", "Chưa có năm; hãy chọn lại ở trang trước.")
    unit = Unit("Số của")
    reason = Reason("Lý do đếm lại theo sổ")


class _Boxes(SelectMultipleField):
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class RulesForm(Form):
    """What counts; how numbers run is not asked for."""

    known = HiddenField()
    kinds = _Boxes("Loại văn bản được tính", validate_choice=False)
    invitations = BooleanField("Giấy mời có tính")
    copies = BooleanField("Bản sao (sao y, sao lục, trích sao) có tính")
    attached = BooleanField("Văn bản ban hành kèm theo văn bản khác được tính riêng")
    normative = BooleanField("Văn bản quy phạm pháp luật có tính")
    percent = Percent("Chỉ tiêu chung: giảm ít nhất (%)", "Chưa có tỷ lệ; hãy ghi số phần trăm, ví dụ 15.")
    rounding = Choice("Số được phép làm tròn", _ROUNDINGS)
    reason = Reason()

    def is_of(self, rules: Rules) -> bool:
        """Whether these rules still held when the form was opened."""
        return bool(self.known.data == _mark(rules))

    def rules(self, old: Rules) -> Rules:
        """What the form says, over what it does not ask for."""
        ticked = set(self.kinds.data or ()) & (offered(old) - _WITH_OWN_BOX)
        return replace(
            old,
            kinds=frozenset(ticked | (old.kinds & _WITH_OWN_BOX) | {INVITATION}),
            invitations=self.invitations.data,
            copies=self.copies.data,
            attached=self.attached.data,
            normative=self.normative.data,
            percent=self.percent.data,
            rounding=self.rounding.data,
        )


def form_of(rules: Rules, typed: RulesForm | None = None) -> RulesForm:
    """The form as it was typed, else filled in with what holds."""
    form = typed or RulesForm(
        known=_mark(rules),
        kinds=sorted(rules.kinds - _WITH_OWN_BOX),
        invitations=rules.invitations,
        copies=rules.copies,
        attached=rules.attached,
        normative=rules.normative,
        percent=rules.percent,
        rounding=rules.rounding,
    )
    kinds = in_order(offered(rules) - _WITH_OWN_BOX)
    form.kinds.choices = list(zip(kinds, names_of(kinds), strict=True))
    return form


def offered(rules: Rules) -> frozenset[str]:
    """Kinds that may count: those of Nghị định 30, of the Party, and whatever counts already."""
    party = {kind.symbol for kind in KINDS if "party" in kind.families}
    return ADMINISTRATIVE | party | rules.kinds


def names_of(kinds: Iterable[str]) -> list[str]:
    """In the order of the decree, the Party's own behind."""
    return [kind_name(kind, "state" if kind in ADMINISTRATIVE else "party") or kind for kind in in_order(kinds)]


def in_order(kinds: Iterable[str]) -> list[str]:
    """In the order of the decree, the Party's own behind."""
    places = {kind.symbol: place for place, kind in enumerate(KINDS)}
    return sorted(kinds, key=lambda kind: (places.get(kind, len(places)), kind))


def _mark(rules: Rules) -> str:
    return sha256(rules.to_json().encode()).hexdigest()[:16]
