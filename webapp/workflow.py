"""The way of a draft: from Nháp to Đã phát hành, each step with who, when, why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from drafter.errors import DrafterError
from webapp.accounts import ROLES

State = Literal["draft", "checked", "submitted", "returned", "approved", "issued"]
STATES: Mapping[State, str] = {
    "draft": "Nháp",
    "checked": "Đã kiểm tra",
    "submitted": "Đã trình",
    "returned": "Trả lại",
    "approved": "Đã duyệt",
    "issued": "Đã phát hành",
}
"""The states in the order of the way, as the screen says them."""
OWN: tuple[State, ...] = ("draft", "checked")
"""The states in which nobody decides on a draft, nor ever did, unless it was taken back."""
HANDED_IN: tuple[State, ...] = ("submitted", "approved", "returned", "issued")
"""The others, in the order in which they ask for something to be done."""
CHANGEABLE: frozenset[State] = frozenset({*OWN, "returned"})
"""The states in which the owner may change a draft: nobody else is at it, nobody has decided on it."""


class WrongStep(DrafterError):
    """A step that the draft's state does not allow; `str()` is the sentence to show."""


@dataclass(frozen=True, slots=True)
class Move:
    """A step that somebody may take."""

    name: str
    to: State
    before: frozenset[State]
    roles: frozenset[str]
    words: str
    """On the button."""
    needs_remarks: bool = False
    owner_only: bool = False


_OFFICE = frozenset({"office", "leader"})
_ANY = frozenset(ROLES)
MOVES: Mapping[str, Move] = {
    move.name: move
    for move in (
        Move("submit", "submitted", frozenset({"checked", "returned"}), _ANY, "Trình văn phòng", owner_only=True),
        Move("withdraw", "checked", frozenset({"submitted"}), _ANY, "Rút lại", owner_only=True),
        Move("return", "returned", frozenset({"submitted", "approved"}), _OFFICE, "Trả lại", needs_remarks=True),
        Move("approve", "approved", frozenset({"submitted"}), _OFFICE, "Duyệt"),
        Move("issue", "issued", frozenset({"approved"}), frozenset({"clerk"}), "Cấp số, phát hành"),
    )
}


def allowed(state: State, roles: frozenset[str], *, is_owner: bool) -> tuple[Move, ...]:
    """The steps that somebody with these roles may take from a state."""
    return tuple(
        move
        for move in MOVES.values()
        if state in move.before and move.roles & roles and (is_owner or not move.owner_only)
    )


def check(move: Move, state: State, roles: frozenset[str], remarks: str, *, is_owner: bool) -> None:
    """Raises `WrongStep` where the step is not allowed, or its remarks are missing."""
    if move not in allowed(state, roles, is_owner=is_owner):
        raise WrongStep(
            f"Văn bản đang ở bước “{STATES[state]}” nên không làm được; hãy tải lại trang để xem bước hiện tại."
        )
    if move.needs_remarks and not remarks.strip():
        raise WrongStep("Trả lại phải nói lý do; hãy ghi điều cần sửa để người soạn thảo biết.")


def check_changeable(state: State) -> None:
    """Raises `WrongStep` where the owner may not change the draft now."""
    if state not in CHANGEABLE:
        raise WrongStep(
            f"Văn bản đang ở bước “{STATES[state]}” nên không sửa được; hãy rút lại, hoặc nhờ văn phòng trả lại."
        )
