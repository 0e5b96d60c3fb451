"""What the register does not allow, each in one sentence: what is wrong, what to do; nothing was changed then."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.errors import RegisterError


class UnknownAvoided(RegisterError):
    def __init__(self, id: int) -> None:
        super().__init__(f"Không có dự thảo mã {id}; hãy xem danh sách bằng: drafter register avoid list.")


class AvoidedCancelled(RegisterError):
    def __init__(self, id: int) -> None:
        super().__init__(f"Dự thảo mã {id} đã được bỏ khỏi danh sách; hãy xem: drafter register avoid list.")


class PeriodNotOver(RegisterError):
    """A period that nobody can know the figures of yet; days as people write them."""

    def __init__(self, title: str, last: str) -> None:
        super().__init__(
            f"Kỳ {title} đến hết ngày {last} mới kết thúc nên chưa chốt được; "
            "hãy xem số liệu đến hôm nay bằng: drafter register report."
        )


class PeriodClosed(RegisterError):
    def __init__(self, title: str, who: str, day: str) -> None:
        super().__init__(
            f"Kỳ {title} đã được {who} chốt ngày {day}; hãy sửa trong sổ nếu có sai sót, báo cáo sẽ ghi là điều chỉnh."
        )


class OpenNumbers(RegisterError):
    """Numbers of a period that nobody knows the end of; `numbers` says which."""

    def __init__(self, title: str, numbers: str) -> None:
        super().__init__(
            f"Kỳ {title} {numbers}; hãy phát hành, vào sổ hoặc hủy các số ấy rồi chốt, hoặc nói lý do bằng --reason."
        )


class UnknownEntry(RegisterError):
    def __init__(self, sought: str) -> None:
        super().__init__(
            f"Trong sổ không có văn bản “{sought}”; hãy xem danh sách bằng: drafter register list, "
            "văn bản trong sổ năm khác thì ghi như: 05/KH-UBND năm 2025."
        )


class SeveralEntries(RegisterError):
    def __init__(self, sought: str, known: Iterable[str]) -> None:
        super().__init__(f"Trong sổ có nhiều văn bản số “{sought}”: {', '.join(known)}; hãy viết cả số và ký hiệu.")


class NumberTaken(RegisterError):
    def __init__(self, notation: str, free: int) -> None:
        super().__init__(f"Số {notation} đã có trong sổ; mỗi số chỉ cấp một lần, số tiếp theo là {free:02}.")


class BookFull(RegisterError):
    def __init__(self, series: str) -> None:
        super().__init__(f"Dãy số {series} đã hết số; hãy kiểm tra lại số lớn nhất trong sổ.")


class SkippedNumbers(RegisterError):
    def __init__(self, notation: str, missing: str) -> None:
        super().__init__(
            f"Vào số {notation} thì bỏ trống số {missing}; "
            "hãy vào các số ấy trước, hoặc nói lý do bỏ trống bằng --reason."
        )


class MissingReason(RegisterError):
    def __init__(self) -> None:
        super().__init__("Việc này phải có lý do để lưu vào sổ; hãy thêm --reason, ví dụ: --reason “in nhầm”.")


class WrongState(RegisterError):
    """An entry that is not in the state which an act needs; `state` in Vietnamese."""

    def __init__(self, notation: str, state: str) -> None:
        super().__init__(
            f"Văn bản {notation} {state} nên không làm việc này được; hãy xem: drafter register show {notation}"
        )


class RegisterMoved(RegisterError):
    def __init__(self) -> None:
        super().__init__(
            "Sổ vừa được người khác thay đổi trong lúc xem trước nên chưa nhập gì; hãy xem lại rồi nhập lại."
        )


class WrongEntry(RegisterError):
    """What is said of a document cannot stand in the register; `what` says what is wrong and what to write."""


class UnknownMeeting(RegisterError):
    def __init__(self, id: int) -> None:
        super().__init__(f"Không có hội nghị mã {id}; hãy xem danh sách bằng: drafter meetings list.")


class WrongMeeting(RegisterError):
    """What is said of a meeting cannot be entered; `what` says what is wrong and what to write."""
