"""The register as it stands: its list, an entry with its papers, the numbers that are missing, the book in Excel."""

from __future__ import annotations

from datetime import date

from flask import abort, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from drafter.register import Entry, Paper
from drafter.register.batches import history_of
from drafter.register.decisions import rules_of
from drafter.register.entries import find, size, with_id
from drafter.register.numbering import gaps
from drafter.register.papers import paper_of
from drafter.register.refusals import UnknownEntry
from drafter.render.history import differences
from drafter.render.register import ACTIONS, COLUMNS, column_words
from drafter.render.register_sheet import Cover
from webapp import once, settings
from webapp.access import me, open_to
from webapp.books import draft_of, filled_book, with_counted
from webapp.browsing import STATES, browsed
from webapp.leafing import Leaf
from webapp.sending import EXCEL, sent
from webapp.store import checkers, note, store, stores
from webapp.views.register.door import READERS, pages

_MOST_GAPS = 500


@pages.get("/so-van-ban")
@open_to(*READERS)
def entries() -> str:
    with store().reading() as connection:
        form = browsed(connection, request.args, date.today().year)
        wanted, rules = form.filter, rules_of(connection)
        leaf = Leaf.of(request.args, size(connection, wanted, rules))
        counted = with_counted(connection, wanted, rules)
        rows = find(connection, wanted, rules, leaf.length, leaf.start, newest_first=True)
    return render_template("register/entries.html", form=form, rows=rows, leaf=leaf, counted=counted, states=STATES)


@pages.get("/so-van-ban/<int:id>")
@open_to(*READERS)
def entry(id: int) -> str:
    with store().reading() as connection:
        found = entry_or_404(connection, id)
        return render_template(
            "register/entry.html",
            entry=found,
            other=with_id(connection, found.replaced_by) if found.replaced_by else None,
            paper=paper_of(connection, found),
            history=history_of(connection, id),
            draft=draft_of(connection, id, me()),
            states=STATES,
            actions=ACTIONS,
            differences=lambda change: differences(change, COLUMNS, column_words),
        )


@pages.get("/so-van-ban/<int:id>/tep")
@open_to(*READERS)
def file(id: int) -> Response:
    """The file that the document was issued with."""
    paper = _paper(id)
    if not paper.content:
        abort(404)
    return sent(paper.content, paper.name, "application/octet-stream")


@pages.get("/so-van-ban/<int:id>/ket-qua")
@open_to(*READERS)
def report(id: int) -> Response:
    """The report of the check that it was issued with, as JSON."""
    paper = _paper(id)
    if not paper.report:
        abort(404)
    return sent(paper.report.encode(), f"{paper.name or id} - kết quả.json", "application/json")


@pages.get("/so-van-ban/so-trong")
@open_to(*READERS)
def missing() -> str:
    """Numbers under which nothing stands."""
    return missing_page()


@pages.get("/so-van-ban/xuat")
@open_to(*READERS)
def export() -> str:
    """What the cover of the book in Excel says."""
    with store().reading() as connection:
        form, organ = browsed(connection, request.args, date.today().year), settings.organ(connection)
    return render_template("register/export.html", form=form, organ=organ)


@pages.get("/so-van-ban/xuat/so.xlsx")
@open_to(*READERS)
def workbook() -> Response:
    with store().reading() as connection:
        form = browsed(connection, request.args, date.today().year)
    year = form.filter.year or date.today().year
    cover = Cover(year, *(request.args.get(name, "").strip()[:200] for name in ("organ", "superior", "volume")))
    data = checkers().call("sổ văn bản", filled_book, str(stores().home), form.filter, cover)
    with store().writing() as connection:
        note(connection, "register exported", str(year))
    return sent(data, f"Sổ đăng ký văn bản đi {year}.xlsx", EXCEL)


def missing_page(sentence: str = "") -> str:
    """The page of numbers that are missing, of the year that the address asks for."""
    with store().reading() as connection:
        form = browsed(connection, request.args, date.today().year)
        year = form.filter.year or date.today().year
        found = gaps(connection, year)
    return render_template(
        "register/missing.html",
        form=form,
        year=year,
        gaps=found[:_MOST_GAPS],
        count=len(found),
        numbers=sum(gap.last - gap.first + 1 for gap in found),
        sentence=sentence,
        reason=request.form.get("reason", ""),
        once=once.new_token(),
        action=url_for("register.cancel_missing", year=year),
    )


def entry_or_404(connection: Connection, id: int) -> Entry:
    try:
        return with_id(connection, id)
    except UnknownEntry:
        abort(404)


def _paper(id: int) -> Paper:
    with store().reading() as connection:
        paper = paper_of(connection, entry_or_404(connection, id))
    return paper or abort(404)
