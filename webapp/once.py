"""Forms that are to be sent once: a double click or the back button does nothing twice."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from flask import flash, redirect, request
from sqlalchemy import Connection, delete, insert, select
from werkzeug.wrappers import Response

from drafter.errors import DrafterError
from drafter.register.history import now
from webapp.store import store
from webapp.tables import form

_KEPT = timedelta(days=2)
"""Longer than a session lasts."""
_LETTERS = 64
_DONE = "Việc này đã làm xong ở lần bấm trước, không làm lại."


class ForeignForm(DrafterError):
    """What was sent is no form of these pages."""

    def __init__(self) -> None:
        super().__init__("Mẫu gửi lên thiếu dấu của trang; hãy tải lại trang rồi làm lại.")


def new_token() -> str:
    """What a page puts into its form under the name `once`."""
    return secrets.token_urlsafe(16)


def with_file(token: str, sha256: str) -> str:
    """The mark of a form that brings a file: the same form with another one, after the back button, is sent anew."""
    return f"{token}-{sha256[:16]}" if token else ""


def sent_before(connection: Connection, token: str) -> str | None:
    """Where the form led when it was sent before, None where it was not. Raises `ForeignForm`."""
    if not token or len(token) > _LETTERS:
        raise ForeignForm
    return connection.execute(select(form.c.target).where(form.c.token == token)).scalar()


def note_sent(connection: Connection, token: str, target: str) -> None:
    """The form has done what it is there for; in the transaction in which it did."""
    oldest = (datetime.now(UTC) - _KEPT).isoformat(timespec="seconds")
    connection.execute(delete(form).where(form.c.at < oldest))
    connection.execute(insert(form).values(token=token, at=now(), target=target))


def do_once(doing: Callable[[Connection], tuple[str, str]]) -> Response:
    """Does what the form that was sent is there for, all of it or nothing, and leads to the page that `doing` names,
    with the sentence that it says; a form that was sent before only leads there.

    Raises what `doing` raises; then the form can be sent again.
    """
    token = request.form.get("once", "")
    with store().writing() as connection:
        target, sentence = sent_before(connection, token), _DONE
        if target is None:
            target, sentence = doing(connection)
            note_sent(connection, token, target)
    flash(sentence)
    return redirect(target, 303)
