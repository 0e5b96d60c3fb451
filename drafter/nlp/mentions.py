"""Every reference to a document in prose: what it names, and where.

Found by the number (grammar: nghị định's Phụ lục I, II.3; see `_NUMBER`) or, for laws, by the name. From the number the
kind is read backwards; date, issuer and title forwards, in that order, each optional. References inside the title of
another are mentions of their own: their spans lie inside its span.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as calendar_date
from functools import lru_cache

from drafter.document import Span
from drafter.nlp.folding import Folded, fold
from drafter.nlp.kinds import kind_named, kind_of_number
from drafter.nlp.laws import named_laws
from drafter.nlp.titles import KIND, end_of_issuer, title_after


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to a document. What the text does not say is ""."""

    span: Span
    """From the name of the kind (in a list, from the number) to the end of the title or of what else is said."""
    kind: str
    """The symbol by the printed name, else by the number: "87-KL/ĐU" called "Kế hoạch" is KH."""
    number: str
    """Without stray blanks."""
    date: str
    """ISO 8601, or the year alone."""
    issuer: str
    title: Span | None = None
    """From "về việc", "quy định" … on; of a law, its name after "Luật"."""


_ORGAN = r"[A-ZĐ][A-Za-zĐđ0-9&]*(?:\.(?=[A-ZĐ0-9])[A-Za-zĐđ0-9&]+)*"
_JOINED = rf"{_ORGAN}(?:(?:-\s?|\s-\s?)(?=[A-ZĐ]{{2}}|TTg|[A-ZĐ]\d|CTr){_ORGAN})*"
# What must not stand before the first digit is asked behind it: a pattern that begins with a digit is found five times
# as quickly.
_NUMBER = re.compile(
    rf"""(?P<number>
      \d(?:(?<![\w/.:,%=-]\d)|(?<=\b[Ss]ố\d))\d{{0,4}}(?:\.\d{{1,3}})?[a-zđ]?\s?
      (?: /\s?(?:19|20)\d\d\s?/\s?{_JOINED}(?:/{_JOINED})?         # 30/2020/NĐ-CP, 72/2025/QH15
        | [-–]\s?[A-ZĐ][A-ZĐa-zđ]{{0,3}}\s?/\s?{_JOINED}(?:/nb|/m)?  # 226-KL/TW
        | /\s?(?=[A-ZĐ]{{2}}|[A-ZĐ][a-zđ]?[A-ZĐ]){_JOINED}(?:/{_ORGAN})?  # 176/KH-UBND, 12/UBND-VX, 488/KHKT/TT
      )) (?![\w/])""",
    re.VERBOSE,
)
# What stands between the kind and the number: "số", and the name of a law or "kết luận", "liên tịch" before it.
_LED_IN = re.compile(
    rf"(?s:.*)\b(?:(?P<kind>{KIND})(?P<between>\s+(?![^;]*\b(?:và|tại|theo|trong|được)\b)[^\W\d_][^;.:,()\d\n]{{0,45}}?)?"
    rf"\s+[Ss]ố\s*:?\s*|(?P<bare>{KIND})\s+)$",
)
_KIND_BEFORE = re.compile(rf"\b(?=[^\W\d_a-zđ])({KIND})\s+$")
_LAW_LED_IN = re.compile(
    r"\b(?P<kind>Luật|Bộ\s+[Ll]uật|Pháp\s+lệnh|Nghị\s+quyết)\s+(?P<name>[^;.:()\d]{3,420}?)\s+[Ss]ố\s*:?\s*$"
)
_LAWS_GO_ON = re.compile(r"(?:,|\s+và)\s+(?:Bộ\s+l|L)uật\s[^;.\d]{3,120}?\s+số\s+\d")
# Figures before a number that share its symbol: "số 12, 13 và 14/TB-UBND", "từ số 101 đến số 120/QĐ-UBND".
_AND = r"\s*(?:,\s*và|[,;]|\bvà|\bđến)\s+(?:số\s+)?"
_SHARED = re.compile(rf"\b[Ss]ố\s*:?\s*(?P<figures>\d{{1,5}}[a-zđ]?(?:{_AND}\d{{1,5}}[a-zđ]?)*){_AND}$")
_FIRST_FIGURE = re.compile(r"\d+[a-zđ]?")
_LISTED = re.compile(r"(?:[,;]|\bvà|\bhoặc|:)\s*(?:[Ss]ố\s*:?\s*)?$")
_NO_DOCUMENT = re.compile(
    r"(?:[Mm]ẫu|[Bb]iểu|[Pp]hụ\s+lục|[Gg]iấy\s+phép|[Đđ]ơn|[Tt]iêu\s+chuẩn|[Mm]ã)(?:\s+số)?:?\s*$"
    r"|\b(?:QCVN|TCVN)[ \d:-]{0,12}$"
)
# The number of the document itself, in its letterhead.
_OWN = re.compile(r"(?:^|\n|\t|[ ]{2})[^\w\n]{0,9}(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết)\s)?[Ss]ố\s*:\s*$")
# Scans take "1" and "0" for letters, and "tháng" for other words.
_FIGURE = r"[\dlIO|\]]"
_FIGURES = str.maketrans("lIO|]", "11011")
_DATE = re.compile(
    rf"""\s*,?\s*(?:\(\s*)?(?i:ký\s+|ban\s+hành\s+)?(?i:ngày)\s+(?:
      (?P<day>\d{{1,2}})\s?[/.-]\s?(?P<month>\d{{1,2}})\s?[/.-]\s?(?P<year>\d{{4}})
    | (?P<day2>{_FIGURE}{{0,2}})\s*(?i:th[áắấâ]ng)\s*(?P<month2>{_FIGURE}{{0,2}})\s*(?i:năm)\s+(?P<year2>\d{{4}}) )
    | \s+năm\s+(?P<alone>(?:19|20)\d\d)\b""",
    re.VERBOSE,
)
_BEFORE = 460
"""Characters before a number in which the name of its law begins."""
_OF = re.compile(r"\s*,?\s*của\s+(?=[^\W\d_])")
_YEAR = re.compile(r"\s+(?:năm\s+)?(?P<alone>(?:19|20)\d\d)\b")


def mentions(text: str) -> list[Mention]:
    """The references in the text, in its order; an outer one before those in its title."""
    return list(_mentions(text))


@lru_cache(maxsize=4)
def _mentions(text: str) -> tuple[Mention, ...]:
    """Kept for the checks that ask one after another."""
    folded = fold(text)
    numbers = list(_NUMBER.finditer(folded.text))
    heads = _heads(folded.text, numbers)
    found = [*(_numbered(folded, head) for head in heads), *_laws(folded, [head.span for head in heads])]
    return tuple(sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)))


def mentioned_numbers(text: str) -> set[str]:
    """The numbers of the documents that the text refers to, nothing else of the references: twenty times quicker."""
    folded = fold(text).text
    found = (match for match in _NUMBER.finditer(folded) if not _is_own(folded, match.start("number")))
    return {re.sub(r"\s+", "", match["number"]).replace("–", "-") for match in found}


def _is_own(text: str, at: int) -> bool:
    """Whether a number is the document's own, or that of a form."""
    before = text[max(0, at - 60) : at]
    return bool(_NO_DOCUMENT.search(before) or _OWN.search(before))


@dataclass(frozen=True, slots=True)
class _Head:
    """Kind and number of a mention, over the folded text."""

    span: Span
    name: str
    number: str
    law: Span | None = None


def _heads(text: str, numbers: Sequence[re.Match[str]]) -> list[_Head]:
    heads: list[_Head] = []
    for found in numbers:
        start = found.start("number")
        before = text[max(0, start - _BEFORE) : start]
        if _NO_DOCUMENT.search(before) or _OWN.search(before):
            continue
        number = re.sub(r"\s+", "", found["number"]).replace("–", "-")
        law = _law_head(text, found, before, number)
        led = None if law else _led_in(text, start)
        if law:
            heads.append(law)
        elif led is None and (several := _sharing(text, found, before, number)):
            heads += several
        elif led:
            heads.append(_Head(Span(led[0], found.end()), led[1], number))
        elif heads and _LISTED.search(before) and _goes_on(text, heads[-1], start, number):
            listed = re.search(r"(?:[Ss]ố\s*:?\s*)?$", before)
            begin = start - len(before) + listed.start() if listed else start
            heads.append(_Head(Span(begin, found.end()), heads[-1].name, number))
        elif kind_of_number(number):
            heads.append(_Head(Span(start, found.end()), "", number))
    return heads


def _law_head(text: str, found: re.Match[str], before: str, number: str) -> _Head | None:
    """A law, or a resolution of the assembly, whose name stands before its number."""
    law = _LAW_LED_IN.search(before) if "/QH" in number or "/UBTVQH" in number else None
    if law is None or _NUMBER.search(law["name"]):
        return None
    law = _innermost(law, before, listed=bool(_LAWS_GO_ON.match(text, found.end())))
    offset = found.start("number") - len(before)
    named = Span(offset + law.start("name"), offset + law.end("name"))
    return _Head(Span(offset + law.start(), found.end()), law["kind"], number, named)


def _led_in(text: str, at: int) -> tuple[int, str] | None:
    """The name of the kind that leads to a number at `at`, and where it stands."""
    before = text[max(0, at - 130) : at]
    led = _LED_IN.match(before)
    if led is None:
        return None
    part = "kind" if led["kind"] else "bare"
    begin, name = at - len(before) + led.start(part), led[part]
    # "Thông báo kết luận số": the second kind only says of what the first is.
    if name[0].islower() and (first := _KIND_BEFORE.search(text, max(0, begin - 40), begin)):
        return first.start(), first[1]
    return begin, name


def _sharing(text: str, found: re.Match[str], before: str, number: str) -> list[_Head]:
    """The documents of "các Thông báo số 12, 13 và 14/TB-UBND", whose symbol the last has for all; none elsewhere."""
    shared = _SHARED.search(before)
    if shared is None:
        return []
    offset = found.start("number") - len(before)
    led = _led_in(text, offset + shared.start("figures"))
    symbol = number[len(_FIRST_FIGURE.match(number)[0]) :]  # type: ignore[index]
    figures = [one.span() for one in re.finditer(r"\d+[a-zđ]?", shared["figures"])]
    places = [Span(*(offset + shared.start("figures") + end for end in ends)) for ends in figures]
    heads = [_Head(place, led[1] if led else "", place.of(text) + symbol) for place in places]
    if led:
        heads[0] = _Head(Span(led[0], places[0].end), led[1], heads[0].number)
    return [*heads, _Head(Span(found.start("number"), found.end()), heads[0].name, number)]


def _innermost(found: re.Match[str], before: str, listed: bool) -> re.Match[str]:
    """The last "Luật …" before the number: "Luật sửa đổi … của Luật Nhà ở số" names the whole, a list its last.

    Where the list goes on with numbers each is its law's own: "Luật sửa đổi … của Luật Đất đai số 31/2024/QH15, Luật".
    """
    while True:
        inner = _LAW_LED_IN.search(before, found.start() + 4)
        if inner is None or (not listed and re.match(r"[Ss]ửa\s+đổi|[Bb]ổ\s+sung|[Bb]ãi\s+bỏ", found["name"])):
            return found
        found = inner


def _goes_on(text: str, last: _Head, start: int, number: str) -> bool:
    """Whether a number without a kind is the next of a list: same symbol of kind, no sentence between."""
    gap = text[last.span.end : start]
    same = kind_of_number(number) == kind_of_number(last.number) or not last.name
    return len(gap) < 400 and same and not re.search(r"[.](?=\s+[A-ZĐ])", gap)


def _numbered(folded: Folded, head: _Head) -> Mention:
    text = folded.text
    end = head.span.end
    date, end = _date(text, end)
    issuer, end = _issuer(text, end)
    if issuer and not date:
        date, end = _date(text, end)
    title_start, title_end = title_after(text, end)
    title = head.law
    if title_end > title_start:
        end = title_end
        title = Span(title_start, title_end)
    name = " ".join(head.name.split())
    return Mention(
        span=folded.raw(head.span.start, end),
        kind=kind_of_number(head.number, name if kind_named(name) else ""),
        number=head.number,
        date=date,
        issuer=issuer,
        title=folded.raw(title.start, title.end) if title else None,
    )


def _date(text: str, at: int) -> tuple[str, int]:
    found = _DATE.match(text, at)
    if not found:
        return "", at
    if found["alone"]:
        return found["alone"], found.end()
    parts = (found["year"] or found["year2"], found["month"] or found["month2"], found["day"] or found["day2"])
    try:
        return calendar_date(*(int(part.translate(_FIGURES)) for part in parts)).isoformat(), found.end()
    except ValueError:
        return "", found.end()


def _issuer(text: str, at: int) -> tuple[str, int]:
    found = _OF.match(text, at)
    if not found:
        return "", at
    end = end_of_issuer(text, found.end())
    name = " ".join(text[found.end() : end].split())
    return (name, end) if name else ("", at)


def _laws(folded: Folded, taken: Sequence[Span]) -> list[Mention]:
    """Laws, and resolutions of congresses, called by their names without numbers behind them."""
    text = folded.text
    begins = [span.start for span in taken]
    found_laws = []
    for law in named_laws(text):
        at = bisect_left(begins, law.span.start)
        if at < len(begins) and begins[at] == law.span.start:
            continue
        date, end = _date(text, law.span.end) if law.dated else ("", law.span.end)
        if law.dated and not date and (year := _YEAR.match(text, end)):
            date, end = year["alone"], year.end()
        title = folded.raw(law.name.start, law.name.end) if law.name else None
        found_laws.append(Mention(folded.raw(law.span.start, end), law.kind, "", date, "", title))
    return found_laws
