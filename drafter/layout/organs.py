"""The names of the organ and of who stands above it, and whether symbol and signature agree with them.

Phụ lục I, Phần I, Mục II, khoản 2, 3, 7 NĐ 30; two levels of local government since 01/7/2025: Luật Tổ chức chính quyền
địa phương 72/2025/QH15.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.layout.dates import WHEN
from drafter.layout.names import is_council, office_of, superior_of
from drafter.layout.numbers import symbol_of
from drafter.layout.roles import Sheet
from drafter.layout.rules import Fault
from drafter.nlp.folding import key
from drafter.nlp.offices import CITIES

_SHORT = re.compile(r"(?:UBND|HĐND|SỞ GD|BCH|BQL)\b")
_GONE = re.compile(
    r"\b(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b"
    r"|\b(?:THÀNH PHỐ|TP\.?) (?!THUỘC|TRỰC)(?P<city>[^\W\d_]\w*(?: [^\W\d_]\w*)?)"
)
_SINCE = 2025, 7
_CITIES = (*(key(name) for name in CITIES), "hcm")
_MINISTRY = re.compile(
    r"bô (?:nôi vu|tai chinh|tư phap|ngoai giao|quôc phong|công an|công thương|xây dưng|y tê|khoa hoc va công nghê"
    r"|giao duc va đao tao|nông nghiêp va môi trương|văn hoa, thê thao va du lich|dân tôc va tôn giao)$"
)
_UNIT = re.compile(
    r"phong (?:kinh tê|văn hoa)\b|văn phong (?:hđnd|hôi đông nhân dân) va\b|trung tâm phuc vu hanh chinh công"
)
_PLACED = re.compile(r"\b(?:xa|phương|đăc khu|tinh|thanh phô|tp)\b")
# fmt: off
CODES: dict[str, str] = {
    "UBND": "uy ban nhân dân|ubnd", "HĐND": "hôi đông nhân dân|hđnd", "VPCP": "văn phong chinh phu",
    "TTCP": "thanh tra chinh phu", "NHNN": "ngân hang nha nươc", "BQP": "bô quôc phong", "BCA": "bô công an",
    "BNG": "bô ngoai giao", "BNV": "bô nôi vu", "BTP": "bô tư phap", "BTC": "bô tai chinh", "BCT": "bô công thương",
    "BXD": "bô xây dưng", "BYT": "bô y tê", "BNNMT": "bô nông nghiêp", "BKHCN": "bô khoa hoc", "BGDĐT": "bô giao duc",
    "BVHTTDL": "bô văn hoa", "BDTTG": "bô dân tôc", "SNV": "sơ nôi vu", "STC": "sơ tai chinh", "SGDĐT": "sơ giao duc",
    "SYT": "sơ y tê", "STP": "sơ tư phap", "SXD": "sơ xây dưng", "SNNMT": "sơ nông nghiêp", "SKHCN": "sơ khoa hoc",
    "SVHTTDL": "sơ văn hoa", "SCT": "sơ công thương", "SDTTG": "sơ dân tôc",
}
# fmt: on
"""Codes of offices in symbols that stand for one name wherever they are used, with a pattern of its key."""
_COUNCILS = {"uy ban nhân dân": "ubnd", "hôi đông nhân dân": "hđnd"}
_HEAD = re.compile(r"(?:pho )?chu tich (?=uy ban|ubnd|hôi đông|hđnd)")


def organs(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the names of the offices, and where they disagree."""
    yield from _short(sheet)
    yield from _gone(sheet)
    yield from _above(sheet)
    disagreements = (*_code(sheet), *_authority(sheet), *_signature(sheet))
    yield from disagreements[:1]


def _short(sheet: Sheet) -> Iterator[Fault]:
    row = sheet.first("organ")
    if row and (short := _SHORT.match(row.words)):
        message = f"Tên cơ quan ban hành viết tắt “{short[0]}”; chỉ tên cơ quan chủ quản được viết tắt."
        yield Fault("nd30.CQ-05", row.span, message, "Viết đầy đủ tên cơ quan ban hành văn bản.")


def _gone(sheet: Sheet) -> Iterator[Fault]:
    """Offices of the districts and of the cities in provinces, which ended on 01/7/2025."""
    dated = next((found for row in sheet.of("place_date") if (found := WHEN.search(row.words))), None)
    if dated is None or (int(dated["year"]), int(dated["month"] or 12)) < _SINCE:
        return
    for role, whole in (("superior", superior_of(sheet)), ("organ", office_of(sheet))):
        gone = next((found for found in _GONE.finditer(whole) if not _is_great(found)), None)
        if gone:
            own = sheet.of(role)  # type: ignore[arg-type]
            row = next((one for one in own if gone[0].split()[0] in one.words.upper()), own[0])
            message = f"Tên cơ quan có “{gone[0]}”; từ ngày 01/7/2025 không còn đơn vị hành chính cấp này."
            yield Fault("nd30.CQ-07", row.span, message, "Ghi tên cơ quan theo đơn vị hành chính hiện nay.")
            return


def _is_great(found: re.Match[str]) -> bool:
    """Whether a city is run by the centre; one whose name begins like theirs ("HỒ CHÍ") is."""
    return bool(found["city"]) and any(
        city.startswith(key(found["city"])) or key(found["city"]).startswith(city) for city in _CITIES
    )


def _above(sheet: Sheet) -> Iterator[Fault]:
    """Committees, councils and ministries stand alone; a commune's unit stands under its committee."""
    office, above = office_of(sheet), sheet.first("superior")
    if above and (is_council(office) or _MINISTRY.match(key(office))):
        message = (
            f"Trên tên cơ quan ban hành có “{above.words}”; "
            "Ủy ban nhân dân, Hội đồng nhân dân, bộ không ghi cơ quan chủ quản."
        )
        yield Fault("nd30.CQ-06", above.span, message, "Bỏ dòng cơ quan chủ quản.")
    row = sheet.first("organ")
    if row and not above and _UNIT.match(key(office)) and not _PLACED.search(key(office)):
        message = f"“{row.words}” là đơn vị của Ủy ban nhân dân nhưng phía trên không ghi tên cơ quan chủ quản."
        yield Fault("nd30.CQ-06", row.span, message, "Thêm dòng “UBND XÃ …” ở trên tên đơn vị.")


def _code(sheet: Sheet) -> Iterator[Fault]:
    """The office in the symbol, and the one that the letterhead names."""
    groups, office, row = symbol_of(sheet).split("-"), key(office_of(sheet)), sheet.first("number")
    code = next((group for group in groups[:2] if group in CODES), None)
    if row is None or code is None or not office or re.search(CODES[code], office):
        return
    others = [other for other, name in CODES.items() if re.match(name, office)]
    told = f"; chữ viết tắt của cơ quan này là “{others[0]}”" if others else ""
    known = bool(others) or office.startswith(("phong ", "trung tâm ", "sơ ", "trương ", "tram "))
    if known:
        name = " ".join(one.words for one in sheet.of("organ"))
        message = f"Cơ quan ban hành là “{name}” nhưng ký hiệu ghi “{code}”{told}."
        yield Fault("nd30.CQ-08", row.span, message, "Sửa ký hiệu hoặc tên cơ quan cho khớp nhau.")


def _authority(sheet: Sheet) -> Iterator[Fault]:
    """The line of authority of a decision, and the office in the letterhead."""
    row, own = sheet.first("office"), _council(key(office_of(sheet)))
    other = _council(_HEAD.sub("", key(" ".join(one.words for one in sheet.of("office"))), count=1))
    if row is None or not own or not other or own == other:
        return
    if own[0] == other[0] and (own[1].startswith(other[1]) or other[1].startswith(own[1])):
        return  # one of them leaves the place, or its name, out
    message = f"Dòng thẩm quyền ban hành ghi “{row.words}”, khác tên cơ quan ban hành “{office_of(sheet)}”."
    yield Fault("nd30.CQ-08", row.span, message, "Sửa cho khớp tên cơ quan ban hành văn bản.")


def _council(said: str) -> tuple[str, str] | None:
    """The sort of a council or committee, and the name of its place with the unit; None for other offices."""
    found = re.match(r"(uy ban nhân dân|ubnd|hôi đông nhân dân|hđnd)\b\s*(.*)$", said)
    if not found or (found[2] and not _PLACED.match(found[2])):
        return None
    place = re.sub(r"\btp\b\.?", "thanh phô", found[2]).strip(" .,")
    return _COUNCILS.get(found[1], found[1]), place


def _signature(sheet: Sheet) -> Iterator[Fault]:
    """For whom it is signed: another council than the one that issues, or the committee for a decision of its head."""
    row = next((one for one in sheet.of("authority") if re.match(r"T/?M\b", one.words)), None)
    own = _council(key(office_of(sheet)))
    if row is None or not own:
        return
    said = key(re.sub(r"^T/?M\.?\s*(?:THƯỜNG TRỰC )?", "", row.words))
    other = _council(said)
    if other and other[0] != own[0]:
        message = f"Cơ quan ban hành là “{office_of(sheet)}” nhưng ký “{row.words}”."
        yield Fault("nd30.CQ-08", row.span, message, "Sửa quyền hạn ký hoặc tên cơ quan cho khớp nhau.")
        return
    office = sheet.first("office")
    if office and other and _HEAD.match(key(office.words)) and sheet.head.kind == "QĐ":
        message = (
            f"Thẩm quyền ban hành là “{office.words}” nhưng ký “{row.words}”; Chủ tịch ban hành thì không ký thay mặt."
        )
        yield Fault("nd30.CQ-08", row.span, message, "Bỏ dòng thay mặt, hoặc sửa dòng thẩm quyền ban hành.")
