"""The interface for programs: what it answers, and that it answers nothing that is not described."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from clients import PASSWORD
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from drafter.register import Act, Record, Register
from webapp import accounts, create_app, tokens
from webapp.app import close_app, limiter
from webapp.described import Operation
from webapp.sending import WORD
from webapp.tables import token
from webapp.views.api import OPERATIONS


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Iterator[Flask]:
    """An application with a register of three documents, over the home of the tests with three superior documents."""
    from drafter import read
    from drafter.corpus import Corpus

    folder = tmp_path_factory.mktemp("served")
    with Corpus(home) as known, Corpus(folder) as corpus:
        for entry in known.documents():
            corpus.add(read(Path(__file__).parents[2] / "corpus" / "superior" / entry.name))
    with Register(folder) as book:
        for title, unit in (
            ("về cải cách", "Văn phòng"),
            ("về chuyển đổi số", "Phòng Kinh tế"),
            ("về thu ngân sách", ""),
        ):
            record = Record(None, symbol="/KH-UBND", kind="KH", title=title, unit=unit, date="2026-03-05")
            book.issue(record, 2026, Act("thử"))
    made = create_app(folder, local=False)
    with made.extensions["drafter"].database.writing() as connection:
        for login, role, unit in (("soan", "drafter", "A"), ("khac", "drafter", "B"), ("thu", "clerk", "C")):
            accounts.make(connection, login, login, unit, {role}, PASSWORD)
    yield made
    close_app(made)


@pytest.fixture(autouse=True, scope="module")
def _sendable(samples: Path) -> None:
    """What is sent where a Word file is described; whether a file can be checked no schema tells."""
    drafts = [path.read_bytes() for path in sorted((samples / "drafts").glob("*.docx"))]
    schemathesis.openapi.media_type(WORD, st.sampled_from(drafts))


@pytest.fixture
def program(served: Flask) -> Callable[[str], FlaskClient]:
    """A program with a new token of an account."""

    def with_token(login: str) -> FlaskClient:
        client = served.test_client()
        client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {new_token(served, login)}"
        return client

    return with_token


def new_token(app: Flask, login: str) -> str:
    with app.extensions["drafter"].database.writing() as connection:
        id = accounts.named(connection, login).id
        assert id is not None
        for one in tokens.of(connection, id):
            tokens.revoke(connection, id, one.id)
        return tokens.make(connection, id, "thử")


def sent(client: FlaskClient, path: Path, name: str = "") -> Any:
    with path.open("rb") as file:
        return client.post("/api/v1/reports", data={"file": (file, name or path.name)})


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_nothing_is_answered_that_is_not_described(
    served: Flask, monkeypatch: pytest.MonkeyPatch, operation: Operation, mode: GenerationMode
) -> None:
    """No 5xx, no undescribed status, form or header; what is as described is taken, what is not is refused."""
    if mode is GenerationMode.NEGATIVE and not (operation.parameters or operation.within or operation.takes):
        pytest.skip("there is nothing that could be said wrongly")
    monkeypatch.setattr(limiter, "enabled", False)
    headers = {"Authorization": f"Bearer {new_token(served, 'thu')}"}
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", served)[operation.path][operation.method]
    statuses: Counter[int] = Counter()
    checks_files = operation.takes and mode is GenerationMode.POSITIVE

    @given(described.as_strategy(generation_mode=mode))
    @settings(max_examples=5 if checks_files else 60, suppress_health_check=list(HealthCheck), database=None)
    def ask(case: Any) -> None:
        statuses[case.call_and_validate(headers=headers).status_code] += 1

    ask()
    assert set(statuses) & ({*operation.answers, 404} if mode is GenerationMode.POSITIVE else {400, 404})


def test_a_file_is_checked_and_its_report_read_again(program: Callable[[str], FlaskClient], samples: Path) -> None:
    client = program("soan")

    answer = sent(client, samples / "drafts" / "2-sao-chep-nguyen-van.docx")

    assert answer.status_code == 201, answer.text
    made = answer.json
    assert made["report"]["schema"] == "drafter.report/1"
    assert made["report"]["document"]["name"] == "2-sao-chep-nguyen-van.docx"
    assert {one["rule"] for one in made["report"]["findings"]} >= {"reuse.verbatim"}
    assert (made["state"], made["version"]) == ("checked", 1)
    assert client.get(answer.headers["Location"]).json == made
    assert program("khac").get(answer.headers["Location"]).status_code == 404


@pytest.mark.parametrize("name", ["../../etc/passwd.docx", "C:\\\\Users\\\\a.docx", "a<b>\t.docx", "", "x" * 400])
def test_the_name_of_a_file_leads_nowhere(program: Callable[[str], FlaskClient], samples: Path, name: str) -> None:
    answer = sent(program("soan"), samples / "drafts" / "4-dan-nguon.docx", name)

    if name:
        kept = answer.json["report"]["document"]["name"]
        assert len(kept) <= 150
        assert not set(kept) & set("/\\\n")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"MZ\x90\x00 not a document", "không phải loại tệp đọc được"),
        (b"", "tệp trống"),
        ("ỦY BAN NHÂN DÂN XÃ\nTỐI MẬT\nSố: 05/KH-UBND\n\nKẾ HOẠCH\nvề việc khác\n".encode(), "TỐI MẬT"),
    ],
)
def test_what_cannot_be_checked_is_refused_with_the_reason(
    program: Callable[[str], FlaskClient], tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "van-ban.txt"
    file.write_bytes(content)

    answer = sent(program("soan"), file)

    assert answer.status_code == 422
    assert answer.json["code"] == 422
    assert words in answer.json["message"]


def test_without_a_file_nothing_is_checked(program: Callable[[str], FlaskClient]) -> None:
    for data in ({}, {"file": "chữ"}, {"tep": "x"}):
        answer = program("soan").post("/api/v1/reports", data=data)
        assert (answer.status_code, answer.json["code"]) == (400, 400)


def test_the_corpus_is_searched(program: Callable[[str], FlaskClient]) -> None:
    hits = program("soan").get("/api/v1/corpus", query_string={"words": "918-KL/TW"}).json["hits"]

    assert hits[0]["number"] == "918-KL/TW"
    assert hits[0]["excerpt"]


def test_the_register_is_listed_for_those_who_keep_it(program: Callable[[str], FlaskClient]) -> None:
    client = program("thu")

    found = client.get("/api/v1/register", query_string={"year": 2026, "limit": 2}).json
    assert (found["total"], [one["notation"] for one in found["entries"]]) == (3, ["01/KH-UBND", "02/KH-UBND"])
    found = client.get("/api/v1/register", query_string={"unit": "Phòng Kinh tế", "words": "chuyển đổi"}).json
    assert [one["title"] for one in found["entries"]] == ["về chuyển đổi số"]
    assert program("soan").get("/api/v1/register").status_code == 403


def test_the_status_is_told(program: Callable[[str], FlaskClient]) -> None:
    found = program("soan").get("/api/v1/status", query_string={"as_of": "2026-12-31"}).json

    assert (found["schema"], found["year"], found["issued"]) == ("drafter.status/1", 2026, 3)
    assert found["by_month"] == [0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    "query",
    ["year=x", "year=1", "month=13", "since=2026-02-30", "state=abc", "limit=0", "limit=9&limit=9", "la=1", "kind=X"],
)
def test_a_query_that_is_not_as_described_is_refused(program: Callable[[str], FlaskClient], query: str) -> None:
    answer = program("thu").get(f"/api/v1/register?{query}")

    assert answer.status_code == 400
    assert query.split("=")[0] in answer.json["message"]


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer drafter_khong-co", "Basic c29hbjptYXRraGF1LTE=", "drafter_x"])
def test_without_a_token_nothing_is_told(served: Flask, header: str) -> None:
    answer = served.test_client().get("/api/v1/status", headers={"Authorization": header})

    assert (answer.status_code, answer.json["code"]) == (401, 401)
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_token_that_was_taken_back_opens_nothing(served: Flask, program: Callable[[str], FlaskClient]) -> None:
    client = program("soan")
    assert client.get("/api/v1/status").status_code == 200

    new_token(served, "soan")

    assert client.get("/api/v1/status").status_code == 401


def test_of_a_token_its_digest_is_kept_and_when_it_was_used(served: Flask) -> None:
    secret = new_token(served, "soan")
    served.test_client().get("/api/v1/status", headers={"Authorization": f"Bearer {secret}"})

    with served.extensions["drafter"].database.reading() as connection:
        row = connection.execute(token.select().order_by(token.c.id.desc())).first()

    assert row is not None
    assert secret.startswith("drafter_")
    assert secret not in map(str, row)
    assert row.used_at


def test_too_many_files_in_a_minute_have_to_wait(served: Flask, program: Callable[[str], FlaskClient]) -> None:
    client = program("khac")
    statuses = [client.post("/api/v1/reports").status_code for _ in range(61)]

    assert set(statuses[:40]) == {400}
    assert statuses[-1] == 429
    answer = client.post("/api/v1/reports")
    assert answer.json["code"] == 429
    assert int(answer.headers["Retry-After"]) > 0
