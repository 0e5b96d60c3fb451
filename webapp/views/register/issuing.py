"""Giving an approved draft its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flask import request, url_for
from sqlalchemy import Connection

from drafter.register import Filter, Record
from drafter.register.decisions import rules_of
from drafter.register.entries import find, with_id
from drafter.register.outlook import outlook
from drafter.render.register import outlook_words
from webapp import desk, giving
from webapp.access import me, open_to
from webapp.desk import Draft, Version
from webapp.recording import IssueForm, filled, reserved_choices
from webapp.store import act, note, store
from webapp.views.register.door import CLERK, Answer, answered, asked, pages

_MOST_RESERVED = 100


@pages.route("/duyet/<int:id>/phat-hanh", methods=["GET", "POST"])
@open_to(CLERK)
def issue(id: int) -> Answer:
    """Which number it will be and what goes into the register; then gives the number."""
    with store().reading() as connection:
        found = desk.seen(connection, id, me())
        version = desk.versions(connection, id)[0]
        record = _record(connection, found, version)
        form = IssueForm(request.form or None, data=filled(record) | {"version": version.id})
        reserved = Filter(year=_year(form), state="reserved")
        form.reserved.know(reserved_choices(find(connection, reserved, rules_of(connection), _MOST_RESERVED)))

    def doing(connection: Connection) -> tuple[str, str]:
        now = desk.seen(connection, id, me())
        if now.state == "issued" and now.entry_id:
            given = with_id(connection, now.entry_id).record.notation
            return url_for(".entry", id=now.entry_id), f"Văn bản này đã được cấp số {given} trước đó; không cấp thêm."
        made = giving.give_number(connection, now, _order(form), me(), act())
        note(connection, "draft issue", str(id), made.record.notation)
        given, expected = made.record.notation, form.expected.data
        more = f" (số {expected} vừa cấp cho văn bản khác)" if expected and _is_taken(expected, given) else ""
        return url_for(".entry", id=made.id), f"Đã cấp số {given}{more} và phát hành “{now.title}”."

    if "look" in request.form:
        form.validate()
        return _page(form, found), 422 if form.errors else 200
    return answered(form, doing, lambda _: _page(form, found))


def _page(form: IssueForm, found: Draft) -> str:
    record = form.record(Record(None)) if form.symbol.data and not form.symbol.errors else None
    ahead = None
    if record:
        with store().reading() as connection:
            ahead = outlook(connection, record, _year(form), date.today())
        form.expected.data = "" if form.reserved.data else ahead.notation
    return asked(
        form,
        f"Cấp số, phát hành: {found.title}",
        "Cấp số, phát hành",
        url_for("reviewing.document", id=found.id),
        ahead=outlook_words(ahead) if ahead else "",
        notation=ahead.notation if ahead else "",
        is_issue=True,
        state=found.state,
    )


def _record(connection: Connection, found: Draft, version: Version) -> Record:
    """What the file says of itself, and what is known without it."""
    read = desk.record(connection, version.id)
    return replace(
        read,
        kind=read.kind or found.kind,
        title=read.title or found.title,
        unit=found.unit or read.unit,
        date=read.date or date.today().isoformat(),
    )


def _year(form: IssueForm) -> int:
    """The book that the form's date belongs to."""
    return int(form.date.data[:4]) if form.date.data else date.today().year


def _order(form: IssueForm) -> giving.Order:
    return giving.Order(
        version=request.form.get("version", type=int),
        record=form.record(Record(None)),
        reserved=int(form.reserved.data) if form.reserved.data else None,
        replaces=form.replaces.data,
    )


def _is_taken(expected: str, given: str) -> bool:
    """Whether another number was shown for the same symbol."""
    return expected != given and expected.lstrip("0123456789") == given.lstrip("0123456789")
