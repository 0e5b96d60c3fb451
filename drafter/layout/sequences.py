"""Whether the numbers of units follow one another: Điều through the text, all else within what holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice, pairwise

from drafter.layout.roles import Sheet
from drafter.layout.rules import Fault
from drafter.layout.units import ALPHABET, Rank, Stretch, Unit, stretches
from drafter.report import Severity

_NAMES: dict[Rank, str] = {
    "phan": "phần", "chuong": "chương", "muc": "mục", "tieu_muc": "tiểu mục", "dieu": "điều",
    "roman": "mục", "number": "số", "letter": "điểm",
}  # fmt: skip
_MOST = 5
"""Places that are told one by one."""
_FURTHEST = 5
"""What is further on is no gap but another number."""
_TOLD = ALPHABET.index("o") + 1
"""Up to this letter the decree's own points tell the order."""


def sequences(sheet: Sheet) -> Iterator[Fault]:
    """Numbers that are left out or stand twice, and letters in another order than the Vietnamese one."""
    found = [fault for stretch in stretches(sheet) for fault in _of(stretch, sheet.document.text)]
    for rule in ("nd30.BC-08", "nd30.BC-10"):
        yield from [fault for fault in found if fault.rule == rule][:_MOST]


def _of(stretch: Stretch, text: str) -> Iterator[Fault]:
    """The first fault of each series: what comes behind mostly follows from it."""
    for units in _series(stretch):
        faults = (_fault(before, after) for before, after in pairwise(units) if not _is_between(text, before, after))
        yield from islice(filter(None, faults), 1)


def _is_between(text: str, before: Unit, after: Unit) -> bool:
    """Whether the article that seems to be left out stands inside a line."""
    words = text[before.row.span.end : after.row.span.start] + before.rest
    missing = after.rank == "dieu" and after.value == before.value + 2
    return missing and re.search(rf"Điều\s+{before.value + 1}[.:]", words) is not None


def _fault(before: Unit, after: Unit) -> Fault | None:
    return (_letters(before, after) if after.rank == "letter" else None) or _gap(before, after)


def _series(stretch: Stretch) -> Iterator[list[Unit]]:
    """The units that count on together."""
    kept = [unit for unit in stretch.units if unit.rank in _NAMES]
    by_holder = sorted(kept, key=_holder)
    for _, units in groupby(by_holder, key=_holder):
        yield list(units)


def _holder(unit: Unit) -> tuple[str, int]:
    """Điều and chương count through the text, as one cites them without what holds them."""
    return unit.rank, (-1 if unit.rank in ("dieu", "phan") else unit.above)


def _letters(before: Unit, after: Unit) -> Fault | None:
    """Letters that the Vietnamese order passes over, or the one that it has and English has not."""
    latin = ord(after.sign) - ord(before.sign) == 1 and before.sign.isascii() and after.sign.isascii()
    follows = ALPHABET[before.value : before.value + 1] if before.value else ""
    if not latin or not follows or follows == after.sign:
        return None
    severity: Severity | None = None if before.value < _TOLD else "info"
    message = f"Sau điểm {before.sign}) là điểm {after.sign}); theo bảng chữ cái tiếng Việt là điểm {follows})."
    action = f"Đánh lại thứ tự: sau {before.sign}) là {follows})."
    return Fault("nd30.BC-08", after.row.span, message, action, severity)


def _gap(before: Unit, after: Unit) -> Fault | None:
    """A number left out or twice; one that starts anew, or belongs to something else, is neither."""
    if not (before.value and after.value) or after.value == before.value + 1 or before.mark != after.mark:
        return None
    name = _NAMES[after.rank]
    said, had = (f"{name} {unit.sign}" for unit in (after, before))
    if after.sign == before.sign and (after.value > 1 or after.word):
        message = f"Số thứ tự “{after.sign}” có hai lần; {said} đứng sau {had}."
        return Fault("nd30.BC-10", after.row.span, message, "Đánh lại số thứ tự.")
    if before.value < after.value <= before.value + _FURTHEST and (after.rank != "letter" or after.value <= _TOLD):
        message = f"Sau {had} là {said}; số thứ tự bị nhảy."
        return Fault("nd30.BC-10", after.row.span, message, "Đánh lại số thứ tự, hoặc bổ sung phần còn thiếu.")
    return None
