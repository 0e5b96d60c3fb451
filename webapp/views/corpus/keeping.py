"""Changing the kho văn bản: adding files, saying what a document is, taking it out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from drafter.corpus import Entry, Statement
from drafter.corpus.metadata import checked
from drafter.corpus.phrases import FORCES, LABELS, TIES
from drafter.corpus.relating import statement_about
from drafter.corpus.values import Force, Metadata
from drafter.errors import UnknownDocument, WrongValue
from drafter.nlp.kinds import kind_name
from webapp.access import open_to
from webapp.adding import Adder, Progress
from webapp.app import limiter
from webapp.store import asking, note, stores
from webapp.uploading import file_name, upload_of
from webapp.views.corpus.blueprint import KEEPERS, entry_or_404, pages

_FATES = {
    "added": "Đã thêm",
    "replaced": "Đã thay bằng bản mới",
    "joined": "Cùng nội dung, đã gộp làm một",
    "unchanged": "Đã có trong kho",
    "refused": "Không nhận",
}
_FORGOTTEN = (
    "Lần thêm này không còn theo dõi được, máy chủ đã chạy lại từ đó hoặc đã lâu; "
    "hãy tìm các văn bản trong kho, tệp nào chưa có thì thêm lại."
)


@pages.get("/kho/them")
@open_to(*KEEPERS)
def adding() -> str:
    return render_template("corpus/adding.html", sentence="")


@pages.post("/kho/them")
@open_to(*KEEPERS)
@limiter.limit("30 per minute")
def add() -> Response | tuple[str, int]:
    """Takes files over; they are read and stored meanwhile."""
    files = [upload_of(one) for one in request.files.getlist("files") if file_name(one.filename or "")]
    if not files:
        sentence = "Chưa chọn tệp nào; hãy chọn một hoặc nhiều tệp rồi bấm Thêm vào kho."
        return render_template("corpus/adding.html", sentence=sentence), 422
    name = _adder().begin(files, asking())
    return redirect(url_for("corpus.added", job=name), 303)


@pages.get("/kho/them/<job>")
@open_to(*KEEPERS)
def added(job: str) -> str | tuple[str, int]:
    """How far it is, and what became of each file."""
    progress = _adder().progress(job)
    if progress is None:
        return render_template("message.html", title="Không còn theo dõi được", sentence=_FORGOTTEN), 404
    return render_template("corpus/added.html", job=job, progress=progress, fates=_FATES)


@pages.get("/kho/them/<job>/tien-do")
@open_to(*KEEPERS)
def added_so_far(job: str) -> dict[str, Any]:
    """The same for the script of the page."""
    progress = _adder().progress(job)
    if progress is None:
        abort(404)
    return {"done": progress.done, "files": progress.files, "over": progress.is_over, "words": words_of(progress)}


@pages.get("/kho/<int:id>/sua")
@open_to(*KEEPERS)
def editing(id: int) -> str:
    return _editing(id)


@pages.post("/kho/<int:id>/thong-tin")
@open_to(*KEEPERS)
def tell(id: int) -> Response | tuple[str, int]:
    """Sets what is known of a document: what was changed, and what somebody says is right as it is."""
    entry, form = entry_or_404(id), request.form
    typed = {name: " ".join(form.get(name, "").split()) for name in LABELS}
    kind = "" if typed["kind"] == kind_name(entry.kind) else typed["kind"]
    try:
        known = checked(typed["number"], kind, typed["title"], typed["issuer"], typed["date"])
    except WrongValue as error:
        return _editing(id, typed=typed, sentence=str(error)), 422
    sure = form.getlist("sure")
    known = replace(known, kind=known.kind or entry.kind)
    said = {name: known.of(name) for name in LABELS if known.of(name)}
    told = {name: value for name, value in said.items() if value != getattr(entry, name) or name in sure}
    if told:
        detail = ", ".join(f"{LABELS[name]}: {value}" for name, value in told.items())
        called = entry.number or entry.name
        stores().corpus.set(id, Metadata(**told), lambda connection, _: note(connection, "corpus set", called, detail))
    flash("Đã lưu thông tin của văn bản.")
    return redirect(url_for("corpus.document", id=id), 303)


@pages.post("/kho/<int:id>/quan-he")
@open_to(*KEEPERS)
def relate(id: int) -> Response | tuple[str, int]:
    """Sets whether a document is in force and what it does with others."""
    entry, form = entry_or_404(id), request.form
    status: Force | None = next((one for one in FORCES if one == form.get("status")), None)
    ties = {tie: form.get(tie, "") for tie in TIES}
    try:
        said = statement_about(id, status, form.get("since", ""), form.get("by", ""), ties)
    except WrongValue as error:
        said_again = {
            **{str(tie): told for tie, told in ties.items()},
            "status": status or "",
            "since": form.get("since", ""),
            "by": form.get("by", ""),
        }
        return _editing(id, related=said_again, sentence=str(error)), 422

    def noted(connection: Connection, left: list[Statement]) -> None:
        if left:  # somebody took it out meanwhile
            raise UnknownDocument(id)
        note(connection, "corpus relate", entry.number or entry.name, FORCES[status] if status else "")

    stores().corpus.relate([said], noted)
    flash("Đã lưu hiệu lực và quan hệ của văn bản.")
    return redirect(url_for("corpus.document", id=id), 303)


@pages.get("/kho/<int:id>/go")
@open_to(*KEEPERS)
def removing(id: int) -> str:
    return render_template("corpus/removing.html", entry=entry_or_404(id))


@pages.post("/kho/<int:id>/go")
@open_to(*KEEPERS)
def remove(id: int) -> Response:
    """Takes a document out; a second time nothing happens."""

    def noted(connection: Connection, entry: Entry) -> None:
        note(connection, "corpus remove", entry.number or entry.name, entry.title)

    try:
        entry = stores().corpus.remove(id, noted)
    except UnknownDocument:
        flash("Văn bản này không còn trong kho.")
    else:
        flash(f"Đã gỡ {entry.number or entry.name} khỏi kho.")
    return redirect(url_for("corpus.search"), 303)


def words_of(progress: Progress) -> str:
    """How far a job is, in a sentence."""
    if progress.is_over:
        return f"Xong {progress.files} tệp."
    page = f", trang {progress.page[0]}/{progress.page[1]}" if progress.page else ""
    return f"Xong {progress.done}/{progress.files} tệp" + (f"; đang đọc {progress.now}{page}." if progress.now else ".")


def _editing(
    id: int, typed: dict[str, str] | None = None, related: dict[str, str] | None = None, sentence: str = ""
) -> str:
    corpus, entry = stores().corpus, entry_or_404(id)
    standing, ties = corpus.said_of(id), corpus.relations([id]).get(id, ())
    stored: dict[str, str] = {tie: "\n".join(one.number for one in ties if one.kind == tie) for tie in TIES}
    if standing:
        stored |= {"status": standing.status, "since": standing.since, "by": standing.by}
    return render_template(
        "corpus/editing.html",
        entry=entry,
        labels=LABELS,
        typed=typed or {name: getattr(entry, name) for name in LABELS} | {"kind": kind_name(entry.kind)},
        related=related or stored,
        forces=FORCES,
        ties=TIES,
        sentence=sentence,
    )


def _adder() -> Adder:
    found: Adder = current_app.extensions["adder"]
    return found
