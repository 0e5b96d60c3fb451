"""Accounts: who may do what. Passwords are kept as Argon2 hashes."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Connection, func, insert, select, update

from drafter.errors import DrafterError
from drafter.register.history import now
from webapp.tables import account

ROLES: dict[str, str] = {
    "drafter": "soạn thảo",
    "office": "văn phòng",
    "clerk": "văn thư",
    "leader": "lãnh đạo",
    "admin": "quản trị",
}
"""The roles by name, and as the screen says them."""
SHORTEST = 8
"""Letters of a password."""
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash(secrets.token_hex())
"""What an unknown login is tried against, so that it takes as long as a known one."""
_COLUMNS = account.c.id, account.c.login, account.c.name, account.c.unit, account.c.roles, account.c.closed


class WrongAccount(DrafterError):
    """What is said of an account cannot be so; `str()` is the sentence to show."""


@dataclass(frozen=True, slots=True)
class Account:
    id: int | None
    """None for the one person of a local computer."""
    login: str
    name: str
    unit: str
    roles: frozenset[str]
    closed: bool = False

    def may(self, *roles: str) -> bool:
        return bool(self.roles & frozenset(roles))


LOCAL = Account(None, "", "Người dùng trên máy này", "", frozenset(ROLES))
"""The one who works on their own computer: no account, all roles."""


def make(connection: Connection, login: str, name: str, unit: str, roles: Collection[str], password: str) -> Account:
    """A new account. Raises `WrongAccount`."""
    login = login.strip().lower()
    if not login or not login.isascii() or not login.replace(".", "").replace("-", "").replace("_", "").isalnum():
        raise WrongAccount("Tên đăng nhập chỉ gồm chữ không dấu, số, dấu chấm, gạch; hãy chọn tên khác.")
    if connection.execute(select(account.c.id).where(account.c.login == login)).first():
        raise WrongAccount(f"Đã có tài khoản “{login}”; hãy chọn tên đăng nhập khác.")
    _check(name, roles)
    values = {"login": login, "name": name.strip(), "unit": unit.strip(), "roles": " ".join(sorted(roles))}
    made = insert(account).values(**values, password=_hashed(password), made_at=now()).returning(account.c.id)
    return with_id(connection, connection.execute(made).scalar_one())


def change(connection: Connection, id: int, name: str, unit: str, roles: Collection[str], closed: bool) -> Account:
    """Sets what is said of an account; one that is closed loses its sessions. Raises `WrongAccount`."""
    _check(name, roles)
    values: dict[str, Any] = {
        "name": name.strip(),
        "unit": unit.strip(),
        "roles": " ".join(sorted(roles)),
        "closed": closed,
    }
    if closed:
        values["sessions_since"] = _instant()
    if (closed or "admin" not in roles) and not _has_other_admin(connection, id):
        raise WrongAccount("Phải còn ít nhất một tài khoản quản trị; hãy giao quyền quản trị cho người khác trước.")
    connection.execute(update(account).where(account.c.id == id).values(values))
    return with_id(connection, id)


def set_password(connection: Connection, id: int, password: str) -> None:
    """A new password; sessions begun with the old one end. Raises `WrongAccount`."""
    values = {"password": _hashed(password), "sessions_since": _instant()}
    connection.execute(update(account).where(account.c.id == id).values(values))


def logged_in(connection: Connection, login: str, password: str) -> Account | None:
    """The open account with this password; None for any other, after the same time."""
    found = connection.execute(
        select(account.c.id, account.c.password, account.c.closed).where(account.c.login == login.strip().lower())
    ).first()
    try:
        _HASHER.verify(found.password if found else _NOBODY, _typed(password))
    except (VerifyMismatchError, InvalidHashError):
        return None
    return with_id(connection, found.id) if found and not found.closed else None


def with_id(connection: Connection, id: int) -> Account:
    """Raises `WrongAccount` where there is none."""
    found = connection.execute(select(*_COLUMNS).where(account.c.id == id)).first()
    if found is None:
        raise WrongAccount("Không có tài khoản này; hãy chọn trong danh sách tài khoản.")
    return _account(found)


def sessions_since(connection: Connection, id: int) -> str | None:
    """What sessions of an open account must have been begun under; None for a closed or unknown one."""
    query = select(account.c.sessions_since).where(account.c.id == id, account.c.closed.is_(False))
    return connection.execute(query).scalar()


def named(connection: Connection, login: str) -> Account:
    """Raises `WrongAccount` where there is none."""
    id = connection.execute(select(account.c.id).where(account.c.login == login.strip().lower())).scalar()
    if id is None:
        raise WrongAccount(f"Không có tài khoản “{login}”; hãy xem danh sách tài khoản.")
    return with_id(connection, id)


def every(connection: Connection) -> list[Account]:
    """All accounts by name."""
    return [_account(row) for row in connection.execute(select(*_COLUMNS).order_by(account.c.name, account.c.id))]


def are_there(connection: Connection) -> bool:
    return bool(connection.execute(select(func.count()).select_from(account)).scalar())


def _account(row: Any) -> Account:
    return Account(row.id, row.login, row.name, row.unit, frozenset(row.roles.split()), bool(row.closed))


def _check(name: str, roles: Collection[str]) -> None:
    if not name.strip():
        raise WrongAccount("Chưa có họ và tên; hãy ghi họ và tên người dùng.")
    if not roles or set(roles) - set(ROLES):
        raise WrongAccount("Chưa chọn vai trò; hãy chọn ít nhất một vai trò.")


def _has_other_admin(connection: Connection, id: int) -> bool:
    return any(one.id != id and not one.closed and one.may("admin") for one in every(connection))


def _instant() -> str:
    """Fine enough that no session is begun and ended in the same one."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _hashed(password: str) -> str:
    if len(_typed(password)) < SHORTEST:
        raise WrongAccount(f"Mật khẩu quá ngắn; hãy đặt ít nhất {SHORTEST} ký tự.")
    return _HASHER.hash(_typed(password))


def _typed(password: str) -> str:
    """The same for the same letters, whether the keyboard sends their marks with them or behind them."""
    return normalize("NFC", password)
