"""A plan that carries out another document: its own tasks to be filled in, a reference for all the rest.

Kết luận số 226-KL/TW: who carries out a superior document says who does what until when, and does not write it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.nlp.citing import full, place, short
from drafter.templates.paper import gap


@dataclass(frozen=True, slots=True)
class Superior:
    """The document that is carried out."""

    kind: str
    """The kind's symbol."""
    number: str
    date: str = ""
    """ISO 8601."""
    issuer: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Assigned:
    """A task of it that becomes one of the plan."""

    locator: str
    """Where it stands there: "khoản 3 Mục III"; "" where that cannot be said."""
    deadline: str = ""
    """As it is there, "" for none."""


def plan_values(superior: Superior, assigned: Sequence[Assigned], party: bool = False) -> dict[str, list[str]]:
    """What a skeleton of a Kế hoạch is filled with: the reference, and a heading with gaps for each task."""
    reference = full(superior.kind, superior.number, superior.date, superior.issuer, superior.title)
    carried_out = f"Thực hiện {reference}"
    said = {"body": list(_body(superior, assigned))}
    return said | ({"reason": [carried_out]} if party else {"bases": [carried_out]})


def _body(superior: Superior, assigned: Sequence[Assigned]) -> Iterator[str]:
    reference = short(superior.kind, superior.number, superior.title)
    yield "# I. MỤC ĐÍCH, YÊU CẦU"
    yield f"1. {gap('việc gì ở đơn vị phải khác đi sau kế hoạch này')}."
    yield f"2. Nội dung không nêu trong Kế hoạch này thực hiện theo {reference}."
    yield "# II. NHIỆM VỤ CỦA ĐƠN VỊ"
    for number, task in enumerate(assigned or (Assigned(""),), 1):
        yield f"{number}. {gap('nhiệm vụ cụ thể của đơn vị')} (thực hiện {place(task.locator, reference)})"
        yield f"a) Chủ trì: {gap('một đơn vị hoặc người chủ trì; ai phối hợp')};"
        limit = f"thời hạn của đơn vị; cấp trên yêu cầu: {task.deadline}" if task.deadline else "thời hạn của đơn vị"
        yield f"b) Hoàn thành: {gap(limit)};"
        yield f"c) Sản phẩm: {gap('kết quả kiểm tra được')}."
    yield "# III. TỔ CHỨC THỰC HIỆN"
    yield f"1. {gap('đơn vị theo dõi')} theo dõi, tổng hợp, báo cáo trước ngày {gap('ngày báo cáo')}."
    yield f"2. Kinh phí: {gap('nguồn kinh phí')}."
