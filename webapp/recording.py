"""Forms of the register: what a document is, as its ten columns say it, and what is to be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any

from wtforms import BooleanField, Field, Form, HiddenField
from wtforms.validators import ValidationError

from drafter.nlp.folding import key
from drafter.nlp.kinds import KINDS, kind_name
from drafter.register import Entry, Record, parted
from webapp.forms import Choice, Day, Line, Reason, Text, Whole, Year
from webapp.kept import record_json

_BY_SYMBOL = ("", "Theo ký hiệu")
KIND_CHOICES = sorted({kind.symbol: kind_name(kind.symbol) for kind in KINDS}.items(), key=lambda one: key(one[1]))
"""Symbol and name of all kinds, by name."""
_MOST_COPIES = 99_999
_ONE_LINE = ("title", "note")


class DescribedForm(Form):
    """What a document is, besides its number and symbol."""

    once = HiddenField()
    kind = Choice("Loại văn bản", [_BY_SYMBOL, *KIND_CHOICES])
    date = Day("Ngày văn bản")
    title = Text("Trích yếu")
    unit = Line("Đơn vị soạn thảo")
    signer = Line("Người ký")
    recipients = Text("Nơi nhận")
    keeper = Line("Đơn vị, người nhận bản lưu")
    copies = Whole("Số lượng bản", most=_MOST_COPIES)
    sent = Day("Ngày chuyển")
    received = Line("Ký nhận")
    note = Text("Ghi chú")

    def described(self, known: Record) -> Record:
        """A record with what the form says of all columns that it asks for."""
        said: dict[str, Any] = {one.short_name: one.data for one in self if one.short_name in _ASKED}
        said |= {name: " ".join(said[name].split()) for name in _ONE_LINE if name in said}
        if "recipients" in said:
            said["recipients"] = "; ".join(_listed(said["recipients"]))
        return replace(known, **said)


_ASKED = frozenset(asdict(Record(None))) - {"number", "suffix", "symbol"}


class _NumberedForm(DescribedForm):
    notation = Line("Số, ký hiệu")
    attached = BooleanField("Ban hành kèm theo văn bản khác (không có số riêng)")

    def validate_notation(self, field: Field) -> None:
        if field.data and not field.data[0].isdecimal():
            raise ValidationError("Số, ký hiệu phải bắt đầu bằng số; hãy ghi như 05/KH-UBND.")
        if not field.data and not self.attached.data:
            raise ValidationError("Chưa có số, ký hiệu; hãy ghi như 05/KH-UBND.")

    def record(self, known: Record) -> Record:
        number, suffix, symbol = parted(self.notation.data)
        return replace(self.described(known), number=number, suffix=suffix, symbol=symbol)


class AddForm(_NumberedForm):
    """A document that was issued with its number."""

    year = Year("Sổ của năm", "Chưa có năm; hãy ghi năm của sổ.")
    reason = Text("Lý do bỏ trống số ở giữa (nếu có)")


class CorrectForm(_NumberedForm):
    """An entry set right."""

    seen = HiddenField()
    reason = Reason("Lý do sửa")


class _SymbolForm(DescribedForm):
    symbol = Line("Ký hiệu", "Chưa có ký hiệu; hãy ghi như /KH-UBND.")

    def validate_symbol(self, field: Field) -> None:
        if not parted(f"1{_bare(field.data)}")[2] or _bare(field.data)[0] not in "/-":
            raise ValidationError("Ký hiệu bắt đầu bằng dấu / (văn bản của Đảng: dấu -); hãy ghi như /KH-UBND.")

    def record(self, known: Record) -> Record:
        return replace(self.described(known), number=None, suffix="", symbol=parted(f"1{_bare(self.symbol.data)}")[2])


class ReserveForm(_SymbolForm):
    """The next number, for a document that is yet to be issued."""

    year = Year("Sổ của năm", "Chưa có năm; hãy ghi năm của sổ.")


class IssueForm(_SymbolForm):
    """An approved draft that gets its number."""

    version = HiddenField()
    expected = HiddenField()
    date = Day("Ngày văn bản", "Chưa có ngày; hãy ghi như 31/3/2026.")
    reserved = Choice("Số", [("", "Cấp số tiếp theo")])
    replaces = Line("Thay thế văn bản số (nếu có; trong sổ năm khác thì ghi như 05/KH-UBND năm 2025)")


class IssueReservedForm(DescribedForm):
    """A document whose number was kept."""

    date = Day("Ngày văn bản", "Chưa có ngày; hãy ghi như 31/3/2026.")


class CancelForm(Form):
    once = HiddenField()
    reason = Reason("Lý do hủy số")


class ReplaceForm(Form):
    once = HiddenField()
    by = Line("Văn bản thay thế", "Chưa nói thay bằng văn bản nào; hãy ghi số, ký hiệu, như 07/KH-UBND.")
    reason = Reason("Lý do thay thế")


def filled(record: Record) -> dict[str, Any]:
    """A record as the fields of the forms take it."""
    return asdict(record) | {"notation": record.notation, "recipients": "\n".join(_listed(record.recipients))}


def mark_of(found: Entry) -> str:
    """Tells whether an entry is still what a form was filled in from."""
    return sha256(f"{found.state}{record_json(found.record)}".encode()).hexdigest()[:16]


def reserved_choices(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """The numbers that are kept, behind the usual choice."""
    kept = ((str(one.id), f"Dùng số đã giữ: {_shown(one.record)}") for one in entries)
    return [("", "Cấp số tiếp theo"), *kept]


def known_of(record: Record) -> Mapping[str, Any]:
    """The columns that issuing a number that was kept sets; the number itself stays."""
    return {name: value for name, value in asdict(record).items() if name in _ASKED}


def _shown(record: Record) -> str:
    return f"{record.notation} – {record.title}" if record.title else record.notation


def _bare(symbol: str) -> str:
    """The symbol without a number that somebody typed in front of it."""
    return symbol.lstrip("0123456789").strip() or " "


def _listed(recipients: str) -> list[str]:
    """Recipients one by one, from lines or parted by ";"."""
    parts = (part for line in recipients.splitlines() for part in line.split(";"))
    return [words for part in parts if (words := " ".join(part.split()).lstrip("-–+• "))]
