"""The processes that check files: what happens to whoever waits when one of them is killed."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from drafter.errors import GreedyFile
from webapp.checking import Checkers, CheckRefused

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are not killed like this on Windows")


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Checkers]:
    """Checkers with a single process."""
    with closing(Checkers(tmp_path, workers=1)) as made:
        yield made


def test_a_process_that_is_killed_while_it_has_nothing_to_do_is_replaced(one: Checkers) -> None:
    first = one.call("a.docx", os.getpid)

    os.kill(first, signal.SIGKILL)

    for _ in range(15):
        assert one.call("a.docx", os.getpid) != first
        time.sleep(0.1)


def test_a_process_that_is_killed_over_a_file_refuses_that_file_alone(one: Checkers) -> None:
    busy = one.call("a.docx", os.getpid)
    with ThreadPoolExecutor() as threads:
        waiting = threads.submit(one.call, "lon.docx", time.sleep, 60)
        behind = threads.submit(one.call, "sau.docx", os.getpid)
        time.sleep(0.5)

        os.kill(busy, signal.SIGKILL)

        with pytest.raises(GreedyFile, match=r"lon\.docx"):
            waiting.result(30)
        assert behind.result(30) != busy


def test_processes_start_where_less_memory_is_granted_than_they_are_limited_to(tmp_path: Path) -> None:
    words = (
        "import resource; from webapp.checking import confine; confine(); print(resource.getrlimit(resource.RLIMIT_AS))"
    )
    granted = 2 * 2**30

    done = subprocess.run(
        [sys.executable, "-c", words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (granted, granted)),
    )

    assert done.stdout.strip() == str((granted, granted)), done.stderr


def test_nothing_is_begun_once_the_application_stops(tmp_path: Path) -> None:
    checkers = Checkers(tmp_path, workers=1)
    checkers.close()

    with pytest.raises(CheckRefused, match="đang dừng"):
        checkers.call("a.docx", os.getpid)
