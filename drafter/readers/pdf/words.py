"""The words of a page of a PDF, from its characters and where they stand."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from drafter.document import Format
from drafter.readers.paper.values import Word
from drafter.readers.pdf.fonts import format_of
from drafter.readers.pdf.turning import Turn

_ABOVE, _BELOW = 0.7, 0.2
"""Height and depth of letters, in parts of their size."""
_TOUCHING = 0.08
"""Gap between letters of one word, in parts of their size; where one is wider the mark of a note may stand."""
_APART = 0.2
"""Gap between words that no blank divides."""
_APART_BEHIND_BLANK = 0.12
"""The same where the file has a blank before letters of another font: PDFium leaves out the second of two blanks."""
_SPACES = frozenset(" \t\u00a0\u2002\u2003\u2009\u202f\u3000")
_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line."""
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\uf0d8": "➢", "\uf0fc": "✓"}
_LIGATURES = range(0xFB00, 0xFB07)
_MOST_CHARACTERS = 200_000
"""More on a page are no text that anybody reads."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What a page writes."""

    words: tuple[Word, ...]
    visible: int
    """Characters that are seen, without blanks."""
    invisible: int
    """Those that are drawn without ink, as the words under the picture of a scan."""
    impossible: int
    """Visible ones that stand for no letter: the font does not say what its signs mean."""


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    left: float
    right: float
    base: float
    format: Format
    behind_blank: bool = False
    """Whether the file writes it after a blank, wherever the two stand."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What the characters of one text object have in common."""

    format: Format
    visible: bool
    angle: float


def letters(page: pdfium.PdfPage, turn: Turn) -> Letters:
    """The words of a page, and how far they can be trusted; blanks and gaps divide words."""
    text = page.get_textpage()
    try:
        return _letters(text.raw, turn)
    finally:
        text.close()


def clockwise(page: pdfium.PdfPage) -> int:
    """By how much to turn the page's own space so that most letters stand upright: 0, 90, 180 or 270 degrees.

    A page without letters is turned as the file says.
    """
    text = page.get_textpage()
    try:
        counts: Counter[int] = Counter()
        count = max(0, raw.FPDFText_CountChars(text.raw))
        for at in range(0, count, max(1, count // 400)):
            if raw.FPDFText_GetUnicode(text.raw, at) > 32 and not raw.FPDFText_IsGenerated(text.raw, at):
                degrees = math.degrees(raw.FPDFText_GetCharAngle(text.raw, at))
                counts[-round(degrees / 90) * 90 % 360] += 1
        return counts.most_common(1)[0][0] if counts else int(page.get_rotation())
    finally:
        text.close()


def _letters(text: raw.FPDF_TEXTPAGE, turn: Turn) -> Letters:
    found: list[_Letter] = []
    visible = invisible = impossible = 0
    gap: int | None = None
    looks: dict[int, _Look] = {}
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for at in range(min(max(0, raw.FPDFText_CountChars(text)), _MOST_CHARACTERS)):
        if raw.FPDFText_IsGenerated(text, at) == 1:
            gap = at
            continue
        look = _look(text, at, looks, turn)
        shown = _shown(raw.FPDFText_GetUnicode(text, at))
        blank = shown in _SPACES
        if look is None or not look.visible:
            invisible += not blank
            continue
        visible += not blank
        impossible += _is_impossible(shown)
        if abs(look.angle) > 0.1 or not shown:
            continue
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        left, base = turn.point(x.value, y.value)
        ends = [turn.point(box.left, box.bottom)[0], turn.point(box.right, box.top)[0]]
        behind = bool(found) and found[-1].text in _SPACES
        letter = _Letter(shown, min(left, min(ends)), max(ends), base, look.format, behind)
        if gap is not None and (between := _blank(text, gap, found[-1] if found else letter, letter, turn)):
            found.append(between)
        gap = None
        found.append(letter)
    seen = (word for word in _words(found) if _is_on_page(word, turn))
    return Letters(tuple(_raised(seen)), visible, invisible, impossible)


def _is_on_page(word: Word, turn: Turn) -> bool:
    """Whether the middle of a word lies on the paper: what a table has beyond the edge nobody sees."""
    return 0 <= word.left + word.right <= 2 * turn.width and 0 <= word.top + word.bottom <= 2 * turn.height


def _blank(text: raw.FPDF_TEXTPAGE, at: int, before: _Letter, letter: _Letter, turn: Turn) -> _Letter | None:
    """The blank that the file has where PDFium says that it made one up.

    It stands at a place of its own; those made up stand where the letter before ends or the next begins.
    """
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, at, x, y)
    left, base = turn.point(x.value, y.value)
    size = letter.format.size or 10.0
    own = abs(left - before.right) > 0.02 * size and 0.1 * size <= letter.left - left <= size
    if not own or abs(base - letter.base) > 0.1 * size:
        return None
    return _Letter(" ", left, letter.left, base, letter.format)


def _look(text: raw.FPDF_TEXTPAGE, at: int, looks: dict[int, _Look], turn: Turn) -> _Look | None:
    """The look of a character, asked once for each text object."""
    thing = raw.FPDFText_GetTextObject(text, at)
    if not thing:
        return None
    key = ctypes.cast(thing, ctypes.c_void_p).value or 0
    if key not in looks:
        name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        raw.FPDFText_GetFontInfo(text, at, name, 256, flags)
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, at, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = _size(raw.FPDFText_GetFontSize(text, at) * scale)
        mode = raw.FPDFTextObj_GetTextRenderMode(thing)
        format = format_of(name.value.decode("utf-8", "replace"), flags.value, size, _color(text, at), mode == 2)
        angle = (raw.FPDFText_GetCharAngle(text, at) - turn.angle + math.pi) % (2 * math.pi) - math.pi
        looks[key] = _Look(format, mode not in (3, 7), angle)
    return looks[key]


def _size(points: float) -> float:
    """As it was set: programs write 14.04 for 14."""
    near = round(points * 2) / 2
    return near if abs(points - near) < 0.13 else round(points, 1)


def _color(text: raw.FPDF_TEXTPAGE, at: int) -> str | None:
    """None for black."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFText_GetFillColor(text, at, *parts):
        return None
    red, green, blue = (part.value for part in parts[:3])
    return f"{red:02X}{green:02X}{blue:02X}" if max(red, green, blue) > 40 else None


def _shown(code: int) -> str:
    """A character as it is written in a text; "" for what is none."""
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return "\ufffd"
    sign = chr(code)
    if sign == _HYPHEN:
        return "-"
    if code in _LIGATURES:
        return unicodedata.normalize("NFKC", sign)
    return _BULLETS.get(sign, sign)


def _is_impossible(shown: str) -> bool:
    return (unicodedata.category(shown[0]) in ("Co", "Cn", "Cc") and shown not in _SPACES) or shown == "\ufffd"


def _words(found: Sequence[_Letter]) -> Iterator[Word]:
    """Words from characters in any order: of one base line, without a blank or a gap between them."""
    for row in _rows(found):
        word: list[_Letter] = []
        for letter in row:
            if letter.text in _SPACES:
                yield from _word(word, letter.left)
                word = []
                continue
            if word:
                last, size = word[-1], letter.format.size or 10.0
                if letter.text == last.text and abs(letter.left - last.left) < 0.1 * size:
                    continue  # written twice to look bold
                gap = letter.left - last.right
                if gap > _TOUCHING * size or letter.format != last.format:
                    apart = gap > (_APART_BEHIND_BLANK if letter.behind_blank else _APART) * size
                    yield from _word(word, math.inf if apart else letter.left, touches=not apart)
                    word = []
            word.append(letter)
        yield from _word(word)


def _rows(found: Iterable[_Letter]) -> Iterator[list[_Letter]]:
    """Letters of one base line from left to right; a mark without width keeps its place behind its letter."""
    row: list[_Letter] = []
    for letter in sorted(found, key=lambda letter: letter.base):
        if row and letter.base - row[0].base > 1.0:
            yield sorted(row, key=lambda letter: letter.left)
            row = []
        row.append(letter)
    if row:
        yield sorted(row, key=lambda letter: letter.left)


def _word(word: Sequence[_Letter], end: float = math.inf, touches: bool = False) -> Iterator[Word]:
    """Letters as a word, which goes no further than `end`: fonts may tell widths wrong; one that `touches` goes there.

    Words that touch are joined without a blank; between them the mark of a note may stand.
    """
    text = unicodedata.normalize("NFC", "".join(letter.text for letter in word))
    if not text or text.isspace():
        return
    base, size = word[0].base, word[0].format.size or 10.0
    right = end if touches else max(word[0].left, min(end, max(letter.right for letter in word)))
    yield Word(text, word[0].left, base - _ABOVE * size, right, base + _BELOW * size, word[0].format)


def _raised(words: Iterable[Word]) -> Iterator[Word]:
    """The marks of notes told as what they are: small, above the base line of the word that they touch."""
    words = list(words)
    sizes = Counter(word.format.size for word in words)
    usual = sizes.most_common(1)[0][0] if sizes else None
    small = [word for word in words if usual and (word.format.size or usual) < 0.8 * usual]
    marks = {id(word): host for word in small if (host := _host(word, words))}
    for word in words:
        host = marks.get(id(word))
        yield replace(word, format=replace(word.format, size=host.format.size, raised="superscript")) if host else word


def _host(mark: Word, words: Sequence[Word]) -> Word | None:
    """The word that a mark touches on the left and stands higher than."""
    size = mark.format.size or 0.0
    for word in words:
        larger = word.format.size or 0.0
        if larger * 0.8 > size and abs(mark.left - word.right) < 0.15 * larger:
            lift = (word.bottom - _BELOW * larger) - (mark.bottom - _BELOW * size)
            if 0.15 * larger < lift < 0.8 * larger:
                return word
    return None
