"""The web application: accounts, drafts with their versions and steps, what was ignored, and a log that only grows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _accounts()
    _filled()
    _drafts()
    _log()


def _accounts() -> None:
    op.create_table(
        "web_account",
        _id(),
        sa.Column("login", sa.Text, nullable=False, unique=True),
        _needed("name"),
        _said("unit"),
        *map(_needed, ("roles", "password")),
        sa.Column("closed", sa.Boolean, nullable=False, server_default=sa.false()),
        _needed("made_at"),
        _said("sessions_since"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "web_token",
        _id(),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("web_account.id"), nullable=True),
        _needed("name"),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        _needed("made_at"),
        _said("used_at"),
        sa.Column("revoked", sa.Boolean, nullable=False, server_default=sa.false()),
        sqlite_autoincrement=True,
    )


def _filled() -> None:
    op.create_table(
        "web_filled",
        sa.Column("account_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("family", sa.Text, primary_key=True),
        _needed("value"),
    )


def _drafts() -> None:
    op.create_table(
        "web_draft",
        _id(),
        sa.Column("owner_id", sa.Integer, sa.ForeignKey("web_account.id"), nullable=True),
        _said("unit"),
        _needed("title"),
        _said("kind"),
        *map(_needed, ("state", "made_at", "changed_at")),
        sa.Column("entry_id", sa.Integer, nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("web_draft_owner", "web_draft", ["owner_id", "changed_at"])
    op.create_index("web_draft_state", "web_draft", ["state", "changed_at"])
    op.create_table(
        "web_version",
        _id(),
        _of_draft(),
        sa.Column("nth", sa.Integer, nullable=False),
        *map(_needed, ("at", "who", "name", "sha256")),
        *map(_counted, ("copied", "cited", "formula", "errors", "warnings", "hints", "overlaps", "doubted")),
        _needed("record"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        *map(_needed, ("report", "page")),
        sqlite_autoincrement=True,
    )
    op.create_index("web_version_draft", "web_version", ["draft_id", "nth"], unique=True)
    op.create_table(
        "web_ignored",
        _id(),
        _of_draft(),
        _needed("rule"),
        _said("key"),
        *map(_needed, ("reason", "who", "at")),
        *map(_said, ("undone_by", "undone_at")),
        sqlite_autoincrement=True,
    )
    op.create_index("web_ignored_draft", "web_ignored", ["draft_id"])
    op.create_table(
        "web_step",
        _id(),
        _of_draft(),
        *map(_needed, ("at", "who", "state")),
        _said("remarks"),
        sqlite_autoincrement=True,
    )
    op.create_index("web_step_draft", "web_step", ["draft_id"])


def _log() -> None:
    op.create_table("web_form", sa.Column("token", sa.Text, primary_key=True), *map(_needed, ("at", "target")))
    op.create_table(
        "web_log",
        _id(),
        _needed("at"),
        *map(_said, ("who", "address")),
        _needed("action"),
        *map(_said, ("subject", "detail")),
        sqlite_autoincrement=True,
    )
    op.create_index("web_log_at", "web_log", ["at"])
    for statement in _GROWS_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


# Whoever reaches the database through the program cannot take back what was noted.
_GROWS_ONLY = {
    "sqlite": (
        "CREATE TRIGGER web_log_kept BEFORE DELETE ON web_log BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
        "CREATE TRIGGER web_log_fixed BEFORE UPDATE ON web_log BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
        # What INSERT OR REPLACE takes away fires no other trigger.
        "CREATE TRIGGER web_log_new BEFORE INSERT ON web_log WHEN EXISTS (SELECT 1 FROM web_log WHERE id = NEW.id) "
        "BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION web_log_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log only grows'; END $$",
        "CREATE TRIGGER web_log_kept BEFORE UPDATE OR DELETE ON web_log FOR EACH ROW EXECUTE FUNCTION web_log_grows()",
        "CREATE TRIGGER web_log_whole BEFORE TRUNCATE ON web_log FOR EACH STATEMENT EXECUTE FUNCTION web_log_grows()",
    ),
}


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _of_draft() -> sa.Column[int]:
    return sa.Column("draft_id", sa.Integer, sa.ForeignKey("web_draft.id", ondelete="CASCADE"), nullable=False)


def _counted(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _needed(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _said(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")
