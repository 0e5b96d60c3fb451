"""Paper, margins, fonts, colour and page numbers (Phụ lục I, Phần I, Mục I NĐ 30)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator

from drafter.document import Document, Format, Margin, Section, Span
from drafter.layout.codes import decomposed, letters_of, old_codes
from drafter.layout.looks import points
from drafter.layout.roles import Sheet
from drafter.layout.rows import MOST, Row
from drafter.layout.rules import Fault
from drafter.nlp.old_fonts import is_old_font

FONT = "Times New Roman"
RECODE = f"Chuyển mã sang Unicode rồi đặt phông {FONT}."
_SAME_FONT = re.compile(r"Times ?New ?Roman(?:PSMT|PS-\w+| Bold| Italic)?$", re.IGNORECASE)
_BLACK = ("000000", None)
_SIDES = (
    ("PG-03", "top", "trên", 20, 25),
    ("PG-04", "bottom", "dưới", 20, 25),
    ("PG-05", "left", "trái", 30, 35),
    ("PG-06", "right", "phải", 15, 20),
)
"""Rule, side, its name, and the least and the most mm."""
_FEW = 0.01
"""Part of the letters from which another font or colour counts: less is a symbol or a slip."""


def pages(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with paper, margins, fonts and page numbers."""
    document = sheet.document
    for name, section in named_sections(document):
        yield from _paper(document, section, name)
        yield from _margins(document, section, name)
        yield from _on_its_side(document, section, name)
        yield from _page_number(document, section, name)
    yield from _letters(sheet)


def named_sections(document: Document) -> Iterator[tuple[str, Section]]:
    """The sections, with words that tell one from the others where there are several."""
    for number, section in enumerate(document.sections):
        yield (f" (phần thứ {number + 1} của tệp)" if len(document.sections) > 1 else ""), section


def start_of(document: Document, section: Section) -> Span:
    """The first paragraph with words of a section: what concerns its pages is said there."""
    own = document.paragraphs[section.first : section.last]
    return next((one.span for one in own if one.span.of(document.text).strip()), Span(0, 0))


def _paper(document: Document, section: Section, name: str) -> Iterator[Fault]:
    short, long = sorted((section.width, section.height))
    if not is_a4(section):
        message = f"Khổ giấy{name} đang là {mm_words(short)} x {mm_words(long)} mm; phải là A4 (210 x 297 mm)."
        yield Fault("nd30.PG-01", start_of(document, section), message, "Chọn khổ giấy A4.")
    tables = any(one.cell for one in document.paragraphs[section.first : section.last])
    if section.width > section.height and not tables:
        message = f"Giấy{name} đang đặt ngang mà không có bảng biểu; văn bản trình bày theo chiều dài của giấy."
        yield Fault("nd30.PG-02", start_of(document, section), message, "Đặt giấy theo chiều dọc.")


def is_a4(section: Section) -> bool:
    """Whether the paper is A4, upright or on its side."""
    short, long = sorted((section.width, section.height))
    return abs(short - 210) <= 1 and abs(long - 297) <= 1


def _margins(document: Document, section: Section, name: str) -> Iterator[Fault]:
    for id_, _, words, width, least, most in wrong_margins(section):
        message = f"Lề {words}{name} đang là {mm_words(width)} mm; phải từ {least} đến {most} mm."
        action = f"Đặt lề {words} từ {least} đến {most} mm."
        yield Fault(f"nd30.{id_}", start_of(document, section), message, action)


def wrong_margins(section: Section) -> Iterator[tuple[str, str, str, float, int, int]]:
    """Of each margin out of its range the rule, the side, its name, its mm with the gutter, the least and the most.

    None of a section on its side: the decree does not say how margins turn with the paper.
    """
    for id_, side, words, least, most in _SIDES if section.width <= section.height else ():
        width = _edge(section, side)
        if not _fits(width, least, most):
            yield id_, side, words, width, least, most


def _edge(section: Section, side: str) -> float:
    return float(abs(getattr(section, side))) + (section.gutter if side == "left" else 0.0)


def _fits(width: float, least: int, most: int) -> bool:
    """Whether a margin is in its range; one that a PDF does not show is."""
    return math.isnan(width) or least - 0.5 <= width <= most + 0.5


_TURNS = ("top", "right", "bottom", "left")


def _on_its_side(document: Document, section: Section, name: str) -> Iterator[Fault]:
    """Margins of a landscape page: as they are said, or turned with the paper to either side."""
    if section.width <= section.height:
        return
    for turn in (0, 1, 3):
        turned = {side: _edge(section, _TURNS[(at + turn) % 4]) for at, side in enumerate(_TURNS)}
        if all(_fits(turned[side], least, most) for _, side, _, least, most in _SIDES):
            return
    having = ", ".join(f"{words} {mm_words(_edge(section, side))}" for _, side, words, _, _ in _SIDES)
    message = f"Trang ngang{name} có lề {having} mm; phải là trên, dưới 20 đến 25, trái 30 đến 35, phải 15 đến 20 mm."
    yield Fault("nd30.PG-07", start_of(document, section), message, "Đặt lại lề của trang ngang.")


def _page_number(document: Document, section: Section, name: str) -> Iterator[Fault]:
    at = start_of(document, section)
    yield from _place_of_number(at, section, name)
    if shows_first_number(section):
        message = "Số trang đang hiện ở trang thứ nhất; trang thứ nhất không hiển thị số trang."
        yield Fault("nd30.PN-04", at, message, "Bật “Different First Page” (trang đầu khác) và bỏ số ở đầu trang ấy.")


def _place_of_number(at: Span, section: Section, name: str) -> Iterator[Fault]:
    if any(_shows(margin) for margin in section.footers):
        message = f"Số trang{name} đang đặt ở chân trang; phải đặt canh giữa trong phần lề trên."
        yield Fault("nd30.PN-02", at, message, "Chuyển số trang lên đầu trang, canh giữa.")
    shown = [margin for margin in section.headers if _shows(margin) and margin.which != "first"]
    for margin in shown[:1]:
        yield from _look_of_number(margin, at, name)


def shows_first_number(section: Section) -> bool:
    """Whether the first page of the document shows its number."""
    shown = any(_shows(margin) for margin in section.headers if margin.which != "first")
    first = any(_shows(margin) for margin in section.headers if margin.which == "first")
    return shown and section.first == 0 and not (section.title_page and not first)


def wrong_number(section: Section) -> set[str]:
    """The rules that its page number breaks by place and look, as far as that can be mended."""
    found = {fault.rule for fault in _place_of_number(Span(0, 0), section, "")}
    return found if may_set_number(section) else set()


def may_set_number(section: Section) -> bool:
    """Whether its number can be set where it belongs.

    Not where more than the number stands in the footer, or even pages have headers of their own.
    """
    margins = (*section.headers, *section.footers)
    return not any(margin.which == "even" for margin in margins) and not any(map(_says_more, section.footers))


def _says_more(margin: Margin) -> bool:
    """Whether a paragraph shows more than its number, and perhaps dashes around it."""
    field = margin.page_field
    own = next((one for one in margin.paragraphs if field and one.span.holds(field)), None)
    return own is not None and re.fullmatch(r"\W*\w+\W*", own.span.of(margin.text)) is None


def _look_of_number(margin: Margin, at: Span, name: str) -> Iterator[Fault]:
    field = margin.page_field
    assert field is not None
    own = next((one for one in margin.paragraphs if one.span.holds(field)), None)
    looks = [run.format for one in margin.paragraphs for run in one.runs if run.span.meets(field)]
    if own and own.alignment != "center" and "\t" not in own.span.of(margin.text):
        message = f"Số trang{name} chưa canh giữa; phải canh giữa trong phần lề trên."
        yield Fault("nd30.PN-02", at, message, "Canh giữa số trang.")
    if looks and looks[0].size is not None and not 13 <= looks[0].size <= 14:
        message = f"Số trang{name} đang có cỡ chữ {points(looks[0].size)}; phải là cỡ chữ 13 đến 14, kiểu chữ đứng."
        yield Fault("nd30.PN-03", at, message, "Đặt số trang cỡ chữ 13 đến 14, kiểu chữ đứng.")
    elif looks and looks[0].italic:
        message = f"Số trang{name} đang là chữ nghiêng; phải là kiểu chữ đứng."
        yield Fault("nd30.PN-03", at, message, "Đặt số trang kiểu chữ đứng.")


def _shows(margin: Margin) -> bool:
    return margin.page_field is not None


def _letters(sheet: Sheet) -> Iterator[Fault]:
    total = letters_of(sheet)
    for message, at in old_codes(sheet):
        yield Fault("nd30.PG-09", at, message, RECODE)
    for message, at in decomposed(sheet):
        yield Fault("nd30.PG-09", at, message, "Chuyển chữ sang Unicode dựng sẵn.", "info")
    for font in foreign_fonts(sheet):
        share = max(1, round(100 * _foreign(sheet)[font] / total))
        message = f"{share}% chữ dùng phông {font}; phải dùng phông {FONT}."
        yield Fault("nd30.PG-08", first_in(sheet, font), message, f"Đặt phông {FONT} cho cả văn bản.")
    coloured = _coloured(sheet)
    if has_colour(sheet):
        at = _first(sheet, lambda look: look.color not in _BLACK)
        message = f"{max(1, round(100 * coloured / total))}% chữ có màu khác màu đen; chữ trong văn bản phải màu đen."
        yield Fault("nd30.PG-10", at, message, "Đặt màu chữ thành đen hoặc tự động.")


def foreign_fonts(sheet: Sheet) -> list[str]:
    """Fonts of the Unicode code that are not the decree's, as far as more than a slip is set in them."""
    return [font for font in _foreign(sheet) if not is_old_font(font)]


def first_in(sheet: Sheet, font: str) -> Span:
    """Where something is set in a font first."""
    return _first(sheet, lambda look: look.font == font)


def has_colour(sheet: Sheet) -> bool:
    """Whether more than a slip is not black; the stamp of urgency is red."""
    return _coloured(sheet) >= max(3, _FEW * letters_of(sheet))


def _foreign(sheet: Sheet) -> dict[str, int]:
    least = max(3, _FEW * letters_of(sheet))
    fonts = _counted(sheet, lambda look: look.font)
    return {font: times for font, times in fonts.items() if font and not _SAME_FONT.match(font) and times >= least}


def _coloured(sheet: Sheet) -> int:
    return sum(times for color, times in _counted(sheet, lambda look: look.color).items() if color not in _BLACK)


def _counted(sheet: Sheet, of: Callable[[Format], str | None]) -> Counter[str | None]:
    counts: Counter[str | None] = Counter()
    for row in unstamped(sheet):
        for look, times in row.looks:
            counts[of(look)] += times
    return counts


def unstamped(sheet: Sheet) -> list[Row]:
    """The rows that are typed, not stamped: a mark of urgency may have its colour."""
    stamped = sheet.of("urgency")
    return [row for row in sheet.rows if row not in stamped]


def _first(sheet: Sheet, has: Callable[[Format], bool]) -> Span:
    found = [row for row in unstamped(sheet) if row.share(has) >= 1 - MOST]
    return found[0].span if found else Span(0, 0)


def mm_words(length: float) -> str:
    return f"{round(length, 1):g}".replace(".", ",")
