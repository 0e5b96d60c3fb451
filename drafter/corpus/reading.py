"""One file of an import: known already, or read into the documents that it holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from drafter.corpus.items import item_of, over
from drafter.corpus.metadata import kind_symbol
from drafter.corpus.several import Job, Tell
from drafter.corpus.sidecar import Sidecar, sidecar_of
from drafter.corpus.values import UNKNOWN, Arrival, Item, Metadata, Package, Refused, Seen
from drafter.document import Document
from drafter.errors import MalformedSidecar, SecretFile, UnreadableFile

if TYPE_CHECKING:
    from drafter.readers.edxml import Envelope

Sidecars = Mapping[Path, Sidecar | None]
"""By folder."""
_HERE = (".docx", ".txt")


class Known(Protocol):
    """What a corpus tells of files that were added before."""

    def knows(self, sha256: str) -> bool: ...

    def members(self, sha256: str) -> list[tuple[str, str]] | None: ...


def folders(path: Path) -> tuple[Path, Path]:
    """Where a sidecar of the file may lie: its folder, and the one above."""
    real = Path(os.path.realpath(path))
    return real.parent, real.parent.parent


def items_in(name: str, data: bytes, progress: Callable[[int, int], None] | None = None) -> list[Item | Refused]:
    """The documents in a file, or in a package, that lies nowhere on this computer; refused is what cannot be read, and
    what bears a mark of secrecy."""
    from drafter.readers import read_all_bytes

    try:
        found = read_all_bytes(name, data, progress)
        said = _Said.within(name, data)
    except (UnreadableFile, MalformedSidecar) as error:
        return [Refused(name, str(error))]
    return [_item(one, one.name, said.about(at, one.name)) for at, one in enumerate(found)]


def _item(one: Document | UnreadableFile, place: str, given: Metadata = UNKNOWN, location: str = "") -> Item | Refused:
    """The item of a document; `place` names what is refused, because it cannot be read or is secret."""
    if isinstance(one, UnreadableFile):
        return Refused(place, str(one))
    try:
        return item_of(one, given, location)
    except SecretFile as error:
        return Refused(place, str(error))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a package says of its documents, by tables in it and by envelopes; nothing of a file that is none."""

    tables: Sequence[Sidecar]
    letters: Sequence[Metadata]

    @classmethod
    def within(cls, name: str, data: bytes) -> _Said:
        """Raises `MalformedSidecar`."""
        from drafter.readers.packages import said_within

        said = said_within(name, data)
        return cls([sidecar_of(*table) for table in said.tables], [_said_by(letter) for letter in said.letters])

    def about(self, at: int, member: str) -> Metadata:
        """What is said of the document at this place: by the first table that knows it, then by its envelope."""
        tables = (table.about(Path(_own_name(member))) for table in self.tables)
        return over(next(filter(None, tables), UNKNOWN), self.letters[at] if self.letters else UNKNOWN)


def _own_name(member: str) -> str:
    """The name of a member of a package without those of the packages around it."""
    return member.rpartition(" › ")[2]


def _said_by(letter: Envelope | None) -> Metadata:
    if letter is None:
        return UNKNOWN
    kind = kind_symbol(letter.kind, letter.number)
    return Metadata(letter.number, kind, letter.subject, letter.issuer, letter.date)


@dataclass(frozen=True, slots=True)
class FileJob(Job):
    """A file to read, unless `corpus` knows it."""

    path: Path
    size: int
    sidecars: Sidecars
    corpus: Known | None = None

    @property
    def here(self) -> bool:
        """Word files and plain texts are parsed in Python, where threads only hinder each other; what other programs
        and processes read is waited for in a thread."""
        return self.path.name.lower().endswith(_HERE)

    def run(self, tell: Tell) -> list[Arrival]:
        told = 0

        def progress(done: int, total: int) -> None:
            nonlocal told
            part = self.size * done // max(1, total)
            tell(part - told, f"{done}/{total} {self.path.name}")
            told = part

        found = self._seen_or_read(progress)
        tell(self.size - told, self.path.name)
        return found

    def _seen_or_read(self, progress: Callable[[int, int], None]) -> list[Arrival]:
        from drafter.readers import content_of, read_all_bytes

        try:
            data = content_of(self.path)
            digest = sha256(data).hexdigest()
            if seen := self._seen(digest, data):
                return seen
            found = read_all_bytes(self._name, data, progress)
            return self._arrivals(digest, data, found)
        except (UnreadableFile, MalformedSidecar) as error:
            return [Refused(str(self.path), str(error))]
        except Exception as error:  # a fault of ours in one file must not stop hundreds of others
            return [Refused(str(self.path), f"{UnreadableFile(self._name)} ({type(error).__name__})")]

    def _seen(self, digest: str, data: bytes) -> list[Arrival]:
        """The file, or what lies in it, as stored; nothing where any of it has to be read."""
        if self.corpus is None:
            return []
        if self.corpus.knows(digest):
            return [self._as_seen(self._name, digest, self._location, self._given())]
        inside = self.corpus.members(digest) or []
        if not all(self.corpus.knows(member) for member, _ in inside):
            return []
        places = self._inside(data, [name for _, name in inside], range(len(inside)))
        return [
            self._as_seen(name, member, location, given)
            for (member, name), (location, given) in zip(inside, places, strict=True)
        ]

    def _as_seen(self, name: str, digest: str, location: str, given: Metadata) -> Seen:
        return Seen(name, digest, location, given, lambda: self._read_again(digest))

    def _read_again(self, digest: str) -> Item | Refused:
        """The document of these bytes, read although it was known."""
        found = FileJob(self.path, self.size, self.sidecars).run(lambda *_: None)
        wanted = (one for one in found if isinstance(one, Item) and one.sha256 == digest)
        refused = (one for one in found if isinstance(one, Refused))
        changed = Refused(str(self.path), str(UnreadableFile(self._name)))
        return next(wanted, next(refused, changed))

    def _arrivals(self, digest: str, data: bytes, found: list[Document | UnreadableFile]) -> list[Arrival]:
        documents = [one for one in found if isinstance(one, Document)]
        if [one.sha256 for one in documents] == [digest]:
            return [_item(documents[0], str(self.path), self._given(), self._location)]
        which = [at for at, one in enumerate(found) if isinstance(one, Document)]
        places = iter(self._inside(data, [one.name for one in documents], which))
        arrivals: list[Arrival] = []
        for one in found:
            location, given = next(places) if isinstance(one, Document) else ("", UNKNOWN)
            arrivals.append(_item(one, f"{self.path}#{one.name}", given, location))
        if all(isinstance(one, Item) for one in arrivals):
            arrivals.append(Package(digest, tuple((one.sha256, one.name) for one in documents)))
        return arrivals

    @property
    def _name(self) -> str:
        """The file's, printable even where the file system holds bytes that are no UTF-8."""
        return os.fsencode(self.path.name).decode("utf-8", "replace")

    @property
    def _location(self) -> str:
        return os.path.realpath(self.path)

    def _inside(self, data: bytes, names: list[str], which: Sequence[int]) -> list[tuple[str, Metadata]]:
        """Where members of the package with these names lie, and what is said of each: by a sidecar beside the package
        or in it, by its envelope.

        `which` are their places among all that lies in it. Raises `MalformedSidecar`.
        """
        said = _Said.within(self._name, data)
        places: list[tuple[str, Metadata]] = []
        for at, name in enumerate(names):
            again = names[:at].count(name)
            given = self._given(_own_name(name), alone=len(names) == 1)
            given = over(given, said.about(which[at], name))
            places.append((f"{self._location}#{name}" + (f"#{again + 1}" if again else ""), given))
        return places

    def _given(self, member: str = "", alone: bool = True) -> Metadata:
        """What the sidecar of the file's folder says about it, else that of the folder above.

        A member of a package is asked for by its own name; one that lies there alone also by the package's.
        """
        real = Path(self._location)
        for folder in folders(self.path):
            if sidecar := self.sidecars.get(folder):
                said = sidecar.about(Path(member)) if member else None
                if said := said or (sidecar.about(real.relative_to(folder)) if alone else None):
                    return said
        return UNKNOWN
