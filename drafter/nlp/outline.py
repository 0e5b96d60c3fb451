"""Where in a document a passage stands, in the order small to large: "điểm a khoản 2 Điều 5".

Words and capitals: Phụ lục II, mục V.7 Nghị định 30/2020/NĐ-CP (Phần, Chương, Mục, Điều with a capital; khoản, điểm
without). A document without Điều is divided "thành các phần, mục từ lớn đến nhỏ" (Phụ lục I, II.6): its sections with
Roman numerals are called Mục, the numbers in them khoản, as the decree's appendices are cited. Numbers that stand at
the top, as in a Kết luận, are mục (Hướng dẫn 05-HD/VPTW).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from drafter.document import Span
from drafter.nlp.enclosures import enclosures
from drafter.nlp.folding import fold


class _Rank(IntEnum):
    """From the largest unit to the smallest."""

    enclosed = 0
    """A document that the one above promulgates, an appendix too; its places are named without it."""
    phan = 1
    chuong = 2
    muc = 3
    tieu_muc = 4
    dieu = 5
    capital = 6
    roman = 7
    number = 8
    decimal = 9
    letter = 10


@dataclass(frozen=True, slots=True)
class _Unit:
    start: int
    rank: _Rank
    sign: str
    """As written: "2", "a", "II", "thứ nhất"; of an enclosed document its name."""
    above: int
    """The index of the unit that holds this one, -1 for none."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents."""

    start: int
    """Where the unit begins in the text."""
    depth: int
    """How many headings hold it."""
    words: str
    """Number and title as printed: "II. CHỈ TIÊU", "Điều 5. Hiệu lực"; of a unit without a title its name."""


_UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
# Where a head may stand: at the start of a line, behind the marks of bold type, behind a title that ran into it.
_BEGINS = re.compile(rf"^|\*\*|[{_UPPER}]\s", re.MULTILINE)
_HEAD = re.compile(
    rf"""[ \t*]*(?:
      (?:Phần|PHẦN)\s+(?P<phan>(?:thứ|THỨ)\s\w+|[IVXLC]+|\d+|[A-Z])\b(?=[ \t]*(?:[.:]|$|[{_UPPER}]{{2}}))
    | (?:Chương|CHƯƠNG)\s+(?P<chuong>[IVXLC]+|\d+)\b(?=[ \t]*(?:[.:]|$|[{_UPPER}]{{2}}))
    | (?:Mục|MỤC)\s+(?P<muc>\d+|[IVXLC]+)\b(?=[ \t]*(?:[.:]|$|[{_UPPER}]{{2}}))
    | (?:Tiểu\s+mục|TIỂU\s+MỤC)\s+(?P<tieu_muc>\d+)\b(?=[ \t]*(?:[.:]|$|[{_UPPER}]{{2}}))
    | (?:Điều|ĐIỀU)\s+(?P<dieu>\d{{1,3}}[a-zđ]?)(?:\s*[.:]|(?=[ \t]*$))
    | (?P<roman>[IVXLC]{{1,6}})[ \t]?[.\-–/](?=\s)
    | (?P<capital>[A-H])[ \t]?[.](?=\s+[{_UPPER}]{{2}})
    | (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})[.)]?(?=\s+[{_UPPER}“])
    | (?P<number>\d{{1,3}}[a-zđ]?)[ \t]?[.](?=\s)
    | (?P<letter>[a-zđ])[ \t]?[).](?=\s)
    )""",
    re.VERBOSE | re.MULTILINE,
)
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_DASH = re.compile(r"^[ \t]*[-–+•](?=\s)", re.MULTILINE)
_UNFINISHED = re.compile(r";|\b(?:của|và|số|về|các|cho|với|tại|ngày)$")
_LINE_ENDS = re.compile(r"[.;:”\"/!?)\]*]\s*$")
_QUOTED_AT_MOST = 30_000
"""Characters; a quotation that is not closed by then has lost its closing mark."""


class Outline:
    """The numbered units of one text. Building takes the time of a read; asking is a look-up."""

    def __init__(self, text: str) -> None:
        folded = fold(text)
        self._text = text
        self._units = _units(folded.text)
        self._starts = [folded.raw(unit.start, unit.start).start for unit in self._units]
        self._folded = folded.text

    def locator(self, span: Span) -> str:
        """The place of a passage: "khoản 2, khoản 3 Điều 5"; "" where the text has no structure there.

        In an enclosed document it is the place within that.
        """
        first, last = self._ends(span)
        if first < 0:
            return self._dash(span)
        if first == last:
            return self._path(first)
        above, below = self._common(first, last)
        if not below:
            return self._path(above) or ", ".join(filter(None, (self._path(first), self._path(last))))
        names = [self._name(unit) for unit in below]
        listed = ", ".join(names) if len(names) <= 3 else f"từ {names[0]} đến {names[-1]}"
        return f"{listed} {self._path(above)}".strip() if self._continues(below[0]) else listed

    def enclosed(self, span: Span) -> str:
        """The enclosed document that holds a passage, as one cites it: "Bộ tiêu chí"; "" in the main document."""
        unit, _ = self._ends(span)
        return self._units[self._holder(unit)].sign if self._holder(unit) >= 0 else ""

    def heading(self, span: Span) -> str:
        """The nearest title over a passage as printed: "II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"; "" for none."""
        unit, _ = self._ends(span)
        while unit >= 0:
            if title := " ".join(_title(self._folded, self._units[unit]).split()):
                return title
            unit = self._units[unit].above
        return ""

    def headings(self) -> list[Heading]:
        """The table of contents: units down to Điều, and smaller ones that have a title, in the text's order."""
        depths: dict[int, int] = {}
        found = []
        for at, unit in enumerate(self._units):
            title = " ".join(_title(self._folded, unit).split())
            depth = next((depths[one] + 1 for one in self._chain(unit.above)[::-1] if one in depths), 0)
            if title or unit.rank <= _Rank.dieu:
                depths[at] = depth
                found.append(Heading(self._starts[at], depth, title or self._name(at) or unit.sign))
        return found

    def sections(self, longest: int) -> list[Span]:
        """What the text is divided into, in its order: Điều where there are any, else the uppermost numbered units; of
        one longer than `longest` characters its parts, where it has more than one. None for a text without numbers."""
        below: dict[int, list[int]] = {}
        for at, unit in enumerate(self._units):
            below.setdefault(unit.above, []).append(at)
        found: list[Span] = []
        left = below.get(-1, [])[::-1]
        while left:
            at = left.pop()
            parts = below.get(at, [])
            span = Span(self._starts[at], self._end(at))
            holds = self._units[at].rank < _Rank.dieu and parts
            if holds or (len(parts) > 1 and len(span) > longest):
                left += parts[::-1]
            else:
                found.append(span)
        return found

    def _end(self, unit: int) -> int:
        """Where a unit with all its parts ends."""
        after = unit + 1
        while after < len(self._units) and self._units[after].above >= unit:
            after += 1
        return self._starts[after] if after < len(self._units) else len(self._text)

    def _ends(self, span: Span) -> tuple[int, int]:
        """The innermost units of the first and the last character that are no blanks; -1 for none."""
        told = span.trimmed(self._text)
        first, last = (bisect_right(self._starts, at) - 1 for at in (told.start, max(told.start, told.end - 1)))
        # A passage that runs into another document is placed where it begins.
        while self._holder(last) != self._holder(first):
            last -= 1
        return first, last

    def _holder(self, unit: int) -> int:
        """The enclosed document that holds a unit; -1 for the main document."""
        top = self._chain(unit)[:1]
        return top[0] if top and self._units[top[0]].rank is _Rank.enclosed else -1

    def _chain(self, unit: int) -> list[int]:
        """The unit and all above it, the largest first."""
        chain = []
        while unit >= 0:
            chain.append(unit)
            unit = self._units[unit].above
        return chain[::-1]

    def _common(self, first: int, last: int) -> tuple[int, list[int]]:
        """The smallest unit that holds both, -1 for none, and its parts between them; none if one holds the other."""
        one, other = self._chain(first), self._chain(last)
        if all(any(self._units[unit].rank is _Rank.dieu for unit in chain) for chain in (one, other)):
            # Two Điều are named as such, whatever chapters they stand in.
            one, other = (chain[self._dieu(chain) :] for chain in (one, other))
        shared = 0
        while shared < min(len(one), len(other)) and one[shared] == other[shared]:
            shared += 1
        above = one[shared - 1] if shared else -1
        if shared in (len(one), len(other)):
            return above, []
        begin, end = one[shared], other[shared]
        if self._units[begin].rank is not self._units[end].rank:
            return above, []
        rank, outer = self._units[begin].rank, self._units[begin].above
        between = (unit for unit in range(begin, end + 1) if self._units[unit].rank is rank)
        return above, [unit for unit in between if rank is _Rank.dieu or self._units[unit].above == outer]

    def _dieu(self, chain: list[int]) -> int:
        return next(at for at, unit in enumerate(chain) if self._units[unit].rank is _Rank.dieu)

    def _path(self, unit: int) -> str:
        names = []
        while unit >= 0:
            names.append(self._name(unit))
            # Điều are numbered through the whole document: what holds them says nothing new.
            unit = self._units[unit].above if self._continues(unit) else -1
        return " ".join(name for name in names if name)

    def _continues(self, unit: int) -> bool:
        return self._units[unit].rank is not _Rank.dieu

    def _name(self, index: int) -> str:
        unit = self._units[index]
        if unit.rank is _Rank.enclosed:
            return ""
        above = self._units[unit.above].rank if unit.above >= 0 else None
        word = {
            _Rank.phan: "Phần",
            _Rank.chuong: "Chương",
            _Rank.muc: "Mục",
            _Rank.tieu_muc: "Tiểu mục",
            _Rank.dieu: "Điều",
            _Rank.capital: "Phần",
            _Rank.roman: "Mục",
            _Rank.number: "khoản" if above not in (None, _Rank.enclosed, _Rank.phan) else "mục",
            _Rank.decimal: "điểm",
            _Rank.letter: "điểm",
        }[unit.rank]
        return f"{word} {unit.sign}".strip()

    def _dash(self, span: Span) -> str:
        """The place among the dashes of a text that has no numbers up to there."""
        dashes = [found.start() for found in _DASH.finditer(self._text, 0, min(span.end, len(self._text)))]
        count = bisect_right(dashes, span.start)
        one = count and count == len(dashes) and "\n" not in self._text[dashes[-1] : span.start].strip()
        return f"gạch đầu dòng thứ {count}" if one else ""


def _units(text: str) -> list[_Unit]:
    """The units in the text's order, each with the one that holds it; numbers out of sequence are no heads."""
    units: list[_Unit] = []
    open_units: list[int] = []
    last: dict[tuple[int, _Rank], int] = {}
    quoted = _quotations(text)
    begins = [one for one in enclosures(text) if not _is_inside(quoted, one.start)]
    for found in [*_heads(text), None]:
        at = found.start() if found else len(text)
        while begins and begins[0].start <= at:
            enclosed = begins.pop(0)
            units.append(_Unit(enclosed.start, _Rank.enclosed, enclosed.name, -1))
            open_units, last = [len(units) - 1], {}
        if not found or _is_inside(quoted, at):
            continue
        rank, sign = _read(found)
        holders = [unit for unit in open_units if units[unit].rank < rank]
        above = holders[-1] if holders else -1
        # Điều are numbered through the document, all else within what holds it.
        series = (-2 if rank is _Rank.dieu else above, rank)
        value = _value(rank, sign)
        top = above < 0 or units[above].rank is _Rank.enclosed
        if rank >= _Rank.dieu and not _is_next(text, at, value, last.get(series, 0), top):
            continue
        last[series] = value
        units.append(_Unit(at, rank, sign, above))
        open_units = [*holders, len(units) - 1]
    return units


def _heads(text: str) -> Iterator[re.Match[str]]:
    """What reads like the head of a unit, in the text's order."""
    reached = 0
    for begin in _BEGINS.finditer(text):
        if begin.end() >= reached and (found := _HEAD.match(text, begin.end())):
            yield found
            reached = found.end()


def _read(found: re.Match[str]) -> tuple[_Rank, str]:
    name = found.lastgroup or ""
    sign = " ".join(found[name].split())
    # "C." is the section after B rather than the hundredth.
    return (_Rank.capital if name == "roman" and sign == "C" else _Rank[name]), sign


def _value(rank: _Rank, sign: str) -> int:
    """The place in the sequence, from 1; for a decimal that of its last figure, for what has none 0."""
    if rank is _Rank.roman:
        figures = [_ROMAN[letter] for letter in sign]
        return sum(-one if one < next_one else one for one, next_one in zip(figures, [*figures[1:], 0], strict=True))
    if rank is _Rank.letter:
        return _ALPHABET.find(sign) + 1
    if rank is _Rank.capital:
        return ord(sign) - ord("A") + 1
    digits = re.findall(r"\d+", sign)
    return int(digits[-1]) if digits else 0


def _is_next(text: str, start: int, value: int, before: int, top: bool) -> bool:
    """Whether a number continues its sequence; after a gap, or as the first, only at the start of a sentence."""
    if value == before + 1 and value > 0:
        return True
    line = text.rfind("\n", 0, start)
    sentence = line < 0 or bool(_LINE_ENDS.search(text[max(0, line - 40) : line])) or text[line - 1 : line] == "\n"
    inserted = value == before > 0 and text[start:].lstrip(" \t*")[:6].rstrip(". ")[-1:].isalpha()
    lost = before < value <= before + 5 if before else top and value > 0
    return sentence and (lost or inserted)


def _quotations(text: str) -> list[Span]:
    """Quotations over several lines: the heads in them belong to another document."""
    spans: list[Span] = []
    opened: list[int] = []
    for found in re.finditer("[“”]", text):
        if found[0] == "“":
            if opened and found.start() - opened[0] > _QUOTED_AT_MOST:
                opened.clear()
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            if not opened and "\n" in text[start : found.start()]:
                spans.append(Span(start, found.end()))
    return spans


def _is_inside(spans: list[Span], at: int) -> bool:
    before = bisect_right(spans, at, key=lambda span: span.start) - 1
    return before >= 0 and at < spans[before].end


def _title(text: str, unit: _Unit) -> str:
    """The title as printed, its number in front; "" for a unit that begins with its content."""
    below = text[unit.start : unit.start + 600].lstrip(" \t*\n")
    lines = [line.strip(" \t*") for line in re.split(r"\n|\*\*(?=\s*\w)", below)]
    first = lines[0]
    rest = [line for line in lines[1:] if line][:3]
    if unit.rank in (_Rank.decimal, _Rank.letter):
        return ""
    if unit.rank is _Rank.dieu and re.fullmatch(r"\w+(?:\s+\d+\w?)?[.:]?", first):
        joined = re.match(r"\w+\s+\d+\w?[.:]?", f"{first} {rest[0] if rest else ''}")
        first = f"{first} {rest[0]}" if rest and joined else first
    if unit.rank is _Rank.dieu or unit.rank is _Rank.number:
        goes_on = bool(rest) and rest[0][0].islower() and rest[0][1:2] != ")"
        broken = unit.rank is _Rank.number and (goes_on or _UNFINISHED.search(first))
        titled = len(first) <= 160 and not first.endswith((".", ";", ":", ",")) and len(first.split()) > 2
        return first if titled and not broken else ""
    capitals = []
    for line in rest:
        if not line.isupper():
            break
        capitals.append(line)
    return " ".join([first, *capitals]) if capitals or len(first) <= 200 else ""
