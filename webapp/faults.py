"""The sentences of faults on pages: what is wrong as the library says it; what to do as the pages let one do it."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from drafter import errors
from drafter.errors import DrafterError
from drafter.register import refusals

_LOG = logging.getLogger(__name__)
_OF_THE_SERVER: Mapping[type[DrafterError], str] = {
    errors.DiskFull: "Đĩa chứa dữ liệu đã đầy nên chưa lưu gì; hãy báo người quản trị máy chủ.",
    errors.HomeNotWritable: "Không ghi được dữ liệu nên chưa lưu gì; hãy báo người quản trị máy chủ.",
    errors.BusyDatabase: "Dữ liệu đang được ghi việc khác quá lâu nên chưa lưu gì; hãy đợi ít phút rồi làm lại.",
    errors.CorruptDatabase: "Dữ liệu bị hỏng nên không mở được; hãy báo người quản trị máy chủ.",
    errors.UnreachableDatabase: "Không mở được dữ liệu; hãy thử lại, nếu vẫn lỗi thì báo người quản trị máy chủ.",
    errors.DatabaseFault: "Dữ liệu báo lỗi nên chưa lưu gì; hãy thử lại, nếu vẫn lỗi thì báo người quản trị máy chủ.",
}
"""What no page can mend: where the data lies is for whoever runs the server, who finds it in what the server prints."""
_IN_PLACE_OF_COMMANDS: Mapping[type[DrafterError], str] = {
    refusals.UnknownEntry: "hãy tìm trong trang Sổ văn bản, rồi ghi cả số và ký hiệu, sổ năm khác thì cả năm",
    refusals.SkippedNumbers: "hãy vào các số ấy trước, hoặc ghi lý do bỏ trống vào ô Lý do",
    refusals.MissingReason: "hãy ghi vào ô Lý do",
    refusals.WrongState: "hãy mở văn bản ấy trong trang Sổ văn bản để xem tình trạng hiện tại",
    errors.UnknownDocument: "hãy tìm trong trang Kho văn bản",
    refusals.UnknownMeeting: "hãy chọn trong danh sách hội nghị",
    errors.UnknownKind: "hãy chọn trong danh sách mẫu",
}
"""What to do, where the library's own sentence tells of commands or options."""


def told(error: DrafterError) -> str:
    """One sentence for a page."""
    if type(error) in _OF_THE_SERVER:
        _LOG.error("%s", error)
        return _OF_THE_SERVER[type(error)]
    what = _IN_PLACE_OF_COMMANDS.get(type(error))
    return f"{str(error).partition('; ')[0]}; {what}." if what else str(error)
