"""Drafts on their way, put where a test needs them."""

from functools import cache
from pathlib import Path

from clients import PEOPLE
from flask import Flask
from sqlalchemy import select

from drafter.register import Act
from webapp import accounts, desk
from webapp.accounts import Account
from webapp.checking import Checked
from webapp.tables import account

_SAMPLES = Path(__file__).parents[2] / "corpus" / "drafts"
COPY = "2-sao-chep-nguyen-van.docx"
"""Copies from two of the home's documents."""


@cache
def _checked(app: Flask, name: str) -> Checked:
    return app.extensions["checkers"].check(name, content(name))


def content(name: str = COPY) -> bytes:
    return (_SAMPLES / name).read_bytes()


def account_of(app: Flask, login: str) -> Account:
    with app.extensions["drafter"].database.reading() as connection:
        id = connection.execute(select(account.c.id).where(account.c.login == login)).scalar_one()
        return accounts.with_id(connection, id)


def draft_of(app: Flask, *moves: tuple[str, str, str], login: str = "drafter", name: str = COPY) -> int:
    """The id of a new draft of somebody; each move is a login, a step, remarks."""
    with app.extensions["drafter"].database.writing() as connection:
        owner = account_of(app, login)
        checked = _checked(app, name)
        id = desk.begin(connection, owner, name, content(name), checked, Act(PEOPLE[login][0]))
        for who, step, remarks in moves:
            mover = account_of(app, who)
            desk.move(connection, desk.seen(connection, id, mover), step, mover, remarks, Act(mover.name))
    return id


def submitted_draft(app: Flask, name: str = COPY) -> int:
    return draft_of(app, ("drafter", "submit", ""), name=name)


def approved_draft(app: Flask, name: str = COPY) -> int:
    return draft_of(app, ("drafter", "submit", ""), ("office", "approve", ""), name=name)


def version_of(app: Flask, name: str) -> Checked:
    """The check of a sample, made once."""
    return _checked(app, name)
