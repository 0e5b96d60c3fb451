"""New documents from the skeleton of their kind, alone or carrying out a superior document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from drafter.corpus import Entry
from drafter.corpus.listing import Wanted
from drafter.errors import UnknownDocument, WrongValue
from drafter.tasks.concerning import Concern, How
from drafter.templates.forms import Form, forms
from drafter.templates.skeleton import Skeleton
from webapp import composing
from webapp.access import me, open_to
from webapp.composing import Family, Given
from webapp.sending import WORD, sent
from webapp.store import checkers, note, store, stores, whole

pages = Blueprint("composing", __name__)
_FAMILIES: Mapping[str, Family] = {"nha-nuoc": "state", "dang": "party"}
_SUPERIORS = 20
"""Documents that are shown to choose from."""

_MOST_OF_OTHERS = 100
"""Tasks of other offices that are shown."""


@pages.get("/soan-moi")
@open_to()
def kinds() -> str:
    """The kinds to choose from."""
    state = [form for form in forms() if not form.copy]
    copies = [form for form in forms() if form.copy]
    groups = (
        ("Văn bản hành chính (Nghị định 30/2020/NĐ-CP)", "nha-nuoc", state),
        ("Bản sao", "nha-nuoc", copies),
        ("Văn bản của Đảng (Hướng dẫn 05-HD/VPTW)", "dang", forms(party=True)),
    )
    return render_template("composing/kinds.html", groups=groups, slug=composing.slug)


@pages.get("/soan-moi/tu-van-ban")
@open_to()
def superiors() -> str:
    """Choosing the superior document that a plan carries out."""
    words = request.args.get("tu", "").strip()[:300]
    found = stores().corpus.page(Wanted(words), 0, _SUPERIORS)
    return render_template("composing/superiors.html", words=words, found=found)


@pages.get("/soan-moi/tu-van-ban/<int:id>")
@open_to()
def tasks(id: int) -> str:
    """The tasks of a superior document, those of the own office first, to be ticked."""
    entry = _entry_or_404(id)
    with store().reading() as connection:
        office = request.args.get("co-quan", "").strip()[:200] or composing.office_of(connection, me())
    found = _concerns(entry, office)
    family = "dang" if composing.family_of(office) == "party" else "nha-nuoc"
    return render_template(
        "composing/tasks.html", entry=entry, office=office, found=found, family=family, most=_MOST_OF_OTHERS
    )


@pages.get("/soan-moi/<family>/<kind>")
@open_to()
def form(family: str, kind: str) -> str:
    """The form of a kind, with what is known already; of a plan also what a superior document leaves to it."""
    chosen = _form_or_404(family, kind)
    with store().reading() as connection:
        given = composing.known(connection, me(), chosen)
    given |= _from_superior(chosen)
    return _page(family, chosen, given)


@pages.post("/soan-moi/<family>/<kind>")
@open_to()
def compose(family: str, kind: str) -> Response | str | tuple[str, int]:
    """The skeleton as a Word file, or what would be missing in it; what was filled in of the office is kept."""
    chosen = _form_or_404(family, kind)
    given = composing.given_in(chosen, request.form)
    now = datetime.now()
    try:
        made = composing.made(chosen, given, now)
    except WrongValue as error:
        return _page(family, chosen, given, sentence=str(error)), 422
    if request.form.get("do") == "look":
        return _page(family, chosen, given, made=made)
    with store().writing() as connection:
        composing.remember(connection, me(), chosen, given)
        note(connection, "composed", chosen.name, " ".join(given.get("subject", ())))
    name = f"{composing.slug(chosen)}-{now:%Y%m%d-%H%M}.docx"
    return sent(made.data, name, WORD)


def _page(family: str, chosen: Form, given: Given, sentence: str = "", made: Skeleton | None = None) -> str:
    source = _source()
    return render_template(
        "composing/form.html",
        family=family,
        form=chosen,
        kind=composing.slug(chosen),
        parts=composing.parts(chosen, by_body=source is not None and bool(given.get("body"))),
        given=given,
        sentence=sentence,
        made=made,
        source=source,
    )


def _form_or_404(family: str, kind: str) -> Form:
    chosen = composing.form_at(_FAMILIES[family], kind) if family in _FAMILIES else None
    if chosen is None:
        abort(404)
    return chosen


def _entry_or_404(id: int) -> Entry:
    try:
        return stores().corpus.entry(id)
    except UnknownDocument:
        abort(404)


def _source() -> Entry | None:
    """The superior document that the plan carries out, None where there is none."""
    id = request.values.get("nguon", type=whole)
    return stores().corpus.entries([id]).get(id) if id else None


def _concerns(entry: Entry, office: str) -> Mapping[How, Sequence[Concern]]:
    """What a superior document leaves to an office."""
    return composing.concerns_of(checkers(), entry, stores().corpus.text(entry.id), office)


def _from_superior(chosen: Form) -> Given:
    """What the ticked tasks of a superior document fill in."""
    entry = _source()
    if entry is None or chosen.symbol != "KH":
        return {}
    ticked = set(request.args.getlist("chon", type=int))
    with store().reading() as connection:
        office = request.args.get("co-quan", "").strip()[:200] or composing.office_of(connection, me())
    of_interest = [one for several in _concerns(entry, office).values() for one in several if one.span.start in ticked]
    filled = composing.plan_from(entry, of_interest, chosen.party)
    return {"organ": [office], **filled} if office else filled


@pages.get("/soan-moi/<family>")
@open_to()
def family_of_kinds(family: str) -> Response:
    """An address that somebody shortened."""
    if family not in _FAMILIES:
        abort(404)
    return redirect(url_for("composing.kinds"))
