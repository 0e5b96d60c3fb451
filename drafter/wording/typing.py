"""How the text is typed, where no rule of layout looks: blanks, tone marks, dashes, commas, broken paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.nlp.letters import SMALL
from drafter.wording.reading import Reading, Remark

_SPACED = re.compile(rf"[{SMALL}0-9)”] +(?=[,;:](?:\s|$)|\.(?:\s|$)(?!\.))", re.MULTILINE)
_TONED = re.compile(
    rf"(?<![^\W\d_])(?:ngh|[{SMALL}]{{0,2}})(?:(?P<first>[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)|(?P<second>o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ]))(?!\w)"
)
_DASHED = re.compile(r"\w +(?P<dash>[–-]) +(?=\w)")
_OWNED = re.compile(r"\b(?:của|thuộc|do|bởi|giữa|từng|mọi)\b")
_COMMA_OF = re.compile(rf"(?P<noun>[{SMALL}]{{2,}}), của (?=[{SMALL}])")
_IF = re.compile(
    r"(?P<if>[Nn]ếu (?:có|gặp|phát sinh) (?:những )?(?:khó khăn,? )?(?:và )?vướng mắc)"
    r" (?=phản ánh|báo cáo|gửi)"
)
_TWO = re.compile(
    r"Trên đây là [^.\n]*\b(?P<of>của (?:Đảng [ủu][yỷ]|Tỉnh [ủu][yỷ]|UBND|[ỦU][yỷ] ban nhân dân|Ban Bí thư|Chính phủ)"
    r"[^,.\n]{0,40}),"
    r" (?P<who>(?:UBND|[ỦU][yỷ] ban nhân dân|Đảng [ủu][yỷ])[^,.\n]{0,30}?) (?:yêu cầu|đề nghị|giao)"
)
_BULLET = re.compile(
    r"\s*(?:[-–+•*]|[a-zđ]\d?\)|\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]+\.|(?:Điều|Chương|Mục|Phần) [\dIVX])(?:\s|$)"
)
_ITEM = re.compile(r"\s*(?:[-–+•*]|[a-zđ]\))\s")
_ENDED = re.compile(r"[.;:,!?…/)”\"*]\s*$")
_GOES_ON = re.compile(rf"[ \t]*[{SMALL}]{{2,}} [^\W\d_]")
_LONG = 60
"""Characters of a paragraph that is a sentence."""
_MOST_BROKEN = 3
"""Broken paragraphs of a text that a person typed; with more of them the lines are those of a page."""


def spaces(reading: Reading) -> Iterator[Remark]:
    """Blanks before marks, once for all."""
    found = [] if reading.drawn else list(_SPACED.finditer(reading.prose))
    if found:
        first = found[0]
        around = reading.text[max(0, first.start() - 12) : first.end() + 1].split("\n")[-1].lstrip()
        said = f"“{around}” thừa dấu cách trước dấu câu"
        if len(found) > 1:
            said = f"{len(found)} chỗ thừa dấu cách trước dấu câu (như “{around}”)"
        message = f"{said}; dấu câu viết liền chữ đứng trước."
        yield Remark("word.spacing", first.start() + 1, first.end() + 1, message, "Bỏ dấu cách trước dấu câu.", "info")


def tones(reading: Reading) -> Iterator[Remark]:
    """Tone marks of oa, oe, uy placed in two ways, once for all; names keep the way of their owners."""
    places: dict[str, list[str]] = {"first": [], "second": []}
    starts: dict[str, tuple[int, int]] = {}
    for found in _TONED.finditer(reading.prose):
        way = "first" if found["first"] else "second"
        places[way].append(found[0])
        starts.setdefault(way, found.span())
    if len(starts) < 2:
        return
    least, most = sorted(places, key=lambda way: len(places[way]))
    message = (
        f"Dấu thanh đặt hai kiểu: {len(places[most])} chỗ như “{places[most][0]}”, {len(places[least])} chỗ như"
        f" “{places[least][0]}”; một văn bản nên dùng một kiểu."
    )
    yield Remark("word.tones", *starts[least], message, "Đặt dấu thanh theo một kiểu.", "info")


def dashes(reading: Reading) -> Iterator[Remark]:
    """Two sorts of dashes between words, once for all."""
    found = {"-": [], "–": []}  # type: dict[str, list[re.Match[str]]]
    for one in _DASHED.finditer(reading.prose):
        if not reading.titled(one.start()):
            found[one["dash"]].append(one)
    if not (found["-"] and found["–"]):
        return
    first = found["–"][0]
    message = (
        f"Dấu nối giữa các chữ viết hai kiểu: {len(found['-'])} chỗ “-”, {len(found['–'])} chỗ “–”; một văn bản nên"
        " dùng một kiểu, tên cơ quan dùng “-”."
    )
    yield Remark("word.dash", first.start("dash"), first.end("dash"), message, "Viết “-” ở tất cả các chỗ.", "info")


def commas(reading: Reading) -> Iterator[Remark]:
    """A comma that parts a noun from whose it is: "nhiệm vụ, của các cơ quan"."""
    for found in _COMMA_OF.finditer(reading.prose):
        clause = _clause(reading.prose, found.start())
        if not _OWNED.search(clause):
            message = f"“{found[0].rstrip()}” có dấu phẩy trước “của”; bỏ dấu phẩy."
            action = f"Viết “{found['noun']} của”."
            yield Remark("word.comma", found.start(), found.end() - 1, message, action, "info")
    yield from _missing(reading)


def _missing(reading: Reading) -> Iterator[Remark]:
    """The commas and full stops of the formulas that end a document."""
    for found in _IF.finditer(reading.prose):
        end = found.end("if")
        message = "Thiếu dấu phẩy sau “vướng mắc”; thêm dấu phẩy trước vế sau."
        yield Remark("word.comma", end - len("mắc"), end, message, "Thêm dấu phẩy.", "info")
    for found in _TWO.finditer(reading.prose):
        message = f"Sau “{found['of']}” là một câu khác; dấu phẩy ở đây dễ đọc thành “{found['of']}, {found['who']}”."
        yield Remark(
            "word.comma", found.start("of"), found.end(), message, f"Viết “{found['of']}. {found['who']}”.", "info"
        )


def _clause(prose: str, end: int) -> str:
    return prose[max(prose.rfind(mark, 0, end) for mark in ".;:\n") + 1 : end]


def paragraphs(reading: Reading) -> Iterator[Remark]:
    """Paragraphs broken inside a sentence, and those that lack the mark at their end."""
    if reading.drawn or reading.about.regime == "qppl":
        return
    lines = [found for found in re.finditer(r"[^\n]+", reading.prose) if found[0].strip()]
    broken = [(one, other) for one, other in pairwise(lines) if _is_open(one[0]) and _GOES_ON.match(other[0])]
    if len(broken) <= _MOST_BROKEN and len(broken) * 5 <= len(lines):
        for one, other in broken:
            words = f"{one[0].split()[-1]} … {other[0].split()[0]}"
            message = f"Câu bị ngắt sang đoạn mới ở “{words}”; nối hai đoạn làm một."
            start = one.end() - len(one[0].split()[-1])
            yield Remark("word.paragraph", start, one.end(), message, "Bỏ dấu xuống dòng giữa câu.")
        yield from _unended(lines)


def _is_open(line: str) -> bool:
    return len(line) >= _LONG and line.rstrip()[-1:].isalnum()


def _unended(lines: list[re.Match[str]]) -> Iterator[Remark]:
    """Items of a list that lack the mark which their neighbours end with."""
    pairs = zip(lines, [*lines[1:], None], strict=True)
    items = [(line, after) for line, after in pairs if _ITEM.match(line[0]) and len(line[0]) >= _LONG]
    open_ = [line for line, after in items if not _ENDED.search(line[0]) and after and _BULLET.match(after[0])]
    if len(items) < 5 or len(open_) > _MOST_BROKEN or len(open_) * 5 > len(items):
        return
    for line in open_:
        words = line[0].split()
        message = f"Đoạn kết thúc ở “{' '.join(words[-3:])}” không có dấu câu; thêm dấu chấm hoặc dấu chấm phẩy."
        end = line.start() + len(line[0].rstrip())
        yield Remark("word.paragraph", end - len(words[-1]), end, message, "Thêm dấu câu ở cuối đoạn.", "info")
