"""Every reference of a text to a document, the short ones too, each with the document that it stands for.

"Nghị định 30" and "Kết luận nêu trên" name a document that the text has named in full; "Kế hoạch này" names the text
itself and is no reference to another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.document import Span
from drafter.nlp.folding import Folded, fold
from drafter.nlp.kinds import KINDS, kind_name, kind_named
from drafter.nlp.mentions import Mention, mentions
from drafter.nlp.titles import KIND


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention, and the whole number of what it mentions."""

    mention: Mention
    number: str
    """As the mention says it; of a short one that of the document that it stands for, else its figure alone."""
    is_short: bool = False

    @property
    def span(self) -> Span:
        return self.mention.span

    @property
    def identity(self) -> tuple[str, str]:
        """What all references to one document have in common, as far as the text tells: kind and figures."""
        return self.mention.kind, bare_number(self.number)


_SYMBOLS = {kind.symbol for kind in KINDS} - {"L", "BL", "PL", "HP"}
_SHORT_KIND = rf"{KIND}|{'|'.join(sorted(_SYMBOLS, key=len, reverse=True))}"
_COUNTED = (
    r"năm|tháng|ngày|tuần|quý|giờ|phút|nội\s+dung|nhiệm\s+vụ|chỉ\s+tiêu|mục\s+tiêu|giải\s+pháp|điểm|bước|người|đồng|đơn\s+vị|xã"
    r"|phường|thôn|tỉnh|cơ\s+quan|bộ|ngành|thủ\s+tục|trường\s+hợp|mô\s+hình|lần|phần|nhóm|triệu|tỷ|giai\s+đoạn|hộ|lớp|tổ|đoàn"
    r"|văn\s+bản|cuộc|dự\s+án|công\s+trình|đồng\s+chí|cán\s+bộ|cấp|bên|bản|trang|buổi|đợt|kỳ"
)
"""What a figure behind a kind counts: "Quyết định 12 nhiệm vụ" names no document."""
# Figures are looked for first and what stands before them after that: a text has fewer of them than of words.
_FIGURES = re.compile(
    rf"""(?<=\s)(?P<figure>\d{{1,5}}[a-zđ]?)(?!\w)(?!\s?[/–-]\s?[A-ZĐ\d])(?![.,:]\d)
    (?!\s*%|\s+(?:{_COUNTED})\b)""",
    re.VERBOSE,
)
_KIND_BEFORE = re.compile(rf"\b(?P<kind>{_SHORT_KIND})\s+(?:số\s+)?$")
_UPWARDS = re.compile(r"(?:(?:đã\s+)?(?:nêu|nói|kể|dẫn)\s+(?:ở\s+)?trên|trên\s+đây)(?!\w)")
_KIND_ABOVE = re.compile(rf"(?P<before>\w+\s+)?\b(?P<kind>{KIND})\s+$")
_LONGEST = 40
"""Characters of the name of a kind and of what stands before it."""
_SEVERAL = re.compile(r"(?:các|những|hai|ba|bốn|mấy|nhiều|\d+)\s+$")
_DECREED = frozenset({"NĐ", "NQ", "QĐ", "TT", "CT", "KL", "TB", "CV", "HD", "QyĐ", "CĐ"})
"""Kinds with figures alone that are surely numbers, whatever the text has named before."""
_FIRST_FIGURE = re.compile(r"\d+[a-zđ]?")
_YEAR = re.compile(r"(?:19|20)\d\d$")


def references(text: str, found: Sequence[Mention] | None = None) -> list[Reference]:
    """The references of the text in its order; `found` are its mentions, where somebody has found them already."""
    whole = [Reference(mention, mention.number) for mention in (mentions(text) if found is None else found)]
    folded = fold(text)
    starts = {reference.span.start for reference in whole}
    short = (one for one in (*_figures(folded, whole), *_above(folded, whole)) if one.span.start not in starts)
    return sorted([*whole, *short], key=lambda reference: (reference.span.start, -reference.span.end))


def bare_number(number: str) -> str:
    """A number for comparing: in capitals, without leading zeros, one sort of dash, no blanks."""
    return re.sub(r"\s+", "", number).replace("–", "-").upper().lstrip("0")


def _figures(folded: Folded, whole: Sequence[Reference]) -> Iterator[Reference]:
    """ "Nghị định 30", and without a document that it stands for where no other reading is left."""
    named: dict[tuple[str, str], set[str]] = {}
    for reference in whole:
        if reference.number:
            figures = _FIRST_FIGURE.match(bare_number(reference.number).lower())
            named.setdefault((reference.mention.kind, figures[0] if figures else ""), set()).add(reference.number)
    for found in _FIGURES.finditer(folded.text):
        led = _KIND_BEFORE.search(folded.text, max(0, found.start() - _LONGEST), found.start())
        if led is None:
            continue
        kind = _kind(led["kind"])
        figure = found["figure"].lstrip("0")
        numbers = named.get((kind, figure), set())
        mention = Mention(folded.raw(led.start(), found.end()), kind, found["figure"], "", "")
        if len({bare_number(number) for number in numbers}) == 1:
            yield Reference(mention, next(iter(numbers)), is_short=True)
        elif led["kind"][:2].istitle() and kind in _DECREED and len(figure) > 1 and not _YEAR.match(figure):
            yield Reference(mention, found["figure"], is_short=True)


def _above(folded: Folded, whole: Sequence[Reference]) -> Iterator[Reference]:
    """ "Kết luận nêu trên", where one document of this kind was named before, in its paragraph or at all."""
    starts = [reference.span.start for reference in whole]
    for found in _UPWARDS.finditer(folded.text):
        led = _KIND_ABOVE.search(folded.text, max(0, found.start() - _LONGEST), found.start())
        if led is None or (led["before"] and _SEVERAL.match(led["before"])):
            continue
        span = folded.raw(led.start("kind"), found.end())
        kind = _kind(led["kind"])
        paragraph = folded.raw(folded.text.rfind("\n", 0, found.start()) + 1, found.start()).start
        before = [one for one in whole[: bisect_left(starts, span.start)] if one.mention.kind == kind and one.number]
        for some in ([one for one in before if one.span.start >= paragraph], before):
            if some:
                if len({one.identity for one in some}) == 1:
                    yield Reference(Mention(span, kind, "", "", ""), some[-1].number, is_short=True)
                break


def _kind(name: str) -> str:
    """The symbol of a kind called by its name or symbol."""
    named = kind_named(" ".join(name.split()))
    return named.symbol if named else name if kind_name(name) else ""
