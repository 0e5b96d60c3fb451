"""`drafter register`: the register of issued documents, and the year's count against the target."""

from __future__ import annotations

from dataclasses import asdict
from dataclasses import replace as replace_columns
from datetime import date as calendar_date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.book import (
    Form,
    act,
    acting,
    described,
    filter_said,
    form,
    opened,
    record_said,
    year_option,
    year_said,
)
from drafter.cli.frame import Settings
from drafter.cli.outlet import write_whole
from drafter.cli.register_import import import_
from drafter.cli.register_periods import avoid, close, report
from drafter.cli.register_target import rules, status, target
from drafter.register.refusals import WrongEntry

if TYPE_CHECKING:
    from drafter.register import Entry
    from drafter.register.outlook import Outlook


@click.group(short_help="Sổ văn bản đi: cấp số, vào sổ, đếm theo chỉ tiêu giảm văn bản.")
def register() -> None:
    """Sổ đăng ký văn bản đi, và số văn bản đã ban hành so với chỉ tiêu của năm."""


@register.command(short_help="Vào sổ một văn bản đã có số.")
@click.argument("notation", metavar="SỐ-KÝ-HIỆU")
@described
@click.option("--attached", is_flag=True, help="Văn bản ban hành kèm theo văn bản khác.")
@year_option
@acting
@form
@click.pass_context
def add(
    context: click.Context,
    /,
    notation: str,
    attached: bool,
    year: int | None,
    who: str,
    reason: str,
    form: Form,
    **said: Any,
) -> None:
    """Vào sổ một văn bản đã ban hành, đã có số, ví dụ 05/KH-UBND.

    Số đã có thì báo lại; bỏ trống số ở giữa thì phải nói lý do, các số bỏ trống được ghi là hủy.
    """
    record = record_said(notation, said, attached=attached)
    with opened(context) as book:
        entry = book.add(record, year_said(year, record.date), act(who, reason))
    _show(entry, form)


@register.command(short_help="Cấp số tiếp theo và vào sổ.")
@click.argument("file", required=False, metavar="[TỆP]", type=click.Path(path_type=Path))
@click.option("--symbol", default="", metavar="KÝ-HIỆU", help="Ký hiệu, như /KH-UBND; không ghi thì lấy trong tệp.")
@described
@click.option("--reserved", default="", metavar="SỐ", help="Phát hành văn bản đã giữ số này, không cấp số mới.")
@click.option(
    "--replaces",
    default="",
    metavar="SỐ",
    help="Văn bản được văn bản này thay thế; của năm trước thì ghi như “05/KH-UBND năm 2025”.",
)
@click.option("--preview", is_flag=True, help="Chỉ cho biết sẽ là số nào, thứ mấy trong chỉ tiêu; chưa cấp số.")
@year_option
@acting
@form
@click.pass_context
def issue(
    context: click.Context,
    /,
    file: Path | None,
    symbol: str,
    reserved: str,
    replaces: str,
    preview: bool,
    year: int | None,
    who: str,
    reason: str,
    form: Form,
    **said: Any,
) -> None:
    """Cấp số tiếp theo cho một văn bản rồi vào sổ, cho biết đây là văn bản thứ mấy trong số được phép của năm.

    Có TỆP thì trích yếu, loại, người ký, nơi nhận, đơn vị lấy trong tệp; tệp và kết quả kiểm tra của nó được lưu cùng.
    Văn bản đóng dấu mật thì không nhận.
    """
    from drafter.cli.issuing import paper_of
    from drafter.register import issuing, papers
    from drafter.register.outlook import outlook

    record, paper = paper_of(context.find_object(Settings), file) if file else (None, None)
    record = record_said(symbol, said, record)
    record = replace_columns(record, date=record.date or calendar_date.today().isoformat())
    of_year = year_said(year, record.date)
    # What is told beside the number is told of the register in which it is given.
    with opened(context) as book, book.reading() if preview else book.writing() as connection:
        found = issuing.sought(connection, reserved, of_year) if reserved else None
        ahead = outlook(connection, record, of_year, calendar_date.today(), found)
        if not preview:
            more = act(who, reason), papers.keep(connection, paper), replaces
            if found:
                entry = issuing.issue_reserved(connection, found, asdict(record), *more)
            else:
                entry = issuing.issue(connection, record, of_year, *more)
    if preview:
        _show_outlook(ahead, form)
    else:
        _show(entry, form, ahead)


@register.command(short_help="Giữ số tiếp theo cho văn bản chưa phát hành.")
@click.argument("symbol", metavar="KÝ-HIỆU")
@described
@year_option
@acting
@form
@click.pass_context
def reserve(
    context: click.Context, /, symbol: str, year: int | None, who: str, reason: str, form: Form, **said: Any
) -> None:
    """Giữ số tiếp theo của ký hiệu, ví dụ /KH-UBND, cho văn bản sẽ phát hành sau."""
    record = record_said(symbol, said)
    with opened(context) as book:
        entry = book.reserve(record, year_said(year, record.date), act(who, reason))
    _show(entry, form)


@register.command(short_help="Hủy một số, có lý do.")
@click.argument("notation", metavar="SỐ-KÝ-HIỆU")
@year_option
@acting
@form
@click.pass_context
def cancel(context: click.Context, notation: str, year: int | None, who: str, reason: str, form: Form) -> None:
    """Hủy một số đã cấp, hoặc ghi lý do cho số bị bỏ trống trong sổ. Số đã hủy không cấp lại."""
    with opened(context) as book:
        entry = book.cancel(notation, year_said(year), act(who, reason))
    _show(entry, form)


@register.command(short_help="Ghi văn bản này được văn bản kia thay thế.")
@click.argument("notation", metavar="SỐ-KÝ-HIỆU")
@click.argument("new", metavar="SỐ-KÝ-HIỆU-MỚI")
@year_option
@acting
@form
@click.pass_context
def replace(
    context: click.Context, /, notation: str, new: str, year: int | None, who: str, reason: str, form: Form
) -> None:
    """Ghi rằng một văn bản trong sổ được văn bản khác thay thế."""
    with opened(context) as book:
        entry = book.replace(notation, new, year_said(year), act(who, reason))
    _show(entry, form)


@register.command(short_help="Sửa thông tin một văn bản trong sổ, có lý do.")
@click.argument("notation", metavar="SỐ-KÝ-HIỆU")
@click.option("--number", default="", metavar="SỐ-KÝ-HIỆU", help="Số, ký hiệu đúng.")
@described
@year_option
@acting
@form
@click.pass_context
def correct(
    context: click.Context,
    /,
    notation: str,
    number: str,
    year: int | None,
    who: str,
    reason: str,
    form: Form,
    **said: Any,
) -> None:
    """Sửa thông tin một văn bản cho đúng; điều đã ghi trước đó còn trong lịch sử."""
    record = record_said(number, said)
    names = [name for name, value in said.items() if value not in ("", None)]
    known = {name: getattr(record, name) for name in [*names, *(("number", "suffix", "symbol") if number else ())]}
    if not known:
        raise WrongEntry("Chưa nói sửa gì; hãy thêm tùy chọn như --title, --date, --signer.")
    with opened(context) as book:
        entry = book.correct(notation, year_said(year), known, act(who, reason))
    _show(entry, form)


@register.command("list", short_help="Liệt kê văn bản trong sổ.")
@click.argument("words", nargs=-1, metavar="[TỪ…]")
@year_option
@click.option("--unit", default=None, metavar="ĐƠN-VỊ", help="Chỉ của đơn vị này; “” là văn bản không ghi đơn vị.")
@click.option("--kind", default="", metavar="LOẠI", help="Chỉ loại này, tên hoặc ký hiệu.")
@click.option("--month", type=click.IntRange(0, 12), default=None, metavar="THÁNG", help="Chỉ tháng này.")
@click.option("--since", default="", metavar="NGÀY", help="Từ ngày.")
@click.option("--until", default="", metavar="NGÀY", help="Đến ngày.")
@click.option(
    "--state",
    type=click.Choice(("reserved", "issued", "cancelled", "replaced")),
    default=None,
    metavar="TÌNH-TRẠNG",
    help="reserved: đang giữ số; issued: đã phát hành; cancelled: đã hủy; replaced: đã được thay thế.",
)
@click.option("--counted", is_flag=True, help="Chỉ những văn bản tính vào chỉ tiêu.")
@form
@click.pass_context
def list_(context: click.Context, /, words: tuple[str, ...], year: int | None, form: Form, **said: Any) -> None:
    """Liệt kê văn bản trong sổ của một năm theo thứ tự số; có TỪ thì chỉ những văn bản có các từ ấy."""
    from drafter.render.json import json_text
    from drafter.render.register import entries_text, entry_fields

    wanted = filter_said(year_said(year), " ".join(words), said)
    with opened(context) as book:
        found = book.entries(wanted)
    if form == "json":
        click.echo("".join(json_text(entry_fields(entry)) for entry in found), nl=False)
    else:
        click.echo(entries_text(found), nl=False)


@register.command(short_help="Xem một văn bản trong sổ và lịch sử của nó.")
@click.argument("notation", metavar="SỐ-KÝ-HIỆU")
@year_option
@form
@click.pass_context
def show(context: click.Context, notation: str, year: int | None, form: Form) -> None:
    """Xem một văn bản: các cột trong sổ, ai đã làm gì, lúc nào, vì sao."""
    from drafter.render.history import history_fields
    from drafter.render.json import json_text
    from drafter.render.register import entry_fields, entry_text

    with opened(context) as book:
        entry = book.entry(notation, year_said(year))
        history = book.history(entry.id)
    if form == "json":
        click.echo(json_text(entry_fields(entry) | {"history": history_fields(history)}), nl=False)
    else:
        click.echo(entry_text(entry, history), nl=False)


@register.command(short_help="Các số bị bỏ trống trong sổ.")
@year_option
@form
@click.pass_context
def gaps(context: click.Context, year: int | None, form: Form) -> None:
    """Các số bị bỏ trống, chưa có lý do."""
    from drafter.render.json import json_text
    from drafter.render.register import gaps_text

    with opened(context) as book:
        found = book.gaps(year_said(year))
    click.echo("".join(json_text(asdict(gap)) for gap in found) if form == "json" else gaps_text(found), nl=False)


@register.command(short_help="Xuất sổ ra Excel theo mẫu Phụ lục IV.")
@year_option
@click.option("--unit", default=None, metavar="ĐƠN-VỊ", help="Chỉ của đơn vị này.")
@click.option("--since", default="", metavar="NGÀY", help="Từ ngày.")
@click.option("--until", default="", metavar="NGÀY", help="Đến ngày.")
@click.option("--organ", default="", metavar="CƠ-QUAN", help="Tên cơ quan, in ở đầu sổ.")
@click.option("--superior", default="", metavar="CƠ-QUAN", help="Tên cơ quan chủ quản, in ở đầu sổ.")
@click.option("--volume", default="", metavar="SỐ", help="Quyển số.")
@click.option("--output", required=True, type=click.Path(path_type=Path), metavar="TỆP", help="Tệp .xlsx sẽ ghi.")
@click.pass_context
def export(
    context: click.Context, /, year: int | None, organ: str, superior: str, volume: str, output: Path, **said: Any
) -> None:
    """Xuất sổ ra Excel, khổ A4 ngang, theo mẫu Phụ lục IV Nghị định 30/2020/NĐ-CP, để in và đóng quyển."""
    from drafter.render.register_sheet import Cover, register_workbook

    of_year = year_said(year)
    with opened(context) as book:
        found = book.entries(filter_said(of_year, "", said))
    write_whole(output, register_workbook(found, Cover(of_year, organ, superior, volume)))
    click.echo(f"Đã ghi {len(found)} văn bản vào {output}", err=True)


def _show(entry: Entry, form: Form, ahead: Outlook | None = None) -> None:
    from drafter.render.json import json_text
    from drafter.render.register import entry_fields, entry_lines, outlook_text

    if form == "json":
        click.echo(json_text(entry_fields(entry) | ({"outlook": asdict(ahead)} if ahead else {})), nl=False)
        return
    click.echo("\n".join(entry_lines(entry)))
    if ahead:
        click.echo(outlook_text(ahead), nl=False)


def _show_outlook(ahead: Outlook, form: Form) -> None:
    from drafter.render.json import json_text
    from drafter.render.register import outlook_text

    click.echo(json_text(asdict(ahead)) if form == "json" else outlook_text(ahead), nl=False)


for command in (import_, status, target, rules, report, close, avoid):
    register.add_command(command)
