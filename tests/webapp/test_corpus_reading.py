"""Searching the kho văn bản and reading a document of it, page by page."""

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from clients import PEOPLE, Client
from flask import Flask
from library import SUPERIORS, fill, memo
from offices import opened

from drafter.corpus import Corpus
from drafter.corpus.relating import statement_about
from drafter.document import Document, Page, Paragraph, Span
from drafter.readers import read_bytes

ClientOf = Callable[[str], Client]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[Flask]:
    """An office of its own, whose corpus these tests change."""
    home = tmp_path_factory.mktemp("reading")
    fill(home, samples, (*SUPERIORS, "KH-386-UBND.docx", "ND-301-2026-ND-CP.docx", "CTr-19-TU.docx"))
    with opened(home, *PEOPLE, filled=False) as made:
        yield made


@pytest.fixture(scope="module")
def ids(app: Flask) -> dict[str, int]:
    """The ids of the superior documents by their numbers; the plan replaces a programme and implements a decision."""
    corpus: Corpus = app.extensions["drafter"].corpus
    found = {entry.number: entry.id for entry in corpus.documents()}
    said = {"implements": "2604/QĐ-TTg", "replaces": "12/KH-UBND"}
    corpus.relate([statement_about(found["386/KH-UBND"], None, "", "", said)])
    corpus.relate([statement_about(found["918-KL/TW"], "expired", "01/9/2026", "", {})])
    return found


def found(page: str) -> list[str]:
    """The names of the documents on a page of results."""
    return re.findall(r'<h2><a href="/kho/\d+">(.*?)</a>', page)


@pytest.mark.parametrize("login", sorted(PEOPLE))
def test_everybody_reads(client_of: ClientOf, ids: dict[str, int], login: str) -> None:
    client = client_of(login)

    assert client.get("/kho").status_code == 200
    assert client.get(f"/kho/{ids['386/KH-UBND']}").status_code == 200


def test_only_the_office_and_the_administrator_see_how_to_change_it(client_of: ClientOf, ids: dict[str, int]) -> None:
    page = f"/kho/{ids['386/KH-UBND']}"

    for login in PEOPLE:
        keeps = login in ("office", "admin")
        assert ("Thêm văn bản" in client_of(login).get("/kho").text) == keeps
        assert ("Gỡ khỏi kho" in client_of(login).get(page).text) == keeps


def test_whoever_is_not_logged_in_sees_nothing(anonymous: Client, ids: dict[str, int]) -> None:
    for path in ("/kho", f"/kho/{ids['386/KH-UBND']}", "/kho/them"):
        assert anonymous.get(path).location.startswith("/dang-nhap")


def test_words_and_numbers_find_documents_the_best_first(client_of: ClientOf, ids: dict[str, int]) -> None:
    client = client_of("drafter")

    assert found(client.get("/kho", query_string={"tu": "386/kh-ubnd"}).text)[0] == "Kế hoạch số 386/KH-UBND"
    page = client.get("/kho", query_string={"tu": "chòi canh lửa"}).text
    assert found(page) == ["Chương trình số 19-CTr/TU"]
    assert "chòi canh lửa" in re.sub(r"<[^>]*>", "", page[page.index("excerpt") :])
    assert "Không có văn bản nào như vậy" in client.get("/kho", query_string={"tu": "tàu vũ trụ"}).text


def test_kind_level_and_year_narrow_the_list(client_of: ClientOf, ids: dict[str, int]) -> None:
    client = client_of("drafter")

    assert found(client.get("/kho", query_string={"loai": "KH"}).text) == ["Kế hoạch số 386/KH-UBND"]
    central = client.get("/kho", query_string={"cap": "party_central"}).text
    assert found(central) == ["Kết luận số 918-KL/TW"]
    assert "đã hết hiệu lực từ 01/09/2026" in central
    assert not found(client.get("/kho", query_string={"nam": "1999"}).text)
    everything = found(client.get("/kho", query_string={"nam": "%", "cap": "x", "trang": "một"}).text)
    assert len(everything) == len(ids)


def test_a_list_beyond_its_end_is_empty_and_a_long_one_has_pages(app: Flask, client_of: ClientOf) -> None:
    corpus: Corpus = app.extensions["drafter"].corpus
    for number in range(1, 53):
        corpus.add(read_bytes(f"tb-{number}.txt", memo(number, f"Tiếp công dân lần {number}")))
    client = client_of("drafter")
    try:
        first = client.get("/kho", query_string={"loai": "TB"}).text
        second = client.get("/kho", query_string={"loai": "TB", "trang": 2}).text
        assert (len(found(first)), len(found(second))) == (50, 2)
        assert "Trang 1 trong 2" in first and "loai=TB" in first and "trang=2" in first
        assert not set(found(first)) & set(found(second))
        assert client.get("/kho", query_string={"trang": 99}).status_code == 200
        odd = client.get("/kho?loai=TB&page=5&last=x&endpoint=y&said=z&_scheme=s&_anchor=%26")
        assert odd.status_code == 200 and "Trang 1 trong 2" in odd.text
    finally:
        for entry in corpus.documents():
            if entry.kind == "TB":
                corpus.remove(entry.id)


def test_a_document_has_its_contents_and_all_its_text(app: Flask, client_of: ClientOf, ids: dict[str, int]) -> None:
    page = client_of("drafter").get(f"/kho/{ids['301/2026/NĐ-CP']}").text

    contents = re.findall(r'<li class="depth-(\d)"><a href="#d\d+">(.*?)</a>', page)
    assert ("0", "Chương I QUY ĐỊNH CHUNG") in contents
    assert ("1", "Điều 1. Phạm vi điều chỉnh") in contents
    article = page[page.index("<article") : page.index("</article>")]
    shown = "".join(re.sub(r"<[^>]*>", "", article).split())
    text = app.extensions["drafter"].corpus.text(ids["301/2026/NĐ-CP"])
    assert html.unescape(shown) == "".join(text.split())


def test_a_document_tells_what_it_has_to_do_with_others(client_of: ClientOf, ids: dict[str, int]) -> None:
    client = client_of("drafter")
    plan = client.get(f"/kho/{ids['386/KH-UBND']}").text
    decision = client.get(f"/kho/{ids['2604/QĐ-TTg']}").text

    assert (
        f'<dt>Thực hiện</dt><dd><ul class="list-unstyled m-0"><li><a href="/kho/{ids["2604/QĐ-TTg"]}">2604/QĐ-TTg</a>'
        in plain(plan)
    )
    assert "12/KH-UBND (chưa có trong kho)" in plan
    assert (
        f'<dt>Được thực hiện bởi</dt><dd><ul class="list-unstyled m-0"><li><a href="/kho/{ids["386/KH-UBND"]}">'
        in plain(decision)
    )
    referring = client.get(f"/kho/{ids['918-KL/TW']}").text
    assert "văn bản trong kho nhắc đến văn bản này" in referring
    assert "386/KH-UBND" in referring[referring.index("nhắc đến văn bản này") :]


def plain(page: str) -> str:
    return page.replace("\n", "")


def test_a_passage_is_marked(app: Flask, client_of: ClientOf, ids: dict[str, int]) -> None:
    id = ids["386/KH-UBND"]
    text = app.extensions["drafter"].corpus.text(id)
    start = text.index("Phường Đồi Thông, xã Bản Mây")
    page = client_of("drafter").get(f"/kho/{id}", query_string={"tu": start, "den": start + 28}).text

    assert '<mark id="doan">Phường Đồi Thông, xã Bản Mây</mark>' in page
    assert "<mark" not in client_of("drafter").get(f"/kho/{id}", query_string={"tu": 50, "den": 20}).text


def test_what_is_written_in_a_document_is_shown_never_run(app: Flask, client_of: ClientOf) -> None:
    corpus: Corpus = app.extensions["drafter"].corpus
    id = corpus.add(read_bytes("<b>.txt", memo(subject="<script>alert(1)</script> & co"))).id
    try:
        page = client_of("drafter").get(f"/kho/{id}").text
        assert "<script>alert" not in page and "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in page
    finally:
        corpus.remove(id)


def test_a_long_text_comes_in_parts_which_hold_all_of_it(app: Flask, client_of: ClientOf) -> None:
    corpus: Corpus = app.extensions["drafter"].corpus
    lines = [f"Điều {n}. Việc thứ {n}\nNội dung của việc thứ {n} là {n * n}{', làm kỹ' * 28}." for n in range(1, 1000)]
    id = corpus.add(read_bytes("dai.txt", "\n".join(lines).encode())).id
    client = client_of("drafter")
    try:
        pages = [client.get(f"/kho/{id}", query_string={"phan": number}).text for number in (1, 2, 3)]
        assert "Phần 1 trong 3 của văn bản" in pages[0]
        shown = [line for page in pages for line in re.findall(r'<p id="d(\d+)"', page)]
        assert len(shown) == len(set(shown)) == 2 * len(lines)
        last = corpus.text(id).index("việc thứ 999 là")
        found = client.get(f"/kho/{id}", query_string={"tu": last, "den": last + 8}).text
        assert "Phần 3 trong 3" in found and '<mark id="doan">việc thứ</mark>' in found
        assert f"/kho/{id}?phan=3#d" in pages[0]
    finally:
        corpus.remove(id)


@pytest.mark.parametrize("path", ["/kho/999999", "/kho/99999999999999", "/kho/1/trang/1", "/kho/1/trang/99999999999"])
def test_what_is_not_there_is_not_found(client_of: ClientOf, ids: dict[str, int], path: str) -> None:
    assert client_of("drafter").get(path).status_code == 404


def test_pages_that_could_not_be_read_are_named_and_can_be_looked_at(app: Flask, client_of: ClientOf) -> None:
    corpus: Corpus = app.extensions["drafter"].corpus
    text = memo().decode()
    pages = (
        Page(Span(0, len(text)), 1, 210.0, 297.0, 0.93, b"\xff\xd8first"),
        Page(Span(len(text), len(text)), 2, 210.0, 297.0, 0.0, b"\xff\xd8second"),
    )
    id = corpus.add(Document("quet.pdf", "0" * 64, "scan", text, (Paragraph(Span(0, len(text))),), pages=pages)).id
    client = client_of("drafter")
    try:
        page = client.get(f"/kho/{id}").text
        assert "Chưa đọc được chữ nào ở trang 2" in page
        assert "bản quét, chữ do máy nhận dạng, tin cậy 93%, 2 trang" in page
        picture = client.get(f"/kho/{id}/trang/2")
        assert (picture.mimetype, picture.data) == ("image/jpeg", b"\xff\xd8second")
        assert client.get(f"/kho/{id}/trang/3").status_code == 404
    finally:
        corpus.remove(id)
