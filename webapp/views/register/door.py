"""The blueprint that the modules of this package put their routes on, and what these share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flask import Blueprint, render_template, request
from sqlalchemy import Connection
from werkzeug.wrappers import Response
from wtforms import Form

from drafter.errors import DrafterError
from webapp import once
from webapp.asking import office_units
from webapp.faults import told
from webapp.store import store

pages = Blueprint("register", __name__)
READERS = ("office", "clerk", "leader", "admin")
CLERK = "clerk"
Answer = tuple[str, int] | Response


def answered(form: Form, doing: Callable[[Connection], tuple[str, str]], show: Callable[[Form], str]) -> Answer:
    """The page with the form, or where it leads once it is sent and right: `doing` does it and names page and sentence.

    What the register refuses is told above the form, with all that was typed.
    """
    if request.method == "POST" and form.validate():
        try:
            return once.do_once(doing)
        except DrafterError as error:
            form.form_errors = [told(error)]
    status = 422 if form.errors else 200
    if "once" in form and not form["once"].data:
        form["once"].data = once.new_token()
    return show(form), status


def asked(form: Form, title: str, button: str, back: str, **more: object) -> str:
    """The page of a form: its fields below its title, and the way back."""
    with store().reading() as connection:
        units = [unit for unit in office_units(connection, date.today().year) if unit]
    return render_template("register/asked.html", form=form, title=title, button=button, back=back, units=units, **more)
