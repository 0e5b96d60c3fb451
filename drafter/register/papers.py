"""Files and reports that entries were issued with: stored under the sha256 of what they hold, each once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from drafter.readers.secrecy import refuse_secret
from drafter.register.tables import file, report
from drafter.register.values import Entry, Paper


@dataclass(frozen=True, slots=True)
class Kept:
    """sha256 of the file and of the report that an entry is issued with, "" for none."""

    file: str = ""
    report: str = ""


NOTHING = Kept()


def keep(connection: Connection, paper: Paper | None) -> Kept:
    """Stores file and report; what names them. Raises `SecretFile` before anything is stored."""
    if paper is None:
        return NOTHING
    refuse_secret(paper.name, paper.text)
    kept = Kept(sha256(paper.content).hexdigest(), keep_report(connection, paper.report))
    if not connection.execute(select(file.c.sha256).where(file.c.sha256 == kept.file)).first():
        connection.execute(insert(file).values(sha256=kept.file, name=paper.name, content=paper.content))
    return kept


def keep_report(connection: Connection, json: str) -> str:
    """Stores the report of a check; its sha256, "" for none."""
    if not json:
        return ""
    digest = sha256(json.encode()).hexdigest()
    if not connection.execute(select(report.c.sha256).where(report.c.sha256 == digest)).first():
        connection.execute(insert(report).values(sha256=digest, json=json))
    return digest


def paper_of(connection: Connection, found: Entry) -> Paper | None:
    """What an entry was issued with; its `text` is not kept."""
    kept = connection.execute(select(file.c.name, file.c.content).where(file.c.sha256 == found.file)).first()
    said = connection.execute(select(report.c.json).where(report.c.sha256 == found.report)).scalar()
    return Paper(kept.name if kept else "", kept.content if kept else b"", "", said or "") if kept or said else None
