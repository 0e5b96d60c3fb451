"""What an office decides about its count: the target, last year's figure, what counts; and all that was decided."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from drafter.nlp.written import figure
from drafter.register.decisions import all_holding, decide, decisions, rules_of
from drafter.register.status import Status, status
from drafter.register.targets import drop_baseline, enter_baseline, set_target
from drafter.render.decisions import rules_rows, subject_words, told, value_words
from webapp.access import open_to
from webapp.asking import office_units
from webapp.deciding import BaselineForm, DropForm, PercentForm, RulesForm, form_of, names_of, offered
from webapp.forms import year_in
from webapp.store import act, note, stores

pages = Blueprint("deciding", __name__)
_READERS = ("office", "leader", "admin")
_DECIDERS = ("leader", "admin")
_OURS = ("rules", "target/", "baseline/")
_MOST = 100
"""Decisions shown."""
_MEANWHILE = "Cách tính vừa được người khác đổi, dưới đây là cách tính mới; hãy xem lại rồi lưu."
Answer = tuple[str, int] | Response


@pages.get("/chi-tieu/cach-tinh")
@open_to(*_READERS)
def settings() -> str:
    """What holds, and how it came to hold."""
    with stores().register.reading() as connection:
        rules = rules_of(connection)
        held = {**all_holding(connection, "target/"), **all_holding(connection, "baseline/")}
        history = [one for one in decisions(connection) if one.name.startswith(_OURS)]
    return render_template(
        "targets/settings.html",
        rules=rules_rows(rules),
        counted=names_of(rules.counted),
        left_out=names_of(offered(rules) - rules.counted),
        held=[
            (subject_words(name), value_words(name, value), _entered(name))
            for name, value in sorted(held.items(), reverse=True)
            if value != "null"
        ],
        history=told(history)[: -_MOST - 1 : -1],
        count=len(history),
    )


@pages.route("/chi-tieu/muc-giam", methods=["GET", "POST"])
@open_to(*_DECIDERS)
def percent() -> Answer:
    """Sets by how much there shall be less in a year."""
    form = PercentForm(request.form or None, data={"year": request.args.get("year", date.today().year, year_in)})
    _offer_units(form)
    if request.method == "GET" or not form.validate():
        return _asked("targets/percent.html", form)
    year, unit, share = form.year.data, form.unit.unit or "", form.percent.data
    with stores().register.writing() as connection:
        set_target(connection, year, unit, share, act(form.reason.data))
        note(connection, "target set", f"{year}/{unit}", str(share))
    flash(f"Đã đặt chỉ tiêu năm {year}.")
    return redirect(url_for("deciding.settings"))


@pages.route("/chi-tieu/so-nam-truoc", methods=["GET", "POST"])
@open_to(*_DECIDERS)
def baseline() -> Answer:
    """Enters how many documents there were in a year, with the source."""
    form = BaselineForm(request.form or None, data={"year": request.args.get("year", date.today().year - 1, year_in)})
    _offer_units(form)
    if request.method == "GET" or not form.validate():
        return _asked("targets/baseline.html", form)
    year, unit, count, source = form.year.data, form.unit.unit or "", form.figure.data, form.source.data
    with stores().register.writing() as connection:
        enter_baseline(connection, year, unit, count, source, act(form.reason.data))
        note(connection, "baseline entered", f"{year}/{unit}", f"{count}, {source}")
    flash(f"Đã ghi số của năm {year}: {figure(count)} văn bản.")
    return redirect(url_for("deciding.settings"))


@pages.route("/chi-tieu/so-nam-truoc/bo", methods=["GET", "POST"])
@open_to(*_DECIDERS)
def drop() -> Answer:
    """Takes an entered figure back: the register of that year counts again."""
    asked = {"year": request.args.get("year", date.today().year - 1, year_in), "unit": request.args.get("unit", "")}
    form = DropForm(request.form or None, data=asked)
    _offer_units(form)
    if request.method == "GET" or not form.validate():
        return _asked("targets/drop.html", form)
    year, unit = form.year.data, form.unit.unit or ""
    with stores().register.writing() as connection:
        drop_baseline(connection, year, unit, act(form.reason.data))
        note(connection, "baseline dropped", f"{year}/{unit}")
    flash(f"Số của năm {year} từ nay lại đếm theo sổ.")
    return redirect(url_for("deciding.settings"))


@pages.route("/chi-tieu/cach-tinh/sua", methods=["GET", "POST"])
@open_to(*_DECIDERS)
def rules() -> Answer:
    """Sets what counts, and tells what that makes of this year's figures."""
    with stores().register.reading() as connection:
        old = rules_of(connection)
    form = form_of(old, RulesForm(request.form) if request.method == "POST" else None)
    if request.method == "GET" or not form.validate():
        return _asked("targets/rules.html", form)
    today = date.today()
    with stores().register.writing() as connection:
        old = rules_of(connection)
        before = status(connection, today.year, today)
        if form.is_of(old):
            decide(connection, "rules", form.rules(old).to_json(), act(form.reason.data))
            note(connection, "rules set", "", form.reason.data)
        after = status(connection, today.year, today)
    if not form.is_of(old):
        form = form_of(old)
        form.form_errors = [_MEANWHILE]
        return _asked("targets/rules.html", form)
    flash(_effect(before, after))
    return redirect(url_for("deciding.settings"))


def _asked(template: str, form: Form) -> Answer:
    return render_template(template, form=form), 422 if form.errors else 200


def _offer_units(form: PercentForm | BaselineForm | DropForm) -> None:
    """The units of the year that the form is about, of its neighbours, and of all figures entered."""
    year = form.year.data or date.today().year
    with stores().register.reading() as connection:
        names = {*all_holding(connection, "target/"), *all_holding(connection, "baseline/")}
        known = office_units(connection, year - 1, year, year + 1)
    form.unit.offer(sorted({*known, *(name.split("/", 2)[2] for name in names)}))


def _entered(name: str) -> tuple[int, str] | None:
    """Year and unit of a figure that was entered."""
    subject, year, unit = name.split("/", 2)
    return (int(year), unit) if subject == "baseline" else None


def _effect(before: Status, after: Status) -> str:
    pairs = (
        ("đã ban hành", before.whole.issued, after.whole.issued),
        ("được phép", before.whole.allowed, after.whole.allowed),
    )
    told = [
        f"{words} {figure(old) if old is not None else '–'} → {figure(new) if new is not None else '–'}"
        for words, old, new in pairs
        if old != new
    ]
    changed = f"Năm {after.year}: {'; '.join(told)}." if told else f"Số liệu năm {after.year} không đổi."
    return f"Đã lưu cách tính. {changed}"
