"""Duyệt: the queue of what was submitted, and one document with what weighs on the decision."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from drafter.errors import DrafterError
from drafter.render import phrases
from drafter.render.register import outlook_words
from drafter.render.verdict import verdict
from webapp import desk, judging, once, submitted
from webapp.access import me, open_to
from webapp.faults import told
from webapp.leafing import Leaf
from webapp.opened import opened
from webapp.store import act, note, store
from webapp.submitted import Asked
from webapp.workflow import HANDED_IN, MOVES, STATES, WrongStep, allowed

pages = Blueprint("reviewing", __name__)
_ALL, _NO_UNIT = "tat-ca", "-"
_JUDGES = ("office", "leader")
_TOLD = {"return": "Đã trả lại “{}”; người soạn thảo sẽ thấy lời nhận xét.", "approve": "Đã duyệt “{}”."}


@pages.get("/duyet")
@open_to(*_JUDGES, "clerk")
def queue() -> str:
    asked = _asked()
    with store().reading() as connection:
        counts, units = submitted.counts(connection, asked.unit), submitted.units(connection)
        leaf = Leaf.of(request.args, counts[asked.state] if asked.state else sum(counts.values()))
        rows = submitted.page(connection, asked, leaf.length, leaf.start)
    return render_template(
        "reviewing/queue.html",
        asked=asked,
        counts=counts,
        units=units,
        rows=rows,
        leaf=leaf,
    )


@pages.get("/duyet/<int:id>")
@open_to(*_JUDGES, "clerk")
def document(id: int) -> str | Response:
    with store().reading() as connection:
        if desk.seen(connection, id, me()).state not in HANDED_IN:
            return redirect(url_for("drafting.report", id=id))
    return _document(id)


@pages.post("/duyet/<int:id>/buoc")
@open_to(*_JUDGES)
def decide(id: int) -> Response | tuple[str, int]:
    """Returns or approves what was read: no version that came afterwards, nor what another has decided meanwhile."""
    remarks = request.form.get("remarks", "").strip()

    def taken(connection: Connection) -> tuple[str, str]:
        found = desk.seen(connection, id, me())
        move = MOVES[request.form.get("step", "")] if request.form.get("step") in _TOLD else None
        if move is None:
            raise WrongStep("Chưa chọn duyệt hay trả lại; hãy bấm một trong hai nút.")
        if desk.versions(connection, id)[0].id != request.form.get("version", type=int):
            raise WrongStep("Văn bản vừa có bản mới; hãy xem bản mới rồi quyết định.")
        if found.state != request.form.get("state"):
            raise WrongStep(f"Văn bản nay đang ở bước “{STATES[found.state]}”; hãy xem lại rồi quyết định.")
        desk.move(connection, found, move.name, me(), remarks, act())
        note(connection, f"draft {move.name}", str(id), remarks)
        return url_for(".queue"), _TOLD[move.name].format(found.title)

    try:
        return once.do_once(taken)
    except DrafterError as error:
        return _document(id, told(error)), 422


def _asked() -> Asked:
    """What the address asks for; without a word what the account opens the queue for."""
    state, unit = request.args.get("buoc", ""), request.args.get("don-vi", "")
    usual = None if state == _ALL else submitted.waiting_for(me())
    wanted = next((one for one in HANDED_IN if one == state), usual)
    return Asked(wanted, None if not unit else "" if unit == _NO_UNIT else unit)


def _document(id: int, sentence: str = "") -> str:
    with store().reading() as connection:
        found = opened(connection, id, me())
        issued = found.draft.state == "issued"
        ahead = None if issued else judging.ahead(connection, found.draft, found.version, date.today())
    judged = found.judged
    moves = allowed(found.draft.state, me().roles, is_owner=False)
    return render_template(
        "reviewing/document.html",
        found=found,
        matters=judging.matters(judged),
        verdict=verdict(judged.report, judged.stored),
        ahead=ahead,
        ahead_words=outlook_words(ahead) if ahead else "",
        moves=[move.name for move in moves],
        phrases=phrases,
        sentence=sentence,
        remarks=request.form.get("remarks", ""),
        step=request.form.get("step", ""),
        once=once.new_token(),
    )
