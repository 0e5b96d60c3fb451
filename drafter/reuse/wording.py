"""What the check says about passages: what is wrong, what to do, and the text to write instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from drafter.corpus import Entry
from drafter.nlp import citing

Change = Literal["verbatim", "edited", "paraphrased"]

BASIS = "Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư"

_COPIED: dict[Change, str] = {
    "verbatim": "Đoạn này chép nguyên văn {}; hãy dẫn chiếu thay vì chép lại.",
    "edited": "Đoạn này chép {}, có sửa vài chữ; hãy dẫn chiếu thay vì chép lại.",
    "paraphrased": "Đoạn này diễn đạt lại nội dung {}; hãy dẫn chiếu thay vì viết lại.",
}
_PERHAPS: dict[Change, str] = {
    "verbatim": "Đoạn này trùng chữ với {}; hãy đối chiếu, nếu lấy từ đó thì dẫn chiếu thay vì chép lại.",
    "edited": "Đoạn này có thể chép {} rồi sửa; hãy đối chiếu, nếu đúng thì dẫn chiếu thay vì chép lại.",
    "paraphrased": "Đoạn này có thể diễn đạt lại nội dung {}; hãy đối chiếu, nếu đúng thì dẫn chiếu thay vì viết lại.",
}
_FIGURES = " Trong đoạn có chỉ tiêu được giao ({}): nếu cần nêu lại thì ghi rõ chỉ tiêu ấy theo văn bản nào."
_BESIDE = (
    "Đoạn này giống {}, văn bản của cơ quan không phải cấp trên; nếu cả hai cùng lấy từ một văn bản cấp trên thì hãy "
    "dẫn chiếu văn bản ấy."
)
_TARGET = "Đoạn này nêu lại chỉ tiêu ({}) của {}; chỉ tiêu được giao thì có thể nêu lại, nhưng phải ghi rõ nguồn."
_REPEATED = "Đoạn này lặp lại điều đã viết ở {}; hãy viết một lần rồi dẫn lại chỗ ấy, hoặc bỏ một trong hai chỗ."
_SHOWN = 3
"""Figures that a message names."""


def copied(change: Change, entry: Entry, locator: str, enclosed: str, figures: Sequence[str], *, sure: bool) -> str:
    """What is wrong with a copied passage; targets in it may have to be repeated."""
    message = (_COPIED if sure else _PERHAPS)[change].format(_place(entry, locator, enclosed))
    return message + (_FIGURES.format(_listed(figures)) if figures else "")


def like_others(entry: Entry, locator: str, enclosed: str) -> str:
    """What to look for where an office that is not above the drafter's has the passage too."""
    return _BESIDE.format(_place(entry, locator, enclosed))


def target(entry: Entry, locator: str, enclosed: str, figures: Sequence[str]) -> str:
    """What to mind where a passage is nothing but targets set from above."""
    return _TARGET.format(_listed(figures), _place(entry, locator, enclosed))


def repeated(place: str) -> str:
    """What is wrong with a passage that stands in the draft before, at this place."""
    return _REPEATED.format(place)


def instead(entry: Entry, locator: str, enclosed: str, *, known: bool) -> str:
    """The reference to write instead of a passage, short where the draft has named the document before."""
    return citing.instead(locator, _reference(entry, short=known), enclosed)


def beside(entry: Entry, locator: str, enclosed: str, *, known: bool) -> str:
    """The reference to write beside targets."""
    place = citing.place(locator, _reference(entry, short=known), enclosed)
    return f"Chỉ tiêu thực hiện theo {place}".rstrip(" .;,") + "."


def within(locator: str, kind: str) -> str:
    """The reference to a place of the draft itself: "khoản 2 Mục II Kế hoạch này"; "" where it has no name."""
    return f"{locator} {kind or 'Văn bản'} này" if locator else ""


def _place(entry: Entry, locator: str, enclosed: str) -> str:
    name = citing.short(entry.kind, entry.number, entry.title) or entry.title or entry.name
    return citing.place(locator, name, enclosed)


def _reference(entry: Entry, *, short: bool) -> str:
    if short and (name := citing.short(entry.kind, entry.number, entry.title)):
        return name
    return citing.full(entry.kind, entry.number, entry.date, entry.issuer, entry.title) or entry.title or entry.name


def _listed(figures: Sequence[str]) -> str:
    shown = list(dict.fromkeys(" ".join(figure.split()) for figure in figures))
    return ", ".join(shown[:_SHOWN]) + (" …" if len(shown) > _SHOWN else "")
