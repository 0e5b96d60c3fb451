"""The pages of documents that have any (PDF, pictures), stored with the pictures of recognised ones."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update

from drafter.corpus.tables import document, page
from drafter.document import Page, Span


def write(connection: Connection, id: int, pages: Sequence[Page]) -> None:
    """Stores the pages of a document, in place of those that it had."""
    connection.execute(delete(page).where(page.c.document_id == id))
    rows = [
        {
            "document_id": id,
            "number": one.number,
            "start": one.span.start,
            "end": one.span.end,
            "width": one.width,
            "height": one.height,
            "confidence": one.confidence,
            "picture": one.picture,
        }
        for one in pages
    ]
    if rows:
        connection.execute(insert(page), rows)
    connection.execute(update(document).where(document.c.id == id).values(pages=len(rows)))


def read(connection: Connection, id: int) -> list[Page]:
    """The pages in their order, without pictures."""
    columns = [column for column in page.c if column.name not in ("document_id", "picture")]
    rows = connection.execute(select(*columns).where(page.c.document_id == id).order_by(page.c.number))
    return [Page(Span(row.start, row.end), row.number, row.width, row.height, row.confidence) for row in rows]


def picture(connection: Connection, id: int, number: int) -> bytes | None:
    """The picture of a page, None where there is none."""
    chosen = (page.c.document_id == id) & (page.c.number == number)
    found = connection.execute(select(page.c.picture).where(chosen)).scalar()
    return None if found is None else bytes(found)
