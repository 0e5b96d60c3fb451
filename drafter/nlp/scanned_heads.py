"""The head of a recognised text as the grammar of letterheads expects it, with the way back.

What every letterhead has is set right where a few letters were misread: Quốc hiệu, Tiêu ngữ, the kind in capitals,
"Số", the words of the date. Stamps and the notes of an electronic signature are blanked out. A figure that was misread
is left blank: what it was, nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Levenshtein

from drafter.nlp.folding import Folded, fold
from drafter.nlp.kinds import KINDS
from drafter.nlp.misreading import skeleton
from drafter.nlp.rarity import is_known
from drafter.nlp.syllables import normal

NEAR = 0.2
"""Part of a phrase's letters that may be others."""
MOST_WORDS = 24
"""Of a line that may belong to a letterhead."""

_MOTTOS = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_STAMPS = ("CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ", "VĂN PHÒNG CÔNG VĂN ĐẾN", "CÔNG VĂN ĐẾN")
_OFFICES = (
    "ỦY BAN NHÂN DÂN",
    "HỘI ĐỒNG NHÂN DÂN",
    "THỦ TƯỚNG CHÍNH PHỦ",
    "CHÍNH PHỦ",
    "VĂN PHÒNG",
    "TỈNH ỦY",
    "BAN THƯỜNG VỤ",
    "BAN CHẤP HÀNH",
    "BAN TỔ CHỨC",
)
_KINDS = tuple(dict.fromkeys(kind.name.upper() for kind in KINDS if " " in kind.name and len(kind.name) > 6))
_NOTE = re.compile(
    r"ng[ưu][oòơờ]i\s+k[yý]\s*:|e-?mail\s*:|th[oờơò]i\s*g\s*i\s*an\s+k[yý]|c[oơ]\s+quan\s*:|k[ií]nh\s+chuy[eểê]n"
    r"|^\W{0,4}(?:[đd][eêếề]n\W+)?(?:gi[ờòơ]\s*:|ng[aà]y\s?[:.]\s?\W*[^\n]{0,12}[.\d]{4})",
    re.IGNORECASE,
)
"""Lines of an electronic signature and of a stamp of arrival."""
_OPEN = re.compile(r"(?:,|\b(?:và|của|với|cho|tại|do|thuộc|về|bởi|các))\s*$")
"""How a line ends behind which the sentence goes on, whatever room the page leaves."""
_LAW = r"(?=Luật|Bộ\s+luật|Ngh[ịi]|Quyết|Kế\s|Thông|Hiến|Chỉ|Công|Kết)"
_BASE = re.compile(rf"^[^\w\n]{{0,3}}(?:C?ăn\W{{0,2}}|\w{{1,4}}\W{{0,2}})\s+cứ\s+{_LAW}")
_ADDRESSED = re.compile(r"K[ií]nh\s+(?:gửi|gưi|gui|trình)\b")
_SO = re.compile(
    r"(?P<so>(?<!\S)\W{0,3}[S$][oôốồóòơ06]\s{0,3}[:;.]?[ ]{0,3})(?P<figure>[^\s/]{0,6}?)(?P<gap>\s?)"
    r"(?=[/-]\s?(?:\d{4}\s?/\s?)?[A-ZĐ])"
)
_SYMBOL_ALONE = re.compile(r"\W{0,3}(?P<symbol>[A-ZĐ]{2,5}-[A-ZĐ]{2,9})\W{0,3}")
"""What a stamp across the figure leaves of a number."""
_DAY = re.compile(
    r"(?P<first>[Nn])g[aàáâ]y[ ]{0,3}(?P<day>[^\s]{0,4}?)[ ]{0,3}th[aáàắăâấ]ng[ ]{0,3}(?P<month>[^\s]{0,3}?)[ ]{0,3}"
    r"n[aăâắ]m[ ]{0,3}(?=(?:19|20)\d\d)"
)
_DIGITS = str.maketrans({"l": "1", "I": "1", "|": "1", "]": "1", "O": "0", "o": "0"})
_Change = tuple[int, int, str]
"""From one character to another, and what stands in their place."""


def tidied(text: str) -> Folded:
    """The plain copy of a recognised head."""
    folded = fold(text)
    changes: list[_Change] = []
    start = 0
    goes_on = False
    for line in folded.text.splitlines(keepends=True):
        if base := _BASE.match(line):
            changes.append((start, start + base.end(), "Căn cứ "))
            break
        if goes_on and not line.strip():
            changes.append((start, start + len(line), ""))
        changes += ((start + first, start + last, words) for first, last, words in _line(line.rstrip("\n")))
        start += len(line)
        goes_on = bool(_OPEN.search(line))
        if _ADDRESSED.search(line):
            break
    return _changed(folded, changes)


def _line(line: str) -> Iterator[_Change]:
    """What of a line of a letterhead is to be other, in its order."""
    if addressed := _ADDRESSED.search(line):
        yield 0, addressed.end(), "Kính gửi"
    elif kind := _kind(line):
        yield from kind
    elif _NOTE.search(line):
        yield 0, len(line), ""
    else:
        done = 0
        for first, last, words in sorted((*_phrases(line), *_figures(line))):
            if first >= done:
                yield first, last, words
                done = last


def _kind(line: str) -> list[_Change]:
    """The kind in capitals, on a line of its own: alone, or behind what is left of a stamp."""
    for first, last, name in _near(line, _KINDS):
        before, behind = line[:first].strip(" _-–—.,:|"), line[last:].strip(" _-–—.,:|„“”\"'")
        junk = any(not is_known(normal(word)) for word in re.findall(r"\w+", before))
        if line[first:last].isupper() and not behind and (len(before) < 2 or junk):
            colon = ":" if line[last:].strip().startswith(":") else ""
            return [(0, len(line), f"{name}{colon}")]
    return []


def _phrases(line: str) -> Iterator[_Change]:
    """Titles as they are written, on lines of their own; stamps blanked out."""

    def begins(first: int) -> bool:
        return not re.search(r"\w", line[:first])

    for first, last, title in _near(line, _MOTTOS):
        if _spelt(line[first:last]) not in _spelt(title):
            yield first, last, f"\n{title}\n"
    for first, last, office in _near(line, _OFFICES):
        if begins(first) and line[first:last].isupper() and _spelt(line[first:last]) != _spelt(office):
            yield first, last, office
    for first, last, _ in _near(line, _STAMPS):
        if begins(first):
            yield first, last, ""


def _spelt(words: str) -> str:
    return " ".join(map(normal, re.findall(r"\w+", words)))


def _figures(line: str) -> Iterator[_Change]:
    """ "Số" with the number's figure, the date's words with theirs; what is no figure is left blank."""
    if alone := _SYMBOL_ALONE.fullmatch(line):
        yield 0, len(line), f"  Số:     /{alone['symbol']}"
    if (so := _SO.search(line)) and not _DAY.search(line, 0, so.start()):
        yield so.start(), so.end(), f"  Số: {_figure(so['figure'])}"
    for day in _DAY.finditer(line):
        figures = _figure(day["day"]) or " ", _figure(day["month"]) or " "
        yield day.start(), day.end(), f"{day['first']}gày {figures[0]} tháng {figures[1]} năm "


def _figure(seen: str) -> str:
    """The digits that were meant; "" for what may be any."""
    digits = seen.translate(_DIGITS)
    return digits if re.fullmatch(r"\d+(?:\.\d+)?|\d+[a-zđ]", digits) else ""


def _near(line: str, phrases: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where in a line a phrase stands, or nearly: the place of each that is found, the likest first."""
    words = list(re.finditer(r"\w+", line))
    letters = [skeleton(word[0]) for word in words]
    if len(words) > MOST_WORDS:
        return
    found: list[tuple[float, int, int, str]] = []
    for phrase in phrases:
        parts = re.findall(r"\w+", phrase)
        wanted, blanks = skeleton("".join(parts)), len(parts) - 1
        for first in range(len(words)):
            seen = ""
            for last in range(first, len(words)):
                seen += letters[last]
                if len(seen) > len(wanted) * (1 + NEAR):
                    break
                away = Levenshtein.distance(seen, wanted)
                # Of a short phrase, and of one with a word more or less, no letter is another.
                most = NEAR * len(wanted) if len(wanted) > 18 or (len(wanted) > 8 and last - first == blanks) else 0
                if away <= most:
                    other = Levenshtein.distance(line[words[first].start() : words[last].end()], phrase)
                    found.append((away + other / 100, words[first].start(), words[last].end(), phrase))
    done: list[tuple[int, int]] = []
    for _, start, end, phrase in sorted(found):
        if all(end <= first or start >= last for first, last in done):
            done.append((start, end))
            yield start, end, phrase


def _changed(folded: Folded, changes: Iterable[_Change]) -> Folded:
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    places = folded.offsets or range(len(folded.text) + 1)
    for first, last, words in changes:
        pieces += [folded.text[at:first], words]
        offsets += [*places[at:first], *[places[first]] * len(words)]
        at = last
    pieces.append(folded.text[at:])
    return Folded("".join(pieces), (*offsets, *places[at:]))
