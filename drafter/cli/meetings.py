"""`drafter meetings`: the conferences of an office against the limits on their number, form and length."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date as calendar_date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.book import Form, act, acting, day_of, form, opened, year_option
from drafter.cli.frame import Function
from drafter.register.refusals import WrongMeeting

if TYPE_CHECKING:
    from drafter.register.meetings import Facts, Meeting, Offer

_CHOICES: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "kind": ("LOẠI", ("regular", "topical", "urgent"), "regular: định kỳ; topical: chuyên đề; urgent: đột xuất."),
    "scope": ("QUY-MÔ", ("commune", "units", "internal"), "commune: toàn xã; units: một số đơn vị; internal: nội bộ."),
    "form": (
        "HÌNH-THỨC",
        ("in_person", "online", "mixed"),
        "in_person: trực tiếp; online: trực tuyến; mixed: vừa trực tiếp vừa trực tuyến.",
    ),
    "matter": (
        "NỘI-DUNG",
        ("briefing", "business", "discussion"),
        "Nội dung, quyết định thời lượng cho phép. briefing: quán triệt, phổ biến; business: chuyên môn, nghiệp vụ;"
        " discussion: quan trọng, cần thảo luận.",
    ),
}
_NEEDED = {
    "date": "ngày họp; hãy thêm --date, ví dụ: --date 31/3/2026.",
    "title": "tên hội nghị; hãy thêm --title.",
    "kind": "loại hội nghị; hãy thêm --kind regular (định kỳ), topical (chuyên đề) hoặc urgent (đột xuất).",
    "scope": "quy mô; hãy thêm --scope commune (toàn xã), units (một số đơn vị) hoặc internal (nội bộ).",
    "form": "hình thức; hãy thêm --form in_person (trực tiếp), online (trực tuyến) hoặc mixed (cả hai).",
}


@click.group(short_help="Hội nghị, cuộc họp: ghi, đếm theo mức được phép về số lượng, hình thức, thời lượng.")
def meetings() -> None:
    """Hội nghị của cơ quan trong năm, so với mức giảm, tỷ lệ trực tuyến, số hội nghị toàn xã và thời lượng."""


def _choosing(function: Function) -> Function:
    """The options that say of what sort a meeting is; each comes under the name of its fact."""
    for name, (metavar, values, help) in reversed(tuple(_CHOICES.items())):
        said = "as_form" if name == "form" else name
        option = click.option(f"--{name}", said, type=click.Choice(values), default=None, metavar=metavar, help=help)
        function = option(function)
    return function


def _described(function: Function) -> Function:
    """The options that say what a meeting was."""
    options: tuple[Callable[[Any], Any], ...] = (
        click.option("--date", default="", metavar="NGÀY", help="Ngày họp, như 31/3/2026; nhiều ngày thì ngày đầu."),
        click.option("--title", default="", metavar="TÊN", help="Tên hội nghị."),
        _choosing,
        click.option("--minutes", type=int, default=None, metavar="PHÚT", help="Thời lượng; một ngày là 480 phút."),
        click.option("--units", default=None, metavar="THÀNH-PHẦN", help="Đơn vị dự, cách nhau bằng dấu chấm phẩy."),
        click.option("--unit", default=None, metavar="ĐƠN-VỊ", help="Đơn vị tổ chức."),
    )
    for option in reversed(options):
        function = option(function)
    return function


@meetings.command(short_help="Ghi một hội nghị đã hoặc sẽ tổ chức.")
@_described
@click.option("--entry", default="", metavar="SỐ", help="Giấy mời trong sổ văn bản đi; điều gì không ghi thì lấy ở đó.")
@year_option
@acting
@form
@click.pass_context
def add(
    context: click.Context, /, entry: str, year: int | None, who: str, reason: str, form: Form, **said: Any
) -> None:
    """Ghi một hội nghị, ví dụ: --date 31/3/2026 --title “Hội nghị giao ban quý I” --kind regular --scope units --form
    online --minutes 120.

    Có --entry thì ngày họp, tên, loại, hình thức lấy ở trích yếu giấy mời, khi trích yếu nói rõ; --year là năm của sổ
    có giấy mời ấy.
    """
    from drafter.register import meetings as book

    with opened(context) as register:
        offer = book.offer_of(register.entry(entry, year or calendar_date.today().year)) if entry else None
        facts = _facts((_offered(offer) if offer else {}) | _known(said))
        with register.writing() as connection:
            made = book.add(connection, facts, act(who, reason), offer.entry_id if offer else None)
    _show(made, form)


@meetings.command("list", short_help="Liệt kê hội nghị của một năm.")
@year_option
@_choosing
@click.option("--unit", default=None, metavar="ĐƠN-VỊ", help="Chỉ của đơn vị tổ chức này; “” là không ghi đơn vị.")
@click.option("--cancelled", is_flag=True, help="Kể cả hội nghị đã hủy.")
@form
@click.pass_context
def list_(context: click.Context, /, year: int | None, form: Form, **said: Any) -> None:
    """Liệt kê hội nghị theo ngày; có thể chỉ một loại, một hình thức, một quy mô, một đơn vị."""
    from drafter.register.meetings import Wanted, find
    from drafter.render.json import json_text
    from drafter.render.meetings import meeting_fields, meetings_text

    wanted = Wanted(year or calendar_date.today().year, form=said.pop("as_form"), **said)
    with opened(context) as register, register.reading() as connection:
        found = find(connection, wanted)
    if form == "json":
        click.echo("".join(json_text(meeting_fields(one)) for one in found), nl=False)
    else:
        click.echo(meetings_text(found), nl=False)


@meetings.command(short_help="Xem một hội nghị và lịch sử của nó.")
@click.argument("id", metavar="MÃ", type=int)
@form
@click.pass_context
def show(context: click.Context, /, id: int, form: Form) -> None:
    """Xem một hội nghị: ai đã ghi gì, sửa gì, lúc nào, vì sao."""
    from dataclasses import asdict

    from drafter.register.entries import with_id
    from drafter.register.history import changes_of
    from drafter.register.meetings import meeting_with
    from drafter.render.json import json_text
    from drafter.render.meetings import meeting_fields, meeting_text

    with opened(context) as register, register.reading() as connection:
        found = meeting_with(connection, id)
        history = changes_of(connection, "meeting", id)
        invitation = with_id(connection, found.entry_id).record.notation if found.entry_id else ""
    if form == "json":
        more = {"invitation": invitation, "history": list(map(asdict, history))}
        click.echo(json_text(meeting_fields(found) | more), nl=False)
    else:
        click.echo(meeting_text(found, invitation, history), nl=False)


@meetings.command(short_help="Sửa thông tin một hội nghị, có lý do.")
@click.argument("id", metavar="MÃ", type=int)
@_described
@acting
@form
@click.pass_context
def correct(context: click.Context, /, id: int, who: str, reason: str, form: Form, **said: Any) -> None:
    """Sửa thông tin một hội nghị cho đúng; điều đã ghi trước đó còn trong lịch sử."""
    from drafter.register.meetings import correct

    known = _known(said)
    if not known:
        raise WrongMeeting("Chưa nói sửa gì; hãy thêm tùy chọn như --date, --title, --minutes.")
    with opened(context) as register, register.writing() as connection:
        found = correct(connection, id, known, act(who, reason))
    _show(found, form)


@meetings.command(short_help="Hủy một hội nghị đã ghi, có lý do.")
@click.argument("id", metavar="MÃ", type=int)
@acting
@form
@click.pass_context
def cancel(context: click.Context, /, id: int, who: str, reason: str, form: Form) -> None:
    """Hủy một hội nghị không tổ chức hoặc ghi nhầm: không còn được đếm, nhưng vẫn còn trong danh sách."""
    from drafter.register.meetings import cancel

    with opened(context) as register, register.writing() as connection:
        found = cancel(connection, id, act(who, reason))
    _show(found, form)


@meetings.command(short_help="Số hội nghị trong năm so với mức được phép.")
@year_option
@click.option("--unit", default=None, metavar="ĐƠN-VỊ", help="Chỉ hội nghị do đơn vị này tổ chức.")
@click.option("--as-of", default="", metavar="NGÀY", help="Tính đến ngày này; không ghi thì hôm nay.")
@form
@click.pass_context
def status(context: click.Context, /, year: int | None, unit: str | None, as_of: str, form: Form) -> None:
    """Đã tổ chức bao nhiêu, được phép bao nhiêu, tỷ lệ trực tiếp, trực tuyến, hội nghị toàn xã, hội nghị quá dài; kèm
    lời nhắc khi vượt hoặc sắp vượt."""
    from drafter.register.meetings import status
    from drafter.render.json import json_text
    from drafter.render.meetings import status_fields, status_text

    day = calendar_date.fromisoformat(day_of(as_of)) if as_of else calendar_date.today()
    with opened(context) as register, register.reading() as connection:
        found = status(connection, year or day.year, day, unit)
    click.echo(json_text(status_fields(found)) if form == "json" else status_text(found), nl=False)


@meetings.command(short_help="Giấy mời trong sổ chưa ghi thành hội nghị.")
@year_option
@form
@click.pass_context
def offers(context: click.Context, /, year: int | None, form: Form) -> None:
    """Giấy mời đã phát hành mà chưa có hội nghị; ngày họp, hình thức đọc ở trích yếu khi trích yếu nói rõ."""
    from dataclasses import asdict

    from drafter.register.meetings import offers
    from drafter.render.json import json_text
    from drafter.render.meetings import offers_text

    with opened(context) as register, register.reading() as connection:
        found = offers(connection, year or calendar_date.today().year)
    if form == "json":
        click.echo("".join(json_text(asdict(one)) for one in found), nl=False)
    else:
        click.echo(offers_text(found), nl=False)


@meetings.command(short_help="Xem hoặc đặt các mức: giảm, tỷ lệ, số lượng, thời lượng; ghi số của năm trước.")
@click.option("--percent", default=None, metavar="%", help="Giảm ít nhất so với năm trước (10).")
@click.option("--in-person", type=int, default=None, metavar="%", help="Hội nghị trực tiếp nhiều nhất (40).")
@click.option("--online", type=int, default=None, metavar="%", help="Hội nghị trực tuyến ít nhất (60).")
@click.option(
    "--mixed",
    type=click.Choice(("online", "in_person")),
    default=None,
    metavar="HÌNH-THỨC",
    help="Hội nghị vừa trực tiếp vừa trực tuyến tính là: online (trực tuyến, mặc định) hoặc in_person (trực tiếp).",
)
@click.option("--commune", type=int, default=None, metavar="SỐ", help="Hội nghị toàn xã nhiều nhất một năm (3).")
@click.option("--briefing", type=int, default=None, metavar="PHÚT", help="Quán triệt, phổ biến dài nhất (240).")
@click.option("--business", type=int, default=None, metavar="PHÚT", help="Chuyên môn, nghiệp vụ dài nhất (480).")
@click.option("--discussion", type=int, default=None, metavar="PHÚT", help="Cần thảo luận dài nhất (720).")
@click.option("--baseline", type=click.IntRange(0), default=None, metavar="SỐ", help="Số hội nghị của năm --year.")
@click.option("--source", default="", metavar="NGUỒN", help="Số ấy lấy ở đâu, như “Báo cáo số 210/BC-UBND”.")
@click.option("--unit", default="", metavar="ĐƠN-VỊ", help="Số ấy là của đơn vị này.")
@year_option
@acting
@form
@click.pass_context
def limits(
    context: click.Context,
    /,
    baseline: int | None,
    source: str,
    unit: str,
    year: int | None,
    who: str,
    reason: str,
    form: Form,
    **said: Any,
) -> None:
    """Không ghi gì thì in các mức đang áp dụng; ghi mức nào thì đặt mức ấy, mức cũ còn trong lịch sử.

    Năm trước chưa có hội nghị trong sổ thì ghi số đã báo cáo, ví dụ: --year 2025 --baseline 24 --source “Báo cáo số
    210/BC-UBND”.
    """
    from drafter.register.meetings import enter_baseline, limits_of, set_limits
    from drafter.render.json import json_text
    from drafter.render.meetings import limits_fields, limits_text

    known = {name: value for name, value in said.items() if value is not None}
    if "percent" in known:
        known["percent"] = _percent(known["percent"])
    if baseline is not None and year is None:
        raise WrongMeeting("Chưa nói là số của năm nào; hãy thêm --year, ví dụ: --year 2025.")
    changes, doing = bool(known) or baseline is not None, act(who, reason)
    with opened(context) as register, register.writing() if changes else register.reading() as connection:
        if known:
            set_limits(connection, known, doing)
        if baseline is not None and year is not None:
            enter_baseline(connection, year, unit, baseline, source, doing)
        found = limits_of(connection)
    click.echo(json_text(limits_fields(found)) if form == "json" else limits_text(found), nl=False)


def _known(said: dict[str, Any]) -> dict[str, Any]:
    """The facts that were said, by their names."""
    known = {"form" if name == "as_form" else name: value for name, value in said.items() if value not in ("", None)}
    known |= {name: "" for name in ("unit", "units") if said.get(name) == ""}
    return known | ({"date": day_of(known["date"])} if "date" in known else {})


def _facts(known: dict[str, Any]) -> Facts:
    """Raises `WrongMeeting` for what nobody said."""
    from drafter.register.meetings import Facts

    for name, words in _NEEDED.items():
        if not known.get(name):
            raise WrongMeeting(f"Chưa rõ {words}")
    return Facts(**known)


def _offered(offer: Offer) -> dict[str, Any]:
    """The facts that an invitation tells."""
    return {name: getattr(offer, name) for name in ("date", "title", "kind", "scope", "form", "unit")}


def _percent(written: str) -> Decimal:
    """Of "10", "12,5", "10%". Raises `WrongMeeting`."""
    from drafter.nlp.written import read_percent

    try:
        return read_percent(written)
    except ValueError:
        raise WrongMeeting(f"“{written}” không phải tỷ lệ; hãy ghi như 10 hoặc 12,5.") from None


def _show(found: Meeting, form: Form) -> None:
    from drafter.render.json import json_text
    from drafter.render.meetings import meeting_fields, meeting_lines

    click.echo(json_text(meeting_fields(found)) if form == "json" else "\n".join(meeting_lines(found)) + "\n", nl=False)
