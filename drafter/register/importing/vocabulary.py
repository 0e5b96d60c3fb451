"""What the columns of a register are called, with whatever marks, signs and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from drafter.register.importing.cells import bare, words

NOT_OURS = re.compile(r"so den|ngay den|so va ngay den|ngay va so den|so cong van den|so van ban den")
"""Columns that the register of incoming documents alone has."""
ORDINAL = "ordinal"
"""The field of a column that counts rows."""

_DOCUMENT = r"(?: (?:cua )?(?:van ban|vb|cong van|cv))?(?: (?:di|phat hanh|ban hanh|vb di))?"
_WORKS = r"(?:soan thao|soan|du thao|tham muu|chu tri|ban hanh|phat hanh|trinh|thuc hien)"
_UNIT = r"(?:don vi|phong|phong ban|cac phong ban|bo phan|co quan|noi|ban|don vi phong ban|phong ban don vi)"
_SYMBOL = r"(?:ky|ki|k) (?:hieu|h)|kh"
_TITLE = r"trich yeu(?: va)?(?: noi dung)?|noi dung(?:(?: va)? trich yeu)?"
_CALLED: Mapping[tuple[str, int], tuple[str, ...]] = {
    (ORDINAL, 3): (r"tt|stt|so tt|so thu tu|thu tu",),
    ("number", 3): (rf"(?:so di|so{_DOCUMENT})(?: va| hoac)? (?:{_SYMBOL}){_DOCUMENT}", rf"so hieu{_DOCUMENT}"),
    ("number", 2): (rf"so{_DOCUMENT}", "so vao so|so dang ky|so ra"),
    ("symbol", 2): (rf"(?:{_SYMBOL}){_DOCUMENT}",),
    ("date", 2): (r"ngay(?: thang(?: nam)?)?", "ngay (?:phat hanh|di|ra so|dang ky)", "thoi gian(?: ban hanh)?"),
    ("date", 3): (rf"ngay(?: thang(?: nam)?)?(?: (?:ky|ban hanh|phat hanh))?{_DOCUMENT}", "thoi gian ky"),
    ("kind", 3): (rf"(?:ten )?(?:the )?loai(?: hinh)?{_DOCUMENT}", rf"hinh thuc{_DOCUMENT}"),
    ("title", 3): (
        rf"(?:(?:ten )?(?:the )?loai(?: vb| van ban)?(?: va)? )?(?:{_TITLE}){_DOCUMENT}",
        rf"(?:ten )?loai(?: va)? trich yeu(?: noi dung)?{_DOCUMENT}",
    ),
    ("title", 2): (r"ten (?:van ban|vb|cong van)(?: di)?|ve viec|v v|tieu de|noi dung cong viec",),
    ("signer", 3): (r"(?:(?:ho (?:va )?)?ten )?(?:nguoi|lanh dao|thu truong|ld|can bo) ky(?: duyet)?" + _DOCUMENT,),
    ("recipients", 3): (rf"(?:noi|don vi|co quan) nhan{_DOCUMENT}",),
    ("recipients", 2): (rf"noi gui(?: den)?|gui den|noi den|kinh gui|nguoi nhan{_DOCUMENT}",),
    ("keeper", 3): (r"(?:don vi|nguoi|noi|bo phan)?(?: hoac| va)?(?: nguoi)? ?(?:nhan|luu|giu) ban luu",),
    ("keeper", 2): (r"luu(?: tru| ho so)?|(?:noi|don vi|nguoi) luu(?: tru| ban goc)?|ban luu|ho so luu",),
    ("copies", 3): (rf"so luong(?: ban)?{_DOCUMENT}", rf"so ban(?: luu| photo| in)?{_DOCUMENT}", "s ?l(?: ban)?"),
    ("sent", 3): (rf"ngay (?:chuyen|gui|giao|chuyen giao){_DOCUMENT}",),
    ("received", 3): (rf"ky nhan{_DOCUMENT}", "(?:nguoi nhan|chu) ky(?: ten| nguoi nhan)?|nguoi ky nhan|ky ten"),
    ("note", 3): (r"ghi chu|g ?c|luu y|chu thich",),
    ("unit", 3): (rf"{_UNIT} {_WORKS}(?: {_WORKS})?{_DOCUMENT}",),
    ("unit", 2): (r"(?:don vi|phong ban|phong|bo phan)(?: don vi| phong ban| phong| bo phan| chuyen mon)?",),
}
"""By field and how surely it is meant the patterns of headings, without marks."""
_ALSO: Mapping[str, str] = {"ngay phat hanh": "sent", "ngay di": "sent"}
"""What else a heading may mean where its first meaning is taken by another column."""
_PATTERNS = tuple((field, weight, re.compile("|".join(told))) for (field, weight), told in _CALLED.items())
_TYPICAL: Mapping[str, tuple[str, str]] = {
    bare(heading): (field, heading)
    for field, headings in {
        "number": ("Số, ký hiệu", "Số văn bản", "Số ký hiệu văn bản"),
        "date": ("Ngày tháng", "Ngày, tháng, năm", "Ngày tháng văn bản", "Ngày ban hành"),
        "kind": ("Loại văn bản", "Tên loại văn bản"),
        "title": ("Trích yếu", "Nội dung", "Trích yếu nội dung", "Tên loại và trích yếu nội dung"),
        "signer": ("Người ký", "Lãnh đạo ký"),
        "recipients": ("Nơi nhận", "Nơi nhận văn bản"),
        "keeper": ("Đơn vị, người nhận bản lưu", "Nơi lưu"),
        "copies": ("Số lượng bản", "Số lượng"),
        "sent": ("Ngày chuyển",),
        "received": ("Ký nhận",),
        "note": ("Ghi chú",),
        "unit": ("Đơn vị soạn thảo", "Phòng ban", "Bộ phận"),
    }.items()
    for heading in headings
}
_NEAR = 84.0
"""Of 100: two letters wrong in "trich yeu"."""
_SHORTEST_NEAR = 6
_LONGEST = 90
_ASIDE = re.compile(r"\([^)]*\)?")


@dataclass(frozen=True, slots=True)
class Meaning:
    field: str
    weight: int
    """The greater, the surer; 0 for a near miss."""
    also: str = ""
    """Another field that it may mean."""
    near: str = ""
    """The heading that it was taken for."""


@lru_cache(maxsize=5_000)
def meaning(heading: str) -> Meaning | None:
    """What a column with this heading holds; None for what is no heading that we know."""
    if not heading or len(heading) > _LONGEST:
        return None
    for text in (heading, _ASIDE.sub(" ", heading)):
        said = bare(text)
        for field, weight, pattern in _PATTERNS:
            if pattern.fullmatch(said):
                return Meaning(field, weight, _ALSO.get(said, ""))
    return _near(bare(_ASIDE.sub(" ", heading)))


def _near(said: str) -> Meaning | None:
    if len(said) < _SHORTEST_NEAR:
        return None
    found = process.extractOne(said, list(_TYPICAL), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if not found:
        return None
    field, heading = _TYPICAL[found[0]]
    return Meaning(field, 0, near=heading)


def of_lines(lines: tuple[str, ...]) -> Meaning | None:
    """What a column holds whose heading stands in several lines, of which the upper may be that of a group."""
    told = [words(line) for line in lines if line]
    several = [*([" ".join(told)] if len(told) > 1 else []), *reversed(told)]
    meanings = [found for text in several if (found := meaning(text))]
    return next((found for found in meanings if found.weight), meanings[0] if meanings else None)
