"""The sentences of faults on pages: what is wrong as the library says it; what to do as the pages let one do it."""

from __future__ import annotations

from collections.abc import Mapping

from drafter import errors
from drafter.errors import DrafterError
from drafter.register import refusals

_IN_PLACE_OF_COMMANDS: Mapping[type[DrafterError], str] = {
    refusals.UnknownEntry: "hãy tìm trong trang Sổ văn bản, rồi ghi cả số và ký hiệu, sổ năm khác thì cả năm",
    refusals.SkippedNumbers: "hãy vào các số ấy trước, hoặc ghi lý do bỏ trống vào ô Lý do",
    refusals.MissingReason: "hãy ghi vào ô Lý do",
    refusals.WrongState: "hãy mở văn bản ấy trong trang Sổ văn bản để xem tình trạng hiện tại",
    errors.UnknownDocument: "hãy tìm trong trang Kho văn bản",
    refusals.UnknownMeeting: "hãy chọn trong danh sách hội nghị",
    errors.UnknownKind: "hãy chọn trong danh sách mẫu",
    errors.HomeNotWritable: "hãy báo người quản trị máy chủ",
}
"""What to do, where the library's own sentence tells of commands or options."""


def told(error: DrafterError) -> str:
    """One sentence for a page."""
    what = _IN_PLACE_OF_COMMANDS.get(type(error))
    return f"{str(error).partition('; ')[0]}; {what}." if what else str(error)
