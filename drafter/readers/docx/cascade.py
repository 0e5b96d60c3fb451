"""The effective look of text: defaults, table style, paragraph style, character style, formatting by hand, in turn.

Not followed: the switches of old compatibility modes (a table style's size winning over "Normal"), fonts of East Asian
and right-to-left text. A font is that of ASCII letters (`w:ascii`); where only `w:hAnsi` is given, that.
"""

from __future__ import annotations

from drafter.document import Format
from drafter.readers.docx.looks import (
    PLAIN_RUN,
    TOGGLES,
    ParagraphLook,
    RunLook,
    over,
    paragraph_look,
    run_look,
)
from drafter.readers.docx.numbering import Counters, Label, NumberedList, Numbering
from drafter.readers.docx.ooxml import Element, child, number, value, w
from drafter.readers.docx.package import Package
from drafter.readers.docx.styles import Styles, TableLayer
from drafter.readers.docx.theme import Theme
from drafter.readers.docx.walk import Block, InTable

# What Word takes where a file says nothing.
_FONT, _SIZE = "Times New Roman", 10.0


class Cascade:
    """Answers for every run and paragraph of a file how it looks in the end."""

    def __init__(self, package: Package) -> None:
        settings = package.related("settings")
        self.theme = Theme(package.related("theme"), settings)
        self.styles = Styles(package.related("styles"), self.theme)
        self.numbering = Numbering(package.related("numbering"), self._list_of_style)
        self._formats: dict[tuple[TableLayer, str, str, RunLook], tuple[Format, bool, str]] = {}
        self._looks: dict[Element, RunLook] = {}
        self._styles_of: dict[Element, str] = {}
        self._paragraphs: dict[Element, ParagraphLook] = {}
        self._style_looks: dict[tuple[ParagraphLook, str], ParagraphLook] = {}
        self._numbered: dict[str, tuple[str, int] | None] = {}

    def format(self, run: Element, block: Block) -> Format:
        """How the characters of a run look."""
        return self._effective(child(run, "rPr"), block.paragraph, block.table)[0]

    def wide_font(self, run: Element, block: Block) -> str:
        """The font of the letters of a run that are beyond ASCII."""
        return self._effective(child(run, "rPr"), block.paragraph, block.table)[2]

    def hidden(self, run: Element, paragraph: Element) -> bool:
        """Whether Word hides the run."""
        return self._effective(child(run, "rPr"), paragraph, None)[1]

    def format_of_label(self, label: Label, block: Block) -> Format:
        """How an automatic number looks: as the paragraph's mark, and then as its list says."""
        mark = child(block.paragraph, "pPr", "rPr")
        return self._effective(mark, block.paragraph, block.table, label.run)[0]

    def _effective(
        self,
        properties: Element | None,
        paragraph: Element,
        table: InTable | None,
        list_properties: Element | None = None,
    ) -> tuple[Format, bool, str]:
        direct = over(run_look(list_properties, self.theme), self._own(properties))
        key = (self.styles.table(table), self.style_of(paragraph), value(properties, "rStyle") or "", direct)
        if key not in self._formats:
            look = self._laid_over(*key)
            self._formats[key] = (_format(look), bool(look.vanish), look.wide or look.ascii or _FONT)
        return self._formats[key]

    def _own(self, properties: Element | None) -> RunLook:
        """What a `w:rPr` says itself; every run is asked for twice, whether it is hidden and how it looks."""
        if properties is None:
            return PLAIN_RUN
        if properties not in self._looks:
            self._looks[properties] = run_look(properties, self.theme)
        return self._looks[properties]

    def _laid_over(self, table: TableLayer, style: str, character_style: str, direct: RunLook) -> RunLook:
        defaults = self.styles.default_run
        layers = (table.run, self.styles.run("paragraph", style), self.styles.run("character", character_style))
        look = defaults
        for layer in (*layers, direct):
            look = over(layer, look)
        # 17.7.3: formatting by hand is absolute; defaults that say yes win; styles are added modulo two.
        toggles = {
            name: getattr(defaults, name) or sum(getattr(layer, name) is True for layer in layers) % 2 == 1
            for name in TOGGLES
            if getattr(direct, name) is None
        }
        return RunLook._make(toggles.get(name, given) for name, given in zip(look._fields, look, strict=True))

    def style_of(self, paragraph: Element) -> str:
        """The id of the paragraph's style, "" where the file has none."""
        if paragraph not in self._styles_of:
            self._styles_of[paragraph] = self.styles.of_paragraph(child(paragraph, "pPr"))
        return self._styles_of[paragraph]

    def paragraph(self, block: Block) -> ParagraphLook:
        """How the paragraph looks; the text and the borders each ask."""
        if block.paragraph not in self._paragraphs:
            self._paragraphs[block.paragraph] = self._paragraph(block)
        return self._paragraphs[block.paragraph]

    def _paragraph(self, block: Block) -> ParagraphLook:
        properties = child(block.paragraph, "pPr")
        look = self._style_look(self.styles.table(block.table).paragraph, self.style_of(block.paragraph))
        if child(properties, "numPr") is not None:
            look = over(self._list_look(self._numbered_as(block.paragraph)), look)
        return over(paragraph_look(properties), look)

    def _style_look(self, table: ParagraphLook, style: str) -> ParagraphLook:
        """Up to the paragraph style, whose list indents the text before the style itself has its say."""
        key = (table, style)
        if key not in self._style_looks:
            look = over(table, self.styles.default_paragraph)
            for element in self.styles.chain("paragraph", style):
                own = child(element, "pPr")
                if child(own, "numPr") is not None:
                    look = over(self._list_look(self._numbered_by_style(style)), look)
                look = over(paragraph_look(own), look)
            self._style_looks[key] = look
        return self._style_looks[key]

    def size_of_paragraph(self, block: Block) -> float:
        """The type size, in points, that lengths given in characters count in."""
        return self._effective(None, block.paragraph, block.table)[0].size or _SIZE

    def label(self, block: Block, counters: Counters) -> Label | None:
        """The automatic number of the paragraph, counted on in `counters`."""
        numbered = self._numbered_as(block.paragraph)
        used = self.numbering.get(numbered[0]) if numbered else None
        return counters.next(used, numbered[1]) if used and numbered else None

    def _numbered_as(self, paragraph: Element) -> tuple[str, int] | None:
        """List and level of a paragraph: what its style says, and what it says itself."""
        numbered = self._numbered_by_style(self.style_of(paragraph))
        direct = child(paragraph, "pPr", "numPr")
        return numbered if direct is None else _said(direct, numbered, None)

    def _numbered_by_style(self, style: str) -> tuple[str, int] | None:
        if style not in self._numbered:
            numbered: tuple[str, int] | None = None
            for element in self.styles.chain("paragraph", style):
                said = child(element, "pPr", "numPr")
                if said is not None:
                    used = self.numbering.get(value(said, "numId") or (numbered[0] if numbered else ""))
                    numbered = _said(
                        said, numbered, used.level_of_style(element.get(w("styleId"), "")) if used else None
                    )
            self._numbered[style] = numbered
        return self._numbered[style]

    def _list_look(self, numbered: tuple[str, int] | None) -> ParagraphLook:
        used: NumberedList | None = self.numbering.get(numbered[0]) if numbered else None
        level = used.level(numbered[1]) if used and numbered else None
        return paragraph_look(level.paragraph if level else None)

    def _list_of_style(self, style: str) -> str | None:
        chain = self.styles.chain("numbering", style)
        return value(chain[-1], "pPr", "numPr", "numId") if chain else None


def _said(said: Element, inherited: tuple[str, int] | None, linked: int | None) -> tuple[str, int] | None:
    """List and level of a `w:numPr`; a level linked to the style goes before the one it names."""
    num, level = value(said, "numId"), number(value(said, "ilvl"))
    if num is None and inherited is None:
        return None
    kept = inherited[1] if inherited and num is None else 0
    at = linked if linked is not None else level if level is not None else kept
    return (num if num is not None else inherited[0] if inherited else "", at)


def _format(look: RunLook) -> Format:
    return Format(
        font=look.ascii or look.wide or _FONT,
        size=_SIZE if look.size is None else look.size,
        bold=bool(look.bold),
        italic=bool(look.italic),
        underline=bool(look.underline),
        strike=bool(look.strike or look.double_strike),
        caps=bool(look.caps),
        small_caps=bool(look.small_caps),
        color=look.color or None,
        highlight=look.highlight or None,
        raised="superscript" if look.raised == "superscript" else "subscript" if look.raised == "subscript" else None,
    )
