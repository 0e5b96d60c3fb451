"""What the check says of a document that already covers what the draft says."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.corpus import Entry
from drafter.nlp import citing
from drafter.nlp.kinds import kind_of_number
from drafter.overlap.judgement import Proposal

BASIS = "Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư"

_MESSAGE = "{document} đã có nội dung của {places}: giống nhau khoảng {share}% dự thảo{why}; {advice}."
_WHY = "cùng nói về {}"
_REFERENCES = "cùng dẫn {}"
_ADVICE: dict[Proposal, str] = {
    "refer": "hãy dẫn chiếu văn bản ấy và chỉ giữ lại phần chưa được quy định",
    "replace": "văn bản ấy của chính cơ quan, nên nếu vẫn ban hành thì hãy ghi rõ văn bản mới thay thế văn bản ấy",
    "amend": "văn bản ấy của chính cơ quan, hãy sửa đổi, bổ sung nó thay vì ban hành thêm văn bản mới",
    "merge": "văn bản ấy của chính cơ quan, hãy gộp hai văn bản làm một để người thực hiện chỉ phải theo một văn bản",
}
_NAMED = "hãy dẫn chiếu thay vì nêu lại, vì dự thảo đã lấy văn bản ấy làm căn cứ"
_SHOWN = 3
"""Sections that a message names, and references;"""
TERMS = 4
"""terms."""


def message(
    entry: Entry,
    places: Sequence[tuple[str, str]],
    share: float,
    terms: Sequence[str],
    references: Sequence[str],
    proposal: Proposal,
    *,
    named: bool,
) -> str:
    """What is wrong and what to do; `places` are sections of the draft, each with the place that covers it."""
    why = [_WHY.format(", ".join(f"“{term}”" for term in terms))] if terms else []
    if references:
        why.append(_REFERENCES.format(", ".join(_shortly(number) for number in references[:_SHOWN])))
    return _MESSAGE.format(
        document=_name(entry),
        places=_places(places),
        share=round(share * 100),
        why="".join(f", {reason}" for reason in why),
        advice=_NAMED if named and proposal == "refer" else _ADVICE[proposal],
    )


def suggestion(entry: Entry, locator: str, proposal: Proposal, *, named: bool) -> str:
    """What to write instead."""
    if proposal == "refer":
        return citing.instead(locator, _name(entry) if named else _whole(entry))
    document = _whole(entry)
    if proposal == "replace":
        return f"Văn bản này thay thế {document}."
    return f"{'Sửa đổi, bổ sung' if proposal == 'amend' else 'Gộp với'} {document}."


def _places(places: Sequence[tuple[str, str]]) -> str:
    shown = [f"{ours} (ở {theirs})" if theirs else ours for ours, theirs in places[:_SHOWN]]
    more = len(places) - len(shown)
    listed = ", ".join(dict.fromkeys(shown))
    return f"{listed} và {more} mục khác" if more > 0 else listed


def _shortly(number: str) -> str:
    return citing.short(kind_of_number(number), number)


def _name(entry: Entry) -> str:
    return citing.short(entry.kind, entry.number, entry.title) or entry.title or entry.name


def _whole(entry: Entry) -> str:
    return citing.full(entry.kind, entry.number, entry.date, entry.issuer, entry.title) or entry.title or entry.name
