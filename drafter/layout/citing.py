"""How other documents are cited (Phụ lục I, Phần I, Mục II, khoản 6, điểm a, b; Phụ lục II, Mục V, khoản 7 NĐ 30).

The grammar of citations is `drafter.nlp.mentions`. Amended laws keep their numbers in practice, for those that amend
them have no other name: what stands beside an amendment is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafter.document import Span
from drafter.layout.prose import Prose
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Edit, Fault
from drafter.nlp.citing import lacking_as_base, lacking_at_first, listed, short
from drafter.nlp.folding import key
from drafter.nlp.mentions import Mention

_LAWS = frozenset({"L", "BL", "PL", "HP"})
_OPENS = re.compile(
    r"[-–+\s]*Căn cứ\s+(?:(?:điểm|khoản|Khoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần)\s[^.;:]{0,60}?)?(?:của\s+)?$"
)
_AMENDED = re.compile(r"sửa đổi|bổ sung|thay thế|hợp nhất|đính chính|bãi bỏ", re.IGNORECASE)
_WORDS_BEHIND = 160
"""Characters behind a citation in which it may still be told what it is."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that the running text names itself, and where."""

    mention: Mention
    start: int
    """Over the running text, like `end`."""
    end: int
    in_bases: bool
    rest: str | None
    """What else the base says that it opens; None if it opens none."""

    @property
    def name(self) -> str:
        return short(self.mention.kind, self.mention.number)

    @property
    def is_law(self) -> bool:
        return self.mention.kind in _LAWS

    @property
    def is_full(self) -> bool:
        return bool(self.mention.date and self.mention.issuer and self.mention.title)


def citing(sheet: Sheet, words: Prose) -> Iterator[Fault]:
    """What is wrong with the citations of a document."""
    cited = list(_cited(words, sheet.of("base")))
    yield from _bases(words, cited)
    yield from _without_word(words, cited)
    yield from _first(sheet, words, cited)
    yield from _again(sheet, cited)
    yield from _laws(words, cited)
    yield from _differing(cited)
    yield from _later(sheet, cited)
    yield from _ordinances(words, cited)
    yield from _order(words)


def _cited(words: Prose, bases: Sequence[Row]) -> Iterator[Cited]:
    """What stands in the title of another is named by that title, not by the document."""
    reach, at = 0, 0
    for mention in words.mentions:
        inside, reach = mention.span.end <= reach, max(reach, mention.span.end)
        if inside or not words.shows(mention.span):
            continue
        while at < len(bases) and bases[at].span.end <= mention.span.start:
            at += 1
        base = bases[at] if at < len(bases) and bases[at].span.start <= mention.span.start else None
        start, end = words.at(mention.span.start), words.at(mention.span.end)
        first, last = (words.at(base.span.start), words.at(base.span.end)) if base else (0, 0)
        opens = base and _OPENS.match(words.text[first:start])
        yield Cited(mention, start, end, base is not None, words.text[start:last] if opens else None)


def _told(rule: str, found: Sequence[tuple[Span, str]], suggestion: str, what: str, **more: object) -> Iterator[Fault]:
    """One fault for all places: each with what is said of it, `what` for what they have in common."""
    if found:
        span, said = found[0]
        message = f"{len(found)} {what} (thứ nhất: {said})" if len(found) > 1 else said
        yield Fault(f"nd30.{rule}", span, f"{message}.", suggestion, **more)  # type: ignore[arg-type]


def _bases(words: Prose, cited: Iterable[Cited]) -> Iterator[Fault]:
    found, numbered = [], []
    for one in cited:
        if one.rest is None or not one.mention.number:
            continue
        if one.is_law:
            if not _AMENDED.search(one.rest):
                numbered.append((one.mention.span, f"Căn cứ “{_brief(words, one)}” ghi cả số"))
            continue
        lacking = lacking_as_base(one.mention, one.rest, words.text[one.end : one.end + _WORDS_BEHIND])
        if lacking:
            found.append((one.mention.span, f"Căn cứ {one.name} chưa ghi {listed(lacking)}"))
    suggestion = "Ghi đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu."
    yield from _told("CC-05", found, suggestion, "căn cứ chưa đủ thành phần")
    suggestion = "Luật, pháp lệnh làm căn cứ chỉ ghi tên loại và tên; có thể ghi ngày ban hành, bỏ số, ký hiệu."
    yield from _told("CC-05", numbered, suggestion, "căn cứ là luật, pháp lệnh có số, ký hiệu")


def _brief(words: Prose, one: Cited) -> str:
    said = re.sub(r",? (?:quy định|về|của) .*", "", " ".join(words.text[one.start : one.end].split()))
    return said if len(said) <= 90 else f"{said[:85].rsplit(' ', 1)[0]} …"


def _without_word(words: Prose, cited: Iterable[Cited]) -> Iterator[Fault]:
    """Citations with the number right behind the name of the kind."""
    found: list[tuple[Span, str]] = []
    edits: list[Edit] = []
    for one in cited:
        bare = re.match(r"[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,3}? (?=\d)", words.text[one.start : one.end])
        if one.mention.number and bare and not re.search(r"\bsố $", bare[0], re.IGNORECASE):
            at = one.start + bare.end()
            if words.text[at:].startswith(one.mention.number[:3]):
                found.append((one.mention.span, f"“{bare[0]}{one.mention.number}” thiếu chữ “số”"))
                edits += words.edit(at, at, "số ")
    suggestion = "Viết chữ “số” giữa tên loại và số, ký hiệu."
    yield from _told("CC-08", found, suggestion, "chỗ viện dẫn thiếu chữ “số”", edits=tuple(edits))


def _first(sheet: Sheet, words: Prose, cited: Sequence[Cited]) -> Iterator[Fault]:
    """Documents whose first citation does not tell all; the letterhead and the bases count as citations."""
    named = {sheet.head.number, *(one.number for one in words.mentions if not words.shows(one.span))}
    found = []
    for one in cited:
        number = one.mention.number
        if one.in_bases or one.is_law or not number or number in named:
            named.add(number)
            continue
        named.add(number)
        before = words.text[max(0, one.start - 90) : one.start]
        if _is_listed(words, one):
            continue
        lacking = lacking_at_first(one.mention, before, words.text[one.end : one.end + _WORDS_BEHIND + 1])
        if lacking:
            found.append((one.mention.span, f"{one.name} viện dẫn lần đầu chưa ghi {listed(lacking)}"))
    suggestion = "Lần đầu ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành và trích yếu."
    yield from _told("VD-01", found, suggestion, "văn bản viện dẫn lần đầu chưa đủ thành phần")


def _is_listed(words: Prose, one: Cited) -> bool:
    """Whether it begins with the number: the next of a list, told by what the list says of all."""
    return not words.text[one.start].isupper()


def _again(sheet: Sheet, cited: Iterable[Cited]) -> Iterator[Fault]:
    """Citations in full of what was cited so before; an appendix is read by itself."""
    ends = min((row.span.start for row in sheet.of("appendix")), default=len(sheet.document.text))
    told: set[str] = set()
    found = []
    for one in cited:
        number = one.mention.number
        if not number or one.is_law or not one.is_full or one.mention.span.start >= ends:
            continue
        if number in told and not one.in_bases:
            found.append((one.mention.span, f"{one.name} đã viện dẫn đầy đủ ở trên, ở đây lại ghi đầy đủ"))
        told.add(number)
    suggestion = "Các lần sau chỉ ghi tên loại và số, ký hiệu."
    yield from _told("VD-02", found, suggestion, "chỗ viện dẫn lại ghi đầy đủ như lần đầu")


def _laws(words: Prose, cited: Iterable[Cited]) -> Iterator[Fault]:
    """Laws with a name of their own and a number, in the text."""
    found = []
    for one in cited:
        if one.in_bases or one.mention.kind not in ("L", "BL", "PL") or not one.mention.number:
            continue
        around = words.text[max(0, one.start - 80) : one.end + 80]
        if one.mention.title and not _AMENDED.search(around):
            found.append((one.mention.span, f"Viện dẫn “{_brief(words, one)}” ghi cả số"))
    suggestion = "Viện dẫn luật, pháp lệnh chỉ ghi tên loại và tên, bỏ số, ký hiệu."
    yield from _told("VD-03", found, suggestion, "chỗ viện dẫn luật, pháp lệnh có số, ký hiệu")


def _differing(cited: Iterable[Cited]) -> Iterator[Fault]:
    """The same document with two dates, or a year in its number that is not that of its date.

    Numbers begin anew each year, and each office has its own: only what is surely one document is compared.
    """
    dates: dict[tuple[str, str], str] = {}
    found = []
    for one in cited:
        mention = one.mention
        year = re.search(r"/((?:19|20)\d\d)/", mention.number)
        if len(mention.date) != 10 or not mention.number:
            continue
        if year and year[1] != mention.date[:4]:
            said = f"{one.name} ghi ngày {_day(mention.date)}, khác năm {year[1]} trong số, ký hiệu"
            found.append((mention.span, said))
            continue
        office = "" if year or re.search(r"-(?:CP|TTg)$|/TW$", mention.number) else key(mention.issuer)
        if not year and not office and not re.search(r"-(?:CP|TTg)$|/TW$", mention.number):
            continue
        known = dates.setdefault((f"{mention.number} {mention.date[:4]}", office), mention.date)
        if known != mention.date:
            found.append((mention.span, f"{one.name} ghi ngày {_day(mention.date)}, chỗ khác ghi {_day(known)}"))
    yield from _told("VD-05", found, "Đối chiếu với văn bản gốc, ghi một ngày thống nhất.", "chỗ viện dẫn không khớp")


def _day(date: str) -> str:
    return "/".join(reversed(date.split("-")))


def _later(sheet: Sheet, cited: Iterable[Cited]) -> Iterator[Fault]:
    """Documents that are cited before they were made."""
    own = sheet.head.date
    found = [
        (one.mention.span, f"{one.name or 'Văn bản'} ghi ngày {_day(one.mention.date)}, sau ngày của văn bản này")
        for one in cited
        if len(own) == 10 == len(one.mention.date) and one.mention.date > own
    ]
    suggestion = f"Đối chiếu ngày của văn bản được viện dẫn với ngày {_day(own)} của văn bản này."
    yield from _told("DD-08", found, suggestion, "văn bản viện dẫn có ngày sau ngày văn bản này")


def _ordinances(words: Prose, cited: Iterable[Cited]) -> Iterator[Fault]:
    found = [
        (
            one.mention.span,
            f"“{_brief(words, one)}” ghi là của Quốc hội; pháp lệnh do Ủy ban Thường vụ Quốc hội ban hành",
        )
        for one in cited
        if one.mention.kind == "PL"
        and (one.mention.issuer == "Quốc hội" or re.match(r"\s+của Quốc hội\b", words.text[one.end : one.end + 20]))
    ]
    yield from _told(
        "VD-06", found, "Ghi “của Ủy ban Thường vụ Quốc hội” hoặc bỏ tên cơ quan.", "pháp lệnh ghi của Quốc hội"
    )


_ITEM = r"\d{1,3}[a-zđ]?"
_TO_ITS_ARTICLE = (
    rf"(?:[ ]?(?:,|;|và|hoặc|đến)?[ ]?(?:các[ ])?(?:(?:khoản|điểm)[ ])?(?:{_ITEM}|[a-zđ])(?!\w))*[ ]?,?[ ](?:của[ ])?"
)
_REVERSED = re.compile(
    rf"""(?<![\w”])[Đđ]iều[ ]{_ITEM}[ ][Kk]hoản[ ]{_ITEM}(?!\w)(?!{_TO_ITS_ARTICLE}[Đđ]iều\b)
    | (?<!\w)[Kk]hoản[ ]{_ITEM}[ ][Đđ]iểm[ ][a-zđ](?!\w)(?!{_TO_ITS_ARTICLE}[Kk]hoản\b)""",
    re.VERBOSE,
)


def _order(words: Prose) -> Iterator[Fault]:
    """Articles before their clauses, clauses before their points; with a comma between they are a list."""
    found = [(words.span(*one.span()), f"“{one[0]}” ghi từ lớn đến nhỏ") for one in _REVERSED.finditer(words.text)]
    suggestion = "Ghi từ nhỏ đến lớn: điểm a khoản 2 Điều 5."
    yield from _told("VD-04", found, suggestion, "chỗ viện dẫn ghi từ lớn đến nhỏ")
