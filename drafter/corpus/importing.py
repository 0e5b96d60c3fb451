"""From paths to documents for the corpus: files, folders with all below them, collections."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from drafter.corpus.jsonlines import SUFFIXES, read_lines
from drafter.corpus.metadata import completed
from drafter.corpus.sidecar import NAMES, Sidecar, read_sidecar
from drafter.corpus.values import UNKNOWN, Item, Metadata, Refused
from drafter.errors import ForbiddenFile, MissingFile, UnreadableFile

_READABLE = (".docx", ".txt", *SUFFIXES)


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
    for folder in {folder for source in made.sources for folder in _folders(source.path)}:
        made.sidecars[folder] = read_sidecar(folder)
    return made


def items(plan: Plan, advance: Callable[[int], None] = lambda _: None) -> Iterator[Item | Refused]:
    """The documents of a plan, read one at a time; what cannot be read is refused and the rest goes on.

    `advance` is told of bytes as they are read.
    """
    yield from plan.refused
    for source in plan.sources:
        if source.path.name.lower().endswith(SUFFIXES):
            yield from _lines(source.path, advance)
        else:
            yield _file(source.path, plan.sidecars)
            advance(source.bytes)


def _below(folder: Path, made: Plan) -> list[Path]:
    """The readable files in a folder and below; the others are counted, hidden and lock files are not even that."""
    found = []
    refuse = made.refused.append
    for place, folders, files in os.walk(
        folder, onerror=lambda error: refuse(Refused(error.filename, str(ForbiddenFile(error.filename))))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith((".", "~$")) or name.lower() in NAMES:
                continue
            if name.lower().endswith(_READABLE):
                found.append(Path(place, name))
            else:
                made.passed_over[Path(name).suffix.lower()] += 1
    return found


def _file(path: Path, sidecars: Mapping[Path, Sidecar | None]) -> Item | Refused:
    from drafter.readers import read

    try:
        document = read(path)
    except UnreadableFile as error:
        return Refused(str(path), str(error))
    except Exception as error:  # a fault of ours in one file must not stop hundreds of others
        return Refused(str(path), f"{UnreadableFile(path.name)} ({type(error).__name__})")
    return Item.of(document, completed(_given(path, sidecars), document.text), os.path.realpath(path))


def _given(path: Path, sidecars: Mapping[Path, Sidecar | None]) -> Metadata:
    """What the sidecar of the file's folder says about it, else that of the folder above."""
    real = Path(os.path.realpath(path))
    for folder in _folders(path):
        sidecar = sidecars.get(folder)
        if sidecar and (said := sidecar.about(real.relative_to(folder))):
            return said
    return UNKNOWN


def _folders(path: Path) -> tuple[Path, Path]:
    """Where a sidecar of the file may lie: its folder, and the one above."""
    real = Path(os.path.realpath(path))
    return real.parent, real.parent.parent


def _lines(path: Path, advance: Callable[[int], None]) -> Iterator[Item | Refused]:
    try:
        yield from read_lines(path, advance)
    except PermissionError:
        yield Refused(str(path), str(ForbiddenFile(path.name)))
    except OSError:
        yield Refused(str(path), str(UnreadableFile(path.name)))
