"""What of the layout can be set right without touching a word: letters, paragraphs, pages, by the rules they break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.document import Paragraph, Section
from drafter.layout.bodies import paragraphs_of, texts, usual_size, wrong_gap, wrong_indent, wrong_spacing
from drafter.layout.lines import lines_of, undrawn
from drafter.layout.looks import LOOKS, Look, differs
from drafter.layout.mends import Letters, Line, Mend, Page, Shape
from drafter.layout.pages import (
    FONT,
    first_in,
    foreign_fonts,
    has_colour,
    is_a4,
    shows_first_number,
    start_of,
    unstamped,
    wrong_margins,
    wrong_number,
)
from drafter.layout.paging import is_unnumbered
from drafter.layout.places import graded, loose, uncentred
from drafter.layout.roles import Sheet
from drafter.layout.rows import MOST, Row, mostly
from drafter.layout.structure import misplaced, missized, sets

_GRADED = (("nd30.QH-02", 12, 13), ("nd30.TN-02", 13, 14), ("nd30.DD-04", 13, 14))
_INDENT = 12.7
_GAP = 6.0
_SMALL, _ROOM = 2.0, 4.0
"""pt: what hardly moves words, and what a line below them needs."""
_SINGLE = 1.15


def mends(sheet: Sheet) -> list[Mend]:
    """All that can be set right, in no order that matters."""
    looks = [*_components(sheet), *_articles(sheet), *_letterhead(sheet), *_texts(sheet), *_lines(sheet)]
    return [*looks, *_pages(sheet), *_fonts(sheet)]


def _components(sheet: Sheet) -> Iterator[Mend]:
    """Components of a letterhead and the like."""
    found = [(f"nd30.{id_}", sheet.of(*roles), look) for id_, roles, _, look in LOOKS]
    for rule, rows, look in (*found, *((rule, rows, look) for rule, _, rows, look in sets(sheet))):
        yield from component(sheet, rule, rows, look)


def component(sheet: Sheet, rule: str, rows: Sequence[Row], look: Look) -> Iterator[Mend]:
    """What makes the rows of a component look as they have to; nothing where another hand is needed for one of them."""
    wrong = [row for row in rows if differs(row, look)]
    if all(is_whole(sheet, row) and _fits_capitals(row, look) for row in wrong):
        for row in wrong:
            yield Mend(rule, row.index, _letters(row, look), wrong[0].span.start)
            if look.alignment and row.alignment != look.alignment:
                yield Mend(rule, row.index, Shape(alignment=look.alignment), wrong[0].span.start)


def _articles(sheet: Sheet) -> Iterator[Mend]:
    for rows, what in (
        (misplaced(sheet), Shape(alignment="both", indent_first=_INDENT)),
        (missized(sheet), Letters(size=usual_size(texts(sheet)))),
    ):
        yield from (Mend("nd30.BC-05", row.index, what, rows[0].span.start) for row in rows)


def _letterhead(sheet: Sheet) -> Iterator[Mend]:
    for (row, size, wanted), (rule, least, most) in zip(graded(sheet), _GRADED, strict=False):
        own = not least <= size <= most  # a size that its own rule sets right is set to that of the others at once
        if size != wanted and is_whole(sheet, row):
            yield Mend(rule if own else "nd30.QH-04", row.index, Letters(size=wanted))
    for row in uncentred(sheet):
        yield Mend("nd30.SO-11", row.index, Shape(alignment="center"))
    for rule, _, pairs in loose(sheet):
        if all(below.index - above.index == 1 for above, below in pairs):  # an empty line is for somebody to take out
            for above, below in pairs:
                yield Mend(rule, above.index, Shape(space_after=0.0))
                yield Mend(rule, below.index, Shape(space_before=0.0, line_spacing=1.0))


def is_whole(sheet: Sheet, row: Row) -> bool:
    """Whether a row is all that its paragraph says."""
    return row.alone and sheet.document.paragraphs[row.index].span.of(sheet.document.text).strip() == (
        row.span.of(sheet.document.text)
    )


def _fits_capitals(row: Row, look: Look) -> bool:
    return look.capitals is None or look.capitals == (row.in_capitals and any(map(str.isalpha, row.words)))


def _letters(row: Row, look: Look) -> Letters:
    sizes = [format.size for format, _ in row.looks if format.size is not None]
    size = row.most(lambda format: format.size)
    fitting = all(look.least <= one <= look.most for one in sizes)
    nearest = None if fitting or size is None else min(max(size, look.least), look.most)
    return Letters(size=nearest, bold=look.bold, italic=look.italic)


def _texts(sheet: Sheet) -> Iterator[Mend]:
    found = texts(sheet)
    paragraphs = paragraphs_of(found)
    for at, paragraph in paragraphs.items():
        if paragraph.alignment != "both":
            yield Mend("nd30.ND-03", at, Shape(alignment="both"))
        if wrong_indent(paragraph) and abs(paragraph.indent_left) < 0.5:
            yield Mend("nd30.ND-04", at, Shape(indent_first=_INDENT))
        if wrong_spacing(paragraph):
            small = paragraph.line_spacing.rule == "exact" or paragraph.line_spacing.value < 1
            yield Mend("nd30.ND-06", at, Shape(line_spacing=1.0 if small else 1.5))
        before = paragraphs.get(at - 1)
        if before and wrong_gap(before, paragraph) and not is_contextual(paragraph, before):
            yield Mend("nd30.ND-05", at, Shape(space_before=_GAP))
    yield from _sizes(found)


def is_contextual(paragraph: Paragraph, before: Paragraph) -> bool:
    return paragraph.contextual_spacing and paragraph.style == before.style


def _sizes(found: Sequence[Row]) -> Iterator[Mend]:
    usual = usual_size(found)
    if usual is None or not 13 <= usual <= 14:
        return  # headings and tables would have to follow: that is for somebody who sees them
    for row in found:
        if row.most(lambda look: look.size) != usual:
            yield Mend("nd30.ND-01", row.index, Letters(size=usual))


def _pages(sheet: Sheet) -> Iterator[Mend]:
    if is_unnumbered(sheet):
        yield Mend("nd30.PN-01", 0, Page(number=True, title_page=True))
    for at, section in enumerate(sheet.document.sections):
        told_at = start_of(sheet.document, section).start
        yield from (Mend(rule, at, what, told_at) for rule, what in _of_section(section))


def _of_section(section: Section) -> Iterator[tuple[str, Page]]:
    if not is_a4(section):
        yield "nd30.PG-01", Page(a4=True)
    for id_, side, _, width, least, most in wrong_margins(section):
        gutter = section.gutter if side == "left" else 0.0
        yield f"nd30.{id_}", Page(margins=((side, min(max(width, least), most) - gutter),))
    for rule in wrong_number(section):
        yield rule, Page(number=True)
    if shows_first_number(section):
        yield "nd30.PN-04", Page(title_page=True)


def _fonts(sheet: Sheet) -> Iterator[Mend]:
    foreign = {font: first_in(sheet, font).start for font in foreign_fonts(sheet)}
    coloured = has_colour(sheet)
    for row in unstamped(sheet):
        if row.share(lambda look: look.font in foreign) > 1 - MOST:
            most = mostly((look.font, times) for look, times in row.looks if look.font in foreign)
            yield Mend("nd30.PG-08", row.index, Letters(font=FONT), foreign[most or ""])
        if coloured and row.share(lambda look: look.color not in (None, "000000")) > 0:
            yield Mend("nd30.PG-10", row.index, Letters(black=True))


def _lines(sheet: Sheet) -> Iterator[Mend]:
    """Lines under components that have none, as far as the paragraph tells where its words end."""
    for rule, row, length in undrawn(sheet):
        yield from drawn(sheet, rule, row, length)


def drawn(sheet: Sheet, rule: str, row: Row, length: float) -> Iterator[Mend]:
    """What draws a line under a row, as far as its paragraph tells where its words end."""
    paragraph = sheet.document.paragraphs[row.index]
    size = row.most(lambda look: look.size) or 0.0
    plain = paragraph.line_spacing.rule == "multiple" and paragraph.space_before <= _SMALL
    if plain and paragraph.place == "body" and is_whole(sheet, row) and row.alignment == "center":
        height = _SINGLE * size * paragraph.line_spacing.value * lines_of(sheet, row)
        yield Mend(rule, row.index, Line(length, round(paragraph.space_before + height + 1, 1)))
        if paragraph.space_after < _ROOM:
            yield Mend(rule, row.index, Shape(space_after=_ROOM))
