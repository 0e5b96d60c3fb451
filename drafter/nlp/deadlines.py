"""When something has to be done: dates, periods and terms in prose, and the words that only seem to say when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.document import Span


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is due, as the words say it."""

    span: Span
    vague: bool
    """Whether nobody could tell from it that the time is over: "kịp thời", "thường xuyên", "theo quy định"."""


_DAY = (
    r"(?:0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])(?:\s?[/.-]\s?20\d\d\b|(?![\d%/.,-]\d|\d|%|\s+(?:ngày"
    r"|giờ|số)\b))"
)
_DAY_IN_WORDS = r"ngày\s+(?:\d{1,2}|…+|\.{2,})\s+tháng\s+(?:\d{1,2}|…+|\.{2,})(?:\s+năm\s+\d{4})?"
_MONTH = r"tháng\s+(?:\d{1,2}(?:\s?[/-]\s?\d{4}|\s+năm\s+\d{4})?)\b(?!\s?[/.-]\s?\d)"
_QUARTER = r"qu[ýí]\s+(?:[IVX]+|[1-4])\b(?:\s?[/,-]?\s?(?:năm\s+)?20\d\d)?"
_YEAR = r"năm\s+20\d\d(?:\s?[-–]\s?20\d\d)?"
_PART = r"(?:cuối|đầu|giữa)\s+(?:tháng|quý|năm)(?:\s+(?:\d{1,2}(?!\d)|[IVX]+\b))?(?:\s?/?\s?(?:năm\s+)?20\d\d)?"
_HALF = r"(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+20\d\d)?"
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)"
_EVERY = r"(?:h[ằà]ng|mỗi)\s+(?:năm|quý|tháng|tuần|ngày)\b|thường\s+niên"
_WHEN = rf"(?:(?:ngày\s+)?{_DAY}|{_DAY_IN_WORDS}|{_MONTH}|{_QUARTER}|{_HALF}|{_PART}|{_YEAR})"
_CLOCK = r"(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{2}(?:\s+phút)?)?,?\s+)?"
_BEFORE = r"(?:trước|chậm\s+nhất(?:\s+là)?|muộn\s+nhất(?:\s+là)?|không\s+(?:quá|muộn\s+hơn)|hết|đến\s+hết|đến|trong)"
_ALSO = rf"(?:(?:,|\s+và|;)\s+(?:trước\s+)?(?:ngày\s+)?{_DAY})*"
_OF_EACH = (
    r"(?:\s+(?:của\s+)?(?:h[ằà]ng|mỗi)\s+(?:năm|quý|tháng|tuần)|\s+(?:của\s+)?tháng\s+cuối\s+(?:h[ằà]ng\s+)?quý)?"
)
_COUNT = r"(?:\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|mười|mười\s+lăm|ba\s+mươi)"
_UNIT = r"(?:ngày(?:\s+làm\s+việc)?|tháng|tuần|giờ(?:\s+làm\s+việc)?|quý)"

# In the order of preference: what is due by a date, what lasts or falls on one, what returns, what follows an event.
_DATED = tuple(
    re.compile(pattern.replace("[IVX]", "[ivx]"))
    for pattern in (
        rf"từ\s+{_CLOCK}{_WHEN}\s+đến\s+(?:hết\s+)?{_CLOCK}{_WHEN}",
        rf"(?:định\s+kỳ\s+)?{_BEFORE}\s+(?:vào\s+)?{_CLOCK}(?:ngày\s+\d{{1,2}}(?![\d/.-])(?!\s+tháng\s+\d)"
        rf"(?:\s+của\s+tháng\s+\w+)?(?=\s+(?:của\s+)?(?:h[ằà]ng|mỗi|tháng)){_OF_EACH}|{_WHEN}{_ALSO}{_OF_EACH})",
        rf"{_BEFORE}\s+đợt\s+\w+[^,.;:]{{0,40}}?(?:ít\s+nhất\s+)?{_COUNT}\s+{_UNIT}",
        rf"(?:trong\s+(?:thời\s+(?:hạn|gian)|vòng)?|chậm\s+nhất(?:\s+là)?|sau)\s*(?:tối\s+đa\s+)?{_COUNT}\s+"
        rf"{_UNIT}(?=[,.;:)]|\s+(?:kể\s+từ|tính\s+từ|từ|sau|trước)\b|$)(?:,?\s+(?:kể\s+từ|tính\s+từ|từ|sau"
        rf"|trước)\s+[^,.;:)]+)?",
        rf"trước\s+{_COUNT}\s+(?:ngày(?:\s+làm\s+việc)?|tuần|tháng)(?!\s+tuổi)",
        rf"(?:định\s+kỳ\s+)?(?:vào\s+)?(?:{_CLOCK}{_WEEKDAY}|ngày\s+\d{{1,2}}|ngày\s+(?:làm\s+việc\s+)?(?:đầu|cuối)"
        rf"(?:\s+(?:tiên|cùng))?|tuần\s+(?:đầu|cuối))(?:\s+(?:của\s+)?(?:các\s+)?(?:{_EVERY}"
        rf"|tháng\s+\d{{1,2}}(?:/20\d\d)?(?:(?:,|\s+và)\s+\d{{1,2}}/20\d\d)*|tháng|quý))",
        rf"{_CLOCK}(?:vào\s+|trong\s+)?(?:ngày\s+{_DAY}|{_DAY_IN_WORDS}|{_MONTH}|{_QUARTER}(?:\s?[-–]\s?{_QUARTER})?"
        rf"|{_HALF}|{_PART})",
        rf"(?:(?:sáng|chiều|tối|ngày)\s+(?:ngày\s+)?){_DAY}|(?<![\d/]){_DAY}(?<=/20\d\d)",
        rf"(?:định\s+kỳ\s+)?(?:(?:{_EVERY}|(?:0?6|sáu)\s+tháng|quý)(?:,\s+|\s+và\s+|\s+hoặc\s+))*(?:{_EVERY})"
        rf"(?!\s+(?:đạt|tăng|giảm|có)\b)",
        rf"định\s+kỳ\s+(?:\(?\s*)(?:(?:{_COUNT}\s+)?(?:tháng|quý|tuần|năm|ngày)(?:/lần|\s+một\s+lần)?(?:,\s+"
        rf"|\s+và\s+)?)+",
        r"trước\s+(?:tết\s+(?:nguyên\s+đán|dương\s+lịch)|năm\s+học\s+mới|mùa\s+mưa(?:\s+bão)?)(?:\s+(?:năm\s+)?20\d\d)?",
        r"ngay\s+(?:sau|khi)\s+[^,.;:)]+",
        r"(?<=\()20\d\d\s?[-–]\s?20\d\d(?=\))",
    )
)
_DATED_ALONE = (*_DATED, re.compile(rf"{_YEAR}|^20\d\d\b|(?:ngay\s+)?sau\s+khi\s+.+"))
"""Where nothing but the time stands, a year alone says it, too."""
_NOT_WHEN = re.compile(
    r"thường\s+xuyên\s+(?:xảy|quan\s+hệ|diễn|bị|có)|(?:chi|ngân\s+sách|vốn|kinh\s+phí|giáo\s+dục)\s+thường\s+xuyên"
    r"|tính\s+kịp\s+thời|sớm\s+(?:hơn|muộn)|từ\s+sớm|cảnh\s+báo\s+sớm"
    r"|(?:hội\s+nghị|họp|báo\s+cáo|chế\s+độ)\s+định\s+kỳ\b(?=,|\s+và|\s+theo)|phát\s+hiện\s+sớm"
    r"|giai\s+đoạn\s+20\d\d\s?[-–]\s?20\d\d"
    r"|(?:đến|tầm\s+nhìn)\s+năm\s+20\d\d|so\s+với\s+năm\s+20\d\d"
)
_VAGUE = re.compile(
    r"\b(?:định\s+kỳ|thường\s+xuyên|kịp\s+thời|khẩn\s+trương|sớm(?=\s+\w)|trong\s+thời\s+gian\s+(?:tới|sớm\s+nhất)"
    r"|thời\s+gian\s+tới"
    r"|khi\s+có\s+yêu\s+cầu|liên\s+tục|theo\s+(?:tiến\s+độ|kế\s+hoạch|yêu\s+cầu|quy\s+định)(?=\s*$))\b"
)
_MAY_BE_DATED = re.compile(
    r"\d|h[ằà]ng (?:năm|quý|tháng|tuần|ngày)|mỗi (?:năm|quý|tháng|tuần|ngày)|quý|đợt|tháng|tuần|thường niên|ngày"
    r"|ngay (?:sau|khi)|sau khi|trước (?:tết|năm học|mùa)|(?:cuối|đầu) năm"
)
MASK = "\u00b7"


def deadline(words: str, hidden: tuple[Span, ...] = (), alone: bool = False) -> Deadline | None:
    """When what the words say is due; of several the firmest, of those alike the first. None where they do not say.

    What is `hidden` is passed over, such as the date of a document that is named; `alone` says that the
    words are a cell or a field for the time.
    """
    words = words.lower()
    open_words = masked(words, (*hidden, *(Span(*found.span()) for found in _NOT_WHEN.finditer(words))))
    patterns = _DATED_ALONE if alone else _DATED
    for pattern in patterns if _MAY_BE_DATED.search(open_words) else ():
        if found := pattern.search(open_words):
            return Deadline(Span(*found.span()), vague=False)
    if found := _VAGUE.search(open_words):
        return Deadline(Span(*found.span()), vague=True)
    return None


def masked(words: str, spans: tuple[Span, ...]) -> str:
    """The words, as long as before, with marks in place of the letters of some spans."""
    for span in spans:
        words = words[: span.start] + MASK * len(span) + words[span.end :]
    return words
