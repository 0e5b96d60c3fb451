"""What a clerk does with entries: adding, keeping numbers, setting right, cancelling, replacing."""

from __future__ import annotations

from datetime import date

from flask import request, url_for
from sqlalchemy import Connection

from drafter.errors import DrafterError
from drafter.register import Entry, Record, issuing
from drafter.register.numbering import Gap
from drafter.register.refusals import WrongEntry
from webapp import once
from webapp.access import open_to
from webapp.faults import told
from webapp.forms import year_in
from webapp.recording import (
    AddForm,
    CancelForm,
    CorrectForm,
    IssueReservedForm,
    ReplaceForm,
    ReserveForm,
    filled,
    known_of,
    mark_of,
)
from webapp.store import act, note, store
from webapp.views.register.door import CLERK, Answer, answered, asked, pages
from webapp.views.register.reading import entry_or_404, missing_page

Led = tuple[str, str]
"""Where to go, and what to say there."""


@pages.route("/so-van-ban/vao-so", methods=["GET", "POST"])
@open_to(CLERK)
def add() -> Answer:
    """Enters a document that was issued with its number."""
    known = {"year": date.today().year, "notation": request.args.get("so", "")}
    form = AddForm(request.form or None, data=known)

    def doing(connection: Connection) -> Led:
        made = issuing.add(connection, form.record(Record(None)), form.year.data, act(form.reason.data))
        return _noted(connection, "entry added", made), f"Đã vào sổ {_named(made)}."

    return answered(form, doing, lambda form: asked(form, "Vào sổ văn bản đã có số", "Vào sổ", _list()))


@pages.route("/so-van-ban/giu-so", methods=["GET", "POST"])
@open_to(CLERK)
def reserve() -> Answer:
    """Keeps the next number for a document that is yet to be issued."""
    form = ReserveForm(request.form or None, data={"year": date.today().year})

    def doing(connection: Connection) -> Led:
        made = issuing.reserve(connection, form.record(Record(None)), form.year.data, act())
        return _noted(connection, "number kept", made), f"Đã giữ số {made.record.notation}."

    return answered(form, doing, lambda form: asked(form, "Giữ số cho văn bản sẽ phát hành", "Giữ số", _list()))


@pages.route("/so-van-ban/<int:id>/phat-hanh", methods=["GET", "POST"])
@open_to(CLERK)
def issue_kept(id: int) -> Answer:
    """Issues the document whose number was kept."""
    found = _entry(id)
    form = IssueReservedForm(request.form or None, data=filled(found.record))

    def doing(connection: Connection) -> Led:
        known = known_of(form.described(found.record))
        made = issuing.issue_reserved(connection, entry_or_404(connection, id), known, act())
        return _noted(connection, "entry issued", made), f"Đã phát hành {_named(made)}."

    title = f"Phát hành văn bản đã giữ số {found.record.notation}"
    return answered(form, doing, lambda form: asked(form, title, "Phát hành", _page(id)))


@pages.route("/so-van-ban/<int:id>/sua", methods=["GET", "POST"])
@open_to(CLERK)
def correct(id: int) -> Answer:
    """Sets an entry right, unless somebody else did since the form was opened."""
    found = _entry(id)
    form = CorrectForm(request.form or None, data=filled(found.record) | {"seen": mark_of(found)})

    def doing(connection: Connection) -> Led:
        now = entry_or_404(connection, id)
        if mark_of(now) != form.seen.data:
            raise WrongEntry("Văn bản vừa được người khác sửa; hãy mở lại trang Sửa để xem, rồi sửa.")
        record = form.record(now.record)
        if record == now.record:
            raise WrongEntry("Chưa có gì thay đổi so với sổ; hãy sửa rồi lưu, hoặc bấm Thôi.")
        made = issuing.correct(connection, now, known_columns(record), act(form.reason.data))
        return _noted(connection, "entry corrected", made, form.reason.data), f"Đã sửa {_named(made)}."

    return answered(form, doing, lambda form: asked(form, f"Sửa {_named(found)}", "Lưu vào sổ", _page(id)))


@pages.route("/so-van-ban/<int:id>/huy", methods=["GET", "POST"])
@open_to(CLERK)
def cancel(id: int) -> Answer:
    found, form = _entry(id), CancelForm(request.form or None)

    def doing(connection: Connection) -> Led:
        made = issuing.cancel_entry(connection, entry_or_404(connection, id), act(form.reason.data))
        return _noted(connection, "entry cancelled", made, form.reason.data), f"Đã hủy số {_named(made)}."

    words = "Số này không được cấp lại, văn bản không còn tính vào chỉ tiêu; lý do được lưu trong lịch sử."
    return answered(form, doing, lambda form: asked(form, f"Hủy số {_named(found)}", "Hủy số", _page(id), words=words))


@pages.route("/so-van-ban/<int:id>/thay-the", methods=["GET", "POST"])
@open_to(CLERK)
def replace(id: int) -> Answer:
    """Notes that another document took its place."""
    found, form = _entry(id), ReplaceForm(request.form or None)

    def doing(connection: Connection) -> Led:
        old = entry_or_404(connection, id)
        new = issuing.sought(connection, form.by.data, old.year)
        made = issuing.replace_by(connection, old, new, act(form.reason.data))
        target = _noted(connection, "entry replaced", made, form.reason.data)
        return target, f"Đã ghi: {_named(made)} được thay bằng {_named(new)}."

    words = (
        "Ghi số, ký hiệu của văn bản thay thế, đã có trong sổ; trong sổ năm khác thì ghi cả năm, như 05/KH-UBND năm "
        "2025. Cả hai văn bản vẫn tính là đã ban hành."
    )
    title = f"Thay thế {_named(found)}"
    return answered(form, doing, lambda form: asked(form, title, "Ghi thay thế", _page(id), words=words))


@pages.post("/so-van-ban/so-trong")
@open_to(CLERK)
def cancel_missing() -> Answer:
    """Says why numbers were left out: they are entered as cancelled."""
    said = request.form
    gap = Gap(said.get("series", ""), said.get("first", 0, int), said.get("last", 0, int))
    year, reason = request.args.get("year", 0, year_in), said.get("reason", "").strip()[:500]

    def doing(connection: Connection) -> Led:
        issuing.cancel_gap(connection, gap, year, act(reason))
        numbers = f"{gap.first:02}" if gap.first == gap.last else f"{gap.first:02} đến {gap.last:02}"
        note(connection, "numbers cancelled", f"{gap.series} {numbers}", reason)
        return url_for(".missing", year=year), f"Đã ghi lý do bỏ trống số {numbers}."

    try:
        return once.do_once(doing)
    except DrafterError as error:
        return missing_page(told(error)), 422


def known_columns(record: Record) -> dict[str, object]:
    """All columns of a record, those of its number with them."""
    return {**known_of(record), "number": record.number, "suffix": record.suffix, "symbol": record.symbol}


def _entry(id: int) -> Entry:
    with store().reading() as connection:
        return entry_or_404(connection, id)


def _named(found: Entry) -> str:
    return found.record.notation or "văn bản kèm theo"


def _noted(connection: Connection, action: str, made: Entry, why: str = "") -> str:
    """Notes it in the log; the address of the entry."""
    note(connection, action, f"{made.year} {_named(made)}", why)
    return _page(made.id)


def _page(id: int) -> str:
    return url_for(".entry", id=id)


def _list() -> str:
    return url_for(".entries")
