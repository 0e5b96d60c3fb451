"""Accounts: adding, changing, closing them, new passwords, taking back tokens."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from webapp import accounts, settings, tokens
from webapp.access import open_to
from webapp.accounts import ROLES, Account, WrongAccount
from webapp.store import note, store
from webapp.views.administration.blueprint import pages

Page = str | tuple[str, int] | Response


@pages.get("/quan-tri/tai-khoan", endpoint="accounts")
@open_to("admin")
def show_accounts() -> str:
    return _all_accounts({}, "")


@pages.post("/quan-tri/tai-khoan")
@open_to("admin")
def add_account() -> Page:
    form = request.form
    try:
        with store().writing() as connection:
            made = accounts.make(
                connection,
                form.get("login", ""),
                form.get("name", ""),
                form.get("unit", ""),
                form.getlist("roles"),
                form.get("password", ""),
            )
            note(connection, "account made", made.login, _said(made))
    except WrongAccount as error:
        return _all_accounts(form, str(error)), 422
    flash(f"Đã thêm tài khoản “{made.login}”.")
    return redirect(url_for("administration.accounts"))


@pages.get("/quan-tri/tai-khoan/<int:id>")
@open_to("admin")
def account(id: int) -> str:
    return _one_account(id, "")


@pages.post("/quan-tri/tai-khoan/<int:id>")
@open_to("admin")
def change_account(id: int) -> Page:
    form = request.form
    try:
        with store().writing() as connection:
            before = _known(connection, id)
            closed = form.get("closed") == "yes"
            roles = form.getlist("roles")
            made = accounts.change(connection, id, form.get("name", ""), form.get("unit", ""), roles, closed)
            _note_change(connection, before, made)
    except WrongAccount as error:
        return _one_account(id, str(error), form), 422
    flash(f"Đã sửa tài khoản “{made.login}”.")
    return redirect(url_for("administration.accounts"))


@pages.post("/quan-tri/tai-khoan/<int:id>/mat-khau")
@open_to("admin")
def set_password(id: int) -> Page:
    try:
        with store().writing() as connection:
            known = _known(connection, id)
            accounts.set_password(connection, id, request.form.get("password", ""))
            note(connection, "password set", known.login)
    except WrongAccount as error:
        return _one_account(id, str(error)), 422
    flash(f"Đã đặt mật khẩu mới cho “{known.login}”; người ấy phải đăng nhập lại.")
    return redirect(url_for("administration.account", id=id))


@pages.post("/quan-tri/tai-khoan/<int:id>/ma-truy-cap/<int:token>/thu-hoi")
@open_to("admin")
def revoke_token(id: int, token: int) -> Response:
    with store().writing() as connection:
        known, gone = _known(connection, id), tokens.revoke(connection, id, token)
        note(connection, "token revoked", known.login, gone.name)
    flash(f"Đã thu hồi mã truy cập “{gone.name}”.")
    return redirect(url_for("administration.account", id=id))


def _all_accounts(form: Any, sentence: str) -> str:
    with store().reading() as connection:
        known, units = accounts.every(connection), settings.units(connection)
    chosen = frozenset(form.getlist("roles")) if form else {"drafter"}
    return render_template(
        "administration/accounts.html",
        accounts=known,
        units=units,
        roles=ROLES,
        form=form,
        chosen=chosen,
        sentence=sentence,
    )


def _one_account(id: int, sentence: str, form: Any = None) -> str:
    with store().reading() as connection:
        known, units, its = _known(connection, id), settings.units(connection), tokens.of(connection, id)
    shown = {"name": known.name, "unit": known.unit, "closed": "yes" if known.closed else ""}
    chosen = known.roles if form is None else frozenset(form.getlist("roles"))
    return render_template(
        "administration/account.html",
        known=known,
        units=units,
        roles=ROLES,
        tokens=its,
        form=form or shown,
        chosen=chosen,
        sentence=sentence,
    )


def _known(connection: Connection, id: int) -> Account:
    """Answers 404 where there is none."""
    try:
        return accounts.with_id(connection, id)
    except WrongAccount:
        abort(404)


def _note_change(connection: Connection, before: Account, after: Account) -> None:
    if before == after:
        return
    action = "account changed"
    if before.closed != after.closed:
        action = "account closed" if after.closed else "account opened"
    note(connection, action, after.login, f"{_said(before)} → {_said(after)}")


def _said(known: Account) -> str:
    roles = ", ".join(words for role, words in ROLES.items() if role in known.roles)
    return "; ".join(filter(None, (known.name, known.unit, roles)))
