"""Deleting drafts that were left lying: those that nobody handed in, after the set days."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event

from sqlalchemy import select

from drafter.errors import DrafterError
from drafter.storage import Database
from webapp import desk, journal, settings
from webapp.tables import draft
from webapp.workflow import OWN

A_DAY = 24 * 60 * 60.0
"""Seconds."""
_log = logging.getLogger(__name__)


def expire(database: Database, at: datetime) -> int:
    """Deletes what was last changed more than the set days before the instant `at`; how many drafts those were."""
    with database.reading() as connection:
        days = settings.retention(connection)
    if days is None:
        return 0
    until = (at.astimezone(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
    wanted = draft.c.state.in_(OWN), draft.c.entry_id.is_(None), draft.c.changed_at < until
    with database.writing() as connection:
        found = connection.execute(select(draft.c.id).where(*wanted)).scalars().all()
        for id in found:
            kept = desk.stored(connection, id)
            desk.remove(connection, kept)
            detail = f"{kept.title} (không sửa từ {kept.changed_at[:10]}, thời hạn {days} ngày)"
            journal.write(
                connection, at.astimezone(UTC).isoformat(timespec="seconds"), "", "draft expired", f"{id}", detail
            )
    return len(found)


def each_day(action: Callable[[], object], stop: Event, pause: float = A_DAY) -> None:
    """Does it now and after each pause (seconds) until `stop` is set; what fails is logged and tried again."""
    while True:
        try:
            action()
        except DrafterError as error:
            _log.warning("what is done each day was not done: %s", error)
        if stop.wait(pause):
            return
