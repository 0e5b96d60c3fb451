"""What an office decides about its meetings: the limits, last year's figure; and all that was decided."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from drafter.nlp.written import figure
from drafter.register.decisions import all_holding, decisions
from drafter.register.meetings import conveners, enter_baseline, limits_of, set_limits
from drafter.register.refusals import WrongMeeting
from drafter.render.decisions import subject_words, told, value_words
from drafter.render.meetings import limits_rows
from webapp.access import open_to
from webapp.conferences import LastYearForm, LimitsForm
from webapp.store import act, note, stores

pages = Blueprint("conferring", __name__)
_SETTERS = ("office", "clerk", "leader", "admin")
_MOST = 100
"""Decisions shown."""
Answer = tuple[str, int] | Response


@pages.get("/hoi-nghi/muc")
@open_to()
def limits() -> str:
    """The limits that hold, and how they came to hold."""
    with stores().register.reading() as connection:
        rows = limits_rows(limits_of(connection))
        held = all_holding(connection, "meetings/baseline/")
        history = [one for one in decisions(connection) if one.name.startswith("meetings/")]
    return render_template(
        "meetings/limits.html",
        rows=rows,
        held=[(subject_words(name), value_words(name, value)) for name, value in sorted(held.items(), reverse=True)],
        history=told(history)[: -_MOST - 1 : -1],
        count=len(history),
    )


@pages.route("/hoi-nghi/muc/sua", methods=["GET", "POST"])
@open_to(*_SETTERS)
def change() -> Answer:
    """Sets the limits."""
    with stores().register.reading() as connection:
        form = LimitsForm(request.form or None, data=asdict(limits_of(connection)))
    if request.method == "GET" or not form.validate():
        return _asked("meetings/limits_change.html", form)
    try:
        with stores().register.writing() as connection:
            set_limits(connection, form.known, act(form.reason.data))
            note(connection, "meeting limits set", "", form.reason.data)
    except WrongMeeting as error:
        form.form_errors = [str(error)]
        return _asked("meetings/limits_change.html", form)
    flash("Đã lưu các mức hội nghị.")
    return redirect(url_for("conferring.limits"))


@pages.route("/hoi-nghi/nam-truoc", methods=["GET", "POST"])
@open_to(*_SETTERS)
def baseline() -> Answer:
    """Enters how many meetings there were in a year, with the source."""
    form = LastYearForm(request.form or None, data={"year": date.today().year - 1})
    with stores().register.reading() as connection:
        form.unit.offer(conveners(connection))
    if request.method == "GET" or not form.validate():
        return _asked("meetings/baseline.html", form)
    year, unit, count, source = form.year.data, form.unit.unit or "", form.figure.data, form.source.data
    with stores().register.writing() as connection:
        enter_baseline(connection, year, unit, count, source, act(form.reason.data))
        note(connection, "meetings baseline entered", f"{year}/{unit}", f"{count}, {source}")
    flash(f"Đã ghi: năm {year} có {figure(count)} hội nghị.")
    return redirect(url_for("conferring.limits"))


def _asked(template: str, form: Form) -> tuple[str, int]:
    return render_template(template, form=form, meeting=None), 422 if form.errors else 200
