"""Figures without the unit that their neighbours have: "đạt 95%, 90, 85%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.wording.reading import Reading, Remark

_NUMBER = r"\d+(?:[.,]\d+)?"
_UNIT = r"%|ha|km|m|kg|tấn|triệu đồng|tỷ đồng|tỉ đồng"
# Two figures and more in a row, the first with its unit; the comma of a decimal has no blank behind it.
_ROW = re.compile(
    rf"(?<![\w.,/-]){_NUMBER} ?(?P<unit>{_UNIT})(?!\w)"
    rf"(?P<rest>(?:(?:[,;] | và |, và ){_NUMBER}(?: ?(?:{_UNIT}))?(?![\w%/-]))+)"
)
_ITEM = re.compile(rf"(?:[,;] | và |, và )(?P<number>{_NUMBER})(?P<unit> ?(?:{_UNIT}))?(?![\w%/-])")
_ENDS = re.compile(r"[ \t]*(?:[,;.)]|$)", re.MULTILINE)
# "đạt 80%; 80 dịch vụ công": the same figure again, a percentage the first time.
_AGAIN = re.compile(rf"(?<![\w.,/-])(?P<number>{_NUMBER}) ?%[,;] (?P<bare>(?P=number) (?P<noun>[^\W\d_]+ [^\W\d_]+))")
_COUNTED = re.compile(
    r"(?:người|hộ|ngày|tháng|năm|xã|thôn|trường|đơn vị|cơ quan|văn bản|triệu|tỷ|nghìn|lần|phút|giờ)\b"
)


def bare_figures(reading: Reading) -> Iterator[Remark]:
    """Figures of the running text that lack their unit."""
    for row in _ROW.finditer(reading.prose):
        unit, sign = row["unit"], "" if row["unit"] == "%" else " "
        for item in _ITEM.finditer(reading.prose, row.start("rest"), row.end("rest")):
            ends = _ENDS.match(reading.prose, item.end()) or item.end() < row.end("rest")
            if item["unit"] or not ends:
                continue
            written = f"{item['number']}{sign}{unit}"
            message = f"“{item['number']}” thiếu đơn vị, trong khi các số cùng hàng có “{unit}”; ghi đủ đơn vị."
            yield Remark("word.unit", item.start("number"), item.end("number"), message, f"Viết “{written}”.")
    for found in _AGAIN.finditer(reading.prose):
        if not _COUNTED.match(found["noun"]):
            message = f"“{found['bare']}” đứng sau “{found['number']}%”; xem có thiếu dấu “%” hay thừa con số không."
            yield Remark(
                "word.unit", found.start("bare"), found.end("bare"), message, "Đối chiếu lại con số này.", "info"
            )
