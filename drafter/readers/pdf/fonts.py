"""How letters of a PDF look, told by the name and the flags of their font."""

from __future__ import annotations

import re
from functools import cache

from drafter.document import Format

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"(?:[-, ]*(?:Regular|Bold|Italic|Oblique|Ital|Heavy|Black|PS|MT)|-Roman)+$")
_NAMELESS = re.compile(r"(?:CIDFont\+?)?(?:F|T3Font_?|TT|Font)\d+$")
"""What some printers call every font."""
_OLD = re.compile(r"\.Vn|VNI-|VN", re.IGNORECASE)
"""Fonts of the old encodings, whose names have to stay as they are."""
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!ni)", re.IGNORECASE)
_ITALIC = re.compile(r"ital|oblique", re.IGNORECASE)
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FORCED_BOLD, _SLANTED = 1 << 18, 1 << 6


@cache
def format_of(name: str, flags: int, size: float, color: str | None = None, stroked: bool = False) -> Format:
    """The look of letters of a font: "ABCDEF+TimesNewRomanPS-BoldMT" is Times New Roman, bold. `size` in pt."""
    bare = _SUBSET.sub("", name)
    return Format(
        font=family(bare),
        size=size,
        bold=bool(_BOLD.search(bare)) or bool(flags & _FORCED_BOLD) or stroked,
        italic=bool(_ITALIC.search(bare)) or bool(flags & _SLANTED),
        color=color,
    )


def family(name: str) -> str | None:
    """The family of a font as people write it; None for a font without a name of its own."""
    bare = _SUBSET.sub("", name)
    if _NAMELESS.match(bare):
        return None
    if _OLD.match(bare):
        return bare
    found = _STYLE.sub("", bare) or bare
    return _WORDS.sub(" ", found).replace("  ", " ") or None
