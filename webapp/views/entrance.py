"""Logging in and out, and the set-up of an office that has no account yet."""

from __future__ import annotations

import re

from flask import Blueprint, g, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from webapp import accounts
from webapp.access import begin_session, me, open_to, public
from webapp.app import limiter
from webapp.store import note, store

pages = Blueprint("entrance", __name__)
_INSIDE = re.compile(r"/(?![/\\])[^\x00-\x1f\\]*")
"""A path; two strokes would begin the name of a host, and browsers drop what is not to be seen between them."""

_FIRST = {
    "drafter": "drafting.desk",
    "office": "reviewing.queue",
    "clerk": "reviewing.queue",
    "leader": "targets.overview",
    "admin": "administration.overview",
}


@pages.get("/")
@open_to()
def start() -> Response:
    """The first page is where one's work is: of somebody with several roles that of the first."""
    return redirect(url_for(next(page for role, page in _FIRST.items() if me().may(role))))


@pages.get("/dang-nhap")
@public
def login() -> str | Response:
    with store().reading() as connection:
        if not accounts.are_there(connection):
            return redirect(url_for("entrance.set_up"))
    return render_template("login.html", next=_inside(request.args.get("next", "")), sentence="")


@pages.post("/dang-nhap")
@public
# An office behind one address logs in within a minute. What is refused is counted when it is: the first limit holds
# for what is sent at once.
@limiter.limit("40 per minute")
@limiter.limit("10 per minute", deduct_when=lambda answer: answer.status_code == 422)
def log_in() -> tuple[str, int] | Response:
    name, target = request.form.get("login", ""), _inside(request.form.get("next", ""))
    # Comparing passwords takes long by design: nobody who writes waits for it.
    with store().reading() as connection:
        found = accounts.logged_in(connection, name, request.form.get("password", ""))
    g.account = found
    with store().writing() as connection:
        note(connection, "login" if found else "login refused", name[:80])
    if found is None:
        sentence = "Tên đăng nhập hoặc mật khẩu không đúng; hãy kiểm tra rồi thử lại."
        return render_template("login.html", next=target, sentence=sentence, login=name), 422
    begin_session(found)
    return redirect(target or url_for("entrance.start"))


@pages.post("/dang-xuat")
@open_to()
def log_out() -> Response:
    with store().writing() as connection:
        note(connection, "logout")
    session.clear()
    return redirect(url_for("entrance.login"))


@pages.get("/thiet-lap")
@public
def set_up() -> str | Response:
    """The first account, which is an administrator's; there is no such page once there is one."""
    with store().reading() as connection:
        if accounts.are_there(connection):
            return redirect(url_for("entrance.login"))
    return render_template("set_up.html", sentence="", form={})


@pages.post("/thiet-lap")
@public
@limiter.limit("10 per minute")
def set_up_now() -> tuple[str, int] | Response:
    form = request.form
    try:
        with store().writing() as connection:
            if accounts.are_there(connection):
                return redirect(url_for("entrance.login"))
            if form.get("password") != form.get("again"):
                raise accounts.WrongAccount("Hai lần nhập mật khẩu khác nhau; hãy nhập lại.")
            made = accounts.make(
                connection, form.get("login", ""), form.get("name", ""), "", {"admin"}, form.get("password", "")
            )
            g.account = made
            note(connection, "set up", made.login)
    except accounts.WrongAccount as error:
        return render_template("set_up.html", sentence=str(error), form=form), 422
    begin_session(made)
    return redirect(url_for("entrance.start"))


def _inside(target: str) -> str:
    """Where to go after logging in: only a path of this application."""
    return target if _INSIDE.fullmatch(target) else ""
