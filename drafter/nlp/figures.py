"""Targets in prose: figures that a superior sets and that those below have to reach or must not pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.document import Span
from drafter.nlp.folding import fold

_LIMIT = r"(?:ít\s+nhất|tối\s+thiểu|tối\s+đa|không\s+(?:quá|vượt\s+quá|dưới|(?:ít|thấp|nhiều|cao)\s+hơn))"
_FIGURE = r"\d+(?:[.,/]\d+)*"
_ONWARDS = r"(?:\s+trở\s+(?:lên|xuống))"
# Limits in time and money belong to procedures and norms, which nobody hands down as a target.
_COUNTED = r"(?!\s*(?:ngày|giờ|phút|tháng|năm|tuần|đồng|nghìn|triệu|tỷ|trang|mm|cm|km|kg|m)\b)"
# "đạt từ 95% trở lên", "không quá 40%", "giảm ít nhất 15%", "tối đa 03 cuộc", "100% xã, phường", "8,5 điểm trở lên"
_TARGET = re.compile(
    rf"""\b(?:(?:đạt|giảm|tăng|còn|chiếm|cắt\s+giảm|tinh\s+giản)\s+)?
    (?: (?:(?:{_LIMIT}|trên|dưới|từ|bình\s+quân)\s+)?{_FIGURE}\s*(?:%|phần\s+trăm){_ONWARDS}?
      | {_LIMIT}\s+{_FIGURE}\b(?![/.]\d){_COUNTED}(?:\s+[^\W\d_]+)?
      | {_FIGURE}\b{_COUNTED}(?:\s+[^\W\d_]+)?{_ONWARDS}
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def targets(text: str) -> Iterator[Span]:
    """The targets in a text, in its order, from the word that says which way: "đạt từ 95% trở lên"."""
    folded = fold(text)
    return (folded.raw(*found.span()) for found in _TARGET.finditer(folded.text))
