"""Soạn thảo: a file is sent, checked, shown with what was found, given back, handed in."""

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from clients import Client
from flask import Flask
from offices import enter, opened
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import func, select
from uploads import begun, fresh, once, send

from drafter.readers import read_bytes
from webapp.tables import draft, log, version

ClientOf = Callable[[str], Client]
_SECRET = "TỐI MẬT\n\nỦY BAN NHÂN DÂN XÃ BẢN MÂY\n\nKẾ HOẠCH\nBảo vệ công trình\n\n1. Nội dung phải giữ kín.\n"


@pytest.fixture
def copying(samples: Path) -> bytes:
    """A draft that copies passages of the corpus as they stand."""
    return fresh(samples / "drafts" / "2-sao-chep-nguyen-van.docx")


def rows(app: Flask, table: object) -> int:
    with app.extensions["drafter"].database.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def encrypted() -> bytes:
    file = BytesIO()
    canvas = Canvas(file, encrypt="mat-khau")
    canvas.drawString(72, 72, "Ke hoach")
    canvas.save()
    return file.getvalue()


def test_a_draft_is_checked_and_shown_with_its_sources(client_of: ClientOf, copying: bytes) -> None:
    client = client_of("drafter")

    page = client.get(begun(client, copying)).text

    assert "nên thay bằng dẫn chiếu" in page
    assert "Chép nguyên văn" in page
    assert "giống nguồn 100%" in page
    assert 'id="muc-1"' in page
    assert 'id="cho-1" href="#muc-1"' in page
    assert 'class="context"' in page, "the source stands there with what is around it"
    assert "Tải Word đã sửa: thay" in page
    assert 'class="beside"' in page, "the letterhead is two columns"
    assert "<b>ỦY BAN NHÂN DÂN</b>" in page


@pytest.mark.parametrize("tab", ["sao-chep", "chong-cheo", "the-thuc", "noi-dung"])
def test_each_tab_has_its_findings_and_their_marks(client_of: ClientOf, samples: Path, tab: str) -> None:
    client = client_of("drafter")
    path = begun(client, fresh(samples / "drafts" / "5-cong-van-ung-pho-mua-lu.docx"))

    page = client.get(f"{path}?phan={tab}").text

    assert page.count('aria-current="page"') == 3, "the part of the application, the tab, the version"
    assert page.count("<article") == page.count('class="severity') + page.count('class="fact severity')


def test_what_was_not_checked_is_not_told_as_without_fault(client_of: ClientOf) -> None:
    client = client_of("drafter")
    path = begun(client, f"KẾ HOẠCH\nTrồng rừng\n\n1. Nội dung {uuid4()}.\n".encode(), "rung.txt")

    page = client.get(f"{path}?phan=the-thuc").text

    assert "Thể thức: chưa kiểm tra" in page
    assert '–<span class="visually-hidden"> (chưa kiểm tra)' in page
    assert "Sao chép: không có chỗ nào cần xem" in client.get(f"{path}?phan=sao-chep").text


def test_an_empty_corpus_is_told_with_what_to_do(tmp_path: Path, copying: bytes) -> None:
    with opened(tmp_path, "drafter", "office", filled=False) as app:
        client, office = enter(app, "drafter"), enter(app, "office")
        path = begun(client, copying)
        page = client.get(f"{path}?phan=sao-chep").text

        assert "Sao chép: chưa kiểm tra" in page
        assert "Hãy nhờ văn phòng thêm văn bản cấp trên vào kho" in page
        assert "share-bar" not in page
        own = begun(office, copying)
        assert '<a href="/kho/them">Thêm văn bản cấp trên vào kho</a>' in office.get(f"{own}?phan=sao-chep").text


def test_the_end_of_a_part_leads_to_the_next_that_has_anything(client_of: ClientOf, copying: bytes) -> None:
    client = client_of("drafter")
    path = begun(client, copying)

    def following(tab: str) -> str:
        found = re.search(r'phan=([a-z-]+)#ket-qua">Xem tiếp: ', client.get(f"{path}?phan={tab}").text)
        return found[1] if found else ""

    assert following("sao-chep") == "noi-dung", "overlap and layout have nothing"
    assert following("chong-cheo") == "noi-dung"
    assert following("noi-dung") == "sao-chep", "from the last on to the first"


def test_a_source_is_opened_at_the_passage(client_of: ClientOf, copying: bytes) -> None:
    client = client_of("drafter")
    page = client.get(begun(client, copying)).text

    address = re.search(r'<strong>Nguồn:</strong> <a href="([^"]+)"', page)

    assert address
    assert 'id="doan"' in client.get(address[1].replace("&amp;", "&")).text


def test_tables_of_a_draft_are_tables(client_of: ClientOf, samples: Path) -> None:
    client = client_of("drafter")

    page = client.get(begun(client, fresh(samples / "drafts" / "7-quyet-dinh-tiem-chung.docx"))).text

    assert 'class="drawn"' in page
    assert "Bảng 1 của dự thảo" in page


def test_what_html_cannot_hold_and_what_looks_like_html_is_shown_harmless(client_of: ClientOf) -> None:
    client = client_of("drafter")
    text = "KẾ HOẠCH\n<script>alert(1)</script> & {{ 7 * 7 }} \x0b\x7f\x85\ufdd0\uffff\U0001ffff của đơn vị.\n"

    page = client.get(begun(client, text.encode("utf-8"), "<b>x.txt")).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7 * 7 }}" in page
    assert "<b>x.txt" not in page


WRONG = [
    ("trong.docx", b"", "tệp trống"),
    ("la.exe", b"MZ\x90\x00\x03" + bytes(200), "không phải loại tệp đọc được"),
    ("hong.docx", b"PK\x03\x04" + bytes(60), "tệp"),
    ("kin.pdf", encrypted(), "mật khẩu"),
    ("mat.txt", _SECRET.encode("utf-8"), "TỐI MẬT"),
]


@pytest.mark.parametrize(("name", "data", "said"), WRONG, ids=[name for name, *_ in WRONG])
def test_a_file_that_cannot_be_checked_is_told_on_the_desk_and_not_stored(
    app: Flask, client_of: ClientOf, name: str, data: bytes, said: str
) -> None:
    client, before = client_of("drafter"), (rows(app, draft), rows(app, version))

    answer = send(client, name, data)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert said in answer.text
    assert 'type="file"' in answer.text
    assert (rows(app, draft), rows(app, version)) == before


def test_a_form_without_a_file_is_told_so(client_of: ClientOf) -> None:
    client = client_of("drafter")

    answer = client.post("/soan-thao", data={"once": once(client, "/soan-thao")})

    assert answer.status_code == 422
    assert "Chưa chọn tệp" in answer.text


def test_more_than_the_server_takes_is_told_on_the_page_it_was_sent_from(client_of: ClientOf, copying: bytes) -> None:
    client = client_of("drafter")
    path, large = begun(client, copying), bytes(51 * 1024 * 1024)

    for page in ("/soan-thao", path):
        answer = send(client, "to.docx", large, page)
        assert answer.status_code == 422
        assert "Tệp lớn quá 50 MB" in answer.text


def test_a_form_that_is_sent_again_with_another_file_is_no_second_click(
    app: Flask, client_of: ClientOf, samples: Path
) -> None:
    client, before = client_of("drafter"), rows(app, draft)
    token = once(client, "/soan-thao")

    # The back button may show the page as it was, and somebody chooses another file there.
    answers = [
        send(client, "a.docx", fresh(samples / "drafts" / "1-khong-sao-chep.docx"), token=token) for _ in range(2)
    ]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert len({answer.location for answer in answers}) == 2
    assert rows(app, draft) == before + 2


def test_a_form_that_is_sent_twice_makes_one_draft(app: Flask, client_of: ClientOf, copying: bytes) -> None:
    client, before = client_of("drafter"), rows(app, draft)
    token = once(client, "/soan-thao")

    first = send(client, "a.docx", copying, token=token)
    second = send(client, "a.docx", copying, token=token)

    assert first.status_code == second.status_code == 303
    assert first.location == second.location
    assert rows(app, draft) == before + 1


def test_two_clicks_at_the_same_time_make_one_draft(app: Flask, client_of: ClientOf, copying: bytes) -> None:
    clients, before = [client_of("drafter"), client_of("drafter")], rows(app, draft)
    token = once(clients[0], "/soan-thao")

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda client: send(client, "a.docx", copying, token=token), clients))

    assert {answer.location for answer in answers} == {answers[0].location}
    assert rows(app, draft) == before + 1


def test_the_same_file_again_names_the_draft_and_lets_the_user_go_on(
    app: Flask, client_of: ClientOf, copying: bytes
) -> None:
    client = client_of("drafter")
    path = begun(client, copying)
    before = rows(app, draft)

    known = send(client, "ten-khac.docx", copying)
    assert known.status_code == 200
    assert "Tệp này đã tải lên rồi" in known.text
    assert f'href="{path}"' in known.text
    assert rows(app, draft) == before

    id = known.text.partition('name="lai" value="')[2].partition('"')[0]
    again = client.post("/soan-thao", data={"once": once(client, "/soan-thao"), "lai": id})
    assert again.status_code == 303
    assert again.location != path
    assert rows(app, draft) == before + 1
    assert send(client_of("stranger"), "a.docx", copying).status_code == 303, "another owner's is another file"


def test_nobody_checks_the_file_of_another_again(client_of: ClientOf, copying: bytes) -> None:
    owner, stranger = client_of("drafter"), client_of("stranger")
    begun(owner, copying)
    known = send(owner, "a.docx", copying).text
    id = known.partition('name="lai" value="')[2].partition('"')[0]

    assert stranger.post("/soan-thao", data={"once": once(stranger, "/soan-thao"), "lai": id}).status_code == 404


def test_own_drafts_are_listed_and_found_by_words(client_of: ClientOf, samples: Path) -> None:
    client = client_of("colleague")
    begun(client, fresh(samples / "drafts" / "8-thong-bao-thu-gom-rac.docx"), "rac.docx")

    assert "rac.docx" in client.get("/soan-thao").text
    assert "rac.docx" in client.get("/soan-thao?tim=THU+gom").text
    assert "rac.docx" in client.get("/soan-thao?tim=rac+do").text
    assert "Không có văn bản nào" in client.get("/soan-thao?tim=kh%C3%B4ng-c%C3%B3-t%E1%BB%AB-n%C3%A0y").text
    assert "rac.docx" not in client_of("drafter").get("/soan-thao").text
    assert client.get("/soan-thao?trang=99").status_code == 200


def test_every_form_is_given_back(client_of: ClientOf, copying: bytes) -> None:
    client = client_of("drafter")
    path = begun(client, copying, "kế hoạch.docx")

    original, commented, mended, page, data = (
        client.get(f"{path}/tep/{form}") for form in ("goc", "gop-y", "sua", "trang", "so-lieu")
    )

    assert original.data == copying
    assert "k%E1%BA%BF%20ho%E1%BA%A1ch.docx" in original.headers["Content-Disposition"]
    report = json.loads(data.data)
    assert report["schema"] == "drafter.report/1"
    remarks = read_bytes("a.docx", commented.data).comments
    assert len(remarks) == len(report["findings"])
    suggestions = [one["suggestion"] for one in report["findings"] if one["fix"]]
    text = read_bytes("a.docx", mended.data).text
    assert suggestions
    assert all(one.rstrip(".")[1:] in text for one in suggestions)
    assert page.text.startswith("<!DOCTYPE html>")
    assert client.get(f"{path}/tep/khac").status_code == 404


def test_one_finding_is_mended_alone(client_of: ClientOf, copying: bytes) -> None:
    client = client_of("drafter")
    path = begun(client, copying)
    findings = json.loads(client.get(f"{path}/tep/so-lieu").data)["findings"]
    fixed = [number for number, one in enumerate(findings, 1) if one["fix"]]

    text = read_bytes("a.docx", client.get(f"{path}/tep/sua?so={fixed[1]}").data).text

    assert findings[fixed[1] - 1]["suggestion"].rstrip(".")[1:] in text
    assert findings[fixed[0] - 1]["text"] in text
    assert client.get(f"{path}/tep/sua?so=999").status_code == 404


def test_what_is_no_word_file_is_not_mended(client_of: ClientOf) -> None:
    client = client_of("drafter")
    path = begun(client, "KẾ HOẠCH\nThu gom rác\n\n1. Thu gom rác hằng tuần.\n".encode(), "van-ban.txt")

    assert "Tải Word đã sửa" not in client.get(path).text
    answer = client.get(f"{path}/tep/sua")
    assert answer.status_code == 422
    assert "Chỉ sửa thay được tệp .docx" in answer.text
    assert client.get(f"{path}/tep/gop-y").status_code == 200


def test_a_draft_is_handed_in_and_taken_back(client_of: ClientOf, copying: bytes) -> None:
    client = client_of("drafter")
    path = begun(client, copying)

    for _ in range(2):  # the second click does nothing, and no harm
        step = {"step": "submit", "remarks": "Xin duyệt trước thứ Sáu"}
        assert client.post(f"{path}/buoc", data=step).status_code == 303
    submitted = client.get(path).text
    assert "Xin duyệt trước thứ Sáu" in submitted
    assert "Rút lại" in submitted
    assert "Tải lên bản mới" not in submitted
    assert "Xóa hẳn" not in submitted
    assert submitted.count("<strong>Đã trình</strong>") == 1
    assert client.post(f"{path}/xoa").status_code == 422
    assert send(client, "b.docx", copying, path, token="x").status_code == 422

    assert client.post(f"{path}/buoc", data={"step": "withdraw"}).status_code == 303
    assert "Trình văn phòng" in client.get(path).text
    assert client.post(f"{path}/buoc", data={"step": "approve"}).status_code == 400


def test_a_draft_is_removed_with_all_that_belongs_to_it(app: Flask, client_of: ClientOf, copying: bytes) -> None:
    client = client_of("drafter")
    path = begun(client, copying)
    before = rows(app, version)

    assert client.post(f"{path}/xoa").location == "/soan-thao"

    assert client.get(path).status_code == 404
    assert rows(app, version) == before - 1
    with app.extensions["drafter"].database.reading() as connection:
        last = connection.execute(select(log).order_by(log.c.id.desc()).limit(1)).one()
    assert (last.who, last.action, last.subject) == ("drafter", "draft removed", path.rpartition("/")[2])


CHANGES = ("ban-moi", "bo-qua", "hien-lai", "buoc", "xoa")


@pytest.mark.parametrize("action", CHANGES)
def test_another_units_draft_is_not_there_and_a_colleagues_is_not_changed(
    client_of: ClientOf, copying: bytes, action: str
) -> None:
    path = begun(client_of("drafter"), copying)
    form = {"once": "x", "reason": "wrong", "so": "1", "scope": "here", "bo-qua": "1", "step": "submit"}
    colleague, stranger = client_of("colleague"), client_of("stranger")

    assert stranger.get(path).status_code == 404
    assert stranger.get(f"{path}/tep/goc").status_code == 404
    assert stranger.post(f"{path}/{action}", data=form).status_code == 404
    shown = colleague.get(path)
    assert shown.status_code == 200
    assert "Bỏ qua" not in shown.text
    assert "Trình văn phòng" not in shown.text
    assert colleague.post(f"{path}/{action}", data=form).status_code == 403


def test_who_judges_sees_what_was_handed_in_only(client_of: ClientOf, copying: bytes) -> None:
    owner, office = client_of("drafter"), client_of("office")
    path = begun(owner, copying)

    assert office.get(path).status_code == 404
    owner.post(f"{path}/buoc", data={"step": "submit"})
    assert office.get(path).status_code == 200
    assert office.post(f"{path}/buoc", data={"step": "withdraw"}).status_code == 403


def test_too_many_files_in_a_minute_are_refused(client_of: ClientOf) -> None:
    client = client_of("drafter")

    answers = [client.post("/soan-thao", data={"once": f"mã-{n}"}).status_code for n in range(31)]

    assert answers == [422] * 30 + [429]


def test_a_page_of_the_desk_asks_for_a_login(anonymous: Client) -> None:
    for path in ("/soan-thao", "/soan-thao/1", "/soan-thao/1/tep/goc"):
        assert anonymous.get(path).location.startswith("/dang-nhap")
