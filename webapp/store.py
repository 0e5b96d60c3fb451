"""The database, the corpus and the register of the application, opened once and shared by its threads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flask import current_app, g, has_request_context, request
from sqlalchemy import Connection

from drafter.corpus import Corpus
from drafter.register import Act, Register
from drafter.register.history import now
from drafter.storage import Database
from webapp import journal
from webapp.checking import Checkers

LARGEST = 2**31 - 1
"""The largest whole number that every database takes."""

Asking = tuple[str, str]
"""Who asks and from which address, as the log has it."""


@dataclass(frozen=True, slots=True)
class Stores:
    """What lies in one home."""

    home: Path
    database: Database
    corpus: Corpus
    register: Register

    def close(self) -> None:
        self.register.close()
        self.corpus.close()
        self.database.close()


def open_stores(home: Path) -> Stores:
    """Raises `CorpusError`."""
    return Stores(home, Database(home), Corpus(home), Register(home))


def stores() -> Stores:
    """Those of the running application."""
    found: Stores = current_app.extensions["drafter"]
    return found


def store() -> Database:
    return stores().database


def checkers() -> Checkers:
    """Those of the running application."""
    found: Checkers = current_app.extensions["checkers"]
    return found


def whole(said: str) -> int:
    """A number as addresses and forms say it, to be looked for in the database. Raises ValueError for any other."""
    number = int(said)
    if abs(number) > LARGEST:
        raise ValueError(said)
    return number


def act(why: str = "") -> Act:
    """What the account that asks does now."""
    account = getattr(g, "account", None)
    return Act(account.name if account else "", why)


def note(connection: Connection, action: str, subject: str = "", detail: str = "") -> None:
    """Adds to the log what the account that asks did, in the transaction in which it is done."""
    note_of(connection, *asking(), action, subject, detail)


def asking() -> Asking:
    """Who asks now."""
    account = getattr(g, "account", None)
    address = (request.remote_addr or "") if has_request_context() else ""
    return (account.login or account.name) if account else "", address


def note_of(connection: Connection, who: str, address: str, action: str, subject: str = "", detail: str = "") -> None:
    """Adds to the log what somebody had done who does not wait for it."""
    journal.write(connection, now(), who, action, subject, detail, address)
