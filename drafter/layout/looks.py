"""How components have to look: size, weight, slant, capitals, alignment (Phụ lục I, Phần V NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.document import Alignment, Span
from drafter.layout.roles import Role, Sheet, span_of
from drafter.layout.rows import MOST, Row
from drafter.layout.rules import Edit, Fault

_FEWEST = 3
_GAP = re.compile(r"[-–]?\s*\[[^\]]*\]\s*[.;,]?")
"""A line that is nothing but a gap: "- [CẦN ĐIỀN: nơi nhận];"."""
_NUMBERED = re.compile(r"(?P<word>PHỤ LỤC|PHẦN|CHƯƠNG|TIỂU MỤC|MỤC|ĐIỀU)(?:\s+[IVXLC\d]+)?[.:]?")
ALIGNED: dict[Alignment, str] = {
    "left": "căn trái",
    "center": "căn giữa",
    "right": "căn phải",
    "both": "căn đều hai bên",
    "distribute": "dàn đều chữ",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a component has to look like; None where the decree leaves it open."""

    least: float
    """pt, like `most`."""
    most: float
    bold: bool
    italic: bool
    capitals: bool | None = None
    alignment: Literal["center"] | None = None


Component = tuple[str, tuple[Role, ...], str, Look]
"""A rule without its regime, the roles that it is about, their name, and how they have to look."""

LOOKS: tuple[Component, ...] = (
    ("QH-02", ("quoc_hieu",), "Quốc hiệu", Look(12, 13, True, False, True)),
    ("TN-02", ("tieu_ngu",), "Tiêu ngữ", Look(13, 14, True, False, False, "center")),
    ("CQ-01", ("superior",), "Tên cơ quan chủ quản", Look(12, 13, False, False, True)),
    ("CQ-02", ("organ",), "Tên cơ quan ban hành", Look(12, 13, True, False, True, "center")),
    ("SO-01", ("number",), "Số, ký hiệu", Look(13, 13, False, False)),
    ("DD-04", ("place_date",), "Địa danh và thời gian", Look(13, 14, False, True, False)),
    ("TL-01", ("kind",), "Tên loại văn bản", Look(13, 14, True, False, True, "center")),
    ("TL-02", ("subject",), "Trích yếu", Look(13, 14, True, False, False, "center")),
    ("CV-02", ("about",), "Trích yếu công văn", Look(12, 13, False, False, False)),
    ("CC-02", ("base",), "Căn cứ", Look(13, 14, False, True)),
    ("NN-01", ("kinh_gui", "addressee"), "Phần Kính gửi", Look(13, 14, False, False, False)),
    ("KY-06", ("authority", "signer_title"), "Quyền hạn, chức vụ của người ký", Look(13, 14, True, False, True)),
    ("KY-07", ("signer",), "Họ và tên người ký", Look(13, 14, True, False, False)),
    ("NN-04", ("noi_nhan",), "Chữ “Nơi nhận:”", Look(12, 12, True, True, False)),
    ("NN-05", ("recipient",), "Danh sách nơi nhận", Look(11, 11, False, False)),
    ("PL-03", ("appendix",), "Chữ “Phụ lục”", Look(14, 14, True, False, False, "center")),
    ("PL-04", ("appendix_title",), "Tên phụ lục", Look(13, 14, True, False, True, "center")),
    ("PL-05", ("appendix_note",), "Dòng kèm theo của phụ lục", Look(13, 14, False, True, None, "center")),
)


def looks(sheet: Sheet) -> Iterator[Fault]:
    """The components that look otherwise than they have to: one fault a component."""
    for id_, roles, name, look in LOOKS:
        yield from wrong_looks(f"nd30.{id_}", name, sheet.of(*roles), look)


def wrong_looks(rule: str, name: str, found: Sequence[Row], look: Look) -> Iterator[Fault]:
    """The fault of the rows of a component that look otherwise; none where none does."""
    wrong = [row for row in found if differs(row, look)]
    if wrong:
        pairs = differences(wrong, look)
        having, wanted = (", ".join(words) for words in zip(*pairs, strict=True))
        message = f"{name}: đang là {having}; phải là {wanted}."
        edits = tuple(map(lowered, wrong)) if wanted == "chữ in thường" and all(map(_is_numbered, wrong)) else ()
        yield Fault(rule, span_of(wrong[:1]), message, f"Đặt lại thành {wanted}{_how_many(wrong)}.", edits=edits)


def _is_numbered(row: Row) -> bool:
    """Whether a row is a word and its number in capital letters, which can be written small without knowing names."""
    same = len(row.words) == len(row.span) and not row.share(lambda look: look.caps)
    return same and _NUMBERED.fullmatch(row.words) is not None


def lowered(row: Row) -> Edit:
    """What writes the word in front of a number with a capital only: "Phụ lục I", "Chương I"."""
    found = _NUMBERED.match(row.words)
    assert found is not None
    return Edit(Span(row.span.start, row.span.start + found.end("word")), found["word"].capitalize())


def differs(row: Row, look: Look) -> bool:
    """Whether a row looks otherwise; a gap of a form, and what has hardly a letter, has no look yet."""
    return row.letters >= _FEWEST and not _GAP.fullmatch(row.words) and any(True for _ in _of_row(row, look))


def _how_many(wrong: Sequence[Row]) -> str:
    return f" ở cả {len(wrong)} dòng" if len(wrong) > 1 else ""


def differences(found: Sequence[Row], look: Look) -> list[tuple[str, str]]:
    """What rows look like and what they should, where the two differ."""
    pairs = [pair for row in found for pair in _of_row(row, look)]
    return list({wanted: (having, wanted) for having, wanted in reversed(pairs)}.values())[::-1]


def _of_row(row: Row, look: Look) -> Iterator[tuple[str, str]]:
    sizes = {format.size for format, _ in row.looks if format.size is not None}
    if wrong := sorted(size for size in sizes if not look.least <= size <= look.most):
        yield f"cỡ chữ {' và '.join(map(points, wrong))}", f"cỡ chữ {_range(look.least, look.most)}"
    bold, italic = row.share(lambda format: format.bold), row.share(lambda format: format.italic)
    if look.bold and bold < MOST:
        yield "chữ không đậm", "chữ đậm"
    elif not look.bold and bold > 1 - MOST:
        yield "chữ đậm", "chữ không đậm"
    if look.italic and italic < MOST:
        yield "chữ đứng", "chữ nghiêng"
    elif not look.italic and italic > 1 - MOST:
        yield "chữ nghiêng", "chữ đứng"
    if look.capitals is True and not row.in_capitals:
        yield "chữ thường", "chữ in hoa"
    elif look.capitals is False and row.in_capitals and any(map(str.isalpha, row.words)):
        yield "chữ in hoa", "chữ in thường"
    if look.alignment and row.alignment not in (look.alignment, None):
        yield ALIGNED[row.alignment or "left"], ALIGNED[look.alignment]


def points(size: float) -> str:
    """A size as Vietnamese write it: "13", "12,5"."""
    return f"{size:g}".replace(".", ",")


def _range(least: float, most: float) -> str:
    return points(least) if least == most else f"{points(least)} đến {points(most)}"
