"""What documents are about: the terms that say most of each, and the documents that it refers to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "term",
        sa.Column("hash", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("weight", sa.Integer, primary_key=True, autoincrement=False),
        _document(),
        sqlite_with_rowid=False,
    )
    op.create_index("term_document_id", "term", ["document_id"])
    op.create_table(
        "reference",
        sa.Column("number_key", sa.Text, primary_key=True),
        _document(),
        sqlite_with_rowid=False,
    )
    op.create_index("reference_document_id", "reference", ["document_id"])


def _document() -> sa.Column[int]:
    parent = sa.ForeignKey("document.id", ondelete="CASCADE")
    return sa.Column("document_id", sa.Integer, parent, primary_key=True, autoincrement=False)
