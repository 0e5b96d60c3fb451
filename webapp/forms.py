"""Fields of forms: days, figures and shares read as people type them, refused in Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wtforms import Field, SelectField
from wtforms.form import BaseForm
from wtforms.validators import Length, StopValidation
from wtforms.widgets import TextArea, TextInput

from drafter.nlp.written import day, figure, iso_date, read_percent
from drafter.render.register import percent_text

FIRST_YEAR, LAST_YEAR = 1976, 2999
"""Of books of the register."""
LONGEST = 500
"""Letters of what is typed in a line."""
LONGEST_TEXT = 5000
_SHORT = Length(max=LONGEST, message=f"Dài quá {LONGEST} chữ; hãy viết ngắn lại.")
NO_UNIT = "-"
"""What stands for documents of no unit, where "" stands for all units."""


class Needed:
    """A field that may not be left empty."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self.field_flags = {"required": True}

    def __call__(self, form: BaseForm, field: Field) -> None:
        if field.process_errors:
            raise StopValidation
        if field.data is None or not str(field.data).strip():
            raise StopValidation(self.sentence)


class _Typed(Field):
    """Something that is read from a line; the line stays as it was typed where it is refused."""

    widget: Any = TextInput()

    def _value(self) -> str:
        return self.raw_data[0] if self.raw_data else "" if self.data is None else self.written()

    def written(self) -> str:
        """The value as a person would type it."""
        return str(self.data)


class Line(_Typed):
    """A line of text, without blanks around it."""

    def __init__(self, label: str, needed: str = "", **more: Any) -> None:
        super().__init__(label, [*_needed(needed), _SHORT], **more)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = " ".join(valuelist[0].split()) if valuelist else ""


class Text(_Typed):
    """A few lines of text, which may be left empty."""

    widget = TextArea()

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(label, [Length(max=LONGEST_TEXT, message="Dài quá; hãy viết ngắn lại.")], **more)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = valuelist[0].strip() if valuelist else ""


class Reason(_Typed):
    """Why something is done: it stays in the history."""

    widget = TextArea()

    def __init__(self, label: str = "Lý do", **more: Any) -> None:
        super().__init__(label, [Needed("Chưa có lý do; hãy ghi lý do để lưu vào lịch sử."), _SHORT], **more)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = valuelist[0].strip() if valuelist else ""


class Day(_Typed):
    """A day of a year that the register has: ISO 8601, "" where none was typed."""

    def __init__(self, label: str, needed: str = "", **more: Any) -> None:
        super().__init__(label, _needed(needed), **more)

    def written(self) -> str:
        return day(self.data)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = ""
        try:
            said = iso_date(valuelist[0]) if valuelist else ""
            if said:
                year_in(said[:4])
            self.data = said
        except ValueError:
            raise ValueError(f"Ngày “{valuelist[0]}” không đúng; hãy ghi như 31/3/2026.") from None


class Whole(_Typed):
    """A whole number, None where none was typed; "1.204" is read as offices write it."""

    def __init__(self, label: str, needed: str = "", least: int = 0, most: int = 999_999, **more: Any) -> None:
        super().__init__(label, _needed(needed), render_kw={"inputmode": "numeric"}, **more)
        self._least, self._most = least, most

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not typed:
            return
        plain = typed.replace(".", "") if typed[:1] != "." and len(typed.rpartition(".")[2]) == 3 else typed
        if not plain.isascii() or not plain.isdecimal() or not self._least <= int(plain[:9]) <= self._most:
            raise ValueError(f"“{typed}” không đúng; hãy ghi số từ {figure(self._least)} đến {figure(self._most)}.")
        self.data = int(plain)


class Year(Whole):
    """A year of the register."""

    def __init__(self, label: str = "Năm", needed: str = "", **more: Any) -> None:
        super().__init__(label, needed, FIRST_YEAR, LAST_YEAR, **more)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(f"Năm “{valuelist[0]}” không đúng; hãy ghi như 2026.") from None


class Percent(_Typed):
    """A share from 0 to 100, as a Decimal."""

    def __init__(self, label: str, needed: str = "", **more: Any) -> None:
        super().__init__(label, _needed(needed), render_kw={"inputmode": "decimal"}, **more)

    def written(self) -> str:
        return percent_text(self.data)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        try:
            self.data = read_percent(valuelist[0])
        except ValueError:
            raise ValueError(f"“{valuelist[0]}” không đúng; hãy ghi số phần trăm từ 0 đến 100, như 15.") from None


class Choice(SelectField):
    """One of a few; `known` are value and words."""

    def __init__(self, label: str, known: Sequence[tuple[str, str]] = (), needed: str = "", **more: Any) -> None:
        super().__init__(label, _needed(needed), validate_choice=False, **more)
        self.know(known)

    def know(self, known: Sequence[tuple[str, str]]) -> None:
        """From now on these are the choices."""
        self.known = dict(known)
        self.choices = list(known)

    def pre_validate(self, form: BaseForm) -> None:
        if (self.data or "") not in self.known:
            raise StopValidation("Không có lựa chọn này; hãy chọn trong danh sách.")


class Unit(Choice):
    """A unit of the office, "" for all of them. Which there are is said by `offer`."""

    def offer(self, units: Sequence[str], *, nameless: bool = False) -> None:
        """Units by name; with `nameless` also "", if it is among them."""
        named = [(unit, unit) for unit in units if unit]
        self.know(
            [("", "Cả cơ quan"), *named, *([(NO_UNIT, "(không ghi đơn vị)")] if nameless and "" in units else [])]
        )

    @property
    def unit(self) -> str | None:
        """ "" for what is of no unit, None for the whole office."""
        return None if not self.data else "" if self.data == NO_UNIT else str(self.data)


def year_in(said: str) -> int:
    """A year as addresses say it. Raises ValueError for one that no register has."""
    year = int(said)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(said)
    return year


def _needed(sentence: str) -> list[Any]:
    return [Needed(sentence)] if sentence else []
