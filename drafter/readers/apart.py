"""Reads what needs foreign programs or libraries in a process of its own, with limits of memory and time.

The process gets the file in a private folder, the only place where it may write, and a stripped environment; it
confines itself before it looks at the file (`drafter.readers.inside`, `drafter.readers.confinement`). Whatever happens,
at the end no process and no file of it is left; where this process is killed itself, a later one removes the files.
"""

from __future__ import annotations

import json
import math
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

import psutil

from drafter.document import Document
from drafter.errors import CorruptFile, GreedyFile, SlowFile, UnreadableFile
from drafter.readers.answers import Answer, Garbled, answers
from drafter.readers.grids import Book
from drafter.readers.programs import sockets_of
from drafter.readers.sniffing import Form

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take."""

    memory: int
    """Bytes that its processes hold in memory together."""
    silence: float
    """Seconds from one page to the next; of a form that tells of none, for all of it."""
    longest: float
    """Seconds for all of it."""
    programs: bool = False
    """Whether the reader may start others."""


_GB = 2**30
_OFFICE = Limits(2 * _GB, silence=180, longest=180, programs=True)
_PAGES = Limits(2 * _GB, silence=120, longest=3 * 3600, programs=True)
_ALONE = Limits(_GB, silence=60, longest=60)
_CELLS = Limits(2 * _GB, silence=180, longest=180)
LIMITS: Mapping[str, Limits] = {
    "doc": _OFFICE,
    "odt": _OFFICE,
    "rtf": _OFFICE,
    "pdf": _PAGES,
    "image": _PAGES,
    "html": _ALONE,
    "md": _ALONE,
    "xlsx": _ALONE,
    "book": _CELLS,
}
"""By form, "book" for the cells of a spreadsheet: a page to be recognised may take a minute on a slow machine, and a
scan may have some hundred."""

_PREFIX, _REQUEST = "drafter-read-", "request.json"
"""Of a folder's name, and what stands in every such folder."""
_LOOKS_EVERY = 0.1
"""Seconds between two looks at memory and time."""
_TO_DIE = 10
"""Seconds that killed processes are waited for."""
_KEPT = (
    *("PATH", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "TESSDATA_PREFIX", "OMP_THREAD_LIMIT"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "PROGRAMFILES", "PROGRAMFILES(X86)"),
    *("PROGRAMW6432", "PROGRAMDATA", "LOCALAPPDATA", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE"),
)
"""Of the environment: where programs are, in what language; nothing of what else somebody has set."""
_TO_THE_FOLDER = ("HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE", "APPDATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
_NOWHERE = "http://127.0.0.1:9"
"""Where nobody listens: for programs that ask for a proxy."""
_START = "import sys; sys.path[:] = sys.argv[1:]; from drafter.readers.inside import main; main()"
"""The process finds the same modules as this one, and none in its folder or by an environment of its own."""


def read_apart(form: Form, name: str, data: bytes, progress: Progress | None = None) -> Document:
    """The document in `data`, read by the reader of its form in a process with the limits of its form.

    Raises what the reader raises; `SlowFile` and `GreedyFile` beyond the limits; `CorruptFile` where it breaks down.
    What `progress` raises ends the process and is passed on.
    """
    document = _apart(form, name, data, progress)
    if not isinstance(document, Document):
        raise CorruptFile(name)
    return replace(document, name=name, sha256=sha256(data).hexdigest())


def book_apart(name: str, data: bytes, progress: Progress | None = None) -> Book:
    """The cells of the spreadsheet in `data`, read so by `drafter.readers.books`. Raises as `read_apart`."""
    book = _apart("book", name, data, progress)
    if not isinstance(book, Book):
        raise CorruptFile(name)
    return book


def _apart(form: str, name: str, data: bytes, progress: Progress | None) -> Document | Book:
    limits = LIMITS[form]
    _remove_abandoned(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as made:
        folder = Path(made).resolve()
        (folder / "file").write_bytes(data)
        request = {"form": form, "name": name, "memory": limits.memory, "seconds": math.ceil(limits.longest)}
        (folder / _REQUEST).write_text(json.dumps({**request, "programs": limits.programs}), encoding="ascii")
        command = [sys.executable, "-I", "-X", "utf8", "-c", _START, *map(os.path.abspath, sys.path)]
        try:
            return outcome(command, name, folder, limits, progress)
        finally:
            for socket in sockets_of(folder):
                socket.unlink(missing_ok=True)


@cache
def _remove_abandoned(place: str) -> None:
    """Once in a process, the folders of processes that were killed: of our user, and older than any reading lasts."""
    oldest = time.time() - 2 * max(limits.longest for limits in LIMITS.values())
    for folder in Path(place).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            found = folder.lstat()
            ours = sys.platform == "win32" or found.st_uid == os.getuid()
            if ours and found.st_mtime < oldest and (folder / _REQUEST).is_file():
                shutil.rmtree(folder, ignore_errors=True)


def outcome(command: list[str], name: str, folder: Path, limits: Limits, progress: Progress | None) -> Document | Book:
    """What a process says in the end (`drafter.readers.answers`), while it is watched. Raises as `read_apart`."""
    with _running(command, folder) as (process, output):
        for answer in _in_time(_listened(output, name), process, name, limits):
            if isinstance(answer, Document | Book):
                return answer
            if isinstance(answer, UnreadableFile):
                raise answer
            if progress is not None:
                progress(*answer)
    raise CorruptFile(name)


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[tuple[psutil.Process, BinaryIO]]:
    """The process and what it says; at the end it and all that it started are gone."""
    environment = {name: value for name in _KEPT if (value := os.environ.get(name))}
    environment |= dict.fromkeys(_TO_THE_FOLDER, str(folder))
    environment |= dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
    started = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert started.stdout is not None
    process = psutil.Process(started.pid)
    try:
        yield process, cast(BinaryIO, started.stdout)
    finally:
        _kill(process)
        started.wait()


def _kill(process: psutil.Process) -> None:
    """Ends the process and its descendants, also those whose parent has gone."""
    with suppress(psutil.NoSuchProcess):
        tree = _tree(process)
        if sys.platform != "win32":
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
        for one in tree:
            with suppress(psutil.Error):
                one.kill()
        psutil.wait_procs(tree[1:], timeout=_TO_DIE)


def _has_ended(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    return True


def _tree(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


def _listened(output: BinaryIO, name: str) -> queue.SimpleQueue[Answer | None]:
    """What the process says as it says it, None at the end; heard by a thread, so that nobody waits without a limit."""
    said: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()

    def listen() -> None:
        with output, suppress(Garbled, OSError, ValueError):
            for answer in answers(output, name):
                said.put(answer)
        said.put(None)

    threading.Thread(target=listen, name="drafter-reader", daemon=True).start()
    return said


def _in_time(
    said: queue.SimpleQueue[Answer | None], process: psutil.Process, name: str, limits: Limits
) -> Iterator[Answer]:
    """The answers until the end, as long as memory and time last."""
    start = heard = looked = time.monotonic()
    while True:
        answer: Answer | None = None
        with suppress(queue.Empty):
            answer = said.get(timeout=_LOOKS_EVERY)
            if answer is None:
                return
        now = time.monotonic()
        if now - looked >= _LOOKS_EVERY:
            looked = now
            if _memory(process) > limits.memory:
                raise GreedyFile(name)
            if _has_ended(process):
                _kill(process)  # what it started may still hold its output open
        if now - heard > limits.silence or now - start > limits.longest:
            raise SlowFile(name)
        if answer is not None:
            heard = now
            yield answer


def _memory(process: psutil.Process) -> int:
    """Bytes that the process and its descendants hold in memory."""
    held = 0
    with suppress(psutil.Error):
        for one in _tree(process):
            with suppress(psutil.Error):
                held += one.memory_info().rss
    return held
