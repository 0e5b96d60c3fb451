"""What the application does against those who mean harm: headers, cookies, how often, from where."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from clients import PASSWORD, Client, new_client
from flask import Flask
from flask.testing import FlaskClient

from webapp import create_app
from webapp.app import close_app


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application of one person on their own computer."""
    made = create_app(tmp_path_factory.mktemp("alone"))
    made.test_client_class = Client
    yield made
    close_app(made)


@pytest.mark.parametrize(
    "path", ["/dang-nhap", "/khong-co", "/quan-tri", "/health", "/api/v1/status", "/static/app.css"]
)
def test_every_answer_says_what_a_browser_may_do_with_it(anonymous: Client, path: str) -> None:
    headers = anonymous.get(path).headers

    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers.get("Cache-Control") == ("no-cache" if path.startswith("/static") else "no-store")


def test_the_session_is_for_this_site_alone_and_no_script_reads_it(anonymous: Client) -> None:
    answer = anonymous.post("/dang-nhap", data={"login": "leader", "password": PASSWORD})

    cookies = answer.headers.getlist("Set-Cookie")
    assert len(cookies) == 1
    assert "HttpOnly" in cookies[0]
    assert "SameSite=Lax" in cookies[0]
    assert "Secure" not in cookies[0]


def test_what_is_answered_late_begins_no_session_anew(client_of: Callable[[str], Client]) -> None:
    """An answer may come after somebody has logged out: it brings no session along."""
    client = client_of("drafter")
    client.get("/tai-khoan")

    for path in ("/tai-khoan", "/static/app.css", "/kho"):
        assert "Set-Cookie" not in client.get(path).headers


def test_a_session_that_somebody_else_signed_is_none(client_of: Callable[[str], Client]) -> None:
    client = client_of("admin")
    cookie = client.get_cookie("session")
    assert cookie

    client.set_cookie("session", cookie.value[:-4] + "aaaa")

    assert client.get("/quan-tri").location.startswith("/dang-nhap")


def test_programs_get_no_session(app: Flask) -> None:
    for path in ("/api/v1/openapi.json", "/api/v1/status", "/api/v1/khong-co"):
        assert "Set-Cookie" not in app.test_client().get(path).headers


def test_whoever_tries_passwords_has_to_wait(anonymous: Client) -> None:
    said = {"login": "admin", "password": "đoán thử xem"}
    statuses = [anonymous.post("/dang-nhap", data=said).status_code for _ in range(11)]

    assert statuses == [422] * 10 + [429]
    answer = anonymous.post("/dang-nhap", data={"login": "admin", "password": PASSWORD})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert "đợi một phút" in answer.text


def test_an_office_behind_one_address_logs_in_within_a_minute(anonymous: Client) -> None:
    said = {"login": "clerk", "password": PASSWORD}

    assert [anonymous.post("/dang-nhap", data=said).status_code for _ in range(20)] == [302] * 20


@pytest.mark.parametrize(
    "target",
    [
        "https://vi-du.vn/",
        "//vi-du.vn/",
        "//[",
        "/\\vi-du.vn",
        "\\\\vi-du.vn",
        "/\t/vi-du.vn",
        "javascript:alert(1)",
        "vi-du.vn",
    ],
)
def test_logging_in_leads_to_no_other_site(anonymous: Client, target: str) -> None:
    page = anonymous.get("/dang-nhap", query_string={"next": target})
    assert 'name="next" value=""' in page.text

    answer = anonymous.post("/dang-nhap", data={"login": "clerk", "password": PASSWORD, "next": target})
    assert (answer.status_code, answer.location) == (302, "/")


def test_logging_in_leads_to_the_page_that_was_asked_for(anonymous: Client) -> None:
    said = {"login": "clerk", "password": PASSWORD, "next": "/tai-khoan"}

    assert anonymous.post("/dang-nhap", data=said).location == "/tai-khoan"


@pytest.mark.parametrize("number", ["9" * 20, "-" + "9" * 20, "2147483648", "3000"])
@pytest.mark.parametrize(
    "path",
    [
        *("/soan-thao?trang=", "/duyet?trang=", "/quan-tri/nhat-ky?trang=", "/so-van-ban?trang=", "/so-van-ban?year="),
        *("/so-van-ban/so-trong?year=", "/hoi-nghi?year=", "/hoi-nghi/danh-sach?year=", "/hoi-nghi/giay-moi?year="),
        *("/hoi-nghi/giay-moi?trang=", "/hoi-nghi/moi?entry=", "/chi-tieu?year=", "/chi-tieu/muc-giam?year="),
        *("/chi-tieu/so-nam-truoc?year=", "/chi-tieu/so-nam-truoc/bo?year=", "/chi-tieu/khong-ban-hanh?year="),
        *("/soan-moi/nha-nuoc/ke-hoach?nguon=", "/chi-tieu/ky?year="),
    ],
)
def test_no_number_is_too_large_to_be_answered(alone: Flask, path: str, number: str) -> None:
    assert alone.test_client().get(path + number).status_code < 500


@pytest.mark.parametrize("number", ["9" * 20, "2147483648"])
@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/soan-thao", "lai"),
        ("/hoi-nghi/moi", "entry"),
        ("/so-van-ban/so-trong", "first"),
        ("/so-van-ban/so-trong?year=9999999999999999999999", "last"),
    ],
)
def test_no_number_of_a_form_is_too_large_to_be_answered(alone: Flask, path: str, name: str, number: str) -> None:
    said = {"once": f"{path}{number}", "reason": "vì", "date": "05/3/2026", "title": "Giao ban", "kind": "briefing"}

    assert alone.test_client().post(path, data={**said, name: number}).status_code == 422


def test_what_nobody_types_is_refused(alone: Flask) -> None:
    """PostgreSQL keeps no NUL."""
    client = alone.test_client()

    for answer in (
        client.get("/so-van-ban?words=a%00"),
        client.get("/duyet?buoc=&buoc=%00"),
        client.post("/quan-tri/don-vi", data={"units": "Phòng\0Kinh tế"}),
    ):
        assert answer.status_code == 400
        assert "Yêu cầu gửi lên chưa đúng" in answer.text


@pytest.mark.parametrize("left", [None, b"", b"nua chung"])
def test_the_key_of_sessions_is_whole_whatever_a_crash_left(tmp_path: Path, left: bytes | None) -> None:
    key = tmp_path / "session.key"
    if left is not None:
        key.write_bytes(left)

    keys = []
    for _ in range(2):
        made = create_app(tmp_path)
        keys.append(made.config["SECRET_KEY"])
        close_app(made)

    assert len(keys[0]) == 32
    assert keys == [key.read_bytes()] * 2
    assert sys.platform == "win32" or key.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("host", ["localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "[::1]"])
def test_one_computer_answers_to_its_own_names(alone: Flask, host: str) -> None:
    assert alone.test_client().get("/tai-khoan", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["vi-du.vn", "localhost.vi-du.vn:8080", "192.168.1.5:8080", "[::2]:8080"])
def test_one_computer_answers_to_no_other_name(alone: Flask, host: str) -> None:
    """A page elsewhere may lead its name to this address, and would then read what is answered."""
    for path in ("/tai-khoan", "/api/v1/status", "/health"):
        assert alone.test_client().get(path, headers={"Host": host}).status_code == 400


def test_one_computer_needs_no_account_and_no_token(alone: Flask) -> None:
    client = alone.test_client()

    assert client.get("/quan-tri").status_code == 200
    assert "dùng cho một người" in client.get("/tai-khoan").text
    assert client.get("/api/v1/status").status_code == 200
    assert client.post("/tai-khoan/ma-truy-cap", data={"name": "x"}).status_code == 422
    said = {"old": "", "password": PASSWORD, "again": PASSWORD}
    assert client.post("/tai-khoan/mat-khau", data=said).status_code == 422


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://vi-du.vn"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_elsewhere_gets_nothing_out_of_the_programs_interface(alone: Flask, headers: dict[str, str]) -> None:
    client = alone.test_client()

    assert client.post("/api/v1/reports", headers=headers).status_code == 403
    assert client.get("/api/v1/status", headers=headers).status_code == 403
    assert client.get("/api/v1/status", headers={"Origin": "http://localhost"}).status_code == 200


def test_more_than_fifty_megabytes_are_not_taken(alone: Flask, tmp_path: Path) -> None:
    large = tmp_path / "lon.docx"
    with large.open("wb") as file:
        file.truncate(51 * 2**20)

    with large.open("rb") as file:
        answer = FlaskClient(alone, alone.response_class).post("/api/v1/reports", data={"file": (file, "lon.docx")})

    assert answer.status_code == 413
    assert "50 MB" in answer.json["message"]


def test_behind_tls_the_session_goes_over_tls_alone(tmp_path: Path) -> None:
    made = create_app(tmp_path, local=False, SESSION_COOKIE_SECURE=True)
    try:
        answer = made.test_client().get("/thiet-lap")
    finally:
        close_app(made)

    assert "Secure" in answer.headers["Set-Cookie"]


def test_figures_are_for_the_server_itself(app: Flask) -> None:
    near = app.test_client()

    assert "process_cpu_seconds_total" in near.get("/metrics").text
    assert new_client(app).get("/metrics").status_code == 404
