"""Parts, chapters, articles, clauses and appendices of Party documents (HD 05-HD/VPTW)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.layout.looks import Look
from drafter.layout.party.looks import ANY, styled
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row, place
from drafter.layout.rules import Edit, Fault
from drafter.report import Severity

_RULE = "hd05.D-13"
_CHAPTER = re.compile(r"(?P<word>Phần|Chương)\s+(?P<number>\S+(?:\s+\S+)?)$", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+[.:]?$")
_SECTION = re.compile(r"Mục\s+(?P<number>[IVX]+)\b(?P<rest>.*)$", re.IGNORECASE)
_ARTICLE = re.compile(r"Điều\s+\d+[a-zđ]?(?P<stop>\s*[:)\-–/])\s*(?=\S)")
_IS_ARTICLE = re.compile(r"Điều\s+\d+[a-zđ]?\s*[.:]")
_CLAUSE = re.compile(r"\d{1,2}(?P<stop>\s*(?:[)/]|[-–](?=\s)))\s*(?=[^\W\d])")
_POINT = re.compile(r"[a-zđ](?P<stop>\s*(?:[./](?=\s)|[-–](?=\s)))\s*(?=\w)")
_LONGEST_TITLE = 160
_ROMANS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def units(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the headings and numbers of the units of the text, and with appendices."""
    body = [row for row in sheet.of("body") if row.cell is None and row.paragraph.place == "body"]
    yield from _chapters(sheet, body)
    yield from _sections(sheet, body)
    articles = any(_IS_ARTICLE.match(row.words) for row in body)
    severity: Severity | None = None if articles else "warning"
    yield from _stops(sheet, body, _ARTICLE, ".", "Sau số của điều", "dấu chấm, như “Điều 1.”", None)
    yield from _stops(sheet, body, _CLAUSE, ".", "Sau số của khoản", "dấu chấm, như “1.”", severity)
    yield from _stops(sheet, body, _POINT, ")", "Sau chữ của điểm", "dấu đóng ngoặc đơn, như “a)”", severity)
    yield from _appendices(sheet)


def _chapters(sheet: Sheet, body: Sequence[Row]) -> Iterator[Fault]:
    found = [row for row in body if _is_chapter(row)]
    titles = [row for above, row in pairwise(body) if _is_chapter(above) and len(row.words) < _LONGEST_TITLE]
    titles = [row for row in titles if not _IS_ARTICLE.match(row.words) and not _is_chapter(row)]
    for row in found:
        number = _CHAPTER.match(row.words)
        if number and re.fullmatch(r"\d{1,2}[.:]?", number["number"]):
            right = _roman(int(number["number"].rstrip(".:")))
            span = place(sheet.document.text, row, *number.span("number"))
            edits = (Edit(span, right),) if row.paragraph.label is None else ()
            message = f"“{row.words}” ghi bằng chữ số Ả Rập; số của phần, chương là chữ số La Mã hoặc bằng chữ."
            yield Fault(_RULE, row.span, message, f"Viết “{number['word']} {right}”.", edits=edits)
    yield from styled(sheet, "D-13", "Phần, chương", found, Look(*ANY, True, False, None, "center"))
    yield from styled(sheet, "D-13", "Tiêu đề của phần, chương", titles, Look(*ANY, True, False, True, "center"))


def _is_chapter(row: Row) -> bool:
    """ "Chương II", "Phần thứ nhất"; no sentence that begins so."""
    found = _CHAPTER.match(row.words)
    if not found:
        return False
    number = found["number"]
    return bool(_ROMAN.match(number) or re.fullmatch(r"\d{1,2}[.:]?", number) or number.lower().startswith("thứ "))


def _sections(sheet: Sheet, body: Sequence[Row]) -> Iterator[Fault]:
    for row in body:
        found = _SECTION.match(row.words)
        titled = found and (not found["rest"].strip(" .:") or row.in_capitals or re.match(r"[.:]", found["rest"]))
        if found and titled and len(row.words) < _LONGEST_TITLE:
            right = str(_value(found["number"].upper()))
            span = place(sheet.document.text, row, *found.span("number"))
            edits = (Edit(span, right),) if row.paragraph.label is None else ()
            message = f"“Mục {found['number']}” ghi bằng chữ số La Mã; số của mục là chữ số Ả Rập."
            yield Fault(_RULE, row.span, message, f"Viết “Mục {right}”.", edits=edits)


def _stops(
    sheet: Sheet,
    body: Sequence[Row],
    wrong: re.Pattern[str],
    right: str,
    name: str,
    wanted: str,
    severity: Severity | None,
) -> Iterator[Fault]:
    """The mark behind the number of a unit."""
    rows = [(row, found) for row in body if row.paragraph.label is None and (found := wrong.match(row.words))]
    if rows:
        row, first = rows[0]
        where = f" ({len(rows)} chỗ)" if len(rows) > 1 else ""
        message = f"{name}{where} đang là “{first['stop'].strip()}”; phải là {wanted}."
        edits = tuple(Edit(place(sheet.document.text, one, *found.span("stop")), right) for one, found in rows)
        yield Fault(_RULE, row.span, message, f"Dùng {wanted}.", severity, edits)


def _appendices(sheet: Sheet) -> Iterator[Fault]:
    found = sheet.of("appendix")
    roman = [(row, number) for row in found if (number := re.search(r"[IVXLC]+(?=[.:]?$)", row.words[7:]))]
    if roman:
        row, number = roman[0]
        # Mentions elsewhere would have to follow: those of other documents' appendices look alike.
        told = sum(len(re.findall(r"Phụ lục(?: số)? [IVX]+\b", one.words)) for one in sheet.rows) > len(roman)
        edits = tuple(
            Edit(place(sheet.document.text, one, 7 + said.start(), 7 + said.end()), str(_value(said[0])))
            for one, said in roman
        )
        message = f"“{row.words}” đánh số La Mã; phụ lục văn bản của Đảng đánh số bằng chữ số Ả Rập."
        action = f"Viết “Phụ lục {_value(number[0])}”, cả ở chỗ viện dẫn phụ lục."
        yield Fault("hd05.D-21", row.span, message, action, edits=() if told else edits)
    begun = [(row, _own_number(sheet, row)) for row in found]
    wrong = [row for row, own in begun if own is False]
    if wrong:
        message = "Số trang của phụ lục nối tiếp văn bản; mỗi phụ lục đánh số trang riêng, bắt đầu từ 1."
        action = "Ngắt section trước phụ lục, đặt số trang bắt đầu từ 1."
        yield Fault("hd05.D-21", wrong[0].span, message, action, "warning")


def _own_number(sheet: Sheet, row: Row) -> bool | None:
    """Whether the pages of an appendix are numbered anew; None where its pages show no number."""
    own = next((one for one in sheet.document.sections if one.first <= row.index < one.last), None)
    if own is None or not any(one.page_field for one in own.headers):
        return None
    before = sheet.document.paragraphs[own.first : row.index]
    alone = not any(one.span.of(sheet.document.text).strip() for one in before)
    return alone and own.number_start == 1


def _roman(value: int) -> str:
    words = ""
    for size, letter in _ROMANS:
        while value >= size:
            words, value = words + letter, value - size
    return words


def _value(roman: str) -> int:
    figures = [_VALUES[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(figures, [*figures[1:], 0], strict=True))
