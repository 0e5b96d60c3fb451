"""What can be set right of a layout without touching a word: letters, paragraphs, pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Letters:
    """How the letters of a paragraph are to look; None for what stays."""

    size: float | None = None
    """pt."""
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    font: str | None = None
    black: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is to be set; None for what stays."""

    alignment: Literal["center", "both"] | None = None
    indent_first: float | None = None
    """mm."""
    space_before: float | None = None
    """pt, like `space_after`."""
    space_after: float | None = None
    line_spacing: float | None = None
    """Single lines."""
    line_exact: float | None = None
    """pt."""


@dataclass(frozen=True, slots=True)
class Page:
    """How the pages of a section are to be; None for what stays."""

    a4: bool = False
    margins: tuple[tuple[str, float], ...] = ()
    """Sides ("top", "left" …) with mm; "header" for how far the header is from the edge."""
    title_page: bool = False
    number: bool = False
    """Whether the number is to be put in the middle of the header, 14 pt and upright."""


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal line to draw in the middle of a paragraph's column, below its words."""

    length: float
    """mm."""
    below: float
    """pt from the top of the paragraph."""


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing to set right: of the paragraph, or for a `Page` of the section, with this index."""

    rule: str
    at: int
    what: Letters | Shape | Page | Line
    told_at: int | None = None
    """Where in the text the fault starts that this mends; None where all that breaks the rule is told as one."""
