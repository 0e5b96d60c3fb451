"""Authorities that there are no more: since when, what does their work now, on what basis.

Ministries: Nghị quyết số 176/2025/QH15, from 01/3/2025. The district level: Điều 51 Luật Tổ chức chính quyền địa phương
72/2025/QH15, from 01/7/2025. Provinces: Nghị quyết số 202/2025/QH15, with their offices from 01/7/2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.document import Span
from drafter.nlp.offices import FORMER_PROVINCES

_MINISTRIES = "Nghị quyết số 176/2025/QH15"
_DISTRICTS = "Khoản 3 Điều 51 Luật Tổ chức chính quyền địa phương (số 72/2025/QH15)"
_PROVINCES = "Nghị quyết số 202/2025/QH15"


@dataclass(frozen=True, slots=True)
class Former:
    """An authority that was, where a text names it."""

    span: Span
    until: str
    """The first day without it, ISO 8601."""
    now: str
    """Who does its work: "Bộ Tài chính"."""
    basis: str


_MERGED = {
    r"Kế\s+hoạch\s+và\s+Đầu\s+tư|KH\s?&\s?ĐT|KHĐT": "Tài chính",
    r"Giao\s+thông\s+[Vv]ận\s+tải|GTVT": "Xây dựng",
    r"Lao\s+động\s*,?\s*[-–]?\s*Thương\s+binh\s+và\s+Xã\s+hội|LĐ\s?-?\s?TB\s?(?:&|-)?\s?XH": "Nội vụ",
    r"Thông\s+tin\s+và\s+Truyền\s+thông|TT\s?&\s?TT|TTTT": "Khoa học và Công nghệ",
    r"Tài\s+nguyên\s+và\s+Môi\s+trường|TN\s?&\s?MT|TNMT": "Nông nghiệp và Môi trường",
    r"Nông\s+nghiệp\s+và\s+Phát\s+triển\s+[Nn]ông\s+thôn|NN\s?&\s?PTNT|NNPTNT": "Nông nghiệp và Môi trường",
}
_CODES = {
    "BKHĐT": "Bộ Tài chính",
    "BGTVT": "Bộ Xây dựng",
    "BLĐTBXH": "Bộ Nội vụ",
    "BTTTT": "Bộ Khoa học và Công nghệ",
    "BTNMT": "Bộ Nông nghiệp và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Môi trường",
    "UBDT": "Bộ Dân tộc và Tôn giáo",
}
_MERGED_ON, _REORGANISED_ON = "2025-03-01", "2025-07-01"
_COUNCIL = r"(?:[ỦU][yỷ]\s+ban\s+nhân\s+dân|UBND|Hội\s+đồng\s+nhân\s+dân|HĐND)"
_HISTORY = re.compile(
    r"\(\s*cũ|\bcũ\b|trước\s+đây|nay\s+là|nguyên\s|sáp\s+nhập|hợp\s+nhất|giải\s+thể|chuyển\s+(?:từ|giao)|tiếp\s+nhận|bàn\s+giao"
    r"|kết\s+thúc\s+hoạt\s+động|không\s+(?:còn|tổ\s+chức)|bỏ\s+cấp|thay\s+cho|trước\s+(?:khi|ngày\s+0?1/0?[37]/2025)|thành\s+lập\s+trước",
    re.IGNORECASE,
)
_ACTED = re.compile(r"\s+(?:đã|ban\s+hành|công\s+bố)(?!\w)")
"""What it did when it was."""
_AROUND = 60
"""Characters on either side in which a text says that it speaks of what was."""


def former_authorities(text: str) -> Iterator[Former]:
    """The former authorities that a folded text names, in its order; none where it says that they are former."""
    for found in _pattern().finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        around = text[max(line, found.start() - _AROUND) : found.end() + _AROUND][: None if end < 0 else end - line + 1]
        if _HISTORY.search(around) or _ACTED.match(text, found.end()):
            continue
        span = Span(*found.span())
        if found["district"]:
            yield Former(span, _REORGANISED_ON, "cấp xã hoặc cấp tỉnh", _DISTRICTS)
        elif found["province"]:
            yield Former(span, _REORGANISED_ON, "tỉnh, thành phố mới", _PROVINCES)
        elif found["ethnic"]:
            yield Former(span, _MERGED_ON, "Bộ Dân tộc và Tôn giáo", _MINISTRIES)
        else:
            now = next(now for name, now in _MERGED.items() if re.fullmatch(name, found["field"]))
            yield Former(span, _MERGED_ON, f"{found['level']} {now}", _MINISTRIES)


def former_code(number: str) -> str:
    """Who does the work of the ministry in a number's symbol, "" where there is such a ministry still."""
    return next((now for code, now in _CODES.items() if re.search(rf"[-/]{code}(?:-|$)", number)), "")


def is_after_merger(date: str, number: str) -> bool:
    """Whether a document of this date, or with this year in its number, is from after the ministries' merger."""
    if len(date) == 10:
        return date >= _MERGED_ON
    year = re.search(r"/((?:19|20)\d\d)/", number)
    return bool(year) and year[1] > _MERGED_ON[:4]  # type: ignore[index]


@cache
def _pattern() -> re.Pattern[str]:
    fields = "|".join(_MERGED)
    provinces = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in FORMER_PROVINCES)
    return re.compile(
        rf"""\b(?P<level>Bộ|Sở)\s+(?P<field>{fields})(?!\w)
        | \b(?P<ethnic>[ỦU][yỷ]\s+ban\s+Dân\s+tộc)(?!\w)(?!\s+(?:của\s+)?Quốc\s+hội)
        | \b(?P<district>{_COUNCIL}\s+(?:các\s+)?(?:cấp\s+)?(?:huyện|quận|thị\s+xã)(?!\w)(?:\s+[A-ZĐÀ-Ỹ]\w+){{0,3}}
            | (?:[Hh]uyện|[Qq]uận|[Tt]hị)\s+[ủu][yỷ](?!\w)
            | (?:Phòng|Thanh\s+tra|Trung\s+tâm)\s[^,.;:\n]{{3,50}}?\s(?:cấp\s+)?huyện(?!\w)(?:\s+[A-ZĐÀ-Ỹ]\w+){{0,3}})
        | \b(?P<province>(?:{_COUNCIL}|Tỉnh\s+[ủu][yỷ])\s+(?:tỉnh\s+)?(?:{provinces})(?!\w))""",
        re.VERBOSE,
    )
