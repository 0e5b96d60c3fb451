"""Adding files to the corpus: a job after another, each in a process of its own, watched by whoever brought the files.

What a file does to the process that reads it harms no page: the process is replaced, the file refused. What is stored
and its line in the log come to stand together.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import monotonic
from typing import Literal

from sqlalchemy import Connection as DatabaseConnection

from drafter.corpus import Added, Corpus
from drafter.corpus.reading import items_in
from drafter.errors import CorpusError, DrafterError, GreedyFile, SlowFile, UnreadableFile
from drafter.storage import Database
from webapp.checking import confine
from webapp.faults import told
from webapp.store import Asking, note_of
from webapp.uploading import Upload

Fate = Literal["added", "replaced", "joined", "unchanged", "refused"]
_LOG = logging.getLogger(__name__)
_BROKEN = "{}: chương trình gặp lỗi nên chưa chắc đã thêm được; hãy tìm trong kho, nếu chưa có thì thêm lại."
_SILENCE = 600.0
"""Seconds without a word, of a page done or a document stored, after which a file is given up."""
_LOOKS_EVERY = 0.5
"""Seconds between two looks at whether to stop."""
_REMEMBERED = 200
"""Jobs whose outcome can still be looked at."""
_WAITING = 20
"""Jobs that may wait; their files lie in memory."""


class TooMuchWaiting(DrafterError):
    def __init__(self) -> None:
        super().__init__("Đang có quá nhiều lần thêm chờ xử lý; hãy đợi vài phút rồi gửi lại các tệp này.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document; a package brings several."""

    name: str
    fate: Fate
    id: int = 0
    """Of the document that holds it now; 0 where it was refused."""
    number: str = ""
    known_as: str = ""
    """The stored document's name where that is another."""
    reason: str = ""
    """Why it was refused: a sentence."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is."""

    files: int
    done: int
    now: str
    """The name of the file that is being read, "" for none."""
    page: tuple[int, int] | None
    """Pages of it that are done, and that there are."""
    outcomes: tuple[Outcome, ...]

    @property
    def is_over(self) -> bool:
        return self.done == self.files


@dataclass
class _Job:
    who: Asking
    files: deque[Upload]
    count: int
    done: int = 0
    now: str = ""
    page: tuple[int, int] | None = None
    outcomes: list[Outcome] = field(default_factory=list)


class Adder:
    """Adds files to the corpus of a home, one job at a time. Close it."""

    def __init__(self, home: Path, database: Database, silence: float = _SILENCE) -> None:
        self._home = home
        self._database = database
        self._silence = silence
        self._jobs: OrderedDict[str, _Job] = OrderedDict()
        self._waiting: deque[_Job] = deque()
        self._changed = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    def begin(self, files: Sequence[Upload], who: Asking) -> str:
        """Takes the files over; the name of the job, to ask for it later. Raises `TooMuchWaiting`."""
        job, name = _Job(who, deque(files), len(files)), secrets.token_urlsafe(12)
        with self._changed:
            if len(self._waiting) >= _WAITING:
                raise TooMuchWaiting
            self._jobs[name] = job
            while len(self._jobs) > _REMEMBERED:
                self._jobs.popitem(last=False)
            self._waiting.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="drafter-adder", daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return name

    def progress(self, name: str) -> Progress | None:
        """How far a job is; None for one that there is none of, or not any more."""
        with self._changed:
            job = self._jobs.get(name)
            return Progress(job.count, job.done, job.now, job.page, tuple(job.outcomes)) if job else None

    def close(self) -> None:
        """What waits is not added any more; what is being added is stored whole or not at all."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                job = self._waiting.popleft()
            try:
                with closing(_Reader(self._home, job.who, self._silence, lambda: self._closed)) as reader:
                    while job.files and not self._closed:
                        self._add(job, reader)
            except Exception:  # a fault of ours in one job must not stop all that come after it
                _LOG.exception("adding to the corpus")
                self._give_up(job)

    def _add(self, job: _Job, reader: _Reader) -> None:
        file = job.files.popleft()
        with self._changed:
            job.now, job.page = file.name, None
        for said in reader.add(file):
            with self._changed:
                if isinstance(said, Outcome):
                    job.outcomes.append(said)
                else:
                    job.page = said
            if isinstance(said, Outcome) and said.fate == "refused":
                self._note_refused(job, said)
        with self._changed:
            job.done, job.now, job.page = job.done + 1, "", None

    def _note_refused(self, job: _Job, refused: Outcome) -> None:
        try:
            with self._database.writing() as connection:
                note_of(connection, *job.who, "corpus refused", refused.number, refused.name)
        except CorpusError:  # of a full disk: what comes after may find room
            _LOG.exception("refused by the corpus, which the log does not have: %s", refused.name)

    def _give_up(self, job: _Job) -> None:
        with self._changed:
            left = [job.now, *(file.name for file in job.files)]
            job.outcomes += [Outcome(name, "refused", reason=_BROKEN.format(name)) for name in left if name]
            job.done, job.now = job.count, ""
            job.files.clear()


class _Reader:
    """The process that reads and stores. It is started with the first file, and again after one that broke it."""

    def __init__(self, home: Path, who: Asking, silence: float, stop: Callable[[], bool]) -> None:
        self._home = home
        self._who = who
        self._silence = silence
        self._stop = stop
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def add(self, file: Upload) -> Iterator[Outcome | tuple[int, int]]:
        """What became of the documents in a file, and in between how many of its pages are read."""
        pipe = self._running()
        try:
            pipe.send(file)
            while self._hears(pipe):
                said = pipe.recv()
                if said is None:
                    return
                yield said
            error: UnreadableFile = SlowFile(file.name)
        except (EOFError, OSError):
            error = GreedyFile(file.name)
        self.close()
        if not self._stop():
            yield Outcome(file.name, "refused", reason=str(error))

    def close(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def _running(self) -> Connection:
        if self._pipe is None:
            # Spawned: what another thread of this process holds locked must not be locked in a copy for ever.
            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(
                target=_read_and_store, args=(str(self._home), self._who, theirs), daemon=True
            )
            self._process.start()
            theirs.close()
        return self._pipe

    def _hears(self, pipe: Connection) -> bool:
        """Whether something is said before it has been silent for too long."""
        end = monotonic() + self._silence
        while not self._stop() and monotonic() < end:
            if pipe.poll(_LOOKS_EVERY):
                return True
        return False


def _read_and_store(home: str, who: Asking, pipe: Connection) -> None:
    """The process: takes a file, says what became of its documents, then None; until nobody sends any more."""
    confine()
    with Corpus(home) as corpus, suppress(EOFError):
        while True:
            file: Upload = pipe.recv()
            for outcome in _stored(corpus, file, who, lambda done, total: pipe.send((done, total))):
                pipe.send(outcome)
            pipe.send(None)


def _stored(corpus: Corpus, file: Upload, who: Asking, progress: Callable[[int, int], None]) -> Iterator[Outcome]:
    def noted(connection: DatabaseConnection, added: Added) -> None:
        if added.status != "unchanged":
            note_of(connection, *who, f"corpus {added.status}", added.number, added.name)

    try:
        for one in corpus.add_all(items_in(file.name, file.data, progress), noted):
            if isinstance(one, Added):
                yield Outcome(one.name, one.status, one.id, one.number, one.known_as)
            else:
                yield Outcome(one.name, "refused", reason=one.reason)
    except CorpusError as error:
        yield Outcome(file.name, "refused", reason=told(error))
