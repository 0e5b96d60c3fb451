"""Of what kind a document is: by its symbol, its column, its sheet, or the first words of its title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.nlp.kinds import KINDS, family_of_number, kind_name, kind_of_number
from drafter.register.importing.cells import bare
from drafter.register.importing.figures import known_symbol

_BY_NAME = {bare(kind.name): kind.symbol for kind in reversed(KINDS)}
_FIRST_WORDS = frozenset(name.split()[0] for name in _BY_NAME)
_LONGEST, _SHORTEST = 4, 2
"""Words of a name at the start of a title; "Luật" alone begins many a title."""
_ABOUT = re.compile(r"v\s*/\s*v\b[\s:.\-–]*|về việc\b[\s:]*", re.IGNORECASE)
_BEHIND_KIND = " \t:.,–-"
_BEHIND_SYMBOL = re.compile(r"[-/\s]")
_YEAR = re.compile(r"\d+")
_LETTER = "CV"
_NOT_OF_A_NAME = re.compile(r"\d+|\bnam\b|\bcac\b|\bloai\b|\bvan ban\b|\bso\b|\bdi\b")
_SAME_SYMBOL = {("QĐ", "QyĐ"), ("QĐ", "QC")}
"""A Quy định of the Party may carry QĐ in its number (`drafter.nlp.kinds`)."""


@dataclass(frozen=True, slots=True)
class Sort:
    kind: str
    title: str
    """Without the name of the kind."""
    doubts: tuple[str, ...] = ()


@lru_cache(maxsize=5_000)
def kind_said(text: str) -> str:
    """The symbol of the kind that a cell says: "Kế hoạch", "QĐ", "QĐ-UBND"."""
    return kind_titled(text) or known_symbol(_BEHIND_SYMBOL.split(text.strip(), maxsplit=1)[0])


@lru_cache(maxsize=1_000)
def kind_titled(text: str) -> str:
    """The symbol of the kind that a sheet or a section is named after: "Kế hoạch", "Các quyết định 2025", "KH 2025"."""
    said = " ".join(_NOT_OF_A_NAME.sub(" ", bare(text)).split())
    return _BY_NAME.get(said, "") or known_symbol(_YEAR.sub("", text).strip(" -_/"))


def sort_of(symbol: str, said: str, around: str, title: str) -> Sort:
    """The kind; `said` is the cell of its column, `around` the kind that sheet or section are of."""
    named, rest = _kind_at_start(title)
    by_symbol = _kind_of_symbol(symbol)
    by_column = kind_said(said) if said else around
    doubts: tuple[str, ...] = ()
    if said and not by_column:
        doubts = (f"không rõ “{said}” là loại văn bản nào",)
    if by_symbol and by_column and by_symbol != by_column:
        # A letter's symbol names no kind: what else says one is believed.
        if by_symbol == _LETTER or (by_symbol, by_column) in _SAME_SYMBOL:
            by_symbol = by_column
        else:
            shown = kind_name(by_column)
            doubts += (f"ký hiệu là {kind_name(by_symbol)} mà loại ghi {shown}; đã lấy theo ký hiệu",)
    kind = by_symbol or by_column or named
    if not kind and _ABOUT.match(title):
        kind, doubts = _LETTER, (*doubts, "hiểu là công văn vì trích yếu bắt đầu bằng “V/v”")
    if not kind:
        doubts += ("chưa rõ loại văn bản; hãy ghi ký hiệu hoặc tên loại",)
    return Sort(kind, tidy(rest if named and named == kind else title), doubts)


@lru_cache(maxsize=5_000)
def _kind_of_symbol(symbol: str) -> str:
    if not symbol or family_of_number(f"1{symbol}") is None:
        return ""
    return kind_of_number(f"1{symbol}")


def _kind_at_start(title: str) -> tuple[str, str]:
    """The kind whose name the title begins with, and what follows; ("", title) for none."""
    parts = title.split(" ", _LONGEST)
    if bare(parts[0]) not in _FIRST_WORDS:
        return "", title
    for length in range(min(_LONGEST, len(parts)), _SHORTEST - 1, -1):
        start = " ".join(parts[:length])
        if found := _BY_NAME.get(bare(start)):
            return found, title[len(start) :].lstrip(_BEHIND_KIND)
    return "", title


def tidy(title: str) -> str:
    """The title with "V/v" written so, where it begins with it."""
    found = _ABOUT.match(title)
    if not found or found[0][:2].lower() == "về":
        return title
    return f"V/v {title[found.end() :]}".strip()
