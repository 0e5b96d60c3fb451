"""`drafter accounts`: who may use the web application, from the terminal of the computer that it runs on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.frame import Fault, Needed, Settings, form_option
from drafter.nlp.folding import unmarked

if TYPE_CHECKING:
    from drafter.storage import Database

_NO_ROLE = "Không có vai trò “{}”; hãy chọn trong: {}."
_DIFFERENT = "Hai lần nhập mật khẩu khác nhau; hãy làm lại."
_EMPTY = "Chưa có tài khoản nào; hãy thêm bằng: drafter accounts add TÊN-ĐĂNG-NHẬP"

_from_stdin = click.option(
    "--password-stdin", "from_stdin", is_flag=True, help="Đọc mật khẩu ở đầu vào chuẩn, không hỏi trên màn hình."
)


@click.group(short_help="Tài khoản của ứng dụng web: thêm, xem, đặt mật khẩu, đóng.")
def accounts() -> None:
    """Tài khoản của ứng dụng web. Việc làm ở đây được ghi vào nhật ký như việc làm trên trang Quản trị."""


@accounts.command(short_help="Thêm một tài khoản.")
@click.argument("login", metavar="TÊN-ĐĂNG-NHẬP")
@click.option("--name", cls=Needed, metavar="HỌ-TÊN", help="Họ và tên người dùng.")
@click.option("--unit", default="", metavar="ĐƠN-VỊ", help="Đơn vị.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="VAI-TRÒ",
    help="soạn-thảo, văn-phòng, văn-thư, lãnh-đạo, quản-trị; ghi nhiều lần nếu có nhiều vai trò; mặc định soạn-thảo.",
)
@_from_stdin
@click.pass_context
def add(context: click.Context, login: str, name: str, unit: str, roles: tuple[str, ...], from_stdin: bool) -> None:
    """Thêm một tài khoản. Mật khẩu được hỏi trên màn hình, không hiện ra."""
    from webapp.accounts import ROLES, make

    chosen, secret = {_role(one) for one in roles} or {"drafter"}, _password(from_stdin)
    with _opened(context) as database, database.writing() as connection:
        made = make(connection, login, name, unit, chosen, secret)
        _note(connection, "account made", made.login)
    click.echo(f"Đã thêm tài khoản {made.login}: {', '.join(ROLES[role] for role in sorted(made.roles))}.")


@accounts.command("list", short_help="Liệt kê các tài khoản.")
@form_option("text", "json", help="text: để đọc (mặc định); json: cho chương trình khác.")
@click.pass_context
def list_(context: click.Context, form: str) -> None:
    """Liệt kê các tài khoản: tên đăng nhập, họ tên, đơn vị, vai trò, đã đóng hay chưa."""
    from drafter.render.json import json_text
    from webapp.accounts import ROLES, every

    with _opened(context) as database, database.reading() as connection:
        found = every(connection)
    for one in found:
        if form == "json":
            fields = {"login": one.login, "name": one.name, "unit": one.unit}
            click.echo(json_text({**fields, "roles": sorted(one.roles), "closed": one.closed}), nl=False)
            continue
        roles = ", ".join(words for role, words in ROLES.items() if role in one.roles)
        said = (one.login, one.name, one.unit, roles, "đã đóng" if one.closed else "")
        click.echo(" · ".join(filter(None, said)))
    if not found and form == "text":
        click.echo(_EMPTY)


@accounts.command(short_help="Đặt mật khẩu mới cho một tài khoản.")
@click.argument("login", metavar="TÊN-ĐĂNG-NHẬP")
@_from_stdin
@click.pass_context
def password(context: click.Context, login: str, from_stdin: bool) -> None:
    """Đặt mật khẩu mới. Người ấy phải đăng nhập lại ở mọi nơi."""
    from webapp.accounts import named, set_password

    secret = _password(from_stdin)
    with _opened(context) as database, database.writing() as connection:
        known = named(connection, login)
        assert known.id is not None
        set_password(connection, known.id, secret)
        _note(connection, "password set", known.login)
    click.echo(f"Đã đặt mật khẩu mới cho {known.login}.")


@accounts.command(short_help="Đóng một tài khoản.")
@click.argument("login", metavar="TÊN-ĐĂNG-NHẬP")
@click.pass_context
def close(context: click.Context, login: str) -> None:
    """Đóng một tài khoản: không đăng nhập được nữa; việc đã làm vẫn còn. Mở lại ở trang Quản trị."""
    from webapp.accounts import change, named

    with _opened(context) as database, database.writing() as connection:
        known = named(connection, login)
        assert known.id is not None
        change(connection, known.id, known.name, known.unit, known.roles, closed=True)
        _note(connection, "account closed", known.login)
    click.echo(f"Đã đóng tài khoản {known.login}.")


def _opened(context: click.Context) -> Database:
    """The database of the home that was said."""
    from drafter.storage import Database

    settings = context.find_object(Settings)
    return Database(settings.home if settings else None)


def _note(connection: Any, action: str, subject: str) -> None:
    from drafter.register.history import now, this_user
    from webapp import journal

    journal.write(connection, now(), "", action, subject, f"trên máy chủ, người dùng {this_user()}")


def _role(said: str) -> str:
    """The role by its name in either language, with or without marks. Raises `Fault`."""
    from webapp.accounts import ROLES

    known = {_plain(one): role for role, words in ROLES.items() for one in (role, words)}
    if _plain(said) not in known:
        raise Fault(_NO_ROLE.format(said, ", ".join(words.replace(" ", "-") for words in ROLES.values())))
    return known[_plain(said)]


def _plain(words: str) -> str:
    """In small letters without any marks, as somebody types on a terminal without Vietnamese: "quan tri"."""
    return unmarked(words.lower().replace("-", " ").replace("_", " "))


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    first = _asked("Mật khẩu")
    if first != _asked("Nhập lại mật khẩu"):
        raise Fault(_DIFFERENT)
    return first


def _asked(what: str) -> str:
    """What somebody types without its being seen."""
    return str(click.prompt(what, hide_input=True, default="", show_default=False))
