"""The meetings of an office: how the year stands, the list, one of them; invitations that have none yet."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import asdict
from datetime import date, timedelta

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response
from wtforms import Form

from drafter.register.entries import with_id
from drafter.register.history import changes_of
from drafter.register.meetings import (
    Meeting,
    add,
    cancel,
    conveners,
    correct,
    find,
    meeting_with,
    offer_of,
    offers,
    offers_there_are,
    status,
)
from drafter.register.meetings.values import FORMS, KINDS, MATTERS, SCOPES
from drafter.register.refusals import UnknownEntry, UnknownMeeting, WrongMeeting
from drafter.register.rules import INVITATION
from drafter.render.history import differences
from drafter.render.meetings import ACTIONS, COLUMNS, Remedies, fact_words, length, share_words, warnings
from webapp.access import open_to
from webapp.asking import asked
from webapp.conferences import CancelForm, CorrectionForm, MeetingForm, Search, mark_of, offered
from webapp.forms import year_in
from webapp.leafing import Leaf
from webapp.once import new_token, note_sent, sent_before
from webapp.store import act, note, stores, whole

pages = Blueprint("meetings", __name__)
_KEEPERS = ("office", "clerk")
_BY_PAGES = Remedies(
    "ghi số của năm {year} ở trang “Mức hội nghị”", "mở từng hội nghị ấy trong danh sách rồi ghi thời lượng"
)
_MEANWHILE = "Hội nghị vừa được người khác sửa; hãy mở lại trang Sửa để xem, rồi sửa."
_WORDS = {"kinds": KINDS, "scopes": SCOPES, "forms": FORMS, "matters": MATTERS, "length": length}
Answer = tuple[str, int] | Response


@pages.get("/hoi-nghi")
@open_to()
def overview() -> tuple[str, int]:
    """How the year stands against the limits."""
    with stores().register.reading() as connection:
        form = asked(connection, request.args, conveners(connection))
        scope = form.scope
        found = status(connection, scope.year, scope.day, scope.unit)
        waiting = offers_there_are(connection, scope.year) if scope.unit is None else 0
    page = render_template(
        "meetings/overview.html",
        form=form,
        status=found,
        warnings=warnings(found, _BY_PAGES),
        waiting=waiting,
        share=share_words,
        next_day=(found.as_of + timedelta(1)).isoformat(),
        month_ends=_month_ends(found.year),
        until=found.as_of.isoformat(),
        **_WORDS,
    )
    return page, 422 if form.errors else 200


@pages.get("/hoi-nghi/danh-sach")
@open_to()
def entries() -> tuple[str, int]:
    """The meetings of a year, filtered, a page at a time."""
    form = Search(request.args)
    year = form.year.data or date.today().year
    with stores().register.reading() as connection:
        form.unit.offer(conveners(connection), nameless=True)
        form.validate()
        found = find(connection, form.wanted(year))
    form.year.data = year
    leaf = Leaf.of(request.args, len(found))
    page = render_template(
        "meetings/entries.html",
        form=form,
        year=year,
        meetings=found[leaf.start : leaf.start + leaf.length],
        leaf=leaf,
        **_WORDS,
    )
    return page, 422 if form.errors else 200


@pages.get("/hoi-nghi/giay-moi")
@open_to()
def invitations() -> str:
    """Invitations in the register that have no meeting, a page at a time."""
    year = request.args.get("year", date.today().year, year_in)
    with stores().register.reading() as connection:
        leaf = Leaf.of(request.args, offers_there_are(connection, year))
        found = offers(connection, year, leaf.length, leaf.start)
    return render_template("meetings/invitations.html", year=year, offers=found, leaf=leaf, **_WORDS)


@pages.route("/hoi-nghi/moi", methods=["GET", "POST"])
@open_to(*_KEEPERS)
def new() -> Answer:
    """Enters a meeting; one of an invitation is filled in from it."""
    form = MeetingForm(request.form or None, data=_told() | {"once": new_token()})
    if request.method == "GET" or not form.validate():
        return _asked("meetings/new.html", form)
    token, invitation = form.once.data or "", request.form.get("entry", type=whole)
    try:
        with stores().register.writing() as connection:
            if target := sent_before(connection, token):
                return redirect(target)
            made = add(connection, form.facts, act(), invitation)
            target = url_for("meetings.entry", id=made.id)
            note(connection, "meeting added", str(made.id), made.facts.title)
            note_sent(connection, token, target)
    except (UnknownEntry, WrongMeeting) as error:
        form.form_errors = [str(error)]
        return _asked("meetings/new.html", form)
    flash("Đã ghi hội nghị.")
    return redirect(target)


@pages.get("/hoi-nghi/<int:id>")
@open_to()
def entry(id: int) -> str:
    """All that is known of a meeting, and what was done to it."""
    with stores().register.reading() as connection:
        found = _meeting(connection, id)
        invitation = with_id(connection, found.entry_id) if found.entry_id else None
        history = changes_of(connection, "meeting", id)
    return render_template(
        "meetings/entry.html",
        meeting=found,
        invitation=invitation,
        history=history,
        actions=ACTIONS,
        differences=lambda change: differences(change, COLUMNS, fact_words),
        **_WORDS,
    )


@pages.route("/hoi-nghi/<int:id>/sua", methods=["GET", "POST"])
@open_to(*_KEEPERS)
def change(id: int) -> Answer:
    """Sets right what is said of a meeting, unless somebody else did since the form was opened."""
    found = _entered(id)
    if found.state == "cancelled":
        return _already(id)
    form = CorrectionForm(request.form or None, data=asdict(found.facts) | {"seen": mark_of(found.facts)})
    if request.method == "GET" or not form.validate():
        return _asked("meetings/change.html", form, found)
    with stores().register.writing() as connection:
        now = _meeting(connection, id)
        if now.state == "cancelled":
            return _already(id)
        is_another = form.seen.data != mark_of(now.facts)
        if not is_another:
            correct(connection, id, asdict(form.facts), act(form.reason.data))
            note(connection, "meeting corrected", str(id), form.reason.data)
    if is_another and form.facts != now.facts:
        form.form_errors = [_MEANWHILE]
        return _asked("meetings/change.html", form, now)
    flash("Đã sửa hội nghị." if form.facts != now.facts else "Không có gì khác trước.")
    return redirect(url_for("meetings.entry", id=id))


@pages.route("/hoi-nghi/<int:id>/huy", methods=["GET", "POST"])
@open_to(*_KEEPERS)
def withdraw(id: int) -> Answer:
    """Cancels a meeting, for a reason."""
    found = _entered(id)
    if found.state == "cancelled":
        return _already(id)
    form = CancelForm(request.form or None)
    if request.method == "GET" or not form.validate():
        return _asked("meetings/withdraw.html", form, found)
    with stores().register.writing() as connection:
        if _meeting(connection, id).state == "cancelled":
            return _already(id)
        cancel(connection, id, act(form.reason.data))
        note(connection, "meeting cancelled", str(id), form.reason.data)
    flash("Đã hủy hội nghị; hội nghị không còn được tính.")
    return redirect(url_for("meetings.entry", id=id))


def _asked(template: str, form: Form, meeting: Meeting | None = None) -> tuple[str, int]:
    with stores().register.reading() as connection:
        known = [unit for unit in conveners(connection) if unit]
    page = render_template(template, form=form, meeting=meeting, conveners=known)
    return page, 422 if form.errors else 200


def _entered(id: int) -> Meeting:
    with stores().register.reading() as connection:
        return _meeting(connection, id)


def _already(id: int) -> Response:
    flash("Hội nghị này đã hủy rồi.")
    return redirect(url_for("meetings.entry", id=id))


def _meeting(connection: Connection, id: int) -> Meeting:
    try:
        return meeting_with(connection, id)
    except UnknownMeeting:
        abort(404)


def _told() -> dict[str, str]:
    """What the invitation tells that the address names."""
    id = request.args.get("entry", type=whole)
    if id is None:
        return {}
    with stores().register.reading() as connection:
        try:
            invitation = with_id(connection, id)
        except UnknownEntry:
            abort(404)
    if invitation.record.kind != INVITATION:
        abort(404)
    return offered(offer_of(invitation))


def _month_ends(year: int) -> list[str]:
    """The last days of its months."""
    return [date(year, month, monthrange(year, month)[1]).isoformat() for month in range(1, 13)]
