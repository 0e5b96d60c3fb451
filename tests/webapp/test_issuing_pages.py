"""Giving an approved draft its number."""

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from clients import Client, new_client
from flask import Flask
from forms_sent import fill_in, filled_form
from submitting import COPY, account_of, approved_draft, content, submitted_draft, version_of

from drafter.register import Act, Filter, Record, Register
from webapp import create_app, desk
from webapp.accounts import LOCAL
from webapp.app import close_app

ClientOf = Callable[[str], Client]
YEAR = date.today().year


def register_of(app: Flask) -> Register:
    register: Register = app.extensions["drafter"].register
    return register


def draft(app: Flask, id: int) -> desk.Draft:
    with app.extensions["drafter"].database.reading() as connection:
        return desk.seen(connection, id, account_of(app, "admin"))


def issued_of(app: Flask, id: int) -> int:
    found = draft(app, id)
    assert found.state == "issued" and found.entry_id
    return found.entry_id


def test_the_form_is_filled_in_from_the_file(app: Flask, client_of: ClientOf) -> None:
    id = approved_draft(app)

    _, fields = filled_form(client_of("clerk"), f"/duyet/{id}/phat-hanh")
    page = client_of("clerk").get(f"/duyet/{id}/phat-hanh").text

    assert fields["symbol"] == "/KH-UBND" and fields["kind"] == "KH" and fields["unit"] == "Phòng Kinh tế"
    assert fields["title"].startswith("Thực hiện Kế hoạch số 386/KH-UBND") and fields["signer"]
    assert len(fields["recipients"].splitlines()) > 2
    assert fields["date"] == f"{date.today():%d/%m/%Y}", "the draft leaves it blank"
    assert f"Số sẽ cấp: {fields['expected']}." in page
    assert re.fullmatch(r"\d+/KH-UBND", fields["expected"])


def test_a_number_is_given_with_entry_file_report_and_step(app: Flask, client_of: ClientOf) -> None:
    id, clerk = approved_draft(app), client_of("clerk")
    _, fields = filled_form(clerk, f"/duyet/{id}/phat-hanh")

    done = fill_in(clerk, f"/duyet/{id}/phat-hanh", copies="12", keeper="VT, KT", recipients="- Như trên;\n- Lưu: VT.")

    entry_id = issued_of(app, id)
    assert (done.status_code, done.location) == (303, f"/so-van-ban/{entry_id}")
    entry = register_of(app).entry(fields["expected"], YEAR)
    assert entry.id == entry_id and entry.state == "issued"
    assert (entry.record.copies, entry.record.keeper, entry.record.unit) == (12, "VT, KT", "Phòng Kinh tế")
    assert entry.record.recipients == "Như trên; Lưu: VT."
    paper = register_of(app).paper(entry)
    assert paper and paper.content == content() and json.loads(paper.report)["schema"] == "drafter.report/1"
    page = clerk.get(done.location).text
    assert f"Đã cấp số {fields['expected']}" in page and COPY in page
    assert clerk.get(f"{done.location}/tep").data == content()
    assert clerk.get(f"{done.location}/ket-qua").json["document"]["kind"] == "KH"
    assert f'href="/so-van-ban/{entry_id}"' in client_of("office").get(f"/duyet/{id}").text


def test_the_same_form_sent_again_gives_no_second_number(app: Flask, client_of: ClientOf) -> None:
    id, clerk = approved_draft(app), client_of("clerk")
    to, fields = filled_form(clerk, f"/duyet/{id}/phat-hanh")
    before = register_of(app).size(Filter(YEAR))

    answers = [clerk.post(to, data=fields) for _ in range(3)]

    assert register_of(app).size(Filter(YEAR)) == before + 1
    assert {(answer.status_code, answer.location) for answer in answers} == {(303, f"/so-van-ban/{issued_of(app, id)}")}


def test_two_clerks_who_issue_one_draft_at_once_give_one_number(app: Flask, client_of: ClientOf) -> None:
    id = approved_draft(app)
    clerks = [client_of("clerk") for _ in range(4)]
    forms = [filled_form(clerk, f"/duyet/{id}/phat-hanh") for clerk in clerks]
    before, together = register_of(app).size(Filter(YEAR)), Barrier(len(clerks))

    def press(nth: int) -> tuple[int, str]:
        together.wait()
        to, fields = forms[nth]
        answer = clerks[nth].post(to, data=fields)
        return answer.status_code, answer.location

    with ThreadPoolExecutor(len(clerks)) as pool:
        answers = set(pool.map(press, range(len(clerks))))

    assert answers == {(303, f"/so-van-ban/{issued_of(app, id)}")}
    assert register_of(app).size(Filter(YEAR)) == before + 1


def test_clerks_who_issue_different_drafts_at_once_give_each_its_own_number(app: Flask, client_of: ClientOf) -> None:
    ids = [approved_draft(app) for _ in range(4)]
    clerks = [client_of("clerk") for _ in ids]
    forms = [filled_form(clerk, f"/duyet/{id}/phat-hanh") for clerk, id in zip(clerks, ids, strict=True)]
    assert len({fields["expected"] for _, fields in forms}) == 1, "all were shown the same number"
    together = Barrier(len(ids))

    def press(nth: int) -> str:
        together.wait()
        to, fields = forms[nth]
        return clerks[nth].post(to, data=fields, follow_redirects=True).text

    with ThreadPoolExecutor(len(ids)) as pool:
        pages = list(pool.map(press, range(len(ids))))

    with register_of(app).reading():
        entries = [
            one for one in register_of(app).entries(Filter(YEAR)) if one.id in {issued_of(app, id) for id in ids}
        ]
    first = int(forms[0][1]["expected"].partition("/")[0])
    assert [one.record.number for one in entries] == list(range(first, first + 4))
    assert sum("vừa cấp cho văn bản khác" in page for page in pages) == 3, "who gets another number is told"


def test_nothing_is_given_where_the_step_cannot_be_taken(app: Flask, client_of: ClientOf) -> None:
    id, clerk = submitted_draft(app), client_of("clerk")
    to, fields = filled_form(clerk, f"/duyet/{id}/phat-hanh")
    before = register_of(app).size(Filter(YEAR))

    refused = clerk.post(to, data=fields)

    assert refused.status_code == 422 and "Đã trình" in refused.text and fields["title"] in refused.text
    assert register_of(app).size(Filter(YEAR)) == before and draft(app, id).state == "submitted"


def test_nothing_is_given_where_the_replaced_document_is_not_there(app: Flask, client_of: ClientOf) -> None:
    id, clerk = approved_draft(app), client_of("clerk")
    before = register_of(app).size(Filter(YEAR))

    refused = fill_in(clerk, f"/duyet/{id}/phat-hanh", replaces="999/KH-UBND")

    assert refused.status_code == 422
    assert "không có văn bản “999/KH-UBND”" in refused.text and "drafter register" not in refused.text
    assert register_of(app).size(Filter(YEAR)) == before and draft(app, id).state == "approved"


def test_the_document_that_it_replaces_is_noted(app: Flask, client_of: ClientOf) -> None:
    old = register_of(app).issue(Record(None, symbol="/KH-UBND", title="Cũ", date=f"{YEAR}-01-05"), YEAR, Act("Lan"))
    id = approved_draft(app)

    assert fill_in(client_of("clerk"), f"/duyet/{id}/phat-hanh", replaces=old.record.notation).status_code == 303

    assert register_of(app).entry(old.record.notation, YEAR).replaced_by == issued_of(app, id)


def test_a_number_that_was_kept_is_used(app: Flask, client_of: ClientOf) -> None:
    kept = register_of(app).reserve(Record(None, symbol="/KH-UBND"), YEAR, Act("Lan"))
    id, clerk = approved_draft(app), client_of("clerk")
    assert f'value="{kept.id}"' in clerk.get(f"/duyet/{id}/phat-hanh").text

    assert fill_in(clerk, f"/duyet/{id}/phat-hanh", reserved=str(kept.id)).status_code == 303

    assert issued_of(app, id) == kept.id
    assert register_of(app).entry(kept.record.notation, YEAR).state == "issued"


def test_the_number_is_shown_again_for_another_symbol(app: Flask, client_of: ClientOf) -> None:
    id, clerk = approved_draft(app), client_of("clerk")
    to, fields = filled_form(clerk, f"/duyet/{id}/phat-hanh")

    shown = clerk.post(to, data=fields | {"symbol": "/SY-UBND", "kind": "SY", "signer": "Ai Đó", "look": "1"})

    assert shown.status_code == 200 and re.search(r"Số sẽ cấp: \d+/SY-UBND", shown.text)
    assert 'value="Ai Đó"' in shown.text and draft(app, id).state == "approved"


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("symbol", "", "Chưa có ký hiệu"),
        ("symbol", "KH-UBND", "Ký hiệu bắt đầu bằng dấu /"),
        ("date", "", "Chưa có ngày"),
        ("date", "31/2/2026", "không đúng"),
        ("title", " ", "Chưa có trích yếu"),
        ("copies", "nhiều", "không đúng"),
        ("kind", "XYZ", "Không có lựa chọn này"),
        ("reserved", "987654", "Không có lựa chọn này"),
        ("signer", "x" * 501, "Dài quá"),
    ],
)
def test_what_cannot_stand_in_the_register_is_told_in_the_form(
    app: Flask, client_of: ClientOf, field: str, typed: str, told: str
) -> None:
    id, clerk = approved_draft(app), client_of("clerk")

    refused = fill_in(clerk, f"/duyet/{id}/phat-hanh", **{field: typed})

    assert refused.status_code == 422 and told in refused.text
    assert draft(app, id).state == "approved"


def test_a_version_that_was_not_seen_is_not_issued(app: Flask, client_of: ClientOf) -> None:
    id, clerk = approved_draft(app), client_of("clerk")
    to, fields = filled_form(clerk, f"/duyet/{id}/phat-hanh")
    with app.extensions["drafter"].database.writing() as connection:
        owner, office = account_of(app, "drafter"), account_of(app, "office")
        for who, step in ((office, "return"), (owner, ""), (owner, "submit"), (office, "approve")):
            found = desk.seen(connection, id, who)
            if step:
                desk.move(connection, found, step, who, "vì", Act(who.name))
            else:
                desk.revise(connection, found, COPY, content(), version_of(app, COPY), Act(who.name))

    late = clerk.post(to, data=fields)

    assert late.status_code == 422 and "vừa có bản mới" in late.text and draft(app, id).state == "approved"


@pytest.mark.parametrize("login", ["drafter", "office", "leader", "admin"])
def test_only_a_clerk_gives_numbers(app: Flask, client_of: ClientOf, login: str) -> None:
    id = approved_draft(app)
    to, fields = filled_form(client_of("clerk"), f"/duyet/{id}/phat-hanh")
    client = client_of(login)

    assert client.get(to).status_code == 403
    assert client.post(to, data={name: fields[name] for name in fields if name != "csrf_token"}).status_code == 403
    assert draft(app, id).state == "approved"


def test_on_ones_own_computer_one_person_submits_approves_and_issues(tmp_path: Path, app: Flask) -> None:
    alone = create_app(tmp_path, local=True)
    alone.test_client_class = Client
    client = new_client(alone)
    with alone.extensions["drafter"].database.writing() as connection:
        act = Act(LOCAL.name)
        id = desk.begin(connection, LOCAL, COPY, content(), version_of(app, COPY), act)
        desk.move(connection, desk.seen(connection, id, LOCAL), "submit", LOCAL, "", act)

    approved = fill_in(client, f"/duyet/{id}", having={"step": "approve"})
    issued = fill_in(client, f"/duyet/{id}/phat-hanh")

    assert (approved.status_code, issued.status_code) == (303, 303)
    assert [one.record.notation for one in register_of(alone).entries(Filter(YEAR))] == ["01/KH-UBND"]
    assert fill_in(client, f"{issued.location}/huy", reason="thử").status_code == 303
    close_app(alone)
