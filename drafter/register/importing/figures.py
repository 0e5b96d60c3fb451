"""Number and symbol of a row, from one cell or from two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from drafter.nlp.folding import fold
from drafter.nlp.kinds import KINDS, family_of_number
from drafter.readers.grids import Cell
from drafter.register.importing.cells import bare, words
from drafter.register.values import LARGEST, parted

_LED_IN = re.compile(r"(?:số|no|n°)\s*[:.]?\s*(?=[\doOlI])", re.IGNORECASE)
_FIGURES = re.compile(r"(?=[OoIl]{0,5}\d)[\dOoIl]+(?=\s*[A-Za-zđĐ]?\s*(?:[/\\–.-]|$))")
_MISTYPED = str.maketrans("OoIl", "0011")
_SUFFIX = re.compile(r"(?<=\d)\s*([A-ZĐa-zđ])(?=\s*(?:[/\\–-]|$))")
_SEVERAL = re.compile(r"\d+\s*(?:[,;&+]|\s(?:và|đến)\s|[-–](?=\s*\d))\s*\d+")
_PARTY = re.compile(r"[A-ZĐ][A-Za-zĐđ]*/(?:[ĐHTQX]U|TW|VP[ĐHTQ]U|BTC\w*|UBKT\w*|BTG\w*|BDV\w*|BXDĐ\w*)\b")
_KNOWN = frozenset(kind.symbol for kind in KINDS)
_BARE: dict[str, set[str]] = {}
for _symbol in _KNOWN:
    _BARE.setdefault(bare(_symbol), set()).add(_symbol)
_SHORTEST = 2
_PLAIN = re.compile(r"\d{1,6}")


@dataclass(frozen=True, slots=True)
class Figure:
    number: int | None = None
    suffix: str = ""
    symbol: str = ""
    doubts: tuple[str, ...] = ()
    refused: str = ""


def known_symbol(written: str) -> str:
    """The symbol of the kind written so, in whatever case and marks ("TTR", "QD"); "" for none or for several."""
    if written in _KNOWN:
        return written
    found = _BARE.get(bare(written), set()) if len(written) >= _SHORTEST else set()
    return next(iter(found)) if len(found) == 1 else ""


def figure_of(cell: Cell, symbol: Cell = "") -> Figure:
    """Number, suffix and symbol; `symbol` is the cell of a column of its own. Number None where there is nothing."""
    if isinstance(cell, date):
        return Figure(refused=f"ô số lại là ngày {words(cell)} (Excel tự đổi); hãy sửa ô này thành số dạng văn bản.")
    return _figure(words(cell), words(symbol))


@lru_cache(maxsize=5_000)
def _figure(said: str, beside: str) -> Figure:
    text = _LED_IN.sub("", said, count=1).strip(" .;,:")
    if not text.strip("-–/_xX. "):
        text, beside = (beside, "") if any(letter.isdigit() for letter in beside.partition("/")[0]) else ("", beside)
    if not text:
        return Figure(symbol=_symbol_alone(beside))
    if _SEVERAL.match(text):
        return Figure(refused=f"ô số ghi nhiều số “{said}”; hãy tách mỗi số một dòng.")
    text, doubts = _figures_mended(text)
    number, suffix, symbol = parted(text)
    if number is None:
        return Figure(refused=f"không đọc được số “{said}”; hãy sửa thành như 05 hoặc 05/KH-UBND.")
    if not 0 < number <= LARGEST:
        return Figure(refused=f"số “{said}” không thể là số văn bản; hãy sửa lại.")
    mended, told = _symbol_mended(symbol or _symbol_beside(beside, number))
    return Figure(number, suffix, mended, (*doubts, *told))


def _figures_mended(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with figures for the letters O and l, a small suffix and strokes that lean to the right."""
    doubts: tuple[str, ...] = ()
    found = _FIGURES.match(text)
    if found and not found[0].isdigit():
        mended = found[0].translate(_MISTYPED)
        doubts = (f"số “{found[0]}” có chữ cái gõ thay chữ số, đọc là {mended}",)
        text = mended + text[found.end() :]
    text = _SUFFIX.sub(lambda letter: letter[1].lower(), text, count=1)
    return text.replace("\\", "/").replace("–", "-"), doubts


def _symbol_beside(beside: str, number: int) -> str:
    """The symbol as its own column has it, which may say the number, too."""
    if not beside:
        return ""
    again, _, symbol = parted(beside.replace("–", "-"))
    return symbol if again == number else _symbol_alone(beside)


def _symbol_alone(beside: str) -> str:
    symbol = re.sub(r"\s+", "", fold(beside).text).replace("–", "-").strip(".,;:")
    if not symbol or symbol[0] in "/-":
        return symbol
    return ("-" if _PARTY.match(symbol) else "/") + symbol


def _symbol_mended(symbol: str) -> tuple[str, tuple[str, ...]]:
    """The symbol with its kind in the usual letters, and what is to be doubted of it."""
    if not symbol:
        return "", ()
    found = re.match(r"([/-](?:\d{4}/)?)([^\W\d_]+)", symbol)
    mended = symbol
    if found and found[2] not in _KNOWN and (known := known_symbol(found[2])):
        mended = found[1] + known + symbol[found.end() :]
    if mended != symbol:
        return mended, (f"ký hiệu “{symbol}” được hiểu là “{mended}”",)
    if family_of_number(f"1{symbol}") is None:
        return symbol, (f"ký hiệu “{symbol}” không đúng cách ghi như /KH-UBND",)
    return symbol, ()
