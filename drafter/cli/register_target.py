"""`drafter register status|target|rules`: the year against its target, and what counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as calendar_date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.book import Form, act, acting, day_of, form, kind_symbol, opened, year_option, year_said
from drafter.register.refusals import WrongEntry

if TYPE_CHECKING:
    from drafter.register import Rules

_unit = click.option("--unit", default=None, metavar="ĐƠN-VỊ", help="Chỉ đơn vị này; không ghi thì cả cơ quan.")


@click.command(short_help="Đã ban hành bao nhiêu so với chỉ tiêu, dự báo cả năm.")
@year_option
@click.option("--as-of", "as_of", default="", metavar="NGÀY", help="Tính đến ngày này; không ghi thì hôm nay.")
@_unit
@form
@click.pass_context
def status(context: click.Context, year: int | None, as_of: str, unit: str | None, form: Form) -> None:
    """Số văn bản đã ban hành, được phép, còn lại, cùng kỳ năm trước, dự báo đến hết năm, theo đơn vị và loại."""
    from drafter.register.status import status as status_of
    from drafter.render.json import json_text
    from drafter.render.register import status_fields, status_text

    day = calendar_date.fromisoformat(day_of(as_of)) if as_of else calendar_date.today()
    with opened(context) as book, book.reading() as connection:
        found = status_of(connection, year or day.year, day, unit)
    click.echo(json_text(status_fields(found)) if form == "json" else status_text(found), nl=False)


@click.command(short_help="Đặt chỉ tiêu của năm, hoặc số văn bản năm trước.")
@year_option
@_unit
@click.option("--percent", default="", metavar="PHẦN-TRĂM", help="Giảm ít nhất bấy nhiêu phần trăm so với năm trước.")
@click.option("--baseline", type=click.IntRange(0), default=None, metavar="SỐ", help="Số văn bản của năm trước.")
@click.option("--source", default="", metavar="NGUỒN", help="Số ấy lấy ở đâu, như: Báo cáo số 12/BC-UBND.")
@click.option("--from-register", "dropped", is_flag=True, help="Bỏ số ghi tay, lại đếm theo sổ của năm trước.")
@acting
@form
@click.pass_context
def target(
    context: click.Context,
    /,
    year: int | None,
    unit: str | None,
    percent: str,
    baseline: int | None,
    source: str,
    dropped: bool,
    who: str,
    reason: str,
    form: Form,
) -> None:
    """Đặt chỉ tiêu giảm của một năm, cho cả cơ quan hoặc một đơn vị; ghi số văn bản của năm trước khi không có sổ.

    Số ghi tay phải nói nguồn, được chia đều cho các tháng và được dùng thay cho sổ. Không ghi gì thì chỉ in ra.
    """
    from drafter.register import targets
    from drafter.register.status import status as status_of
    from drafter.render.json import json_text
    from drafter.render.register import status_fields, status_text

    if baseline is not None and not source.strip():
        raise WrongEntry("Số ghi tay phải có nguồn; hãy thêm --source, ví dụ: --source “Báo cáo số 12/BC-UBND”.")
    of_year, doing = year_said(year), act(who, reason)
    with opened(context) as book:
        if percent or baseline is not None or dropped:
            with book.writing() as connection:
                if percent:
                    targets.set_target(connection, of_year, unit or "", _percent(percent), doing)
                if baseline is not None:
                    targets.enter_baseline(connection, of_year - 1, unit or "", baseline, source, doing)
                if dropped:
                    targets.drop_baseline(connection, of_year - 1, unit or "", doing)
        with book.reading() as connection:
            found = status_of(connection, of_year, calendar_date.today(), unit)
    click.echo(json_text(status_fields(found)) if form == "json" else status_text(found), nl=False)


@click.command(short_help="Xem, đặt cách cấp số và cách đếm.")
@click.option(
    "--numbering",
    type=click.Choice(("one", "kind")),
    default=None,
    metavar="CÁCH",
    help="one: một dãy số chung cho mọi loại; kind: mỗi loại một dãy số.",
)
@click.option(
    "--organ",
    default=None,
    metavar="MÃ",
    help="Chữ viết tắt của cơ quan, như UBND: số nào không ghi ký hiệu là của cơ quan này.",
)
@click.option("--apart", multiple=True, metavar="LOẠI", help="Loại có dãy số riêng; “-”: không loại nào.")
@click.option(
    "--term",
    "terms",
    multiple=True,
    metavar="NGÀY",
    help="Ngày bắt đầu nhiệm kỳ cấp ủy.",
)
@click.option("--count", "counted", multiple=True, metavar="LOẠI", help="Loại này có tính vào chỉ tiêu.")
@click.option("--leave-out", "left_out", multiple=True, metavar="LOẠI", help="Loại này không tính.")
@click.option("--copies/--no-copies", default=None, help="Bản sao (sao y, sao lục, trích sao) có tính hay không.")
@click.option("--invitations/--no-invitations", default=None, help="Giấy mời có tính hay không.")
@click.option("--attached/--no-attached", default=None, help="Văn bản ban hành kèm theo có tính hay không.")
@click.option("--normative/--no-normative", default=None, help="Văn bản quy phạm pháp luật có tính hay không.")
@click.option("--percent", default="", metavar="PHẦN-TRĂM", help="Chỉ tiêu chung.")
@click.option(
    "--rounding",
    type=click.Choice(("down", "nearest", "up")),
    default=None,
    metavar="CÁCH",
    help="Làm tròn số được phép: down (xuống, mặc định: giảm ít nhất), nearest (gần nhất), up (lên).",
)
@acting
@form
@click.pass_context
def rules(context: click.Context, /, who: str, reason: str, form: Form, **said: Any) -> None:
    """Xem cách cấp số, cách đếm; có tùy chọn thì đặt lại. Cách đếm cũ còn trong lịch sử, kỳ đã chốt không đổi."""
    from drafter.register.decisions import rules_of, set_rules
    from drafter.render.json import json_text
    from drafter.render.register import rules_fields, rules_text

    changes = any(value not in (None, "", ()) for value in said.values())
    with opened(context) as book, book.writing() if changes else book.reading() as connection:
        new = _changed(rules_of(connection), said)
        if changes:
            set_rules(connection, new, act(who, reason))
    click.echo(json_text(rules_fields(new)) if form == "json" else rules_text(new), nl=False)


def _changed(rules: Rules, said: dict[str, Any]) -> Rules:
    plain = ("numbering", "organ", "copies", "invitations", "attached", "normative", "rounding")
    known: dict[str, Any] = {name: said[name] for name in plain if said[name] is not None}
    if said["percent"]:
        known["percent"] = _percent(said["percent"])
    if said["apart"]:
        known["apart"] = frozenset(kind_symbol(kind) for kind in said["apart"] if kind != "-")
    if said["terms"]:
        known["terms"] = tuple(sorted(map(day_of, said["terms"])))
    kinds = rules.kinds | {kind_symbol(kind) for kind in said["counted"]}
    known["kinds"] = kinds - {kind_symbol(kind) for kind in said["left_out"]}
    return replace(rules, **known)


def _percent(written: str) -> Decimal:
    from drafter.nlp.written import read_percent

    try:
        return read_percent(written)
    except ValueError:
        raise WrongEntry(f"Chỉ tiêu “{written}” không đúng; hãy ghi số phần trăm từ 0 đến 100, như 15.") from None
