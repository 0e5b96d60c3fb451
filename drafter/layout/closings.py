"""Who signs, and how: authority, title, name (Phụ lục I, Phần I, Mục II, khoản 7; Điều 13 NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from drafter.layout.missing import is_whole
from drafter.layout.names import office_of, superior_of
from drafter.layout.roles import Sheet
from drafter.layout.rows import Row
from drafter.layout.rules import Fault
from drafter.layout.wording import instead

_PREFIX = re.compile(r"(?P<letters>TM|T/M|KT|K/T|TL|T/L|TUQ|TU/Q|T/UQ|Q)(?P<stop>\s*\.?)(?P<blank>\s*)")
_WELL = ("TM", "KT", "TL", "TUQ", "Q")
_DEGREE = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|BS|CN|KS|BSCKI+|NSND|NSƯT|NGND|NGƯT|Luật sư|Kỹ sư|Cử nhân|Thạc sĩ|Tiến sĩ)\b\.?"
    r"|(?P<rank>(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\b))"
)
_ARMED = re.compile(r"\b(?:CÔNG AN|QUÂN SỰ|QUÂN ĐỘI|QUÂN KHU|BỘ ĐỘI|BIÊN PHÒNG|BỘ CHỈ HUY|BỘ TƯ LỆNH|QUỐC PHÒNG)\b")
_LEARNED = re.compile(r"\b(?:TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|BỆNH VIỆN|VIỆN|Y TẾ|GIÁO DỤC|KHOA HỌC|TRUNG TÂM Y)\b")
_DEPUTY = re.compile(r"(?:QUYỀN )?(?:PHÓ|THỨ|CHỦ NHIỆM|ỦY VIÊN|UỶ VIÊN)\b")
_LEADS = (
    r"(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH \w+|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|HIỆU TRƯỞNG"
    r"|VIỆN TRƯỞNG|TRƯỞNG (?:PHÒNG|BAN|TRẠM|KHOA|ĐOÀN)|THỦ TƯỚNG|TỔNG CỤC TRƯỞNG)"
)
_HEAD = re.compile(rf"(?:PHÓ )?{_LEADS}\b")
_COLLECTIVE = re.compile(
    r"(?:[ỦU][YỶ] BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ|PHÒNG|VĂN PHÒNG|CỤC|TRUNG TÂM)\b(?! TRƯỞNG)"
)
_COMMITTEE = re.compile(r"(?:[ỦU][YỶ] BAN NHÂN DÂN|UBND)\b")


def closings(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the words of a signature."""
    for row in sheet.of("authority"):
        yield from _authority(sheet, row)
    wrong = [*_meanings(sheet), *_deputies(sheet)]
    yield from wrong[:1]
    for row in sheet.of("signer"):
        yield from _degree(sheet, row)
    yield from _minutes(sheet)


def _authority(sheet: Sheet, row: Row) -> Iterator[Fault]:
    found = _PREFIX.match(row.words)
    if (
        not found
        or found.end() == len(row.words)
        or (found["letters"] in _WELL and (found["stop"], found["blank"]) == (".", " "))
    ):
        return
    right = f"{found['letters'].replace('/', '')}."
    message = f"Quyền hạn ký đang viết “{found[0].strip()}”; phải viết “{right}”, có dấu chấm rồi cách một chữ."
    edits = (instead(sheet, row, 0, found.end(), f"{right} "),)
    yield Fault("nd30.KY-01", row.span, message, f"Viết “{right} ” trước tên tập thể hoặc chức vụ.", edits=edits)


def _meanings(sheet: Sheet) -> Iterator[Fault]:
    """What follows TM. is a collective; what follows KT., TL., TUQ., Q. a head's title."""
    for row in sheet.of("authority"):
        found = _PREFIX.match(row.words)
        if not found:
            continue
        letters, named = found["letters"].replace("/", ""), row.words[found.end() :]
        if letters == "TM" and re.fullmatch(rf"(?:PHÓ )?{_LEADS}(?: (?:[ỦU][YỶ] BAN|UBND|SỞ)\b.*)?", named):
            message = f"“{row.words}”: sau “TM.” phải là tên tập thể, không phải chức vụ."
            yield Fault("nd30.KY-02", row.span, message, "Ghi tên tập thể, như “TM. ỦY BAN NHÂN DÂN”.")
        elif letters in ("KT", "TL", "TUQ", "Q") and _COLLECTIVE.match(named):
            message = f"“{row.words}”: sau “{letters}.” phải là chức vụ của người đứng đầu, không phải tên cơ quan."
            yield Fault("nd30.KY-02", row.span, message, f"Ghi chức vụ, như “{letters}. CHỦ TỊCH”.")
        elif letters in ("KT", "Q") and named.startswith("PHÓ "):
            message = f"“{row.words}”: sau “{letters}.” phải là chức vụ của người đứng đầu, không phải cấp phó."
            yield Fault("nd30.KY-02", row.span, message, f"Ghi chức vụ người đứng đầu, như “{letters}. CHỦ TỊCH”.")


def _deputies(sheet: Sheet) -> Iterator[Fault]:
    """A deputy signs for the head; and who signs for the head is a deputy."""
    for above, titles in _signatures(sheet):
        found, title = _PREFIX.match(above.words), titles[0]
        if not found or found.end() == len(above.words):
            continue
        letters, named = found["letters"].replace("/", ""), above.words[found.end() :]
        if letters == "KT" and _HEAD.match(title.words) and not any(_DEPUTY.match(one.words) for one in titles):
            message = f"Dưới “{above.words}” ghi “{title.words}”; người ký thay là cấp phó của người đứng đầu."
            yield Fault("nd30.KY-02", title.span, message, "Ghi chức vụ cấp phó, như “PHÓ CHỦ TỊCH”.")
        elif letters == "TM" and _COMMITTEE.match(named) and title.words.startswith("PHÓ CHỦ TỊCH"):
            message = (
                f"Dưới “{above.words}” ghi “{title.words}” mà không có “KT. CHỦ TỊCH”; cấp phó ký thay cấp trưởng."
            )
            yield Fault("nd30.KY-02", title.span, message, "Thêm dòng “KT. CHỦ TỊCH” ở trên “PHÓ CHỦ TỊCH”.")
        elif letters == "TL" and title.words.startswith("PHÓ "):
            head = title.words.removeprefix("PHÓ ")
            message = f"Dưới “{above.words}” ghi “{title.words}”; cấp phó ký thừa lệnh thì ghi thêm “KT. {head}”."
            yield Fault("nd30.KY-04", title.span, message, f"Thêm dòng “KT. {head}” ở trên “{title.words}”.")
    yield from _in_charge(sheet)


def _signatures(sheet: Sheet) -> Iterator[tuple[Row, list[Row]]]:
    """Each line that says for whom, with the lines in capitals below it down to the next such line."""
    titled = sheet.of("authority", "signer_title")
    for at, above in enumerate(titled):
        behind = takewhile(lambda row: row.in_capitals and not _PREFIX.match(row.words), titled[at + 1 :])
        if titles := list(behind):
            yield above, titles


def _in_charge(sheet: Sheet) -> Iterator[Fault]:
    for row in sheet.of("signer_title"):
        if re.match(r"PHÓ\b.*\bPHỤ TRÁCH\b", row.words) and not any("KT" in one.words for one in sheet.of("authority")):
            message = f"“{row.words}” ký mà không có “KT.”; cấp phó được giao phụ trách ký như cấp phó ký thay."
            yield Fault("nd30.KY-03", row.span, message, "Thêm dòng “KT.” và chức vụ người đứng đầu ở trên.")


def _degree(sheet: Sheet, row: Row) -> Iterator[Fault]:
    """A sector may let its own have them: then somebody has to look; officers always sign with their rank."""
    found = _DEGREE.match(row.words)
    office = f"{superior_of(sheet)} {office_of(sheet)}"
    if not found or (found["rank"] and _ARMED.search(office)):
        return
    excepted = _ARMED.search(office) or _LEARNED.search(office)
    message = f"Trước họ tên người ký có “{found[0]}”; trước họ tên không ghi học hàm, học vị, quân hàm, danh hiệu."
    yield Fault("nd30.KY-08", row.span, message, "Chỉ ghi họ, chữ đệm và tên.", "warning" if excepted else None)


def _minutes(sheet: Sheet) -> Iterator[Fault]:
    """Minutes are signed by who wrote them and who was in the chair (Mẫu 1.9), or by both sides."""
    titled, kind = sheet.of("authority", "signer_title"), sheet.first("kind")
    if sheet.head.kind != "BB" or not titled or not kind or not is_whole(sheet):
        return
    beside = [row for row in sheet.rows if row.in_capitals and row.column is not None and row.letters]
    signing = {row.span for row in (*titled, *beside) if row.span.start > kind.span.start}
    if len(signing) < 2 and len(sheet.of("signer")) < 2:
        message = "Biên bản mới thấy một người ký; mẫu biên bản có Thư ký và Chủ tọa cùng ký."
        yield Fault("nd30.KY-11", titled[0].span, message, "Thêm phần ký của Thư ký và của Chủ tọa.")
