"""The corpus: documents, their texts, and the index over them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _documents()
    _fingerprints()
    if op.get_bind().dialect.name == "sqlite":
        # Distinct words only, nothing but the documents that hold them: a twentieth of the text.
        op.execute(
            "CREATE VIRTUAL TABLE word_index USING fts5"
            "(words, content='', detail='none', columnsize=0, tokenize=\"unicode61 remove_diacritics 0\")"
        )
        return
    op.create_table(
        "word_index",
        sa.Column("document_id", sa.Integer, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("words", TSVECTOR, nullable=False),
    )
    op.create_index("word_index_words", "word_index", ["words"], postgresql_using="gin")


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        sa.Column("location", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("number_key", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("issuer", sa.Text, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("date", sa.Text, nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("syllables", sa.Integer, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("first_passage", sa.Integer, nullable=False),
        sa.Column("end_passage", sa.Integer, nullable=False),
        sa.Column("index_version", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("document_location", "document", ["location"])
    op.create_index("document_number_key", "document", ["number_key"])
    op.create_table(
        "content",
        sa.Column("document_id", sa.Integer, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )


def _fingerprints() -> None:
    op.create_table(
        "passage",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_table(
        "posting",
        sa.Column("hash", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("passage_id", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
