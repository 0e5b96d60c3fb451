"""The tables of the register as they stand after all migrations. Instants are UTC, ISO 8601."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata = MetaData()


def _said(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


batch = Table(
    "register_batch",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("year", Integer, nullable=False),
    _said("unit"),
    # What was imported: the file's name and sha256.
    Column("file", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    sqlite_autoincrement=True,
)
entry = Table(
    "register_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("series", Text, nullable=False),
    # Columns of `drafter.register.values.Record`.
    Column("number", Integer, nullable=True),
    _said("suffix"),
    _said("symbol"),
    _said("date"),
    _said("kind"),
    _said("title"),
    _said("signer"),
    _said("recipients"),
    _said("keeper"),
    Column("copies", Integer, nullable=True),
    _said("sent"),
    _said("received"),
    _said("note"),
    _said("unit"),
    Column("attached", Boolean, nullable=False, server_default=false()),
    # Whether the symbol is that of normative documents, with a year in it.
    Column("normative", Boolean, nullable=False, server_default=false()),
    Column("state", Text, nullable=False),
    _said("reason"),
    Column("replaced_by", ForeignKey("register_entry.id"), nullable=True),
    _said("file"),
    _said("report"),
    # The import that brought it; None for what was entered by hand.
    Column("batch_id", ForeignKey("register_batch.id"), nullable=True),
    # What is searched for words: notation, title, signer, recipients and note as `drafter.nlp.folding.key` makes them.
    _said("words"),
    # No number twice; attached texts have none, and nulls are no equals. A series is of one year, or of one term.
    UniqueConstraint("series", "number", "suffix"),
    # What is counted can be counted from the index alone, in its order.
    Index("register_entry_counted", "year", "unit", "kind", "date", "state", "attached", "normative"),
    # The order of the book.
    Index("register_entry_book", "year", "series", "number", "suffix"),
    sqlite_autoincrement=True,
)
change = Table(
    "register_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    # What was changed: "entry", "meeting", "avoided", and its id.
    Column("subject", Text, nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("action", Text, nullable=False),
    # The columns that changed, as JSON: {"title": ["before", "after"]}.
    Column("columns", Text, nullable=False),
    _said("why"),
    Index("register_change_subject", "subject", "subject_id"),
    sqlite_autoincrement=True,
)
decision = Table(
    "register_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    # What was decided, such as "rules" or "baseline/2025/": the newest row of a name holds, none is ever changed.
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False),
    _said("why"),
    Index("register_decision_name", "name", "id"),
    sqlite_autoincrement=True,
)
file = Table(
    "register_file",
    metadata,
    # Of the content.
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
report = Table(
    "register_report",
    metadata,
    # Of the JSON (`drafter.report`), and the JSON.
    Column("sha256", Text, primary_key=True),
    Column("json", Text, nullable=False),
)
period = Table(
    "register_period",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("year", Integer, nullable=False),
    # "Q1" … "Q4", "H1", "H2", "Y".
    Column("name", Text, nullable=False),
    _said("unit"),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    # Figures and rules as they stood, as JSON (`drafter.register.periods`).
    Column("snapshot", Text, nullable=False),
    UniqueConstraint("year", "name", "unit"),
    sqlite_autoincrement=True,
)
avoided = Table(
    "register_avoided",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("date", Text, nullable=False),
    # "merged", "replaced", "dropped": what became of the draft instead of a document of its own.
    Column("how", Text, nullable=False),
    _said("kind"),
    Column("title", Text, nullable=False),
    _said("unit"),
    # The entry that it went into or that was used instead.
    Column("into_id", ForeignKey("register_entry.id"), nullable=True),
    _said("reason"),
    _said("report"),
    Column("cancelled", Boolean, nullable=False, server_default=false()),
    Index("register_avoided_date", "date"),
    sqlite_autoincrement=True,
)
meeting = Table(
    "register_meeting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("date", Text, nullable=False),
    Column("title", Text, nullable=False),
    # "regular", "topical", "urgent".
    Column("kind", Text, nullable=False),
    # "commune" (toàn xã), "units", "internal".
    Column("scope", Text, nullable=False),
    # "in_person", "online", "mixed".
    Column("form", Text, nullable=False),
    Column("minutes", Integer, nullable=True),
    # "briefing", "business", "discussion", "" for unknown: how long it may be.
    _said("matter"),
    # Names parted by "; ".
    _said("units"),
    # Who convened it.
    _said("unit"),
    # The invitation (giấy mời) in the register.
    Column("entry_id", ForeignKey("register_entry.id"), nullable=True, unique=True),
    # "entered", "cancelled".
    Column("state", Text, nullable=False),
    _said("reason"),
    Index("register_meeting_date", "date"),
    sqlite_autoincrement=True,
)
