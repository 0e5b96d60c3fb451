"""Who may ask for what: every route of the application, for every role and for nobody."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from clients import PASSWORD, PEOPLE, Client, new_client
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from webapp import accounts, create_app, tokens
from webapp.accounts import ROLES
from webapp.app import close_app
from webapp.words import NAVIGATION

# A line for each endpoint: who may ask ("public", "all" who are logged in, or roles), and whose the thing is that the
# path names: "draft", "token" of somebody; "-" where it is nobody's own. A new route without a line fails.
TABLE = """
static                          public                       -
bootstrap.static                public                       -
health.health                   public
health.metrics                  public
entrance.start                  all
entrance.login                  public
entrance.log_in                 public
entrance.log_out                all
entrance.set_up                 public
entrance.set_up_now             public
account.own                     all
account.set_own_password        all
account.make_token              all
account.revoke_token            all                          token
drafting.desk                   all
drafting.upload                 all
drafting.report                 all                          draft
drafting.new_version            all                          draft
drafting.ignore                 all                          draft
drafting.show_again             all                          draft
drafting.download               all                          draft
drafting.step                   all                          draft
drafting.remove                 all                          draft
composing.kinds                 all
composing.family_of_kinds       all                          -
composing.form                  all                          -
composing.compose               all                          -
composing.superiors             all
composing.tasks                 all                          -
reviewing.queue                 office,clerk,leader
reviewing.document              office,clerk,leader          draft
reviewing.decide                office,leader                draft
register.entries                office,clerk,leader,admin
register.entry                  office,clerk,leader,admin    -
register.file                   office,clerk,leader,admin    -
register.report                 office,clerk,leader,admin    -
register.missing                office,clerk,leader,admin
register.cancel_missing         clerk
register.export                 office,clerk,leader,admin
register.workbook               office,clerk,leader,admin
register.add                    clerk
register.reserve                clerk
register.issue_kept             clerk                        -
register.correct                clerk                        -
register.cancel                 clerk                        -
register.replace                clerk                        -
register.issue                  clerk                        draft
register.choose                 clerk
register.upload                 clerk
register.preview                clerk                        -
register.take_in                clerk                        -
targets.overview                all
deciding.settings               office,leader,admin
deciding.percent                leader,admin
deciding.baseline               leader,admin
deciding.drop                   leader,admin
deciding.rules                  leader,admin
periods.overview                all
periods.report                  all                          -
periods.closing                 office,leader,admin          -
periods.file                    all                          -
avoiding.overview               all
avoiding.new                    office,clerk
avoiding.take_out               office,clerk                 -
meetings.overview               all
meetings.entries                all
meetings.invitations            all
meetings.new                    office,clerk
meetings.entry                  all                          -
meetings.change                 office,clerk                 -
meetings.withdraw               office,clerk                 -
conferring.limits               all
conferring.change               office,clerk,leader,admin
conferring.baseline             office,clerk,leader,admin
corpus.search                   all
corpus.document                 all                          -
corpus.picture                  all                          -
corpus.adding                   office,admin
corpus.add                      office,admin
corpus.added                    office,admin                 -
corpus.added_so_far             office,admin                 -
corpus.editing                  office,admin                 -
corpus.tell                     office,admin                 -
corpus.relate                   office,admin                 -
corpus.removing                 office,admin                 -
corpus.remove                   office,admin                 -
administration.overview         admin
administration.accounts         admin
administration.add_account      admin
administration.account          admin                        -
administration.change_account   admin                        -
administration.set_password     admin                        -
administration.revoke_token     admin                        -
administration.units            admin
administration.set_units        admin
administration.rename_unit      admin
administration.organ            admin
administration.set_organ        admin
administration.checks           admin
administration.set_checks       admin
administration.retention        admin
administration.set_retention    admin
administration.backup           admin
administration.download_backup  admin
administration.log              admin
api.description                 public
api.check                       all
api.read                        all                          draft
api.search                      all
api.entries                     office,clerk,leader,admin
api.status                      all
"""
FORM = {"step": "submit", "remarks": "vì", "reason": "quoted", "so": "1", "once": "mot-lan"}
"""What forms about a thing need to be looked at; whoever may not know of the thing is refused all the same."""
NOBODYS = 2_000_000_000
"""An id that nothing has: whoever may ask hears that there is no such thing, and nothing is changed."""


@dataclass(frozen=True, slots=True)
class Line:
    roles: frozenset[str] | None
    """None for everybody."""
    owned: str

    def may(self, login: str) -> bool:
        return self.roles is None or bool(login and self.roles & PEOPLE[login][2])


def _lines() -> Iterator[tuple[str, Line]]:
    for row in TABLE.strip().splitlines():
        endpoint, who, *owned = row.split()
        roles = None if who == "public" else frozenset(ROLES) if who == "all" else frozenset(who.split(","))
        yield endpoint, Line(roles, *owned or [""])


LINES = dict(_lines())


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An application of its own: here everything is pressed that can be pressed."""
    made = create_app(tmp_path_factory.mktemp("pressed"), local=False)
    made.test_client_class = Client
    with made.extensions["drafter"].database.writing() as connection:
        for login, (name, unit, roles) in PEOPLE.items():
            accounts.make(connection, login, name, unit, roles, PASSWORD)
    yield made
    close_app(made)


def logged_in(app: Flask, login: str) -> Client:
    client = new_client(app)
    assert client.post("/dang-nhap", data={"login": login, "password": PASSWORD}).status_code == 302
    return client


def token_of(app: Flask, login: str) -> str:
    with app.extensions["drafter"].database.writing() as connection:
        id = accounts.named(connection, login).id
        assert id is not None
        return tokens.make(connection, id, "thử")


def program(app: Flask) -> FlaskClient:
    """What asks without forms and sessions."""
    return FlaskClient(app, app.response_class)


def asks(app: Flask) -> list[tuple[str, str, str]]:
    """Everything that can be asked: endpoint, method, path with the ids of nothing."""
    found = []
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        values = {name: _value(rule, name, NOBODYS) for name in rule.arguments}
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            found.append((rule.endpoint, method, adapter.build(rule.endpoint, values, method=method)))
    return found


def _value(rule: Rule, name: str, id: int) -> int | str:
    return id if type(rule._converters[name]).__name__ == "_Id" else "khong-co"


def test_every_route_has_a_line_and_every_line_a_route(office: Flask) -> None:
    assert {rule.endpoint for rule in office.url_map.iter_rules()} == set(LINES)


def test_every_route_says_itself_who_may_ask(office: Flask) -> None:
    """The same as the table, so that neither is changed alone."""
    static = ("static", "bootstrap.static")
    said = {
        name: getattr(view, "open_to", "closed") for name, view in office.view_functions.items() if name not in static
    }

    assert said == {name: line.roles for name, line in LINES.items() if name not in static}


def test_whose_the_thing_is_is_said_of_every_path_that_names_one(office: Flask) -> None:
    named = {rule.endpoint for rule in office.url_map.iter_rules() if rule.arguments}

    assert named == {name for name, line in LINES.items() if line.owned}


@pytest.mark.parametrize("login", ["", *sorted(PEOPLE)])
def test_every_route_for_every_role_and_for_nobody(office: Flask, login: str) -> None:
    client = logged_in(office, login) if login else new_client(office)
    session = client.get_cookie("session")
    bearer = {"Authorization": f"Bearer {token_of(office, login)}"} if login else {}
    wrong = []
    for endpoint, method, path in asks(office):
        if session:
            client.set_cookie("session", session.value)  # one of the routes ends the session
        status, location = _answer(client, method, path, bearer)
        if login or LINES[endpoint].may(login):
            is_right = status < 500 and (status not in (401, 403)) == LINES[endpoint].may(login)
            is_right &= not location.startswith("/dang-nhap") or endpoint.startswith("entrance.")
        else:
            is_right = status == 401 if path.startswith("/api/") else (status, location[:10]) == (302, "/dang-nhap")
        if not is_right:
            wrong.append(f"{login or 'nobody'}: {method} {path}: {status} {location}")

    assert not wrong, "\n".join(wrong)


def _answer(client: Client, method: str, path: str, headers: dict[str, str]) -> tuple[int, str]:
    """The status, and where it leads."""
    answer = client.open(path, method=method, headers=headers if path.startswith("/api/") else {})
    return answer.status_code, answer.headers.get("Location", "")


@pytest.mark.parametrize("login", sorted(PEOPLE))
def test_the_navigation_leads_where_one_may_go(office: Flask, login: str) -> None:
    page = logged_in(office, login).get("/soan-thao").text
    shown = re.findall(r'<li><a href="([^"]+)"', page.partition('aria-label="Các phần"')[2].partition("</nav>")[0])
    adapter = office.url_map.bind("localhost")

    assert shown == [adapter.build(one.endpoint) for one in NAVIGATION if LINES[one.endpoint].may(login)]


def test_nothing_is_sent_without_the_token_of_the_form(office: Flask) -> None:
    clients = {role: logged_in(office, role) for role in ROLES}
    for endpoint, method, path in asks(office):
        if method == "POST":
            roles = office.view_functions[endpoint].open_to  # type: ignore[attr-defined]
            client = next(one for role, one in clients.items() if roles is None or role in roles)
            # A session opens nothing for programs, so another site's page gains nothing there.
            expected = 401 if endpoint.startswith("api.") else 400
            for data in ({"csrf_token": ""}, {"csrf_token": "x" * 40}):
                assert client.post(path, data=data).status_code == expected, path


def test_no_id_is_too_large_to_be_looked_for(office: Flask) -> None:
    client = logged_in(office, "admin")
    for _, method, path in asks(office):
        if str(NOBODYS) in path:
            assert client.open(path.replace(str(NOBODYS), "9" * 40), method=method).status_code in (404, 405)


@pytest.fixture(scope="module")
def of_drafter(office: Flask, samples: Path) -> dict[str, int]:
    """Things that are the drafter's own, by what the table calls them."""
    bearer = {"Authorization": f"Bearer {token_of(office, 'drafter')}"}
    file = (samples / "drafts" / "2-sao-chep-nguyen-van.docx").open("rb")
    kept = program(office).post("/api/v1/reports", data={"file": (file, "rieng.docx")}, headers=bearer)
    assert kept.status_code == 201, kept.text
    with office.extensions["drafter"].database.reading() as connection:
        id = accounts.named(connection, "drafter").id
        assert id is not None
        return {"draft": kept.json["id"], "token": tokens.of(connection, id)[0].id}


def test_what_belongs_to_another_unit_is_not_there(office: Flask, of_drafter: dict[str, int]) -> None:
    stranger = logged_in(office, "stranger")
    bearer = {"Authorization": f"Bearer {token_of(office, 'stranger')}"}
    adapter = office.url_map.bind("localhost")
    asked = 0
    for rule in office.url_map.iter_rules():
        owned = LINES[rule.endpoint].owned
        if owned in ("", "-"):
            continue
        # The first part of the path names the thing, others what belongs to it: its first version, and the like.
        names = [part for is_part, part in rule._trace if is_part]
        values = {name: _value(rule, name, of_drafter[owned] if name == names[0] else 1) for name in names}
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            path = adapter.build(rule.endpoint, values, method=method)
            headers = bearer if path.startswith("/api/") else {}
            answer = stranger.open(path, method=method, headers=headers, data=FORM if method == "POST" else None)
            assert answer.status_code in (403, 404), f"{method} {path}: {answer.status_code}"
            assert "sao chép" not in answer.text.lower()
            asked += 1

    assert asked >= len({name for name, line in LINES.items() if line.owned not in ("", "-")})


def test_what_belongs_to_a_colleague_is_read_and_tokens_are_not_taken(
    office: Flask, of_drafter: dict[str, int]
) -> None:
    bearer = {"Authorization": f"Bearer {token_of(office, 'colleague')}"}

    assert program(office).get(f"/api/v1/reports/{of_drafter['draft']}", headers=bearer).status_code == 200
    assert (
        logged_in(office, "colleague").post(f"/tai-khoan/ma-truy-cap/{of_drafter['token']}/thu-hoi").status_code == 404
    )


@pytest.mark.parametrize("change", ["closed", "password"])
def test_a_session_ends_when_the_account_is_closed_or_has_a_new_password(
    app: Flask, client_of: Callable[[str], Client], change: str
) -> None:
    with app.extensions["drafter"].database.writing() as connection:
        made = accounts.make(connection, f"tam-{change}", "Người Tạm Thời", "", {"drafter"}, PASSWORD)
        secret = tokens.make(connection, made.id or 0, "thử")
    client, admin = logged_in(app, made.login), client_of("admin")
    bearer = {"Authorization": f"Bearer {secret}"}
    assert client.get("/tai-khoan").status_code == 200
    assert client.get("/api/v1/status", headers=bearer).status_code == 200

    if change == "closed":
        said = {"name": made.name, "roles": "drafter", "closed": "yes"}
        assert admin.post(f"/quan-tri/tai-khoan/{made.id}", data=said).status_code == 302
    else:
        said = {"password": "mật khẩu khác"}
        assert admin.post(f"/quan-tri/tai-khoan/{made.id}/mat-khau", data=said).status_code == 302

    assert client.get("/tai-khoan").location.startswith("/dang-nhap")
    assert client.get("/api/v1/status", headers=bearer).status_code == (401 if change == "closed" else 200)
    refused = new_client(app).post("/dang-nhap", data={"login": made.login, "password": PASSWORD})
    assert refused.status_code == 422


def test_a_role_that_is_taken_away_opens_nothing_at_once(app: Flask, client_of: Callable[[str], Client]) -> None:
    with app.extensions["drafter"].database.writing() as connection:
        made = accounts.make(connection, "tam-quyen", "Người Đổi Quyền", "", {"admin"}, PASSWORD)
    client = logged_in(app, made.login)
    assert client.get("/quan-tri").status_code == 200

    said = {"name": made.name, "roles": "drafter", "closed": ""}
    assert client_of("admin").post(f"/quan-tri/tai-khoan/{made.id}", data=said).status_code == 302

    assert client.get("/quan-tri").status_code == 403
