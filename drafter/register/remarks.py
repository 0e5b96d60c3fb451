"""What the last column of a register says became of a document: written by the export, understood by the import."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from drafter.register.values import Entry, State

_ATTACHED = "Văn bản kèm theo"
_STATES: Mapping[State, str] = {"cancelled": "Hủy", "reserved": "Giữ số, chưa phát hành"}
_REPLACED_BY, _REPLACED = "Đã thay bằng văn bản số", "Đã được thay thế"
_BETWEEN = "; "
_SAID = re.compile(
    rf"(?P<cancelled>(?:đã )?h(?:ủy|uỷ)(?: (?:số|văn bản)(?: này)?)?)(?:: (?P<reason>.+))?"
    rf"|(?P<reserved>{_STATES['reserved']})(?:: (?P<kept_for>.+))?"
    rf"|(?P<replaced>(?:{_REPLACED_BY}|{_REPLACED}).*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a note says of the state of a document, apart from what else it says."""

    state: State = "issued"
    reason: str = ""
    """Why it was cancelled or reserved; of a replaced document the whole remark, which names the other one."""
    note: str = ""
    attached: bool = False


def remarks_of(entry: Entry, notations: Mapping[int, str]) -> str:
    """What became of an entry and its note, as the last column says it; `notations`: of others by their ids."""
    attached = _ATTACHED if entry.record.attached else ""
    return _BETWEEN.join(filter(None, (attached, _state_of(entry, notations), entry.record.note)))


def remark_in(note: str) -> Remark:
    """What the last column says; of several states the first counts.

    >>> remark_in("Hủy: viết nhầm; gửi kèm phụ lục")
    Remark(state='cancelled', reason='viết nhầm', note='gửi kèm phụ lục', attached=False)
    """
    state: State = "issued"
    reason, rest, attached = "", [], False
    for part in note.split(_BETWEEN):
        said = _SAID.fullmatch(part)
        if part == _ATTACHED:
            attached = True
        elif said and state == "issued":
            state, reason = _stated(said)
        else:
            rest.append(part)
    return Remark(state, reason, _BETWEEN.join(rest), attached)


def _stated(said: re.Match[str]) -> tuple[State, str]:
    if said["cancelled"]:
        return "cancelled", said["reason"] or ""
    if said["reserved"]:
        return "reserved", said["kept_for"] or ""
    return "replaced", said["replaced"]


def _state_of(entry: Entry, notations: Mapping[int, str]) -> str:
    # What parts remarks must not stand within one.
    reason = ", ".join(filter(None, (part.strip() for part in entry.reason.split(";"))))
    if entry.state == "replaced":
        other = notations.get(entry.replaced_by or 0, "")
        remark = f"{_REPLACED_BY} {other}" if other else _REPLACED
        reason = "" if other and other in reason else reason
    else:
        remark = _STATES.get(entry.state, "")
    return f"{remark}: {reason}" if remark and reason else remark
