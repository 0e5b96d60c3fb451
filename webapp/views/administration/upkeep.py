"""How long drafts stay, the copy of everything, and the log."""

from __future__ import annotations

from datetime import UTC, date, datetime

from flask import Response as FileResponse
from flask import flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from webapp import copying, journal, retention, settings
from webapp.access import open_to
from webapp.forms import Choice, Day, Line
from webapp.journal import ACTIONS, Wanted
from webapp.leafing import Leaf
from webapp.settings import WrongSetting
from webapp.store import act, note, store, stores
from webapp.views.administration.blueprint import pages

Page = str | tuple[str, int] | Response


class LogForm(Form):
    """Which lines of the log are wanted: all that are not said otherwise."""

    who = Line("Tên đăng nhập")
    action = Choice("Việc", [("", "mọi việc"), *sorted(ACTIONS.items(), key=lambda pair: pair[1])])
    day = Day("Ngày")


@pages.get("/quan-tri/luu-giu", endpoint="retention")
@open_to("admin")
def show_retention() -> str:
    with store().reading() as connection:
        days = settings.retention(connection)
    return _retention("" if days is None else str(days), "")


@pages.post("/quan-tri/luu-giu")
@open_to("admin")
def set_retention() -> Page:
    said = request.form.get("days", "")
    try:
        with store().writing() as connection:
            days = settings.set_retention(connection, said, act())
            note(connection, "retention set", detail="không tự xóa" if days is None else f"{days} ngày")
    except WrongSetting as error:
        return _retention(said, str(error)), 422
    gone = retention.expire(store(), datetime.now(UTC))
    flash("Đã lưu." + (f" Đã xóa {gone} dự thảo quá thời hạn." if gone else ""))
    return redirect(url_for("administration.retention"))


@pages.get("/quan-tri/sao-luu")
@open_to("admin")
def backup() -> str:
    return render_template("administration/backup.html", in_a_file=store().dialect == "sqlite")


@pages.post("/quan-tri/sao-luu")
@open_to("admin")
def download_backup() -> FileResponse:
    """One file with everything, of one instant; it is gone here once it is sent."""
    file = copying.made(stores().home)
    try:
        with store().writing() as connection:
            note(connection, "backup made")
        answer = send_file(
            file.open("rb"),
            mimetype="application/vnd.sqlite3",
            as_attachment=True,
            download_name=f"drafter-{datetime.now():%Y%m%d-%H%M}.sqlite3",
        )
    except BaseException:
        copying.remove(file)
        raise
    answer.content_length = file.stat().st_size
    # What passes the file straight through tells nobody when it is done.
    answer.direct_passthrough = False
    answer.call_on_close(lambda: copying.remove(file))
    return answer


@pages.get("/quan-tri/nhat-ky")
@open_to("admin")
def log() -> str:
    form = LogForm(request.args)
    form.validate()
    day = date.fromisoformat(form.day.data) if form.day.data else None
    wanted = Wanted(form.who.data, form.action.data if not form.action.errors else "", day)
    with store().reading() as connection:
        leaf = Leaf.of(request.args, journal.size(connection, wanted))
        lines = journal.lines(connection, wanted, leaf.nth)
    return render_template("administration/log.html", lines=lines, leaf=leaf, form=form)


def _retention(days: str, sentence: str) -> str:
    longest = settings.LONGEST_RETENTION
    return render_template("administration/retention.html", days=days, sentence=sentence, longest=longest)
