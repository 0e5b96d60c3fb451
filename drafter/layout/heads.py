"""The fixed words of a letterhead: Quốc hiệu and Tiêu ngữ (Phụ lục I, Phần I, Mục II, khoản 1 NĐ 30)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.layout.roles import Sheet
from drafter.layout.rules import Fault
from drafter.layout.wording import whole
from drafter.nlp.folding import key

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
_COPIES = ("SY", "TrS", "SL")
"""The block of a copy stands below the copied document, which has the Quốc hiệu (Mẫu 3.1)."""


def heads(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with Quốc hiệu and Tiêu ngữ."""
    row = sheet.first("quoc_hieu")
    if row and key(row.words) != key(QUOC_HIEU):
        message = f"Quốc hiệu đang viết “{row.words}”; phải viết “{QUOC_HIEU}” trên một dòng."
        edits = () if _letters("Độc lập") in _letters(row.words) else (whole(sheet, row, QUOC_HIEU),)
        yield Fault("nd30.QH-01", row.span, message, f"Viết lại thành “{QUOC_HIEU}”.", edits=edits)
    row = sheet.first("tieu_ngu")
    if row and row.words != TIEU_NGU and not row.in_capitals:
        message = f"Tiêu ngữ đang viết “{row.words}”; phải viết “{TIEU_NGU}”, gạch nối có cách chữ ở hai bên."
        edits = (whole(sheet, row, TIEU_NGU),) if _letters(row.words) == _letters(TIEU_NGU) else ()
        yield Fault("nd30.TN-01", row.span, message, f"Viết lại thành “{TIEU_NGU}”.", edits=edits)
    if not sheet.of("quoc_hieu") and sheet.head.kind not in _COPIES:
        message = "Không thấy Quốc hiệu ở đầu văn bản; văn bản hành chính phải có Quốc hiệu và Tiêu ngữ."
        at = sheet.rows[0].span
        yield Fault("nd30.QH-01", at, message, f"Viết “{QUOC_HIEU}” ở phía trên, bên phải trang đầu.")


def _letters(words: str) -> str:
    """The letters alone, whatever stands between them."""
    return "".join(letter for letter in key(words) if letter.isalpha())
