"""What is left of the file that a draft was made from: another place's name, last year's figures.

Only where the text itself would otherwise contradict its letterhead: an office acts in its own name and on its own
ground; what has yet to be done is not done by a day that has passed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from drafter.nlp.folding import key
from drafter.nlp.letters import BIG, SMALL
from drafter.nlp.offices import PROVINCES
from drafter.wording.reading import Reading, Remark

_NAME = rf"[{BIG}][{SMALL}]+(?:[ -][{BIG}][{SMALL}]+){{0,3}}"
_UNIT = re.compile(rf"\b(?P<unit>(?i:xã|phường|đặc khu|tỉnh|thành phố))\s+(?P<name>{_NAME})")
_LEVELS = {"xã": 0, "phường": 0, "đặc khu": 0, "tỉnh": 1, "thành phố": 1}
_COUNCIL = r"[ỦU][yỷ] ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Đảng [ủu][yỷ]"
# What an office says of itself: it acts, and on what ground.
_ACTS = re.compile(
    rf"(?:^|[.;,]\s+)(?P<office>(?:{_COUNCIL}) (?P<unit>xã|phường|đặc khu|tỉnh|thành phố) (?P<name>{_NAME}))"
    r" (?:ban hành|xây dựng|yêu cầu|giao|đề nghị|tổ chức triển khai|báo cáo|thông báo|trân trọng)",
    re.MULTILINE,
)
_GROUND = re.compile(
    rf"trên địa bàn (?P<unit>xã|phường|đặc khu|tỉnh|thành phố) (?P<name>{_NAME})(?! và\b|,? (?:xã|phường|tỉnh)\b)"
)
_NO_NAME = re.compile(r"(?:Hội|Ủy|Đảng|Ban|Phòng|Văn|Trung tâm|Năm|Theo|Về)\b")
_PLANS = ("Kế hoạch", "Chương trình", "Chỉ thị", "Công văn", "Quyết định", "Phương án", "Hướng dẫn", "Công điện")
_DONE_BY = re.compile(
    r"(?:(?:[Hh]oàn thành|[Tt]hực hiện xong|[Bb]áo cáo|[Gg]ửi|[Nn]ộp|[Tt]rình|[Đđ]ăng ký|[Tt]riển khai)[^.;\n]{0,80}?)?"
    r"(?P<by>(?:trước|chậm nhất(?: là)?(?: vào)?|muộn nhất|đến hết|hạn cuối)(?: ngày)?"
    r" (?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4}))"
)
_PAST = re.compile(
    r"\b(?:đã|được ban hành|ban hành|sinh|cấp|ký kết|có hiệu lực|phát sinh|xảy ra|thành lập|tuyển dụng"
    r"|hưởng|áp dụng|tính đến)\b"
)
_OF_YEAR = re.compile(r"\bnăm (?P<year>20\d\d)\b(?! ?[-–] ?20)")
_LAST = re.compile(
    r"so với|kết quả|cùng kỳ|tổng kết|sơ kết|đánh giá|năm trước|giai đoạn|từ năm|đến năm|chuyển|quyết toán|số liệu"
    r"|tồn tại|đã\b|thực hiện năm"
)


def leftovers(reading: Reading) -> Iterator[Remark]:
    """Names and years of another document."""
    if reading.kind:
        yield from _places(reading)
        yield from _days(reading)
        yield from _years(reading)


def _own(reading: Reading) -> dict[int, str]:
    """The name of the issuer's unit and of the one above it, by level: 0 for a commune, 1 for a province."""
    found: dict[int, str] = {}
    for office in (reading.about.issuer, reading.superior):
        for unit in _UNIT.finditer(office):
            found.setdefault(_LEVELS[unit["unit"].lower()], unit["name"])
    if 0 not in found and re.search(r"\b(?:xã|phường|đặc khu)\b", reading.about.issuer) and reading.place:
        found[0] = reading.place
    return found


def _places(reading: Reading) -> Iterator[Remark]:
    own = _own(reading)
    counts = Counter(key(found["name"]) for found in _UNIT.finditer(reading.text))
    for found in (*_ACTS.finditer(reading.prose), *_GROUND.finditer(reading.prose)):
        level, name = _LEVELS[found["unit"]], found["name"]
        mine = own.get(level, "")
        if not mine or _is_same(name, mine) or reading.titled(found.start("name")) or _NO_NAME.match(name):
            continue
        if level and key(name) not in _PROVINCES:
            continue
        if counts[key(name)] <= max(1, counts[key(mine)]):
            message = (
                f"“{found['unit']} {name}” khác với nơi ban hành là “{mine}”; có thể còn sót từ văn bản của nơi khác."
            )
            action = f"Nếu nói về đơn vị mình thì viết “{found['unit']} {mine}”."
            yield Remark("word.leftover", found.start("unit"), found.end("name"), message, action)


_PROVINCES = frozenset(map(key, PROVINCES))
"""Of today: a merged one may rightly be spoken of."""


def _is_same(name: str, mine: str) -> bool:
    one, other = key(name), key(mine)
    return one.startswith(other) or other.startswith(one)


def _days(reading: Reading) -> Iterator[Remark]:
    """Days by which something is to be done, and which have passed."""
    issued = _issued(reading)
    if not issued or reading.kind not in _PLANS:
        return
    for found in _DONE_BY.finditer(reading.prose):
        day = _day(found)
        if not day or day >= issued or reading.titled(found.start("by")) or day.year < issued.year - 1:
            continue
        if found.start() == found.start("by") or _PAST.search(_before(reading.prose, found.end())):
            continue
        message = f"“{found['by']}” đã qua khi văn bản ban hành; có thể còn sót từ văn bản năm trước."
        yield Remark("word.year", found.start("by"), found.end("by"), message, "Ghi lại thời hạn của năm nay.")


def _years(reading: Reading) -> Iterator[Remark]:
    """“năm 2025” behind the document's own name, where its subject says 2026."""
    named = [found["year"] for found in _OF_YEAR.finditer(reading.about.subject)]
    if len(set(named)) != 1 or reading.kind not in _PLANS:
        return
    year = int(named[0])
    own = re.compile(
        rf"(?:Trên đây là|ban hành|thực hiện|xây dựng) {reading.kind}(?! số)[^.;:\n]{{0,200}}?"
        rf"\bnăm (?P<year>{year - 1})(?! ?[-–])\b"
    )
    for found in own.finditer(reading.prose):
        said = found[0][: found.start("year") - found.start()]
        if str(year) in said or _LAST.search(said) or reading.titled(found.start("year")):
            continue
        start = found.start("year") - len("năm ")
        message = f"“năm {year - 1}” không khớp với trích yếu là năm {year}; có thể còn sót từ văn bản năm trước."
        yield Remark("word.year", start, found.end("year"), message, f"Viết “năm {year}”.")


def _issued(reading: Reading) -> date | None:
    """The day of issue; where it is blank one before which no plan is made for the year that the subject names."""
    if reading.about.date:
        return date.fromisoformat(reading.about.date)
    years = {int(found["year"]) for found in _OF_YEAR.finditer(reading.about.subject)}
    return date(min(years) - 1, 10, 1) if len(years) == 1 else None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _before(prose: str, end: int) -> str:
    """The clause up to a place."""
    start = max(prose.rfind(mark, 0, end - 25) for mark in ".;\n")
    return prose[start + 1 : end]
