"""The register of issued documents: entries, their history, decisions, closed periods, meetings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _entries()
    _history()
    _periods()
    _meetings()


def _entries() -> None:
    op.create_table(
        "register_batch",
        _id(),
        *_made(),
        sa.Column("year", sa.Integer, nullable=False),
        _said("unit"),
        _needed("file"),
        _needed("sha256"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "register_entry",
        _id(),
        sa.Column("year", sa.Integer, nullable=False),
        _needed("series"),
        sa.Column("number", sa.Integer, nullable=True),
        *map(_said, ("suffix", "symbol", "date", "kind", "title", "signer", "recipients", "keeper")),
        sa.Column("copies", sa.Integer, nullable=True),
        *map(_said, ("sent", "received", "note", "unit")),
        sa.Column("attached", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("normative", sa.Boolean, nullable=False, server_default=sa.false()),
        _needed("state"),
        _said("reason"),
        sa.Column("replaced_by", sa.Integer, sa.ForeignKey("register_entry.id"), nullable=True),
        *map(_said, ("file", "report")),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("register_batch.id"), nullable=True),
        _said("words"),
        sa.UniqueConstraint("series", "number", "suffix"),
        sqlite_autoincrement=True,
    )
    counted = ["year", "unit", "kind", "date", "state", "attached", "normative"]
    op.create_index("register_entry_counted", "register_entry", counted)
    op.create_index("register_entry_book", "register_entry", ["year", "series", "number", "suffix"])
    op.create_table(
        "register_file",
        sa.Column("sha256", sa.Text, primary_key=True),
        _needed("name"),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table("register_report", sa.Column("sha256", sa.Text, primary_key=True), _needed("json"))


def _history() -> None:
    op.create_table(
        "register_change",
        _id(),
        *_made(),
        _needed("subject"),
        sa.Column("subject_id", sa.Integer, nullable=False),
        *map(_needed, ("action", "columns")),
        _said("why"),
        sqlite_autoincrement=True,
    )
    op.create_index("register_change_subject", "register_change", ["subject", "subject_id"])
    op.create_table(
        "register_decision", _id(), *_made(), *map(_needed, ("name", "value")), _said("why"), sqlite_autoincrement=True
    )
    op.create_index("register_decision_name", "register_decision", ["name", "id"])


def _periods() -> None:
    op.create_table(
        "register_period",
        _id(),
        sa.Column("year", sa.Integer, nullable=False),
        _needed("name"),
        _said("unit"),
        *_made(),
        _needed("snapshot"),
        sa.UniqueConstraint("year", "name", "unit"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "register_avoided",
        _id(),
        *map(_needed, ("date", "how")),
        _said("kind"),
        _needed("title"),
        _said("unit"),
        sa.Column("into_id", sa.Integer, sa.ForeignKey("register_entry.id"), nullable=True),
        *map(_said, ("reason", "report")),
        sa.Column("cancelled", sa.Boolean, nullable=False, server_default=sa.false()),
        sqlite_autoincrement=True,
    )
    op.create_index("register_avoided_date", "register_avoided", ["date"])


def _meetings() -> None:
    op.create_table(
        "register_meeting",
        _id(),
        *map(_needed, ("date", "title", "kind", "scope", "form")),
        sa.Column("minutes", sa.Integer, nullable=True),
        *map(_said, ("matter", "units", "unit")),
        sa.Column("entry_id", sa.Integer, sa.ForeignKey("register_entry.id"), nullable=True, unique=True),
        _needed("state"),
        _said("reason"),
        sqlite_autoincrement=True,
    )
    op.create_index("register_meeting_date", "register_meeting", ["date"])


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _made() -> tuple[sa.Column[str], sa.Column[str]]:
    return _needed("at"), _needed("who")


def _needed(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _said(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")
