"""Which headings lead to tasks, and which to what a document is for, what it reaches, what it costs."""

from __future__ import annotations

import re
from typing import Literal

Sort = Literal["assigns", "dates", "costs", "other"]

_DATES = re.compile(
    r"(?:về )?(?:thời gian|thời hạn|tiến độ|lịch trình)(?!.*(?:hồ sơ|khen thưởng|trình|báo cáo"
    r"|giải ngân))",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"kinh phí|nguồn lực|nguồn vốn|cơ cấu giải thưởng|dự toán|tài chính cho|cơ sở vật chất", re.IGNORECASE
)
_ASSIGNS = re.compile(
    r"(?:nhiệm vụ|giải pháp|tổ chức thực hiện|tổ chức triển khai|phân công|trách nhiệm|biện pháp|các bước"
    r"|chế độ (?:thông tin, )?báo cáo)|^(?:\W|về |các )*(?:nội dung|hoạt động|công việc|công tác|thực hiện"
    r"|triển khai|tiến hành"
    r"|kế hoạch triển khai)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"mục đích|mục tiêu|yêu cầu|chỉ tiêu|tình hình|đặc điểm|quan điểm|phạm vi|đối tượng|bối cảnh|thực trạng|kết quả"
    r"|sự cần thiết|căn cứ|cơ sở pháp lý"
    r"|thành phần|khen thưởng|giải thưởng|nguyên tắc|tiêu chí|tiêu chuẩn|định hướng|điều kiện|khái quát|khó khăn"
    r"|hạn chế|nguyên nhân|dự báo|giải thích"
    r"|hình thức thi|thể lệ|phương châm|phụ lục|danh sách|hiệu lực|đánh giá tình hình|mức (?:chi|hỗ trợ)|số lượng",
    re.IGNORECASE,
)
_BOTH = re.compile(r"(?:tổ chức thực hiện|nhiệm vụ|giải pháp|phân công)", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:đánh giá|tình hình|kết quả|mục đích|yêu cầu|quan điểm|kinh phí|nguồn|thời gian|nguyên tắc)", re.IGNORECASE
)
_BY_MONEY = re.compile(r"mục tiêu quốc gia", re.IGNORECASE)


def sort_of(title: str) -> Sort | None:
    """What stands below a title, None where it does not tell: that is then what stands below the title over it."""
    title = _BY_MONEY.sub("", title)
    if _BOTH.search(title) and not _BEFORE.match(title):
        return "assigns"
    first: list[tuple[int, Sort]] = []
    patterns: tuple[tuple[re.Pattern[str], Sort], ...] = (
        (_OTHER, "other"),
        (_COSTS, "costs"),
        (_DATES, "dates"),
        (_ASSIGNS, "assigns"),
    )
    for pattern, sort in patterns:
        if found := pattern.search(title):
            first.append((found.start(), sort))
    return min(first, key=lambda one: one[0])[1] if first else None
