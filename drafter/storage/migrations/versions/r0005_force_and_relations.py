"""Whether a document is in force, and what documents do with others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("status", "status_since", "status_by"):
        op.add_column("document", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.create_table(
        "relation",
        sa.Column("document_id", sa.Integer, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("number_key", sa.Text, primary_key=True),
        sa.Column("number", sa.Text, nullable=False),
    )
    op.create_index("relation_number_key", "relation", ["number_key"])
