"""How far the issuer and the title of a cited document reach in prose, where nothing marks their ends."""

from __future__ import annotations

import re

from drafter.nlp.kinds import KINDS

# "Văn bản" names no kind, but leads to a number.
_NAMES = sorted({kind.name for kind in KINDS} | {"Văn bản"}, key=len, reverse=True)
KIND = "|".join(f"[{name[0]}{name[0].lower()}]" + name[1:].replace(" ", r"\s+") for name in _NAMES)
"""A pattern for the names of kinds, the first letter in either case."""

_VERBS = (
    r"[Vv]ề|[Bb]an\s+hành|[Qq]uy\s+định|[Pp]hê\s+duyệt|[Hh]ướng\s+dẫn|[Ss]ửa\s+đổi|[Bb]ổ\s+sung|[Cc]ông\s+bố|[Tt]hông\s+qua"
    r"|[Bb]ãi\s+bỏ|[Tt]hực\s+hiện|[Tt]riển\s+khai|[Tt]ăng\s+cường|[Gg]iao|[Pp]hân\s+(?:công|cấp)|[Kk]iện\s+toàn|[Tt]hành\s+lập"
    r"|[Đđ]ẩy\s+mạnh|[Đđ]iều\s+chỉnh|[Đđ]ính\s+chính|[Xx]ử\s+lý|[Tt]iếp\s+tục|[Ủủ]y\s+quyền|[Uu]ỷ\s+quyền|[Tt]hay\s+thế"
)
_TITLE_BEGINS = re.compile(rf"\s*,?\s*(?P<verb>{_VERBS})(?!\w)(?P<rest>[^\n]{{0,20}})")
# Verbs of the sentence rather than of the title: "Nghị định số … quy định tại Điều 3", "thực hiện từ ngày …".
_NO_TITLE = re.compile(r"\s+(?:tại|này|trên|nêu|như|của|thì|rõ|từ|nghiêm|theo|đúng|cho\s+đến|đối\s+với|kể\s+từ|kèm)\b")

_INCOMPLETE = re.compile(
    r"(?:[,\-–]|\b(?:của|và|các|số|về|ngày|tháng|năm|Bộ|Sở|Ban|Cục|Ủy|Uỷ|Ủy\s+ban|[Tt]ỉnh|[Tt]hành\s+phố|[Xx]ã|[Pp]hường|Thủ"
    r"|Thủ\s+tướng|Chính|Quốc|Chủ\s+tịch|Bộ\s+trưởng|Hội|Hội\s+đồng|Văn\s+phòng|Ngân\s+hàng|Nhà|nhân|UBND|HĐND|Tổng|Phó|Thường"
    r"|Chấp\s+hành|Trung|Đảng|Luật|Nghị|Thông|Quyết|Kế|Việt|Giám\s+đốc|Thống\s+đốc|một\s+số|tại|trên|trong|cho|đối\s+với|theo|bởi|thực\s+hiện|khoản|Điều))\s*$"
)
_NEW_ITEM = re.compile(
    r"\s*(?:[-–+•*]\s|[_=]{3}|---|\d+[.)]\s|[a-zđ]\)\s|[IVX]+\.\s|Căn\s+cứ\b|Theo\s+đề\s+nghị|Xét\b|Điều\s+\d|Chương\s+[IVX]|Nơi\s+nhận|QUYẾT\b)"
)
_ISSUER_ENDS = re.compile(
    rf"""[;:()\[\]“”"] | \.(?=\s|$|/) | \n\s*\n | \n\s*[-–+•]
    | ,(?!\s(?:Chủ\s+nhiệm|Thể\s+thao|Tổng\s+Thanh\s+tra|Trưởng\s+ban))
    | \s(?:và|hoặc|cùng|với)\s+(?:các\s+)?(?:{KIND})(?!\w)
    | \s(?:{_VERBS}|được|tại|để|nhằm|có|theo|đã|trong|thì|là|do|kèm|như|trên|gắn|vào|cho|từ|bảo\s+đảm|hết|đối\s+với
        |này|đến|phải|sẽ|cần|nêu|gửi|khi|mà|còn|chưa|không|hiện\s+hành|ngày|năm|yêu\s+cầu|đề\s+nghị|quyết\s+định|chỉ\s+đạo)(?!\w)""",
    re.VERBOSE,
)
_STOPS = re.compile(
    rf"""[;:\n()“”] | \.(?=\s|$|/|”) | \./ | \s+(?:các\s+nội\s+dung\s+)?(?:như\s+sau|sau\s+đây)(?!\w)
    | ,?\s(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|hợp\s+nhất|ban\s+hành|Quốc\s+hội)
    | ,?\s(?:có|hết)\s+hiệu\s+lực
    | ,?\s+và\s+(?:các\s+)?(?=(?:{KIND})\s+(?:số|này|của|triển\s+khai|thực\s+hiện)\b)
    | ,\s+(?:các\s+)?(?=(?:{KIND})\s+(?:số|này)\b) | (?:,|\svà)\s+(?=số\s+\d)
    | ,\s+(?=(?:(?:[ỦU][yỷ]\s+ban|UBND|HĐND|Hội\s+đồng|Chính\s+phủ|Thủ\s+tướng|Bộ\s|Sở\s|Ban\s|Phòng\s|Cục\s|Đảng
          |Văn\s+phòng|Chủ\s+tịch) [^,;.\n]{{0,70}}?\s(?:ban\s+hành|xây\s+dựng|báo\s+cáo|đề\s+nghị|yêu\s+cầu|thông\s+báo
          |có\s+ý\s+kiến|triển\s+khai|tổ\s+chức|hướng\s+dẫn|trả\s+lời|quyết\s+định|kết\s+luận|giao|trình|nhận))
        | đề\s+nghị\s | yêu\s+cầu\s | trong\s+đó | đồng\s+thời | trên\s+cơ\s+sở | cụ\s+thể | kể\s+từ | theo\s+đó | để\s
        | nhằm\s | nhất\s+là | xác\s+định)""",
    re.VERBOSE,
)
_AMENDS = re.compile(
    r"(?:[Ss]ửa\s+đổi|[Bb]ãi\s+bỏ|[Bb]ổ\s+sung|[Tt]hay\s+thế|[Đđ]ính\s+chính|[Vv]ề(?:\s+việc)?\s+(?:sửa\s+đổi|bãi\s+bỏ|đính\s+chính))"
)
_ASIDE = re.compile(
    r"\(\s*(?:sau\s+đây|được|đã|gọi|có\s+hiệu|kèm|tại|nay|ban\s+hành|qua|sửa|viết\s+tắt|[^\W\d_]+\s+số)"
)
_LONGEST = 1200
"""Characters; no title is longer."""


def end_of_issuer(text: str, at: int) -> int:
    """Where the name of an office that begins at `at` ends; `at` where no name begins."""
    if not text[at : at + 1].isupper() or re.compile(rf"(?:{KIND})(?!\w)").match(text, at):
        return at
    stop = _ISSUER_ENDS.search(text, at, at + 160)
    end = stop.start() if stop else min(len(text), at + 160)
    if not stop and end < len(text):
        return at
    line = text.find("\n", at, end)
    while line >= 0:
        if not _joins(text, line, at):
            return line
        line = text.find("\n", line + 1, end)
    return at + len(text[at:end].rstrip(" ,\n-–"))


def title_after(text: str, at: int) -> tuple[int, int]:
    """Start and end of the title that follows at `at`; both `at` where none does."""
    begins = _TITLE_BEGINS.match(text, at)
    if not begins or _NO_TITLE.match(begins["rest"]):
        return at, at
    start = begins.start("verb")
    amends = bool(_AMENDS.match(text, start))
    stop = position = begins.end("verb")
    while found := _STOPS.search(text, position, start + _LONGEST):
        stop = found.start()
        after = _goes_on(text, found, start, amends)
        if after < 0:
            break
        position = after
    else:
        stop = min(len(text), start + _LONGEST)
    return start, start + len(text[start:stop].rstrip(" ,\n\t*"))


def _goes_on(text: str, stop: re.Match[str], start: int, amends: bool) -> int:
    """Where to look on behind a mark that does not end the title; -1 for one that does."""
    mark = stop[0]
    if mark == "\n":
        return stop.end() if _joins(text, stop.start(), start) else -1
    if mark == "“":
        closing = text.find("”", stop.end(), stop.end() + 500)
        return closing + 1 if closing >= 0 else -1
    if mark == "(":
        closing = text.find(")", stop.end(), stop.end() + 200)
        return closing + 1 if closing >= 0 and not _ASIDE.match(text, stop.start()) else -1
    if mark == ".":
        return stop.end() if re.search(r"\b(?:TP|Tp|TX|P|Q)$", text[max(0, stop.start() - 4) : stop.start()]) else -1
    # An amending title names the amended documents, one after the other.
    listed = mark[0] in ", \n" and re.match(
        rf",?\s*(?:và\s+)?(?:các\s+)?(?:(?:{KIND})\s+số|số)\s", text[stop.start() : stop.end() + 40]
    )
    return stop.end() if amends and listed else -1


def _joins(text: str, line: int, start: int) -> bool:
    """Whether the line break at `line` only wraps the words that began at `start`."""
    behind = text[line + 1 : line + 60]
    first = behind.lstrip(" \t")[:1]
    if first in ("", "\n") or _NEW_ITEM.match(behind):
        return False
    if first.islower() or first.isdigit() or first == "“":
        return True
    width = line - max(text.rfind("\n", 0, line), 0)
    # Lines of a PDF are that wide; shorter ones are cells of a table, longer ones paragraphs.
    return bool(_INCOMPLETE.search(text[max(start, line - 24) : line])) or 45 <= width <= 110
