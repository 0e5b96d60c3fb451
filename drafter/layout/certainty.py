"""How sure it is that a row is what it is taken for, by its words, its place and its look together.

What is set in a fixed form (Quốc hiệu, "Số:", "Căn cứ", "Nơi nhận:") is what it says. Offices, subjects, titles, names
and items of lists are told by what stands around them, too; where most of that speaks against it, a fault is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.layout.roles import Role, Sheet
from drafter.layout.rows import MOST, Row

SURE = 0.5
"""The least certainty with which a fault remains an error."""
_OFFICE = re.compile(
    r"(?:ỦY|UỶ) BAN|UBND|HĐND|HỘI|BỘ|SỞ|PHÒNG|BAN|CỤC|CHI CỤC|TỔNG|VIỆN|VĂN PHÒNG|TRUNG TÂM|TRƯỜNG|TRẠM|TỔ|ĐỘI|QUỸ|CÔNG"
    r"|KHO BẠC|THANH TRA|TÒA|TOÀ|LIÊN|ĐẢNG|TỈNH|THÀNH|HUYỆN|XÃ|PHƯỜNG|ĐẶC KHU|CHÍNH PHỦ|THỦ TƯỚNG|BỆNH VIỆN|HỌC VIỆN"
    r"|BẢO HIỂM"
)
_TITLE = re.compile(
    r"(?:QUYỀN |PHÓ |TỔNG )*(?:CHỦ|BÍ|GIÁM|TRƯỞNG|CHÁNH|CỤC|VỤ|VIỆN|HIỆU|BỘ|THỨ|TỔNG|ĐỘI|TRẠM|HỘI|ỦY|UỶ|NGƯỜI|THƯ|KẾ"
    r"|PHÓ|THỦ|CHI|TRUNG|THIẾU|THƯỢNG|ĐẠI)"
)
_LONGEST = 300
"""Characters of a subject."""


def certainty(sheet: Sheet, at: int) -> float:
    """How sure the role of the row at this index is, from 0 to 1."""
    row, role = sheet.rows[at], sheet.roles[at]
    signals = _SIGNALS.get(role)
    if signals is None:
        return 1.0
    before = sheet.roles[at - 1] if at else "other"
    return sum(signal(row, before) for signal in signals) / len(signals)


Signal = Callable[[Row, Role], bool]


def _behind(*roles: Role) -> Signal:
    return lambda row, before: before in roles


def _is_bold(row: Row, before: Role) -> bool:
    return row.share(lambda look: look.bold) >= MOST


def _is_centred(row: Row, before: Role) -> bool:
    return row.alignment in ("center", None)


def _in_capitals(row: Row, before: Role) -> bool:
    return row.in_capitals


def _stands_left(row: Row, before: Role) -> bool:
    return row.column in (0, None)


def _stands_right(row: Row, before: Role) -> bool:
    return bool(row.column) or row.alignment in ("center", "right")


def _names_office(row: Row, before: Role) -> bool:
    return bool(_OFFICE.match(row.words.upper())) or before in ("superior", "organ")


def _names_title(row: Row, before: Role) -> bool:
    return bool(_TITLE.match(row.words.upper()))


def _names_person(row: Row, before: Role) -> bool:
    words = [word for word in row.words.split() if not word.endswith(".")]
    return 2 <= len(words) <= 6 and all(word[0].isupper() for word in words)


def _is_phrase(row: Row, before: Role) -> bool:
    return len(row.words) < _LONGEST and not row.words.endswith((".", ";", ":"))


def _is_item(row: Row, before: Role) -> bool:
    return row.words[:1] in "-–+" or row.paragraph.label is not None


_SIGNALS: dict[Role, tuple[Signal, ...]] = {
    "superior": (_names_office, _stands_left, _in_capitals),
    "organ": (_names_office, _stands_left, _in_capitals),
    "subject": (_is_phrase, _behind("kind", "subject"), _is_centred, _is_bold),
    "signer_title": (_names_title, _stands_right, _is_bold),
    "signer": (_names_person, _stands_right, _is_bold),
    "recipient": (_is_item, _stands_left, _behind("noi_nhan", "recipient")),
    "addressee": (_is_item, _behind("kinh_gui", "addressee")),
    "appendix_title": (_in_capitals, _behind("appendix", "appendix_title"), _is_centred),
}
