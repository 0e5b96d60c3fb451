"""A draft as its page opens it: a version with its judged report, the version before, steps, what may be done."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort
from sqlalchemy import Connection

from webapp import desk
from webapp.accounts import Account
from webapp.cards import Judged, judged
from webapp.comparing import Progress, progress
from webapp.desk import Draft, Step, Version
from webapp.ignoring import ignored_now
from webapp.stages import Stage, stages
from webapp.workflow import CHANGEABLE, Move, allowed


@dataclass(frozen=True, slots=True)
class Opened:
    draft: Draft
    version: Version
    versions: tuple[Version, ...]
    """All of them, the newest first."""
    judged: Judged
    page: str
    """How the version looks (`webapp.leaf`)."""
    progress: Progress | None
    """Since the version before, None for the first."""
    steps: tuple[Step, ...]
    stages: tuple[Stage, ...]
    owned: bool
    """By the account that asks."""
    moves: tuple[Move, ...]
    """That the owner may take now."""

    @property
    def is_newest(self) -> bool:
        return self.version.nth == self.versions[0].nth

    @property
    def may_change(self) -> bool:
        """Whether the account may pass over findings and upload versions now."""
        return self.owned and self.draft.state in CHANGEABLE

    @property
    def may_remove(self) -> bool:
        return self.owned and desk.is_removable(self.draft)

    @property
    def mendable(self) -> bool:
        """Whether a mended Word file can be made: of a Word file that is the upload itself, in no package."""
        about = self.judged.whole.document
        return about.origin == "docx" and about.name == self.version.name


def opened(connection: Connection, id: int, account: Account, nth: int | None = None) -> Opened:
    """A version of a draft, the newest unless said. Answers 404 where the account may not see it or there is none."""
    found = desk.seen(connection, id, account)
    versions = tuple(desk.versions(connection, id))
    version = next((one for one in versions if nth is None or one.nth == nth), None)
    if version is None:
        abort(404)
    ignored = ignored_now(connection, id)
    report, page = desk.kept(connection, version.id)
    now = judged(report, ignored)
    before = next((one for one in versions if one.nth < version.nth), None)
    since = None
    if before:
        earlier = judged(desk.kept(connection, before.id)[0], ignored)
        since = progress(earlier.report.findings, now.report.findings)
    steps = tuple(desk.steps(connection, id))
    owned = desk.is_owner(found, account)
    moves = tuple(move for move in allowed(found.state, account.roles, is_owner=owned) if move.owner_only)
    return Opened(found, version, versions, now, page, since, steps, stages(found.state, steps), owned, moves)
