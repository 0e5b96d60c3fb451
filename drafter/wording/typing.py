"""How the text is typed, where no rule of layout looks: blanks, tone marks, dashes, commas, broken paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.wording.reading import Reading, Remark

_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_SPACED = re.compile(rf"[{_SMALL}0-9)”] +(?=[,;:](?:\s|$)|\.(?:\s|$)(?!\.))", re.MULTILINE)
_TONES = re.compile(r"(?:(?P<first>[òóỏõọ][ae]|(?<![qQ])[ùúủũụ]y)|(?P<second>o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ]))(?!\w)")
_DASHED = re.compile(r"\w +(?P<dash>[–-]) +(?=\w)")
_COMMA_OF = re.compile(rf"(?P<noun>[{_SMALL}]{{2,}}), của (?=[{_SMALL}])")
_BULLET = re.compile(r"\s*(?:[-–+•*]|[a-zđ]\)|\d{1,2}(?:\.\d{1,2})*[.)])\s")
_ITEM = re.compile(r"\s*(?:[-–+•*]|[a-zđ]\))\s")
_ENDED = re.compile(r"[.;:,!?…/)”\"*]\s*$")
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
    for word in reading.words:
        if (found := _TONES.search(word.written)) and word.written.islower():
            way = "first" if found["first"] else "second"
            places[way].append(word.written)
            starts.setdefault(way, (word.start, word.end))
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
        f"Dấu nối giữa các chữ viết hai kiểu: {len(found['-'])} chỗ “-”, {len(found['–'])} chỗ “–”; một văn bản nên dùng"
        " một kiểu, tên cơ quan dùng “-”."
    )
    yield Remark("word.dash", first.start("dash"), first.end("dash"), message, "Viết “-” ở tất cả các chỗ.", "info")


def commas(reading: Reading) -> Iterator[Remark]:
    """A comma that parts a noun from whose it is: "nhiệm vụ, của các cơ quan"."""
    for found in _COMMA_OF.finditer(reading.prose):
        clause = _clause(reading.prose, found.start())
        if " của " not in clause and "thuộc" not in clause and not re.search(r"\b(?:do|bởi|giữa)\b", clause):
            message = f"“{found[0].rstrip()}” có dấu phẩy trước “của”; bỏ dấu phẩy."
            action = f"Viết “{found['noun']} của”."
            yield Remark("word.comma", found.start(), found.end() - 1, message, action, "info")


def _clause(prose: str, end: int) -> str:
    return prose[max(prose.rfind(mark, 0, end) for mark in ".;:\n") + 1 : end]


def paragraphs(reading: Reading) -> Iterator[Remark]:
    """Paragraphs broken inside a sentence, and those that lack the mark at their end."""
    if reading.drawn:
        return
    lines = [found for found in re.finditer(r"[^\n]+", reading.prose) if found[0].strip()]
    broken = [
        (one, other)
        for one, other in zip(lines, lines[1:], strict=False)
        if _is_open(one[0]) and other[0].lstrip()[0].islower() and not _BULLET.match(other[0])
    ]
    if len(broken) <= _MOST_BROKEN and len(broken) * 5 <= len(lines):
        for one, other in broken:
            words = f"{one[0].split()[-1]} … {other[0].split()[0]}"
            message = f"Câu bị ngắt sang đoạn mới ở “{words}”; nối hai đoạn làm một."
            start = one.end() - len(one[0].split()[-1])
            yield Remark("word.paragraph", start, one.end(), message, "Bỏ dấu xuống dòng giữa câu.")
        yield from _unended(lines, {one.start() for one, _ in broken})


def _is_open(line: str) -> bool:
    return len(line) >= _LONG and line.rstrip()[-1:].isalnum()


def _unended(lines: list[re.Match[str]], broken: set[int]) -> Iterator[Remark]:
    """Items of a list whose neighbours end with a mark."""
    items = [line for line in lines if _ITEM.match(line[0]) and len(line[0]) >= _LONG and line.start() not in broken]
    open_ = [line for line in items if not _ENDED.search(line[0])]
    if len(items) < 5 or len(open_) > _MOST_BROKEN or len(open_) * 5 > len(items):
        return
    for line in open_:
        words = line[0].split()
        message = f"Đoạn kết thúc ở “{' '.join(words[-3:])}” không có dấu câu; thêm dấu chấm hoặc dấu chấm phẩy."
        end = line.start() + len(line[0].rstrip())
        yield Remark("word.paragraph", end - len(words[-1]), end, message, "Thêm dấu câu ở cuối đoạn.", "info")
