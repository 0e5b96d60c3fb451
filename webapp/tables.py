"""The tables of the web application as they stand after all migrations. Instants are UTC, ISO 8601."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, false

metadata = MetaData()


def _said(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _needed(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


account = Table(
    "web_account",
    metadata,
    Column("id", Integer, primary_key=True),
    # What is typed to log in, in small letters.
    Column("login", Text, nullable=False, unique=True),
    _needed("name"),
    _said("unit"),
    # Names of roles (`webapp.accounts.ROLES`), parted by blanks.
    _needed("roles"),
    # An Argon2 hash.
    _needed("password"),
    Column("closed", Boolean, nullable=False, server_default=false()),
    _needed("made_at"),
    # Sessions begun before do not count any more: after a new password, or when the account was closed.
    _said("sessions_since"),
    sqlite_autoincrement=True,
)
token = Table(
    "web_token",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account_id", ForeignKey("web_account.id"), nullable=True),
    _needed("name"),
    # sha256 of the token, which is shown once.
    Column("sha256", Text, nullable=False, unique=True),
    _needed("made_at"),
    _said("used_at"),
    Column("revoked", Boolean, nullable=False, server_default=false()),
    sqlite_autoincrement=True,
)
draft = Table(
    "web_draft",
    metadata,
    Column("id", Integer, primary_key=True),
    # None: of the one person of a local computer.
    Column("owner_id", ForeignKey("web_account.id"), nullable=True),
    _said("unit"),
    _needed("title"),
    _said("kind"),
    # `webapp.workflow.STATES`.
    _needed("state"),
    _needed("made_at"),
    _needed("changed_at"),
    # The entry of the register that it was issued as.
    Column("entry_id", Integer, nullable=True),
    Index("web_draft_owner", "owner_id", "changed_at"),
    Index("web_draft_state", "state", "changed_at"),
    sqlite_autoincrement=True,
)
version = Table(
    "web_version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("draft_id", ForeignKey("web_draft.id", ondelete="CASCADE"), nullable=False),
    # From 1.
    Column("nth", Integer, nullable=False),
    _needed("at"),
    _needed("who"),
    _needed("name"),
    _needed("sha256"),
    # For lists, and therefore before what is large: shares in thousandths, how many errors, warnings, hints, overlaps,
    # whether it is doubted to be needed (0 or 1).
    *(
        Column(name, Integer, nullable=False)
        for name in ("copied", "cited", "formula", "errors", "warnings", "hints", "overlaps", "doubted")
    ),
    # What it says of itself for the register, as JSON (`webapp.kept.record_json`).
    _needed("record"),
    Column("content", LargeBinary, nullable=False),
    # All of the report, and how the document looks, as JSON (`webapp.kept`).
    _needed("report"),
    _needed("page"),
    Index("web_version_draft", "draft_id", "nth", unique=True),
    sqlite_autoincrement=True,
)
ignored = Table(
    "web_ignored",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("draft_id", ForeignKey("web_draft.id", ondelete="CASCADE"), nullable=False),
    _needed("rule"),
    # Which finding (`webapp.ignoring.keys_of`); "" for all of the rule in this document.
    _said("key"),
    _needed("reason"),
    _needed("who"),
    _needed("at"),
    _said("undone_by"),
    _said("undone_at"),
    Index("web_ignored_draft", "draft_id"),
    sqlite_autoincrement=True,
)
step = Table(
    "web_step",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("draft_id", ForeignKey("web_draft.id", ondelete="CASCADE"), nullable=False),
    _needed("at"),
    _needed("who"),
    _needed("state"),
    _said("remarks"),
    Index("web_step_draft", "draft_id"),
    sqlite_autoincrement=True,
)
form = Table(
    "web_form",
    metadata,
    # What a page put into its form, so that sending it twice does nothing twice, and where the first sending led.
    Column("token", Text, primary_key=True),
    _needed("at"),
    _needed("target"),
)
filled = Table(
    "web_filled",
    metadata,
    # 0: the one person of a local computer.
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    # "state" or "party": an account may write for two offices.
    Column("family", Text, primary_key=True),
    # What of an office was filled in last, as JSON (`webapp.composing`).
    _needed("value"),
)
log = Table(
    "web_log",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("at"),
    # The login, "" where nobody was logged in.
    _said("who"),
    _said("address"),
    _needed("action"),
    _said("subject"),
    _said("detail"),
    Index("web_log_at", "at"),
    sqlite_autoincrement=True,
)
