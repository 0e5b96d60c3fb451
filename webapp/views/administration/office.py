"""What is said of the office: its units, the organ whose documents are drafted, the checks that it wants."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from drafter.templates.values import SEVERAL
from webapp import settings
from webapp.access import open_to
from webapp.settings import ORGAN, WrongSetting
from webapp.store import act, note, store
from webapp.switches import switches, turned_off
from webapp.views.administration.blueprint import pages

Page = str | tuple[str, int] | Response


@pages.get("/quan-tri/don-vi")
@open_to("admin")
def units() -> str:
    return _units("")


@pages.post("/quan-tri/don-vi")
@open_to("admin")
def set_units() -> Response:
    with store().writing() as connection:
        settings.set_units(connection, request.form.get("units", "").splitlines(), act())
        note(connection, "units set", detail="; ".join(settings.units(connection)))
    flash("Đã lưu danh sách đơn vị.")
    return redirect(url_for("administration.units"))


@pages.post("/quan-tri/don-vi/doi-ten")
@open_to("admin")
def rename_unit() -> Page:
    old, new = request.form.get("old", ""), request.form.get("new", "")
    try:
        with store().writing() as connection:
            settings.rename_unit(connection, old, new, act())
            note(connection, "unit renamed", old, new)
    except WrongSetting as error:
        return _units(str(error), new), 422
    flash("Đã đổi tên đơn vị, cả ở tài khoản và dự thảo của đơn vị.")
    return redirect(url_for("administration.units"))


@pages.get("/quan-tri/co-quan")
@open_to("admin")
def organ() -> str:
    with store().reading() as connection:
        known = settings.organ(connection)
    shown = {name: "\n".join(said) if isinstance(said, list) else said for name, said in known.items()}
    return render_template("administration/organ.html", fields=ORGAN, several=SEVERAL, known=shown)


@pages.post("/quan-tri/co-quan")
@open_to("admin")
def set_organ() -> Response:
    with store().writing() as connection:
        settings.set_organ(connection, request.form, act())
        note(connection, "organ set", str(settings.organ(connection).get("organ", "")))
    flash("Đã lưu thông tin cơ quan.")
    return redirect(url_for("administration.organ"))


@pages.get("/quan-tri/kiem-tra")
@open_to("admin")
def checks() -> str:
    with store().reading() as connection:
        off = settings.switched_off(connection)
    return render_template("administration/checks.html", switches=switches(off))


@pages.post("/quan-tri/kiem-tra")
@open_to("admin")
def set_checks() -> Response:
    off = turned_off(request.form.getlist("on"))
    with store().writing() as connection:
        settings.set_switched_off(connection, off, act())
        note(connection, "checks set", detail="tắt: " + (", ".join(sorted(off)) or "không mục nào"))
    flash("Đã lưu; áp dụng cho các lần kiểm tra từ bây giờ.")
    return redirect(url_for("administration.checks"))


def _units(sentence: str, new: str = "") -> str:
    with store().reading() as connection:
        known = settings.units(connection)
    return render_template("administration/units.html", units=known, sentence=sentence, new=new)
