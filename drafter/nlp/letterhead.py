"""What stands above a document's text: who issued it, what it is, its number, date, place and subject.

Read from plain text, where the two columns of a letterhead come one after the other in any order, cell by cell, with
tabs, or with lines broken inside. Every component is found by its form and blanked out; the capitals that remain are
the issuer. Components: Phụ lục I, Phần I, Mục II Nghị định 30/2020/NĐ-CP; Hướng dẫn 05-HD/VPTW.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as calendar_date
from functools import cache, lru_cache
from typing import Literal

from drafter.document import Document, Span
from drafter.nlp.casing import office_case
from drafter.nlp.folding import Folded, fold, key
from drafter.nlp.issuers import AUTHORITY, authority, implied, issuers, level, speaker
from drafter.nlp.kinds import KINDS, family_of_number, kind_named, kind_of_number
from drafter.nlp.offices import PROVINCES, Level
from drafter.nlp.scanned_heads import tidied

Regime = Literal["nd30", "hd05", "qppl", "none"]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What is missing or left blank is "". A draft whose figure is blank has no number; its symbol tells the kind."""

    regime: Regime
    kind: str
    """The symbol: KH, QĐ, CV."""
    number: str
    date: str
    """ISO 8601."""
    place: str
    issuer: str
    """In proper case: "Ủy ban nhân dân tỉnh Hà Tĩnh"."""
    superior: str
    subject: str
    level: Level
    span: Span
    """To the end of the subject, from the text's start or from behind prose that stands above (a web page's summary).
    Empty where there is no letterhead."""
    titled: str = ""
    """The symbol of the kind that is printed above the subject, whatever the number says."""
    symbol: str = ""
    """Of the number, with what stands before it but for the figure: "/QĐ-TTg", also where the figure is blank."""


_ADMINISTRATIVE = frozenset(kind.symbol for kind in KINDS if "state" in kind.families) - frozenset(
    kind.symbol for kind in KINDS if "normative" in kind.families
)
"""Kinds that are never normative."""
_REACH = 8000
"""Characters from the start in which a letterhead ends."""

# "VĂN BẢN HỢP NHẤT" is the gazette's heading; the kind below it is that of the document which was consolidated.
_KIND_NAMES = sorted((kind.name.upper() for kind in KINDS if kind.symbol != "VBHN"), key=len, reverse=True)
_KIND_IN_CAPITALS = "|".join(name.replace(" ", r"\s+") for name in _KIND_NAMES)
_PRINTED_KIND = re.compile(
    rf"^[^\w\n]{{0,9}}(?:(?P<kind>{_KIND_IN_CAPITALS})(?:\s+HÀNH\s+ĐỘNG)?(?![\w:])(?P<rest>.*)"
    rf"|(?P<noted>{_KIND_IN_CAPITALS})\d{{1,2}}[^\w\n]{{0,9}}$)",
    re.MULTILINE,
)
_MOTTO = re.compile(
    r"(?:\S*NG\s+)?H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+N\S+\s+VIỆT\s+NAM"
    r"|Đ[Ộộ][Cc]\s+[Ll][Ậậ][Pp]\s*[-–—]\s*T[Ựự]\s+[Dd][Oo]\s*[-–—]\s*H[Ạạ][Nn][Hh]\s+[Pp][Hh][Úú][Cc]"
)
_PARTY_TITLE = re.compile(r"ĐẢNG[ \t\n]+CỘNG[ \t\n]+SẢN[ \t\n]+VIỆT[ \t\n]+NAM(?=\s|$)")

_ORGAN = r"[A-ZĐ][\w&.]*(?:(?:-[ \n]?|[ ]-)[A-ZĐ0-9][\w&.]*)*"
_SYMBOL = rf"""
    (?P<figure> (?:\d[\d ]{{0,6}}[a-zđ]?(?:\.\d{{1,3}})?)? [.…_\s]{{0,30}}?)
    (?P<symbol>
        /\s?\d{{4}}\s?/\s?{_ORGAN}                           # 30/2020/NĐ-CP, 72/2025/QH15
      | [-–]\s?[A-ZĐ][A-ZĐa-zđ]{{0,3}}\s?/\s?{_ORGAN}        # 226-KL/TW
      | /\s?{_ORGAN}(?:/{_ORGAN})?                           # 176/KH-UBND, 12/UBND-VX
    )"""
_NUMBER = re.compile(
    rf"""(?: ^ | (?<=\t) | (?<=[ ]{{2}}) | (?<=[A-ZĐ][ ]) ) [^\w\n]{{0,40}} _{{0,40}} [ ]?
    (?: (?:Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị\s+quyết|Lệnh)[ ]+(?=số) )?
    [Ss](?:ố|Ố)\s{{0,9}}:?\s{{0,9}} {_SYMBOL}""",
    re.VERBOSE | re.MULTILINE,
)
# "(Kết luận số 226-KL/TW, ngày 11/12/2025)" under the title of a document as published.
_NOTED = re.compile(
    rf"""^[ \t*]*\(\s*(?!Ban\s|[Kk]èm\s)[^\W\d_][\w\s]{{2,30}}?\s[Ss]ố\s*:?\s*{_SYMBOL}\s*,?\s*
    (?:ngày\s+(?P<day>\d{{1,2}})(?:/|-|\s+tháng\s+)(?P<month>\d{{1,2}})(?:/|-|\s+năm\s+)(?P<year>\d{{4}}))?[^)]{{0,200}}\)""",
    re.VERBOSE | re.MULTILINE,
)
# "(Kèm theo Quyết định số …)" under the title of an enclosed document, which has no number of its own.
_ENCLOSED = re.compile(r"\(\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo\s(?:[^)]{0,400}\)|[^\n]*)")
_BLANK = r"[\s.…_]{0,12}"
_DATE = re.compile(
    rf"""(?P<place> (?:(?:Thành\s+phố|TP\.?|Tỉnh|Phường|Xã|Đặc\s+khu|Thị\s+trấn|Bà\s+Rịa)[^\n,;:/]{{0,20}}\n)?
                    [^\n\t,;:/]{{2,40}} )
    [,;.]?[ \t]{{0,4}}\n?[ \t]{{0,4}}[Nn]gày\s{{0,9}}(?P<day>\d{{1,2}}|{_BLANK})\s{{0,9}}tháng\s{{0,9}}
    (?P<month>\d{{1,2}}|{_BLANK})\s{{0,9}}năm\s{{0,9}}(?P<year>\d{{4}}|\d{{0,3}}{_BLANK})""",
    re.VERBOSE,
)
_OF_THE_STATE = re.compile(r"/(?:.*-)?(?:UBND|HĐND|BQL|S[A-ZĐ]{1,7})(?:-|$)")
_DAY = re.compile(rf"[Nn]gày\s{{0,9}}(?:\d{{1,2}}|{_BLANK})\s{{0,9}}tháng")
_PLACE_REACH = 120
"""Characters in front of "ngày" in which the place of a date begins, at the most."""
_ABOUT = re.compile(r"(?:^|(?<=\t)|(?<= {2}))[^\w\n]{0,9}(?P<mark>V/[vV]\.?\s*:?|V/?v\s+)(?P<first>.*)", re.MULTILINE)

_CONSOLIDATED = re.compile(
    r"^\s*VĂN BẢN HỢP NHẤT|^\s*(?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Pháp lệnh)\b[^;]{5,500}?"
    r"(?:có\s+hiệu\s+lực|được\s+sửa\s+đổi)[^;]{0,120}?(?:bổ\s+sung|thay\s+thế)[^;]{0,40}?bởi\s*:",
    re.MULTILINE,
)
_TITLED = re.compile(
    r"\s*(?P<kind>"
    + "|".join(name.capitalize() for name in _KIND_NAMES)
    + r") (?P<subject>(?:về|quy định|ban hành|phê duyệt|sửa đổi|bãi bỏ|công bố|của|hướng dẫn)\b[^\n]{5,600})\n"
    r"(?P<issuer>[^\n;:.]{4,90})(?=\n[-\s]*Căn cứ)"
)
# A line that no letterhead holds: where one of these begins, the text has begun.
_TEXT_BEGINS = re.compile(
    r"^[^\w\n]{0,9}(?:Căn\s+cứ|Kính\s+(?:gửi|trình)|(?:Điều|ĐIỀU)\s+\d|(?:Chương|CHƯƠNG)\s+[IVX\d]|(?:Mục|MỤC)\s+[\dIVX]"
    r"|(?:Phần|PHẦN)\s+(?:[IVX]+(?!.*VĂN BẢN)|thứ|THỨ)|Theo\s+đề\s+nghị|Xét\s|Nơi\s+nhận|QUYẾT\s+(?:ĐỊNH|NGHỊ)\s*:"
    r"|[IVX]+\.\s(?!.*VĂN BẢN)|1\.\s)",
    re.MULTILINE,
)
_PROSE_BEGINS = re.compile(
    r"(?:-\s*)?(?:Thực hiện|Triển khai|Thi hành|Trên cơ sở|Để|Nhằm|Trong|Xem xét|Quán triệt|Tiếp tục|Sau khi|Hiện nay"
    r"|Vừa qua|Thời gian|Thủ tướng|Chính phủ|Ngày|Năm|Theo|Trả lời|Phúc đáp|Quốc hội|Ủy ban|Uỷ ban|UBND|Bộ |Nhận|Tại)\b"
)


def letterhead_of(document: Document) -> Letterhead:
    """The letterhead of a document; that of a scan may be misread."""
    return recognise(document.text, scanned=document.origin == "scan")


@lru_cache(maxsize=8)
def recognise(text: str, *, scanned: bool = False) -> Letterhead:
    """The letterhead of a text; one of empty fields and the regime "none" where the text has none.

    Of one that was recognised from a scan, `scanned`, what every letterhead says may be misread; a figure may not.
    Kept for the checks that ask one after another.
    """
    folded = tidied(text[:_REACH]) if scanned else fold(text[:_REACH])
    head = folded.text
    motto, head = _blanked(_MOTTO, head)
    party, head = _blanked(_PARTY_TITLE, head)
    limit = _limit(head)
    printed = _printed(head, limit, motto > 0 or party > 0 or _NUMBER.search(head, 0, limit) is not None)
    top = printed.start() if printed else limit
    number, head = _without(head, _NUMBER.search(head, 0, top if printed else limit))
    dated, head = _without(head, _dated(head, top if printed else limit))
    noted = _NOTED.search(head, top, min(top + 1500, limit)) if printed else None
    about = None if printed else _ABOUT.search(head, 0, limit)
    if not (motto or party or printed or about or (number and dated)):
        return _published(folded) or Letterhead("none", "", "", "", "", "", "", "", Level.other, Span(0, 0))
    enclosed = _ENCLOSED.search(head, top, min(limit, top + 1500)) if printed else None
    subject, end = _subject(head, printed, about, number, enclosed.start() if enclosed else limit)
    last = (number, dated, enclosed, None if number else noted)
    end = max(end, *(found.end() if found else 0 for found in last))
    figures = number or noted
    symbol = _number(figures) if figures else ""
    name = printed["kind"] or printed["noted"] if printed else ("Công văn" if about else "")
    kind = kind_of_number(symbol, " ".join(name.split())) or (_symbol_of(name) if name else "")
    if _CONSOLIDATED.search(head, 0, end + 1200):
        kind = "VBHN"
    said, subject = _said_by(subject)
    superior, issuer = issuers(head[:top], about, kind)
    if said in ("Bộ Chính trị", "Ban Bí thư"):
        issuer = said  # Their paper is headed "BAN CHẤP HÀNH TRUNG ƯƠNG".
    issuer = issuer or said or authority(head, end) or speaker(head, end, _place(dated)) or implied(symbol, kind)
    subject = _without_authority(subject, issuer)
    return Letterhead(
        regime=_regime(symbol, kind, motto > 0, party > 0, figures is not None),
        kind=kind,
        number=symbol if figures and figures["figure"].strip(" .…_\n") else "",
        date=_iso(dated) or (_iso(noted) if noted and not number else ""),
        place=_place(dated),
        issuer=issuer,
        superior=superior,
        subject=subject,
        level=level(issuer, superior, symbol, kind),
        span=folded.raw(_start(head, min(top, end)), _with_rule(head, end)),
        titled=_symbol_of(name) if printed and name else "",
        symbol=symbol.lstrip("0123456789"),
    )


def _published(folded: Folded) -> Letterhead | None:
    """A document as databases print it: a title that begins with the kind, the issuer, the bases."""
    found = _TITLED.match(folded.text)
    kind = kind_named(found["kind"]) if found else None
    if not found or not kind:
        return None
    issuer = office_case(found["issuer"].upper())
    return Letterhead(
        regime=_regime("", kind.symbol, False, False, False),
        kind=kind.symbol,
        number="",
        date="",
        place="",
        issuer=issuer,
        superior="",
        subject=found["subject"].strip(" ."),
        level=level(issuer, "", "", kind.symbol),
        span=folded.raw(0, found.end()),
    )


def _blanked(pattern: re.Pattern[str], head: str) -> tuple[int, str]:
    """How often the pattern stands in the head's first part, and the head with blanks in its place."""
    limit = _limit(head)
    above, count = pattern.subn(lambda found: "\n" + " " * (len(found[0]) - 2) + "\n", head[:limit])
    return count, above + head[limit:]


def _dated(head: str, limit: int) -> re.Match[str] | None:
    """The first date with its place above `limit`; looked for around its middle, as anything may be a place."""
    days = (max(0, day.start() - _PLACE_REACH) for day in _DAY.finditer(head, 0, limit))
    return next(filter(None, (_DATE.search(head, start, limit) for start in days)), None)


def _without(head: str, found: re.Match[str] | None) -> tuple[re.Match[str] | None, str]:
    """The match, and the head with a line of blanks in its place."""
    if found is None:
        return None, head
    hole = "\n" + " " * (len(found[0]) - 2) + "\n"
    return found, head[: found.start()] + hole + head[found.end() :]


def _limit(head: str) -> int:
    """Where the text below the letterhead begins at the latest."""
    found = _TEXT_BEGINS.search(head)
    return found.start() if found else min(len(head), 3000)


def _printed(head: str, limit: int, titled: bool) -> re.Match[str] | None:
    """The line that names the kind in capitals; the rest of the line is the subject or nothing.

    Without a title or number above it only the text's first lines count: "BÁO CÁO" further down heads a form.
    """
    for found in _PRINTED_KIND.finditer(head, 0, limit):
        above = [line for line in head[: found.start()].splitlines() if line.strip()]
        if not titled and (len(above) > 4 or not all(line.isupper() for line in above)):
            return None
        rest = (found["rest"] or "").strip(" *_")
        if rest in ("CHUNG", "CỤ THỂ", "KHÁC"):
            return None  # the title of a chapter
        capitals = rest.isupper() or not any(letter.isalpha() for letter in rest)
        if capitals or "*" in (found["rest"] or "") or re.match(r"(?:V|v)ề |Ban hành|Phê duyệt", rest):
            return found
    return None


def _subject(
    head: str,
    printed: re.Match[str] | None,
    about: re.Match[str] | None,
    number: re.Match[str] | None,
    limit: int,
) -> tuple[str, int]:
    """The subject on one line, and where it ends; ("", end of what was found) where there is none."""
    if printed:
        start = printed.start("rest") if printed["kind"] else printed.end()
        return _gathered(head, start, limit)
    if about:
        subject, end = _gathered(head, about.start("first"), limit)
        return subject.rstrip("."), end
    if number and (found := re.compile(r"\s*(về việc .*)").match(head, number.end())):
        return _gathered(head, found.start(1), limit)
    return "", number.end() if number else 0


def _gathered(head: str, start: int, limit: int) -> tuple[str, int]:
    """The lines of a subject from `start` on: all in capitals or all not, up to a blank line or the first prose."""
    lines: list[str] = []
    end = at = start
    starred = head[start:limit].lstrip(" \n").startswith("**")
    for line in head[start:limit].splitlines(keepends=True):
        words = line.strip(" \t\n_*-–—")
        if lines and (not words or _ends_subject(words, lines)) and not starred:
            break
        at += len(line)
        if words:
            if not lines and len(words) > 1500:
                break
            lines.append(words)
            end = at - (len(line) - len(line.rstrip("\n")))
        if len(lines) >= 12 or (starred and line.rstrip().endswith("**")):
            break
    return " ".join(" ".join(lines).replace("*", "").split()), end


def _ends_subject(words: str, lines: list[str]) -> bool:
    if re.match(r"\(\w+ \w+ số", words):
        return True
    if words.isupper() != lines[-1].isupper() and any(letter.isalpha() for letter in words):
        return not _is_tail(words, lines)
    if words.isupper():
        return bool(AUTHORITY.match(words)) and not re.search(
            r"(?:[,-]|\b(?:VÀ|CỦA|VỚI|CHO|TẠI|DO|THUỘC|BỞI))$", lines[-1]
        )
    if words[0].islower() and not lines[-1].endswith("."):
        return False
    prose = _PROSE_BEGINS.match(words) and not re.search(r"(?:,|\b(?:và|của|với|cho|tại|do|thuộc|về|bởi))$", lines[-1])
    return bool(prose) or words.endswith((":", ";")) or (words.endswith(".") and len(words) > 90)


def _is_tail(words: str, lines: list[str]) -> bool:
    """Whether a line in the other case still belongs to a subject in capitals: "(đợt 2)", a figure, a symbol."""
    return lines[-1].isupper() and len(words) < 40 and words.startswith("(")


def _number(found: re.Match[str]) -> str:
    """Figure and symbol without stray blanks; a blank figure leaves "/KH-UBND"."""
    figure = re.sub(r"[\s.…_]+$", "", found["figure"])
    return re.sub(r"\s+", "", figure + found["symbol"]).replace("–", "-").rstrip(".-")


def _iso(found: re.Match[str] | None) -> str:
    try:
        return calendar_date(*(int(found[part]) for part in ("year", "month", "day"))).isoformat() if found else ""
    except (TypeError, ValueError):
        return ""


def _place(dated: re.Match[str] | None) -> str:
    place = " ".join(dated["place"].split()).strip(" -_*.") if dated else ""
    return _provinces().get(key(place), place)


@cache
def _provinces() -> dict[str, str]:
    """The names of provinces by their keys."""
    return {key(name): name for name in PROVINCES}


def _symbol_of(name: str) -> str:
    kind = kind_named(name)
    return kind.symbol if kind else ""


def _regime(symbol: str, kind: str, motto: bool, party: bool, numbered: bool) -> Regime:
    """The number decides, then the title on the right, then the kind. (Mixed signals are a finding of the layout.)"""
    family = family_of_number(symbol)
    states = motto and not party and _OF_THE_STATE.search(symbol)  # "176-KH/UBND": wrongly numbered
    if (family == "party" and not states) or (party and not motto) or (kind == "KL" and family is None):
        return "hd05"
    # A plan with a year in its symbol is an administrative one, wrongly numbered.
    normative = family == "normative" and kind not in _ADMINISTRATIVE
    if normative or kind in ("HP", "L", "BL", "PL", "LCT", "NQLT", "NĐ", "TT", "TTLT", "TTLB", "VBHN"):
        return "qppl"
    return "nd30" if motto or kind or numbered else "none"


def _without_authority(subject: str, issuer: str) -> str:
    """The subject in capitals without the line of authority that a broken table ran into it."""
    found = re.search(
        rf"(?<!CỦA)(?<!\bDO)(?<!BỞI)(?<!\bVÀ)(?<!VỚI) (?:CHỦ TỊCH )?{re.escape(issuer.upper())}$", subject
    )
    return subject[: found.start()] if found and issuer else subject


def _said_by(subject: str) -> tuple[str, str]:
    """The issuer that a published title names, and the subject without it: "của Ban Bí thư về việc …"."""
    found = re.match(r"của\s+(.{3,60}?)\s+(?=(?:về|ban hành|quy định|phê duyệt|hướng dẫn|tại)\b)", subject)
    return (found[1], subject[found.end() :]) if found else ("", subject)


def _start(head: str, top: int) -> int:
    """Behind the last long line of prose above the kind."""
    prose = [found.end() for found in re.finditer(r"[^\n]{150,}\n", head[:top]) if not found[0].isspace()]
    return prose[-1] if prose else 0


def _with_rule(head: str, end: int) -> int:
    """The end, moved behind a line of dashes or stars that closes the letterhead."""
    found = re.compile(r"\**[ \t]*(?:\n[ \t]*[-_*=–—]{2,}[ \t]*(?=\n|$))?").match(head, end)
    return found.end() if found else end
