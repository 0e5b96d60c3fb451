"""Signs of the Party in documents of the state: both titles above, a number of the other sort."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.layout.roles import Sheet
from drafter.layout.rows import place
from drafter.layout.rules import Edit, Fault

_PARTY_NUMBER = re.compile(
    r"S[ốỐ]\s*:?\s*\d*[a-zđ]?\s*(?P<symbol>[-–]\s*(?P<kind>[A-ZĐ][A-Za-zđ]{0,3})\s*/\s*(?P<organ>\S+))$"
)


def signals(sheet: Sheet) -> Iterator[Fault]:
    """What a document of a state office has of those of the Party."""
    for row in sheet.of("party_title")[:1]:
        message = "Đầu văn bản có cả Quốc hiệu và “ĐẢNG CỘNG SẢN VIỆT NAM”; văn bản hành chính chỉ ghi Quốc hiệu."
        action = "Xem văn bản này của cơ quan nhà nước hay của Đảng, rồi bỏ tiêu đề không đúng."
        yield Fault("nd30.QH-01", row.span, message, action)
    for row in sheet.of("number")[:1]:
        if found := _PARTY_NUMBER.match(row.words):
            right = f"/{found['kind']}-{found['organ']}"
            edits = (Edit(place(sheet.document.text, row, *found.span("symbol")), right),)
            message = (
                f"Số, ký hiệu đang viết “{row.words}” theo mẫu của Đảng; cơ quan nhà nước viết số, gạch chéo, ký hiệu."
            )
            yield Fault("nd30.SO-03", row.span, message, f"Viết như “{right}”, sau số của văn bản.", edits=edits)
