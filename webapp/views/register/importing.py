"""Registers from files: sent, looked at row by row, then stored or not."""

from __future__ import annotations

from datetime import date

from flask import current_app, flash, redirect, render_template, request, url_for
from sqlalchemy import Connection

from drafter.errors import DrafterError
from drafter.nlp.written import figure
from drafter.register import batches
from drafter.register.decisions import rules_of
from drafter.register.refusals import RegisterMoved
from drafter.render.comparison import VERDICTS, told_state
from drafter.render.register import COLUMNS, column_words
from webapp import once, previews
from webapp.access import me, open_to
from webapp.app import limiter
from webapp.asking import office_units
from webapp.faults import told
from webapp.importing import UploadForm, new_units, state_words, to_look_at
from webapp.leafing import LENGTH, Leaf
from webapp.store import act, note, store, stores
from webapp.uploading import upload_of
from webapp.views.register.door import CLERK, Answer, pages

_EVERY = "tat-ca"


@pages.get("/so-van-ban/nhap")
@open_to(CLERK)
def choose() -> str:
    return _choose(UploadForm(data={"year": date.today().year}))


@pages.post("/so-van-ban/nhap")
@open_to(CLERK)
@limiter.limit("30 per minute")
def upload() -> Answer:
    """Reads the file in a process of its own; what was read is kept for the page that shows it."""
    form = UploadForm(request.form)
    if not form.validate():
        return _choose(form), 422
    try:
        given = upload_of(request.files.get("file"))
        checkers = current_app.extensions["checkers"]
        read = checkers.call(given.name, previews.read_file, given.name, given.data, form.year.data, form.unit.data)
        key = previews.keep(stores().home, me(), read)
    except DrafterError as error:
        form.form_errors = [told(error)]
        return _choose(form), 422
    return redirect(url_for(".preview", key=key), 303)


@pages.get("/so-van-ban/nhap/<key>")
@open_to(CLERK)
def preview(key: str) -> Answer:
    """What each column was taken for, which rows are doubtful or refused; nothing is stored yet."""
    try:
        return _preview(key), 200
    except previews.PreviewGone as error:
        flash(str(error))
        return redirect(url_for(".choose"))


@pages.post("/so-van-ban/nhap/<key>")
@open_to(CLERK)
def take_in(key: str) -> Answer:
    """Stores what was looked at, all or nothing, if the register is still what it was compared with."""

    def doing(connection: Connection) -> tuple[str, str]:
        read = previews.kept(stores().home, me(), key)
        found = batches.compare(connection, read.preview, rules_of(connection))
        if state_words(found) != request.form.get("state"):
            raise RegisterMoved
        batches.put(connection, found, act(), paper=read.paper)
        new, changed = figure(found.count("new")), figure(found.count("changed"))
        note(connection, "register imported", f"{read.preview.name} {read.preview.year}", f"{new} + {changed}")
        return url_for(".entries", year=read.preview.year), f"Đã nhập {new} văn bản mới, sửa {changed} văn bản."

    try:
        answer = once.do_once(doing)
    except previews.PreviewGone as error:
        flash(str(error))
        return redirect(url_for(".choose"))
    except DrafterError as error:
        return _preview(key, told(error)), 422
    previews.forget(stores().home, key)
    return answer


def _choose(form: UploadForm) -> str:
    with store().reading() as connection:
        units = [unit for unit in office_units(connection, date.today().year) if unit]
    return render_template("register/choose.html", form=form, units=units)


def _preview(key: str, sentence: str = "") -> str:
    read = previews.kept(stores().home, me(), key)
    with store().reading() as connection:
        found = batches.compare(connection, read.preview, rules_of(connection))
        units = office_units(connection, read.preview.year, read.preview.year - 1)
    is_short = len(found.rows) <= LENGTH
    every = is_short or request.args.get("xem") == _EVERY
    looked_at = to_look_at(found)
    rows = found.rows if every else looked_at
    leaf = Leaf.of(request.args, len(rows))
    return render_template(
        "register/preview.html",
        key=key,
        found=found,
        counts={verdict: found.count(verdict) for verdict in VERDICTS},
        rows=rows[leaf.start : leaf.start + leaf.length],
        leaf=leaf,
        every=every,
        is_short=is_short,
        to_look_at=len(looked_at),
        new_units=new_units(found, units),
        verdicts=VERDICTS,
        told_state=told_state,
        columns=COLUMNS,
        words=column_words,
        state=state_words(found),
        sentence=sentence,
        once=once.new_token(),
    )
