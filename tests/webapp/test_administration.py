"""Quản trị: people, the office, checks, what is kept; and one's own account."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from clients import PASSWORD, PEOPLE, Client, new_client
from flask import Flask
from sqlalchemy import select, update

from drafter.errors import BusyDatabase
from drafter.register.decisions import decisions
from drafter.reviewing import CHECKS
from drafter.storage import Database
from drafter.storage.backup import check_backup
from webapp import accounts, create_app, desk, journal, settings
from webapp.app import close_app
from webapp.journal import Wanted
from webapp.retention import each_day, expire
from webapp.switches import CHECK_NAMES, switches, turned_off
from webapp.tables import account, draft


@pytest.fixture
def admin(client_of: Callable[[str], Client]) -> Client:
    return client_of("admin")


@pytest.fixture
def database(app: Flask) -> Database:
    found: Database = app.extensions["drafter"].database
    return found


def noted(database: Database, action: str) -> list[journal.Noted]:
    with database.reading() as connection:
        return journal.lines(connection, Wanted(action=action), 1)


def id_of(database: Database, login: str) -> int:
    with database.reading() as connection:
        found = accounts.named(connection, login).id
    assert found is not None
    return found


def test_a_new_office_is_told_what_to_do_first(tmp_path: Path) -> None:
    app = create_app(tmp_path, local=False)
    app.test_client_class = Client
    try:
        client = new_client(app)
        named = {"name": "Vũ Quản Trị", "login": "admin", "password": PASSWORD, "again": PASSWORD}
        assert client.post("/thiet-lap", data=named).location == "/"
        page = client.get(client.get("/").location).text
        steps = re.findall(r'<li><a href="([^"]+)"', page.partition("Cần làm đầu tiên")[2])

        assert steps == ["/quan-tri/don-vi", "/quan-tri/tai-khoan", "/quan-tri/co-quan", "/kho/them"]
        assert all(client.get(step).status_code == 200 for step in steps)

        client.post("/quan-tri/don-vi", data={"units": "Văn phòng"})
        assert "Ghi các đơn vị" not in client.get("/quan-tri").text
    finally:
        close_app(app)


def test_every_page_is_reached_from_the_first(admin: Client) -> None:
    first = admin.get("/quan-tri")
    pages = re.findall(r'<h2><a href="([^"]+)"', first.text)

    assert len(pages) == 8
    for page in pages:
        assert admin.get(page).status_code == 200


def test_an_account_is_added_changed_closed_and_opened_again(admin: Client, database: Database) -> None:
    said = {
        "login": "moi",
        "name": "Người Mới",
        "unit": "Phòng Mới",
        "roles": ["drafter", "clerk"],
        "password": PASSWORD,
    }
    assert admin.post("/quan-tri/tai-khoan", data=said).status_code == 302
    page = f"/quan-tri/tai-khoan/{id_of(database, 'moi')}"
    assert "Phòng Mới" in admin.get("/quan-tri/tai-khoan").text

    assert (
        admin.post(page, data={"name": "Người Cũ", "unit": "", "roles": "office", "closed": "yes"}).status_code == 302
    )
    with database.reading() as connection:
        made = accounts.named(connection, "moi")
    assert (made.name, made.unit, made.roles, made.closed) == ("Người Cũ", "", {"office"}, True)
    assert "đã đóng" in admin.get("/quan-tri/tai-khoan").text

    admin.post(page, data={"name": "Người Cũ", "unit": "", "roles": "office", "closed": ""})
    client = new_client(admin.application)
    assert client.post("/dang-nhap", data={"login": "moi", "password": PASSWORD}).status_code == 302
    assert noted(database, "account closed")[0].subject == "moi"
    assert noted(database, "account opened")[0].who == "admin"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"login": "có dấu"}, "chữ không dấu"),
        ({"login": "admin"}, "Đã có tài khoản"),
        ({"name": " "}, "Chưa có họ và tên"),
        ({"roles": []}, "Chưa chọn vai trò"),
        ({"roles": ["vua"]}, "Chưa chọn vai trò"),
        ({"password": "ngắn"}, "Mật khẩu quá ngắn"),
    ],
)
def test_what_cannot_be_is_told_on_the_form_with_what_was_typed(
    admin: Client, wrong: dict[str, Any], words: str
) -> None:
    said = {"login": "khong-co", "name": "Tên Đã Gõ", "unit": "Đơn Vị Đã Gõ", "roles": ["clerk"], "password": PASSWORD}

    answer = admin.post("/quan-tri/tai-khoan", data={**said, **wrong})

    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="Đơn Vị Đã Gõ"' in answer.text
    assert PASSWORD not in answer.text


def test_the_last_administrator_stays(admin: Client, database: Database) -> None:
    page = f"/quan-tri/tai-khoan/{id_of(database, 'admin')}"
    with database.reading() as connection:
        others = [
            one for one in accounts.every(connection) if one.may("admin") and not one.closed and one.login != "admin"
        ]
    assert not others

    for change in ({"roles": "office", "closed": ""}, {"roles": "admin", "closed": "yes"}):
        answer = admin.post(page, data={"name": "Vũ Quản Trị", **change})
        assert answer.status_code == 422
        assert "ít nhất một tài khoản quản trị" in answer.text


def test_there_is_no_page_of_an_account_that_is_not_there(admin: Client) -> None:
    assert admin.get("/quan-tri/tai-khoan/999999").status_code == 404


def test_units_are_kept_and_renamed_with_their_people(admin: Client, database: Database) -> None:
    admin.post("/quan-tri/don-vi", data={"units": "Văn phòng\r\n  Phòng   Cũ \r\n\r\nPhòng Cũ\r\n"})
    with database.writing() as connection:
        assert settings.units(connection) == ("Văn phòng", "Phòng Cũ")
        made = accounts.make(connection, "nguoi-cu", "Người Phòng Cũ", "Phòng Cũ", {"drafter"}, PASSWORD)

    assert admin.post("/quan-tri/don-vi/doi-ten", data={"old": "Phòng Cũ", "new": "Phòng Mới Đặt"}).status_code == 302

    with database.reading() as connection:
        assert settings.units(connection) == ("Văn phòng", "Phòng Mới Đặt")
        assert accounts.with_id(connection, made.id or 0).unit == "Phòng Mới Đặt"
        assert [one.who for one in decisions(connection, "units")] == ["Vũ Quản Trị"] * 2
    for old, new in (("Không Có", "X"), ("Văn phòng", ""), ("Văn phòng", "Phòng Mới Đặt")):
        assert admin.post("/quan-tri/don-vi/doi-ten", data={"old": old, "new": new}).status_code == 422


def test_the_organ_is_remembered_by_the_names_of_skeletons(admin: Client, database: Database) -> None:
    said = {
        "organ": "Ủy ban nhân dân  xã Bản Mây",
        "code": "UBND",
        "recipients": "Thường trực Đảng ủy;\r\n\r\nCác phòng",
        "signer": "",
        "body": "không phải của cơ quan",
    }
    assert admin.post("/quan-tri/co-quan", data=said).status_code == 302

    with database.reading() as connection:
        assert settings.organ(connection) == {
            "organ": "Ủy ban nhân dân xã Bản Mây",
            "code": "UBND",
            "recipients": ["Thường trực Đảng ủy;", "Các phòng"],
        }
    page = admin.get("/quan-tri/co-quan").text
    assert 'value="Ủy ban nhân dân xã Bản Mây"' in page
    assert "Thường trực Đảng ủy;\nCác phòng</textarea>" in page


def test_what_is_typed_into_a_form_is_shown_as_text(admin: Client) -> None:
    admin.post("/quan-tri/don-vi", data={"units": "<script>alert(1)</script>\"'</textarea>"})

    assert "<script>alert" not in admin.get("/quan-tri/don-vi").text
    admin.post("/quan-tri/don-vi", data={"units": "Văn phòng"})


def test_there_is_a_switch_for_every_check_and_rule() -> None:
    all_on = switches(())

    assert set(CHECK_NAMES) == set(CHECKS)
    assert {one.check for one in all_on} == set(CHECKS)
    assert all(one.is_on and all(is_on for _, _, is_on in one.rules) for one in all_on)
    assert all(words and words != rule for one in all_on for rule, words, _ in one.rules)
    names = [name for one in all_on for name in (one.check, *(rule for rule, _, _ in one.rules))]
    assert len(names) == len(set(names)) > 200
    assert turned_off(names) == frozenset()
    assert turned_off([name for name in names if name not in ("need", "word.dash")]) == {"need", "word.dash"}


def test_checks_and_rules_that_are_off_are_not_told_of(admin: Client, samples: Path, database: Database) -> None:
    """In the processes that check, from the next file on."""
    file = samples / "drafts" / "2-sao-chep-nguyen-van.docx"
    checkers = admin.application.extensions["checkers"]
    before = checkers.check(file.name, file.read_bytes())
    assert before.counts.copied > 0
    assert '"reuse.verbatim"' in before.report
    on = [name for one in switches(()) for name in (one.check, *(rule for rule, _, _ in one.rules))]
    some_rule = min(set(re.findall(r'"rule": "([^"]+)"', before.report)) - {"reuse.verbatim"})

    assert (
        admin.post(
            "/quan-tri/kiem-tra", data={"on": [one for one in on if one not in ("reuse", some_rule)]}
        ).status_code
        == 302
    )
    try:
        after = checkers.check(file.name, file.read_bytes())
        assert after.counts.copied == 0
        assert '"rule": "reuse.' not in after.report
        assert f'"rule": "{some_rule}"' not in after.report
        assert some_rule in after.report
        told = [one.counts.errors + one.counts.warnings + one.counts.hints for one in (after, before)]
        assert told[0] < told[1]
        assert "đang tắt 2 mục" in admin.get("/quan-tri").text
    finally:
        admin.post("/quan-tri/kiem-tra", data={"on": on})
    assert checkers.check(file.name, file.read_bytes()).counts == before.counts
    assert "không mục nào" in noted(database, "checks set")[0].detail


@pytest.fixture
def lying(tmp_path: Path, samples: Path) -> Iterator[Flask]:
    """An application with a draft in each state, all last changed on 5 March 2026."""
    made = create_app(tmp_path, local=False)
    file = samples / "drafts" / "4-dan-nguon.docx"
    checked = made.extensions["checkers"].check(file.name, file.read_bytes())
    with made.extensions["drafter"].database.writing() as connection:
        owner = accounts.make(connection, "soan", "Người Soạn", "", {"drafter"}, PASSWORD)
        for state in ("draft", "checked", "submitted", "returned", "approved", "issued"):
            id = desk.begin(connection, owner, file.name, file.read_bytes(), checked, settings.Act("thử"))
            values = {
                "state": state,
                "changed_at": "2026-03-05T07:00:00+00:00",
                "entry_id": 1 if state == "issued" else None,
            }
            connection.execute(update(draft).where(draft.c.id == id).values(values))
    yield made
    close_app(made)


def states(database: Database) -> list[str]:
    with database.reading() as connection:
        return sorted(connection.execute(select(draft.c.state)).scalars())


def test_drafts_that_nobody_handed_in_are_deleted_after_the_set_days(lying: Flask) -> None:
    database = lying.extensions["drafter"].database
    begun = datetime(2026, 3, 5, 7, tzinfo=UTC)
    assert expire(database, begun + timedelta(days=5000)) == 0
    with database.writing() as connection:
        settings.set_retention(connection, "30", settings.Act("thử"))

    assert expire(database, begun + timedelta(days=30)) == 0
    assert expire(database, begun + timedelta(days=30, seconds=1)) == 2
    assert expire(database, begun + timedelta(days=31)) == 0

    assert states(database) == ["approved", "issued", "returned", "submitted"]
    gone = noted(database, "draft expired")
    assert len(gone) == 2
    assert "thời hạn 30 ngày" in gone[0].detail
    assert gone[0].who == ""
    with database.reading() as connection:
        left = connection.exec_driver_sql("SELECT count(DISTINCT draft_id) FROM web_version").scalar()
    assert left == 4


def test_retention_is_set_on_its_page(admin: Client, database: Database) -> None:
    for wrong in ("0", "-1", "mười", "99999", "1.5", "9" * 5000):
        answer = admin.post("/quan-tri/luu-giu", data={"days": wrong})
        assert answer.status_code == 422
        assert "không phải số ngày" in answer.text

    admin.post("/quan-tri/luu-giu", data={"days": " 3650 "})
    with database.reading() as connection:
        assert settings.retention(connection) == 3650
    admin.post("/quan-tri/luu-giu", data={"days": ""})
    with database.reading() as connection:
        assert settings.retention(connection) is None


def test_what_is_done_each_day_goes_on_after_a_fault(caplog: pytest.LogCaptureFixture) -> None:
    stop, done = Event(), []

    def action() -> None:
        done.append(len(done))
        if len(done) == 1:
            raise BusyDatabase("kho")
        if len(done) == 3:
            stop.set()

    each_day(action, stop, pause=0.001)

    assert done == [0, 1, 2]
    assert "chương trình khác đang ghi" in caplog.text


def test_the_backup_has_everything_and_nothing_is_left_behind(
    admin: Client, app: Flask, database: Database, tmp_path: Path
) -> None:
    answer = admin.post("/quan-tri/sao-luu")
    assert answer.status_code == 200
    assert re.search(r"filename=drafter-\d{8}-\d{4}\.sqlite3", answer.headers["Content-Disposition"])
    copy = tmp_path / "sao-luu.sqlite3"
    copy.write_bytes(answer.data)
    assert int(answer.headers["Content-Length"]) == copy.stat().st_size
    answer.close()

    check_backup(copy)
    with sqlite3.connect(copy) as connection:
        kept = {login for (login,) in connection.execute("SELECT login FROM web_account")}
    assert kept >= set(PEOPLE)
    assert not [path for path in app.extensions["drafter"].home.iterdir() if path.is_dir()]
    assert noted(database, "backup made")[0].who == "admin"


def test_the_log_is_paged_and_filtered(admin: Client, database: Database) -> None:
    with database.writing() as connection:
        for nth in range(120):
            journal.write(connection, "2020-02-03T05:00:00+00:00", "robot", "login", f"lần {nth}")

    page = admin.get("/quan-tri/nhat-ky", query_string={"who": "robot"}).text
    assert "120 việc" in page
    assert "lần 119" in page
    assert "lần 69" not in page
    follow = re.search(r'rel="next" href="([^"]+)"', page)
    assert follow
    assert "lần 69" in admin.get("/quan-tri/nhat-ky" + follow[1].replace("&amp;", "&")).text
    assert "120 việc" in admin.get("/quan-tri/nhat-ky", query_string={"day": "3/2/2020"}).text
    assert "120 việc" in admin.get("/quan-tri/nhat-ky", query_string={"day": "2020-02-03"}).text
    told = admin.get("/quan-tri/nhat-ky", query_string={"day": "hôm qua"}).text
    assert "Ngày “hôm qua” không đúng; hãy ghi như 31/3/2026." in told
    assert "0 việc" in admin.get("/quan-tri/nhat-ky", query_string={"day": "2020-02-03", "action": "logout"}).text
    days = ("31/12/9999", "01/01/0001", "31/12/1975")
    for day in days:
        assert f"Ngày “{day}” không đúng" in admin.get("/quan-tri/nhat-ky", query_string={"day": day}).text
    for odd in ({"trang": "999999999999999999999"}, {"trang": "-5"}, {"trang": "x"}, {"day": "hôm qua"}):
        assert admin.get("/quan-tri/nhat-ky", query_string=odd).status_code == 200


def test_one_sets_ones_own_password(app: Flask, database: Database) -> None:
    with database.writing() as connection:
        accounts.make(connection, "tu-doi", "Tự Đổi", "", {"drafter"}, PASSWORD)
    here, elsewhere = new_client(app), new_client(app)
    for client in (here, elsewhere):
        assert client.post("/dang-nhap", data={"login": "tu-doi", "password": PASSWORD}).status_code == 302
    said = {"old": PASSWORD, "password": "mật khẩu mới", "again": "mật khẩu mới"}
    for wrong in ({"old": "sai"}, {"again": "khác hẳn đi"}, {"password": "ngắn", "again": "ngắn"}):
        assert here.post("/tai-khoan/mat-khau", data={**said, **wrong}).status_code == 422

    assert here.post("/tai-khoan/mat-khau", data=said).location == "/tai-khoan"

    assert here.get("/tai-khoan").status_code == 200
    assert elsewhere.get("/tai-khoan").location.startswith("/dang-nhap")
    assert new_client(app).post("/dang-nhap", data={"login": "tu-doi", "password": "mật khẩu mới"}).status_code == 302


def test_a_token_is_shown_once_and_taken_back(
    client_of: Callable[[str], Client], admin: Client, database: Database
) -> None:
    client = client_of("leader")
    made = client.post("/tai-khoan/ma-truy-cap", data={"name": "Phần mềm một cửa"})
    assert made.status_code == 201
    found = re.search(r">(drafter_[\w-]{43})<", made.text)
    assert found
    bearer = {"Authorization": f"Bearer {found[1]}"}

    assert found[1] not in client.get("/tai-khoan").text
    assert "Phần mềm một cửa" in client.get("/tai-khoan").text
    assert client.get("/api/v1/status", headers=bearer).status_code == 200
    page = f"/quan-tri/tai-khoan/{id_of(database, 'leader')}"
    revoke = re.search(r'action="([^"]+/thu-hoi)"', admin.get(page).text)
    assert revoke
    assert admin.post(revoke[1]).status_code == 302
    assert client.get("/api/v1/status", headers=bearer).status_code == 401
    assert "đã thu hồi" in admin.get(page).text
    assert client.post("/tai-khoan/ma-truy-cap", data={"name": "  "}).status_code == 422


def test_passwords_are_kept_as_argon2(database: Database) -> None:
    with database.reading() as connection:
        kept = connection.execute(select(account.c.password)).scalars().all()

    assert all(one.startswith("$argon2id$") for one in kept)
