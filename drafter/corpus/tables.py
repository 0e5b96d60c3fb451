"""The tables as they stand after all migrations."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()


def _of_document(primary_key: bool) -> Column[int]:
    parent = ForeignKey("document.id", ondelete="CASCADE")
    return Column("document_id", Integer, parent, primary_key=primary_key, nullable=False)


document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("location", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("number", Text, nullable=False),
    # The number as numbers are compared, see `drafter.corpus.words.number_key`.
    Column("number_key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("issuer", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("syllables", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
    # The passages of a document have neighbouring ids: no index is needed to find them.
    Column("first_passage", Integer, nullable=False),
    Column("end_passage", Integer, nullable=False),
    Column("index_version", Integer, nullable=False),
    # What the text defines, as JSON: {"CNSCĐ": ["công", "nghệ", "số", "cộng", "đồng"]}.
    Column("abbreviations", Text, nullable=False, server_default="{}"),
    Index("document_location", "location"),
    Index("document_number_key", "number_key"),
    sqlite_autoincrement=True,
)
content = Table(
    "content",
    metadata,
    _of_document(primary_key=True),
    # Where the block stands in the text.
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
)
passage = Table(
    "passage",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _of_document(primary_key=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    # For the database alone, which makes sure that no passage is left when a document goes.
    Index("passage_document_id", "document_id"),
)
posting = Table(
    "posting",
    metadata,
    Column("hash", Integer, primary_key=True, autoincrement=False),
    Column("passage_id", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
