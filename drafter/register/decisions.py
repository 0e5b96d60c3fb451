"""What was decided about the register: each decision is a row of its own, the newest of a name holds.

Names: "rules" (`drafter.register.rules`), "target/2026/UNIT" and "baseline/2025/UNIT" (`drafter.register.targets`), and
what meetings have; UNIT is "" for the whole office.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from drafter.register.history import Act
from drafter.register.rules import Rules, rules_from
from drafter.register.tables import decision


@dataclass(frozen=True, slots=True)
class Decision:
    at: str
    who: str
    name: str
    value: str
    why: str


def decide(connection: Connection, name: str, value: str, act: Act) -> None:
    """Notes a decision, unless just this holds already."""
    if holding(connection, name) != value:
        connection.execute(insert(decision).values(at=act.at, who=act.who, name=name, value=value, why=act.why))


def holding(connection: Connection, name: str) -> str | None:
    """What holds under a name, None for what was never decided."""
    return connection.execute(
        select(decision.c.value).where(decision.c.name == name).order_by(decision.c.id.desc()).limit(1)
    ).scalar()


def all_holding(connection: Connection, start: str) -> dict[str, str]:
    """What holds under all names that begin so."""
    newest = select(func.max(decision.c.id)).where(decision.c.name.startswith(start, autoescape=True))
    found = connection.execute(
        select(decision.c.name, decision.c.value).where(decision.c.id.in_(newest.group_by(decision.c.name)))
    )
    return {row.name: row.value for row in found}


def decisions(connection: Connection, name: str = "") -> tuple[Decision, ...]:
    """All decisions, of one name or of all, the oldest first."""
    columns = decision.c.at, decision.c.who, decision.c.name, decision.c.value, decision.c.why
    query = select(*columns).order_by(decision.c.id)
    return tuple(Decision(*row) for row in connection.execute(query.where(decision.c.name == name) if name else query))


def rules_of(connection: Connection) -> Rules:
    """The rules that hold; the usual ones where nobody decided any."""
    value = holding(connection, "rules")
    return rules_from(value) if value else Rules()


def set_rules(connection: Connection, rules: Rules, act: Act) -> None:
    """From now on these rules; periods that were closed keep theirs, numbers that were given too."""
    decide(connection, "rules", rules.to_json(), act)
