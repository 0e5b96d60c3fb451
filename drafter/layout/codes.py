"""How the letters of a file are coded: what was in an old encoding or is set in its fonts, and decomposed letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.document import Document, Encoding, Format, Recoded, Span
from drafter.layout.roles import Sheet
from drafter.nlp.old_fonts import is_old_font

_FEW = 0.01
"""Part of the letters from which a font counts that was given to text of Unicode: less is a slip."""
_LEAST = 3
"""Letters."""
_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")


@dataclass(slots=True)
class _Old:
    """What was turned into Unicode from one encoding, in its own fonts or in others."""

    span: Span
    fonts: Counter[str] = field(default_factory=Counter)
    """With the number of letters."""


def old_codes(sheet: Sheet) -> Iterator[tuple[str, Span]]:
    """For each old encoding, and each old font around other text, what to say of it and where it is first found."""
    total = letters_of(sheet)
    turned = _turned(sheet.document)
    for (encoding, in_own), old in turned.items():
        fonts = ", ".join(font for font, _ in old.fonts.most_common())
        share = _share(sum(old.fonts.values()), total)
        said = f"dùng phông {fonts} của bộ mã cũ {encoding}" if in_own else f"là bộ mã cũ {encoding}, đặt phông {fonts}"
        yield f"{share} chữ {said}; phải dùng bộ mã Unicode.", _row_of(sheet, old.span)
    told = {font for old in turned.values() for font in old.fonts}
    counts = Counter(_fonts(sheet))
    for font, times in counts.items():
        if font not in told and times >= max(_LEAST, _FEW * total):
            message = f"{_share(times, total)} chữ dùng phông {font} của bộ mã cũ; phải dùng bộ mã Unicode."
            yield message, _first(sheet, font)


def decomposed(sheet: Sheet) -> Iterator[tuple[str, Span]]:
    """What to say of letters whose marks are characters of their own, where there are any, and where."""
    rows = [(row, _marks(row.span.of(sheet.document.text))) for row in sheet.rows]
    marks = sum(times for _, times in rows)
    if marks >= _LEAST:
        share = _share(marks, letters_of(sheet))
        span = next(row.span for row, times in rows if times)
        yield f"{share} chữ có dấu là Unicode tổ hợp; nên dùng Unicode dựng sẵn để tìm và so được chữ.", span


def has_lost_its_font(document: Document, span: Span) -> bool:
    """Whether words there are in an old encoding and in no font of it: beside letters of Unicode nothing tells that."""
    return any(
        own.start <= span.end and span.start <= own.end and not is_old_font(look.font)
        for _, look, own in _runs(document)
    )


def letters_of(sheet: Sheet) -> int:
    """Letters and figures in all rows."""
    return sum(row.letters for row in sheet.rows)


def _share(part: int, whole: int) -> str:
    return f"{min(100, max(1, round(100 * part / max(1, whole))))}%"


def _turned(document: Document) -> dict[tuple[Encoding, bool], _Old]:
    found: dict[tuple[Encoding, bool], _Old] = {}
    for one, look, span in _runs(document):
        font = look.font or ""
        old = found.setdefault((one.encoding, is_old_font(font)), _Old(span))
        old.fonts[font] += sum(map(str.isalnum, span.of(document.text)))
    return found


def _runs(document: Document) -> Iterator[tuple[Recoded, Format, Span]]:
    """The runs of what was turned, as far as they were."""
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    at = 0
    for one in document.recoded:
        while at < len(runs) and runs[at].span.end <= one.span.start:
            at += 1
        for run in runs[at:]:
            if run.span.start >= one.span.end:
                break
            span = Span(max(one.span.start, run.span.start), min(one.span.end, run.span.end))
            yield one, run.format, span


def _fonts(sheet: Sheet) -> dict[str, int]:
    """The old fonts with the number of their letters."""
    counts: Counter[str] = Counter()
    for row in sheet.rows:
        for look, times in row.looks:
            if look.font and is_old_font(look.font):
                counts[look.font] += times
    return counts


def _row_of(sheet: Sheet, span: Span) -> Span:
    return next((row.span for row in sheet.rows if row.span.meets(span)), span)


def _first(sheet: Sheet, font: str) -> Span:
    """The first row that is in a font, or has some of it."""
    shares = [(row, row.share(lambda look: look.font == font)) for row in sheet.rows]
    return max(shares, key=lambda pair: pair[1])[0].span


def _marks(text: str) -> int:
    """How many letters bear marks that are characters of their own."""
    return sum(mark in _MARKS and letter not in _MARKS for letter, mark in pairwise(text))
