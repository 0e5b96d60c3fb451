"""What an office set for itself: decisions of the register's kind (who, when, why), none ever overwritten.

Names: "units" and "checks" are JSON lists, "organ" a JSON object with names of `drafter.templates.values`,
"retention" a number of days.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, update

from drafter.errors import DrafterError
from drafter.register.decisions import decide, holding
from drafter.register.history import Act
from drafter.templates.values import SEVERAL, tidied
from webapp.tables import account, draft

ORGAN: Mapping[str, str] = {
    "organ": "Tên cơ quan (viết thường, như: Ủy ban nhân dân xã Bản Mây)",
    "superior": "Cơ quan chủ quản (nếu có)",
    "code": "Chữ viết tắt tên cơ quan trong ký hiệu văn bản, như UBND",
    "place": "Địa danh ghi trước ngày tháng, như Bản Mây",
    "authority": "Quyền hạn ký, như TM. ỦY BAN NHÂN DÂN (mỗi dòng một quyền hạn)",
    "title": "Chức vụ người ký",
    "signer": "Họ và tên người ký",
    "recipients": "Nơi nhận thường dùng (mỗi dòng một nơi nhận)",
}
"""What is remembered of the organ for its documents, by the names of skeletons."""
LONGEST_RETENTION = 3650
"""Days."""


class WrongSetting(DrafterError):
    """A setting that cannot be; `str()` is the sentence to show."""


def units(connection: Connection) -> tuple[str, ...]:
    """The units of the office in the order that was given."""
    return tuple(_known(connection, "units", []))


def set_units(connection: Connection, names: Iterable[str], act: Act) -> None:
    """Blanks tidied, each name once."""
    tidy = [name for name in dict.fromkeys(map(tidied, names)) if name]
    decide(connection, "units", json.dumps(tidy, ensure_ascii=False), act)


def rename_unit(connection: Connection, old: str, new: str, act: Act) -> None:
    """A unit under another name, with its people and drafts; the register keeps what was written into it.

    Raises `WrongSetting`.
    """
    known, name = units(connection), tidied(new)
    if old not in known:
        raise WrongSetting("Không có đơn vị này trong danh sách; hãy tải lại trang rồi chọn lại.")
    if not name or name in known:
        raise WrongSetting("Tên mới để trống hoặc đã có trong danh sách; hãy ghi tên khác.")
    set_units(connection, (name if one == old else one for one in known), act)
    for table in (account, draft):
        connection.execute(update(table).where(table.c.unit == old).values(unit=name))


def organ(connection: Connection) -> dict[str, str | list[str]]:
    """What is known of the organ by the names of `ORGAN`; a list where a skeleton takes several."""
    found: dict[str, str | list[str]] = _known(connection, "organ", {})
    return found


def set_organ(connection: Connection, said: Mapping[str, str], act: Act) -> None:
    """Other names than those of `ORGAN` are left out, so are empty ones; what may have several has one a line."""
    known: dict[str, str | list[str]] = {}
    for name in ORGAN:
        lines = [tidy for line in said.get(name, "").splitlines() if (tidy := tidied(line))]
        if lines:
            known[name] = lines if name in SEVERAL else " ".join(lines)
    decide(connection, "organ", json.dumps(known, ensure_ascii=False), act)


def switched_off(connection: Connection) -> frozenset[str]:
    """Checks and rules, by name and id, that are not to be told of."""
    return frozenset(_known(connection, "checks", []))


def set_switched_off(connection: Connection, names: Collection[str], act: Act) -> None:
    decide(connection, "checks", json.dumps(sorted(names)), act)


def retention(connection: Connection) -> int | None:
    """Days after which a draft that was not submitted is deleted; None for never."""
    days: int | None = _known(connection, "retention", None)
    return days


def set_retention(connection: Connection, said: str, act: Act) -> int | None:
    """A number of days, or "" for never. Raises `WrongSetting`."""
    said = said.strip()
    if said and not (said.isdecimal() and said.isascii() and 1 <= int(said[:6]) <= LONGEST_RETENTION):
        raise WrongSetting(f"“{said}” không phải số ngày; hãy ghi từ 1 đến {LONGEST_RETENTION}, hoặc để trống.")
    days = int(said) if said else None
    decide(connection, "retention", json.dumps(days), act)
    return days


def _known(connection: Connection, name: str, default: Any) -> Any:
    value = holding(connection, name)
    return default if value is None else json.loads(value)
