"""An index by which the passages of a document are found when it goes; without it the database looks through all."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("passage_document_id", "passage", ["document_id"])
