"""The page that a source was recognised from, beside the passage: once, named in words, and no part of the JSON."""

from dataclasses import replace

from reports import EDITED, VERBATIM, report

from drafter.render.html import html_page
from drafter.render.text import text_view
from drafter.report import Finding

PICTURE = b"\xff\xd8\xff\xe0 a page"
ADDRESS = "data:image/jpeg;base64,/9j/4CBhIHBhZ2U="


def scanned(finding: Finding, page: int = 3, picture: bytes | None = PICTURE) -> Finding:
    assert finding.source is not None
    return replace(finding, source=replace(finding.source, recognised=True, page=page, picture=picture))


def test_a_page_is_embedded_once_and_linked_from_the_others() -> None:
    shown = html_page(report(scanned(VERBATIM), scanned(EDITED)))
    assert shown.count(ADDRESS) == 1
    assert "<summary>Xem trang 3 của bản quét</summary>" in shown
    assert 'alt="Ảnh trang 3 của bản quét Chương trình số 15-CTr/TU"' in shown
    assert '<a href="#quet-1">Ảnh trang 3 của bản quét</a> ở mục 1' in shown
    assert 'loading="lazy"' in shown


def test_other_pages_are_embedded_too() -> None:
    shown = html_page(report(scanned(VERBATIM), scanned(EDITED, page=4)))
    assert shown.count(ADDRESS) == 2
    assert "Xem trang 4 của bản quét" in shown


def test_a_page_is_named_where_there_is_no_picture() -> None:
    shown = html_page(report(scanned(VERBATIM, picture=None)))
    assert "<img" not in shown
    assert "(trang 3)" in shown


def test_not_more_pictures_than_can_be_sent_on() -> None:
    many = [scanned(VERBATIM, page=page) for page in range(1, 60)]
    assert html_page(report(*many)).count(ADDRESS) == 40


def test_the_text_names_the_page() -> None:
    shown = text_view(report(scanned(VERBATIM)))
    assert "mục 1 (trang 3)" in " ".join(shown.split())


def test_what_was_misread_is_told_and_not_marked() -> None:
    passage = VERBATIM.text.replace("thiết bị điện", "thiêt bị điên")
    assert VERBATIM.source is not None
    source = replace(VERBATIM.source, text=passage, recognised=True)
    assert "giống hệt (trừ chỗ máy nhận dạng chữ sai)" in text_view(report(replace(VERBATIM, source=source)))
    assert "«" in text_view(report(replace(VERBATIM, source=replace(source, recognised=False)))).split("Cảnh báo")[-1]


def test_pages_are_no_part_of_the_contract() -> None:
    plain, shown = report(VERBATIM).as_dict(), report(scanned(VERBATIM)).as_dict()
    assert plain == shown
