"""Drafts that were merged into another document, replaced by one there is, or dropped thanks to a check."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from drafter.errors import RegisterError
from drafter.register.avoided import add, cancel, find, with_id
from drafter.register.refusals import UnknownAvoided, UnknownEntry
from drafter.render.period_tables import HOWS
from webapp.access import open_to
from webapp.asking import asked
from webapp.leafing import Leaf
from webapp.once import new_token, note_sent, sent_before
from webapp.reports import AvoidedForm, TakeOutForm, draft_words
from webapp.store import act, note, stores

pages = Blueprint("avoiding", __name__)
_KEEPERS = ("office", "clerk")
Answer = tuple[str, int] | Response


@pages.get("/chi-tieu/khong-ban-hanh")
@open_to()
def overview() -> tuple[str, int]:
    """The drafts of a year up to a day, the newest first."""
    everything = "all" in request.args
    with stores().register.reading() as connection:
        form = asked(connection, request.args)
        scope = form.scope
        span = f"{scope.year}-01-01", scope.day.isoformat()
        found = find(connection, *span, scope.unit, with_cancelled=everything)[::-1]
    leaf = Leaf.of(request.args, len(found))
    counted = [one.draft.how for one in found if not one.cancelled]
    page = render_template(
        "periods/avoided.html",
        form=form,
        scope=scope,
        everything=everything,
        found=found[leaf.start : leaf.start + leaf.length],
        leaf=leaf,
        sums=[(words, counted.count(how)) for how, words in HOWS.items()],
        hows=HOWS,
        words=draft_words,
    )
    return page, 422 if form.errors else 200


@pages.route("/chi-tieu/khong-ban-hanh/moi", methods=["GET", "POST"])
@open_to(*_KEEPERS)
def new() -> Answer:
    """Enters a draft."""
    form = AvoidedForm(request.form or None, data={"date": date.today().isoformat(), "once": new_token()})
    if request.method == "GET" or not form.validate():
        return _asked("periods/avoided_new.html", form)
    target = url_for("avoiding.overview", year=form.date.data[:4])
    try:
        with stores().register.writing() as connection:
            if done := sent_before(connection, form.once.data or ""):
                return redirect(done)
            made = add(connection, form.draft, act(form.reason.data), form.into.data)
            note(connection, "draft avoided", str(made.id), made.draft.title)
            note_sent(connection, form.once.data or "", target)
    except UnknownEntry:
        year = form.date.data[:4]
        form.into.errors = [f"Sổ năm {year} không có văn bản “{form.into.data}”; hãy ghi số, ký hiệu như trong sổ."]
        return _asked("periods/avoided_new.html", form)
    except RegisterError as error:
        form.form_errors = [str(error)]
        return _asked("periods/avoided_new.html", form)
    flash("Đã ghi dự thảo.")
    return redirect(target)


@pages.route("/chi-tieu/khong-ban-hanh/<int:id>/bo", methods=["GET", "POST"])
@open_to(*_KEEPERS)
def take_out(id: int) -> Answer:
    """Takes a draft out of the list that was entered by mistake."""
    with stores().register.reading() as connection:
        try:
            found = with_id(connection, id)
        except UnknownAvoided:
            abort(404)
    target = url_for("avoiding.overview", year=found.draft.date[:4])
    if found.cancelled:
        flash("Dự thảo này đã được bỏ khỏi danh sách rồi.")
        return redirect(target)
    form = TakeOutForm(request.form or None)
    if request.method == "GET" or not form.validate():
        return _asked("periods/avoided_out.html", form, draft_words(found.draft))
    with stores().register.writing() as connection:
        cancel(connection, id, act(form.reason.data))
        note(connection, "avoided draft taken out", str(id), form.reason.data)
    flash("Đã bỏ dự thảo khỏi danh sách; việc đã ghi còn trong lịch sử.")
    return redirect(target)


def _asked(template: str, form: Form, draft: str = "") -> tuple[str, int]:
    return render_template(template, form=form, draft=draft), 422 if form.errors else 200
