"""The register beside the application's own tables, and as a book to print."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from drafter.register import Filter, Register, Rules
from drafter.register.entries import size
from drafter.render.register_sheet import Cover, register_workbook
from webapp.accounts import Account
from webapp.desk import visible_to
from webapp.tables import draft


def with_counted(connection: Connection, wanted: Filter, rules: Rules) -> int:
    """How many of the entries that are looked for count against the target."""
    return size(connection, replace(wanted, counted=True), rules)


def draft_of(connection: Connection, entry_id: int, account: Account) -> int | None:
    """The draft that was issued as an entry, None where there is none that the account may see."""
    query = select(draft.c.id).where(draft.c.entry_id == entry_id, visible_to(account))
    return connection.execute(query).scalar()


def filled_book(home: str, wanted: Filter, cover: Cover) -> bytes:
    """An .xlsx of the entries that are looked for; in a process of its own, since that takes long for large ones."""
    with Register(home) as register:
        return register_workbook(register.entries(wanted), cover)
