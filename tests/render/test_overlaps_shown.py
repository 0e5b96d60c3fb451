"""A document of the same subject is named; its words are not laid beside the draft's, which are others."""

from __future__ import annotations

from dataclasses import replace

from markup import parsed
from reports import EDITED, report

from drafter.render.html import html_page
from drafter.render.text import text_view

OVERLAP = replace(
    EDITED,
    rule="overlap.regulation",
    severity="info",
    message="Chương trình số 15-CTr/TU đã có nội dung của mục 2.",
    suggestion="Thực hiện theo mục 2 Chương trình số 15-CTr/TU.",
)


def test_the_terminal_shows_the_draft_and_names_the_document() -> None:
    shown = text_view(report(OVERLAP))

    assert "  1. Trùng với quy định · gợi ý\n" in shown, "how like the words are says nothing here"
    assert "Văn bản đã có: Chương trình số 15-CTr/TU, Tỉnh ủy, 09/01/2026, mục 2" in shown
    assert "Nên làm: Thực hiện theo mục 2 Chương trình số 15-CTr/TU." in shown
    assert EDITED.text[:40] in shown
    assert "«" not in shown
    assert EDITED.source and EDITED.source.text[-40:] not in " ".join(shown.split())


def test_the_page_shows_the_draft_and_names_the_document() -> None:
    page = parsed(html_page(report(OVERLAP, EDITED)))
    article = next(one for one in page.all("article") if "overlap.regulation" in one.words())

    assert not article.all("ins") and not article.all("del")
    assert len(article.all("blockquote")) == 1
    assert "Văn bản đã có: Chương trình số 15-CTr/TU, Tỉnh ủy, 09/01/2026, mục 2" in article.words()
    assert "Nên làm: Thực hiện theo mục 2 Chương trình số 15-CTr/TU." in article.words()
    row = page.one("table").one("tbody").one("tr")
    assert len(row.all("a")) == 1, "of the sources of passages alone it is said how much comes from each"
