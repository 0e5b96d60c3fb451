"""Checks in processes of their own, with limits of memory and time: what a file does to one harms no other."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, TimeoutError, wait
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from pebble import ProcessExpired, ProcessPool

from drafter.errors import DrafterError, GreedyFile, SlowFile
from webapp.faults import told

if TYPE_CHECKING:
    from drafter.storage import Database
    from webapp.kept import Counts

Given = ParamSpec("Given")
Result = TypeVar("Result")
_SECONDS = 150.0
"""A scan of many pages takes the longest."""
_MEMORY = 4 * 2**30
"""Bytes of address space of one process."""
_UNTIL_RENEWED = 200
"""Files after which a process makes room for a new one."""
_LOOKS_EVERY = 1.0
"""Seconds between two looks at whether the processes are still there."""
_Task = tuple[Callable[..., object], tuple[object, ...], dict[str, object]]


class CheckRefused(DrafterError):
    """The file cannot be checked; `str()` is the sentence to show."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is kept of a file that was checked."""

    report: str
    """`webapp.kept`."""
    page: str
    """`webapp.leaf`."""
    subject: str
    kind: str
    record: str
    """What it says of itself for the register (`webapp.kept.record_json`)."""
    counts: Counts


class Checkers:
    """A few processes that check files one after another. Close it."""

    def __init__(self, home: Path, workers: int | None = None) -> None:
        self._home = home
        self._workers = workers or max(1, min(4, os.cpu_count() or 1))
        self._pool: ProcessPool | None = None
        self._closed = False
        self._starting = Lock()

    def check(self, name: str, data: bytes) -> Checked:
        """The file checked against the corpus of the home. Raises `CheckRefused` and other `DrafterError`s."""
        return self.call(name, _checked, str(self._home), name, data)

    def call(self, name: str, work: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """What a function of a module makes of the file `name`, in one of the processes; it must change nothing, for
        it may be called twice. Raises as `check` does.
        """
        try:
            found, sentence = self._answer((work, args, kwargs))
        except (TimeoutError, CancelledError) as error:
            raise SlowFile(name) from error
        except (ProcessExpired, BrokenExecutor, MemoryError) as error:
            raise GreedyFile(name) from error
        if sentence:
            raise CheckRefused(sentence)
        return cast(Result, found)

    def warm_up(self) -> None:
        """Starts the processes and loads what they need, without waiting for it."""
        for _ in range(self._workers):
            self._processes().schedule(_load, args=(str(self._home),))

    def close(self) -> None:
        with self._starting:
            self._closed = True
            if self._pool is not None:
                _stop(self._pool)

    def _answer(self, task: _Task) -> tuple[object, str]:
        """What `_told` says; asked again where the processes broke down meanwhile, which was another's doing."""
        try:
            return _waited_for(self._processes(), task)
        except BrokenExecutor:
            return _waited_for(self._processes(), task)

    def _processes(self) -> ProcessPool:
        with self._starting:
            if self._closed:
                raise CheckRefused("Chương trình đang dừng; hãy đợi ít phút rồi gửi lại.")
            if self._pool is not None and not self._pool.active:
                # A pool is given up when a process ends that had nothing to do, as when the system needs its memory.
                _stop(self._pool)
                self._pool = None
            if self._pool is None:
                # Spawned: what another thread of this process holds locked must not be locked in a copy for ever.
                self._pool = ProcessPool(self._workers, _UNTIL_RENEWED, confine, context=get_context("spawn"))
            return self._pool


def confine() -> None:
    """Limits the memory of this process, where the system can."""
    if sys.platform != "win32":
        import resource

        from drafter.readers.confinement import cap

        cap({resource.RLIMIT_AS: _MEMORY})


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _waited_for(pool: ProcessPool, task: _Task) -> tuple[object, str]:
    """What `_told` says in one of the processes. Raises `BrokenExecutor` where these broke down before."""
    try:
        future = pool.schedule(_told, args=task, timeout=_SECONDS)
    except RuntimeError as error:
        raise BrokenExecutor from error
    # What comes while a pool breaks down is never answered.
    while not wait([future], _LOOKS_EVERY).done:
        if not pool.active:
            raise BrokenExecutor
    return future.result()


def _load(home: str) -> None:
    from drafter import review  # noqa: F401
    from drafter.nlp.words import words

    _corpus(home)
    words("nạp sẵn từ điển")


def _told(
    work: Callable[..., Result], args: tuple[object, ...], kwargs: dict[str, object]
) -> tuple[Result | None, str]:
    """What was made, or the sentence that says why nothing was: errors of ours are no values that cross processes."""
    try:
        return work(*args, **kwargs), ""
    except DrafterError as error:
        return None, told(error)


def _checked(home: str, name: str, data: bytes) -> Checked:
    from drafter import review
    from drafter.readers import read_bytes
    from drafter.readers.secrecy import refuse_secret
    from drafter.register.reading import record_of
    from webapp.kept import counts_of, record_json, report_json
    from webapp.leaf import lines_json, lines_of
    from webapp.switches import wanted_checks, without

    document = read_bytes(name, data)
    refuse_secret(name, document.text)
    corpus, off = _corpus(home), _switched_off(home)
    report = without(review(document, corpus, wanted_checks(off)), off)
    return Checked(
        report_json(report, corpus.size().documents),
        lines_json(lines_of(document)),
        report.document.subject,
        report.document.kind,
        record_json(record_of(document)),
        counts_of(report),
    )


@cache
def _corpus(home: str):  # type: ignore[no-untyped-def]
    """The corpus of a home, opened once in a process."""
    from drafter import Corpus

    return Corpus(home)


def _switched_off(home: str) -> frozenset[str]:
    """What the office wants not to be told of, as it holds now."""
    from webapp.settings import switched_off

    with _database(home).reading() as connection:
        return switched_off(connection)


@cache
def _database(home: str) -> Database:
    from drafter.storage import Database

    return Database(home)
