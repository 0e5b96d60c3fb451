"""Searching the kho văn bản, and reading a document of it."""

from __future__ import annotations

from flask import Response, abort, render_template, request

from drafter.corpus.listing import Wanted
from drafter.document import Span
from drafter.nlp.offices import Level
from webapp.access import me, open_to
from webapp.holdings import holding, sheet_of
from webapp.leafing import LENGTH, Leaf
from webapp.store import stores
from webapp.views.corpus.blueprint import KEEPERS, entry_or_404, pages

_LONGEST = 10**8
"""Documents of a list before it is known how many there are."""


@pages.get("/kho")
@open_to()
def search() -> str:
    """The documents, or those with words, of a kind, a level, a year."""
    corpus = stores().corpus
    asked = request.args
    wanted = Wanted(
        asked.get("tu", "").strip()[:300],
        asked.get("loai", ""),
        next((level for level in Level if level == asked.get("cap")), None),
        asked.get("nam", "") if asked.get("nam", "").isdecimal() else "",
        bool(asked.get("chua-chac")),
    )
    found = corpus.page(wanted, Leaf.of(asked, _LONGEST).start, LENGTH)
    leaf = Leaf.of(asked, found.total)
    if not found.hits and found.total:  # a page behind the last one
        found = corpus.page(wanted, leaf.start, LENGTH)
    return render_template(
        "corpus/search.html",
        wanted=wanted,
        found=found,
        choices=corpus.choices(),
        standings=corpus.standings(hit.entry.id for hit in found.hits),
        leaf=leaf,
        keeps=me().may(*KEEPERS),
    )


@pages.get("/kho/<int:id>")
@open_to()
def document(id: int) -> str:
    """A document: its text with a passage marked, where one is asked for; what is known of it."""
    corpus, entry = stores().corpus, entry_or_404(id)
    text = corpus.text(id)
    start, end = (request.args.get(name, -1, type=int) for name in ("tu", "den"))
    passage = Span(start, min(end, len(text))) if 0 <= start < min(end, len(text)) else None
    sheet = sheet_of(text, entry.origin == "scan", request.args.get("phan", 1, type=int), passage)
    return render_template(
        "corpus/document.html", held=holding(corpus, entry), sheet=sheet, passage=passage, keeps=me().may(*KEEPERS)
    )


@pages.get("/kho/<int:id>/trang/<int:number>")
@open_to()
def picture(id: int, number: int) -> Response:
    """The picture of a page of a scan."""
    data = stores().corpus.picture(id, number)
    if data is None:
        abort(404)
    return Response(data, mimetype="image/jpeg")
