"""From paths to documents for the corpus: files, folders with all below them, collections."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from drafter.corpus.jsonlines import SUFFIXES, read_lines
from drafter.corpus.reading import FileJob, Known, folders
from drafter.corpus.several import Job, Several, Tell
from drafter.corpus.sidecar import Sidecar, read_sidecar
from drafter.corpus.values import Arrival, Item, Refused
from drafter.errors import ForbiddenFile, MissingFile, UnreadableFile
from drafter.readers.packages import DESCRIPTIONS

_READABLE = (
    *(".docx", ".dotx", ".doc", ".odt", ".rtf", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"),
    *(".html", ".htm", ".txt", ".md", ".xlsx", ".edxml", ".zip"),
    *SUFFIXES,
)


_LONG_WORK = 2_000_000
"""Bytes."""


def _silent(bytes: int, where: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, and its size in bytes."""

    path: Path
    bytes: int


@dataclass(slots=True)
class Plan:
    """What lies at some paths: what to read, what cannot be, and what in folders is of no use here."""

    sources: list[Source] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    """How many files of each other suffix stand in the folders."""
    sidecars: dict[Path, Sidecar | None] = field(default_factory=dict)
    """By folder."""

    @property
    def bytes(self) -> int:
        return sum(source.bytes for source in self.sources)

    @property
    def takes_long(self) -> bool:
        """Whether reading takes more than a moment: much of it, or something that other programs have to read."""
        quick = (".docx", ".txt", *SUFFIXES)
        slow = any(not source.path.name.lower().endswith(quick) for source in self.sources)
        return slow or self.bytes > _LONG_WORK


def plan(paths: Iterable[str | Path]) -> Plan:
    """Files as they are given, folders with all below them, in the order of names; each file once.

    Raises `MalformedSidecar`: better nothing is added than hundreds of documents under wrong numbers.
    """
    made = Plan()
    seen: set[Path] = set()
    for path in map(Path, paths):
        # A file that is given by name is read whatever it is called: its reader says what is wrong with it.
        found = _below(path, made) if path.is_dir() else [path]
        for file in found:
            real = Path(os.path.realpath(file))
            if real in seen:
                continue
            seen.add(real)
            try:
                made.sources.append(Source(file, file.stat().st_size))
            except OSError:
                made.refused.append(Refused(str(file), str(MissingFile(str(file)))))
    for folder in {folder for source in made.sources for folder in folders(source.path)}:
        made.sidecars[folder] = read_sidecar(folder)
    return made


def items(plan: Plan, tell: Tell = _silent) -> Iterator[Item | Refused]:
    """The documents of a plan, all read, one file after the other; what cannot be read is refused, the rest goes on."""
    return (one for one in arrivals(plan, None, tell, 1) if isinstance(one, Item | Refused))


def arrivals(plan: Plan, corpus: Known | None, tell: Tell = _silent, workers: int | None = None) -> Iterator[Arrival]:
    """What the files of a plan hold, in their order, several read at a time; what `corpus` knows is not read again.

    `tell` is told of bytes as they are read, and where the reading is.
    """
    yield from plan.refused
    jobs = (_job(source, plan, corpus) for source in plan.sources)
    with Several(tell, workers) as several:
        yield from several.in_order(jobs)


def _job(source: Source, plan: Plan, corpus: Known | None) -> Job:
    if source.path.name.lower().endswith(SUFFIXES):
        return _Lines(source.path)
    return FileJob(source.path, source.bytes, plan.sidecars, corpus)


@dataclass(frozen=True, slots=True)
class _Lines:
    """A collection to read."""

    path: Path
    here = True

    def run(self, tell: Tell) -> Iterator[Arrival]:
        try:
            yield from read_lines(self.path, lambda bytes: tell(bytes, self.path.name))
        except PermissionError:
            yield Refused(str(self.path), str(ForbiddenFile(self.path.name)))
        except OSError:
            yield Refused(str(self.path), str(UnreadableFile(self.path.name)))


def _below(folder: Path, made: Plan) -> list[Path]:
    """The readable files in a folder and below; the others are counted, hidden and lock files are not even that."""
    found = []
    refuse = made.refused.append
    for place, below, files in os.walk(
        folder, onerror=lambda error: refuse(Refused(error.filename, str(ForbiddenFile(error.filename))))
    ):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            if name.startswith((".", "~$")) or name.lower() in DESCRIPTIONS:
                continue
            if name.lower().endswith(_READABLE):
                found.append(Path(place, name))
            else:
                made.passed_over[Path(name).suffix.lower()] += 1
    return found
