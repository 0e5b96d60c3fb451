"""New documents: every kind's form, what is known already, and plans that carry out a superior document."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from clients import PASSWORD, PEOPLE, Client
from flask import Flask
from library import fill

from drafter import Corpus, review
from drafter.readers import read_bytes
from drafter.register.decisions import decide
from drafter.register.history import Act
from drafter.templates.forms import Form, forms
from webapp import accounts, create_app
from webapp.app import close_app
from webapp.checking import Checkers, CheckRefused
from webapp.composing import concerns_of, slug

ClientOf = Callable[[str], Client]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OFFICE = "Ủy ban nhân dân xã Bản Mây"
PLAN = "/soan-moi/nha-nuoc/ke-hoach"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("composing")


@pytest.fixture(scope="module")
def ids(home: Path, samples: Path) -> dict[str, int]:
    """The ids of the stored superior documents by the names of their files."""
    return fill(home, samples, ["KH-386-UBND.docx", "CTr-19-TU.docx", "QD-2604-TTg.docx", "KL-918-TW.docx"])


@pytest.fixture(scope="module")
def app(home: Path, ids: dict[str, int]) -> Iterator[Flask]:
    """An office of its own, which knows nothing of itself yet."""
    made = create_app(home, local=False)
    made.test_client_class = Client
    with made.extensions["drafter"].database.writing() as connection:
        for login, (name, unit, roles) in PEOPLE.items():
            accounts.make(connection, login, name, unit, roles, PASSWORD)
    yield made
    close_app(made)


def text_of(answer: bytes) -> str:
    return read_bytes("moi.docx", answer).text


def field(page: str, name: str) -> str:
    """What stands in a field of a form."""
    import html

    found = re.search(rf'<input[^>]* name="{name}" value="([^"]*)"|<textarea[^>]* name="{name}"[^>]*>\n?([^<]*)<', page)
    assert found, name
    return html.unescape(found[1] if found[1] is not None else found[2])


def address(form: Form) -> str:
    return f"/soan-moi/{'dang' if form.party else 'nha-nuoc'}/{slug(form)}"


def test_all_kinds_are_offered(client_of: ClientOf) -> None:
    page = client_of("drafter").get("/soan-moi").text
    offered = re.findall(r'href="(/soan-moi/(?:nha-nuoc|dang)/[^"]+)"', page)

    every = [address(form) for form in (*forms(), *forms(party=True))]
    assert sorted(offered) == sorted(every)
    assert sum("/nha-nuoc/" in one for one in offered) == 29 + 3


@pytest.mark.parametrize("form", [*forms(), *forms(party=True)], ids=address)
def test_every_kind_has_a_form_and_gives_a_word_file(client_of: ClientOf, form: Form) -> None:
    client = client_of("drafter")
    page = client.get(address(form)).text
    names = re.findall(r'<(?:input|textarea)[^>]* name="(\w+)"', page)
    assert set(form.slots) <= set(names)

    marks = {name: f"Giá trị {at}" for at, name in enumerate(form.slots) if name != "organ"}
    said = {"organ": OFFICE, "place": "Bản Mây", "date": "05/2/2026"}
    answer = client.post(address(form), data={**said, **marks})

    assert answer.mimetype == WORD
    assert re.search(rf"filename={slug(form)}-\d+-\d+\.docx", answer.headers["Content-Disposition"])
    text = text_of(answer.data)
    assert all(mark in text for mark in marks.values())
    assert "BẢN MÂY" in text.upper()
    assert ("ngày 05 tháng 02 năm 2026" in text) == form.dated


@pytest.mark.parametrize("login", sorted(PEOPLE))
def test_everybody_may_compose(client_of: ClientOf, login: str) -> None:
    client = client_of(login)

    assert client.get("/soan-moi").status_code == client.get(PLAN).status_code == 200
    assert client.post(PLAN, data={}).mimetype == WORD


def test_whoever_is_not_logged_in_may_not(anonymous: Client, ids: dict[str, int]) -> None:
    for path in ("/soan-moi", PLAN, "/soan-moi/tu-van-ban", f"/soan-moi/tu-van-ban/{ids['KH-386-UBND.docx']}"):
        assert anonymous.get(path).location.startswith("/dang-nhap")
    assert anonymous.post(PLAN, data={}).location.startswith("/dang-nhap")


def test_what_would_be_missing_is_listed_and_what_was_typed_stays(client_of: ClientOf) -> None:
    typed = {
        "organ": OFFICE,
        "date": "05/8/2026",
        "subject": "Trồng rừng",
        "bases": "Luật Lâm nghiệp\nLuật Đất đai",
        "do": "look",
    }
    page = client_of("drafter").post(PLAN, data=typed).text

    listed = re.findall(r"<li>([^<]+)</li>", page[page.index("con-trong") : page.index("</section>")])
    assert "địa danh" in listed and "một đơn vị chủ trì" in listed
    assert "trích yếu" not in listed and "tên cơ quan" not in listed
    assert field(page, "subject") == "Trồng rừng"
    assert field(page, "bases") == "Luật Lâm nghiệp\nLuật Đất đai"


def test_what_cannot_be_printed_is_told_by_the_name_of_the_field(client_of: ClientOf) -> None:
    for name, value, told in (
        ("number", "năm", "Số: “năm” không phải số"),
        ("date", "31/2/2026", "Ngày ban hành: “31/2/2026”"),
    ):
        answer = client_of("drafter").post(PLAN, data={name: value, "subject": "Trồng rừng"})
        assert answer.status_code == 422
        assert told in answer.text and field(answer.text, "subject") == "Trồng rừng"


def test_what_an_account_filled_in_of_its_office_is_there_the_next_time(client_of: ClientOf) -> None:
    typed = {"organ": "Ủy ban nhân dân phường Đồi Thông", "signer": "Hoàng Thị Lan", "unit": "KT", "subject": "Một lần"}
    for _ in range(2):
        assert client_of("clerk").post(PLAN, data=typed).mimetype == WORD
    page = client_of("clerk").get("/soan-moi/nha-nuoc/to-trinh").text

    assert field(page, "organ") == "Ủy ban nhân dân phường Đồi Thông"
    assert (field(page, "signer"), field(page, "unit"), field(page, "subject")) == ("Hoàng Thị Lan", "KT", "")
    assert field(client_of("clerk").get("/soan-moi/dang/to-trinh").text, "organ") == ""
    assert field(client_of("leader").get("/soan-moi/nha-nuoc/to-trinh").text, "signer") == ""


def test_the_organ_of_the_administration_is_filled_in(app: Flask, client_of: ClientOf) -> None:
    organ = {
        "organ": OFFICE,
        "code": "UBND",
        "place": "Bản Mây",
        "title": "Chủ tịch",
        "recipients": ["Như trên", "Lưu"],
    }
    with app.extensions["drafter"].database.writing() as connection:
        decide(connection, "organ", json.dumps(organ), Act("admin"))
    try:
        state = client_of("colleague").get(PLAN).text
        party = client_of("colleague").get("/soan-moi/dang/ke-hoach").text
    finally:
        with app.extensions["drafter"].database.writing() as connection:
            decide(connection, "organ", "{}", Act("admin"))

    assert (field(state, "organ"), field(state, "place"), field(state, "title")) == (OFFICE, "Bản Mây", "Chủ tịch")
    assert field(state, "recipients") == "Như trên\nLưu"
    assert field(party, "organ") == field(party, "place") == ""


def test_the_superior_document_is_found_by_its_number(client_of: ClientOf, ids: dict[str, int]) -> None:
    page = client_of("drafter").get("/soan-moi/tu-van-ban", query_string={"tu": "386/KH-UBND"}).text

    assert f'href="/soan-moi/tu-van-ban/{ids["KH-386-UBND.docx"]}">Kế hoạch số 386/KH-UBND</a>' in page
    nothing = client_of("drafter").get("/soan-moi/tu-van-ban", query_string={"tu": "tàu vũ trụ"}).text
    assert "Kho không có văn bản nào như vậy" in nothing


def ticked(page: str) -> list[int]:
    return [int(start) for start in re.findall(r'name="chon" value="(\d+)" checked', page)]


def test_the_tasks_of_the_office_are_ticked_others_are_not(
    app: Flask, client_of: ClientOf, ids: dict[str, int]
) -> None:
    id = ids["KH-386-UBND.docx"]
    text = app.extensions["drafter"].corpus.text(id)
    page = client_of("drafter").get(f"/soan-moi/tu-van-ban/{id}", query_string={"co-quan": OFFICE}).text

    (start,) = ticked(page)
    assert text[start:].startswith("Tổ chức thực hiện Kế hoạch này trong phạm vi cơ quan, địa phương")
    assert "Giao cho đơn vị (1)" in page and "khoản 4 Mục IV" in page
    assert "Phường Đồi Thông, xã Bản Mây và xã Khe Trúc làm điểm" in page[page.index("Chỗ khác có nhắc đến") :]
    assert "thời hạn: trước ngày 30/9/2026" in page[page.index("Nhiệm vụ của cơ quan khác") :]
    programme = client_of("drafter").get(
        f"/soan-moi/tu-van-ban/{ids['CTr-19-TU.docx']}", query_string={"co-quan": "Đảng ủy xã Bản Mây"}
    )
    assert 'action="/soan-moi/dang/ke-hoach"' in programme.text


def test_an_office_that_nothing_is_known_of_is_asked_for(client_of: ClientOf, ids: dict[str, int]) -> None:
    page = client_of("stranger").get(f"/soan-moi/tu-van-ban/{ids['KH-386-UBND.docx']}").text

    assert field(page, "co-quan") == "" and not ticked(page)
    assert client_of("stranger").get("/soan-moi/tu-van-ban/999999").status_code == 404


def plan_from(client: Client, id: int, everything: bool) -> tuple[str, bytes]:
    """The form that the ticked tasks lead to, or those with all of them ticked; and the Word file that it gives."""
    page = client.get(f"/soan-moi/tu-van-ban/{id}", query_string={"co-quan": OFFICE}).text
    chosen = [int(one) for one in re.findall(r'name="chon" value="(\d+)"', page)] if everything else ticked(page)
    shown = client.get(PLAN, query_string={"nguon": id, "co-quan": OFFICE, "chon": chosen}).text
    names = re.findall(r'<(?:input|textarea)[^>]* name="(\w+)"', shown[shown.index("<fieldset") :])
    typed = {name: field(shown, name) for name in names}
    answer = client.post(PLAN, data={**typed, "place": "Bản Mây", "subject": "Giảm văn bản, giảm hội họp"})
    assert answer.mimetype == WORD
    return shown, answer.data


def test_a_plan_starts_from_the_tasks_of_the_office_and_refers_to_the_rest(
    client_of: ClientOf, ids: dict[str, int]
) -> None:
    shown, data = plan_from(client_of("drafter"), ids["KH-386-UBND.docx"], everything=False)
    text = text_of(data)

    assert field(shown, "organ") == OFFICE
    assert 'name="goal"' not in shown, "what the content replaces is not asked for"
    assert "Thực hiện Kế hoạch số 386/KH-UBND ngày 05 tháng 8 năm 2026 của Ủy ban nhân dân tỉnh Sơn Lâm" in text
    assert "(thực hiện khoản 4 Mục IV Kế hoạch số 386/KH-UBND)" in text
    assert "Nội dung không nêu trong Kế hoạch này thực hiện theo Kế hoạch số 386/KH-UBND." in text
    assert "Tổ chức thực hiện Kế hoạch này trong phạm vi cơ quan" not in text


@pytest.mark.parametrize("everything", [False, True])
def test_a_plan_from_a_superior_one_is_not_faulted_as_copied(
    client_of: ClientOf, home: Path, ids: dict[str, int], everything: bool
) -> None:
    _, data = plan_from(client_of("drafter"), ids["KH-386-UBND.docx"], everything)
    with Corpus(home) as corpus:
        report = review(read_bytes("ke-hoach.docx", data), corpus)

    assert not [one for one in report.findings if one.rule.startswith(("reuse.", "overlap.", "need."))]
    assert report.shares.copied == 0


def test_tasks_are_taken_over_by_kinds_that_have_tasks_only(client_of: ClientOf, ids: dict[str, int]) -> None:
    page = (
        client_of("stranger").get("/soan-moi/nha-nuoc/giay-moi", query_string={"nguon": ids["KH-386-UBND.docx"]}).text
    )

    assert field(page, "body") == ""


@pytest.mark.parametrize("path", ["/soan-moi/nha-nuoc/khong-co", "/soan-moi/noi-khac/ke-hoach", "/soan-moi/noi-khac"])
def test_kinds_that_there_are_none_of_are_not_found(client_of: ClientOf, path: str) -> None:
    assert client_of("drafter").get(path).status_code == 404
    assert client_of("drafter").get("/soan-moi/dang").location == "/soan-moi"


def test_what_a_long_document_leaves_is_found_in_another_process_and_kept(home: Path, ids: dict[str, int]) -> None:
    with Corpus(home) as corpus:
        entry, text = corpus.entry(ids["KH-386-UBND.docx"]), corpus.text(ids["KH-386-UBND.docx"]) * 20
    with closing(Checkers(home, workers=1)) as checkers:
        found = concerns_of(checkers, entry, text, OFFICE)

    assert found["leads"]
    assert concerns_of(checkers, entry, text, OFFICE) is found
    with pytest.raises(CheckRefused):
        concerns_of(checkers, entry, text, "Ủy ban nhân dân xã Nà Lúa")
