"""What the register does not allow of periods and of drafts that were not issued; the rest is in `drafter.errors`."""

from __future__ import annotations

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
