"""Drafts made of a few words, and what is said of them."""

from __future__ import annotations

from drafter.document import Document, Origin
from drafter.nlp.letterhead import recognise
from drafter.report import About, Checked, Finding
from drafter.wording.check import wording


def of_text(text: str, origin: Origin = "txt") -> Checked:
    head = recognise(text)
    about = About("a", "", head.regime, head.kind, head.number, head.date, head.issuer, head.subject, len(text))
    return wording(Document("a", "", origin, text, ()), about)


def judged(text: str) -> tuple[Finding, ...]:
    return of_text(text).findings


def draft(kind: str, subject: str, body: str, symbol: str = "KH", day: str = "05 tháng 8 năm 2026") -> str:
    """A document of the commune of this project's samples."""
    return f"""ỦY BAN NHÂN DÂN
XÃ BẢN MÂY
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 64/{symbol}-UBND
Bản Mây, ngày {day}

{kind}
{subject}

{body}

Nơi nhận:
- Lưu: VT, VP.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Chung
"""
