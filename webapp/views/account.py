"""One's own account: the password, and tokens for programs."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from webapp import accounts, tokens
from webapp.access import begin_session, me, open_to
from webapp.accounts import ROLES, WrongAccount
from webapp.app import limiter
from webapp.store import note, store

pages = Blueprint("account", __name__, url_prefix="/tai-khoan")
Page = str | tuple[str, int] | Response


@pages.get("")
@open_to()
def own() -> str:
    return _own()


@pages.post("/mat-khau")
@open_to()
@limiter.limit("10 per minute")
def set_own_password() -> Page:
    form = request.form
    with store().reading() as connection:
        is_known = accounts.logged_in(connection, me().login, form.get("old", "")) is not None
    try:
        with store().writing() as connection:
            id = _own_id()
            if not is_known:
                raise WrongAccount("Mật khẩu đang dùng không đúng; hãy nhập lại.")
            if form.get("password") != form.get("again"):
                raise WrongAccount("Hai lần nhập mật khẩu mới khác nhau; hãy nhập lại.")
            accounts.set_password(connection, id, form.get("password", ""))
            note(connection, "own password set", me().login)
    except WrongAccount as error:
        return _own(str(error)), 422
    begin_session(me())
    flash("Đã đổi mật khẩu; ở máy khác phải đăng nhập lại.")
    return redirect(url_for("account.own"))


@pages.post("/ma-truy-cap")
@open_to()
@limiter.limit("10 per minute")
def make_token() -> Page:
    """The page itself shows the token: nothing keeps it, so that no later page can."""
    try:
        with store().writing() as connection:
            made = tokens.make(connection, _own_id(), request.form.get("name", "")[:100])
            note(connection, "token made", me().login, request.form.get("name", "")[:100])
    except WrongAccount as error:
        return _own(str(error)), 422
    return _own(made=made), 201


@pages.post("/ma-truy-cap/<int:id>/thu-hoi")
@open_to()
def revoke_token(id: int) -> Response:
    with store().writing() as connection:
        gone = tokens.revoke(connection, _own_id(), id)
        note(connection, "token revoked", me().login, gone.name)
    flash(f"Đã thu hồi mã truy cập “{gone.name}”.")
    return redirect(url_for("account.own"))


def _own(sentence: str = "", made: str = "") -> str:
    with store().reading() as connection:
        return render_template(
            "account.html", known=me(), roles=ROLES, tokens=_tokens(connection), sentence=sentence, made=made
        )


def _tokens(connection: Connection) -> list[tokens.Token]:
    id = me().id
    return [] if id is None else [one for one in tokens.of(connection, id) if not one.revoked]


def _own_id() -> int:
    """Raises `WrongAccount` on one's own computer, where nobody has an account."""
    id = me().id
    if id is None:
        raise WrongAccount("Máy này dùng cho một người nên không có tài khoản; hãy chạy drafter serve --accounts.")
    return id
