"""Words whose first letter stands in the wrong case, where the words around them decide (Phụ lục II NĐ 30).

Names of units, articles in citations, kinds of documents, days and months, Nhân dân, Nhà nước, Đảng. Each pattern is
narrow: it names what stands beside the word, so that other uses ("ngân sách nhà nước", "điều 5 xe") do not match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.layout.prose import BIG, SMALL
from drafter.nlp.kinds import KINDS
from drafter.nlp.offices import FORMER_PROVINCES, PROVINCES
from drafter.report import Severity


@dataclass(frozen=True, slots=True)
class Miscased:
    """A stretch of the running text and the same letters as they should be."""

    start: int
    end: int
    written: str
    right: str
    severity: Severity | None = None


_NAME = rf"[{BIG}][{SMALL}]+"
_ARTICLE = r"\d{1,3}[a-zđ]?"
_DOCUMENT = r"(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định|Pháp lệnh)"
_UNNUMBERED = ("HĐ", "HP", "L", "LCT")
"""Kinds that have no number, or are no documents of an office ("hợp đồng số 12")."""
_KINDS = "|".join(
    sorted((kind.name.lower() for kind in KINDS if kind.symbol not in _UNNUMBERED), key=len, reverse=True)
)
_PROVINCES = "|".join(sorted({*PROVINCES, *FORMER_PROVINCES} - {"Hồ Chí Minh"}, key=len, reverse=True))
_HEROES = (
    "Điện Biên Phủ|Lê Lợi|Quang Trung|Hai Bà Trưng|Trần Hưng Đạo|Nguyễn Trãi|Lý Thường Kiệt|Phan Bội Châu|Hoàng Văn Thụ"
    "|Nguyễn Thị Minh Khai|Hồng Bàng|Trần Phú|Phan Đình Phùng|Hoàng Hoa Thám|Võ Thị Sáu"
)
# How names of persons and of events begin: a unit that may have one is left alone.
_MAYBE_HEROES = (
    "Nguyễn|Trần|Lê|Lý|Phan|Phạm|Hoàng|Huỳnh|Võ|Vũ|Đinh|Ngô|Bùi|Đặng|Đỗ|Hồ|Dương|Lương|Tô|Trưng|Bà|Quang|Hai|Ông|Mạc"
    "|Triệu|Cao|Đào|Đoàn|Hà Huy|Tôn|Trịnh|Trương|Chu|Cách|Điện|Đống|Kim|Mai|Tạ|Thi|Thái|Tống|Văn|Xuân|Yết"
)
_CITED = rf"(?<=[{SMALL},;(] "
"""Opens the look back at a word within a sentence: what stands before it is put behind, and closed with a bracket."""
# Rule, severity where it is not the rule's, pattern; the group "w" begins with the letter. Patterns begin with letters,
# and look back behind them, for that is how they are searched for fast.
_PATTERNS: tuple[tuple[str, Severity | None, str], ...] = (
    ("VH-01", None, rf"(?<=[ \n(])(?!(?:tr|tp|vd|st|sđd)\.)[{SMALL}]{{2,8}}[.?!] +(?P<w>[{SMALL}])[{SMALL}]+(?= )"),
    ("VH-05", None, rf"(?P<w>Tỉnh|Thành phố) (?:(?<=[{SMALL}] Tỉnh )|(?<=[{SMALL}] Thành phố ))(?:{_PROVINCES})(?!\w)"),
    ("VH-05", None, rf"(?<=[{SMALL}] )(?P<w>Xã|Phường|Đặc khu) (?!(?:{_MAYBE_HEROES})\b){_NAME}(?: {_NAME})?"),
    ("VH-06", None, r"(?P<w>phường|quận) (?<!các .{7})(?<!các .{5})[1-9]\d?(?=[;)]|,? (?:[Qq]uận|[Tt]hành phố|TP))"),
    ("VH-06", "warning", rf"(?<!các )(?<!\w)(?P<w>phường|quận|xã) (?:{_HEROES})(?!\w)"),
    ("VH-13", None, r"(?:Đảng(?: và|,)|của|[Dd]o) (?P<w>n)hà nước(?: ta)?(?=[.,;)]| và\b| ta\b)"),
    (
        "VH-13",
        None,
        r"(?:của|cho|tầng lớp|quần chúng|phục vụ|đời sống|toàn thể|vận động|với) (?P<w>n)hân dân(?!\w)"
        r"(?! tệ| thế giới| các nước)",
    ),
    ("VH-16", None, r"của (?P<w>đ)ảng(?=[.,;)]| và\b| ta\b)"),
    ("VH-16", None, r"(?P<w>đ)ảng(?: và|,) (?<!\wđảng và )(?<!\wđảng, )(?<!của đảng và )(?<!của đảng, )[Nn]hà nước"),
    (
        "VH-18",
        None,
        rf"(?<!các )(?<!những )(?<!một số )(?<!\w)(?P<w>{_KINDS}) số:? ?\d{{1,5}}[a-zđ]?(?:/|-[{BIG}])(?:[\w/&.-]*\w)?",
    ),
    (
        "VH-19",
        None,
        rf"(?P<w>K)hoản {_CITED}Khoản ){_ARTICLE}(?!\w)(?=,? (?:và |, )?(?:[Kk]hoản|[Đđ]iều|Mục))",
    ),
    ("VH-19", None, rf"(?P<w>Đ)iểm {_CITED}Điểm )[a-zđ](?!\w)(?=,? [Kk]hoản)"),
    (
        "VH-19",
        None,
        r"(?P<w>đ)iều (?:(?<=hoản \d điều )|(?<=hoản \d\d điều )|(?<=hoản \d, điều )|(?<=hoản \d\d, điều ))"
        rf"{_ARTICLE}(?!\w)",
    ),
    ("VH-19", None, rf"(?P<w>đ)iều (?<!\wđiều ){_ARTICLE} (?={_DOCUMENT}|của {_DOCUMENT}|này)"),
    ("VH-19", None, rf"Điều {_ARTICLE} (?P<w>mục|chương) [\dIVX]+(?!\w)"),
    (
        "VH-20",
        None,
        r"(?:[Ss]áng|[Cc]hiều|[Tt]ối|vào|đến|từ) thứ (?P<w>hai|tư|năm|sáu|bảy)(?= hằng| hàng|,? ngày|,? \(| đến thứ)",
    ),
    ("VH-20", None, r"tháng (?<!\wtháng )(?<!mạng tháng )(?P<w>giêng|bảy|tám|chín|chạp)(?!\w)"),
)
_COMPILED = tuple((f"nd30.{rule}", severity, re.compile(pattern)) for rule, severity, pattern in _PATTERNS)


def of_initials(text: str) -> Iterator[tuple[str, Miscased]]:
    """The rule broken, and the words from the first that the pattern names."""
    for rule, severity, pattern in _COMPILED:
        for found in pattern.finditer(text):
            at = found.start("w") - found.start()
            right = found[0][:at] + found[0][at].swapcase() + found[0][at + 1 :]
            yield rule, Miscased(found.start(), found.start() + len(found[0]), found[0], right, severity)
