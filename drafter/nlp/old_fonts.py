"""Which old encoding a font is made for, told by its name."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.document import Encoding

_SUBSET = re.compile(r"[A-Z]{6}\+")
"""What a PDF puts before the name of a font that it holds a part of."""
_FAMILIES: tuple[tuple[Encoding, re.Pattern[str]], ...] = (
    ("TCVN3", re.compile(r"\.Vn", re.IGNORECASE)),
    ("VNI", re.compile(r"VNI(?:[- _]|(?=[A-Z]))")),
    ("VPS", re.compile(r"VPS(?:[- _]|(?=[A-Z]))")),
    ("VISCII", re.compile(r"VI(?:SCII\b|[ -][A-Z])|(?:Hoang ?Yen|Phuong ?Thao|Minh ?Quan|Tha ?Huong|U ?Hoai)\b")),
)
_OTHERS = re.compile(r"VN-?(?:Times|Helve)", re.IGNORECASE)
"""Of encodings that only their texts can tell."""
_CAPITALS = re.compile(r"\.Vn[\w .-]*?H(?:[ ,-]*(?:Bold|Italic|Oblique|Regular|Normal))*$")
"""The fonts whose small letters look like capitals: .VnTimeH, .VnArial NarrowH."""


@lru_cache(maxsize=1_000)
def encoding_of_font(name: str | None) -> Encoding | None:
    """The encoding of the text that is set in this font; None for fonts of Unicode."""
    bare = _SUBSET.sub("", name or "", count=1)
    return next((encoding for encoding, family in _FAMILIES if family.match(bare)), None)


def is_old_font(name: str | None) -> bool:
    """Whether the font is of a time before Unicode."""
    return encoding_of_font(name) is not None or _OTHERS.match(name or "") is not None


@lru_cache(maxsize=1_000)
def shows_capitals(name: str) -> bool:
    """Whether all letters of this font look like capitals."""
    return _CAPITALS.match(_SUBSET.sub("", name, count=1)) is not None
