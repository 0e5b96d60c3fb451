"""`drafter accounts`: the accounts of the web application, from the terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli import main
from drafter.storage import Database
from webapp import accounts, journal
from webapp.journal import Wanted

PASSWORD = "matkhau-1"


def run(home: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["--home", str(home), "accounts", *words], input=typed)


def known(home: Path, login: str, password: str) -> accounts.Account | None:
    with Database(home) as database, database.reading() as connection:
        return accounts.logged_in(connection, login, password)


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ((), {"drafter"}),
        (("quản-trị",), {"admin"}),
        (("quan tri", "VĂN-THƯ"), {"admin", "clerk"}),
        (("admin", "lanh-dao", "văn phòng", "soan_thao"), {"admin", "leader", "office", "drafter"}),
    ],
)
def test_an_account_is_added_with_roles_in_either_language(
    tmp_path: Path, said: tuple[str, ...], roles: set[str]
) -> None:
    options = [word for role in said for word in ("--role", role)]
    done = run(tmp_path, "add", "an.nv", "--name", "Nguyễn Văn An", *options, typed=f"{PASSWORD}\n{PASSWORD}\n")

    assert done.exit_code == 0, done.output
    assert "Đã thêm tài khoản an.nv" in done.stdout
    assert PASSWORD not in done.output
    made = known(tmp_path, "an.nv", PASSWORD)
    assert made and made.roles == roles


def test_a_password_comes_from_standard_input(tmp_path: Path) -> None:
    words = ("add", "an", "--name", "An", "--unit", "Văn phòng", "--password-stdin")
    assert run(tmp_path, *words, typed="mật khẩu có dấu\n").exit_code == 0

    made = known(tmp_path, "an", "mật khẩu có dấu")
    assert made and made.unit == "Văn phòng"


@pytest.mark.parametrize(
    ("words", "typed", "sentence"),
    [
        (("add", "an", "--name", "An"), f"{PASSWORD}\nkhác hẳn\n", "Hai lần nhập mật khẩu khác nhau"),
        (("add", "an", "--name", "An", "--password-stdin"), "ngắn\n", "Mật khẩu quá ngắn"),
        (("add", "an", "--name", "An", "--role", "vua", "--password-stdin"), PASSWORD, "Không có vai trò “vua”"),
        (("add", "a b", "--name", "An", "--password-stdin"), PASSWORD, "chữ không dấu"),
        (("add", "an"), "", "Thiếu --name"),
        (("password", "ai", "--password-stdin"), PASSWORD, "Không có tài khoản “ai”"),
        (("close", "ai"), "", "Không có tài khoản “ai”"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_changed(
    tmp_path: Path, words: tuple[str, ...], typed: str, sentence: str
) -> None:
    done = run(tmp_path, *words, typed=typed)

    assert done.exit_code == 2
    assert sentence in done.stderr
    assert run(tmp_path, "list").stdout == "Chưa có tài khoản nào; hãy thêm bằng: drafter accounts add TÊN-ĐĂNG-NHẬP\n"


def test_accounts_are_listed_given_passwords_and_closed(tmp_path: Path) -> None:
    run(tmp_path, "add", "sep", "--name", "Sếp", "--role", "admin", "--password-stdin", typed=PASSWORD)
    run(tmp_path, "add", "an", "--name", "Nguyễn An", "--unit", "Phòng A", "--password-stdin", typed=PASSWORD)

    assert run(tmp_path, "password", "AN", "--password-stdin", typed="mật khẩu mới").exit_code == 0
    assert known(tmp_path, "an", "mật khẩu mới")
    assert run(tmp_path, "close", "an").exit_code == 0
    assert known(tmp_path, "an", "mật khẩu mới") is None

    assert "an · Nguyễn An · Phòng A · soạn thảo · đã đóng" in run(tmp_path, "list").stdout.splitlines()
    listed = [json.loads(line) for line in run(tmp_path, "list", "--format", "json").stdout.splitlines()]
    assert {one["login"]: (one["roles"], one["closed"]) for one in listed} == {
        "an": (["drafter"], True),
        "sep": (["admin"], False),
    }
    refused = run(tmp_path, "close", "sep")
    assert refused.exit_code == 2
    assert "ít nhất một tài khoản quản trị" in refused.stderr
    with Database(tmp_path) as database, database.reading() as connection:
        noted = [(one.action, one.subject) for one in journal.lines(connection, Wanted(), 1)]
    assert noted == [("account closed", "an"), ("password set", "an"), ("account made", "an"), ("account made", "sep")]
