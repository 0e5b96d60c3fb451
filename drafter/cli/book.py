"""What the commands of the register share: their options, and what these say as values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date as calendar_date
from typing import TYPE_CHECKING, Any, Literal

import click

from drafter.cli.frame import Function, Settings, form_option
from drafter.register.refusals import WrongEntry

if TYPE_CHECKING:
    from drafter.register import Act, Filter, Record, Register

Form = Literal["text", "json"]
form = form_option("text", "json", help="text: để đọc (mặc định); json: cho chương trình khác.")
year_option = click.option(
    "--year", type=click.IntRange(1976, 2999), default=None, metavar="NĂM", help="Năm của sổ; không ghi thì năm nay."
)
_by = click.option(
    "--by", "who", default="", metavar="TÊN", help="Người làm, ghi vào lịch sử; mặc định là tên đăng nhập."
)
_reason = click.option("--reason", default="", metavar="LÝ-DO", help="Lý do, ghi vào lịch sử của văn bản.")


def acting(function: Function) -> Function:
    """The options of whoever changes something: who, and why."""
    return _by(_reason(function))


def described(function: Function) -> Function:
    """The options that say what a document is; each comes under the name of its column."""
    options: tuple[Callable[[Any], Any], ...] = (
        click.option("--title", default="", metavar="TRÍCH-YẾU", help="Trích yếu nội dung."),
        click.option("--kind", default="", metavar="LOẠI", help="Tên loại hoặc ký hiệu, như Kế hoạch, KH."),
        click.option("--date", default="", metavar="NGÀY", help="Ngày văn bản, như 31/3/2026."),
        click.option("--unit", default="", metavar="ĐƠN-VỊ", help="Đơn vị soạn thảo."),
        click.option("--signer", default="", metavar="TÊN", help="Người ký."),
        click.option("--recipients", default="", metavar="NƠI-NHẬN", help="Nơi nhận, cách nhau bằng dấu chấm phẩy."),
        click.option("--keeper", default="", metavar="NƠI-LƯU", help="Đơn vị, người nhận bản lưu."),
        click.option("--copies", type=click.IntRange(0), default=None, metavar="SỐ", help="Số lượng bản."),
        click.option("--sent", default="", metavar="NGÀY", help="Ngày chuyển."),
        click.option("--received", default="", metavar="KÝ-NHẬN", help="Ký nhận."),
        click.option("--note", default="", metavar="GHI-CHÚ", help="Ghi chú."),
    )
    for option in reversed(options):
        function = option(function)
    return function


@contextmanager
def opened(context: click.Context) -> Iterator[Register]:
    """The register of the home that was said."""
    from drafter.register import Register

    settings = context.find_object(Settings)
    with Register(settings.home if settings else None) as book:
        yield book


def act(who: str, why: str) -> Act:
    """What somebody does now."""
    from drafter.register import Act

    return Act(who, why) if who else Act(why=why)


def year_said(year: int | None, date: str = "") -> int:
    return year or (int(date[:4]) if date else calendar_date.today().year)


def record_said(notation: str, said: dict[str, Any], known: Record | None = None, attached: bool = False) -> Record:
    """What is said over what is known from a file; `notation` may be a symbol alone. Raises `WrongEntry`."""
    from drafter.register import Record, parted

    if notation and notation[0] not in "/-" and not notation[0].isdecimal():
        raise WrongEntry(f"“{notation}” không phải số, ký hiệu; hãy viết như 05/KH-UBND, hoặc chỉ ký hiệu: /KH-UBND.")
    number, suffix, symbol = parted(notation)
    columns: dict[str, Any] = {name: value for name, value in said.items() if value not in ("", None)}
    if columns.get("kind"):
        columns["kind"] = kind_symbol(columns["kind"], notation)
    columns |= {name: day_of(columns[name]) for name in ("date", "sent") if columns.get(name)}
    if notation:
        columns |= {"number": number, "suffix": suffix, "symbol": symbol}
    return replace(known or Record(None, attached=attached), **columns)


def kind_symbol(kind: str, notation: str = "") -> str:
    """The symbol of a kind by name or symbol. Raises `WrongEntry`."""
    from drafter.nlp.kinds import kind_name, kind_named, kind_of_number

    named = kind_named(kind)
    found = (kind_of_number(notation, kind) or named.symbol) if named else kind
    if not kind_name(found):
        raise WrongEntry(f"Không có loại văn bản “{kind}”; hãy ghi tên loại hoặc ký hiệu, như Kế hoạch, KH.")
    return found


def day_of(written: str) -> str:
    """ISO 8601 of a day as people write it. Raises `WrongEntry`."""
    from drafter.nlp.written import iso_date

    try:
        return iso_date(written)
    except ValueError:
        raise WrongEntry(f"Ngày “{written}” không đúng; hãy ghi như 31/3/2026.") from None


def filter_said(year: int, words: str, said: dict[str, Any]) -> Filter:
    from drafter.register import Filter

    known = {name: value for name, value in said.items() if value is not None}
    known |= {name: day_of(known[name]) for name in ("since", "until") if known.get(name)}
    if known.get("kind"):
        known["kind"] = kind_symbol(known["kind"])
    return Filter(year=year, words=words, **known)
