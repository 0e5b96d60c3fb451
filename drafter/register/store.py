"""The register of one home: the door to everything that `drafter.register` keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection

from drafter.register import batches, decisions, entries, issuing, numbering, papers
from drafter.register.batches import Comparison
from drafter.register.entries import Filter
from drafter.register.history import Act, Change
from drafter.register.importing.preview import Preview
from drafter.register.numbering import Gap
from drafter.register.rules import Rules
from drafter.register.values import Entry, Paper, Record
from drafter.storage import Database


class Register:
    """The documents that an office issued. Close it, or use it in a `with`.

    Raises `CorpusError` where the database cannot be used, `RegisterError` where the register does not allow what is
    asked; then nothing is changed.
    """

    def __init__(self, home: str | Path | None = None, url: str | None = None, wait: float = 60.0) -> None:
        """See `Database`."""
        self._database = Database(home, url, wait)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state, for `drafter.register`'s functions that take one."""
        with self._database.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes all come to stand at the end, or none."""
        with self._database.writing() as connection:
            yield connection

    def rules(self) -> Rules:
        with self.reading() as connection:
            return decisions.rules_of(connection)

    def set_rules(self, rules: Rules, act: Act) -> None:
        """See `decisions.set_rules`; who changes one of them reads the others in the same transaction (`writing`)."""
        with self.writing() as connection:
            decisions.set_rules(connection, rules, act)

    def issue(self, record: Record, year: int, act: Act, paper: Paper | None = None, replaces: str = "") -> Entry:
        """Gives the record the next number of its series and enters it as issued; its own number is not looked at.

        `replaces` is the notation of an entry that this one takes the place of, as `entry` takes it. Raises
        `SecretFile`, `WrongEntry`, `UnknownEntry`.
        """
        with self.writing() as connection:
            kept = papers.keep(connection, paper)
            return issuing.issue(connection, record, year, act, kept, replaces)

    def reserve(self, record: Record, year: int, act: Act) -> Entry:
        """Gives the next number of the record's series to a document that is yet to be issued."""
        with self.writing() as connection:
            return issuing.reserve(connection, record, year, act)

    def issue_reserved(
        self,
        notation: str,
        year: int,
        known: Mapping[str, Any],
        act: Act,
        paper: Paper | None = None,
        replaces: str = "",
    ) -> Entry:
        """Issues what has a number already; `known` are columns of the record that are known by now.

        `replaces` and what is raised as of `issue`.
        """
        with self.writing() as connection:
            kept = papers.keep(connection, paper)
            found = issuing.sought(connection, notation, year)
            return issuing.issue_reserved(connection, found, known, act, kept, replaces)

    def add(self, record: Record, year: int, act: Act) -> Entry:
        """Enters a document that was issued with the number it has. Raises `NumberTaken`, `SkippedNumbers`."""
        with self.writing() as connection:
            return issuing.add(connection, record, year, act)

    def cancel(self, notation: str, year: int, act: Act) -> Entry:
        """Cancels a number, for a reason: of an entry, or one that is missing in the book and now has its reason."""
        with self.writing() as connection:
            return issuing.cancel(connection, notation, year, act)

    def replace(self, notation: str, by: str, year: int, act: Act) -> Entry:
        """Notes that one entry took the place of another; both stay counted as issued."""
        with self.writing() as connection:
            return issuing.take_place(connection, notation, issuing.sought(connection, by, year), act)

    def correct(self, notation: str, year: int, known: Mapping[str, Any], act: Act) -> Entry:
        """Sets columns of the record right. Raises `NumberTaken` for a number that another entry has."""
        with self.writing() as connection:
            return issuing.correct(connection, issuing.sought(connection, notation, year), known, act)

    def entry(self, notation: str, year: int) -> Entry:
        """The entry of a number: "05/KH-UBND", or "5" where only one has it; "05/KH-UBND năm 2025" of another year.

        Raises `UnknownEntry`, `SeveralEntries`.
        """
        with self.reading() as connection:
            return issuing.sought(connection, notation, year)

    def entries(self, wanted: Filter, limit: int | None = None, offset: int = 0) -> list[Entry]:
        """The entries that fit, in the order of the book."""
        with self.reading() as connection:
            return entries.find(connection, wanted, decisions.rules_of(connection), limit, offset)

    def size(self, wanted: Filter) -> int:
        with self.reading() as connection:
            return entries.size(connection, wanted, decisions.rules_of(connection))

    def history(self, id: int) -> tuple[Change, ...]:
        """What was done to an entry, the oldest first; an import that brought it is the first."""
        with self.reading() as connection:
            return batches.history_of(connection, id)

    def gaps(self, year: int) -> tuple[Gap, ...]:
        """Numbers of the year's series under which nothing stands."""
        with self.reading() as connection:
            return numbering.gaps(connection, year)

    def years(self) -> tuple[int, ...]:
        """The years that have entries, the newest first."""
        with self.reading() as connection:
            return entries.years(connection)

    def paper(self, found: Entry) -> Paper | None:
        """What an entry was issued with; its `text` is not kept."""
        with self.reading() as connection:
            return papers.paper_of(connection, found)

    def look_at(self, preview: Preview) -> Comparison:
        """What would become of each row of a register in a file."""
        with self.reading() as connection:
            return batches.compare(connection, preview, decisions.rules_of(connection))

    def take_in(
        self, preview: Preview, act: Act, progress: batches.Progress | None = None, paper: Paper | None = None
    ) -> Comparison:
        """Enters what is new of a file and corrects what is changed, all or nothing; what became of each row.

        `paper` is what the only document of a package came with. Raises `SecretFile`.
        """
        with self.writing() as connection:
            found = batches.compare(connection, preview, decisions.rules_of(connection))
            batches.put(connection, found, act, progress, paper)
            return found

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
