"""Jobs done several at a time, their outcomes in their order: a slow one is waited for, what came before it goes on."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import Event
from types import TracebackType
from typing import Protocol, Self

from drafter.corpus.values import Arrival

Tell = Callable[[int, str], None]
"""Told of bytes that were read since the last time, and where the reading is."""
_WORKERS = 4
_AHEAD = 16
"""Jobs that are begun before the first of them is needed: what was read waits in memory."""
_PATIENCE = 0.5
"""Seconds after which somebody who waits is told that nothing is ready."""


class Stopped(Exception):
    """Nobody wants the outcome any more."""


class Job(Protocol):
    @property
    def here(self) -> bool:
        """Whether it is done in the thread of whoever wants the outcome."""

    def run(self, tell: Tell) -> Iterable[Arrival]: ...


class Several:
    """Does jobs in threads. Use it in a `with`: at its end what still runs is stopped as soon as it tells something."""

    def __init__(self, tell: Tell, workers: int | None = None) -> None:
        self._tell = tell
        self._pool = ThreadPoolExecutor(workers or min(_WORKERS, os.cpu_count() or 1))
        self._stop = Event()
        self._told: SimpleQueue[tuple[int, str]] = SimpleQueue()

    def in_order(self, jobs: Iterable[Job]) -> Iterator[Arrival]:
        """The outcomes of the jobs; None now and then while the next is not ready."""
        begun: deque[tuple[Job, Future[Iterable[Arrival]] | None]] = deque()
        for job in jobs:
            begun.append((job, None if job.here else self._pool.submit(job.run, self._tell_later)))
            if len(begun) >= _AHEAD:
                yield from self._outcome(*begun.popleft())
        while begun:
            yield from self._outcome(*begun.popleft())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _outcome(self, job: Job, future: Future[Iterable[Arrival]] | None) -> Iterator[Arrival]:
        if future is None:
            yield from job.run(self._tell)
            self._tell_all()
            return
        while not future.done():
            try:
                future.exception(_PATIENCE)
            except TimeoutError:
                self._tell_all()
                yield None
        self._tell_all()
        yield from future.result()

    def _tell_later(self, bytes: int, where: str) -> None:
        """Called in threads: only one of them may draw."""
        if self._stop.is_set():
            raise Stopped
        self._told.put((bytes, where))

    def _tell_all(self) -> None:
        while True:
            try:
                self._tell(*self._told.get_nowait())
            except Empty:
                return
