"""In which series of numbers a document stands.

One series for all documents of an organ in a year, or one for each kind, as the office's rules say (Điều 15 Nghị định
30/2020/NĐ-CP). Always apart: copies, all kinds together (Phụ lục I, Phần II, II.1.c); normative documents, by kind;
documents of the Party, by kind and through a term (Hướng dẫn 05-HD/VPTW).
"""

from __future__ import annotations

import re

from drafter.nlp.kinds import KINDS, family_of_number, kind_name
from drafter.register.rules import COPIES, Rules
from drafter.register.values import Record

_KINDS = frozenset(kind.symbol for kind in KINDS)
_YEAR = re.compile(r"/\d{4}/")


def series_of(record: Record, year: int, rules: Rules) -> str:
    """The name of the series: "UBND 2026", "UBND 2026 KH", "UBND 2026 sao", "ĐU 2025– KH"."""
    organ = organ_of(record.symbol) or rules.organ
    if family_of_number(record.notation) == "party":
        return f"{organ} {_term(record.date or f'{year}-12-31', rules)}– {record.kind}".strip()
    parts = [organ, str(year)]
    if record.kind in COPIES:
        parts.append("sao")
    elif record.normative:
        parts.append(f"QPPL {record.kind}")
    elif rules.numbering == "kind" or record.kind in rules.apart:
        parts.append(record.kind)
    return " ".join(filter(None, parts))


def series_words(series: str) -> str:
    """A series as people are told of it: "UBND 2026", "UBND 2026, Kế hoạch", "ĐU từ năm 2025, Nghị quyết"."""
    organ, years, *rest = (*series.split(" "), "")[:4]
    about = " ".join(rest).strip()
    told = f"{organ} từ năm {years[:-1]}" if years.endswith("–") else f"{organ} {years}".strip()
    normative = about.removeprefix("QPPL ")
    words = (
        "bản sao" if about == "sao" else kind_name(normative, "party" if years.endswith("–") else "state") or normative
    )
    return ", ".join(filter(None, (told, words + (" quy phạm pháp luật" if normative != about else ""))))


class Names:
    """The names of the series of many records by one set of rules, each found once: most share symbol and kind."""

    def __init__(self, year: int, rules: Rules) -> None:
        self._year, self._rules = year, rules
        self._known: dict[tuple[str, str, str], str] = {}

    def of(self, record: Record) -> str:
        """As `series_of`."""
        # Only numbers of the Party are of a term, and none of them goes on with a stroke.
        known_by = record.symbol, record.kind, "" if record.symbol.startswith("/") else record.date
        if known_by not in self._known:
            self._known[known_by] = series_of(record, self._year, self._rules)
        return self._known[known_by]


def organ_of(symbol: str) -> str:
    """Whose documents carry the symbol: UBND of "/KH-UBND" and "/UBND-VX", ĐU of "-KH/ĐU"; "" where none is named."""
    if symbol.startswith("-"):
        return symbol.partition("/")[2]
    first, _, rest = _YEAR.sub("/", symbol).lstrip("/").partition("-")
    return (rest if first in _KINDS else first).partition("-")[0]


def _term(date: str, rules: Rules) -> str:
    """The year in which the term began that the day falls into, "" before the first that is known."""
    begun = [start for start in sorted(rules.terms) if start <= date]
    return begun[-1][:4] if begun else ""
