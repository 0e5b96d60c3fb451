"""Drafts of a commune's office as plain text, for the check of references."""

from __future__ import annotations

from hashlib import sha256

from drafter import review
from drafter.corpus import Corpus
from drafter.document import Document, Paragraph, Span
from drafter.report import Finding

BASES = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"


def plan(body: str, bases: str = BASES, day: str = "ngày 05 tháng 8 năm 2026") -> str:
    """A plan of a commune's committee with this text below its bases."""
    return (
        "ỦY BAN NHÂN DÂN\nXÃ BẢN MÂY\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Số: 64/KH-UBND\nBản Mây, {day}\n\nKẾ HOẠCH\nVề chuyển đổi số năm 2026\n\n{bases}\n"
        f"Ủy ban nhân dân xã Bản Mây ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n\n{body}\n\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nHoàng Thị Lan\n"
    )


def decision(articles: str, day: str = "ngày 05 tháng 8 năm 2026") -> str:
    """A decision of a commune's committee with these articles."""
    return (
        "ỦY BAN NHÂN DÂN\nXÃ BẢN MÂY\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Số: 120/QĐ-UBND\nBản Mây, {day}\n\nQUYẾT ĐỊNH\nVề việc kiện toàn Tổ công nghệ số\n\n"
        f"ỦY BAN NHÂN DÂN XÃ BẢN MÂY\n\n{BASES}\n\nQUYẾT ĐỊNH:\n\n{articles}\n"
    )


def document(text: str) -> Document:
    """The text as a file of its own."""
    digest = sha256(text.encode()).hexdigest()
    return Document("du-thao.txt", digest, "txt", text, (Paragraph(Span(0, len(text))),))


def found(text: str, corpus: Corpus) -> list[Finding]:
    """What the check of references says of a text."""
    report = review(document(text), corpus, only=["citations"])
    assert not report.skipped
    return list(report.findings)


def told(text: str, corpus: Corpus, *rules: str) -> list[tuple[str, str]]:
    """The findings as (rule, the beginning of the text that they mark), of these rules only where some are named."""
    return [
        (one.rule.removeprefix("cite."), " ".join(one.text.split()))
        for one in found(text, corpus)
        if not rules or one.rule.removeprefix("cite.") in rules
    ]
