"""The one walk over the text of a Word file. Reader and comment writer both stand on it, so that offsets agree.

A story (the main part, a header, a comment) becomes blocks, the paragraphs as a reader sees them; a block holds
pieces, each a leaf such as `w:t` with the text that it shows. Out are deleted and moved-away text, hidden text, the
instructions of fields, what `mc:Fallback` repeats. Text is given as the file holds it, not normalised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.document import Cell, Place
from drafter.readers.docx.fields import Fields, Leaf
from drafter.readers.docx.ooxml import DELETED, MATH, Element, child, elements, is_on, mm, number, twips, value, w
from drafter.readers.docx.symbols import symbol
from drafter.readers.encodings import Encoding

Hidden = Callable[[Element, Element], bool]
"""Says of a run (`w:r`) in a paragraph (`w:p`) whether Word hides it."""

_INSERTED = frozenset(map(w, ("ins", "moveTo")))
_THROUGH = frozenset(map(w, ("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent")))
_DRAWINGS = frozenset(map(w, ("drawing", "pict")))
_MATH = f"{{{MATH}}}"
SOFT_HYPHEN = w("softHyphen")
"""Shows nothing; of a text in an old encoding it is a letter, such as ư."""
_FIXED = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", SOFT_HYPHEN: "",
}  # fmt: skip
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# XML's white space inside w:t shows as a space: Word knows tabs and lines as elements only.
_AS_SPACES = str.maketrans("\n\r", "  ")


@dataclass(frozen=True, slots=True)
class Old:
    """What a leaf in an old encoding shows, character by character as the file has it."""

    text: str
    offsets: Sequence[int]
    """By offset in the text that is read, its end among them, the offset in this one."""
    encoding: Encoding
    by_font: bool
    """Whether its font is made for that encoding; else the words told it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one leaf of a run: `text` stands at `skipped` in the leaf's own text, as it is or, where it is `old`,
    turned into Unicode.
    """

    run: Element
    """`w:r`; `m:r` inside a formula."""
    leaf: Element
    """`w:t`, `w:tab`, `w:br`, …; `m:t` inside a formula."""
    text: str
    skipped: int = 0
    """Blanks at the start of the leaf that Word does not show, for want of `xml:space="preserve"`."""
    inserted: bool = False
    """Tracked as inserted or moved here."""
    field: str = ""
    """The instruction of the innermost field whose result this is, such as "PAGE"."""
    old: Old | None = None


@dataclass(frozen=True, slots=True)
class InTable:
    """The table cell that a paragraph stands in, with what conditional formatting asks for."""

    cell: Cell
    table: Element
    row: Element
    rows: int
    first_column: bool
    last_column: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as shown. Its look is that of `paragraph`, whose mark ends it."""

    paragraph: Element
    pieces: tuple[Piece, ...]
    place: Place = "body"
    table: InTable | None = None
    drawings: tuple[Element, ...] = ()
    """`w:drawing` and `w:pict`."""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class _Content:
    """What paragraphs hold, up to a paragraph mark that counts."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """The contents of text boxes."""
    drawings: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the walk is."""

    place: Place
    table: InTable | None = None
    inserted: bool = False


def nothing_hidden(run: Element, paragraph: Element) -> bool:
    return False


def walk(root: Element, hidden: Hidden = nothing_hidden, place: Place = "body") -> list[Block]:
    """The blocks of a story in reading order: tables cell by cell, a text box after the paragraph that holds it."""
    body = child(root, "body")
    return _Walk(hidden).story(root if body is None else body, _Spot(place))


class _Walk:
    """One pass; it counts the tables, and joins what deleted paragraph marks leave open."""

    def __init__(self, hidden: Hidden) -> None:
        self.hidden = hidden
        self.tables = 0

    def story(self, container: Element, spot: _Spot) -> list[Block]:
        """The blocks of a container whose fields are its own."""
        return list(self._blocks(container, spot, Fields(container)))

    def _blocks(self, container: Element, spot: _Spot, fields: Fields) -> Iterator[Block]:
        pending = _Content()
        last: Element | None = None
        for element, inserted in _flat(container, spot.inserted):
            if element.tag == w("tbl"):
                if last is not None:
                    yield from self._ended(last, pending, spot)
                pending, last = _Content(), None
                yield from self._table(element, replace(spot, inserted=inserted), fields)
                continue
            self._read(element, inserted, fields, pending)
            gone = _mark_is_gone(element)
            last = element if pending.pieces or pending.boxes or not gone else None
            if last is not None and not gone:
                yield from self._ended(last, pending, spot)
                pending, last = _Content(), None
        if last is not None:
            yield from self._ended(last, pending, spot)

    def _ended(self, paragraph: Element, held: _Content, spot: _Spot) -> Iterator[Block]:
        yield Block(paragraph, tuple(held.pieces), spot.place, spot.table, tuple(held.drawings))
        for box in held.boxes:
            yield from self.story(box, replace(spot, place="text_box" if spot.place == "body" else spot.place))

    def _read(self, paragraph: Element, inserted: bool, fields: Fields, held: _Content) -> None:
        """Adds what the paragraph shows to `held`."""
        hidden: dict[Element, bool] = {}
        for leaf in _leaves(paragraph, inserted):
            shown = fields.shown(leaf)
            if shown is None:
                continue
            if leaf.run not in hidden:
                hidden[leaf.run] = leaf.run.tag == w("r") and self.hidden(leaf.run, paragraph)
            if hidden[leaf.run]:
                continue
            text, skipped = _text(leaf.element)
            if text or shown.ends_empty or leaf.element.tag == SOFT_HYPHEN:
                held.pieces.append(Piece(leaf.run, leaf.element, text, skipped, leaf.inserted, shown.instruction))
                continue
            held.boxes += _text_boxes(leaf.element)
            if leaf.element.tag in _DRAWINGS:
                held.drawings.append(leaf.element)

    def _table(self, table: Element, spot: _Spot, fields: Fields) -> Iterator[Block]:
        index = self.tables
        self.tables += 1
        outer = spot.table.cell if spot.table else None
        grid = child(table, "tblGrid")
        widths = [] if grid is None else [twips(one.get(w("w"))) for one in grid.iterchildren(w("gridCol"))]
        rows = [(row, ins) for row, ins in _flat(table, spot.inserted, w("tr")) if not _row_is_gone(row)]
        for at, (row, row_inserted) in enumerate(rows):
            column = number(value(row, "trPr", "gridBefore")) or 0
            cells = [(cell, ins) for cell, ins in _flat(row, row_inserted, w("tc")) if not _cell_is_gone(cell)]
            for nth, (cell, inserted) in enumerate(cells):
                spanned = max(1, number(value(cell, "tcPr", "gridSpan")) or 1)
                place = Cell(index, at, column, outer, _width(cell, widths[column : column + spanned]))
                where = InTable(place, table, row, len(rows), nth == 0, nth == len(cells) - 1)
                column += spanned
                blocks = self._blocks(cell, replace(spot, table=where, inserted=inserted), fields)
                yield from (block for block in blocks if block.pieces) if _continues(cell) else blocks


def _flat(container: Element, inserted: bool, wanted: str | None = None) -> Iterator[tuple[Element, bool]]:
    """The `wanted` children (paragraphs and tables by default) with whether they are a tracked insertion."""
    for element in elements(container):
        if element.tag == wanted or (wanted is None and element.tag in (w("p"), w("tbl"))):
            yield element, inserted
        elif element.tag in _INSERTED:
            yield from _flat(element, True, wanted)
        elif element.tag == w("sdt") or element.tag in _THROUGH:
            yield from _flat(element, inserted, wanted)


def _leaves(parent: Element, inserted: bool) -> Iterator[Leaf]:
    """The leaves of all runs of a paragraph, deleted ones left out, with the field borders among them."""
    for element in elements(parent):
        tag = element.tag
        if tag == w("r"):
            yield from _run_leaves(element, inserted)
        elif tag in _INSERTED:
            yield from _leaves(element, True)
        elif tag == w("sdt") or tag in _THROUGH:
            yield from _leaves(element, inserted)
        elif tag == w("fldSimple"):
            yield Leaf(element, element, inserted, opens=True)
            yield from _leaves(element, inserted)
            yield Leaf(element, element, inserted, closes=True)
        elif tag == f"{_MATH}r":
            yield from (Leaf(element, text, inserted) for text in element.iterchildren(f"{_MATH}t"))
        elif tag.startswith(_MATH) and not tag.endswith("Pr"):
            yield from _leaves(element, inserted)


def _run_leaves(run: Element, inserted: bool) -> Iterator[Leaf]:
    for leaf in elements(run):
        if leaf.tag == w("ruby"):
            base = child(leaf, "rubyBase")
            if base is not None:
                yield from _leaves(base, inserted)
        elif leaf.tag != w("rPr"):
            yield Leaf(run, leaf, inserted)


def _text_boxes(leaf: Element) -> Iterator[Element]:
    """The contents of the text boxes of a drawing, the outer ones only."""
    if leaf.tag in (w("drawing"), w("pict"), w("object")) or not leaf.tag.startswith(w("")):
        yield from _boxes_below(leaf)


def _boxes_below(parent: Element) -> Iterator[Element]:
    for element in elements(parent):
        if element.tag == w("txbxContent"):
            yield element
        else:
            yield from _boxes_below(element)


def _text(leaf: Element) -> tuple[str, int]:
    """What a leaf shows, and how many blanks at its start Word leaves out."""
    tag = leaf.tag
    if tag == w("t") or tag == f"{_MATH}t":
        own = (leaf.text or "") if not len(leaf) else str(leaf.xpath("string()"))
        own = own.translate(_AS_SPACES)
        if own.strip(" ") == own or _keeps_space(leaf):
            return own, 0
        return own.strip(" "), len(own) - len(own.lstrip(" "))
    if tag == w("sym"):
        try:
            return symbol(int(leaf.get(w("char"), ""), 16), leaf.get(w("font"))), 0
        except ValueError:
            return "", 0
    return _FIXED.get(tag, ""), 0


def _keeps_space(leaf: Element) -> bool:
    element: Element | None = leaf
    while element is not None:
        if (said := element.get(_XML_SPACE)) is not None:
            return said == "preserve"
        element = element.getparent()
    return False


def _mark_is_gone(paragraph: Element) -> bool:
    """Whether the paragraph runs on into the next: its mark is deleted, moved away, or hidden and no section's end."""
    properties = child(paragraph, "pPr")
    mark = child(properties, "rPr")
    if mark is None:
        return False
    if any(mark.find(tag) is not None for tag in DELETED):
        return True
    return is_on(mark, "vanish") and child(properties, "sectPr") is None


def _row_is_gone(row: Element) -> bool:
    properties = child(row, "trPr")
    return child(properties, "del") is not None or is_on(properties, "hidden")


def _cell_is_gone(cell: Element) -> bool:
    return child(cell, "tcPr", "cellDel") is not None


def _width(cell: Element, columns: list[float | None]) -> float | None:
    """The width that a cell asks for; of one that asks for none that of its columns."""
    own = child(cell, "tcPr", "tcW")
    asked = None if own is None or own.get(w("type"), "dxa") != "dxa" else twips(own.get(w("w")))
    known = [column for column in columns if column is not None]
    of_grid = sum(known) if known and len(known) == len(columns) else 0.0
    return mm(asked or of_grid) if asked or of_grid else None


def _continues(cell: Element) -> bool:
    """Whether the cell is the lower or right part of a merged one."""
    properties = child(cell, "tcPr")
    merges = (child(properties, "vMerge"), child(properties, "hMerge"))
    return any(merge is not None and merge.get(w("val"), "continue") == "continue" for merge in merges)
