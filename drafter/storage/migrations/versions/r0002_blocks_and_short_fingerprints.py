"""Fingerprints of 32 bits, texts in blocks, and the abbreviations that documents define.

The old fingerprints are of no use any more: opening the corpus makes the index anew, and reads the abbreviations.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_IN_BLOCKS = """
    INSERT INTO content (document_id, start, text)
    WITH RECURSIVE block (document_id, start, length) AS (
        SELECT document_id, 0, length(text) FROM whole
        UNION ALL SELECT document_id, start + 16000, length FROM block WHERE start + 16000 < length
    )
    SELECT block.document_id, block.start, substr(whole.text, block.start + 1, 16000)
    FROM block JOIN whole ON whole.document_id = block.document_id
"""


def upgrade() -> None:
    op.drop_table("posting")
    op.create_table(
        "posting",
        sa.Column("hash", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("passage_id", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.add_column("document", sa.Column("abbreviations", sa.Text, nullable=False, server_default="{}"))
    op.execute("CREATE TEMPORARY TABLE whole AS SELECT document_id, text FROM content")
    op.drop_table("content")
    op.create_table(
        "content",
        sa.Column("document_id", sa.Integer, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.execute(_IN_BLOCKS)
    op.execute("DROP TABLE whole")
