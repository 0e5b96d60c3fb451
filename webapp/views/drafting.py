"""Soạn thảo: uploading a draft, what the checks found, what to do about it, handing it in."""

from __future__ import annotations

from flask import Blueprint, abort, flash, g, redirect, render_template, request, url_for
from flask_limiter.util import get_remote_address
from sqlalchemy import Connection
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from drafter.errors import DrafterError
from drafter.render import phrases
from drafter.render.marks import sources
from drafter.render.provenance import provenance
from drafter.render.verdict import unjudged, verdict
from drafter.report import Finding
from webapp import desk as drafts
from webapp import ignoring, once
from webapp.access import me, open_to
from webapp.app import TOO_LARGE, limiter
from webapp.cards import TABS, cards, mended_words, page_of, sources_of, tab_of
from webapp.desk import Draft
from webapp.faults import told
from webapp.files import FORMS, made
from webapp.leafing import Leaf
from webapp.opened import Opened, opened
from webapp.sending import sent
from webapp.store import act, checkers, note, store, stores, whole
from webapp.uploading import Upload, upload_of
from webapp.workflow import MOVES, WrongStep, check_changeable

pages = Blueprint("drafting", __name__)
_UPLOADS = "30 per minute"
_IN_LIST = "list"
"""The category of what is said beside the findings, where whoever did something there is looking."""


def _sender() -> str:
    """Whose uploads are counted together: an account's, of one computer. Many offices share an address."""
    account = g.get("account")
    return f"{account.id if account else None}@{get_remote_address()}"


@pages.get("/soan-thao")
@open_to()
def desk() -> str:
    return _desk()


@pages.post("/soan-thao")
@open_to()
@limiter.limit(_UPLOADS, key_func=_sender)
def upload() -> str | tuple[str, int] | Response:
    """A new draft of a file; of one that the account has sent before only if it says so (`lai`)."""
    again = request.form.get("lai", type=whole)
    try:
        given = _stored(again) if again else upload_of(request.files.get("file"))
        token = _token(given)
        with store().reading() as connection:
            if target := once.sent_before(connection, token):
                return redirect(target, 303)
            known = None if again else drafts.same_file(connection, me(), given.sha256)
        if known:
            return _desk(known=known)
        checked = checkers().check(given.name, given.data)
    except DrafterError as error:
        return _desk(told(error)), 422
    with store().writing() as connection:
        if target := once.sent_before(connection, token):
            return redirect(target, 303)
        id = drafts.begin(connection, me(), given.name, given.data, checked, act())
        note(connection, "draft made", str(id), given.name)
        target = url_for(".report", id=id)
        once.note_sent(connection, token, target)
    return redirect(target, 303)


@pages.get("/soan-thao/<int:id>")
@open_to()
def report(id: int) -> str:
    return _report(id)


@pages.post("/soan-thao/<int:id>/ban-moi")
@open_to()
@limiter.limit(_UPLOADS, key_func=_sender)
def new_version(id: int) -> tuple[str, int] | Response:
    """A new version of a draft, or with `lai` its newest one checked again."""
    again = request.form.get("lai", type=whole)
    with store().reading() as connection:
        found = _changeable(connection, id)
        newest = drafts.versions(connection, id)[0]
    try:
        given = _stored(again) if again else upload_of(request.files.get("file"))
        token = _token(given)
        with store().reading() as connection:
            if target := once.sent_before(connection, token):
                return redirect(target, 303)
        if not again and given.sha256 == newest.sha256:
            flash(f"Tệp này giống hệt bản {newest.nth} nên không thêm bản mới.")
            return redirect(url_for(".report", id=id), 303)
        checked = checkers().check(given.name, given.data)
    except DrafterError as error:
        return _report(id, told(error)), 422
    with store().writing() as connection:
        found = _changeable(connection, id)
        if target := once.sent_before(connection, token):
            return redirect(target, 303)
        drafts.revise(connection, found, given.name, given.data, checked, act())
        ignoring.count_again(connection, id)
        note(connection, "version made", str(id), given.name)
        target = url_for(".report", id=id)
        once.note_sent(connection, token, target)
    return redirect(target, 303)


@pages.post("/soan-thao/<int:id>/bo-qua")
@open_to()
def ignore(id: int) -> tuple[str, int] | Response:
    """Passes over a finding (`so`, its number), or with the scope "all" all of its rule in the document."""
    form = request.form
    try:
        reason = ignoring.reason_words(form.get("reason", ""), form.get("words", ""))
    except ignoring.NoReason as error:
        return _report(id, str(error)), 422
    with store().writing() as connection:
        _changeable(connection, id)
        found = opened(connection, id, me(), request.args.get("ban", type=int))
        number = form.get("so", 0, int)
        finding = _finding(found, number)
        key = "" if form.get("scope") == "all" else ignoring.keys_of(found.judged.whole.findings)[number - 1]
        if ignoring.ignore(connection, id, finding.rule, key, reason, act()):
            note(connection, "finding ignored", str(id), f"{phrases.rule_words(finding.rule)}: {reason}")
    with store().reading() as connection:
        following = opened(connection, id, me(), found.version.nth).judged.following(number)
    flash("Đã bỏ qua. Muốn xem lại, mở mục “Đã bỏ qua” ở cuối danh sách.", _IN_LIST)
    anchor = f"muc-{following}" if following else "ket-qua"
    return redirect(url_for(".report", id=id, phan=tab_of(finding), ban=request.args.get("ban"), _anchor=anchor), 303)


@pages.post("/soan-thao/<int:id>/hien-lai")
@open_to()
def show_again(id: int) -> Response:
    """Takes back that something is passed over."""
    with store().writing() as connection:
        _changeable(connection, id)
        if ignoring.show_again(connection, id, request.form.get("bo-qua", 0, whole), act()):
            note(connection, "finding shown again", str(id))
    flash("Đã hiện lại.", _IN_LIST)
    target = url_for(".report", id=id, phan=_tab(), ban=request.args.get("ban"), _anchor="ket-qua")
    return redirect(target, 303)


@pages.get("/soan-thao/<int:id>/tep/<form>")
@open_to()
def download(id: int, form: str) -> Response:
    """A version in one of the forms of `webapp.files`; with `so` only that finding mended."""
    if form not in FORMS:
        abort(404)
    with store().reading() as connection:
        found = opened(connection, id, me(), request.args.get("ban", type=int))
        data = drafts.content(connection, found.version.id)
    number = request.args.get("so", type=int)
    file = made(found, data, form, checkers(), _finding(found, number) if number else None)
    return sent(file.data, file.name, file.type)


@pages.post("/soan-thao/<int:id>/buoc")
@open_to()
def step(id: int) -> Response:
    """Hands a draft in, or takes it back; a step that is done already is not done again."""
    move, remarks = MOVES.get(request.form.get("step", "")), request.form.get("remarks", "").strip()
    if move is None or not move.owner_only:
        abort(400)
    with store().writing() as connection:
        found = drafts.owned(connection, id, me())
        if found.state != move.to:
            drafts.move(connection, found, move.name, me(), remarks, act())
            note(connection, f"draft {move.name}", str(id), remarks)
            flash("Đã trình." if move.name == "submit" else "Đã rút lại; có thể sửa rồi trình lại.")
    return redirect(url_for(".report", id=id), 303)


@pages.post("/soan-thao/<int:id>/xoa")
@open_to()
def remove(id: int) -> Response:
    with store().writing() as connection:
        found = drafts.owned(connection, id, me())
        if not drafts.is_removable(found):
            raise WrongStep("Văn bản đã trình nên không xóa được; hãy rút lại trước rồi xóa.")
        drafts.remove(connection, found)
        note(connection, "draft removed", str(id), found.title)
    flash(f"Đã xóa “{found.title}”.")
    return redirect(url_for(".desk"), 303)


@pages.errorhandler(RequestEntityTooLarge)
def too_large(_: RequestEntityTooLarge) -> tuple[str, int]:
    """What is more than the server takes is told where it was sent from."""
    id = (request.view_args or {}).get("id")
    return (_report(id, TOO_LARGE) if id else _desk(TOO_LARGE)), 422


def _desk(sentence: str = "", known: tuple[Draft, drafts.Version] | None = None) -> str:
    words = request.args.get("tim", "").strip()
    with store().reading() as connection:
        wanted = drafts.own_with(connection, me(), words)
        leaf = Leaf.of(request.args, drafts.size(connection, wanted))
        rows = drafts.with_newest(connection, wanted, leaf.start, leaf.length)
    return render_template(
        "drafting/desk.html",
        rows=rows,
        leaf=leaf,
        words=words,
        sentence=sentence,
        known=known,
        once=once.new_token(),
    )


def _report(id: int, sentence: str = "") -> str:
    with store().reading() as connection:
        found = opened(connection, id, me(), request.args.get("ban", type=int))
    judged = found.judged
    tab = _tab() or judged.first_tab
    texts = stores().corpus.texts(sources_of(judged, tab))
    new = found.progress.new if found.progress else ()
    shown = cards(judged, tab, texts, new, mendable=found.mendable)
    return render_template(
        "drafting/report.html",
        found=found,
        judged=judged,
        tab=tab,
        tabs=TABS,
        by_tab=judged.counts,
        tab_after=judged.tab_after(tab),
        shown=shown,
        draft_page=page_of(judged, found.page, tab),
        sources=sources([card.item for card in shown.cards]),
        verdict=verdict(judged.report, judged.stored),
        notes=(*provenance(judged.report), *filter(None, [unjudged(judged.report)])),
        limits=phrases.limits_words(judged.stored),
        mends=mended_words(judged.report.findings) if found.mendable else "",
        reasons=ignoring.REASONS,
        phrases=phrases,
        sentence=sentence,
        once=once.new_token(),
    )


def _tab() -> str:
    """The tab that is asked for, "" for none that there is."""
    tab = request.args.get("phan", "")
    return tab if tab in TABS else ""


def _changeable(connection: Connection, id: int) -> Draft:
    found = drafts.owned(connection, id, me())
    check_changeable(found.state)
    return found


def _finding(found: Opened, number: int) -> Finding:
    findings = found.judged.whole.findings
    if not 1 <= number <= len(findings):
        abort(404)
    return findings[number - 1]


def _token(given: Upload) -> str:
    return once.with_file(request.form.get("once", ""), given.sha256)


def _stored(version_id: int) -> Upload:
    """The file of a version of one's own, to be checked again."""
    with store().reading() as connection:
        version = drafts.own_version(connection, me(), version_id)
        return Upload(version.name, drafts.content(connection, version.id))
