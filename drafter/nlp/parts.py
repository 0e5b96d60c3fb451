"""The parts of a document's text: letterhead, addressee, bases, body, signature, recipients, appendix titles.

Order and wording of the parts: Phụ lục I, Phần I, Mục II and the forms of Phụ lục III Nghị định 30/2020/NĐ-CP. The body
is all that is not surely something else; a decision with an enclosed plan has two bodies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from drafter.document import Document, Span
from drafter.nlp.closings import Closing, closing_block
from drafter.nlp.folding import fold
from drafter.nlp.issuers import AUTHORITY
from drafter.nlp.kinds import kind_named
from drafter.nlp.letterhead import recognise
from drafter.nlp.lines import APPENDIX, ENCLOSED, STRUCTURE, Line, is_capitals, lines_of

Name = Literal["letterhead", "addressee", "bases", "body", "appendix_title"] | Closing


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text with the blanks behind it. The parts of a text cover it without gaps, in its order."""

    name: Name
    span: Span


_ADDRESSEE = re.compile(r"Kính\s+(?:gửi|trình)\b|.{3,80}\bđiện\s*:$")
_BASE = re.compile(
    r"(?:Căn\s+cứ|Theo\s+(?:đề\s+nghị|Tờ\s+trình|yêu\s+cầu|Công\s+văn|ý\s+kiến|Nghị|Quyết)|Xét|Thực\s+hiện|Thi\s+hành|Trên\s+cơ\s+sở"
    r"|Sau\s+khi|Được\s+sự|Tiếp\s+theo)\b"
)
_PREAMBLE = re.compile(
    r"(?:Căn\s+cứ|Thực\s+hiện|Triển\s+khai|Thi\s+hành|Trên\s+cơ\s+sở|Theo|Xét|Xem\s+xét|Trả\s+lời|Phúc\s+đáp|Tiếp\s+theo)\b"
)
_LAW_BEGINS = re.compile(
    r"(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh|Chỉ thị|Kế hoạch|Công văn)\b"
)
_RESOLVES = re.compile(r"(?:QUY[ẾÉÊ]T\s+(?:ĐỊNH|NGHỊ)|NGHỊ\s+ĐỊNH|CHỈ\s+THỊ|KẾT\s+LUẬN|Quyết định|Quyết nghị)\s*:?$")
_OFFICE_SPEAKS = re.compile(
    r"(?:Chính phủ|Quốc hội|Thủ tướng|Chủ tịch|Bộ |Bộ trưởng|Thống đốc|Tổng |Chánh|Viện trưởng|Hội đồng|[ỦU][yỷ] ban"
    r"|UBND|HĐND|Giám đốc|Cục |Ban |Đảng [ủu][yỷ]|Tỉnh [ủu][yỷ]|Sở |Phòng |Thường trực|Liên |Văn phòng)"
)
_FOLLOWS = re.compile(r"(?:như\s+sau|sau\s+đây|nội\s+dung\s+sau|các\s+nội\s+dung|cụ\s+thể)\s*:$")
_CITES = re.compile(
    r"\d\s?/\s?\d{4}\s?/|\d\s?/\s?[A-ZĐ]|\d\s?-\s?[A-ZĐ][A-Za-zđĐ]{0,3}\s?/|\b(?:Luật|Bộ luật|Pháp lệnh) "
)
_PROMULGATES = re.compile(r"\b(?:ban hành|quyết định|quyết nghị|thông qua|kết luận)\b")
_ENDS = (";", ".", ":", "./.")


def parts_of(document: Document) -> tuple[Part, ...]:
    """The parts of a document's text; the letterhead of a scan may be misread."""
    return parts(document.text, scanned=document.origin == "scan")


@lru_cache(maxsize=4)
def parts(text: str, *, scanned: bool = False) -> tuple[Part, ...]:
    """The parts of the text, in its order; none for an empty text. A text without letterhead is body from its start.

    Of one that was recognised from a scan, `scanned`, the letterhead may be misread as `recognise` allows. Kept for the
    checks that ask one after another.
    """
    if not text:
        return ()
    folded = fold(text)
    lines = lines_of(folded.text)
    marks: list[tuple[int, Name]] = [(0, "body")]
    at = 0
    while at < len(lines):
        opening, at = _opening(folded.text, lines, at, scanned)
        closing, at = _closing(lines, at)
        marks += opening + closing
    starts: list[tuple[int, Name]] = []
    for (start, name), (end, _) in pairwise([*marks, (len(folded.text), "body")]):
        if start < end and not (starts and starts[-1][1] == name):
            starts.append((0 if not starts else folded.raw(start, end).start, name))
    starts = starts or [(0, "body")]  # nothing but zero-width characters
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return tuple(Part(name, Span(start, end)) for (start, name), end in zip(starts, ends, strict=True))


def _opening(text: str, lines: list[Line], at: int, scanned: bool) -> tuple[list[tuple[int, Name]], int]:
    """What stands above a body from line `at` on: marks where each part begins, and the body's first line."""
    start = lines[at].start if at else 0
    marks: list[tuple[int, Name]] = []
    if APPENDIX.match(lines[at].words) or (at and _is_titled_list(lines, at)):
        marks.append((start, "appendix_title"))
        at = _after_appendix_title(lines, at)
    else:
        in_capitals = lines[at].words.isupper()
        head = recognise(text[start : start + 10_000], scanned=scanned) if in_capitals or not at else None
        if head and head.span.end:
            marks.append((start + head.span.start, "letterhead"))
            at = _after_note(lines, _line_after(lines, at, start + head.span.end))
            at = _after_authority(lines, at)
        elif at and in_capitals and (noted := _line_of_note(lines, at)) > at:
            marks.append((start, "letterhead"))
            at = _after_note(lines, noted + 1)
        elif not at and not re.match(r"Căn\s+cứ\b.*;", lines[0].words):
            return [(0, "body")], 0
    for name, after in (("addressee", _after_addressee), ("bases", _after_bases)):
        end = after(lines, at)
        if end > at:
            marks.append((lines[at].start, "addressee" if name == "addressee" else "bases"))
            at = end
    if at < len(lines):
        marks.append((lines[at].start, "body"))
    return marks, at


def _line_after(lines: list[Line], at: int, offset: int) -> int:
    while at < len(lines) and lines[at].start < offset:
        at += 1
    return at


def _line_of_note(lines: list[Line], at: int) -> int:
    """The line with "(Kèm theo Quyết định …)" under an unread letterhead from line `at` on; `at` for none."""
    for line in range(at, min(at + 12, len(lines))):
        if STRUCTURE.match(lines[line].words):
            break
        if lines[line].words.startswith("(") and ENCLOSED.match(lines[line].words):
            return line
    return at


def _after_note(lines: list[Line], at: int) -> int:
    """Behind the rest of "(Kèm theo Quyết định …)" where that goes on at line `at`."""
    above = " ".join(line.words for line in lines[max(0, at - 3) : at])
    noted = ENCLOSED.search(above)
    if not noted or noted[0][0] != "(" or ")" in above[noted.start() :]:
        return at
    return next((end + 1 for end in range(at, min(at + 4, len(lines))) if ")" in lines[end].words), at)


def _after_authority(lines: list[Line], at: int) -> int:
    """Behind a line in capitals such as "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" that stands between subject and bases."""
    end = at
    while end < len(lines) and end < at + 3 and is_capitals(lines[end].words) and not STRUCTURE.match(lines[end].words):
        end += 1
    named = end > at and AUTHORITY.match(lines[at].words) and end < len(lines)
    return end if named and _BASE.match(lines[end].words.lstrip("-–+' ")) else at


def _after_addressee(lines: list[Line], at: int) -> int:
    if at >= len(lines) or not _ADDRESSEE.match(lines[at].words):
        return at
    end = at + 1
    while end < len(lines):
        words, before = lines[end].words, lines[end - 1].words
        goes_on = before.endswith((";", ",", ":")) or (len(words) <= 40 and not before.endswith(".")) or words[0] == "("
        if STRUCTURE.match(words) or not (words[0] in "-–+" or (goes_on and end < at + 40 and len(words) < 160)):
            break
        if words[0] in "-–+" and len(words) > 300:
            break
        end += 1
    return end


def _after_bases(lines: list[Line], at: int) -> int:
    """Behind the bases and the sentence that promulgates, or an introduction that only cites; `at` for neither."""
    if at >= len(lines) or not _PREAMBLE.match(lines[at].words.lstrip("-–+' ")):
        return at
    end, long = at, 0
    while end < len(lines):
        words = lines[end].words.lstrip("-–+' ")
        if STRUCTURE.match(words) or is_capitals(words) or _RESOLVES.match(words):
            break
        before = lines[end - 1].words if end > at else ""
        closed = before.endswith(_ENDS)
        if _BASE.match(words) and (not before or closed or words.startswith("Căn cứ")):
            long = 0
        elif closed and not (
            before.endswith(";") and (words[:1].islower() or words.endswith(";") or _LAW_BEGINS.match(words))
        ):
            break
        long += 1
        if long > 14:
            return at
        end += 1
        if _FOLLOWS.search(words):
            said = " ".join(line.words for line in lines[at:end])
            return end if _CITES.search(said) or _PROMULGATES.search(said) else at
    promulgated = _after_promulgation(lines, end)
    if promulgated > end:
        return promulgated
    # A paragraph without "như sau:" is bases only where it is a list of them.
    listed = all(lines[line].words.endswith(_ENDS) or line + 1 < end for line in range(at, end))
    first = lines[at].words.lstrip("-–+' ")
    return end if listed and first.startswith("Căn cứ") and lines[end - 1].words.endswith((";", ".")) else at


def _after_promulgation(lines: list[Line], at: int) -> int:
    """Behind "QUYẾT ĐỊNH:" or a sentence such as "Ủy ban nhân dân xã ban hành Kế hoạch … như sau:"; `at` for none."""
    if at < len(lines) and is_capitals(lines[at].words) and AUTHORITY.match(lines[at].words):
        at_formula = next((n for n in range(at, min(at + 3, len(lines))) if _RESOLVES.match(lines[n].words)), at)
        return at_formula + 1 if at_formula > at else at
    if at < len(lines) and _RESOLVES.match(lines[at].words):
        return at + 1
    if at >= len(lines) or not _OFFICE_SPEAKS.match(lines[at].words):
        return at
    said = ""
    for end in range(at, min(at + 8, len(lines))):
        words = lines[end].words
        if end > at and (STRUCTURE.match(words) or is_capitals(words)):
            return at
        said = f"{said} {words}"
        if words.endswith((".", ":")):
            formula = _PROMULGATES.search(said)
            whole = end + 1 < len(lines) and _RESOLVES.match(lines[end + 1].words)
            return end + (2 if whole else 1) if formula and (_FOLLOWS.search(said) or len(said) < 700) else at
    return at


def _closing(lines: list[Line], at: int) -> tuple[list[tuple[int, Name]], int]:
    """Signature and recipients behind the body that begins at line `at`, and the first line behind them."""
    marks: list[tuple[int, Name]] = []
    first = at
    while at < len(lines):
        if at > first and (APPENDIX.match(lines[at].words) or _is_enclosed(lines, at)):
            return marks, at
        name, end = closing_block(lines, at)
        if not name:
            at += 1
            continue
        while name:
            marks.append((lines[at].start, name))
            at = end
            name, end = closing_block(lines, at)
        return marks, at
    return marks, at


def _is_enclosed(lines: list[Line], at: int) -> bool:
    """Whether a document that the one before promulgates begins here, its title above "(Kèm theo Quyết định …)"."""
    return (
        is_capitals(lines[at].words)
        and kind_named(lines[at].words) is not None
        and any(ENCLOSED.search(line.words) for line in lines[at : at + 10])
    )


def _is_titled_list(lines: list[Line], at: int) -> bool:
    """Whether a list without the word "Phụ lục" begins here: "DANH MỤC …", in capitals down to "(Kèm theo …)"."""
    noted = _noted(lines, at)
    return noted > at and kind_named(lines[at].words) is None and len(lines[at].words) > 3


def _noted(lines: list[Line], at: int) -> int:
    """The line of "(Kèm theo Quyết định …)" that ends a title in capitals beginning at line `at`; `at` for none."""
    for line in range(at, min(at + 12, len(lines))):
        words = lines[line].words
        if found := ENCLOSED.search(words):
            return line if not words[: found.start()] or words[: found.start()].isupper() else at
        if not words.isupper():
            return at
    return at


def _after_appendix_title(lines: list[Line], at: int) -> int:
    """Behind the number, the title in capitals and the reference in brackets."""
    end = at + 1
    noted = _noted(lines, end if APPENDIX.match(lines[at].words) else at)
    if noted > at and noted < len(lines) and ENCLOSED.search(lines[noted].words):
        end = noted + 1
        while end < len(lines) and end < noted + 5 and ")" not in lines[end - 1].words:
            end += 1
        return end
    while end < len(lines) and end < at + 5 and is_capitals(lines[end].words) and len(lines[end].words) > 8:
        end += 1
    return end
