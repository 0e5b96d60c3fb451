"""Duyệt: the queue, what weighs on a decision, deciding."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from clients import Client
from flask import Flask
from forms_sent import fill_in, filled_form
from sqlalchemy import select
from submitting import COPY, account_of, approved_draft, content, draft_of, submitted_draft, version_of

from drafter.register import Act
from webapp import desk, ignoring
from webapp.tables import log

ClientOf = Callable[[str], Client]
JUDGES = ("office", "leader")


def state_of(app: Flask, id: int) -> tuple[str, list[desk.Step]]:
    with app.extensions["drafter"].database.reading() as connection:
        return desk.seen(connection, id, account_of(app, "admin")).state, desk.steps(connection, id)


@pytest.mark.parametrize("login", JUDGES)
def test_those_who_judge_see_what_waits_and_what_it_is(app: Flask, client_of: ClientOf, login: str) -> None:
    id = submitted_draft(app)

    page = client_of(login).get("/duyet", query_string={"don-vi": "Phòng Kinh tế"}).text

    assert f'href="/duyet/{id}"' in page
    assert "Nguyễn Văn Soạn" in page and "Phòng Kinh tế" in page and "28%" in page
    assert f'href="/duyet/{id}"' not in client_of(login).get("/duyet", query_string={"buoc": "approved"}).text
    assert f'href="/duyet/{id}"' not in client_of(login).get("/duyet", query_string={"don-vi": "Văn phòng"}).text
    assert f'href="/duyet/{id}"' in client_of(login).get("/duyet", query_string={"buoc": "tat-ca"}).text


def test_a_clerk_opens_the_queue_for_what_waits_for_a_number(app: Flask, client_of: ClientOf) -> None:
    approved, submitted = approved_draft(app), submitted_draft(app)

    page = client_of("clerk").get("/duyet").text

    assert f'href="/duyet/{approved}"' in page and f'href="/duyet/{submitted}"' not in page


def test_what_was_not_submitted_is_not_in_the_queue(app: Flask, client_of: ClientOf) -> None:
    id = draft_of(app)

    assert f'href="/duyet/{id}"' not in client_of("office").get("/duyet", query_string={"buoc": "tat-ca"}).text
    assert client_of("office").get(f"/duyet/{id}").status_code == 404


def test_the_queue_is_paged_with_the_longest_waiting_first(app: Flask, client_of: ClientOf) -> None:
    checked, mover = version_of(app, COPY), account_of(app, "drafter")
    owner = replace(mover, unit="Phòng Thử")
    ids = []
    with app.extensions["drafter"].database.writing() as connection:
        for nth in range(53):
            act = Act(owner.name, at=f"2026-01-01T00:00:{nth:02}+00:00")
            ids.append(desk.begin(connection, owner, COPY, content(), checked, act))
            desk.move(connection, desk.seen(connection, ids[-1], owner), "submit", owner, "", act)
    office = client_of("office")

    first = office.get("/duyet", query_string={"don-vi": "Phòng Thử"}).text
    second = office.get("/duyet", query_string={"don-vi": "Phòng Thử", "trang": 2}).text

    assert [id for id in ids if f'href="/duyet/{id}"' in first] == ids[:50]
    assert [id for id in ids if f'href="/duyet/{id}"' in second] == ids[50:]
    assert "(53)" in first


def test_a_document_shows_what_it_copies_and_which_number_it_would_be(app: Flask, client_of: ClientOf) -> None:
    id = submitted_draft(app)

    page = client_of("office").get(f"/duyet/{id}").text

    assert "Đoạn chép (3)" in page and "Quyết định số 2604/QĐ-TTg" in page
    assert "Nếu ban hành hôm nay:" in page and "/KH-UBND là văn bản thứ" in page
    assert f'href="/soan-thao/{id}"' in page
    assert page.index("Chồng chéo với văn bản đã có") < page.index("Có cần ban hành không") < page.index("Đoạn chép")


def test_what_the_drafter_passed_over_is_shown_with_the_reason(app: Flask, client_of: ClientOf) -> None:
    id = draft_of(app)
    with app.extensions["drafter"].database.writing() as connection:
        ignoring.ignore(connection, id, "reuse.verbatim", "", "Chỉ tiêu bắt buộc phải giữ", Act("Nguyễn Văn Soạn"))
        owner = account_of(app, "drafter")
        desk.move(connection, desk.seen(connection, id, owner), "submit", owner, "", Act(owner.name))

    page = client_of("office").get(f"/duyet/{id}").text

    assert "Người soạn thảo đã bỏ qua:" in page and "Chỉ tiêu bắt buộc phải giữ" in page


@pytest.mark.parametrize("login", JUDGES)
def test_returning_needs_remarks_and_keeps_them(app: Flask, client_of: ClientOf, login: str) -> None:
    id, client = submitted_draft(app), client_of(login)

    refused = fill_in(client, f"/duyet/{id}", having={"step": "return"}, remarks=" ")
    assert refused.status_code == 422 and "hãy ghi điều cần sửa" in refused.text
    assert state_of(app, id)[0] == "submitted"

    done = fill_in(client, f"/duyet/{id}", having={"step": "return"}, remarks="Bỏ phần chép <b>QĐ</b> 2604")
    assert done.status_code == 303 and done.location == "/duyet"
    state, steps = state_of(app, id)
    assert (state, steps[-1].remarks) == ("returned", "Bỏ phần chép <b>QĐ</b> 2604")
    assert "Bỏ phần chép &lt;b&gt;QĐ&lt;/b&gt; 2604" in client.get(f"/duyet/{id}").text
    assert "Bỏ phần chép" in client_of("drafter").get(f"/soan-thao/{id}").text


def test_approving_takes_conditions_and_may_still_be_returned(app: Flask, client_of: ClientOf) -> None:
    id, office = submitted_draft(app), client_of("office")

    assert fill_in(office, f"/duyet/{id}", having={"step": "approve"}, remarks="Bổ sung nơi nhận").status_code == 303
    assert state_of(app, id)[0] == "approved"
    assert "Bổ sung nơi nhận" in client_of("clerk").get(f"/duyet/{id}").text

    assert fill_in(office, f"/duyet/{id}", having={"step": "return"}, remarks="Trùng việc").status_code == 303
    assert state_of(app, id)[0] == "returned"


def test_a_form_that_is_sent_twice_decides_once(app: Flask, client_of: ClientOf) -> None:
    id, office = submitted_draft(app), client_of("office")
    to, fields = filled_form(office, f"/duyet/{id}", step="approve")

    answers = [office.post(to, data=fields) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [303, 303, 303]
    assert [step.state for step in state_of(app, id)[1]].count("approved") == 1


def test_of_two_who_decide_at_once_the_second_is_told(app: Flask, client_of: ClientOf) -> None:
    id, office, leader = submitted_draft(app), client_of("office"), client_of("leader")
    to, fields = filled_form(leader, f"/duyet/{id}", step="return")

    assert fill_in(office, f"/duyet/{id}", having={"step": "return"}, remarks="Trùng").status_code == 303
    late = leader.post(to, data=fields | {"remarks": "Cũng trùng"})

    assert late.status_code == 422 and "đang ở bước “Trả lại”" in late.text


def test_what_another_approved_meanwhile_is_not_returned_unseen(app: Flask, client_of: ClientOf) -> None:
    id, office, leader = submitted_draft(app), client_of("office"), client_of("leader")
    to, fields = filled_form(leader, f"/duyet/{id}", step="return")

    assert fill_in(office, f"/duyet/{id}", having={"step": "approve"}).status_code == 303
    late = leader.post(to, data=fields | {"remarks": "Trùng"})

    assert late.status_code == 422 and "nay đang ở bước “Đã duyệt”; hãy xem lại" in late.text
    assert state_of(app, id)[0] == "approved"


def test_a_version_that_was_not_read_is_not_decided_on(app: Flask, client_of: ClientOf) -> None:
    id, office = submitted_draft(app), client_of("office")
    to, fields = filled_form(office, f"/duyet/{id}", step="approve")
    with app.extensions["drafter"].database.writing() as connection:
        owner = account_of(app, "drafter")
        desk.move(connection, desk.seen(connection, id, owner), "withdraw", owner, "", Act(owner.name))
        desk.revise(
            connection, desk.seen(connection, id, owner), COPY, content(), version_of(app, COPY), Act(owner.name)
        )
        desk.move(connection, desk.seen(connection, id, owner), "submit", owner, "", Act(owner.name))

    late = office.post(to, data=fields)

    assert late.status_code == 422 and "vừa có bản mới" in late.text
    assert state_of(app, id)[0] == "submitted"


def test_who_only_issues_decides_nothing(app: Flask, client_of: ClientOf) -> None:
    id, clerk = submitted_draft(app), client_of("clerk")

    assert 'name="step"' not in clerk.get(f"/duyet/{id}").text
    assert clerk.post(f"/duyet/{id}/buoc", data={"step": "approve", "once": "x"}).status_code == 403
    assert client_of("drafter").get(f"/duyet/{id}").status_code == 403


@pytest.mark.parametrize("step", ["issue", "submit", "withdraw", "", "khác"])
def test_other_steps_are_not_taken_here(app: Flask, client_of: ClientOf, step: str) -> None:
    id, office = submitted_draft(app), client_of("office")
    to, fields = filled_form(office, f"/duyet/{id}", step="approve")

    assert office.post(to, data=fields | {"step": step}).status_code == 422
    assert state_of(app, id)[0] == "submitted"


def test_a_form_without_the_mark_of_its_page_does_nothing(app: Flask, client_of: ClientOf) -> None:
    id, office = submitted_draft(app), client_of("office")
    to, fields = filled_form(office, f"/duyet/{id}", step="approve")

    for once in ("", "x" * 100):
        assert office.post(to, data=fields | {"once": once}).status_code == 422
    assert state_of(app, id)[0] == "submitted"


def test_deciding_is_noted_in_the_log(app: Flask, client_of: ClientOf) -> None:
    id = submitted_draft(app)
    fill_in(client_of("leader"), f"/duyet/{id}", having={"step": "approve"}, remarks="Đồng ý")

    with app.extensions["drafter"].database.reading() as connection:
        row = connection.execute(select(log).where(log.c.action == "draft approve", log.c.subject == str(id))).one()
    assert (row.who, row.detail) == ("leader", "Đồng ý")
