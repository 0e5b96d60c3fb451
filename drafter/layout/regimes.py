"""By which rules a file is judged: a whole document, one that another promulgates, an appendix, a form of an office.

What comes with a decision has neither number nor date, signature nor recipients of its own (Mẫu 1.3 Phụ lục III NĐ 30),
a form within an office (phiếu trình …) is none of the kinds of Điều 7: what the decree says of pages, letters and text
counts for them, what it demands of a letterhead does not.
"""

from __future__ import annotations

import re
from typing import Literal

from drafter.layout.roles import NOTE, Sheet
from drafter.layout.rules import STATE
from drafter.nlp.kinds import family_of_number
from drafter.nlp.mentions import mentions

Form = Literal["whole", "attached", "appendix", "internal", "none"]

_PAGES = "PG-* PN-01 PN-02 PN-03 PN-04"
_TEXT = "ND-01 ND-02 ND-03 ND-04 ND-05 ND-06 ND-09 VD-* VH-*"
_MOTTO = "QH-* TN-* CQ-01 CQ-02 CQ-03 CQ-04 CQ-05"
_RULES: dict[Form, str] = {
    "whole": "*",
    "attached": f"{_PAGES} {_TEXT} PN-05 ND-08 TL-01 TL-02 TL-03 BC-* PL-01 PL-02 PL-03 PL-04 PL-05 PL-06",
    "appendix": f"{_PAGES} {_TEXT} PL-02 PL-03 PL-04 PL-05",
    "internal": f"{_PAGES} {_TEXT} BC-*",
    "none": "",
}
"""The rules that count for each; for what is attached or internal those of `_MOTTO` too where it has a Quốc hiệu."""
_INTERNAL = re.compile(
    r"PHIẾU (?:TRÌNH|(?:LẤY |GHI )?Ý KIẾN|XỬ LÝ|ĐỀ XUẤT|GIẢI QUYẾT|BIỂU QUYẾT)"
    r"|(?:BÀI|DIỄN VĂN|LỜI) (?:PHÁT BIỂU|KHAI MẠC)|LỊCH (?:CÔNG TÁC|LÀM VIỆC|TIẾP CÔNG DÂN)|GIẤY (?:ĐỀ NGHỊ|ĐI ĐƯỜNG)"
)
_FIRST = 15
"""Rows from the start in which a title stands."""
_OTHERS = re.compile(
    r"/\s*\d{4}\s*/|\b(?:Nghị định|Thông tư|Luật|Pháp lệnh)\b|[-–]\s*[A-ZĐ]{2}[a-zđ]?\s*/\s*(?:ĐU|TU|TW|HU)\b"
)
"""What says that a document comes with a normative one, or one of the Party."""


def form_of(sheet: Sheet) -> Form:
    """What a file is; "none" for one that tells no look, and for one that other rules are for."""
    if not shows_looks(sheet) or sheet.head.regime not in ("nd30", "none"):
        return "none"
    numbered = bool(sheet.of("number", "place_date"))
    if not sheet.head.kind and not sheet.of("about") and any(_INTERNAL.match(row.words) for row in sheet.rows[:_FIRST]):
        return "none" if sheet.of("party_title") else "internal"
    if numbered:
        return "whole" if sheet.head.regime == "nd30" else "none"
    if sheet.roles[:1] == ("appendix",):
        return "appendix" if _is_of_the_state(sheet) else "none"
    attached = bool(sheet.of("kind")) and bool(_note(sheet)) and _is_of_the_state(sheet)
    return "attached" if attached else "none"


def shows_looks(sheet: Sheet) -> bool:
    """Whether the file tells how it looks, or as a PDF shows some of it."""
    return (sheet.document.tells_looks or sheet.document.origin == "pdf") and bool(sheet.document.sections)


def rules_for(sheet: Sheet) -> frozenset[str]:
    """The ids of the rules that a file is judged by."""
    form = form_of(sheet)
    wanted = _RULES[form].split()
    if form in ("attached", "internal") and sheet.of("quoc_hieu"):
        wanted += _MOTTO.split()
    return frozenset(id_ for id_ in STATE if any(_fits(id_.partition(".")[2], one) for one in wanted))


def _fits(id_: str, wanted: str) -> bool:
    return id_.startswith(wanted[:-1]) if wanted.endswith("*") else id_ == wanted


def _note(sheet: Sheet) -> str:
    """The "(Kèm theo …)" above the text; "" for none."""
    above = sheet.rows[: _FIRST + 5]
    at = next((at for at, row in enumerate(above) if NOTE.match(row.words)), None)
    return "" if at is None else " ".join(row.words for row in above[at : at + 3]).partition(")")[0]


def _is_of_the_state(sheet: Sheet) -> bool:
    """Whether what a document comes with is administrative, as far as it says."""
    note = _note(sheet)
    families = {family_of_number(one.number) for one in mentions(note) if one.number}
    return not _OTHERS.search(note) and not families & {"normative", "party"}
