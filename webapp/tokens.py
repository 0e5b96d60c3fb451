"""What programs show instead of a password. A token is seen once, by who made it; its sha256 is kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256

from flask import abort
from sqlalchemy import Connection, insert, select, update

from drafter.register.history import now
from webapp import accounts
from webapp.accounts import Account, WrongAccount
from webapp.tables import account, token

MOST = 20
"""Tokens of one account that hold at the same time."""
_START = "drafter_"
"""So that whoever finds one knows what it opens."""


@dataclass(frozen=True, slots=True)
class Token:
    id: int
    name: str
    made_at: str
    used_at: str
    """The hour in which it was last used, "" for never."""
    revoked: bool


_COLUMNS = tuple(token.c[name] for name in Token.__dataclass_fields__)


def make(connection: Connection, owner: int, name: str) -> str:
    """A new token, which nobody will see again. Raises `WrongAccount`."""
    name = " ".join(name.split())
    if not name:
        raise WrongAccount("Chưa ghi mã dùng cho chương trình nào; hãy đặt tên, như: Phần mềm một cửa.")
    if sum(not one.revoked for one in of(connection, owner)) >= MOST:
        raise WrongAccount(f"Đã có {MOST} mã truy cập còn hiệu lực; hãy thu hồi mã không dùng nữa rồi tạo mã mới.")
    secret = _START + secrets.token_urlsafe(32)
    connection.execute(insert(token).values(account_id=owner, name=name, sha256=_digest(secret), made_at=now()))
    return secret


def of(connection: Connection, owner: int) -> list[Token]:
    """The tokens of an account, the newest first."""
    query = select(*_COLUMNS).where(token.c.account_id == owner).order_by(token.c.id.desc())
    return [Token(*row) for row in connection.execute(query)]


def revoke(connection: Connection, owner: int, id: int) -> Token:
    """From now on the token opens nothing. Answers 404 where the account has no such token."""
    mine = token.c.id == id, token.c.account_id == owner
    found = connection.execute(select(*_COLUMNS).where(*mine)).first()
    if found is None:
        abort(404)
    connection.execute(update(token).where(*mine).values(revoked=True))
    return Token(*found)


def owner_of(connection: Connection, secret: str) -> Account | None:
    """The open account whose token this is."""
    query = select(token.c.account_id).join(account, account.c.id == token.c.account_id)
    holds = token.c.sha256 == _digest(secret), token.c.revoked.is_(False), account.c.closed.is_(False)
    id = connection.execute(query.where(*holds)).scalar()
    return None if id is None else accounts.with_id(connection, id)


def is_first_use_within_the_hour(connection: Connection, secret: str) -> bool:
    used = connection.execute(select(token.c.used_at).where(token.c.sha256 == _digest(secret))).scalar()
    return used is not None and used[:13] != now()[:13]


def note_use(connection: Connection, secret: str) -> None:
    connection.execute(update(token).where(token.c.sha256 == _digest(secret)).values(used_at=now()))


def _digest(secret: str) -> str:
    # No salt: what is hashed has 256 random bits.
    return sha256(secret.encode()).hexdigest()
