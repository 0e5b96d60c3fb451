"""`drafter serve` as the process that people start."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import psutil
import pytest
from click.testing import CliRunner

from drafter.cli import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are not sent like this on Windows")


def free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def command(home: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "drafter", "--home", str(home), "serve", *words]


@contextmanager
def serving(home: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The running server, once it says that it listens, and its port. What it has not ended itself is killed."""
    port = free_port()
    process = subprocess.Popen(
        command(home, "--port", str(port), *words),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    assert process.stdout
    try:
        line = process.stdout.readline()
        assert f":{port}" in line, line + process.stdout.read()
        yield process, port
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()


def answer(
    port: int, path: str, headers: Mapping[str, str] = {}, host: str = "127.0.0.1"
) -> tuple[int, http.client.HTTPMessage, str]:
    with closing(http.client.HTTPConnection(host, port)) as connection:
        connection.request("GET", path, headers=dict(headers))
        got = connection.getresponse()
        return got.status, got.headers, got.read().decode("utf-8", "replace")


def add_account(home: Path) -> None:
    words = ["--home", str(home), "accounts", "add", "sep", "--name", "Sếp", "--role", "admin", "--password-stdin"]
    assert CliRunner().invoke(main, words, input="matkhau-1").exit_code == 0


def test_on_this_computer_no_account_is_needed(tmp_path: Path) -> None:
    with serving(tmp_path) as (_, port):
        status, headers, page = answer(port, "/quan-tri")
        assert (status, "Quản trị" in page) == (200, True)
        assert "Server" not in headers
        assert answer(port, "/health")[0] == 200
        assert answer(port, "/quan-tri", {"Host": "vi-du.vn"})[0] == 400


def test_what_is_kept_for_an_hour_is_gone_although_nobody_asks_for_it(tmp_path: Path) -> None:
    folder = tmp_path / "previews"
    folder.mkdir()
    old, new = folder / ("0" * 64), folder / ("1" * 64)
    for path, age in ((old, 3700), (new, 0)):
        path.write_text("{}", encoding="utf-8")
        os.utime(path, (time.time() - age,) * 2)

    with serving(tmp_path):
        end = time.monotonic() + 10
        while old.exists() and time.monotonic() < end:
            time.sleep(0.05)
        assert (old.exists(), new.exists()) == (False, True)


def test_a_copy_that_was_not_sent_to_its_end_is_gone_at_the_next_start(tmp_path: Path) -> None:
    left = tmp_path / "sao-luu-abc"
    left.mkdir()
    (left / "drafter.sqlite3").write_bytes(b"SQLite format 3")

    with serving(tmp_path):
        assert not left.exists()


def test_a_body_that_is_far_too_large_is_not_waited_for(tmp_path: Path) -> None:
    with serving(tmp_path) as (_, port), closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as asking:
        asking.putrequest("POST", "/soan-thao")
        asking.putheader("Content-Length", str(64 * 2**20))
        asking.endheaders()

        assert asking.getresponse().status == 413


def test_browsers_that_keep_their_connections_keep_nobody_out(tmp_path: Path) -> None:
    with serving(tmp_path) as (_, port), ExitStack() as kept:
        for _nth in range(120):  # twenty people
            connection = kept.enter_context(closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)))
            connection.request("GET", "/health")
            assert connection.getresponse().read()

        assert answer(port, "/health")[0] == 200


def test_for_other_computers_there_must_be_accounts(tmp_path: Path) -> None:
    for words in (("--host", "0.0.0.0"), ("--behind-tls",)):
        done = subprocess.run(
            command(tmp_path, "--port", str(free_port()), *words),
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        )

        assert done.returncode == 2
        assert "phải có tài khoản, mà chưa có tài khoản nào; hãy tạo bằng: drafter accounts add" in done.stderr
        assert done.stdout == ""


def test_with_accounts_one_logs_in_first(tmp_path: Path) -> None:
    add_account(tmp_path)
    with serving(tmp_path, "--host", "0.0.0.0") as (_, port):
        status, headers, _page = answer(port, "/quan-tri")
        assert (status, headers["Location"]) == (302, "/dang-nhap?next=/quan-tri")
        assert answer(port, "/dang-nhap")[0] == 200
        assert answer(port, "/api/v1/status")[0] == 401


def test_whoever_sits_at_this_computer_may_set_it_up_for_others(tmp_path: Path) -> None:
    with serving(tmp_path, "--accounts") as (_, port):
        status, headers, _page = answer(port, "/")
        assert (status, headers["Location"].partition("?")[0]) == (302, "/thiet-lap")


def test_behind_tls_sessions_are_secure_and_the_browser_s_address_counts(tmp_path: Path) -> None:
    add_account(tmp_path)
    forwarded = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "vi-du.vn"}
    with serving(tmp_path, "--behind-tls") as (_, port):
        status, headers, _page = answer(port, "/dang-nhap", forwarded)
        assert status == 200
        assert "Secure" in headers["Set-Cookie"]
        assert answer(port, "/metrics")[0] == answer(port, "/metrics", forwarded)[0] == 404


def test_without_it_nobody_says_from_where_they_come(tmp_path: Path) -> None:
    """Else whoever tries passwords would come from elsewhere each time."""
    add_account(tmp_path)
    with serving(tmp_path, "--accounts") as (_, port):
        assert answer(port, "/metrics", {"X-Forwarded-For": "203.0.113.7"})[0] == 200


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = subprocess.run(
            command(tmp_path, "--port", str(taken.getsockname()[1])),
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        )

    assert done.returncode == 2
    assert "hãy chọn cổng khác bằng --port" in done.stderr


@pytest.mark.parametrize("host", ["khong-co.invalid", "192.0.2.1"])
def test_an_address_that_is_another_s_is_told(tmp_path: Path, host: str) -> None:
    add_account(tmp_path)
    done = subprocess.run(
        command(tmp_path, "--port", str(free_port()), "--host", host),
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )

    assert done.returncode == 2
    assert f"Máy này không có địa chỉ {host}; hãy ghi" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_when_it_is_stopped_no_process_is_left(tmp_path: Path, number: signal.Signals) -> None:
    with serving(tmp_path) as (process, _):
        # Those that check files are started at once: wait until they are there.
        while not (workers := psutil.Process(process.pid).children(recursive=True)):
            time.sleep(0.05)

        process.send_signal(number)
        _, alive = psutil.wait_procs([psutil.Process(process.pid), *workers], timeout=60)

        assert not alive
        assert process.wait() == 0
        assert process.stdout
        assert "Traceback" not in process.stdout.read()
