"""Who issues a document, from what is left of its letterhead once number, date and titles are blanked out."""

from __future__ import annotations

import re

from drafter.nlp.casing import office_case
from drafter.nlp.folding import key
from drafter.nlp.offices import PROVINCES, Level, level_of
from drafter.nlp.syllables import syllables

_COMMITTEE = "[ỦU][YỶ]"
AUTHORITY = re.compile(
    rf"(?:CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|THỐNG ĐỐC|{_COMMITTEE} BAN|UBND|HỘI ĐỒNG|TỔNG|CHÁNH|CỤC TRƯỞNG"
    r"|CHÍNH PHỦ|QUỐC HỘI|BAN |TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|ĐẢNG [ỦU]|THƯỜNG TRỰC|KIỂM TOÁN|THANH TRA|CHỦ NHIỆM)"
)
_NO_ISSUER = re.compile(
    r"(?:PHẦN \w+\.? ?)?VĂN BẢN (?:QUY PHẠM|PHÁP LUẬT|KHÁC)|CÔNG BÁO|(?:TUYỆT |TỐI )?MẬT\b|(?:THƯỢNG )?KHẨN\b"
    r"|H(?:ỎA|OẢ) TỐC|SAO (?:Y|LỤC)|TRÍCH SAO|DỰ THẢO|XEM XONG|LƯU HÀNH|PHỤ LỤC|CÔNG VĂN|ĐẾN\b"
)
_OFFICE_BEGINS = re.compile(
    rf"(?:{_COMMITTEE} BAN|UBND|HỘI ĐỒNG|HĐND|BỘ|SỞ|CỤC|TỔNG|CHI CỤC|VĂN PHÒNG|PHÒNG|BAN|TRUNG TÂM|TRƯỜNG|THANH TRA"
    rf"|ĐẢNG|(?:TỈNH|THÀNH|HUYỆN) {_COMMITTEE}|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|NGÂN HÀNG|T(?:ÒA|OÀ) ÁN|VIỆN|KIỂM TOÁN"
    r"|BẢO HIỂM|CÔNG AN|THUẾ|KHO BẠC|HẢI QUAN|CHỦ TỊCH|HỘI|LIÊN|VỤ|HỌC VIỆN|ĐẠI HỌC|BỆNH VIỆN|ĐOÀN|CÔNG TY|TẬP ĐOÀN"
    r"|TRẠM|QUỸ|ĐÀI|BÁO)(?![^\W_])"
)
_OFFICE_GOES_ON = re.compile(
    r"(?:\b(?:VÀ|CỦA|THƯỜNG VỤ|CHẤP HÀNH|QUẢN LÝ|CHỈ ĐẠO|NHÂN)|[-–,])$"
    r"|^(?:(?:VĂN )?PHÒNG|THANH TRA|THỦ TƯỚNG|CHỦ TỊCH|BỘ|SỞ|(?:TỔNG |CHI )?CỤC|BAN|HỘI ĐỒNG|VIỆN|TRƯỜNG|TRUNG TÂM"
    rf"|ĐẢNG {_COMMITTEE}|HỌC VIỆN|HỘI|CÔNG AN|BẢO HIỂM|TỔNG|LIÊN|ĐOÀN)$"
)
_SPEAKER = re.compile(
    r"(?:^|[.,;]\s+)(?:(?P<office>(?:[ỦU][yỷ] ban nhân dân|UBND|Hội đồng nhân dân|Đảng [ủu][yỷ])"
    r" (?P<unit>xã|phường|đặc khu|tỉnh|thành phố))(?P<name>(?: [A-ZĐÀ-Ỹ]\w*){0,4})"
    r" (?:ban hành|xây dựng|báo cáo|thông báo|đề nghị|yêu cầu|kính|triển khai|tổ chức)"
    r"|(?:Bộ trưởng\s+)?(?P<central>Bộ\s+[A-ZĐ][\w\s,-]{3,40}?)\s+ban hành\s+(?:Thông tư|Quyết định|Kế hoạch))",
    re.MULTILINE,
)


def issuers(head: str, about: re.Match[str] | None, kind: str) -> tuple[str, str]:
    """The superior and the issuer in proper case, from the capitals that are left above the kind.

    `about` is where the subject of a letter begins. Both are "" where nothing is left.
    """
    offices: list[str] = []
    for cell in re.split(r"[\n\t|]| {2,}", head[: about.start() if about and not _caps_after(head, about) else None]):
        words = cell.strip(" *_-–—.=\"'()").removeprefix("VĂN BẢN HỢP NHẤT").lstrip(" -–")
        if len(words) < 2 or not words.isupper() or _NO_ISSUER.match(words) or re.search(r"\d{3}|[/+]", words):
            continue
        whole = offices and _OFFICE_BEGINS.match(offices[-1]) and not _OFFICE_GOES_ON.search(offices[-1])
        if not offices or (whole and _OFFICE_BEGINS.match(words)):
            offices.append(words)
        else:
            offices[-1] = f"{offices[-1]} {words}"
    named = [office_case(office) for office in dict.fromkeys(offices) if _OFFICE_BEGINS.match(office)]
    named = [office for at, office in enumerate(named) if key(office) not in {key(other) for other in named[:at]}]
    if not named:
        return "", ""
    if kind in ("TTLT", "TTLB", "NQLT"):
        return "", " - ".join(named)
    return (named[-2] if len(named) > 1 else ""), named[-1]


def is_same_office(one: str, other: str) -> bool:
    """Whether two names are of one office: however they are written, with the office above it in front or without."""
    short, long = sorted((syllables(one).forms, syllables(other).forms), key=len)
    if short == long or not short:
        return bool(short)
    above = level_of(" ".join(long[: -len(short)]))
    # Not "Ủy ban Thường vụ" before "Quốc hội", nor "Văn phòng" before "Ủy ban nhân dân tỉnh".
    return long[-len(short) :] == short and above.rank <= level_of(" ".join(short)).rank and above is not Level.other


def may_direct(office: str, level: Level, other: str) -> bool:
    """Whether an office may set tasks for another: one of a higher level, or of the same and another sort.

    "Bộ Tài chính" may direct "Cục Thuế", a people's council the committee of its unit; two provinces' committees may
    not direct each other. An office of which nothing is known may.
    """
    own = level_of(other)
    if Level.other in (own, level) or level.rank < own.rank:
        return True
    sort, other_sort = (syllables(name).forms[:1] for name in (office, other))
    return level is own and sort != other_sort


def _caps_after(head: str, about: re.Match[str]) -> bool:
    """Whether the office stands below the subject of a letter, the columns having come the other way round."""
    return not any(line.strip().isupper() for line in head[: about.start()].splitlines())


def authority(head: str, end: int) -> str:
    """The office of the line in capitals between subject and bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"."""
    lines = [line.strip(" *_-\t") for line in head[end : end + 400].splitlines()]
    line = next((line for line in lines if line), "")
    if not (line.isupper() and AUTHORITY.match(line)):
        return ""
    return office_case(re.sub(r"^(?:(?:PHÓ )?CHỦ TỊCH(?! NƯỚC)|BỘ TRƯỞNG|GIÁM ĐỐC|THỐNG ĐỐC|CỤC TRƯỞNG) ", "", line))


def speaker(head: str, end: int, place: str) -> str:
    """Who speaks in the first paragraphs where the letterhead's left column is lost: "Ủy ban nhân dân xã ban hành"."""
    found = _SPEAKER.search(head, end, end + 4000)
    if not found:
        return ""
    if found["central"]:
        return " ".join(found["central"].split())
    name = found["name"].strip() or ("" if key(place) in {key(name) for name in PROVINCES} else place)
    return " ".join((found["office"] + " " + name).split())


def implied(symbol: str, kind: str) -> str:
    """The issuer that only one office can be."""
    if kind == "L" or re.search(r"/QH\d+$", symbol):
        return "Quốc hội"
    if kind == "NĐ" or symbol.endswith("-CP"):
        return "Chính phủ"
    return "Thủ tướng Chính phủ" if symbol.endswith("-TTg") else ""


def level(issuer: str, superior: str, symbol: str, kind: str) -> Level:
    """A unit whose name tells nothing stands one step below its superior."""
    own = level_of(issuer, symbol, kind)
    if own is not Level.other or not superior:
        return own
    above = level_of(superior)
    return {Level.province: Level.department, Level.government: Level.ministry}.get(above, above)
