"""Where the documents begin that another promulgates, and what they are called: a plan, a regulation, an appendix.

They stand behind the signature of a decision, under a letterhead of their own, under their title in capitals or under
"PHỤ LỤC", mostly with the words "(Kèm theo Quyết định số …)": Phụ lục I, Phần I, Mục III Nghị định 30/2020/NĐ-CP.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.document import Span
from drafter.nlp.closings import may_close
from drafter.nlp.kinds import KINDS
from drafter.nlp.lines import ENCLOSED
from drafter.nlp.parts import Part, parts


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An enclosed document from its title to the next one or to the end of the text."""

    start: int
    name: str
    """As one cites it: "Kế hoạch", "Bộ tiêu chí", "Phụ lục II", "Phụ lục I Quy chế"."""


# What is enclosed without being a kind of document.
_NOUNS = """
    Bộ tiêu chí|Bộ chỉ số|Tiêu chí|Danh mục|Danh sách|Quy trình|Điều lệ|Nội quy|Thể lệ|Đề cương|Bảng giá|Bảng|Biểu
    Quy chuẩn kỹ thuật quốc gia|Quy chuẩn kỹ thuật địa phương|Định mức|Thủ tục hành chính|Khung|Chiến lược|Quy hoạch
    Sổ tay|Đơn giá|Nội dung|Hệ thống|Mẫu|Nhiệm vụ|Chức năng|Chế độ|Tiêu chuẩn
"""
# Symbols of the kinds that stand alone; under an appendix they head a form.
_ALONE = "HP BL L PL LCT NĐ TT TTLT TTLB NQ NQLT QĐ CT CV CĐ VBHN BC BB TTr GM GGT GNP GUQ PG PC PB"
_NAMES = {name.strip() for line in _NOUNS.strip().split("\n") for name in line.split("|")} | {
    kind.name for kind in KINDS if kind.symbol not in _ALONE.split()
}
_TITLE = re.compile(
    r"^[ \t*#_]*(?P<name>"
    + "|".join(name.upper().replace(" ", r"\s+") for name in sorted(_NAMES, key=len, reverse=True))
    + r")(?!\w)(?![^\n]*[a-zđ]{3}[^\n]{60})",
    re.MULTILINE,
)
_NUMBERED = re.compile(
    r"^[ \t*#_]*(?:PHỤ\s+LỤC|Phụ\s+lục)(?:\s+(?P<sign>(?:(?:SỐ|số)\s+)?[IVXLC\d]+[a-zđ]?))?[ \t]*[.:]?[ \t*]*$",
    re.MULTILINE,
)
_PROMULGATED = re.compile(r"[Bb]an hành\s+kèm theo\s+\w+(?:\s\w+)?\s+này\s+(?P<name>\w+(?:\s\w+){0,5})")
_STARTS_ANEW = re.compile(r"^[ \t*]*(?:Điều\s+1[.:]|(?:Chương|CHƯƠNG)\s+(?:I|1)\b|Điều\s*$)", re.MULTILINE)
_KIND_ALONE = re.compile(
    r"^[ \t*]*(?P<name>" + "|".join(kind.name.upper().replace(" ", r"\s+") for kind in KINDS) + r")[ \t*]*$",
    re.MULTILINE,
)
_CITED = re.compile(
    rf"(?:{'|'.join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))})(?!\w)"
    r"(?P<subject>[^.;:\n]*)\s(?:ban\s+hành\s+)?kèm\s+theo\s*$"
)
_LONGEST_TITLE = 300
"""Characters."""


def enclosed_title(text: str, reference: Span) -> Span | None:
    """The title of what came with the document of a reference: "Quy chế làm việc ban hành kèm theo" before it."""
    start = max(text.rfind("\n", 0, reference.start) + 1, reference.start - _LONGEST_TITLE)
    found = _CITED.search(text, start, reference.start)
    return Span(found.start(), reference.start) if found else None


def enclosures(text: str) -> tuple[Enclosure, ...]:
    """The enclosed documents of a text in its order; none for most texts."""
    articles = text.find("Điều")
    if not may_close(text) and (articles < 0 or not _KIND_ALONE.search(text, articles)):
        return ()
    found: list[Enclosure] = []
    closed = False
    before: Part | None = None
    for part in parts(text):
        if part.name in ("signature", "recipients"):
            closed = True
        elif part.name == "appendix_title":
            found += _appendix(text, part.span, found)
        elif part.name == "letterhead" and before:
            # Forms in an appendix have letterheads and signatures too.
            if (closed and not found) or ENCLOSED.search(_head(text, part.span)):
                found += _titled(text, part.span, found)
        elif part.name == "body" and before and before.name in ("signature", "recipients") and not found:
            if title := _TITLE.match(text, _first(text, part.span.start)):
                found.append(Enclosure(title.start(), _proper(title["name"])))
        elif part.name == "body" and not found and not closed:
            found += _unsigned(text, part.span)
        before = part
    return tuple(found)


def _head(text: str, span: Span) -> str:
    return text[span.start : min(span.end + 200, span.start + 1500)]


def _first(text: str, at: int) -> int:
    """The line of the first character that is no blank."""
    words = text[at : at + 400]
    return at + len(words) - len(words.lstrip("\n \t"))


def _appendix(text: str, span: Span, found: list[Enclosure]) -> list[Enclosure]:
    """An appendix by its number, of the enclosed document before it unless it names what it comes with."""
    numbered = _NUMBERED.match(text, _first(text, span.start))
    if not numbered:
        return _titled(text, span, found)
    name = f"Phụ lục {_sign(numbered['sign'])}".strip()
    holder = next((one.name for one in reversed(found) if not one.name.startswith("Phụ lục")), "")
    noted = ENCLOSED.search(span.of(text))
    after = span.of(text)[noted.end() :].strip() if noted else ""
    own = bool(found) and bool(holder) and (not noted or after.casefold().startswith(holder.casefold()))
    return [Enclosure(numbered.start(), f"{name} {holder}" if own else name)]


def _sign(sign: str | None) -> str:
    return " ".join((sign or "").replace("SỐ", "số").split())


def _titled(text: str, span: Span, found: list[Enclosure]) -> list[Enclosure]:
    """An enclosed document by its title in capitals; the first one also by the article that promulgates it."""
    if title := _TITLE.search(text, span.start, min(len(text), span.end + 200)):
        return [Enclosure(title.start(), _proper(title["name"]))]
    if found:
        return []
    said = _PROMULGATED.search(" ".join(text[: span.start].split()))
    names = sorted((name for name in _NAMES if said and said["name"].startswith(name)), key=len)
    return [Enclosure(_first(text, span.start), names[-1] if names else "Phụ lục")]


def _proper(name: str) -> str:
    return " ".join(name.split()).capitalize()


def _unsigned(text: str, span: Span) -> list[Enclosure]:
    """The regulation behind a decision without signature: articles that start anew under the name of a kind."""
    for kind in _KIND_ALONE.finditer(text, span.start, span.end):
        before, after = text[span.start : kind.start()], text[kind.end() : kind.end() + 600]
        if re.search(r"^[ \t*]*Điều\s+\d", before, re.MULTILINE) and _STARTS_ANEW.search(after):
            return [Enclosure(_first(text, kind.start()), _proper(kind["name"]))]
    return []
