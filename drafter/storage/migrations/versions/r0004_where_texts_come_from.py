"""What a file was and how sure its text is; pages with their pictures; other files of the same content."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in (
        sa.Column("origin", sa.Text, nullable=False, server_default="txt"),
        sa.Column("confidence", sa.Float, nullable=True),
        sa.Column("pages", sa.Integer, nullable=False, server_default="0"),
        sa.Column("doubts", sa.Text, nullable=False, server_default="{}"),
        sa.Column("given", sa.Text, nullable=False, server_default="{}"),
        sa.Column("by_hand", sa.Text, nullable=False, server_default="{}"),
        sa.Column("unsure", sa.Text, nullable=False, server_default="[]"),
        sa.Column("reader_version", sa.Integer, nullable=False, server_default="0"),
    ):
        op.add_column("document", column)
    # Until now files of Word and of plain text alone could be read.
    op.execute("UPDATE document SET origin = 'docx' WHERE lower(name) LIKE '%.docx'")
    op.create_table(
        "page",
        sa.Column("document_id", sa.Integer, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("width", sa.Float, nullable=False),
        sa.Column("height", sa.Float, nullable=False),
        sa.Column("confidence", sa.Float, nullable=True),
        sa.Column("picture", sa.LargeBinary, nullable=True),
    )
    op.create_table(
        "copy",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
        sa.Column("location", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("known", sa.Text, nullable=False),
        sa.Column("reader_version", sa.Integer, nullable=False),
    )
    op.create_index("copy_document_id", "copy", ["document_id"])
    op.create_index("copy_location", "copy", ["location"])
    op.create_table(
        "package",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("members", sa.Text, nullable=False),
        sa.Column("reader_version", sa.Integer, nullable=False),
    )
