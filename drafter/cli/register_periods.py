"""`drafter register report|close|avoid`: a period reported, closed; drafts that were merged, replaced or dropped."""

from __future__ import annotations

from datetime import date as calendar_date
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from drafter.cli.book import Form, act, acting, day_of, form, kind_symbol, opened, year_option, year_said
from drafter.cli.frame import Fault, Needed, Settings, form_option
from drafter.cli.new import OutputIsNoWord, given_values
from drafter.cli.outlet import write_whole

if TYPE_CHECKING:
    from drafter.register.avoided import Avoided
    from drafter.register.periods import Account

_PERIODS = ("Q1", "Q2", "Q3", "Q4", "H1", "H2", "Y")
_period = click.option(
    "--period",
    "name",
    type=click.Choice(_PERIODS, case_sensitive=False),
    cls=Needed,
    metavar="KỲ",
    help="Q1, Q2, Q3, Q4: quý; H1, H2: 6 tháng đầu, cuối năm; Y: cả năm.",
)
_BINARY = {"docx": ".docx", "xlsx": ".xlsx"}
_BY_SUFFIX = {suffix: form for form, suffix in _BINARY.items()}


@click.command(short_help="Báo cáo quý, 6 tháng, năm: số liệu, hoặc tệp Word, Excel.")
@year_option
@_period
@click.option("--unit", default=None, metavar="ĐƠN-VỊ", help="Chỉ đơn vị này; không ghi thì cả cơ quan.")
@form_option(
    "text",
    "docx",
    "xlsx",
    "json",
    default=None,
    help="text: để đọc (mặc định); docx: báo cáo đúng thể thức; xlsx: các biểu; json: cho chương trình khác. --output"
    " là tệp .docx, .xlsx thì theo tệp ấy.",
)
@click.option("--output", type=click.Path(path_type=Path), metavar="TỆP", help="Tệp sẽ ghi; docx, xlsx phải có.")
@click.option(
    "--set",
    "words",
    multiple=True,
    metavar="TÊN=GIÁ-TRỊ",
    help="Điền một mục của báo cáo Word, như drafter new BC; xem các mục bằng: drafter new BC --list.",
)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="TỆP.toml",
    help="Điền báo cáo Word theo tệp TOML; --set được ưu tiên hơn.",
)
@click.option("--party", is_flag=True, help="Báo cáo Word của cơ quan Đảng (Hướng dẫn 05-HD/VPTW).")
@click.pass_context
def report(
    context: click.Context,
    year: int | None,
    name: Literal["Q1", "Q2", "Q3", "Q4", "H1", "H2", "Y"],
    unit: str | None,
    form: Literal["text", "docx", "xlsx", "json"] | None,
    output: Path | None,
    words: tuple[str, ...],
    source: Path | None,
    party: bool,
) -> None:
    """Báo cáo một kỳ: đã ban hành so với chỉ tiêu và cùng kỳ, theo đơn vị và loại, dự thảo được gộp, thay thế.

    Kỳ đã chốt thì lấy số khi chốt, điều gì đổi sau đó được ghi là điều chỉnh. Báo cáo Word còn chỗ nào phải viết
    thì để “[CẦN ĐIỀN: …]”, tô vàng; hạn chế, nhiệm vụ, kiến nghị điền bằng --set shortcoming=, --set task=, --set
    proposal=.
    """
    from drafter.register.periods import Period, account

    chosen = form or (output and _BY_SUFFIX.get(output.suffix.lower())) or "text"
    target = _target(chosen, output)
    given = given_values(words, source)
    with opened(context) as book, book.reading() as connection:
        found = account(connection, Period(year_said(year), name), unit)
    if chosen == "docx":
        content, note = _word(found, given, party)
    else:
        content, note = _content(found, chosen), ""
    if target is None:
        click.echo(content.decode(), nl=False)
        return
    write_whole(target, content)
    click.echo(f"Đã ghi {target}{note}", err=True)


@click.command(short_help="Chốt số liệu một kỳ; thay đổi về sau thành điều chỉnh.")
@year_option
@_period
@acting
@form
@click.pass_context
def close(
    context: click.Context,
    year: int | None,
    name: Literal["Q1", "Q2", "Q3", "Q4", "H1", "H2", "Y"],
    who: str,
    reason: str,
    form: Form,
) -> None:
    """Chốt số liệu một kỳ đã hết, cùng cách đếm lúc ấy. Sổ vẫn sửa được; sửa sau khi chốt, báo cáo ghi là điều chỉnh.

    Còn số giữ chưa phát hành hoặc số bỏ trống thì phải xử lý trước, hoặc chốt kèm lý do. Mỗi kỳ chốt một lần.
    """
    from drafter.register.periods import Period, account
    from drafter.register.periods import close as close_period

    period = Period(year_said(year), name)
    with opened(context) as book:
        with book.writing() as connection:
            close_period(connection, period, act(who, reason))
        with book.reading() as connection:
            found = account(connection, period)
    click.echo(_content(found, form).decode(), nl=False)


@click.group(short_help="Dự thảo được gộp, thay thế, không ban hành nhờ kiểm tra.")
def avoid() -> None:
    """Các dự thảo không thành văn bản riêng: gộp vào văn bản khác, dùng văn bản đã có, hoặc không ban hành."""


@avoid.command("add", short_help="Ghi một dự thảo không thành văn bản riêng.")
@click.argument("file", required=False, metavar="[TỆP]", type=click.Path(path_type=Path))
@click.option(
    "--how",
    type=click.Choice(("merged", "replaced", "dropped")),
    cls=Needed,
    metavar="CÁCH",
    help="merged: gộp vào văn bản khác; replaced: dùng văn bản đã có; dropped: không ban hành.",
)
@click.option("--title", default="", metavar="TRÍCH-YẾU", help="Trích yếu của dự thảo.")
@click.option("--kind", default="", metavar="LOẠI", help="Tên loại hoặc ký hiệu, như Kế hoạch, KH.")
@click.option("--unit", default="", metavar="ĐƠN-VỊ", help="Đơn vị soạn thảo.")
@click.option("--date", default="", metavar="NGÀY", help="Ngày quyết định như vậy; không ghi thì hôm nay.")
@click.option(
    "--into",
    default="",
    metavar="SỐ-KÝ-HIỆU",
    help="Văn bản mà dự thảo gộp vào, hoặc được dùng thay; của năm trước thì ghi như “05/KH-UBND năm 2025”.",
)
@acting
@form
@click.pass_context
def add_(
    context: click.Context,
    file: Path | None,
    how: Literal["merged", "replaced", "dropped"],
    title: str,
    kind: str,
    unit: str,
    date: str,
    into: str,
    who: str,
    reason: str,
    form: Form,
) -> None:
    """Ghi một dự thảo được gộp, thay thế hoặc không ban hành, để báo cáo.

    Có TỆP dự thảo thì trích yếu, loại, đơn vị lấy trong tệp; kết quả kiểm tra được lưu làm căn cứ, tệp thì không.
    Không có TỆP thì phải nói lý do.
    """
    from drafter.cli.issuing import paper_of
    from drafter.register import avoided

    record, paper = paper_of(context.find_object(Settings), file) if file else (None, None)
    draft = avoided.Draft(
        day_of(date) if date else calendar_date.today().isoformat(),
        how,
        title or (record.title if record else ""),
        kind_symbol(kind) if kind else record.kind if record else "",
        unit or (record.unit if record else ""),
        reason,
    )
    with opened(context) as book, book.writing() as connection:
        made = avoided.add(connection, draft, act(who, reason), into, paper)
    _show([made], form)


@avoid.command("list", short_help="Liệt kê các dự thảo ấy.")
@year_option
@click.option("--unit", default=None, metavar="ĐƠN-VỊ", help="Chỉ của đơn vị này.")
@click.option("--all", "with_cancelled", is_flag=True, help="Cả những dự thảo đã bỏ khỏi danh sách.")
@form
@click.pass_context
def list_(context: click.Context, year: int | None, unit: str | None, with_cancelled: bool, form: Form) -> None:
    """Liệt kê các dự thảo của một năm được gộp, thay thế hoặc không ban hành."""
    from drafter.register.avoided import find
    from drafter.render.periods import avoided_text

    of = year_said(year)
    with opened(context) as book, book.reading() as connection:
        found = find(connection, f"{of}-01-01", f"{of}-12-31", unit, with_cancelled=with_cancelled)
    if form == "json":
        _show(list(found), form)
    else:
        click.echo(avoided_text(found), nl=False)


@avoid.command("cancel", short_help="Bỏ một dự thảo ghi nhầm, có lý do.")
@click.argument("id", type=int, metavar="MÃ")
@acting
@form
@click.pass_context
def cancel_(context: click.Context, id: int, who: str, reason: str, form: Form) -> None:
    """Bỏ một dự thảo ghi nhầm khỏi danh sách và báo cáo; việc đã ghi còn trong lịch sử."""
    from drafter.register.avoided import cancel

    with opened(context) as book, book.writing() as connection:
        found = cancel(connection, id, act(who, reason))
    _show([found], form)


def _show(found: list[Avoided], form: Form) -> None:
    from drafter.render.json import json_text
    from drafter.render.periods import avoided_fields, avoided_lines

    for one in found:
        click.echo(json_text(avoided_fields(one)) if form == "json" else "\n".join(avoided_lines(one)) + "\n", nl=False)


def _target(form: str, output: Path | None) -> Path | None:
    suffix = _BINARY.get(form)
    if suffix and output is None:
        raise Fault(f"Thiếu --output; hãy ghi tên tệp, ví dụ: --output bao-cao{suffix}")
    if form == "docx" and output and output.suffix.lower() != ".docx":
        raise OutputIsNoWord(output)
    return output


def _content(found: Account, form: str) -> bytes:
    if form == "xlsx":
        from drafter.render.period_sheet import period_workbook

        return period_workbook(found)
    from drafter.render.json import json_text
    from drafter.render.periods import period_fields, period_text

    return (json_text(period_fields(found)) if form == "json" else period_text(found)).encode()


def _word(found: Account, given: dict[str, object], party: bool) -> tuple[bytes, str]:
    """The file, and what is still to be filled in."""
    from drafter.reporting import period_report

    made = period_report(found, given, datetime.now(), party)
    note = f"; còn {made.gaps} chỗ phải điền, tô vàng: trong Word tìm “[CẦN ĐIỀN”" if made.gaps else ""
    return made.data, note
