"""What a reader of a file reads: the values that every part of drafter speaks. No input, no output, no XML.

Offsets count Unicode code points of `Document.text`; a span is half open. Lengths on paper are millimetres,
type sizes and gaps between paragraphs are points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Alignment = Literal["left", "center", "right", "both", "distribute"]
Place = Literal["body", "text_box", "header", "footer"]
Origin = Literal["docx", "doc", "odt", "rtf", "pdf", "scan", "html", "md", "xlsx", "txt"]
"""What a file was: "doc", "odt" and "rtf" were made a Word file first; of a "scan" the words were recognised."""


Encoding = Literal["TCVN3", "VNI", "VPS", "VISCII", "CP1258"]
"""A code of Vietnamese letters before Unicode."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start <= end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> Span:
        """The span without white space at its edges; of nothing else an empty one at its end."""
        passage = self.of(text)
        start = self.start + len(passage) - len(passage.lstrip())
        return Span(start, max(start, self.start + len(passage.rstrip())))


@dataclass(frozen=True, slots=True)
class Format:
    """How characters look in the end, after defaults, styles, theme and direct formatting."""

    font: str | None = None
    size: float | None = None
    """Points; None where nothing in the file sets it."""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    caps: bool = False
    """Shown in capitals whatever the letters in the text are."""
    small_caps: bool = False
    color: str | None = None
    """Six hexadecimal digits in capitals; None for automatic."""
    highlight: str | None = None
    raised: Literal["superscript", "subscript"] | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one format. The runs of a paragraph cover its span without gaps."""

    span: Span
    format: Format
    generated: bool = False
    """Written by the program that shows the file, not typed: an automatic number such as "Điều 1. "."""
    inserted: bool = False
    """A tracked insertion that nobody has accepted yet."""


@dataclass(frozen=True, slots=True)
class LineSpacing:
    """`multiple` counts single lines (1.0, 1.5); `exact` and `at_least` are points."""

    value: float = 1.0
    rule: Literal["multiple", "exact", "at_least"] = "multiple"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a paragraph stands, counted from 0; `outer` is the cell that holds a nested table."""

    table: int
    row: int
    column: int
    outer: Cell | None = None
    width: float | None = field(default=None, compare=False)
    """mm as the table wishes it; None where it does not say, or not in a length. No part of where the cell is."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its effective look. Its span leaves out the line feed that ends it."""

    span: Span
    runs: tuple[Run, ...] = ()
    style: str | None = None
    alignment: Alignment = "left"
    indent_left: float = 0.0
    """mm, like the two below."""
    indent_right: float = 0.0
    indent_first: float = 0.0
    """mm; negative for a hanging indent."""
    space_before: float = 0.0
    """pt, like `space_after`."""
    space_after: float = 0.0
    line_spacing: LineSpacing = LineSpacing()
    contextual_spacing: bool = False
    keep_next: bool = False
    page_break_before: bool = False
    label: str | None = None
    """The automatic number as shown ("Điều 1.", "a)", "-"), without the space behind it."""
    level: int | None = None
    """Of the automatic number, from 0."""
    cell: Cell | None = None
    place: Place = "body"


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer of a section: its text and the paragraphs over that text (not over `Document.text`)."""

    which: Literal["default", "first", "even"]
    text: str
    paragraphs: tuple[Paragraph, ...]
    page_field: Span | None = None
    """The result of the first PAGE field, where there is one."""


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one geometry, and the paragraphs `first` to `last` (excluded) of the document that stand on them."""

    first: int
    last: int
    width: float = 210.0
    """mm, like all below."""
    height: float = 297.0
    landscape: bool = False
    top: float = 25.4
    """Not a number, as the other three may be, where a PDF does not show how wide the margin is."""
    bottom: float = 25.4
    left: float = 25.4
    right: float = 25.4
    gutter: float = 0.0
    header_distance: float = 12.7
    footer_distance: float = 12.7
    title_page: bool = False
    """Whether the first page has a header and footer of its own."""
    continuous: bool = False
    """Whether it goes on on the page where the section before it ends."""
    number_start: int | None = None
    number_format: str | None = None
    headers: tuple[Margin, ...] = ()
    footers: tuple[Margin, ...] = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn horizontal line: a shape anchored in a paragraph, or the border below or above one."""

    paragraph: int
    """Index in `Document.paragraphs` of the paragraph that it is anchored in, or whose border it is."""
    kind: Literal["shape", "border_below", "border_above"]
    length: float | None
    """mm; None for a border (as wide as its paragraph) and where the file does not say."""
    left: float | None = None
    """mm of its left end from the edge of the column, cell or margin; None for a border and where unknown (centred)."""
    top: float | None = None
    """mm below the top of the paragraph; None for a border and where unknown."""
    solid: bool = True
    """Whether it is neither dashed nor dotted."""
    color: str | None = None
    """As `Format.color`; None also for a colour of the theme."""
    arrow: bool = False
    """Whether an end has an arrow head."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark of the file with the span it is anchored on."""

    span: Span
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a file that has pages of its own (PDF, pictures), and what of the text stands on it."""

    span: Span
    number: int
    """In the file, from 1."""
    width: float
    """mm, like `height`."""
    height: float
    confidence: float | None = None
    """How sure the recognition was of its words, 0 to 1; None for a page whose text the file itself holds, and for an
    empty one."""
    picture: bytes | None = field(default=None, repr=False)
    """Of a recognised page: a JPEG, upright, some 100 dots an inch."""

    @property
    def is_unread(self) -> bool:
        """Whether something stands on it of which no word was recognised."""
        return self.confidence == 0


@dataclass(frozen=True, slots=True)
class Guess:
    """A recognised word that may be another one."""

    span: Span
    confidence: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Recoded:
    """Neighbouring characters that the file holds in an old encoding; the text has them in Unicode."""

    span: Span
    encoding: Encoding


@dataclass(frozen=True, slots=True)
class Signature:
    """An electronic signature that a PDF bears."""

    signer: str
    """The name in the certificate."""
    signed_at: str
    """ISO 8601 with its offset, as the signature says; "" where it says none."""
    unchanged: bool
    """Whether the signed bytes are what was signed, and cover the file but for later signatures."""
    issuer: str = ""
    """Who issued the certificate; whether to trust it is not judged."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its text, and how the text looks where the format tells."""

    name: str
    """The file's name without folders."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    origin: Origin
    text: str
    paragraphs: tuple[Paragraph, ...]
    """In the order of the text; joined by line feeds they are the text (by its own line ends in a text file)."""
    sections: tuple[Section, ...] = ()
    comments: tuple[Comment, ...] = ()
    inserted: tuple[Span, ...] = ()
    """Tracked insertions; deleted text is not in `text`."""
    strokes: tuple[Stroke, ...] = ()
    """Drawn horizontal lines, in the order of the text; empty for a text file."""
    pages: tuple[Page, ...] = ()
    """Of a PDF or a picture, in order; empty for the others."""
    guesses: tuple[Guess, ...] = ()
    """Recognised words below a confidence of 0.8, in the order of the text."""
    recoded: tuple[Recoded, ...] = ()
    """What was turned into Unicode, in the order of the text."""
    signatures: tuple[Signature, ...] = ()

    @property
    def is_converted(self) -> bool:
        """Whether another program made a Word file of it first."""
        return self.origin in ("doc", "odt", "rtf")

    @property
    def tells_looks(self) -> bool:
        """Whether it holds all formatting of a Word file."""
        return self.origin == "docx" or self.is_converted
