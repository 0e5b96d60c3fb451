"""The tables as they stand after all migrations."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

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
    # What the file was (`drafter.document.Origin`), and how sure a recognised text is.
    Column("origin", Text, nullable=False, server_default="txt"),
    Column("confidence", Float, nullable=True),
    Column("pages", Integer, nullable=False, server_default="0"),
    # As JSON: which of number, kind … are doubtful and why (`drafter.corpus.doubts`).
    Column("doubts", Text, nullable=False, server_default="{}"),
    # As JSON: what a sidecar says, and what was set by hand; the rest is read from the text.
    Column("given", Text, nullable=False, server_default="{}"),
    Column("by_hand", Text, nullable=False, server_default="{}"),
    # As JSON: where in its beginning a recognised text is unsure, as [start, end].
    Column("unsure", Text, nullable=False, server_default="[]"),
    # `drafter.readers.VERSION` that the file was read by; 0 for what is no file.
    Column("reader_version", Integer, nullable=False, server_default="0"),
    # What somebody said of its force (`drafter.corpus.values.Standing`); "" where nobody did.
    Column("status", Text, nullable=False, server_default=""),
    Column("status_since", Text, nullable=False, server_default=""),
    Column("status_by", Text, nullable=False, server_default=""),
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
# The terms that say most of what a document is about (`drafter.corpus.subjects`), the weightiest of each term together.
term = Table(
    "term",
    metadata,
    Column("hash", Integer, primary_key=True, autoincrement=False),
    Column("weight", Integer, primary_key=True, autoincrement=False),
    _of_document(primary_key=True),
    Index("term_document_id", "document_id"),
    sqlite_with_rowid=False,
)
# The documents that a document refers to, by their numbers as numbers are compared.
reference = Table(
    "reference",
    metadata,
    Column("number_key", Text, primary_key=True),
    _of_document(primary_key=True),
    Index("reference_document_id", "document_id"),
    sqlite_with_rowid=False,
)
page = Table(
    "page",
    metadata,
    _of_document(primary_key=True),
    # In the file, from 1.
    Column("number", Integer, primary_key=True, autoincrement=False),
    # Its span in the text.
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    # mm
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
    Column("confidence", Float, nullable=True),
    # Of a recognised page, a JPEG.
    Column("picture", LargeBinary, nullable=True),
)
# Other files whose content is that of a document.
copy = Table(
    "copy",
    metadata,
    Column("sha256", Text, primary_key=True),
    _of_document(primary_key=False),
    Column("location", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("origin", Text, nullable=False),
    # As JSON: what a sidecar says of it, and what could be read in it for sure.
    Column("given", Text, nullable=False),
    Column("known", Text, nullable=False),
    Column("reader_version", Integer, nullable=False),
    Index("copy_document_id", "document_id"),
    Index("copy_location", "location"),
)
# Packages that were read without a fault, and the documents in them: as JSON, [sha256, name] of each.
package = Table(
    "package",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("members", Text, nullable=False),
    Column("reader_version", Integer, nullable=False),
)
# What documents do with others (`drafter.corpus.values.Tie`), stored or not.
relation = Table(
    "relation",
    metadata,
    _of_document(primary_key=True),
    Column("kind", Text, primary_key=True),
    # The other's number as numbers are compared, and as it was given.
    Column("number_key", Text, primary_key=True),
    Column("number", Text, nullable=False),
    Index("relation_number_key", "number_key"),
)
