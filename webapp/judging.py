"""What whoever decides on a submitted document looks at first: overlap, need, what is copied; the rest as counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from drafter.register.outlook import Outlook, outlook
from drafter.render.marks import Item
from drafter.render.phrases import area, is_copied
from webapp import desk
from webapp.cards import Judged
from webapp.desk import Draft, Version
from webapp.ignoring import Ignored

Told = tuple[Item, Ignored | None]
"""A finding, and why the drafter passed it over."""
_FIRST = ("overlap.", "need.")
_NAMELESS = "Văn bản này"


@dataclass(frozen=True, slots=True)
class Matters:
    """The findings of a version as they weigh on the decision."""

    overlaps: tuple[Told, ...]
    needs: tuple[Told, ...]
    copied: tuple[Told, ...]
    others: dict[str, int]
    """Of all else how many findings there are of each matter, without what is passed over."""

    @property
    def are_grave(self) -> bool:
        """Whether anything of it still stands."""
        return any(passed is None for told in (self.overlaps, self.needs, self.copied) for _, passed in told)


def matters(judged: Judged) -> Matters:
    told = tuple(zip(judged.items, judged.passed, strict=True))
    others: dict[str, int] = {}
    for item, passed in told:
        if passed is None and not item.finding.rule.startswith(_FIRST) and not is_copied(item.finding):
            name = area(item.finding.rule)
            others[name] = others.get(name, 0) + 1
    return Matters(
        tuple(one for one in told if one[0].finding.rule.startswith("overlap.")),
        tuple(one for one in told if one[0].finding.rule.startswith("need.")),
        tuple(one for one in told if is_copied(one[0].finding)),
        others,
    )


def ahead(connection: Connection, found: Draft, version: Version, today: date) -> Outlook:
    """What the register would say if the document were issued now; one that names no symbol is "Văn bản này"."""
    record = desk.record(connection, version.id)
    record = replace(record, unit=found.unit or record.unit, kind=record.kind or found.kind)
    year = int(record.date[:4]) if record.date else today.year
    told = outlook(connection, record, year, today)
    return told if record.symbol else replace(told, notation=_NAMELESS)
