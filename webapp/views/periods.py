"""Quarters, half years and years: their figures, closing them, what was corrected since, reports to take away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response as Redirect

from drafter.register.counting import counts
from drafter.register.decisions import rules_of
from drafter.register.periods import Account, Closing, Period, account, close, closed
from drafter.register.refusals import PeriodClosed
from drafter.render.chart import svg
from drafter.render.json import json_text
from drafter.render.period_sheet import period_workbook
from drafter.render.period_tables import months_chart, shown, tables
from drafter.render.periods import gap_words, period_fields, period_sentences
from webapp.access import open_to
from webapp.asking import Asking, asked
from webapp.forms import FIRST_YEAR, LAST_YEAR
from webapp.reports import PATHS, CloseForm, ReportForm, mark_of
from webapp.sending import EXCEL, WORD, sent
from webapp.settings import organ
from webapp.store import act, note, stores

pages = Blueprint("periods", __name__)
_CLOSERS = ("office", "leader", "admin")
_KINDS = 8
"""As many kinds have a column of their own on the screen."""
_CHANGED = "Số liệu vừa thay đổi, dưới đây là số mới; hãy xem lại rồi chốt."
_OPEN = "Kỳ còn số chưa rõ; hãy ghi lý do chốt, hoặc xử lý các số ấy trước."
Answer = tuple[str, int] | Redirect


@dataclass(frozen=True, slots=True)
class Row:
    """A period in the list of a year."""

    period: Period
    path: str
    closing: Closing | None
    issued: int
    """As closed, else up to today."""


@pages.get("/chi-tieu/ky")
@open_to()
def overview() -> tuple[str, int]:
    """The periods of a year."""
    with stores().register.reading() as connection:
        form = asked(connection, request.args)
        year = form.scope.year
        rows = list(_rows(connection, year))
    page = render_template("periods/overview.html", form=form, year=year, rows=rows, today=date.today())
    return page, 422 if form.errors else 200


@pages.get("/chi-tieu/ky/<int:year>/<path>")
@open_to()
def report(year: int, path: str) -> tuple[str, int]:
    """What a period's report tells, and the report to take away."""
    period = _period(year, path)
    with stores().register.reading() as connection:
        form = _asked(connection, period)
        found = account(connection, period, form.scope.unit)
    page = render_template(
        "periods/report.html",
        form=form,
        period=period,
        path=path,
        words=ReportForm(),
        is_over=date.today() > period.last,
        **_shown(found),
    )
    return page, 422 if form.errors else 200


@pages.route("/chi-tieu/ky/<int:year>/<path>/chot", methods=["GET", "POST"])
@open_to(*_CLOSERS)
def closing(year: int, path: str) -> Answer:
    """Closes a period after its figures were looked at."""
    period = _period(year, path)
    with stores().register.reading() as connection:
        found = account(connection, period)
    if found.closing or date.today() <= period.last:
        flash("Kỳ này đã chốt rồi." if found.closing else "Kỳ chưa hết nên chưa chốt được.")
        return redirect(url_for("periods.report", year=year, path=path))
    form = CloseForm(request.form or None)
    is_open = bool(found.figures.gaps or found.figures.aside("reserved").cumulative)
    if request.method == "POST" and form.validate():
        if is_open and not form.reason.data:
            form.reason.errors = [_OPEN]
        elif form.seen.data == mark_of(found.figures) and _close(period, form.reason.data):
            flash(f"Đã chốt số liệu {period.title}.")
            return redirect(url_for("periods.report", year=year, path=path))
        else:
            form.form_errors = [_CHANGED]
    form.seen.data = mark_of(found.figures)
    page = render_template(
        "periods/close.html",
        form=form,
        period=period,
        path=path,
        reserved=found.figures.aside("reserved").cumulative,
        gaps=gap_words(found.figures.gaps),
        is_open=is_open,
        **_shown(found),
    )
    return page, 422 if form.errors else 200


@pages.route("/chi-tieu/ky/<int:year>/<path>/bao-cao.<ext>", methods=["GET", "POST"])
@open_to()
def file(year: int, path: str, ext: str) -> Response:
    """The report as a file; a Word file with what was typed for it."""
    period = _period(year, path)
    if ext not in _FILES:
        abort(404)
    with stores().register.reading() as connection:
        found = account(connection, period, _asked(connection, period).scope.unit)
        known = organ(connection)
    mimetype, made = _FILES[ext]
    content = made(found, {**known, **ReportForm(request.form or None).given})
    name = f"bao-cao-{path}-{year}.{ext}"
    return sent(content, name, mimetype)


def _period(year: int, path: str) -> Period:
    if path not in PATHS or not FIRST_YEAR <= year <= LAST_YEAR:
        abort(404)
    return Period(year, PATHS[path])


def _asked(connection: Connection, period: Period) -> Asking:
    """Of which unit: the year is the period's."""
    said = request.args.copy()
    said.setlist("year", [str(period.year)])
    return asked(connection, said)


def _close(period: Period, reason: str) -> bool:
    """False where another was quicker."""
    try:
        with stores().register.writing() as connection:
            close(connection, period, act(reason))
            note(connection, "period closed", f"{period.year}/{period.name}", reason)
    except PeriodClosed:
        return False
    return True


def _rows(connection: Connection, year: int) -> Iterator[Row]:
    made = {one.figures.period.name: one for one in closed(connection, year)}
    today = date.today().isoformat()
    now = counts(connection, year, today, rules_of(connection))
    months = now.by_month_until()
    for path, name in PATHS.items():
        period = Period(year, name)
        found = made.get(name)
        issued = now.until if name == "Y" else sum(months[month - 1] for month in period.months)
        yield Row(period, path, found, found.figures.sums.issued if found else issued)


def _shown(found: Account) -> dict[str, Any]:
    """What the figures are shown as."""
    return {
        "made": found,
        "title": found.figures.period.title,
        "sentences": list(period_sentences(found)),
        "tables": list(tables(found, _KINDS)),
        "chart": svg(months_chart(found.figures), "months"),
        "shown": shown,
    }


def _docx(found: Account, given: Mapping[str, object]) -> bytes:
    from drafter.reporting import period_report

    return period_report(found, given, datetime.now()).data


def _xlsx(found: Account, _: Mapping[str, object]) -> bytes:
    return period_workbook(found)


def _json(found: Account, _: Mapping[str, object]) -> bytes:
    return json_text(period_fields(found)).encode()


_FILES: Mapping[str, tuple[str, Callable[[Account, Mapping[str, object]], bytes]]] = {
    "docx": (WORD, _docx),
    "xlsx": (EXCEL, _xlsx),
    "json": ("application/json", _json),
}
