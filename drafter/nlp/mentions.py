"""Every reference to a document in prose: what it names, and where.

Found by the number (grammar: nghị định's Phụ lục I, II.3; see `_NUMBER`) or, for laws, by the name. From the number the
kind is read backwards; date, issuer and title forwards, in that order, each optional. References inside the title of
another are mentions of their own: their spans lie inside its span.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as calendar_date
from functools import cache
from importlib import resources

from drafter.document import Span
from drafter.nlp.folding import Folded, fold
from drafter.nlp.kinds import kind_named, kind_of_number
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
_NUMBER = re.compile(
    rf"""(?<![\w/.:,-]) (?P<number>
      \d{{1,5}}(?:\.\d{{1,3}})?[a-zđ]?\s?
      (?: /\s?(?:19|20)\d\d\s?/\s?{_JOINED}                         # 30/2020/NĐ-CP, 72/2025/QH15
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
    r"\b(?P<kind>Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị\s+quyết)\s+(?P<name>[^;.:()\d]{3,420}?)\s+[Ss]ố\s*:?\s*$"
)
_LISTED = re.compile(r"(?:[,;]|\bvà|\bhoặc|:)\s*(?:[Ss]ố\s*:?\s*)?$")
_NO_DOCUMENT = re.compile(
    r"(?:[Mm]ẫu|[Bb]iểu|[Pp]hụ\s+lục|[Gg]iấy\s+phép|[Đđ]ơn|[Tt]iêu\s+chuẩn|[Mm]ã)(?:\s+số)?:?\s*$"
)
# The number of the document itself, in its letterhead.
_OWN = re.compile(r"(?:^|\n|\t|[ ]{2})[^\w\n]{0,9}(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết)\s)?[Ss]ố\s*:\s*$")
_DATE = re.compile(
    r"""\s*,?\s*(?:\(\s*)?(?:ký\s+|ban\s+hành\s+)?ngày\s+(?:
      (?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})
    | (?P<day2>\d{0,2})\s*tháng\s*(?P<month2>\d{0,2})\s*năm\s+(?P<year2>\d{4}) )
    | \s+năm\s+(?P<alone>(?:19|20)\d\d)\b""",
    re.VERBOSE,
)
_OF = re.compile(r"\s*,?\s*của\s+(?=[^\W\d_])")
_YEAR = re.compile(r"\s+(?:năm\s+)?(?P<alone>(?:19|20)\d\d)\b")


def mentions(text: str) -> list[Mention]:
    """The references in the text, in its order; an outer one before those in its title."""
    folded = fold(text)
    numbers = list(_NUMBER.finditer(folded.text))
    heads = _heads(folded.text, numbers)
    found = [*(_numbered(folded, head) for head in heads), *_laws(folded, [head.span for head in heads])]
    return sorted(found, key=lambda mention: (mention.span.start, -mention.span.end))


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
        before = text[max(0, start - 460) : start]
        number = re.sub(r"\s+", "", found["number"]).replace("–", "-")
        if _NO_DOCUMENT.search(before) or _OWN.search(before):
            continue
        offset = start - len(before)
        if "/QH" in number or "/UBTVQH" in number:
            law = _LAW_LED_IN.search(before)
            if law and not _NUMBER.search(law["name"]):
                law = _innermost(law, before)
                named = Span(offset + law.start("name"), offset + law.end("name"))
                heads.append(_Head(Span(offset + law.start(), found.end()), law["kind"], number, named))
                continue
        led = _LED_IN.match(before[-130:])
        if led:
            part = "kind" if led["kind"] else "bare"
            begin, name = start - len(before[-130:]) + led.start(part), led[part]
            # "Thông báo kết luận số": the second kind only says of what the first is.
            if name[0].islower() and (first := _KIND_BEFORE.search(text, max(0, begin - 40), begin)):
                begin, name = first.start(), first[1]
            heads.append(_Head(Span(begin, found.end()), name, number))
        elif heads and _LISTED.search(before) and _goes_on(text, heads[-1], start, number):
            listed = re.search(r"(?:[Ss]ố\s*:?\s*)?$", before)
            begin = offset + listed.start() if listed else start
            heads.append(_Head(Span(begin, found.end()), heads[-1].name, number))
        else:
            heads.append(_Head(Span(start, found.end()), "", number))
    return heads


def _innermost(found: re.Match[str], before: str) -> re.Match[str]:
    """The last "Luật …" before the number: "Luật sửa đổi … của Luật Nhà ở số" names the whole, a list its last."""
    while True:
        inner = _LAW_LED_IN.search(before, found.start() + 4)
        if inner is None or re.match(r"[Ss]ửa đổi|[Bb]ổ sung|[Bb]ãi bỏ", found["name"]):
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
        return calendar_date(*(int(part) for part in parts)).isoformat(), found.end()
    except (ValueError, TypeError):
        return "", found.end()


def _issuer(text: str, at: int) -> tuple[str, int]:
    found = _OF.match(text, at)
    if not found:
        return "", at
    end = end_of_issuer(text, found.end())
    name = " ".join(text[found.end() : end].split())
    return (name, end) if name else ("", at)


def _laws(folded: Folded, taken: Sequence[Span]) -> list[Mention]:
    """Laws called by their names, without numbers behind them."""
    text = folded.text
    begins = [span.start for span in taken]
    found_laws = []
    for found in _law_matches(settled(text)):
        at = bisect_left(begins, found.start())
        if at < len(begins) and begins[at] == found.start():
            continue
        end = found.end()
        date, end = _date(text, end)
        if not date and (year := _YEAR.match(text, end)):
            date, end = year["alone"], year.end()
        kind = kind_named(found["kind"] or "Hiến pháp")
        name = next((found.span(part) for part in ("amending", "known", "other") if found[part]), (0, 0))
        found_laws.append(
            Mention(
                span=folded.raw(found.start(), end),
                kind=kind.symbol if kind else "L",
                number="",
                date=date,
                issuer="",
                title=folded.raw(*name) if name[1] else None,
            )
        )
    return found_laws


def _law_matches(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while found := _law_names().search(text, at):
        yield found
        # The law that an amending law amends is mentioned too.
        at = found.start("amending") if found["amending"] else found.end()


@cache
def _law_names() -> re.Pattern[str]:
    """Laws by the list of their names, others by a capital and what follows up to a break."""
    listed = resources.files("drafter.nlp").joinpath("laws.txt").read_text(encoding="utf-8").splitlines()
    names = {re.sub(r"^(?:Luật|Bộ luật|Pháp lệnh) ", "", line) for line in listed if line}
    known = "|".join(re.escape(settled(name)).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"""\b(?P<constitution>Hiến\s+pháp(?:\s+nước\s+Cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa\s+Việt\s+Nam
            |(?=\s+(?:năm|ngày)\s+\d)))(?!\w)
        | \b(?P<kind>Luật|Bộ\s+luật|Pháp\s+lệnh)\s+(?:
            (?P<amending>[Ss]ửa\s+đổi,\s+bổ\s+sung\s+(?:một\s+số\s+điều\s+)?của\s+(?:Bộ\s+)?[Ll]uật\s+(?i:{known}))(?!\w)
          | (?P<known>(?i:{known}))(?!\w)
          | (?P<other>[A-ZĐÀ-Ỹ]\w+(?:\s+[^\W\d_]\w*){{1,9}}?)
            (?=\s+(?:số\s+\d|ngày\s+\d|năm\s+\d|được|quy\s+định|có|và|hiện\s+hành)\b|[;.,:()“”]|\s*\n|$)
        )""",
        re.VERBOSE,
    )


_PLACED = re.compile(r"[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ]")


def settled(text: str) -> str:
    """The text with the tone marks of oa, oe, uy on one letter: as long, and equal for both ways of writing."""
    return _PLACED.sub(lambda pair: _SETTLED[pair[0]], text)


def _first_marked(pair: str) -> str:
    letters = unicodedata.normalize("NFD", pair)
    mark = "".join(letter for letter in letters if unicodedata.combining(letter))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare[0] + mark + bare[1:])


_SETTLED = {
    one + two: _first_marked(one + two)
    for ones, twos in (("oòóỏõọ", "aàáảãạeèéẻẽẹ"), ("uùúủũụ", "yỳýỷỹỵ"))
    for one in ones
    for two in twos
}
